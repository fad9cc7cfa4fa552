#include "core/phantom/model.h"
#include "core/phantom/random.h"

#include <algorithm>
#include <numbers>

namespace pollux::phantom {

namespace {

// A kidney in its own frame: u lateral, v posterior, w along its axis, bent so that both poles lean to the midline.
struct Kidney
{
    Vec3 centre;
    Vec3 radii;
    int side;

    Kidney(const Frame& frame, int s) : side(s)
    {
        Random random(frame.seed(), s > 0 ? "kidney left" : "kidney right");
        centre = Vec3(s * random.about(63, 1.5), random.about(43, 1.5), random.about(s > 0 ? -15 : -28, 3));
        radii = Vec3(random.about(26, 1), random.about(22, 1), random.about(53, 2));
    }

    Vec3 local(const Vec3& p) const
    {
        Vec3 q = p - centre;
        double u = side * q.x(), v = q.y(), w = q.z();
        // Upper pole nearer to the midline and further back.
        u += 0.20 * w;
        v += 0.12 * w;
        u += 7 * (w / 50) * (w / 50) - 1.5;
        // The hilum looks forward as well as inward.
        const double c = std::cos(0.45), s = std::sin(0.45);
        return {c * u + s * v, -s * u + c * v, w};
    }

    double outer(const Vec3& q) const { return ellipsoid(q, Vec3::Zero(), radii); }

    Label label(const Vec3& p) const
    {
        const Vec3 q = local(p);
        const double d = outer(q);
        if (d > 0)
            return Label::None;
        const double sinus = smoothMin(ellipsoid(q, Vec3(-12, 0, 0), Vec3(17, 8.5, 22)),
                                       ellipsoid(q, Vec3(-24, 0, 0), Vec3(14, 7, 12)), 4);
        if (sinus < 0) {
            const bool pelvis = ellipsoid(q, Vec3(-15, 0, -2), Vec3(11, 4.5, 13)) < 0;
            return pelvis ? Label::RenalPelvis : Label::RenalSinus;
        }
        // Pyramids between sinus and cortex, seven along the axis in two rows.
        const bool deep = d < -6.5 && sinus > 1;
        const double row = std::cos(q.z() * std::numbers::pi * 7 / 100) * std::cos(std::atan2(q.y(), q.x() + 12) * 2.2);
        const bool left = side > 0;
        if (deep && std::abs(row) > 0.30)
            return left ? Label::MedullaLeft : Label::MedullaRight;
        return left ? Label::CortexLeft : Label::CortexRight;
    }

    Box box(double margin) const
    {
        const Vec3 m(44 + margin, 38 + margin, 56 + margin);
        return {centre - m, centre + m};
    }
};

} // namespace

double renalFatDistance(const Frame& frame, const Vec3& p, int side)
{
    // Called for every point of the liver: the frame rarely changes, so keep the last kidney a thread used.
    thread_local std::uint64_t seed = ~std::uint64_t(0);
    thread_local Kidney kidneys[2] = {Kidney(frame, -1), Kidney(frame, 1)};
    if (seed != frame.seed()) {
        kidneys[0] = Kidney(frame, -1);
        kidneys[1] = Kidney(frame, 1);
        seed = frame.seed();
    }
    const Kidney& kidney = kidneys[side > 0];
    return kidney.outer(kidney.local(p)) - 5;
}

void addKidneys(const Frame& frame, Model& model)
{
    // A tumour that bulges from the lower pole of the left kidney.
    Random random(frame.seed(), "kidney tumour");
    const Kidney left(frame, 1);
    const double radius = random.about(13, 1.5);
    const double height = random.about(-24, 3);
    Vec3 centre = left.centre + Vec3(0, 0, height);
    while (left.outer(left.local(centre)) < 0)
        centre += Vec3(0.5, -0.25, 0);
    centre -= random.range(0.25, 0.4) * radius * Vec3(0.9, -0.45, 0);
    const Vec3 r = Vec3::Constant(radius);
    model.solids.push_back({{centre - r, centre + r}, [centre, radius](const Vec3& p) {
                                return (p - centre).squaredNorm() <= radius * radius ? Label::KidneyTumour
                                                                                     : Label::None;
                            }});
    model.volumesMl["kidney_tumour"] = 4.0 / 3.0 * std::numbers::pi * radius * radius * radius / 1000;

    for (int side : {1, -1}) {
        const Kidney kidney(frame, side);
        model.solids.push_back({kidney.box(0), [kidney](const Vec3& p) { return kidney.label(p); }});
    }
}

} // namespace pollux::phantom
