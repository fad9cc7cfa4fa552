#include "plugins/implant/placing_panel.h"

#include "core/case/guided_drill.h"
#include "core/operation/recorded.h"
#include "core/operation/run.h"
#include "plugins/implant/arch_axes.h"
#include "plugins/implant/load_panel.h"
#include "plugins/implant/move_panel.h"
#include "plugins/implant/plan_in_hand_panel.h"
#include "plugins/implant/snap.h"
#include "plugins/implant/trace_panel.h"
#include "plugins/implant/turned_views_panel.h"
#include "ui/forms/param_form.h"
#include "ui/forms/small_widgets.h"
#include "ui/forms/text.h"
#include "ui/panels/findings_panel.h"
#include "ui/panels/operation_step.h"
#include "ui/panels/plan_ending.h"
#include "ui/panels/run_check.h"
#include "ui/panels/step_column.h"
#include "ui/panels/study_gate.h"
#include "ui/viewer/viewer.h"

#include <QLabel>
#include <QPointer>
#include <QPushButton>
#include <QTimer>
#include <QVBoxLayout>

namespace pollux::implant {

namespace {

constexpr const char* kPlace = "implant.place-dental";
constexpr double kMapOpacity = 0.8; // the implant inside is to be seen
enum Step { kGate = 1, kStructures, kCanal, kImplant, kMove, kStressStep, kGuideStep, kCompare, kSign };

/// A structure made by an operation, the first by its id.
std::optional<Id> madeBy(const Case& c, const char* operation)
{
    for (const auto& [id, s] : c.structures)
        if (const auto made = c.lineage.find(id); made != c.lineage.end() && made->second->operation == operation)
            return id;
    return {};
}

/// What a surgeon enters; the rest is folded.
ParamList plain(const ParamList& all)
{
    ParamList out;
    for (Param p : all.all()) {
        p.advanced = p.key != "platform" && p.key != "apex" && p.key != "diameter" && p.key != "length" &&
                     p.key != "canals" && p.key != "bone";
        out.add(p);
    }
    return out;
}

} // namespace

PlacingPanel::PlacingPanel(PanelContext& context, QWidget* parent)
    : QWidget(parent), m_context(context), m_place(context.bench.registry().limits()),
      m_stressOperation(context.bench.registry().limits()), m_steps(new StepColumn(context, this))
{
    build();
    connectAll();
    renew();
}

void PlacingPanel::build()
{
    m_steps->setAccessibleName(tr("Steps of placing a dental implant"));
    m_gate = new StudyGate(m_context, this);
    m_structures = mutedLabel(this);
    m_trace = new TracePanel(m_context, this);
    m_arch = namedButton(tr("Find the dental arch"), QStringLiteral("findArch"), this);
    m_panorama = namedButton(tr("Panoramic view…"), QStringLiteral("panoramicView"), this);
    PointSource crosshair;
    if (m_context.viewer)
        crosshair = [viewer = QPointer<Viewer>(m_context.viewer)]() -> std::optional<Vec3> {
            return viewer ? std::optional(viewer->crosshair()) : std::nullopt;
        };
    m_form = new ParamForm(plain(m_place.declare()), crosshair, this);
    m_check = new FindingsList(m_context, this);
    m_run = namedButton(tr("Place the implant"), QStringLiteral("placeImplant"), this);
    m_run->setProperty("primary", true);
    m_stress = new OperationStep(m_context,
                                 {"implant.stress",
                                  kStress,
                                  tr("Compute the stress of the bone"),
                                  tr("What a load does to the bone around it, by finite elements; a map in 3-D."),
                                  {"plan", "force", "oblique", "towards", "law", "cancellous", "split"}},
                                 this);
    m_loads = new LoadPanel(m_context, m_stressOperation, this);
    m_views = new TurnedViewsRow(m_context, this);
    m_move = new MovePanel(
        m_context, m_place, m_stressOperation, [this] { return placeValues(); }, [this] { return stressValues(); },
        this);
    m_guide =
        new OperationStep(m_context,
                          {"implant.drill-guide",
                           kGuidePlan,
                           tr("Make the drill guide"),
                           tr("A guide with sleeves over the implants, as a closed surface, and the drilling lengths."),
                           {"implants", "scan", "sleeve_offset", "sleeve_height"}},
                          this);
    m_snap = namedButton(tr("Onto the crest"), QStringLiteral("snapImplant"), this);
    m_snap->setToolTip(tr("Sets the platform on the bone's surface along the axis; with a dental arch, the axis square "
                          "to it where it is nearly so."));
    m_another = namedButton(tr("Keep it, place another beside it"), QStringLiteral("anotherImplant"), this);
    m_another->setToolTip(tr("The next one is a plan of its own; they keep their distance from each other."));
    m_ending = new PlanEnding(m_context, kDentalPlan, QStringLiteral("dental"),
                              tr("HTML, PDF and JSON with pictures, the implant as STL and STEP"), this);

    m_steps->addStep(tr("Study fit?"))->addWidget(m_gate);
    QVBoxLayout* structures = m_steps->addStep(tr("Structures"));
    structures->addWidget(m_structures);
    structures->addWidget(m_arch, 0, Qt::AlignLeft);
    structures->addWidget(m_panorama, 0, Qt::AlignLeft);
    m_steps->addStep(tr("Canal"))->addWidget(m_trace);
    QVBoxLayout* implant = m_steps->addStep(tr("Implant"));
    implant->addWidget(m_form);
    implant->addWidget(m_check);
    implant->addWidget(m_run);
    QVBoxLayout* move = m_steps->addStep(tr("Move it"));
    move->addWidget(m_views);
    move->addWidget(m_move);
    move->addWidget(m_snap, 0, Qt::AlignLeft);
    move->addWidget(m_another, 0, Qt::AlignLeft);
    QVBoxLayout* stress = m_steps->addStep(tr("Stress"));
    stress->addWidget(m_stress);
    stress->addWidget(m_loads);
    m_steps->addStep(tr("Drill guide"))->addWidget(m_guide);
    m_steps->addStep(tr("Compare"))->addWidget(m_ending->comparing());
    m_steps->addStep(tr("Sign and report"))->addWidget(m_ending->signing());
    m_steps->finish();
    auto* whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->addWidget(m_steps);
}

void PlacingPanel::connectAll()
{
    connect(&m_context.bench, &Bench::caseChanged, this, &PlacingPanel::renew);
    connect(m_form, &ParamForm::changed, this, &PlacingPanel::renewCheck);
    connect(m_run, &QPushButton::clicked, this, [this] { run(m_form->values(), true); });
    connect(m_move, &MovePanel::stateChanged, this, m_steps->follow(kMove));
    connect(m_stress, &OperationStep::stateChanged, this, m_steps->follow(kStressStep));
    connect(m_guide, &OperationStep::stateChanged, this, m_steps->follow(kGuideStep));
    connect(m_arch, &QPushButton::clicked, this, [this] { m_context.bench.run("implant.dental-arch", {}); });
    connect(m_panorama, &QPushButton::clicked, this, [this] {
        const auto arch = madeBy(m_context.bench.document().current(), "implant.dental-arch");
        if (arch && m_context.openCurve)
            m_context.openCurve(*arch, CurvedKind::Panoramic);
    });
    connect(m_move, &MovePanel::moves, this, [this] {
        m_views->setImplant(m_move->now());
        m_loads->poseMoves();
    });
    connect(m_loads, &LoadPanel::computeWanted, this, [this](const ParamValues& load) {
        m_stress->give(load);
        m_stress->run();
    });
    const auto tellLoads = [this] { m_loads->setBlocked(m_stress->blocked()); };
    connect(m_stress, &OperationStep::runChanged, this, tellLoads);
    tellLoads();
    connect(m_move, &MovePanel::released, this, &PlacingPanel::takePose);
    connect(m_snap, &QPushButton::clicked, this, &PlacingPanel::snapToCrest);
    connect(m_another, &QPushButton::clicked, this, &PlacingPanel::startAnother);
    connect(m_gate, &StudyGate::stateChanged, this, m_steps->follow(kGate));
    connect(m_ending, &PlanEnding::compareState, this, m_steps->follow(kCompare));
    connect(m_ending, &PlanEnding::signState, this, m_steps->follow(kSign));
    connect(&m_context.bench, &Bench::selected, this, [this](const Id& id) {
        const auto& plans = m_context.bench.seenCase().plans;
        if (const auto it = plans.find(id); it != plans.end() && it->second->kind == kDentalPlan)
            m_move->setPlan(id);
        // After the window has shown what was selected: implant and map stay in the views.
        QTimer::singleShot(0, this, [this] {
            if (isVisible())
                renew();
        });
    });
}

void PlacingPanel::takePose(const Vec3& platform, const Vec3& apex)
{
    ParamValues v = m_form->values();
    v.set("platform", platform);
    v.set("apex", apex);
    v.set("plan_id", m_move->planId().text());
    run(v, false);
}

void PlacingPanel::snapToCrest()
{
    const Case& c = m_context.bench.document().current();
    const std::string bone = placeValues().text("bone");
    const auto it = isValidId(bone) ? c.structures.find(Id(bone)) : c.structures.end();
    const auto& now = m_move->now();
    if (it == c.structures.end() || !it->second->mask || !now)
        return;
    if (const auto pose = snapPlatform(*it->second->mask, now->pose, archLine(c, now->pose.origin)))
        takePose(pose->origin, pose->at(now->implant.length));
}

ParamValues PlacingPanel::placeValues() const
{
    return fillDefaults(m_place.declare(), m_context.bench.document().current(), m_form->values());
}

ParamValues PlacingPanel::stressValues() const
{
    ParamValues v = m_stress->form()->values();
    v.set("plan", m_move->planId().text());
    return fillDefaults(m_stressOperation.declare(), m_context.bench.document().current(), v);
}

void PlacingPanel::renew()
{
    const auto snapshot = m_context.bench.document().snapshot();
    m_form->setCase(snapshot);
    takeOverRecorded();
    m_gate->renew(*snapshot);
    renewStructures(*snapshot);
    m_trace->renew();
    renewCheck();
    if (m_move->plan()) {
        ParamValues one;
        one.set("plan", m_move->planId().text());
        m_stress->give(one);
    }
    m_stress->renew();
    m_guide->renew();
    m_move->renew();
    m_views->setImplant(m_move->now());
    if (m_context.viewer && m_stress->result() && isVisible()) {
        const Id map(m_stress->resultId().text() + "-map");
        m_context.viewer->setField(snapshot->fields.contains(map) ? map : Id());
        m_context.viewer->setStructureOpacity(map, kMapOpacity);
    }
    renewLoads(*snapshot);
    renewEnd(*snapshot);
}

void PlacingPanel::renewLoads(const Case& c)
{
    const Id id = m_stress->resultId();
    const auto result = c.plans.find(id);
    const ParamList list = m_stressOperation.declare();
    const ParamValues recorded = m_stress->result() ? recordedValues(c, id, list) : ParamValues();
    // Of the implant in hand, and with what it was made.
    if (recorded.all().empty() || result == c.plans.end() || !m_move->plan() ||
        recorded.text("plan") != m_move->planId().text()) {
        m_loads->renew({}, {}, nullptr);
        return;
    }
    m_loads->renew(fillDefaults(list, c, recorded), placedImplant(*m_move->plan()), result->second);
}

void PlacingPanel::takeOverRecorded()
{
    const Case& c = m_context.bench.seenCase();
    const auto made = c.lineage.find(m_move->planId());
    if (!m_move->plan() || made == c.lineage.end() || made->second == m_recorded)
        return;
    m_recorded = made->second;
    if (ParamValues v = recordedValues(c, m_move->planId(), m_place.declare()); !v.all().empty()) {
        v.set("plan_id", m_move->planId().text());
        m_form->setValues(v);
    }
}

void PlacingPanel::renewStructures(const Case& c)
{
    const bool bone = c.findAnatomy("mandible") || c.findAnatomy("maxilla"), teeth = c.findAnatomy("tooth").has_value();
    const bool canal = c.findAnatomy("mandibular_canal").has_value();
    m_structures->setText(bone ? teeth ? tr("Jaw and teeth are there.")
                                       : tr("The jaw is there; without teeth, distances to their roots are not told.")
                               : tr("The jaw is missing: run the recipe for jaws, or segment it under Segmentation and "
                                    "name its anatomy."));
    const bool arch = madeBy(c, "implant.dental-arch").has_value();
    m_arch->setEnabled(bone || teeth);
    m_arch->setToolTip(bone || teeth ? tr("The middle line of the jaw, for the panoramic view and cross-sections")
                                     : tr("The jaw is needed first."));
    m_panorama->setVisible(arch);
    m_panorama->setEnabled(arch && m_context.openCurve);
    m_panorama->setToolTip(tr("Opens the image along the dental arch, panoramic"));
    m_steps->setState(kStructures, bone ? Mark::Ok : Mark::Open, bone ? tr("there") : tr("missing"));
    m_steps->setState(kCanal, canal ? Mark::Ok : Mark::Open, canal ? tr("traced") : tr("not traced"));
}

void PlacingPanel::renewCheck()
{
    const Case& c = m_context.bench.document().current();
    RunCheck check(checkOperation(m_place, c, m_form->values()), Severity::Note);
    check.nothingYet = c.structures.empty();
    check.nothingWords = tr("There is no structure yet: build the twin first.");
    check.formWrong = !m_form->problems().empty();
    check.running = m_running;
    check.show(*m_check, *m_run, tr("Measures what it keeps away from and what bone is around it."));
    const Plan* p = m_move->plan();
    m_steps->setState(kImplant, p ? Mark::Ok : Mark::Open, p ? tr("placed") : tr("not placed"));
}

void PlacingPanel::renewEnd(const Case& c)
{
    m_another->setEnabled(m_move->plan());
    m_another->setVisible(m_move->plan());
    m_snap->setVisible(m_move->plan());
    m_ending->renew(c, m_move->planId(), staleIds(c).contains(m_move->planId()));
}

void PlacingPanel::run(const ParamValues& given, bool thenShow)
{
    m_running = true;
    renewCheck();
    m_context.bench.run(
        kPlace, given,
        [panel = QPointer<PlacingPanel>(this), inHand = m_move->planId(), thenShow](const Outcome& outcome) {
            if (!panel)
                return;
            panel->m_running = false;
            // The user may have another one in hand by now: that one stays.
            const bool stays = panel->m_move->planId() != inHand;
            for (const Id& id : outcome.changed)
                if (!stays && panel->m_context.bench.seenCase().plans.contains(id))
                    panel->m_move->setPlan(id);
            panel->renew();
            if (!outcome.ok || !thenShow || stays)
                return;
            panel->m_move->flyTo();
            QTimer::singleShot(0, panel.data(), [panel] {
                panel->m_steps->ensureWidgetVisible(panel->m_move);
                panel->m_steps->ensureWidgetVisible(panel->m_views); // above it
            });
        });
}

void PlacingPanel::startAnother()
{
    ParamValues v;
    const ParamValues before = m_form->values();
    for (const auto& [key, value] : before.all())
        if (key != "apex") // the axis of the one before would lead into it
            v.set(key, value);
    v.set("plan_id", freePlanId(m_context.bench.document().current(), "implant").text());
    m_form->setValues(v);
    m_steps->ensureWidgetVisible(m_form);
}

} // namespace pollux::implant
