#include "plugins/implant/live_plate_panel.h"

#include "core/base/error.h"
#include "core/base/text.h"
#include "plugins/implant/live_sources.h"
#include "plugins/implant/plate_motion.h"

#include <algorithm>
#include <utility>

namespace pollux::implant {

namespace {

constexpr double kDrag = 15;   // mm that a point may be moved before a scene is made anew
constexpr double kNearest = 1; // mm that both points lie apart at least

} // namespace

std::optional<PlateInHand> plateInHand(const PlacePlate& place, const Case& c, const ParamValues& values)
{
    const std::string& bone = values.text("bone");
    const auto it = isValidId(bone) ? c.structures.find(Id(bone)) : c.structures.end();
    if (it == c.structures.end() || !it->second->mask || it->second->mask->empty())
        return {};
    const Vec3 from = values.point("from"), to = values.point("to");
    if (!from.allFinite() || !to.allFinite() || !((to - from).norm() > kNearest))
        return {}; // as a form begins
    try {
        PlateInHand hand{values, place.plate(values)};
        hand.plate.check();
        return hand;
    } catch (const Error&) {
        return {};
    }
}

LivePlate::LivePlate(PanelContext& context, const PlacePlate& place, QObject* parent)
    : QObject(parent), m_context(context), m_place(place), m_aside(context.bench)
{
}

void LivePlate::prepare(const PlateInHand& hand)
{
    m_wanted = Wanted{hand, false};
    goOn();
}

void LivePlate::ask(const PlateInHand& hand)
{
    m_wanted = Wanted{hand, true};
    goOn();
}

void LivePlate::rest()
{
    m_wanted.reset();
    m_aside.stop();
}

bool LivePlate::known(const PlateInHand& hand) const
{
    return m_scene && m_about && (hand.values.point("from") - m_about->values.point("from")).norm() < kDrag &&
           (hand.values.point("to") - m_about->values.point("to")).norm() < kDrag &&
           hand.plate.depth < m_about->plate.depth + kDrag;
}

void LivePlate::goOn()
{
    if (!m_wanted || m_aside.running())
        return;
    const PlateInHand& hand = m_wanted->hand;
    const Case& c = m_context.bench.document().current();
    const PlateScene::Inputs in = m_place.inputs(hand.values);
    std::vector<Id> of = in.avoid;
    of.push_back(in.bone);
    const bool there = std::all_of(of.begin(), of.end(), [&](const Id& id) { return c.structures.contains(id); });
    const std::string sources = sceneSources(c, of, in.self) + ' ' + toText(in.speck, 6);
    if (!there || sources == m_cannot) {
        m_wanted.reset();
    } else if (sources != m_made || !known(hand)) {
        m_made = sources;
        startScene(hand);
    } else if (Wanted now = *std::exchange(m_wanted, std::nullopt); now.measures) {
        startMeasuring(std::move(now.hand));
    }
}

void LivePlate::startScene(const PlateInHand& about)
{
    m_scene.reset();
    m_about = about;
    m_aside.start(
        tr("Prepare moving the plate"),
        [this, place = m_place, about, snapshot = m_context.bench.document().snapshot()](const Case&, Job& job) {
            std::shared_ptr<const PlateScene> scene;
            try {
                scene = std::make_shared<const PlateScene>(place.scene(*snapshot, about.values, job));
            } catch (const Error&) {
                // Stopped, or a case that only the operation can judge: the numbers then come on release.
            }
            return [this, scene] {
                m_scene = scene;
                m_cannot = scene ? std::string() : m_made;
                goOn();
            };
        });
}

void LivePlate::startMeasuring(PlateInHand hand)
{
    m_aside.start(QString(), [this, scene = m_scene, rules = m_place.rules(hand.values),
                              hand = std::move(hand)](const Case&, Job& job) {
        std::optional<PlateMoment> moment;
        bool stopped = job.stopRequested();
        try {
            if (!stopped) {
                const PlateSetting s = plateSettingOf(hand.values);
                const PlateFit fit = scene->fit(hand.plate, s.from, s.to, s.roll, s.standoff);
                stopped = job.stopRequested();
                if (!stopped)
                    moment = PlateMoment{hand, fit, scene->measure(hand.plate, fit.pose, rules)};
            }
        } catch (const Error&) {
            moment.reset(); // no bone near its points
        }
        return [this, hand, moment, stopped] {
            if (moment)
                Q_EMIT told(*moment);
            else if (!stopped)
                Q_EMIT lost(hand);
            goOn();
        };
    });
}

} // namespace pollux::implant
