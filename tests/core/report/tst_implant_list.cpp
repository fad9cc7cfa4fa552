// What is exported of planned implants: places in LPS, the matrix, the detail there and back, other plans left out.

#include "core/report/implant_list.h"

#include <Eigen/Geometry>
#include <QtTest>
#include <nlohmann/json.hpp>

using namespace pollux;

class TestImplantList : public QObject
{
    Q_OBJECT

    static PlacedImplant placed()
    {
        PlacedImplant p;
        p.implant.length = 11.5;
        p.implant.diameter = 4.3;
        p.pose = {Vec3(21, -4, 13), Vec3(0.1, 0.2, -1).normalized()};
        return p;
    }

private Q_SLOTS:
    void detailGoesThereAndBack()
    {
        Plan p;
        p.kind = kDentalPlan;
        p.detail = placedDetail(placed());
        const auto back = placedImplant(p);
        QVERIFY(back);
        QCOMPARE(back->implant.length, 11.5);
        QCOMPARE(back->implant.threadPitch, placed().implant.threadPitch);
        QVERIFY((back->pose.origin - placed().pose.origin).norm() < 1e-12);
        p.kind = "liver.puncture";
        QVERIFY(!placedImplant(p));
        p.kind = kDentalPlan;
        for (const char* bad : {"", "{}", "[1]", R"({"implant":{"diameter":"x"}})", R"({"implant":7})"}) {
            p.detail = bad;
            QVERIFY(!placedImplant(p));
        }
    }

    void listed()
    {
        Edit e;
        Plan p;
        p.name = "Implant 4.3 x 11.5 mm";
        p.kind = kDentalPlan;
        p.detail = placedDetail(placed());
        e.put(Id("implant-1"), p);
        Plan other;
        other.kind = "liver.puncture";
        e.put(Id("plan-1"), other);
        const auto all = implantsOf(apply(Case(), e));
        QCOMPARE(all.size(), size_t(1));
        const auto json = implantsJson(all)["implants"][0];
        const Vec3 apex = placed().pose.at(11.5);
        for (size_t axis = 0; axis < 3; ++axis) {
            QVERIFY(std::fabs(json["apex_lps_mm"][axis].get<double>() - apex[Eigen::Index(axis)]) < 1e-9);
            // The matrix carries the apex of the implant's own frame there.
            const auto& row = json["implant_to_lps"][axis];
            QVERIFY(std::fabs(row[2].get<double>() * 11.5 + row[3].get<double>() - apex[Eigen::Index(axis)]) < 1e-9);
        }
        Mat3 m;
        for (int r = 0; r < 3; ++r)
            for (int c = 0; c < 3; ++c)
                m(r, c) = json["implant_to_lps"][size_t(r)][size_t(c)].get<double>();
        QVERIFY(std::fabs(m.determinant() - 1) < 1e-9); // never mirrored
        const ReportTable table = implantTable(all);
        QCOMPARE(table.rows.size(), size_t(1));
        QCOMPARE(table.rows[0].size(), table.head.size());
    }

    /// Screws and components too, there and back, each with a matrix that mirrors nothing.
    void everyKindIsListed()
    {
        BoneScrew screw;
        screw.length = screw.threadLength = 50;
        screw.cannulation = 2;
        FlatComponent c = genericComponent(ComponentKind::KneeTibia, 70, 46);
        c.medialAtPlusZ = true;
        BodyPose body;
        body.origin = Vec3(10, 20, 30);
        body.axes = Eigen::AngleAxisd(0.5, Vec3(1, 1, 0).normalized()).toRotationMatrix();
        Edit e;
        Plan p;
        p.kind = kScrewPlan;
        p.detail = placedDetail(PlacedShape{screw, placed().pose, {}});
        e.put(Id("screw-1"), p);
        p.kind = kComponentPlan;
        p.detail = placedDetail(PlacedShape{c, {}, body});
        e.put(Id("component-1"), p);
        Plan cupPlan;
        AcetabularCup cup;
        cup.outerDiameter = 54;
        cupPlan.kind = kCupPlan;
        cupPlan.detail = placedDetail(PlacedShape{cup, placed().pose, {}});
        e.put(Id("cup-1"), cupPlan);
        const auto cupBack = placedShape(cupPlan);
        QVERIFY(cupBack && std::get<AcetabularCup>(cupBack->implant).outerDiameter == 54);
        QVERIFY(!placedImplant(p));
        const auto back = placedShape(p);
        QVERIFY(back);
        const auto& same = std::get<FlatComponent>(back->implant);
        QVERIFY(same.kind == c.kind && same.pegs == c.pegs && same.medialAtPlusZ && same.width == 70);
        QVERIFY((back->body.axes - body.axes).norm() < 1e-12);
        const auto all = implantsOf(apply(Case(), e));
        QCOMPARE(all.size(), size_t(3));
        const auto json = implantsJson(all)["implants"];
        for (size_t n = 0; n < 3; ++n) {
            Mat3 m;
            for (int r = 0; r < 3; ++r)
                for (int k = 0; k < 3; ++k)
                    m(r, k) = json[n]["implant_to_lps"][size_t(r)][size_t(k)].get<double>();
            QVERIFY(std::fabs(m.determinant() - 1) < 1e-9);
        }
        QCOMPARE(json[0]["kind"].get<std::string>(), std::string("component"));
        QCOMPARE(json[1]["kind"].get<std::string>(), std::string("acetabular cup"));
        QCOMPARE(json[1]["outer_diameter_mm"].get<double>(), 54.0);
        QCOMPARE(json[2]["bore_mm"].get<double>(), 2.0);
        const ReportTable table = implantTable(all);
        for (const auto& row : table.rows)
            QCOMPARE(row.size(), table.head.size());
        // A mirror is no pose.
        body.axes.col(0) *= -1;
        p.detail = placedDetail(PlacedShape{c, {}, body});
        QVERIFY(!placedShape(p));
    }

    /// A plate, then its screws; what is not complete of one of them is left out.
    void aPlateIsListedWithItsScrews()
    {
        const FlatComponent plate = genericComponent(ComponentKind::Plate, 12, 90);
        BoneScrew screw;
        screw.length = screw.threadLength = 24;
        BodyPose body;
        body.origin = Vec3(10, 20, 30);
        Plan p;
        p.name = "Plate";
        p.kind = kPlatePlan;
        p.detail = placedDetail(PlacedShape{plate, {}, body},
                                {{screw, placed().pose, {}, "screw-2"}, {screw, placed().pose, {}, "screw-5"}});
        QCOMPARE(placedShapes(p).size(), size_t(3));
        QVERIFY(std::get<FlatComponent>(placedShape(p)->implant) == plate);
        Edit e;
        e.put(Id("plate-1"), p);
        const auto all = implantsOf(apply(Case(), e));
        QCOMPARE(all.size(), size_t(3));
        const auto json = implantsJson(all)["implants"];
        QCOMPARE(json[0]["kind"].get<std::string>(), std::string("plate"));
        QCOMPARE(json[0]["holes"].get<int>(), plate.holes);
        QVERIFY(!json[0].contains("part"));
        QCOMPARE(json[2]["part"].get<std::string>(), std::string("screw-5"));
        QCOMPARE(json[2]["plan"].get<std::string>(), std::string("plate-1"));
        QCOMPARE(json[2]["length_mm"].get<double>(), 24.0);
        const ReportTable table = implantTable(all);
        QCOMPARE(table.rows.size(), size_t(3));
        nlohmann::json detail = nlohmann::json::parse(p.detail);
        detail["screws"][0].erase("length");
        detail["screws"].push_back(7);
        p.detail = detail.dump();
        QCOMPARE(placedShapes(p).size(), size_t(2));
        detail["screws"] = "none";
        p.detail = detail.dump();
        QCOMPARE(placedShapes(p).size(), size_t(1));
        // Neither kind of plan holds the other's shape.
        p.kind = kComponentPlan;
        QVERIFY(placedShapes(p).empty());
        p.kind = kPlatePlan;
        p.detail = placedDetail(PlacedShape{genericComponent(ComponentKind::KneeTibia, 70, 46), {}, body});
        QVERIFY(!placedShape(p));
    }

    void drillsOfAGuideAreListed()
    {
        Edit e;
        Plan p, guide;
        p.kind = kDentalPlan;
        p.detail = placedDetail(placed());
        e.put(Id("implant-1"), p);
        e.put(Id("implant-2"), p);
        guide.kind = kGuidePlan;
        guide.detail = drillsJson({guidedDrill(Id("implant-1"), placed(), 4, 5.5, 5, 6)}).dump();
        e.put(Id("guide-1"), guide);
        const auto all = implantsOf(apply(Case(), e));
        QCOMPARE(all.size(), size_t(2));
        QVERIFY(all[0].drill && !all[1].drill);
        QCOMPARE(all[0].drill->drillingLength, 4 + 5.5 + 11.5);
        QVERIFY((all[0].drill->apex - placed().pose.at(11.5)).norm() < 1e-9);
        const auto json = implantsJson(all)["implants"];
        QCOMPARE(json[0]["drill"]["drilling_length_mm"].get<double>(), 21.0);
        QCOMPARE(json[0]["drill"]["guide"].get<std::string>(), std::string("guide-1"));
        QVERIFY(!json[1].contains("drill"));
        const ReportTable table = implantTable(all);
        for (const auto& row : table.rows)
            QCOMPARE(row.size(), table.head.size());
        QCOMPARE(table.head.back(), std::string("Drilling length mm"));
        QCOMPARE(table.rows[0].back().text, std::string("21.00"));
        for (const char* bad : {"", "{}", "[1]", R"({"drills":[{"plan":"implant-1"}]})", R"({"drills":[7]})",
                                R"({"drills":{"plan":"implant-1"}})"}) {
            guide.detail = bad;
            QVERIFY(guidedDrills(guide).empty());
        }
    }
};

QTEST_APPLESS_MAIN(TestImplantList)
#include "tst_implant_list.moc"
