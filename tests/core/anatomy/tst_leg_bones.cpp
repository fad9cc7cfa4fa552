#include "core/anatomy/leg_bones.h"
#include "core/base/error.h"
#include "core/image/morphology.h"
#include "tests/core/anatomy/made_legs.h"

#include <QtTest>

#include <thread>

using namespace pollux;

namespace {

LegBoneOptions optionsFor(const std::string& joint)
{
    LegBoneOptions o;
    o.joint = joint == "knee" ? LegJoint::Knee : joint == "hip" ? LegJoint::Hip : LegJoint::Ankle;
    return o;
}

std::string keyOf(const LegBone& b)
{
    return b.anatomy + (b.side > 0 ? "-left" : "-right");
}

const LegBone* find(const LegBones& all, const std::string& key)
{
    for (const LegBone& b : all.bones)
        if (keyOf(b) == key)
            return &b;
    return nullptr;
}

Volume constant(std::int16_t value)
{
    Grid g;
    g.size = {40, 40, 40};
    return Volume(g, std::vector<std::int16_t>(std::size_t(g.voxels()), value));
}

} // namespace

class TestLegBones : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void bones_data()
    {
        QTest::addColumn<QString>("joint");
        QTest::addColumn<bool>("left");
        QTest::addColumn<bool>("right");
        QTest::addColumn<double>("slice");
        QTest::addColumn<bool>("touching");
        QTest::addColumn<bool>("feetFirst");
        QTest::addColumn<double>("least");
        QTest::newRow("right ankle") << "ankle" << false << true << 1.0 << false << false << 0.95;
        QTest::newRow("left ankle, the other way round") << "ankle" << true << false << 1.0 << false << true << 0.95;
        QTest::newRow("both ankles, touching joints") << "ankle" << true << true << 1.0 << true << false << 0.95;
        QTest::newRow("left ankle, thick slices") << "ankle" << true << false << 3.27 << false << false << 0.95;
        QTest::newRow("left knee") << "knee" << true << false << 1.0 << false << false << 0.95;
        QTest::newRow("right knee, thick slices") << "knee" << false << true << 3.27 << false << false << 0.95;
        QTest::newRow("both hips") << "hip" << true << true << 1.5 << false << false << 0.97;
    }

    /// Every bone is there, under its name and on its side, and nothing else.
    void bones()
    {
        QFETCH(QString, joint);
        QFETCH(bool, left);
        QFETCH(bool, right);
        QFETCH(double, slice);
        QFETCH(bool, touching);
        QFETCH(bool, feetFirst);
        QFETCH(double, least);
        made::Options o;
        o.joint = joint.toStdString();
        o.left = left;
        o.right = right;
        o.touching = touching;
        o.feetFirst = feetFirst;
        o.spacing = slice == 1 ? Vec3(1, 1, 1) : slice < 2 ? Vec3::Constant(slice) : Vec3(0.977, 0.977, slice);
        if (joint == "knee")
            o.low = -110;
        if (joint == "hip")
            o.low = -140;
        const made::Legs legs = made::make(o);
        const LegBones found = findLegBones(legs.ct, optionsFor(o.joint), Job());
        QStringList names;
        for (const LegBone& b : found.bones)
            names << QString::fromStdString(keyOf(b));
        QVERIFY2(found.bones.size() == legs.bones.size(), qPrintable(names.join(' ')));
        double worst = 1;
        for (const auto& [key, truth] : legs.bones) {
            const LegBone* b = find(found, key);
            QVERIFY2(b, qPrintable(QString::fromStdString(key) + " of " + names.join(' ')));
            const double d = dice(b->mask, truth);
            qInfo("%s %.3f, %.1f mL of %.1f, quality %.2f", key.c_str(), d, b->mask.volumeMl(), truth.volumeMl(),
                  b->quality);
            worst = std::min(worst, d);
            QVERIFY(b->quality > 0 && b->quality <= 1);
            QVERIFY(!b->qualityText.empty());
        }
        QVERIFY2(worst > least, qPrintable(QString::number(worst)));
        for (std::size_t a = 0; a < found.bones.size(); ++a)
            for (std::size_t b = a + 1; b < found.bones.size(); ++b)
                QCOMPARE(intersect(found.bones[a].mask, found.bones[b].mask).count(), std::int64_t(0));
        QCOMPARE(found.unparted.size(), std::size_t(0));
        QCOMPARE(found.metal.voxels, std::int64_t(0));
    }

    /// Where the cortex is so thin, and the bone behind it so spongy, that both stay below the threshold, the bone goes
    /// on.
    void thinCortexLeavesNoBay_data()
    {
        QTest::addColumn<double>("spongy");
        QTest::addColumn<double>("cortex");
        QTest::newRow("spongy bone brighter than flesh") << 150.0 << 170.0;
        QTest::newRow("marrow behind a thin wall") << 60.0 << 145.0;
    }

    void thinCortexLeavesNoBay()
    {
        QFETCH(double, spongy);
        QFETCH(double, cortex);
        const made::Legs legs = made::make(made::Options());
        const Mask& truth = legs.bones.at("tibia-right");
        const Mask inner = erode(truth, 1.5, Job());
        const Vec3 place(-55, -14.5, 16); // on its front
        const auto span = legs.ct.as<std::int16_t>();
        std::vector<std::int16_t> v(span.begin(), span.end());
        const Grid& g = legs.ct.grid();
        std::vector<std::uint8_t> patch(v.size(), 0);
        for (int k = 0; k < g.size[2]; ++k)
            for (int j = 0; j < g.size[1]; ++j)
                for (int i = 0; i < g.size[0]; ++i) {
                    if (!truth.at(i, j, k))
                        continue;
                    const auto at = std::size_t(g.offset(i, j, k));
                    const Vec3 from = g.toPatient(i, j, k) - place;
                    if (from.cwiseQuotient(Vec3(5.5, 9, 8)).norm() < 1) {
                        v[at] = std::int16_t(inner.at(i, j, k) ? spongy : cortex);
                        patch[at] = 1;
                    } else if (from.norm() < 18 && inner.at(i, j, k)) {
                        v[at] = 280; // no marrow that it would be a part of
                    }
                }
        const Mask bay(g, patch);
        const LegBones found = findLegBones(Volume(g, std::move(v)), LegBoneOptions(), Job());
        const LegBone* tibia = find(found, "tibia-right");
        QVERIFY(tibia);
        const double share = double(intersect(tibia->mask, bay).count()) / double(bay.count());
        QVERIFY2(share > 0.72, qPrintable(QString::number(share)));
        QVERIFY2(dice(tibia->mask, truth) > 0.95, qPrintable(QString::number(dice(tibia->mask, truth))));
    }

    void sameResultTwice()
    {
        made::Options o;
        o.spacing = Vec3(1.5, 1.5, 1.5);
        const made::Legs legs = made::make(o);
        const LegBones a = findLegBones(legs.ct, LegBoneOptions(), Job());
        const LegBones b = findLegBones(legs.ct, LegBoneOptions(), Job());
        QCOMPARE(a.bones.size(), b.bones.size());
        for (std::size_t n = 0; n < a.bones.size(); ++n) {
            QVERIFY(a.bones[n].mask.key() == b.bones[n].mask.key());
            QCOMPARE(a.bones[n].quality, b.bones[n].quality);
        }
    }

    /// A femur alone does not tell its side: the place in the scanner does, unless the user says so.
    void sideOfASingleFemur()
    {
        made::Options o;
        o.joint = "knee";
        o.left = true;
        o.right = false;
        o.low = 1;
        o.spacing = Vec3(1.5, 1.5, 1.5);
        const made::Legs legs = made::make(o);
        LegBoneOptions options = optionsFor("knee");
        LegBones found = findLegBones(legs.ct, options, Job());
        QVERIFY(found.sideAssumed);
        QVERIFY(find(found, "femur-left") && find(found, "patella-left"));
        options.side = -1;
        found = findLegBones(legs.ct, options, Job());
        QVERIFY(!found.sideAssumed);
        QVERIFY(find(found, "femur-right"));
    }

    void metalIsCounted()
    {
        made::Options o;
        o.spacing = Vec3(2, 2, 2);
        const made::Legs legs = made::make(o);
        const auto span = legs.ct.as<std::int16_t>();
        std::vector<std::int16_t> v(span.begin(), span.end());
        const Grid& g = legs.ct.grid();
        const Vec3 screw(-55, 0, 60);
        const Index3 p = g.nearest(screw);
        for (int n = 0; n < 5; ++n)
            v[std::size_t(g.offset(p[0], p[1], p[2] + n - 2))] = 3071;
        const LegBones found = findLegBones(Volume(g, std::move(v)), LegBoneOptions(), Job());
        QCOMPARE(found.metal.voxels, std::int64_t(5));
        QVERIFY((found.metal.place - screw).norm() < 2);
    }

    /// A part beside the half of a pelvis belongs to it and is told, at its place.
    void aPieceOfThePelvisIsCounted()
    {
        made::Options o;
        o.joint = "hip";
        o.low = -140;
        o.spacing = Vec3::Constant(1.5);
        const made::Legs legs = made::make(o);
        const auto pelvisOf = [](const Volume& ct) {
            return *find(findLegBones(ct, optionsFor("hip"), Job()), "pelvis-right");
        };
        QCOMPARE(pelvisOf(legs.ct).loose.count, std::int64_t(0));
        const auto values = legs.ct.as<std::int16_t>();
        std::vector<std::int16_t> v(values.begin(), values.end());
        const Grid& g = legs.ct.grid();
        const Vec3 place(-62, 10, 66);
        std::size_t n = 0;
        for (int k = 0; k < g.size[2]; ++k)
            for (int j = 0; j < g.size[1]; ++j)
                for (int i = 0; i < g.size[0]; ++i, ++n) {
                    const double off = (g.toPatient(i, j, k) - place).norm();
                    if (off < 7)
                        v[n] = 900;
                    else if (off < 17)
                        v[n] = std::max<std::int16_t>(v[n], 50);
                }
        const LegBone pelvis = pelvisOf(Volume(g, std::move(v)));
        QCOMPARE(pelvis.loose.count, std::int64_t(1));
        QVERIFY((pelvis.loose.place - place).norm() < 1.5);
        QVERIFY(std::fabs(pelvis.loose.ml - 4.0 / 3 * M_PI * 343 / 1000) < 0.5);
    }

    /// The heel lies outside the image: what is there is told to be cut.
    void cutBonesAreTold()
    {
        made::Options o;
        o.low = -50;
        o.spacing = Vec3(1.5, 1.5, 1.5);
        const LegBones found = findLegBones(made::make(o).ct, LegBoneOptions(), Job());
        const LegBone* heel = find(found, "calcaneus-right");
        const LegBone* tibia = find(found, "tibia-right");
        QVERIFY(heel && heel->cut);
        QVERIFY(tibia && !tibia->cut); // it ends at the upper edge, as it must
        QVERIFY(heel->quality < tibia->quality);
    }

    void nothingThere_data()
    {
        QTest::addColumn<int>("value");
        QTest::newRow("air") << -1000;
        QTest::newRow("flesh") << 50;
    }
    void nothingThere()
    {
        QFETCH(int, value);
        try {
            findLegBones(constant(std::int16_t(value)), LegBoneOptions(), Job());
            QFAIL("bones were found");
        } catch (const Error& e) {
            QVERIFY(e.code() == ErrorCode::BadInput);
            QVERIFY(!e.advice().empty());
        }
    }
    void badImages()
    {
        QVERIFY_THROWS_EXCEPTION(Error, findLegBones(Volume(), LegBoneOptions(), Job()));
        Grid g;
        g.size = {20, 20, 20};
        const Volume nan(g, std::vector<float>(8000, std::numeric_limits<float>::quiet_NaN()));
        QVERIFY_THROWS_EXCEPTION(Error, findLegBones(nan, LegBoneOptions(), Job()));
        // All bone: whatever it is called, it must not crash.
        try {
            findLegBones(constant(1000), LegBoneOptions(), Job());
        } catch (const Error& e) {
            QVERIFY(!e.advice().empty());
        }
    }

    void stops()
    {
        made::Options o;
        const made::Legs legs = made::make(o);
        std::stop_source source;
        const Job job(source.get_token());
        std::thread later([&] {
            std::this_thread::sleep_for(std::chrono::milliseconds(150));
            source.request_stop();
        });
        bool stopped = false;
        try {
            for (;;)
                findLegBones(legs.ct, LegBoneOptions(), job);
        } catch (const Error& e) {
            stopped = e.code() == ErrorCode::Cancelled;
        }
        later.join();
        QVERIFY(stopped);
    }
};

QTEST_GUILESS_MAIN(TestLegBones)
#include "tst_leg_bones.moc"
