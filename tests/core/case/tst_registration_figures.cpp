// What judges a registration, in closed form: how far it moves and changes volumes, and what is left at landmarks.

#include "core/case/landmark_pairs.h"
#include "core/case/registration_figures.h"
#include "core/image/registration/displacement_field.h"

#include <QTest>

using namespace pollux;

namespace {

Grid cube()
{
    Grid g;
    g.size = {41, 41, 41};
    g.origin = Vec3::Constant(-20);
    return g;
}

Case twoImages(Registration r)
{
    Edit edit;
    for (const char* id : {"ct", "ct-2"}) {
        VolumeObject v;
        v.name = id;
        v.volume = Volume(cube(), std::vector<std::int16_t>(static_cast<size_t>(cube().voxels()), 0));
        edit.put(Id(id), std::move(v));
    }
    r.name = "Way";
    r.fixed = Id("ct");
    r.moving = Id("ct-2");
    edit.put(Id("way"), std::move(r));
    return apply({}, edit);
}

double value(const std::vector<NamedQuantity>& all, const char* key)
{
    for (const NamedQuantity& v : all)
        if (v.key == key)
            return v.quantity.value;
    return NAN;
}

bool near(double a, double b)
{
    return std::abs(a - b) < 1e-4;
}

void setPair(Edit& edit, const std::string& name, const Vec3& fixed, const Vec3& moving)
{
    edit.put(Id(landmarkIdOn(name, Id("ct"))), Landmark{landmarkNameOn(name, Id("ct")), fixed});
    edit.put(Id(landmarkIdOn(name, Id("ct-2"))), Landmark{landmarkNameOn(name, Id("ct-2")), moving});
}

} // namespace

class TestRegistrationFigures : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void ofAShift()
    {
        Registration r;
        r.map.offset = Vec3(3, 4, 0);
        const auto figures = registrationFigures(twoImages(r), Id("way"), Job());
        QVERIFY(near(value(figures, "mean"), 5) && near(value(figures, "farthest"), 5));
        QVERIFY(near(value(figures, "jacobian_least"), 1) && near(value(figures, "jacobian_largest"), 1));
        QCOMPARE(value(figures, "folded_places"), 0.0);
    }

    void ofAStretch()
    {
        Registration r;
        r.map.linear = Vec3(1.1, 0.9, 1.2).asDiagonal();
        const auto figures = registrationFigures(twoImages(r), Id("way"), Job());
        const double corner = 20 * std::sqrt(0.1 * 0.1 + 0.1 * 0.1 + 0.2 * 0.2);
        QVERIFY2(near(value(figures, "farthest"), corner), qPrintable(QString::number(value(figures, "farthest"))));
        QVERIFY(near(value(figures, "jacobian_mean"), 1.1 * 0.9 * 1.2));
    }

    /// What an older program kept is made anew, the rest stays; what is complete is not touched.
    void ofAField()
    {
        DisplacementField f = identityField(cube());
        std::fill(f.u[2].begin(), f.u[2].end(), 2.0f);
        Registration r;
        r.values = {{"unlike_after", "Difference after (root mean square)", {7, Unit::None, {}, {}}},
                    {"farthest", "Largest displacement", {99, Unit::Millimetre, {}, {}}}};
        r.field = std::make_shared<const DisplacementField>(f);
        const auto figures = registrationFigures(twoImages(r), Id("way"), Job());
        QCOMPARE(figures.front().key, std::string("unlike_after"));
        QVERIFY(near(value(figures, "farthest"), 2) && near(value(figures, "mean"), 2));
        QCOMPARE(std::count_if(figures.begin(), figures.end(), [](const auto& v) { return v.key == "farthest"; }), 1);
        r.values = figures;
        r.values.front().quantity.value = 8;
        QVERIFY(registrationFigures(twoImages(r), Id("way"), Job()) == r.values);
    }

    void theWayAsAField()
    {
        Registration r;
        r.map.linear = Vec3(1.1, 0.9, 1.2).asDiagonal();
        r.map.offset = Vec3(1, 2, 3);
        const Vec3 p(3.3, -7.1, 12.9);
        QVERIFY(((*fieldOn(r, cube()))(p)-r(p)).norm() < 1e-5);
        r.field = std::make_shared<const DisplacementField>(identityField(cube()));
        QVERIFY(fieldOn(r, cube()) == r.field); // not copied
        QVERIFY(r(p) == p);
    }

    void landmarksBeforeAndAfter()
    {
        Registration r;
        r.map.offset = Vec3(1, 0, 0);
        Edit edit;
        setPair(edit, "Tip", Vec3(0, 0, 0), Vec3(3, 0, 0));
        setPair(edit, "Hilum of it", Vec3(10, 0, 0), Vec3(11, 0, 0));
        edit.put(Id("alone-on-ct"), Landmark{"Alone", Vec3(1, 1, 1)});
        edit.put(Id("tip"), Landmark{"Tip", Vec3(1, 1, 1)});
        const Case c = apply(twoImages(r), edit);
        const LandmarkTable t = landmarkTable(c, Id("way"));
        QCOMPARE(t.rows.size(), size_t(2));
        QCOMPARE(t.rows[0].pair.name, std::string("Hilum of it"));
        QCOMPARE(t.rows[1].pair.fixed, Id("tip-on-ct"));
        QCOMPARE(t.rows[1].pair.moving, Id("tip-on-ct-2"));
        QVERIFY(near(t.rows[1].before, 3) && near(t.rows[1].after, 2) && !t.rows[1].fitted);
        QVERIFY(near(t.rows[0].before, 1) && near(t.rows[0].after, 0));
        QVERIFY(near(t.meanBefore, 2) && near(t.meanAfter, 1) && near(t.mostBefore, 3) && near(t.mostAfter, 2));
    }

    /// What lies where a registration put it says nothing about one.
    void whatWasCarriedIsNoCheck()
    {
        Edit edit;
        setPair(edit, "Tip", Vec3(0, 0, 0), Vec3(3, 0, 0));
        Case c = apply(twoImages({}), edit);
        auto lineage = std::make_shared<Lineage>();
        lineage->operation = "case.follow-up";
        c.lineage[Id("tip-on-ct-2")] = lineage;
        QVERIFY(landmarkTable(c, Id("way")).rows.empty());
    }

    void pointsThatItWasMadeFrom()
    {
        Edit edit;
        setPair(edit, "Tip", Vec3(0, 0, 0), Vec3(3, 0, 0));
        Case c = apply(twoImages({}), edit);
        auto lineage = std::make_shared<Lineage>();
        lineage->operation = "register.landmarks";
        lineage->parameters = R"({"fixed_points": [[0,0,0],[5,0,0]], "moving_points": [[3,0,0],[5,2,0]]})";
        c.lineage[Id("way")] = lineage;
        const LandmarkTable t = landmarkTable(c, Id("way"));
        QCOMPARE(t.rows.size(), size_t(2));
        QVERIFY(t.rows[0].pair.name == "Tip" && t.rows[0].fitted);
        QVERIFY(t.rows[1].pair.name == "Point 2" && t.rows[1].fitted && t.rows[1].pair.fixed.empty());
        QVERIFY(near(t.rows[1].after, 2));
    }
};

QTEST_GUILESS_MAIN(TestRegistrationFigures)
#include "tst_registration_figures.moc"
