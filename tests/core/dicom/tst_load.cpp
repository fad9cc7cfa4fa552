#include "core/base/error.h"
#include "core/dicom/import.h"
#include "tests/core/dicom/synthetic.h"

#include <QTemporaryDir>
#include <QtTest>
#include <dcmtk/dcmjpeg/djencode.h>
#include <dcmtk/dcmjpeg/djrplol.h>

#include <cmath>
#include <fstream>

using namespace pollux;
using synthetic::Slice;

namespace {

const Finding* find(const Findings& findings, const char* code)
{
    for (const Finding& f : findings)
        if (f.code == code)
            return &f;
    return nullptr;
}

bool near(double a, double b, double tolerance = 1e-6)
{
    return std::abs(a - b) <= tolerance;
}

} // namespace

class TestLoad : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_dir;
    std::filesystem::path folder() const { return m_dir->path().toStdString(); }
    ScanResult scan() const { return scanSource(folder(), {}); }
    VolumeObject load() const
    {
        const ScanResult s = scan();
        return loadSeries(s, s.series.front(), {});
    }

private Q_SLOTS:
    void init() { m_dir = std::make_unique<QTemporaryDir>(); }

    void sortsByPositionNotByNumber()
    {
        synthetic::writeStack(folder() / "deep/er", 8, 2.5);
        std::ofstream(folder() / "readme.txt") << "not an image";
        const ScanResult s = scan();
        QCOMPARE(s.series.size(), 1u);
        QCOMPARE(s.filesUnreadable, 1);
        const VolumeObject v = loadSeries(s, s.series.front(), {});
        QCOMPARE(v.volume.grid().size, (Index3{16, 12, 8}));
        QVERIFY(near(v.volume.grid().spacing[0], 1.5) && near(v.volume.grid().spacing[1], 2) &&
                near(v.volume.grid().spacing[2], 2.5));
        QCOMPARE(v.volume.at(3, 4, 5), 5034.0);
        QCOMPARE(v.unit, std::string("HU"));
        QVERIFY(s.series.front().gate.empty());
    }

    void reversedAndObliqueOrientation()
    {
        // Rows along +y, columns along -z (sagittal): slices along row x column = -x.
        synthetic::writeStack(folder(), 6, 1, [](Slice& s, int k) {
            s.orientation = "0\\1\\0\\0\\0\\-1";
            s.x = 3.0 * k;
            s.z = 0;
        });
        const VolumeObject v = load();
        const Grid& g = v.volume.grid();
        QVERIFY(near(g.direction(0, 2), -1));
        QVERIFY(near(g.spacing[2], 3));
        // The slice at x = 15 (k = 5) comes first.
        QVERIFY(near(g.origin[0], 15));
        QCOMPARE(v.volume.at(0, 0, 0), 5000.0);
        const Vec3 p = g.toPatient(2, 3, 1);
        QVERIFY(near(p[0], 12) && near(p[1], 3) && near(p[2], -6));
    }

    void missingSliceIsInterpolatedAndNamed()
    {
        synthetic::writeStack(folder(), 9, 2, [](Slice& s, int k) { s.z = 2.0 * (k < 4 ? k : k + 1); });
        const ScanResult s = scan();
        const Finding* gap = find(s.series.front().gate, "geometry.gap");
        QVERIFY(gap && gap->place && gap->severity == Severity::Warning);
        QVERIFY(near((*gap->place)[2], 8));
        const VolumeObject v = loadSeries(s, s.series.front(), {});
        QCOMPARE(v.volume.grid().size[2], 10);
        QCOMPARE(v.volume.at(2, 1, 3), 3021.0);
        QCOMPARE(v.volume.at(2, 1, 4), 3521.0); // halfway between 3021 and 4021
        QCOMPARE(v.volume.at(2, 1, 5), 4021.0);
    }

    void unevenSpacingIsResampled()
    {
        // A field linear in z must come out linear whatever the planes are.
        const std::vector<double> z{0, 2, 4, 6.7, 8, 10, 12};
        synthetic::writeStack(folder(), 7, 2, [&](Slice& s, int k) {
            s.z = z[static_cast<std::size_t>(k)];
            s.value = [at = s.z](int, int) { return static_cast<int>(std::lround(100 * at)); };
        });
        const ScanResult s = scan();
        QVERIFY(find(s.series.front().gate, "geometry.spacing"));
        const VolumeObject v = loadSeries(s, s.series.front(), {});
        QVERIFY(near(v.volume.grid().spacing[2], 2));
        for (int k = 0; k < v.volume.grid().size[2]; ++k)
            QVERIFY(near(v.volume.at(1, 1, k), 200.0 * k, 1.0));
    }

    void gantryTiltIsStraightened()
    {
        // Planes set off in y by z tan 15 deg; the object is a function of the patient's y, so that it must come out
        // upright.
        const double shift = 3 * std::tan(15 * 3.14159265358979 / 180);
        synthetic::writeStack(folder(), 10, 3, [&](Slice& s, int k) {
            s.y = shift * k;
            s.value = [y0 = s.y](int, int j) { return static_cast<int>(std::lround(100 * (y0 + 2 * j))); };
        });
        const ScanResult s = scan();
        QVERIFY(find(s.series.front().gate, "geometry.tilt"));
        const VolumeObject v = loadSeries(s, s.series.front(), {});
        const Grid& g = v.volume.grid();
        int checked = 0;
        for (int k = 0; k < g.size[2]; ++k)
            for (int j = 0; j < g.size[1]; ++j) {
                const double y = g.toPatient(4, j, k)[1];
                if (y < shift * k || y > shift * k + 22)
                    continue; // outside the tilted slice: filled with air
                ++checked;
                QVERIFY(near(v.volume.at(4, j, k), 100 * y, 1.5));
            }
        QVERIFY(checked > 90);
    }

    void exactCopiesAreDropped()
    {
        synthetic::writeStack(folder(), 6, 2);
        std::filesystem::create_directory(folder() / "copy");
        std::filesystem::copy_file(folder() / "f3", folder() / "copy/f3");
        const ScanResult s = scan();
        QCOMPARE(s.series.size(), 1u);
        QVERIFY(find(s.series.front().gate, "geometry.duplicate"));
        QCOMPARE(s.series.front().frames, 6);
    }

    void phasesAreSplit()
    {
        for (int phase = 0; phase < 3; ++phase)
            synthetic::writeStack(folder() / std::to_string(phase), 6, 2, [&](Slice& s, int k) {
                s.uid = "1.2.3." + std::to_string(100 * phase + k + 1);
                s.more = {{DCM_TemporalPositionIdentifier, std::to_string(3 - phase)}};
                s.value = [phase](int, int) { return 100 * phase; };
            });
        const ScanResult s = scan();
        QCOMPARE(s.series.size(), 3u);
        for (int i = 0; i < 3; ++i) {
            QCOMPARE(s.series[static_cast<std::size_t>(i)].frames, 6);
            QVERIFY(find(s.series[static_cast<std::size_t>(i)].gate, "series.split"));
            QCOMPARE(loadSeries(s, s.series[static_cast<std::size_t>(i)], {}).volume.at(1, 1, 1), 100.0 * (2 - i));
        }
    }

    void phasesWithoutAnyKeyAreSplitWithAWarning()
    {
        for (int phase = 0; phase < 2; ++phase)
            synthetic::writeStack(folder() / std::to_string(phase), 6, 2, [&](Slice& s, int k) {
                s.uid = "1.2.3." + std::to_string(100 * phase + k + 1);
                s.instance = 10 * phase + k;
                s.value = [phase](int, int j) { return 100 * phase + j; };
            });
        const ScanResult s = scan();
        QCOMPARE(s.series.size(), 2u);
        const Finding* split = find(s.series.front().gate, "series.split");
        QVERIFY(split && split->severity == Severity::Warning);
        QCOMPARE(loadSeries(s, s.series[1], {}).volume.at(1, 1, 4), 101.0);
    }

    void localizerIsPartedFromTheStack()
    {
        synthetic::writeStack(folder(), 8, 2);
        Slice scout;
        scout.orientation = "1\\0\\0\\0\\0\\-1";
        synthetic::write(scout, folder() / "scout", 99);
        const ScanResult s = scan();
        QCOMPARE(s.series.size(), 2u);
        QCOMPARE(s.series[0].frames, 8);
        QVERIFY(find(s.series[1].gate, "geometry.localizer"));
    }

    void floatNoiseInOrientationDoesNotSplit()
    {
        synthetic::writeStack(folder(), 8, 2, [](Slice& s, int k) {
            if (k % 2)
                s.orientation = "0.9999999\\0.0000123\\0\\-0.0000123\\0.9999999\\0";
        });
        QCOMPARE(scan().series.size(), 1u);
    }

    void rewrittenSeriesUidsAreJoined()
    {
        synthetic::writeStack(folder(), 8, 2, [](Slice& s, int k) { s.series = "1.2.9." + std::to_string(k + 1); });
        const ScanResult s = scan();
        QCOMPARE(s.series.size(), 1u);
        QVERIFY(find(s.series.front().gate, "series.uids"));
    }

    void rescalePerSliceGivesFloat()
    {
        synthetic::writeStack(folder(), 5, 2, [](Slice& s, int k) {
            s.modality = "PT";
            s.slope = k == 2 ? "0.25" : "2";
            s.value = [](int, int) { return 40; };
        });
        const VolumeObject v = load();
        QCOMPARE(v.volume.type(), VoxelType::Float32);
        QCOMPARE(v.volume.at(0, 0, 2), 10.0);
        QCOMPARE(v.volume.at(0, 0, 3), 80.0);
        QVERIFY(v.unit.empty());
    }

    void signIsExtendedFromTheStoredBits()
    {
        synthetic::writeStack(folder(), 5, 2, [](Slice& s, int) {
            s.bitsStored = 12;
            s.value = [](int i, int) { return i == 0 ? -5 : 7; };
        });
        const VolumeObject v = load();
        QCOMPARE(v.volume.at(0, 3, 1), -5.0);
        QCOMPARE(v.volume.at(1, 3, 1), 7.0);
    }

    void paddingIsClampedAndRecorded()
    {
        synthetic::writeStack(folder(), 5, 2, [](Slice& s, int) {
            s.intercept = "-1024";
            s.hasPadding = true;
            s.padding = -2000;
            s.value = [](int i, int) { return i == 0 ? -2000 : 1064; };
        });
        const VolumeObject v = load();
        QCOMPARE(v.volume.type(), VoxelType::Int16);
        QCOMPARE(v.volume.at(0, 0, 0), -1024.0);
        QCOMPARE(v.volume.at(5, 0, 0), 40.0);
        QCOMPARE(v.paddingValue.value(), -3024.0);
        QVERIFY(find(v.gate, "values.padding"));
        QCOMPARE(v.windowWidth, 400.0);
    }

    void transferSyntaxes_data()
    {
        QTest::addColumn<int>("syntax");
        QTest::newRow("implicit") << static_cast<int>(EXS_LittleEndianImplicit);
        QTest::newRow("big endian") << static_cast<int>(EXS_BigEndianExplicit);
        QTest::newRow("deflated") << static_cast<int>(EXS_DeflatedLittleEndianExplicit);
    }
    void transferSyntaxes()
    {
        QFETCH(int, syntax);
        synthetic::writeStack(folder(), 5, 2, [&](Slice& s, int) { s.syntax = static_cast<E_TransferSyntax>(syntax); });
        const VolumeObject v = load();
        QCOMPARE(v.volume.at(3, 4, 2), 2034.0);
        QCOMPARE(v.volume.at(15, 11, 4), 4161.0);
    }

    void losslessJpeg()
    {
        synthetic::writeStack(folder(), 5, 2, [](Slice& s, int) { s.isSigned = false; });
        DJEncoderRegistration::registerCodecs();
        for (const auto& entry : std::filesystem::directory_iterator(folder())) {
            DcmFileFormat file;
            QVERIFY(file.loadFile(entry.path().c_str()).good());
            const DJ_RPLossless parameters;
            QVERIFY(file.getDataset()->chooseRepresentation(EXS_JPEGProcess14SV1, &parameters).good());
            QVERIFY(file.saveFile(entry.path().c_str(), EXS_JPEGProcess14SV1).good());
        }
        DJEncoderRegistration::cleanup();
        const VolumeObject v = load();
        QCOMPARE(v.volume.at(3, 4, 2), 2034.0);
        QCOMPARE(v.volume.at(15, 11, 4), 4161.0);
    }

    void truncatedFileBecomesAGap()
    {
        synthetic::writeStack(folder(), 8, 2);
        // File f1 is slice 3 (3 * 11 mod 8): inside the stack.
        std::filesystem::resize_file(folder() / "f1", std::filesystem::file_size(folder() / "f1") - 40);
        const ScanResult s = scan();
        QVERIFY(find(s.series.front().gate, "file.truncated"));
        QVERIFY(find(s.series.front().gate, "geometry.gap"));
        QCOMPARE(loadSeries(s, s.series.front(), {}).volume.grid().size[2], 8);
    }

    void fewSlicesAndTwoPatients()
    {
        synthetic::writeStack(folder() / "a", 3, 2);
        synthetic::writeStack(folder() / "b", 6, 2, [](Slice& s, int) {
            s.patientId = "T2";
            s.patientName = "Test^Two";
        });
        const ScanResult s = scan();
        QCOMPARE(s.series.size(), 2u);
        QCOMPARE(s.series[0].frames, 6);
        const Finding* few = find(s.series[1].gate, "series.few-slices");
        QVERIFY(few && few->severity == Severity::Warning);
        const Finding* mixed = find(s.findings, "patient.mixed");
        QVERIFY(mixed && mixed->severity == Severity::Stop);
        QVERIFY(s.series[0].study.patientKey != s.series[1].study.patientKey);
        QCOMPARE(s.series[0].study.patientKey.size(), 12u);
    }

    void namesBecomeUtf8()
    {
        synthetic::writeStack(folder(), 5, 2, [](Slice& s, int) {
            s.patientName = "M\xfcller^Test"; // ISO 8859-1
            s.more = {{DCM_SpecificCharacterSet, "ISO_IR 100"}};
        });
        const ScanResult s = scan();
        QCOMPARE(s.series.front().study.patientName, std::string("M\xc3\xbcller^Test"));
        QVERIFY(!find(s.series.front().gate, "text.charset"));
    }

    void badCharactersAreMaskedAndNamed()
    {
        synthetic::writeStack(folder(), 5, 2, [](Slice& s, int) { s.patientName = "M\xfcller^Test"; });
        const ScanResult s = scan();
        QCOMPARE(s.series.front().study.patientName, std::string("M?ller^Test"));
        QVERIFY(find(s.series.front().gate, "text.charset"));
    }

    void nothingThere()
    {
        QVERIFY_THROWS_EXCEPTION(Error, scan());
        QVERIFY_THROWS_EXCEPTION(Error, scanSource(folder() / "absent", {}));
        std::ofstream(folder() / "x.zip") << "PK\x03\x04 this is no archive";
        QVERIFY_THROWS_EXCEPTION(Error, scanSource(folder() / "x.zip", {}));
    }

    void stops()
    {
        synthetic::writeStack(folder(), 8, 2);
        std::stop_source stop;
        stop.request_stop();
        try {
            scanSource(folder(), Job(stop.get_token()));
            QFAIL("not stopped");
        } catch (const Error& e) {
            QCOMPARE(e.code(), ErrorCode::Cancelled);
        }
    }
};

QTEST_GUILESS_MAIN(TestLoad)
#include "tst_load.moc"
