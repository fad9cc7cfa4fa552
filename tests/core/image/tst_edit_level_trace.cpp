#include "core/base/error.h"
#include "core/image/edit/level_trace.h"
#include "shapes.h"

#include <QTest>

#include <cmath>

using namespace pollux;

namespace {

template <class T>
Volume volumeOf(const Grid& g, const std::function<double(const Vec3&)>& value)
{
    std::vector<T> v;
    for (int k = 0; k < g.size[2]; ++k)
        for (int j = 0; j < g.size[1]; ++j)
            for (int i = 0; i < g.size[0]; ++i)
                v.push_back(static_cast<T>(value(g.toPatient(i, j, k))));
    return Volume(g, std::move(v));
}

double lengthOf(const std::vector<Vec3>& line)
{
    double sum = 0;
    for (size_t n = 0; n < line.size(); ++n)
        sum += (line[(n + 1) % line.size()] - line[n]).norm();
    return sum;
}

/// Largest step of the closed line: a gap would show.
double longestStep(const std::vector<Vec3>& line)
{
    double most = 0;
    for (size_t n = 0; n < line.size(); ++n)
        most = std::max(most, (line[(n + 1) % line.size()] - line[n]).norm());
    return most;
}

} // namespace

Q_DECLARE_METATYPE(pollux::Vec3)

class TestEditLevelTrace : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void circleAroundASmoothBlob_data()
    {
        QTest::addColumn<Vec3>("normal");
        QTest::newRow("along the grid") << Vec3(0, 0, 0);
        QTest::newRow("oblique") << Vec3(1, 2, -2);
    }

    /// In a blob whose value falls with the distance, the line through a point is the circle through it.
    void circleAroundASmoothBlob()
    {
        QFETCH(Vec3, normal);
        const Grid g = shapes::obliqueMirrored(shapes::grid(80, 80, 60, Vec3(0.8, 0.8, 1.0)));
        const Vec3 c = g.toPatient(40, 39, 30); // on a voxel: between two slices rounding would decide
        const Vec3 n = normal.norm() > 0 ? normal.normalized() : Vec3(g.direction.col(2));
        const Volume blob = volumeOf<float>(g, [&](const Vec3& p) { return 1000 - 10 * (p - c).norm(); });
        const SlicePixels slice = sampleSlice(blob, c, n, Job());
        const Vec3 pointer = c + 12.3 * n.unitOrthogonal();
        const std::vector<Vec3> line = traceLevel(slice, pointer);
        QVERIFY(line.size() > 50);
        QVERIFY(longestStep(line) <= 1.5 * slice.pixel);
        double nearest = 1e9;
        for (const Vec3& p : line) {
            QVERIFY(std::abs((p - c).norm() - 12.3) < 0.05);
            QVERIFY(std::abs(n.dot(p - c)) < 1e-9);
            nearest = std::min(nearest, (p - pointer).norm());
        }
        QVERIFY(nearest < slice.pixel);
        QVERIFY(std::abs(lengthOf(line) / (2 * M_PI * 12.3) - 1) < 0.01);

        const Mask disc = fillTrace(line, n, g, Job());
        const Mask expected = shapes::mask(g, [&](const Vec3& p) {
            const Vec3 d = p - c;
            return std::abs(n.dot(d)) <= 0.5 * (g.direction.transpose() * n).cwiseAbs().dot(g.spacing) &&
                   (d - n * n.dot(d)).norm() <= 12.3;
        });
        QVERIFY2(dice(disc, expected) > 0.985, qPrintable(QString::number(dice(disc, expected))));
        if (normal.norm() == 0)
            QCOMPARE(disc.box().size(2), 1);
    }

    /// On a phantom of two values, with the pointer inside or outside the rim.
    void plateauGivesItsBorder()
    {
        const Grid g = shapes::grid(70, 60, 5, Vec3(1, 1, 2));
        const Vec3 c = shapes::middle(g);
        const auto in = [&](const Vec3& p) { return (p - c).head<2>().norm() <= 14; };
        const Volume v = volumeOf<std::int16_t>(g, [&](const Vec3& p) { return in(p) ? 100 : 0; });
        const SlicePixels slice = sampleSlice(v, c, Vec3::UnitZ(), Job());
        QCOMPARE(slice.width * slice.height, 70 * 60);
        const Mask filled = fillTrace(traceLevel(slice, c - Vec3(5, 3, 0)), Vec3::UnitZ(), g, Job());
        const Mask expected = shapes::mask(g, [&](const Vec3& p) { return in(p) && std::abs(p[2] - c[2]) < 0.5; });
        QCOMPARE(filled.key().hex(), expected.key().hex());
        // Half way through the rim: the same.
        QCOMPARE(fillTrace(traceLevel(slice, c + Vec3(14.0, 0.5, 0)), Vec3::UnitZ(), g, Job()).count(),
                 expected.count());
    }

    void linesCloseAlongTheBorderOfTheImage()
    {
        const Grid g = shapes::grid(50, 40, 3, Vec3(1, 1, 1));
        const Volume v = volumeOf<float>(g, [&](const Vec3& p) { return g.toIndex(p)[0]; });
        const SlicePixels slice = sampleSlice(v, shapes::middle(g), Vec3::UnitZ(), Job());
        const std::vector<Vec3> line = traceLevel(slice, g.toPatient(Vec3(20.5, 17, 1)));
        QVERIFY(!line.empty() && longestStep(line) < 1.5);
        const Mask filled = fillTrace(line, Vec3::UnitZ(), g, Job());
        QCOMPARE(filled.count(), std::int64_t(29 * 40)); // i from 21 to 49
        const Volume flat = volumeOf<float>(g, [](const Vec3&) { return 7.0; });
        QCOMPARE(fillTrace(traceLevel(sampleSlice(flat, shapes::middle(g), Vec3::UnitZ(), Job()), shapes::middle(g)),
                           Vec3::UnitZ(), g, Job())
                     .count(),
                 std::int64_t(50 * 40));
    }

    /// Two bright pixels that touch at a corner: joined or apart, the line is closed and goes round what it should.
    void saddles()
    {
        const Grid g = shapes::grid(12, 12, 1, Vec3(1, 1, 1));
        const auto filled = [&](double other, double x) {
            std::vector<float> v(144, 0.0f);
            v[5 * 12 + 5] = v[6 * 12 + 6] = 100;
            v[5 * 12 + 6] = v[6 * 12 + 5] = static_cast<float>(other);
            const SlicePixels slice = sampleSlice(Volume(g, v), g.toPatient(5, 5, 0), Vec3::UnitZ(), Job());
            // The value x along the line from (4, 5), of 0, to (5, 5), of 100.
            return fillTrace(traceLevel(slice, g.toPatient(Vec3(4 + x / 100, 5, 0))), Vec3::UnitZ(), g, Job());
        };
        QVERIFY(filled(0, 60).at(5, 5, 0));
        QCOMPARE(filled(0, 60).count(), std::int64_t(1));  // the saddle is 50: apart
        QCOMPARE(filled(0, 40).count(), std::int64_t(2));  // joined
        QCOMPARE(filled(90, 60).count(), std::int64_t(4)); // not ambiguous
    }

    void besideTheImageNothing()
    {
        const Grid g = shapes::grid(20, 20, 3, Vec3(1, 1, 1));
        const Volume v = volumeOf<float>(g, [&](const Vec3& p) { return g.toIndex(p)[0]; });
        const SlicePixels slice = sampleSlice(v, shapes::middle(g), Vec3::UnitZ(), Job());
        QVERIFY(traceLevel(slice, g.toPatient(-3, 5, 1)).empty());
        QVERIFY(fillTrace({}, Vec3::UnitZ(), g, Job()).empty());
        const SlicePixels far = sampleSlice(v, g.toPatient(0, 0, 50), Vec3::UnitZ(), Job());
        QVERIFY(traceLevel(far, shapes::middle(g)).empty());
        QVERIFY_EXCEPTION_THROWN(sampleSlice(Volume(), Vec3::Zero(), Vec3::UnitZ(), Job()), Error);
        QVERIFY_EXCEPTION_THROWN(sampleSlice(v, Vec3::Zero(), Vec3::Zero(), Job()), Error);
    }
};

QTEST_GUILESS_MAIN(TestEditLevelTrace)
#include "tst_edit_level_trace.moc"
