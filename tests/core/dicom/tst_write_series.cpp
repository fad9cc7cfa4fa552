#include "core/base/error.h"
#include "core/dicom/write_series.h"

#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QtTest>
#include <dcmtk/config/osconfig.h>
#include <dcmtk/dcmdata/dctk.h>

#include <cmath>
#include <csignal>
#include <fstream>
#include <set>
#include <sys/resource.h>

using namespace pollux;

namespace {

Volume ramp(const Mat3& direction = Mat3::Identity())
{
    Grid grid;
    grid.size = {40, 30, 5};
    grid.spacing = Vec3(0.7421875, 0.8, 1.5);
    grid.origin = Vec3(-183.123456789, -90.5, 1.0 / 3);
    grid.direction = direction;
    std::vector<std::int16_t> voxels(grid.voxels());
    for (std::size_t n = 0; n < voxels.size(); ++n)
        voxels[n] = static_cast<std::int16_t>(static_cast<int>(n * 37 % 5000) - 1500);
    voxels[0] = -32768;
    voxels[1] = 32767;
    return Volume(grid, std::move(voxels));
}

std::filesystem::path pathOf(const QTemporaryDir& dir, const char* name = "series")
{
    return std::filesystem::path(dir.path().toStdString()) / name;
}

ErrorCode failure(const std::function<void()>& f)
{
    try {
        f();
    } catch (const Error& e) {
        if (e.advice().empty())
            return ErrorCode::Internal;
        return e.code();
    }
    return ErrorCode::Unsupported; // nothing thrown: equal to none that the tests expect
}

std::string text(DcmDataset& d, const DcmTagKey& tag)
{
    OFString value;
    d.findAndGetOFStringArray(tag, value);
    return value.c_str();
}

} // namespace

class TestWriteSeries : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsBackExactly()
    {
        const double a = 0.3;
        Mat3 turned;
        turned << std::cos(a), 0, std::sin(a), 0, 1, 0, -std::sin(a), 0, std::cos(a);
        const Volume volume = ramp(turned);
        const Grid& grid = volume.grid();
        QTemporaryDir dir;
        writeCtSeries(volume, {}, pathOf(dir), Job());
        std::set<std::string> instances, series;
        for (int k = 0; k < 5; ++k) {
            const auto path = pathOf(dir) / ("IM000" + std::to_string(k + 1) + ".dcm");
            DcmFileFormat file;
            QVERIFY(file.loadFile(path.c_str()).good());
            DcmDataset& d = *file.getDataset();
            QCOMPARE(d.getOriginalXfer(), EXS_LittleEndianExplicit);
            instances.insert(text(d, DCM_SOPInstanceUID));
            series.insert(text(d, DCM_SeriesInstanceUID));
            const Uint16* pixels = nullptr;
            unsigned long count = 0;
            QVERIFY(d.findAndGetUint16Array(DCM_PixelData, pixels, &count).good());
            QCOMPARE(count, 1200ul);
            const auto expected = volume.as<std::int16_t>().subspan(std::size_t(k) * 1200, 1200);
            QVERIFY(std::equal(expected.begin(), expected.end(), reinterpret_cast<const std::int16_t*>(pixels)));
            Float64 slope = 0, intercept = 1;
            QVERIFY(d.findAndGetFloat64(DCM_RescaleSlope, slope).good());
            QVERIFY(d.findAndGetFloat64(DCM_RescaleIntercept, intercept).good());
            QCOMPARE(slope, 1.0);
            QCOMPARE(intercept, 0.0);
            for (int n = 0; n < 3; ++n) {
                Float64 v = 0;
                QVERIFY(d.findAndGetFloat64(DCM_ImagePositionPatient, v, n).good());
                QVERIFY(std::abs(v - grid.toPatient(0, 0, k)[n]) < 1e-9);
                QVERIFY(d.findAndGetFloat64(DCM_ImageOrientationPatient, v, n).good());
                QVERIFY(std::abs(v - turned(n, 0)) < 1e-12);
                QVERIFY(d.findAndGetFloat64(DCM_ImageOrientationPatient, v, n + 3).good());
                QVERIFY(std::abs(v - turned(n, 1)) < 1e-12);
            }
            Float64 row = 0, column = 0;
            d.findAndGetFloat64(DCM_PixelSpacing, row, 0);
            d.findAndGetFloat64(DCM_PixelSpacing, column, 1);
            QCOMPARE(row, grid.spacing.y());
            QCOMPARE(column, grid.spacing.x());
        }
        QCOMPARE(instances.size(), std::size_t(5));
        QCOMPARE(series.size(), std::size_t(1));
    }

    void preambleIsZero()
    {
        QTemporaryDir dir;
        writeCtSeries(ramp(), {}, pathOf(dir), Job());
        std::ifstream in(pathOf(dir) / "IM0001.dcm", std::ios::binary);
        char head[132];
        QVERIFY(in.read(head, 132));
        QVERIFY(std::all_of(head, head + 128, [](char c) { return c == 0; }));
        QCOMPARE(std::string(head + 128, 4), std::string("DICM"));
        for (const auto& entry : std::filesystem::directory_iterator(pathOf(dir)))
            QCOMPARE(entry.path().extension().string(), std::string(".dcm"));
    }

    void sameInputSameBytes()
    {
        QTemporaryDir dir;
        SeriesFacts other;
        other.seed = 2;
        writeCtSeries(ramp(), {}, pathOf(dir, "a"), Job());
        writeCtSeries(ramp(), {}, pathOf(dir, "b"), Job());
        writeCtSeries(ramp(), other, pathOf(dir, "c"), Job());
        const auto bytes = [&](const char* folder) {
            std::ifstream in(pathOf(dir, folder) / "IM0003.dcm", std::ios::binary);
            return std::string(std::istreambuf_iterator<char>(in), {});
        };
        QCOMPARE(bytes("a"), bytes("b"));
        QVERIFY(bytes("a") != bytes("c"));
    }

    void uidsAreValid()
    {
        std::set<std::string> seen;
        for (std::uint64_t seed = 0; seed < 500; ++seed) {
            const std::string uid = derivedUid(seed, "study");
            QVERIFY(uid.starts_with("2.25."));
            QVERIFY(uid.size() <= 64);
            QVERIFY(uid[5] != '0');
            QVERIFY(DcmUniqueIdentifier::checkStringValue(OFString(uid.c_str()), "1").good());
            seen.insert(uid);
        }
        QCOMPARE(seen.size(), std::size_t(500));
        QVERIFY(derivedUid(1, "study") != derivedUid(1, "series"));
    }

    void passesDciodvfy()
    {
        const QString tool = QStandardPaths::findExecutable("dciodvfy");
        if (tool.isEmpty())
            QSKIP("dciodvfy (package dicom3tools) is not installed");
        QTemporaryDir dir;
        writeCtSeries(ramp(), {}, pathOf(dir), Job());
        QProcess process;
        process.setProcessChannelMode(QProcess::MergedChannels);
        process.start(tool, {QString::fromStdString((pathOf(dir) / "IM0001.dcm").string())});
        QVERIFY(process.waitForFinished());
        const QByteArray out = process.readAll();
        QVERIFY2(out.contains("CTImage"), out.constData());
        QVERIFY2(!out.contains("Error"), out.constData());
    }

    void refusesWhatDicomCannotHold()
    {
        QTemporaryDir dir;
        const Volume volume = ramp();
        const auto with = [&](auto&& change) {
            SeriesFacts facts;
            change(facts);
            return failure([&] { writeCtSeries(volume, facts, pathOf(dir), Job()); });
        };
        QCOMPARE(with([](auto& f) { f.patientName = "a\\b"; }), ErrorCode::BadInput);
        QCOMPARE(with([](auto& f) { f.seriesDescription = std::string(65, 'x'); }), ErrorCode::BadInput);
        QCOMPARE(with([](auto& f) { f.studyDate = "2026-01-01"; }), ErrorCode::BadInput);
        QCOMPARE(with([](auto& f) { f.studyUid = "1.2.x"; }), ErrorCode::BadInput);
        QCOMPARE(failure([&] { writeCtSeries(volume.converted<float>(), {}, pathOf(dir), Job()); }),
                 ErrorCode::BadInput);
        QCOMPARE(failure([&] { writeCtSeries(Volume(), {}, pathOf(dir), Job()); }), ErrorCode::BadInput);
        writeCtSeries(volume, {}, pathOf(dir), Job());
        QCOMPARE(failure([&] { writeCtSeries(volume, {}, pathOf(dir), Job()); }), ErrorCode::BadInput);
    }

    void diskErrors()
    {
        QTemporaryDir dir;
        std::ofstream(pathOf(dir, "file")) << "x";
        QCOMPARE(failure([&] { writeCtSeries(ramp(), {}, pathOf(dir, "file") / "below", Job()); }), ErrorCode::Io);

        // A limit on the size of files stands in for a full disk: the write itself fails.
        rlimit old{};
        getrlimit(RLIMIT_FSIZE, &old);
        const auto oldHandler = std::signal(SIGXFSZ, SIG_IGN);
        rlimit tight = old;
        tight.rlim_cur = 1000;
        setrlimit(RLIMIT_FSIZE, &tight);
        const ErrorCode code = failure([&] { writeCtSeries(ramp(), {}, pathOf(dir, "full"), Job()); });
        setrlimit(RLIMIT_FSIZE, &old);
        std::signal(SIGXFSZ, oldHandler);
        QCOMPARE(code, ErrorCode::Io);
        QVERIFY(std::filesystem::is_empty(pathOf(dir, "full"))); // no half file is left behind
    }

    void stops()
    {
        std::stop_source source;
        source.request_stop();
        QTemporaryDir dir;
        try {
            writeCtSeries(ramp(), {}, pathOf(dir), Job(source.get_token()));
            QFAIL("was not stopped");
        } catch (const Error& e) {
            QCOMPARE(e.code(), ErrorCode::Cancelled);
        }
    }
};

QTEST_GUILESS_MAIN(TestWriteSeries)
#include "tst_write_series.moc"
