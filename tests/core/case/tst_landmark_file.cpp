// Landmarks of public registration sets: what is read, what is refused, and the errors that they give.
#include "core/base/error.h"
#include "core/case/landmark_file.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <cmath>

using namespace pollux;

class TestLandmarkFile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void kindsOfFiles_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("blanks and tabs") << QByteArray("1 2 3\n  -4.5\t6e1   7\n");
        QTest::newRow("commas, carriage returns, no end of line") << QByteArray("1,2,3\r\n-4.5;60;7");
        QTest::newRow("names behind, comments, empty lines")
            << QByteArray("# places\n\n1 2 3 apex\n\n-4.5 60 7 0 0 1\n");
        QTest::newRow("elastix, points") << QByteArray("point\n2\n1 2 3\n-4.5 60 7\n");
        QTest::newRow("elastix, indices") << QByteArray("Index\n2\n1 2 3\n-4.5 60 7\n");
    }
    void kindsOfFiles()
    {
        QFETCH(QByteArray, text);
        const auto points = parseLandmarks(text.toStdString());
        QCOMPARE(points.size(), size_t(2));
        QVERIFY(points[0] == Vec3(1, 2, 3) && points[1] == Vec3(-4.5, 60, 7));
    }

    void whatIsNoPlaceIsRefused_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("line");
        QTest::newRow("two numbers") << QByteArray("1 2 3\n4 5\n") << QByteArray("Line 2");
        QTest::newRow("a word") << QByteArray("1 2 here\n") << QByteArray("Line 1");
        QTest::newRow("not a number") << QByteArray("\n1 2 nan\n") << QByteArray("Line 2");
        QTest::newRow("a count without a head") << QByteArray("2\n1 2 3\n") << QByteArray("Line 1");
        QTest::newRow("binary") << QByteArray("\x00\xff\x10 2 3\n", 8) << QByteArray("Line 1");
    }
    void whatIsNoPlaceIsRefused()
    {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, line);
        try {
            parseLandmarks(text.toStdString());
            QFAIL("it was read");
        } catch (const Error& e) {
            QVERIFY2(e.message().find(line.toStdString()) != std::string::npos, e.message().c_str());
            QVERIFY(!e.advice().empty());
        }
    }

    void files()
    {
        QTemporaryDir dir;
        const auto path = [&](const char* name) { return dir.filePath(QLatin1String(name)).toStdString(); };
        QVERIFY_THROWS_EXCEPTION(Error, readLandmarks(path("none.txt")));
        QVERIFY_THROWS_EXCEPTION(Error, readLandmarks(dir.path().toStdString()));
        QFile large(dir.filePath("large.txt"));
        QVERIFY(large.open(QIODevice::WriteOnly) && large.resize((qint64(64) << 20) + 1));
        QVERIFY_THROWS_EXCEPTION(Error, readLandmarks(path("large.txt")));
        QFile good(dir.filePath("good.txt"));
        QVERIFY(good.open(QIODevice::WriteOnly));
        good.write("1 2 3\n");
        good.close();
        QCOMPARE(readLandmarks(path("good.txt")).size(), size_t(1));
    }

    void figures()
    {
        const ErrorFigures f = figuresOf({4, 1, 2, 5});
        QCOMPARE(f.mean, 3.0);
        QVERIFY(std::abs(f.deviation - std::sqrt(10.0 / 3)) < 1e-12);
        QCOMPARE(f.median, 3.0);
        QCOMPARE(f.largest, 5.0);
        QCOMPARE(figuresOf({7}).deviation, 0.0);
        QCOMPARE(figuresOf({}).mean, 0.0);
    }

    void errors()
    {
        Case c;
        Grid g;
        g.size = {10, 10, 10};
        g.spacing = Vec3(1, 2, 3);
        g.origin = Vec3(-5, 0, 20);
        for (const char* id : {"ct", "ct-2"}) {
            VolumeObject v;
            v.volume = Volume(g, std::vector<float>(1000));
            c.volumes[Id(id)] = std::make_shared<VolumeObject>(v);
        }
        Registration r;
        r.fixed = Id("ct");
        r.moving = Id("ct-2");
        r.map.offset = Vec3(3, 0, 0);
        c.registrations[Id("way")] = std::make_shared<Registration>(r);
        const auto at = [&](const std::vector<Vec3>& a, const std::vector<Vec3>& b, LandmarkUnits units) {
            return landmarkErrors(c, Id("way"), a, b, units);
        };
        const LandmarkErrors mm = at({{0, 0, 0}}, {{3, 4, 0}}, LandmarkUnits::Millimetres);
        QVERIFY(std::abs(mm.before[0] - 5) < 1e-12 && std::abs(mm.after[0] - 4) < 1e-12);
        // Three voxels along x and one along z are 3 mm each.
        const LandmarkErrors voxel = at({{1, 1, 1}}, {{4, 1, 2}}, LandmarkUnits::Voxels);
        QVERIFY(std::abs(voxel.before[0] - std::hypot(3, 3)) < 1e-12 && std::abs(voxel.after[0] - 3) < 1e-12);
        QCOMPARE(at({{2, 2, 2}}, {{5, 2, 3}}, LandmarkUnits::VoxelsFrom1).after[0], voxel.after[0]);
        QVERIFY_THROWS_EXCEPTION(Error, at({}, {}, LandmarkUnits::Millimetres));
        QVERIFY_THROWS_EXCEPTION(Error, at({{0, 0, 0}}, {}, LandmarkUnits::Millimetres));
        QVERIFY_THROWS_EXCEPTION(Error,
                                 landmarkErrors(c, Id("none"), {{0, 0, 0}}, {{0, 0, 0}}, LandmarkUnits::Millimetres));
    }
};

QTEST_APPLESS_MAIN(TestLandmarkFile)
#include "tst_landmark_file.moc"
