#include "ui/forms/param_form.h"
#include "ui/forms/quantity_edit.h"
#include "ui/forms/text.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QLocale>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace pollux;

namespace {

ParamList everyType()
{
    ParamList list;
    list.add(boolParam("flag", "Flag", false, "A switch."));
    list.add(intParam("count", "Count", 3, 0, 100, "How many."));
    list.add(realParam("margin", "Margin", Unit::Millimetre, 5.5, 0, 50, "How far."));
    list.add(textParam("note", "Note", "x", "Free text."));
    list.add(choiceParam("mode", "Mode", {"fast", "exact"}, "Which way."));
    Param path = textParam("path", "File", "", "A file.");
    path.type = ParamType::Path;
    list.add(path);
    list.add(pointParam("tip", "Tip", "A place."));
    list.add(objectParam("organ", "Organ", "structure:mask", "liver", "Which organ."));
    list.add(objectsParam("others", "Others", "structure", "Which more."));
    Param expert = realParam("expert", "Expert", Unit::None, 1, 0, 2, "Rarely changed.");
    expert.advanced = true;
    list.add(expert);
    return list;
}

std::shared_ptr<const Case> someCase()
{
    Grid grid;
    grid.size = {4, 4, 4};
    Structure liver;
    liver.name = "Liver";
    liver.anatomy = "liver";
    liver.mask = std::make_shared<Mask>(grid, std::vector<std::uint8_t>(64, 1));
    Structure bare;
    bare.name = "Outline only";
    Edit edit;
    edit.put(Id("liver"), liver);
    edit.put(Id("bare"), bare);
    return std::make_shared<Case>(apply(Case{}, edit));
}

ParamValues otherValues()
{
    ParamValues v;
    v.set("flag", true);
    v.set("count", std::int64_t(42));
    v.set("margin", 0.1234567890123);
    v.set("note", std::string("Käse, 5.5"));
    v.set("mode", std::string("exact"));
    v.set("path", std::string("/some/where.nii"));
    v.set("tip", Vec3(-1.25, 1e-7, 300));
    v.set("organ", std::string("liver"));
    v.set("others", std::vector<std::string>{"bare", "liver"});
    v.set("expert", 1.75);
    return v;
}

} // namespace

class TestParamForm : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::French)); }

    void everyTypeComesBackAsItWasSet()
    {
        ParamForm form(everyType());
        form.setCase(someCase());
        form.setValues(otherValues());
        const ParamValues set = otherValues();
        for (const auto& [key, value] : set.all()) {
            QVERIFY2(form.values().has(key), key.c_str());
            QCOMPARE(toText(form.values().all().find(key)->second), toText(value));
        }
        QVERIFY(form.values() == otherValues());
        QVERIFY(form.problems().empty());
    }

    void startsWithDefaults()
    {
        ParamForm form(everyType());
        QCOMPARE(form.values().real("margin"), 5.5);
        QCOMPARE(form.values().integer("count"), std::int64_t(3));
        QCOMPARE(form.values().text("mode"), std::string("fast"));
    }

    void everyParameterHasItsControl()
    {
        ParamForm form(everyType());
        const ParamList list = everyType();
        for (const Param& p : list.all()) {
            const auto* control = form.findChild<QWidget*>(q(p.key));
            QVERIFY2(control, p.key.c_str());
            QCOMPARE(control->accessibleName(), q(p.label));
        }
    }

    void typingIsReadWithAPointInEveryLocale()
    {
        ParamForm form(everyType());
        QSignalSpy changed(&form, &ParamForm::changed);
        auto* edit = form.findChild<QuantityEdit*>("margin")->findChild<QLineEdit*>();
        edit->selectAll();
        QTest::keyClicks(edit, "7.25");
        QCOMPARE(form.values().real("margin"), 7.25);
        QVERIFY(changed.count() > 0);
        edit->selectAll();
        QTest::keyClicks(edit, "7,25");
        QVERIFY(!form.values().has("margin"));
        QCOMPARE(form.problems().size(), size_t(2)); // and the organ: there is no case
    }

    void outOfRangeIsSaidBesideTheField()
    {
        ParamForm form(everyType());
        form.setCase(someCase());
        QVERIFY(form.problems().empty());
        form.findChild<QuantityEdit*>("margin")->setValue(51.0);
        QCOMPARE(form.problems().size(), size_t(1));
        QCOMPARE(form.problems().front().key, std::string("margin"));
        QVERIFY(!form.findChild<QLabel*>("margin.problem")->isHidden());
        QCOMPARE(form.values().real("margin"), 51.0); // not changed behind the user's back
    }

    void stepsStayInRange()
    {
        ParamForm form(everyType());
        auto* edit = form.findChild<QuantityEdit*>("margin");
        edit->setValue(49.95);
        edit->stepBy(1);
        QCOMPARE(*edit->value(), 50.0);
    }

    void pickersOfferOnlyWhatFits()
    {
        ParamForm form(everyType());
        form.setCase(someCase());
        auto* organ = form.findChild<QComboBox*>("organ");
        QVERIFY(organ->findData("liver") >= 0);
        QCOMPARE(organ->findData("bare"), -1); // has no mask
        QCOMPARE(form.findChild<QListWidget*>("others")->count(), 2);
    }

    /// Short in the box, whole one hover away; where the case has one, its name is said.
    void whatIsMissingIsSaidInShort()
    {
        ParamList list;
        list.add(objectParam("bone", "Bone", "structure", "mandible|maxilla", "Which bone."));
        ParamForm form(list);
        auto* box = form.findChild<QComboBox*>("bone");
        QCOMPARE(box->currentText(), QStringLiteral("automatic: none yet"));
        QCOMPARE(box->toolTip(), QStringLiteral("automatic: no Mandible / Maxilla yet"));
        Structure jaw;
        jaw.name = "Mandible";
        jaw.anatomy = "mandible";
        Edit edit;
        edit.put(Id("jaw"), jaw);
        form.setCase(std::make_shared<Case>(apply(Case{}, edit)));
        QCOMPARE(box->currentText(), QStringLiteral("automatic: Mandible"));
        QCOMPARE(box->toolTip(), QStringLiteral("automatic: Mandible"));
        box->setCurrentIndex(box->findData(QStringLiteral("jaw")));
        QCOMPARE(box->toolTip(), QString()); // that of the row is shown
    }

    void anAutomaticObjectIsLeftToTheCase()
    {
        ParamForm form(everyType());
        form.setCase(someCase());
        QVERIFY(!form.values().has("organ"));
        QVERIFY(form.findChild<QComboBox*>("organ")->currentText().contains("Liver"));
        QVERIFY(form.problems().empty());
        form.setCase(std::make_shared<Case>());
        QCOMPARE(form.problems().size(), size_t(1)); // no liver any more
    }

    void thePointComesFromTheCrosshair()
    {
        ParamForm form(everyType(), [] { return std::optional(Vec3(1, 2, 3)); });
        form.findChild<QPushButton*>("tip.crosshair")->click();
        QCOMPARE(form.values().point("tip"), Vec3(1, 2, 3));
    }

    void anOptionalPointMayStayBlank()
    {
        ParamList list;
        Param p = pointParam("entry", "Entry", "A place.");
        p.optional = true;
        list.add(p);
        ParamForm form(list);
        QVERIFY(!form.values().has("entry"));
        QVERIFY(form.problems().empty());
        form.findChild<QuantityEdit*>("entry.x")->setValue(1.0);
        QCOMPARE(form.problems().size(), size_t(1)); // half a point is none
    }

    void aPresetLocksWhatItHasFilledIn()
    {
        ParamList list;
        Param size = textParam("size", "Size", "", "Which size.");
        size.optional = true;
        size.presets.push_back({"two", "Size 2", "28 mm", "", "", {{"width", 28.0}}});
        list.add(size);
        list.add(realParam("width", "Width", Unit::Millimetre, 0, 0, 120, "How wide."));
        ParamForm form(list);
        auto* box = form.findChild<QComboBox*>("size");
        auto* width = form.findChild<QuantityEdit*>("width");
        box->setCurrentIndex(1);
        QVERIFY(width->isEnabled()); // unless asked for
        QCOMPARE(form.values().real("width"), 28.0);
        form.lockByPreset("size");
        QVERIFY(!width->isEnabled());
        QVERIFY(width->parentWidget()->toolTip().contains("Size"));
        box->setCurrentIndex(0);
        QVERIFY(width->isEnabled());
        ParamValues other; // recorded beside the preset: it can be mended
        other.set("size", std::string("two"));
        other.set("width", 31.0);
        form.setValues(other);
        QVERIFY(width->isEnabled());
        QCOMPARE(form.values().real("width"), 31.0);
        form.setNoPresetText("size", "Own width");
        QCOMPARE(box->itemText(0), QString("Own width"));
        form.setPresets(list);
        QCOMPARE(box->itemText(0), QString("Own width"));
    }

    void advancedOnesAreFolded()
    {
        ParamForm form(everyType());
        form.show();
        QVERIFY(!form.findChild<QuantityEdit*>("expert")->isVisible());
        form.setAdvancedShown(true);
        QVERIFY(form.findChild<QuantityEdit*>("expert")->isVisible());
    }
};

QTEST_MAIN(TestParamForm)
#include "tst_param_form.moc"
