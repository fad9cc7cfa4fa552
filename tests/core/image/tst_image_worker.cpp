// The two sides of reading an image file do not trust each other, nor the file: damage in many ways, a reader that
// crashes, readers that lie. The caller gets an Error or a volume, always.

#include "core/base/error.h"
#include "core/base/parallel.h"
#include "core/image/io/image_file.h"
#include "core/image/io/image_worker.h"
#include "tests/core/image/image_files.h"

#include <QTemporaryDir>
#include <QTest>

#include <mutex>
#include <random>

using namespace pollux;
using imagefiles::Bytes;
using imagefiles::Kind;

namespace {

void overwrite(Bytes& bytes, std::size_t at, const std::string& text)
{
    for (std::size_t i = 0; i < text.size() && at + i < bytes.size(); ++i)
        bytes[at + i] = text[i];
}

/// The same damage for the same round, on every machine.
Bytes damaged(const Kind& kind, unsigned round)
{
    // A whole file that is packed fails its checksum whatever happens to it: damage it before, half of the time.
    if (kind.ending == std::string(".nii.gz") && round % 2 == 1)
        return imagefiles::packed(damaged(imagefiles::kinds().front(), round / 2), true);
    std::mt19937 random(round);
    Bytes bytes = kind.bytes;
    const std::size_t head = std::min(kind.head, bytes.size());
    switch (round % 6) {
    case 0: // cut short
        bytes.resize(random() % bytes.size());
        break;
    case 1: // bits of the header
        for (int i = 0; i < 2; ++i)
            bytes[random() % head] ^= static_cast<char>(1u << (random() % 8));
        break;
    case 2: // a byte of the header
        bytes[random() % head] = static_cast<char>(random());
        break;
    case 3: // an extreme number somewhere: bytes for NIfTI, digits for the others
        if (std::string(kind.ending).starts_with(".nii")) {
            const std::size_t at = 4 * (random() % (head / 4));
            const std::string extremes[] = {std::string(4, '\x7f'), std::string(4, '\xff'),
                                            std::string("\0\0\0\x80", 4), std::string(4, '\0')};
            overwrite(bytes, at, extremes[random() % 4]);
        } else {
            std::vector<std::size_t> digits;
            for (std::size_t i = 0; i < head; ++i)
                if (bytes[i] >= '0' && bytes[i] <= '9')
                    digits.push_back(i);
            bytes[digits[random() % digits.size()]] = "0189-e.x"[random() % 8];
        }
        break;
    case 4: // the voxels, packed or not
        for (int i = 0; i < 4; ++i)
            bytes[head + random() % (bytes.size() - head)] = static_cast<char>(random());
        break;
    default: // a piece taken out, or put in twice
    {
        const std::size_t from = random() % bytes.size();
        const std::size_t to = from + random() % std::min<std::size_t>(40, bytes.size() - from);
        const Bytes piece(bytes.begin() + static_cast<std::ptrdiff_t>(from),
                          bytes.begin() + static_cast<std::ptrdiff_t>(to));
        if (random() % 2)
            bytes.insert(bytes.begin() + static_cast<std::ptrdiff_t>(from), piece.begin(), piece.end());
        else
            bytes.erase(bytes.begin() + static_cast<std::ptrdiff_t>(from),
                        bytes.begin() + static_cast<std::ptrdiff_t>(to));
    }
    }
    return bytes;
}

struct Outcomes
{
    int volumes = 0;
    int refused = 0;
    int crashes = 0;
    QStringList wrong;
};

/// Runs `read` on every round's file, in parallel; an Error must say what is wrong and what to do.
Outcomes tryAll(const Kind& kind, const std::string& prefix, const std::string& folder, unsigned rounds,
                const std::function<void(const std::filesystem::path&)>& read)
{
    Outcomes out;
    std::mutex mutex;
    parallelFor(0, rounds, 1, [&](std::int64_t from, std::int64_t to) {
        for (std::int64_t i = from; i < to; ++i) {
            const std::filesystem::path path = folder + "/" + prefix + std::to_string(i) + kind.ending;
            imagefiles::write(path, damaged(kind, static_cast<unsigned>(i)));
            QString wrong;
            bool crashed = false;
            bool refused = true;
            try {
                read(path);
                refused = false;
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
            ++(refused ? out.refused : out.volumes);
            out.crashes += crashed;
            if (!wrong.isEmpty())
                out.wrong << QString("round %1: %2").arg(i).arg(wrong);
        }
    });
    return out;
}

} // namespace

class TestImageWorker : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_dir;
    std::string folder() const { return m_dir.path().toStdString(); }

private Q_SLOTS:
    void damage_data()
    {
        QTest::addColumn<int>("kind");
        const auto kinds = imagefiles::kinds();
        for (std::size_t i = 0; i < kinds.size(); ++i)
            QTest::newRow(kinds[i].name) << static_cast<int>(i);
    }

    /// As a user's file meets it: our own look at the header, then the worker.
    void damage()
    {
        QFETCH(int, kind);
        const Kind k = imagefiles::kinds()[static_cast<std::size_t>(kind)];
        const Outcomes o = tryAll(k, "damaged", folder(), 60, [](const std::filesystem::path& path) {
            const ImageFileInfo info = probeImageFile(path, {});
            const Volume v = readImageFile(path, 0, {});
            if (v.voxels() != info.grid.voxels())
                throw std::runtime_error("another size than the header's");
        });
        QVERIFY2(o.wrong.isEmpty(), qPrintable(o.wrong.join("; ")));
        qInfo("%s: %d volumes, %d refused, %d of them by a crash of the reader", k.name, o.volumes, o.refused,
              o.crashes);
        QVERIFY2(o.volumes >= 5 && o.refused >= 20, "damage that is always refused, or never, tests little");
    }

    /// Packed voxels that end early or fail their checksum are never half a volume.
    void packedVoxelsAreWhole()
    {
        for (const Kind& k : imagefiles::kinds()) {
            if (!QString(k.name).contains("zip") && !QString(k.name).contains("zlib"))
                continue;
            const std::filesystem::path path = folder() + "/packed" + k.ending;
            const auto refused = [&](const Bytes& bytes) {
                imagefiles::write(path, bytes);
                try {
                    readImageFile(path, 0, {});
                } catch (const Error& e) {
                    return e.code() == ErrorCode::BadInput;
                }
                return false;
            };
            QVERIFY2(!refused(k.bytes), k.name);
            for (const std::size_t cut : {1, 4, 9, 20, 60})
                QVERIFY2(refused(Bytes(k.bytes.begin(), k.bytes.end() - static_cast<std::ptrdiff_t>(cut))), k.name);
            // A byte of the checksum (gzip: before the length), two of the packed voxels.
            const std::size_t sum = QString(k.name).contains("gzip") ? 6 : 3;
            for (const std::size_t at : {sum, std::size_t(30), std::size_t(50)}) {
                Bytes bytes = k.bytes;
                bytes[bytes.size() - at] ^= 0x10;
                QVERIFY2(refused(bytes), qPrintable(QString("%1, %2 from the end").arg(k.name).arg(at)));
            }
        }
    }

    /// Several pieces of gzip in a row are one file (bgzip).
    void piecesOfGzipAreOne()
    {
        const Bytes whole = imagefiles::kinds().front().bytes;
        const auto middle = whole.begin() + 400;
        Bytes bytes = imagefiles::packed(Bytes(whole.begin(), middle), true);
        const Bytes second = imagefiles::packed(Bytes(middle, whole.end()), true);
        bytes.insert(bytes.end(), second.begin(), second.end());
        const std::filesystem::path path = folder() + "/pieces.nii.gz";
        imagefiles::write(path, bytes);
        QCOMPARE(readImageFile(path, 0, {}).at(6, 4, 3), double(imagefiles::kVoxels - 1));
        bytes.resize(bytes.size() - 10);
        imagefiles::write(path, bytes);
        QVERIFY_THROWS_EXCEPTION(Error, readImageFile(path, 0, {}));
    }

    void damageMeetsTheToolkit_data() { damage_data(); }

    /// The toolkit alone: what our own look would have stopped reaches it.
    void damageMeetsTheToolkit()
    {
        QFETCH(int, kind);
        const Kind k = imagefiles::kinds()[static_cast<std::size_t>(kind)];
        const std::filesystem::path good = folder() + "/good" + k.ending;
        imagefiles::write(good, k.bytes);
        const FileClaim claim = checkFileHeader(good);
        const Outcomes o = tryAll(k, "unchecked", folder(), 60, [&](const std::filesystem::path& path) {
            const WorkerImage image = readInWorker(TEST_READER, path, claim, true, {});
            if (image.voxels.size() != static_cast<std::size_t>(imagefiles::kVoxels * bytesPerVoxel(image.raw.type)))
                throw std::runtime_error("a wrong number of voxels");
        });
        QVERIFY2(o.wrong.isEmpty(), qPrintable(o.wrong.join("; ")));
        qInfo("%s: %d volumes, %d refused, %d of them by a crash of the reader", k.name, o.volumes, o.refused,
              o.crashes);
        QVERIFY2(o.volumes >= 5 && o.refused >= 10, "damage that is always refused, or never, tests little");
    }

    void aReaderThatCrashesIsAnError()
    {
        const std::filesystem::path path = folder() + "/crash.nii";
        imagefiles::write(path, imagefiles::kinds().front().bytes);
        for (const bool voxels : {false, true})
            try {
                readInWorker(TEST_READER, path, checkFileHeader(path), voxels, {});
                QFAIL("no error");
            } catch (const Error& e) {
                QCOMPARE(e.code(), ErrorCode::BadInput);
                QVERIFY2(e.message().find("ended unexpectedly") != std::string::npos, e.what());
                QVERIFY(!e.advice().empty());
            }
        // The same file is no worse for it.
        QCOMPARE(readImageFile(path, 0, {}).at(3, 0, 0), 3.0);
    }

    void aReaderThatLiesIsAnError_data()
    {
        QTest::addColumn<bool>("header");
        for (const char* lie : {"type", "dimensions", "size", "time", "negative", "spacing", "origin", "direction",
                                "layout", "short", "none"})
            QTest::newRow(lie) << true;
        QTest::newRow("wider") << false; // only the number of voxels gives it away
    }

    void aReaderThatLiesIsAnError()
    {
        QFETCH(bool, header);
        const std::filesystem::path path = folder() + "/" + QTest::currentDataTag() + ".nii";
        imagefiles::write(path, imagefiles::kinds().front().bytes);
        const FileClaim claim = checkFileHeader(path);
        QVERIFY_THROWS_EXCEPTION(Error, readInWorker(TEST_READER, path, claim, true, {}));
        if (header)
            QVERIFY_THROWS_EXCEPTION(Error, readInWorker(TEST_READER, path, claim, false, {}));
        const std::filesystem::path honest = folder() + "/honest.nii";
        imagefiles::write(honest, imagefiles::kinds().front().bytes);
        QCOMPARE(readInWorker(TEST_READER, honest, claim, true, {}).voxels.size(),
                 std::size_t(2 * imagefiles::kVoxels));
    }
};

QTEST_GUILESS_MAIN(TestImageWorker)
#include "tst_image_worker.moc"
