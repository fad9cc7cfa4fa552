#pragma once

#include "plugins/implant/aside_panel.h"
#include "plugins/implant/place_cup.h"
#include "ui/panels/panel_registry.h"

#include <QObject>

#include <memory>
#include <optional>
#include <string>

namespace pollux::implant {

/// A cup, where it lies, and what it is set by.
struct CupInHand
{
    ParamValues values; ///< complete
    CupSite site;
    AcetabularCup cup;
    AxisPose pose;
};
/// By complete values. nullopt where no hip is known, or for measures that make no cup: the operation's check says so.
std::optional<CupInHand> cupInHand(const PlaceCup& place, const Case& c, const ParamValues& values);

/// Measures of a cup that is being moved: on another thread, from a scene that is prepared there and kept while bone
/// and axes are the same. One place at a time, the newest next. Main thread.
class LiveCup : public QObject
{
    Q_OBJECT

public:
    LiveCup(PanelContext& context, const PlaceCup& place, QObject* parent);

    /// The scene about this cup, so that its first move is told at once. What was asked for is dropped.
    void prepare(const CupInHand& cup);
    /// told() answers, unless a newer place came first. Nothing is told where there is no bone.
    void ask(const CupInHand& cup);
    /// Nobody looks any more: what was asked for is dropped, what runs is stopped.
    void rest();

Q_SIGNALS:
    void told(const pollux::implant::CupInHand& cup, const pollux::implant::CupMeasures& measures);

private:
    struct Wanted
    {
        CupInHand cup;
        bool measures = false; ///< false: the scene alone
    };
    void goOn();
    void startScene(const Mask& bone, const CupInHand& about);
    void startMeasuring(CupInHand cup);

    PanelContext& m_context;
    const PlaceCup& m_place;
    std::shared_ptr<const CupScene> m_scene;
    std::string m_made;   ///< what the scene was made of
    std::string m_cannot; ///< what no scene can be made of
    Vec3 m_middle = Vec3::Zero();
    double m_reach = 0; ///< mm about the middle that the scene knows
    std::optional<Wanted> m_wanted;
    Aside m_aside;
};

} // namespace pollux::implant
