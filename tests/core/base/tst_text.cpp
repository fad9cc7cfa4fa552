#include "core/base/content_key.h"
#include "core/base/error.h"
#include "core/base/id.h"
#include "core/base/quantity.h"
#include "core/base/resource.h"
#include "core/base/text.h"

#include <QTest>

#include <clocale>
#include <limits>

using namespace pollux;

class TestText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void numbersIgnoreTheLocale()
    {
        // Where such a locale is installed, the C library would read "5.5" as 5.
        for (const char* name : {"de_DE.UTF-8", "fr_FR.UTF-8"})
            std::setlocale(LC_ALL, name);
        QCOMPARE(parseDouble("5.5").value(), 5.5);
        QCOMPARE(toText(5.5), std::string("5.5"));
        QCOMPARE(toText(1234.5678, 2), std::string("1234.57"));
        std::setlocale(LC_ALL, "C");
    }

    void aDecimalCommaIsRefusedNotCut()
    {
        QVERIFY(!parseDouble("5,5"));
        QVERIFY(!parseDouble(""));
        QVERIFY(!parseDouble("5.5mm"));
        QVERIFY(!parseDouble("nan"));
        QVERIFY(!parseDouble("inf"));
        QVERIFY(!parseInt("5.5"));
        QCOMPARE(parseInt(" +42 ").value(), std::int64_t(42));
    }

    void shortestTextReadsBack()
    {
        for (const double v : {0.1, 1.0 / 3, 1e-300, -2.5e17, std::numeric_limits<double>::denorm_min()})
            QCOMPARE(parseDouble(toText(v)).value(), v);
        QCOMPARE(toText(-0.04, 1), std::string("0.0"));
        QCOMPARE(toText(std::numeric_limits<double>::quiet_NaN(), 1), std::string("not a number"));
    }

    void unitsRoundTrip()
    {
        for (const Unit u : {Unit::None,
                             Unit::Millimetre,
                             Unit::Millilitre,
                             Unit::Degree,
                             Unit::Hounsfield,
                             Unit::Percent,
                             Unit::MillimetreOfMercury,
                             Unit::LitrePerMinute,
                             Unit::FlowPerMass,
                             Unit::PerSecond,
                             Unit::Tesla,
                             Unit::Centimetre,
                             Unit::Kilogram,
                             Unit::Celsius,
                             Unit::Minute,
                             Unit::Watt,
                             Unit::BloodRate,
                             Unit::Conductivity,
                             Unit::Density,
                             Unit::SpecificHeat,
                             Unit::HeatTransfer,
                             Unit::Newton,
                             Unit::NewtonMillimetre,
                             Unit::Megapascal,
                             Unit::GreyValue})
            QCOMPARE(unitFromName(unitName(u)).value(), u);
        QCOMPARE(toText(Quantity{60, Unit::Celsius, {}, {}}), std::string("60.0 °C"));
        QVERIFY(!unitFromName("furlong"));
        QCOMPARE(toText(Quantity{12.34, Unit::Millimetre, 0.4, "voxel size"}), std::string("12.3 ± 0.4 mm"));
        QCOMPARE(toText(Quantity{20, Unit::Degree, {}, {}}), std::string("20.0°"));
    }

    void idsAreSafe()
    {
        QCOMPARE(slug("Portal vein (left)").text(), std::string("portal-vein-left"));
        QCOMPARE(slug("***").text(), std::string("object"));
        QVERIFY_EXCEPTION_THROWN(Id("../etc passwd"), Error);
        QVERIFY_EXCEPTION_THROWN(Id(""), Error);
        QVERIFY_EXCEPTION_THROWN(Id(std::string(121, 'a')), Error);
    }

    void keysTellPiecesApart()
    {
        const auto a = Hasher().add(std::string_view("ab")).add(std::string_view("c")).key();
        const auto b = Hasher().add(std::string_view("a")).add(std::string_view("bc")).key();
        QVERIFY(a != b);
        QCOMPARE(ContentKey::fromHex(a.hex()).value(), a);
        QVERIFY(!ContentKey::fromHex("xyz"));
        QCOMPARE(Hasher().add(-0.0).key(), Hasher().add(0.0).key());
    }

    void resourcesAreBuiltIn()
    {
        QVERIFY(!resources("limits").empty());
        QVERIFY_EXCEPTION_THROWN(resource("limits/none.json"), Error);
        QVERIFY(!version().empty());
    }
};

QTEST_GUILESS_MAIN(TestText)
#include "tst_text.moc"
