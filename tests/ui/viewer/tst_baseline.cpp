// The comparison of pictures itself: what it lets pass, what it does not, and what it leaves for who looks into it.

#include "tests/ui/viewer/baseline.h"

#include <QTemporaryDir>

using namespace pollux::baseline;

namespace {

constexpr Tolerance kFew{4, 0.01, 1.0};

QImage field(int grey = 100)
{
    QImage image(40, 40, QImage::Format_RGB32);
    image.fill(qRgb(grey, grey, grey));
    return image;
}

/// A number of pixels of the field in another colour.
QImage spotted(int count, QRgb colour)
{
    QImage image = field();
    for (int n = 0; n < count; ++n)
        image.setPixel(n % 40, n / 40, colour);
    return image;
}

} // namespace

class TestBaseline : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tellsNearFromFar_data()
    {
        QTest::addColumn<QImage>("image");
        QTest::addColumn<bool>("near");
        QTest::newRow("the same") << field() << true;
        QTest::newRow("all a level lighter") << field(101) << true;
        QTest::newRow("all two levels lighter: the mean") << field(102) << false;
        QTest::newRow("as many others as may be") << spotted(16, qRgb(100, 100, 140)) << true;
        QTest::newRow("one more") << spotted(17, qRgb(100, 100, 140)) << false;
        QTest::newRow("as far off as does not count") << spotted(100, qRgb(104, 96, 100)) << true;
        QTest::newRow("another size") << field().copy(0, 0, 40, 39) << false;
        QTest::newRow("none") << QImage() << false;
    }
    void tellsNearFromFar()
    {
        QFETCH(QImage, image);
        QFETCH(bool, near);
        QCOMPARE(difference(image, field(), kFew).within(kFew), near);
        QCOMPARE(difference(field(), image, kFew).within(kFew), near);
    }

    void leavesACandidateAndTheDifference()
    {
        QTemporaryDir dir;
        const Folders folders{dir.filePath("kept/"), dir.filePath("candidates/"), dir.filePath("differences/")};
        const QString candidate = folders.candidates + "a.png", off = folders.differences + "a.png";

        // None is kept yet: the picture itself, to be looked at and copied.
        QString why = complaint(field(), "a", kFew, folders);
        QVERIFY2(why.contains("no baseline") && why.contains(candidate), qPrintable(why));
        QCOMPARE(QImage(candidate).convertToFormat(QImage::Format_RGB32), field());
        QVERIFY(!QFile::exists(off));

        // Taken over, the same picture passes, and nothing old is left to be copied by mistake.
        QVERIFY(QDir().mkpath(folders.kept) && QFile::copy(candidate, folders.kept + "a.png"));
        QCOMPARE(complaint(field(), "a", kFew, folders), QString());
        QVERIFY(!QFile::exists(candidate));

        // Another one: both pictures and, in red, where they differ.
        why = complaint(spotted(40, qRgb(255, 255, 255)), "a", kFew, folders);
        QVERIFY2(why.contains("40 of 1600 pixels") && why.contains(candidate) && why.contains(off), qPrintable(why));
        QCOMPARE(QImage(candidate).convertToFormat(QImage::Format_RGB32), spotted(40, qRgb(255, 255, 255)));
        const QImage told = QImage(off).convertToFormat(QImage::Format_RGB32);
        QCOMPARE(told.size(), QSize(128, 40));
        QCOMPARE(told.pixel(20, 0), qRgb(100, 100, 100));
        QCOMPARE(told.pixel(44 + 20, 0), qRgb(255, 255, 255));
        QCOMPARE(told.pixel(88 + 20, 0), qRgb(255, 0, 0));
        QCOMPARE(told.pixel(88 + 20, 5), qRgb(0, 0, 0));

        why = complaint(field().copy(0, 0, 40, 39), "a", kFew, folders);
        QVERIFY2(why.contains("40 x 39"), qPrintable(why));
        QVERIFY(!QFile::exists(off)); // of the run before
    }
};

QTEST_GUILESS_MAIN(TestBaseline)
#include "tst_baseline.moc"
