// Pictures and films from the window: they run beside the work, leave nothing half-written and name no patient unless
// asked to.

#include "tests/ui/shell/window_fixture.h"
#include "tests/ui/viewer/sample_case.h"
#include "ui/shell/film_dialog.h"
#include "ui/shell/picture_dialog.h"
#include "ui/viewer/viewer.h"

#include <QAbstractButton>
#include <QAction>
#include <QCheckBox>
#include <QComboBox>
#include <QDir>
#include <QFile>
#include <QImage>
#include <QLabel>
#include <QLineEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QSpinBox>
#include <QTest>

using namespace pollux;

namespace {

struct Opened : WindowFixture
{
    Opened()
    {
        openCase(sample::namedPatient(), "roe.pollux");
        QDir(folder.path()).mkdir("out");
    }

    template <class T>
    T* open(const char* action)
    {
        window->findChild<QAction*>(action)->trigger();
        return window->findChild<T*>();
    }
    QString target(const char* name) const { return folder.filePath(QStringLiteral("out/") + name); }
    QStringList left() const
    {
        return QDir(folder.filePath("out")).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot);
    }
    /// A short film of axial slices.
    FilmDialog* film(const char* name, int seconds)
    {
        auto* dialog = open<FilmDialog>("actionFilm");
        dialog->findChild<QComboBox*>("filmWhat")->setCurrentIndex(1);
        dialog->findChild<QComboBox*>("filmSize")->setCurrentIndex(0);
        dialog->findChild<QComboBox*>("filmRate")->setCurrentIndex(0);
        dialog->findChild<QSpinBox*>("filmSeconds")->setValue(seconds);
        dialog->findChild<QLineEdit*>("filmTarget")->setText(target(name));
        return dialog;
    }
};

QString told(const QWidget* dialog, const char* name)
{
    return dialog->findChild<QLabel*>(name)->text();
}

} // namespace

class TestFilmDialog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void withoutACaseTheyCannotAndSayWhy()
    {
        WindowFixture f;
        for (const char* name : {"actionPicture", "actionFilm"}) {
            const auto* action = f.window->findChild<QAction*>(name);
            QVERIFY(action && !action->isEnabled());
            QVERIFY(action->toolTip().contains("open a study"));
        }
    }

    void namesNothingOfThePatientByItself()
    {
        Opened f;
        auto* film = f.open<FilmDialog>("actionFilm");
        auto* picture = f.open<PictureDialog>("actionPicture");
        QVERIFY(film && picture);
        QVERIFY(!film->isModal() && !picture->isModal());
        for (const QLineEdit* line :
             {film->findChild<QLineEdit*>("filmTarget"), picture->findChild<QLineEdit*>("pictureTarget")}) {
            QVERIFY(!line->text().isEmpty());
            const QString name = line->text().section('/', -1);
            QVERIFY2(!name.contains("roe", Qt::CaseInsensitive) && !name.contains("4711"), qPrintable(name));
        }
        QVERIFY(!film->findChild<QCheckBox*>("filmPatient")->isChecked());
        QVERIFY(!picture->findChild<QCheckBox*>("picturePatient")->isChecked());
        for (const QWidget* dialog : {static_cast<QWidget*>(film), static_cast<QWidget*>(picture)})
            for (const auto* button : dialog->findChildren<QAbstractButton*>()) {
                QVERIFY2(!button->accessibleName().isEmpty(), qPrintable(button->objectName()));
                QVERIFY2(button->isEnabled() || !button->toolTip().isEmpty(), qPrintable(button->objectName()));
            }
        // One film at a time.
        QCOMPARE(f.open<FilmDialog>("actionFilm"), film);
        QCOMPARE(f.window->findChildren<FilmDialog*>().size(), 1);
    }

    void makesAFilmBesideTheWork()
    {
        Opened f;
        FilmDialog* dialog = f.film("film.ogv", 1);
        auto* start = dialog->findChild<QPushButton*>("filmStart");
        start->click();
        QVERIFY(!start->isEnabled() && !start->toolTip().isEmpty()); // back at once, with the film under way
        QVERIFY(!QFile::exists(f.target("film.ogv")));
        QTRY_VERIFY_WITH_TIMEOUT(start->isEnabled(), 60000);
        QVERIFY2(told(dialog, "filmTold").contains("Written"), qPrintable(told(dialog, "filmTold")));
        QCOMPARE(f.left(), QStringList{"film.ogv"});
        QFile file(f.target("film.ogv"));
        QVERIFY(file.open(QIODevice::ReadOnly) && file.read(4) == "OggS");
        // Again: not over what is there.
        start->click();
        QVERIFY(told(dialog, "filmTold").contains("is there"));
        QVERIFY(start->isEnabled());
    }

    void turnsThe3DView()
    {
        Opened f;
        FilmDialog* dialog = f.film("turn.png", 1);
        dialog->findChild<QComboBox*>("filmWhat")->setCurrentIndex(0);
        dialog->findChild<QPushButton*>("filmStart")->click();
        QTRY_VERIFY_WITH_TIMEOUT(told(dialog, "filmTold").contains("Written"), 120000);
        QCOMPARE(f.left().size(), 10);
        const QImage first(f.target("turn-0001.png")), fourth(f.target("turn-0004.png"));
        QCOMPARE(first.size(), QSize(640, 480));
        QVERIFY(first != fourth);
        // The views are drawn as before.
        QVERIFY(!f.window->viewer()->grabViews().isNull());
    }

    void aCancelLeavesNothing()
    {
        Opened f;
        FilmDialog* dialog = f.film("film.ogv", 600);
        dialog->findChild<QPushButton*>("filmStart")->click();
        auto* progress = dialog->findChild<QProgressBar*>("filmProgress");
        QTRY_VERIFY(progress->value() >= 2);
        QVERIFY(!f.left().isEmpty());
        dialog->findChild<QPushButton*>("filmCancel")->click();
        QCOMPARE(f.left(), QStringList());
        QVERIFY(told(dialog, "filmTold").contains("nothing was written"));
        QTest::qWait(100);
        QCOMPARE(f.left(), QStringList()); // no tick goes on
        // Nor does closing the window in the middle.
        dialog->findChild<QPushButton*>("filmStart")->click();
        QTRY_VERIFY(progress->value() >= 1);
        f.stop();
        QCOMPARE(f.left(), QStringList());
    }

    void aFolderThatIsNotThereIsTold()
    {
        Opened f;
        FilmDialog* dialog = f.film("none/film.ogv", 1);
        dialog->findChild<QPushButton*>("filmStart")->click();
        QVERIFY2(told(dialog, "filmTold").contains("does not exist"), qPrintable(told(dialog, "filmTold")));
        QVERIFY(dialog->findChild<QPushButton*>("filmStart")->isEnabled());
    }

    void savesThePictureOfTheViews()
    {
        Opened f;
        auto* dialog = f.open<PictureDialog>("actionPicture");
        const auto save = [&](const char* name, bool patient) {
            dialog->findChild<QLineEdit*>("pictureTarget")->setText(f.target(name));
            dialog->findChild<QCheckBox*>("picturePatient")->setChecked(patient);
            dialog->findChild<QPushButton*>("pictureSave")->click();
            return QImage(f.target(name));
        };
        const QImage without = save("a.png", false), with = save("b.png", true);
        QVERIFY2(!without.isNull() && !with.isNull(), qPrintable(told(dialog, "pictureTold")));
        QCOMPARE(without.size(), with.size());
        QVERIFY(without != with);
        QVERIFY(without.width() >= f.window->viewer()->width());
        // No second time over it without asking.
        save("a.png", true);
        QVERIFY(told(dialog, "pictureTold").contains("is there"));
        QCOMPARE(QImage(f.target("a.png")), without);
    }
};

int main(int argc, char** argv)
{
    Viewer::prepareApplication();
    QApplication app(argc, argv);
    TestFilmDialog test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_film_dialog.moc"
