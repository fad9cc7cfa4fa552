#include "plugins/implant/move_cup_panel.h"

#include "plugins/implant/axis_gizmo_panel.h"
#include "plugins/implant/component_motion.h"
#include "plugins/implant/nudge_keys_panel.h"
#include "plugins/implant/nudge_panel.h"
#include "plugins/implant/verdicts.h"
#include "plugins/implant/views_row_panel.h"
#include "ui/forms/small_widgets.h"
#include "ui/forms/text.h"
#include "ui/panels/plan_table.h"
#include "ui/viewer/viewer.h"

#include <QKeyEvent>
#include <QLabel>
#include <QVBoxLayout>

#include <cmath>

namespace pollux::implant {

namespace {

constexpr double kSizeStep = 2; // mm: cups are made in even sizes
constexpr double kMark = 4;     // mm, the mark where the least bone is

/// In the order of the pad's buttons.
enum Motion {
    kInwards,
    kOutwards,
    kForwards,
    kBackwards,
    kUp,
    kDown,
    kDeeper,
    kHigher,
    kMoreInclination,
    kLessInclination,
    kMoreAnteversion,
    kLessAnteversion,
    kLarger,
    kSmaller
};
struct Change
{
    double CupSetting::*what; ///< nullptr: no single number, see MoveCup::nudge()
    double sign;
};
constexpr Change kChanges[] = {{&CupSetting::medial, 1},
                               {&CupSetting::medial, -1},
                               {&CupSetting::anterior, 1},
                               {&CupSetting::anterior, -1},
                               {&CupSetting::proximal, 1},
                               {&CupSetting::proximal, -1},
                               {nullptr, 1},
                               {nullptr, -1},
                               {&CupSetting::inclination, 1},
                               {&CupSetting::inclination, -1},
                               {&CupSetting::anteversion, 1},
                               {&CupSetting::anteversion, -1},
                               {&CupSetting::diameter, 1},
                               {&CupSetting::diameter, -1}};

enum View { kOpening, kCoronal, kAlong, kPatient };

} // namespace

MoveCup::MoveCup(PanelContext& context, const PlaceCup& place, QWidget* parent)
    : QWidget(parent), m_context(context), m_place(place), m_live(new LiveCup(context, place, this)),
      m_hint(mutedLabel(this)), m_keys(mutedLabel(this)), m_gizmo(new AxisGizmo(context.viewer, this)),
      m_table(new PlanTable(context, this)), m_hold(context.viewer), m_list(place.declare())
{
    setObjectName(QStringLiteral("moveCup"));
    setAccessibleName(tr("The cup in hand, moved by keys"));
    setFocusPolicy(Qt::StrongFocus);
    const std::vector<NudgePad::Entry> entries{
        {"cupInwards", tr("Inwards"), tr("Its centre goes medially, along the pelvis' axes")},
        {"cupOutwards", tr("Outwards"), tr("Its centre goes laterally, along the pelvis' axes")},
        {"cupForwards", tr("Forwards"), tr("Its centre goes to the front, along the pelvis' axes")},
        {"cupBackwards", tr("Backwards"), tr("Its centre goes to the back, along the pelvis' axes")},
        {"cupUp", tr("Up"), tr("Its centre goes towards the head, along the pelvis' axes; the leg becomes shorter")},
        {"cupDown", tr("Down"), tr("Its centre goes towards the feet, along the pelvis' axes; the leg becomes longer")},
        {"cupDeeper", tr("Deeper"), tr("Along its axis, towards the dome")},
        {"cupHigher", tr("Higher"), tr("Along its axis, out of the socket")},
        {"cupMoreInclination", tr("More inclination"), tr("Radiographic; the opening looks further outwards")},
        {"cupLessInclination", tr("Less inclination"), tr("Radiographic; the opening looks further down")},
        {"cupMoreAnteversion", tr("More anteversion"), tr("Radiographic; the opening looks further to the front")},
        {"cupLessAnteversion", tr("Less anteversion"), tr("Radiographic; the opening looks further to the back")},
        {"cupLarger", tr("Larger"), tr("By 2 mm of diameter")},
        {"cupSmaller", tr("Smaller"), tr("By 2 mm of diameter")},
    };
    m_pad = new NudgePad(entries, "cupStep", this);
    m_keys->setText(nudgeKeysTold(NudgeKeys::All));
    m_views = new ViewsRow(
        m_context,
        {{"cupViewsOpening", tr("Into the opening"), tr("Turn the slices to the cup's opening")},
         {"cupViewsCoronal", tr("Coronal of the pelvis"), tr("Turn the slices to the pelvis")},
         {"cupViewsAxis", tr("Along the axis"), tr("Turn the coronal slice along the cup's axis")},
         {"cupViewsPatient", tr("Views to the patient"), tr("Turn the slices back to the patient's planes")}},
        this);
    m_table->setMinimumHeight(300);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    for (QWidget* w : std::initializer_list<QWidget*>{m_hint, m_pad, m_keys, m_views, m_table})
        column->addWidget(w);
    connect(m_pad, &NudgePad::nudged, this, &MoveCup::nudge);
    connect(m_gizmo, &AxisGizmo::moved, this, &MoveCup::dragTo);
    connect(m_live, &LiveCup::told, this, &MoveCup::tell);
    if (m_context.viewer)
        connect(m_context.viewer, &Viewer::pathDragged, this, &MoveCup::drag);
}

void MoveCup::follow(const ParamValues& values, const Plan* plan, bool stale)
{
    m_cup = cupInHand(m_place, m_context.bench.document().current(), values);
    m_exact = plan && m_cup;
    if (m_exact || !m_cup)
        m_told.reset();
    renewControls();
    if (m_cup && isVisible()) {
        if (m_exact)
            m_live->prepare(*m_cup);
        else
            m_live->ask(*m_cup);
    }
    showNumbers(m_exact ? plan : nullptr, stale);
}

void MoveCup::renewControls()
{
    m_pad->setVisible(m_cup.has_value());
    m_keys->setVisible(m_cup.has_value());
    if (m_cup)
        for (int towards = NudgeKey::In; towards <= NudgeKey::Down; ++towards)
            for (const bool turn : {false, true}) {
                const NudgeKey key{static_cast<NudgeKey::Towards>(towards), turn};
                m_pad->setKey(motionOf(key), keyName(key));
            }
    const auto view = [&](View which, const auto& axes, const QString& help) {
        m_views->setView(which, m_cup ? std::optional<Mat3>(axes(*m_cup)) : std::nullopt,
                         m_cup ? help : tr("There is no cup yet: pelvis and landmarks come first."));
    };
    view(
        kOpening, [](const CupInHand& c) { return openingAxes(c.site, c.pose); },
        tr("The axial view lies in the plane of the opening, the other two contain the axis."));
    view(
        kCoronal, [](const CupInHand& c) { return viewAxes(c.site.frame); },
        m_cup && m_cup->site.byImage
            ? tr("The planes of the image, for the anterior pelvic plane is not known")
            : tr("The planes in which the angles count: coronal is the anterior pelvic plane"));
    view(
        kAlong, [](const CupInHand& c) { return alongAxes(c.site, c.pose); },
        tr("The coronal view is turned until it contains the cup's axis: dome, medial wall and both edges in one."));
    view(
        kPatient, [](const CupInHand&) { return Mat3(Mat3::Identity()); }, tr("Axial, sagittal and coronal as usual"));
    if (m_cup)
        m_views->setMiddle(m_cup->pose.origin);
}

void MoveCup::tell(const CupInHand& cup, const CupMeasures& measures)
{
    if (m_exact || !m_cup || m_cup->values.text("plan_id") != cup.values.text("plan_id"))
        return; // the exact one stands by now, or another is in hand
    Plan live;
    live.numbers = m_place.numbers(measures, cup.site, cup.cup, cup.pose, cup.values);
    for (PlanNumber& n : live.numbers)
        n.approximate = true;
    m_told = std::move(live);
    showNumbers(nullptr, false);
}

void MoveCup::showNumbers(const Plan* plan, bool stale)
{
    const Plan* shown = plan ? plan : m_told ? &*m_told : nullptr;
    m_table->setVisible(shown);
    if (shown)
        m_table->show(shown, nullptr, stale);
    m_hint->setText(!m_cup ? tr("The cup and its numbers appear here once pelvis and landmarks are there.")
                    : plan ? tr("Drag its centre (circle) or the handle on its axis (square) in a slice, move it by "
                                "steps, or change a number above: what follows is marked ≈ until it is exact.")
                           : tr("≈ Where it would lie. Place it for the exact numbers."));
    const bool good = shown && withinLimits(shown->numbers);
    if (!m_cup)
        Q_EMIT stateChanged(Mark::Open, tr("not placed"));
    else if (!shown)
        Q_EMIT stateChanged(Mark::Open, tr("numbers come"));
    else if (stale)
        Q_EMIT stateChanged(Mark::Stale, tr("stale"));
    else if (plan)
        Q_EMIT stateChanged(good ? Mark::Ok : Mark::Stop, good ? tr("within limits") : tr("outside limits"));
    else
        Q_EMIT stateChanged(good ? Mark::Ok : Mark::Stop, good ? tr("≈ within limits") : tr("≈ outside limits"));
    showInViews(shown);
}

void MoveCup::showInViews(const Plan* shown)
{
    if (!m_context.viewer || !isVisible()) // another task draws in the views
        return;
    if (!m_cup) {
        m_lost = false; // the views drop a drag of what is gone
        m_gizmo->leave();
        m_hold.leave();
        return;
    }
    const AxisPose& pose = m_cup->pose;
    const std::string& id = m_cup->values.text("plan_id");
    Path path{pose.origin, turningEnd(m_cup->cup, pose), !m_exact, q(id), !shown || withinLimits(shown->numbers)};
    path.needle = false;
    m_gizmo->show(pose);
    std::vector<Path> marks;
    if (shown)
        for (const PlanNumber& n : shown->numbers)
            if (n.key == "medial_wall" && n.place && n.after) {
                const Vec3 out = (*n.place - pose.origin).normalized() * std::max(kMark, *n.after);
                Path mark{*n.place, *n.place + out, !m_exact, pollux::shown(*n.after, Unit::Millimetre),
                          n.verdict == "ok"};
                mark.needle = false;
                marks.push_back(std::move(mark));
            }
    m_hold.show(path, std::move(marks));
    std::map<Id, std::shared_ptr<const Structure>> bodies;
    if (!m_exact && isValidId(id))
        bodies[Id(id + "-body")] = std::make_shared<const Structure>(cupBody(id, m_cup->cup, pose));
    m_hold.preview(std::move(bodies));
}

void MoveCup::hideEvent(QHideEvent* event)
{
    m_live->rest();
    m_dragging = m_lost = false;
    if (m_context.viewer && window()->isVisible()) { // not where the window itself goes, with what it is made of
        m_gizmo->leave();
        m_hold.leave();
    }
    QWidget::hideEvent(event);
}

void MoveCup::letGo()
{
    m_lost = m_lost || m_dragging;
    m_dragging = false;
}

void MoveCup::nudge(int motion, double step)
{
    if (!m_cup)
        return;
    const auto [what, sign] = kChanges[motion];
    const auto tidy = [](double v) { return std::round(v * 1e9) / 1e9 + 0.0; }; // 0.1 + 0.2 shall read 0.3
    CupSetting s = settingOf(m_cup->values);
    s.diameter = what == &CupSetting::diameter ? m_cup->cup.outerDiameter : s.diameter; // from what is proposed
    if (what)
        s.*what = tidy(s.*what + sign * (what == &CupSetting::diameter ? kSizeStep : step));
    else
        s = movedTo(m_cup->site, s, m_cup->pose.at(sign * step));
    for (double* shift : {&s.medial, &s.anterior, &s.proximal})
        *shift = tidy(*shift);
    Q_EMIT moved(withinRanges(s, m_list), true);
}

void MoveCup::drag(const QString& point, const Vec3& position, bool finished)
{
    if (!m_cup || !m_hold.handles()) // it is another task's path that is dragged
        return;
    const CupSetting from = settingOf(m_cup->values);
    hold(point == QStringLiteral("target") ? movedTo(m_cup->site, from, position)
                                           : turnedTo(m_cup->site, from, m_cup->pose.origin, position),
         finished);
}

void MoveCup::dragTo(const AxisPose& pose, bool finished)
{
    if (!m_cup)
        return;
    const AxisPose& now = m_cup->pose;
    CupSetting s = settingOf(m_cup->values);
    // What is not moved keeps the number that was entered, however fine.
    if ((pose.origin - now.origin).norm() > 1e-9)
        s = movedTo(m_cup->site, s, pose.origin);
    if ((pose.direction - now.direction).norm() > 1e-9)
        s = turnedTo(m_cup->site, s, now.origin, turningEnd(m_cup->cup, {now.origin, pose.direction}));
    hold(s, finished);
}

void MoveCup::hold(const CupSetting& setting, bool finished)
{
    if (m_lost) { // until the mouse has let go
        m_lost = !finished;
        return;
    }
    if (!isVisible())
        return;
    m_dragging = !finished;
    Q_EMIT moved(withinRanges(rounded(setting), m_list), finished);
}

int MoveCup::motionOf(const NudgeKey& key) const
{
    const bool right = m_cup->site.frame.side == Side::Right;
    switch (key.towards) {
    case NudgeKey::In:
        return key.turn ? kSmaller : kDeeper;
    case NudgeKey::Out:
        return key.turn ? kLarger : kHigher;
    // With Shift the opening is turned there.
    case NudgeKey::Left:
        return key.turn ? (right ? kLessInclination : kMoreInclination) : (right ? kInwards : kOutwards);
    case NudgeKey::Right:
        return key.turn ? (right ? kMoreInclination : kLessInclination) : (right ? kOutwards : kInwards);
    case NudgeKey::Front:
        return key.turn ? kMoreAnteversion : kForwards;
    case NudgeKey::Back:
        return key.turn ? kLessAnteversion : kBackwards;
    case NudgeKey::Up:
        return key.turn ? kMoreInclination : kUp;
    case NudgeKey::Down:
        break;
    }
    return key.turn ? kLessInclination : kDown;
}

void MoveCup::keyPressEvent(QKeyEvent* event)
{
    if (const auto key = nudgeKey(*event, NudgeKeys::All); key && m_cup)
        nudge(motionOf(*key), m_pad->step());
    else
        QWidget::keyPressEvent(event);
}

} // namespace pollux::implant
