#include "plugins/implant/trace_canal.h"

#include "core/base/error.h"
#include "core/base/sentence.h"
#include "core/geometry/curve.h"
#include "core/operation/plan_parts.h"

#include <algorithm>
#include <cmath>

namespace pollux::implant {

namespace {

constexpr double kStep = 0.5; // mm between nodes of the centreline

/// Voxels whose centre lies within `radius` of the line.
Mask tube(const Grid& grid, const std::vector<Vec3>& line, double radius, const Job& job)
{
    IndexBox box{grid.size, {0, 0, 0}};
    for (const Vec3& p : line) {
        const Vec3 c = grid.toIndex(p);
        for (size_t a = 0; a < 3; ++a) {
            const auto n = static_cast<Eigen::Index>(a);
            const double half = radius / grid.spacing[n];
            box.min[a] = std::clamp(static_cast<int>(std::floor(c[n] - half)), 0, box.min[a]);
            box.max[a] = std::clamp(static_cast<int>(std::ceil(c[n] + half)) + 1, box.max[a], grid.size[a]);
        }
    }
    if (box.empty())
        return {};
    std::vector<std::uint8_t> voxels(static_cast<size_t>(box.voxels()));
    for (size_t n = 1; n < line.size(); ++n) {
        if (n % 64 == 0)
            job.checkStop();
        const Vec3 a = line[n - 1], d = line[n] - line[n - 1];
        Index3 low, high;
        const Vec3 ia = grid.toIndex(a), ib = grid.toIndex(line[n]);
        for (size_t x = 0; x < 3; ++x) {
            const auto e = static_cast<Eigen::Index>(x);
            const double half = radius / grid.spacing[e];
            low[x] = std::max(box.min[x], static_cast<int>(std::floor(std::min(ia[e], ib[e]) - half)));
            high[x] = std::min(box.max[x], static_cast<int>(std::ceil(std::max(ia[e], ib[e]) + half)) + 1);
        }
        for (int k = low[2]; k < high[2]; ++k)
            for (int j = low[1]; j < high[1]; ++j)
                for (int i = low[0]; i < high[0]; ++i) {
                    const Vec3 p = grid.toPatient(i, j, k);
                    const double t = std::clamp((p - a).dot(d) / std::max(d.squaredNorm(), 1e-12), 0.0, 1.0);
                    if ((p - a - t * d).squaredNorm() <= radius * radius)
                        voxels[static_cast<size_t>((std::int64_t(k - box.min[2]) * box.size(1) + (j - box.min[1])) *
                                                       box.size(0) +
                                                   (i - box.min[0]))] = 1;
                }
    }
    return Mask(grid, box, voxels);
}

class TraceCanal final : public Operation
{
public:
    explicit TraceCanal(const LimitTable& limits) : m_radius(limits.at("implant.canal_radius")) {}

    OperationInfo info() const override
    {
        OperationInfo i;
        i.id = "implant.trace-canal";
        i.name = "Trace the mandibular canal";
        i.summary = "Makes a canal of points that were set along it.";
        i.help = "A smooth curve goes through the points (cubic, centripetal); a tube of the given radius about it "
                 "becomes the canal, which the distances of an implant are measured to: to its wall, from its "
                 "centreline and radius, not from voxels.\n\n"
                 "Limits: the canal lies where the points were set; nothing is found in the image. Where it is seen "
                 "badly, set the points at its upper wall. Research and teaching only, not for clinical use.";
        i.category = "Segment";
        return i;
    }

    ParamList declare() const override
    {
        ParamList list;
        list.add(objectParam("volume", "Image", "volume", "", "The image whose grid the canal is made on."));
        list.add(pointsParam("points", "Points along the canal", 2, "From behind to the mental foramen."));
        list.add(limitParam(m_radius, "radius"));
        list.add(textParam("name", "Name", "Mandibular canal", "Name of the result; its id is made from it."));
        return list;
    }

    Findings check(const Case& c, const ParamValues& values) const override
    {
        Findings out;
        const Volume& v = c.volume(Id(values.text("volume"))).volume;
        const Box bounds = v.grid().bounds();
        for (const Vec3& p : values.points("points"))
            if (!((p - bounds.min).array() > -1).all() || !((bounds.max - p).array() > -1).all()) {
                out.push_back(finding(Severity::Stop, "canal.outside", "A point of the canal lies outside the image.",
                                      "Set it on the image."));
                break;
            }
        // Traced again it takes the place of the one before, and of nothing else.
        const std::string& name = values.text("name");
        const Id id = slug(name);
        const auto there = c.structures.find(id);
        if (c.kindOf(id) && (there == c.structures.end() || there->second->anatomy != "mandibular_canal"))
            out.push_back(finding(Severity::Stop, "canal.name", filled("'%1' is the name of something else.", {name}),
                                  "Give another name."));
        else
            for (Finding& f : checkFree(c, id, Kind::Structure, IdFrom::Name))
                out.push_back(std::move(f));
        return out;
    }

    Edit run(const Case& c, const ParamValues& values, Job& job) const override
    {
        const Id volume(values.text("volume"));
        const double radius = values.real("radius");
        const std::vector<Vec3> line = resampledCurve(values.points("points"), {kStep, 0});
        Structure s;
        s.name = values.text("name");
        s.anatomy = "mandibular_canal";
        if (const Anatomy* a = findAnatomy(s.anatomy))
            s.colour = a->colour;
        s.state = ConfirmState::Edited;
        s.mask = std::make_shared<const Mask>(tube(c.volume(volume).volume.grid(), line, radius, job));
        if (s.mask->empty())
            throw Error(ErrorCode::BadInput, "The canal holds no voxel: it is thinner than the image's voxels.",
                        "Give a larger radius.");
        Tree tree;
        for (size_t n = 0; n < line.size(); ++n)
            tree.nodes.push_back({line[n], radius, static_cast<int>(n) - 1});
        s.tree = std::make_shared<const Tree>(std::move(tree));
        s.measures.push_back({"length", "Length", {polylineMm(line), Unit::Millimetre, {}, {}}});
        Edit edit;
        const Id id = slug(s.name); // before the move
        edit.put(id, std::move(s));
        return edit;
    }

private:
    Limit m_radius;
};

} // namespace

std::unique_ptr<Operation> makeTraceCanal(const LimitTable& limits)
{
    return std::make_unique<TraceCanal>(limits);
}

} // namespace pollux::implant
