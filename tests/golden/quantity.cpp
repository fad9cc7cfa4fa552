#include "tests/golden/quantity.h"

#include "core/base/error.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <string_view>

namespace pollux::golden {

namespace {

using Value = double (*)(const Expectation&, const Case&, const GoldenStudy&);

Id idOf(const Expectation& e)
{
    const auto slash = e.of.find('/');
    return Id(slash == std::string::npos ? e.of : e.of.substr(slash + 1));
}

[[noreturn]] void absent(const Expectation& e, const std::string& what)
{
    throw Error(ErrorCode::NotFound, "'" + e.of + "' has no " + what + ".", "Add the step that makes it.");
}

const Structure& structureOf(const Expectation& e, const Case& c)
{
    return c.structure(idOf(e));
}

const Mask& maskOf(const Expectation& e, const Case& c)
{
    const Structure& s = structureOf(e, c);
    if (!s.mask || s.mask->empty())
        absent(e, "voxels");
    return *s.mask;
}

const Surface& surfaceOf(const Expectation& e, const Case& c)
{
    const Structure& s = structureOf(e, c);
    if (!s.surface || s.surface->empty())
        absent(e, "surface");
    return *s.surface;
}

const Tree& treeOf(const Expectation& e, const Case& c)
{
    const Structure& s = structureOf(e, c);
    if (!s.tree || s.tree->empty())
        absent(e, "tree");
    return *s.tree;
}

Mask truthOf(const Expectation& e, const GoldenStudy& study)
{
    const Mask truth = study.truth(e.truth);
    return e.truthWithin.empty() ? truth : intersect(truth, study.truth(e.truthWithin));
}

double toTree(const Vec3& p, const Tree& tree)
{
    double best = std::numeric_limits<double>::infinity();
    for (const TreeNode& node : tree.nodes) {
        const Vec3 a = node.position;
        const Vec3 b = node.parent < 0 ? a : tree.nodes[static_cast<size_t>(node.parent)].position;
        const double length2 = (b - a).squaredNorm();
        const double t = length2 > 0 ? std::clamp((p - a).dot(b - a) / length2, 0.0, 1.0) : 0;
        best = std::min(best, (p - a - t * (b - a)).norm());
    }
    return best;
}

double medianRadius(const Expectation& e, const Case& c, const GoldenStudy&)
{
    std::vector<double> radii;
    for (const TreeNode& node : treeOf(e, c).nodes)
        radii.push_back(node.radius);
    const auto middle = radii.begin() + static_cast<std::ptrdiff_t>(radii.size() / 2);
    std::nth_element(radii.begin(), middle, radii.end());
    return *middle;
}

/// 95 of 100 nodes lie nearer to the true centrelines.
double treeDistance(const Expectation& e, const Case& c, const GoldenStudy& study)
{
    const Tree truth = study.treeTruth(e.truth);
    std::vector<double> distances;
    for (const TreeNode& node : treeOf(e, c).nodes)
        distances.push_back(toTree(node.position, truth));
    const auto at = distances.begin() + static_cast<std::ptrdiff_t>(distances.size() * 95 / 100);
    std::nth_element(distances.begin(), at, distances.end());
    return *at;
}

double sampleAt(const Expectation& e, const Case& c, const GoldenStudy&)
{
    return c.volume(idOf(e)).volume.sample(*e.at, std::nan(""));
}

double pointOffset(const Expectation& e, const Case& c, const GoldenStudy& study)
{
    const std::string key = e.what.substr(std::string_view("offset.").size());
    for (const NamedPoint& p : c.plan(idOf(e)).points)
        if (p.key == key)
            return (p.position - (e.at ? *e.at : truthOf(e, study).centroid())).norm();
    absent(e, "point '" + key + "'");
}

double planNumber(const Expectation& e, const Case& c, const GoldenStudy&)
{
    const std::string key = e.what.substr(std::string_view("number.").size());
    std::string keys;
    for (const PlanNumber& n : c.plan(idOf(e)).numbers) {
        keys += (keys.empty() ? "" : ", ") + n.key;
        if (n.key != key)
            continue;
        if (n.unit != e.unit)
            throw Error(ErrorCode::BadInput, "The plan's '" + key + "' is in " + std::string(unitName(n.unit)) + ".",
                        "Give that as 'unit'.");
        return n.after ? *n.after : std::nan("");
    }
    throw Error(ErrorCode::NotFound, "The plan has no number '" + key + "'.", "It has: " + keys + ".");
}

double nearest(const Expectation& e, const Case& c, const GoldenStudy&)
{
    double least = std::numeric_limits<double>::infinity();
    for (const PlanNumber& n : c.plan(idOf(e)).numbers)
        if (n.key.starts_with("distance.") && n.after)
            least = std::min(least, *n.after);
    if (std::isinf(least))
        absent(e, "distances");
    return least;
}

double stops(const Expectation& e, const Case& c, const GoldenStudy&)
{
    const Findings& findings = c.plan(idOf(e)).findings;
    return static_cast<double>(
        std::count_if(findings.begin(), findings.end(), [](const Finding& f) { return f.severity == Severity::Stop; }));
}

double measured(const Expectation& e, const Case& c, const GoldenStudy&)
{
    const std::string key = e.what.substr(std::string_view("measured.").size());
    std::string keys;
    for (const NamedQuantity& q : structureOf(e, c).measures) {
        keys += (keys.empty() ? "" : ", ") + q.key;
        if (q.key != key)
            continue;
        if (q.quantity.unit != e.unit)
            throw Error(ErrorCode::BadInput,
                        "'" + key + "' was measured in " + std::string(unitName(q.quantity.unit)) + ".",
                        "Give that as 'unit'.");
        return q.quantity.value;
    }
    throw Error(ErrorCode::NotFound, "'" + e.of + "' has no measure '" + key + "'.",
                keys.empty() ? "It was not measured: add measure.statistics." : "It has: " + keys + ".");
}

enum class Needs { Nothing, Truth, Place, TruthOrPlace };

struct Known
{
    std::string_view kind, name; // a name that ends in '.' is the beginning of one
    std::optional<Unit> unit;    // nullopt: that of the number itself
    Needs needs;
    Value value;
};

// A lambda without capture is a function pointer: the table is the whole list of what can be asked.
using E = const Expectation&;
using C = const Case&;
using S = const GoldenStudy&;
const Known kKnown[] = {
    {"structure", "volume", Unit::Millilitre, Needs::Nothing, [](E e, C c, S) { return maskOf(e, c).volumeMl(); }},
    {"structure", "dice", Unit::None, Needs::Truth, [](E e, C c, S s) { return dice(maskOf(e, c), truthOf(e, s)); }},
    {"structure", "quality", Unit::None, Needs::Nothing,
     [](E e, C c, S) { return structureOf(e, c).quality.value_or(std::nan("")); }},
    {"structure", "surface_volume", Unit::Millilitre, Needs::Nothing,
     [](E e, C c, S) { return surfaceOf(e, c).volumeMl(); }},
    {"structure", "surface_area", Unit::SquareMillimetre, Needs::Nothing,
     [](E e, C c, S) { return surfaceOf(e, c).areaMm2(); }},
    {"structure", "surface_closed", Unit::None, Needs::Nothing,
     [](E e, C c, S) { return surfaceOf(e, c).isClosed() ? 1.0 : 0.0; }},
    {"structure", "tree_length", Unit::Millimetre, Needs::Nothing, [](E e, C c, S) { return treeOf(e, c).length(); }},
    {"structure", "tree_tips", Unit::Count, Needs::Nothing, [](E e, C c, S) { return double(treeOf(e, c).tips()); }},
    {"structure", "tree_radius", Unit::Millimetre, Needs::Nothing, medianRadius},
    {"structure", "tree_distance", Unit::Millimetre, Needs::Truth, treeDistance},
    {"structure", "measured.", {}, Needs::Nothing, measured},
    {"volume", "value", {}, Needs::Place, sampleAt},
    {"volume", "lowest", {}, Needs::Nothing, [](E e, C c, S) { return c.volume(idOf(e)).volume.range().first; }},
    {"volume", "highest", {}, Needs::Nothing, [](E e, C c, S) { return c.volume(idOf(e)).volume.range().second; }},
    {"plan", "number.", {}, Needs::Nothing, planNumber},
    {"plan", "nearest", Unit::Millimetre, Needs::Nothing, nearest},
    {"plan", "offset.", Unit::Millimetre, Needs::TruthOrPlace, pointOffset},
    {"plan", "stops", Unit::Count, Needs::Nothing, stops},
    {"case", "structures", Unit::Count, Needs::Nothing, [](E, C c, S) { return double(c.structures.size()); }},
    {"case", "plans", Unit::Count, Needs::Nothing, [](E, C c, S) { return double(c.plans.size()); }},
    {"case", "stale", Unit::Count, Needs::Nothing, [](E, C c, S) { return double(staleIds(c).size()); }},
};

const Known& known(const Expectation& e)
{
    const std::string kind = e.of.substr(0, e.of.find('/'));
    std::string names;
    for (const Known& k : kKnown) {
        if (k.kind != kind)
            continue;
        const bool prefix = k.name.ends_with('.');
        if (prefix ? e.what.starts_with(k.name) && e.what.size() > k.name.size() : e.what == k.name)
            return k;
        names += (names.empty() ? "" : ", ") + std::string(k.name) + (prefix ? "KEY" : "");
    }
    if (names.empty())
        throw Error(ErrorCode::BadInput, "'of' must be structure/ID, volume/ID, plan/ID or case, not '" + e.of + "'.",
                    "See tests/golden/README.md.");
    throw Error(ErrorCode::BadInput, "There is no quantity '" + e.what + "' of a " + kind + ".",
                "There are: " + names + ".");
}

} // namespace

void checkQuantity(const Expectation& e)
{
    const Known& k = known(e);
    const auto bad = [&](const std::string& what, const std::string& advice) {
        throw Error(ErrorCode::BadInput, "'" + e.what + "' " + what + ".", advice);
    };
    const bool object = e.of.find('/') != std::string::npos;
    if (object == (k.kind == "case") || (object && !isValidId(e.of.substr(e.of.find('/') + 1))))
        bad("is asked of '" + e.of + "'", "Write structure/ID, volume/ID, plan/ID or case.");
    if (k.unit && *k.unit != e.unit)
        bad("is in " + std::string(unitName(*k.unit)), "Give that as 'unit'.");
    const bool truth = !e.truth.empty(), place = e.at.has_value();
    if (k.needs == Needs::Truth && !truth)
        bad("needs a truth to compare with", "Add 'truth' with a key of the study.");
    if (k.needs == Needs::Place && !place)
        bad("needs a place", "Add 'at_mm'.");
    if (k.needs == Needs::TruthOrPlace && truth == place)
        bad("needs a place or a truth", "Add 'at_mm' or 'truth'.");
    if ((truth && k.needs != Needs::Truth && k.needs != Needs::TruthOrPlace) ||
        (place && k.needs != Needs::Place && k.needs != Needs::TruthOrPlace))
        bad("has no use for a truth or a place that is given", "Take it away.");
}

double measure(const Expectation& e, const Case& c, const GoldenStudy& study)
{
    return known(e).value(e, c, study);
}

} // namespace pollux::golden
