// Two sets of views: what is done on one side is done on the other, at the place that the case says is the same.

#include "core/storage/case_file.h"
#include "tests/ui/shell/window_fixture.h"
#include "tests/ui/viewer/sample_case.h"
#include "ui/shell/side_by_side.h"
#include "ui/viewer/viewer.h"

#include <QAction>
#include <QComboBox>
#include <QFile>
#include <QLabel>
#include <QTest>
#include <QToolButton>
#include <QWheelEvent>

using namespace pollux;

namespace {

const Vec3 kShift(0, 20, -8); ///< of the body from the first study to the second

/// The ball, its image again in another phase, the ball shifted in a later study with a registration, and a plan.
Case twoStudies(bool registered = true)
{
    Case c = *sample::ballCase();
    Edit edit;
    for (const auto& [id, date] : {std::pair("first", "20260101"), std::pair("later", "20260601")}) {
        Study s;
        s.name = id;
        s.studyDate = date;
        s.patientKey = "aaaaaaaaaaaa";
        edit.put(Id(id), std::move(s));
    }
    VolumeObject ct = *c.volumes.at(Id("ct"));
    ct.study = Id("first");
    ct.frameOfReference = "1.1";
    edit.put(Id("ct"), ct);
    ct.name = "Late phase";
    edit.put(Id("ct-late"), ct);
    ct.name = "Follow-up";
    ct.study = Id("later");
    ct.frameOfReference = "1.2";
    Grid later = ct.volume.grid();
    later.origin += Vec3(1, 1, 0);
    ct.volume = sample::ballVolume(later, kShift, 60);
    edit.put(Id("follow"), ct);
    edit.put(Id("liver-on-follow"), sample::structure("Liver", "liver", {190, 90, 70}, later, kShift, 30));
    if (registered) {
        Registration r;
        r.name = "Follow-up to first";
        r.fixed = Id("ct");
        r.moving = Id("follow");
        r.map.offset = kShift;
        edit.put(Id("reg"), std::move(r));
    }
    Plan plan;
    plan.name = "Plan B";
    plan.kind = "liver.puncture";
    plan.points = {{"target", sample::kTarget}, {"entry", sample::kTarget + Vec3(-20, -50, 0)}};
    edit.put(Id("plan-b"), std::move(plan));
    return apply(c, edit);
}

struct Opened : WindowFixture
{
    explicit Opened(const Case& c = twoStudies())
    {
        openCase(c);
        window->viewer()->setVolume(Id("ct"));
        window->viewer()->setCrosshair(Vec3(1, 3, 2));
    }
    template <class T>
    T* at(const char* name) const
    {
        return window->findChild<T*>(QLatin1String(name));
    }
    void turnOn() const { at<QAction>("actionSideBySide")->setChecked(true); }
    Viewer* left() const { return window->viewer(); }
    Viewer* right() const { return at<Viewer>("secondViewer"); }
    QString how() const { return at<QLabel>("compareHow")->text(); }
    void compareWith(const QString& text) const
    {
        auto* box = at<QComboBox>("compareWith");
        const int row = box->findText(text, Qt::MatchStartsWith);
        [&] { QVERIFY2(row >= 0, qPrintable(text)); }();
        box->setCurrentIndex(row);
        Q_EMIT box->activated(row);
    }
};

bool near(const Vec3& a, const Vec3& b)
{
    return (a - b).norm() < 1e-6;
}

} // namespace

class TestSideBySide : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void onAndOff()
    {
        WindowFixture empty;
        QVERIFY(!empty.window->findChild<QAction*>("actionSideBySide")->isEnabled());
        Opened f;
        QVERIFY(!f.right());
        f.turnOn();
        QVERIFY(f.right() && f.right()->isVisible());
        QCOMPARE(f.left()->viewLayout(), Viewer::Layout::AxialOver3D);
        QCOMPARE(f.right()->viewLayout(), Viewer::Layout::AxialOver3D);
        QVERIFY(!f.workspace->modified()); // a look is no change of the case
        f.at<QToolButton>("compareClose")->click();
        QVERIFY(!f.right()->isVisible());
        QVERIFY(!f.at<QAction>("actionSideBySide")->isChecked());
        QCOMPARE(f.left()->viewLayout(), Viewer::Layout::FourUp);
        QVERIFY(!f.right()->volume().text().size());
    }

    void phasesShareTheirPlaces()
    {
        Opened f;
        f.turnOn();
        f.compareWith("Late phase");
        QCOMPARE(f.right()->volume(), Id("ct-late"));
        QVERIFY2(f.how().startsWith("Same frame"), qPrintable(f.how()));
        f.left()->setCrosshair(Vec3(5, 6, 7));
        QVERIFY(near(f.right()->crosshair(), Vec3(5, 6, 7)));
        f.right()->setCrosshair(Vec3(-8, 9, 10)); // and the other way
        QVERIFY(near(f.left()->crosshair(), Vec3(-8, 9, 10)));
        f.left()->setWindow(70, 150);
        QCOMPARE(f.right()->windowWidth(), 150.0);
        f.left()->setSlab(SlabMode::Maximum, 12);
        QCOMPARE(f.right()->slabMm(), 12.0);
        f.at<QToolButton>("compareLink")->click();
        f.left()->setCrosshair(Vec3(1, 1, 1));
        QVERIFY(near(f.right()->crosshair(), Vec3(-8, 9, 10)));
        f.at<QToolButton>("compareLink")->click(); // linked again, the right one comes along
        QVERIFY(near(f.right()->crosshair(), Vec3(1, 1, 1)));
    }

    void zoomAndCameraGoAlong()
    {
        Opened f;
        f.turnOn();
        f.compareWith("Late phase");
        const double before = f.left()->slicePlane(PlaneKind::Axial).mmPerPixel;
        QCOMPARE(f.right()->slicePlane(PlaneKind::Axial).mmPerPixel, before);
        auto* slice = f.right()->findChild<QWidget*>("axialView"); // the user works on the right
        const QPointF at = slice->rect().center();
        QWheelEvent wheel(at, slice->mapToGlobal(at), {}, {0, 240}, Qt::NoButton, Qt::ControlModifier,
                          Qt::NoScrollPhase, false);
        QCoreApplication::sendEvent(slice, &wheel);
        QVERIFY(f.left()->slicePlane(PlaneKind::Axial).mmPerPixel < 0.8 * before);
        QCOMPARE(f.left()->slicePlane(PlaneKind::Axial).mmPerPixel, f.right()->slicePlane(PlaneKind::Axial).mmPerPixel);
        QTest::keyClick(f.left()->findChild<QWidget*>("volumeView"), Qt::Key_L);
        const auto left = f.left()->cameraPose();
        QVERIFY(left && near(left->towards, Vec3(1, 0, 0))); // from the patient's left
        QVERIFY(near(f.right()->cameraPose()->towards, left->towards));
        QVERIFY(near(f.right()->cameraPose()->up, left->up));
        QVERIFY(near(f.right()->cameraPose()->focus, left->focus));
    }

    void timePointsGoByTheirRegistration()
    {
        Opened f;
        f.turnOn();
        f.compareWith("Follow-up · 2026-06-01");
        QVERIFY2(f.how().contains("Follow-up to first"), qPrintable(f.how()));
        f.left()->setCrosshair(Vec3(5, 6, 7));
        QVERIFY(near(f.right()->crosshair(), Vec3(5, 6, 7) + kShift));
        f.right()->setCrosshair(Vec3(0, 0, 0));
        QVERIFY(near(f.left()->crosshair(), -kShift));
        const SlicePlane a = f.left()->slicePlane(PlaneKind::Coronal), b = f.right()->slicePlane(PlaneKind::Coronal);
        QVERIFY(near(a.centre + kShift, b.centre));
        // What lies in the other study would be drawn in the wrong place.
        QVERIFY(!f.right()->structureVisible(Id("lesion")));
        QVERIFY(f.right()->structureVisible(Id("liver-on-follow")));
        QVERIFY(f.left()->structureVisible(Id("lesion")));
        QCOMPARE(f.at<QLabel>("compareLeft")->text(), QString("Ball · 2026-01-01"));
    }

    void unregisteredIsSaidAndLinkedByHand()
    {
        Opened f(twoStudies(false));
        f.turnOn();
        f.compareWith("Follow-up");
        QVERIFY2(f.how().startsWith("Not registered"), qPrintable(f.how()));
        QVERIFY(!f.at<QToolButton>("compareLink")->isChecked());
        f.left()->setCrosshair(Vec3(1, 2, 3));
        QVERIFY(!near(f.right()->crosshair(), Vec3(1, 2, 3)));
        f.right()->setCrosshair(Vec3(1, 2, 3) + kShift);
        f.at<QToolButton>("compareLink")->click();
        QVERIFY2(f.how().startsWith("Linked by hand"), qPrintable(f.how()));
        f.left()->setCrosshair(Vec3(10, 2, 3));
        QVERIFY(near(f.right()->crosshair(), Vec3(10, 2, 3) + kShift));
        // Held for the same in one image, it says nothing about another.
        f.compareWith("Late phase");
        f.compareWith("Follow-up");
        QVERIFY(!f.at<QToolButton>("compareLink")->isChecked());
    }

    void aPlan()
    {
        Opened f;
        f.turnOn();
        f.compareWith("Plan: Plan B");
        QCOMPARE(f.right()->volume(), Id("ct"));
        QVERIFY(f.right()->path() && near(f.right()->path()->target, sample::kTarget));
        f.compareWith("Late phase");
        QVERIFY(!f.right()->path());
    }

    void anotherCaseIsOnlyLookedAt()
    {
        Opened f;
        Case other = *sample::ballCase();
        Edit edit;
        Study s;
        s.patientKey = "bbbbbbbbbbbb";
        edit.put(Id("theirs"), std::move(s));
        saveCase(apply(other, edit), f.path("other.pollux"), Job());
        auto* side = f.window->findChild<SideBySide*>();
        side->openOther(f.path("other.pollux"));
        QTRY_VERIFY_WITH_TIMEOUT(side->on() && !f.workspace->busy(), 20000);
        QVERIFY2(f.how().startsWith("Another patient. Not registered"), qPrintable(f.how()));
        QCOMPARE(f.at<QComboBox>("compareWith")->currentText(), QString("Case: other"));
        QVERIFY(f.workspace->document().current().studies.size() == 2 && !f.workspace->modified());
        f.at<QAction>("actionPresent")->setChecked(true);
        QCOMPARE(f.at<QComboBox>("compareWith")->currentText(),
                 QString("Another case")); // a file's name may be a patient's
        f.at<QAction>("actionPresent")->setChecked(false);
        f.compareWith("Late phase");
        QCOMPARE(f.at<QComboBox>("compareWith")->findText("Case: other"), -1);
    }

    void whatCannotBeOpenedIsAFailedJob()
    {
        Opened f;
        QFile file(f.folder.filePath("broken.pollux"));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("no case");
        file.close();
        auto* side = f.window->findChild<SideBySide*>();
        bool failed = false;
        QObject::connect(f.workspace.get(), &Bench::jobChanged, side,
                         [&](const JobReport& r) { failed |= r.state == JobState::Failed; });
        side->openOther(f.path("broken.pollux"));
        QTRY_VERIFY_WITH_TIMEOUT(failed && !f.workspace->busy(), 20000);
        QVERIFY(!side->on());
    }

    void whatStandsBesideIsKeptWithTheCase()
    {
        Opened f;
        f.left()->setLayout(Viewer::Layout::AxialAndThree);
        f.turnOn();
        f.compareWith("Plan: Plan B");
        f.workspace->save(f.path("kept.pollux"));
        QTRY_VERIFY_WITH_TIMEOUT(!f.workspace->busy(), 20000);
        f.workspace->newCase();
        QVERIFY(!f.at<QAction>("actionSideBySide")->isChecked());
        const auto open = [&] {
            f.workspace->open(f.path("kept.pollux"));
            QTRY_VERIFY_WITH_TIMEOUT(!f.workspace->busy() && !f.workspace->document().current().volumes.empty(), 20000);
        };
        open();
        QVERIFY(f.at<QAction>("actionSideBySide")->isChecked());
        auto* side = f.window->findChild<SideBySide*>();
        QVERIFY(side->beside() == (SavedBeside{true, Id("plan-b")}));
        QVERIFY(f.right()->path().has_value());
        QVERIFY(f.left()->viewLayout() == Viewer::Layout::AxialOver3D);
        // Its end leaves the layout that there was before, and that is kept too.
        f.turnOn();
        f.at<QAction>("actionSideBySide")->setChecked(false);
        QVERIFY(f.left()->viewLayout() == Viewer::Layout::AxialAndThree);
        f.workspace->newCase();
        open();
        QVERIFY(!f.at<QAction>("actionSideBySide")->isChecked());
        QVERIFY(f.left()->viewLayout() == Viewer::Layout::AxialAndThree);
    }

    void theCaseGoesAndComes()
    {
        Opened f;
        f.turnOn();
        f.compareWith("Follow-up");
        Edit gone;
        gone.remove(Id("follow"));
        f.workspace->document().apply("Remove", apply(f.workspace->document().current(), gone));
        QVERIFY(f.right()->volume() != Id("follow")); // something that is there
        f.workspace->undo();
        f.workspace->newCase();
        QVERIFY(!f.at<QAction>("actionSideBySide")->isChecked());
    }
};

QTEST_MAIN(TestSideBySide)
#include "tst_side_by_side.moc"
