// A motion driven by a surrogate: what is linear in it is found again, and what is not is told as error.
#include "core/base/error.h"
#include "core/simulation/motion/motion_model.h"

#include <QTest>

#include <cmath>
#include <deque>
#include <numbers>
#include <random>

using namespace pollux;
using namespace pollux::motion;

namespace {

Grid grid()
{
    Grid g;
    g.size = {14, 11, 9};
    g.spacing = Vec3(10, 12, 15);
    g.origin = Vec3(-60, -50, -55);
    return g;
}

/// Smooth, of up to some 15 mm, with a way in that differs from the way out.
Vec3 truth(const Vec3& p, const BreathingState& s, double hysteresis = 1)
{
    const double g = std::exp(-p.squaredNorm() / (2 * 60 * 60));
    return s.value * Vec3(1.5 * g, 4 * g * (1 + p.x() / 300), -12 * g) +
           hysteresis * s.rate * Vec3(0, 0.9 * g, 0.4 * g);
}

template <class Function>
DisplacementField fieldOf(const Function& u)
{
    DisplacementField f = identityField(grid());
    for (int k = 0; k < f.grid.size[2]; ++k)
        for (int j = 0; j < f.grid.size[1]; ++j)
            for (int i = 0; i < f.grid.size[0]; ++i) {
                const Vec3 d = u(f.grid.toPatient(i, j, k));
                for (int a = 0; a < 3; ++a)
                    f.u[size_t(a)][size_t(f.grid.offset(i, j, k))] = static_cast<float>(d[a]);
            }
    return f;
}

/// Ten phases of one breath as samples of a motion; the first is the reference.
struct Phases
{
    std::deque<DisplacementField> fields;
    std::vector<MotionSample> samples;

    template <class Function>
    explicit Phases(const Function& u, int count = 10)
    {
        for (const BreathingState& s : BreathingTrace{4, 1, 1}.cycle(count)) {
            fields.push_back(fieldOf([&](const Vec3& p) { return u(p, s); }));
            samples.push_back({s, &fields.back()});
        }
    }
};

double largestError(const MotionModel& model, double hysteresis = 1)
{
    double largest = 0;
    for (double t = 0.05; t < 4; t += 0.31) {
        const BreathingState s = BreathingTrace{4, 2, 0.9}.at(t); // states that no sample has
        const DisplacementField f = model.field(s);
        for (std::int64_t v = 0; v < f.grid.voxels(); v += 7) {
            const Index3 size = f.grid.size;
            const int i = int(v % size[0]), j = int(v / size[0] % size[1]), k = int(v / size[0] / size[1]);
            const Vec3 p = f.grid.toPatient(i, j, k), u = truth(p, s, hysteresis);
            largest = std::max({largest, (f.voxel(v) - u).norm(), (model.displacement(p, s) - u).norm()});
        }
    }
    return largest;
}

} // namespace

class TestMotionModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theRegressionIsExact()
    {
        std::mt19937 random(7);
        std::uniform_real_distribution<double> any(-20, 20);
        for (const MotionTerms terms : {MotionTerms::Proportional, MotionTerms::Linear, MotionTerms::Hysteresis}) {
            const auto states = BreathingTrace{4, 2, 1}.cycle(9);
            const Eigen::MatrixXd weights = surrogateWeights(states, terms);
            for (int n = 0; n < 50; ++n) {
                const Eigen::Vector3d c(terms == MotionTerms::Proportional ? 0 : any(random), any(random),
                                        terms == MotionTerms::Hysteresis ? any(random) : 0);
                Eigen::VectorXd u(static_cast<Eigen::Index>(states.size()));
                for (size_t p = 0; p < states.size(); ++p)
                    u[static_cast<Eigen::Index>(p)] = surrogateRow(states[p], terms).dot(c);
                QVERIFY((weights * u - c).norm() < 1e-9);
            }
        }
    }

    void whatIsLinearIsFoundAgain()
    {
        const auto u = [](const Vec3& p, const BreathingState& s) { return truth(p, s); };
        const Phases ten(u);
        const MotionModel model = MotionModel::fit(ten.samples, MotionTerms::Hysteresis, 0, Job());
        QVERIFY2(largestError(model) < 2e-5, qPrintable(QString::number(largestError(model)))); // floats of 15 mm
        QVERIFY(model.quality().rms < 1e-5 && model.quality().largest < 1e-4);
        QVERIFY(std::abs(model.quality().deepest - 1) < 1e-12);
        // Two modes hold all of it, and it is the same with no more.
        const auto& shares = model.quality().modeShares;
        QCOMPARE(shares.size(), size_t(9));
        QVERIFY(shares[0] > 0.9 && shares[0] + shares[1] > 1 - 1e-9 && shares[2] < 1e-9);
        const MotionModel two = MotionModel::fit(ten.samples, MotionTerms::Hysteresis, 2, Job());
        QVERIFY(largestError(two) < 5e-5);
        const MotionModel one = MotionModel::fit(ten.samples, MotionTerms::Hysteresis, 1, Job());
        QVERIFY(largestError(one) > 0.1 && one.quality().rms > 0.01);
    }

    void withoutTheRateTheWayBackIsMissed()
    {
        const Phases ten([](const Vec3& p, const BreathingState& s) { return truth(p, s); });
        const MotionModel model = MotionModel::fit(ten.samples, MotionTerms::Linear, 0, Job());
        // Largest rate pi/4 a second, hysteresis of 0.98 mm s at the middle.
        QVERIFY(std::abs(model.quality().largest - std::numbers::pi / 4 * std::hypot(0.9, 0.4)) < 0.05);
        QVERIFY(model.quality().rms > 0.05 && model.quality().rms < model.quality().largest);
    }

    void oneImageBreathedInIsEnoughForAProportion()
    {
        const DisplacementField in = fieldOf([](const Vec3& p) { return truth(p, {1, 0}, 0); });
        const MotionSample samples[] = {{{1, 0}, &in}};
        const MotionModel model = MotionModel::fit(samples, MotionTerms::Proportional, 0, Job());
        QVERIFY(largestError(model, 0) < 2e-5);
        QVERIFY(model.displacement(Vec3(3, 4, 5), {0, 1}).norm() < 1e-12);
        // With the reference, which has not moved, a line is determined, a rate is not.
        const MotionSample both[] = {{{0, 0}, nullptr}, {{1, 0}, &in}};
        const MotionModel line = MotionModel::fit(both, MotionTerms::Linear, 0, Job());
        QVERIFY(largestError(line, 0) < 2e-5);
        QVERIFY_THROWS_EXCEPTION(Error, MotionModel::fit(both, MotionTerms::Hysteresis, 0, Job()));
        QVERIFY_THROWS_EXCEPTION(Error, MotionModel::fit(samples, MotionTerms::Linear, 0, Job()));
    }

    void theWayBackToTheReference()
    {
        const Phases ten([](const Vec3& p, const BreathingState& s) { return truth(p, s); });
        const MotionModel model = MotionModel::fit(ten.samples, MotionTerms::Hysteresis, 0, Job());
        const BreathingState s{0.8, -0.3};
        for (const Vec3& p : {Vec3(0, 0, 0), Vec3(-40, 20, 30), Vec3(55, 40, -45)}) {
            const Vec3 now = p + model.displacement(p, s);
            QVERIFY((model.referencePoint(now, s) - p).norm() < 0.02);
            const auto t = model.termsAt(p);
            QVERIFY((t[0] + 0.8 * t[1] - 0.3 * t[2] - model.displacement(p, s)).norm() < 1e-12);
        }
    }

    void refusals()
    {
        QVERIFY_THROWS_EXCEPTION(Error, MotionModel::fit({}, MotionTerms::Proportional, 0, Job()));
        const MotionSample reference[] = {{{0, 0}, nullptr}};
        QVERIFY_THROWS_EXCEPTION(Error, MotionModel::fit(reference, MotionTerms::Proportional, 0, Job()));
        DisplacementField a = identityField(grid()), b = a;
        b.grid.spacing *= 2;
        const MotionSample two[] = {{{0.5, 0}, &a}, {{1, 0}, &b}};
        QVERIFY_THROWS_EXCEPTION(Error, MotionModel::fit(two, MotionTerms::Proportional, 0, Job()));
        const MotionSample none[] = {{{std::nan(""), 0}, &a}};
        QVERIFY_THROWS_EXCEPTION(Error, MotionModel::fit(none, MotionTerms::Proportional, 0, Job()));
        // Nothing moves: that is a motion too.
        const MotionSample still[] = {{{1, 0}, &a}};
        QCOMPARE(MotionModel::fit(still, MotionTerms::Proportional, 0, Job()).quality().rms, 0.0);
    }
};

QTEST_APPLESS_MAIN(TestMotionModel)
#include "tst_motion_model.moc"
