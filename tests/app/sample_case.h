#pragma once

#include "core/case/case.h"
#include "core/phantom/torso.h"

namespace pollux::test {

/// Something for every tool of the editor to change, on the grid of the liver: a ball of 5 voxels about the liver's
/// centroid (to hollow, cut, smooth, grow) and, two empty slices away from it and in line with its middle, a disc of 3
/// voxels in one slice (an island to remove, and slices to fill between). The disc lies on the side where the liver
/// has more room for it.
inline Mask paintedIn(const Mask& liver)
{
    constexpr int kBall2 = 27; // 5.2 voxels, squared: the last slice holds nine voxels rather than one
    constexpr int kDisc2 = 9, kBeyond = 8;
    const Grid& grid = liver.grid();
    const Index3 at = grid.nearest(liver.centroid());
    std::vector<std::uint8_t> voxels(static_cast<size_t>(grid.voxels()), 0);
    const auto set = [&](int i, int j, int k) {
        if (grid.contains(i, j, k))
            voxels[static_cast<size_t>(grid.offset(i, j, k))] = 1;
    };
    int room[2] = {0, 0}; // voxels of the disc that lie in the liver: below, above
    for (int dj = -5; dj <= 5; ++dj)
        for (int di = -5; di <= 5; ++di) {
            for (int dk = -5; dk <= 5; ++dk)
                if (di * di + dj * dj + dk * dk <= kBall2)
                    set(at[0] + di, at[1] + dj, at[2] + dk);
            if (di * di + dj * dj <= kDisc2)
                for (const int side : {0, 1})
                    room[side] += liver.at(at[0] + di, at[1] + dj, at[2] + (side ? kBeyond : -kBeyond));
        }
    const int slice = at[2] + (room[1] > room[0] ? kBeyond : -kBeyond);
    for (int dj = -3; dj <= 3; ++dj)
        for (int di = -3; di <= 3; ++di)
            if (di * di + dj * dj <= kDisc2)
                set(at[0] + di, at[1] + dj, slice);
    return Mask(grid, voxels);
}

/// A small torso phantom with its true structures, and "painted": something for every operation to work on.
inline Case sampleCase(int size = 96)
{
    TorsoOptions options;
    options.size = size;
    options.pixelSpacing = 384.0 / size;
    options.sliceSpacing = 384.0 / size;
    const Torso torso = makeTorso(options, Job());
    Edit edit;
    Study study;
    study.name = "Phantom";
    study.patientKey = "000000000000";
    edit.put(Id("study"), study);
    VolumeObject ct;
    ct.name = "CT";
    ct.study = Id("study");
    ct.modality = "CT";
    ct.unit = "HU";
    ct.volume = torso.ct;
    ct.gate = {{Severity::Warning, "geometry.thick", "The slices are thick.", "Export thin ones.", {}, {}, {}}};
    edit.put(Id("ct"), ct);
    for (const auto& [key, mask] : torso.masks) {
        if (mask.empty())
            continue;
        Structure s;
        s.name = key;
        const bool lesion = key.starts_with("liver_lesion");
        s.anatomy = lesion ? "liver_lesion" : key;
        s.mask = std::make_shared<Mask>(mask);
        if (const auto tree = torso.trees.find(key); tree != torso.trees.end())
            s.tree = std::make_shared<Tree>(tree->second);
        edit.put(Id(key), std::move(s));
    }
    Structure painted;
    painted.name = "painted";
    painted.mask = std::make_shared<Mask>(paintedIn(torso.masks.at("liver")));
    edit.put(Id("painted"), std::move(painted));
    return apply({}, edit);
}

} // namespace pollux::test
