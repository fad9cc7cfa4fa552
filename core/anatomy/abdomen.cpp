#include "core/anatomy/abdomen.h"

#include "core/anatomy/quality.h"
#include "core/anatomy/scene.h"
#include "core/base/error.h"
#include "core/base/text.h"
#include "core/image/filters.h"
#include "core/image/morphology.h"
#include "core/image/statistics.h"

#include <algorithm>
#include <cmath>

namespace pollux {

using namespace anatomy;

namespace {

const std::string kUnverified = "adult, unverified";

Proposal proposal(std::string anatomy, Mask mask, const Quality& q)
{
    return {std::move(anatomy), std::move(mask), q.value(), q.text()};
}

/// Share of the mask's slices in which it reaches the top or bottom of the image: an organ cut off has no true volume.
double truncated(const Mask& mask)
{
    const int top = mask.grid().size[2];
    return (mask.box().min[2] == 0 || mask.box().max[2] == top) ? 1 : 0;
}

} // namespace

std::vector<Proposal> findAbdominalOrgans(const Volume& ct, const Mask& body, const Mask& lungs, const Mask& bones,
                                          const Job& job)
{
    std::vector<Proposal> proposals;
    if (body.empty())
        return proposals;
    const Scene s = makeScene(ct, body, lungs, bones, job.part(0, 0.15));
    const Grid& g = s.grid;

    // Bright and well placed first; each one then is out of the way of the next.
    Mask taken(g, IndexBox{}, {});
    const auto finish = [&](const std::string& key, const Mask& coarse, const RefineOptions& options, Quality q,
                            double from, double to) {
        if (coarse.empty())
            return;
        Mask fine = refine(ct, s.work, coarse, options, job.part(from, to));
        fine = fillHoles(fine, job);
        if (!bones.empty())
            fine = subtract(fine, bones);
        if (!lungs.empty())
            fine = subtract(fine, lungs);
        for (const Proposal& p : proposals)
            fine = subtract(fine, p.mask);
        if (fine.empty())
            return;
        if (truncated(coarse) > 0)
            q.add("reaches the end of the image", 0.5);
        proposals.push_back(proposal(key, std::move(fine), q));
        taken = unite(taken, coarse);
    };

    RefineOptions organ;
    for (const int side : {+1, -1}) {
        const Mask kidney = coarseKidney(s, side, job.part(side > 0 ? 0.15 : 0.25, side > 0 ? 0.2 : 0.3));
        if (kidney.empty())
            continue;
        Quality q;
        q.addVolume(kidney.volumeMl(), 100, 300, kUnverified);
        q.addContrast(s.work, kidney);
        finish(side > 0 ? "kidney_left" : "kidney_right", kidney, organ, q, side > 0 ? 0.2 : 0.3,
               side > 0 ? 0.25 : 0.35);
    }

    // Vessels on a finer grid.
    const Grid vg = workGrid(ct.grid(), 2);
    const Volume vessels = median(workVolume(ct, vg, job.part(0.35, 0.42)), 1, job.part(0.42, 0.5)).converted<float>();
    Mask vesselTaken = bones.empty() ? Mask(vg, IndexBox{}, {}) : resample(bones, vg, job);
    vesselTaken = unite(vesselTaken, resample(taken, vg, job));
    for (const bool aorta : {true, false}) {
        GreatVessel v = greatVessel(vessels, s.spine, s.muscle, aorta, vesselTaken,
                                    job.part(aorta ? 0.5 : 0.55, aorta ? 0.55 : 0.6));
        if (v.mask.empty())
            continue;
        // Above the dome the vena cava is the right atrium.
        if (!aorta && s.dome < 1e8F) {
            IndexBox abdominal = v.mask.box();
            abdominal.max[2] = std::clamp(int((double(s.dome) + 6 - vg.origin.z()) / vg.spacing.z()), abdominal.min[2],
                                          abdominal.max[2]);
            if (abdominal.empty())
                continue;
            v.mask = Mask(vg, abdominal, v.mask.in(abdominal));
        }
        vesselTaken = unite(vesselTaken, v.mask);
        RefineOptions o;
        o.inner = 2.5;
        o.outer = 2.5;
        o.radius = 5;
        o.low = v.blood - 70;
        Mask fine = refine(ct, vessels, v.mask, o, job);
        if (!bones.empty())
            fine = subtract(fine, bones);
        for (const Proposal& p : proposals)
            fine = subtract(fine, p.mask);
        if (fine.empty())
            continue;
        Quality q;
        q.add("clear in " + toText(100 * v.coverage, 0) + " % of the slices", v.coverage);
        q.add("blood " + toText(v.blood, 0) + " HU against its surroundings", v.contrast / 45);
        proposals.push_back(proposal(aorta ? "aorta" : "vena_cava", std::move(fine), q));
        taken = unite(taken, resample(v.mask, g, job));
    }

    double mean = 0;
    double spread = 0;
    const Mask liver = coarseLiver(s, taken, mean, spread, job.part(0.6, 0.75));
    if (!liver.empty()) {
        Quality q;
        q.addVolume(liver.volumeMl(), 900, 2500, kUnverified);
        q.add("homogeneous, spread " + toText(spread, 1) + " HU", 1 - std::max(0.0, spread - 8) / 20);
        q.addContrast(s.work, liver);
        RefineOptions o = organ;
        o.low = std::max(-20.0, mean - 100);
        o.high = mean + 150;
        finish("liver", liver, o, q, 0.75, 0.88);
    }
    const Mask spleen = coarseSpleen(s, taken, mean, job.part(0.88, 0.92));
    if (!spleen.empty()) {
        Quality q;
        q.addVolume(spleen.volumeMl(), 80, 500, kUnverified);
        q.addContrast(s.work, spleen);
        RefineOptions o = organ;
        o.low = mean - 80;
        o.high = mean + 100;
        finish("spleen", spleen, o, q, 0.92, 0.95);
    }

    // Last: what nothing else claims.
    vesselTaken = unite(vesselTaken, resample(taken, vg, job));
    const Mask liverNear = liver.empty() ? Mask(vg, IndexBox{}, {}) : resample(liver, vg, job);
    Mask claimed(ct.grid(), IndexBox{}, {});
    for (const Mask* m : {&bones, &lungs})
        if (!m->empty())
            claimed = unite(claimed, *m);
    for (const Proposal& p : proposals)
        claimed = unite(claimed, p.mask);
    for (const HollowOrgan& h : coarseHollowOrgans(s, vessels, vesselTaken, liverNear, job.part(0.95, 1))) {
        Mask fine = subtract(intersect(resample(h.mask, ct.grid(), job), body), claimed);
        if (fine.empty())
            continue;
        claimed = unite(claimed, fine);
        Quality q;
        if (h.anatomy == "gallbladder") {
            q.addVolume(fine.volumeMl(), 10, 60, kUnverified);
            q.add("fluid, " + toText(100 * h.contact, 0) + " % of its rim on the liver", h.contact / 0.4);
            q.add("told by density and place only", 0.1);
        } else {
            q.add("parts without gas (" + toText(h.gasMl, 0) + " mL seen) are missing", 0.3);
            q.add("named by its place only", 0.3);
        }
        proposals.push_back(proposal(h.anatomy, std::move(fine), q));
    }
    job.progress(1);
    return proposals;
}

} // namespace pollux
