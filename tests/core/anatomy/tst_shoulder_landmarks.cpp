// Landmarks of a shoulder on the phantom, whose shape is known: places, version, inclination, head; turned, mirrored,
// thick slices; what is refused.

#include "core/base/error.h"
#include "core/phantom/shoulder.h"
#include "core/phantom/shoulder_shape.h"
#include "told_shoulder.h"

#include <Eigen/Geometry>
#include <QTest>

#include <cmath>
#include <functional>

using namespace shoulders;

namespace {

/// The side that the image tells.
SideGuess guessOf(const Mask& scapula)
{
    SideGuess told;
    shoulderLandmarks(
        [&](const SideGuess& guess) {
            told = guess;
            return guess.side;
        },
        scapula, nullptr, Job());
    return told;
}

/// The masks of a phantom on another grid: any axes, any spacing.
Mask masked(const Shoulder& s, int bone, const Vec3& spacing, const Mat3& axes)
{
    const Grid& from = s.masks.at(bone == 0 ? "scapula" : "humerus").grid();
    Box box;
    const Box own = from.bounds();
    for (int c = 0; c < 8; ++c)
        box.include(axes.transpose() * Vec3((c & 1 ? own.max : own.min).x(), (c & 2 ? own.max : own.min).y(),
                                            (c & 4 ? own.max : own.min).z()));
    Grid g;
    g.spacing = spacing;
    g.direction = axes;
    for (int a = 0; a < 3; ++a)
        g.size[size_t(a)] = int(std::ceil(box.extent()[a] / spacing[a]));
    g.origin = axes * (box.min + spacing / 2);
    std::vector<std::uint8_t> v(size_t(g.voxels()));
    size_t n = 0;
    for (int k = 0; k < g.size[2]; ++k)
        for (int j = 0; j < g.size[1]; ++j)
            for (int i = 0; i < g.size[0]; ++i, ++n)
                v[n] = s.shape->bones(s.toScapula(g.toPatient(i, j, k)))[size_t(bone)] < 0;
    return Mask(g, v);
}

} // namespace

class TestShoulderLandmarks : public QObject
{
    Q_OBJECT

    static ShoulderOptions options(double version, double inclination, double protraction, double up, double anterior)
    {
        ShoulderOptions o;
        o.spacing = 1;
        o.noise = 0;
        o.version = version;
        o.inclination = inclination;
        o.protraction = protraction;
        o.upwardTurn = up;
        o.headAnterior = anterior;
        return o;
    }

    struct Errors
    {
        double aa, ts, ai, centre, rim, head;
    };
    static Errors errors(const Shoulder& s, const JointLandmarks& l)
    {
        double rim = 0;
        for (int n = 1; n <= kGlenoidRim; ++n) {
            double nearest = 1e9;
            for (const Vec3& p : s.rim)
                nearest = std::min(nearest, (p - at(l, glenoidRimKey(n).c_str())).norm());
            rim = std::max(rim, nearest);
        }
        return {(at(l, "scapula-aa") - s.angulusAcromialis).norm(),
                (at(l, "scapula-ts") - s.trigonumSpinae).norm(),
                (at(l, "scapula-ai") - s.angulusInferior).norm(),
                (at(l, "glenoid-centre") - s.glenoidCentre).norm(),
                rim,
                (at(l, "humerus-head") - s.headCentre).norm()};
    }

private Q_SLOTS:
    void phantom_data()
    {
        QTest::addColumn<double>("version");
        QTest::addColumn<double>("inclination");
        QTest::addColumn<double>("protraction");
        QTest::addColumn<double>("up");
        QTest::addColumn<double>("anterior");
        QTest::newRow("usual") << -5.0 << 8.0 << 30.0 << 0.0 << 0.0;
        QTest::newRow("retroverted, head behind") << -14.0 << 2.0 << 40.0 << 10.0 << -2.5;
        QTest::newRow("anteverted, turned up") << 10.0 << 13.0 << 20.0 << 28.0 << 2.0;
        QTest::newRow("looks down, flat on the table") << 0.0 << -8.0 << 0.0 << -15.0 << 0.0;
    }
    void phantom()
    {
        QFETCH(double, version);
        QFETCH(double, inclination);
        QFETCH(double, protraction);
        QFETCH(double, up);
        QFETCH(double, anterior);
        const Shoulder s = makeShoulder(options(version, inclination, protraction, up, anterior), Job());
        const SideGuess guess = guessOf(s.masks.at("scapula"));
        QVERIFY(guess.side == Side::Right && guess.confidence > 0.5);
        const JointLandmarks l = shoulderLandmarks(Side::Right, s.masks.at("scapula"), &s.masks.at("humerus"), Job());
        const Errors e = errors(s, l);
        const Told t = told(Side::Right, l);
        qInfo("%s: aa %.2f ts %.2f ai %.2f centre %.2f rim %.2f head %.2f mm; version %.2f (%.1f) inclination %.2f "
              "(%.1f) ISB %.1f circle %.2f head %.2f posterior %.1f %%",
              QTest::currentDataTag(), e.aa, e.ts, e.ai, e.centre, e.rim, e.head, t.version, version, t.inclination,
              inclination, t.isbVersion, t.radius, t.headRadius, t.head.posteriorShare);
        QVERIFY(e.aa < 2 && e.ts < 2.5 && e.ai < 2);
        QVERIFY(e.centre < 1 && e.rim < 1.7 && e.head < 0.3);
        QVERIFY(std::fabs(t.version - version) < 1.5);
        QVERIFY(std::fabs(t.inclination - inclination) < 1.5);
        QVERIFY(std::fabs(t.radius - s.circleRadius) < 0.9); // voxels round the edge
        QVERIFY(std::fabs(t.headRadius - s.headRadius) < 0.2);
        QVERIFY(std::fabs(t.head.anteriorMm - anterior) < 1);
        QVERIFY(std::fabs(t.head.posteriorShare - 50 * (s.headRadius - anterior) / s.headRadius) < 2);
        for (const BoneLandmark& p : l.points)
            QVERIFY2(p.confidence > 0.3 && p.confidence <= 1 && !p.why.empty(), p.key.c_str());
    }

    void otherGrids_data()
    {
        QTest::addColumn<double>("turn");
        QTest::addColumn<double>("slice");
        QTest::newRow("oblique axes") << 25.0 << 1.0;
        QTest::newRow("slices of 2 mm") << 0.0 << 2.0;
        QTest::newRow("oblique slices of 3 mm") << 15.0 << 3.0;
    }
    void otherGrids()
    {
        QFETCH(double, turn);
        QFETCH(double, slice);
        ShoulderOptions o = options(-7, 9, 35, 5, 1);
        o.spacing = 3; // the masks are made anew
        const Shoulder s = makeShoulder(o, Job());
        const Mat3 axes = Eigen::AngleAxisd(turn * M_PI / 180, Vec3(2, -1, 1.5).normalized()).toRotationMatrix();
        const Vec3 spacing(0.9, 0.9, slice);
        const Mask scapula = masked(s, 0, spacing, axes), humerus = masked(s, 1, spacing, axes);
        const JointLandmarks l = shoulderLandmarks(Side::Right, scapula, &humerus, Job());
        const Errors e = errors(s, l);
        const Told t = told(Side::Right, l);
        qInfo("%s: aa %.2f ts %.2f ai %.2f centre %.2f rim %.2f head %.2f mm; version %.2f inclination %.2f circle "
              "%.2f head %.2f",
              QTest::currentDataTag(), e.aa, e.ts, e.ai, e.centre, e.rim, e.head, t.version, t.inclination, t.radius,
              t.headRadius);
        const double loose = slice > 1 ? 0.5 * slice : 0;
        QVERIFY(e.aa < 2 + loose && e.ts < 2.5 + loose && e.ai < 2 + loose);
        QVERIFY(e.centre < 1 + loose && e.rim < 1.7 + loose && e.head < 0.3 + 0.2 * loose);
        QVERIFY(std::fabs(t.version + 7) < 1.5 + loose);
        QVERIFY(std::fabs(t.inclination - 9) < 1.5 + loose);
    }

    void leftIsTheMirrorImage()
    {
        ShoulderOptions o = options(-9, 6, 30, 8, 1.5);
        const Shoulder right = makeShoulder(o, Job());
        o.mirrored = true;
        const Shoulder left = makeShoulder(o, Job());
        const SideGuess guess = guessOf(left.masks.at("scapula"));
        QVERIFY(guess.side == Side::Left && guess.confidence > 0.5);
        const JointLandmarks a =
            shoulderLandmarks(Side::Right, right.masks.at("scapula"), &right.masks.at("humerus"), Job());
        const JointLandmarks b =
            shoulderLandmarks(Side::Left, left.masks.at("scapula"), &left.masks.at("humerus"), Job());
        QCOMPARE(a.points.size(), b.points.size());
        for (size_t n = 0; n < a.points.size(); ++n) {
            QCOMPARE(a.points[n].key, b.points[n].key);
            const Vec3 mirrored = b.points[n].position.cwiseProduct(Vec3(-1, 1, 1));
            QVERIFY2((a.points[n].position - mirrored).norm() < 0.02, a.points[n].key.c_str());
            QVERIFY(std::fabs(a.points[n].confidence - b.points[n].confidence) < 0.01);
        }
        const Told t = told(Side::Right, a), u = told(Side::Left, b);
        for (const auto& [one, two] : {std::pair(t.version, u.version),
                                       {t.inclination, u.inclination},
                                       {t.isbVersion, u.isbVersion},
                                       {t.radius, u.radius},
                                       {t.headRadius, u.headRadius},
                                       {t.head.anteriorMm, u.head.anteriorMm},
                                       {t.head.superiorMm, u.head.superiorMm},
                                       {t.head.lateralMm, u.head.lateralMm},
                                       {t.head.posteriorShare, u.head.posteriorShare}})
            QVERIFY2(std::fabs(one - two) < 0.02, qPrintable(QString("%1 %2").arg(one).arg(two)));
    }

    void numbersOfTheTrueFrame()
    {
        // Exact points: version and inclination come back as they were put in, the index by its definition.
        ShoulderOptions o = options(-11, 7, 35, 12, -2);
        o.spacing = 3;
        for (const bool mirrored : {false, true}) {
            o.mirrored = mirrored;
            const Shoulder s = makeShoulder(o, Job());
            const Side side = mirrored ? Side::Left : Side::Right;
            const JointFrame plane = scapularPlane(side, s.glenoidCentre, s.trigonumSpinae, s.angulusInferior);
            QVERIFY(facesForward(plane));
            QVERIFY(std::fabs(glenoidVersion(plane, s.glenoidNormal) + 11) < 1e-6);
            QVERIFY(std::fabs(glenoidInclination(plane, s.glenoidNormal) - 7) < 1e-6);
            const GlenoidCircle c =
                glenoidCircle(s.rim, scapulaFrame(side, s.angulusAcromialis, s.trigonumSpinae, s.angulusInferior));
            QVERIFY((c.centre - s.glenoidCentre).norm() < 0.05 && std::fabs(c.radius - s.circleRadius) < 0.05);
            JointFrame glenoid = plane;
            glenoid.axes.col(2) = mirrored ? Vec3(-s.glenoidNormal) : s.glenoidNormal;
            glenoid.axes.col(1) =
                (plane.proximal() - s.glenoidNormal * s.glenoidNormal.dot(plane.proximal())).normalized();
            glenoid.axes.col(0) = glenoid.axes.col(1).cross(glenoid.axes.col(2));
            const HeadPlace h = headPlace(glenoid, s.headCentre, s.headRadius);
            QVERIFY(std::fabs(h.anteriorMm + 2) < 1e-6 && std::fabs(h.superiorMm) < 1e-6);
            QVERIFY(std::fabs(h.posteriorShare - (24 + 2) / 48.0 * 100) < 1e-6);
            for (const double radius : {0.0, -1.0, std::nan("")})
                QVERIFY_THROWS_EXCEPTION(Error, headPlace(glenoid, s.headCentre, radius));
        }
    }

    void withoutAHumerus()
    {
        const Shoulder s = makeShoulder(options(-5, 8, 30, 0, 0), Job());
        const JointLandmarks l = shoulderLandmarks(Side::Right, s.masks.at("scapula"), nullptr, Job());
        QVERIFY(!findLandmark(l.points, "humerus-head") && findLandmark(l.points, "glenoid-centre"));
        // A humerus that is elsewhere has no head here.
        const Shoulder far = makeShoulder(
            [] {
                ShoulderOptions o = options(-5, 8, 30, 0, 0);
                o.mirrored = true;
                o.spacing = 2;
                return o;
            }(),
            Job());
        const JointLandmarks m = shoulderLandmarks(Side::Right, s.masks.at("scapula"), &far.masks.at("humerus"), Job());
        QVERIFY(!findLandmark(m.points, "humerus-head"));
    }

    void refusals()
    {
        Grid g;
        g.size = {80, 80, 80};
        const auto made = [&](const std::function<bool(const Vec3&)>& in) {
            std::vector<std::uint8_t> v;
            for (int k = 0; k < 80; ++k)
                for (int j = 0; j < 80; ++j)
                    for (int i = 0; i < 80; ++i)
                        v.push_back(in(Vec3(i - 40, j - 40, k - 40)));
            return Mask(g, v);
        };
        const Mask none = made([](const Vec3&) { return false; });
        const Mask ball = made([](const Vec3& p) { return p.norm() < 30; });
        const Mask plate = made([](const Vec3& p) { return std::fabs(p.y()) < 3; });
        for (const Mask* m : {&none, &ball, &plate}) {
            QVERIFY_THROWS_EXCEPTION(Error, shoulderLandmarks(Side::Right, *m, nullptr, Job()));
            QVERIFY_THROWS_EXCEPTION(Error, guessOf(*m));
        }
        const Shoulder s = makeShoulder(options(-5, 8, 30, 0, 0), Job());
        // A humerus is no scapula; the wrong side is refused, or its axes look backwards.
        QVERIFY_THROWS_EXCEPTION(Error, shoulderLandmarks(Side::Right, s.masks.at("humerus"), nullptr, Job()));
        std::stop_source stop;
        stop.request_stop();
        QVERIFY_THROWS_EXCEPTION(Error,
                                 shoulderLandmarks(Side::Right, s.masks.at("scapula"), nullptr, Job(stop.get_token())));
    }

    void sameTwice()
    {
        const Shoulder s = makeShoulder(options(-5, 8, 30, 0, 0), Job());
        const JointLandmarks a = shoulderLandmarks(Side::Right, s.masks.at("scapula"), &s.masks.at("humerus"), Job());
        const JointLandmarks b = shoulderLandmarks(Side::Right, s.masks.at("scapula"), &s.masks.at("humerus"), Job());
        for (size_t n = 0; n < a.points.size(); ++n)
            QVERIFY(a.points[n].position == b.points[n].position && a.points[n].confidence == b.points[n].confidence);
    }
};

QTEST_GUILESS_MAIN(TestShoulderLandmarks)
#include "tst_shoulder_landmarks.moc"
