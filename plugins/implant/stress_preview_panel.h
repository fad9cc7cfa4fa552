#pragma once

#include "core/case/placed_implant.h"
#include "plugins/implant/stress_operation.h"
#include "plugins/implant/stress_surrogate.h"
#include "ui/panels/panel_registry.h"

#include <QObject>

#include <array>
#include <memory>
#include <optional>

namespace pollux::implant {

/// A surrogate of the stress as instant preview: learnt in the background when the user asks for it, told with the
/// error that it measures of itself, dropped when what it was learnt for is another.
class StressPreview : public QObject
{
    Q_OBJECT

public:
    StressPreview(PanelContext& context, const StressOperation& stress, QObject* parent);

    /// Learns about this pose. `values`: complete values of the stress.
    void learn(const ParamValues& values, const PlacedImplant& about);
    bool learning() const { return m_learning; }
    bool learnt() const { return m_surrogate != nullptr; }
    /// Drops what was learnt for other bone, moduli or measures; the load may change.
    void follow(const ParamValues& values, const PlacedImplant& now);
    /// In words; empty where it knows nothing.
    QString at(const ParamValues& values, const PlacedImplant& now);

Q_SIGNALS:
    void changed();

private:
    std::string sourcesOf(const ParamValues& values, const DentalImplant& implant) const;

    PanelContext& m_context;
    const StressOperation& m_stress;
    std::shared_ptr<const StressSurrogate> m_surrogate;
    std::string m_sources;
    std::optional<SurrogateError> m_error; ///< of the load in hand
    std::array<double, 3> m_errorOf{};     ///< what that load is along the axis, across, and its moment
    bool m_learning = false;
};

} // namespace pollux::implant
