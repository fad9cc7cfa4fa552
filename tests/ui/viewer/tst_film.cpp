#include "core/base/error.h"
#include "sample_case.h"
#include "ui/viewer/film.h"
#include "ui/viewer/patient_text.h"
#include "ui/viewer/viewer.h"
#include "ui/viewer/views_picture.h"

#include <QApplication>
#include <QTest>

using namespace pollux;
using What = FilmOptions::What;

namespace {

FilmOptions film(What what, int frames)
{
    FilmOptions o;
    o.what = what;
    o.seconds = frames / 10.0;
    o.framesPerSecond = 10;
    o.picture.size = QSize(240, 240);
    o.picture.notice = QStringLiteral("Not for clinical use");
    o.picture.legend = true;
    return o;
}

/// Mean difference of a pixel's brightest channel, in grey levels.
double difference(const QImage& a, const QImage& b)
{
    if (a.size() != b.size())
        return 1e9;
    double sum = 0;
    for (int y = 0; y < a.height(); ++y)
        for (int x = 0; x < a.width(); ++x) {
            const QRgb p = a.pixel(x, y), q = b.pixel(x, y);
            sum +=
                std::max({std::abs(qRed(p) - qRed(q)), std::abs(qGreen(p) - qGreen(q)), std::abs(qBlue(p) - qBlue(q))});
        }
    return sum / (double(a.width()) * a.height());
}

/// Where the letter of the right edge stands.
QImage rightLetter(const QImage& image)
{
    return image.copy(image.width() - 26, image.height() / 2 - 14, 24, 28);
}

std::shared_ptr<const Case> withPatient()
{
    auto c = std::make_shared<Case>(*sample::ballCase());
    Study study;
    study.patientName = "Roe^Jane";
    study.patientId = "4711";
    study.birthDate = "19700131";
    c->studies[Id("study")] = std::make_shared<Study>(study);
    return c;
}

/// Three phases of a ball that grows, in an order that is not that of their ids, and a volume of another series.
std::shared_ptr<const Case> withPhases()
{
    auto c = std::make_shared<Case>();
    Grid grid;
    grid.size = {48, 48, 24};
    grid.spacing = Vec3(4, 4, 8);
    grid.origin = Vec3(-94, -94, -92);
    const auto put = [&](const char* id, const char* series, const char* phase, double radius) {
        VolumeObject v;
        v.name = std::string("Heart (") + phase + ")";
        v.modality = "CT";
        v.seriesUid = series;
        v.phase = phase;
        v.windowCentre = radius; // of each phase another
        v.volume = sample::ballVolume(grid, Vec3::Zero(), radius);
        c->volumes[Id(id)] = std::make_shared<VolumeObject>(v);
    };
    put("ct", "1.2", "time point 10", 70);
    put("ct-2", "1.2", "time point 9", 50);
    put("ct-3", "1.2", "time point 2", 30);
    put("ct-4", "1.3", "time point 1", 20);
    return c;
}

} // namespace

class TestFilm : public QObject
{
    Q_OBJECT

private:
    std::shared_ptr<const Case> m_case = sample::ballCase();

private Q_SLOTS:
    void theTurntableGoesOnceAround()
    {
        FilmOptions o = film(What::Turntable, 8);
        o.picture.field = Id("map"); // of another colour on each side
        Film turntable(m_case, o);
        QCOMPARE(turntable.frames(), 8);
        QCOMPARE(turntable.angle(2), 90.0);
        RenderOptions still = o.picture;
        const QImage front = renderScene3D(*m_case, still);
        still.side = 'R';
        const QImage right = renderScene3D(*m_case, still);

        const QImage first = turntable.frame(0), quarter = turntable.frame(2), last = turntable.frame(7);
        QCOMPARE(first.size(), o.picture.size);
        QVERIFY2(difference(first, front) < 0.5, qPrintable(QString::number(difference(first, front))));
        QVERIFY2(difference(quarter, right) < 0.5, qPrintable(QString::number(difference(quarter, right))));
        QVERIFY(difference(quarter, first) > 2);
        QVERIFY(difference(last, first) > 1); // no picture twice when it is shown in a loop
        // From the patient's right, anterior is on the right of the picture, and says so.
        QCOMPARE(rightLetter(quarter), rightLetter(right));
        QVERIFY(rightLetter(quarter) != rightLetter(first));
        // Any order gives the same pictures.
        QCOMPARE(difference(turntable.frame(0), first), 0.0);
    }

    void theTimesOfAMapEachAsLong()
    {
        Case c = *m_case;
        Field f = *c.fields.at(Id("map"));
        const size_t points = f.values.size();
        f.times = {0, 1, 2, 7};
        for (int t = 1; t < 4; ++t)
            f.values.resize((static_cast<size_t>(t) + 1) * points,
                            static_cast<float>(f.low + t * (f.high - f.low) / 4));
        c.fields[Id("map")] = std::make_shared<Field>(f);
        const auto document = std::make_shared<const Case>(c);
        FilmOptions o = film(What::Times, 8);
        QVERIFY_THROWS_EXCEPTION(Error, Film(document, o)); // of no map
        o.picture.field = Id("map");
        QVERIFY_THROWS_EXCEPTION(Error, Film(m_case, o)); // of one that does not change
        Film times(document, o);
        QCOMPARE(times.frames(), 8);
        for (const int k : {6, 0, 3}) {
            RenderOptions still = o.picture;
            still.fieldTime = f.times[static_cast<size_t>(k / 2)];
            QCOMPARE(difference(times.frame(k), renderScene3D(c, still)), 0.0);
        }
        QCOMPARE(difference(times.frame(2), times.frame(3)), 0.0);
        QVERIFY(difference(times.frame(1), times.frame(2)) > 2 && difference(times.frame(3), times.frame(4)) > 2);
    }

    void theSliceRunShowsTheSlices()
    {
        const FilmOptions o = film(What::Slices, 48); // as many as there are slices
        Film run(m_case, o);
        QCOMPARE(run.frames(), 48);
        for (const int k : {0, 20, 24, 47}) {
            RenderOptions still = o.picture;
            still.centre = Vec3(0, 0, -94 + 4 * k);
            QCOMPARE(run.position(k), still.centre->z());
            QCOMPARE(run.frame(k), renderSlice(*m_case, still));
        }
        QVERIFY(difference(run.frame(0), run.frame(24)) > 5);
        QVERIFY(run.frame(0) != run.frame(47));
    }

    void theSliceRunKeepsToItsEnds_data()
    {
        QTest::addColumn<int>("plane");
        QTest::addColumn<double>("step");
        QTest::newRow("axial") << 0 << 4.0;
        QTest::newRow("sagittal") << 1 << 2.0;
        QTest::newRow("coronal") << 2 << 2.0;
    }
    void theSliceRunKeepsToItsEnds()
    {
        QFETCH(int, plane);
        QFETCH(double, step);
        FilmOptions o = film(What::Slices, 12);
        o.picture.plane = static_cast<PlaneKind>(plane);
        o.from = 10; // downwards
        o.to = -10;
        Film run(m_case, o);
        QCOMPARE(run.position(0), 10.0);
        QCOMPARE(run.position(11), -10.0);
        for (int k = 0; k < 12; ++k) { // by whole slices
            const double steps = (10 - run.position(k)) / step;
            QVERIFY2(std::abs(steps - std::round(steps)) < 1e-9, qPrintable(QString::number(run.position(k))));
        }
        RenderOptions still = o.picture;
        still.centre = Vec3::Zero();
        (*still.centre)[normalAxis(still.plane)] = 10;
        QCOMPARE(run.frame(0), renderSlice(*m_case, still));
    }

    void thePhasesComeInTheirOrder()
    {
        const auto c = withPhases();
        const std::vector<Id> order{Id("ct-3"), Id("ct-2"), Id("ct")};
        QVERIFY(phasesOf(*c, Id("ct")) == order);
        QCOMPARE(phasesOf(*c, Id("ct-4")).size(), size_t(1));
        QVERIFY(phasesOf(*m_case, Id("ct")).size() < 2);

        FilmOptions o = film(What::Phases, 6);
        o.picture.volume = Id("ct");
        Film cine(c, o);
        for (int k = 0; k < 6; ++k)
            QCOMPARE(cine.volume(k).text(), order[static_cast<size_t>(k / 2)].text());
        QCOMPARE(cine.frame(0), cine.frame(1));
        QVERIFY(difference(cine.frame(0), cine.frame(2)) > 2);
        // The background, of one value in all phases, has one brightness though each phase has a window of its own.
        const QPoint outside(200, 60);
        QCOMPARE(cine.frame(0).pixelColor(outside), cine.frame(5).pixelColor(outside));
    }

    void namesNoPatientUnlessAsked()
    {
        const auto c = withPatient();
        for (const What what : {What::Slices, What::Turntable}) {
            FilmOptions o = film(what, 3);
            const QImage nobody = Film(m_case, o).frame(1);
            QCOMPARE(Film(c, o).frame(1), nobody);
            o.picture.patientText = patientLine(*c);
            QVERIFY(Film(c, o).frame(1) != nobody);
        }
        QCOMPARE(patientLine(*c), QStringLiteral("Roe, Jane  ·  ID 4711  ·  born 1970-01-31"));
        QCOMPARE(patientLine(*m_case), QString());
    }

    void theLegendNamesWhatIsDrawn()
    {
        FilmOptions o = film(What::Slices, 1);
        const QImage with = Film(m_case, o).frame(0);
        QCOMPARE(with.pixelColor(37, 74), QColor(235, 180, 40)); // the lesion, first of the ids
        o.picture.structures = std::set<Id>{Id("liver")};
        QCOMPARE(Film(m_case, o).frame(0).pixelColor(37, 74), QColor(190, 90, 70));
        o.picture.legend = false;
        QVERIFY(Film(m_case, o).frame(0).pixelColor(37, 74) != QColor(190, 90, 70));
    }

    void theNoticeIsInEveryFrame()
    {
        FilmOptions o = film(What::Slices, 2);
        const QImage with = Film(m_case, o).frame(1);
        o.picture.notice.clear();
        QVERIFY(Film(m_case, o).frame(1) != with);
    }

    void refusesWhatCannotBeFilmed_data()
    {
        QTest::addColumn<int>("which");
        QTest::addColumn<int>("code");
        QTest::addColumn<QString>("says");
        const auto row = [](const char* name, int which, ErrorCode code, const char* says) {
            QTest::newRow(name) << which << static_cast<int>(code) << QString(says);
        };
        row("no volume", 0, ErrorCode::NotFound, "no volume");
        row("nothing to turn", 1, ErrorCode::NotFound, "nothing to turn");
        row("no other phase", 2, ErrorCode::NotFound, "no part of a 4-D series");
        row("outside", 3, ErrorCode::BadInput, "outside of the volume");
        row("too long", 4, ErrorCode::BadInput, "duration or rate");
        row("no size", 5, ErrorCode::BadInput, "size");
        row("from above", 6, ErrorCode::BadInput, "from above or below");
    }
    void refusesWhatCannotBeFilmed()
    {
        QFETCH(int, which);
        QFETCH(int, code);
        QFETCH(QString, says);
        FilmOptions o = film(which == 1 || which == 6 ? What::Turntable : which == 2 ? What::Phases : What::Slices, 2);
        auto c = std::make_shared<Case>(*m_case);
        if (which == 0)
            c->volumes.clear();
        if (which == 1)
            c->structures.clear();
        if (which == 2)
            o.picture.volume = Id("ct");
        if (which == 3)
            o.to = 500;
        if (which == 4)
            o.seconds = 1e6;
        if (which == 5)
            o.picture.size = QSize(0, 10);
        if (which == 6)
            o.picture.side = 'S';
        try {
            Film made(c, o);
            QFAIL("was made");
        } catch (const Error& e) {
            QCOMPARE(static_cast<int>(e.code()), code);
            QVERIFY2(QString::fromStdString(e.message()).contains(says), e.message().c_str());
            QVERIFY(!e.advice().empty());
        }
    }

    void thePictureOfTheViewsNamesNoPatientUnlessAsked()
    {
        Viewer viewer;
        viewer.resize(640, 560);
        viewer.setCase(m_case);
        viewer.setPatientText(QStringLiteral("ROE"));
        viewer.show();
        QVERIFY(QTest::qWaitForWindowExposed(&viewer));
        const QImage roe = viewsPicture(viewer, *m_case, true, {});
        QVERIFY(viewer.grabViews() != roe);
        viewer.setPatientText(QStringLiteral("DOE"));
        QTest::qWait(50);
        QCOMPARE(viewsPicture(viewer, *m_case, true, {}), roe); // whoever it is
        QVERIFY(viewsPicture(viewer, *m_case, true, QStringLiteral("DOE")) != roe);
        QVERIFY(viewsPicture(viewer, *m_case, false, {}) != roe);
    }

    void theWindowsFilmShowsWhatTheViewsShow()
    {
        Viewer viewer;
        viewer.setCase(m_case);
        viewer.setPatientText(QStringLiteral("ROE"));
        viewer.setCrosshair(sample::kTarget);
        viewer.setWindow(20, 300);
        viewer.setStructureVisible(Id("liver"), false);
        const RenderOptions o = viewer.pictureOptions();
        QVERIFY(o.patientText.isEmpty());
        QVERIFY(!o.notice.isEmpty());
        QCOMPARE(o.volume.text(), std::string("ct"));
        QVERIFY(o.centre && *o.centre == sample::kTarget);
        QCOMPARE(o.windowCentre.value_or(0), 20.0);
        QVERIFY(o.structures && !o.structures->contains(Id("liver")) && o.structures->contains(Id("lesion")));
    }
};

int main(int argc, char** argv)
{
    Viewer::prepareApplication();
    QApplication app(argc, argv);
    TestFilm test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_film.moc"
