// The tabs "Correct" and "Measure" driven as a person does: a structure, a tool, the mouse or the keys in a slice,
// undo.

#include "tests/ui/shell/window_fixture.h"
#include "tests/ui/viewer/sample_case.h"
#include "ui/forms/text.h"
#include "ui/viewer/slice_view.h"
#include "ui/viewer/viewer.h"

#include <QAction>
#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QMouseEvent>
#include <QPushButton>
#include <QTest>
#include <QTreeWidget>

using namespace pollux;

namespace {

struct Editing : WindowFixture
{
    SliceView* axial = nullptr;

    Editing()
    {
        openCase(*sample::ballCase());
        axial = qobject_cast<SliceView*>(window->viewer()->findChild<QWidget*>("axialView"));
        window->viewer()->setCrosshair(sample::kTarget);
        QTest::qWait(50);
    }
    const Case& now() const { return workspace->document().current(); }
    const Mask& mask(const char* id) const { return *now().structure(Id(id)).mask; }
    template <class T>
    T* shown(const char* name) const
    {
        for (T* w : window->findChildren<T*>(name))
            if (w->isVisible())
                return w;
        return nullptr;
    }
    void take(const char* tab, const char* tool)
    {
        window->showPanel(QLatin1String(tab));
        QPushButton* button = nullptr;
        [&] { QTRY_VERIFY(button = shown<QPushButton>(tool)); }();
        QTest::mouseClick(button, Qt::LeftButton);
    }
    void correct(const char* structure)
    {
        window->showPanel("Correct");
        QComboBox* box = nullptr;
        [&] { QTRY_VERIFY(box = shown<QComboBox>("editStructure")); }();
        const int at = box->findData(QLatin1String(structure));
        [&] { QVERIFY(at >= 0); }();
        box->setCurrentIndex(at);
    }
    QPoint pixel(const Vec3& p) const { return axial->plane().toPixel(p).toPoint(); }
    void send(QEvent::Type type, const QPoint& at)
    {
        QMouseEvent move(type, at, axial->mapToGlobal(at), Qt::NoButton, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(axial, &move);
    }
    void drag(const std::vector<Vec3>& way)
    {
        QTest::mousePress(axial, Qt::LeftButton, {}, pixel(way.front()));
        for (size_t n = 1; n < way.size(); ++n)
            for (int part = 1; part <= 4; ++part)
                send(QEvent::MouseMove, pixel(way[n - 1] + (way[n] - way[n - 1]) * part / 4));
        QTest::mouseRelease(axial, Qt::LeftButton, {}, pixel(way.back()));
    }
    void settle() const
    {
        [&] { QTRY_VERIFY(!workspace->busy()); }();
    }
    void undo() { window->findChild<QAction*>("actionUndo")->trigger(); }
    QString hint(const char* name) const { return window->findChild<QLabel*>(name)->text(); }
};

} // namespace

class TestEditor : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// One stroke is one step; its surface follows within it; undo takes both back.
    void paintsErasesAndUndoes()
    {
        Editing f;
        const auto before = f.now().structures.at(Id("lesion"));
        f.correct("lesion");
        f.take("Correct", "toolPaint");
        f.drag({sample::kTarget, sample::kTarget + Vec3(20, 0, 0)});
        QTRY_VERIFY(f.mask("lesion").count() > before->mask->count());
        f.settle();
        const std::int64_t painted = f.mask("lesion").count();
        // A ball of 5 mm swept over 20 mm: beyond the lesion's 9 mm.
        QVERIFY(f.mask("lesion").contains(sample::kTarget + Vec3(20, 0, 0)));
        QVERIFY(!f.mask("lesion").contains(sample::kTarget + Vec3(20, 12, 0)));
        QCOMPARE(f.now().structure(Id("lesion")).state, ConfirmState::Edited);
        QCOMPARE(f.now().lineage.at(Id("lesion"))->operation, std::string("edit.brush"));

        f.take("Correct", "toolErase");
        f.drag({sample::kTarget + Vec3(20, 0, 0)});
        QTRY_VERIFY(f.mask("lesion").count() < painted);
        f.settle();
        f.undo();
        QCOMPARE(f.mask("lesion").count(), painted);
        f.undo();
        QVERIFY(f.now().structures.at(Id("lesion")) == before);
        QVERIFY(!f.workspace->document().canUndo());
    }

    void theSurfaceFollows()
    {
        Editing f;
        ParamValues only;
        only.set("structures", std::vector<std::string>{"liver", "lesion"});
        f.workspace->run("mesh.surface", only);
        f.settle();
        const auto liver = f.now().structure(Id("liver")).surface;
        const double was = f.now().structure(Id("lesion")).surface->volumeMl();
        f.correct("lesion");
        f.take("Correct", "toolPaint");
        f.drag({sample::kTarget, sample::kTarget + Vec3(20, 0, 0)});
        QTRY_VERIFY(f.now().structure(Id("lesion")).surface->volumeMl() > was * 1.1);
        f.settle();
        QVERIFY(staleIds(f.now()).empty());
        QVERIFY(f.now().structure(Id("liver")).surface == liver); // the others are left alone
        const Structure& s = f.now().structure(Id("lesion"));
        QVERIFY(std::abs(s.surface->volumeMl() / s.mask->volumeMl() - 1) < 0.01);
        f.undo(); // one step: the stroke and its surface
        QVERIFY(std::abs(f.now().structure(Id("lesion")).surface->volumeMl() - was) < 1e-9);
        QVERIFY(f.workspace->document().undoText().find("urface") != std::string::npos);
    }

    void paintsANewStructure()
    {
        Editing f;
        f.correct("");
        auto* name = f.shown<QLineEdit>("editName");
        QVERIFY(name);
        f.take("Correct", "toolPaint");
        f.drag({sample::kTarget});
        f.settle();
        QVERIFY2(f.hint("editHint").contains("name"), qPrintable(f.hint("editHint"))); // it says what is missing
        QCOMPARE(f.now().structures.size(), size_t(3));
        name->setText("Second lesion");
        f.drag({sample::kTarget + Vec3(0, 30, 0), sample::kTarget + Vec3(6, 30, 0)});
        QTRY_VERIFY2(f.now().structures.contains(Id("second-lesion")), qPrintable(f.hint("editHint")));
        f.settle();
        QCOMPARE(f.shown<QComboBox>("editStructure")->currentData().toString(), QString("second-lesion"));
        const std::int64_t first = f.mask("second-lesion").count();
        f.drag({sample::kTarget + Vec3(0, 44, 0)}); // and goes on in it
        QTRY_VERIFY(f.mask("second-lesion").count() > first);
        QCOMPARE(f.now().structures.size(), size_t(4));
    }

    void scissorsCutsAndIslands()
    {
        Editing f;
        f.correct("liver");
        const std::int64_t before = f.mask("liver").count();
        f.take("Correct", "toolScissors");
        const Vec3 c(-34, -6, 6);
        f.drag({c + Vec3(0, -45, 0), c + Vec3(45, -45, 0), c + Vec3(45, 45, 0), c + Vec3(0, 45, 0)});
        QTRY_VERIFY(f.mask("liver").count() < before);
        f.settle();
        QVERIFY2(std::abs(double(f.mask("liver").count()) / double(before) - 0.5) < 0.06,
                 qPrintable(QString::number(f.mask("liver").count())));
        QVERIFY(f.mask("liver").contains(c - Vec3(8, 0, 0)) && !f.mask("liver").contains(c + Vec3(8, 0, 0)));
        f.undo();

        // Downwards through the middle: what lies on the right of that way, the image's left, is cut off.
        f.take("Correct", "toolCut");
        QComboBox* method = nullptr;
        QTRY_VERIFY(method = f.shown<QComboBox>("method"));
        method->setCurrentIndex(method->findData("plane"));
        f.drag({c + Vec3(0, -30, 0), c + Vec3(0, 30, 0)});
        QTRY_VERIFY(f.now().structures.contains(Id("liver-cut")));
        QVERIFY(f.mask("liver-cut").contains(c - Vec3(8, 0, 0)) && f.mask("liver").contains(c + Vec3(8, 0, 0)));
        f.settle();
        f.undo();
        QCOMPARE(f.mask("liver").count(), before);
    }

    void keysDoWhatTheMouseDoes()
    {
        Editing f;
        const std::int64_t before = f.mask("lesion").count();
        f.correct("lesion");
        f.take("Correct", "toolPaint");
        f.window->viewer()->setCrosshair(sample::kTarget + Vec3(14, 0, 0));
        f.axial->setFocus();
        QTest::keyClick(f.axial, Qt::Key_Space);
        QTRY_VERIFY(f.mask("lesion").count() > before);
        f.settle();
        const Vec3 was = f.window->viewer()->crosshair();
        QTest::keyClick(f.axial, Qt::Key_Right, Qt::ShiftModifier);
        QVERIFY((f.window->viewer()->crosshair() - was - Vec3(2, 0, 0)).norm() < 1e-6);
    }

    void escapeForgetsAStroke()
    {
        Editing f;
        f.correct("lesion");
        f.take("Correct", "toolPaint");
        QTest::mousePress(f.axial, Qt::LeftButton, {}, f.pixel(sample::kTarget + Vec3(20, 0, 0)));
        QTest::keyClick(f.axial, Qt::Key_Escape);
        QTest::mouseRelease(f.axial, Qt::LeftButton, {}, f.pixel(sample::kTarget + Vec3(20, 0, 0)));
        f.settle();
        QVERIFY(!f.workspace->document().canUndo());
    }

    /// Who turns to another tab does not paint there.
    void aToolIsPutAwayWithItsTab()
    {
        Editing f;
        f.correct("lesion");
        f.take("Correct", "toolPaint");
        QVERIFY(f.window->viewer()->tool());
        f.window->showPanel("Plans");
        QVERIFY(!f.window->viewer()->tool());
        f.drag({sample::kTarget + Vec3(20, 0, 0)});
        f.settle();
        QVERIFY(!f.workspace->document().canUndo());
        QVERIFY((f.window->viewer()->crosshair() - sample::kTarget - Vec3(20, 0, 0)).norm() < 2);
    }

    void marginOfTheWhole()
    {
        Editing f;
        const std::int64_t before = f.mask("lesion").count();
        f.correct("lesion");
        auto* which = f.shown<QComboBox>("editWhole");
        which->setCurrentIndex(which->findData("edit.margin"));
        QTest::mouseClick(f.shown<QPushButton>("editApply"), Qt::LeftButton);
        QTRY_VERIFY(f.mask("lesion").count() > before);
        f.settle();
        f.undo();
        QCOMPARE(f.mask("lesion").count(), before);
    }

    void measuresByDragAndByClicks()
    {
        Editing f;
        f.take("Measure", "measureLength");
        f.drag({sample::kTarget, sample::kTarget + Vec3(30, 0, 0)});
        QTRY_VERIFY(f.now().measurements.contains(Id("length-1")));
        f.settle();
        const double mm = f.now().measurements.at(Id("length-1"))->values.front().quantity.value;
        const double pixel = f.axial->plane().mmPerPixel;
        QVERIFY2(std::abs(mm - 30) < 1.5 * pixel, qPrintable(QString::number(mm)));
        f.take("Measure", "measureAngle");
        for (const Vec3& d : {Vec3(20, 0, 0), Vec3(0, 0, 0), Vec3(0, 20, 0)})
            QTest::mouseClick(f.axial, Qt::LeftButton, {}, f.pixel(sample::kTarget + d));
        QTRY_VERIFY(f.now().measurements.contains(Id("angle-1")));
        f.settle();
        QVERIFY(std::abs(f.now().measurements.at(Id("angle-1"))->values.front().quantity.value - 90) < 6);
        f.take("Measure", "measureArea");
        for (const Vec3& d : {Vec3(0, 0, 0), Vec3(20, 0, 0), Vec3(20, 20, 0), Vec3(0, 20, 0)})
            QTest::mouseClick(f.axial, Qt::LeftButton, {}, f.pixel(sample::kTarget + d));
        f.axial->setFocus();
        QTest::keyClick(f.axial, Qt::Key_Return);
        QTRY_VERIFY(f.now().measurements.contains(Id("area-1")));
        f.settle();
        QVERIFY(std::abs(f.now().measurements.at(Id("area-1"))->values.front().quantity.value - 400) < 60);
        f.take("Measure", "measureEllipse");
        f.drag({sample::kTarget, sample::kTarget + Vec3(6, 4, 0)});
        QTRY_VERIFY(f.now().measurements.contains(Id("ellipse-1")));
        f.settle();
        QVERIFY(std::abs(f.now().measurements.at(Id("ellipse-1"))->values.front().quantity.value - 140) < 1);

        auto* list = f.shown<QTreeWidget>("measurements");
        QCOMPARE(list->topLevelItemCount(), 4);
        QTest::mouseClick(f.shown<QPushButton>("measureCopy"), Qt::LeftButton);
        const QString csv = QGuiApplication::clipboard()->text();
        QVERIFY(csv.startsWith("name,what,value,unit") && csv.contains("Angle 1,Angle,") && csv.contains(",deg,"));
        list->setCurrentItem(list->topLevelItem(0));
        QTest::mouseClick(f.shown<QPushButton>("measureRemove"), Qt::LeftButton);
        QTRY_COMPARE(f.now().measurements.size(), size_t(3));
        f.settle();
        f.undo();
        QCOMPARE(f.now().measurements.size(), size_t(4));
    }
};

QTEST_MAIN(TestEditor)
#include "tst_editor.moc"
