#pragma once

#include "core/case/case.h"
#include "tests/core/anatomy/made_pelvis.h"
#include "tests/core/case/image_object.h"

/// A case with the pelvis of tests/core/anatomy/made_pelvis.h: each half and each femur a structure.
namespace bones {

inline void putBone(Edit& e, const std::string& id, const std::string& name, const std::string& anatomy, Mask mask)
{
    Structure s;
    s.name = name;
    s.anatomy = anatomy;
    s.mask = std::make_shared<const Mask>(std::move(mask));
    e.put(Id(id), std::move(s));
}

/// `low`, `high`: local box that the image shows at least. The patient is not mirrored.
inline Case pelvisCase(const Pelvis& pelvis, const Pose& pose, const Vec3& spacing, bool halves = true,
                       const Vec3& low = Vec3(-168, -200, -155), const Vec3& high = Vec3(12, 70, 155))
{
    const Grid g = pelvisGrid(pose, spacing, low, high);
    Edit e;
    Mask half[2];
    for (const Side s : {Side::Right, Side::Left}) {
        const std::string side(name(s)), label = s == Side::Right ? "Right " : "Left ";
        half[s == Side::Right ? 0 : 1] = mask(g, pose, [&](const Vec3& p) { return pelvis.half(p, s); });
        const Mask femur = mask(g, pose, [&](const Vec3& p) { return pelvis.femur(p, s); });
        if (!femur.empty())
            putBone(e, "femur-" + side, label + "femur", "femur", femur);
        if (halves && !half[s == Side::Right ? 0 : 1].empty())
            putBone(e, "pelvis-" + side, label + "half of the pelvis", "pelvis", half[s == Side::Right ? 0 : 1]);
    }
    if (!halves)
        putBone(e, "pelvis", "Pelvis", "pelvis", unite(half[0], half[1]));
    return apply(Case(), e);
}

/// With a CT, "ct", in which the case's masks (of one grid) are bone.
inline Case withImage(const Case& c)
{
    const Grid grid = c.structures.begin()->second->mask->grid();
    std::vector<std::int16_t> voxels(size_t(grid.voxels()), 40);
    for (const auto& [id, s] : c.structures)
        for (int k = 0; k < grid.size[2]; ++k)
            for (int j = 0; j < grid.size[1]; ++j)
                for (int i = 0; i < grid.size[0]; ++i)
                    if (s->mask->at(i, j, k))
                        voxels[size_t(grid.offset(i, j, k))] = 700;
    VolumeObject v = test::ctObject(Volume(grid, std::move(voxels)));
    v.windowCentre = 300;
    v.windowWidth = 1200;
    Edit e;
    e.put(Id("ct"), std::move(v));
    return apply(c, e);
}

} // namespace bones
