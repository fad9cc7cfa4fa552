#pragma once

#include "ui/panels/panel_registry.h"

#include <QWidget>

class QPushButton;
class QTreeWidget;

namespace pollux::liver {

/// The structures that a puncture looks at (the way, the target, what must not be touched) with their state; a click
/// flies there, a button confirms those selected.
class NeededStructuresPanel : public QWidget
{
    Q_OBJECT

public:
    NeededStructuresPanel(PanelContext& context, QWidget* parent);

    void renew();
    int count() const;
    int confirmed() const { return m_confirmed; }

private:
    void renewButton();
    void confirmSelected();

    PanelContext& m_context;
    QTreeWidget* m_list;
    QPushButton* m_confirm;
    int m_confirmed = 0;
};

} // namespace pollux::liver
