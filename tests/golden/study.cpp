#include "tests/golden/study.h"

#include "core/base/error.h"
#include "core/phantom/torso.h"
#include "tests/golden/fields.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <numbers>
#include <random>

namespace pollux::golden {

namespace {

constexpr int kSub = 4; // samples a side of a voxel for partial volume

/// A solid of closed form; the last of two that overlap is what is there.
struct Solid
{
    std::string name;
    std::function<bool(const Vec3&)> inside;
    double hu = 0;
    Tree tree; // of a tube
};

double toSegment(const Vec3& p, const Vec3& a, const Vec3& b)
{
    const double t = std::clamp((p - a).dot(b - a) / (b - a).squaredNorm(), 0.0, 1.0);
    return (p - a - t * (b - a)).norm();
}

Solid solidOf(const Json& json)
{
    Solid s;
    Fields f(json, "a solid");
    s.name = f.text("name");
    s.hu = f.number("hu");
    const std::string shape = f.text("shape");
    if (shape == "ball") {
        const Vec3 centre = f.point("centre_mm");
        const double r = f.number("radius_mm");
        s.inside = [=](const Vec3& p) { return (p - centre).squaredNorm() <= r * r; };
    } else if (shape == "box") {
        const Vec3 low = f.point("low_mm"), high = f.point("high_mm");
        s.inside = [=](const Vec3& p) { return (p - low).minCoeff() >= 0 && (high - p).minCoeff() >= 0; };
    } else if (shape == "tube") {
        const Vec3 from = f.point("from_mm"), to = f.point("to_mm");
        const double r = f.number("radius_mm");
        s.inside = [=](const Vec3& p) { return toSegment(p, from, to) <= r; };
        s.tree.nodes = {{from, r, -1}, {to, r, 0}};
    } else {
        f.wrong("shape", "must be ball, box or tube");
    }
    f.done();
    return s;
}

/// Normal numbers by Box and Muller 1958 from a generator that the standard fixes to the bit.
class Noise
{
public:
    explicit Noise(std::uint64_t seed) : m_bits(seed) {}
    double operator()()
    {
        const double u = (static_cast<double>(m_bits() >> 11) + 0.5) / 9007199254740992.0;
        const double v = static_cast<double>(m_bits() >> 11) / 9007199254740992.0;
        return std::sqrt(-2 * std::log(u)) * std::cos(2 * std::numbers::pi * v);
    }

private:
    std::mt19937_64 m_bits;
};

void drawSolids(Fields& f, GoldenStudy& out, Volume& image)
{
    Grid grid;
    const Vec3 size = f.point("size");
    grid.size = {static_cast<int>(size.x()), static_cast<int>(size.y()), static_cast<int>(size.z())};
    grid.spacing = f.point("spacing_mm");
    grid.origin = -0.5 * grid.spacing.cwiseProduct(size - Vec3::Ones());
    checkGrid(grid);
    const double background = f.number("background_hu");
    const double sd = f.number("noise_hu");
    Noise noise(static_cast<std::uint64_t>(f.number("seed")));
    std::vector<Solid> solids;
    for (const Json& json : f.list("solids"))
        solids.push_back(solidOf(json));
    const auto at = [&](const Vec3& p) {
        int found = -1;
        for (size_t n = 0; n < solids.size(); ++n)
            if (solids[n].inside(p))
                found = static_cast<int>(n);
        return found;
    };
    std::vector<std::int16_t> ct(static_cast<size_t>(grid.voxels()));
    std::vector<std::vector<std::uint8_t>> masks(solids.size(), std::vector<std::uint8_t>(ct.size()));
    size_t voxel = 0;
    for (int k = 0; k < grid.size[2]; ++k)
        for (int j = 0; j < grid.size[1]; ++j)
            for (int i = 0; i < grid.size[0]; ++i, ++voxel) {
                double hu = 0;
                for (int s = 0; s < kSub * kSub * kSub; ++s) {
                    const Vec3 part(s % kSub, s / kSub % kSub, s / kSub / kSub);
                    const Vec3 offset = (part + Vec3::Constant(0.5)) / kSub - Vec3::Constant(0.5);
                    const int n = at(grid.toPatient(Vec3(i, j, k) + offset));
                    hu += n < 0 ? background : solids[static_cast<size_t>(n)].hu;
                }
                ct[voxel] = static_cast<std::int16_t>(std::lround(hu / (kSub * kSub * kSub) + sd * noise()));
                if (const int n = at(grid.toPatient(i, j, k)); n >= 0)
                    masks[static_cast<size_t>(n)][voxel] = 1;
            }
    image = Volume(grid, std::move(ct));
    for (size_t n = 0; n < solids.size(); ++n) {
        out.masks[solids[n].name] = Mask(grid, masks[n]);
        if (!solids[n].tree.empty())
            out.trees[solids[n].name] = solids[n].tree;
    }
}

void drawTorso(Fields& f, GoldenStudy& out, Volume& image)
{
    TorsoOptions options;
    options.seed = static_cast<std::uint64_t>(f.number("seed"));
    options.size = static_cast<int>(f.number("size"));
    options.slices = static_cast<int>(f.number("slices"));
    options.pixelSpacing = f.number("pixel_spacing_mm");
    options.sliceSpacing = f.number("slice_spacing_mm");
    options.noiseHu = f.number("noise_hu");
    options.exhale = f.flag("exhale");
    Torso torso = makeTorso(options, Job());
    image = torso.ct;
    out.masks = std::move(torso.masks);
    out.trees = std::move(torso.trees);
}

void putTruth(GoldenStudy& study)
{
    Edit edit;
    for (const auto& [key, mask] : study.masks) {
        Structure s;
        const bool lesion = key.starts_with("liver_lesion");
        s.name = key;
        s.anatomy = lesion ? "liver_lesion" : findAnatomy(key) ? key : "";
        s.state = ConfirmState::Confirmed;
        s.confirmedBy = "the truth of the phantom";
        s.mask = std::make_shared<Mask>(mask);
        if (const auto tree = study.trees.find(key); tree != study.trees.end())
            s.tree = std::make_shared<Tree>(tree->second);
        edit.put(slug(key), std::move(s));
    }
    study.withTruth = apply(study.image, edit);
}

std::vector<std::string> parts(const std::string& keys)
{
    std::vector<std::string> out;
    size_t from = 0;
    for (size_t plus = keys.find('+'); plus != std::string::npos; plus = keys.find('+', from)) {
        out.push_back(keys.substr(from, plus - from));
        from = plus + 1;
    }
    out.push_back(keys.substr(from));
    return out;
}

template <class T>
const T& known(const std::map<std::string, T>& map, const std::string& key)
{
    const auto it = map.find(key);
    if (it != map.end())
        return it->second;
    std::string keys;
    for (const auto& [k, object] : map)
        keys += (keys.empty() ? "" : ", ") + k;
    throw Error(ErrorCode::NotFound, "The study has no truth '" + key + "'.", "It has: " + keys + ".");
}

} // namespace

Mask GoldenStudy::truth(const std::string& keys) const
{
    Mask mask;
    for (const std::string& key : parts(keys))
        mask = mask.empty() ? known(masks, key) : unite(mask, known(masks, key));
    return mask;
}

Tree GoldenStudy::treeTruth(const std::string& keys) const
{
    Tree tree;
    for (const std::string& key : parts(keys)) {
        const int first = static_cast<int>(tree.nodes.size());
        for (TreeNode node : known(trees, key).nodes) {
            if (node.parent >= 0)
                node.parent += first;
            tree.nodes.push_back(node);
        }
    }
    return tree;
}

GoldenStudy makeGoldenStudy(const std::string& json)
{
    const Json document = parsed(json, "the study");
    Fields f(document, "the study");
    GoldenStudy out;
    Volume image;
    const std::string phantom = f.text("phantom");
    f.text("about");
    if (phantom == "torso")
        drawTorso(f, out, image);
    else if (phantom == "solids")
        drawSolids(f, out, image);
    else
        f.wrong("phantom", "must be torso or solids");
    f.done();
    Edit edit;
    VolumeObject ct;
    ct.name = "Phantom";
    ct.modality = "CT";
    ct.unit = "HU";
    ct.volume = image;
    edit.put(Id("ct"), std::move(ct));
    out.image = apply({}, edit);
    putTruth(out);
    return out;
}

} // namespace pollux::golden
