#pragma once

#include "core/report/plan_comparison.h"
#include "ui/panels/panel_registry.h"
#include "ui/panels/state_mark.h"

#include <QTableWidget>

namespace pollux {

/// One plan of the table.
struct PlanColumn
{
    const Plan* plan = nullptr;
    bool stale = false;
};

/// A plan's numbers: before, after, the limit and the verdict by sign and word; other plans beside it, each number with
/// its difference to the first plan's and the sign of its own verdict. A limit whose source nobody has read says so.
/// The limit's definition and source are one hover away; a double click flies to the place of a number.
class PlanTable : public QTableWidget
{
    Q_OBJECT

public:
    explicit PlanTable(PanelContext& context, QWidget* parent = nullptr);

    /// `other` may be null. `stale` and `otherStale` mark all numbers of a plan.
    void show(const Plan* plan, const Plan* other = nullptr, bool stale = false, bool otherStale = false);
    /// Plans side by side; the first is what the others are compared with. Empty, or a first one that is null: nothing.
    void show(const std::vector<PlanColumn>& plans);
    using QTableWidget::show;
    /// Leaves out the numbers that are the same in all plans shown.
    void setOnlyDifferences(bool on);

protected:
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    /// Signs and colours are the theme's: kept as what they stand for, to be drawn again in another theme.
    void dress(QTableWidgetItem& item, std::optional<Mark> sign, std::optional<Mark> colour);
    void draw(QTableWidgetItem& item) const;
    void fillRow(int at, const ComparedNumber& row);
    void fillBeside(QTableWidgetItem& item, const ComparedNumber& row, size_t plan);
    void addLegend();
    void fit();
    /// The numbers before stand below those after, where there is no room for a column of their own.
    void foldBefore(bool fold);
    bool unverified(const PlanNumber& number) const;

    PanelContext& m_context;
    std::vector<PlanColumn> m_plans;
    bool m_onlyDifferences = false;
    bool m_before = false; ///< one plan, and it has numbers before
    std::vector<std::optional<Vec3>> m_places;
};

/// Definition, value, source and evidence of a limit, for a tooltip; empty if there is none.
QString limitHelp(const LimitTable& limits, const PlanNumber& number);

} // namespace pollux
