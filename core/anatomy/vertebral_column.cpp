#include "core/anatomy/vertebrae.h"
#include "core/image/distance.h"

#include <Eigen/Geometry>

#include <algorithm>
#include <array>
#include <cmath>

namespace pollux::anatomy {

namespace {

constexpr double kAround = 20; // mm beside the spine's middle that the canal is looked for
constexpr double kBehind = 28; // mm behind it
constexpr double kAhead = 14;  // mm in front
constexpr double kSight = 16;  // mm in which a wall of the canal is seen
constexpr double kClear = 3;   // mm that its middle keeps from bone
constexpr int kRays = 16;
constexpr double kBend = 0.012;                 // per mm^2 that the way leaves the straight from slice to slice
constexpr double kLeastSeen = 0.5;              // share of rays that see bone, on average
constexpr double kNearest = 17, kFarthest = 56; // mm between two discs (from memory, unverified)
constexpr double kUneven = 0.35;                // how much unequal distances cost
constexpr double kFullHu = 300;                 // HU that count as all bone

std::vector<Vec3> smoothed(const std::vector<Vec3>& line, double mm, double step)
{
    const int reach = std::max(1, int(std::lround(mm / step))), n = int(line.size());
    std::vector<Vec3> out(line.size());
    for (int k = 0; k < n; ++k) {
        // Even about k, so that the ends of a slanted line stay.
        const int r = std::min({reach, k, n - 1 - k});
        Vec3 sum = Vec3::Zero();
        for (int q = k - r; q <= k + r; ++q)
            sum += line[std::size_t(q)];
        out[std::size_t(k)] = sum / double(2 * r + 1);
    }
    return out;
}

double median(std::vector<double> v)
{
    std::nth_element(v.begin(), v.begin() + std::ptrdiff_t(v.size() / 2), v.end());
    return v[v.size() / 2];
}

} // namespace

std::optional<Column> followColumn(const Mask& bone, const Spine& spine, const Job& job)
{
    const Grid& g = bone.grid();
    const double h = g.spacing[0];
    const int stride = std::max(1, int(std::lround(2 / h))); // candidates 2 mm apart
    const double step = stride * h;
    const int nx = 2 * int(kAround / step) + 1, ahead = int(kAhead / step), ny = ahead + int(kBehind / step) + 1;
    const int nk = g.size[2], cells = nx * ny;
    std::array<Vec3, kRays> rays;
    for (int r = 0; r < kRays; ++r)
        rays[std::size_t(r)] = Vec3(std::cos(2 * M_PI * r / kRays), std::sin(2 * M_PI * r / kRays), 0);
    const auto place = [&](int k, int c) {
        const Vec3& s = spine.at(k);
        return Vec3(s.x() + (c % nx - nx / 2) * step, s.y() + (c / nx - ahead) * step, g.origin.z() + k * h);
    };
    const auto isBone = [&](const Vec3& p) {
        const Index3 i = g.nearest(p);
        return bone.at(i[0], i[1], i[2]);
    };
    std::vector<float> seen(std::size_t(nk) * std::size_t(cells));
    for (int k = 0; k < nk; ++k) {
        job.checkStop();
        for (int c = 0; c < cells; ++c) {
            const Vec3 p = place(k, c);
            int hits = 0;
            bool clear = !isBone(p);
            for (int r = 0; r < kRays && clear; ++r)
                for (double s = h; s <= kSight; s += h)
                    if (isBone(p + s * rays[std::size_t(r)])) {
                        clear = s >= kClear;
                        ++hits;
                        break;
                    }
            seen[std::size_t(k) * std::size_t(cells) + std::size_t(c)] = clear ? float(hits) / kRays : -0.5F;
        }
    }
    // The best enclosed way; a step of at most two cells a slice.
    std::vector<float> sum(seen.begin(), seen.begin() + cells);
    std::vector<std::int16_t> from(seen.size(), 0);
    for (int k = 1; k < nk; ++k) {
        job.checkStop();
        std::vector<float> next(static_cast<std::size_t>(cells));
        for (int c = 0; c < cells; ++c) {
            float best = -1e30F;
            std::int16_t at = 0;
            for (int dy = -1; dy <= 1; ++dy)
                for (int dx = -1; dx <= 1; ++dx) {
                    const int x = c % nx + dx, y = c / nx + dy;
                    if (x < 0 || y < 0 || x >= nx || y >= ny)
                        continue;
                    const Vec3 d = place(k, c) - place(k - 1, y * nx + x);
                    const float v = sum[std::size_t(y * nx + x)] -
                                    float(kBend * (d.x() * d.x() + d.y() * d.y()) * (1 / std::max(h, 0.5)));
                    if (v > best) {
                        best = v;
                        at = std::int16_t(y * nx + x);
                    }
                }
            next[std::size_t(c)] = best + seen[std::size_t(k) * std::size_t(cells) + std::size_t(c)];
            from[std::size_t(k) * std::size_t(cells) + std::size_t(c)] = at;
        }
        sum.swap(next);
    }
    Column out;
    out.canal.resize(std::size_t(nk));
    int c = int(std::max_element(sum.begin(), sum.end()) - sum.begin());
    double share = 0, slices = 0;
    for (int k = nk - 1; k >= 0; --k) {
        out.canal[std::size_t(k)] = place(k, c);
        const double s = double(seen[std::size_t(k) * std::size_t(cells) + std::size_t(c)]);
        if (s > 0.1) {
            share += s;
            ++slices;
        }
        c = from[std::size_t(k) * std::size_t(cells) + std::size_t(c)];
    }
    if (slices < 10 / h || share / slices < kLeastSeen)
        return std::nullopt;
    out.seen = share / slices;
    out.canal = smoothed(out.canal, 10, h);

    // The bodies in front of it.
    std::vector<double> middles, depths;
    for (int k = 0; k < nk; ++k) {
        const Vec3& p = out.canal[std::size_t(k)];
        double first = 0, last = 0;
        for (double s = 2; s < 65; s += h) {
            const bool in = isBone(p - s * Vec3::UnitY());
            if (in && first == 0 && s < 22)
                first = s;
            if (in && first > 0)
                last = s;
            if (first > 0 && s - last > 5)
                break;
        }
        if (first > 0 && last - first > 12 && last - first < 48) {
            middles.push_back(0.5 * (first + last));
            depths.push_back(last - first);
        }
    }
    if (double(middles.size()) < 8 / h)
        return std::nullopt;
    const double off = median(middles);
    out.depth = median(depths);
    std::vector<Vec3> body(out.canal.size());
    std::vector<double> widths;
    for (int k = 0; k < nk; ++k) {
        Vec3 p = out.canal[std::size_t(k)] - off * Vec3::UnitY();
        // From side to side in the front half, where no rib is.
        const Vec3 front = p - 0.2 * out.depth * Vec3::UnitY();
        double left = 0, right = 0;
        if (isBone(front)) {
            while (left < 40 && isBone(front + (left + h) * Vec3::UnitX()))
                left += h;
            while (right < 40 && isBone(front - (right + h) * Vec3::UnitX()))
                right += h;
        }
        if (left + right > 16 && left < 35 && right < 35) {
            widths.push_back(0.5 * (left + right));
            p.x() += 0.5 * (left - right);
        }
        body[std::size_t(k)] = p;
    }
    if (widths.empty())
        return std::nullopt;
    std::nth_element(widths.begin(), widths.begin() + std::ptrdiff_t(0.8 * double(widths.size())), widths.end());
    out.halfWidth = widths[std::size_t(0.8 * double(widths.size()))];
    out.body = smoothed(body, 14, h);
    return out;
}

std::vector<DiscPlane> findDiscs(const Mask& bone, const Volume& values, const Column& column, double least,
                                 const Job& job)
{
    const Grid& g = bone.grid();
    const double h = g.spacing[2];
    const int nk = g.size[2];
    const double radius = std::min(11.0, 0.36 * std::min(column.depth, 2 * column.halfWidth));
    const std::vector<Vec3> line = smoothed(column.body, 12, h);
    const auto share = [&](const Vec3& m, const Vec3& up) {
        const Vec3 u = up.cross(Vec3::UnitY()).normalized(), v = up.cross(u);
        double sum = 0, n = 0;
        for (double a = -radius; a <= radius; a += 2)
            for (double b = -radius; b <= radius; b += 2) {
                if (a * a + b * b > radius * radius)
                    continue;
                const Vec3 p = m + a * u + b * v;
                const Index3 i = g.nearest(p);
                double w = bone.at(i[0], i[1], i[2]) ? 1 : 0;
                if (!values.empty())
                    w = 0.5 * w + 0.5 * std::clamp(values.at(i[0], i[1], i[2]) / kFullHu, 0.0, 1.0);
                sum += w;
                ++n;
            }
        return sum / n;
    };
    std::vector<DiscPlane> planes(static_cast<std::size_t>(nk));
    std::vector<double> profile(static_cast<std::size_t>(nk));
    const int reach = std::max(1, int(std::lround(10 / h)));
    for (int k = 0; k < nk; ++k) {
        job.checkStop();
        const Vec3 tangent =
            (line[std::size_t(std::min(nk - 1, k + reach))] - line[std::size_t(std::max(0, k - reach))]).normalized();
        double best = 1e300;
        for (const double tilt : {0.0, 5.0, -5.0, 10.0, -10.0, 15.0, -15.0})
            for (const double lean : {0.0, 6.0, -6.0, 12.0, -12.0}) {
                const Vec3 up = (Eigen::AngleAxisd(tilt * M_PI / 180, Vec3::UnitX()) *
                                 Eigen::AngleAxisd(lean * M_PI / 180, Vec3::UnitY()) * tangent)
                                    .normalized();
                // The least tilt among those that are as good.
                const double s = share(line[std::size_t(k)], up) + 0.0005 * (std::fabs(tilt) + std::fabs(lean));
                if (s < best) {
                    best = s;
                    planes[std::size_t(k)] = {line[std::size_t(k)], up, 0};
                }
            }
        profile[std::size_t(k)] = best;
    }
    // Valleys.
    struct Valley
    {
        int k;
        double depth, z;
    };
    std::vector<Valley> valleys;
    const int near = std::max(1, int(std::lround(5 / h))), far = std::max(2, int(std::lround(18 / h)));
    for (int k = 1; k + 1 < nk; ++k) {
        const double p = profile[std::size_t(k)];
        bool lowest = true;
        for (int q = std::max(0, k - near); q <= std::min(nk - 1, k + near) && lowest; ++q)
            lowest = profile[std::size_t(q)] > p || (profile[std::size_t(q)] == p && q >= k);
        if (!lowest)
            continue;
        double above = 0, below = 0;
        for (int q = k; q <= std::min(nk - 1, k + far); ++q)
            above = std::max(above, profile[std::size_t(q)]);
        for (int q = std::max(0, k - far); q <= k; ++q)
            below = std::max(below, profile[std::size_t(q)]);
        const double depth = std::min(above, below) - p;
        // Amid a flat floor.
        int last = k;
        while (last + 1 < nk && profile[std::size_t(last + 1)] <= p + 0.02)
            ++last;
        if (depth >= least)
            valleys.push_back({(k + last) / 2, depth, g.origin.z() + 0.5 * (k + last) * h});
    }
    // From below: the chain that is deepest and most even. State: the last two.
    const std::size_t n = valleys.size();
    std::vector<std::vector<double>> score(n, std::vector<double>(n + 1, -1e300)); // [last][before + 1]
    std::vector<std::vector<std::size_t>> back(n, std::vector<std::size_t>(n + 1, 0));
    double best = -1e300;
    std::size_t last = 0, before = 0;
    for (std::size_t i = 0; i < n; ++i) {
        job.checkStop();
        score[i][0] = valleys[i].depth;
        for (std::size_t j = 0; j < i; ++j) {
            const double d = valleys[i].z - valleys[j].z;
            if (d < kNearest || d > kFarthest)
                continue;
            for (std::size_t m = 0; m <= j; ++m) {
                if (score[j][m] < -1e299)
                    continue;
                double s = score[j][m] + valleys[i].depth;
                if (m > 0)
                    s -= kUneven * std::fabs(std::log(d / (valleys[j].z - valleys[m - 1].z)));
                if (s > score[i][j + 1]) {
                    score[i][j + 1] = s;
                    back[i][j + 1] = m;
                }
            }
        }
        for (std::size_t m = 0; m <= i; ++m)
            if (score[i][m] > best) {
                best = score[i][m];
                last = i;
                before = m;
            }
    }
    std::vector<DiscPlane> out;
    for (bool more = n > 0; more;) {
        DiscPlane d = planes[std::size_t(valleys[last].k)];
        d.depth = valleys[last].depth;
        out.push_back(d);
        more = before > 0;
        const std::size_t m = back[last][before];
        if (more)
            last = before - 1;
        before = m;
    }
    return out; // the last one found is the highest
}

} // namespace pollux::anatomy
