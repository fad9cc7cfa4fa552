#include "plugins/implant/live_component_panel.h"

#include "core/base/error.h"
#include "core/base/text.h"

#include <QPointer>

#include <algorithm>
#include <cmath>

namespace pollux::implant {

namespace {

/// All that a scene depends on, so that it is made again when one of these changes.
std::string sourcesOf(const Case& c, const ParamValues& values, const Id& bone, const ComponentSite& site)
{
    std::string out = values.text("kind");
    const std::string& self = values.text("plan_id");
    // What it must not meet: bones of joints, other implants.
    for (const auto& [id, structure] : c.structures)
        if (structure->mask && !structure->anatomy.empty() && structure->anatomy != "implant")
            if (const auto k = c.keyOf(id))
                out += ' ' + id.text() + '=' + k->hex();
    for (const auto& [id, plan] : c.plans)
        if (id.text() != self)
            if (const auto k = c.keyOf(id))
                out += ' ' + id.text() + '=' + k->hex();
    out += ' ' + self;
    for (const Id& id : {bone, Id(values.text("volume"))})
        if (const auto k = c.keyOf(id))
            out += ' ' + id.text() + '=' + k->hex();
    for (const Vec3& v :
         {site.reference, site.frame.origin, Vec3(site.frame.axes.col(0)), Vec3(site.frame.axes.col(1))})
        for (int a = 0; a < 3; ++a)
            out += ' ' + toText(v[a], 9);
    return out;
}

} // namespace

LiveComponent::LiveComponent(PanelContext& context, const PlaceComponent& place, QObject* parent)
    : QObject(parent), m_context(context), m_place(place)
{
}

void LiveComponent::prepare(const ParamValues& values)
{
    const auto snapshot = m_context.bench.document().snapshot();
    const std::optional<Id> bone = m_place.bone(*snapshot, values);
    const auto structure = bone ? snapshot->structures.find(*bone) : snapshot->structures.end();
    const auto volume = snapshot->volumes.find(Id(values.text("volume")));
    const auto site = m_place.site(*snapshot, values);
    if (structure == snapshot->structures.end() || !structure->second->mask || structure->second->mask->empty() ||
        volume == snapshot->volumes.end() || !site) {
        m_scene.reset();
        m_made.clear();
        return;
    }
    const std::string sources = sourcesOf(*snapshot, values, *bone, *site);
    if (sources == m_made || (m_preparing && m_context.bench.busy()))
        return;
    m_preparing = true;
    m_made = sources;
    m_scene.reset();
    m_context.bench.runAside(
        tr("Prepare moving the component"),
        [self = QPointer<LiveComponent>(this), site = *site, bone = structure->second, image = volume->second->volume,
         snapshot, boneId = *bone, plan = values.text("plan_id")](const Case&, Job& job) {
            std::shared_ptr<const ComponentScene> scene;
            try {
                const Id own = isValidId(plan) ? Id(plan) : Id("component-1");
                scene = std::make_shared<const ComponentScene>(
                    site, boneSurface(*bone, job), image,
                    componentNeighbours(*snapshot, site.kind, site.frame.side, boneId, site.reference, own, job));
            } catch (const Error&) {
                // The operation says why.
            }
            return [self, scene] {
                if (!self)
                    return;
                self->m_preparing = false;
                self->m_scene = scene;
                Q_EMIT self->prepared();
            };
        });
}

std::optional<LiveComponent::Moment> LiveComponent::at(const ParamValues& values) const
{
    if (!m_scene)
        return {};
    try {
        Moment m;
        const PlacedSize placed = m_place.placed(*m_scene, values);
        placed.component.check();
        m.component = placed.component;
        m.pose = m_scene->pose(placed.setting);
        return m;
    } catch (const Error&) {
        return {}; // the cut misses the bone, or a size that makes no component: the check says so
    }
}

std::optional<ComponentMeasures> LiveComponent::measured(const Moment& moment) const
{
    if (!m_scene)
        return {};
    try {
        return m_scene->measure(moment.component, moment.pose);
    } catch (const Error&) {
        return {}; // as above
    }
}

} // namespace pollux::implant
