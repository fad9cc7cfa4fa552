#include "plugins/implant/stress_surrogate.h"

#include "core/base/error.h"

#include <Eigen/Geometry>

#include <algorithm>
#include <cmath>
#include <numbers>

namespace pollux::implant {

using elasticity::Voigt;

namespace {

constexpr double kFrom = 0.8, kTo = 1.8; // mm from the implant, as StressSetup has it
constexpr double kPitch = 0.6;           // mm between places
// A moment of 1 N mm does less than a force of 1 N; so many make up a usual lever.
constexpr double kLever = 5;
constexpr Eigen::Index kParameters = 5, kLoads = 5;
constexpr double kDegree = std::numbers::pi / 180;

double halton(std::size_t n, std::size_t base)
{
    double f = 1, r = 0;
    for (; n > 0; n /= base) {
        f /= double(base);
        r += f * double(n % base);
    }
    return r;
}

/// Components of a stress in a frame whose axes are the columns of `a`.
Voigt turned(const Voigt& s, const Mat3& a)
{
    Mat3 m;
    m << s(0), s(3), s(5), s(3), s(1), s(4), s(5), s(4), s(2);
    const Mat3 t = a.transpose() * m * a;
    Voigt out;
    out << t(0, 0), t(1, 1), t(2, 2), t(0, 1), t(1, 2), t(2, 0);
    return out;
}

/// Sum of the unit loads' fields, which lie one behind the other.
Eigen::VectorXf summed(const Eigen::Ref<const Eigen::VectorXf>& all, const StressSurrogate::Loads& loads)
{
    const Eigen::Index n = all.size() / kLoads;
    Eigen::VectorXf out = Eigen::VectorXf::Zero(n);
    for (Eigen::Index q = 0; q < kLoads; ++q)
        out += float(loads(q)) * all.segment(q * n, n);
    return out;
}

std::vector<float> misesOf(const Eigen::VectorXf& field, const std::vector<std::uint8_t>& inBone)
{
    std::vector<float> out;
    for (std::size_t n = 0; n < inBone.size(); ++n)
        if (inBone[n])
            out.push_back(float(elasticity::vonMises(field.segment<6>(6 * Eigen::Index(n)).cast<double>())));
    return out;
}

/// Places within the shell, on a grid fixed to the implant: as many in a piece of volume everywhere.
std::vector<Vec3> shellPlaces(const DentalImplant& implant)
{
    const Outline body = implant.body();
    const AxisPose own{Vec3::Zero(), Vec3::UnitX()};
    std::vector<Vec3> out;
    const double wide = implant.diameter / 2 + kTo;
    const int across = static_cast<int>(std::ceil(wide / kPitch));
    const int low = static_cast<int>(std::floor(-kTo / kPitch));
    const int high = static_cast<int>(std::ceil((implant.length + kTo) / kPitch));
    for (int i = low; i <= high; ++i)
        for (int j = -across; j <= across; ++j)
            for (int k = -across; k <= across; ++k) {
                const Vec3 p = kPitch * Vec3(i, j, k);
                const double d = signedDistance(body, own, p);
                if (d >= kFrom && d <= kTo)
                    out.push_back(p);
            }
    return out;
}

} // namespace

Mat3 StressSurrogate::axes(const Vec3& direction) const
{
    return Eigen::Quaterniond::FromTwoVectors(m_about.direction, direction).toRotationMatrix() * m_axes;
}

AxisPose StressSurrogate::pose(const Eigen::VectorXd& x) const
{
    const Vec3 shift(m_box.depth * x(2), m_box.shift * x(0), m_box.across * x(1));
    const Vec3 lean(1, std::tan(m_box.tilt * kDegree * x(3)), std::tan(m_box.tilt * kDegree * x(4)));
    return {m_about.origin + m_axes * shift, (m_axes * lean).normalized()};
}

std::optional<Eigen::VectorXd> StressSurrogate::parameters(const AxisPose& pose) const
{
    const Vec3 shift = m_axes.transpose() * (pose.origin - m_about.origin);
    const Vec3 lean = m_axes.transpose() * pose.direction;
    if (!(lean(0) > 0.1))
        return std::nullopt;
    Eigen::VectorXd x(kParameters);
    x << shift(1) / m_box.shift, shift(2) / m_box.across, shift(0) / m_box.depth,
        std::atan(lean(1) / lean(0)) / (m_box.tilt * kDegree), std::atan(lean(2) / lean(0)) / (m_box.tilt * kDegree);
    if (!(x.cwiseAbs().maxCoeff() <= 1 + 1e-9))
        return std::nullopt;
    return x;
}

std::vector<Vec3f> StressSurrogate::places(const AxisPose& pose) const
{
    const Mat3 a = axes(pose.direction);
    std::vector<Vec3f> out;
    out.reserve(m_places.size());
    for (const Vec3& p : m_places)
        out.push_back((pose.origin + a * p).cast<float>());
    return out;
}

std::vector<std::uint8_t> StressSurrogate::bone(const AxisPose& pose) const
{
    std::vector<std::uint8_t> out;
    out.reserve(m_places.size());
    for (const Vec3f& p : places(pose))
        out.push_back(m_bone.contains(p.cast<double>()));
    return out;
}

StressSurrogate::Loads StressSurrogate::loads(const Vec3& direction, const TopLoad& load) const
{
    const Mat3 a = axes(direction);
    const Vec3 moment = load.momentInAll(a.col(0)); // none about the axis is learnt
    Loads out;
    out << a.transpose() * load.force, a.col(1).dot(moment) / kLever, a.col(2).dot(moment) / kLever;
    return out;
}

Eigen::VectorXf StressSurrogate::field(const Eigen::VectorXd& modes, const Loads& loads) const
{
    return summed(m_mean + m_modes * modes.cast<float>(), loads);
}

void StressSurrogate::learn(const Eigen::MatrixXd& designs, const Eigen::MatrixXd& snapshots, const Job& job)
{
    m_pod =
        std::make_shared<const elasticity::PodSurrogate>(designs, snapshots, elasticity::PodOptions{0.999, 40}, job);
    m_mean = m_pod->mean().cast<float>();
    m_modes = m_pod->modes().cast<float>();
    m_usual = std::sqrt(std::max(1e-300, (snapshots.colwise() - m_pod->mean()).squaredNorm() / double(designs.rows())));
    m_truth = snapshots.cast<float>();
    m_leftOut.resize(snapshots.rows(), snapshots.cols());
    m_squares.setZero();
    m_errorSquares.setZero();
    const Eigen::Index n = snapshots.rows() / kLoads;
    for (Eigen::Index d = 0; d < designs.rows(); ++d) {
        job.checkStop();
        m_leftOut.col(d) = m_pod->withoutOne(d).cast<float>();
        Eigen::MatrixXd truth = m_truth.col(d).cast<double>().reshaped(n, kLoads);
        Eigen::MatrixXd off = truth - m_leftOut.col(d).cast<double>().reshaped(n, kLoads);
        for (std::size_t p = 0; p < m_places.size(); ++p)
            if (!m_inBone[static_cast<std::size_t>(d)][p]) {
                truth.middleRows(6 * Eigen::Index(p), 6).setZero();
                off.middleRows(6 * Eigen::Index(p), 6).setZero();
            }
        m_squares += truth.transpose() * truth;
        m_errorSquares += off.transpose() * off;
    }
}

std::optional<SurrogateFrame> StressSurrogate::at(const AxisPose& pose, const TopLoad& onTop) const
{
    const auto x = parameters(pose);
    if (!x)
        return std::nullopt;
    const elasticity::PodSurrogate::Amounts modes = m_pod->amounts(*x);
    const Loads load = loads(pose.direction, onTop);
    std::vector<float> mises = misesOf(field(modes.mean, load), bone(pose));
    if (mises.empty())
        return std::nullopt;
    SurrogateFrame f;
    f.places = mises.size();
    f.p95 = elasticity::percentile(mises, 95);
    f.p99 = elasticity::percentile(mises, 99);
    f.deviation = modes.deviation.norm() / m_usual;
    const double all = load.dot(m_squares * load);
    f.fieldError = all > 0 ? std::sqrt(load.dot(m_errorSquares * load) / all) : 0;
    return f;
}

SurrogateError StressSurrogate::errorOf(const TopLoad& onTop) const
{
    const Loads load = loads(m_about.direction, onTop);
    std::vector<float> off;
    for (std::size_t d = 0; d < m_inBone.size(); ++d) {
        const auto column = static_cast<Eigen::Index>(d);
        std::vector<float> said = misesOf(summed(m_leftOut.col(column), load), m_inBone[d]);
        std::vector<float> truth = misesOf(summed(m_truth.col(column), load), m_inBone[d]);
        if (const double right = elasticity::percentile(truth, 99); right > 0)
            off.push_back(float(std::fabs(elasticity::percentile(said, 99) / right - 1)));
    }
    const double all = load.dot(m_squares * load);
    return {all > 0 ? std::sqrt(load.dot(m_errorSquares * load) / all) : 0, elasticity::percentile(off, 50),
            elasticity::percentile(off, 95)};
}

std::vector<Voigt> StressSurrogate::stress(const AxisPose& pose, const TopLoad& onTop) const
{
    const auto x = parameters(pose);
    if (!x)
        return {};
    const Eigen::VectorXf all = field(m_pod->amounts(*x).mean, loads(pose.direction, onTop));
    std::vector<Voigt> out;
    for (std::size_t n = 0; n < m_places.size(); ++n)
        out.push_back(all.segment<6>(6 * Eigen::Index(n)).cast<double>());
    return out;
}

SurrogateTraining::SurrogateTraining(std::unique_ptr<StressModel> model, const Mask& bone, const DentalImplant& implant,
                                     const AxisPose& about, const SurrogateBox& box)
    : m_model(std::move(model)), m_implant(implant)
{
    if (!m_model || !(std::min({box.shift, box.across, box.depth, box.tilt}) > 0) || !(box.tilt < 45))
        throw Error(ErrorCode::BadInput, "The poses to learn are not a box.", "Give shifts and a tilt above 0.");
    m_so.m_bone = bone;
    m_so.m_about = about;
    m_so.m_box = box;
    const Vec3 flat = box.along - box.along.dot(about.direction) * about.direction;
    const Vec3 along = flat.norm() > 1e-6 ? Vec3(flat.normalized()) : acrossOf(about.direction);
    m_so.m_axes << about.direction, along, about.direction.cross(along);
    m_so.m_places = shellPlaces(implant);
}

SurrogateTraining::~SurrogateTraining() = default;

std::shared_ptr<const StressSurrogate> SurrogateTraining::train(std::size_t designs, const Job& job)
{
    const std::size_t wanted = std::clamp<std::size_t>(designs, 10, kMostDesigns);
    const Job solving = job.part(0, 0.7);
    constexpr std::size_t kBases[kParameters] = {2, 3, 5, 7, 11};
    while (m_designs.size() < wanted) {
        solving.progress(double(m_designs.size()) / double(wanted));
        Eigen::VectorXd x = Eigen::VectorXd::Zero(kParameters); // the first: the pose itself
        if (!m_designs.empty())
            for (Eigen::Index a = 0; a < kParameters; ++a)
                x(a) = 2 * halton(m_designs.size(), kBases[a]) - 1;
        const AxisPose pose = m_so.pose(x);
        m_model->place(m_implant, pose);
        const std::vector<Vec3f> places = m_so.places(pose);
        const UnitSolutions units = m_model->dragUnits(kDragIterations, solving, places);
        const Mat3 own = m_so.axes(pose.direction);
        const Mat3 mixed = units.axes.transpose() * own; // columns: the axes here by those of the unit loads
        const Eigen::Index n = 6 * static_cast<Eigen::Index>(places.size());
        Eigen::VectorXd snapshot(kLoads * n);
        std::vector<std::uint8_t> inBone;
        for (std::size_t p = 0; p < places.size(); ++p) {
            inBone.push_back(units.modulus[p] > 0);
            const Eigen::Matrix<double, 6, 6> stress = units.stress[p].cast<double>();
            for (Eigen::Index q = 0; q < kLoads; ++q) {
                const Voigt s = q < 3 ? Voigt(stress.leftCols<3>() * mixed.col(q))
                                      : Voigt(kLever * stress.rightCols<3>() * mixed.col(q - 2));
                snapshot.segment<6>(q * n + 6 * Eigen::Index(p)) = turned(s, own);
            }
        }
        m_so.m_inBone.push_back(std::move(inBone));
        m_snapshots.push_back(std::move(snapshot));
        m_designs.push_back(std::move(x));
    }
    // Where a pose has no bone at a place, the mean of those that have: it is not looked at, and disturbs least.
    const auto count = static_cast<Eigen::Index>(m_designs.size());
    Eigen::MatrixXd x(count, kParameters), snapshots(m_snapshots[0].size(), count);
    for (Eigen::Index d = 0; d < count; ++d) {
        x.row(d) = m_designs[static_cast<std::size_t>(d)].transpose();
        snapshots.col(d) = m_snapshots[static_cast<std::size_t>(d)];
    }
    const Eigen::Index n = snapshots.rows() / kLoads;
    for (std::size_t p = 0; p < m_so.m_places.size(); ++p) {
        const auto there =
            std::count_if(m_so.m_inBone.begin(), m_so.m_inBone.end(), [p](const auto& b) { return b[p] != 0; });
        for (Eigen::Index q = 0; there > 0 && there < count && q < kLoads; ++q) {
            auto rows = snapshots.middleRows(q * n + 6 * Eigen::Index(p), 6);
            const Voigt mean = rows.rowwise().sum() / double(there); // those without bone are 0
            for (Eigen::Index d = 0; d < count; ++d)
                if (!m_so.m_inBone[static_cast<std::size_t>(d)][p])
                    rows.col(d) = mean;
        }
    }
    auto out = std::make_shared<StressSurrogate>(m_so);
    out->learn(x, snapshots, job.part(0.7, 1));
    return out;
}

void SurrogateTraining::train(std::size_t designs, const Job& job,
                              const std::function<void(std::shared_ptr<const StressSurrogate>)>& ready)
{
    double done = 0;
    for (std::size_t n = 20;; n *= 2) {
        const std::size_t now = std::min(n, designs);
        ready(train(now, job.part(done, double(now) / double(designs))));
        if (now >= designs)
            return;
        done = double(now) / double(designs);
    }
}

} // namespace pollux::implant
