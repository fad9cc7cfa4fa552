// Which surfaces go with planned implants, and what is said of each file; the pins of a guide in the list.

#include "core/report/implant_list.h"
#include "core/report/surface_list.h"

#include <QtTest>
#include <nlohmann/json.hpp>

#include <cmath>

using namespace pollux;

class TestSurfaceList : public QObject
{
    Q_OBJECT

    /// A corner of a cube of 10 mm; open without its last face.
    static std::shared_ptr<const Surface> corner(bool closed)
    {
        std::vector<Triangle> t{{0, 2, 1}, {0, 1, 3}, {0, 3, 2}};
        if (closed)
            t.push_back({1, 2, 3});
        return std::make_shared<const Surface>(std::vector<Vec3f>{{0, 0, 0}, {10, 0, 0}, {0, 10, 0}, {0, 0, 10}},
                                               std::move(t));
    }
    static void put(Edit& e, const char* id, std::shared_ptr<const Surface> surface)
    {
        Structure s;
        s.name = id;
        s.surface = std::move(surface);
        e.put(Id(id), std::move(s));
    }
    static Plan guide()
    {
        PlacedImplant placed;
        placed.pose = {Vec3(0, 0, 0), -Vec3::UnitZ()};
        Plan p;
        p.name = "Guide";
        p.kind = kGuidePlan;
        nlohmann::json detail = drillsJson({guidedDrill(Id("implant-1"), placed, 4, 5, 5, 6)});
        detail["pins"] = pinsJson({{Vec3(10, 0, -6), Vec3(-8, 0, -6), 1.6, 5}});
        p.detail = detail.dump();
        return p;
    }

    /// Says that one run made these.
    static void madeBy(Case& c, const char* operation, const char* parameters, std::vector<const char*> ids,
                       std::vector<Id> inputs = {})
    {
        Lineage l;
        l.operation = operation;
        l.parameters = parameters;
        for (const Id& id : inputs)
            l.inputs.push_back({id, *c.keyOf(id)});
        for (const char* id : ids)
            c.lineage[Id(id)] = std::make_shared<const Lineage>(l);
    }
    static Plan screw(const char* uses)
    {
        Plan p;
        p.kind = kDentalPlan;
        PlacedImplant placed;
        placed.pose = {Vec3(0, 0, 0), -Vec3::UnitZ()};
        p.detail = placedDetail(placed);
        p.used = {{Id(uses), uses, ConfirmState::Proposed}};
        return p;
    }
    static Plan puncture()
    {
        Plan p;
        p.kind = "liver.puncture";
        p.used = {{Id("liver"), "Liver", ConfirmState::Proposed}};
        return p;
    }
    static std::map<std::string, std::string> whats(const std::vector<ListedSurface>& all)
    {
        std::map<std::string, std::string> out;
        for (const ListedSurface& s : all)
            out[s.id.text()] = s.plan.text() + ": " + s.what;
        return out;
    }

private Q_SLOTS:
    void listsWhatIsLeftAndTakenAway()
    {
        Edit e;
        e.put(Id("implant-1"), screw("jaw"));
        e.put(Id("guide-1"), guide());
        for (const char* id : {"implant-1-body", "implant-1-bone", "implant-1-resected", "guide-1-body"})
            put(e, id, corner(true));
        put(e, "jaw", corner(false));
        put(e, "implant-1-envelope", nullptr);
        Case c = apply(Case(), e);
        madeBy(c, "place", R"({"plan_id":"implant-1"})",
               {"implant-1", "implant-1-body", "implant-1-bone", "implant-1-resected", "implant-1-envelope"});
        // A guide is made from implants, and is yet the guide's.
        madeBy(c, "guide", R"({"plan_id":"guide-1"})", {"guide-1", "guide-1-body"}, {Id("implant-1")});
        const auto all = planSurfaces(c);
        for (const ListedSurface& s : all) {
            QCOMPARE(s.closed, s.id.text() != "jaw");
            QCOMPARE(s.triangles, size_t(s.closed ? 4 : 3));
            QCOMPARE(s.file, "stl/" + s.id.text() + ".stl");
            QVERIFY(s.ofImplant);
            QVERIFY(std::fabs(s.volumeMl - (s.closed ? 1.0 / 6 : 0)) < 1e-6);
        }
        const std::map<std::string, std::string> expected{{"implant-1-body", "implant-1: implant"},
                                                          {"implant-1-bone", "implant-1: bone that is left"},
                                                          {"implant-1-resected", "implant-1: bone taken away"},
                                                          {"guide-1-body", "guide-1: drill guide"},
                                                          {"jaw", ": structure of the case"}};
        QVERIFY(whats(all) == expected);
        const nlohmann::json json = implantSurfacesJson(all);
        QCOMPARE(json.size(), expected.size());
        for (const auto& one : json) {
            QCOMPARE(one["frame"].get<std::string>(), std::string("DICOM LPS, mm"));
            QCOMPARE(one.contains("volume_ml"), one["closed"].get<bool>());
            QVERIFY(!one["stale"].get<bool>());
        }
    }

    /// The liver that a needle is planned in, the zone that it heats and what a resection leaves.
    void plansWithoutAnImplantHaveSurfacesToo()
    {
        Edit e;
        e.put(Id("plan-1"), puncture());
        Plan resection;
        resection.kind = "liver.resection";
        e.put(Id("resection-1"), resection);
        for (const char* id : {"liver", "spleen", "heated", "left-over"})
            put(e, id, corner(true));
        Case c = apply(Case(), e);
        madeBy(c, "liver.resect", "{}", {"resection-1", "left-over"});
        madeBy(c, "liver.zone", "{}", {"heated"}, {Id("plan-1")});
        const auto all = planSurfaces(c);
        const std::map<std::string, std::string> expected{{"liver", ": structure of the case"},
                                                          {"heated", "plan-1: made of the plan"},
                                                          {"left-over", "resection-1: made of the plan"}};
        QVERIFY(whats(all) == expected);
        for (const ListedSurface& s : all)
            QVERIFY(!s.ofImplant);
        QVERIFY(implantSurfacesJson(all).empty());
        QVERIFY(planSurfaces(Case()).empty());
        // Beside an implant they are files of the report, but none of the implant's.
        Edit more;
        more.put(Id("implant-1"), screw("spleen"));
        const auto both = planSurfaces(apply(c, more));
        QCOMPARE(both.size(), expected.size() + 1);
        const nlohmann::json json = implantSurfacesJson(both);
        QCOMPARE(json.size(), size_t(1));
        QCOMPARE(json[0]["structure"].get<std::string>(), std::string("spleen"));
    }

    /// "screw-1-" begins what another plan made, and what no plan made.
    void whoMadeItIsToldByLineage()
    {
        Edit e;
        e.put(Id("screw-1"), screw("bone"));
        e.put(Id("screw-1-old"), screw("bone"));
        for (const char* id : {"screw-1-body", "screw-1-old-body", "screw-1-drawn", "other-body"})
            put(e, id, corner(true));
        Case c = apply(Case(), e);
        madeBy(c, "place", R"({"plan_id":"screw-1"})", {"screw-1", "screw-1-body", "other-body"});
        madeBy(c, "place", R"({"plan_id":"screw-1-old"})", {"screw-1-old", "screw-1-old-body"});
        madeBy(c, "edit", "{}", {"screw-1-drawn"});
        const std::map<std::string, std::string> expected{{"screw-1-body", "screw-1: implant"},
                                                          {"screw-1-old-body", "screw-1-old: implant"},
                                                          {"other-body", "screw-1: made of the plan"}};
        QVERIFY(whats(planSurfaces(c)) == expected);
    }

    void pinsAreListed()
    {
        Edit e;
        e.put(Id("guide-1"), guide());
        const nlohmann::json json = guidesJson(apply(Case(), e));
        QCOMPARE(json.size(), size_t(1));
        QCOMPARE(json[0]["implants"][0].get<std::string>(), std::string("implant-1"));
        QCOMPARE(json[0]["pins"].size(), size_t(1));
        QVERIFY(std::fabs(json[0]["pins"][0]["pin_length_mm"].get<double>() - 18) < 1e-9);
        QVERIFY(std::fabs(json[0]["pins"][0]["axis_lps"][0].get<double>() + 1) < 1e-9);
        const auto back = guidedPins(guide());
        QCOMPARE(back.size(), size_t(1));
        QVERIFY((back[0].outer - Vec3(10, 0, -6)).norm() < 1e-9 && back[0].hole == 1.6);
        for (const char* bad : {"", "{}", "[1]", R"({"pins":7})", R"({"pins":[7]})", R"({"pins":[{}]})",
                                R"({"pins":[{"outer_end_lps_mm":[0,0],"tip_lps_mm":[0,0,1]}]})"}) {
            Plan p = guide();
            p.detail = bad;
            QVERIFY(guidedPins(p).empty());
        }
    }
};

QTEST_APPLESS_MAIN(TestSurfaceList)
#include "tst_surface_list.moc"
