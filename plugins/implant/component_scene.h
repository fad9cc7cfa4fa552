#pragma once

#include "core/anatomy/joint_frames.h"
#include "core/image/mask.h"
#include "core/image/volume.h"
#include "core/mesh/plane_cut.h"
#include "core/solid/flat_component.h"
#include "plugins/implant/component_error.h"
#include "plugins/implant/component_neighbours.h"
#include "plugins/implant/placement_scene.h"

#include <array>
#include <optional>
#include <vector>

namespace pollux::implant {

/// The end of a bone that a component stands on.
struct ComponentSite
{
    ComponentKind kind = ComponentKind::AnkleTibia;
    JointFrame frame;              ///< of the bone
    Vec3 reference = Vec3::Zero(); ///< where resection is counted from: on the joint's surface
    bool boneIsProximal = true;    ///< of the cut: distal tibia and femur; false: proximal tibia, talus

    /// Unit, from the joint into the bone along the frame's axis.
    Vec3 intoBone() const { return boneIsProximal ? frame.proximal() : Vec3(-frame.proximal()); }
};

/// How it is set, in the bone's frame; the cut is turned about the reference, then moved into the bone.
struct ComponentSetting
{
    double resection = 9; ///< mm from the reference to the cut, along the cut's normal
    double varus = 0;     ///< degrees in the frame's coronal plane, as varusOf...Plane() counts
    double slope = 0;     ///< degrees in its sagittal plane, positive: drops towards the back
    double rotation = 0;  ///< degrees in its transverse plane, positive: external
    double lateral = 0;   ///< mm from the middle of the cut bone
    double anterior = 0;  ///< mm from there
    double malleolus =
        0; ///< mm of the cut, medially, that are left out of that middle: the malleolus of an ankle's tibia
};

/// Zones of an outline.
enum class Zone { AnteroMedial, AnteroLateral, PosteroMedial, PosteroLateral };
inline constexpr std::array<Zone, 4> kZones{Zone::AnteroMedial, Zone::AnteroLateral, Zone::PosteroMedial,
                                            Zone::PosteroLateral};

struct ComponentMeasures
{
    double cutArea = 0;  ///< mm^2, of the bone in the cut
    double coverage = 0; ///< share of the cut that the base covers, 0 to 1
    double beyond = 0;   ///< share of the base that lies beyond the cut bone, 0 to 1
    std::array<double, 4>
        overhang{}; ///< mm by zone: how far the base reaches beyond the bone; below 0: how far it stays within
    double worstOverhang = 0;
    Vec3 worstPlace = Vec3::Zero();
    std::vector<BorderPlace> border;                 ///< of the base: what chances of overhang are told by
    std::optional<Approach> otherBone, otherImplant; ///< what it comes nearest to; nullopt: none within what is known
    double depthMedial = 0, depthLateral = 0;  ///< mm from the cut to the joint's surface under the base, its highest
    double varus = 0, slope = 0, rotation = 0; ///< degrees, of the cut, by joint_angles.h
    std::optional<double> nativeVarus,
        nativeSlope;                       ///< of the joint's surface at the reference, by a paraboloid under the base
    std::optional<double> malleolus;       ///< ankle: least bone medially beside the base, mm
    double densityMean = 0, densitySd = 0; ///< of the image, up to 5 mm into the bone under the base
    size_t densitySamples = 0;
    double outside = 0; ///< share of the component that lies outside the image, 0 to 1; 0 without an image
};

/// A component on a bone: everything that is measured while it moves. Immutable after it was made; any thread.
class ComponentScene
{
public:
    /// `bone`: closed surface of the bone; `image` may be empty (no density). Throws Error (BadInput): open surface.
    ComponentScene(ComponentSite site, Surface bone, Volume image, std::vector<ComponentNeighbour> neighbours = {});

    const ComponentSite& site() const { return m_site; }
    const std::vector<ComponentNeighbour>& neighbours() const { return m_neighbours; }
    /// The component as it is made for this side.
    FlatComponent forSide(FlatComponent component) const;
    /// Its axes by the setting, as of BodyPose; quick.
    Mat3 axes(const ComponentSetting& setting) const;
    /// Where a component comes to lie by the setting. Throws Error (BadInput): the cut misses the bone.
    BodyPose pose(const ComponentSetting& setting) const;
    ComponentMeasures measure(const FlatComponent& component, const BodyPose& pose) const;
    /// The border of the bone in the plane of the cut, in the component's (x, z): the largest piece, its outer border
    /// first, then its holes.
    Rings cut(const BodyPose& pose) const;
    Plane cutPlane(const BodyPose& pose) const; ///< normal out of the bone

    /// What of the bone is taken away: beyond the cut; of a distal tibia what lies within `margin` mm of the base
    /// alone, for the malleolus stays.
    Mask resected(const Mask& bone, const FlatComponent& component, const BodyPose& pose, double margin,
                  const Job& job) const;

    /// The largest of these bases that reaches beyond the bone by no more than `overhang` mm and leaves the setting's
    /// malleolus; where none leaves it, the largest that does not overhang; then the smallest one. `pieces` not empty.
    FlatComponent proposed(const std::vector<FlatComponent>& pieces, const ComponentSetting& setting,
                           double overhang) const;

private:
    ComponentSite m_site;
    Surface m_bone;
    std::vector<Vec3f> m_normals;
    Volume m_image;
    std::vector<ComponentNeighbour> m_neighbours;
};

} // namespace pollux::implant
