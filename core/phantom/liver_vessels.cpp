#include "core/base/error.h"
#include "core/phantom/vessel_tree.h"

#include <algorithm>
#include <numbers>

namespace pollux::phantom {

namespace {

constexpr double kTissueStep = 4;  // mm between the points that stand for tissue
const Vec3 kConfluence(4, 8, -14); // of splenic and superior mesenteric vein
const Vec3 kHilum(-27, -10, 10);

double ballMl(double radius)
{
    return 4.0 / 3.0 * std::numbers::pi * radius * radius * radius / 1000;
}

Vec3 unitVector(Random& random)
{
    for (;;) {
        const Vec3 v(random.about(0, 1), random.about(0, 1), random.about(0, 1));
        if (v.norm() > 0.1 && v.norm() < 1)
            return v.normalized();
    }
}

// A ball about `where` whose surface keeps `margin` from the liver's and that keeps clear of `others`.
Ball placeBall(const LiverShape& liver, Random& random, double radius, double margin, const Obstacles& others,
               const std::function<Vec3(Random&)>& where)
{
    for (int attempt = 0; attempt < 20000; ++attempt) {
        const Vec3 c = where(random);
        if (liver.distance(c) > -(radius + margin) || others.gap(c, c, radius) < 1.5)
            continue;
        // The distance is only about one: ask the surface too.
        bool inside = true;
        for (int i = 0; i < 60 && inside; ++i)
            inside = liver.distance(c + (radius + 0.5 * margin) * unitVector(random)) < 0;
        if (inside)
            return {c, radius};
    }
    throw Error(ErrorCode::Internal, "No room for a lesion in the phantom's liver.", "Choose another seed.");
}

void addBall(Model& model, const Ball& ball, Label label, const std::string& key)
{
    const Vec3 r = Vec3::Constant(ball.radius);
    model.solids.push_back({{ball.centre - r, ball.centre + r}, [ball, label](const Vec3& p) {
                                return (p - ball.centre).squaredNorm() <= ball.radius * ball.radius ? label
                                                                                                    : Label::None;
                            }});
    model.volumesMl[key] = ballMl(ball.radius);
}

std::vector<Vec3> liverTissue(const LiverShape& liver)
{
    std::vector<Vec3> tissue;
    const Box box = LiverShape::box();
    for (double z = box.min.z(); z < box.max.z(); z += kTissueStep)
        for (double y = box.min.y(); y < box.max.y(); y += kTissueStep)
            for (double x = box.min.x(); x < box.max.x(); x += kTissueStep)
                if (liver.distance(Vec3(x, y, z)) < -5)
                    tissue.emplace_back(x, y, z);
    return tissue;
}

// The trunk and its two main branches have their known course; tissue right and left of Cantlie's line sets their
// radii.
struct PortalStem
{
    Tree tree;
    int right = 0, left = 0; // ends of the main branches
    std::vector<Vec3> rightTissue, leftTissue;
};

PortalStem portalStem(Random& random, const std::vector<Vec3>& tissue)
{
    PortalStem stem;
    for (const Vec3& p : tissue)
        (p.x() < -38 - 0.35 * p.y() ? stem.rightTissue : stem.leftTissue).push_back(p);
    const double radius = random.about(6.3, 0.3);
    const double share = static_cast<double>(stem.rightTissue.size()) / static_cast<double>(tissue.size());
    const double right = radius * std::cbrt(share), left = radius * std::cbrt(1 - share);
    stem.tree = treeOf(smoothPath({{kConfluence, radius}, {Vec3(-12, -2, -2), radius}, {kHilum, radius}}, 3.5));
    const int hilum = static_cast<int>(stem.tree.nodes.size()) - 1;
    const Vec3 r(random.about(-50, 3), random.about(-6, 3), random.about(17, 3));
    stem.right = hang(stem.tree, smoothPath({{kHilum, right}, {r, right}}, 3.5), hilum);
    const Vec3 l(random.about(6, 2), random.about(-34, 1.5), random.about(40, 2));
    stem.left = hang(stem.tree, smoothPath({{kHilum, left}, {Vec3(-14, -20, 27), left}, {l, left}}, 3.5), hilum);
    return stem;
}

Tree growPortal(const LiverShape& liver, const Obstacles& obstacles, Random random, PortalStem stem)
{
    TreeGrower grower([&](const Vec3& p) { return liver.distance(p) < -2.5; }, obstacles, 1.15, random);
    grower.grow(stem.tree, stem.right, Vec3(-0.8, 0.1, 0.3).normalized(), std::move(stem.rightTissue));
    grower.grow(stem.tree, stem.left, Vec3(0.6, -0.5, 0.4).normalized(), std::move(stem.leftTissue));
    return stem.tree;
}

Tree growHepaticVeins(const LiverShape& liver, const Obstacles& obstacles, Random random,
                      const std::vector<Vec3>& tissue)
{
    // Right, middle and left vein drain three sectors around the vena cava just below the diaphragm.
    struct Vein
    {
        Vec3 root, direction;
        double radius;
    };
    const Vec3 cava(-21, 13, 58);
    const Vein veins[3] = {{cava + Vec3(-11, 2, 0), Vec3(-0.9, 0.1, -0.4), 5.2},
                           {cava + Vec3(-7, -9, 2), Vec3(-0.5, -0.75, -0.4), 4.6},
                           {cava + Vec3(4, -11, 2), Vec3(0.35, -0.9, -0.15), 4.2}};
    std::vector<Vec3> sectors[3];
    for (const Vec3& p : tissue) {
        const Vec3 d = Vec3(p.x() - cava.x(), p.y() - cava.y(), 0).normalized();
        int best = 0;
        for (int v = 1; v < 3; ++v) {
            const auto match = [&](int i) {
                return d.dot(Vec3(veins[i].direction.x(), veins[i].direction.y(), 0).normalized());
            };
            if (match(v) > match(best))
                best = v;
        }
        sectors[best].push_back(p);
    }
    Tree tree;
    for (int v = 0; v < 3; ++v) {
        tree.nodes.push_back({veins[v].root, veins[v].radius, -1});
        const int root = static_cast<int>(tree.nodes.size()) - 1;
        const Vec3 first = veins[v].root + 12 * veins[v].direction.normalized();
        const int at = hang(tree,
                            {{veins[v].root, veins[v].radius},
                             {veins[v].root + 6 * veins[v].direction.normalized(), veins[v].radius},
                             {first, veins[v].radius}},
                            root);
        TreeGrower grower([&](const Vec3& p) { return liver.distance(p) < -2.5; }, obstacles, 1.75,
                          Random(random.bits(), "vein"));
        grower.grow(tree, at, veins[v].direction.normalized(), std::move(sectors[v]));
    }
    return tree;
}

} // namespace

void addLiverVessels(const Frame& frame, const std::shared_ptr<const LiverShape>& shape, Model& model)
{
    const LiverShape& liver = *shape;
    Random random(frame.seed(), "lesions");
    Obstacles obstacles;
    const auto near = [](const Vec3& c, const Vec3& spread) {
        return [c, spread](Random& r) {
            return Vec3(r.about(c.x(), spread.x()), r.about(c.y(), spread.y()), r.about(c.z(), spread.z()));
        };
    };
    const Ball lateral =
        placeBall(liver, random, random.about(11, 1.5), 8, obstacles, near(Vec3(-100, -12, -14), Vec3(10, 14, 8)));
    obstacles.balls.push_back(lateral);
    const double domeRadius = random.about(8.5, 1);
    const Ball dome = placeBall(liver, random, domeRadius, 3, obstacles, [&](Random& r) {
        const Vec3 p(r.about(-78, 14), r.about(2, 14), 0);
        return Vec3(p.x(), p.y(), frame.diaphragm(p) - 3.2 - domeRadius - r.range(4, 9));
    });
    obstacles.balls.push_back(dome);
    const std::vector<Vec3> tissue = liverTissue(liver);
    Random portalRandom(frame.seed(), "portal");
    PortalStem stem = portalStem(portalRandom, tissue);
    Obstacles beforeVeins = obstacles;
    beforeVeins.add(stem.tree);
    const Tree hepatic = growHepaticVeins(liver, beforeVeins, Random(frame.seed(), "hepatic"), tissue);
    obstacles.add(hepatic);
    obstacles.add(venaCavaPath(frame));
    const Tree portal = growPortal(liver, obstacles, portalRandom, std::move(stem));
    obstacles.add(portal);

    // Beside a sizeable portal branch of the right lobe, so that heat sink and section both have to reckon with it.
    std::vector<TreeNode> hosts;
    for (const TreeNode& node : portal.nodes)
        if (node.position.x() < -40 && node.radius > 2.0 && node.radius < 5 && liver.distance(node.position) < -16)
            hosts.push_back(node);
    if (hosts.empty())
        throw Error(ErrorCode::Internal, "The phantom's portal vein has no branch for a lesion.",
                    "Choose another seed.");
    const double centralRadius = random.about(8.5, 1);
    const Ball central = placeBall(liver, random, centralRadius, 3, obstacles, [&](Random& r) {
        const TreeNode& host = hosts[static_cast<std::size_t>(r.uniform() * static_cast<double>(hosts.size()))];
        return Vec3(host.position + (host.radius + centralRadius + r.range(1.6, 3.5)) * unitVector(r));
    });

    const auto within = [&shape](Label inside, Label outside) {
        return [shape, inside, outside](const Vec3& p) { return shape->distance(p) <= 0 ? inside : outside; };
    };
    addBall(model, lateral, Label::Lesion1, "liver_lesion_1");
    addBall(model, central, Label::Lesion2, "liver_lesion_2");
    addBall(model, dome, Label::Lesion3, "liver_lesion_3");
    addTree(model.solids, portal, within(Label::PortalInside, Label::PortalOutside));
    addTree(model.solids, hepatic, within(Label::HepaticVeinInside, Label::HepaticVeinOutside));
    model.trees["portal_vein"] = portal;
    model.trees["hepatic_vein"] = hepatic;

    const Tree artery = treeOf(smoothPath({{Vec3(9, 14, 12), 2.6},
                                           {Vec3(2, -6, 10), 2.4},
                                           {Vec3(-12, -14, 2), 2.2},
                                           {Vec3(-24, -21, 10), 2},
                                           {Vec3(-30, -24, 18), 1.6}}));
    addTree(model.solids, artery, within(Label::HepaticArteryInside, Label::HepaticArteryOutside));
    model.trees["hepatic_artery"] = artery;
}

} // namespace pollux::phantom
