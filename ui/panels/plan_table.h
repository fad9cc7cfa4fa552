#pragma once

#include "ui/panels/panel_registry.h"

#include <QTableWidget>

namespace pollux {

/// A plan's numbers: before, after, the limit and the verdict by sign and word; a second plan beside it if one is
/// given. The limit's definition and source are one hover away; a double click flies to the place of a number.
class PlanTable : public QTableWidget
{
    Q_OBJECT

public:
    explicit PlanTable(PanelContext& context, QWidget* parent = nullptr);

    /// `other` may be null. `stale` marks all numbers.
    void show(const Plan* plan, const Plan* other = nullptr, bool stale = false);
    using QTableWidget::show;

private:
    void fillRow(int row, const PlanNumber& number, const PlanNumber* other, bool stale, bool beside);

    PanelContext& m_context;
    std::vector<std::optional<Vec3>> m_places;
};

/// Definition, value, source and evidence of a limit, for a tooltip; empty if there is none.
QString limitHelp(const LimitTable& limits, const PlanNumber& number);

} // namespace pollux
