#pragma once

#include "ui/panels/panel_registry.h"

#include <QWidget>

class QPushButton;
class QTextBrowser;

namespace pollux {

/// Where the selected object came from: operation and version, parameters, inputs (each a link), who and when, stale or
/// not; and the button that re-runs what is stale.
class LineagePanel : public QWidget
{
    Q_OBJECT

public:
    explicit LineagePanel(PanelContext& context, QWidget* parent = nullptr);

protected:
    void changeEvent(QEvent* event) override;

private:
    void renew();

    PanelContext& m_context;
    QTextBrowser* m_page;
    QPushButton* m_rebuild;
};

} // namespace pollux
