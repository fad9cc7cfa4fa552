#pragma once

#include "ui/panels/panel_registry.h"

#include <QWidget>

class QPushButton;
class QTreeWidget;

namespace pollux::liver {

/// The structures that a puncture looks at (the way, the target, what must not be touched) with their state; a click
/// flies there, a button confirms those selected, another makes anew what is stale.
class NeededStructuresPanel : public QWidget
{
    Q_OBJECT

public:
    NeededStructuresPanel(PanelContext& context, QWidget* parent);

    void renew();
    int count() const;
    int confirmed() const { return m_confirmed; }
    int stale() const { return m_staleOnes; }

private:
    void renewButton();
    void confirmSelected();

    PanelContext& m_context;
    QTreeWidget* m_list;
    QPushButton* m_confirm;
    QPushButton* m_rebuild;
    int m_confirmed = 0;
    int m_staleOnes = 0;
};

} // namespace pollux::liver
