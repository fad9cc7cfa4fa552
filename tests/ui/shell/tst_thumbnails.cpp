// Pictures of recent cases: none unless the user wants them; small, unnamed, readable by one, gone when they should be.

#include "core/storage/case_file.h"
#include "tests/ui/shell/window_fixture.h"
#include "tests/ui/viewer/sample_case.h"
#include "ui/shell/preferences.h"
#include "ui/shell/thumbnails.h"
#include "ui/viewer/viewer.h"

#include <QAction>
#include <QCheckBox>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QImage>
#include <QPushButton>
#include <QRegularExpression>
#include <QTest>

using namespace pollux;

namespace {

struct Saved : WindowFixture
{
    Saved()
    {
        Case c = *sample::ballCase();
        Study study;
        study.name = "Roe abdomen";
        study.patientName = "Roe^Jane";
        study.patientId = "4711";
        c.studies[Id("study")] = std::make_shared<Study>(study);
        saveCase(c, path("roe.pollux"), Job());
        open("roe.pollux");
    }
    void open(const char* name)
    {
        workspace->open(path(name));
        [&] { QTRY_VERIFY(!workspace->busy() && !workspace->document().current().empty()); }();
    }
    void save(const char* name)
    {
        bool saved = false;
        workspace->save(path(name), [&](const Outcome& o) { saved = o.ok; });
        [&] { QTRY_VERIFY(saved); }();
    }
    QString caseFile(const char* name) const { return folder.filePath(name); }
    QDir pictures() const { return QDir(settings->thumbnailFolder()); }
    QStringList names() const { return pictures().entryList(QDir::Files | QDir::Hidden); }
    QString pictureOf(const char* name) const { return thumbnailFile(settings->thumbnailFolder(), caseFile(name)); }
    QCheckBox* box() const
    {
        window->findChild<QAction*>("actionPreferences")->trigger();
        return window->findChild<Preferences*>()->findChild<QCheckBox*>("prefThumbnails");
    }
};

bool hasPicture(const QPushButton* button)
{
    return !button->icon().isNull();
}

} // namespace

class TestThumbnails : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void noneUnlessTheUserWantsThem()
    {
        Saved f;
        f.save("a.pollux");
        QVERIFY(!f.pictures().exists());
        f.workspace->newCase();
        const auto* button = f.window->findChild<QPushButton*>("recentCase0");
        QVERIFY(button && !hasPicture(button));
        // The date all the same.
        const QString date = QFileInfo(f.caseFile("a.pollux")).lastModified().toString("yyyy-MM-dd HH:mm");
        QVERIFY2(button->text().contains(date), qPrintable(button->text()));
    }

    void savingWritesOne()
    {
        Saved f;
        f.box()->click();
        QCOMPARE(f.names(), QStringList()); // a case that was only opened has none
        f.save("a.pollux");
        QCOMPARE(f.names(), QStringList{QFileInfo(f.pictureOf("a.pollux")).fileName()});
        const QImage picture(f.pictureOf("a.pollux"));
        QCOMPARE(picture.size(), QSize(160, 100));
        QVERIFY(picture.textKeys().isEmpty());
        int bright = 0;
        for (int y = 0; y < picture.height(); ++y)
            for (int x = 0; x < picture.width(); ++x)
                bright += qGray(picture.pixel(x, y)) > 60;
        QVERIFY2(bright > 100, qPrintable(QString::number(bright))); // something is seen
        QCOMPARE(QFile::permissions(f.pictureOf("a.pollux")) &
                     (QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther | QFile::ExeOwner),
                 QFile::Permissions());
        QVERIFY(QFile::permissions(f.pictureOf("a.pollux")) & QFile::ReadOwner);
        QCOMPARE(QFile::permissions(f.pictures().path()) & (QFile::ReadOther | QFile::ReadGroup), QFile::Permissions());

        // Shown beside the case it is of, and beside no other.
        f.workspace->newCase();
        QVERIFY(f.window->findChild<QPushButton*>("recentCase0")->toolTip().endsWith("a.pollux"));
        QVERIFY(hasPicture(f.window->findChild<QPushButton*>("recentCase0")));
        QVERIFY(f.window->findChild<QPushButton*>("recentCase1")->toolTip().endsWith("roe.pollux"));
        QVERIFY(!hasPicture(f.window->findChild<QPushButton*>("recentCase1")));
    }

    void itsNameTellsNothing()
    {
        const QString file = thumbnailFile("/cache", "/cases/Roe^Jane 4711.pollux");
        QVERIFY2(QRegularExpression("^/cache/[0-9a-f]{64}\\.png$").match(file).hasMatch(), qPrintable(file));
        QCOMPARE(thumbnailFile("/cache", "/cases/x/../Roe^Jane 4711.pollux"), file); // the same place
        QVERIFY(thumbnailFile("/cache", "/other/Roe^Jane 4711.pollux") != file);
        QCOMPARE(thumbnailFile("/cache", "/cases/Roe^Jane 4711.pollux"), file);
    }

    void namesNobodyInThePicture()
    {
        Saved f;
        f.box()->click();
        f.save("a.pollux");
        const QImage without(f.pictureOf("a.pollux"));
        // A banner over the views would be cut off: the picture of a named patient is that of an unnamed one.
        f.window->viewer()->setPatientText("Roe, Jane 4711");
        f.save("a.pollux");
        const QImage named(f.pictureOf("a.pollux"));
        QVERIFY(!named.isNull());
        f.window->viewer()->setPatientText("Doe, John 4712, born in another year");
        f.save("a.pollux");
        QCOMPARE(QImage(f.pictureOf("a.pollux")), named);
        QVERIFY(!without.isNull());
    }

    void turningThemOffRemovesThem()
    {
        Saved f;
        f.box()->click();
        f.save("a.pollux");
        f.save("b.pollux");
        QCOMPARE(f.names().size(), 2);
        QFile other(f.pictures().filePath("holiday.png"));
        QVERIFY(other.open(QIODevice::WriteOnly));
        f.box()->click();
        QCOMPARE(f.names(), QStringList{"holiday.png"}); // not ours
        f.save("a.pollux");
        QCOMPARE(f.names(), QStringList{"holiday.png"});
    }

    void clearingTheListRemovesThem()
    {
        Saved f;
        f.box()->click();
        f.save("a.pollux");
        QCOMPARE(f.names().size(), 1);
        f.window->findChild<QAction*>("actionClearRecent")->trigger();
        QCOMPARE(f.names(), QStringList());
        QVERIFY(f.settings->recentCases().isEmpty());
        QVERIFY(QFile::exists(f.caseFile("a.pollux")));
        // From the start page as well.
        f.save("a.pollux");
        f.workspace->newCase();
        QCOMPARE(f.names().size(), 1);
        f.window->findChild<QPushButton*>("clearRecent")->click();
        QCOMPARE(f.names(), QStringList());
        QVERIFY(f.settings->recentCases().isEmpty());
    }

    void thatOfACaseThatIsGoneGoes()
    {
        Saved f;
        f.box()->click();
        f.save("a.pollux");
        f.save("b.pollux");
        QVERIFY(QFile::remove(f.caseFile("a.pollux")));
        f.stop();
        f.start();
        QCOMPARE(f.names(), QStringList{QFileInfo(f.pictureOf("b.pollux")).fileName()});
        // And that of one that fell off the list.
        f.settings->setRecentKept(1);
        f.open("roe.pollux");
        QCOMPARE(f.names(), QStringList());
    }

    void aFolderThatCannotBeWrittenLosesNoCase()
    {
        Saved f;
        f.box()->click();
        QFile inTheWay(f.settings->thumbnailFolder());
        QVERIFY(inTheWay.open(QIODevice::WriteOnly));
        inTheWay.close();
        f.save("a.pollux");
        QVERIFY(!f.workspace->modified());
        QVERIFY(QFile::exists(f.caseFile("a.pollux")));
        QVERIFY(!writeThumbnail(f.settings->thumbnailFolder(), f.caseFile("a.pollux"),
                                QImage(10, 10, QImage::Format_RGB32)));
    }
};

int main(int argc, char** argv)
{
    Viewer::prepareApplication();
    QApplication app(argc, argv);
    TestThumbnails test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_thumbnails.moc"
