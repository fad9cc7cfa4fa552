#include "plugins/implant/live_screw_panel.h"

#include "core/base/error.h"
#include "plugins/implant/live_sources.h"

#include <QPointer>

#include <algorithm>
#include <cmath>
#include <utility>

namespace pollux::implant {

namespace {

constexpr double kDrag = 15; // mm that it may be moved before a scene is made anew
constexpr double kSame = 1e-3;

bool near(double a, double b)
{
    return std::fabs(a - b) < kSame;
}

/// Bone ahead of the tip is followed as far as the operation looks, so that letting go changes no number: to the box
/// about the screw's middle.
double aheadSeen(const ScrewInHand& s)
{
    const double half = s.screw.length / 2;
    return (half + kScrewReach) / s.pose.direction.cwiseAbs().maxCoeff() - half;
}

bool holds(const Box& known, const ScrewInHand& s)
{
    for (const Vec3& p : {s.pose.origin, s.tip()})
        if (((p.array() - kScrewReach) < known.min.array()).any() ||
            ((p.array() + kScrewReach) > known.max.array()).any())
            return false;
    return true;
}

} // namespace

bool same(const ScrewInHand& a, const ScrewInHand& b)
{
    const BoneScrew &s = a.screw, &t = b.screw;
    return (a.pose.origin - b.pose.origin).norm() < kSame && (a.tip() - b.tip()).norm() < kSame &&
           near(s.diameter, t.diameter) && near(s.length, t.length) && near(s.threadLength, t.threadLength) &&
           near(s.threadPitch, t.threadPitch) && near(s.threadDepth, t.threadDepth) &&
           near(s.cannulation, t.cannulation) && near(s.headDiameter, t.headDiameter) &&
           near(s.headHeight, t.headHeight);
}

LiveScrew::LiveScrew(PanelContext& context, const PlaceScrew& place, QObject* parent)
    : QObject(parent), m_context(context), m_place(place)
{
}

void LiveScrew::drop()
{
    m_scene.reset();
    m_made.clear();
    m_needed.clear();
}

void LiveScrew::prepare(const ParamValues& values, const ScrewInHand& about)
{
    const auto snapshot = m_context.bench.document().snapshot();
    if (!isValidId(values.text("bone")) || !isValidId(values.text("volume"))) {
        drop();
        return;
    }
    const ScrewScene::Inputs in = m_place.inputs(values);
    const auto bone = snapshot->structures.find(in.bone);
    const bool shapes =
        std::all_of(in.avoid.begin(), in.avoid.end(), [&](const Id& id) { return snapshot->structures.contains(id); });
    if (bone == snapshot->structures.end() || !bone->second->mask || bone->second->mask->empty() || !shapes ||
        !snapshot->volumes.contains(in.volume)) {
        drop();
        return;
    }
    std::vector<Id> of{in.volume, in.bone};
    of.insert(of.end(), in.avoid.begin(), in.avoid.end());
    const std::string sources = sceneSources(*snapshot, of, in.self);
    m_needed = sources;
    const bool stands = sources == m_made && holds(m_known, about) && (m_scene || m_cannot);
    if (stands || (m_preparing && m_context.bench.busy()))
        return;
    m_preparing = true;
    m_cannot = false;
    m_made = sources;
    m_scene.reset();
    const double reach = about.screw.length / 2 + kScrewReach + kDrag;
    const Vec3 middle = about.pose.at(about.screw.length / 2);
    m_known.min = middle - Vec3::Constant(reach);
    m_known.max = middle + Vec3::Constant(reach);
    m_context.bench.runAside(tr("Prepare moving the screw"),
                             [self = QPointer<LiveScrew>(this), in, snapshot, middle, reach](const Case&, Job& job) {
                                 std::shared_ptr<const ScrewScene> scene;
                                 try {
                                     scene = std::make_shared<const ScrewScene>(*snapshot, in, middle, reach, job);
                                 } catch (const Error&) {
                                     // Stopped, or a case that only the operation can judge: the numbers then come on
                                     // release.
                                 }
                                 return [self, scene] {
                                     if (!self)
                                         return;
                                     self->m_preparing = false;
                                     self->m_scene = scene;
                                     self->m_cannot = !scene;
                                     self->start();
                                     Q_EMIT self->prepared();
                                 };
                             });
}

void LiveScrew::ask(const ScrewInHand& screw, const ScrewExecution& execution)
{
    m_wanted = Wanted{screw, execution};
    if (m_measuring && m_context.bench.busy())
        return; // the newest is taken when the one in hand is done
    start();
}

void LiveScrew::forget()
{
    m_wanted.reset();
    ++m_asker;
}

void LiveScrew::start()
{
    if (!m_scene || !m_wanted || m_made != m_needed || !holds(m_known, m_wanted->screw))
        return;
    const Wanted wanted = *std::exchange(m_wanted, std::nullopt);
    m_measuring = true;
    m_context.bench.runAside(
        QString(), [self = QPointer<LiveScrew>(this), scene = m_scene, wanted, asker = m_asker](const Case&, Job& job) {
            std::optional<ScrewMoment> moment;
            try {
                job.checkStop();
                const ScrewInHand& s = wanted.screw;
                moment = ScrewMoment{s, scene->measure(s.screw, s.pose, wanted.execution)};
                double& ahead = moment->measures.aheadOfTip;
                ahead = std::min(ahead, aheadSeen(s));
            } catch (const Error&) {
                moment.reset(); // stopped, or measures that make no screw: the check says so
            }
            return [self, moment, asker] {
                if (!self)
                    return;
                self->m_measuring = false;
                if (moment && asker == self->m_asker)
                    Q_EMIT self->told(*moment);
                self->start();
            };
        });
}

} // namespace pollux::implant
