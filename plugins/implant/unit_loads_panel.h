#pragma once

#include "core/case/placed_implant.h"
#include "plugins/implant/stress_operation.h"
#include "ui/panels/panel_registry.h"

#include <QObject>

#include <array>
#include <memory>
#include <optional>

namespace pollux::implant {

/// The six unit loads on an implant in its place, solved in the background when they are asked for, as finely as
/// implant.stress does; stopped and dropped when the pose or what they are made of is another.
class UnitLoads : public QObject
{
    Q_OBJECT

public:
    struct Solved
    {
        FineUnits units;
        Surface map; ///< the points that `units.places` are of
    };

    UnitLoads(PanelContext& context, const StressOperation& stress, QObject* parent);
    ~UnitLoads() override;

    /// `values`: complete ones of the stress; its load does not matter. Starts unless they are there or on the way.
    void want(const ParamValues& values, const PlacedImplant& placed);
    /// Drops what is of another implant, pose, bone or setting.
    void follow(const ParamValues& values, const std::optional<PlacedImplant>& placed);
    void drop();
    const std::shared_ptr<const Solved>& solved() const { return m_solved; } ///< null: not yet
    bool solving() const { return m_solving; }
    const QString& problem() const { return m_problem; } ///< why there are none, and what to do

Q_SIGNALS:
    void changed();

private:
    struct Key
    {
        ParamValues values;
        std::shared_ptr<const void> bone, volume;
        std::array<double, 13> implant{};
        bool operator==(const Key&) const = default;
    };
    Key keyOf(const ParamValues& values, const PlacedImplant& placed) const;

    PanelContext& m_context;
    const StressOperation& m_stress;
    std::optional<Key> m_key; ///< of what is there or on the way
    std::shared_ptr<const Solved> m_solved;
    QString m_problem;
    bool m_solving = false;
    std::uint64_t m_job = 0, m_turn = 0; ///< m_turn: of the newest; what comes of an older one is left
};

} // namespace pollux::implant
