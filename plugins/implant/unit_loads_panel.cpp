#include "plugins/implant/unit_loads_panel.h"

#include "core/base/error.h"
#include "ui/forms/text.h"

#include <QPointer>

namespace pollux::implant {

UnitLoads::UnitLoads(PanelContext& context, const StressOperation& stress, QObject* parent)
    : QObject(parent), m_context(context), m_stress(stress)
{
    // Stopped by the user, perhaps before it began: nothing comes back of it then.
    connect(&context.bench, &Bench::jobChanged, this, [this](const JobReport& report) {
        if (!m_solving || report.id != m_job ||
            (report.state != JobState::Cancelled && report.state != JobState::Failed))
            return;
        drop();
        m_problem = tr("They were stopped: move a slider to solve them again.");
        Q_EMIT changed();
    });
}

UnitLoads::~UnitLoads()
{
    if (m_solving)
        m_context.bench.cancel(m_job);
}

UnitLoads::Key UnitLoads::keyOf(const ParamValues& values, const PlacedImplant& placed) const
{
    Key k;
    for (const auto& [key, value] : values.all())
        // The load is what may change; the others say nothing about the solution.
        if (key != "force" && key != "oblique" && key != "towards" && key != "turn" && key != "load_height" &&
            key != "moment" && key != "plan" && key != "plan_id" && key != "failure_index")
            k.values.set(key, value);
    const Case& c = m_context.bench.document().current();
    if (const auto bone = c.structures.find(Id(values.text("bone"))); bone != c.structures.end())
        k.bone = bone->second->mask;
    if (const auto volume = c.volumes.find(Id(values.text("volume"))); volume != c.volumes.end())
        k.volume = volume->second;
    const DentalImplant& i = placed.implant;
    const Vec3 &o = placed.pose.origin, &d = placed.pose.direction;
    k.implant = {o.x(),
                 o.y(),
                 o.z(),
                 d.x(),
                 d.y(),
                 d.z(),
                 i.diameter,
                 i.length,
                 i.apexDiameter,
                 i.threadPitch,
                 i.threadDepth,
                 i.abutmentHeight,
                 i.abutmentDiameter};
    return k;
}

void UnitLoads::want(const ParamValues& values, const PlacedImplant& placed)
{
    follow(values, placed);
    if (m_key)
        return; // there, on the way, or known not to be had
    const Case& c = m_context.bench.document().current();
    const auto bone = c.structures.find(Id(values.text("bone")));
    const auto volume = c.volumes.find(Id(values.text("volume")));
    if (bone == c.structures.end() || !bone->second->mask || volume == c.volumes.end())
        return;
    m_key = keyOf(values, placed);
    m_solving = true;
    m_problem.clear();
    const std::uint64_t turn = ++m_turn;
    m_job = m_context.bench.runLongAside(
        tr("Solve six unit loads"),
        [self = QPointer<UnitLoads>(this), turn, image = volume->second->volume, mask = *bone->second->mask, placed,
         setup = m_stress.setup(values, placed.pose.direction)](const Case&, Job& job) {
            auto made = std::make_shared<Solved>();
            QString problem;
            try {
                made->map = mapSurface(placed.implant, placed.pose, kStressMapDistance);
                StressModel model(image, mask, placed.implant, placed.pose, setup, job.part(0, 0.1));
                made->units = model.refinedUnits(job.part(0.1, 1), made->map.points());
            } catch (const Error& e) {
                if (e.code() == ErrorCode::Cancelled)
                    throw;
                made.reset();
                problem = shown(std::string(e.what()) + (e.advice().empty() ? "" : ' ' + e.advice()));
            }
            return [self, turn, made, problem] {
                if (!self || self->m_turn != turn)
                    return;
                self->m_solving = false;
                self->m_solved = made;
                self->m_problem = problem;
                Q_EMIT self->changed();
            };
        });
    Q_EMIT changed();
}

void UnitLoads::follow(const ParamValues& values, const std::optional<PlacedImplant>& placed)
{
    if (m_key && (!placed || !(keyOf(values, *placed) == *m_key)))
        drop();
}

void UnitLoads::drop()
{
    if (!m_key)
        return;
    const std::uint64_t job = m_solving ? m_job : 0;
    ++m_turn;
    m_key.reset();
    m_solved.reset();
    m_solving = false;
    m_problem.clear();
    if (job != 0)
        m_context.bench.cancel(job); // tells of itself: after all the rest
    Q_EMIT changed();
}

} // namespace pollux::implant
