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

private Q_SLOTS:
    void listsWhatIsLeftAndTakenAway()
    {
        Edit e;
        Plan implant;
        implant.kind = kDentalPlan;
        PlacedImplant placed;
        placed.pose = {Vec3(0, 0, 0), -Vec3::UnitZ()};
        implant.detail = placedDetail(placed);
        implant.used = {{Id("jaw"), "Jaw", ConfirmState::Proposed}};
        e.put(Id("implant-1"), implant);
        e.put(Id("guide-1"), guide());
        Plan liver;
        liver.kind = "liver.puncture";
        liver.used = {{Id("liver"), "Liver", ConfirmState::Proposed}};
        e.put(Id("plan-1"), liver);
        for (const char* id : {"implant-1-body", "implant-1-bone", "implant-1-resected", "guide-1-body", "liver"})
            put(e, id, corner(true));
        put(e, "jaw", corner(false));
        put(e, "implant-1-envelope", nullptr);
        const auto all = implantSurfaces(apply(Case(), e));
        std::map<std::string, std::string> what;
        for (const ListedSurface& s : all) {
            what[s.id.text()] = s.what;
            QCOMPARE(s.closed, s.id.text() != "jaw");
            QCOMPARE(s.triangles, size_t(s.closed ? 4 : 3));
            QCOMPARE(s.file, "stl/" + s.id.text() + ".stl");
            QVERIFY(std::fabs(s.volumeMl - (s.closed ? 1.0 / 6 : 0)) < 1e-6);
        }
        const std::map<std::string, std::string> expected{{"implant-1-body", "implant"},
                                                          {"implant-1-bone", "bone that is left"},
                                                          {"implant-1-resected", "bone taken away"},
                                                          {"guide-1-body", "drill guide"},
                                                          {"jaw", "structure of the case"}};
        QVERIFY(what == expected);
        const nlohmann::json json = surfacesJson(all);
        QCOMPARE(json.size(), expected.size());
        for (const auto& one : json) {
            QCOMPARE(one["frame"].get<std::string>(), std::string("DICOM LPS, mm"));
            QCOMPARE(one.contains("volume_ml"), one["closed"].get<bool>());
            QVERIFY(!one["stale"].get<bool>());
        }
    }

    void nothingWithoutAnImplant()
    {
        Edit e;
        Plan liver;
        liver.kind = "liver.puncture";
        liver.used = {{Id("liver"), "Liver", ConfirmState::Proposed}};
        e.put(Id("plan-1"), liver);
        put(e, "liver", corner(true));
        QVERIFY(implantSurfaces(apply(Case(), e)).empty());
        QVERIFY(implantSurfaces(Case()).empty());
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
