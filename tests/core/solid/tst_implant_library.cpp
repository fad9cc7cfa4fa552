// Screws and components of the library: outlines, volumes, STEP there and back, sides, what is refused.

#include "core/base/error.h"
#include "core/solid/step.h"

#include <Eigen/Geometry>
#include <QtTest>

#include <cmath>
#include <numbers>

using namespace pollux;

namespace {

BodyPose somewhere()
{
    BodyPose p;
    p.origin = Vec3(-40, 25, 310);
    p.axes = Eigen::AngleAxisd(0.7, Vec3(1, 2, -1).normalized()).toRotationMatrix();
    return p;
}

double areaOf(const Ring& r)
{
    return ringArea(r);
}

} // namespace

class TestImplantLibrary : public QObject
{
    Q_OBJECT

    StepFacts thereAndBack(const StepPart& part) const
    {
        QTemporaryDir dir;
        const std::filesystem::path file = dir.filePath("part.step").toStdString();
        writeStep(file, {part}, StepSchema::Ap242, Job());
        return readStepFacts(file);
    }

private Q_SLOTS:
    void componentsAreAsBigAsTheirMeasures_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<double>("width");
        QTest::addColumn<double>("depth");
        QTest::newRow("ankle, tibia") << int(ComponentKind::AnkleTibia) << 30.0 << 36.0;
        QTest::newRow("ankle, talus") << int(ComponentKind::AnkleTalus) << 28.0 << 30.0;
        QTest::newRow("knee, tibia") << int(ComponentKind::KneeTibia) << 72.0 << 48.0;
        QTest::newRow("knee, femur") << int(ComponentKind::KneeFemur) << 68.0 << 40.0;
        QTest::newRow("plate") << int(ComponentKind::Plate) << 12.0 << 90.0;
    }

    void componentsAreAsBigAsTheirMeasures()
    {
        QFETCH(int, kind);
        QFETCH(double, width);
        QFETCH(double, depth);
        const FlatComponent c = genericComponent(static_cast<ComponentKind>(kind), width, depth);
        c.check();
        // By counting points, independent of the modeller.
        const double h = 0.25;
        const Rings base{c.outline()};
        size_t in = 0;
        for (double x = -depth / 2 - 3; x < depth / 2 + 3; x += h)
            for (double z = -width / 2 - 3; z < width / 2 + 3; z += h)
                for (double y = -c.pegLength - 1 + h / 2; y < c.thickness + 1; y += h)
                    in += c.contains(Vec3(x, y, z), base);
        const double counted = double(in) * h * h * h;
        StepPart part;
        part.name = "generic";
        part.implant = c;
        part.body = somewhere();
        const StepFacts facts = thereAndBack(part);
        QCOMPARE(facts.solids, 1);
        QVERIFY2(std::fabs(facts.volumeMm3 / counted - 1) < 0.02,
                 qPrintable(QString("%1 for %2").arg(facts.volumeMm3).arg(counted)));
        const Surface s = tessellated(part, 0.05);
        QVERIFY(s.isClosed());
        QVERIFY2(std::fabs(s.volumeMl() * 1000 / facts.volumeMm3 - 1) < 0.01,
                 qPrintable(QString::number(s.volumeMl())));
        // In its place: every point of the surface is near the body.
        double reach = 0;
        for (const Vec3f& p : s.points()) {
            const Vec3 q = part.body.toLocal(p.cast<double>());
            reach = std::max(reach, std::fabs(q.x()));
            QVERIFY(q.y() > -c.pegLength * (c.pegs > 0) - 0.01 && q.y() < c.thickness + 0.01);
        }
        QVERIFY(std::fabs(reach - depth / 2) < 0.06 * depth);
    }

    /// The left one is made anew: its outline is the right one's mirror image, its solid has the same volume.
    void theOtherSideIsTheMirror()
    {
        FlatComponent right = genericComponent(ComponentKind::KneeTibia, 72, 48), left = right;
        left.medialAtPlusZ = true;
        const Ring a = right.outline(), b = left.outline();
        for (const Vec2& p : a) {
            double nearest = 1e9;
            for (const Vec2& q : b)
                nearest = std::min(nearest, (Vec2(p.x(), -p.y()) - q).norm());
            QVERIFY(nearest < 0.3);
        }
        QVERIFY(std::fabs(areaOf(a) - areaOf(b)) < 1e-6 * areaOf(a));
        // The medial half reaches further back: at -z here, at +z of the other side.
        const auto back = [](const Ring& ring, double half) {
            double least = 0;
            for (const Vec2& p : ring)
                if (p.y() * half > 0)
                    least = std::min(least, p.x());
            return least;
        };
        QVERIFY2(back(a, -1) < back(a, 1) - 0.5, qPrintable(QString("%1 %2").arg(back(a, -1)).arg(back(a, 1))));
        QVERIFY2(back(b, 1) < back(b, -1) - 0.5, qPrintable(QString("%1 %2").arg(back(b, 1)).arg(back(b, -1))));
        StepPart part;
        part.name = "generic";
        part.implant = right;
        const double v = thereAndBack(part).volumeMm3;
        part.implant = left;
        QVERIFY(std::fabs(thereAndBack(part).volumeMm3 / v - 1) < 1e-6);
    }

    void screws_data()
    {
        QTest::addColumn<double>("bore");
        QTest::addColumn<double>("threaded");
        QTest::addColumn<bool>("thread");
        QTest::newRow("pedicle screw") << 0.0 << 45.0 << true;
        QTest::newRow("cannulated, partly threaded") << 2.0 << 16.0 << true;
        QTest::newRow("envelope") << 0.0 << 45.0 << false;
    }

    void screws()
    {
        QFETCH(double, bore);
        QFETCH(double, threaded);
        QFETCH(bool, thread);
        BoneScrew s;
        s.cannulation = bore;
        s.threadLength = threaded;
        s.check();
        StepPart part;
        part.name = "generic screw";
        part.implant = s;
        part.thread = thread;
        part.pose = {Vec3(5, 6, 7), Vec3(0.6, 0, -0.8)};
        const StepFacts facts = thereAndBack(part);
        QCOMPARE(facts.solids, 1);
        const double envelope = s.whole().volume() - std::numbers::pi * bore * bore / 4 * (s.length + s.headHeight);
        QVERIFY2(thread ? facts.volumeMm3 < envelope && facts.volumeMm3 > 0.6 * envelope
                        : std::fabs(facts.volumeMm3 / envelope - 1) < 0.01,
                 qPrintable(QString("%1 of %2").arg(facts.volumeMm3).arg(envelope)));
        const Vec3 tip = part.pose.at(s.length);
        QVERIFY(((tip - facts.box.min).array() > -0.05).all() && ((facts.box.max - tip).array() > -0.05).all());
    }

    void nonsenseIsRefused()
    {
        BoneScrew s;
        s.cannulation = 6;
        QVERIFY_EXCEPTION_THROWN(s.check(), Error);
        s = BoneScrew();
        s.length = std::nan("");
        QVERIFY_EXCEPTION_THROWN(s.check(), Error);
        FlatComponent c = genericComponent(ComponentKind::AnkleTalus, 28, 30);
        c.domeRadius = 9;
        QVERIFY_EXCEPTION_THROWN(c.check(), Error);
        c = genericComponent(ComponentKind::AnkleTibia, 30, 36);
        c.holes = 3;
        QVERIFY_EXCEPTION_THROWN(c.check(), Error);
        StepPart part;
        part.name = "generic";
        part.implant = genericComponent(ComponentKind::AnkleTibia, 30, 36);
        part.body.axes.col(0) *= -1; // a mirror
        QVERIFY_EXCEPTION_THROWN(tessellated(part, 0.05), Error);
        part.body.axes = Mat3::Identity();
        part.body.origin.x() = std::nan("");
        QVERIFY_EXCEPTION_THROWN(tessellated(part, 0.05), Error);
    }
};

QTEST_APPLESS_MAIN(TestImplantLibrary)
#include "tst_implant_library.moc"
