#include "plugins/implant/register_scan.h"

#include "core/base/error.h"
#include "core/base/sentence.h"
#include "core/base/text.h"
#include "core/mesh/extract.h"
#include "core/mesh/shells.h"
#include "core/mesh/surface_registration.h"
#include "core/operation/plan_parts.h"

#include <algorithm>
#include <cmath>

namespace pollux::implant {

namespace {

constexpr double kTurned = 8; // degrees, of the starts beside that of the pairs
// Of a scan in other units than mm: a jaw's is 40 to 80 mm wide, 8 at the most if it is in centimetres and 3 in inches;
// a crown alone is some 9 mm high (from memory, unverified).
constexpr double kLeastExtent = 8.5, kMostExtent = 300;

/// Shapes of a structure that is laid upon: the mask's own surface is finer than one made for display.
Surface teethSurface(const Structure& s, const Job& job)
{
    if (!s.mask || s.mask->empty())
        return *s.surface;
    // A blur of half a voxel takes the stairs and leaves cusps.
    SurfaceOptions o;
    o.smoothing = 0.5 * s.mask->grid().spacing.maxCoeff();
    return extractSurface(*s.mask, o, job);
}

bool hasShape(const Structure& s)
{
    return (s.mask && !s.mask->empty()) || (s.surface && !s.surface->empty());
}

struct Results
{
    std::string structure, field, name;
};

Results resultsOf(const Case& c, const ParamValues& values)
{
    const std::string& scan = values.text("scan");
    const std::string& given = values.text("name");
    if (given.empty())
        return {scan + "-registered", scan + "-residual", filled("%1, registered", {c.nameOf(Id(scan))})};
    const std::string id = slug(given).text();
    return {id, id + "-residual", given};
}

/// The largest connected part of the map that lies off the teeth by more than `limit`; empty if there is none.
Surface largestOff(const Field& map, double limit)
{
    std::vector<Triangle> off;
    for (const Triangle& t : map.surface.triangles())
        if (std::all_of(t.begin(), t.end(),
                        [&](std::uint32_t v) { return map.category[v] == 0 && double(map.values[v]) > limit; }))
            off.push_back(t);
    if (off.empty())
        return {};
    return shells(Surface(map.surface.points(), std::move(off))).front();
}

double pairsRms(const std::vector<Vec3>& scan, const std::vector<Vec3>& image, const RigidPose& pose)
{
    double squares = 0;
    for (size_t n = 0; n < scan.size(); ++n)
        squares += (pose(scan[n]) - image[n]).squaredNorm();
    return std::sqrt(squares / double(scan.size()));
}

class RegisterScan final : public Operation
{
public:
    explicit RegisterScan(const LimitTable& limits)
        : m_residual(limits.at("scan.residual")), m_reach(limits.at("scan.reach")),
          m_trimmed(limits.at("scan.trimmed")), m_used(limits.at("scan.used")),
          m_steadiness(limits.at("scan.steadiness")), m_patch(limits.at("scan.patch")), m_pairs(limits.at("scan.pairs"))
    {
    }

    OperationInfo info() const override
    {
        OperationInfo i;
        i.id = "implant.register-scan";
        i.name = "Lay a scan upon the teeth";
        i.summary = "Lays an intra-oral scan upon the teeth of the image and maps how far off it lies.";
        i.help =
            "Three or more pairs of points bring the scan near (Umeyama 1991); without pairs it starts as it lies. "
            "Then "
            "each step moves it so that places spread evenly over it come nearest to the planes of the teeth's surface "
            "next to them (point to plane: Chen and Medioni 1992), those that lie far off trimmed (Chetverikov 2002) "
            "and the rest weighted by Tukey's biweight. It is turned and shifted, never stretched. Seven starts are "
            "tried, six of them turned by 8 degrees; the one that ends best is kept.\n\n"
            "The teeth's surface is made from their mask where there is one, blurred by half a voxel, else it is the "
            "structure's own.\n\n"
            "The map holds the distance of each point of the scan from the teeth; what lies beyond the reach, or whose "
            "normal is more than 60 degrees from that of the teeth there, is 'not tooth'. Measures are of the rest, "
            "without sign but for the mean, which is above 0 where the scan lies outside the teeth of the image: a "
            "threshold of segmentation that is too high gives that, too. Some gingiva at the margin is taken for tooth "
            "and makes the 95th percentile larger: cut it off, or take a smaller reach. A single tooth that lies off "
            "may not show in the 95th percentile; the largest part that does is told by itself.\n\n"
            "Limits: distances are from the scan to the teeth only; what the scan lacks is not told. A small residual "
            "does not prove that every tooth lies right: look at the map and at the scan's outline on the slices. "
            "Metal artefacts move the surface of the image's teeth. Research and teaching only, not for clinical use.";
        i.category = "Register";
        return i;
    }

    ParamList declare() const override
    {
        ParamList list;
        list.add(objectParam("scan", "Scan", "structure:surface", "", "The surface of the intra-oral scanner, in mm."));
        list.add(objectParam("teeth", "Teeth", "structure", "tooth", "Teeth of the image, a mask or a surface."));
        Param a = pointsParam("scan_points", "Points on the scan", 3,
                              "Cusps, far apart, three or more; empty: the scan starts as it lies.");
        Param b = pointsParam("image_points", "Points on the image", 3, "The same places, in the same order.");
        a.optional = b.optional = true;
        list.add(a);
        list.add(b);
        list.add(limitParam(m_reach, "reach"));
        list.add(limitParam(m_trimmed, "trimmed"));
        list.add(limitParam(m_residual, "residual"));
        const auto advanced = [&](Param p) {
            p.advanced = true;
            list.add(std::move(p));
        };
        advanced(limitParam(m_used, "used"));
        advanced(limitParam(m_steadiness, "steadiness"));
        advanced(limitParam(m_patch, "patch"));
        advanced(limitParam(m_pairs, "pairs"));
        Param samples = intParam("samples", "Places", 4000, 500, 50000, "Of the scan that the fit looks at.");
        advanced(samples);
        Param name = textParam("name", "Name", "", "Of the result; empty: after the scan.");
        name.optional = true;
        list.add(name);
        return list;
    }

    Findings check(const Case& c, const ParamValues& values) const override
    {
        Findings out;
        const auto stop = [&](const char* code, std::string text, const char* advice) {
            out.push_back(finding(Severity::Stop, code, std::move(text), advice));
        };
        const Id scan(values.text("scan")), teeth(values.text("teeth"));
        if (scan == teeth)
            stop("scan.same", "The scan and the teeth are the same.", "Choose the teeth of the image.");
        if (c.structure(scan).surface->empty())
            stop("scan.empty", "The scan has no triangles.", "Load it again from its file.");
        if (!hasShape(c.structure(teeth)))
            stop("scan.no-teeth", filled("'%1' has neither voxels nor a surface.", {teeth.text()}),
                 "Segment the teeth first.");
        checkPairs(values, stop);
        checkResults(c, values, stop);
        const double extent = c.structure(scan).surface->bounds().extent().maxCoeff();
        if (!c.structure(scan).surface->empty() && (extent < kLeastExtent || extent > kMostExtent))
            out.push_back(finding(Severity::Warning, "scan.size",
                                  filled("The scan is %1 mm wide: its file may not be in mm.", {toText(extent, 1)}),
                                  "Write it anew in mm; it is not stretched to fit."));
        return out;
    }

    Edit run(const Case& c, const ParamValues& values, Job& job) const override
    {
        const Id scanId(values.text("scan")), teethId(values.text("teeth"));
        const Structure &scan = c.structure(scanId), &teeth = c.structure(teethId);
        const std::vector<Vec3>&a = values.points("scan_points"), &b = values.points("image_points");
        job.progress(0, "Surface of the teeth");
        const Surface to = teethSurface(teeth, job.part(0, 0.3));
        const SurfaceTarget target({to}, job.part(0.3, 0.4));
        SurfaceFitOptions o;
        o.starts = turnedStarts(*scan.surface, a.empty() ? RigidPose{} : rigidFit(a, b), kTurned);
        o.samples = static_cast<int>(values.integer("samples"));
        o.reach = values.real("reach");
        o.trimmed = values.real("trimmed") / 100;
        const SurfaceFit fit = registerSurface(*scan.surface, target, o, job.part(0.4, 0.8));

        const Results ids = resultsOf(c, values);
        Structure s;
        s.name = ids.name;
        s.anatomy = scan.anatomy;
        s.colour = scan.colour;
        s.surface = std::make_shared<const Surface>(moved(*scan.surface, fit.pose));
        addMeasures(s, fit, scan.surface->bounds().centre(), a, b);
        job.progress(0.8, "Map of the residual");
        Field map = residualMap(target, *s.surface, o.reach, values.real("residual"), job.part(0.8, 1));
        map.name = filled("Residual of '%1'", {c.nameOf(scanId)});

        Edit edit;
        edit.findings = judged(fit, values, a.empty() ? 0 : pairsRms(a, b, fit.pose));
        addPatch(edit.findings, largestOff(map, values.real("residual")), values);
        std::vector<Id> from{scanId, teethId};
        if (scan.mask)
            from.emplace_back(scanId.text() + "/surface");
        edit.madeFrom[Id(ids.structure)] = edit.madeFrom[Id(ids.field)] = from;
        edit.put(Id(ids.structure), std::move(s));
        edit.put(Id(ids.field), std::move(map));
        return edit;
    }

private:
    template <class Stop>
    static void checkPairs(const ParamValues& values, const Stop& stop)
    {
        const std::vector<Vec3>&a = values.points("scan_points"), &b = values.points("image_points");
        if (a.size() != b.size())
            stop("scan.pairs", "There are more points on one of the two than on the other.",
                 "Set each place on the scan and on the image.");
        else if (!a.empty() && a.size() < 3)
            stop("scan.pairs", "There are fewer than three pairs of points.",
                 "Set three or more, far apart, or none if the scan lies near already.");
        else if (!a.empty()) {
            try {
                rigidFit(a, b);
            } catch (const Error&) {
                stop("scan.pairs-line", "The points lie on one line.", "Set one on the other side of the jaw.");
            }
        }
    }

    template <class Stop>
    static void checkResults(const Case& c, const ParamValues& values, const Stop& stop)
    {
        const Results ids = resultsOf(c, values);
        if (!isValidId(ids.structure) || !isValidId(ids.field)) {
            stop("scan.name", "The name of the result is too long.", "Give a shorter one.");
            return;
        }
        if (ids.structure == values.text("scan") || ids.structure == values.text("teeth"))
            stop("result.taken", "The result would replace what it is made from.", "Choose another name.");
        const auto kind = c.kindOf(Id(ids.structure)), fieldKind = c.kindOf(Id(ids.field));
        if ((kind && *kind != Kind::Structure) || (fieldKind && *fieldKind != Kind::Field))
            stop("result.taken", "Another object already has this name.", "Choose another name.");
        else if (kind && c.structure(Id(ids.structure)).state == ConfirmState::Confirmed)
            stop("result.confirmed", "The result of this name has been confirmed.", "Choose another name.");
    }

    static void addMeasures(Structure& s, const SurfaceFit& fit, const Vec3& centre, const std::vector<Vec3>& a,
                            const std::vector<Vec3>& b)
    {
        const auto add = [&](const char* key, const char* label, double value, Unit unit) {
            s.measures.push_back({key, label, {value, unit, {}, {}}});
        };
        add("residual_median", term("Distance to the teeth, median"), fit.median, Unit::Millimetre);
        add("residual_p95", term("Distance to the teeth, 95th percentile"), fit.p95, Unit::Millimetre);
        add("residual_rms", term("Distance to the teeth, root mean square"), fit.rms, Unit::Millimetre);
        add("residual_mean", term("Distance to the teeth with its sign, mean"), fit.mean, Unit::Millimetre);
        add("used", "Part of the scan on the teeth", 100 * fit.used, Unit::Percent);
        add("steadiness", "Hold of the scan (0: it can slide)", fit.steadiness, Unit::None);
        add("shift", "Shift at the middle of the scan", (fit.pose(centre) - centre).norm(), Unit::Millimetre);
        add("turn", "Turn", fit.pose.degrees(), Unit::Degree);
        if (!a.empty())
            add("pairs", "Left at the pairs of points, root mean square", pairsRms(a, b, fit.pose), Unit::Millimetre);
    }

    static Field residualMap(const SurfaceTarget& target, const Surface& scan, double reach, double limit,
                             const Job& job)
    {
        Field f;
        f.unit = Unit::Millimetre;
        f.surface = scan;
        const SurfaceDistances d = distancesTo(target, scan, reach, job);
        f.values.reserve(d.mm.size());
        f.category.reserve(d.mm.size());
        for (size_t n = 0; n < d.mm.size(); ++n) {
            f.values.push_back(std::fabs(d.mm[n]));
            f.category.push_back(d.on[n] ? 0 : 1);
        }
        f.categories = {"not tooth"};
        f.low = 0;
        f.high = 2 * limit;
        f.lowMeans = "on the teeth";
        f.highMeans = "off the teeth";
        return f;
    }

    static void addPatch(Findings& out, const Surface& patch, const ParamValues& values)
    {
        const double area = patch.areaMm2();
        if (area <= values.real("patch"))
            return;
        out.push_back(finding(Severity::Note, "scan.patch",
                              filled("The largest part that lies more than %1 mm off the teeth has %2 mm².",
                                     {toText(values.real("residual"), 2), toText(area, 0)}),
                              "Look there: the scan may be bent, the image have an artefact, or it is gingiva."));
        out.back().limit = "scan.patch";
        out.back().place = patch.points()[patch.triangles()[patch.triangles().size() / 2][0]].cast<double>();
    }

    Findings judged(const SurfaceFit& fit, const ParamValues& values, double pairs) const
    {
        Findings out;
        const auto warn = [&](const char* code, std::string text, const char* advice, const char* limit) {
            out.push_back(finding(Severity::Warning, code, std::move(text), advice));
            out.back().limit = limit;
        };
        if (!fit.converged)
            warn("scan.not-converged", "The scan still moved when its steps ended.",
                 "Set pairs of points, or run it again from the result.", "");
        if (fit.p95 > values.real("residual"))
            warn("scan.residual",
                 filled("Of the scan on the teeth 5 % lie farther than %1 mm from them (half: %2 mm); at most %3 mm "
                        "are wanted.",
                        {toText(fit.p95, 2), toText(fit.median, 2), toText(values.real("residual"), 2)}),
                 "Look at the map: mend the teeth's mask, set pairs of points, or cut gingiva off the scan.",
                 "scan.residual");
        if (100 * fit.used < values.real("used"))
            warn("scan.few",
                 filled("Only %1 % of the scan lie within reach of the teeth.", {toText(100 * fit.used, 0)}),
                 "Check that it is of the same jaw; set pairs of points; cut off what is not tooth.", "scan.used");
        if (fit.steadiness < values.real("steadiness"))
            warn("scan.slides", "The scan can slide or turn on the teeth without a change of the residual.",
                 "Scan more teeth, on both sides of the jaw, and check the result on the slices.", "scan.steadiness");
        if (pairs > values.real("pairs"))
            warn("scan.pairs-left",
                 filled("The pairs of points lie %1 mm apart after the scan was laid upon the teeth.",
                        {toText(pairs, 1)}),
                 "Check the pairs, and that no tooth lies upon its neighbour.", "scan.pairs");
        return out;
    }

    Limit m_residual, m_reach, m_trimmed, m_used, m_steadiness, m_patch, m_pairs;
};

} // namespace

std::unique_ptr<Operation> makeRegisterScan(const LimitTable& limits)
{
    return std::make_unique<RegisterScan>(limits);
}

} // namespace pollux::implant
