#include "core/base/error.h"
#include "core/storage/case_file.h"
#include "core/storage/codec/codec.h"
#include "core/storage/database.h"
#include "core/storage/durable_file.h"
#include "core/storage/schema.h"
#include "tests/core/storage/sample_case.h"

#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <fstream>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace pollux;
namespace fs = std::filesystem;

namespace {

std::string contentOf(const fs::path& path)
{
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

/// The Error that `f` throws; an Error without a message if it throws none.
template <class F>
Error errorOf(F&& f)
{
    try {
        f();
    } catch (const Error& e) {
        return e;
    }
    return Error(ErrorCode::Internal, "");
}

/// Changes a file behind the program's back.
void tamper(const fs::path& path, const std::string& sql)
{
    Database database(path, Database::Mode::ReadWrite);
    database.exec(sql);
}

int filesIn(const fs::path& folder)
{
    return static_cast<int>(std::distance(fs::directory_iterator(folder), fs::directory_iterator()));
}

} // namespace

class TestCaseFile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_dir = m_folder->path().toStdString();
        m_file = m_dir / "a.pollux";
    }
    void cleanup()
    {
        ::chmod(m_dir.c_str(), 0700);
        m_folder.reset();
    }

    void everyKindComesBackToTheLastBit_data()
    {
        QTest::addColumn<bool>("big");
        QTest::newRow("small") << false;
        QTest::newRow("large sparse mask") << true;
    }
    void everyKindComesBackToTheLastBit()
    {
        QFETCH(bool, big);
        const Case before = sample::make(big);
        saveCase(before, m_file, Job());
        QVERIFY(isCaseFile(m_file));
        const Case after = loadCase(m_file, Job());
        QCOMPARE(QString::fromStdString(sample::difference(before, after)), QString());
        // Figures that the comparison by encoding could hide if encoding forgot a field.
        QCOMPARE(after.studies.at(Id("study"))->patientName, before.studies.at(Id("study"))->patientName);
        QCOMPARE(after.studies.at(Id("study"))->patientId.size(), size_t(3));
        QVERIFY(after.studies.at(Id("study"))->gate == before.studies.at(Id("study"))->gate);
        QCOMPARE(after.volumes.at(Id("ct"))->volume.key(), before.volumes.at(Id("ct"))->volume.key());
        QCOMPARE(*after.volumes.at(Id("ct"))->paddingValue, -2000.0);
        QCOMPARE(after.structures.at(Id("liver"))->mask->key(), before.structures.at(Id("liver"))->mask->key());
        QCOMPARE(after.structures.at(Id("liver"))->qualityText, std::string("edge"));
        QVERIFY(std::isnan(after.structures.at(Id("liver"))->measures[1].quantity.value));
        QVERIFY(after.landmarks.at(Id("mark"))->position == before.landmarks.at(Id("mark"))->position);
        QCOMPARE(after.fields.at(Id("map"))->categories, before.fields.at(Id("map"))->categories);
        QCOMPARE(after.fields.at(Id("map-over-time"))->times, before.fields.at(Id("map-over-time"))->times);
        QCOMPARE(after.plans.at(Id("plan-1"))->numbers[0].approximate, true);
        QVERIFY(after.plans.at(Id("plan-1"))->numbers[0].limitKind == LimitKind::AtMost);
        QVERIFY(!after.plans.at(Id("plan-1"))->numbers[1].limitKind);
        QVERIFY(after.plans.at(Id("plan-1"))->findings == before.plans.at(Id("plan-1"))->findings);
        QCOMPARE(after.unknown.at(Id("mesh"))->json, before.unknown.at(Id("mesh"))->json);
        QVERIFY(after.unknown.at(Id("mesh"))->arrays == before.unknown.at(Id("mesh"))->arrays);
        QCOMPARE(after.unknown.at(Id("plan-of-tomorrow"))->schema, 99);
        QVERIFY(after.lineage.at(Id("liver"))->inputs == before.lineage.at(Id("liver"))->inputs);
        if (big) // 590 x 630 x 800 voxels with three set
            QVERIFY2(fs::file_size(m_file) < 2'000'000, std::to_string(fs::file_size(m_file)).c_str());
    }

    void aMapWithoutTimesIsWrittenAsBeforeThereWereAny()
    {
        const Case c = sample::make(false);
        QCOMPARE(encode(*c.fields.at(Id("map"))).schema, 1);
        QCOMPARE(encode(*c.fields.at(Id("map-over-time"))).schema, 2);
        Field still = *c.fields.at(Id("map-over-time"));
        still.times.clear();
        QVERIFY(contentKey(still) != contentKey(*c.fields.at(Id("map-over-time"))));
    }

    void emptyCase()
    {
        saveCase(Case(), m_file, Job());
        QVERIFY(loadCase(m_file, Job()).empty());
    }

    void theFirstFormatIsStillRead()
    {
        // Written once, by the version that made format 1; POLLUX_WRITE_SAMPLE=path writes one of today's format.
        if (const char* path = std::getenv("POLLUX_WRITE_SAMPLE")) {
            Case c = sample::make(false);
            VolumeObject v = *c.volumes.at(Id("ct"));
            v.volume = sample::volume<std::int16_t>(20, 10, 70, 1);
            c.volumes[Id("ct")] = std::make_shared<const VolumeObject>(v);
            c.volumes.erase(Id("v16"));
            saveCase(c, path, Job());
        }
        const fs::path stored = fs::path(POLLUX_SOURCE_DIR) / "tests/data/case_format_1.pollux";
        const std::string old = contentOf(stored);
        const Case c = loadCase(stored, Job());
        QCOMPARE(c.plans.at(Id("plan-1"))->points[1].position.x(), 0.1);
        QVERIFY(c.plans.at(Id("plan-1"))->numbers[0].limitValue); // it came before the side of a limit was kept
        QVERIFY(!c.plans.at(Id("plan-1"))->numbers[0].limitKind);
        QCOMPARE(c.structures.at(Id("liver"))->mask->count(), std::int64_t(3));
        QCOMPARE(c.structures.at(Id("liver"))->tree->nodes[0].radius, 1.0 / 7);
        QCOMPARE(c.volumes.at(Id("ct"))->volume.key(), sample::volume<std::int16_t>(20, 10, 70, 1).key());
        QCOMPARE(c.volumes.at(Id("vf"))->volume.as<float>()[9], 1e-42f);
        QCOMPARE(c.lineage.at(Id("liver"))->operationVersion, 4);
        QCOMPARE(c.unknown.at(Id("mesh"))->kind, std::string("heart.mesh"));
        QVERIFY(contentOf(stored) == old);
    }

    void migrationsRunInOrderOrNotAtAll()
    {
        static const Migration chain[] = {
            {2, [](Database& d) { d.exec("UPDATE meta SET value = value || '+two' WHERE key = 'trace'"); }},
            {1, [](Database& d) { d.exec("INSERT INTO meta VALUES ('trace', 'one')"); }},
            {3, [](Database& d) { d.exec("DELETE FROM meta; SELECT * FROM not_there"); }}};
        Database database({}, Database::Mode::Memory);
        createSchema(database);
        migrate(database, chain, 3);
        QCOMPARE(database.number("PRAGMA user_version"), std::int64_t(3));
        QCOMPARE(database.number("SELECT count(*) FROM meta WHERE value = 'one+two'"), std::int64_t(1));
        // A step that fails leaves the format it started from.
        QCOMPARE(errorOf([&] { migrate(database, chain, 4); }).code(), ErrorCode::BadInput);
        QCOMPARE(database.number("PRAGMA user_version"), std::int64_t(3));
        QVERIFY(database.number("SELECT count(*) FROM meta") > 0);
        QCOMPARE(errorOf([&] { migrate(database, {}, 4); }).code(), ErrorCode::Unsupported);
        QCOMPARE(errorOf([&] { migrate(database, chain, 2); }).code(), ErrorCode::Unsupported);
    }

    void whatIsNoCaseIsRefused()
    {
        QCOMPARE(errorOf([&] { loadCase(m_file, Job()); }).code(), ErrorCode::NotFound);
        QCOMPARE(errorOf([&] { loadCase(m_dir, Job()); }).code(), ErrorCode::BadInput);
        std::ofstream(m_file) << "";
        QCOMPARE(errorOf([&] { loadCase(m_file, Job()); }).code(), ErrorCode::BadInput);
        std::ofstream(m_file) << std::string(5000, 'x');
        QCOMPARE(errorOf([&] { loadCase(m_file, Job()); }).code(), ErrorCode::BadInput);
        QVERIFY(!isCaseFile(m_file));
        fs::remove(m_file);
        saveCase(sample::make(false), m_file, Job());
        tamper(m_file, "PRAGMA application_id = 42");
        const Error e = errorOf([&] { loadCase(m_file, Job()); });
        QCOMPARE(e.code(), ErrorCode::BadInput);
        QVERIFY(e.message().find("not a Pollux case") != std::string::npos && !e.advice().empty());
    }

    void aNewerFormatNamesItself()
    {
        saveCase(sample::make(false), m_file, Job());
        tamper(m_file, "PRAGMA user_version = 7");
        const Error e = errorOf([&] { loadCase(m_file, Job()); });
        QCOMPARE(e.code(), ErrorCode::Unsupported);
        QVERIFY(e.message().find("format 7") != std::string::npos);
        QVERIFY(e.advice().find("7") != std::string::npos);
    }

    void aFileCutInHalfNamesTheLastGoodState()
    {
        const Case first = sample::make(false);
        saveCase(first, m_file, Job());
        saveCase(Case(), m_file, Job());
        saveCase(first, m_file, Job());
        const auto size = fs::file_size(m_file);
        for (const double part : {0.99, 0.5, 0.1}) {
            fs::resize_file(m_file, static_cast<std::uintmax_t>(static_cast<double>(size) * part));
            QVERIFY(isCaseFile(m_file));
            const Error e = errorOf([&] { loadCase(m_file, Job()); });
            QCOMPARE(e.code(), ErrorCode::BadInput);
            QVERIFY(e.message().find("cut off") != std::string::npos);
            QVERIFY(e.advice().find("'~'") != std::string::npos);
        }
        QVERIFY(loadCase(backupOf(m_file), Job()).empty()); // what the save before the last one wrote
    }

    void damagedBytesNeverGetThrough_data()
    {
        QTest::addColumn<QString>("sql");
        QTest::newRow("bits of a chunk") << "UPDATE chunk SET data = substr(data, 1, 40) || x'55' || substr(data, 42)"
                                            " WHERE idx = 0";
        QTest::newRow("a chunk of another")
            << "UPDATE chunk SET data = (SELECT data FROM chunk b WHERE b.array = chunk.array"
               " AND b.idx = 0) WHERE idx = 1 AND raw_len = 524288";
        QTest::newRow("chunk missing") << "DELETE FROM chunk WHERE idx = 1";
        QTest::newRow("chunk empty") << "UPDATE chunk SET data = x''";
        QTest::newRow("raw length") << "UPDATE chunk SET raw_len = raw_len + 1 WHERE idx = 0";
        QTest::newRow("huge shape") << "UPDATE array SET shape = '8589934592x1x1'";
        QTest::newRow("shape that overflows") << "UPDATE array SET shape = '8589934592x8589934592x8589934592'";
        QTest::newRow("negative shape") << "UPDATE array SET shape = '-1x1x1'";
        QTest::newRow("brick of zero") << "UPDATE array SET brick = '0x64x64'";
        QTest::newRow("huge brick") << "UPDATE array SET brick = '4194304x4194304x4194304'";
        QTest::newRow("type") << "UPDATE array SET dtype = 'float64' WHERE dtype = 'int16'";
        QTest::newRow("array gone") << "DELETE FROM array";
        QTest::newRow("use gone") << "DELETE FROM uses WHERE object = 'ct'";
        QTest::newRow("swapped key") << "UPDATE uses SET array = 'zz' WHERE object = 'ct'";
        QTest::newRow("json cut") << "UPDATE object SET json = substr(json, 1, 20) WHERE id = 'plan-1'";
        QTest::newRow("json of another kind") << "UPDATE object SET json = '[]' WHERE id = 'study'";
        QTest::newRow("json field")
            << "UPDATE object SET json = replace(json, '\"state\":\"approved\"', '\"state\":7')";
        QTest::newRow("deep json")
            << "UPDATE object SET json = (WITH RECURSIVE n(i, s) AS (SELECT 1, '[' UNION ALL SELECT"
               " i + 1, s || s FROM n WHERE i < 18) SELECT s FROM n WHERE i = 18) WHERE id = 'mark'";
        QTest::newRow("bad id") << "UPDATE object SET id = 'No Id' WHERE id = 'mark'";
        QTest::newRow("lineage") << "UPDATE lineage SET json = '{}'";
        QTest::newRow("table gone") << "DROP TABLE chunk";
        QTest::newRow("a view") << "CREATE VIEW v AS SELECT 1";
        QTest::newRow("a trigger") << "CREATE TRIGGER t AFTER INSERT ON meta BEGIN DELETE FROM object; END";
    }
    void damagedBytesNeverGetThrough()
    {
        QFETCH(QString, sql);
        saveCase(sample::make(false), m_file, Job());
        tamper(m_file, sql.toStdString());
        const Error e = errorOf([&] { loadCase(m_file, Job()); });
        QVERIFY2(e.code() == ErrorCode::BadInput, e.what());
        QVERIFY(!e.message().empty());
    }

    void randomDamageIsRefusedOrHarmless()
    {
        const Case before = sample::make(false);
        saveCase(before, m_file, Job());
        const std::string whole = contentOf(m_file);
        std::uint32_t state = 12345;
        const auto next = [&] { return state = state * 1664525u + 1013904223u, state >> 4; };
        int refused = 0;
        for (int round = 0; round < 150; ++round) {
            std::string bytes = whole;
            const int flips = 1 + static_cast<int>(next() % 20);
            for (int i = 0; i < flips; ++i)
                bytes[next() % bytes.size()] = static_cast<char>(next());
            std::ofstream(m_file, std::ios::binary) << bytes;
            try {
                loadCase(m_file, Job()); // unused bytes of a page may have been hit
            } catch (const Error& e) {
                QVERIFY2(e.code() != ErrorCode::Internal, e.what());
                ++refused;
            }
        }
        QVERIFY2(refused > 75, std::to_string(refused).c_str());
    }

    void aFullDiskLeavesTheOldFileWhole()
    {
        const Case first = apply(Case(), [] {
            Edit e;
            e.put(Id("mark"), Landmark{"Tip", Vec3(1, 2, 3)});
            return e;
        }());
        saveCase(first, m_file, Job());
        const std::string old = contentOf(m_file);
        struct rlimit before = {};
        getrlimit(RLIMIT_FSIZE, &before);
        std::signal(SIGXFSZ, SIG_IGN);
        for (const rlim_t limit : {0, 20000, 200000, 400000}) {
            struct rlimit small = before;
            small.rlim_cur = limit;
            setrlimit(RLIMIT_FSIZE, &small);
            const Error e = errorOf([&] { saveCase(sample::make(false), m_file, Job()); });
            setrlimit(RLIMIT_FSIZE, &before);
            QVERIFY2(e.code() == ErrorCode::Io, e.what());
            QVERIFY(!e.advice().empty());
            QVERIFY(contentOf(m_file) == old);
            QCOMPARE(filesIn(m_dir), 1); // nothing is left lying about
        }
        saveCase(sample::make(false), m_file, Job());
        QVERIFY(!loadCase(m_file, Job()).volumes.empty());
    }

    void aReadOnlyFolderIsRefusedWithAdvice()
    {
        if (::geteuid() == 0)
            QVERIFY(::seteuid(65534) == 0); // root may write anywhere: become nobody for this test
        const fs::path folder = fs::temp_directory_path() / ("pollux-ro-" + std::to_string(::getpid()));
        fs::create_directory(folder);
        saveCase(Case(), folder / "a.pollux", Job());
        ::chmod(folder.c_str(), 0500);
        const Error e = errorOf([&] { saveCase(sample::make(false), folder / "a.pollux", Job()); });
        QVERIFY(loadCase(folder / "a.pollux", Job()).empty()); // reading needs no right to write
        ::chmod(folder.c_str(), 0700);
        ::chmod((folder / "a.pollux").c_str(), 0400);
        const Error protectedFile = errorOf([&] { saveCase(sample::make(false), folder / "a.pollux", Job()); });
        fs::remove_all(folder);
        if (::getuid() == 0)
            QVERIFY(::seteuid(0) == 0);
        QCOMPARE(e.code(), ErrorCode::Io);
        QVERIFY(!e.advice().empty());
        QCOMPARE(protectedFile.code(), ErrorCode::Io);
        QCOMPARE(errorOf([&] { saveCase(Case(), m_dir / "none" / "a.pollux", Job()); }).code(), ErrorCode::Io);
    }

    void savingKeepsModeLinksAndABackup()
    {
        saveCase(Case(), m_file, Job());
        ::chmod(m_file.c_str(), 0640);
        const fs::path link = m_dir / "link.pollux";
        fs::create_symlink(m_file, link);
        saveCase(sample::make(false), link, Job());
        QVERIFY(fs::is_symlink(link));
        QVERIFY(!loadCase(m_file, Job()).empty());
        QVERIFY(loadCase(backupOf(m_file), Job()).empty());
        struct stat s = {};
        ::stat(m_file.c_str(), &s);
        QCOMPARE(s.st_mode & 0777, mode_t(0640));
    }

    void aStopLeavesTheOldFile()
    {
        saveCase(Case(), m_file, Job());
        std::stop_source stop;
        stop.request_stop();
        QCOMPARE(errorOf([&] { saveCase(sample::make(false), m_file, Job(stop.get_token())); }).code(),
                 ErrorCode::Cancelled);
        QVERIFY(loadCase(m_file, Job()).empty());
        QCOMPARE(filesIn(m_dir), 1);
        saveCase(sample::make(false), m_file, Job());
        QCOMPARE(errorOf([&] { loadCase(m_file, Job(stop.get_token())); }).code(), ErrorCode::Cancelled);
    }

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    fs::path m_dir;
    fs::path m_file;
};

QTEST_GUILESS_MAIN(TestCaseFile)
#include "tst_case_file.moc"
