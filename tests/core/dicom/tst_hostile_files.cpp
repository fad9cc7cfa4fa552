// Files that claim more than they hold: refused for what they are, without the memory that they ask for.

#include "core/base/error.h"
#include "core/dicom/import.h"
#include "tests/core/dicom/synthetic.h"
#include "tests/core/dicom/zip_files.h"

#include <QTemporaryDir>
#include <QtTest>
#include <dcmtk/dcmdata/dcrleerg.h>
#include <dcmtk/dcmjpeg/djencode.h>
#include <dcmtk/dcmjpeg/djrplol.h>

#include <limits>

using namespace pollux;
using pollux::test::contentOf;
using pollux::test::writeZip;
using pollux::test::ZipEntry;
using synthetic::Slice;
namespace fs = std::filesystem;

namespace {

/// The most memory (MiB) that the process had beyond what it has now, while `work` ran.
double peakOf(const std::function<void()>& work)
{
    const auto read = [](const char* key) {
        std::ifstream in("/proc/self/status");
        std::string line;
        while (std::getline(in, line))
            if (line.starts_with(key))
                return std::stol(line.substr(line.find_first_of("0123456789"))) / 1024.0;
        return -1.0;
    };
    std::ofstream("/proc/self/clear_refs") << "5"; // the peak begins anew
    const double before = read("VmRSS:");
    work();
    return read("VmHWM:") - before;
}

template <class F>
Error errorOf(F&& f)
{
    try {
        f();
    } catch (const Error& e) {
        return e;
    }
    return Error(ErrorCode::Internal, "nothing was thrown");
}

bool has(const Findings& findings, const char* code)
{
    return std::any_of(findings.begin(), findings.end(), [&](const Finding& f) { return f.code == code; });
}

} // namespace

class TestHostileFiles : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_dir;
    fs::path folder() const { return m_dir->path().toStdString(); }

    /// A file of 1 x 1 pixels of 8 bits that says `frames`; it holds as many bytes of pixels as `there`.
    fs::path frames(const char* name, std::size_t says, std::size_t there,
                    const std::function<void(DcmDataset&)>& edit = {}) const
    {
        synthetic::write({}, folder() / name, 0);
        DcmFileFormat file;
        file.loadFile((folder() / name).c_str());
        DcmDataset& d = *file.getDataset();
        d.putAndInsertUint16(DCM_Rows, 1);
        d.putAndInsertUint16(DCM_Columns, 1);
        d.putAndInsertUint16(DCM_BitsAllocated, 8);
        d.putAndInsertUint16(DCM_BitsStored, 8);
        d.putAndInsertUint16(DCM_HighBit, 7);
        d.putAndInsertString(DCM_NumberOfFrames, std::to_string(says).c_str());
        const std::vector<Uint8> pixels(there, 1);
        d.putAndInsertUint8Array(DCM_PixelData, pixels.data(), static_cast<unsigned long>(pixels.size()));
        if (edit)
            edit(d);
        file.saveFile((folder() / name).c_str(), EXS_LittleEndianExplicit);
        return folder() / name;
    }

private Q_SLOTS:
    void init() { m_dir = std::make_unique<QTemporaryDir>(); }

    /// A frame's header takes some 600 bytes: a million of them must not follow from a number in a small file.
    void claimedFramesTakeNoMemory()
    {
        const fs::path lie = frames("lie", 1'000'000, 100);
        const fs::path loop = frames("loop", 1'000'000, 1'000'000);
        ScanResult a, b;
        const double peak = peakOf([&] {
            a = scanSource(lie, {});
            b = scanSource(loop, {});
        });
        QVERIFY2(peak < 64, qPrintable(QString::number(peak)));
        QVERIFY(!a.series.front().loadable && has(a.series.front().gate, "file.truncated"));
        QVERIFY(!b.series.front().loadable && has(b.series.front().gate, "geometry.unplaced"));
        QCOMPARE(b.series.front().frames, 1'000'000);
    }

    void framesThatAreNotDescribedAreRefused()
    {
        const auto describe = [](int count) {
            return [count](DcmDataset& d) {
                DcmItem *item = nullptr, *group = nullptr;
                for (int f = 0; f < count; ++f) {
                    d.findOrCreateSequenceItem(DCM_PerFrameFunctionalGroupsSequence, item, f);
                    item->findOrCreateSequenceItem(DCM_PlanePositionSequence, group, 0);
                    group->putAndInsertString(DCM_ImagePositionPatient, ("0\\0\\" + std::to_string(f)).c_str());
                }
            };
        };
        const Error e = errorOf([&] { scanSource(frames("few", 900'000, 900'000, describe(5)), {}); });
        QCOMPARE(e.code(), ErrorCode::BadInput);
        QVERIFY(QString::fromStdString(e.message()).contains("damaged"));
        // And as many as are described are read.
        const ScanResult good = scanSource(frames("good", 6, 6, describe(6)), {});
        QVERIFY(good.series.front().loadable);
        QCOMPARE(loadSeries(good, good.series.front(), {}).volume.grid().size[2], 6);
    }

    void aClaimOfRowsAndColumnsTakesNoMemory_data()
    {
        QTest::addColumn<int>("syntax");
        QTest::newRow("little endian") << static_cast<int>(EXS_LittleEndianExplicit);
        QTest::newRow("big endian") << static_cast<int>(EXS_BigEndianExplicit);
        QTest::newRow("deflated") << static_cast<int>(EXS_DeflatedLittleEndianExplicit);
        QTest::newRow("RLE") << static_cast<int>(EXS_RLELossless);
        QTest::newRow("JPEG lossless") << static_cast<int>(EXS_JPEGProcess14SV1);
    }
    /// 6 images of 600 MB each, in files of a few hundred bytes.
    void aClaimOfRowsAndColumnsTakesNoMemory()
    {
        QFETCH(int, syntax);
        const auto coding = static_cast<E_TransferSyntax>(syntax);
        synthetic::writeStack(folder() / "s", 6, 2, [](Slice& s, int) { s.isSigned = false; });
        DJEncoderRegistration::registerCodecs();
        DcmRLEEncoderRegistration::registerCodecs();
        for (const auto& entry : fs::directory_iterator(folder() / "s")) {
            DcmFileFormat file;
            QVERIFY(file.loadFile(entry.path().c_str()).good());
            const DJ_RPLossless lossless;
            const DcmRepresentationParameter* how = coding == EXS_JPEGProcess14SV1 ? &lossless : nullptr;
            QVERIFY(file.getDataset()->chooseRepresentation(coding, how).good());
            file.getDataset()->putAndInsertUint16(DCM_Rows, 20'000);
            file.getDataset()->putAndInsertUint16(DCM_Columns, 15'000);
            QVERIFY(file.saveFile(entry.path().c_str(), coding).good());
        }
        DcmRLEEncoderRegistration::cleanup();
        DJEncoderRegistration::cleanup();
        Error e(ErrorCode::Internal, "");
        const double peak = peakOf([&] {
            e = errorOf([&] {
                const ScanResult scan = scanSource(folder() / "s", {});
                loadSeries(scan, scan.series.front(), {});
            });
        });
        QVERIFY2(peak < 64, qPrintable(QString::number(peak)));
        QVERIFY2(e.code() != ErrorCode::Internal, e.what());
        const QString message = QString::fromStdString(e.message());
        QVERIFY2(message.contains("damaged or incomplete") || message.contains("before the last pixel"), e.what());
    }

    void aZipThatLiesTakesNoMemory_data()
    {
        QTest::addColumn<int>("kind");
        QTest::newRow("more than deflate can give") << 0;
        QTest::newRow("stored, yet larger than its bytes") << 1;
        QTest::newRow("entries over one another") << 2;
        QTest::newRow("as much as deflate could give") << 3;
    }
    void aZipThatLiesTakesNoMemory()
    {
        QFETCH(int, kind);
        // What the entry holds begins like DICOM, so that all of it is asked for.
        std::string dicom(128, '\0');
        dicom += "DICM";
        dicom += std::string("\x08\x00\x18\x00UI\x00\x00", 8) + std::string(1, '\x00');
        std::vector<ZipEntry> entries;
        if (kind == 0)
            entries = {{"a", dicom, 8, 4'000'000'000u}};
        else if (kind == 1)
            entries = {{"a", dicom, 0, 4'000'000'000u}};
        else if (kind == 2) {
            entries = {{"a", dicom + std::string(500'000, 'x')}};
            for (int n = 0; n < 100; ++n)
                entries.push_back({"b" + std::to_string(n), entries[0].bytes, 0, 0, -1, true});
        } else {
            // Stored by name, deflated by claim: the 4 GB are never there.
            for (int n = 0; n < 4; ++n)
                entries.push_back({"a" + std::to_string(n), dicom, 8, 1'000'000'000u, 1'000'000});
        }
        writeZip(folder() / "x.zip", entries, kind == 3 ? 8 << 20 : 0);
        Error e(ErrorCode::Internal, "");
        const double peak = peakOf([&] { e = errorOf([&] { scanSource(folder() / "x.zip", {}); }); });
        QVERIFY2(peak < 128, qPrintable(QString::number(peak)));
        QVERIFY2(e.code() == ErrorCode::BadInput || e.code() == ErrorCode::Io, e.what());
        QVERIFY(!e.advice().empty());
        if (kind < 3)
            QVERIFY(QString::fromStdString(e.message()).contains("more than can be opened safely"));
    }

    void anHonestZipIsRead()
    {
        synthetic::writeStack(folder() / "s", 6, 2);
        std::vector<ZipEntry> inner;
        for (const auto& entry : fs::directory_iterator(folder() / "s"))
            inner.push_back({entry.path().filename().string(), contentOf(entry.path())});
        writeZip(folder() / "inner.zip", inner);
        writeZip(folder() / "outer.zip", {{"study/inner.zip", contentOf(folder() / "inner.zip")}});
        for (const char* name : {"inner.zip", "outer.zip"}) {
            const ScanResult scan = scanSource(folder() / name, {});
            QCOMPARE(scan.series.size(), 1u);
            QVERIFY(scan.findings.empty());
            QCOMPARE(loadSeries(scan, scan.series.front(), {}).volume.at(3, 4, 5), 5034.0);
        }
    }

    /// Floating-point pixels (parametric map) may be NaN; a mean or a surface of them would be none.
    void voxelsWithoutANumberAreCounted()
    {
        const auto write = [&](float bad, bool all) {
            fs::remove_all(folder() / "s");
            synthetic::writeStack(folder() / "s", 5, 2, [](Slice& s, int) { s.modality = "MR"; });
            for (const auto& entry : fs::directory_iterator(folder() / "s")) {
                DcmFileFormat file;
                file.loadFile(entry.path().c_str());
                DcmDataset& d = *file.getDataset();
                d.putAndInsertString(DCM_SOPClassUID, UID_ParametricMapStorage);
                d.putAndInsertUint16(DCM_BitsAllocated, 32);
                delete d.remove(DCM_PixelData);
                std::vector<Float32> values(12 * 16, all ? bad : 2.5f);
                values[7] = bad;
                values[8] = all ? bad : -4;
                d.putAndInsertFloat32Array(DCM_FloatPixelData, values.data(), 12 * 16);
                file.saveFile(entry.path().c_str(), EXS_LittleEndianExplicit);
            }
        };
        for (const float bad : {std::numeric_limits<float>::quiet_NaN(), std::numeric_limits<float>::infinity()}) {
            write(bad, false);
            const ScanResult scan = scanSource(folder() / "s", {});
            const VolumeObject v = loadSeries(scan, scan.series.front(), {});
            QCOMPARE(v.volume.at(7, 0, 2), -4.0);
            QCOMPARE(v.volume.at(8, 0, 2), -4.0);
            QCOMPARE(v.volume.at(9, 0, 2), 2.5);
            const auto f = std::find_if(v.gate.begin(), v.gate.end(),
                                        [](const Finding& g) { return g.code == "values.not-finite"; });
            QVERIFY(f != v.gate.end() && f->severity == Severity::Warning && !f->advice.empty());
            QVERIFY(f->text.starts_with("5 voxels hold no number") && f->text.find("-4.00") != std::string::npos);
            write(bad, true);
            const ScanResult none = scanSource(folder() / "s", {});
            const Error e = errorOf([&] { loadSeries(none, none.series.front(), {}); });
            QCOMPARE(e.code(), ErrorCode::BadInput);
            QVERIFY(QString::fromStdString(e.message()).contains("holds a number"));
        }
    }
};

QTEST_GUILESS_MAIN(TestHostileFiles)
#include "tst_hostile_files.moc"
