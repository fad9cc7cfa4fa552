#include "core/phantom/torso.h"

#include "core/base/error.h"
#include "core/base/parallel.h"
#include "core/base/sentence.h"
#include "core/phantom/breathing.h"
#include "core/phantom/model.h"
#include "core/phantom/noise.h"

#include <algorithm>
#include <array>
#include <atomic>
#include <cmath>
#include <memory>

namespace pollux {

namespace {

using phantom::Label;

constexpr double kFieldOfView = 300; // mm along z

void checkOptions(const TorsoOptions& o)
{
    const auto bad = [](const char* what, const char* range) {
        throw Error(ErrorCode::BadInput, filled("The phantom's %1 is out of range.", {what}),
                    std::string("Give ") + range + ".");
    };
    if (o.size < 16 || o.size > 1024)
        bad(term("slice size"), "16 to 1024 pixels");
    if (o.slices < 0 || o.slices > 2000)
        bad(term("number of slices"), "1 to 2000, or 0 for the whole field of view");
    if (!(o.pixelSpacing >= 0.2 && o.pixelSpacing <= 20))
        bad(term("pixel spacing"), "0.2 to 20 mm");
    if (!(o.sliceSpacing >= 0.2 && o.sliceSpacing <= 50))
        bad(term("slice spacing"), "0.2 to 50 mm");
    if (!(o.noiseHu >= 0 && o.noiseHu <= 500))
        bad(term("noise"), "0 to 500 HU");
}

Grid gridOf(const TorsoOptions& o)
{
    Grid grid;
    const int slices =
        o.slices > 0 ? o.slices : std::max(1, static_cast<int>(std::lround(kFieldOfView / o.sliceSpacing)));
    grid.size = {o.size, o.size, slices};
    grid.spacing = Vec3(o.pixelSpacing, o.pixelSpacing, o.sliceSpacing);
    grid.origin = Vec3(-0.5 * (o.size - 1) * o.pixelSpacing, -0.5 * (o.size - 1) * o.pixelSpacing,
                       -0.5 * (slices - 1) * o.sliceSpacing);
    return grid;
}

/// Counts finished slices for the progress bar, from any thread.
class SliceCounter
{
public:
    SliceCounter(const Job& job, std::int64_t slices) : m_job(job), m_slices(slices) {}
    void done() { m_job.progress(static_cast<double>(++m_done) / static_cast<double>(m_slices)); }

private:
    const Job& m_job;
    std::int64_t m_slices;
    std::atomic<std::int64_t> m_done = 0;
};

/// The body at one breathing state, asked point by point.
class Body
{
public:
    Body(const TorsoOptions& options, const Grid& grid)
        : m_frame(options.seed), m_model(phantom::makeModel(m_frame)), m_exhale(options.exhale),
          m_index(m_model.solids, region(grid))
    {
    }

    const phantom::Frame& frame() const { return m_frame; }
    const phantom::Model& model() const { return m_model; }

    /// Where the tissue at this point of the image is in the inhale body.
    Vec3 source(const Vec3& p) const { return m_exhale ? phantom::inhalePoint(m_frame, p) : p; }
    Label at(const Vec3& source) const { return m_index.at(source); }

private:
    static Box region(const Grid& grid)
    {
        Box box = grid.bounds();
        const Vec3 margin = grid.spacing + Vec3(0, 6, 18); // as far as breathing carries
        box.min -= margin;
        box.max += margin;
        return box;
    }

    phantom::Frame m_frame;
    phantom::Model m_model;
    bool m_exhale;
    phantom::SolidIndex m_index;
};

std::vector<Label> labelsOf(const Body& body, const Grid& grid, const Job& job)
{
    std::vector<Label> labels(grid.voxels());
    SliceCounter counter(job, grid.size[2]);
    parallelFor(0, grid.size[2], 1, [&](std::int64_t first, std::int64_t last) {
        for (std::int64_t k = first; k < last; ++k) {
            Label* out = &labels[grid.offset(0, 0, static_cast<int>(k))];
            for (int j = 0; j < grid.size[1]; ++j)
                for (int i = 0; i < grid.size[0]; ++i)
                    *out++ = body.at(body.source(grid.toPatient(i, j, static_cast<int>(k))));
            counter.done();
        }
    });
    return labels;
}

std::vector<std::int16_t> hounsfieldOf(const Body& body, const Grid& grid, const std::vector<Label>& labels,
                                       const TorsoOptions& options, const Job& job)
{
    std::vector<std::int16_t> ct(grid.voxels());
    SliceCounter counter(job, grid.size[2]);
    const std::int64_t steps[3] = {1, grid.size[0], std::int64_t(grid.size[0]) * grid.size[1]};
    parallelFor(0, grid.size[2], 1, [&](std::int64_t first, std::int64_t last) {
        std::vector<float> noise;
        for (std::int64_t k = first; k < last; ++k) {
            if (options.noiseHu > 0)
                phantom::fillNoise(options.seed * 2 + options.exhale, static_cast<int>(k), grid.size[0], noise);
            for (int j = 0; j < grid.size[1]; ++j)
                for (int i = 0; i < grid.size[0]; ++i) {
                    const int index[3] = {i, j, static_cast<int>(k)};
                    const std::int64_t at = grid.offset(i, j, static_cast<int>(k));
                    float hu = phantom::hounsfield(labels[at]);
                    bool edge = false;
                    for (int a = 0; a < 3 && !edge; ++a)
                        edge = (index[a] > 0 && phantom::hounsfield(labels[at - steps[a]]) != hu) ||
                               (index[a] + 1 < grid.size[a] && phantom::hounsfield(labels[at + steps[a]]) != hu);
                    if (edge) {
                        // Tissue moves almost rigidly within a voxel, so the eighths share the voxel's displacement.
                        const Vec3 centre = body.source(grid.toPatient(i, j, static_cast<int>(k)));
                        float sum = 0;
                        for (int s = 0; s < 8; ++s) {
                            const Vec3 corner(s & 1 ? 0.25 : -0.25, s & 2 ? 0.25 : -0.25, s & 4 ? 0.25 : -0.25);
                            sum += phantom::hounsfield(body.at(centre + grid.spacing.cwiseProduct(corner)));
                        }
                        hu = sum / 8;
                    }
                    if (options.noiseHu > 0)
                        hu += static_cast<float>(options.noiseHu) * noise[std::int64_t(j) * grid.size[0] + i];
                    // A scanner's 12-bit scale.
                    ct[at] = static_cast<std::int16_t>(std::lround(std::clamp(hu, -1024.0f, 3071.0f)));
                }
            counter.done();
        }
    });
    return ct;
}

std::map<std::string, Mask> masksOf(const Grid& grid, const std::vector<Label>& labels, const Job& job)
{
    constexpr int kLabels = static_cast<int>(Label::Count);
    // Boxes of all labels, a slice at a time so that threads share nothing.
    std::vector<std::array<IndexBox, kLabels>> boxes(grid.size[2]);
    parallelFor(0, grid.size[2], 1, [&](std::int64_t first, std::int64_t last) {
        for (std::int64_t k = first; k < last; ++k) {
            job.checkStop();
            const int z = static_cast<int>(k);
            const Label* in = &labels[grid.offset(0, 0, z)];
            auto& slice = boxes[k];
            for (int j = 0; j < grid.size[1]; ++j)
                for (int i = 0; i < grid.size[0]; ++i) {
                    IndexBox& b = slice[static_cast<int>(*in++)];
                    b = b.empty() ? IndexBox{{i, j, z}, {i + 1, j + 1, z + 1}}
                                  : IndexBox{{std::min(b.min[0], i), std::min(b.min[1], j), z},
                                             {std::max(b.max[0], i + 1), std::max(b.max[1], j + 1), z + 1}};
                }
        }
    });
    const auto& keys = phantom::maskKeys();
    std::vector<Mask> made(keys.size());
    parallelFor(0, static_cast<std::int64_t>(keys.size()), 1, [&](std::int64_t first, std::int64_t last) {
        for (std::int64_t m = first; m < last; ++m) {
            job.checkStop();
            std::uint8_t member[kLabels];
            IndexBox box;
            for (int l = 0; l < kLabels; ++l) {
                member[l] = phantom::masksOf(static_cast<Label>(l)) >> m & 1;
                for (const auto& slice : boxes)
                    if (member[l] && !slice[l].empty())
                        for (int a = 0; a < 3; ++a) {
                            box.min[a] = box.max[a] == 0 ? slice[l].min[a] : std::min(box.min[a], slice[l].min[a]);
                            box.max[a] = std::max(box.max[a], slice[l].max[a]);
                        }
            }
            if (box.empty())
                continue;
            std::vector<std::uint8_t> voxels(box.voxels());
            std::uint8_t* out = voxels.data();
            for (int k = box.min[2]; k < box.max[2]; ++k)
                for (int j = box.min[1]; j < box.max[1]; ++j)
                    for (int i = box.min[0]; i < box.max[0]; ++i)
                        *out++ = member[static_cast<int>(labels[grid.offset(i, j, k)])];
            made[m] = Mask(grid, box, voxels);
        }
    });
    std::map<std::string, Mask> masks;
    for (std::size_t m = 0; m < keys.size(); ++m)
        if (!made[m].empty())
            masks.emplace(keys[m], std::move(made[m]));
    return masks;
}

} // namespace

Torso makeTorso(const TorsoOptions& options, const Job& job)
{
    checkOptions(options);
    const Grid grid = gridOf(options);
    if (grid.voxels() > std::int64_t(1) << 30)
        throw Error(ErrorCode::BadInput, "The phantom would have more than 2^30 voxels.",
                    "Give fewer pixels or slices.");
    job.progress(0, "Body");
    const Body body(options, grid);
    const std::vector<Label> labels = labelsOf(body, grid, job.part(0.02, 0.45));
    Torso torso;
    torso.ct = Volume(grid, hounsfieldOf(body, grid, labels, options, job.part(0.45, 0.92)));
    torso.masks = masksOf(grid, labels, job);
    torso.trees = body.model().trees;
    if (options.exhale) {
        for (auto& [key, tree] : torso.trees)
            for (TreeNode& node : tree.nodes)
                node.position += phantom::displacement(body.frame(), node.position);
    } else {
        torso.exactVolumesMl = body.model().volumesMl;
    }
    job.progress(1);
    return torso;
}

} // namespace pollux
