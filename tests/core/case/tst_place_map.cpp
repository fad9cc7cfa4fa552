// Places of one image in another: same frame, over registrations forwards and backwards, and where nothing joins them.

#include "core/case/place_map.h"
#include "core/image/registration/displacement_field.h"

#include <Eigen/Geometry>
#include <QTest>

#include <cmath>

using namespace pollux;

namespace {

Grid cube()
{
    Grid g;
    g.size = {9, 9, 9};
    g.spacing = Vec3::Constant(10);
    g.origin = Vec3::Constant(-40);
    return g;
}

void addVolume(Edit& edit, const char* id, const char* frame)
{
    VolumeObject v;
    v.name = id;
    v.frameOfReference = frame;
    v.volume = Volume(cube(), std::vector<std::int16_t>(729, 0));
    edit.put(Id(id), std::move(v));
}

Registration between(const char* fixed, const char* moving)
{
    Registration r;
    r.fixed = Id(fixed);
    r.moving = Id(moving);
    return r;
}

AffineMap turned()
{
    AffineMap m;
    m.linear = Eigen::AngleAxisd(0.4, Vec3(1, 2, 3).normalized()).toRotationMatrix();
    m.offset = Vec3(5, -7, 11);
    return m;
}

/// a and a2 share a frame; b lies on a by a turn, c on b by a deformation; d stands alone.
Case sample()
{
    Edit edit;
    addVolume(edit, "a", "1.1");
    addVolume(edit, "a2", "1.1");
    addVolume(edit, "b", "1.2");
    addVolume(edit, "c", "1.3");
    addVolume(edit, "d", "");
    Registration ab = between("a", "b");
    ab.map = turned();
    edit.put(Id("ab"), std::move(ab));
    Registration cb = between("c", "b"); // the other way round
    DisplacementField f = identityField(cube());
    for (int k = 0; k < 9; ++k)
        for (int j = 0; j < 9; ++j)
            for (int i = 0; i < 9; ++i) {
                const auto n = static_cast<size_t>(f.grid.offset(i, j, k));
                const Vec3 p = f.grid.toPatient(i, j, k);
                f.u[0][n] = static_cast<float>(3 * std::sin(p.y() / 20));
                f.u[1][n] = static_cast<float>(2 + 0.1 * p.z());
                f.u[2][n] = static_cast<float>(-0.2 * p.x());
            }
    cb.field = std::make_shared<const DisplacementField>(std::move(f));
    edit.put(Id("cb"), std::move(cb));
    return apply({}, edit);
}

} // namespace

class TestPlaceMap : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void oneFrameIsOnePlace()
    {
        const auto m = placeMap(sample(), Id("a"), Id("a2"));
        QVERIFY(m && m->over().empty());
        QCOMPARE(*m->there(Vec3(1, 2, 3)), Vec3(1, 2, 3));
    }

    void aTurnGoesBothWays()
    {
        const Case c = sample();
        const Vec3 p(4, -9, 13);
        const auto m = placeMap(c, Id("a2"), Id("b")); // registered is a, which shares the frame
        QVERIFY(m);
        QCOMPARE(m->over(), std::vector<Id>{Id("ab")});
        QVERIFY((*m->there(p) - turned()(p)).norm() < 1e-12);
        QVERIFY((*m->back(turned()(p)) - p).norm() < 1e-9);
        const auto reverse = placeMap(c, Id("b"), Id("a"));
        QVERIFY(reverse && (*reverse->there(turned()(p)) - p).norm() < 1e-9);
    }

    void overTwoRegistrationsAndADeformationLedBack()
    {
        const Case c = sample();
        const auto m = placeMap(c, Id("a"), Id("c"));
        QVERIFY(m);
        QCOMPARE(m->over(), (std::vector<Id>{Id("ab"), Id("cb")}));
        const Vec3 p(2, 3, -4);
        const auto at = m->there(p);
        QVERIFY(at);
        // What the deformation carries there is what the turn carries there.
        QVERIFY(((*c.registrations.at(Id("cb")))(*at) - turned()(p)).norm() < 0.02);
        QVERIFY((*m->back(*at) - p).norm() < 0.02);
    }

    void whatNothingJoins()
    {
        const Case c = sample();
        QVERIFY(!placeMap(c, Id("a"), Id("d")));
        QVERIFY(!placeMap(c, Id("a"), Id("none")));
        const auto self = placeMap(c, Id("d"), Id("d"));
        QVERIFY(self && self->over().empty());
    }

    void whatDoesNotSettleIsNotGuessed()
    {
        Registration r = between("a", "b");
        DisplacementField f = identityField(cube());
        for (int i = 0; i < 9; ++i) // u = 3x: the iteration swings to and fro
            for (int k = 0; k < 81; ++k)
                f.u[0][static_cast<size_t>(f.grid.offset(i, k % 9, k / 9))] =
                    static_cast<float>(3 * f.grid.toPatient(i, 0, 0).x());
        r.field = std::make_shared<const DisplacementField>(std::move(f));
        QVERIFY(!placeCarriedTo(r, Vec3(20, 0, 0)));
    }
};

QTEST_APPLESS_MAIN(TestPlaceMap)
#include "tst_place_map.moc"
