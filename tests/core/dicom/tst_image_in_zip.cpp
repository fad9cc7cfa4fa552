// NIfTI, NRRD and MetaImage files inside a zip: read through a private copy that does not stay.

#include "core/base/error.h"
#include "core/dicom/import.h"
#include "tests/core/image/image_files.h"

#include <QTemporaryDir>
#include <QTest>

#include <cstdlib>
#include <sys/stat.h>
#include <zip.h>

using namespace pollux;
using imagefiles::Bytes;

namespace {

struct Entry
{
    std::string name;
    Bytes bytes;
};

void writeZip(const std::filesystem::path& path, const std::vector<Entry>& entries)
{
    int error = 0;
    zip_t* zip = zip_open(path.c_str(), ZIP_CREATE | ZIP_TRUNCATE, &error);
    for (const Entry& e : entries)
        zip_file_add(zip, e.name.c_str(), zip_source_buffer(zip, e.bytes.data(), e.bytes.size(), 0), 0);
    zip_close(zip);
}

Bytes bytesOf(const std::filesystem::path& path)
{
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

unsigned modeOf(const std::filesystem::path& path)
{
    struct stat s
    {
    };
    return stat(path.c_str(), &s) == 0 ? s.st_mode & 07777u : 0u;
}

} // namespace

class TestImageInZip : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_dir;
    QTemporaryDir m_temporary;

    std::filesystem::path folder() const { return m_dir.path().toStdString(); }
    std::filesystem::path temporary() const { return m_temporary.path().toStdString(); }

    static std::vector<Entry> images()
    {
        std::vector<Entry> entries;
        int n = 0;
        for (const imagefiles::Kind& k : imagefiles::kinds())
            entries.push_back({"SURNAME^NAME/image" + std::to_string(n++) + k.ending, k.bytes});
        return entries;
    }

private Q_SLOTS:
    void init() { qputenv("TMPDIR", m_temporary.path().toUtf8()); }

    void cleanup()
    {
        QVERIFY2(std::filesystem::is_empty(temporary()), "a copy was left behind");
        for (const auto& entry : std::filesystem::directory_iterator(folder()))
            std::filesystem::remove_all(entry.path());
    }

    void comeBackAsTheyAre_data()
    {
        QTest::addColumn<int>("place");
        QTest::newRow("a zip") << 0;
        QTest::newRow("a zip in a folder") << 1;
        QTest::newRow("a zip in a zip") << 2;
    }

    void comeBackAsTheyAre()
    {
        QFETCH(int, place);
        writeZip(folder() / "images.zip", images());
        if (place == 2) {
            writeZip(folder() / "outer.zip", {{"images.zip", bytesOf(folder() / "images.zip")}});
            std::filesystem::remove(folder() / "images.zip");
        }
        const ScanResult scan = scanSource(place == 0   ? folder() / "images.zip"
                                           : place == 1 ? folder()
                                                        : folder() / "outer.zip",
                                           {});
        QCOMPARE(scan.series.size(), std::size_t(6));
        QVERIFY(std::filesystem::is_empty(temporary()));
        for (const SeriesFound& s : scan.series) {
            QVERIFY2(s.loadable, s.gate.empty() ? "" : s.gate.front().text.c_str());
            const VolumeObject v = loadSeries(scan, s, {});
            QCOMPARE(v.volume.grid().size, (Index3{7, 5, 4}));
            QCOMPARE(v.volume.at(6, 4, 3), double(imagefiles::kVoxels - 1));
        }
    }

    /// Longer than what a scan unpacks; the voxels are there all the same.
    void aLongOne()
    {
        Bytes bytes = imagefiles::nifti(4, imagefiles::ramp<std::int16_t>(imagefiles::kVoxels));
        const std::array<std::int16_t, 3> size{256, 256, 100};
        std::memcpy(bytes.data() + 42, size.data(), sizeof size);
        bytes.resize(352 + std::size_t(256) * 256 * 100 * 2);
        bytes.back() = 3;
        writeZip(folder() / "long.zip", {{"a.nii", bytes}});
        const ScanResult scan = scanSource(folder() / "long.zip", {});
        const VolumeObject v = loadSeries(scan, scan.series.front(), {});
        QCOMPARE(v.volume.at(255, 255, 99), 768.0);
    }

    void theCopyIsPrivateAndNameless()
    {
        writeZip(folder() / "images.zip", images());
        const ScanResult scan = scanSource(folder() / "images.zip", {});
        int seen = 0;
        std::stop_source stop;
        const Job job(stop.get_token(), [&](double, const std::string&) {
            for (const auto& inner : std::filesystem::directory_iterator(temporary())) {
                ++seen;
                QCOMPARE(modeOf(inner.path()), 0700u);
                for (const auto& file : std::filesystem::directory_iterator(inner.path())) {
                    QCOMPARE(modeOf(file.path()), 0600u);
                    QVERIFY(file.path().filename().string().starts_with("image."));
                }
            }
        });
        loadSeries(scan, scan.series.front(), job);
        QVERIFY(seen > 0);
        stop.request_stop();
        QVERIFY_THROWS_EXCEPTION(Error, loadSeries(scan, scan.series.front(), job));
    }

    void whatIsWrongIsSaid()
    {
        Bytes half = imagefiles::kinds().front().bytes;
        half.resize(half.size() / 2);
        writeZip(folder() / "bad.zip", {{"half.nii", half},
                                        {"pair.mhd", imagefiles::meta("MET_SHORT", {}, false)},
                                        {"good.mha", imagefiles::meta("MET_SHORT", Bytes(280, 1), false)}});
        const ScanResult scan = scanSource(folder() / "bad.zip", {});
        QStringList codes;
        for (const SeriesFound& s : scan.series)
            if (!s.loadable)
                codes << QString::fromStdString(s.gate.front().code);
        codes.sort();
        QCOMPARE(codes, (QStringList{"file.damaged", "file.in-archive"}));
        QVERIFY(scan.series.front().loadable);

        qputenv("TMPDIR", "/nowhere");
        const ScanResult noRoom = scanSource(folder() / "bad.zip", {});
        QVERIFY(!noRoom.series.front().loadable);
        try {
            loadSeries(scan, scan.series.front(), {});
            QFAIL("there is no room for a copy");
        } catch (const Error& e) {
            QCOMPARE(e.code(), ErrorCode::Io);
        }
    }
};

QTEST_GUILESS_MAIN(TestImageInZip)
#include "tst_image_in_zip.moc"
