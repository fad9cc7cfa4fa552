#include "plugins/implant/component_scene.h"

#include "core/anatomy/joint_angles.h"
#include "core/base/error.h"
#include "core/base/parallel.h"
#include "plugins/implant/component_distance.h"
#include "plugins/implant/region_distance.h"

#include <Eigen/Dense>

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>

namespace pollux::implant {

namespace {

constexpr double kLines = 0.2;       // mm between the lines that areas are summed over
constexpr double kBorderStep = 0.5;  // mm between points of a base's border
constexpr double kSurfaceStep = 1;   // mm between places of the component that meet other things
constexpr double kDensityDepth = 5;  // mm into the bone
constexpr double kDensityStep = 1;   // mm
constexpr double kFacing = 0.6;      // cosine: what stands steeper is a wall, not the joint's surface
constexpr double kSurfaceReach = 25; // mm beyond the cut that still belongs to the joint's surface

double radians(double degrees)
{
    return degrees * std::numbers::pi / 180;
}

PlaneAxes planeOf(const BodyPose& pose)
{
    return {pose.origin, pose.axes.col(0), pose.axes.col(2)};
}

/// The ring with the largest area and the rings within it.
Rings largestPiece(Rings rings)
{
    if (rings.empty())
        return rings;
    const auto by = [](const Ring& a, const Ring& b) { return std::fabs(ringArea(a)) < std::fabs(ringArea(b)); };
    std::iter_swap(rings.begin(), std::max_element(rings.begin(), rings.end(), by));
    Rings out{std::move(rings.front())};
    for (size_t n = 1; n < rings.size(); ++n)
        if (contains({out.front()}, rings[n].front()))
            out.push_back(std::move(rings[n]));
    return out;
}

/// What a base may reach beyond: marrow that the mask leaves out and cysts are holes, no border.
Rings outer(const Rings& cut)
{
    return cut.empty() ? Rings() : Rings{cut.front()};
}

} // namespace

ComponentScene::ComponentScene(ComponentSite site, Surface bone, Volume image,
                               std::vector<ComponentNeighbour> neighbours)
    : m_site(std::move(site)), m_bone(std::move(bone)), m_image(std::move(image)), m_neighbours(std::move(neighbours))
{
    if (!m_bone.isClosed())
        throw Error(ErrorCode::BadInput, "The bone's surface is open.", "Make the surface from its mask again.");
    m_normals = m_bone.pointNormals();
}

Mat3 ComponentScene::axes(const ComponentSetting& s) const
{
    const JointFrame& f = m_site.frame;
    // A normal with these angles in both projections; see joint_angles.h for their signs.
    const double side = std::tan(radians(s.varus)) * (m_site.boneIsProximal ? 1 : -1);
    const Vec3 n = (f.proximal() - std::tan(radians(s.slope)) * f.anterior() + side * f.lateral()).normalized();
    // The direction in the cut that, seen along the bone, is turned by the rotation.
    const Vec3 seen = std::cos(radians(s.rotation)) * f.anterior() + std::sin(radians(s.rotation)) * f.lateral();
    const Vec3 x = (seen - seen.dot(n) / f.proximal().dot(n) * f.proximal()).normalized();
    const Vec3 y = m_site.boneIsProximal ? Vec3(-n) : n;
    Mat3 out;
    out.col(0) = x;
    out.col(1) = y;
    out.col(2) = x.cross(y);
    return out;
}

Rings ComponentScene::cut(const BodyPose& pose) const
{
    return largestPiece(cutRings(m_bone, planeOf(pose)));
}

Plane ComponentScene::cutPlane(const BodyPose& pose) const
{
    return {pose.axes.col(1), pose.axes.col(1).dot(pose.origin)};
}

FlatComponent ComponentScene::forSide(FlatComponent c) const
{
    c.medialAtPlusZ = axes({}).col(2).dot(m_site.frame.lateral()) < 0;
    return c;
}

BodyPose ComponentScene::pose(const ComponentSetting& s) const
{
    BodyPose p;
    p.axes = axes(s);
    p.origin = m_site.reference - s.resection * p.axes.col(1);
    const Rings rings = cut(p);
    if (rings.empty())
        throw Error(ErrorCode::BadInput, "The cut misses the bone.", "Change the depth of resection.");
    Vec2 low = Vec2::Constant(std::numeric_limits<double>::infinity()), high = -low;
    for (const Vec2& q : rings.front()) {
        low = low.cwiseMin(q);
        high = high.cwiseMax(q);
    }
    const bool medialAtPlusZ = forSide({}).medialAtPlusZ;
    (medialAtPlusZ ? high : low).y() += (medialAtPlusZ ? -1 : 1) * std::min(s.malleolus, high.y() - low.y());
    const Vec2 middle = (low + high) / 2;
    const double sideways = middle.y() + (medialAtPlusZ ? -s.lateral : s.lateral);
    p.origin += (middle.x() + s.anterior) * p.axes.col(0) + sideways * p.axes.col(2);
    return p;
}

ComponentMeasures ComponentScene::measure(const FlatComponent& c, const BodyPose& pose) const
{
    ComponentMeasures m;
    const JointFrame& f = m_site.frame;
    const Vec3 x = pose.axes.col(0), y = pose.axes.col(1), z = pose.axes.col(2);
    const double medial = z.dot(f.lateral()) < 0 ? 1 : -1; // sign of z towards the midline
    const Rings bone = cut(pose);
    const Ring base = c.outline();
    const Rings border = outer(bone);
    const SharedArea area = sharedArea(bone, {base}, kLines);
    m.cutArea = area.a;
    m.coverage = area.a > 0 ? area.both / area.a : 0;
    const double within = bone.size() > 1 ? sharedArea(border, {base}, kLines).both : area.both;
    m.beyond = area.b > 0 ? 1 - within / area.b : 1;

    m.overhang.fill(-std::numeric_limits<double>::infinity());
    m.worstOverhang = -std::numeric_limits<double>::infinity();
    m.border = borderPlaces(border, base, kBorderStep);
    for (const BorderPlace& b : m.border) {
        const Vec2& q = b.place;
        const double out = b.beyond;
        // What lies between two zones belongs to both: the same on both sides of the body.
        const double inwards = q.y() * medial, on = 1e-6;
        for (const Zone zone : kZones) {
            const bool front = zone == Zone::AnteroMedial || zone == Zone::AnteroLateral;
            const bool inner = zone == Zone::AnteroMedial || zone == Zone::PosteroMedial;
            double& worst = m.overhang[static_cast<size_t>(zone)];
            if ((front ? q.x() : -q.x()) >= -on && (inner ? inwards : -inwards) >= -on)
                worst = std::max(worst, out);
        }
        if (out > m.worstOverhang) {
            m.worstOverhang = out;
            m.worstPlace = pose.toPatient(Vec3(q.x(), 0, q.y()));
        }
    }
    if (m_site.kind == ComponentKind::AnkleTibia)
        m.malleolus = besideMedially(border, sampled(base, kBorderStep), Vec2::Zero(), c.depth, medial);

    std::vector<Vec3> places;
    if (!m_neighbours.empty() || !m_image.empty())
        places = surfacePlaces(c, kSurfaceStep);
    for (Vec3& p : places)
        p = pose.toPatient(p);
    if (!m_image.empty()) {
        const Grid& grid = m_image.grid();
        const auto beyond = std::count_if(places.begin(), places.end(), [&](const Vec3& p) {
            const Index3 v = grid.nearest(p);
            return !grid.contains(v[0], v[1], v[2]);
        });
        m.outside = double(beyond) / double(places.size());
    }
    if (!m_neighbours.empty()) {
        for (const ComponentNeighbour& n : m_neighbours) {
            Approach a;
            a.mm = kFar;
            a.name = n.name;
            for (const Vec3& p : places)
                if (const double mm = n.at(p); mm < a.mm) {
                    a.mm = mm;
                    a.onImplant = p;
                }
            std::optional<Approach>& slot = n.implant ? m.otherImplant : m.otherBone;
            if (a.mm < kFar / 2 && (!slot || a.mm < slot->mm))
                slot = a;
        }
    }

    // The joint's surface under the base: its height over the cut, and a paraboloid through it, whose tangent at the
    // reference is the plane of the joint as it is.
    using Six = Eigen::Matrix<double, 6, 1>;
    Eigen::Matrix<double, 6, 6> normal = Eigen::Matrix<double, 6, 6>::Zero();
    Six right = Six::Zero();
    size_t count = 0;
    const Rings outline{base};
    const double scale = c.depth / 2;
    for (size_t n = 0; n < m_bone.points().size(); ++n) {
        const Vec3 d = m_bone.points()[n].cast<double>() - pose.origin;
        const double high = d.dot(y);
        if (high < 0 || high > kSurfaceReach || m_normals[n].cast<double>().dot(y) < kFacing)
            continue;
        const Vec2 q(d.dot(x), d.dot(z));
        if (std::fabs(q.x()) > c.depth / 2 + 1 || std::fabs(q.y()) > 0.6 * c.width || !contains(outline, q))
            continue;
        double& depth = q.y() * medial >= 0 ? m.depthMedial : m.depthLateral;
        depth = std::max(depth, high);
        const double u = q.x() / scale, v = q.y() / scale;
        Six row;
        row << 1, u, v, u * u, u * v, v * v;
        normal += row * row.transpose();
        right += high * row;
        ++count;
    }
    if (count > 60) {
        const Six fit = normal.ldlt().solve(right);
        const Vec3 d = m_site.reference - pose.origin;
        const double u = d.dot(x) / scale, v = d.dot(z) / scale;
        const double du = (fit[1] + 2 * fit[3] * u + fit[4] * v) / scale,
                     dv = (fit[2] + fit[4] * u + 2 * fit[5] * v) / scale;
        const Vec3 native = (y - du * x - dv * z).normalized();
        if (native.allFinite()) {
            const Vec3 up = m_site.boneIsProximal ? Vec3(-native) : native;
            m.nativeVarus = m_site.boneIsProximal ? varusOfDistalPlane(f, up) : varusOfProximalPlane(f, up);
            m.nativeSlope = posteriorSlope(f, up);
        }
    }
    const Vec3 up = m_site.boneIsProximal ? Vec3(-y) : y;
    m.varus = m_site.boneIsProximal ? varusOfDistalPlane(f, up) : varusOfProximalPlane(f, up);
    m.slope = posteriorSlope(f, up);
    m.rotation = externalRotation(f, x);

    if (!m_image.empty()) {
        RunningMean values;
        for (double a = -c.depth / 2; a <= c.depth / 2; a += kDensityStep)
            for (double b = -0.6 * c.width; b <= 0.6 * c.width; b += kDensityStep) {
                if (!contains(outline, Vec2(a, b)) || !contains(bone, Vec2(a, b)))
                    continue;
                for (double d = kDensityStep / 2; d < kDensityDepth; d += kDensityStep) {
                    const double v = m_image.sample(pose.toPatient(Vec3(a, -d, b)), std::nan(""));
                    if (std::isnan(v))
                        continue;
                    values.add(v);
                }
            }
        m.densityMean = values.mean();
        m.densitySd = values.sd();
        m.densitySamples = values.count();
    }
    return m;
}

Mask ComponentScene::resected(const Mask& bone, const FlatComponent& c, const BodyPose& pose, double margin,
                              const Job& job) const
{
    const IndexBox& box = bone.box();
    const BoxVoxels voxels = bone.boxVoxels();
    std::vector<std::uint8_t> out(voxels.size(), 0);
    const Rings outline{c.outline()};
    const bool keepMalleolus = m_site.kind == ComponentKind::AnkleTibia;
    const Grid& grid = bone.grid();
    parallelFor(0, box.size(2), 1, [&](std::int64_t first, std::int64_t last) {
        for (auto k = static_cast<int>(first); k < last; ++k) {
            job.checkStop();
            size_t at = static_cast<size_t>(k) * static_cast<size_t>(box.size(0)) * static_cast<size_t>(box.size(1));
            for (int j = 0; j < box.size(1); ++j)
                for (int i = 0; i < box.size(0); ++i, ++at) {
                    if (!voxels[at])
                        continue;
                    const Vec3 q = pose.toLocal(grid.toPatient(box.min[0] + i, box.min[1] + j, box.min[2] + k));
                    if (q.y() <= 0)
                        continue;
                    out[at] = !keepMalleolus || (std::fabs(q.z()) < c.width &&
                                                 pollux::signedDistance(outline, Vec2(q.x(), q.z())) <= margin);
                }
        }
    });
    return Mask(grid, box, out);
}

FlatComponent ComponentScene::proposed(const std::vector<FlatComponent>& pieces, const ComponentSetting& setting,
                                       double overhang) const
{
    if (pieces.empty())
        throw Error(ErrorCode::Internal, "There is no component to choose from.");
    if (pieces.size() == 1)
        return pieces.front();
    const Rings border = outer(cut(pose(setting)));
    const double medial = forSide({}).medialAtPlusZ ? 1 : -1;
    const auto area = [](const FlatComponent& c) { return c.width * c.depth; };
    const FlatComponent* smallest = &pieces.front();
    const FlatComponent* within = nullptr; // the largest that does not overhang, and the largest of those that leave
    const FlatComponent* best = nullptr;   // the malleolus
    for (const FlatComponent& c : pieces) {
        if (area(c) < area(*smallest))
            smallest = &c;
        const std::vector<BorderPlace> places = borderPlaces(border, c.outline(), kBorderStep);
        if (std::any_of(places.begin(), places.end(), [&](const BorderPlace& p) { return p.beyond > overhang; }))
            continue;
        if (!within || area(c) > area(*within))
            within = &c;
        if (besideMedially(border, sampled(c.outline(), kBorderStep), Vec2::Zero(), c.depth, medial) >=
                setting.malleolus &&
            (!best || area(c) > area(*best)))
            best = &c;
    }
    return best ? *best : within ? *within : *smallest;
}

} // namespace pollux::implant
