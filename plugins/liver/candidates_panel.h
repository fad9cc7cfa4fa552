#pragma once

#include "core/case/case.h"
#include "ui/panels/panel_registry.h"
#include "ui/viewer/path.h"

#include <QWidget>

#include <memory>
#include <vector>

class QLabel;
class QPushButton;
class QToolButton;

namespace pollux {
class ParallelChart;
}

namespace pollux::liver {

/// The other entries that no entry betters in everything, as a plan keeps them (its detail): brushed by their numbers,
/// drawn in the views, and taken in place of the path in hand.
class CandidatesPanel : public QWidget
{
    Q_OBJECT

public:
    CandidatesPanel(PanelContext& context, QWidget* parent);

    /// nullptr: none. Reads nothing anew where the plan is the same.
    void setPlan(std::shared_ptr<const Plan> plan);
    /// The needles that pass, thin; the one in hand not faint. Empty while the chart is folded away.
    std::vector<Path> paths() const;

Q_SIGNALS:
    void pathsChanged();
    void taken(pollux::Vec3 entry);

private:
    void renew();
    void take();

    PanelContext& m_context;
    std::shared_ptr<const Plan> m_plan;
    std::vector<Vec3> m_entries; ///< one a choice of the chart
    Vec3 m_target = Vec3::Zero();
    QToolButton* m_fold;
    ParallelChart* m_chart;
    QLabel* m_told;
    QPushButton* m_clear;
    QPushButton* m_take;
};

} // namespace pollux::liver
