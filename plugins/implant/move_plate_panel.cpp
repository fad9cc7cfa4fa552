#include "plugins/implant/move_plate_panel.h"

#include "core/base/error.h"
#include "core/case/placed_implant.h"
#include "plugins/implant/implant_body.h"
#include "plugins/implant/nudge_keys_panel.h"
#include "plugins/implant/nudge_panel.h"
#include "plugins/implant/verdicts.h"
#include "plugins/implant/views_row_panel.h"
#include "ui/forms/small_widgets.h"
#include "ui/forms/text.h"
#include "ui/panels/plan_table.h"
#include "ui/viewer/gizmo.h"
#include "ui/viewer/viewer.h"

#include <QKeyEvent>
#include <QLabel>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace pollux::implant {

namespace {

constexpr double kMark = 2; // mm, the least mark of a gap

/// In the order of the pad's buttons.
enum Motion { kOnwards, kBack, kAcross, kOtherWay, kOff, kOnto, kRollMore, kRollLess, kSwivel, kSwivelBack };
/// In the order of the handles in 3-D.
enum Handle { kAlongHandle, kAcrossHandle, kOffHandle, kRollHandle, kSwivelHandle };
enum View { kAcrossView, kAlongView, kPatientView };

double tidy(double v)
{
    return std::round(v * 1e9) / 1e9; // 0.1 + 0.2 shall read 0.3
}

/// Along one of the plate's axes (see BodyPose), or for `turns` about it: x rolls it, y swivels it on the bone.
PlateSetting movedAlong(const PlateSetting& from, const BodyPose& pose, int axis, bool turns, double amount,
                        const PlateScene* scene)
{
    PlateSetting s = from;
    if (axis == 1 && turns)
        return swivelled(from, pose.axes.col(1), amount, scene);
    if (turns)
        s.roll = tidy(s.roll + amount);
    else if (axis == 1)
        s.standoff = tidy(s.standoff + amount);
    else
        return shifted(from, amount * pose.axes.col(axis), scene);
    return s;
}

} // namespace

MovePlate::MovePlate(PanelContext& context, const PlacePlate& place, QWidget* parent)
    : QWidget(parent), m_context(context), m_place(place), m_live(new LivePlate(context, place, this)),
      m_hint(mutedLabel(this)), m_keys(mutedLabel(this)), m_table(new PlanTable(context, this)),
      m_gizmo(new Gizmo(this)), m_list(place.declare()), m_hold(context.viewer)
{
    setObjectName(QStringLiteral("movePlate"));
    setAccessibleName(tr("The plate in hand, moved by keys"));
    setFocusPolicy(Qt::StrongFocus);
    const std::vector<NudgePad::Entry> entries{
        {"plateOnwards", tr("To the second point"), tr("Along the plate, its length stays")},
        {"plateBack", tr("To the first point"), tr("Along the plate, its length stays")},
        {"plateAcross", tr("To the right of it"),
         tr("Across the plate, as seen from above it towards its second point")},
        {"plateOtherWay", tr("To the left of it"),
         tr("Across the plate, as seen from above it towards its second point")},
        {"plateOff", tr("Off the bone"), tr("Moved out, square to its base")},
        {"plateOnto", tr("Onto the bone"), tr("Moved in; beyond where it touches it is let into the bone")},
        {"plateRoll", tr("Roll clockwise"), tr("About its length, as seen from the first point")},
        {"plateRollBack", tr("Roll back"), tr("About its length, counterclockwise as seen from the first point")},
        {"plateSwivel", tr("Turn on the bone"), tr("Counterclockwise as seen from above it, about its middle")},
        {"plateSwivelBack", tr("Turn back"), tr("Clockwise as seen from above it, about its middle")},
    };
    m_pad = new NudgePad(entries, "plateStep", this);
    m_keys->setText(nudgeKeysTold(NudgeKeys::All));
    m_views = new ViewsRow(
        m_context,
        {{"plateViewsAcross", tr("Across the plate"), tr("Turn the axial slice across the plate")},
         {"plateViewsAlong", tr("Along the plate"), tr("Turn the coronal slice along the plate")},
         {"plateViewsPatient", tr("Views to the patient"), tr("Turn the slices back to the patient's planes")}},
        this);
    m_table->setMinimumHeight(300);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    for (QWidget* w : std::initializer_list<QWidget*>{m_hint, m_pad, m_keys, m_views, m_table})
        column->addWidget(w);
    connect(m_pad, &NudgePad::nudged, this, &MovePlate::nudge);
    connect(m_gizmo, &Gizmo::dragged, this, &MovePlate::dragHandle);
    connect(m_live, &LivePlate::told, this, &MovePlate::tell);
    connect(m_live, &LivePlate::lost, this, &MovePlate::lose);
    if (m_context.viewer)
        connect(m_context.viewer, &Viewer::pathDragged, this, &MovePlate::drag);
}

void MovePlate::follow(const ParamValues& values, const Plan* plan, bool stale)
{
    const auto before = std::exchange(m_hand, plateInHand(m_place, m_context.bench.document().current(), values));
    m_exact = plan && m_hand;
    const bool same = before && m_hand && before->values == m_hand->values;
    if (!m_hand || (before && before->values.text("plan_id") != m_hand->values.text("plan_id"))) {
        m_lies.reset();
        m_told.reset();
    }
    if (!same)
        m_here = m_lost = false;
    if (m_exact) {
        m_told.reset();
        takeExact(*plan);
    }
    renewControls();
    if (m_hand && isVisible()) {
        if (m_exact)
            m_live->prepare(*m_hand);
        else
            m_live->ask(*m_hand);
    }
    showNumbers(m_exact ? plan : nullptr, stale);
}

void MovePlate::takeExact(const Plan& plan)
{
    const auto placed = placedShape(plan);
    if (!placed)
        return;
    const PlateSetting s = plateSettingOf(m_hand->values);
    m_lies = Lies{placed->body, s.from, s.to};
    for (const NamedPoint& p : plan.points)
        if (p.key == "from" || p.key == "to")
            (p.key == "from" ? m_lies->from : m_lies->to) = p.position;
    m_here = true;
    m_lost = false;
    m_screws.clear(); // the case has them
}

bool MovePlate::inHand(const PlateInHand& hand) const
{
    return !m_exact && m_hand && m_hand->values.text("plan_id") == hand.values.text("plan_id");
}

void MovePlate::tell(const PlateMoment& moment)
{
    if (!inHand(moment.hand))
        return;
    m_lies = Lies{moment.fit.pose, moment.fit.from, moment.fit.to};
    m_here = moment.hand.values == m_hand->values;
    m_lost = false;
    m_screws.clear();
    const std::string& plan = m_hand->values.text("plan_id");
    for (const PlateScrew& s : moment.measures.screws)
        if (isValidId(plan))
            m_screws.push_back({plateScrewId(plan, s.hole), s.screw, s.pose});
    Plan live;
    live.numbers = m_place.numbers(moment.measures, moment.hand.plate, moment.fit, moment.hand.values);
    for (PlanNumber& n : live.numbers)
        n.approximate = true;
    m_told = std::move(live);
    renewControls();
    showNumbers(nullptr, false);
}

void MovePlate::lose(const PlateInHand& hand)
{
    if (!inHand(hand))
        return;
    m_lost = true;
    m_told.reset();
    showNumbers(nullptr, false);
}

void MovePlate::renewControls()
{
    const bool lies = m_hand && m_lies;
    m_pad->setVisible(lies);
    m_keys->setVisible(lies);
    if (lies)
        for (int towards = NudgeKey::In; towards <= NudgeKey::Down; ++towards)
            for (const bool turn : {false, true}) {
                const NudgeKey key{static_cast<NudgeKey::Towards>(towards), turn};
                m_pad->setKey(motionOf(key), keyName(key));
            }
    const auto view = [&](View which, const auto& axes, const QString& help) {
        m_views->setView(which, lies ? std::optional<Mat3>(axes(m_lies->pose)) : std::nullopt,
                         lies ? help : tr("There is no plate yet: bone and points come first."));
    };
    view(kAcrossView, acrossPlate,
         tr("The axial view lies across the plate, the sagittal one along it, the coronal one looks onto it."));
    view(kAlongView, alongPlate,
         tr("The coronal view lies along the plate, square to its base: the gap and all screws in one."));
    view(
        kPatientView, [](const BodyPose&) { return Mat3(Mat3::Identity()); },
        tr("Axial, sagittal and coronal as usual"));
    if (lies)
        m_views->setMiddle(m_lies->pose.origin);
}

void MovePlate::showNumbers(const Plan* plan, bool stale)
{
    const Plan* shown = plan ? plan : m_told ? &*m_told : nullptr;
    m_table->setVisible(shown);
    if (shown)
        m_table->show(shown, nullptr, stale);
    m_hint->setText(!m_hand ? tr("The plate and its numbers appear here once a bone is chosen and both points are set.")
                    : m_lost ? tr("No bone lies near its points: set both on the bone's surface.")
                    : plan   ? tr("Drag its first point (square) or its second (circle) in a slice: they slide on the "
                                    "bone. Or move it by steps, or change a number above: what follows is marked ≈ until "
                                    "it is exact.")
                             : tr("≈ Where it would lie. Place it for the exact numbers."));
    const bool good = shown && withinLimits(shown->numbers);
    if (!m_hand)
        Q_EMIT stateChanged(Mark::Open, tr("not placed"));
    else if (!shown)
        Q_EMIT stateChanged(Mark::Open, m_lost ? tr("no bone there") : tr("numbers come"));
    else if (stale)
        Q_EMIT stateChanged(Mark::Stale, tr("stale"));
    else if (plan)
        Q_EMIT stateChanged(good ? Mark::Ok : Mark::Stop, good ? tr("within limits") : tr("outside limits"));
    else
        Q_EMIT stateChanged(good ? Mark::Ok : Mark::Stop, good ? tr("≈ within limits") : tr("≈ outside limits"));
    showInViews(shown);
}

std::vector<Path> MovePlate::marks(const Plan* shown) const
{
    std::vector<Path> out;
    const auto add = [&](const Vec3& target, const Vec3& entry, const QString& label, bool good) {
        out.push_back({target, entry, !m_exact, label, good});
        out.back().needle = false;
    };
    if (!shown || !m_lies)
        return out;
    for (const PlanNumber& n : shown->numbers)
        if (n.key == "gap_most" && n.place && n.after)
            add(*n.place - std::max(kMark, *n.after) * m_lies->pose.axes.col(1), *n.place,
                pollux::shown(*n.after, Unit::Millimetre), true);
    for (const Screw& s : m_screws)
        add(s.pose.at(s.screw.length), s.pose.origin, pollux::shown(s.screw.length, Unit::Millimetre), true);
    return out;
}

void MovePlate::showInViews(const Plan* shown)
{
    if (!m_context.viewer || !isVisible()) // another task draws in the views
        return;
    if (!m_hand) {
        m_dropped = false; // the views drop a drag of what is gone
        m_gizmo->hide();
        m_hold.leave();
        return;
    }
    const PlateSetting s = plateSettingOf(m_hand->values);
    Path path{m_here ? m_lies->to : s.to, m_here ? m_lies->from : s.from, !m_exact, q(m_hand->values.text("plan_id")),
              !shown || withinLimits(shown->numbers)};
    path.needle = false;
    m_hold.show(path, marks(shown));
    if (!m_lies)
        return;
    const Mat3& axes = m_lies->pose.axes;
    // In the order of Handle.
    m_gizmo->setHandles(m_lies->pose.origin, {{axes.col(0), false, tr("To the second point")},
                                              {axes.col(2), false, tr("To the right of it")},
                                              {axes.col(1), false, tr("Off the bone")},
                                              {axes.col(0), true, tr("Roll clockwise")},
                                              {axes.col(1), true, tr("Turn on the bone")}});
    m_context.viewer->setGizmo(m_gizmo);
    showBodies();
}

void MovePlate::showBodies()
{
    const std::string& plan = m_hand->values.text("plan_id");
    if (m_exact || !m_lies || m_lost || !isValidId(plan)) {
        m_hold.preview({});
        return;
    }
    std::map<Id, std::shared_ptr<const Structure>> bodies;
    for (size_t n = 0; n < kMostPlateHoles; ++n) // where it was placed they are gone
        if (const Id id = plateScrewId(plan, n); m_context.bench.seenCase().structures.contains(id))
            bodies[id] = nullptr;
    for (const Screw& s : m_screws)
        bodies[s.id] =
            std::make_shared<const Structure>(implantBody(s.id.text(), kImplantColour, s.screw.whole(), s.pose));
    const Id body(plan + "-body");
    try {
        bodies[body] = m_body.at(m_hand->plate, m_lies->pose, body.text());
    } catch (const Error&) { // measures that make no body: the check above the form says so
        bodies.clear();
    }
    m_hold.preview(std::move(bodies));
}

void MovePlate::flyTo()
{
    if (!m_context.viewer || !m_hand)
        return;
    const PlateSetting s = plateSettingOf(m_hand->values);
    m_context.viewer->flyTo((s.from + s.to) / 2);
}

void MovePlate::hideEvent(QHideEvent* event)
{
    m_live->rest();
    m_dragging = m_dropped = false;
    m_taken.reset();
    if (m_context.viewer && window()->isVisible()) { // not where the window itself goes, with what it is made of
        m_gizmo->hide();
        if (m_context.viewer->gizmo() == m_gizmo)
            m_context.viewer->setGizmo(nullptr);
        m_hold.leave();
    }
    QWidget::hideEvent(event);
}

void MovePlate::letGo()
{
    m_dropped = m_dropped || m_dragging;
    m_dragging = false;
    m_taken.reset();
}

void MovePlate::nudge(int motion, double step)
{
    if (!m_hand || !m_lies)
        return;
    constexpr int kAxes[] = {0, 0, 2, 2, 1, 1, 0, 0, 1, 1};
    const double amount = motion % 2 == 0 ? step : -step;
    hold(movedAlong(plateSettingOf(m_hand->values), m_lies->pose, kAxes[motion], motion >= kRollMore, amount,
                    m_live->scene()),
         true);
}

void MovePlate::drag(const QString& point, const Vec3& position, bool finished)
{
    if (!m_hand || !m_hold.handles()) // it is another task's path that is dragged
        return;
    hold(pointMoved(plateSettingOf(m_hand->values), point == QStringLiteral("target"), position, m_live->scene()),
         finished);
}

void MovePlate::dragHandle(int handle, double amount, bool finished)
{
    if (!m_hand || !m_lies)
        return;
    if (!m_taken)
        m_taken.emplace(plateSettingOf(m_hand->values), m_lies->pose);
    constexpr int kAxes[] = {0, 2, 1, 0, 1};
    const auto [from, pose] = *m_taken;
    const PlateSetting s = movedAlong(from, pose, kAxes[handle], handle >= kRollHandle, amount, m_live->scene());
    if (finished)
        m_taken.reset();
    hold(s, finished);
}

void MovePlate::hold(const PlateSetting& setting, bool finished)
{
    if (m_dropped) { // until the mouse has let go
        m_dropped = !finished;
        return;
    }
    if (!isVisible())
        return;
    m_dragging = !finished;
    Q_EMIT moved(withinRanges(rounded(setting), m_list), finished);
}

int MovePlate::motionOf(const NudgeKey& key) const
{
    constexpr int kMotions[3][2] = {{kOnwards, kBack}, {kOff, kOnto}, {kAcross, kOtherWay}};
    PlateWay way;
    const auto ways = bodyWays(m_lies->pose); // left, posterior, superior
    switch (key.towards) {
    case NudgeKey::In:
        return key.turn ? kSwivelBack : kOnto;
    case NudgeKey::Out:
        return key.turn ? kSwivel : kOff;
    case NudgeKey::Left:
    case NudgeKey::Right:
        way = ways[0];
        break;
    case NudgeKey::Back:
    case NudgeKey::Front:
        way = ways[1];
        break;
    case NudgeKey::Up:
    case NudgeKey::Down:
        way = ways[2];
        break;
    }
    const bool other =
        key.towards == NudgeKey::Right || key.towards == NudgeKey::Front || key.towards == NudgeKey::Down;
    const bool forth = (way.sign > 0) != other;
    if (key.turn) // its top goes there; along it nothing rolls: it is turned on the bone
        return way.axis == 2 ? (forth ? kRollMore : kRollLess) : (forth ? kSwivel : kSwivelBack);
    return kMotions[way.axis][forth ? 0 : 1];
}

void MovePlate::keyPressEvent(QKeyEvent* event)
{
    if (const auto key = nudgeKey(*event, NudgeKeys::All); key && m_hand && m_lies)
        nudge(motionOf(*key), m_pad->step());
    else
        QWidget::keyPressEvent(event);
}

} // namespace pollux::implant
