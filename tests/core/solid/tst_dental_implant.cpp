// The implant as a body of revolution against closed forms, and as CAD: there and back through STEP.

#include "closed_forms.h"
#include "core/base/error.h"
#include "core/solid/step.h"

#include <Eigen/Geometry>
#include <QtTest>

#include <cmath>
#include <random>

using namespace pollux;

namespace {

AxisPose tilted()
{
    return {Vec3(12, -30, 45), Vec3(0.2, 0.3, -0.9).normalized()};
}

} // namespace

class TestDentalImplant : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void distanceToACylinderIsExact()
    {
        const Outline rod{{{0, 2}, {10, 2}}};
        const AxisPose pose = tilted();
        std::mt19937 random(5);
        const Vec3 x = acrossOf(pose.direction);
        QVERIFY(std::fabs(x.dot(pose.direction)) < 1e-12 && std::fabs(x.norm() - 1) < 1e-12);
        for (int n = 0; n < 500; ++n) {
            const double s = double(random()) / 4294967295.0 * 20 - 5, r = double(random()) / 4294967295.0 * 6;
            const double exact = closedforms::toCylinder(2, 10, s, r);
            QVERIFY(std::fabs(signedDistance(rod, pose, pose.at(s) + r * x) - exact) < 1e-9);
        }
    }

    void samplesCoverTheSurface()
    {
        const Outline cone{{{0, 3}, {8, 1}}};
        double area = 0;
        for (const SurfaceSample& s : surfaceSamples(cone, tilted(), 0.1, -1, 9)) {
            area += s.area;
            QVERIFY(std::fabs(signedDistance(cone, tilted(), s.position)) < 1e-9);
            QVERIFY(signedDistance(cone, tilted(), s.position + 0.01 * s.normal) > 0);
        }
        const double exact = closedforms::frustumSurface(3, 1, 8);
        QVERIFY(std::fabs(area / exact - 1) < 1e-9);
    }

    void surfaceIsClosedAndOutward()
    {
        DentalImplant i;
        const Surface s = revolvedSurface(i.whole(), tilted(), 96);
        QVERIFY(s.isClosed());
        const double exact = closedforms::asPolygon(i.whole().volume(), 96) / 1000;
        QVERIFY2(std::fabs(s.volumeMl() / exact - 1) < 1e-5, qPrintable(QString::number(s.volumeMl() / exact)));
    }

    void stepGoesThereAndBack_data()
    {
        QTest::addColumn<bool>("ap242");
        QTest::addColumn<bool>("thread");
        QTest::addColumn<double>("apex");
        QTest::newRow("AP214, envelope") << false << false << 3.2;
        QTest::newRow("AP214, thread on a cone") << false << true << 3.2;
        QTest::newRow("AP242, thread on a cylinder") << true << true << 4.0;
    }

    void stepGoesThereAndBack()
    {
        QFETCH(bool, ap242);
        QFETCH(bool, thread);
        QFETCH(double, apex);
        StepPart part;
        part.name = "generic dental implant 4.0 x 10 (LPS)";
        DentalImplant implant;
        implant.apexDiameter = apex;
        part.implant = implant;
        part.pose = tilted();
        part.thread = thread;
        QTemporaryDir dir;
        const std::filesystem::path file = dir.filePath("implant.step").toStdString();
        writeStep(file, {part}, ap242 ? StepSchema::Ap242 : StepSchema::Ap214, Job());
        const StepFacts facts = readStepFacts(file);
        QCOMPARE(facts.solids, 1);
        QVERIFY2(QString::fromStdString(facts.schema).startsWith(ap242 ? "AP242" : "AUTOMOTIVE_DESIGN"),
                 facts.schema.c_str());
        const double envelope = implant.whole().volume();
        if (!thread)
            QVERIFY2(std::fabs(facts.volumeMm3 / envelope - 1) < 2e-3,
                     qPrintable(QString::number(facts.volumeMm3 / envelope)));
        else
            QVERIFY2(facts.volumeMm3 > 0.75 * envelope && facts.volumeMm3 < envelope,
                     qPrintable(QString::number(facts.volumeMm3 / envelope)));
        // In millimetres, in its place: the apex' centre lies in the box, and the box is as long as the implant.
        const Vec3 apexPoint = part.pose.at(implant.length), top = part.pose.at(-implant.abutmentHeight);
        for (const Vec3& p : {apexPoint, top})
            QVERIFY(((p - facts.box.min).array() > -0.01).all() && ((facts.box.max - p).array() > -0.01).all());
        QVERIFY(facts.box.extent().norm() < 2 * (apexPoint - top).norm());
    }

    void trianglesOfTheThreadAreClosed()
    {
        StepPart part;
        part.pose = tilted();
        part.name = "generic";
        const Surface s = tessellated(part, 0.02);
        QVERIFY(s.isClosed());
        const double envelope = DentalImplant().whole().volume() / 1000;
        QVERIFY(s.volumeMl() > 0.75 * envelope && s.volumeMl() < envelope);
    }

    void nonsenseIsRefused()
    {
        StepPart part;
        part.name = "generic";
        DentalImplant implant;
        implant.apexDiameter = 5; // wider than the platform
        part.implant = implant;
        QVERIFY_EXCEPTION_THROWN(tessellated(part, 0.02), Error);
        implant.apexDiameter = std::nan("");
        part.implant = implant;
        QVERIFY_EXCEPTION_THROWN(tessellated(part, 0.02), Error);
        part = StepPart();
        part.name = "generic";
        part.pose.direction = Vec3(0, 0, 2);
        QVERIFY_EXCEPTION_THROWN(tessellated(part, 0.02), Error);
        QVERIFY_EXCEPTION_THROWN(writeStep("x.step", {}, StepSchema::Ap214, Job()), Error);
        QTemporaryDir dir;
        const std::filesystem::path file = dir.filePath("bad.step").toStdString();
        QFile f(QString::fromStdString(file.string()));
        QVERIFY(f.open(QIODevice::WriteOnly));
        f.write("ISO-10303-21; this is none");
        f.close();
        QVERIFY_EXCEPTION_THROWN(readStepFacts(file), Error);
        Outline empty;
        QVERIFY_EXCEPTION_THROWN(empty.check(), Error);
    }
};

QTEST_APPLESS_MAIN(TestDentalImplant)
#include "tst_dental_implant.moc"
