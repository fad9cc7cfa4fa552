// NIfTI, NRRD and MetaImage files through the worker: what is in the file is what comes back.

#include "core/base/error.h"
#include "core/image/io/image_file.h"
#include "tests/core/image/image_files.h"

#include <QTemporaryDir>
#include <QTest>

#include <cmath>
#include <limits>

using namespace pollux;
using imagefiles::Bytes;
using imagefiles::kVoxels;

class TestImageFile : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_dir;

    std::filesystem::path written(const std::string& name, const Bytes& bytes)
    {
        const std::filesystem::path path = m_dir.path().toStdString() + "/" + name;
        imagefiles::write(path, bytes);
        return path;
    }

    /// A NIfTI-1 file in the other byte order.
    static Bytes swapped(Bytes file, std::size_t bytesPerVoxel)
    {
        const auto turn = [&](std::size_t from, std::size_t bytes, std::size_t count) {
            for (std::size_t n = 0; n < count; ++n)
                std::reverse(file.begin() + static_cast<std::ptrdiff_t>(from + n * bytes),
                             file.begin() + static_cast<std::ptrdiff_t>(from + (n + 1) * bytes));
        };
        turn(0, 4, 1);
        turn(40, 2, 8);  // size
        turn(70, 2, 2);  // type, bits
        turn(76, 4, 8);  // spacing
        turn(108, 4, 3); // start, slope, offset
        turn(252, 2, 2); // how it is placed
        turn(280, 4, 12);
        turn(352, bytesPerVoxel, (file.size() - 352) / bytesPerVoxel);
        return file;
    }

private Q_SLOTS:
    void eachKindComesBackAsItIs()
    {
        for (const imagefiles::Kind& kind : imagefiles::kinds()) {
            const auto path = written(std::string("a b \xc3\xa9") + kind.ending, kind.bytes);
            const ImageFileInfo info = probeImageFile(path, {});
            QVERIFY2(std::string(kind.name).starts_with(info.format), kind.name);
            QCOMPARE(info.type, VoxelType::Int16);
            QCOMPARE(info.timePoints, 1);
            QVERIFY(info.integral && info.placed && !info.skewed);
            const Volume v = readImageFile(path, 0, {});
            QVERIFY(sameGeometry(v.grid(), info.grid));
            QCOMPARE(v.grid().size, (Index3{7, 5, 4}));
            QVERIFY((v.grid().spacing - Vec3(0.5, 0.75, 2)).norm() < 1e-6);
            QVERIFY2((v.grid().origin - Vec3(-10, -20, 30)).norm() < 1e-5, kind.name);
            // The NIfTI file runs along the axes of RAS, the others along those of LPS.
            const double sign = info.format == "NIfTI" ? -1 : 1;
            QVERIFY((v.grid().direction.diagonal() - Vec3(sign, sign, 1)).norm() < 1e-6);
            const auto voxels = v.as<std::int16_t>();
            for (int i = 0; i < kVoxels; ++i)
                QCOMPARE(int(voxels[static_cast<std::size_t>(i)]), i);
        }
    }

    void types_data()
    {
        QTest::addColumn<int>("nifti");
        QTest::addColumn<Bytes>("data");
        QTest::addColumn<int>("type");
        const auto row = [](const char* name, int code, const Bytes& data, VoxelType type) {
            QTest::newRow(name) << code << data << static_cast<int>(type);
        };
        row("uint8", 2, imagefiles::ramp<std::uint8_t>(kVoxels), VoxelType::UInt8);
        row("int8", 256, imagefiles::ramp<std::int8_t>(kVoxels), VoxelType::Int16);
        row("uint16", 512, imagefiles::ramp<std::uint16_t>(kVoxels), VoxelType::UInt16);
        row("int32", 8, imagefiles::ramp<std::int32_t>(kVoxels), VoxelType::Float32);
        row("uint32", 768, imagefiles::ramp<std::uint32_t>(kVoxels), VoxelType::Float32);
        row("int64", 1024, imagefiles::ramp<std::int64_t>(kVoxels), VoxelType::Float32);
        row("uint64", 1280, imagefiles::ramp<std::uint64_t>(kVoxels), VoxelType::Float32);
        row("float", 16, imagefiles::ramp<float>(kVoxels), VoxelType::Float32);
        row("double", 64, imagefiles::ramp<double>(kVoxels), VoxelType::Float32);
    }

    void types()
    {
        QFETCH(int, nifti);
        QFETCH(Bytes, data);
        QFETCH(int, type);
        const auto path = written("x.nii", imagefiles::nifti(static_cast<std::int16_t>(nifti), data));
        const Volume v = readImageFile(path, 0, {});
        QCOMPARE(v.type(), static_cast<VoxelType>(type));
        QCOMPARE(probeImageFile(path, {}).type, v.type());
        for (const int i : {0, 1, 6, 127})
            QCOMPARE(v.at(i % 7, i / 7 % 5, i / 35), double(i));
    }

    void scaleAndTime()
    {
        const auto scaled =
            written("s.nii", imagefiles::nifti(2, imagefiles::ramp<std::uint8_t>(kVoxels), 1, 0.5f, -3));
        const Volume v = readImageFile(scaled, 0, {});
        QCOMPARE(v.type(), VoxelType::Float32);
        QCOMPARE(v.at(6, 0, 0), 0.0);
        QCOMPARE(v.at(0, 1, 0), 0.5);
        QVERIFY(!probeImageFile(scaled, {}).integral);

        const auto moving = written("t.nii", imagefiles::nifti(4, imagefiles::ramp<std::int16_t>(3 * kVoxels), 3));
        QCOMPARE(probeImageFile(moving, {}).timePoints, 3);
        QCOMPARE(readImageFile(moving, 2, {}).at(1, 0, 0), 2.0 * kVoxels + 1);
        QVERIFY_THROWS_EXCEPTION(Error, readImageFile(moving, 3, {}));
        QVERIFY_THROWS_EXCEPTION(Error, readImageFile(moving, -1, {}));
    }

    /// Also where the toolkit would read 0 (NIfTI), and infinity or what a float cannot hold.
    void whatIsNoNumberIsNotANumber()
    {
        constexpr double nan = std::numeric_limits<double>::quiet_NaN(), inf = std::numeric_limits<double>::infinity();
        Bytes wide = imagefiles::ramp<double>(kVoxels), narrow = imagefiles::ramp<float>(kVoxels);
        const double bad[] = {nan, inf, -1e300};
        const float few[] = {float(nan), -float(inf), float(nan)};
        std::memcpy(wide.data() + 8, bad, sizeof bad);
        std::memcpy(narrow.data() + 4, few, sizeof few);
        for (const auto& [name, bytes] :
             {std::pair("wide.nii", imagefiles::nifti(64, wide)),
              std::pair("narrow.nii", imagefiles::nifti(16, narrow)),
              std::pair("packed.nii.gz", imagefiles::packed(imagefiles::nifti(64, wide), true)),
              std::pair("swapped.nii", swapped(imagefiles::nifti(64, wide), 8)),
              std::pair("swapped.nii.gz", imagefiles::packed(swapped(imagefiles::nifti(16, narrow), 4), true)),
              std::pair("x.nrrd", imagefiles::nrrd("double", wide, false)),
              std::pair("x.mha", imagefiles::meta("MET_FLOAT", narrow, true))}) {
            const Volume v = readImageFile(written(name, bytes), 0, {});
            for (const int i : {1, 2, 3})
                QVERIFY2(std::isnan(v.at(i, 0, 0)), name);
            for (const int i : {0, 4, 5})
                QVERIFY2(v.at(i, 0, 0) == i, name);
            QCOMPARE(v.at(6, 4, 3), double(kVoxels - 1));
        }
    }

    /// The NIfTI library would take the voxels of x.nii for those of x.nii.gz.
    void packedBesidePlain()
    {
        Bytes other = imagefiles::ramp<std::int16_t>(kVoxels);
        std::reverse(other.begin(), other.end());
        const auto plain = written("both.nii", imagefiles::nifti(4, other));
        const auto packed = written(
            "both.nii.gz", imagefiles::packed(imagefiles::nifti(4, imagefiles::ramp<std::int16_t>(kVoxels)), true));
        const Volume v = readImageFile(packed, 0, {});
        for (int i = 0; i < kVoxels; ++i)
            QCOMPARE(int(v.as<std::int16_t>()[static_cast<std::size_t>(i)]), i);
        QVERIFY(readImageFile(plain, 0, {}).at(6, 4, 3) != double(kVoxels - 1));
    }

    void stopsAndSaysWhatIsWrong()
    {
        const auto good = imagefiles::kinds().front();
        const auto path = written("g.nii", good.bytes);
        std::stop_source stop;
        stop.request_stop();
        for (const bool voxels : {false, true})
            try {
                const Job job(stop.get_token());
                voxels ? void(readImageFile(path, 0, job)) : void(probeImageFile(path, job));
                QFAIL("it did not stop");
            } catch (const Error& e) {
                QCOMPARE(e.code(), ErrorCode::Cancelled);
            }
        try {
            // One voxel short, and voxels that start behind the header's extensions.
            Bytes cut = good.bytes;
            cut.resize(cut.size() - 2);
            QVERIFY_THROWS_EXCEPTION(Error, probeImageFile(written("cut.nii", cut), {}));
            Bytes later = good.bytes;
            const float offset = 368;
            std::memcpy(later.data() + 108, &offset, 4);
            QVERIFY_THROWS_EXCEPTION(Error, probeImageFile(written("later.nii", later), {}));
            later.insert(later.begin() + 352, 16, 0);
            QCOMPARE(readImageFile(written("later.nii", later), 0, {}).at(3, 0, 0), 3.0);
            probeImageFile(m_dir.path().toStdString() + "/none.nii", {});
            QFAIL("there is no such file");
        } catch (const Error& e) {
            QCOMPARE(e.code(), ErrorCode::Io);
        }
    }
};

QTEST_GUILESS_MAIN(TestImageFile)
#include "tst_image_file.moc"
