// Models of elsewhere as the user meets them: what comes in, what is said of it, and what is refused.

#include "core/base/error.h"
#include "core/mesh/shells.h"
#include "core/mesh/stl.h"
#include "core/operation/registry.h"
#include "core/operation/run.h"
#include "core/storage/case_file.h"
#include "tests/core/case/findings.h"
#include "tests/core/solid/step_cube.h"

#include <QTemporaryDir>
#include <QtTest>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <random>

using namespace pollux;
using test::found;

namespace {

Surface cube(double edge, const Vec3& at = Vec3::Zero())
{
    std::vector<Vec3f> p;
    for (int n = 0; n < 8; ++n)
        p.push_back((at + edge * Vec3(n & 1, n >> 1 & 1, n >> 2)).cast<float>());
    return Surface(p, {{0, 2, 3},
                       {0, 3, 1},
                       {4, 5, 7},
                       {4, 7, 6},
                       {0, 1, 5},
                       {0, 5, 4},
                       {2, 6, 7},
                       {2, 7, 3},
                       {0, 4, 6},
                       {0, 6, 2},
                       {1, 3, 7},
                       {1, 7, 5}});
}

Surface together(const Surface& a, const Surface& b)
{
    std::vector<Vec3f> p = a.points();
    std::vector<Triangle> t = a.triangles();
    const auto shift = static_cast<std::uint32_t>(p.size());
    p.insert(p.end(), b.points().begin(), b.points().end());
    for (const Triangle& x : b.triangles())
        t.push_back({x[0] + shift, x[1] + shift, x[2] + shift});
    return Surface(p, t);
}

double measured(const Structure& s, const char* key)
{
    for (const NamedQuantity& q : s.measures)
        if (q.key == key)
            return q.quantity.value;
    return std::nan("");
}

} // namespace

class TestImportModel : public QObject
{
    Q_OBJECT

    Registry m_registry;
    QTemporaryDir m_dir;

    std::string path(const std::string& name) const { return m_dir.path().toStdString() + "/" + name; }
    std::string file(const std::string& name, const std::string& bytes) const
    {
        stepcube::write(path(name), bytes);
        return path(name);
    }
    std::string stl(const std::string& name, const Surface& surface) const
    {
        writeStl(surface, path(name));
        return path(name);
    }

    RunResult import(const std::string& source, const char* unit = "mm", const Case& c = {}) const
    {
        ParamValues values;
        values.set("path", source);
        values.set("unit", std::string(unit));
        Job job;
        return runOperation(m_registry.at("import.model"), c, values, {"tester"}, job);
    }
    static const Structure& model(const RunResult& r) { return r.after.structure(Id("imported-model")); }

    Findings checked(const std::string& source, const std::string& anatomy = {}) const
    {
        ParamValues values;
        values.set("path", source);
        values.set("anatomy", anatomy);
        return checkOperation(m_registry.at("import.model"), {}, values);
    }

private Q_SLOTS:
    void initTestCase() { installStandardOperations(m_registry); }

    void stepInAnyUnit_data()
    {
        QTest::addColumn<QString>("unit");
        for (const char* unit : {"mm", "inch", "m"})
            QTest::newRow(unit) << unit;
    }
    void stepInAnyUnit()
    {
        QFETCH(QString, unit);
        stepcube::Options o;
        o.unit = unit.toStdString();
        // What is said of an STL file does not concern it.
        const RunResult r = import(file("cube.stp", stepcube::text(o)), "m");
        const Structure& s = model(r);
        QCOMPARE(s.state, ConfirmState::Proposed);
        QVERIFY(s.surface && !s.mask && s.surface->isClosed());
        QVERIFY2(std::fabs(s.surface->bounds().extent().x() - 10) < 2e-3, qPrintable(unit));
        QVERIFY(std::fabs(measured(s, "volume") - 1) < 1e-3 && std::fabs(measured(s, "area") - 600) < 0.2);
        const Finding* told = found(r.findings, "model.unit");
        QVERIFY(told && told->severity == Severity::Note);
        QVERIFY2(told->text.find(o.schema) != std::string::npos, told->text.c_str());
        QVERIFY2(told->text.find(unit == "inch" ? "25.4"
                                 : unit == "m"  ? "1000"
                                                : "millimetre") != std::string::npos,
                 told->text.c_str());
        QVERIFY(found(r.findings, "model.solids"));
        for (const Finding& f : r.findings)
            QVERIFY2(f.severity == Severity::Note && !f.advice.empty(), f.text.c_str());
    }

    void stlInTheUnitThatIsSaid_data()
    {
        QTest::addColumn<QString>("unit");
        QTest::addColumn<double>("edge");
        QTest::newRow("mm") << "mm" << 10.0;
        QTest::newRow("inch") << "inch" << 10 / 25.4;
        QTest::newRow("m") << "m" << 0.01;
    }
    void stlInTheUnitThatIsSaid()
    {
        QFETCH(QString, unit);
        QFETCH(double, edge);
        const RunResult r = import(stl("cube.stl", cube(edge)), qPrintable(unit));
        QVERIFY(std::fabs(model(r).surface->bounds().extent().z() - 10) < 1e-5);
        QVERIFY(std::fabs(measured(model(r), "volume") - 1) < 1e-5);
        QVERIFY(found(r.findings, "model.unit")->text.find(unit.toStdString()) != std::string::npos);
        QVERIFY(!found(r.findings, "model.size"));
    }

    void nameAnatomyAndId()
    {
        ParamValues values;
        values.set("path", stl("screw.stl", cube(10)));
        values.set("anatomy", std::string("implant"));
        values.set("name", std::string("Screw 1"));
        Job job;
        RunResult r = runOperation(m_registry.at("import.model"), {}, values, {}, job);
        const Structure& s = r.after.structure(Id("screw-1"));
        QCOMPARE(s.name, std::string("Screw 1"));
        QCOMPARE(s.anatomy, std::string("implant"));
        QVERIFY(s.colour == findAnatomy("implant")->colour);
        // Once more: what is there stays.
        r = runOperation(m_registry.at("import.model"), r.after, values, {}, job);
        QCOMPARE(r.after.structures.size(), 2u);
    }

    void theSameTwiceAndSaved()
    {
        const std::string source = file("cube.step", stepcube::text());
        const RunResult one = import(source), two = import(source);
        QVERIFY(one.after.keyOf(Id("imported-model")) == two.after.keyOf(Id("imported-model")));
        saveCase(one.after, path("case.pollux"), Job());
        const Case back = loadCase(path("case.pollux"), Job());
        QVERIFY(back.keyOf(Id("imported-model")) == one.after.keyOf(Id("imported-model")));
        QVERIFY(back.structure(Id("imported-model")).surface->key() == model(one).surface->key());
    }

    void anOpenSurfaceComesInWithAWarning()
    {
        const Surface whole = cube(10);
        std::vector<Triangle> t = whole.triangles();
        t.pop_back();
        const RunResult r = import(stl("open.stl", Surface(whole.points(), t)));
        const Finding* open = found(r.findings, "model.open");
        QVERIFY(open && open->severity == Severity::Warning && open->place && !open->advice.empty());
        QVERIFY2(open->text.find(" 3 ") != std::string::npos, open->text.c_str());
        QVERIFY(std::isnan(measured(model(r), "volume")) && measured(model(r), "area") > 500);
        stepcube::Options o;
        o.lid = false;
        const RunResult step = import(file("open.stp", stepcube::text(o)));
        QVERIFY(found(step.findings, "model.open"));
        QVERIFY(found(step.findings, "model.solids")->text.find("no solid") != std::string::npos);
    }

    void aSurfaceThatGoesThroughItselfIsTold()
    {
        const RunResult r = import(stl("through.stl", together(cube(10), cube(10, Vec3(5, 4, 3)))));
        const Finding* f = found(r.findings, "model.crossings");
        QVERIFY(f && f->severity == Severity::Warning && f->place);
        QVERIFY(found(r.findings, "model.parts"));
    }

    void insideOutIsTurnedRound()
    {
        const RunResult r = import(stl("inside.stl", flipped(cube(10))));
        QVERIFY(found(r.findings, "model.inside-out"));
        QVERIFY(std::fabs(model(r).surface->volumeMl() - 1) < 1e-6 &&
                std::fabs(measured(model(r), "volume") - 1) < 1e-6);
    }

    void aTriangleTurnedRoundIsTold()
    {
        const Surface whole = cube(10);
        std::vector<Triangle> t = whole.triangles();
        std::swap(t[5][0], t[5][1]);
        const RunResult r = import(stl("turned.stl", Surface(whole.points(), t)));
        QVERIFY(found(r.findings, "model.turned")->severity == Severity::Warning);
        QVERIFY(std::isnan(measured(model(r), "volume")));
    }

    void edgesOfThreeAndFlatTrianglesAreTold()
    {
        Surface whole = cube(10);
        std::vector<Vec3f> p = whole.points();
        std::vector<Triangle> t = whole.triangles();
        p.emplace_back(5.0f, -8.0f, 5.0f);
        t.push_back({0, 1, 8}); // a fin on an edge that has two triangles already
        const RunResult fin = import(stl("fin.stl", Surface(p, t)));
        const Finding* crowded = found(fin.findings, "model.crowded");
        QVERIFY(crowded && crowded->severity == Severity::Warning && !crowded->advice.empty());
        QVERIFY(std::isnan(measured(model(fin), "volume")));
        QVERIFY(!found(import(stl("whole.stl", whole)).findings, "model.crowded"));
        p = whole.points();
        t = whole.triangles();
        p.emplace_back(5.0f, 0.0f, 0.0f);
        t.push_back({0, 1, 8}); // on a line with the edge below
        QVERIFY(found(import(stl("flat.stl", Surface(p, t))).findings, "model.degenerate"));
    }

    void aDoubtfulSizeIsTold()
    {
        for (const auto& [edge, doubtful] :
             {std::pair{0.5, true}, {0.999, true}, {1.001, false}, {1999.0, false}, {2001.0, true}, {10000.0, true}}) {
            const RunResult r = import(stl("size.stl", cube(edge)));
            const Finding* f = found(r.findings, "model.size");
            QVERIFY2((f != nullptr) == doubtful, qPrintable(QString::number(edge)));
            QVERIFY(!f || (f->severity == Severity::Warning && m_registry.limits().find(f->limit)));
        }
        QVERIFY_THROWS_EXCEPTION(Error, import(stl("far.stl", cube(1e30))));
        QVERIFY_THROWS_EXCEPTION(Error, import(stl("overflow.stl", cube(1e37)), "m"));
    }

    void aModelBesideTheImageIsTold()
    {
        Grid g;
        g.size = {20, 20, 20};
        VolumeObject ct;
        ct.name = std::string("CT");
        ct.volume = Volume(g, std::vector<std::int16_t>(8000));
        Edit edit;
        edit.put(Id("ct"), ct);
        const Case c = apply({}, edit);
        QVERIFY(!found(import(stl("in.stl", cube(5, Vec3(3, 3, 3))), "mm", c).findings, "model.place"));
        QVERIFY(found(import(stl("out.stl", cube(5, Vec3(-30, 3, 3))), "mm", c).findings, "model.place"));
    }

    void isRefusedBefore()
    {
        for (const std::string& source :
             {std::string(), std::string("/nowhere/at/all.stp"), path(""), file("empty.stl", ""),
              file("cube.iges", stepcube::text()), file("noending", stepcube::text()), std::string("\xff\xfe.stl")}) {
            const Findings f = checked(source);
            QVERIFY2(blocks(f) && !f.front().text.empty() && !f.front().advice.empty(), source.c_str());
        }
        QVERIFY(!blocks(checked(file("cube.stp", stepcube::text()))));
        QVERIFY(blocks(checked(file("cube.stp", stepcube::text()), "no such anatomy")));
        std::filesystem::create_directory(path("folder.stl"));
        QVERIFY(blocks(checked(path("folder.stl"))));
        // Sparse: nothing of it is on the disk.
        std::filesystem::resize_file(file("large.stl", "x"), (std::uintmax_t(256) << 20) + 1);
        QVERIFY(blocks(checked(path("large.stl"))));
    }

    void damageIsAnErrorOrSaid_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QByteArray>("bytes");
        const QByteArray step = QByteArray::fromStdString(stepcube::text());
        for (int n = 1; n < 8; ++n)
            QTest::addRow("cut %d", n) << "cut.stp" << step.left(step.size() * n / 8);
        for (unsigned round = 0; round < 24; ++round) {
            std::mt19937 random(1000 + round);
            QByteArray bytes = step;
            for (int n = 0; n < 3; ++n)
                bytes[qsizetype(random() % static_cast<unsigned>(bytes.size()))] = static_cast<char>(random());
            QTest::addRow("bytes %u", round) << "bytes.stp" << bytes;
        }
        QTest::newRow("text") << "text.stp" << QByteArray("Dear reader");
        QByteArray many(84, ' ');
        many.replace(80, 4, QByteArray("\xff\xff\xff\xee", 4));
        QTest::newRow("four thousand million triangles") << "many.stl" << many;
        QTest::newRow("NaN") << "nan.stl"
                             << QByteArray("solid a\nfacet normal 0 0 1\nouter loop\nvertex 0 0 0\nvertex nan 0 0\n"
                                           "vertex 0 1 0\nendloop\nendfacet\nendsolid a\n");
    }
    void damageIsAnErrorOrSaid()
    {
        QFETCH(QString, name);
        QFETCH(QByteArray, bytes);
        try {
            const RunResult r = import(file(name.toStdString(), bytes.toStdString()));
            QVERIFY2(name == "bytes.stp", "it was taken");
            QVERIFY(!model(r).surface->empty());
        } catch (const Error& e) {
            QVERIFY2(e.code() == ErrorCode::BadInput || e.code() == ErrorCode::Unsupported, e.what());
            QVERIFY2(!e.message().empty() && !e.advice().empty(), e.what());
        }
    }

    void stopsBeforeAndWhileItReads()
    {
        ParamValues values;
        values.set("path", file("cube.stp", stepcube::text()));
        for (const double at : {0.0, 0.05, 0.5}) {
            std::stop_source stop;
            Job job(stop.get_token(), [&](double fraction, const std::string&) {
                if (fraction >= at)
                    stop.request_stop();
            });
            try {
                runOperation(m_registry.at("import.model"), {}, values, {}, job);
                QFAIL("it went on to its end");
            } catch (const Error& e) {
                QCOMPARE(e.code(), ErrorCode::Cancelled);
            }
        }
    }

    void filesOfOthers_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<double>("longest"); // mm, by their names
        QTest::newRow("NIST FTC-10") << "nist_ftc_10_asme1_rb.step" << 158.0;
        QTest::newRow("bone screw of 130 mm") << "6.5mmD_32mmThread_L130mm.STL" << 130.0;
    }
    void filesOfOthers()
    {
        QFETCH(QString, name);
        QFETCH(double, longest);
        const char* set = std::getenv("POLLUX_DATA");
        const auto source =
            (set ? std::filesystem::path(set) : std::filesystem::path(POLLUX_SOURCE_DIR) / "../shared/data") /
            "cad_step_and_screw" / name.toStdString();
        if (!std::filesystem::exists(source))
            QSKIP("the file is not here (POLLUX_DATA)");
        const RunResult r = import(source.string());
        const Surface& s = *model(r).surface;
        const Vec3 box = s.bounds().extent();
        qInfo("%s: %zu triangles, %.4f mL, %.1f mm2, box %.3f x %.3f x %.3f mm", qPrintable(name), s.triangles().size(),
              measured(model(r), "volume"), measured(model(r), "area"), box.x(), box.y(), box.z());
        for (const Finding& f : r.findings)
            qInfo("  %s: %s", std::string(pollux::name(f.severity)).c_str(), f.text.c_str());
        QVERIFY2(std::fabs(box.maxCoeff() / longest - 1) < 0.05, qPrintable(QString::number(box.maxCoeff())));
    }
};

QTEST_GUILESS_MAIN(TestImportModel)
#include "tst_import_model.moc"
