// What is said of islands and metal about a bone, and of a side that somebody chose or wrote against the image.

#include "core/operation/bone_findings.h"
#include "core/operation/side_findings.h"
#include "tests/core/case/findings.h"
#include "tests/core/image/shapes.h"

#include <QFile>
#include <QTest>

using namespace pollux;
using test::found;

class TestBoneFindings : public QObject
{
    Q_OBJECT

    LimitTable m_limits;

    static Grid grid() { return shapes::grid(50, 40, 30, Vec3(1, 1, 2)); }
    static Volume image(const Index3& metal)
    {
        const Grid g = grid();
        std::vector<std::int16_t> v(std::size_t(g.voxels()), 50);
        v[std::size_t(g.offset(metal[0], metal[1], metal[2]))] = 3071;
        return Volume(g, std::move(v));
    }
    Findings about(const Volume& ct, const Mask& bone, ImageValues values = ImageValues::Hounsfield) const
    {
        return boneFindings(ct, values, bone, "Right femur", m_limits, Job());
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_limits = LimitTable::builtIn();
        if (!m_limits.find("bone.piece")) { // of a build from before the file was there
            QFile file(POLLUX_SOURCE_DIR "/resources/limits/bones.json");
            QVERIFY(file.open(QIODevice::ReadOnly));
            m_limits.addJson(file.readAll().toStdString(), "bones.json");
        }
        for (const char* id : {"bone.piece", "bone.metal"})
            QCOMPARE(m_limits.at(id).evidence, Evidence::Unverified);
    }

    void islands()
    {
        const Grid g = grid();
        const Mask bone = shapes::ball(g, g.toPatient(15, 15, 12), 9);
        const Volume none;
        QVERIFY(about(none, bone).empty());
        const Vec3 place = g.toPatient(38, 30, 20);
        const Findings f = about(none, unite(bone, shapes::ball(g, place, 5)));
        const Finding* one = found(f, "bone.islands");
        QVERIFY(one && one->severity == Severity::Warning && !one->advice.empty() && one->place);
        QVERIFY((*one->place - place).norm() < 1);
        QVERIFY2(one->text.find("1 piece of 0.5") == 0 && one->text.find("'Right femur'") != std::string::npos,
                 one->text.c_str());
        QCOMPARE(one->limit, std::string("bone.piece"));
        // A speck of two voxels is none.
        const Mask speck(g, IndexBox{{40, 30, 20}, {42, 31, 21}}, {1, 1});
        QVERIFY(about(none, unite(bone, speck)).empty());
        QVERIFY(about(none, Mask(g, IndexBox{}, {})).empty());
    }

    void metalInTheSlicesOfTheBone()
    {
        const Grid g = grid();
        const Mask bone = shapes::ball(g, g.toPatient(15, 15, 12), 9); // slices 8 to 16
        const Finding* f = nullptr;
        const Findings beside = about(image({45, 35, 12}), bone);
        f = found(beside, "bone.metal");
        QVERIFY(f && f->severity == Severity::Warning && f->place && !f->advice.empty());
        QVERIFY((*f->place - g.toPatient(45, 35, 12)).norm() < 1e-6);
        QVERIFY2(f->text.find("1 voxels above 3000 HU") != std::string::npos, f->text.c_str());
        QVERIFY(!found(about(image({45, 35, 25}), bone), "bone.metal")); // its streaks run elsewhere
        // Grey values are no HU.
        const Findings grey = about(image({45, 35, 12}), bone, ImageValues::Grey);
        f = found(grey, "bone.metal");
        QVERIFY(f && f->text.find("may be metal") != std::string::npos && f->text.find("HU") == std::string::npos);
        // The mask may lie on a grid of its own.
        Grid other = shapes::grid(25, 20, 60, Vec3(2, 2, 1));
        other.origin = g.origin;
        const Mask resampled = shapes::ball(other, g.toPatient(15, 15, 12), 9);
        QVERIFY(found(about(image({45, 35, 12}), resampled), "bone.metal"));
        QVERIFY(!found(about(image({45, 35, 25}), resampled), "bone.metal"));
        Grid away = other;
        away.origin.z() += 500;
        QVERIFY(!found(about(image({45, 35, 12}), shapes::ball(away, away.toPatient(10, 10, 30), 9)), "bone.metal"));
    }

    void whatIsLeftOut()
    {
        QVERIFY(!leftOutFinding({}, "Right tibia"));
        const auto f = leftOutFinding({2, 1.25, Vec3(1, 2, 3)}, "Right tibia");
        QVERIFY(f && f->severity == Severity::Warning && !f->advice.empty());
        QCOMPARE(f->text, std::string("2 pieces of 1.25 mL do not hang together with 'Right tibia' and are left out."));
        QCOMPARE(*f->place, Vec3(1, 2, 3));
    }

    void aChosenSideAgainstTheImage()
    {
        const SideGuess sure{Side::Left, 0.9, "the fibula lies laterally of the tibia"};
        SideGuess weak = sure, none = sure;
        weak.confidence = 0.4;
        none.confidence = 0.1;
        QVERIFY(!contradictionOf(sure, Side::Left, "x"));
        const auto stop = contradictionOf(sure, Side::Right, "x");
        QVERIFY(stop && stop->severity == Severity::Stop && stop->code == "x" && !stop->advice.empty());
        QVERIFY(stop->text.find("The right side is chosen, but the image shows the left one: the fibula") == 0);
        QCOMPARE(contradictionOf(weak, Side::Right, "x")->severity, Severity::Warning);
        QVERIFY(!contradictionOf(none, Side::Right, "x"));
    }

    void aNamedSideAgainstTheImage_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<int>("side"); // -1: none
        QTest::newRow("English") << "Shoulder LEFT 1.0" << int(Side::Left);
        QTest::newRow("German") << "Schulter rechts" << int(Side::Right);
        QTest::newRow("German, declined") << "linke_Schulter" << int(Side::Left);
        QTest::newRow("joined") << "CT-Right-Ankle" << int(Side::Right);
        QTest::newRow("both") << "Hips left and right" << -1;
        QTest::newRow("part of a word") << "Copyright" << -1;
        QTest::newRow("nothing") << "Bone 1.0 B70s" << -1;
        QTest::newRow("empty") << "" << -1;
    }
    void aNamedSideAgainstTheImage()
    {
        QFETCH(QString, name);
        QFETCH(int, side);
        const std::string text = name.toStdString();
        QCOMPARE(sideInName(text) ? int(*sideInName(text)) : -1, side);
        for (const Side image : {Side::Left, Side::Right}) {
            const auto f = imageNamedOtherwise(text, image);
            QCOMPARE(f.has_value(), side >= 0 && Side(side) != image);
            QVERIFY(!f || (f->severity == Severity::Warning && f->text.find(text) != std::string::npos));
        }
    }
};

QTEST_GUILESS_MAIN(TestBoneFindings)
#include "tst_bone_findings.moc"
