#include "plugins/implant/move_screw_panel.h"

#include "core/case/placed_implant.h"
#include "core/report/plan_comparison.h"
#include "plugins/implant/axis_gizmo_panel.h"
#include "plugins/implant/image_findings.h"
#include "plugins/implant/implant_body.h"
#include "plugins/implant/screw_grade_panel.h"
#include "plugins/implant/screw_pad_panel.h"
#include "plugins/implant/verdicts.h"
#include "ui/forms/small_widgets.h"
#include "ui/forms/text.h"
#include "ui/panels/along_path_row.h"
#include "ui/panels/plan_table.h"
#include "ui/viewer/viewer.h"

#include <QEvent>
#include <QKeyEvent>
#include <QLabel>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>

namespace pollux::implant {

namespace {

constexpr int kSettleMs = 700;
constexpr double kMark = 4; // mm, the mark where the least bone is

std::optional<ScrewInHand> placedScrew(const std::shared_ptr<const Plan>& plan)
{
    const auto shape = plan ? placedShape(*plan) : std::nullopt;
    const auto* screw = shape ? std::get_if<BoneScrew>(&shape->implant) : nullptr;
    return screw ? std::optional(ScrewInHand{*screw, shape->pose}) : std::nullopt;
}

/// The same screw at the same place, or none in both: a plan that is signed is another object, but not moved.
bool samePlace(const std::shared_ptr<const Plan>& a, const std::shared_ptr<const Plan>& b)
{
    const auto s = placedScrew(a), t = placedScrew(b);
    return a == b || (s && t ? same(*s, *t) : !a == !b && !s == !t);
}

} // namespace

MoveScrew::MoveScrew(PanelContext& context, const PlaceScrew& place, Values values, QWidget* parent)
    : QWidget(parent), m_context(context), m_place(place), m_values(std::move(values)),
      m_live(new LiveScrew(context, place, this)), m_hint(mutedLabel(this)), m_grade(new ScrewGrade(context, this)),
      m_along(new AlongPathRow(context, this, AlongPathRow::Of::Screw)), m_pad(new ScrewPad(this)),
      m_gizmo(new AxisGizmo(context.viewer, this)), m_table(new PlanTable(context, this)), m_settle(new QTimer(this))
{
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("The screw in hand"));
    setObjectName(QStringLiteral("moveScrew"));
    m_table->setMinimumHeight(300);
    m_settle->setSingleShot(true);
    m_settle->setInterval(kSettleMs);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    for (QWidget* w : std::initializer_list<QWidget*>{m_hint, m_grade, m_along, m_pad, m_table})
        column->addWidget(w);
    connect(m_pad, &ScrewPad::nudged, this, &MoveScrew::nudge);
    connect(m_gizmo, &AxisGizmo::moved, this, &MoveScrew::dragTo);
    connect(m_settle, &QTimer::timeout, this, [this] {
        if (m_now)
            Q_EMIT released(m_now->pose.origin, m_now->tip());
    });
    connect(m_live, &LiveScrew::told, this, &MoveScrew::tell);
    connect(m_live, &LiveScrew::prepared, this, [this] {
        if (m_now && isVisible())
            m_live->prepare(this->values(), *m_now); // something else may be in hand by now
    });
    if (m_context.viewer)
        connect(m_context.viewer, &Viewer::pathDragged, this, &MoveScrew::drag);
}

std::shared_ptr<const Plan> MoveScrew::current() const
{
    const auto& plans = m_context.bench.seenCase().plans;
    const auto it = plans.find(m_planId);
    return it == plans.end() || it->second->kind != kScrewPlan ? nullptr : it->second;
}

ParamValues MoveScrew::values() const
{
    ParamValues v = m_values();
    v.set("plan_id", m_planId.text());
    return v;
}

void MoveScrew::setPlan(const Id& id)
{
    if (id == m_planId)
        return;
    settle();
    m_planId = id;
    endDrag();
    m_live->forget();
    m_told.reset();
    m_awaited.clear();
    m_base.reset();
    m_now.reset();
    m_moving = m_trial = false;
}

bool MoveScrew::settle()
{
    if (!m_settle->isActive() || !m_now)
        return false;
    m_settle->stop();
    Q_EMIT released(m_now->pose.origin, m_now->tip());
    return true;
}

int MoveScrew::await(const ScrewInHand& there)
{
    m_awaited.insert_or_assign(++m_tickets, there);
    return m_tickets;
}

void MoveScrew::landed(int ticket)
{
    m_awaited.erase(ticket);
}

/// It is what a run on its way was to put.
bool MoveScrew::lands(const std::shared_ptr<const Plan>& plan) const
{
    const auto placed = placedScrew(plan);
    return placed && std::any_of(m_awaited.begin(), m_awaited.end(),
                                 [&](const auto& awaited) { return same(awaited.second, *placed); });
}

void MoveScrew::endDrag()
{
    m_lost = m_lost || m_dragging;
    m_dragging = false;
}

void MoveScrew::renew(const std::optional<ScrewInHand>& trial)
{
    const std::shared_ptr<const Plan> plan = current();
    const bool held = m_dragging || m_settle->isActive();
    // Of a plan that lies elsewhere (undone, or made by others) nothing is left to be moved; a run of its own that
    // lands meanwhile is no such change.
    const bool elsewhere = !samePlace(plan, m_base) && !lands(plan);
    if (elsewhere && !m_awaited.empty()) {
        m_awaited.clear();
        Q_EMIT overtaken();
    }
    if (elsewhere || (!held && m_awaited.empty()))
        take(plan, trial);
    m_base = plan;
    m_hint->setText(!m_now ? tr("The screw and its numbers appear here once entry and target are set.")
                    : m_trial
                        ? tr("≈ Where it would lie. Drag the entry or the tip in a slice, or move it by steps; place "
                             "it for the exact numbers.")
                        : tr("Drag the entry or the tip in a slice, or move it by steps: the numbers follow, marked ≈; "
                             "let go, they are exact."));
    m_pad->follow(m_now ? std::optional(m_now->pose) : std::nullopt);
    showNumbers();
    showInViews();
    if (m_now && isVisible())
        m_live->prepare(values(), *m_now);
}

void MoveScrew::take(const std::shared_ptr<const Plan>& plan, const std::optional<ScrewInHand>& trial)
{
    m_settle->stop();
    endDrag();
    const std::optional<ScrewInHand> placed = placedScrew(plan);
    const bool differs = trial && !(placed && same(*trial, *placed));
    m_trial = differs;
    if (differs && m_moving && m_now && same(*m_now, *trial))
        return; // its numbers stand, or come
    m_now = differs ? trial : placed;
    if (!differs) {
        m_told.reset();
        m_live->forget();
    }
    m_moving = differs;
    if (differs && isVisible()) // else once it is shown
        moved();
}

void MoveScrew::nudge(const AxisPose& pose)
{
    m_now->pose = pose; // the pad follows m_now: there is one
    moved();
    m_settle->start();
}

void MoveScrew::drag(const QString& point, const Vec3& position, bool finished)
{
    if (!m_now || !isVisible()) { // it is another task's path that is dragged
        m_lost = m_lost && !finished;
        return;
    }
    AxisPose pose = m_now->pose;
    if (point == QStringLiteral("entry")) {
        pose.origin = position; // the screw goes with it: its axis stays
    } else {
        const Vec3 d = position - pose.origin;
        if (d.norm() > m_now->screw.length / 4)
            pose.direction = d.normalized();
    }
    dragTo(pose, finished);
}

void MoveScrew::dragTo(const AxisPose& pose, bool finished)
{
    if (m_lost) { // until the mouse has let go
        m_lost = !finished;
        return;
    }
    if (!m_now)
        return;
    m_settle->stop();
    m_dragging = !finished;
    m_now->pose = pose;
    moved();
    if (finished)
        m_settle->start();
}

void MoveScrew::moved()
{
    m_moving = true;
    const ParamValues v = values();
    m_live->prepare(v, *m_now);
    m_live->ask(*m_now, m_place.execution(v));
    if (!m_told)
        showNumbers();
    m_pad->follow(m_now ? std::optional(m_now->pose) : std::nullopt);
    showInViews();
}

void MoveScrew::tell(const ScrewMoment& moment)
{
    if (!m_moving || !m_now)
        return; // the exact one stands by now
    const ParamValues v = values();
    const auto& volumes = m_context.bench.document().current().volumes;
    const auto image = isValidId(v.text("volume")) ? volumes.find(Id(v.text("volume"))) : volumes.end();
    if (image == volumes.end())
        return;
    const std::shared_ptr<const Plan> p = current();
    Plan live;
    live.name = p ? p->name : m_planId.text();
    live.numbers = m_place.numbers(moment.measures, moment.screw.pose, v, uncalibrated(*image->second));
    for (PlanNumber& n : live.numbers) {
        n.approximate = true;
        if (!p)
            continue;
        for (const PlanNumber& before : p->numbers)
            if (before.key == n.key)
                n.before = before.after;
    }
    m_told = std::move(live);
    showNumbers();
    showInViews();
}

void MoveScrew::showNumbers()
{
    const std::shared_ptr<const Plan> p = current();
    const Plan* shown = m_moving ? (m_told ? &*m_told : nullptr) : p.get();
    const bool stale = !m_moving && p && staleIds(m_context.bench.document().current()).contains(m_planId);
    for (QWidget* w : std::initializer_list<QWidget*>{m_grade, m_table})
        w->setVisible(shown);
    if (!shown) {
        Q_EMIT stateChanged(Mark::Open, m_moving ? tr("numbers on release") : tr("not placed"));
        return;
    }
    m_table->show(shown, nullptr, stale);
    m_grade->show(shown->numbers, values(), stale);
    const bool good = withinLimits(shown->numbers);
    if (stale)
        Q_EMIT stateChanged(Mark::Stale, tr("stale"));
    else if (m_moving)
        Q_EMIT stateChanged(good ? Mark::Ok : Mark::Stop, good ? tr("≈ within limits") : tr("≈ outside limits"));
    else
        Q_EMIT stateChanged(good ? Mark::Ok : Mark::Stop, good ? tr("within limits") : tr("outside limits"));
}

void MoveScrew::showInViews()
{
    m_along->setVisible(m_now.has_value());
    if (!m_context.viewer || !isVisible()) // another task draws in the views
        return;
    m_context.viewer->setEditable(m_now.has_value());
    if (!m_now) {
        m_lost = false; // the views drop a drag of what is gone
        leaveViews();
        m_along->setPath(std::nullopt);
        return;
    }
    const std::shared_ptr<const Plan> p = current();
    const Plan* shown = m_moving ? (m_told ? &*m_told : nullptr) : p.get();
    Path path{m_now->tip(), m_now->pose.origin, m_moving, q(m_planId.text()), !shown || withinLimits(shown->numbers)};
    path.needle = false;
    m_context.viewer->setPath(path);
    m_gizmo->show(m_now->pose);
    m_along->setPath(std::pair(m_now->pose.origin, m_now->tip()));
    std::vector<Path> marks;
    if (shown)
        for (const PlanNumber& n : shown->numbers)
            if (n.key == "wall" && n.place && n.after) {
                const Vec3 foot = m_now->pose.at(m_now->pose.coordinates(*n.place).along);
                const Vec3 out = (*n.place - foot).normalized() * kMark;
                Path mark{*n.place, *n.place + out, m_moving, pollux::shown(*n.after, Unit::Millimetre),
                          n.verdict == "ok"};
                mark.needle = false;
                marks.push_back(std::move(mark));
            }
    m_context.viewer->setOtherPaths(std::move(marks));
    if (m_moving)
        m_context.viewer->setStructurePreview(Id(m_planId.text() + "-body"),
                                              std::make_shared<const Structure>(implantBody(
                                                  m_planId.text(), kImplantColour, m_now->screw.whole(), m_now->pose)));
    else if (m_previews)
        m_context.viewer->setStructurePreview(Id(), nullptr);
    m_previews = m_moving;
}

void MoveScrew::leaveViews()
{
    if (m_previews)
        m_context.viewer->setStructurePreview(Id(), nullptr);
    m_previews = false;
    m_gizmo->leave();
    m_context.viewer->setPath(std::nullopt);
    m_context.viewer->setOtherPaths({});
}

void MoveScrew::flyTo()
{
    if (m_context.viewer && m_now)
        m_context.viewer->flyTo(m_now->pose.at(m_now->screw.length / 2));
}

void MoveScrew::keyPressEvent(QKeyEvent* event)
{
    if (!m_pad->key(*event))
        QWidget::keyPressEvent(event);
}

void MoveScrew::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    if (m_moving && m_now)
        moved();
    showInViews();
}

void MoveScrew::hideEvent(QHideEvent* event)
{
    m_dragging = m_lost = false;
    if (window()->isVisible() && m_context.viewer) // not where the window itself goes, with what it is made of
        leaveViews();                              // another task draws in the views now
    QWidget::hideEvent(event);
}

void MoveScrew::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && m_settle)
        showNumbers(); // the table's signs are drawn in the theme's colours
}

} // namespace pollux::implant
