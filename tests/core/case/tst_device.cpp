#include "core/base/error.h"
#include "core/case/device.h"

#include <QtTest>

#include <limits>

using namespace pollux;

namespace {

std::string entry(const std::string& change = {}, const std::string& with = {})
{
    std::string text = R"({"id":"my-device","kind":"ablation","name":"Mine","setting":"50 W, 5 min",)"
                       R"("measured":"in vivo","figures":{"along":{"value":20,"unit":"mm"},)"
                       R"("across":{"value":15,"unit":"mm"}},"source":"Data sheet","evidence":"verified"})";
    if (!change.empty()) {
        const auto at = text.find(change);
        text.replace(at, at == std::string::npos ? 0 : change.size(), with);
    }
    return R"({"devices":[)" + text + "]}";
}

Device mine()
{
    DeviceTable t;
    t.addJson(entry(), "f.json", true);
    return *t.find("my-device");
}

} // namespace

class TstDevice : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void thoseBuiltInSayWhereTheyAreFrom()
    {
        const DeviceTable t = DeviceTable::builtIn();
        QVERIFY(t.all().size() >= 5);
        for (const auto& [id, d] : t.all()) {
            QVERIFY2(!d.own && d.source.size() > 10 && !d.measured.empty(), id.c_str());
            const bool ablation = d.kind == "ablation";
            QVERIFY2(ablation ? d.figures.contains("along") && d.figures.contains("across")
                              : d.figures.contains("width") && d.figures.contains("depth"),
                     d.id.c_str());
            const Device::Figure& first = d.figures.at(ablation ? "along" : "width");
            QVERIFY2(first.unit == Unit::Millimetre && first.value > 3, id.c_str());
        }
        // The ball of 7.79 mL that the source measured.
        const double r = t.find("rf-17g-cooled")->figures.at("along").value;
        QVERIFY(std::abs(4.0 / 3 * M_PI * r * r * r / 1000 - 7.79) < 0.05);
    }

    void ownOnesComeBackAsTheyWereWritten()
    {
        DeviceTable t = DeviceTable::builtIn();
        t.put(mine());
        DeviceTable again = DeviceTable::builtIn();
        again.addJson(t.ownAsJson(), "own.json", true);
        QVERIFY(again.all() == t.all());
        QVERIFY(again.find("my-device")->own);
        again.remove("my-device");
        again.remove("rf-17g-cooled"); // built in: stays
        QVERIFY(again.all() == DeviceTable::builtIn().all());
    }

    void badFilesAreRefusedWhole_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("says");
        const auto row = [](const char* name, const std::string& text, const char* says) {
            QTest::newRow(name) << QString::fromStdString(text) << says;
        };
        row("no JSON", "{", "not valid JSON");
        row("no list", R"({"limits":[]})", "no list");
        row("no source", entry(R"("source":"Data sheet",)", ""), "source");
        row("empty name", entry(R"("name":"Mine")", R"("name":"")"), "name");
        row("unit", entry(R"("unit":"mm"}})", R"("unit":"ells"}})"), "unit");
        row("text for a number", entry(R"("value":15)", R"("value":"15")"), "value");
        row("evidence", entry("verified", "sure"), "evidence");
        row("id", entry("my-device", "My Device"), "id");
        row("no figures", entry(R"({"along":{"value":20,"unit":"mm"},"across":{"value":15,"unit":"mm"}})", "{}"),
            "figures");
        row("taken", entry("my-device", "rf-17g-cooled"), "taken");
    }
    void badFilesAreRefusedWhole()
    {
        QFETCH(QString, text);
        QFETCH(QString, says);
        DeviceTable t = DeviceTable::builtIn();
        const auto before = t.all();
        try {
            t.addJson(text.toStdString(), "f.json", true);
            QFAIL("it was taken");
        } catch (const Error& e) {
            QVERIFY2(QString(e.what()).contains(says), e.what());
            QVERIFY(!e.advice().empty());
        }
        QVERIFY(t.all() == before);
    }

    void whatIsIncompleteIsNotPut()
    {
        DeviceTable t = DeviceTable::builtIn();
        Device d = mine();
        d.source.clear();
        QVERIFY_THROWS_EXCEPTION(Error, t.put(d));
        d = mine();
        d.figures["along"].value = std::numeric_limits<double>::quiet_NaN();
        QVERIFY_THROWS_EXCEPTION(Error, t.put(d));
        d = mine();
        d.id = "rf-17g-cooled";
        QVERIFY_THROWS_EXCEPTION(Error, t.put(d));
        QVERIFY(t.all() == DeviceTable::builtIn().all());
    }

    void presetsFillWhatIsNotGiven()
    {
        DeviceTable t;
        t.put(mine());
        ParamList list;
        Param device = textParam("device", "Device", "", "Which.");
        device.optional = true;
        device.presets = presets(t, "ablation", {{"along", "zone_along"}, {"offset", "zone_offset"}});
        QCOMPARE(device.presets.size(), size_t(1));
        QVERIFY(presets(t, "implant", {}).empty());
        list.add(device);
        list.add(realParam("zone_along", "Along", Unit::Millimetre, 30, 3, 100, "Half."));
        list.add(realParam("zone_offset", "Offset", Unit::Millimetre, 1, 0, 60, "Behind."));
        QCOMPARE(completed(list, {}).real("zone_along"), 30.0);
        ParamValues v;
        v.set("device", std::string("my-device"));
        QCOMPARE(completed(list, v).real("zone_along"), 20.0);
        QCOMPARE(completed(list, v).real("zone_offset"), 1.0); // the device says nothing of it
        QVERIFY(checkPresets(list, v).empty());
        v.set("zone_along", 25.0); // what is given stands
        QCOMPARE(completed(list, v).real("zone_along"), 25.0);
        v.set("device", std::string("gone")); // recorded values hold without the table
        QVERIFY(checkPresets(list, v).empty());
        ParamValues typo;
        typo.set("device", std::string("my-devise"));
        QCOMPARE(checkPresets(list, typo).size(), size_t(1));
        QVERIFY(checkPresets(list, typo)[0].text.find("my-device") != std::string::npos);
    }

    void theShelfHoldsOneTableAtATime()
    {
        DeviceShelf shelf;
        const auto before = shelf.table();
        DeviceTable t = *before;
        t.put(mine());
        shelf.setTable(t);
        QVERIFY(!before->find("my-device") && shelf.table()->find("my-device"));
    }
};

QTEST_GUILESS_MAIN(TstDevice)
#include "tst_device.moc"
