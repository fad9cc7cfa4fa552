#include "core/geometry/polygon.h"

#include "core/base/error.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace pollux {

namespace {

template <class F>
void forEachSide(const Rings& area, F&& f)
{
    for (const Ring& r : area)
        for (size_t n = 0; n < r.size(); ++n)
            f(r[n], r[(n + 1) % r.size()]);
}

/// Where a horizontal line crosses the border, ascending: inside between the first and second, third and fourth, ...
void crossings(const Rings& area, double y, std::vector<double>& out)
{
    out.clear();
    forEachSide(area, [&](const Vec2& p, const Vec2& q) {
        if ((p.y() <= y) != (q.y() <= y))
            out.push_back(p.x() + (y - p.y()) / (q.y() - p.y()) * (q.x() - p.x()));
    });
    std::sort(out.begin(), out.end());
}

double lengthOf(const std::vector<double>& x)
{
    double sum = 0;
    for (size_t n = 1; n < x.size(); n += 2)
        sum += x[n] - x[n - 1];
    return sum;
}

double sharedLength(const std::vector<double>& a, const std::vector<double>& b)
{
    double sum = 0;
    size_t i = 1, j = 1;
    while (i < a.size() && j < b.size()) {
        sum += std::max(0.0, std::min(a[i], b[j]) - std::max(a[i - 1], b[j - 1]));
        if (a[i] < b[j])
            i += 2;
        else
            j += 2;
    }
    return sum;
}

} // namespace

double ringArea(const Ring& ring)
{
    double twice = 0;
    for (size_t n = 0; n < ring.size(); ++n) {
        const Vec2 &p = ring[n], &q = ring[(n + 1) % ring.size()];
        twice += p.x() * q.y() - p.y() * q.x();
    }
    return twice / 2;
}

bool contains(const Rings& area, const Vec2& p)
{
    bool in = false;
    forEachSide(area, [&](const Vec2& a, const Vec2& b) {
        if ((a.y() <= p.y()) != (b.y() <= p.y()) && p.x() < a.x() + (p.y() - a.y()) / (b.y() - a.y()) * (b.x() - a.x()))
            in = !in;
    });
    return in;
}

std::optional<BorderPoint> nearestOnBorder(const Rings& area, const Vec2& p)
{
    std::optional<BorderPoint> out;
    double best = std::numeric_limits<double>::infinity();
    forEachSide(area, [&](const Vec2& a, const Vec2& b) {
        const Vec2 d = b - a;
        const double l2 = d.squaredNorm(), t = l2 > 0 ? std::clamp((p - a).dot(d) / l2, 0.0, 1.0) : 0;
        const Vec2 q = a + t * d;
        if (const double far = (p - q).squaredNorm(); far < best) {
            best = far;
            out = BorderPoint{q, d};
        }
    });
    return out;
}

double signedDistance(const Rings& area, const Vec2& p)
{
    const auto border = nearestOnBorder(area, p);
    if (!border)
        return std::numeric_limits<double>::infinity();
    const double far = (p - border->place).norm();
    return contains(area, p) ? -far : far;
}

SharedArea sharedArea(const Rings& a, const Rings& b, double step)
{
    double low = std::numeric_limits<double>::infinity(), high = -low;
    bool finite = step >= 0.001 && step <= 10;
    for (const Rings* rings : {&a, &b})
        for (const Ring& r : *rings)
            for (const Vec2& p : r) {
                finite = finite && p.allFinite();
                low = std::min(low, p.y());
                high = std::max(high, p.y());
            }
    if (!finite)
        throw Error(ErrorCode::BadInput, "The outlines hold a number that is not finite, or the step is out of range.");
    SharedArea out;
    if (!(high > low))
        return out;
    const double count = std::ceil((high - low) / step);
    if (count > 1e6)
        throw Error(ErrorCode::BadInput, "The outlines are too large for this step.");
    const double h = (high - low) / count;
    std::vector<double> xa, xb;
    for (double n = 0; n < count; ++n) {
        const double y = low + (n + 0.5) * h;
        crossings(a, y, xa);
        crossings(b, y, xb);
        out.a += h * lengthOf(xa);
        out.b += h * lengthOf(xb);
        out.both += h * sharedLength(xa, xb);
    }
    return out;
}

std::vector<Vec2> sampled(const Ring& ring, double step)
{
    std::vector<Vec2> out;
    for (size_t n = 0; n < ring.size(); ++n) {
        const Vec2 &p = ring[n], &q = ring[(n + 1) % ring.size()];
        const int pieces = std::max(1, static_cast<int>(std::ceil((q - p).norm() / step)));
        for (int k = 0; k < pieces; ++k)
            out.push_back(p + (q - p) * k / pieces);
    }
    return out;
}

} // namespace pollux
