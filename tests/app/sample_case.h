#pragma once

#include "core/case/case.h"
#include "core/phantom/torso.h"

namespace pollux::test {

/// A small torso phantom with its true structures: something for every operation to work on.
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
    return apply({}, edit);
}

} // namespace pollux::test
