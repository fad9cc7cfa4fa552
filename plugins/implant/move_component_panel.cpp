#include "plugins/implant/move_component_panel.h"

#include "core/base/error.h"
#include "plugins/implant/bone_views_panel.h"
#include "plugins/implant/image_findings.h"
#include "plugins/implant/nudge_keys_panel.h"
#include "plugins/implant/nudge_panel.h"
#include "plugins/implant/verdicts.h"
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

constexpr double kFine = 100; // a drag ends at a hundredth of a millimetre or degree

/// In the order of the pad's buttons.
enum Motion {
    kCutDeeper,
    kCutLess,
    kInwards,
    kOutwards,
    kForwards,
    kBackwards,
    kVarus,
    kValgus,
    kMoreSlope,
    kLessSlope,
    kTurnOut,
    kTurnIn
};
struct Change
{
    double ComponentSetting::*what;
    double sign;
};
constexpr Change kChanges[] = {
    {&ComponentSetting::resection, 1}, {&ComponentSetting::resection, -1}, {&ComponentSetting::lateral, -1},
    {&ComponentSetting::lateral, 1},   {&ComponentSetting::anterior, 1},   {&ComponentSetting::anterior, -1},
    {&ComponentSetting::varus, 1},     {&ComponentSetting::varus, -1},     {&ComponentSetting::slope, 1},
    {&ComponentSetting::slope, -1},    {&ComponentSetting::rotation, 1},   {&ComponentSetting::rotation, -1}};

ComponentSetting rounded(ComponentSetting s)
{
    for (double* v : {&s.resection, &s.varus, &s.slope, &s.rotation, &s.lateral, &s.anterior})
        *v = std::round(*v * kFine) / kFine;
    return s;
}

} // namespace

MoveComponent::MoveComponent(PanelContext& context, const PlaceComponent& place, const LiveComponent& live,
                             QWidget* parent)
    : QWidget(parent), m_context(context), m_place(place), m_live(live), m_hint(mutedLabel(this)),
      m_keys(mutedLabel(this)), m_views(new BoneViewsRow(context, this)), m_table(new PlanTable(context, this)),
      m_gizmo(new Gizmo(this)), m_list(place.declare())
{
    setObjectName(QStringLiteral("moveComponent"));
    setAccessibleName(tr("The component in hand, moved by keys"));
    setFocusPolicy(Qt::StrongFocus);
    const std::vector<NudgePad::Entry> entries{
        {"nudgeResect", tr("Cut deeper"), tr("More bone is taken away")},
        {"nudgeSpare", tr("Cut less"), tr("Less bone is taken away")},
        {"nudgeMedial", tr("Inwards"), tr("Towards the middle of the body, in the cut")},
        {"nudgeLateral", tr("Outwards"), tr("Away from the middle of the body, in the cut")},
        {"nudgeFront", tr("Forwards"), tr("Towards the front, in the cut")},
        {"nudgeBack", tr("Backwards"), tr("Towards the back, in the cut")},
        {"tiltVarus", tr("More varus"), tr("In the bone's coronal plane")},
        {"tiltValgus", tr("More valgus"), tr("In the bone's coronal plane")},
        {"tiltSlope", tr("More slope"), tr("In the bone's sagittal plane, down towards the back")},
        {"tiltFlat", tr("Less slope"), tr("In the bone's sagittal plane")},
        {"turnOut", tr("Turn outwards"), tr("External rotation, in the bone's transverse plane")},
        {"turnIn", tr("Turn inwards"), tr("Internal rotation, in the bone's transverse plane")},
    };
    m_pad = new NudgePad(entries, "jointStep", this);
    m_keys->setText(nudgeKeysTold());
    m_table->setMinimumHeight(300);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    column->addWidget(m_hint);
    column->addWidget(m_pad);
    column->addWidget(m_keys);
    column->addWidget(m_views);
    column->addWidget(m_table);
    connect(m_pad, &NudgePad::nudged, this, &MoveComponent::nudge);
    connect(m_gizmo, &Gizmo::dragged, this, &MoveComponent::dragHandle);
    if (m_context.viewer)
        connect(m_context.viewer, &Viewer::pathDragged, this, &MoveComponent::drag);
}

void MoveComponent::follow(const ParamValues& values, const Plan* plan, bool stale)
{
    m_values = values;
    const Case& c = m_context.bench.document().current();
    m_site = m_place.site(c, values);
    m_pad->setEnabled(m_site.has_value());
    renewKeys();
    const auto moment = m_live.at(values);
    m_views->setAxes(moment && m_site
                         ? std::optional(BoneViewsRow::Axes{viewAxes(m_site->frame), viewAxes(*m_site, moment->pose),
                                                            moment->pose.origin})
                         : std::nullopt);
    // What stands exactly is not measured again.
    const auto measures = plan || !moment ? std::nullopt : m_live.measured(*moment);
    m_table->setVisible(plan || measures);
    if (plan) {
        m_table->show(plan, nullptr, stale);
        m_hint->setText(tr("Drag its middle (circle) or its end (square) in a slice, move it by steps, or change a "
                           "number above: what follows is marked ≈ until it is exact."));
        const bool good = withinLimits(plan->numbers);
        Q_EMIT stateChanged(stale  ? Mark::Stale
                            : good ? Mark::Ok
                                   : Mark::Stop,
                            stale  ? tr("stale")
                            : good ? tr("within limits")
                                   : tr("outside limits"));
        showInViews(moment, true, good);
        return;
    }
    if (!measures) {
        m_hint->setText(tr("The component and its numbers appear here once bone and landmarks are there."));
        Q_EMIT stateChanged(Mark::Open, tr("not placed"));
        showInViews({}, false, false);
        return;
    }
    Plan live;
    live.numbers =
        m_place.numbers(*measures, moment->component, values, uncalibrated(c.volume(Id(values.text("volume")))));
    for (PlanNumber& n : live.numbers)
        n.approximate = true;
    m_table->show(&live);
    const bool good = withinLimits(live.numbers);
    m_hint->setText(tr("≈ Where it would lie. Place it for the exact numbers and the cut bone."));
    Q_EMIT stateChanged(good ? Mark::Ok : Mark::Stop, good ? tr("≈ within limits") : tr("≈ outside limits"));
    showInViews(moment, false, good);
}

void MoveComponent::showInViews(const std::optional<LiveComponent::Moment>& moment, bool exact, bool good)
{
    if (exact || !moment)
        endPreview();
    if (!m_context.viewer || !isVisible()) // another task draws in the views
        return;
    if (!moment || !m_live.scene()) {
        m_lost = false; // the views drop a drag of what is gone
        m_path.reset();
        m_gizmo->hide();
        m_context.viewer->setPath(std::nullopt);
        return;
    }
    const BodyPose pose = m_held ? m_live.scene()->pose(*m_held) : moment->pose;
    showGizmo(m_held ? *m_held : m_place.setting(m_values), pose.origin);
    Path path{pose.origin, turningEnd(*m_live.scene(), moment->component, pose), !exact, q(m_values.text("plan_id")),
              good};
    path.needle = false;
    m_path = path;
    m_context.viewer->setEditable(true);
    m_context.viewer->setPath(path);
    if (!exact)
        showBody(*moment);
}

void MoveComponent::showBody(const LiveComponent::Moment& moment)
{
    const Id body(m_values.text("plan_id") + "-body");
    try {
        m_context.viewer->setStructurePreview(
            body, m_body.at(moment.component, m_held ? m_live.scene()->pose(*m_held) : moment.pose, body.text()));
        m_preview = true;
    } catch (const Error&) {
        endPreview(); // measures that make no body: the check above the form says so
    }
}

void MoveComponent::endPreview()
{
    if (m_preview && m_context.viewer)
        m_context.viewer->setStructurePreview(Id(), nullptr);
    m_preview = false;
}

void MoveComponent::hideEvent(QHideEvent* event)
{
    // Another task draws in the views now; what it has drawn already stays.
    endPreview();
    m_held.reset();
    m_taken.reset();
    m_dragging = m_lost = false;
    m_gizmo->hide();
    if (m_context.viewer && m_context.viewer->gizmo() == m_gizmo)
        m_context.viewer->setGizmo(nullptr);
    if (m_context.viewer && m_path && m_context.viewer->path() == m_path)
        m_context.viewer->setPath(std::nullopt);
    m_path.reset();
    QWidget::hideEvent(event);
}

ComponentSetting MoveComponent::fromMiddle() const
{
    const ComponentScene* scene = m_live.scene();
    try {
        return scene ? m_place.placed(*scene, m_values).setting : m_place.setting(m_values);
    } catch (const Error&) { // the cut misses the bone
        return m_place.setting(m_values);
    }
}

void MoveComponent::nudge(int motion, double step)
{
    if (!m_site)
        return;
    const Change& change = kChanges[motion];
    ComponentSetting s = fromMiddle();
    double& value = s.*change.what;
    value = std::round((value + change.sign * step) * 1e9) / 1e9; // 0.1 + 0.2 shall read 0.3
    Q_EMIT moved(withinRanges(s, m_list), true);
}

void MoveComponent::drag(const QString& point, const Vec3& position, bool finished)
{
    const ComponentScene* scene = m_live.scene();
    if (!scene || !m_path || !isVisible())
        return;
    const ComponentSetting from = m_held ? *m_held : fromMiddle();
    hold(
        [&] {
            return point == QStringLiteral("target")
                       ? movedTo(*scene, from, position)
                       : turnedTo(*scene, m_place.placed(*scene, m_values).component, from, position);
        },
        finished);
}

void MoveComponent::dragHandle(int handle, double amount, bool finished)
{
    const ComponentScene* scene = m_live.scene();
    if (!scene || !isVisible())
        return;
    if (!m_taken)
        m_taken.emplace(m_held ? *m_held : fromMiddle(), m_handles[static_cast<size_t>(handle)]);
    hold([&] { return movedBy(*scene, m_taken->first, m_taken->second, amount); }, finished);
    if (finished)
        m_taken.reset();
}

void MoveComponent::letGo()
{
    m_lost = m_lost || m_dragging;
    m_dragging = false;
    m_held.reset();
    m_taken.reset();
}

void MoveComponent::hold(const std::function<ComponentSetting()>& make, bool finished)
{
    if (m_lost) { // until the mouse has let go
        m_lost = !finished;
        return;
    }
    m_dragging = !finished;
    const ComponentSetting from = m_held ? *m_held : fromMiddle();
    try {
        const ComponentSetting s = withinRanges(make(), m_list);
        m_live.scene()->pose(s); // throws where the cut misses the bone
        m_held = s;
    } catch (const Error&) {
        m_held = from; // it stays at the bone
    }
    const ComponentSetting s = rounded(*m_held);
    if (finished)
        m_held.reset();
    Q_EMIT moved(s, finished);
}

void MoveComponent::showGizmo(const ComponentSetting& at, const Vec3& middle)
{
    // In the order of settingAxes().
    const QString names[] = {tr("Cut deeper"), tr("Outwards"),   tr("Forwards"),
                             tr("More varus"), tr("More slope"), tr("Turn outwards")};
    m_handles = settingAxes(*m_live.scene(), at);
    std::vector<Gizmo::Handle> handles;
    for (size_t n = 0; n < m_handles.size(); ++n)
        handles.push_back({m_handles[n].direction, m_handles[n].turns, names[n]});
    m_gizmo->setHandles(middle, std::move(handles));
    m_context.viewer->setGizmo(m_gizmo);
}

int MoveComponent::motionOf(const NudgeKey& key) const
{
    const bool right = m_site->frame.side == Side::Right;
    switch (key.towards) {
    case NudgeKey::In:
        return key.turn ? kTurnIn : kCutDeeper;
    case NudgeKey::Out:
        return key.turn ? kTurnOut : kCutLess;
    // With Shift the side of the component that faces the joint is tilted there.
    case NudgeKey::Left:
        return key.turn ? (right ? kVarus : kValgus) : (right ? kInwards : kOutwards);
    case NudgeKey::Right:
        return key.turn ? (right ? kValgus : kVarus) : (right ? kOutwards : kInwards);
    case NudgeKey::Front:
        return key.turn ? (m_site->boneIsProximal ? kMoreSlope : kLessSlope) : kForwards;
    case NudgeKey::Back:
    case NudgeKey::Up: // no keys of this page
    case NudgeKey::Down:
        break;
    }
    return key.turn ? (m_site->boneIsProximal ? kLessSlope : kMoreSlope) : kBackwards;
}

void MoveComponent::renewKeys()
{
    if (!m_site)
        return;
    for (const auto towards :
         {NudgeKey::In, NudgeKey::Out, NudgeKey::Left, NudgeKey::Right, NudgeKey::Front, NudgeKey::Back})
        for (const bool turn : {false, true})
            m_pad->setKey(motionOf({towards, turn}), keyName({towards, turn}));
}

void MoveComponent::keyPressEvent(QKeyEvent* event)
{
    if (const auto key = nudgeKey(*event); key && m_site)
        nudge(motionOf(*key), m_pad->step());
    else
        QWidget::keyPressEvent(event);
}

} // namespace pollux::implant
