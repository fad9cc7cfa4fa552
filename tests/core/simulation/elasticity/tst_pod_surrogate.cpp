// Gaussian processes and modes learnt from snapshots: exact where data are exact, errors left out against brute force,
// convergence, what is refused.

#include "core/base/error.h"
#include "core/simulation/elasticity/pod_surrogate.h"

#include <QtTest>

#include <cmath>
#include <limits>

using namespace pollux;
using namespace pollux::elasticity;

namespace {

double halton(int n, int base)
{
    double f = 1, r = 0;
    for (; n > 0; n /= base) {
        f /= base;
        r += f * (n % base);
    }
    return r;
}

Eigen::MatrixXd designs(int n, int d, int from = 1)
{
    const int bases[] = {2, 3, 5};
    Eigen::MatrixXd x(n, d);
    for (int i = 0; i < n; ++i)
        for (int a = 0; a < d; ++a)
            x(i, a) = 2 * halton(i + from, bases[a]) - 1;
    return x;
}

double smooth(const Eigen::VectorXd& x)
{
    return std::sin(2 * x(0)) + 0.5 * std::cos(3 * x(1)) + x(0) * x(1);
}

/// 40 points on a line: a bump that moves and grows.
Eigen::VectorXd bump(const Eigen::VectorXd& x)
{
    Eigen::VectorXd f(40);
    for (int i = 0; i < 40; ++i)
        f(i) = (2 + x(1)) * std::exp(-std::pow(i / 20.0 - 1 - 0.4 * x(0), 2) / 0.2);
    return f;
}

Eigen::MatrixXd snapshots(const Eigen::MatrixXd& x)
{
    Eigen::MatrixXd out(40, x.rows());
    for (int i = 0; i < x.rows(); ++i)
        out.col(i) = bump(x.row(i).transpose());
    return out;
}

Eigen::VectorXd values(const Eigen::MatrixXd& x)
{
    Eigen::VectorXd y(x.rows());
    for (int i = 0; i < x.rows(); ++i)
        y(i) = smooth(x.row(i).transpose());
    return y;
}

} // namespace

class TstPodSurrogate : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void goesThroughItsData()
    {
        const Eigen::MatrixXd x = designs(30, 2);
        const Eigen::VectorXd y = values(x);
        const GaussianProcess g(x, y, GaussianShape{Eigen::Vector2d(1.5, 1.0), 0}, Job());
        for (int i = 0; i < 30; ++i) {
            const auto p = g.at(x.row(i).transpose());
            QVERIFY(std::fabs(p.mean - y(i)) < 1e-9);
            QVERIFY(p.deviation < 1e-5);
        }
        // Far away it knows the mean alone, and says so.
        const auto far = g.at(Eigen::Vector2d(40, 40));
        QVERIFY(far.deviation > 0.3);
        QVERIFY(g.at(Eigen::Vector2d(1.2, 1.2)).deviation < far.deviation);
    }

    void constantStaysConstant()
    {
        const Eigen::MatrixXd x = designs(12, 3);
        const GaussianProcess g(x, Eigen::VectorXd::Constant(12, 7.5), std::nullopt, Job());
        QVERIFY(std::fabs(g.at(Eigen::Vector3d(0.3, -0.2, 3)).mean - 7.5) < 1e-9);
    }

    void leaveOneOutIsThatOfBruteForce()
    {
        const int n = 25;
        const Eigen::MatrixXd x = designs(n, 2);
        const Eigen::VectorXd y = values(x);
        const GaussianProcess g(x, y, std::nullopt, Job());
        double worst = 0;
        for (int i = 0; i < n; ++i) {
            Eigen::MatrixXd rest(n - 1, 2);
            Eigen::VectorXd their(n - 1);
            for (int j = 0, at = 0; j < n; ++j)
                if (j != i) {
                    rest.row(at) = x.row(j);
                    their(at++) = y(j);
                }
            const GaussianProcess without(rest, their, g.shape(), Job());
            worst = std::max(worst, std::fabs(without.at(x.row(i).transpose()).mean - g.leaveOneOut()(i)));
        }
        QVERIFY2(worst < 1e-8, qPrintable(QString::number(worst)));
        qInfo("left out in closed form against brute force: off by at most %.1e", worst);
    }

    void errorFallsAsDesignsGrow()
    {
        const Eigen::MatrixXd test = designs(200, 2, 1000);
        double last = 1e9;
        for (int n : {10, 20, 40, 80}) {
            const Eigen::MatrixXd x = designs(n, 2);
            const GaussianProcess g(x, values(x), std::nullopt, Job());
            double e = 0, s = 0;
            for (int i = 0; i < test.rows(); ++i) {
                const Eigen::VectorXd p = test.row(i).transpose();
                e += std::pow(g.at(p).mean - smooth(p), 2);
                s += std::pow(smooth(p), 2);
            }
            const double error = std::sqrt(e / s);
            qInfo("%d designs: error %.2e, lengths %.2f and %.2f, nugget %.1e", n, error, g.shape().lengths(0),
                  g.shape().lengths(1), g.shape().nugget);
            QVERIFY2(error < 0.7 * last, qPrintable(QString("%1 after %2").arg(error).arg(last)));
            last = error;
        }
        QVERIFY(last < 5e-3);
    }

    void aParameterThatDoesNothingGetsALongLength()
    {
        const Eigen::MatrixXd x = designs(40, 3);
        Eigen::VectorXd y(40);
        for (int i = 0; i < 40; ++i)
            y(i) = std::sin(3 * x(i, 0)) + x(i, 1);
        const GaussianProcess g(x, y, std::nullopt, Job());
        QVERIFY(g.shape().lengths(2) > 3 * g.shape().lengths(0));
    }

    void noiseGoesIntoTheNugget()
    {
        const Eigen::MatrixXd x = designs(60, 2);
        Eigen::VectorXd y = values(x);
        const double quiet = GaussianProcess(x, y, std::nullopt, Job()).shape().nugget;
        for (int i = 0; i < 60; ++i)
            y(i) += 0.3 * (2 * halton(i + 1, 7) - 1) * (i % 2 ? 1 : -1);
        QVERIFY(GaussianProcess(x, y, std::nullopt, Job()).shape().nugget > 100 * quiet);
    }

    void modesAreThoseOfTheSnapshots()
    {
        // Two fields and their amounts: two modes carry all of it, and every snapshot is met.
        const Eigen::MatrixXd x = designs(20, 2);
        Eigen::VectorXd a(30), b(30);
        for (int i = 0; i < 30; ++i) {
            a(i) = std::sin(0.2 * i);
            b(i) = i * i / 900.0;
        }
        Eigen::MatrixXd s(30, 20);
        for (int i = 0; i < 20; ++i)
            s.col(i) = Eigen::VectorXd::Ones(30) + x(i, 0) * a + smooth(x.row(i).transpose()) * b;
        const PodSurrogate p(x, s, {1.0, 10}, Job());
        QVERIFY(p.modes().cols() >= 2);
        QVERIFY(
            (p.modes().transpose() * p.modes() - Eigen::MatrixXd::Identity(p.modes().cols(), p.modes().cols())).norm() <
            1e-6);
        QVERIFY(p.projectionError() < 1e-10);
        QVERIFY(p.energy() > 1 - 1e-12);
        const PodSurrogate few(x, s, {0.5, 10}, Job());
        QCOMPARE(few.modes().cols(), Eigen::Index(1));
        QVERIFY(few.projectionError() > 0.01);
    }

    void fieldOnNewDesigns()
    {
        const Eigen::MatrixXd test = designs(50, 2, 500);
        double last = 1e9;
        for (int n : {12, 24, 48}) {
            const Eigen::MatrixXd x = designs(n, 2);
            const PodSurrogate p(x, snapshots(x), {}, Job());
            double e = 0, s = 0;
            for (int i = 0; i < test.rows(); ++i) {
                const Eigen::VectorXd t = bump(test.row(i).transpose());
                e += (p.at(test.row(i).transpose()) - t).squaredNorm();
                s += t.squaredNorm();
            }
            const double error = std::sqrt(e / s);
            qInfo("%d designs: %d modes, left out %.2e, true %.2e", n, int(p.modes().cols()), p.leaveOneOutError(),
                  error);
            QVERIFY(error < last);
            // The error it tells of itself is of the size of the true one.
            QVERIFY(p.leaveOneOutError() > 0.3 * error && p.leaveOneOutError() < 10 * error);
            last = error;
        }
        QVERIFY(last < 0.02);
    }

    void sameTwice()
    {
        const Eigen::MatrixXd x = designs(20, 2);
        const PodSurrogate a(x, snapshots(x), {}, Job()), b(x, snapshots(x), {}, Job());
        const Eigen::Vector2d p(0.31, -0.77);
        QVERIFY(a.at(p) == b.at(p));
        QVERIFY(a.amounts(p).deviation == b.amounts(p).deviation);
    }

    void badInputIsRefused()
    {
        const Eigen::MatrixXd x = designs(20, 2);
        const Eigen::VectorXd y = values(x);
        QVERIFY_EXCEPTION_THROWN(GaussianProcess(x.topRows(3), y.head(3), std::nullopt, Job()), Error);
        QVERIFY_EXCEPTION_THROWN(GaussianProcess(x, y.head(19), std::nullopt, Job()), Error);
        QVERIFY_EXCEPTION_THROWN(GaussianProcess(Eigen::MatrixXd(), Eigen::VectorXd(), std::nullopt, Job()), Error);
        Eigen::VectorXd nan = y;
        nan(4) = std::numeric_limits<double>::quiet_NaN();
        QVERIFY_EXCEPTION_THROWN(GaussianProcess(x, nan, std::nullopt, Job()), Error);
        Eigen::MatrixXd equal = x;
        equal.row(7) = equal.row(3);
        QVERIFY_EXCEPTION_THROWN(GaussianProcess(equal, y, std::nullopt, Job()), Error);
        QVERIFY_EXCEPTION_THROWN(GaussianProcess(x, y, GaussianShape{Eigen::Vector3d(1, 1, 1), 0}, Job()), Error);
        const GaussianProcess g(x, y, std::nullopt, Job());
        QVERIFY_EXCEPTION_THROWN(g.at(Eigen::Vector3d(0, 0, 0)), Error);
        QVERIFY_EXCEPTION_THROWN(g.at(Eigen::Vector2d(nan(4), 0)), Error);
        Eigen::MatrixXd s = snapshots(x);
        QVERIFY_EXCEPTION_THROWN(PodSurrogate(x, s.leftCols(19), {}, Job()), Error);
        QVERIFY_EXCEPTION_THROWN(PodSurrogate(x, s, {0, 10}, Job()), Error);
        QVERIFY_EXCEPTION_THROWN(PodSurrogate(equal, s, {}, Job()), Error);
        QVERIFY_EXCEPTION_THROWN(PodSurrogate(equal, Eigen::MatrixXd::Ones(5, 20), {}, Job()), Error);
        s(3, 3) = std::numeric_limits<double>::infinity();
        QVERIFY_EXCEPTION_THROWN(PodSurrogate(x, s, {}, Job()), Error);
        std::stop_source stop;
        stop.request_stop();
        QVERIFY_EXCEPTION_THROWN(PodSurrogate(x, snapshots(x), {}, Job(stop.get_token())), Error);
    }
};

QTEST_GUILESS_MAIN(TstPodSurrogate)
#include "tst_pod_surrogate.moc"
