#pragma once

#include "core/geometry/polygon.h"
#include "core/geometry/vec.h"

#include <string>
#include <string_view>
#include <vector>

namespace pollux {

/// What stands with a flat base on cut bone, or lies on it: parametric demonstrators, of no maker ("generic").
enum class ComponentKind { AnkleTibia, AnkleTalus, KneeTibia, KneeFemur, Plate };
std::string_view name(ComponentKind kind); ///< "ankle, tibia", ...

/// Where a component lies. Its axes: x anterior (of a plate: along it), y away from the bone, z = x cross y; its base
/// is the plane y = 0, its middle the origin. Columns of `axes` are unit vectors in LPS, determinant +1: a component
/// for the other side is made anew, never mirrored.
struct BodyPose
{
    Vec3 origin = Vec3::Zero(); ///< LPS, mm
    Mat3 axes = Mat3::Identity();

    Vec3 toPatient(const Vec3& local) const { return origin + axes * local; }
    Vec3 toLocal(const Vec3& p) const { return axes.transpose() * (p - origin); }
    /// Throws Error (BadInput) unless axes are finite, orthonormal and right-handed to 1e-6.
    void check() const;
};

struct FlatComponent
{
    ComponentKind kind = ComponentKind::AnkleTibia;
    double width = 30;      ///< mm, across: medial to lateral
    double depth = 34;      ///< mm, along x: back to front; of a plate its length
    double thickness = 4;   ///< mm, of a dome: at its middle
    double domeRadius = 0;  ///< mm, of a cylinder about an axis along z; 0: the top is flat
    int pegs = 2;           ///< cylinders into the bone, side by side; one: a keel in the middle
    double pegLength = 10;  ///< mm
    double pegDiameter = 6; ///< mm
    int holes = 0;          ///< of a plate, in a row along it
    double holeDiameter = 4;
    bool medialAtPlusZ = false; ///< which way z goes in the leg: shapes that are not the same on both sides need it

    bool operator==(const FlatComponent&) const = default;
    /// Border of the base: (x, z), counterclockwise in (x, z), 96 corners.
    Ring outline() const;
    /// Height of the top above the base at a place of the base.
    double heightAt(double x) const;
    /// Middles of the pegs and of the holes, (x, z).
    std::vector<Vec2> pegPlaces() const;
    std::vector<Vec2> holePlaces() const;
    /// Body and pegs; `base` is {outline()}, made once by who asks often.
    bool contains(const Vec3& local, const Rings& base) const;
    /// Throws Error (BadInput) for measures that make no component.
    void check() const;
};

/// A generic component for an outline of given width and depth: the other measures as this program's demonstrators have
/// them.
FlatComponent genericComponent(ComponentKind kind, double width, double depth);

} // namespace pollux
