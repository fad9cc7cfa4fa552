#include "core/dicom/stack.h"

#include "core/base/sentence.h"
#include "core/base/text.h"
#include "core/dicom/stack_split.h"

#include <Eigen/Geometry>

#include <algorithm>
#include <cmath>
#include <numbers>

namespace pollux {

namespace {

constexpr double kSameDirection = 1e-3; ///< components of the direction cosines; float noise must not split a series
constexpr double kTiltDegrees = 0.1;
constexpr double kSpacingShare = 0.01; ///< of the median
constexpr double kSpacingLeast = 0.01; ///< mm
constexpr std::size_t kMostOrientations = 16;
constexpr int kMostGapFindings = 10;
constexpr double kMostInvented = 0.25; ///< share of slices that no image stands behind

Finding finding(Severity severity, std::string code, std::string text, std::string advice)
{
    return {severity, std::move(code), std::move(text), std::move(advice), {}, {}, {}};
}

std::string mm(double value)
{
    return toText(value, 2) + " mm";
}

Vec3 normalOf(const FrameHeader& f)
{
    return f.row.cross(f.column).normalized();
}

std::vector<std::vector<int>> byOrientation(const StackInput& input)
{
    std::vector<std::vector<int>> groups;
    for (int i = 0; i < static_cast<int>(input.images.size()); ++i) {
        const FrameHeader& f = *input.images[static_cast<std::size_t>(i)];
        const auto same = std::find_if(groups.begin(), groups.end(), [&](const auto& g) {
            const FrameHeader& o = *input.images[static_cast<std::size_t>(g.front())];
            return (o.row - f.row).cwiseAbs().maxCoeff() < kSameDirection &&
                   (o.column - f.column).cwiseAbs().maxCoeff() < kSameDirection;
        });
        if (same != groups.end())
            same->push_back(i);
        else
            groups.push_back({i});
    }
    std::stable_sort(groups.begin(), groups.end(), [](const auto& a, const auto& b) { return a.size() > b.size(); });
    return groups;
}

double median(std::vector<double> values)
{
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    return *middle;
}

/// Places one stack of sorted images on a grid.
class Placer
{
public:
    Placer(const StackInput& input, SplitPart part) : m_input(input)
    {
        m_stack.images = std::move(part.images);
        m_stack.phase = std::move(part.phase);
        m_stack.gate = std::move(part.gate);
    }

    Stack place()
    {
        const FrameHeader& first = at(0);
        m_normal = normalOf(first);
        for (std::size_t i = 0; i < m_stack.images.size(); ++i)
            m_stack.distances.push_back(m_normal.dot(at(i).position - first.position));
        m_stack.grid.origin = first.position;
        m_stack.grid.direction.col(0) = first.row;
        m_stack.grid.direction.col(1) = first.column;
        m_stack.grid.direction.col(2) = m_normal;
        m_stack.grid.size = {m_input.columns, m_input.rows, static_cast<int>(m_stack.images.size())};
        m_stack.grid.spacing = {first.spacingX, first.spacingY, first.thickness > 0 ? first.thickness : 1.0};
        fewSlices();
        if (m_stack.images.size() > 1)
            spaceSlices();
        shear();
        if (!m_stack.loadable)
            m_stack.grid.size = {0, 0, 0};
        return std::move(m_stack);
    }

private:
    const FrameHeader& at(std::size_t i) const { return *m_input.images[static_cast<std::size_t>(m_stack.images[i])]; }

    void say(Finding f) { m_stack.gate.push_back(std::move(f)); }

    void refuse(std::string code, std::string text, std::string advice)
    {
        say(finding(Severity::Stop, std::move(code), std::move(text), std::move(advice)));
        m_stack.loadable = false;
    }

    void fewSlices()
    {
        const auto n = m_stack.images.size();
        if (n >= 5)
            return;
        say(finding(n < 3 ? Severity::Stop : Severity::Warning, "series.few-slices",
                    n == 1 ? "This is a single image, not a volume."
                           : "The series has only " + toText(std::int64_t(n)) + " slices.",
                    "Use it to look at; for planning, open a series that covers the organ."));
    }

    void spaceSlices()
    {
        std::vector<double> steps;
        for (std::size_t i = 1; i < m_stack.distances.size(); ++i)
            steps.push_back(m_stack.distances[i] - m_stack.distances[i - 1]);
        const double usual = median(steps);
        const double total = m_stack.distances.back();
        const double tolerance = std::max(kSpacingShare * usual, kSpacingLeast);
        bool uneven = false;
        std::int64_t missing = 0;
        Findings gaps;
        for (std::size_t i = 0; i < steps.size(); ++i) {
            if (std::abs(steps[i] - usual) <= tolerance)
                continue;
            const double times = std::round(steps[i] / usual);
            if (times >= 2 && std::abs(steps[i] - times * usual) <= tolerance * times) {
                const auto lost = static_cast<std::int64_t>(times) - 1;
                missing += lost;
                gaps.push_back(gap(i, lost, steps[i]));
            } else {
                uneven = true;
            }
        }
        const auto slices = static_cast<std::int64_t>(std::min(std::round(total / usual), 1e9)) + 1;
        if (slices > 20'000 || slices > 20 * static_cast<std::int64_t>(m_stack.images.size()) + 20) {
            refuse("geometry.gap", "The slices lie too far apart to be one volume.",
                   "Export the parts as separate series.");
            return;
        }
        if (uneven) {
            const auto [low, high] = std::minmax_element(steps.begin(), steps.end());
            say(finding(Severity::Warning, "geometry.spacing",
                        "The distance between slices is not even (" + mm(*low) + " to " + mm(*high) +
                            "). The volume was resampled to " + mm(usual) + ".",
                        "Measures across the thick parts are less exact; use an even reconstruction if there is one."));
            m_stack.resample = true;
            m_stack.grid.size[2] = static_cast<int>(slices);
            m_stack.grid.spacing[2] = usual;
        } else {
            m_stack.grid.size[2] = static_cast<int>(slices);
            m_stack.grid.spacing[2] = total / static_cast<double>(slices - 1);
        }
        if (missing == 0)
            return;
        m_stack.resample = true;
        const bool many = static_cast<double>(missing) > kMostInvented * static_cast<double>(slices);
        for (std::size_t i = 0; i < gaps.size() && i < kMostGapFindings; ++i) {
            if (many)
                gaps[i].severity = Severity::Stop;
            say(gaps[i]);
        }
        if (gaps.size() > kMostGapFindings)
            say(finding(many ? Severity::Stop : Severity::Warning, "geometry.gap",
                        "There are " + toText(std::int64_t(gaps.size())) + " gaps in all, " + toText(missing) +
                            " slices are missing.",
                        "Ask for the whole series."));
    }

    Finding gap(std::size_t before, std::int64_t lost, double step) const
    {
        const FrameHeader& a = at(before);
        const Vec3 centre = a.position +
                            0.5 * (a.row * a.spacingX * m_input.columns + a.column * a.spacingY * m_input.rows) +
                            0.5 * step * m_normal;
        Finding f =
            finding(lost > 1 ? Severity::Stop : Severity::Warning, "geometry.gap",
                    counted(lost, "%1 slice is missing (a step of %2). The gap was filled by interpolation.",
                            "%1 slices are missing (a step of %2). The gap was filled by interpolation.", {mm(step)}),
                    "Do not measure or plan across the gap; ask for the whole series.");
        f.place = centre;
        return f;
    }

    /// Gantry tilt and slices set off against each other: each image gets its place on an upright grid.
    void shear()
    {
        const std::size_t n = m_stack.images.size();
        m_stack.shifts.assign(n, {0, 0});
        if (n < 2 || !m_stack.loadable)
            return;
        const FrameHeader& first = at(0);
        double largest = 0;
        std::array<double, 2> low{0, 0};
        std::array<double, 2> high{0, 0};
        for (std::size_t i = 0; i < n; ++i) {
            const Vec3 d = at(i).position - first.position;
            m_stack.shifts[i] = {d.dot(first.row) / first.spacingX, d.dot(first.column) / first.spacingY};
            for (std::size_t axis = 0; axis < 2; ++axis) {
                low[axis] = std::min(low[axis], m_stack.shifts[i][axis]);
                high[axis] = std::max(high[axis], m_stack.shifts[i][axis]);
                largest = std::max(largest, std::abs(m_stack.shifts[i][axis]));
            }
        }
        const Vec3 way = at(n - 1).position - first.position;
        const double along = way.dot(m_normal);
        const double tilt = std::atan2((way - along * m_normal).norm(), along) * 180 / std::numbers::pi;
        if (!(tilt > kTiltDegrees && largest > 0.1) && largest <= 0.5) {
            m_stack.shifts.assign(n, {0, 0});
            return;
        }
        if (largest > 2.0 * std::max(m_input.columns, m_input.rows)) {
            refuse("geometry.inconsistent", "The slices do not lie behind each other.",
                   "Export the parts as separate series.");
            return;
        }
        m_stack.resample = true;
        for (std::size_t axis = 0; axis < 2; ++axis) {
            const double from = std::floor(low[axis] + 1e-6);
            m_stack.grid.size[axis] += static_cast<int>(std::ceil(high[axis] - 1e-6) - from);
            for (auto& shift : m_stack.shifts)
                shift[axis] -= from;
            m_stack.grid.origin += m_stack.grid.direction.col(static_cast<Eigen::Index>(axis)) *
                                   (from * m_stack.grid.spacing[static_cast<Eigen::Index>(axis)]);
        }
        double bend = 0;
        for (std::size_t i = 0; i < n; ++i) {
            const Vec3 d = at(i).position - first.position - way * (m_stack.distances[i] / along);
            bend = std::max(bend, (d - d.dot(m_normal) * m_normal).norm());
        }
        if (bend > 0.5 * std::max(first.spacingX, first.spacingY))
            say(finding(Severity::Warning, "geometry.shifted",
                        "Slices are set off against each other by up to " + mm(bend) +
                            ". They were put on one upright grid.",
                        "Check the outlines in a reformatted view before you measure."));
        else
            say(finding(Severity::Warning, "geometry.tilt",
                        "The gantry was tilted by " + toText(tilt, 1) +
                            " degrees. The volume was resampled to an upright grid.",
                        "Values at sharp edges are slightly smoothed; the geometry is right."));
    }

    const StackInput& m_input;
    Stack m_stack;
    Vec3 m_normal = Vec3::UnitZ();
};

} // namespace

std::vector<Stack> buildStacks(const StackInput& input)
{
    std::vector<Stack> out;
    const auto groups = byOrientation(input);
    if (groups.size() > kMostOrientations) {
        Stack s;
        s.loadable = false;
        s.gate.push_back(finding(Severity::Stop, "geometry.orientations",
                                 "Every image has an orientation of its own (radial or free-hand); they make no stack.",
                                 "Use a series with parallel slices."));
        for (int i = 0; i < static_cast<int>(input.images.size()); ++i)
            s.images.push_back(i);
        out.push_back(std::move(s));
        return out;
    }
    for (std::size_t g = 0; g < groups.size(); ++g) {
        const Vec3 normal = normalOf(*input.images[static_cast<std::size_t>(groups[g].front())]);
        for (SplitPart& part : splitPhases(input, groups[g], normal)) {
            if (groups.size() > 1) {
                const bool localizer = g > 0 && groups[g].size() <= 3;
                part.gate.push_back(
                    finding(localizer ? Severity::Warning : Severity::Note, "geometry.localizer",
                            localizer ? "This is a localizer of the series, in another orientation."
                                      : "The series holds images of several orientations; this is the stack of one.",
                            localizer ? "Open the main stack of the series." : "Nothing to do."));
            }
            out.push_back(Placer(input, std::move(part)).place());
        }
    }
    return out;
}

} // namespace pollux
