#include "plugins/implant/move_panel.h"

#include "core/operation/run.h"
#include "core/report/plan_comparison.h"
#include "plugins/implant/axis_gizmo_panel.h"
#include "plugins/implant/implant_body.h"
#include "plugins/implant/nudge_keys_panel.h"
#include "plugins/implant/nudge_panel.h"
#include "plugins/implant/stress_preview_panel.h"
#include "plugins/implant/verdicts.h"
#include "ui/forms/small_widgets.h"
#include "ui/forms/text.h"
#include "ui/panels/plan_table.h"
#include "ui/viewer/viewer.h"

#include <Eigen/Geometry>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>
#include <numbers>

namespace pollux::implant {

namespace {

constexpr int kSettleMs = 700;
constexpr double kEnvelopeOpacity = 0.2; // what is only possible must not hide what is planned

enum Nudge {
    kDeeper,
    kHigher,
    kLeft,
    kRight,
    kForwards,
    kBackwards,
    kTiltLeft,
    kTiltRight,
    kTiltForwards,
    kTiltBackwards
};
// In the order of NudgeKey::Towards; about its own axis nothing is tilted.
constexpr Nudge kMoves[] = {kDeeper, kHigher, kLeft, kRight, kForwards, kBackwards};
constexpr Nudge kTilts[] = {kDeeper, kHigher, kTiltLeft, kTiltRight, kTiltForwards, kTiltBackwards};

} // namespace

MovePanel::MovePanel(PanelContext& context, const PlaceDental& place, const StressOperation& stress, Values placeValues,
                     Values stressValues, QWidget* parent)
    : QWidget(parent), m_context(context), m_place(place), m_placeValues(std::move(placeValues)),
      m_stressValues(std::move(stressValues)), m_live(new LiveNumbers(context, place, stress, this)),
      m_gizmo(new AxisGizmo(context.viewer, this)), m_hint(mutedLabel(this)), m_stressTold(new QLabel(this)),
      m_table(new PlanTable(context, this)), m_preview(new StressPreview(context, stress, this)),
      m_learn(new QPushButton(tr("Learn a preview"), this)), m_settle(new QTimer(this))
{
    setFocusPolicy(Qt::StrongFocus);
    m_stressTold->setObjectName(QStringLiteral("stressTold"));
    m_stressTold->setWordWrap(true);
    m_table->setMinimumHeight(300);
    m_settle->setSingleShot(true);
    m_settle->setInterval(kSettleMs);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    column->addWidget(m_hint);
    buildNudges(column);
    column->addWidget(m_stressTold);
    m_learn->setObjectName(QStringLiteral("learnPreview"));
    m_learn->setAccessibleName(m_learn->text());
    column->addWidget(m_learn, 0, Qt::AlignLeft);
    column->addWidget(m_table);
    connect(m_settle, &QTimer::timeout, this, [this] {
        if (m_now)
            Q_EMIT released(m_now->pose.origin, m_now->pose.at(m_now->implant.length));
    });
    connect(m_live, &LiveNumbers::stressReady, this,
            [this](const StressFrame& frame, const std::shared_ptr<const Field>& map) {
                if (!m_moving)
                    return; // the exact one stands by now
                tellStress(frame);
                if (!m_context.viewer || !isVisible())
                    return;
                m_previews = true;
                m_context.viewer->setMapPreview(map);
            });
    connect(m_learn, &QPushButton::clicked, this, [this] {
        if (m_now)
            m_preview->learn(m_stressValues(), *m_now);
    });
    connect(m_gizmo, &AxisGizmo::moved, this, [this](const AxisPose& pose, bool finished) {
        if (!plan() || !m_now)
            return;
        m_now->pose = pose;
        moved(finished);
    });
    connect(m_preview, &StressPreview::changed, this, &MovePanel::renewLearn);
    if (m_context.viewer)
        connect(m_context.viewer, &Viewer::pathDragged, this, &MovePanel::drag);
}

void MovePanel::buildNudges(QVBoxLayout* column)
{
    // In the order of Nudge; its keys are told by setKey().
    const std::vector<NudgePad::Entry> entries{
        {"nudgeDeeper", tr("Deeper"), tr("Along its axis, towards the apex")},
        {"nudgeHigher", tr("Higher"), tr("Along its axis, out of the bone")},
        {"nudgeLeft", tr("To the left"), tr("Towards the patient's left, across its axis")},
        {"nudgeRight", tr("To the right"), tr("Towards the patient's right, across its axis")},
        {"nudgeForwards", tr("Forwards"), tr("Towards the patient's front, across its axis")},
        {"nudgeBackwards", tr("Backwards"), tr("Towards the patient's back, across its axis")},
        {"tiltLeft", tr("Tilt left"), tr("The apex goes to the patient's left, the platform stays")},
        {"tiltRight", tr("Tilt right"), tr("The apex goes to the patient's right, the platform stays")},
        {"tiltForwards", tr("Tilt forwards"), tr("The apex goes forwards, the platform stays")},
        {"tiltBackwards", tr("Tilt backwards"), tr("The apex goes backwards, the platform stays")},
    };
    m_pad = new NudgePad(entries, "nudgeStep", this);
    for (const auto towards :
         {NudgeKey::Left, NudgeKey::Right, NudgeKey::Front, NudgeKey::Back, NudgeKey::In, NudgeKey::Out})
        for (const bool turn : {true, false})
            m_pad->setKey((turn ? kTilts : kMoves)[towards], keyName({towards, turn}));
    auto* keys = mutedLabel(this);
    keys->setObjectName(QStringLiteral("implantKeys"));
    keys->setText(nudgeKeysTold());
    column->addWidget(m_pad);
    column->addWidget(keys);
    connect(m_pad, &NudgePad::nudged, this, &MovePanel::nudge);
}

const Plan* MovePanel::plan() const
{
    const auto& plans = m_context.bench.seenCase().plans;
    const auto it = plans.find(m_planId);
    return it == plans.end() || it->second->kind != kDentalPlan ? nullptr : it->second.get();
}

void MovePanel::setPlan(const Id& id)
{
    if (id == m_planId)
        return;
    if (m_settle->isActive() && m_now) {
        m_settle->stop();
        Q_EMIT released(m_now->pose.origin, m_now->pose.at(m_now->implant.length));
    }
    m_planId = id;
    m_now.reset();
    m_moving = false;
}

void MovePanel::renew()
{
    const Plan* p = plan();
    const bool stale = p && staleIds(m_context.bench.document().current()).contains(m_planId);
    if (!m_settle->isActive()) { // else the user is still moving it
        m_now = p ? placedImplant(*p) : std::nullopt;
        m_moving = false;
        m_stressTold->clear();
        endPreviews();
        m_table->show(p, nullptr, stale);
    }
    m_hint->setText(
        p ? tr("Drag the implant's ends in a slice, or move it by steps: distances and stress follow, marked "
               "≈; let go, they are exact.")
          : tr("The implant and its numbers appear here once it is placed."));
    for (QPushButton* b : findChildren<QPushButton*>())
        b->setEnabled(p);
    m_table->setVisible(p);
    if (m_now)
        m_preview->follow(m_stressValues(), *m_now);
    renewLearn();
    if (!p)
        Q_EMIT stateChanged(Mark::Open, tr("not placed"));
    else if (stale)
        Q_EMIT stateChanged(Mark::Stale, tr("stale"));
    else {
        const bool good = withinLimits(p->numbers);
        Q_EMIT stateChanged(good ? Mark::Ok : Mark::Stop, good ? tr("within limits") : tr("outside limits"));
    }
    showInViews();
    if (p && m_now)
        m_live->prepare(placeValues(), m_stressValues(), *m_now);
}

ParamValues MovePanel::placeValues() const
{
    ParamValues v = m_placeValues();
    v.set("plan_id", m_planId.text());
    return v;
}

void MovePanel::showInViews()
{
    if (!m_context.viewer || !isVisible()) // another task draws in the views
        return;
    const Plan* p = plan();
    m_context.viewer->setEditable(p && m_now);
    if (!p || !m_now) {
        m_gizmo->leave();
        m_context.viewer->setPath(std::nullopt);
        return;
    }
    Path path{m_now->pose.at(m_now->implant.length), m_now->pose.origin, m_moving, q(m_planId.text()),
              withinLimits(p->numbers)};
    path.needle = false;
    m_context.viewer->setPath(path);
    m_gizmo->show(m_now->pose);
    m_context.viewer->setStructureOpacity(Id(m_planId.text() + "-envelope"), kEnvelopeOpacity);
    if (m_moving)
        showBody();
}

void MovePanel::endPreviews()
{
    if (!m_previews)
        return;
    m_previews = false;
    m_context.viewer->setStructurePreview(Id(), nullptr);
    m_context.viewer->setMapPreview(nullptr);
}

void MovePanel::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    renew();
}

void MovePanel::hideEvent(QHideEvent* event)
{
    endPreviews(); // another task draws in the views now
    m_gizmo->leave();
    QWidget::hideEvent(event);
}

void MovePanel::showBody()
{
    m_previews = true;
    m_context.viewer->setStructurePreview(Id(m_planId.text() + "-body"),
                                          std::make_shared<const Structure>(implantBody(
                                              m_planId.text(), kImplantColour, m_now->implant.whole(), m_now->pose)));
}

void MovePanel::flyTo()
{
    if (m_context.viewer && m_now)
        m_context.viewer->flyTo(m_now->pose.at(m_now->implant.length / 2));
}

void MovePanel::drag(const QString& point, const Vec3& position, bool finished)
{
    if (!plan() || !m_now || !isVisible())
        return;
    const double length = m_now->implant.length;
    if (point == QStringLiteral("entry")) {
        // The platform takes the implant with it: its axis stays.
        m_now->pose.origin = position;
    } else {
        const Vec3 d = position - m_now->pose.origin;
        if (d.norm() > length / 4)
            m_now->pose.direction = d.normalized();
    }
    moved(finished);
}

void MovePanel::nudge(int what)
{
    if (!plan() || !m_now)
        return;
    AxisPose& pose = m_now->pose;
    const double step = m_pad->step();
    const auto across = [&](const Vec3& v) -> Vec3 {
        const Vec3 d = v - v.dot(pose.direction) * pose.direction;
        return d.norm() > 1e-6 ? Vec3(d.normalized()) : acrossOf(pose.direction);
    };
    const auto tilt = [&](const Vec3& towards) {
        const double angle = step * std::numbers::pi / 180;
        pose.direction = (std::cos(angle) * pose.direction + std::sin(angle) * across(towards)).normalized();
    };
    switch (what) {
    case kDeeper:
        pose.origin += step * pose.direction;
        break;
    case kHigher:
        pose.origin -= step * pose.direction;
        break;
    case kLeft:
        pose.origin += step * across(Vec3(1, 0, 0));
        break;
    case kRight:
        pose.origin += step * across(Vec3(-1, 0, 0));
        break;
    case kForwards:
        pose.origin += step * across(Vec3(0, -1, 0));
        break;
    case kBackwards:
        pose.origin += step * across(Vec3(0, 1, 0));
        break;
    case kTiltLeft:
        tilt(Vec3(1, 0, 0));
        break;
    case kTiltRight:
        tilt(Vec3(-1, 0, 0));
        break;
    case kTiltForwards:
        tilt(Vec3(0, -1, 0));
        break;
    case kTiltBackwards:
        tilt(Vec3(0, 1, 0));
        break;
    }
    moved(false);
    m_settle->start();
}

void MovePanel::moved(bool finished)
{
    m_moving = true;
    Q_EMIT moves();
    const Plan* p = plan();
    if (const auto measures = m_live->at(*m_now)) {
        const ParamValues v = placeValues();
        Plan live;
        live.name = p->name;
        live.numbers = m_place.numbers(*measures, v, m_place.uncalibrated(m_context.bench.document().current(), v));
        for (PlanNumber& n : live.numbers) {
            n.approximate = true;
            for (const PlanNumber& before : p->numbers)
                if (before.key == n.key)
                    n.before = before.after;
        }
        m_table->show(&live);
        const bool good = withinLimits(live.numbers);
        Q_EMIT stateChanged(good ? Mark::Ok : Mark::Stop, good ? tr("≈ within limits") : tr("≈ outside limits"));
    } else
        Q_EMIT stateChanged(Mark::Open, tr("numbers on release"));
    if (const QString told = m_preview->at(m_stressValues(), *m_now); !told.isEmpty())
        m_stressTold->setText(told); // until the computed one comes
    m_live->stressAt(*m_now);
    showInViews();
    if (finished)
        Q_EMIT released(m_now->pose.origin, m_now->pose.at(m_now->implant.length));
}

void MovePanel::renewLearn()
{
    m_learn->setVisible(plan() && !m_preview->learnt());
    m_learn->setEnabled(plan() && !m_preview->learning());
    m_learn->setToolTip(m_preview->learning()
                            ? tr("It is being learnt: see its progress below.")
                            : tr("Half a minute in the background; then a stress is told at once while moving, before "
                                 "the computed one, with the error that it measures of itself"));
}

void MovePanel::tellStress(const StressFrame& frame)
{
    m_stressTold->setText(tr("≈ Stress of the bone: %1 (99th percentile), strain failure index %2.")
                              .arg(shown(frame.p99, Unit::Megapascal), QLocale().toString(frame.failure99, 'f', 2)));
}

void MovePanel::keyPressEvent(QKeyEvent* event)
{
    if (const auto key = nudgeKey(*event))
        nudge((key->turn ? kTilts : kMoves)[key->towards]);
    else
        QWidget::keyPressEvent(event);
}

} // namespace pollux::implant
