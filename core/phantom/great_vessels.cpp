#include "core/phantom/model.h"
#include "core/phantom/random.h"

#include <algorithm>

namespace pollux::phantom {

namespace {

void add(Model& model, const std::string& key, const Tree& tree, Label label)
{
    addTree(model.solids, tree, [label](const Vec3&) { return label; });
    model.trees[key] = tree;
}

Vec3 kidneyHilum(const Frame& frame, int side)
{
    // The point of the sinus that is nearest to the midline.
    Vec3 best(side * 40, 45, side > 0 ? -15 : -28);
    for (double x = 20; x < 60; x += 1)
        if (renalFatDistance(frame, Vec3(side * x, best.y(), best.z()), side) < -6.5)
            return {side * (x + 4), best.y(), best.z()};
    return best;
}

} // namespace

std::vector<TubePoint> venaCavaPath(const Frame&)
{
    return smoothPath({{Vec3(-15, 22, -128), 9.5},
                       {Vec3(-19, 22, -90), 10},
                       {Vec3(-20, 21, -40), 10.5},
                       {Vec3(-21, 20, 0), 11},
                       {Vec3(-22, 18, 30), 11.5},
                       {Vec3(-21, 13, 58), 12},
                       {Vec3(-20, 4, 80), 12.5},
                       {Vec3(-22, -8, 100), 13}});
}

void addGreatVessels(const Frame& frame, Model& model)
{
    Random random(frame.seed(), "vessels");
    const double width = random.about(1, 0.05);
    Tree aorta = treeOf(smoothPath({{Vec3(27, 34, 175), 11.5 * width},
                                    {Vec3(25, 31, 120), 11.5 * width},
                                    {Vec3(18, 24, 70), 11 * width},
                                    {Vec3(9, 20, 25), 10.5 * width},
                                    {Vec3(7, 19, -30), 9 * width},
                                    {Vec3(5, 19, -110), 8 * width}}));
    const int fork = static_cast<int>(aorta.nodes.size()) - 1;
    const double iliac = 8 * width * std::cbrt(0.5);
    const Vec3 f = aorta.nodes[fork].position;
    hang(aorta, smoothPath({{f, iliac}, {Vec3(-14, 18, -132), iliac}, {Vec3(-36, 28, -165), iliac}}), fork);
    hang(aorta, smoothPath({{f, iliac}, {Vec3(22, 18, -132), iliac}, {Vec3(40, 28, -165), iliac}}), fork);

    // Root at the heart end; the trunk is given caudal to cranial.
    std::vector<TubePoint> trunk = venaCavaPath(frame);
    std::reverse(trunk.begin(), trunk.end());
    Tree cava = treeOf(trunk);
    const int join = static_cast<int>(cava.nodes.size()) - 1;
    const Vec3 j = cava.nodes[join].position;
    const double vein = 9.5 * std::cbrt(0.5);
    hang(cava, smoothPath({{j, vein}, {Vec3(-28, 28, -148), vein}, {Vec3(-40, 36, -168), vein}}), join);
    hang(cava, smoothPath({{j, vein}, {Vec3(10, 31, -143), vein}, {Vec3(36, 38, -168), vein}}), join);

    const Vec3 left = kidneyHilum(frame, 1), right = kidneyHilum(frame, -1);
    const Tree arteryLeft =
        treeOf(smoothPath({{Vec3(8, 20, -10), 3}, {Vec3(22, 30, -12), 3}, {left + Vec3(0, 3, 2), 2.8}}));
    const Tree arteryRight =
        treeOf(smoothPath({{Vec3(6, 20, -14), 3}, {Vec3(-20, 35, -19), 3}, {right + Vec3(0, 3, 2), 2.8}}));
    const Tree veinLeft = treeOf(smoothPath(
        {{Vec3(-18, 15, -14), 4.2}, {Vec3(7, 5, -14), 4}, {Vec3(24, 20, -15), 4.4}, {left + Vec3(0, -4, -2), 4.4}}));
    const Tree veinRight =
        treeOf(smoothPath({{Vec3(-21, 20, -22), 4.4}, {Vec3(-33, 27, -26), 4.4}, {right + Vec3(0, -4, -2), 4.4}}));

    const Tree mesenteric = treeOf(smoothPath({{Vec3(9, 18, 2), 3.4},
                                               {Vec3(9, 3, -4), 3.4},
                                               {Vec3(9, -6, -24), 3.2},
                                               {Vec3(6, -10, -60), 2.8},
                                               {Vec3(-4, -12, -105), 2}}));
    const Tree splenic = treeOf(
        smoothPath({{Vec3(4, 8, -14), 4.4}, {Vec3(28, 6, 4), 4.4}, {Vec3(58, 26, 16), 4.2}, {Vec3(82, 33, 24), 3.6}}));
    const Tree mesentericVein = treeOf(smoothPath(
        {{Vec3(4, 8, -14), 5}, {Vec3(-3, -3, -32), 5}, {Vec3(-5, -8, -62), 4.4}, {Vec3(-14, -10, -105), 3}}));

    // The left renal vein crosses in front of the aorta, under the mesenteric artery.
    add(model, "aorta", aorta, Label::Aorta);
    add(model, "superior_mesenteric_artery", mesenteric, Label::MesentericArtery);
    add(model, "renal_artery_left", arteryLeft, Label::RenalArteryLeft);
    add(model, "renal_artery_right", arteryRight, Label::RenalArteryRight);
    add(model, "vena_cava", cava, Label::VenaCava);
    add(model, "renal_vein_left", veinLeft, Label::RenalVeinLeft);
    add(model, "renal_vein_right", veinRight, Label::RenalVeinRight);
    add(model, "splenic_vein", splenic, Label::SplenicVein);
    add(model, "superior_mesenteric_vein", mesentericVein, Label::MesentericVein);
}

} // namespace pollux::phantom
