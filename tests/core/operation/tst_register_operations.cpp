// Registrations as objects of the case: from two images to carried structures, what is doubtful is said, what stands on
// them turns stale, and all of it is stored.

#include "core/base/error.h"
#include "core/operation/registry.h"
#include "core/operation/run.h"
#include "core/storage/case_file.h"
#include "tests/core/image/shapes.h"

#include <QTemporaryDir>
#include <QTest>

#include <random>

using namespace pollux;

namespace {

Grid cube(int n, double spacing)
{
    Grid g;
    g.size = {n, n, n};
    g.spacing = Vec3::Constant(spacing);
    g.origin = Vec3::Constant(-(n - 1) * spacing / 2);
    return g;
}

double body(const Vec3& p)
{
    const auto blob = [&](const Vec3& c, const Vec3& r, double value) {
        return value / (1 + std::exp(((p - c).cwiseQuotient(r).norm() - 1) * 14));
    };
    return -100 + blob({0, 0, 0}, {44, 34, 40}, 140) + blob({-16, -5, 6}, {17, 13, 15}, 80) +
           blob({14, 9, -8}, {10, 12, 17}, -70) + blob({12, -14, 14}, {8, 7, 6}, 110);
}

VolumeObject image(const char* name, const Grid& g, const std::function<Vec3(const Vec3&)>& from,
                   bool noiseOnly = false)
{
    std::mt19937 random(noiseOnly ? 5 : 7);
    std::normal_distribution<double> n(0, noiseOnly ? 80 : 2);
    std::vector<std::int16_t> v(static_cast<size_t>(g.voxels()));
    for (int k = 0; k < g.size[2]; ++k)
        for (int j = 0; j < g.size[1]; ++j)
            for (int i = 0; i < g.size[0]; ++i)
                v[size_t(g.offset(i, j, k))] = static_cast<std::int16_t>(
                    std::lround((noiseOnly ? 0 : body(from(g.toPatient(i, j, k)))) + n(random)));
    VolumeObject o;
    o.name = name;
    o.modality = std::string("CT");
    o.unit = std::string("HU");
    o.frameOfReference = name;
    o.volume = Volume(g, std::move(v));
    return o;
}

const Vec3 kShift(8, -5, 6);
const Vec3 kOrgan(-16, -5, 6);

/// "then" shows the body shifted; the organ is drawn there.
Case sample()
{
    Edit edit;
    edit.put(Id("now"), image("Now", cube(48, 2.5), [](const Vec3& p) { return p; }));
    const Grid g = cube(50, 2.5);
    edit.put(Id("then"), image("Then", g, [](const Vec3& p) { return Vec3(p - kShift); }));
    edit.put(Id("noise"), image("Noise", g, {}, true));
    Structure s;
    s.name = "Organ";
    s.state = ConfirmState::Confirmed;
    s.mask = std::make_shared<Mask>(shapes::ball(g, kOrgan + kShift, 12));
    edit.put(Id("organ"), std::move(s));
    return apply({}, edit);
}

double value(const Case& c, const char* id, const char* key)
{
    for (const NamedQuantity& q : c.registration(Id(id)).values)
        if (q.key == key)
            return q.quantity.value;
    return NAN;
}

} // namespace

class TestRegisterOperations : public QObject
{
    Q_OBJECT

    Registry m_registry;

    RunResult run(const Case& c, const char* id, const ParamValues& values)
    {
        Job job;
        return runOperation(m_registry.at(id), c, values, {"tester"}, job);
    }
    static ParamValues images(const char* fixed = "now", const char* moving = "then")
    {
        ParamValues p;
        p.set("fixed", std::string(fixed));
        p.set("moving", std::string(moving));
        return p;
    }
    static bool has(const Findings& findings, const char* code)
    {
        return std::any_of(findings.begin(), findings.end(), [&](const Finding& f) { return f.code == code; });
    }

private Q_SLOTS:
    void initTestCase() { installStandardOperations(m_registry); }

    void fromTwoImagesToCarriedStructures()
    {
        RunResult r = run(sample(), "register.affine", images());
        QVERIFY(!has(r.findings, "register.no-gain") && !has(r.findings, "register.overlap"));
        const Registration& rigid = r.after.registration(Id("then-on-now"));
        QVERIFY2((rigid(Vec3(0, 0, 0)) - kShift).norm() < 0.6,
                 qPrintable(QString::number((rigid(Vec3(0, 0, 0)) - kShift).norm())));
        QVERIFY(std::abs(value(r.after, "then-on-now", "shift") - kShift.norm()) < 0.6);
        QVERIFY(value(r.after, "then-on-now", "turn") < 1);

        // The image made anew lies on the fixed one's voxels and frame, and is marked as what it is.
        const VolumeObject& made = r.after.volume(Id("then-on-now-image"));
        QVERIFY(sameGeometry(made.volume.grid(), r.after.volume(Id("now")).volume.grid()));
        QCOMPARE(made.frameOfReference, std::string("Now"));
        QVERIFY(has(made.gate, "register.resampled"));
        const Index3 at = made.volume.grid().nearest(kOrgan);
        QVERIFY(std::abs(made.volume.at(at[0], at[1], at[2]) -
                         r.after.volume(Id("now")).volume.at(at[0], at[1], at[2])) < 12);

        ParamValues carry;
        carry.set("registration", std::string("then-on-now"));
        carry.set("structures", std::vector<std::string>{"organ"});
        Case c = run(r.after, "register.carry", carry).after;
        const Structure& organ = c.structure(Id("organ-carried"));
        QCOMPARE(organ.state, ConfirmState::Proposed); // only as right as the registration
        const Mask truth = shapes::ball(c.volume(Id("now")).volume.grid(), kOrgan, 12);
        QVERIFY2(dice(*organ.mask, truth) > 0.94, qPrintable(QString::number(dice(*organ.mask, truth))));

        // It stands on the organ and on the registration.
        QVERIFY(staleIds(c).empty());
        ParamValues again = images();
        again.set("kind", std::string("affine"));
        c = run(c, "register.affine", again).after;
        QVERIFY(staleIds(c).contains(Id("organ-carried")));
    }

    void deformablyFromARigidStart()
    {
        Case c = run(sample(), "register.affine", images()).after;
        ParamValues p = images();
        p.set("start", std::string("then-on-now"));
        p.set("name", std::string("Bent"));
        p.set("levels", std::int64_t(2));
        const RunResult r = run(c, "register.deformable", p);
        const Registration& bent = r.after.registration(Id("bent"));
        QVERIFY(bent.field);
        QVERIFY2((bent(kOrgan) - kOrgan - kShift).norm() < 1.2,
                 qPrintable(QString::number((bent(kOrgan) - kOrgan - kShift).norm())));
        QCOMPARE(value(r.after, "bent", "folded"), 0.0);
        QVERIFY(value(r.after, "bent", "jacobian_least") > 0.5);
        // The other order is refused, and so is a deformable start.
        ParamValues wrong = images("then", "now");
        wrong.set("start", std::string("then-on-now"));
        QVERIFY(has(checkOperation(m_registry.at("register.deformable"), c, wrong), "register.start"));
        p.set("start", std::string("bent"));
        p.set("name", std::string("twice"));
        QVERIFY(has(checkOperation(m_registry.at("register.deformable"), r.after, p), "register.start"));

        const QTemporaryDir dir;
        const std::string file = dir.filePath("c.pollux").toStdString();
        saveCase(r.after, file, Job());
        const Case back = loadCase(file, Job());
        QVERIFY(back.keyOf(Id("bent")) == r.after.keyOf(Id("bent")));
        QVERIFY(back.registration(Id("bent")).values == bent.values);
        QVERIFY((back.registration(Id("bent"))(Vec3(3, 4, 5)) - bent(Vec3(3, 4, 5))).norm() < 1e-12);
    }

    /// An image that has nothing to do with the other: found or not, it is said.
    void aFailureIsSaid()
    {
        const RunResult r = run(sample(), "register.affine", images("now", "noise"));
        QVERIFY(has(r.findings, "register.nothing-in-common"));
        QVERIFY(!r.after.registration(Id("noise-on-now")).findings.empty()); // and kept with it
        const RunResult d = run(sample(), "register.deformable", images("now", "noise"));
        QVERIFY(has(d.findings, "register.poor"));
        const RunResult good = run(sample(), "register.deformable", images());
        QVERIFY2(!has(good.findings, "register.poor") && value(good.after, "then-on-now", "correlation") > 0.9,
                 qPrintable(QString::number(value(good.after, "then-on-now", "correlation"))));
    }

    void landmarks()
    {
        ParamValues p = images();
        const std::vector<Vec3> fixed{{0, 0, 0}, {20, 0, 0}, {0, 20, 0}, {0, 0, 20}};
        std::vector<Vec3> moving;
        for (const Vec3& x : fixed)
            moving.push_back(x + kShift);
        moving[3] += Vec3(0, 0, 2); // set badly
        p.set("fixed_points", fixed);
        p.set("moving_points", moving);
        const Case c = run(sample(), "register.landmarks", p).after;
        QVERIFY(value(c, "then-on-now", "fre") > 0.1 && value(c, "then-on-now", "fre") < 2);
        QVERIFY(!std::isnan(value(c, "then-on-now", "landmark_4")));
        p.set("moving_points", std::vector<Vec3>{{0, 0, 0}, {20, 0, 0}, {0, 20, 0}});
        QVERIFY(has(checkOperation(m_registry.at("register.landmarks"), sample(), p), "register.points"));
        QVERIFY(has(checkOperation(m_registry.at("register.affine"), sample(), images("now", "now")), "register.same"));
    }
};

QTEST_GUILESS_MAIN(TestRegisterOperations)
#include "tst_register_operations.moc"
