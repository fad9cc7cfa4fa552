#include "core/base/error.h"
#include "core/image/mask.h"
#include "core/phantom/torso.h"

#include <Eigen/Dense>
#include <QtTest>

#include <cmath>
#include <set>

using namespace pollux;

namespace {

TorsoOptions smallOptions(std::uint64_t seed = 1)
{
    TorsoOptions o;
    o.seed = seed;
    o.size = 128;
    o.pixelSpacing = 3;
    o.sliceSpacing = 4;
    return o;
}

/// Coarser than the real thing in the plane, as fine along z.
const Torso& middle()
{
    static const Torso torso = [] {
        TorsoOptions o;
        o.size = 256;
        o.pixelSpacing = 1.5;
        return makeTorso(o, Job());
    }();
    return torso;
}

struct Moments
{
    double mean = 0, sd = 0;
    std::int64_t count = 0;
};

/// Of the CT over the voxels of `mask` whose whole 3x3x3 neighbourhood is in it: no partial volume.
Moments core(const Torso& torso, const Mask& mask)
{
    double sum = 0, squares = 0;
    Moments m;
    const IndexBox& b = mask.box();
    for (int k = b.min[2]; k < b.max[2]; ++k)
        for (int j = b.min[1]; j < b.max[1]; ++j)
            for (int i = b.min[0]; i < b.max[0]; ++i) {
                bool whole = true;
                for (int n = 0; n < 27 && whole; ++n)
                    whole = mask.at(i + n % 3 - 1, j + n / 3 % 3 - 1, k + n / 9 - 1);
                if (!whole)
                    continue;
                const double v = torso.ct.at(i, j, k);
                sum += v;
                squares += v * v;
                ++m.count;
            }
    m.mean = sum / static_cast<double>(m.count);
    m.sd = std::sqrt(squares / static_cast<double>(m.count) - m.mean * m.mean);
    return m;
}

Mask parenchyma(const Torso& t)
{
    Mask liver = t.masks.at("liver");
    for (const char* key :
         {"portal_vein", "hepatic_vein", "hepatic_artery", "liver_lesion_1", "liver_lesion_2", "liver_lesion_3"})
        if (t.masks.contains(key))
            liver = subtract(liver, t.masks.at(key));
    return liver;
}

} // namespace

class TestTorso : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sameSeedSameBody()
    {
        const Torso a = makeTorso(smallOptions(), Job()), b = makeTorso(smallOptions(), Job()),
                    c = makeTorso(smallOptions(2), Job());
        QCOMPARE(a.ct.key(), b.ct.key());
        QVERIFY(a.ct.key() != c.ct.key());
        QVERIFY(a.masks.at("liver").key() != c.masks.at("liver").key());
        QCOMPARE(a.masks.size(), b.masks.size());
        for (const auto& [key, mask] : a.masks)
            QCOMPARE(mask.key(), b.masks.at(key).key());
        for (const auto& [key, tree] : a.trees)
            QCOMPARE(tree.key(), b.trees.at(key).key());
    }

    void everySeedMakesAWholeBody()
    {
        for (std::uint64_t seed = 1; seed <= 6; ++seed) {
            TorsoOptions o = smallOptions(seed * 7919);
            o.size = 96;
            o.pixelSpacing = 4;
            const Torso t = makeTorso(o, Job());
            for (const char* key :
                 {"skin",           "bone",           "rib",           "vertebra",      "lung_left",
                  "lung_right",     "heart",          "liver",         "portal_vein",   "hepatic_vein",
                  "gallbladder",    "kidney_left",    "kidney_right",  "kidney_tumour", "spleen",
                  "stomach",        "colon",          "aorta",         "vena_cava",     "pancreas",
                  "liver_lesion_1", "liver_lesion_2", "liver_lesion_3"})
                QVERIFY2(t.masks.contains(key), key);
            const double liver = t.masks.at("liver").volumeMl();
            QVERIFY2(liver > 1200 && liver < 2100, qPrintable(QString::number(liver)));
            QVERIFY(t.trees.at("portal_vein").tips() >= 15);
            QVERIFY(t.trees.at("hepatic_vein").tips() >= 15);
        }
    }

    void sidesAreRight()
    {
        const auto& m = middle().masks;
        const double middleX = m.at("skin").centroid().x();
        for (const char* right : {"liver", "gallbladder", "kidney_right", "lung_right", "vena_cava", "liver_lesion_1"})
            QVERIFY2(m.at(right).centroid().x() < middleX - 5, right);
        for (const char* left : {"spleen", "stomach", "kidney_left", "lung_left", "kidney_tumour", "heart", "aorta"})
            QVERIFY2(m.at(left).centroid().x() > middleX + 5, left);
        QVERIFY(m.at("heart").centroid().z() > m.at("liver").centroid().z());
        QVERIFY(m.at("liver").centroid().z() > m.at("kidney_right").centroid().z());
        QVERIFY(m.at("vertebra").centroid().y() > m.at("aorta").centroid().y());
        QVERIFY(m.at("sternum").centroid().y() < m.at("heart").centroid().y());
    }

    void masksDoNotOverlap()
    {
        const auto& m = middle().masks;
        const char* apart[] = {"rib",         "vertebra",     "sternum",        "pelvis",      "lung_left",
                               "lung_right",  "heart",        "liver",          "gallbladder", "spleen",
                               "kidney_left", "aorta",        "kidney_right",   "pancreas",    "stomach",
                               "colon",       "vena_cava",    "duodenum",       "muscle",      "small_bowel",
                               "oesophagus",  "splenic_vein", "renal_vein_left"};
        const Grid& grid = middle().ct.grid();
        std::vector<std::uint8_t> taken(grid.voxels());
        for (const char* key : apart) {
            const Mask& mask = m.at(key);
            const std::vector<std::uint8_t> full = mask.full();
            for (std::size_t n = 0; n < full.size(); ++n) {
                QVERIFY2(!(full[n] && taken[n]), key);
                taken[n] |= full[n];
            }
        }
        const std::vector<std::uint8_t> skin = m.at("skin").full();
        for (std::size_t n = 0; n < skin.size(); ++n)
            QVERIFY(skin[n] || !taken[n]);
        QCOMPARE(m.at("bone").count(),
                 m.at("rib").count() + m.at("vertebra").count() + m.at("sternum").count() + m.at("pelvis").count());
        QCOMPARE(intersect(m.at("kidney_tumour"), m.at("kidney_left")).count(), m.at("kidney_tumour").count());
        for (const char* vessel : {"portal_vein", "hepatic_vein"})
            QVERIFY(static_cast<double>(intersect(m.at(vessel), m.at("liver")).count()) >
                    0.5 * static_cast<double>(m.at(vessel).count()));
    }

    void bodyIsFreeOfTheBorder()
    {
        const Mask& skin = middle().masks.at("skin");
        const Grid& grid = skin.grid();
        QVERIFY(skin.box().min[0] > 4 && skin.box().min[1] > 4);
        QVERIFY(skin.box().max[0] < grid.size[0] - 4 && skin.box().max[1] < grid.size[1] - 4);
        // Filled: gas inside counts, so each row is one run.
        for (int k = 0; k < grid.size[2]; k += 20)
            for (int j = 0; j < grid.size[1]; ++j) {
                int runs = 0;
                for (int i = 1; i < grid.size[0]; ++i)
                    runs += skin.at(i, j, k) && !skin.at(i - 1, j, k);
                QVERIFY(runs <= 1);
            }
    }

    void lesionsAreWhole()
    {
        const Torso& t = middle();
        std::set<std::string> keys;
        for (const auto& [key, exact] : t.exactVolumesMl) {
            keys.insert(key);
            const double measured = t.masks.at(key).volumeMl();
            QVERIFY2(std::abs(measured - exact) < 0.02 * exact,
                     qPrintable(QString("%1: %2 of %3 mL").arg(QString::fromStdString(key)).arg(measured).arg(exact)));
        }
        QCOMPARE(keys, (std::set<std::string>{"kidney_tumour", "liver_lesion_1", "liver_lesion_2", "liver_lesion_3"}));
        for (const char* key : {"liver_lesion_1", "liver_lesion_2", "liver_lesion_3"})
            QCOMPARE(intersect(t.masks.at(key), t.masks.at("liver")).count(), t.masks.at(key).count());
    }

    void lesionsAreWhereTheirStoryIs()
    {
        const Torso& t = middle();
        const auto crosses = [&](const Vec3& from, const Vec3& direction, const char* key) {
            for (double d = 0; d < 250; d += 0.5)
                if (t.masks.at(key).contains(from + d * direction))
                    return true;
            return false;
        };
        // 1: from the side there is a needle path through liver and wall alone, between ribs.
        const Vec3 low = t.masks.at("liver_lesion_1").centroid();
        bool free = false;
        for (double tilt = -0.35; tilt <= 0.35; tilt += 0.05) {
            const Vec3 d = Vec3(-1, 0, tilt).normalized();
            bool blocked = false;
            for (const char* key : {"bone", "lung_right", "colon", "gallbladder", "kidney_right", "costal_cartilage"})
                blocked = blocked || crosses(low, d, key);
            free = free || !blocked;
        }
        QVERIFY(free);
        // 2: within 5 mm of a portal branch thicker than 2 mm in radius.
        const Vec3 central = t.masks.at("liver_lesion_2").centroid();
        const double radius = std::cbrt(t.exactVolumesMl.at("liver_lesion_2") * 1000 * 0.75 / M_PI);
        double gap = 1e9;
        for (const TreeNode& node : t.trees.at("portal_vein").nodes)
            if (node.radius > 2)
                gap = std::min(gap, (node.position - central).norm() - radius - node.radius);
        QVERIFY2(gap > 0 && gap < 5, qPrintable(QString::number(gap)));
        // 3: level with the lung, from the side and from above.
        const Vec3 high = t.masks.at("liver_lesion_3").centroid();
        QVERIFY(crosses(high, Vec3(-1, 0, 0), "lung_right"));
        QVERIFY(crosses(high, Vec3(0, 0, 1), "lung_right"));
    }

    void hounsfieldUnits_data()
    {
        QTest::addColumn<QString>("key");
        QTest::addColumn<double>("hu");
        const std::pair<const char*, double> rows[] = {
            {"liver", 110},         {"spleen", 120},        {"gallbladder", 10},   {"aorta", 150},
            {"vena_cava", 140},     {"liver_lesion_1", 60}, {"kidney_tumour", 90}, {"muscle", 55},
            {"liver_lesion_3", 60}, {"pancreas", 100},      {"liver_lesion_2", 60}};
        for (const auto& [key, hu] : rows)
            QTest::newRow(key) << QString(key) << hu;
    }

    void hounsfieldUnits()
    {
        QFETCH(QString, key);
        QFETCH(double, hu);
        const Torso& t = middle();
        const Moments m = core(t, key == "liver" ? parenchyma(t) : t.masks.at(key.toStdString()));
        QVERIFY(m.count > 100);
        QVERIFY2(std::abs(m.mean - hu) < 3, qPrintable(QString::number(m.mean)));
        // Correlated noise: few voxels say less about the deviation.
        if (m.count > 20000)
            QVERIFY2(std::abs(m.sd - 12) < 0.05 * 12, qPrintable(QString::number(m.sd)));
    }

    void noiseIsAsAsked()
    {
        TorsoOptions o = smallOptions();
        o.noiseHu = 0;
        const Torso clean = makeTorso(o, Job());
        o.noiseHu = 25;
        const Torso noisy = makeTorso(o, Job());
        QCOMPARE(clean.masks.at("liver").key(), noisy.masks.at("liver").key());
        const auto a = clean.ct.as<std::int16_t>(), b = noisy.ct.as<std::int16_t>();
        // Away from the ends of the scale.
        double squares = 0, along = 0, across = 0;
        std::int64_t n = 0;
        const Grid& g = clean.ct.grid();
        const auto off = [&](int i, int j, int k) { return double(b[g.offset(i, j, k)]) - a[g.offset(i, j, k)]; };
        for (int k = 0; k + 1 < g.size[2]; ++k)
            for (int j = 0; j < g.size[1]; ++j)
                for (int i = 0; i + 1 < g.size[0]; ++i) {
                    if (a[g.offset(i, j, k)] < -800 || a[g.offset(i + 1, j, k)] < -800 ||
                        a[g.offset(i, j, k + 1)] < -800)
                        continue;
                    squares += off(i, j, k) * off(i, j, k);
                    along += off(i, j, k) * off(i + 1, j, k);
                    across += off(i, j, k) * off(i, j, k + 1);
                    ++n;
                }
        QVERIFY(n > 100000);
        QVERIFY(std::abs(std::sqrt(squares / n) - 25) < 1.25);
        // White noise smoothed by a Gaussian of s pixels has the correlation exp(-1/(4 s^2)) at one pixel.
        QVERIFY(std::abs(along / squares - std::exp(-1 / (4 * 0.8 * 0.8))) < 0.03);
        QVERIFY(std::abs(across / squares) < 0.02);
    }

    void partialVolumeIsMeanConserving()
    {
        // The clean CT's sum over the kidney tumour's surroundings differs from that of a finer one by little.
        TorsoOptions o = smallOptions();
        o.noiseHu = 0;
        const Torso coarse = makeTorso(o, Job());
        const Torso& fine = middle();
        const auto mean = [](const Torso& t) {
            double sum = 0;
            std::int64_t n = 0;
            const Grid& g = t.ct.grid();
            for (int k = 0; k < g.size[2]; ++k)
                for (int j = 0; j < g.size[1]; ++j)
                    for (int i = 0; i < g.size[0]; ++i) {
                        const Vec3 p = g.toPatient(i, j, k);
                        if (std::abs(p.x()) < 120 && std::abs(p.y()) < 70 && std::abs(p.z()) < 120) {
                            sum += t.ct.at(i, j, k);
                            ++n;
                        }
                    }
            return sum / static_cast<double>(n);
        };
        QVERIFY2(std::abs(mean(coarse) - mean(fine)) < 4,
                 qPrintable(QString("%1 %2").arg(mean(coarse)).arg(mean(fine))));
    }

    void treesFollowMurray()
    {
        for (const char* key : {"portal_vein", "hepatic_vein"}) {
            const Tree& tree = middle().trees.at(key);
            checkTree(tree);
            std::vector<std::vector<int>> children(tree.nodes.size());
            for (int n = 0; n < static_cast<int>(tree.nodes.size()); ++n)
                if (tree.nodes[n].parent >= 0)
                    children[tree.nodes[n].parent].push_back(n);
            int forks = 0;
            for (std::size_t n = 0; n < children.size(); ++n) {
                const double r0 = std::pow(tree.nodes[n].radius, 3);
                double sum = 0;
                for (int c : children[n])
                    sum += std::pow(tree.nodes[c].radius, 3);
                if (children[n].size() >= 2) {
                    ++forks;
                    QVERIFY(std::abs(r0 - sum) < 1e-9 * r0);
                }
                QVERIFY(children[n].size() <= 2 && sum <= r0 * (1 + 1e-9));
            }
            QVERIFY(forks > 15);
        }
    }

    void treesLieInTheirMasks()
    {
        const Torso& t = middle();
        for (const char* key : {"portal_vein", "hepatic_vein", "splenic_vein", "renal_vein_left"}) {
            int inside = 0, all = 0;
            for (const TreeNode& node : t.trees.at(key).nodes) {
                ++all;
                // Side branches begin inside the vessel they join.
                inside += t.masks.at(key).contains(node.position) ||
                          t.masks.at("portal_vein").contains(node.position) ||
                          t.masks.at("vena_cava").contains(node.position);
            }
            // The grid is 1.5 mm and the thinnest branches 1.15 mm in radius: a few nodes fall beside a voxel's centre.
            QVERIFY2(inside > 0.93 * all, qPrintable(QString("%1: %2 of %3").arg(key).arg(inside).arg(all)));
        }
        for (const char* key : {"aorta", "vena_cava"})
            for (const TreeNode& node : t.trees.at(key).nodes)
                if (std::abs(node.position.z()) < 100)
                    QVERIFY2(t.masks.at(key).contains(node.position), key);
    }

    void breathingIsSmoothAndBounded()
    {
        const TorsoOptions o;
        double up = 0, back = 0;
        const double h = 0.01;
        for (double z = -190; z <= 190; z += 11)
            for (double y = -130; y <= 130; y += 6.5)
                for (double x = -180; x <= 180; x += 9) {
                    const Vec3 p(x, y, z), u = breathingDisplacement(o, p);
                    up = std::max(up, u.z());
                    back = std::max(back, u.y());
                    QVERIFY(u.z() >= 0 && u.y() >= 0 && u.x() == 0);
                    Mat3 j = Mat3::Identity();
                    for (int a = 0; a < 3; ++a)
                        j.col(a) += (breathingDisplacement(o, p + h * Vec3::Unit(a)) -
                                     breathingDisplacement(o, p - h * Vec3::Unit(a))) /
                                    (2 * h);
                    const double det = j.determinant();
                    QVERIFY2(det > 0.5 && det < 2, qPrintable(QString::number(det)));
                }
        QVERIFY2(up > 13.5 && up <= 15, qPrintable(QString::number(up)));
        QVERIFY2(back > 3 && back <= 4, qPrintable(QString::number(back)));
        const Mask& skin = middle().masks.at("skin");
        const Grid& g = skin.grid();
        for (int k = 0; k < g.size[2]; k += 10)
            for (int j = 1; j < g.size[1]; ++j)
                for (int i = 1; i < g.size[0]; ++i)
                    if (skin.at(i, j, k) != skin.at(i - 1, j, k) || skin.at(i, j, k) != skin.at(i, j - 1, k))
                        QVERIFY(breathingDisplacement(o, g.toPatient(i, j, k)).norm() < 0.5);
        for (double z = -150; z < 150; z += 10)
            QCOMPARE(breathingDisplacement(o, Vec3(0, 48, z)).norm(), 0.0);
    }

    void exhaleCarriesTheMasks()
    {
        TorsoOptions o = smallOptions();
        o.size = 192;
        o.pixelSpacing = 2;
        o.sliceSpacing = 2;
        const Torso in = makeTorso(o, Job());
        o.exhale = true;
        const Torso out = makeTorso(o, Job());
        QCOMPARE(in.masks.at("skin").key(), out.masks.at("skin").key());
        for (const char* key : {"liver", "liver_lesion_3", "kidney_right", "spleen"}) {
            const Mask& a = in.masks.at(key);
            const Grid& g = a.grid();
            Vec3 expected = Vec3::Zero();
            for (int k = a.box().min[2]; k < a.box().max[2]; ++k)
                for (int j = a.box().min[1]; j < a.box().max[1]; ++j)
                    for (int i = a.box().min[0]; i < a.box().max[0]; ++i)
                        if (a.at(i, j, k))
                            expected += breathingDisplacement(o, g.toPatient(i, j, k));
            expected /= static_cast<double>(a.count());
            const Vec3 moved = out.masks.at(key).centroid() - a.centroid();
            QVERIFY(expected.z() > 1);
            // Tissue is stretched as well as moved, which shifts a centroid a little.
            QVERIFY2((moved - expected).norm() < 1.0,
                     qPrintable(QString("%1 %2 %3").arg(key).arg(moved.z()).arg(expected.z())));
        }
        int inside = 0;
        const Tree& portal = out.trees.at("portal_vein");
        for (const TreeNode& node : portal.nodes)
            inside +=
                out.masks.at("liver").contains(node.position) || out.masks.at("portal_vein").contains(node.position);
        QVERIFY(inside > 0.97 * static_cast<double>(portal.nodes.size()));
        QVERIFY(out.exactVolumesMl.empty());
    }

    void refusesNonsense()
    {
        const auto refuses = [](auto&& change) {
            TorsoOptions o = smallOptions();
            change(o);
            try {
                makeTorso(o, Job());
            } catch (const Error& e) {
                return e.code() == ErrorCode::BadInput && !e.advice().empty();
            }
            return false;
        };
        QVERIFY(refuses([](auto& o) { o.size = 0; }));
        QVERIFY(refuses([](auto& o) { o.size = 100000; }));
        QVERIFY(refuses([](auto& o) { o.slices = -1; }));
        QVERIFY(refuses([](auto& o) { o.pixelSpacing = std::nan(""); }));
        QVERIFY(refuses([](auto& o) { o.sliceSpacing = 0; }));
        QVERIFY(refuses([](auto& o) { o.noiseHu = -1; }));
    }

    void stops()
    {
        std::stop_source source;
        source.request_stop();
        try {
            makeTorso(smallOptions(), Job(source.get_token()));
            QFAIL("was not stopped");
        } catch (const Error& e) {
            QCOMPARE(e.code(), ErrorCode::Cancelled);
        }
    }
};

QTEST_GUILESS_MAIN(TestTorso)
#include "tst_torso.moc"
