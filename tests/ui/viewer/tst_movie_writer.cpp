#include "core/base/error.h"
#include "ui/viewer/movie_writer.h"

#include <QDir>
#include <QFile>
#include <QImage>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <sys/resource.h>

using namespace pollux;

namespace {

/// Of a pattern that no coder can make small.
QImage frame(int n, QSize size = QSize(160, 120))
{
    QImage image(size, QImage::Format_RGB32);
    quint32 seed = 12345u + static_cast<quint32>(n);
    for (int y = 0; y < size.height(); ++y)
        for (int x = 0; x < size.width(); ++x) {
            seed = seed * 1664525u + 1013904223u;
            image.setPixel(x, y, qRgb(seed >> 24, (seed >> 16) & 255, (seed >> 8) & 255));
        }
    return image;
}

/// Files of size up to `bytes` only, as on a full disk, until the end of the object.
class FileLimit
{
public:
    explicit FileLimit(rlim_t bytes)
    {
        std::signal(SIGXFSZ, SIG_IGN);
        ::getrlimit(RLIMIT_FSIZE, &m_before);
        rlimit now = m_before;
        now.rlim_cur = bytes;
        ::setrlimit(RLIMIT_FSIZE, &now);
    }
    ~FileLimit() { ::setrlimit(RLIMIT_FSIZE, &m_before); }

private:
    rlimit m_before{};
};

} // namespace

class TestMovieWriter : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> m_dir;

    std::filesystem::path at(const char* name) const { return m_dir->filePath(name).toStdString(); }
    QByteArray bytes(const char* name) const
    {
        QFile file(m_dir->filePath(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    /// All there is, hidden files too.
    QStringList left() const
    {
        return QDir(m_dir->path()).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot, QDir::Name);
    }

private Q_SLOTS:
    void init() { m_dir = std::make_unique<QTemporaryDir>(); }

    void writesAWholeOggFilm()
    {
        MovieWriter writer(at("film.ogv"), {10, 1});
        for (int n = 0; n < 7; ++n)
            writer.add(frame(n));
        QCOMPARE(writer.frames(), 7);
        QVERIFY(!QFile::exists(m_dir->filePath("film.ogv"))); // not before it is whole
        writer.finish();
        QCOMPARE(left(), QStringList{"film.ogv"});
        QVERIFY(writer.result().filename() == "film.ogv");
        const QByteArray film = bytes("film.ogv");
        QVERIFY(film.startsWith("OggS"));
        QVERIFY(film.left(64).contains("\x80theora"));
        QVERIFY(isWholeOgg(at("film.ogv")));
        // The last page's position is the number of pictures: the key picture's, and those after it (Theora 6.2).
        const qsizetype page = film.lastIndexOf("OggS");
        quint64 position = 0;
        for (int i = 7; i >= 0; --i)
            position = position << 8 | static_cast<unsigned char>(film[page + 6 + i]);
        QCOMPARE((position >> 6) + (position & 63), quint64(7));
        QFile readable(m_dir->filePath("film.ogv"));
        QVERIFY(readable.permissions().testFlag(QFile::ReadOwner));
    }

    void whatIsCutOffIsNotWhole()
    {
        MovieWriter writer(at("film.ogv"), {});
        for (int n = 0; n < 3; ++n)
            writer.add(frame(n));
        writer.finish();
        QFile file(m_dir->filePath("film.ogv"));
        QVERIFY(file.resize(file.size() - 1));
        QVERIFY(!isWholeOgg(at("film.ogv")));
        QVERIFY(file.resize(0));
        QVERIFY(!isWholeOgg(at("film.ogv")));
        QVERIFY(!isWholeOgg(at("none.ogv")));
    }

    void oddSizesArePadded()
    {
        MovieWriter writer(at("film.ogv"), {});
        writer.add(frame(0, QSize(101, 75)));
        writer.add(frame(1, QSize(101, 75)));
        writer.finish();
        const QByteArray film = bytes("film.ogv");
        const qsizetype head = film.indexOf("\x80theora");
        const auto number = [&](qsizetype i) { // 24 bits, the highest first (Theora 6.2: PICW at byte 14, PICH at 17)
            return static_cast<unsigned char>(film[head + i]) << 16 |
                   static_cast<unsigned char>(film[head + i + 1]) << 8 | static_cast<unsigned char>(film[head + i + 2]);
        };
        QCOMPARE(number(14), 102);
        QCOMPARE(number(17), 76);
    }

    void aCancelLeavesNothing_data()
    {
        QTest::addColumn<QString>("name");
        QTest::newRow("film") << "film.ogv";
        QTest::newRow("pictures") << "film.png";
    }
    void aCancelLeavesNothing()
    {
        QFETCH(QString, name);
        {
            MovieWriter writer(at(qPrintable(name)), {});
            for (int n = 0; n < 4; ++n)
                writer.add(frame(n));
            QCOMPARE(left().size(), 1); // it is being written, under another name
            QVERIFY(left().front() != name);
        }
        QCOMPARE(left(), QStringList());
        { // nor one without a picture
            MovieWriter writer(at(qPrintable(name)), {});
        }
        QCOMPARE(left(), QStringList());
    }

    void whatWasThereStaysUntilTheEnd()
    {
        QFile old(m_dir->filePath("film.ogv"));
        QVERIFY(old.open(QIODevice::WriteOnly));
        old.write("old");
        old.close();
        {
            MovieWriter writer(at("film.ogv"), {});
            writer.add(frame(0));
        }
        QCOMPARE(bytes("film.ogv"), QByteArray("old"));
        MovieWriter writer(at("film.ogv"), {});
        writer.add(frame(0));
        writer.finish();
        QVERIFY(bytes("film.ogv").startsWith("OggS"));
    }

    void picturesAreNumberedAndExact()
    {
        const QSize odd(33, 21);
        MovieWriter writer(at("film.png"), {});
        for (int n = 0; n < 3; ++n)
            writer.add(frame(n, odd));
        writer.finish();
        QCOMPARE(left(), (QStringList{"film-0001.png", "film-0002.png", "film-0003.png"}));
        QCOMPARE(QImage(m_dir->filePath("film-0002.png")).convertToFormat(QImage::Format_RGB32), frame(1, odd));
        QVERIFY(writer.result().filename() == "film-0001.png");
        // A second film must not mix with the first; into a folder there is room.
        QVERIFY_EXCEPTION_THROWN(MovieWriter(at("film.png"), {}), Error);
        QVERIFY(QDir(m_dir->path()).mkdir("frames"));
        MovieWriter other(at("frames"), {});
        other.add(frame(0));
        other.finish();
        QVERIFY(QFile::exists(m_dir->filePath("frames/frame-0001.png")));
    }

    void aFullDiskIsToldAndLeavesNothing_data() { aCancelLeavesNothing_data(); }
    void aFullDiskIsToldAndLeavesNothing()
    {
        QFETCH(QString, name);
        std::string message, advice;
        {
            const FileLimit limit(20000);
            try {
                MovieWriter writer(at(qPrintable(name)), {});
                for (int n = 0; n < 6; ++n)
                    writer.add(frame(n));
                writer.finish();
            } catch (const Error& e) {
                message = e.message();
                advice = e.advice();
            }
        }
        QVERIFY2(message.find("no room") != std::string::npos, message.c_str());
        QVERIFY(advice.find("Free some space") != std::string::npos);
        QCOMPARE(left(), QStringList());
    }

    void refusals_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<int>("rate");
        QTest::addColumn<int>("code");
        QTest::addColumn<QString>("says");
        QTest::newRow("ending") << "film.avi" << 25 << int(ErrorCode::BadInput) << ".ogv";
        QTest::newRow("no folder") << "none/film.ogv" << 25 << int(ErrorCode::Io) << "does not exist";
        QTest::newRow("no folder for pictures") << "none/film.png" << 25 << int(ErrorCode::Io) << "does not exist";
        QTest::newRow("rate") << "film.ogv" << 0 << int(ErrorCode::BadInput) << "rate";
    }
    void refusals()
    {
        QFETCH(QString, name);
        QFETCH(int, rate);
        QFETCH(int, code);
        QFETCH(QString, says);
        try {
            MovieWriter writer(at(qPrintable(name)), {rate, 2});
            QFAIL("was made");
        } catch (const Error& e) {
            QCOMPARE(int(e.code()), code);
            QVERIFY2(QString::fromStdString(e.message()).contains(says), e.message().c_str());
            QVERIFY(!e.advice().empty());
        }
    }

    void refusesPicturesThatDoNotFit()
    {
        MovieWriter writer(at("film.ogv"), {});
        QVERIFY_EXCEPTION_THROWN(writer.add(QImage()), Error);
        QVERIFY_EXCEPTION_THROWN(writer.finish(), Error); // nothing in it
        writer.add(frame(0));
        QVERIFY_EXCEPTION_THROWN(writer.add(frame(1, QSize(64, 64))), Error);
        writer.add(frame(1));
        writer.finish();
        QVERIFY_EXCEPTION_THROWN(writer.add(frame(2)), Error);
        QVERIFY(isWholeOgg(at("film.ogv")));
    }
};

QTEST_GUILESS_MAIN(TestMovieWriter)
#include "tst_movie_writer.moc"
