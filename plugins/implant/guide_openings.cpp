#include "plugins/implant/guide_openings.h"

#include "core/base/error.h"
#include "core/base/sentence.h"
#include "core/base/text.h"
#include "core/solid/revolved.h"
#include "plugins/implant/region_distance.h"

#include <Eigen/Geometry>

#include <algorithm>
#include <cmath>

namespace pollux::implant {

namespace {

constexpr double kSearch = 6; // mm from the place that was set to where a pin meets the guide's inside

/// Exact: a cylinder along z between two heights, of a place `r` away from its axis.
double cylinder(double r, double z, double radius, double low, double high)
{
    const double dr = r - radius, dz = std::fabs(z - (low + high) / 2) - (high - low) / 2;
    return std::min(std::max(dr, dz), 0.0) + std::hypot(std::max(dr, 0.0), std::max(dz, 0.0));
}

double tubeOf(const GuidePin& pin, const OpeningSettings& s, const Vec3& p)
{
    const double a = (p - pin.outer).dot(pin.direction), tube = s.pinHole / 2 + s.pinWall;
    return cylinder((p - pin.outer - a * pin.direction).norm(), a, tube, 0, s.pinGuided + tube);
}

/// How far behind a pin's own place the inside lies at most between it and the body's lower end, mm; over the edge of
/// the bone, where there is no inside any more, the last that there was.
double insideBehind(const GuidePin& pin, const GuideSeat& seat)
{
    const double h = seat.blocked.grid().spacing.x(), rise = seat.plane + 1 - seat.up.dot(pin.contact);
    double most = 0;
    for (double z = 0; z <= rise; z += h)
        for (double a = -kSearch; a <= kSearch; a += h / 2)
            if (seat.at(pin.contact + z * seat.up + a * pin.direction) <= seat.intaglio) {
                most = std::max(most, a);
                break;
            }
    return most;
}

/// From the tube along the wall to the body's lower end; `behind` as insideBehind() says.
double lugOf(const GuidePin& pin, const GuideSeat& seat, const OpeningSettings& s, const Vec3& p, double w,
             double behind)
{
    const Vec3 across = pin.direction.cross(seat.up);
    if (across.norm() < 0.2)
        return 1;
    const Vec3 d = p - pin.contact;
    const double tube = s.pinHole / 2 + s.pinWall, low = seat.up.dot(pin.contact) - tube, z = seat.up.dot(p);
    return std::max({std::fabs(d.dot(across.normalized())) - tube, w - seat.intaglio - seat.thickness, low - z,
                     z - seat.plane - 1, -d.dot(pin.direction) - seat.thickness - tube - kSearch,
                     d.dot(pin.direction) - behind - 1});
}

template <class Each>
void forBox(const Grid& grid, const IndexBox& box, const Job& job, Each each)
{
    for (int k = box.min[2]; k < box.max[2]; ++k) {
        job.checkStop();
        for (int j = box.min[1]; j < box.max[1]; ++j)
            for (int i = box.min[0]; i < box.max[0]; ++i)
                each(static_cast<size_t>(grid.offset(i, j, k)), grid.toPatient(i, j, k));
    }
}

/// How far inside of a window's box `p` lies.
double inWindow(const GuideWindow& w, const GuideSeat& seat, double size, const Vec3& p)
{
    const Vec3 d = p - w.middle, other = w.outwards.cross(w.side);
    const double deep = seat.intaglio + seat.thickness + 2;
    return std::min(
        {size / 2 - std::fabs(d.dot(w.side)), size / 2 - std::fabs(d.dot(other)), deep - std::fabs(d.dot(w.outwards))});
}

} // namespace

GuidePin pinAt(const GuideSeat& seat, const Vec3& place, const Vec3& direction, const OpeningSettings& s,
               std::size_t number)
{
    const double h = seat.blocked.grid().spacing.x();
    const bool inside = seat.at(place) <= seat.intaglio;
    double from = 0, to = 0;
    bool found = false;
    for (double t = 0; !found && t <= kSearch; t += h / 2) {
        const double a = inside ? -t : t;
        found = (seat.at(place + a * direction) <= seat.intaglio) != inside;
        (found ? to : from) = a;
    }
    if (!found)
        throw Error(ErrorCode::BadInput,
                    filled("Pin %1 meets nothing that the guide sits on within %2 mm of its place.",
                           {toText(std::int64_t(number)), toText(kSearch, 0)}),
                    "Set it on the guide's wall, or aim it at the jaw.");
    for (int n = 0; n < 20; ++n) {
        const double middle = (from + to) / 2;
        ((seat.at(place + middle * direction) <= seat.intaglio) != inside ? to : from) = middle;
    }
    GuidePin pin;
    pin.direction = direction;
    pin.contact = place + (from + to) / 2 * direction;
    pin.outer = pin.contact - s.pinGuided * direction;
    pin.tip = pin.outer + s.pinLength * direction;
    return pin;
}

GuideWindow windowAt(const GuideSeat& seat, const Vec3& place, std::size_t number)
{
    const double h = seat.blocked.grid().spacing.x(), cap = seat.intaglio + seat.thickness;
    GuideWindow out;
    out.middle = place;
    // Along the slope to where the inside is; the field's slope is 1, so this takes a few steps.
    for (int n = 0; n < 8; ++n) {
        Vec3 slope;
        for (int a = 0; a < 3; ++a) {
            const Vec3 step = 2 * h * Vec3::Unit(a);
            slope[a] = seat.at(out.middle + step) - seat.at(out.middle - step);
        }
        const double w = seat.at(out.middle);
        if (w >= cap - 1e-6 || slope.norm() < h)
            throw Error(ErrorCode::BadInput,
                        filled("Window %1 does not lie on the guide's wall.", {toText(std::int64_t(number))}),
                        "Set it on the tooth that shall be looked at, within reach of the guide.");
        out.outwards = slope.normalized();
        out.middle -= (w - seat.intaglio) * out.outwards;
    }
    const Vec3 level = seat.up.cross(out.outwards);
    out.side = level.norm() > 0.1 ? level.normalized() : acrossOf(out.outwards);
    return out;
}

void openGuide(std::vector<float>& field, const GuideSeat& seat, const std::vector<GuidePin>& pins,
               std::vector<GuideWindow>& windows, const OpeningSettings& s,
               const std::function<SleevePlace(const Vec3&)>& sleeve, const Job& job)
{
    const Grid& grid = seat.blocked.grid();
    const double tube = s.pinHole / 2 + s.pinWall;
    for (const GuidePin& pin : pins) {
        const double drop = std::max(0.0, seat.plane + 1 - seat.up.dot(pin.contact));
        const double reach = s.pinGuided + 2 * tube + drop + seat.thickness + kSearch;
        const double behind = insideBehind(pin, seat);
        forBox(grid, boxAround(grid, pin.contact, reach), job, [&](size_t at, const Vec3& p) {
            const double w = seat.at(p), material = std::min(tubeOf(pin, s, p), lugOf(pin, seat, s, p, w, behind));
            const double f = std::max({material, seat.intaglio - w, sleeve(p).inHole});
            field[at] = std::min(field[at], static_cast<float>(f));
        });
    }
    for (GuideWindow& w : windows) {
        const double reach = s.window + seat.intaglio + seat.thickness + 2;
        std::size_t taken = 0;
        forBox(grid, boxAround(grid, w.middle, reach), job, [&](size_t at, const Vec3& p) {
            double cut = inWindow(w, seat, s.window, p);
            if (cut < -2 * grid.spacing.x())
                return;
            cut = std::min(cut, sleeve(p).offTube);
            for (const GuidePin& pin : pins)
                cut = std::min(cut, tubeOf(pin, s, p));
            taken += cut > 0 && field[at] < 0;
            field[at] = std::max(field[at], static_cast<float>(cut));
        });
        w.takenMm3 = double(taken) * grid.voxelVolume();
    }
    for (const GuidePin& pin : pins) {
        // As deep as a slanted inside may be behind the axis' own place, and not through the wall on the other side.
        const double deep = s.pinGuided + s.pinHole / 2 + 1;
        forBox(grid, boxAround(grid, pin.contact, s.pinGuided + 12), job, [&](size_t at, const Vec3& p) {
            const double a = (p - pin.outer).dot(pin.direction);
            const double r = (p - pin.outer - a * pin.direction).norm();
            if (a < deep + 1 && a > -10)
                field[at] = std::max(field[at], static_cast<float>(std::min(s.pinHole / 2 - r, deep - a)));
        });
    }
}

} // namespace pollux::implant
