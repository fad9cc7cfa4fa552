#include "plugins/implant/stress_preview_panel.h"

#include "core/base/error.h"
#include "core/base/text.h"
#include "plugins/implant/implant_load.h"
#include "ui/forms/text.h"

#include <QPointer>

#include <algorithm>
#include <cmath>

namespace pollux::implant {

namespace {

constexpr std::size_t kDesigns = 80; // half a minute; more gains little (tests/bench/bench_surrogate)

} // namespace

StressPreview::StressPreview(PanelContext& context, const StressOperation& stress, QObject* parent)
    : QObject(parent), m_context(context), m_stress(stress)
{
}

std::string StressPreview::sourcesOf(const ParamValues& values, const DentalImplant& i) const
{
    const Case& c = m_context.bench.document().current();
    std::string out;
    for (const char* key : {"bone", "volume"})
        if (const auto k = c.keyOf(Id(values.text(key))))
            out += k->hex();
    out += values.text("law");
    for (const char* key :
         {"cortical", "cancellous", "split", "density_slope", "density_offset", "titanium", "poisson"})
        out += ' ' + toText(values.real(key), 6);
    for (double m : {i.diameter, i.length, i.apexDiameter, i.abutmentHeight, i.abutmentDiameter})
        out += ' ' + toText(m, 6);
    return out;
}

void StressPreview::learn(const ParamValues& values, const PlacedImplant& about)
{
    if (m_learning)
        return;
    const Case& c = m_context.bench.document().current();
    const auto bone = c.structures.find(Id(values.text("bone")));
    const auto volume = c.volumes.find(Id(values.text("volume")));
    if (bone == c.structures.end() || !bone->second->mask || volume == c.volumes.end())
        return;
    m_learning = true;
    m_sources = sourcesOf(values, about.implant);
    m_surrogate.reset();
    StressSetup setup = m_stress.setup(values, about.pose.direction);
    setup.edge = std::max(setup.edge, 0.5);
    m_context.bench.runLongAside(tr("Learn the stress for a preview"), [self = QPointer<StressPreview>(this),
                                                                        image = volume->second->volume,
                                                                        mask = *bone->second->mask, about, setup,
                                                                        sources = m_sources](const Case&, Job& job) {
        std::shared_ptr<const StressSurrogate> made;
        try {
            auto model = std::make_unique<StressModel>(image, mask, about.implant, about.pose, setup, job);
            SurrogateTraining training(std::move(model), mask, about.implant, about.pose, {});
            made = training.train(kDesigns, job);
        } catch (const Error&) {
            // Stopped, or no bone there: the operation says why.
        }
        return [self, made, sources] {
            if (!self)
                return;
            self->m_learning = false;
            if (self->m_sources == sources) {
                self->m_surrogate = made;
                self->m_error.reset();
            }
            Q_EMIT self->changed();
        };
    });
    Q_EMIT changed();
}

void StressPreview::follow(const ParamValues& values, const PlacedImplant& now)
{
    if (m_sources.empty() || sourcesOf(values, now.implant) == m_sources)
        return;
    m_sources.clear();
    m_surrogate.reset();
    Q_EMIT changed();
}

QString StressPreview::at(const ParamValues& values, const PlacedImplant& now)
{
    if (!m_surrogate)
        return {};
    const StressSetup setup = m_stress.setup(values, now.pose.direction);
    const auto frame = m_surrogate->at(now.pose, setup.load);
    if (!frame)
        return {};
    // The load itself turns with the implant: its amounts tell whether it is another.
    const ImplantLoad load = loadOf(setup, now.pose.direction);
    if (const std::array<double, 3> amounts{load.axial, load.bending, load.moment};
        !m_error || !std::equal(amounts.begin(), amounts.end(), m_errorOf.begin(),
                                [](double a, double b) { return std::fabs(a - b) <= 1e-9 * (1 + std::fabs(b)); })) {
        m_error = m_surrogate->errorOf(setup.load);
        m_errorOf = amounts;
    }
    return tr("Preview by a surrogate: ≈ %1 (99th percentile), off by up to %2 by its own measure.")
        .arg(shown(frame->p99, Unit::Megapascal), shown(100 * m_error->p99Most, Unit::Percent));
}

} // namespace pollux::implant
