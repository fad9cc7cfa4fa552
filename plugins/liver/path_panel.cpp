#include "plugins/liver/path_panel.h"

#include "core/case/plan_point.h"
#include "plugins/liver/candidates_panel.h"
#include "ui/forms/small_widgets.h"
#include "ui/forms/text.h"
#include "ui/panels/along_path_row.h"
#include "ui/panels/plan_table.h"
#include "ui/viewer/viewer.h"

#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace pollux::liver {

namespace {

bool withinLimits(const std::vector<PlanNumber>& numbers)
{
    return std::none_of(numbers.begin(), numbers.end(), [](const PlanNumber& n) { return n.verdict == "stop"; });
}

} // namespace

PathPanel::PathPanel(PanelContext& context, const PlanPuncture& operation, std::function<ParamValues()> values,
                     QWidget* parent)
    : QWidget(parent), m_context(context), m_values(std::move(values)),
      m_drag(new DragPreview(context, operation, this)), m_hint(mutedLabel(this)),
      m_table(new PlanTable(context, this)), m_another(new QPushButton(tr("Keep it, plan another beside it"), this)),
      m_along(new AlongPathRow(context, this)), m_candidates(new CandidatesPanel(context, this))
{
    m_table->setMinimumHeight(320);
    m_another->setObjectName(QStringLiteral("anotherPlan"));
    m_another->setAccessibleName(m_another->text());
    m_another->setToolTip(tr("The next computation makes a second plan; compare them under Plans."));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    column->addWidget(m_hint);
    column->addWidget(m_along);
    column->addWidget(m_table);
    column->addWidget(m_candidates);
    column->addWidget(m_another, 0, Qt::AlignLeft);
    connect(m_another, &QPushButton::clicked, this, &PathPanel::anotherWanted);
    connect(m_candidates, &CandidatesPanel::pathsChanged, this, &PathPanel::showOthers);
    connect(m_candidates, &CandidatesPanel::taken, this, &PathPanel::take);
    connect(m_drag, &DragPreview::mapReady, this, [this](const std::shared_ptr<const Field>& map) {
        if (m_context.viewer)
            m_context.viewer->setMapPreview(map);
    });
    if (m_context.viewer)
        connect(m_context.viewer, &Viewer::pathDragged, this, &PathPanel::drag);
}

const Plan* PathPanel::plan() const
{
    const auto& plans = m_context.bench.seenCase().plans;
    const auto it = plans.find(m_planId);
    return it == plans.end() || it->second->kind != "liver.puncture" ? nullptr : it->second.get();
}

void PathPanel::renew()
{
    const Plan* p = plan();
    const bool stale = p && staleIds(m_context.bench.document().current()).contains(m_planId);
    m_hint->setText(p ? tr("Drag target or entry in a slice: the numbers follow, marked ≈; on release they are exact.")
                      : tr("The path and its numbers appear here once they are computed."));
    m_table->show(p, nullptr, stale);
    m_table->setVisible(p); // an empty table tells nothing
    m_another->setVisible(p);
    m_along->setVisible(p);
    m_candidates->setVisible(p);
    m_candidates->setPlan(p ? m_context.bench.seenCase().plans.at(m_planId) : nullptr);
    const bool good = p && withinLimits(p->numbers);
    if (!p)
        Q_EMIT stateChanged(Mark::Open, tr("no path yet"));
    else if (stale)
        Q_EMIT stateChanged(Mark::Stale, tr("stale"));
    else
        Q_EMIT stateChanged(good ? Mark::Ok : Mark::Stop, good ? tr("within limits") : tr("outside limits"));
    if (m_context.viewer)
        showInViews(p, good);
}

void PathPanel::showInViews(const Plan* p, bool good)
{
    const auto target = p ? pointNamed(*p, "target") : std::nullopt;
    const auto entry = p ? pointNamed(*p, "entry") : std::nullopt;
    if ((!target || !entry) && !isVisible())
        return; // nothing to show, and the views may be another task's
    m_context.viewer->setEditable(target && entry);
    m_drag->endMap();
    if (!target || !entry) {
        m_along->setPath(std::nullopt);
        m_context.viewer->setPath(std::nullopt);
        m_context.viewer->setOtherPaths({});
        return;
    }
    m_target = *target;
    m_entry = *entry;
    m_context.viewer->setPath(Path{m_target, m_entry, false, q(p->name), good});
    const Id map("skin-map-" + m_planId.text());
    m_along->setPath(std::pair(m_entry, m_target));
    showOthers();
    m_context.viewer->setField(m_context.bench.document().current().fields.contains(map) ? map : Id());
    // As the release will run it: with the target as a point.
    ParamValues all = m_values();
    all.set("target_point", m_target);
    m_drag->prepare(all);
}

void PathPanel::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    if (m_context.viewer && plan()) // another task may have drawn in the views
        renew();
}

void PathPanel::showOthers()
{
    if (!m_context.viewer || !plan())
        return;
    std::vector<Path> others = m_candidates->paths();
    for (const auto& [id, other] : m_context.bench.seenCase().plans) {
        const auto target = pointNamed(*other, "target"), entry = pointNamed(*other, "entry");
        if (id == m_planId || other->kind != "liver.puncture" || !target || !entry)
            continue;
        others.push_back({*target, *entry, false, q(other->name), withinLimits(other->numbers)});
    }
    m_context.viewer->setOtherPaths(std::move(others));
}

ParamValues PathPanel::measured() const
{
    ParamValues all = m_values();
    all.set("target_point", m_target);
    all.set("entry_point", m_entry);
    all.set("plan_id", m_planId.text());
    if (const Plan* p = plan())
        all.set("name", p->name);
    return all;
}

void PathPanel::take(const Vec3& entry)
{
    if (!plan())
        return;
    m_entry = entry;
    Q_EMIT released(measured());
}

void PathPanel::flyToTarget()
{
    if (m_context.viewer && plan())
        m_context.viewer->flyTo(m_target);
}

void PathPanel::drag(const QString& point, const Vec3& position, bool finished)
{
    const Plan* p = plan();
    if (!p || !isVisible()) // it is another task's path that is dragged
        return;
    (point == QStringLiteral("entry") ? m_entry : m_target) = position;
    ParamValues all = m_values();
    const auto live = m_drag->at(all, *p, m_target, m_entry);
    if (point != QStringLiteral("entry") && !finished)
        m_drag->mapFor(all, m_target, p->name); // where from this other target is to be reached
    m_context.viewer->setPath(Path{m_target, m_entry, true, q(p->name), !live || live->feasible});
    m_along->setPath(std::pair(m_entry, m_target));
    if (live) {
        m_table->show(&live->plan);
        Q_EMIT stateChanged(live->feasible ? Mark::Ok : Mark::Stop,
                            live->feasible ? tr("≈ within limits") : QStringLiteral("≈ ") + live->reason);
    } else {
        Q_EMIT stateChanged(Mark::Open, tr("numbers on release"));
    }
    if (!finished)
        return;
    Q_EMIT released(measured());
}

} // namespace pollux::liver
