#include "core/phantom/model.h"
#include "core/phantom/vessel_tree.h"

#include <algorithm>

namespace pollux::phantom {

namespace {

double heartDistance(const Vec3& p, double margin)
{
    // The long axis points left, forward and down.
    const Vec3 c(16, -28, 116);
    Vec3 q = p - c;
    const double a = 0.55;
    const double u = std::cos(a) * q.x() - std::sin(a) * q.y(), v = std::sin(a) * q.x() + std::cos(a) * q.y();
    return smoothMin(
        ellipsoid(Vec3(u, v, q.z() + 0.25 * u), Vec3(6, 0, -4), Vec3(58 + margin, 41 + margin, 42 + margin)),
        ellipsoid(p, Vec3(-8, -16, 135), Vec3(44 + margin, 40 + margin, 50 + margin)), 10);
}

Label heart(const Frame& frame, const Vec3& p)
{
    if (p.z() < frame.diaphragm(p) || frame.cavityDistance(p) > -5)
        return Label::None;
    const double d = heartDistance(p, 0);
    if (d > 0)
        return heartDistance(p, 4) < 0 ? Label::VisceralFat : Label::None;
    const double blood = std::min({ellipsoid(p, Vec3(38, -28, 108), Vec3(22, 17, 26)),  // left ventricle
                                   ellipsoid(p, Vec3(6, -52, 110), Vec3(30, 11, 30)),   // right ventricle
                                   ellipsoid(p, Vec3(-28, -22, 124), Vec3(19, 24, 32)), // right atrium
                                   ellipsoid(p, Vec3(6, 6, 138), Vec3(26, 14, 24))});   // left atrium
    return blood < 0 && d < -3 ? Label::HeartBlood : Label::Myocardium;
}

// Mediastinum between the lungs: wide behind for aorta, gullet and spine, narrow in front.
bool mediastinum(const Vec3& p)
{
    const double half = p.y() > 10 ? 20 + 0.30 * (p.y() - 10) : 20 + 0.05 * (10 - p.y());
    const double centre = p.y() > 0 ? 6 : 3;
    const double aorta = std::hypot(p.x() - 25, p.y() - 31);
    return std::abs(p.x() - centre) < half || aorta < 14;
}

Label lung(const Frame& frame, const Vec3& p)
{
    if (frame.cavityDistance(p) > -2 || p.z() < frame.diaphragm(p) || mediastinum(p))
        return Label::None;
    return p.x() > 3 ? Label::LungLeft : Label::LungRight;
}

void addLungVessels(const Frame& frame, Model& model)
{
    for (int side : {-1, 1}) {
        const auto inside = [&frame, side](const Vec3& p) {
            return side * p.x() > 14 && frame.cavityDistance(p) < -8 && p.z() > frame.diaphragm(p) + 4 &&
                   !mediastinum(p) && heartDistance(p, 6) > 0;
        };
        std::vector<Vec3> tissue;
        for (double z = -10; z < 250; z += 6)
            for (double y = -80; y < 80; y += 6)
                for (double x = 10; x < 140; x += 6)
                    if (inside(Vec3(side * x, y, z)))
                        tissue.emplace_back(side * x, y, z);
        Tree tree;
        tree.nodes.push_back({Vec3(side * 38 + 4, 14, 150), 7.5, -1});
        Obstacles none;
        TreeGrower grower([&](const Vec3& p) { return inside(p) || (p - tree.nodes[0].position).norm() < 30; }, none,
                          0.8, Random(frame.seed(), side > 0 ? "lung left" : "lung right"));
        grower.grow(tree, 0, Vec3(side * 0.5, 0.2, -0.8).normalized(), std::move(tissue));
        const Label vessel = side > 0 ? Label::LungVesselLeft : Label::LungVesselRight;
        addTree(model.solids, tree,
                [&frame, vessel](const Vec3& p) { return lung(frame, p) == Label::None ? Label::None : vessel; });
    }
}

} // namespace

void addThorax(const Frame& frame, Model& model)
{
    auto& solids = model.solids;
    const auto gullet =
        smoothPath({{Vec3(8, 24, 260), 8}, {Vec3(10, 20, 110), 8}, {Vec3(20, 10, 75), 8}, {Vec3(36, 12, 54), 8}});
    addTube(solids, gullet, 0, Label::Oesophagus);
    solids.push_back({{Vec3(-70, -90, 40), Vec3(95, 50, 200)}, [&frame](const Vec3& p) { return heart(frame, p); }});
    addLungVessels(frame, model);
    const Box chest{Vec3(-145, -90, -30), Vec3(145, 85, 1e6)};
    solids.push_back({chest, [&frame](const Vec3& p) { return lung(frame, p); }});
    // The diaphragm: a sheet of muscle.
    solids.push_back({{Vec3(-145, -90, -30), Vec3(145, 85, 110)}, [&frame](const Vec3& p) {
                          const double below = frame.diaphragm(p) - p.z();
                          return below >= 0 && below < 3.2 && frame.cavityRadius(p) < 1 ? Label::Muscle : Label::None;
                      }});
    solids.push_back({frame.bodyBox(), [&frame](const Vec3& p) { return frame.wall(p); }});
}

Model makeModel(const Frame& frame)
{
    Model model;
    addSkeleton(frame, model);
    const auto liver = std::make_shared<const LiverShape>(frame);
    addLiverVessels(frame, liver, model);
    addGreatVessels(frame, model);
    addKidneys(frame, model);
    addDigestive(frame, liver, model);
    addThorax(frame, model);
    return model;
}

} // namespace pollux::phantom
