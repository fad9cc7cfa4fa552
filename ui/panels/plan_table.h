#pragma once

#include "ui/panels/panel_registry.h"

#include <QTableWidget>

namespace pollux {

/// A plan's numbers: before, after, the limit and the verdict by sign and word; a second plan beside it if one is
/// given. A limit whose source nobody has read says so. The limit's definition and source are one hover away; a double
/// click flies to the place of a number.
class PlanTable : public QTableWidget
{
    Q_OBJECT

public:
    explicit PlanTable(PanelContext& context, QWidget* parent = nullptr);

    /// `other` may be null. `stale` and `otherStale` mark all numbers of a plan.
    void show(const Plan* plan, const Plan* other = nullptr, bool stale = false, bool otherStale = false);
    using QTableWidget::show;

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    struct Row
    {
        const PlanNumber& number;
        const PlanNumber* other; ///< the same number of the plan beside it; nullptr if that has none
        bool stale;
        bool beside; ///< there is a plan beside it
        bool otherStale;
    };
    void fillRow(int at, const Row& row);
    void addLegend();
    void fit();
    bool unverified(const PlanNumber& number) const;

    PanelContext& m_context;
    std::vector<std::optional<Vec3>> m_places;
};

/// Definition, value, source and evidence of a limit, for a tooltip; empty if there is none.
QString limitHelp(const LimitTable& limits, const PlanNumber& number);

} // namespace pollux
