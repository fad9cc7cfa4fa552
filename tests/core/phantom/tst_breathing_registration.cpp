// Exhale onto inhale of the breathing phantom, whose true motion is known: right to half a voxel in the body and in the
// liver, and nothing folded. Coarse, for time: bench_registration prints it finer, beside other programs.

#include "core/image/registration/deformable.h"
#include "core/phantom/torso.h"

#include <QtTest>

#include <random>

using namespace pollux;

class TstBreathingRegistration : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void halfAVoxel()
    {
        TorsoOptions options;
        options.size = 96;
        options.pixelSpacing = 4;
        options.sliceSpacing = 4;
        const Torso inhale = makeTorso(options, Job());
        TorsoOptions out = options;
        out.exhale = true;
        const Torso exhale = makeTorso(out, Job());
        DeformableOptions o;
        o.low = -250;
        o.high = 350;
        o.spacing = 4;
        const DeformableResult r = registerDeformable(inhale.ct, exhale.ct, o, Job());
        QCOMPARE(jacobianReport(jacobianMap(r.field, Job())).folded, std::int64_t(0));
        const Grid& g = inhale.ct.grid();
        for (const char* name : {"skin", "liver"}) {
            const Mask& mask = inhale.masks.at(name);
            std::mt19937 random(3);
            std::uniform_real_distribution<double> x(0, g.size[0] - 1), y(0, g.size[1] - 1), z(3, g.size[2] - 4);
            double error = 0, moved = 0;
            constexpr int kPlaces = 3000;
            for (int n = 0; n < kPlaces;) {
                const Vec3 p = g.toPatient(Vec3(x(random), y(random), z(random)));
                if (!mask.contains(p))
                    continue;
                const Vec3 truth = breathingDisplacement(options, p);
                error += (r.field(p) - p - truth).norm() / kPlaces;
                moved += truth.norm() / kPlaces;
                ++n;
            }
            qInfo("%s: mean error %.3f mm of %.3f", name, error, moved);
            QVERIFY2(error < 2.0, qPrintable(QStringLiteral("%1 %2").arg(name).arg(error)));
        }
    }
};

QTEST_GUILESS_MAIN(TstBreathingRegistration)
#include "tst_breathing_registration.moc"
