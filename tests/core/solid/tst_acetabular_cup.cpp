// A hemispherical cup: its surface and outline against closed forms, STEP there and back, what is refused.

#include "closed_forms.h"
#include "core/base/error.h"
#include "core/solid/step.h"

#include <QtTest>

#include <cmath>

using namespace pollux;
using namespace closedforms;

class TestAcetabularCup : public QObject
{
    Q_OBJECT

    static AxisPose somewhere()
    {
        AxisPose p;
        p.origin = Vec3(-40, 25, 310);
        p.direction = Vec3(1, 2, -1).normalized();
        return p;
    }

private Q_SLOTS:
    void isAsBigAsItsMeasures()
    {
        for (const double diameter : {44.0, 52.0, 66.0}) {
            AcetabularCup c;
            c.outerDiameter = diameter;
            c.wall = 5;
            c.check();
            const double volume = hemisphericalShell(diameter / 2, diameter / 2 - 5);
            QVERIFY(std::fabs(c.volume() - volume) < 1e-9 * volume);
            QVERIFY(std::fabs(c.whole().volume() - hemisphericalShell(diameter / 2, 0)) <
                    2e-3 * hemisphericalShell(diameter / 2, 0));
            const AxisPose pose = somewhere();
            const Surface s = c.surface(pose, 96);
            QVERIFY(s.isClosed());
            QVERIFY(std::fabs(1000 * s.volumeMl() / volume - 1) < 0.01);
            for (const Vec3f& f : s.points()) {
                const Vec3 d = f.cast<double>() - pose.origin;
                QVERIFY(d.dot(pose.direction) > -1e-4);
                QVERIFY(std::min(std::fabs(d.norm() - diameter / 2), std::fabs(d.norm() - diameter / 2 + 5)) < 1e-3);
            }
        }
    }

    void standsInAStepFile()
    {
        StepPart part;
        part.name = "cup";
        AcetabularCup c;
        c.outerDiameter = 54;
        part.implant = c;
        part.pose = somewhere();
        QTemporaryDir dir;
        const std::filesystem::path file = dir.filePath("cup.step").toStdString();
        writeStep(file, {part}, StepSchema::Ap242, Job());
        const StepFacts facts = readStepFacts(file);
        QCOMPARE(facts.solids, 1);
        qInfo("volume %.3f of %.3f mm^3", facts.volumeMm3, c.volume());
        QVERIFY(std::fabs(facts.volumeMm3 / c.volume() - 1) < 1e-4);
        // The box holds the dome and the opening's middle.
        QVERIFY((facts.box.min.array() < part.pose.at(26.9).array()).all() &&
                (facts.box.max.array() > part.pose.at(26.9).array()).all());
        const Surface s = tessellated(part, 0.05);
        QVERIFY(s.isClosed() && std::fabs(1000 * s.volumeMl() / c.volume() - 1) < 0.02);
    }

    void measuresOfNoCupAreRefused()
    {
        const auto refused = [](double diameter, double wall) {
            AcetabularCup c;
            c.outerDiameter = diameter;
            c.wall = wall;
            try {
                c.check();
            } catch (const Error& e) {
                return e.code() == ErrorCode::BadInput && !e.advice().empty();
            }
            return false;
        };
        QVERIFY(!refused(52, 4));
        QVERIFY(refused(std::nan(""), 4));
        QVERIFY(refused(52, std::nan("")));
        QVERIFY(refused(10, 4));
        QVERIFY(refused(1e9, 4));
        QVERIFY(refused(52, 0));
        QVERIFY(refused(52, 20));
        QVERIFY_EXCEPTION_THROWN(AcetabularCup().surface(somewhere(), 3), Error);
    }
};

QTEST_GUILESS_MAIN(TestAcetabularCup)
#include "tst_acetabular_cup.moc"
