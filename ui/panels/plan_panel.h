#pragma once

#include "ui/panels/panel_registry.h"

#include <QWidget>

#include <array>

class QCheckBox;
class QComboBox;
class QLabel;
class QPushButton;

namespace pollux {

class HidePlanRow;
class PlanTable;

/// Plans of the case side by side, up to three: plan A, and B and C beside it with their differences. Plan A is
/// reviewed, approved or taken back here, and hidden from a learner until it is revealed. Follows the selection in the
/// tree.
class PlanPanel : public QWidget
{
    Q_OBJECT

public:
    explicit PlanPanel(PanelContext& context, QWidget* parent = nullptr);

    /// What the table shows, for a spreadsheet; empty without a plan.
    QString asCsv() const;

protected:
    void changeEvent(QEvent* event) override;

private:
    void build();
    void renewChoices();
    void renew();
    void renewButtons();
    void sign(const char* state);
    void tell(const char* role, const QString& text);
    void compareWith(const std::vector<Id>& revealed);
    Id idIn(size_t box) const; ///< empty text if none
    std::vector<Id> shownPlans() const;

    PanelContext& m_context;
    std::array<QComboBox*, 3> m_boxes;
    QLabel* m_state;
    QLabel* m_told;
    QPushButton* m_review;
    QPushButton* m_approve;
    QPushButton* m_takeBack;
    QPushButton* m_copy;
    QCheckBox* m_onlyDifferences;
    HidePlanRow* m_hiding;
    PlanTable* m_table;
};

} // namespace pollux
