#pragma once

#include "plugins/implant/place_screw.h"
#include "ui/panels/panel_registry.h"

#include <QObject>

#include <memory>
#include <optional>
#include <string>

namespace pollux::implant {

/// A screw and where it lies.
struct ScrewInHand
{
    BoneScrew screw;
    AxisPose pose; ///< origin below the head, direction to the tip

    Vec3 tip() const { return pose.at(screw.length); }
};
/// Measures and place, to a thousandth of a millimetre.
bool same(const ScrewInHand& a, const ScrewInHand& b);

/// What is measured of a screw where it lies now.
struct ScrewMoment
{
    ScrewInHand screw;
    ScrewMeasures measures;
};

/// Numbers of a screw that is being moved: on another thread, from a scene that is prepared there and kept while bone,
/// image and what it keeps away from are the same. The newest place first. Main thread.
class LiveScrew : public QObject
{
    Q_OBJECT

public:
    LiveScrew(PanelContext& context, const PlaceScrew& place, QObject* parent);

    /// Complete values. Prepares if the scene at hand is of something else or the screw lies out of it.
    void prepare(const ParamValues& values, const ScrewInHand& about);
    /// told() answers unless a newer place came; once the scene of what was prepared last is there.
    void ask(const ScrewInHand& screw, const ScrewExecution& execution);
    /// What was asked for and not told is dropped, also what is being measured: it is of a screw that is no longer in
    /// hand.
    void forget();

Q_SIGNALS:
    void prepared(); ///< or it cannot be
    void told(const pollux::implant::ScrewMoment& moment);

private:
    struct Wanted
    {
        ScrewInHand screw;
        ScrewExecution execution;
    };
    void start(); ///< if the scene is the one that is wanted
    void drop();  ///< no scene can be made

    PanelContext& m_context;
    const PlaceScrew& m_place;
    std::shared_ptr<const ScrewScene> m_scene;
    std::string m_made;   ///< what the scene was made of, or is being made of
    std::string m_needed; ///< what it is to be made of by now: another screw may have come while one was made
    Box m_known;          ///< where it knows everything
    int m_asker = 0;      ///< another one after each forget()
    std::optional<Wanted> m_wanted;
    bool m_preparing = false, m_measuring = false;
    bool m_cannot = false; ///< of m_made no scene can be made
};

} // namespace pollux::implant
