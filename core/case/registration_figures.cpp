#include "core/case/registration_figures.h"

#include "core/image/registration/displacement_field.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace pollux {

namespace {

constexpr std::string_view kNewest = "folded_places"; ///< where it was kept, all of them were
constexpr std::array<std::string_view, 7> kDeformation{"farthest",         "mean",   "jacobian_least", "jacobian_mean",
                                                       "jacobian_largest", "folded", kNewest};

/// Places over the whole image, at most `most` along each axis. The outermost ones are those of the image.
Grid latticeOf(const Grid& image, int most)
{
    Grid g = image;
    for (size_t a = 0; a < 3; ++a) {
        g.size[a] = std::min(image.size[a], most);
        if (g.size[a] > 1)
            g.spacing[Eigen::Index(a)] *= double(image.size[a] - 1) / (g.size[a] - 1);
    }
    return g;
}

DisplacementField sampledOn(const AffineMap& map, const Grid& grid)
{
    DisplacementField field = identityField(grid);
    for (int k = 0; k < grid.size[2]; ++k)
        for (int j = 0; j < grid.size[1]; ++j)
            for (int i = 0; i < grid.size[0]; ++i) {
                const Vec3 p = grid.toPatient(i, j, k);
                const Vec3 u = map(p) - p;
                for (size_t a = 0; a < 3; ++a)
                    field.u[a][size_t(grid.offset(i, j, k))] = static_cast<float>(u[Eigen::Index(a)]);
            }
    return field;
}

} // namespace

std::vector<NamedQuantity> deformationFigures(const DisplacementField& field, const Job& job)
{
    const JacobianReport j = jacobianReport(jacobianMap(field, job));
    const double count = double(std::max<std::int64_t>(field.grid.voxels(), 1));
    double farthest = 0, sum = 0;
    for (std::int64_t n = 0; n < field.grid.voxels(); ++n) {
        const double mm = field.voxel(n).norm();
        farthest = std::max(farthest, mm);
        sum += mm;
    }
    std::vector<NamedQuantity> out;
    const auto add = [&](const char* key, const char* label, double value, Unit unit) {
        out.push_back({key, label, {value, unit, std::nullopt, {}}});
    };
    add("farthest", "Largest displacement", farthest, Unit::Millimetre);
    add("mean", "Mean displacement", sum / count, Unit::Millimetre);
    add("jacobian_least", "Smallest change of volume (factor)", j.least, Unit::None);
    add("jacobian_mean", "Mean change of volume (factor)", j.mean, Unit::None);
    add("jacobian_largest", "Largest change of volume (factor)", j.largest, Unit::None);
    add("folded", "Folded places", 100.0 * double(j.folded) / count, Unit::Percent);
    add("folded_places", "Folded places (number)", double(j.folded), Unit::Count);
    return out;
}

std::vector<NamedQuantity> registrationFigures(const Case& c, const Id& registration, const Job& job)
{
    const Registration& r = c.registration(registration);
    const bool kept = std::any_of(r.values.begin(), r.values.end(), [](const auto& v) { return v.key == kNewest; });
    const auto fixed = c.volumes.find(r.fixed);
    if (kept || (!r.field && (fixed == c.volumes.end() || fixed->second->volume.empty())))
        return r.values;
    std::vector<NamedQuantity> out;
    for (const NamedQuantity& v : r.values)
        if (std::find(kDeformation.begin(), kDeformation.end(), v.key) == kDeformation.end())
            out.push_back(v);
    constexpr int kLattice = 33; // an affine map is the same everywhere: only the mean displacement needs places
    const std::vector<NamedQuantity> made =
        r.field ? deformationFigures(*r.field, job)
                : deformationFigures(sampledOn(r.map, latticeOf(fixed->second->volume.grid(), kLattice)), job);
    out.insert(out.end(), made.begin(), made.end());
    return out;
}

} // namespace pollux
