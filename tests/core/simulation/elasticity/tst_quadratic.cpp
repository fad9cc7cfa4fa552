// 20-node hexahedra: elements, meshes, bodies with curved faces against known answers, and CalculiX on the same mesh.
// The numbers of NAFEMS, Cook, MacNeal and Harder themselves: tst_verification, which runs all of quadratic_cases.

#include "calculix_run.h"
#include "core/base/error.h"
#include "quadratic_cases.h"
#include "quadratic_deck.h"

#include <Eigen/Eigenvalues>
#include <QtTest>

#include <cmath>
#include <limits>

using namespace pollux;
using namespace pollux::verification;

namespace {

constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();

QuadraticMesh box(const Index3& n, const Vec3& size)
{
    return mappedBlock(n, [&](const Vec3& p) { return Vec3(p.cwiseProduct(size)); });
}

/// A box of 2 x 2 x 3 elements that stands on its lower face.
QuadraticModel standing(Integration integration = Integration::Reduced)
{
    QuadraticModel m = QuadraticModel::of(box({2, 2, 3}, {2, 3, 4}), 1000, 0.3, integration);
    m.hold([](const Vec3& p) { return p.z() == 0; }, 7);
    return m;
}

std::vector<ElementFace> top(const QuadraticModel& m, double height)
{
    return outerFaces(m.mesh, [=](const Vec3& p) { return p.z() == height; });
}

std::string refusal(const std::function<void()>& act)
{
    try {
        act();
    } catch (const Error& e) {
        return e.code() == ErrorCode::BadInput && !e.advice().empty() ? e.message() : "";
    }
    return "";
}

} // namespace

class TestQuadratic : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void shapesAreOneAtTheirNode()
    {
        for (int a = 0; a < kHexNodes; ++a) {
            const HexShape s = hexShape(hexNodePlace(a));
            for (int b = 0; b < kHexNodes; ++b)
                QVERIFY(std::fabs(s(b) - (a == b)) < 1e-15);
        }
        // They sum to 1, and their slopes are what differences say.
        const Vec3 at(0.3, -0.55, 0.81);
        QVERIFY(std::fabs(hexShape(at).sum() - 1) < 1e-15);
        for (int c = 0; c < 3; ++c) {
            const double h = 1e-5;
            const HexShape difference = (hexShape(at + h * Vec3::Unit(c)) - hexShape(at - h * Vec3::Unit(c))) / (2 * h);
            QVERIFY((difference.transpose() - hexGradient(at).row(c)).cwiseAbs().maxCoeff() < 1e-9);
        }
    }

    void facesPointOutward()
    {
        const HexPlaces places = bentElement();
        Vec3 sum = Vec3::Zero();
        double flux = 0, volume = 0;
        for (int f = 0; f < kHexFaces; ++f)
            for (const GaussPoint& g : facePoints()) {
                const Vec3 normal = g.weight * hexFaceNormal(places, f, g.at);
                sum += normal;
                flux += normal.dot(places * hexShape(hexFacePoint(f, g.at))) / 3;
            }
        for (const GaussPoint& g : gaussPoints(Integration::Full))
            volume += g.weight * hexStrain(places, g.at).volume;
        QVERIFY(sum.norm() < 1e-14);                  // closed
        QVERIFY(std::fabs(flux / volume - 1) < 1e-4); // Gauss; the rules are not exact for a bent element
    }

    void rigidMotionsCostNothing_data()
    {
        QTest::addColumn<bool>("full");
        QTest::addColumn<int>("zeros");
        QTest::newRow("full") << true << 6;
        QTest::newRow("reduced, six more") << false << 12;
    }

    void rigidMotionsCostNothing()
    {
        QFETCH(bool, full);
        QFETCH(int, zeros);
        const HexPlaces places = bentElement();
        const HexStiffness k =
            hexStiffness(places, isotropicHooke(1, 0.3), full ? Integration::Full : Integration::Reduced);
        const Eigen::VectorXd values = Eigen::SelfAdjointEigenSolver<HexStiffness>(k).eigenvalues();
        const double most = values(59);
        QVERIFY(values.head(zeros).cwiseAbs().maxCoeff() < 1e-13 * most);
        QVERIFY(values(zeros) > 1e-4 * most);
        for (int c = 0; c < 3; ++c) {
            Eigen::Matrix<double, 60, 1> shift, turn;
            for (int a = 0; a < kHexNodes; ++a) {
                shift.segment<3>(3 * a) = Vec3::Unit(c);
                turn.segment<3>(3 * a) = Vec3::Unit(c).cross(Vec3(places.col(a)));
            }
            QVERIFY((k * shift).norm() < 1e-12 * most);
            QVERIFY((k * turn).norm() < 1e-12 * most);
        }
    }

    void loadsAndReactionsBalance_data()
    {
        QTest::addColumn<bool>("full");
        QTest::newRow("full") << true;
        QTest::newRow("reduced") << false;
    }

    void loadsAndReactionsBalance()
    {
        QFETCH(bool, full);
        QuadraticModel m = standing(full ? Integration::Full : Integration::Reduced);
        addTraction(m, top(m, 4), [](const Vec3& p, const Vec3&) { return Vec3(p.x(), -2, 3 + p.y()); });
        addBodyForce(m, [](const Vec3&) { return Vec3(0, 0, -0.5); });
        // Integrals over the face of 2 x 3 mm and the volume of 24 mm3.
        const Vec3 load(6, -12, 18 + 9 - 12);
        const QuadraticResult r = solve(m, {});
        Vec3 force = Vec3::Zero(), reaction = Vec3::Zero();
        double work = 0;
        for (std::size_t d = 0; d < m.force.size(); ++d) {
            force[static_cast<Eigen::Index>(d % 3)] += m.force[d];
            reaction[static_cast<Eigen::Index>(d % 3)] += r.reaction[d];
            work += m.force[d] * r.displacement[d] / 2;
        }
        QVERIFY((force - load).norm() < 1e-12);
        QVERIFY((reaction + load).norm() < 1e-9);
        QVERIFY(std::fabs(r.energy / work - 1) < 1e-10);
        QVERIFY(r.residual < 1e-11);
    }

    void freeExpansionHasNoStress()
    {
        // Linear temperature, no stress: the supports are statically determinate.
        QuadraticModel m = QuadraticModel::of(box({2, 2, 2}, {1, 1, 1}), 1000, 0.3, Integration::Reduced);
        const auto hold = [&](const Vec3& at, std::uint8_t bits) { m.held[m.mesh.nodeAt(at, 1e-9)] = bits; };
        hold({0, 0, 0}, 7);
        hold({1, 0, 0}, 6);
        hold({0, 1, 0}, 4);
        m.expansion = 1e-3;
        for (const Vec3& p : m.mesh.nodes)
            m.temperature.push_back(50 + 10 * p.x() - 20 * p.z());
        const QuadraticResult r = solve(m, {});
        for (const Voigt& s : r.stress)
            QVERIFY(s.cwiseAbs().maxCoeff() < 1e-9);
        // Held everywhere: -E alpha T / (1 - 2 nu).
        m.hold([](const Vec3&) { return true; }, 7);
        const QuadraticResult stiff = solve(m, {});
        const std::size_t n = m.mesh.nodeAt({1, 1, 0.5}, 1e-9);
        QVERIFY(std::fabs(stiff.stress[n](2) / (-1000 * 1e-3 * 50 / 0.4) - 1) < 1e-12);
        QCOMPARE(stiff.unknowns, 0);
    }

    void smoothSolutionConverges()
    {
        for (Integration i : {Integration::Full, Integration::Reduced}) {
            const double e[3] = {smoothError(2, i), smoothError(4, i), smoothError(6, i)};
            const double first = order(e[0], e[1]), second = std::log(e[1] / e[2]) / std::log(1.5);
            qInfo("%s: errors %.3g, %.3g, %.3g; orders %.3f, %.3f", i == Integration::Full ? "full" : "reduced", e[0],
                  e[1], e[2], first, second);
            QVERIFY(std::fabs(second - 3) < 0.2);
            QVERIFY(std::fabs(first - 3) < 0.4);
        }
    }

    void benchmarksConverge()
    {
        // Errors fall with every refinement.
        struct Row
        {
            const char* name;
            double exact, last;
            std::vector<QuadraticCase> meshes;
        };
        const auto i = Integration::Reduced;
        std::vector<Row> rows;
        rows.push_back({"LE1", 92.7, 0.02, {le1({3, 4, 1}, i), le1({6, 8, 1}, i), le1({12, 16, 1}, i)}});
        rows.push_back({"LE10", -5.38, 0.02, {le10({2, 3, 2}, i), le10({4, 6, 2}, i), le10({8, 12, 4}, i)}});
        rows.push_back({"LE11", -105, 0.03, {le11(1, i), le11(2, i)}});
        rows.push_back({"Cook, plane stress, mid-edge", 23.96, 0.01, {cook(2, i), cook(4, i), cook(8, i)}});
        for (const Row& row : rows) {
            double before = 1;
            for (const QuadraticCase& c : row.meshes) {
                const auto a = c.solved();
                const double error = std::fabs(a.value / row.exact - 1);
                qInfo("%-30s %6lld unknowns  %10.5g (%.5g)  %+.2f %%  %.2f s", row.name,
                      static_cast<long long>(a.result.unknowns), a.value, row.exact, 100 * (a.value / row.exact - 1),
                      a.seconds);
                QVERIFY2(error < before, row.name);
                before = error;
            }
            QVERIFY2(before < row.last, row.name);
        }
    }

    void twiceIsTheSame()
    {
        const QuadraticCase c = le10({2, 3, 2}, Integration::Reduced);
        const auto a = c.solved().result, b = c.solved().result;
        QVERIFY(a.displacement == b.displacement);
        for (std::size_t n = 0; n < a.stress.size(); ++n)
            QVERIFY(a.stress[n] == b.stress[n]);
    }

    void blocksAreJoined()
    {
        const QuadraticMesh one = box({2, 1, 1}, {2, 1, 1});
        const QuadraticMesh parts[] = {box({1, 1, 1}, {1, 1, 1}), mappedBlock({1, 1, 1}, [](const Vec3& p) {
                                           return Vec3(p.x() + 1 + 1e-9, p.y(), p.z());
                                       })};
        const QuadraticMesh both = joined(parts, 1e-6);
        QCOMPARE(both.nodes.size(), one.nodes.size());
        QCOMPARE(both.elements.size(), std::size_t(2));
        QCOMPARE(outerFaces(both, [](const Vec3&) { return true; }).size(), std::size_t(10));
        QCOMPARE(outerFaces(both, [](const Vec3& p) { return std::fabs(p.x() - 1) < 1e-6; }).size(), std::size_t(0));
        QVERIFY(!refusal([&] { joined(parts, 0); }).empty());
        QVERIFY(!refusal([&] { joined(parts, kNaN); }).empty());
        QVERIFY(!refusal([&] { joined(parts, 2); }).empty());
        QVERIFY(!refusal([&] { joined({}, 1e-6); }).empty());
    }

    void badMeshesAreRefused()
    {
        const auto plain = [](const Vec3& p) { return p; };
        QVERIFY(!refusal([&] { mappedBlock({0, 1, 1}, plain); }).empty());
        QVERIFY(!refusal([&] { mappedBlock({100000, 100000, 100000}, plain); }).empty());
        const std::string inverted = "An element is turned inside out or has no volume.";
        QCOMPARE(refusal([&] {
                     mappedBlock({1, 1, 1}, [](const Vec3& p) { return Vec3(-p.x(), p.y(), p.z()); });
                 }),
                 inverted);
        QCOMPARE(refusal([&] {
                     mappedBlock({1, 1, 1}, [](const Vec3& p) { return Vec3(p.x(), p.y(), 0); });
                 }),
                 inverted);
        QVERIFY(!refusal([&] { mappedBlock({1, 1, 1}, [](const Vec3&) { return Vec3(kNaN, 0, 0); }); }).empty());
        QuadraticModel m = standing();
        m.mesh.nodes[1].x() += 5; // the middle of an edge far outside
        QCOMPARE(refusal([&] { solve(m, {}); }), inverted);
        m = standing();
        m.mesh.elements[0][3] = 100000;
        QVERIFY(!refusal([&] { solve(m, {}); }).empty());
        m.mesh.elements.clear();
        QVERIFY(!refusal([&] { solve(m, {}); }).empty());
    }

    void badModelsAreRefused()
    {
        const auto spoilt = [](const std::function<void(QuadraticModel&)>& spoil) {
            QuadraticModel m = standing();
            spoil(m);
            return refusal([&] { solve(m, {}); });
        };
        QVERIFY(spoilt([](QuadraticModel&) {}).empty());
        QVERIFY(!spoilt([](QuadraticModel& m) { m.modulus = 0; }).empty());
        QVERIFY(!spoilt([](QuadraticModel& m) { m.modulus = kNaN; }).empty());
        QVERIFY(!spoilt([](QuadraticModel& m) { m.poisson = 0.5; }).empty());
        QVERIFY(!spoilt([](QuadraticModel& m) { m.force[7] = kNaN; }).empty());
        QVERIFY(!spoilt([](QuadraticModel& m) { m.given[0] = INFINITY; }).empty());
        QVERIFY(!spoilt([](QuadraticModel& m) { m.temperature.assign(m.held.size(), kNaN); }).empty());
        QVERIFY(!spoilt([](QuadraticModel& m) { m.force.push_back(0); }).empty());
        QVERIFY(!spoilt([](QuadraticModel& m) { // a node of no element
                     m.mesh.nodes.push_back(Vec3::Zero());
                     m.held.push_back(0);
                     m.given.resize(m.given.size() + 3);
                     m.force.resize(m.force.size() + 3, 1.0);
                 })
                     .empty());
        const std::string loose = "Nothing keeps a part of the body from moving as a whole.";
        QCOMPARE(spoilt([](QuadraticModel& m) { m.held.assign(m.held.size(), 0); }), loose);
        // Three nodes on one line: it may still turn about it. One plane held across it: it may slide.
        QCOMPARE(spoilt([](QuadraticModel& m) {
                     m.held.assign(m.held.size(), 0);
                     m.hold([](const Vec3& p) { return p.y() == 0 && p.z() == 0; }, 7);
                 }),
                 loose);
        QCOMPARE(spoilt([](QuadraticModel& m) {
                     m.held.assign(m.held.size(), 0);
                     m.hold([](const Vec3& p) { return p.z() == 0; }, 4);
                 }),
                 loose);
        QVERIFY(!refusal([] {
                     QuadraticModel m = standing();
                     addTraction(m, top(m, 4), [](const Vec3&, const Vec3&) { return Vec3(kNaN, 0, 0); });
                 }).empty());
    }

    void mechanismsAreRefused()
    {
        // A single column of elements with reduced integration passes a mode without energy on to its free end.
        QCOMPARE(refusal([] { solve(quadraticCantilever(1, Integration::Reduced).model, {}); }),
                 std::string("The body can move without any force."));
        QVERIFY(refusal([] { solve(quadraticCantilever(1, Integration::Full).model, {}); }).empty());
        // Two boxes that share an edge: a hinge.
        const QuadraticMesh parts[] = {box({1, 1, 1}, {1, 1, 1}), mappedBlock({1, 1, 1}, [](const Vec3& p) {
                                           return Vec3(p.x() + 1, p.y(), p.z() + 1);
                                       })};
        QuadraticModel m = QuadraticModel::of(joined(parts, 1e-6), 1000, 0.3, Integration::Full);
        m.hold([](const Vec3& p) { return p.z() == 0; }, 7);
        QCOMPARE(refusal([&] { solve(m, {}); }), std::string("The body can move without any force."));
    }

    void tooManyUnknownsAreRefused()
    {
        QuadraticModel m = QuadraticModel::of(box({20, 20, 12}, {20, 20, 12}), 1000, 0.3, Integration::Reduced);
        m.hold([](const Vec3& p) { return p.z() == 0; }, 7);
        QCOMPARE(refusal([&] { solve(m, {}); }), std::string("The mesh is too fine for the direct solver."));
    }

    void stopIsHeard()
    {
        std::stop_source stop;
        stop.request_stop();
        const QuadraticModel m = standing();
        try {
            solve(m, Job(stop.get_token()));
            QFAIL("did not stop");
        } catch (const Error& e) {
            QVERIFY(e.code() == ErrorCode::Cancelled);
        }
    }

    void calculixFindsTheSame_data()
    {
        QTest::addColumn<bool>("full");
        QTest::newRow("LE10, C3D20, its own pressure") << true;
        QTest::newRow("LE10, C3D20R, our forces") << false;
    }

    void calculixFindsTheSame()
    {
        QFETCH(bool, full);
        if (!calculixIsHere())
            QSKIP("CalculiX (ccx) is not installed: nothing was compared.");
        const QuadraticCase c = le10({4, 6, 2}, full ? Integration::Full : Integration::Reduced);
        const auto faces = full ? top(c.model, 600) : std::vector<ElementFace>();
        const CalculixRun run([&](std::ostream& deck) { writeQuadraticDeck(deck, c.model, faces, 1); });
        std::ifstream dat = run.dat();
        const std::vector<double> theirs = readQuadraticDisplacements(dat, c.model.mesh.nodes.size());
        const auto ours = c.solved();
        double most = 0, off = 0;
        for (std::size_t d = 0; d < theirs.size(); ++d) {
            most = std::max(most, std::fabs(theirs[d]));
            off = std::max(off, std::fabs(theirs[d] - ours.result.displacement[d]));
        }
        qInfo("largest displacement %.6g mm, off by %.2g of it", most, off / most);
        QVERIFY(most > 1e-3);
        QVERIFY2(off < 1e-6 * most, qPrintable(QString::number(off / most)));
    }
};

QTEST_APPLESS_MAIN(TestQuadratic)
#include "tst_quadratic.moc"
