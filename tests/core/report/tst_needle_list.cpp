#include "core/report/csv.h"
#include "core/report/needle_list.h"

#include <QtTest>
#include <nlohmann/json.hpp>

#include <cmath>

using namespace pollux;

namespace {

/// An axial image whose first voxel lies at the head's end, with a liver on it and a plan.
Case planned(const Vec3& entry, const Vec3& target, bool axial = true)
{
    Grid g;
    g.size = {101, 81, 41};
    g.spacing = Vec3(2, 2, 5);
    if (axial) {
        g.direction.col(1) = -Vec3::UnitY(); // rows from the back to the front, images from the head to the feet
        g.direction.col(2) = -Vec3::UnitZ();
        g.origin = Vec3(-90, 100, 300);
    } else {
        g.direction << 1, 0, 0, 0, 0, 1, 0, -1, 0; // coronal
    }
    Edit e;
    VolumeObject v;
    v.name = "Image";
    v.volume = Volume(g, std::vector<float>(size_t(g.voxels()), 0.f));
    e.put(Id("ct"), std::move(v));
    Structure s;
    s.name = "Liver";
    s.mask = std::make_shared<Mask>(g, std::vector<std::uint8_t>(size_t(g.voxels()), 1));
    e.put(Id("liver"), std::move(s));
    Plan p;
    p.name = "A, \"the first\"";
    p.kind = "liver.puncture";
    p.points = {{"target", target}, {"entry", entry}};
    p.used = {{Id("liver"), "Liver", ConfirmState::Proposed}};
    e.put(Id("plan-1"), p);
    p.points = {{"target", target}};
    e.put(Id("plan-2"), p); // no needle
    return apply({}, e);
}

} // namespace

class TstNeedleList : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anglesAreThoseOfTheirDefinition()
    {
        // 30 mm to the left, 40 to the back, 50 to the head.
        const auto needles = needlesOf(planned(Vec3(0, 0, 150), Vec3(30, 40, 200)));
        QCOMPARE(needles.size(), size_t(1));
        const Needle& n = needles[0];
        QVERIFY(std::abs(n.length - std::sqrt(5000.)) < 1e-9);
        QVERIFY(std::abs(n.cranioCaudalAngle - 45) < 1e-9);
        QVERIFY(std::abs(n.inPlaneAngle - std::atan2(30, 40) * 180 / M_PI) < 1e-9);
        // From the patient's right, level: the tip goes to the left, at right angles to the vertical.
        QVERIFY(std::abs(needlesOf(planned(Vec3(-90, 0, 150), Vec3(0, 0, 150)))[0].inPlaneAngle - 90) < 1e-9);
        // From the front straight down, tilted to the feet.
        const Needle down = needlesOf(planned(Vec3(0, -50, 200), Vec3(0, 0, 150)))[0];
        QVERIFY(std::abs(down.inPlaneAngle) < 1e-9 && std::abs(down.cranioCaudalAngle + 45) < 1e-9);
    }

    void placesAtTheScannerCountFromTheMiddleAndTheFeet()
    {
        // The middle of the image is at x = 10, y = 20; its images lie from z = 300 down to 100.
        const Needle n = needlesOf(planned(Vec3(10, 20, 100), Vec3(4, 27, 251)))[0];
        QCOMPARE(n.volume, Id("ct"));
        QVERIFY(std::abs(n.entryAtScanner->across) < 1e-9 && std::abs(n.entryAtScanner->down) < 1e-9);
        QCOMPARE(n.entryAtScanner->image, 1);
        QVERIFY(std::abs(n.targetAtScanner->across + 6) < 1e-9);
        QVERIFY(std::abs(n.targetAtScanner->down - 7) < 1e-9);
        QVERIFY(std::abs(n.targetAtScanner->along - 151) < 1e-9);
        QCOMPARE(n.targetAtScanner->image, 31); // 150 mm / 5 mm, the nearest
    }

    void withoutAnAxialImageThereIsNoPlaceAtTheScanner()
    {
        const Needle n = needlesOf(planned(Vec3(0, 0, 0), Vec3(10, 0, 0), false))[0];
        QVERIFY(n.volume.empty() && !n.entryAtScanner && !n.targetAtScanner);
        const auto json = needlesJson({n});
        QVERIFY(json["needles"][0]["entry_at_scanner"].is_null());
        QVERIFY(toCsv(needleTable({n})).find("unknown") != std::string::npos);
    }

    void aResultMadeFromAPlanIsNoFurtherNeedle()
    {
        Case c = planned(Vec3(0, 0, 150), Vec3(30, 40, 200));
        c.plans[Id("breathing-1")] = c.plans.at(Id("plan-1"));
        QCOMPARE(needlesOf(c).size(), size_t(2));
        auto made = std::make_shared<Lineage>();
        made->inputs = {{Id("plan-1"), *c.keyOf(Id("plan-1"))}};
        c.lineage[Id("breathing-1")] = made;
        QCOMPARE(needlesOf(c).size(), size_t(1));
        QCOMPARE(needlesOf(c)[0].plan, Id("plan-1"));
    }

    void tableAndJsonSayTheSame()
    {
        const auto needles = needlesOf(planned(Vec3(0, 0, 150), Vec3(30, 40, 200)));
        const auto json = needlesJson(needles);
        QVERIFY(json["notice"].get<std::string>().find("not for clinical use") != std::string::npos);
        QCOMPARE(json["needles"][0]["target_lps_mm"][2].get<double>(), 200.0);
        const ReportTable t = needleTable(needles);
        QCOMPARE(t.rows.size(), size_t(1));
        QCOMPARE(t.rows[0].size(), t.head.size());
        QCOMPARE(t.rows[0][12].text, std::string("200.0")); // the target, superior
        QVERIFY(toCsv(t).find("'") == std::string::npos);   // a number below 0 is no formula
        QVERIFY(toCsv(t).find("\"A, \"\"the first\"\"\"") != std::string::npos);
    }
};

QTEST_GUILESS_MAIN(TstNeedleList)
#include "tst_needle_list.moc"
