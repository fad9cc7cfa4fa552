#pragma once

#include "ui/panels/panel_registry.h"

#include <QWidget>

class QComboBox;
class QLabel;

namespace pollux {

class PlanTable;

/// Plans of the case side by side: plan A, and plan B beside it. Follows the selection in the tree.
class PlanPanel : public QWidget
{
    Q_OBJECT

public:
    explicit PlanPanel(PanelContext& context, QWidget* parent = nullptr);

protected:
    void changeEvent(QEvent* event) override;

private:
    void renewChoices();
    void renew();

    PanelContext& m_context;
    QComboBox* m_first;
    QComboBox* m_second;
    QLabel* m_state;
    PlanTable* m_table;
};

} // namespace pollux
