// Meshes of the 3-D view move with the body, and come back to the very places where they were; pictures follow.

#include "tests/core/case/moving_case.h"
#include "tests/ui/viewer/sample_case.h"
#include "ui/viewer/film.h"
#include "ui/viewer/scene_motion.h"
#include "ui/viewer/surface_data.h"
#include "ui/viewer/viewer.h"

#include <QApplication>
#include <QTest>
#include <vtkPoints.h>
#include <vtkPolyData.h>

#include <cmath>

using namespace pollux;

namespace {

std::shared_ptr<Case> movingCase()
{
    auto c = std::make_shared<Case>(*sample::ballCase());
    sample::addBreath(*c, Id("ct"));
    // Made from the plan, as a heated zone is: it stands still.
    Lineage l;
    l.inputs.push_back({Id("breathing-1"), {}});
    c->lineage[Id("lesion")] = std::make_shared<Lineage>(l);
    return c;
}

double largestOff(vtkPolyData& mesh, const Surface& surface, const Vec3& shift)
{
    double most = 0;
    for (size_t n = 0; n < surface.points().size(); ++n) {
        double p[3];
        mesh.GetPoint(static_cast<vtkIdType>(n), p);
        most = std::max(most, (Vec3(p[0], p[1], p[2]) - surface.points()[n].cast<double>() - shift).norm());
    }
    return most;
}

/// Mean row of what differs between two pictures; -1 if nothing does.
double rowOfChange(const QImage& a, const QImage& b)
{
    double sum = 0;
    int count = 0;
    for (int y = 0; y < a.height(); ++y)
        for (int x = 0; x < a.width(); ++x)
            if (a.pixel(x, y) != b.pixel(x, y)) {
                sum += y;
                ++count;
            }
    return count ? sum / count : -1;
}

/// Mean row of pixels in which red leads: the liver, and nothing else of the sample.
double rowOfLiver(const QImage& image)
{
    double sum = 0;
    int count = 0;
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x)
            if (const QColor c = image.pixelColor(x, y); c.red() > 60 && c.red() > 1.7 * c.green()) {
                sum += y;
                ++count;
            }
    return count > 50 ? sum / count : -1;
}

RenderOptions options(std::shared_ptr<const BodyMotion> motion, std::optional<double> seconds)
{
    RenderOptions o;
    o.size = QSize(240, 240);
    o.structures = std::set<Id>{Id("liver")};
    o.hidden = {Id("skin"), Id("lesion")};
    o.scene.orthographic = true;
    o.mmPerPixel = 1;
    o.marks = false;
    o.motion = std::move(motion);
    o.fieldTime = seconds;
    return o;
}

} // namespace

class TestSceneMotion : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void pointsMoveAndComeBack()
    {
        const auto c = movingCase();
        const auto motion = bodyMotionOf(*c, Id("breathing-1"), Job());
        const Surface& liver = *c->structure(Id("liver")).surface;
        const auto mesh = toVtk(liver);
        vtkPoints* atRest = mesh->GetPoints();
        SceneMotion m;
        m.place(mesh); // no motion yet
        QVERIFY(mesh->GetPoints() == atRest);
        m.set(motion, 1.0);
        QVERIFY(m.on());
        m.place(mesh);
        QVERIFY2(largestOff(*mesh, liver, sample::kBreathShift) < 1e-4, "the end of breathing in");
        m.set(motion, 0.5);
        m.place(mesh);
        QVERIFY2(largestOff(*mesh, liver, 0.5 * sample::kBreathShift) < 1e-4, "half way");
        m.set(motion, std::nullopt);
        QVERIFY(!m.on());
        m.place(mesh);
        QVERIFY(mesh->GetPoints() == atRest);
        QCOMPARE(largestOff(*mesh, liver, Vec3::Zero()), 0.0);
        // Another motion, or none: at rest at once, whoever asks.
        m.set(motion, 1.0);
        m.place(mesh);
        m.set(nullptr, 1.0);
        QVERIFY(mesh->GetPoints() == atRest);
    }

    void aMeshThatIsNotKeptIsForgottenAtRest()
    {
        const auto c = movingCase();
        const Surface& liver = *c->structure(Id("liver")).surface;
        const auto mesh = toVtk(liver), other = toVtk(liver);
        SceneMotion m;
        m.set(bodyMotionOf(*c, Id("breathing-1"), Job()), 1.0);
        m.place(mesh);
        m.place(other);
        m.keep({other.Get()});
        m.rest(other);
        QCOMPARE(largestOff(*other, liver, Vec3::Zero()), 0.0);
        m.place(other);
        QVERIFY(largestOff(*other, liver, sample::kBreathShift) < 1e-4);
    }

    void aPictureShowsTheBodyThere()
    {
        const auto c = movingCase();
        const auto motion = bodyMotionOf(*c, Id("breathing-1"), Job());
        const double rest = rowOfLiver(renderScene3D(*c, options(motion, 0)));
        QVERIFY(rest > 0);
        QCOMPARE(rowOfLiver(renderScene3D(*c, options(nullptr, std::nullopt))), rest);
        // 12 mm towards the feet at 1 mm a pixel, and the frame does not follow.
        const double in = rowOfLiver(renderScene3D(*c, options(motion, 1)));
        QVERIFY2(std::abs(in - rest - 12) < 1, qPrintable(QString("%1 %2").arg(rest).arg(in)));
    }

    void aFilmBreathesAtItsOwnPace()
    {
        const auto c = movingCase();
        FilmOptions o;
        o.what = FilmOptions::What::Times;
        o.picture = options(bodyMotionOf(*c, Id("breathing-1"), Job()), std::nullopt);
        o.seconds = 4;
        o.framesPerSecond = 4;
        Film film(c, o);
        QCOMPARE(film.frames(), 16);
        const double rest = rowOfLiver(film.frame(0));
        QVERIFY(std::abs(rowOfLiver(film.frame(4)) - rest - 12) < 1); // 1 s
        QCOMPARE(rowOfLiver(film.frame(8)), rest);                    // a period of 2 s
        QVERIFY(std::abs(rowOfLiver(film.frame(12)) - rest - 12) < 1);
    }

    void whatBelongsToTheNeedleDoesNotMove()
    {
        const auto c = movingCase();
        const auto motion = bodyMotionOf(*c, Id("breathing-1"), Job());
        const auto picture = [&](double seconds) {
            RenderOptions o = options(motion, seconds);
            o.structures = std::set<Id>{Id("lesion")};
            o.hidden = {Id("skin"), Id("liver")};
            return renderScene3D(*c, o);
        };
        QCOMPARE(rowOfChange(picture(0), picture(1)), -1.0);
    }
};

int main(int argc, char** argv)
{
    Viewer::prepareApplication();
    QApplication app(argc, argv);
    TestSceneMotion test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_scene_motion.moc"
