#include "plugins/implant/shoulder_findings.h"

#include "core/anatomy/joint_angles.h"
#include "core/base/error.h"
#include "core/base/sentence.h"
#include "core/base/text.h"
#include "core/operation/plan_parts.h"

namespace pollux::implant {

namespace {

bool within(const Limit& least, const Limit& most, double value)
{
    return value >= least.value && value <= most.value;
}

Finding told(bool usual, const char* code, std::string text, const char* advice, const std::string& limit)
{
    Finding f = finding(usual ? Severity::Note : Severity::Warning, code, std::move(text), advice);
    f.limit = limit;
    return f;
}

} // namespace

Findings shoulderFindings(const LimitTable& limits, Side side, const JointLandmarks& found)
{
    const Limit &versionLeast = limits.at("shoulder.version_least"), &versionMost = limits.at("shoulder.version_most");
    const Limit &indexLeast = limits.at("shoulder.index_least"), &indexMost = limits.at("shoulder.index_most");
    const Limit& versionMean = limits.at("shoulder.version_mean");
    const Limit& inclinationMean = limits.at("shoulder.inclination_mean");
    Findings out;
    const BoneLandmark* centre = findLandmark(found.points, "glenoid-centre");
    const BoneLandmark* ts = findLandmark(found.points, "scapula-ts");
    const BoneLandmark* ai = findLandmark(found.points, "scapula-ai");
    const auto scapula = frameOf("scapula", side, found.points), glenoid = frameOf("glenoid", side, found.points);
    if (!centre || !ts || !ai || !scapula || !glenoid)
        return out;
    try {
        const Vec3 normal = glenoid->lateral();
        const JointFrame plane = scapularPlane(side, centre->position, ts->position, ai->position);
        const double version = glenoidVersion(plane, normal), inclination = glenoidInclination(plane, normal);
        out.push_back(told(within(versionLeast, versionMost, version), "landmarks.glenoid-version",
                           filled("Version of the glenoid: %1°, positive is anteversion (published %2 to %3, mean %4), "
                                  "of the lower rim against the plane of trigonum spinae, angulus inferior and glenoid "
                                  "centre; against the plane of ISB (Wu 2005) %5°.",
                                  {toText(version, 1), toText(versionLeast.value, 1), toText(versionMost.value, 1),
                                   toText(versionMean.value, 1), toText(glenoidVersion(*scapula, normal), 1)}),
                           "Tell the planes with the number; look at the rim's points and at the three of the scapula.",
                           within(versionLeast, versionMost, version) ? versionMean.id
                           : version < versionLeast.value             ? versionLeast.id
                                                                      : versionMost.id));
        out.back().place = centre->position;
        out.push_back(told(true, "landmarks.glenoid-inclination",
                           filled("Inclination of the glenoid: %1°, positive looks upwards (published mean %2), of the "
                                  "lower rim against the line of trigonum spinae and glenoid centre in the same plane.",
                                  {toText(inclination, 1), toText(inclinationMean.value, 1)}),
                           "A range was not read: compare it with the other side.", inclinationMean.id));
        out.back().place = centre->position;
        const BoneLandmark* head = findLandmark(found.points, "humerus-head");
        double radius = 0;
        for (const BoneMeasure& m : found.measures)
            if (m.key == "humerus-head-radius")
                radius = m.mm;
        if (!head || !(radius > 0))
            return out;
        const HeadPlace h = headPlace(*glenoid, head->position, radius);
        const bool usual = within(indexLeast, indexMost, h.posteriorShare);
        out.push_back(
            told(usual, "landmarks.subluxation",
                 filled("Subluxation index: %1 % of the humeral head lie behind the glenoid's axis (published "
                        "%2 to %3); the head's centre lies %4 mm anterior and %5 mm superior of that axis.",
                        {toText(h.posteriorShare, 1), toText(indexLeast.value, 0), toText(indexMost.value, 0),
                         toText(h.anteriorMm, 1), toText(h.superiorMm, 1)}),
                 "It is of this pose, and of the sphere that fits the head: compare it with the slices.",
                 h.posteriorShare > indexMost.value ? indexMost.id : indexLeast.id));
        out.back().place = head->position;
    } catch (const Error&) { // they make no angles
    }
    return out;
}

} // namespace pollux::implant
