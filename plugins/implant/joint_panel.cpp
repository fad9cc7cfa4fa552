#include "plugins/implant/joint_panel.h"

#include "core/base/error.h"
#include "core/case/placed_implant.h"
#include "core/operation/run.h"
#include "plugins/implant/component_kinds.h"
#include "plugins/implant/held_plan_panel.h"
#include "plugins/implant/joint_case.h"
#include "plugins/implant/move_component_panel.h"
#include "plugins/implant/plan_in_hand_panel.h"
#include "plugins/implant/snap.h"
#include "ui/forms/param_form.h"
#include "ui/forms/small_widgets.h"
#include "ui/forms/text.h"
#include "ui/panels/findings_list.h"
#include "ui/panels/plan_ending.h"
#include "ui/panels/run_check.h"
#include "ui/panels/step_column.h"
#include "ui/panels/study_gate.h"
#include "ui/viewer/viewer.h"

#include <QLabel>
#include <QPointer>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace pollux::implant {

namespace {

constexpr const char* kPlace = "implant.place-component";
constexpr const char* kBonesOperation = "anatomy.leg-bones";
constexpr const char* kLandmarksOperation = "implant.find-landmarks";
enum Step { kGate = 1, kBones, kLandmarks, kComponent, kMove, kCompare, kSign };

/// What a surgeon enters; the rest is folded.
ParamList plain(const ParamList& all)
{
    ParamList out;
    for (Param p : all.all()) {
        p.advanced = p.advanced || p.key == "bone" || p.key == "volume" || p.key == "plan_id" || p.key == "overhang" ||
                     p.key == "coverage" || p.key == "alignment" || p.key == "side";
        if (p.key == "width" || p.key == "depth") // they belong to the size above them
            p.advanced = false;
        out.add(p);
    }
    return out;
}

/// The choices of both halves of a joint stand beside each other.
std::string otherHalf(const ParamList& list, const std::string& kind)
{
    const auto& kinds = list.find("kind")->choices;
    const auto at = static_cast<size_t>(std::find(kinds.begin(), kinds.end(), kind) - kinds.begin());
    return kinds.at(at ^ 1U);
}

/// Which end of which bone a plan is of; nullopt: its detail does not tell.
std::optional<ComponentKind> halfOf(const Plan& plan)
{
    const auto placed = placedShape(plan);
    const auto* component = placed ? std::get_if<FlatComponent>(&placed->implant) : nullptr;
    return component ? std::optional(component->kind) : std::nullopt;
}

bool isPlanned(const Case& c, const std::string& kind)
{
    return std::any_of(c.plans.begin(), c.plans.end(), [&](const auto& entry) {
        const auto half = entry.second->kind == kComponentPlan ? halfOf(*entry.second) : std::nullopt;
        return half && factsOf(*half).choice == kind;
    });
}

} // namespace

JointPanel::JointPanel(PanelContext& context, QWidget* parent)
    : QWidget(parent), m_context(context),
      m_place(context.bench.registry().limits(), context.bench.registry().devices()), m_list(m_place.declare()),
      m_live(new LiveComponent(context, m_place, this)), m_steps(new StepColumn(context, this))
{
    build();
    connectAll();
    renew();
}

void JointPanel::build()
{
    m_steps->setAccessibleName(tr("Steps of placing a joint component"));
    m_gate = new StudyGate(m_context, this);
    m_bones = mutedLabel(this);
    m_findBones = namedButton(tr("Propose the bones"), QStringLiteral("jointBones"), this);
    m_landmarks = mutedLabel(this);
    m_findLandmarks = namedButton(tr("Find the landmarks"), QStringLiteral("jointLandmarks"), this);
    PointSource crosshair;
    if (m_context.viewer)
        crosshair = [viewer = QPointer<Viewer>(m_context.viewer)]() -> std::optional<Vec3> {
            return viewer ? std::optional(viewer->crosshair()) : std::nullopt;
        };
    m_form = new ParamForm(plain(m_list), crosshair, this);
    m_form->lockByPreset("size");
    m_check = new FindingsList(m_context, this);
    m_best = namedButton(tr("Best position on the cut"), QStringLiteral("bestPosition"), this);
    m_best->setToolTip(tr("Shifts it to where it covers most of the cut and reaches least beyond the bone."));
    m_run = namedButton(tr("Place the component"), QStringLiteral("placeComponent"), this);
    m_run->setProperty("primary", true);
    m_components = new PlanInHand(m_context, kComponentPlan, QStringLiteral("componentInHand"),
                                  tr("Which component is in hand"), this);
    m_move = new MoveComponent(m_context, m_place, *m_live, this);
    m_another = namedButton(tr("Keep it, plan another"), QStringLiteral("anotherComponent"), this);
    m_another->setToolTip(tr("The next one is a plan of its own: the other half of the joint, then one to compare."));
    m_held = new HeldPlan(m_context, {kPlace, kComponentPlan, m_list, {m_form}, m_run}, this);
    m_ending = new PlanEnding(m_context, kComponentPlan, QStringLiteral("joint"),
                              tr("HTML, PDF and JSON with pictures, the component as STL and STEP"), this);
    m_ending->setAlike([](const Plan& mine, const Plan& other) { return halfOf(mine) == halfOf(other); });

    m_steps->addStep(tr("Study fit?"))->addWidget(m_gate);
    QVBoxLayout* bones = m_steps->addStep(tr("Bones"));
    bones->addWidget(m_bones);
    bones->addWidget(m_findBones, 0, Qt::AlignLeft);
    QVBoxLayout* landmarks = m_steps->addStep(tr("Landmarks"));
    landmarks->addWidget(m_landmarks);
    landmarks->addWidget(m_findLandmarks, 0, Qt::AlignLeft);
    QVBoxLayout* component = m_steps->addStep(tr("Component"));
    component->addWidget(m_form);
    component->addWidget(m_best, 0, Qt::AlignLeft);
    component->addWidget(m_check);
    component->addWidget(m_run);
    QVBoxLayout* move = m_steps->addStep(tr("Move it"));
    move->addWidget(m_components);
    move->addWidget(m_move);
    move->addWidget(m_another, 0, Qt::AlignLeft);
    m_steps->addStep(tr("Compare"))->addWidget(m_ending->comparing());
    m_steps->addStep(tr("Sign and report"))->addWidget(m_ending->signing());
    m_steps->finish();
    auto* whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->addWidget(m_steps);
}

void JointPanel::connectAll()
{
    connect(m_gate, &StudyGate::stateChanged, this, m_steps->follow(kGate));
    connect(m_ending, &PlanEnding::compareState, this, m_steps->follow(kCompare));
    connect(m_ending, &PlanEnding::signState, this, m_steps->follow(kSign));
    connect(&m_context.bench, &Bench::caseChanged, this, &JointPanel::renew);
    connect(m_held, &HeldPlan::edited, this, [this] {
        fillUsual();
        renewSize();
        renewBones(m_context.bench.document().current());
        renewCheck();
        renewLive();
    });
    connect(m_held, &HeldPlan::started, this, &JointPanel::renewCheck);
    connect(m_held, &HeldPlan::renewed, this, &JointPanel::renew);
    connect(m_held, &HeldPlan::letGo, m_move, &MoveComponent::letGo);
    connect(m_held, &HeldPlan::placed, this, &JointPanel::showPlaced);
    connect(m_live, &LiveComponent::prepared, this, &JointPanel::renewLive);
    connect(m_move, &MoveComponent::stateChanged, this, m_steps->follow(kMove));
    connect(m_move, &MoveComponent::moved, this, &JointPanel::take);
    connect(m_best, &QPushButton::clicked, this, &JointPanel::takeBest);
    connect(m_findBones, &QPushButton::clicked, this, &JointPanel::findBones);
    connect(m_findLandmarks, &QPushButton::clicked, this, &JointPanel::findLandmarks);
    connect(m_another, &QPushButton::clicked, this, &JointPanel::startAnother);
    connect(m_components, &PlanInHand::chosen, m_held, &HeldPlan::setInHand); // it may be selected already
}

std::string JointPanel::joint() const
{
    const ComponentKind kind = m_place.kind(m_held->values());
    return kind == ComponentKind::AnkleTibia || kind == ComponentKind::AnkleTalus ? "ankle" : "knee";
}

bool JointPanel::busy() const
{
    return m_finding || m_held->running();
}

void JointPanel::renew()
{
    const auto snapshot = m_context.bench.document().snapshot();
    fillUsual(); // before what a plan was made with, which stays as it is
    m_held->setCase(snapshot);
    renewSize();
    m_gate->renew(*snapshot);
    renewBones(*snapshot);
    renewCheck();
    renewLive();
    m_components->renew(m_held->id());
    m_ending->renew(m_context.bench.seenCase(), m_held->id(), m_held->stale());
}

void JointPanel::fillUsual()
{
    // The depth that is usual for the component chosen, to be seen before anything is cut; until somebody enters one.
    ParamValues v = m_form->values();
    const ComponentKind kind = m_place.kind(m_held->values());
    const bool untouched = !v.has("resection") || v.real("resection") <= 0 || v.real("resection") == m_usual;
    if (!untouched || m_usualOf == kind)
        return;
    m_usualOf = kind;
    v.set("resection", 0.0);
    m_usual = m_place.setting(fillDefaults(m_list, m_context.bench.document().current(), v)).resection;
    v.set("resection", m_usual);
    m_form->setValues(v);
}

void JointPanel::renewSize()
{
    const ParamValues v = m_form->values();
    const bool own = (v.has("width") && v.real("width") > 0) || (v.has("depth") && v.real("depth") > 0);
    m_form->setNoPresetText("size", own ? tr("Own measures (below)") : tr("The largest that fits"));
}

void JointPanel::renewBones(const Case& c)
{
    const bool ankle = joint() == "ankle";
    const bool tibia = c.findAnatomy("tibia").has_value(), other = c.findAnatomy(ankle ? "talus" : "femur").has_value();
    m_bones->setText(tibia && other ? tr("The bones are there: look at them, and mend them under Segmentation.")
                     : ankle        ? tr("Tibia, fibula and talus are needed, parted from each other and filled.")
                                    : tr("Tibia and femur are needed, parted from each other and filled."));
    m_steps->setState(kBones, tibia && other ? Mark::Ok : Mark::Open, tibia && other ? tr("there") : tr("missing"));
    const bool image = !c.volumes.empty();
    m_findBones->setEnabled(image && !busy());
    m_findBones->setToolTip(image ? tr("Parts the bones of the joint in a CT; a proposal to look at")
                                  : tr("Open a study first."));
    const auto site = m_place.site(c, m_held->values());
    m_landmarks->setText(site ? tr("%1 side. Axes of the bone: %2. Look at each landmark; they can be moved.")
                                    .arg(site->frame.side == Side::Left ? tr("Left") : tr("Right"),
                                         pollux::shown(site->frame.definition))
                              : tr("The bone's axes come from landmarks: find them, then look at each."));
    m_findLandmarks->setEnabled(tibia && !busy());
    m_findLandmarks->setToolTip(tibia ? tr("Proposes the landmarks of the joint, with how sure they are")
                                      : tr("Propose the bones first."));
    m_steps->setState(kLandmarks, site ? Mark::Proposed : Mark::Open, site ? tr("found") : tr("missing"));
}

void JointPanel::renewCheck()
{
    const Case& c = m_context.bench.document().current();
    RunCheck check(checkOperation(m_place, c, m_held->given()), Severity::Note);
    check.nothingYet = c.structures.empty();
    check.nothingWords = tr("There is no bone yet: propose the bones first.");
    check.formWrong = !m_form->problems().empty();
    check.running = busy();
    check.show(*m_check, *m_run, tr("Cuts the bone and measures exactly"));
    m_held->showState(*m_steps, kComponent);
}

void JointPanel::renewLive()
{
    m_another->setVisible(m_held->plan());
    if (!isVisible()) // all of it once it is shown
        return;
    const ParamValues now = m_held->values();
    m_live->prepare(now);
    const Plan* exact = m_held->exact();
    m_move->follow(now, exact, exact && m_held->stale());
}

void JointPanel::take(const ComponentSetting& setting, bool finished)
{
    m_held->take(
        [&](ParamValues& v) {
            setInto(v, setting);
            v.set("centre", false); // the shifts are from the middle of the cut now
        },
        finished);
}

void JointPanel::takeBest()
{
    const ComponentScene* scene = m_live->scene();
    if (!scene)
        return;
    ParamValues v = m_held->values();
    v.set("lateral", 0.0);
    v.set("anterior", 0.0);
    v.set("centre", true);
    try {
        const PlacedSize best = m_place.placed(*scene, v);
        setInto(v, best.setting);
        v.set("centre", false);
        const FlatComponent proposed = m_place.placed(*scene, v).component;
        m_held->take(
            [&](ParamValues& to) {
                setInto(to, best.setting);
                to.set("centre", false);
                // Where no size leaves the malleolus, another one may be proposed at the place that is best for this.
                if (proposed.width != best.component.width || proposed.depth != best.component.depth) {
                    to.set("width", best.component.width);
                    to.set("depth", best.component.depth);
                }
            },
            true);
        if (m_held->plan()) // what is placed goes there, however it came to where it was
            m_held->placeHere();
    } catch (const Error&) { // the cut misses the bone: the check says so
    }
}

void JointPanel::showPlaced()
{
    const Plan* p = m_held->plan();
    if (m_context.viewer && !p->points.empty())
        m_context.viewer->flyTo(p->points.front().position);
    m_move->setFocus(); // its keys move it
    m_steps->bringIntoSight(m_move);
}

void JointPanel::startAnother()
{
    const Case& c = m_context.bench.document().current();
    const ParamValues before = m_held->values();
    const std::string half = otherHalf(m_list, before.text("kind"));
    m_held->setInHand(freePlanId(c, "component"));
    if (!isPlanned(c, half)) { // else another one of this half, to be compared
        ParamValues v;
        v.set("kind", half);
        for (const char* key : {"volume", "side", "plan_id"})
            v.set(key, m_held->values().text(key));
        m_form->setValues(v);
    }
    m_steps->ensureWidgetVisible(m_form);
}

void JointPanel::findBones()
{
    m_finding = true;
    renew();
    const auto done = [panel = QPointer<JointPanel>(this)](const Outcome&) {
        if (!panel)
            return;
        panel->m_finding = false;
        panel->renew();
    };
    if (m_context.bench.document().current().volumes.size() == 1) { // with surfaces, and no question which image
        m_context.bench.runRecipe(joint() + "-ct", done);
        return;
    }
    ParamValues v;
    v.set("joint", joint());
    if (m_context.viewer && !m_context.viewer->volume().text().empty())
        v.set("volume", m_context.viewer->volume().text());
    m_context.bench.run(kBonesOperation, v, done);
}

void JointPanel::findLandmarks()
{
    m_finding = true;
    renew();
    ParamValues v;
    v.set("joint", joint());
    const std::string side = m_form->values().text("side");
    v.set("side", side.empty() ? std::string("as found") : side);
    m_context.bench.run(kLandmarksOperation, v, [panel = QPointer<JointPanel>(this)](const Outcome&) {
        if (!panel)
            return;
        panel->m_finding = false;
        panel->renew();
        const auto site = panel->m_place.site(panel->m_context.bench.document().current(), panel->m_held->values());
        if (site && panel->m_context.viewer && panel->isVisible())
            panel->m_context.viewer->flyTo(site->reference);
    });
}

void JointPanel::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    renew();
}

} // namespace pollux::implant
