#include "plugins/implant/live_cup_panel.h"

#include "core/base/error.h"
#include "core/base/text.h"

#include <utility>

namespace pollux::implant {

namespace {

constexpr double kDrag = 15; // mm that it may be moved before a scene is made anew

/// All that a scene depends on, so that it is made again when one of these changes.
std::string sourcesOf(const Case& c, const Id& bone, const JointFrame& frame)
{
    std::string out = std::string(name(frame.side)) + ' ' + bone.text();
    if (const auto key = c.keyOf(bone))
        out += '=' + key->hex();
    for (int a = 0; a < 3; ++a)
        for (int b = 0; b < 3; ++b)
            out += ' ' + toText(frame.axes(a, b), 9);
    return out;
}

double neededReach(const CupInHand& cup)
{
    return cup.cup.outerRadius() + kCupReach;
}

} // namespace

std::optional<CupInHand> cupInHand(const PlaceCup& place, const Case& c, const ParamValues& values)
{
    const auto site = place.site(c, values);
    if (!site)
        return {};
    try {
        return CupInHand{values, *site, place.cup(*site, values), place.pose(*site, values)};
    } catch (const Error&) {
        return {};
    }
}

LiveCup::LiveCup(PanelContext& context, const PlaceCup& place, QObject* parent)
    : QObject(parent), m_context(context), m_place(place), m_aside(context.bench)
{
}

void LiveCup::prepare(const CupInHand& cup)
{
    m_wanted = Wanted{cup, false};
    goOn();
}

void LiveCup::ask(const CupInHand& cup)
{
    m_wanted = Wanted{cup, true};
    goOn();
}

void LiveCup::rest()
{
    m_wanted.reset();
    m_aside.stop();
}

void LiveCup::goOn()
{
    if (!m_wanted || m_aside.running())
        return;
    const CupInHand& cup = m_wanted->cup;
    const auto c = m_context.bench.document().snapshot();
    const auto bone = m_place.bone(*c, cup.values, cup.site);
    const auto pelvis = bone ? c->structures.find(*bone) : c->structures.end();
    if (pelvis == c->structures.end() || !pelvis->second->mask || pelvis->second->mask->empty()) {
        m_wanted.reset();
        return;
    }
    const std::string sources = sourcesOf(*c, *bone, cup.site.frame);
    const bool known = (cup.pose.origin - m_middle).cwiseAbs().maxCoeff() + neededReach(cup) <= m_reach;
    if (sources == m_cannot) {
        m_wanted.reset();
    } else if (!m_scene || sources != m_made || !known) {
        m_made = sources;
        startScene(*pelvis->second->mask, cup);
    } else if (const Wanted now = *std::exchange(m_wanted, std::nullopt); now.measures) {
        startMeasuring(now.cup);
    }
}

void LiveCup::startScene(const Mask& bone, const CupInHand& about)
{
    m_scene.reset();
    m_middle = about.pose.origin;
    m_reach = neededReach(about) + kDrag;
    m_aside.start(tr("Prepare moving the cup"),
                  [this, bone, frame = about.site.frame, middle = m_middle, reach = m_reach](const Case&, Job& job) {
                      std::shared_ptr<const CupScene> scene;
                      try {
                          scene = std::make_shared<const CupScene>(bone, frame, middle, reach, job);
                      } catch (const Error&) {
                          // Stopped, or a mask that only the operation can judge: the numbers then come on release.
                      }
                      return [this, scene] {
                          m_scene = scene;
                          m_cannot = scene ? std::string() : m_made;
                          goOn();
                      };
                  });
}

void LiveCup::startMeasuring(CupInHand cup)
{
    m_aside.start(QString(), [this, scene = m_scene, cup = std::move(cup)](const Case&, Job& job) {
        std::optional<CupMeasures> measures;
        if (!job.stopRequested())
            measures = scene->measure(cup.cup, cup.pose, cup.values.real("contact"));
        return [this, cup, measures] {
            if (measures)
                Q_EMIT told(cup, *measures);
            goOn();
        };
    });
}

} // namespace pollux::implant
