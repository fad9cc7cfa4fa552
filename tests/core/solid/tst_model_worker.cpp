// The two sides of reading a model do not trust each other, nor the file: damage in many ways, a reader that crashes,
// readers that lie. The caller gets an Error or a model, always.

#include "core/base/error.h"
#include "core/base/parallel.h"
#include "core/mesh/stl.h"
#include "core/mesh/surface_check.h"
#include "core/solid/model_worker.h"
#include "tests/core/solid/step_cube.h"

#include <QTemporaryDir>
#include <QtTest>

#include <chrono>
#include <cmath>
#include <fstream>
#include <functional>
#include <iterator>
#include <mutex>
#include <random>
#include <sys/stat.h>
#include <thread>

using namespace pollux;

namespace {

struct Outcomes
{
    int models = 0;
    int refused = 0;
    int crashes = 0;
    QStringList wrong;
};

} // namespace

class TestModelWorker : public QObject
{
    Q_OBJECT

    QTemporaryDir m_dir;
    std::string m_step, m_stl;

    std::filesystem::path file(const std::string& name, const std::string& bytes) const
    {
        const std::filesystem::path path = m_dir.path().toStdString() + "/" + name;
        stepcube::write(path, bytes);
        return path;
    }

    /// Reads every file; an Error must say what is wrong and what to do.
    Outcomes readAll(const std::string& ending, int rounds, const std::function<std::string(unsigned)>& bytes) const
    {
        Outcomes out;
        std::mutex mutex;
        parallelFor(0, rounds, 1, [&](std::int64_t from, std::int64_t to) {
            for (std::int64_t i = from; i < to; ++i) {
                const auto path = file("damaged" + std::to_string(i) + ending, bytes(static_cast<unsigned>(i)));
                QString wrong;
                bool crashed = false, refused = true;
                try {
                    const ImportedModel model = readModelFile(path, {});
                    refused = false;
                    if (model.surface.empty())
                        wrong = "no surface";
                } catch (const Error& e) {
                    if (e.code() == ErrorCode::Internal || e.code() == ErrorCode::Cancelled || e.message().empty() ||
                        e.advice().empty())
                        wrong = e.what();
                    crashed = e.message().find("ended unexpectedly") != std::string::npos;
                } catch (...) {
                    wrong = "another exception";
                }
                std::filesystem::remove(path);
                const std::lock_guard lock(mutex);
                ++(refused ? out.refused : out.models);
                out.crashes += crashed;
                if (!wrong.isEmpty())
                    out.wrong << QString("round %1: %2").arg(i).arg(wrong);
            }
        });
        return out;
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_step = stepcube::text();
        const std::filesystem::path step = file("cube.step", m_step);
        const ImportedModel cube = readModelFile(step, {});
        QCOMPARE(cube.facts.solids.size(), 1u);
        const std::filesystem::path stl = m_dir.filePath("cube.stl").toStdString();
        writeStl(cube.surface, stl);
        std::ifstream in(stl, std::ios::binary);
        m_stl.assign(std::istreambuf_iterator<char>(in), {});
        QCOMPARE(m_stl.size(), 84u + 12 * 50);
    }

    void bothKindsAreTheSameCube()
    {
        const ImportedModel step = readModelFile(file("same.STP", m_step), {});
        const ImportedModel stl = readModelFile(file("same.Stl", m_stl), {});
        QVERIFY(step.facts.format == ModelFormat::Step && stl.facts.format == ModelFormat::Stl);
        QCOMPARE(step.facts.unit, std::string("millimetre"));
        QVERIFY(stl.facts.unit.empty() && stl.facts.schema.empty() && stl.facts.solids.empty());
        for (const ImportedModel& m : {step, stl}) {
            const SurfaceCheck check = checkSurface(m.surface, Job());
            QVERIFY(check.closed());
            QVERIFY(std::fabs(check.volumeMm3 - 1000) < 1e-3);
        }
    }

    void aStepFileThatIsCutShort()
    {
        const Outcomes o = readAll(".stp", 40, [&](unsigned round) {
            return m_step.substr(0, m_step.size() * round / 40 - (round > 0 && round % 2 ? 1 : 0));
        });
        QVERIFY2(o.wrong.isEmpty(), qPrintable(o.wrong.join("; ")));
        QCOMPARE(o.models, 0);
        // Its last line alone may be missing the end of line.
        QVERIFY(!readModelFile(file("end.stp", m_step.substr(0, m_step.size() - 1)), {}).surface.empty());
    }

    void anStlFileThatIsCutShort()
    {
        const Outcomes o =
            readAll(".stl", 40, [&](unsigned round) { return m_stl.substr(0, m_stl.size() * round / 40); });
        QVERIFY2(o.wrong.isEmpty(), qPrintable(o.wrong.join("; ")));
        QCOMPARE(o.models, 0);
    }

    void bytesFlipped_data()
    {
        QTest::addColumn<bool>("step");
        QTest::newRow("STEP") << true;
        QTest::newRow("STL") << false;
    }
    void bytesFlipped()
    {
        QFETCH(bool, step);
        const std::string& whole = step ? m_step : m_stl;
        const Outcomes o = readAll(step ? ".stp" : ".stl", 60, [&](unsigned round) {
            std::mt19937 random(round);
            std::string bytes = whole;
            for (unsigned n = 0; n <= round % 4; ++n) {
                // Of the STL file also the number of triangles, which is a small part of it.
                char& c = bytes[!step && round % 5 == 0 ? 80 + random() % 4 : random() % bytes.size()];
                c = round % 3 ? static_cast<char>(random()) : "0189-e.#,()$"[random() % 12];
            }
            return bytes;
        });
        qInfo("%d models, %d refused, %d of them by a crash of the reader", o.models, o.refused, o.crashes);
        QVERIFY2(o.wrong.isEmpty(), qPrintable(o.wrong.join("; ")));
        QVERIFY2(o.models >= 3 && o.refused >= 3, "damage that is always refused, or never, tests little");
    }

    void whatIsNoModel_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QByteArray>("bytes");
        const QByteArray step = QByteArray::fromStdString(m_step), stl = QByteArray::fromStdString(m_stl);
        QTest::newRow("empty STEP") << "x.stp" << QByteArray();
        QTest::newRow("empty STL") << "x.stl" << QByteArray();
        QTest::newRow("text named STEP") << "x.stp" << QByteArray("Dear reader,\nthis is none.\n");
        QTest::newRow("text named STL") << "x.stl" << QByteArray("solid nothing to see here\n");
        QTest::newRow("an STL file named STEP") << "x.step" << stl;
        QTest::newRow("a STEP file named STL") << "x.stl" << step;
        QTest::newRow("another kind") << "x.iges" << step;
        QByteArray nan = step;
        QTest::newRow("STEP without numbers") << "x.stp" << nan.replace("10.000000", "nan"); // crashes the library
        QByteArray plane = step;
        QTest::newRow("STEP without planes") << "x.stp" << plane.replace("PLANE(", "PLAIN(");
        QByteArray itself = step;
        QTest::newRow("STEP whose shell is made of itself")
            << "x.stp" << itself.replace("CLOSED_SHELL('',(", "CLOSED_SHELL('',(#" + QByteArray::number(400) + ",");
        QByteArray many = stl;
        many.replace(80, 4, QByteArray("\xff\xff\xff\xee", 4));
        QTest::newRow("binary STL of four thousand million triangles") << "x.stl" << many;
        QTest::newRow("ASCII STL with NaN")
            << "x.stl"
            << QByteArray("solid a\nfacet normal 0 0 1\nouter loop\nvertex 0 0 0\nvertex nan 0 0\nvertex 0 1 0\n"
                          "endloop\nendfacet\nendsolid a\n");
        QTest::newRow("ASCII STL with a corner too many")
            << "x.stl"
            << QByteArray("solid a\nfacet normal 0 0 1\nouter loop\nvertex 0 0 0\nvertex 1 0 0\nvertex 0 1 0\n"
                          "vertex 1 1 0\nendloop\nendfacet\nendsolid a\n");
        QByteArray infinite = stl;
        infinite.replace(84 + 12, 4, QByteArray("\0\0\x80\x7f", 4));
        QTest::newRow("binary STL with infinity") << "x.stl" << infinite;
    }
    void whatIsNoModel()
    {
        QFETCH(QString, name);
        QFETCH(QByteArray, bytes);
        const std::filesystem::path path = file(name.toStdString(), bytes.toStdString());
        try {
            const ImportedModel model = readModelFile(path, {});
            // A part may come in, if that is said or seen.
            const bool told =
                model.facts.unread + model.facts.facesLeftOut > 0 || !checkSurface(model.surface, Job()).closed();
            QVERIFY2(QString(QTest::currentDataTag()).startsWith("STEP w") && told, "it was taken");
        } catch (const Error& e) {
            QVERIFY2(e.code() == ErrorCode::BadInput || e.code() == ErrorCode::Unsupported, e.what());
            QVERIFY(!e.advice().empty());
        }
    }

    void placesWithoutAFile()
    {
        for (const std::string name : {"/nowhere/at/all.stp", "folder.stl", "pipe.stl"}) {
            const std::filesystem::path path = m_dir.path().toStdString() + "/" + name;
            if (name == "folder.stl")
                std::filesystem::create_directory(path);
            if (name == "pipe.stl")
                QCOMPARE(::mkfifo(path.c_str(), 0600), 0);
            try {
                readModelFile(path, {});
                QFAIL("no error");
            } catch (const Error& e) {
                QCOMPARE(e.code(), ErrorCode::Io);
            }
        }
    }

    void aReaderThatCrashesIsAnError()
    {
        const std::filesystem::path path = file("crash.stp", m_step);
        try {
            readModelInWorker(TEST_MODEL_READER, path, checkModelFile(path), {});
            QFAIL("no error");
        } catch (const Error& e) {
            QCOMPARE(e.code(), ErrorCode::BadInput);
            QVERIFY(!e.advice().empty());
        }
        QVERIFY(!readModelFile(path, {}).surface.empty()); // the same file is no worse for it
    }

    void aReaderThatLiesIsAnError_data()
    {
        QTest::addColumn<int>("nothing");
        for (const char* lie : {"layout", "format", "solids", "points", "triangles", "none", "factor", "deflection",
                                "text", "endless", "volume", "box", "coordinate", "corner", "short", "nothing"})
            QTest::newRow(lie) << 0;
    }
    void aReaderThatLiesIsAnError()
    {
        const std::filesystem::path path = file(std::string(QTest::currentDataTag()) + ".stp", m_step);
        QVERIFY_THROWS_EXCEPTION(Error, readModelInWorker(TEST_MODEL_READER, path, checkModelFile(path), {}));
        const std::filesystem::path honest = file("honest.stp", m_step);
        QCOMPARE(readModelInWorker(TEST_MODEL_READER, honest, checkModelFile(honest), {}).surface.triangles().size(),
                 12u);
    }

    /// The reader sleeps and then answers well: who waited for it would have a model.
    void aStopEndsItAtOnce()
    {
        const std::filesystem::path path = file("sleep.stp", m_step);
        std::stop_source stop;
        const std::jthread asker([&] {
            std::this_thread::sleep_for(std::chrono::milliseconds(300));
            stop.request_stop();
        });
        try {
            readModelInWorker(TEST_MODEL_READER, path, checkModelFile(path), Job(stop.get_token()));
            QFAIL("no error");
        } catch (const Error& e) {
            QCOMPARE(e.code(), ErrorCode::Cancelled);
        }
    }
};

QTEST_GUILESS_MAIN(TestModelWorker)
#include "tst_model_worker.moc"
