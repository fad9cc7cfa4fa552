#include "plugins/liver/path_score.h"

#include <algorithm>
#include <bit>
#include <numbers>

namespace pollux::liver {

namespace {

double degrees(double radians)
{
    return radians * 180.0 / std::numbers::pi;
}
double angleToPlane(double cosine)
{
    return degrees(std::asin(std::clamp(std::abs(cosine), 0.0, 1.0)));
}
float clamped(double x)
{
    return static_cast<float>(std::clamp(x, 0.0, 1.0));
}

Vec3 towardsTable(TableSide side)
{
    switch (side) {
    case TableSide::Posterior:
        return Vec3::UnitY();
    case TableSide::Anterior:
        return -Vec3::UnitY();
    case TableSide::Left:
        return Vec3::UnitX();
    case TableSide::Right:
        break;
    }
    return -Vec3::UnitX();
}

double marginOf(int kind, const PathLimits& limits)
{
    switch (static_cast<ObstacleClass>(kind)) {
    case ObstacleClass::Bone:
        return limits.boneMargin;
    case ObstacleClass::Organ:
        return limits.organMargin;
    case ObstacleClass::Vessel:
        break;
    }
    return limits.vesselMargin;
}

constexpr Constraint kOfClass[] = {Constraint::Bone, Constraint::Organ, Constraint::Vessel};

} // namespace

PathMeasures measureDirection(const Vec3& target, const Vec3& entry, TableSide table)
{
    PathMeasures m;
    const Vec3 path = entry - target;
    m.length = path.norm();
    if (m.length <= 0)
        return m;
    const Vec3 d = path / m.length;
    m.tilt = angleToPlane(d.z());
    m.belowTable = degrees(std::asin(std::clamp(d.dot(towardsTable(table)), -1.0, 1.0)));
    m.oblique = std::min({angleToPlane(d.x()), angleToPlane(d.y()), angleToPlane(d.z())});
    return m;
}

Constraint PathScore::reason() const
{
    return violations == 0 ? Constraint::Count : static_cast<Constraint>(std::countr_zero(violations));
}

int PathScore::reasonObstacle() const
{
    for (size_t kind = 0; kind < 3; ++kind)
        if (reason() == kOfClass[kind])
            return measures.obstacle[kind];
    return -1;
}

PathScore judge(const PathMeasures& m, const PathLimits& limits, const Weights& weights)
{
    PathScore s;
    s.measures = m;
    double risk = 0;
    for (int kind = 0; kind < 3; ++kind) {
        const auto n = static_cast<size_t>(kind);
        if (m.obstacle[n] < 0)
            continue;
        const double margin = marginOf(kind, limits);
        // Touching is forbidden whatever the margin.
        if (m.distance[n] < margin || m.distance[n] <= 0)
            s.add(kOfClass[n]);
        if (m.distance[n] - margin < s.clearance) {
            s.clearance = m.distance[n] - margin;
            s.clearanceObstacle = m.obstacle[n];
        }
        risk = std::max(risk, 1 - (m.distance[n] - margin) / std::max(1.0, limits.safeDistance - margin));
    }
    if (m.length + limits.tipOvershoot > limits.shaftLength)
        s.add(Constraint::Shaft);
    // A comparison with NaN is false: what cannot be measured breaks nothing here; a finding says that it is not
    // checked.
    if (m.capsuleAngle < limits.capsuleAngle)
        s.add(Constraint::CapsuleAngle);
    if (m.parenchyma < limits.parenchyma)
        s.add(Constraint::Parenchyma);
    if (m.crossings > limits.capsuleCrossings)
        s.add(Constraint::Crossings);
    if (m.tilt > limits.tilt)
        s.add(Constraint::Tilt);
    if (m.belowTable > limits.tableAngle)
        s.add(Constraint::TableSide);
    if (m.skinAngle <= 0)
        s.add(Constraint::FacesAway);
    else if (m.skinAngle < limits.skinAngle)
        s.add(Constraint::SkinAngle);
    if (m.air > kAirGap)
        s.add(Constraint::LeavesBody);

    const auto set = [&](Criterion c, double value) { s.criteria[static_cast<size_t>(c)] = clamped(value); };
    const double radians = std::numbers::pi / 180;
    set(Criterion::Length, m.length / limits.shaftLength);
    set(Criterion::Risk, risk);
    set(Criterion::Capsule, std::isnan(m.capsuleAngle) ? 0 : 1 - std::sin(m.capsuleAngle * radians));
    set(Criterion::InPlane, std::sin(m.tilt * radians));
    // The direction farthest from all three planes, (1,1,1), is asin(1/sqrt 3) = 35.26 degrees away.
    set(Criterion::Oblique, m.oblique / degrees(std::asin(1 / std::numbers::sqrt3)));
    double parenchyma = 0;
    if (m.parenchyma < limits.parenchymaPreferred)
        parenchyma = 1 - m.parenchyma / limits.parenchymaPreferred;
    else if (m.parenchyma > limits.parenchymaLong)
        parenchyma = (m.parenchyma - limits.parenchymaLong) / limits.parenchymaLong;
    set(Criterion::Parenchyma, parenchyma);
    set(Criterion::MinorVessels, m.minorVessels / limits.minorVessels);
    set(Criterion::Burnt, std::isnan(m.burn.share) ? 0 : m.burn.share);
    s.score = weightedScore(s.criteria, weights);
    return s;
}

PathMeasures march(const RiskMap& map, const PathLimits& limits, const Vec3& target, const Vec3& entry,
                   const Vec3& skinNormal)
{
    PathMeasures m = measureDirection(target, entry, limits.table);
    if (m.length <= 0 || !std::isfinite(m.length))
        return m;
    const Vec3 inwards = (target - entry) / m.length;
    if (skinNormal.squaredNorm() > 0)
        m.skinAngle = degrees(std::asin(std::clamp(-inwards.dot(skinNormal), -1.0, 1.0)));

    const double whole = m.length + limits.tipOvershoot;
    const double wish = std::min(1.0, map.spacing());
    const int steps = std::max(1, static_cast<int>(std::ceil(whole / wish)));
    const double step = whole / steps;
    const Grid& g = map.grid();
    // +0.5: nearest voxel by truncation.
    const Vec3 start = g.toIndex(entry) + Vec3::Constant(0.5);
    const Vec3 delta = inwards * (step / map.spacing());
    const RiskCell* cells = map.cells().data();

    std::array<std::uint8_t, 3> nearest{255, 255, 255};
    std::array<std::int64_t, 3> where{-1, -1, -1};
    int airSteps = 0, minorSteps = 0, liverSteps = 0;
    bool inLiver = false, lesionSeen = false, everInLiver = false;
    int crossings = 0, differing = 0;
    const int noiseSteps = static_cast<int>(std::floor(kNoise / step));
    for (int n = 0; n <= steps; ++n) {
        const Vec3 p = start + delta * n;
        const double along = n * step;
        RiskCell cell;
        std::int64_t at = -1;
        if (p.minCoeff() >= 0) {
            const int i = static_cast<int>(p[0]), j = static_cast<int>(p[1]), k = static_cast<int>(p[2]);
            if (g.contains(i, j, k)) {
                at = g.offset(i, j, k);
                cell = cells[at];
            }
        }
        for (size_t kind = 0; kind < 3; ++kind)
            if (cell.distance[kind] < nearest[kind]) {
                nearest[kind] = cell.distance[kind];
                where[kind] = at;
            }
        if (along > m.length) // the tip's overshoot: only kept away from obstacles
            continue;
        airSteps += along > kSkinSlack && !(cell.flags & RiskCell::Body);
        minorSteps += (cell.flags & RiskCell::MinorVessel) != 0;
        const bool liver = cell.flags & RiskCell::Liver;
        // The state changes only once it has lasted longer than noise.
        differing = liver == inLiver ? 0 : differing + 1;
        if (differing > noiseSteps) {
            inLiver = liver;
            differing = 0;
            ++crossings;
            if (inLiver && !everInLiver) {
                everInLiver = true;
                m.capsulePoint = entry + inwards * ((n - noiseSteps - 0.5) * step);
            }
        }
        lesionSeen |= (cell.flags & RiskCell::Lesion) != 0;
        liverSteps += liver && !lesionSeen;
    }

    if (map.hasBody())
        m.air = airSteps * step;
    m.minorVessels = minorSteps * step;
    if (map.hasLiver()) {
        m.crossings = crossings;
        m.parenchyma = liverSteps * step;
        if (everInLiver) {
            const Vec3 normal = map.capsuleNormal(m.capsulePoint);
            if (normal.squaredNorm() > 0)
                m.capsuleAngle = angleToPlane(normal.dot(inwards));
        }
    }
    for (size_t kind = 0; kind < 3; ++kind)
        if (where[kind] >= 0) {
            m.distance[kind] = nearest[kind] * kDistanceStep;
            m.obstacle[kind] = map.nearestObstacle(where[kind], static_cast<ObstacleClass>(kind));
        }
    return m;
}

} // namespace pollux::liver
