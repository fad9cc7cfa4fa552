#include "core/anatomy/leg_bones.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace pollux::anatomy {

namespace {

// Lengths in mm and sizes by which bones are told; all of them choices set up on three studies and phantoms.
constexpr double kEdge = 30;           ///< from the edge of the image to where a shaft ends at the latest
constexpr double kSlab = 4;            ///< height in which a shaft's section is taken
constexpr double kNextBelow = 12;      ///< a joint's gap is thinner
constexpr double kLeastHit = 60;       ///< mm^2 of a bone that lies right under another one
constexpr double kPastFibula = 10;     ///< the tibia ends no further below the tip of the fibula
constexpr double kPastCondyles = 60;   ///< nor the femur below its widest section
constexpr double kBeforeFemur = 12;    ///< the patella's middle lies in front of the condyles' middle by more
constexpr double kFoot = 70;           ///< height of the foot and of the end of the tibia
constexpr double kLeastTalus = 400;    ///< mm^2, section of a talus
constexpr double kWaist = 0.8;         ///< section in a joint as a share of those above and below
constexpr double kDistal = 60;         ///< height of the condyles
constexpr double kTipMost = 8000;      ///< mm^3 of the tip of the fibula where a thin cortex broke it off
constexpr double kTalusMost = 55000;   ///< mm^3; a larger one has another bone with it
constexpr double kPatellaMost = 60000; ///< mm^3

class Leg
{
public:
    Leg(BoneParts& parts, std::vector<PartFacts> facts, int side, const LegBoneOptions& options,
        std::vector<UnpartedBones>& unparted, const Job& job)
        : m_parts(parts), m_facts(std::move(facts)), m_side(side), m_options(options), m_unparted(unparted), m_job(job)
    {
        m_h = parts.grid().spacing[0];
    }

    std::vector<NamedBone> ankle()
    {
        splitShafts(true);
        partFromTalus();
        const std::vector<std::int32_t> shafts = shaftsAt(true);
        const std::int32_t tibia = shafts.empty() ? 0 : shafts[0];
        const std::int32_t fibula = shafts.size() > 1 ? shafts[1] : 0;
        name("tibia", tibia);
        name("fibula", fibula);
        if (tibia == 0)
            return m_named;
        if (m_unparted.empty() && fibula != 0 && low(fibula) - low(tibia) > kPastFibula / m_h)
            m_unparted.push_back({"tibia", "talus", m_side, lowest(tibia)});
        std::int32_t talus = 0;
        double most = kLeastHit;
        for (const auto& [label, area] : below(tibia))
            if (label != fibula && area > most) {
                most = area;
                talus = label;
            }
        name("talus", talus);
        if (talus != 0) {
            // The heel: behind and below the talus, and the largest there.
            std::int32_t heel = 0;
            for (const auto& [label, area] : below(talus))
                if (!isNamed(label) && area > kLeastHit && facts(label).centroid.y() > facts(talus).centroid.y() - 5 &&
                    (heel == 0 || facts(label).voxels > facts(heel).voxels))
                    heel = label;
            name("calcaneus", heel);
            const bool large = double(facts(talus).voxels) * m_parts.grid().voxelVolume() > kTalusMost;
            if (heel == 0 && (large || low(talus) > 0))
                m_unparted.push_back({"talus", "calcaneus", m_side, lowest(talus)});
            else if (large)
                m_unparted.push_back({"talus", "bone", m_side, facts(talus).centroid});
        }
        if (fibula != 0)
            joinTip(fibula);
        NamedBone rest{"bone", m_side, {}};
        for (const PartFacts& f : m_facts)
            if (!isNamed(f.label) && f.centroid.z() < lowest(tibia).z() + 15)
                rest.labels.push_back(f.label);
        if (!rest.labels.empty())
            m_named.push_back(rest);
        return m_named;
    }

    std::vector<NamedBone> knee()
    {
        splitShafts(true);
        std::vector<std::int32_t> shafts = shaftsAt(true);
        const std::int32_t femur = shafts.empty() ? 0 : shafts[0];
        name("femur", femur);
        if (femur == 0)
            return m_named;
        partFromTibia(femur);
        std::int32_t tibia = 0;
        double most = kLeastHit;
        for (const auto& [label, area] : below(femur))
            if (area > most) {
                most = area;
                tibia = label;
            }
        name("tibia", tibia);
        const Vec3 condyles = lowerMiddle(femur);
        std::int32_t patella = 0, fibula = 0;
        for (const PartFacts& f : m_facts) { // by size
            if (isNamed(f.label))
                continue;
            if (patella == 0 && f.centroid.y() < condyles.y() - kBeforeFemur &&
                std::abs(f.centroid.z() - condyles.z()) < 2 * kDistal &&
                double(f.voxels) * m_parts.grid().voxelVolume() < kPatellaMost)
                patella = f.label;
            else if (fibula == 0 && tibia != 0 && f.centroid.z() < lowest(femur).z() &&
                     f.centroid.y() > facts(tibia).centroid.y() - 10)
                fibula = f.label;
        }
        name("fibula", fibula);
        name("patella", patella);
        return m_named;
    }

    std::vector<NamedBone> hip()
    {
        const std::vector<std::int32_t> shafts = shaftsAt(false);
        const std::int32_t femur = shafts.empty() ? 0 : shafts[0];
        name("femur", femur);
        NamedBone pelvis{"pelvis", m_side, {}};
        for (const PartFacts& f : m_facts)
            if (!isNamed(f.label))
                pelvis.labels.push_back(f.label);
        if (!pelvis.labels.empty())
            m_named.push_back(pelvis);
        else if (femur != 0 && (facts(femur).box.size(0)) * m_h > 150)
            m_unparted.push_back({"femur", "pelvis", m_side, facts(femur).centroid});
        return m_named;
    }

private:
    const PartFacts& facts(std::int32_t label) const
    {
        return *std::find_if(m_facts.begin(), m_facts.end(), [&](const auto& f) { return f.label == label; });
    }
    bool has(std::int32_t label) const
    {
        return std::any_of(m_facts.begin(), m_facts.end(), [&](const auto& f) { return f.label == label; });
    }
    bool isNamed(std::int32_t label) const
    {
        return std::any_of(m_named.begin(), m_named.end(), [&](const auto& n) {
            return std::find(n.labels.begin(), n.labels.end(), label) != n.labels.end();
        });
    }
    void name(const std::string& anatomy, std::int32_t label)
    {
        if (label != 0)
            m_named.push_back({anatomy, m_side, {label}});
    }
    int low(std::int32_t label) const { return facts(label).box.min[2]; }

    void joinTip(std::int32_t fibula)
    {
        for (const auto& [label, area] : below(fibula))
            if (!isNamed(label) && area > m_options.distinct &&
                double(facts(label).voxels) * m_parts.grid().voxelVolume() < kTipMost)
                for (NamedBone& n : m_named)
                    if (n.labels[0] == fibula)
                        n.labels.push_back(label);
    }

    template <class F>
    void each(std::int32_t label, const IndexBox& box, F&& visit) const
    {
        const Grid& grid = m_parts.grid();
        for (int k = box.min[2]; k < box.max[2]; ++k) {
            m_job.checkStop();
            for (int j = box.min[1]; j < box.max[1]; ++j)
                for (int i = box.min[0]; i < box.max[0]; ++i)
                    if (m_parts.labels[grid.offset(i, j, k)] == label)
                        visit(i, j, k);
        }
    }
    Vec3 middle(std::int32_t label, int from, int to) const
    {
        IndexBox box = facts(label).box;
        box.min[2] = std::max(box.min[2], from);
        box.max[2] = std::min(box.max[2], to);
        Vec3 sum = Vec3::Zero();
        std::int64_t count = 0;
        each(label, box, [&](int i, int j, int k) {
            sum += Vec3(i, j, k);
            ++count;
        });
        return m_parts.grid().toPatient(sum / double(std::max<std::int64_t>(1, count)));
    }
    Vec3 lowest(std::int32_t label) const { return middle(label, low(label), low(label) + 2); }
    Vec3 lowerMiddle(std::int32_t label) const { return middle(label, low(label), low(label) + int(kDistal / m_h)); }

    /// Slices [first, last) in which shafts are looked for: where the leg begins (or ends).
    std::pair<int, int> slab(bool top) const
    {
        int from = m_parts.grid().size[2], to = 0;
        for (const PartFacts& f : m_facts) {
            from = std::min(from, f.box.min[2]);
            to = std::max(to, f.box.max[2]);
        }
        const int n = std::max(1, int(kSlab / m_h));
        return top ? std::pair{std::max(from, to - n), to} : std::pair{from, std::min(to, from + n)};
    }

    /// Labels with a section in that slab, the largest first.
    std::vector<std::int32_t> shaftsAt(bool top) const
    {
        const auto [from, to] = slab(top);
        std::vector<std::pair<double, std::int32_t>> found;
        const int edge = int(kEdge / m_h);
        if (top ? to < m_parts.grid().size[2] - edge : from > edge)
            return {};
        for (const PartFacts& f : m_facts) {
            IndexBox box = f.box;
            box.min[2] = std::max(box.min[2], from);
            box.max[2] = std::min(box.max[2], to);
            std::int64_t count = 0;
            each(f.label, box, [&](int, int, int) { ++count; });
            const double area = double(count) / std::max(1, to - from) * m_h * m_h;
            if (area >= m_options.distinct)
                found.push_back({area, f.label});
        }
        std::stable_sort(found.begin(), found.end(), [](const auto& a, const auto& b) { return a.first > b.first; });
        std::vector<std::int32_t> out;
        for (const auto& [area, label] : found)
            out.push_back(label);
        return out;
    }

    /// Voxels of the label's separate sections in one slice, those of at least the distinct area, largest first.
    std::vector<std::vector<std::int64_t>> sections(std::int32_t label, int k) const
    {
        const Grid& grid = m_parts.grid();
        std::vector<std::vector<std::int64_t>> out;
        std::vector<std::uint8_t> seen(std::size_t(grid.size[0]) * grid.size[1], 0);
        IndexBox box = facts(label).box;
        box.min[2] = k;
        box.max[2] = k + 1;
        each(label, box, [&](int i0, int j0, int) {
            if (seen[j0 * std::size_t(grid.size[0]) + i0])
                return;
            std::vector<std::pair<int, int>> stack{{i0, j0}};
            seen[j0 * std::size_t(grid.size[0]) + i0] = 1;
            std::vector<std::int64_t> section;
            while (!stack.empty()) {
                const auto [i, j] = stack.back();
                stack.pop_back();
                section.push_back(grid.offset(i, j, k));
                for (int dj = -1; dj <= 1; ++dj)
                    for (int di = -1; di <= 1; ++di)
                        if (grid.contains(i + di, j + dj, k) && !seen[(j + dj) * std::size_t(grid.size[0]) + i + di] &&
                            m_parts.labels[grid.offset(i + di, j + dj, k)] == label) {
                            seen[(j + dj) * std::size_t(grid.size[0]) + i + di] = 1;
                            stack.emplace_back(i + di, j + dj);
                        }
            }
            if (double(section.size()) * m_h * m_h >= m_options.distinct)
                out.push_back(std::move(section));
        });
        std::stable_sort(out.begin(), out.end(), [](const auto& a, const auto& b) { return a.size() > b.size(); });
        return out;
    }

    void splitWith(std::int32_t label, const std::vector<std::vector<std::int64_t>>& seeds)
    {
        const std::vector<std::int32_t> labels = splitAgain(m_parts, label, seeds, m_job);
        const PartFacts old = facts(label);
        std::erase_if(m_facts, [&](const auto& f) { return f.label == label; });
        for (const std::int32_t l : labels) {
            PartFacts f;
            f.label = l;
            f.side = old.side;
            f.box = {old.box.max, old.box.min};
            Vec3 sum = Vec3::Zero();
            each(l, old.box, [&](int i, int j, int k) {
                const Index3 p{i, j, k};
                for (int a = 0; a < 3; ++a) {
                    f.box.min[a] = std::min(f.box.min[a], p[a]);
                    f.box.max[a] = std::max(f.box.max[a], p[a] + 1);
                }
                sum += Vec3(i, j, k);
                ++f.voxels;
            });
            if (f.voxels == 0)
                continue;
            f.centroid = m_parts.grid().toPatient(sum / double(f.voxels));
            m_facts.push_back(f);
        }
        std::stable_sort(m_facts.begin(), m_facts.end(),
                         [](const auto& a, const auto& b) { return a.voxels > b.voxels; });
    }

    /// Two shafts of one part where the image cuts the leg are two bones that touch further on.
    void splitShafts(bool top)
    {
        const auto [from, to] = slab(top);
        for (const std::int32_t label : shaftsAt(top)) {
            const auto seeds = sections(label, (from + to) / 2);
            if (seeds.size() > 1)
                splitWith(label, seeds);
        }
    }

    /// A femur that goes on below its condyles has the tibia with it.
    void partFromTibia(std::int32_t femur)
    {
        const PartFacts f = facts(femur);
        std::vector<std::int64_t> area(std::size_t(f.box.size(2)), 0);
        each(femur, f.box, [&](int, int, int k) { ++area[k - f.box.min[2]]; });
        const auto widest = std::max_element(area.begin(), area.end()) - area.begin();
        if (double(widest) * m_h < kPastCondyles)
            return;
        const Vec3 joint = middle(femur, f.box.min[2] + int(widest) - 1, f.box.min[2] + int(widest) + 1);
        const auto above = sections(femur, f.box.max[2] - 2), under = sections(femur, f.box.min[2] + 1);
        if (!above.empty() && !under.empty())
            splitWith(femur, {above[0], under[0]});
        m_unparted.push_back({"femur", "tibia", m_side, joint});
    }

    /// A tibia that gets wider again below its lower end has the talus with it.
    void partFromTalus()
    {
        const std::vector<std::int32_t> shafts = shaftsAt(true);
        if (shafts.empty())
            return;
        const std::int32_t tibia = shafts[0];
        const PartFacts f = facts(tibia);
        std::vector<double> area(std::size_t(f.box.size(2)), 0);
        each(tibia, f.box, [&](int, int, int k) { area[k - f.box.min[2]] += m_h * m_h; });
        const int reach = std::min(int(area.size()), int(kFoot / m_h));
        double under = 0, deepest = 1;
        int widest = 0, at = -1, below = 0;
        for (int k = 0; k < reach; ++k) {
            if (area[k] > under) {
                under = area[k];
                widest = k;
            }
            const double over = *std::max_element(area.begin() + k, area.begin() + reach);
            const double ratio = area[k] / std::max(1.0, std::min(under, over));
            if (under > kLeastTalus && ratio < kWaist && ratio < deepest) {
                deepest = ratio;
                at = k;
                below = widest;
            }
        }
        if (at < 0)
            return;
        const Vec3 joint = middle(tibia, f.box.min[2] + at, f.box.min[2] + at + 1);
        const auto upper = sections(tibia, f.box.max[2] - 2), lower = sections(tibia, f.box.min[2] + below);
        if (!upper.empty() && !lower.empty())
            splitWith(tibia, {upper[0], lower[0]});
        m_unparted.push_back({"tibia", "talus", m_side, joint});
    }

    /// Area (mm^2) of each label that is the next one under `label` within a joint's gap.
    std::map<std::int32_t, double> below(std::int32_t label) const
    {
        const Grid& grid = m_parts.grid();
        std::map<std::int32_t, double> out;
        const int reach = int(kNextBelow / m_h);
        each(label, facts(label).box, [&](int i, int j, int k) {
            for (int d = 1; d <= reach && k - d >= 0; ++d) {
                const std::int32_t next = m_parts.labels[grid.offset(i, j, k - d)];
                if (next == label)
                    return;
                if (next != 0) {
                    if (has(next))
                        out[next] += m_h * m_h;
                    return;
                }
            }
        });
        return out;
    }

    BoneParts& m_parts;
    std::vector<PartFacts> m_facts; ///< largest first
    int m_side;
    const LegBoneOptions& m_options;
    std::vector<UnpartedBones>& m_unparted;
    const Job& m_job;
    std::vector<NamedBone> m_named;
    double m_h = 1;
};

} // namespace

std::vector<NamedBone> nameLeg(BoneParts& parts, std::vector<PartFacts> leg, int side, const LegBoneOptions& options,
                               std::vector<UnpartedBones>& unparted, const Job& job)
{
    Leg l(parts, std::move(leg), side, options, unparted, job);
    switch (options.joint) {
    case LegJoint::Ankle:
        return l.ankle();
    case LegJoint::Knee:
        return l.knee();
    case LegJoint::Hip:
        break;
    }
    return l.hip();
}

} // namespace pollux::anatomy
