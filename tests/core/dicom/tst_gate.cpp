#include "core/base/error.h"
#include "core/dicom/import.h"
#include "core/operation/run.h"
#include "core/operation/standard/standard.h"
#include "tests/core/dicom/synthetic.h"

#include <QTemporaryDir>
#include <QtTest>

#include <fstream>
#include <random>

using namespace pollux;
using synthetic::Slice;

namespace {

std::vector<char> bytesOf(const std::filesystem::path& path)
{
    std::ifstream in(path, std::ios::binary);
    return std::vector<char>(std::istreambuf_iterator<char>(in), {});
}

void writeBytes(const std::filesystem::path& path, const std::vector<char>& bytes)
{
    std::ofstream(path, std::ios::binary).write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
}

} // namespace

class TestGate : public QObject
{
    Q_OBJECT

    /// Scans and loads whatever there is; the only thing that may come out is an Error.
    static bool survives(const std::filesystem::path& path, int& loaded)
    {
        try {
            const ScanResult scan = scanSource(path, {});
            for (const SeriesFound& s : scan.series)
                if (s.loadable && s.kind == SeriesFound::Kind::Image) {
                    loadSeries(scan, s, {});
                    ++loaded;
                }
        } catch (const Error& e) {
            return !e.message().empty() && !e.advice().empty() && e.code() != ErrorCode::Internal;
        }
        return true;
    }

    static ParamValues values(const std::filesystem::path& path)
    {
        ParamValues v;
        v.set("path", path.string());
        return v;
    }

private Q_SLOTS:
    void mutants_data()
    {
        QTest::addColumn<int>("syntax");
        QTest::newRow("explicit") << static_cast<int>(EXS_LittleEndianExplicit);
        QTest::newRow("implicit") << static_cast<int>(EXS_LittleEndianImplicit);
        QTest::newRow("big endian") << static_cast<int>(EXS_BigEndianExplicit);
    }

    /// 300 damaged copies of a valid file, always the same ones: flipped, cut, with lengths set to extremes.
    void mutants()
    {
        QFETCH(int, syntax);
        QTemporaryDir dir;
        const std::filesystem::path good = dir.path().toStdString() + "/good";
        Slice s;
        s.syntax = static_cast<E_TransferSyntax>(syntax);
        synthetic::write(s, good, 1);
        const std::vector<char> bytes = bytesOf(good);
        QVERIFY(bytes.size() > 800);
        int loaded = 0;
        QVERIFY(survives(good, loaded));
        QCOMPARE(loaded, 1);
        std::mt19937 random(20260501);
        for (int round = 0; round < 300; ++round) {
            std::vector<char> bad = bytes;
            const auto at = [&](std::size_t from) { return from + random() % (bad.size() - from); };
            switch (round % 4) {
            case 0: // cut
                bad.resize(132 + random() % (bad.size() - 132));
                break;
            case 1: // a few bytes of the header
                for (int k = 0; k < 4; ++k)
                    bad[132 + random() % (bad.size() - 132 - 384)] = static_cast<char>(random());
                break;
            case 2: // an extreme number somewhere
            {
                const std::size_t where = at(132);
                for (std::size_t k = where; k < std::min(where + 4, bad.size()); ++k)
                    bad[k] = static_cast<char>(round % 8 == 2 ? 0xff : 0x7f);
                break;
            }
            default: // anywhere
                for (int k = 0; k < 16; ++k)
                    bad[at(0)] = static_cast<char>(random());
            }
            const std::filesystem::path path = dir.path().toStdString() + "/bad";
            writeBytes(path, bad);
            QVERIFY2(survives(path, loaded), qPrintable(QString("round %1").arg(round)));
        }
        QVERIFY2(loaded > 20, "the damage must leave some files readable, or the test only sees refusals");
    }

    void imageFileMutants()
    {
        // A NIfTI-1 header by hand: 4 x 3 x 2 int16, 1 mm.
        std::vector<char> bytes(352 + 48, 0);
        const auto put16 = [&](std::size_t at, std::int16_t v) { std::memcpy(bytes.data() + at, &v, 2); };
        const auto putFloat = [&](std::size_t at, float v) { std::memcpy(bytes.data() + at, &v, 4); };
        const std::int32_t head = 348;
        std::memcpy(bytes.data(), &head, 4);
        put16(40, 3);
        put16(42, 4);
        put16(44, 3);
        put16(46, 2);
        put16(48, 1);
        put16(70, 4);
        put16(72, 16);
        for (std::size_t i = 0; i < 4; ++i)
            putFloat(76 + 4 * i, 1);
        putFloat(108, 352);
        put16(254, 1);
        putFloat(280, 1);
        putFloat(300, 1);
        putFloat(320, 1);
        std::memcpy(bytes.data() + 344, "n+1", 4);
        for (std::int16_t i = 0; i < 24; ++i)
            put16(352 + 2 * static_cast<std::size_t>(i), i);
        QTemporaryDir dir;
        const std::filesystem::path path = dir.path().toStdString() + "/x.nii";
        writeBytes(path, bytes);
        const ScanResult scan = scanSource(path, {});
        const VolumeObject v = loadSeries(scan, scan.series.front(), {});
        QCOMPARE(v.volume.grid().size, (Index3{4, 3, 2}));
        // RAS in the file, LPS here: +i runs to the patient's right, so to -x.
        QVERIFY(v.volume.grid().direction(0, 0) < -0.99 && v.volume.grid().direction(1, 1) < -0.99);
        QCOMPARE(v.volume.at(3, 2, 1), 23.0);
        std::mt19937 random(7);
        int loaded = 0;
        for (int round = 0; round < 300; ++round) {
            std::vector<char> bad = bytes;
            for (int k = 0; k < 3; ++k)
                bad[random() % 352] = static_cast<char>(random());
            if (round % 5 == 0)
                bad.resize(random() % bad.size());
            writeBytes(path, bad);
            QVERIFY2(survives(path, loaded), qPrintable(QString("round %1").arg(round)));
        }
    }

    void importAddsStudyAndVolume()
    {
        QTemporaryDir dir;
        synthetic::writeStack(dir.path().toStdString(), 9, 2, [](Slice& s, int k) { s.z = 2.0 * (k < 4 ? k : k + 1); });
        Registry registry;
        installImportOperations(registry);
        Job job;
        const RunResult r =
            runOperation(registry.at("import.study"), Case(), values(dir.path().toStdString()), {}, job);
        QCOMPARE(r.after.studies.size(), 1u);
        const VolumeObject& ct = r.after.volume(Id("ct"));
        QCOMPARE(ct.study, Id("study"));
        QCOMPARE(ct.volume.grid().size[2], 10);
        bool gap = false;
        for (const Finding& f : ct.gate)
            gap = gap || f.code == "geometry.gap";
        QVERIFY(gap);
        // The same study again: one study, two volumes.
        const RunResult again =
            runOperation(registry.at("import.study"), r.after, values(dir.path().toStdString()), {}, job);
        QCOMPARE(again.after.studies.size(), 1u);
        QCOMPARE(again.after.volumes.size(), 2u);
    }

    void importRefusesAnotherPatient()
    {
        QTemporaryDir one;
        QTemporaryDir two;
        synthetic::writeStack(one.path().toStdString(), 6, 2);
        synthetic::writeStack(two.path().toStdString(), 6, 2, [](Slice& s, int) { s.patientId = "T2"; });
        Registry registry;
        installImportOperations(registry);
        Job job;
        const RunResult r =
            runOperation(registry.at("import.study"), Case(), values(one.path().toStdString()), {}, job);
        QVERIFY_THROWS_EXCEPTION(
            Error, runOperation(registry.at("import.study"), r.after, values(two.path().toStdString()), {}, job));
    }

    void importChecksThePath()
    {
        Registry registry;
        installImportOperations(registry);
        QVERIFY(blocks(checkOperation(registry.at("import.study"), Case(), values("/nowhere/at/all"))));
        QVERIFY(blocks(checkOperation(registry.at("import.study"), Case(), ParamValues())));
    }
};

QTEST_GUILESS_MAIN(TestGate)
#include "tst_gate.moc"
