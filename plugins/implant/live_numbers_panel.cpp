#include "plugins/implant/live_numbers_panel.h"

#include "core/base/error.h"
#include "core/operation/run.h"

#include <QPointer>

#include <mutex>
#include <utility>

namespace pollux::implant {

namespace {

constexpr double kReach = 14; // mm that a drag may go

} // namespace

struct LiveNumbers::Shared
{
    std::mutex mutex;
    std::unique_ptr<StressModel> model;
};

LiveNumbers::LiveNumbers(PanelContext& context, const PlaceDental& place, const StressOperation& stress,
                         QObject* parent)
    : QObject(parent), m_context(context), m_place(place), m_stress(stress)
{
}

void LiveNumbers::prepare(const ParamValues& place, const ParamValues& stress, const PlacedImplant& now)
{
    const auto snapshot = m_context.bench.document().snapshot();
    const bool sameStress = stress == m_stressValues;
    const bool sameShapes =
        m_case && m_case->structures == snapshot->structures && m_case->volumes == snapshot->volumes;
    m_placeValues = place;
    m_stressValues = stress;
    if (!sameShapes || !sameStress) {
        m_model.reset();
        m_high = 0;
    }
    if ((m_preparing && m_context.bench.busy()) ||
        (m_scene && m_case == snapshot && m_scene->covers(now.implant.whole(), now.pose)))
        return;
    m_preparing = true;
    const double half = now.implant.length / 2;
    m_context.bench.runAside(tr("Prepare moving the implant"), [self = QPointer<LiveNumbers>(this),
                                                                inputs = m_place.inputs(*snapshot, place), snapshot,
                                                                now, half](const Case&, Job& job) {
        std::shared_ptr<const PlacementScene> scene;
        try {
            scene = std::make_shared<const PlacementScene>(*snapshot, inputs, now.pose.at(half), half + kReach, job);
        } catch (const Error&) {
            // Stopped, or a case that only the operation can judge: the numbers then come on release.
        }
        return [self, scene, snapshot] {
            if (!self)
                return;
            self->m_preparing = false;
            self->m_scene = scene;
            self->m_case = snapshot;
            Q_EMIT self->prepared();
        };
    });
}

std::optional<PlacementMeasures> LiveNumbers::at(const PlacedImplant& placed) const
{
    if (!m_scene || !m_scene->covers(placed.implant.whole(), placed.pose))
        return {};
    return m_scene->measure(placed.implant, placed.pose, m_place.error(m_placeValues),
                            m_placeValues.real("canal_distance"));
}

void LiveNumbers::prepareStress(const PlacedImplant& about)
{
    if (m_preparingStress && m_context.bench.busy())
        return;
    m_preparingStress = true;
    const Case& c = m_context.bench.document().current();
    const Id volume(m_stressValues.text("volume")), bone(m_stressValues.text("bone"));
    const Volume image = c.volume(volume).volume;
    const Mask mask = *c.structure(bone).mask;
    StressSetup setup = m_stress.setup(m_stressValues, about.pose.direction);
    setup.edge = std::max(setup.edge, 0.5); // of a frame; let go, it is computed as asked for
    m_context.bench.runAside(tr("Prepare the stress"), [self = QPointer<LiveNumbers>(this), image, mask, setup,
                                                        about](const Case&, Job& job) {
        auto shared = std::make_shared<Shared>();
        try {
            shared->model = std::make_unique<StressModel>(image, mask, about.implant, about.pose, setup, job);
        } catch (const Error&) {
            shared.reset(); // the operation says why
        }
        return [self, shared] {
            if (!self)
                return;
            self->m_preparingStress = false;
            self->m_model = shared;
            if (shared && self->m_wanted)
                self->startStress();
        };
    });
}

void LiveNumbers::stressAt(const PlacedImplant& placed)
{
    m_wanted = placed;
    if (m_solving && m_context.bench.busy())
        return; // the newest is taken when the one in hand is done
    if (!m_model)
        prepareStress(placed);
    else
        startStress();
}

void LiveNumbers::startStress()
{
    const PlacedImplant placed = *std::exchange(m_wanted, std::nullopt);
    m_solving = true;
    m_context.bench.runAside(QString(), [self = QPointer<LiveNumbers>(this), shared = m_model, placed,
                                         high = m_high](const Case&, Job& job) {
        std::optional<StressFrame> frame;
        std::shared_ptr<Field> map;
        bool left = false;
        try {
            const std::scoped_lock lock(shared->mutex);
            shared->model->place(placed.implant, placed.pose);
            frame = shared->model->drag(kDragIterations, job);
            map = std::make_shared<Field>(stressMap(*shared->model, placed.implant, placed.pose, kStressMapDistance,
                                                    high > 0 ? high : frame->p99));
            map->name = "Stress of the bone ≈";
        } catch (const Error& e) {
            left = e.code() != ErrorCode::Cancelled;
        }
        return [self, shared, frame, map, left, placed] {
            if (!self)
                return;
            self->m_solving = false;
            if (left && self->m_model == shared) {
                self->m_model.reset(); // out of its region: made anew about the place
                if (!self->m_wanted)
                    self->m_wanted = placed;
                self->prepareStress(*self->m_wanted);
                return;
            }
            if (frame) {
                if (self->m_high <= 0)
                    self->m_high = frame->p99;
                Q_EMIT self->stressReady(*frame, map);
            }
            if (self->m_wanted && self->m_model)
                self->startStress();
        };
    });
}

} // namespace pollux::implant
