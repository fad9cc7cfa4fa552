#include "core/storage/case_file.h"
#include "tests/ui/shell/window_fixture.h"
#include "ui/forms/text.h"
#include "ui/viewer/viewer.h"

#include <QAction>
#include <QComboBox>
#include <QDir>
#include <QElapsedTimer>
#include <QFileDialog>
#include <QFileInfo>
#include <QLabel>
#include <QLineEdit>
#include <QPixmap>
#include <QPushButton>
#include <QTabWidget>
#include <QTest>
#include <QTreeWidget>

using namespace pollux;
namespace fs = std::filesystem;

// From a folder of a scanner to a printed plan, by the widgets that a person would use. A picture of the window after
// each step lies in the build folder (tests/walk); they show a patient's study and are not for the repository.

namespace {

constexpr int kWait = 300000; ///< ms

fs::path studyFolder()
{
    const char* set = std::getenv("POLLUX_DATA");
    return (set ? fs::path(set) : fs::path(POLLUX_SOURCE_DIR) / "../shared/data") / "liver_ct_ircad17_vessels_tumours";
}

struct Walk : WindowFixture
{
    QString pictures = QStringLiteral(POLLUX_BINARY_DIR "/tests/walk");
    QElapsedTimer clock;

    Walk()
    {
        QDir().mkpath(pictures);
        window->resize(1600, 1000);
        clock.start();
    }
    const Case& now() const { return workspace->document().current(); }

    template <class T>
    T* shown(const char* name) const
    {
        for (T* w : window->findChildren<T*>(name))
            if (w->isVisible())
                return w;
        return nullptr;
    }
    /// False if there is no such button or it cannot be clicked; says why.
    bool click(const char* name) const
    {
        auto* button = shown<QPushButton>(name);
        if (!button || !button->isEnabled()) {
            qWarning("%s: %s", name, button ? qPrintable(button->toolTip()) : "not there");
            return false;
        }
        button->click();
        return true;
    }
    void showTab(const char* title) const { window->showPanel(QLatin1String(title)); }
    bool idle() const { return !workspace->busy(); }
    void picture(const char* name)
    {
        qInfo("%5.1f s  %s", double(clock.elapsed()) / 1000, name);
        QTest::qWait(1500); // the views draw after the last change
        QVERIFY(window->grab().save(pictures + QLatin1Char('/') + QLatin1String(name) + QStringLiteral(".png")));
    }
    /// Answers the file dialog that a click opened.
    bool chooseFile(const fs::path& file) const
    {
        QFileDialog* dialog = nullptr;
        for (auto* d : window->findChildren<QFileDialog*>())
            if (d->isVisible())
                dialog = d;
        if (!dialog)
            return false;
        dialog->setDirectory(q(file.parent_path().string()));
        dialog->selectFile(q(file.string()));
        return QMetaObject::invokeMethod(dialog, "accept");
    }
};

} // namespace

class TestRealStudy : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QApplication::setAttribute(Qt::AA_DontUseNativeDialogs); }

    void fromScannerToReport()
    {
        const fs::path study = studyFolder();
        if (!fs::exists(study / "PATIENT_DICOM.zip"))
            QSKIP("NOT TESTED ON A REAL STUDY: 3D-IRCADb-01 patient 17 is not here (set POLLUX_DATA)");
        Walk f;

        // 1. The study, as named on the command line or dropped on the window.
        f.window->open(q((study / "PATIENT_DICOM.zip").string()));
        QTRY_VERIFY_WITH_TIMEOUT(!f.now().volumes.empty() && f.idle(), kWait);
        const Grid& grid = f.now().volumes.begin()->second->volume.grid();
        QCOMPARE(grid.size[2], 119);
        QVERIFY(f.shown<QLabel>("patient")->text() != "No patient");
        f.picture("1-opened");

        // 2. The twin, by the next step that the window offers.
        QVERIFY(f.click("nextStep"));
        QTRY_VERIFY_WITH_TIMEOUT(!f.now().structures.empty() && f.idle(), kWait);
        QVERIFY(f.now().findAnatomy("liver") && f.now().findAnatomy("skin"));
        QCOMPARE(f.now().structure(*f.now().findAnatomy("liver")).state, ConfirmState::Proposed);
        f.picture("2-twin");

        // 3. What the makers of the study have drawn, by the form of the operation.
        f.showTab("Operations");
        QTreeWidget* list = nullptr;
        QTRY_VERIFY(list = f.shown<QTreeWidget>("operationList"));
        for (QTreeWidgetItem* item : list->findItems(QString(), Qt::MatchContains | Qt::MatchRecursive))
            if (item->data(0, Qt::UserRole).toString() == "import.labels")
                list->setCurrentItem(item);
        QLineEdit* path = nullptr;
        QTRY_VERIFY(path = f.shown<QLineEdit>("path"));
        path->setText(q((study / "MASKS_DICOM.zip").string()));
        auto* state = f.shown<QComboBox>("state");
        state->setCurrentIndex(state->findData("confirmed"));
        f.shown<QLineEdit>("by")->setText("the makers of the study");
        QTRY_VERIFY(f.shown<QPushButton>("run")->isEnabled());
        QVERIFY(f.click("run"));
        const auto confirmed = [&f](const char* anatomy) {
            const auto id = f.now().findAnatomy(anatomy);
            return id && f.now().structure(*id).state == ConfirmState::Confirmed;
        };
        QTRY_VERIFY_WITH_TIMEOUT(confirmed("liver") && f.idle(), kWait);
        QVERIFY(confirmed("liver_lesion") && confirmed("portal_vein"));
        const double ml = f.now().structure(*f.now().findAnatomy("liver")).mask->volumeMl();
        QVERIFY2(std::abs(ml - 1860.6) < 1, qPrintable(QString::number(ml))); // as the data set states
        f.picture("3-labels");

        // 4. The plan, by the liver's panel; the target is the second of the lesions that were drawn.
        f.showTab("Liver puncture");
        QComboBox* target = nullptr;
        QTRY_VERIFY(target = f.shown<QComboBox>("target"));
        QString lesion;
        for (const auto& [id, s] : f.now().structures)
            if (s->anatomy == "liver_lesion" && s->state == ConfirmState::Confirmed)
                lesion = q(id.text());
        QVERIFY(target->findData(lesion) >= 0);
        target->setCurrentIndex(target->findData(lesion));
        QVERIFY(f.click("computePath"));
        QTRY_VERIFY_WITH_TIMEOUT(!f.now().plans.empty() && f.idle(), kWait);
        const Plan plan = f.now().plan(Id("plan-1"));
        QVERIFY(plan.numbers.size() > 3);
        QTRY_VERIFY_WITH_TIMEOUT(f.idle(), kWait); // dragging is being prepared
        f.picture("4-plan");

        // 5. Saved.
        f.window->findChild<QAction*>("actionSave")->trigger();
        const fs::path file = f.path("walk.pollux");
        bool fileChosen = false; // QTRY_VERIFY asks once more after it was true
        QTRY_VERIFY(fileChosen || (fileChosen = f.chooseFile(file)));
        QTRY_VERIFY_WITH_TIMEOUT(!f.window->isWindowModified() && f.idle(), kWait);
        f.picture("5-saved");

        // 6. Printed.
        QVERIFY(f.click("exportReport"));
        const fs::path folder = f.path("report");
        fs::create_directories(folder);
        bool folderChosen = false; // QTRY_VERIFY asks once more after it was true
        QTRY_VERIFY(folderChosen || (folderChosen = f.chooseFile(folder)));
        QTRY_VERIFY_WITH_TIMEOUT(f.shown<QPushButton>("showReport"), kWait);
        for (const char* name : {"report.html", "report.pdf", "report.json", "plan.json"})
            QVERIFY2(QFileInfo(q((folder / name).string())).size() > 1000, name);
        f.picture("6-report");

        // What was saved is what was planned.
        const Case again = loadCase(file, Job());
        QCOMPARE(again.plan(Id("plan-1")).numbers.size(), plan.numbers.size());
        for (size_t i = 0; i < plan.numbers.size(); ++i)
            QCOMPARE(again.plan(Id("plan-1")).numbers[i].after, plan.numbers[i].after);
        QVERIFY(again.plan(Id("plan-1")).numbers.front().after.has_value());
        qInfo("%5.1f s in all", double(f.clock.elapsed()) / 1000);
    }
};

QTEST_MAIN(TestRealStudy)
#include "tst_real_study.moc"
