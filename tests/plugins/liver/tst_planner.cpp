// Limits, choice, exact numbers and robustness on a body of analytic shapes.

#include "core/base/error.h"
#include "plugins/liver/pareto.h"
#include "plugins/liver/plan_numbers.h"
#include "plugins/liver/planner.h"
#include "synthetic.h"

#include <QtTest>

#include <numbers>
#include <set>

using namespace synthetic;

namespace {

double degrees(double cosine)
{
    return std::asin(std::clamp(cosine, -1.0, 1.0)) * 180 / std::numbers::pi;
}

/// Distance of a path to a mask, word for word: samples of the path against every voxel's box.
double bruteDistance(const Mask& mask, const Vec3& a, const Vec3& b)
{
    const Grid& g = mask.grid();
    std::vector<Vec3> centres;
    const IndexBox box = mask.box();
    for (int k = box.min[2]; k < box.max[2]; ++k)
        for (int j = box.min[1]; j < box.max[1]; ++j)
            for (int i = box.min[0]; i < box.max[0]; ++i)
                if (mask.at(i, j, k) && // only the outermost can be nearest to a path that does not touch
                    !(mask.at(i - 1, j, k) && mask.at(i + 1, j, k) && mask.at(i, j - 1, k) && mask.at(i, j + 1, k) &&
                      mask.at(i, j, k - 1) && mask.at(i, j, k + 1)))
                    centres.push_back(g.toPatient(i, j, k));
    double least = 1e9;
    for (int n = 0; n <= 500; ++n) {
        const Vec3 p = a + (b - a) * (n / 500.0);
        for (const Vec3& c : centres)
            least = std::min(least, ((p - c).cwiseAbs() - g.spacing / 2).cwiseMax(0).norm());
    }
    return least;
}

double sampledLength(const Mask& mask, const Vec3& a, const Vec3& b)
{
    const int steps = static_cast<int>((b - a).norm() / 0.01);
    int in = 0;
    for (int n = 0; n < steps; ++n)
        in += mask.contains(a + (b - a) * ((n + 0.5) / steps));
    return (b - a).norm() * in / steps;
}

} // namespace

class TstPlanner : public QObject
{
    Q_OBJECT

    Case m_case;
    std::unique_ptr<PathEvaluator> m_evaluator;

    PathScore towards(const Vec3& direction, const Vec3& target = kLesion) const
    {
        return m_evaluator->evaluate(target, skinPoint(target, direction));
    }
    PathEvaluator with(const std::function<void(PathLimits&)>& change) const
    {
        PathLimits l = m_evaluator->limits();
        change(l);
        return m_evaluator->with(l, m_evaluator->weights());
    }
    /// Judged on the exact numbers.
    static PathScore exactly(const PathEvaluator& e, const Vec3& target, const Vec3& entry)
    {
        return judge(measureExactly(e.scene(), e.limits(), target, entry, Job()).measures, e.limits(), e.weights());
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_case = makeCase();
        m_evaluator = std::make_unique<PathEvaluator>(m_case, options(), Job());
    }

    void sceneKnowsWhatIsWhat()
    {
        const Scene& s = m_evaluator->scene();
        QVERIFY((s.target - kLesion).norm() < 0.5);
        std::map<std::string, ObstacleClass> kinds;
        for (const Obstacle& o : s.obstacles)
            kinds[o.id.text()] = o.kind;
        const std::map<std::string, ObstacleClass> expected{{"ribs", ObstacleClass::Bone},
                                                            {"lung", ObstacleClass::Organ},
                                                            {"kidney", ObstacleClass::Organ},
                                                            {"gallbladder", ObstacleClass::Organ},
                                                            {"portal", ObstacleClass::Vessel}};
        QCOMPARE(kinds, expected); // the thin hepatic vein is no obstacle, by its centreline's radius
        QCOMPARE(s.minorVessels.size(), size_t(1));
        QCOMPARE(s.used.size(), size_t(9)); // all, each once
        QVERIFY(s.findings.empty());
        QVERIFY(m_evaluator->entries().size() > 15000 && m_evaluator->entries().size() < 25000);
    }

    void h1NamesTheBone()
    {
        const PathScore s = towards(Vec3(-1, 0.15, 0));
        QVERIFY(s.breaks(Constraint::Bone) && s.reason() == Constraint::Bone);
        QCOMPARE(m_evaluator->reasonText(s), std::string("H1 bone: Ribs"));
        QVERIFY(exactly(*m_evaluator, kLesion, skinPoint(kLesion, Vec3(-1, 0.15, 0))).breaks(Constraint::Bone));
    }

    void h1NamesTheOrgan()
    {
        const PathScore s = towards(Vec3(0, 0.2, 1));
        QVERIFY(s.breaks(Constraint::Organ));
        QCOMPARE(m_evaluator->reasonText(s), std::string("H1 organ: Right lung"));
        QVERIFY(s.breaks(Constraint::Tilt)); // H7 as well: all reasons are kept
    }

    void h2NamesTheVesselAndNotTheThinOne()
    {
        const PathScore s = towards(Vec3(0, -1, 0));
        QVERIFY(s.reason() == Constraint::Vessel);
        QCOMPARE(m_evaluator->reasonText(s), std::string("H2 vessel: Portal vein"));
        // Through the thin vein at x = -80, between the ribs at z = 0 and 30.
        const Vec3 direction = Vec3(-128, -20, 15) - kLesion;
        const PathScore thin = towards(direction);
        QVERIFY(!thin.breaks(Constraint::Vessel));
        QVERIFY(thin.measures.minorVessels > 1 && thin.criteria[static_cast<size_t>(Criterion::MinorVessels)] > 0.1F);
    }

    void marginsCount()
    {
        // Between two ribs: 15 mm from both axes less 5 mm of radius leave about 10 mm.
        const Vec3 entry = skinPoint(kLesion, Vec3(-128, -20, 15) - kLesion);
        const auto room = measureExactly(m_evaluator->scene(), m_evaluator->limits(), kLesion, entry, Job());
        QVERIFY(std::abs(room.measures.distance[0] - 9.5) < 1.2);
        const PathEvaluator narrow = with([](PathLimits& l) { l.boneMargin = 8; });
        const PathEvaluator wide = with([](PathLimits& l) { l.boneMargin = 12; });
        QVERIFY(!narrow.evaluate(kLesion, entry).breaks(Constraint::Bone));
        QVERIFY(wide.evaluate(kLesion, entry).breaks(Constraint::Bone));
        QVERIFY(!exactly(narrow, kLesion, entry).breaks(Constraint::Bone));
        QVERIFY(exactly(wide, kLesion, entry).breaks(Constraint::Bone));
    }

    void h3CountsTheOvershoot()
    {
        const Vec3 entry = skinPoint(kLesion, Vec3(-1, -1, 0.3));
        const double length = (entry - kLesion).norm();
        for (const double spare : {2.0, -2.0}) {
            const PathEvaluator e = with([&](PathLimits& l) {
                l.tipOvershoot = 8;
                l.shaftLength = length + 8 + spare;
            });
            QCOMPARE(e.evaluate(kLesion, entry).breaks(Constraint::Shaft), spare < 0);
            QCOMPARE(exactly(e, kLesion, entry).breaks(Constraint::Shaft), spare < 0);
        }
    }

    void overshootIsKeptAwayFromObstacles()
    {
        // Towards the portal vein from behind: the tip comes near it only with an overshoot.
        const Vec3 entry = skinPoint(kLesion, Vec3(-0.9, 0.9, 0.2));
        const PathEvaluator e = with([](PathLimits& l) { l.tipOvershoot = 28; });
        QVERIFY(m_evaluator->evaluate(kLesion, entry).measures.distance[2] >
                e.evaluate(kLesion, entry).measures.distance[2] + 5);
        QVERIFY(exactly(*m_evaluator, kLesion, entry).measures.distance[2] >
                exactly(e, kLesion, entry).measures.distance[2] + 5);
    }

    void h4SeesAFlatCapsule()
    {
        // Along a chord 52 of 55 mm from the liver's centre the path meets the capsule at acos(52/55) = 19 degrees.
        const Vec3 middle = kLiver + Vec3(0, -52, 0);
        const Vec3 entry = skinPoint(middle, Vec3(1, 0, 0));
        const double expected = 90 - degrees(52.0 / 55);
        const ExactPath path = measureExactly(m_evaluator->scene(), m_evaluator->limits(), middle, entry, Job());
        // So flat, one millimetre of capsule is 3 degrees.
        QVERIFY2(std::abs(path.measures.capsuleAngle - expected) < 3,
                 qPrintable(QString::number(path.measures.capsuleAngle)));
        for (const double limit : {12.0, 26.0}) {
            const PathEvaluator e = with([&](PathLimits& l) { l.capsuleAngle = limit; });
            QCOMPARE(exactly(e, middle, entry).breaks(Constraint::CapsuleAngle), limit > 19);
            QCOMPARE(e.evaluate(middle, entry).breaks(Constraint::CapsuleAngle), limit > 19);
        }
        QVERIFY(!towards(Vec3(-1, -1, 0.3)).breaks(Constraint::CapsuleAngle));
    }

    void h5SeesTooLittleLiver()
    {
        // 3 and 9 mm below the capsule, straight in from in front.
        for (const double depth : {3.0, 9.0}) {
            const Vec3 target = kLiver + Vec3(0.6, -0.8, 0).normalized() * (kLiverRadius - depth);
            const Vec3 entry = skinPoint(target, Vec3(0.6, -0.8, 0));
            const PathScore map = m_evaluator->evaluate(target, entry);
            const PathScore exact = exactly(*m_evaluator, target, entry);
            QVERIFY2(std::abs(exact.measures.parenchyma - depth) < 1.0,
                     qPrintable(QString::number(exact.measures.parenchyma)));
            QVERIFY(std::abs(map.measures.parenchyma - depth) < 2.0);
            QCOMPARE(map.breaks(Constraint::Parenchyma), depth < 5);
            QCOMPARE(exact.breaks(Constraint::Parenchyma), depth < 5);
        }
    }

    void h6SeesAFissure()
    {
        Options o;
        o.fissure = true;
        const PathEvaluator cut(makeCase(o), options(), Job());
        const Vec3 entry = skinPoint(kLesion, Vec3(-0.6, -0.2, 0.75));
        QCOMPARE(m_evaluator->evaluate(kLesion, entry).measures.crossings, 1);
        for (const PathScore& s : {cut.evaluate(kLesion, entry), exactly(cut, kLesion, entry)}) {
            QCOMPARE(s.measures.crossings, 3);
            QVERIFY(s.breaks(Constraint::Crossings));
        }
        QVERIFY(!exactly(*m_evaluator, kLesion, entry).breaks(Constraint::Crossings));
    }

    void h7LimitsTiltAndTableSide()
    {
        for (const double tilt : {35.0, 45.0}) {
            const double t = tilt * std::numbers::pi / 180;
            const PathScore s = towards(Vec3(-std::cos(t), 0, -std::sin(t)));
            QVERIFY(std::abs(s.measures.tilt - tilt) < 1e-6);
            QCOMPARE(s.breaks(Constraint::Tilt), tilt > 40);
        }
        const Vec3 fromBehind(-0.5, 1, 0), fromFront(-0.5, -1, 0);
        QVERIFY(towards(fromBehind).breaks(Constraint::TableSide));
        QVERIFY(!towards(fromFront).breaks(Constraint::TableSide));
        const PathEvaluator prone = with([](PathLimits& l) { l.table = TableSide::Anterior; });
        QVERIFY(!prone.evaluate(kLesion, skinPoint(kLesion, fromBehind)).breaks(Constraint::TableSide));
        QVERIFY(prone.evaluate(kLesion, skinPoint(kLesion, fromFront)).breaks(Constraint::TableSide));
        const PathEvaluator right = with([](PathLimits& l) { l.table = TableSide::Right; });
        QVERIFY(right.evaluate(kLesion, skinPoint(kLesion, Vec3(-1, -0.2, 0))).breaks(Constraint::TableSide));
    }

    void h8SeesAFlatSkin()
    {
        const Vec3 target(-40, -104, 0), entry = skinPoint(target, Vec3(1, 0, 0));
        const double expected = degrees(skinNormal(entry).dot((entry - target).normalized()));
        QVERIFY(expected > 5 && expected < 18);
        const PathScore map = m_evaluator->evaluate(target, entry), exact = exactly(*m_evaluator, target, entry);
        QVERIFY2(std::abs(map.measures.skinAngle - expected) < 4, qPrintable(QString::number(map.measures.skinAngle)));
        QVERIFY2(std::abs(exact.measures.skinAngle - expected) < 2,
                 qPrintable(QString::number(exact.measures.skinAngle)));
        QVERIFY(map.breaks(Constraint::SkinAngle) && exact.breaks(Constraint::SkinAngle));
        QVERIFY(!towards(Vec3(-1, -1, 0.3)).breaks(Constraint::SkinAngle));
    }

    void skinThatFacesAwayIsNoEntry()
    {
        const Vec3 entry = skinPoint(kLesion, Vec3(-1, -1, 0.3));
        QVERIFY(m_evaluator->evaluate(kLesion, entry, -skinNormal(entry)).reason() == Constraint::FacesAway);
        QVERIFY(!m_evaluator->evaluate(kLesion, entry, skinNormal(entry)).breaks(Constraint::FacesAway));
    }

    void airOnTheWayIsNoPath()
    {
        // A groove 8 mm wide from the front down to y = -60, beside the lesion: the path from the left crosses it.
        Edit e;
        e.put(Id("skin"),
              structure(
                  "Skin", "skin",
                  maskOf(grid(), [](const Vec3& p) { return inBody(p) && !(p.y() < -60 && std::abs(p.x() - 20) < 4); }),
                  ConfirmState::Confirmed));
        const PathEvaluator groove(apply(m_case, e), options(), Job());
        const Vec3 target(-40, -75, 0), entry = skinPoint(target, Vec3(1, 0, 0));
        QVERIFY(!m_evaluator->evaluate(target, entry).breaks(Constraint::LeavesBody));
        QVERIFY(groove.evaluate(target, entry).breaks(Constraint::LeavesBody));
        const ExactPath path = measureExactly(groove.scene(), groove.limits(), target, entry, Job());
        QVERIFY(std::abs(path.measures.air - 8) < 1.7);
    }

    void chosenPathIsTheBestOfTheFront()
    {
        PlanRequest r;
        r.jitter = 5;
        r.jitterAngle = 3;
        const PlanResult p = plan(*m_evaluator, r, Job());
        QVERIFY(p.chosen && p.exact.feasible() && p.findings.empty());
        QVERIFY(!p.front.empty() && !p.zones.empty());
        // The weighted minimum over all usable points is in the front.
        double least = 1e9;
        for (size_t n = 0; n < p.scan.scores.size(); ++n)
            if (p.scan.feasible[n])
                least = std::min(least, p.scan.scores[n].score);
        QCOMPARE(p.scan.scores[p.front.front()].score, least);
        QVERIFY(std::abs(p.map.score - least) < 0.02);
        // Zones: every usable point in exactly one, areas add up, the best is the best.
        std::set<std::uint32_t> seen;
        double area = 0;
        for (const Zone& z : p.zones) {
            area += z.areaMm2;
            for (const std::uint32_t v : z.members) {
                QVERIFY(p.scan.feasible[v] && seen.insert(v).second);
                QVERIFY(p.scan.scores[z.best].score <= p.scan.scores[v].score + 1e-6);
            }
        }
        QVERIFY(std::abs(area - p.scan.feasibleAreaMm2) < 1e-6 * area);
        QCOMPARE(static_cast<int>(seen.size()), int(std::count(p.scan.feasible.begin(), p.scan.feasible.end(), 1)));
        QVERIFY(p.scan.feasibleAreaMm2 > 0 && p.scan.feasibleAreaMm2 < p.scan.candidateAreaMm2);
        int killed = 0;
        for (const int k : p.scan.kills)
            killed += k;
        QCOMPARE(killed + static_cast<int>(seen.size()), static_cast<int>(p.scan.scores.size()));
        // The body is whole inside the image: no cut edge, and about half its skin faces a target near its middle.
        QCOMPARE(p.scan.kills[static_cast<size_t>(Constraint::EdgeOfImage)], 0);

        // The exact numbers, by other means.
        const Vec3 a = p.path.entry, b = p.path.target;
        const Vec3 out = (a - b).normalized();
        const PathMeasures& m = p.path.measures;
        QVERIFY(std::abs(a.cwiseQuotient(kBodyAxes).norm() - 1) < 0.015); // on the ellipsoid within a voxel
        QVERIFY(std::abs(m.length - (a - b).norm()) < 1e-9);
        QVERIFY(std::abs(m.tilt - std::abs(degrees(out.z()))) < 1e-9);
        QVERIFY2(std::abs(m.skinAngle - degrees(skinNormal(a).dot(out))) < 2, qPrintable(QString::number(m.skinAngle)));
        const Vec3 capsule = (m.capsulePoint - kLiver).normalized();
        QVERIFY(std::abs((m.capsulePoint - kLiver).norm() - kLiverRadius) < 1.2);
        QVERIFY(std::abs(m.capsuleAngle - degrees(capsule.dot(out))) < 2);
        const Scene& s = m_evaluator->scene();
        const double liver = sampledLength(s.liver, a, b), lesion = sampledLength(s.lesion, a, b);
        QVERIFY2(std::abs(m.parenchyma - (liver - lesion)) < 0.05, qPrintable(QString::number(m.parenchyma)));
        QVERIFY(std::abs(m.minorVessels - sampledLength(s.minorVessels[0], a, b)) < 0.05);
        QCOMPARE(p.path.distances.size(), s.obstacles.size());
        for (const ObstacleDistance& d : p.path.distances) {
            const double brute = bruteDistance(s.obstacles[size_t(d.obstacle)].mask, a, b);
            QVERIFY2(std::abs(d.nearest.distance - brute) < 0.2,
                     qPrintable(QString("%1 %2").arg(d.nearest.distance).arg(brute)));
        }

        // Robustness: the planned path is among the trials, so the worst is no better; more error is no better.
        QCOMPARE(p.robust.samples, 135);
        QVERIFY(p.robust.worstClearance <= p.map.clearance);
        QVERIFY(p.robust.worstScore >= p.map.score);
        const Robustness none = robustness(*m_evaluator, b, a, 0, 0);
        QVERIFY(std::abs(none.worstScore - p.map.score) < 1e-9 && none.worstClearance == p.map.clearance);
        const Robustness large = robustness(*m_evaluator, b, a, 15, 8);
        QVERIFY(large.worstClearance < none.worstClearance - 3);
    }

    void frontIsTheOneOfTheReference()
    {
        // Non-dominated in f1, f2, f3 and f8, with all else that weighs as one more objective; word for word.
        const SkinScan scan = scanSkin(*m_evaluator, kLesion, Job());
        const auto objectives = [&](std::uint32_t n, const Weights& w) {
            const Criteria& f = scan.scores[n].criteria;
            std::array<double, 5> v{};
            v[0] = f[static_cast<size_t>(Criterion::Length)];
            v[1] = f[static_cast<size_t>(Criterion::Risk)];
            v[2] = f[static_cast<size_t>(Criterion::Capsule)];
            v[3] = f[static_cast<size_t>(Criterion::Burnt)];
            for (const Criterion c :
                 {Criterion::InPlane, Criterion::Oblique, Criterion::Parenchyma, Criterion::MinorVessels})
                v[4] += w[static_cast<size_t>(c)] * f[static_cast<size_t>(c)];
            return v;
        };
        Weights four{};
        for (const Criterion c : {Criterion::Length, Criterion::Risk, Criterion::Capsule, Criterion::Burnt})
            four[static_cast<size_t>(c)] = 1;
        for (const Weights& w : {equalWeights(), four}) {
            const auto front = frontOf(scan, w);
            std::vector<std::uint32_t> usable;
            for (std::uint32_t n = 0; n < scan.feasible.size(); ++n)
                if (scan.feasible[n])
                    usable.push_back(n);
            std::set<std::uint32_t> expected;
            for (const std::uint32_t a : usable)
                if (std::none_of(usable.begin(), usable.end(), [&](std::uint32_t b) {
                        const auto va = objectives(a, w), vb = objectives(b, w);
                        bool noWorse = true, better = false;
                        for (size_t i = 0; i < va.size(); ++i) {
                            noWorse &= vb[i] <= va[i];
                            better |= vb[i] < va[i];
                        }
                        return noWorse && better;
                    }))
                    expected.insert(a);
            QCOMPARE(std::set<std::uint32_t>(front.begin(), front.end()), expected);
            QVERIFY(front.size() > 5 && front.size() < usable.size() / 2);
            // The weighted minimum is in it (case V6 of the reference), whatever the weights.
            std::uint32_t best = usable.front();
            for (const std::uint32_t n : usable)
                if (weightedScore(scan.scores[n].criteria, w) < weightedScore(scan.scores[best].criteria, w))
                    best = n;
            QVERIFY(expected.contains(best));
        }
    }

    void mapAndExactAgree()
    {
        // Every 97th usable entry: what a drag shows and what the plan will say.
        const SkinScan scan = scanSkin(*m_evaluator, kLesion, Job());
        double worst[5] = {0, 0, 0, 0, 0};
        int seen = 0;
        for (size_t n = 0, usable = 0; n < scan.feasible.size(); ++n) {
            if (!scan.feasible[n] || usable++ % 97)
                continue;
            ++seen;
            const Vec3 entry = m_evaluator->entries().points[n];
            const ExactPath exact = measureExactly(m_evaluator->scene(), m_evaluator->limits(), kLesion, entry, Job());
            const PathScore map = m_evaluator->evaluate(kLesion, entry);
            QVERIFY(std::abs(map.measures.length - exact.measures.length) < 3); // the skin's surface is a coarse one
            for (size_t kind = 0; kind < 3; ++kind)
                worst[0] = std::max(worst[0], std::abs(std::min(map.measures.distance[kind], kFar) -
                                                       std::min(exact.measures.distance[kind], kFar)));
            worst[1] = std::max(worst[1], std::abs(map.measures.parenchyma - exact.measures.parenchyma));
            worst[2] = std::max(worst[2], std::abs(map.measures.capsuleAngle - exact.measures.capsuleAngle));
            worst[3] = std::max(worst[3], std::abs(map.measures.skinAngle - exact.measures.skinAngle));
            worst[4] = std::max(worst[4], std::abs(map.measures.burn.share - exact.measures.burn.share));
        }
        qInfo("%d paths: distance %.2f mm, liver %.2f mm, capsule %.1f, skin %.1f degrees, f8 %.4f at most", seen,
              worst[0], worst[1], worst[2], worst[3], worst[4]);
        QVERIFY(seen > 5);
        QVERIFY2(worst[0] < 1.6, qPrintable(QString::number(worst[0])));
        QVERIFY2(worst[1] < 2.5, qPrintable(QString::number(worst[1])));
        QVERIFY2(worst[2] < 6, qPrintable(QString::number(worst[2])));
        QVERIFY2(worst[3] < 6, qPrintable(QString::number(worst[3])));
        QVERIFY2(worst[4] < 0.03, qPrintable(QString::number(worst[4])));
    }

    void impossibleIsSaid()
    {
        PlanRequest r;
        const PathEvaluator shortNeedle = with([](PathLimits& l) { l.shaftLength = 40; });
        const PlanResult p = plan(shortNeedle, r, Job());
        QVERIFY(p.front.empty() && p.zones.empty() && p.exact.breaks(Constraint::Shaft));
        QCOMPARE(p.findings.size(), size_t(1));
        QVERIFY(p.findings[0].severity == Severity::Stop && p.findings[0].code == "liver.no-path");
        const Findings broken = violationFindings(shortNeedle, p);
        QVERIFY(!broken.empty() && broken.back().severity == Severity::Stop);
    }

    void givenEntryIsMeasured()
    {
        PlanRequest r;
        const Vec3 skin = skinPoint(kLesion, Vec3(-1, -1, 0.3));
        r.entry = kLesion + (skin - kLesion) * 1.1; // off the skin, on the line
        const PlanResult p = plan(*m_evaluator, r, Job());
        QVERIFY(!p.chosen && (p.path.entry - skin).norm() < 1.5);
        QCOMPARE(p.findings.size(), size_t(1));
        QCOMPARE(p.findings[0].code, std::string("liver.entry-moved"));
        r.entry = m_evaluator->scene().target;
        QVERIFY_THROWS_EXCEPTION(Error, plan(*m_evaluator, r, Job()));
    }

    void cutBodyHasNoSkinAtTheCut()
    {
        // The image ends inside the body: its caps must not be offered.
        Case c = m_case;
        Edit e;
        Grid g = grid();
        g.size[2] = 75; // from z = -74 to 74
        g.origin[2] = -74;
        e.put(Id("skin"), structure("Skin", "skin", maskOf(g, inBody), ConfirmState::Confirmed));
        c = apply(c, e);
        const PathEvaluator cut(c, options(), Job());
        const SkinScan scan = scanSkin(cut, kLesion, Job());
        QVERIFY(scan.kills[static_cast<size_t>(Constraint::EdgeOfImage)] > 300);
        for (size_t n = 0; n < scan.candidate.size(); ++n)
            if (scan.candidate[n]) {
                const Vec3& p = cut.entries().points[n];
                QVERIFY(p.cwiseQuotient(kBodyAxes).norm() > 0.97);
            }
    }

    void stops()
    {
        std::stop_source stop;
        stop.request_stop();
        QVERIFY_THROWS_EXCEPTION(Error, PathEvaluator(m_case, options(), Job(stop.get_token())));
    }

    void keysTellWhenToRebuild()
    {
        const ContentKey key = PathEvaluator::sourceKey(m_case, options());
        QVERIFY(key == PathEvaluator::sourceKey(makeCase(), options()));
        EvaluatorOptions other = options();
        other.weights[0] = 7;
        other.limits.boneMargin = 9;
        QVERIFY(key == PathEvaluator::sourceKey(m_case, other)); // with() is enough
        Edit e;
        e.put(Id("ribs"), structure("Ribs", "rib", maskOf(grid(), ball(Vec3(-128, 0, 0), 5)), ConfirmState::Confirmed));
        QVERIFY(key != PathEvaluator::sourceKey(apply(m_case, e), options()));
    }
};

QTEST_GUILESS_MAIN(TstPlanner)
#include "tst_planner.moc"
