#pragma once

#include "plugins/implant/aside_panel.h"
#include "plugins/implant/place_plate.h"
#include "ui/panels/panel_registry.h"

#include <QObject>

#include <memory>
#include <optional>
#include <string>

namespace pollux::implant {

/// A plate, and what it is set by.
struct PlateInHand
{
    ParamValues values; ///< complete
    FlatComponent plate;
};
/// By complete values. nullopt without a bone or two points, or for measures that make no plate: the operation's check
/// says so.
std::optional<PlateInHand> plateInHand(const PlacePlate& place, const Case& c, const ParamValues& values);

/// Where a plate comes to lie, and what is measured there.
struct PlateMoment
{
    PlateInHand hand;
    PlateFit fit;
    PlateMeasures measures;
};

/// Fits and measures a plate that is being moved: on another thread, from a scene that is prepared there and kept while
/// bone and neighbours are the same. One place at a time, the newest next. Main thread.
class LivePlate : public QObject
{
    Q_OBJECT

public:
    LivePlate(PanelContext& context, const PlacePlate& place, QObject* parent);

    /// The scene about this plate, so that its first move is told at once. What was asked for is dropped.
    void prepare(const PlateInHand& hand);
    /// told() answers, or lost(), unless a newer place came first.
    void ask(const PlateInHand& hand);
    /// Nobody looks any more: what was asked for is dropped, what runs is stopped.
    void rest();
    /// What is known about the plate that was asked for or prepared last; nullptr: nothing yet.
    const PlateScene* scene() const { return m_scene.get(); }

Q_SIGNALS:
    void told(const pollux::implant::PlateMoment& moment);
    void lost(const pollux::implant::PlateInHand& hand); ///< no bone lies near its points

private:
    struct Wanted
    {
        PlateInHand hand;
        bool measures = false; ///< false: the scene alone
    };
    void goOn();
    bool known(const PlateInHand& hand) const; ///< by the scene at hand
    void startScene(const PlateInHand& about);
    void startMeasuring(PlateInHand hand);

    PanelContext& m_context;
    const PlacePlate& m_place;
    std::shared_ptr<const PlateScene> m_scene;
    std::string m_made;                 ///< what the scene was made of
    std::string m_cannot;               ///< what no scene can be made of
    std::optional<PlateInHand> m_about; ///< that the scene was made for
    std::optional<Wanted> m_wanted;
    Aside m_aside;
};

} // namespace pollux::implant
