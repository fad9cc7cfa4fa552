#pragma once

#include "plugins/implant/place_dental.h"
#include "plugins/implant/stress_operation.h"
#include "ui/panels/panel_registry.h"

#include <QObject>

#include <memory>
#include <optional>

namespace pollux::implant {

/// Numbers for an implant that is being moved: distances at once from a scene that is prepared on another thread,
/// stress a moment later from a model that is kept there, the newest pose first.
class LiveNumbers : public QObject
{
    Q_OBJECT

public:
    LiveNumbers(PanelContext& context, const PlaceDental& place, const StressOperation& stress, QObject* parent);

    /// What the numbers are of: complete values of both operations, and the implant in hand. Starts to prepare.
    void prepare(const ParamValues& place, const ParamValues& stress, const PlacedImplant& now);
    /// Distances; nullopt while they are being prepared or out there.
    std::optional<PlacementMeasures> at(const PlacedImplant& placed) const;
    /// Asks for the stress there; stressReady() tells it unless a newer pose came.
    void stressAt(const PlacedImplant& placed);

Q_SIGNALS:
    void prepared();
    /// `frame` of that pose; the map for 3-D.
    void stressReady(pollux::implant::StressFrame frame, std::shared_ptr<const pollux::Field> map);

private:
    struct Shared; ///< a model, used by one thread at a time
    void prepareStress(const PlacedImplant& about);
    void startStress();

    PanelContext& m_context;
    const PlaceDental& m_place;
    const StressOperation& m_stress;
    ParamValues m_placeValues, m_stressValues;
    std::shared_ptr<const PlacementScene> m_scene;
    std::shared_ptr<const Case> m_case; ///< that the scene was made of
    std::shared_ptr<Shared> m_model;
    std::optional<PlacedImplant> m_wanted;
    bool m_preparing = false, m_preparingStress = false, m_solving = false;
    double m_high = 0; ///< MPa, end of the map's scale: kept while it moves, so that colours can be compared
};

} // namespace pollux::implant
