#include "tests/ui/walk/walk.h"
#include "ui/panels/operation_step.h"
#include "ui/viewer/slice_plane.h"
#include "ui/viewer/slice_tool.h"
#include "ui/viewer/viewer.h"

#include <QAction>
#include <QComboBox>
#include <QFileInfo>
#include <QLabel>
#include <QLineEdit>
#include <QTabWidget>
#include <QTest>
#include <QTreeWidget>

using namespace pollux;
namespace fs = std::filesystem;

// From a folder of a scanner to a printed plan, by the widgets that a person would use.

class TestRealStudy : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QApplication::setAttribute(Qt::AA_DontUseNativeDialogs); }

    void fromScannerToReport()
    {
        const fs::path study = studies() / "liver_ct_ircad17_vessels_tumours";
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
        // What was proposed from the liver and the bones that were replaced is stale: made anew first.
        QTRY_VERIFY(f.shown<QPushButton>("rebuildStructures"));
        QVERIFY(f.click("rebuildStructures"));
        QTRY_VERIFY_WITH_TIMEOUT(staleIds(f.now()).empty() && f.idle(), kWait);
        QVERIFY(!f.shown<QPushButton>("rebuildStructures"));
        QVERIFY(confirmed("liver"));
        const Case labelled = f.now();
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

        // 5. The zone: the device's ellipsoid, the heat model, and several where one is too small.
        const auto made = [&f](const char* id) { return f.now().kindOf(Id(id)) && f.idle(); };
        QVERIFY(f.click("liver.ablation.run"));
        QTRY_VERIFY_WITH_TIMEOUT(made("ablation-1"), kWait);
        QVERIFY(f.click("predictHeat"));
        QTRY_VERIFY_WITH_TIMEOUT(made("heat-damage-plan-1"), kWait);
        f.picture("5-heat");
        QVERIFY(f.click("liver.cover.run"));
        QTRY_VERIFY_WITH_TIMEOUT(made("cover-1"), kWait);
        f.picture("5-cover");

        // 6. One state of breathing alone: the step says what it needs.
        const auto* breathing = f.shown<QPushButton>("liver.breathing.run");
        QVERIFY(breathing && !breathing->isEnabled() && !breathing->toolTip().isEmpty());

        // 7. What is left: a cut drawn by points, the right side away, and the portal pressure afterwards.
        auto* resect = f.window->findChild<OperationStep*>("liver.resect");
        ParamValues normal;
        normal.set("normal", Vec3(-Vec3::UnitX()));
        resect->give(normal);
        QVERIFY(f.click("cutByPoints"));
        auto* tool = f.window->viewer()->tool();
        QVERIFY(tool);
        const Mask& liver = *f.now().structure(*f.now().findAnatomy("liver")).mask;
        const Vec3 middle = liver.grid().toPatient(0.5 * (liver.box().min[0] + liver.box().max[0] - 1),
                                                   0.5 * (liver.box().min[1] + liver.box().max[1] - 1),
                                                   0.5 * (liver.box().min[2] + liver.box().max[2] - 1));
        for (const Vec3& d : {Vec3(0, -30, -20), Vec3(-8, 30, -20), Vec3(0, -30, 20), Vec3(8, 30, 20)}) {
            const SlicePlane p = slicePlane(PlaneKind::Axial, middle + Vec3(0, 0, d.z()), QSize(600, 600), 0.7);
            tool->press(p, p.toPixel(middle + d));
            tool->release(p, p.toPixel(middle + d));
        }
        QTRY_VERIFY_WITH_TIMEOUT(f.shown<QLabel>("cutShiftTold")->text().startsWith(QStringLiteral("≈")), kWait);
        f.picture("7-cut");
        f.shown<QPushButton>("cutByPoints")->click();
        QVERIFY(f.click("liver.resect.run"));
        QTRY_VERIFY_WITH_TIMEOUT(made("resection-1"), kWait);
        QVERIFY(f.click("liver.circulation.run"));
        QTRY_VERIFY_WITH_TIMEOUT(made("circulation"), kWait);
        f.picture("7-left");
        QVERIFY(staleIds(f.now()).empty());
        const ParamList cover = f.registry.at("liver.cover").declare();
        QCOMPARE(recordedValues(f.now(), Id("cover-1"), cover).text("target"), u8(lesion)); // the one in hand

        QCOMPARE(f.differsByCommand(
                     labelled, {"plan-1", "ablation-1", "heat-damage-plan-1", "cover-1", "resection-1", "circulation"}),
                 QString());
        const Case byCommand = loadCase(f.path("commands.pollux"), Job());
        const auto& heated = f.now().structure(Id("heat-damage-plan-1"));
        QVERIFY(!heated.measures.empty() && byCommand.structure(Id("heat-damage-plan-1")).measures == heated.measures);

        // 8. Saved.
        f.window->findChild<QAction*>("actionSave")->trigger();
        const fs::path file = f.path("walk.pollux");
        bool fileChosen = false; // QTRY_VERIFY asks once more after it was true
        QTRY_VERIFY(fileChosen || (fileChosen = f.chooseFile(file)));
        QTRY_VERIFY_WITH_TIMEOUT(!f.window->isWindowModified() && f.idle(), kWait);
        f.picture("8-saved");

        // 9. Printed.
        QVERIFY(f.click("punctureReport"));
        const fs::path folder = f.path("report");
        fs::create_directories(folder);
        bool folderChosen = false; // QTRY_VERIFY asks once more after it was true
        QTRY_VERIFY(folderChosen || (folderChosen = f.chooseFile(folder)));
        QTRY_VERIFY_WITH_TIMEOUT(f.shown<QPushButton>("showReport"), kWait);
        for (const char* name : {"report.html", "report.pdf", "report.json", "plan.json"})
            QVERIFY2(QFileInfo(q((folder / name).string())).size() > 1000, name);
        f.picture("9-report");

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
