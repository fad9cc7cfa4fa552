// STEP files of others: what comes in has the size that was meant, whatever their unit.

#include "core/base/error.h"
#include "core/mesh/surface_check.h"
#include "core/solid/step.h"
#include "core/solid/step_import.h"
#include "core/solid/step_schema.h"
#include "core/solid/weld.h"
#include "tests/core/solid/step_cube.h"

#include <QTemporaryDir>
#include <QtTest>

#include <atomic>
#include <cmath>
#include <cstdlib>
#include <thread>

using namespace pollux;

class TestStepImport : public QObject
{
    Q_OBJECT

    QTemporaryDir m_dir;

    std::filesystem::path file(const std::string& name, const std::string& bytes) const
    {
        const std::filesystem::path path = m_dir.path().toStdString() + "/" + name;
        stepcube::write(path, bytes);
        return path;
    }

private Q_SLOTS:
    void tenMillimetresStayTen_data()
    {
        QTest::addColumn<QString>("unit");
        QTest::addColumn<QString>("called");
        QTest::addColumn<double>("factor");
        QTest::newRow("mm") << "mm"
                            << "millimetre" << 1.0;
        QTest::newRow("cm") << "cm"
                            << "centimetre" << 10.0;
        QTest::newRow("metre") << "m"
                               << "metre" << 1000.0;
        QTest::newRow("inch") << "inch"
                              << "INCH" << 25.4;
    }
    void tenMillimetresStayTen()
    {
        QFETCH(QString, unit);
        QFETCH(QString, called);
        QFETCH(double, factor);
        stepcube::Options o;
        o.unit = unit.toStdString();
        const ImportedModel model = readStepModel(file("cube.stp", stepcube::text(o)));
        QCOMPARE(QString::fromStdString(model.facts.unit).toLower(), called.toLower());
        QVERIFY2(std::fabs(model.facts.mmPerUnit / factor - 1) < 1e-12,
                 qPrintable(QString::number(model.facts.mmPerUnit)));
        QCOMPARE(model.facts.schema, o.schema);
        QCOMPARE(model.facts.unread, 0u);
        QCOMPARE(model.facts.facesLeftOut, 0u);
        QCOMPARE(model.facts.solids.size(), 1u);
        const ModelSolid& solid = model.facts.solids.front();
        QVERIFY(solid.valid && solid.closed);
        // Six digits behind the point in the file: in metres that is a micrometre, in inches 0.03.
        const double slack = 2e-6 * factor;
        QVERIFY2((solid.box.extent() - Vec3(10, 10, 10)).cwiseAbs().maxCoeff() <= slack && solid.box.min.norm() < 1e-9,
                 qPrintable(QString::number(solid.box.extent().x(), 'g', 12)));
        QVERIFY2(std::fabs(solid.volumeMm3 - 1000) < 300 * slack, qPrintable(QString::number(solid.volumeMm3)));
        const SurfaceCheck check = checkSurface(model.surface, Job());
        QVERIFY(check.closed() && !check.insideOut());
        QCOMPARE(check.triangles, 12);
        QCOMPARE(check.points, 8);
        QCOMPARE(check.crossings, 0);
        QVERIFY(std::fabs(check.volumeMm3 - 1000) < 300 * slack);
    }

    /// The settings of the toolkit are those of the process: what was written before changes nothing.
    void filesInARowDoNotDisturbEachOther()
    {
        StepPart part;
        part.name = "generic";
        part.pose = {Vec3(12, -30, 45), Vec3(0, 0, -1)};
        part.thread = false;
        const std::filesystem::path own = m_dir.filePath("implant.step").toStdString();
        stepcube::Options metre;
        metre.unit = "m";
        const std::filesystem::path cube = file("metre.stp", stepcube::text(metre));
        for (const StepSchema schema : {StepSchema::Ap242, StepSchema::Ap214}) {
            writeStep(own, {part}, schema, Job());
            QVERIFY(std::fabs(readStepModel(cube).facts.solids.at(0).volumeMm3 - 1000) < 1e-2);
            const ImportedModel model = readStepModel(own);
            QVERIFY2(QString::fromStdString(model.facts.schema)
                         .startsWith(schema == StepSchema::Ap242 ? "AP242" : "AUTOMOTIVE_DESIGN"),
                     model.facts.schema.c_str());
            const double exact = std::get<DentalImplant>(part.implant).whole().volume();
            const ModelSolid& solid = model.facts.solids.at(0);
            QVERIFY2(std::fabs(solid.volumeMm3 / exact - 1) < 2e-3, qPrintable(QString::number(solid.volumeMm3)));
            const SurfaceCheck check = checkSurface(model.surface, Job());
            QVERIFY(check.closed() && check.crossings == 0);
            // Chords of the deflection lie inside of a circle of 2 mm by a share of about its double.
            QVERIFY2(check.volumeMm3 < solid.volumeMm3 && check.volumeMm3 > 0.985 * solid.volumeMm3,
                     qPrintable(QString::number(check.volumeMm3 / solid.volumeMm3)));
        }
    }

    void readersInThreadsWaitForEachOther()
    {
        stepcube::Options inch;
        inch.unit = "inch";
        const std::filesystem::path a = file("a.stp", stepcube::text()), b = file("b.stp", stepcube::text(inch));
        std::atomic<int> wrong = 0;
        {
            std::vector<std::jthread> threads;
            for (int n = 0; n < 4; ++n)
                threads.emplace_back([&, n] {
                    for (int i = 0; i < 5; ++i)
                        wrong += std::fabs(readStepModel(n % 2 ? a : b).facts.solids.at(0).volumeMm3 - 1000) > 0.1;
                });
        }
        QCOMPARE(wrong.load(), 0);
    }

    void theSameTwice()
    {
        const std::filesystem::path path = file("twice.stp", stepcube::text());
        QVERIFY(readStepModel(path).surface.key() == readStepModel(path).surface.key());
    }

    void solidsThatTouchStayApart()
    {
        stepcube::Options o;
        o.secondAtMm = 10; // face on face
        const ImportedModel model = readStepModel(file("two.stp", stepcube::text(o)));
        QCOMPARE(model.facts.solids.size(), 2u);
        QVERIFY(std::fabs(model.facts.solids[1].box.min.x() - 10) < 1e-6);
        const SurfaceCheck check = checkSurface(model.surface, Job());
        QVERIFY(check.closed());
        QCOMPARE(check.shells, 2);
        QCOMPARE(check.crossings, 0);
        QVERIFY(std::fabs(check.volumeMm3 - 2000) < 1e-3);
        o.secondAtMm = 5;
        const ImportedModel through = readStepModel(file("through.stp", stepcube::text(o)));
        QCOMPARE(checkSurface(through.surface, Job()).shells, 2);
    }

    void facesWithoutASolidComeIn()
    {
        stepcube::Options o;
        o.lid = false;
        const ImportedModel model = readStepModel(file("open.stp", stepcube::text(o)));
        QVERIFY(model.facts.solids.empty());
        const SurfaceCheck check = checkSurface(model.surface, Job());
        QCOMPARE(check.triangles, 10);
        QCOMPARE(check.openEdges, 4);
    }

    void theSchemaIsReadFromTheFile()
    {
        QCOMPARE(stepSchemaIn("HEADER;\nFILE_SCHEMA (\n ( 'CONFIG_CONTROL_DESIGN' ) ) ;"),
                 std::string("CONFIG_CONTROL_DESIGN"));
        QCOMPARE(stepSchemaIn("FILE_SCHEMA(('A;B','C''D'));FILE('E')"), std::string("A;B, C'D"));
        QCOMPARE(stepSchemaIn("FILE_SCHEMA(('\x01\xff'))"), std::string("??"));
        QCOMPARE(stepSchemaIn("FILE_SCHEMA(('AP242 { 1 1 4 \r\n}'))"), std::string("AP242 { 1 1 4 }"));
        QCOMPARE(stepSchemaIn("FILE_SCHEMA(('not closed"), std::string("not closed"));
        QCOMPARE(stepSchemaIn("nothing"), std::string());
        QCOMPARE(stepSchemaIn(""), std::string());
        QVERIFY(stepSchemaIn("FILE_SCHEMA(('" + std::string(5000, 'x') + "'));").size() <= 200);
    }

    /// Damage that the toolkit is known to bear; the rest is for the worker (tst_model_worker).
    void whatIsNoShapeIsRefused_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        const QByteArray cube = QByteArray::fromStdString(stepcube::text());
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("text") << QByteArray("Dear reader,\nthis is no STEP file.\n");
        QTest::newRow("the first line alone") << QByteArray("ISO-10303-21;\n");
        QTest::newRow("no data") << QByteArray("ISO-10303-21;\nHEADER;\nENDSEC;\nDATA;\nENDSEC;\nEND-ISO-10303-21;\n");
        QTest::newRow("the head alone") << cube.left(cube.indexOf("DATA;"));
        QByteArray none = cube;
        QTest::newRow("no representation") << none.replace("ADVANCED_BREP_SHAPE_REPRESENTATION", "REPRESENTATION");
        QByteArray huge = cube;
        QTest::newRow("without end") << huge.replace("10.000000", "1.E+200");
    }
    void whatIsNoShapeIsRefused()
    {
        QFETCH(QByteArray, bytes);
        try {
            const ImportedModel model = readStepModel(file("bad.stp", bytes.toStdString()));
            qInfo("%zu triangles, %u unread", model.surface.triangles().size(), model.facts.unread);
            QFAIL("it was taken");
        } catch (const Error& e) {
            QVERIFY(e.code() == ErrorCode::BadInput && !e.advice().empty());
        }
    }

    void pointsAreWeldedByDistance()
    {
        std::vector<Vec3f> points;
        Weld weld(1e-3, points);
        QCOMPARE(weld.add(Vec3(0, 0, 0)), 0u);
        QCOMPARE(weld.add(Vec3(-5e-4, 5e-4, -5e-4)), 0u); // over the border of three cells
        QCOMPARE(weld.add(Vec3(2e-3, 0, 0)), 1u);
        QCOMPARE(weld.add(Vec3(1e6, 1e6, 1e6)), 2u);
        QCOMPARE(points.size(), 3u);
        QVERIFY_THROWS_EXCEPTION(Error, weld.add(Vec3(std::nan(""), 0, 0)));
        QVERIFY_THROWS_EXCEPTION(Error, weld.add(Vec3(0, 1e30, 0)));
    }

    /// NIST FTC-10: one solid, in millimetres.
    void aPartOfNist()
    {
        const char* set = std::getenv("POLLUX_DATA");
        const auto path =
            (set ? std::filesystem::path(set) : std::filesystem::path(POLLUX_SOURCE_DIR) / "../shared/data") /
            "cad_step_and_screw" / "nist_ftc_10_asme1_rb.step";
        if (!std::filesystem::exists(path))
            QSKIP("the part is not here (POLLUX_DATA)");
        const ImportedModel model = readStepModel(path);
        QCOMPARE(model.facts.schema, std::string("CONFIG_CONTROL_DESIGN"));
        QCOMPARE(model.facts.solids.size(), 1u);
        const ModelSolid& solid = model.facts.solids.front();
        const SurfaceCheck check = checkSurface(model.surface, Job());
        qInfo("%s, factor %g; volume %.3f mm3 (triangles %.3f), box %.3f x %.3f x %.3f mm, valid %d, closed %d; %lld "
              "triangles at %.3f mm, closed %d, crossings %lld, degenerate %lld, unread %u",
              model.facts.unit.c_str(), model.facts.mmPerUnit, solid.volumeMm3, check.volumeMm3, solid.box.extent().x(),
              solid.box.extent().y(), solid.box.extent().z(), solid.valid, solid.closed,
              static_cast<long long>(check.triangles), model.facts.deflection, check.closed(),
              static_cast<long long>(check.crossings), static_cast<long long>(check.degenerate), model.facts.unread);
        QVERIFY(solid.valid && solid.closed && check.closed());
        QVERIFY(std::fabs(check.volumeMm3 / solid.volumeMm3 - 1) < 2e-3);
    }
};

QTEST_APPLESS_MAIN(TestStepImport)
#include "tst_step_import.moc"
