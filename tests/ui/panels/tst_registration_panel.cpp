#include "core/image/registration/displacement_field.h"
#include "tests/ui/panels/panel_bench.h"
#include "ui/panels/registration_panel.h"
#include "ui/viewer/slice_tool.h"

#include <QComboBox>
#include <QLabel>
#include <QPushButton>
#include <QTest>
#include <QTreeWidget>

using namespace pollux;
using test::PanelFixture;

namespace {

Grid cube()
{
    Grid g;
    g.size = {31, 31, 31};
    g.spacing = Vec3::Constant(2);
    g.origin = Vec3::Constant(-30);
    return g;
}

const Vec3 kShift(6, 0, 0);

/// Two images of frames of their own; with a field that shifts and stretches along z by a tenth.
Case twoImages(bool registered = true)
{
    Edit edit;
    for (const char* id : {"ct", "ct-2"}) {
        VolumeObject v;
        v.name = id;
        v.unit = std::string("HU");
        v.frameOfReference = id;
        v.volume = sample::ballVolume(cube(), std::string(id) == "ct" ? Vec3(0, 0, 0) : kShift, 12);
        edit.put(Id(id), std::move(v));
    }
    if (!registered)
        return apply({}, edit);
    AffineMap map;
    map.linear = Vec3(1, 1, 1.1).asDiagonal();
    map.offset = kShift;
    Registration r;
    r.name = "CT 2 on CT";
    r.fixed = Id("ct");
    r.moving = Id("ct-2");
    r.field = std::make_shared<const DisplacementField>(fieldOf(map, cube()));
    Finding doubt;
    doubt.severity = Severity::Warning;
    doubt.text = "The images agree no better than before.";
    doubt.advice = "Look at the fusion.";
    r.findings = {doubt};
    r.values = {{"unlike_after", "Difference after (root mean square)", {12.5, Unit::None, {}, {}}}};
    edit.put(Id("way"), std::move(r));
    edit.put(Id("tip-on-ct"), Landmark{"Tip (on ct)", Vec3(0, 10, 0)});
    edit.put(Id("tip-on-ct-2"), Landmark{"Tip (on ct-2)", Vec3(8, 10, 0)});
    return apply({}, edit);
}

struct Shown : PanelFixture
{
    std::unique_ptr<RegistrationPanel> panel;

    explicit Shown(const Case& c)
    {
        bench.open(c);
        panel = std::make_unique<RegistrationPanel>(context);
        panel->resize(380, 1200);
        panel->show();
    }
    template <class T>
    T* child(const char* name) const
    {
        return panel->findChild<T*>(QLatin1String(name));
    }
    QPushButton* button(const char* name) const { return child<QPushButton>(name); }
    QString figure(const char* label) const
    {
        const auto found = child<QTreeWidget>("registrationFigures")->findItems(QLatin1String(label), Qt::MatchExactly);
        return found.size() == 1 ? found.front()->text(1) : QString();
    }
    QTreeWidget* landmarks() const { return child<QTreeWidget>("registrationLandmarks"); }
    /// As a click there in a slice.
    void click(const Vec3& p)
    {
        const SlicePlane plane = slicePlane(PlaneKind::Axial, p, QSize(100, 100), 1);
        viewer.tool()->press(plane, plane.toPixel(p));
    }
    void addPair(const Vec3& fixed, const Vec3& moving)
    {
        button("pairAdd")->click();
        click(fixed);
        click(moving);
        QTest::qWait(5);
    }
};

} // namespace

class TestRegistrationPanel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void withoutARegistrationItSaysHowToMakeOne()
    {
        Shown f(*sample::ballCase());
        QCOMPARE(f.child<QComboBox>("registrationChoice")->count(), 1);
        QVERIFY(!f.child<QLabel>("registrationMethod")->text().isEmpty());
        for (const char* name : {"registrationBlend", "registrationDifference", "registrationChange", "pairAdd",
                                 "pairRemove", "pairRegister"}) {
            QVERIFY2(!f.button(name)->isEnabled(), name);
            QVERIFY2(!f.button(name)->toolTip().isEmpty(), name);
        }
    }

    void figuresAndFindings()
    {
        Shown f(twoImages());
        QVERIFY(f.child<QLabel>("registrationMethod")->text().contains("ct-2 onto ct"));
        QTRY_COMPARE(f.figure("Folded places (number)").left(1), QString("0"));
        QCOMPARE(f.figure("Difference after (root mean square)"), QString("12.500"));
        QCOMPARE(f.figure("Mean change of volume (factor)"), QString("1.100"));
        QVERIFY(f.figure("Smallest change of volume (factor)").startsWith("1.1"));
        // The corner is moved by the shift and a tenth of 30 mm.
        QCOMPARE(f.figure("Largest displacement"), shown(std::hypot(6.0, 3.0), Unit::Millimetre));
        const auto* figures = f.child<QTreeWidget>("registrationFigures");
        for (int n = 0; n < figures->topLevelItemCount(); ++n)
            QVERIFY2(!figures->topLevelItem(n)->toolTip(0).isEmpty(), qPrintable(figures->topLevelItem(n)->text(0)));
        bool said = false;
        for (const QLabel* label : f.child<QWidget>("registrationFindings")->findChildren<QLabel*>())
            said = said || label->text().contains("no better than before");
        QVERIFY(said);
        QVERIFY(f.child<QLabel>("registrationState")->isHidden());
    }

    void landmarksBeforeAndAfter()
    {
        Shown f(twoImages());
        QCOMPARE(f.landmarks()->topLevelItemCount(), 3);
        QTreeWidgetItem* tip = f.landmarks()->topLevelItem(0);
        QCOMPARE(tip->text(0), QString("Tip"));
        QCOMPARE(tip->text(1), shown(8.0, Unit::Millimetre));
        QCOMPARE(tip->text(2), shown(2.0, Unit::Millimetre));
        QCOMPARE(f.landmarks()->topLevelItem(2)->text(2), shown(2.0, Unit::Millimetre)); // the largest
        Q_EMIT f.landmarks()->itemClicked(tip, 0);
        QVERIFY((f.viewer.crosshair() - Vec3(0, 10, 0)).norm() < 1e-9);
        f.landmarks()->setCurrentItem(tip);
        QVERIFY(f.button("pairRemove")->isEnabled());
        f.button("pairRemove")->click();
        QTRY_VERIFY(f.now().landmarks.empty());
        QCOMPARE(f.landmarks()->topLevelItemCount(), 1); // says that there is none
        QVERIFY(!f.button("pairRemove")->isEnabled());
        f.bench.document().undo();
        QCOMPARE(f.landmarks()->topLevelItemCount(), 3);
    }

    void theMovingImageIsLaidOverThroughIt()
    {
        Shown f(twoImages());
        f.viewer.setVolume(Id("ct-2"));
        using Row = std::pair<const char*, FusionMode>;
        for (const auto& [name, mode] :
             {Row("registrationBlend", FusionMode::Blend), Row("registrationChecks", FusionMode::Checkerboard),
              Row("registrationWipe", FusionMode::Wipe), Row("registrationDifference", FusionMode::Difference)}) {
            f.button(name)->click();
            QCOMPARE(f.viewer.volume(), Id("ct"));
            QCOMPARE(f.viewer.fusion().registration, Id("way"));
            QCOMPARE(f.viewer.fusion().volume, Id("ct-2"));
            QVERIFY2(f.viewer.fusion().mode == mode, name);
            QVERIFY(f.button(name)->isChecked());
        }
        QVERIFY(!f.child<QLabel>("registrationTold")->isHidden()); // what red and blue mean
        f.button("registrationOff")->click();
        QVERIFY(f.viewer.fusion() == Fusion());
        // Set elsewhere, it is seen here.
        Fusion other;
        other.volume = Id("ct-2");
        other.registration = Id("way");
        other.mode = FusionMode::Wipe;
        f.viewer.setFusion(other);
        QVERIFY(f.button("registrationWipe")->isChecked());
    }

    void theChangeOfVolumeFollowsTheRegistration()
    {
        Shown f(twoImages());
        f.button("registrationChange")->click();
        QTRY_VERIFY(f.viewer.fusion().change != nullptr);
        QVERIFY(f.viewer.fusion().mode == FusionMode::VolumeChange);
        QVERIFY(std::abs(f.viewer.fusion().change->range().second - 1.1) < 1e-4);
        QVERIFY(f.button("registrationChange")->isChecked());
        Registration r = f.now().registration(Id("way"));
        AffineMap map;
        map.linear = Vec3(1, 1, 0.5).asDiagonal();
        r.field = std::make_shared<const DisplacementField>(fieldOf(map, cube()));
        Edit edit;
        edit.put(Id("way"), std::move(r));
        f.bench.document().apply("Made again", edit);
        QTRY_VERIFY(std::abs(f.viewer.fusion().change->range().second - 0.5) < 1e-4);
        Edit gone;
        gone.remove(Id("way"));
        f.bench.document().apply("Removed", gone);
        QVERIFY(f.viewer.fusion() == Fusion());
    }

    void pairsAreSetByTwoClicksEach()
    {
        Shown f(twoImages(false));
        QVERIFY(!f.button("pairRegister")->isEnabled());
        QVERIFY(f.button("pairRegister")->toolTip().contains("3 are needed"));
        f.button("pairAdd")->click();
        QVERIFY(f.viewer.tool() != nullptr);
        f.click(Vec3(1, 2, 3));
        QCOMPARE(f.viewer.volume(), Id("ct-2")); // now the other image is there
        f.click(Vec3(7, 2, 3));
        QTRY_COMPARE(f.now().landmarks.size(), size_t(2));
        QVERIFY(f.viewer.tool() == nullptr);
        QCOMPARE(f.viewer.volume(), Id("ct"));
        QVERIFY((f.now().landmarks.at(Id("place-1-on-ct-2"))->position - Vec3(7, 2, 3)).norm() < 1e-9);
        QCOMPARE(f.bench.asked.back(), std::string("case.landmark-pair"));
        QCOMPARE(f.landmarks()->topLevelItem(0)->text(1), shown(6.0, Unit::Millimetre));
        f.bench.document().undo(); // both at once
        QVERIFY(f.now().landmarks.empty());
        // Given up half way nothing is left.
        f.button("pairAdd")->click();
        f.click(Vec3(1, 2, 3));
        f.button("pairAdd")->click();
        QVERIFY(f.viewer.tool() == nullptr);
        QCOMPARE(f.viewer.volume(), Id("ct"));
        QVERIFY(f.now().landmarks.empty());
    }

    void aRegistrationByPairsAndItsStaleness()
    {
        Shown f(twoImages(false));
        for (const Vec3& p : {Vec3(0, 0, 0), Vec3(20, 0, 0), Vec3(0, 15, 0)})
            f.addPair(p, p + kShift);
        QTRY_COMPARE(f.now().landmarks.size(), size_t(6));
        QVERIFY2(f.button("pairRegister")->isEnabled(), qPrintable(f.button("pairRegister")->toolTip()));
        f.button("pairRegister")->click();
        QTRY_COMPARE(f.child<QComboBox>("registrationChoice")->currentText(), QString("ct-2 on ct by landmarks"));
        const Id id("ct-2-on-ct-by-landmarks");
        QVERIFY((f.now().registration(id)(Vec3(5, 5, 5)) - Vec3(5, 5, 5) - kShift).norm() < 1e-9);
        QVERIFY(f.landmarks()->topLevelItem(0)->text(0).contains("fitted"));
        QTRY_COMPARE(f.figure("Mean displacement"), shown(6.0, Unit::Millimetre));
        QVERIFY(f.child<QLabel>("registrationState")->isHidden());
        ParamValues moved;
        moved.set("name", std::string("Place 1"));
        moved.set("fixed", std::string("ct"));
        moved.set("moving", std::string("ct-2"));
        moved.set("fixed_point", Vec3(0, 0, 0));
        moved.set("moving_point", Vec3(9, 0, 0));
        f.make("case.landmark-pair", moved);
        QVERIFY(!f.child<QLabel>("registrationState")->isHidden());
        QCOMPARE(f.child<QTreeWidget>("registrationFigures")->topLevelItem(0)->foreground(1).color(), f.theme.stale);
    }
};

QTEST_MAIN(TestRegistrationPanel)
#include "tst_registration_panel.moc"
