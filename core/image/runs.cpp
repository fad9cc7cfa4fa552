#include "core/image/runs.h"

#include <algorithm>
#include <cstring>

namespace pollux {

namespace {

std::int32_t rootOf(std::vector<std::int32_t>& parent, std::int32_t x)
{
    while (parent[x] != x) {
        parent[x] = parent[parent[x]];
        x = parent[x];
    }
    return x;
}

} // namespace

RunParts::RunParts(std::span<const std::uint8_t> voxels, const Index3& size, Neighbours neighbours, bool ofZeros,
                   const Job& job)
    : m_size(size)
{
    const std::int64_t rows = std::int64_t(size[1]) * size[2];
    const int n = size[0];
    m_rowStart.reserve(rows + 1);
    std::vector<std::int32_t> parent;
    const bool all = neighbours == Neighbours::All;
    const int reach = all ? 1 : 0;

    // Joins the runs of two rows that touch; with 26 neighbours one voxel of gap along i still touches.
    const auto join = [&](std::int64_t rowA, std::int64_t rowB) {
        std::int64_t a = m_rowStart[rowA], b = m_rowStart[rowB];
        const std::int64_t endA = m_rowStart[rowA + 1], endB = static_cast<std::int64_t>(m_runs.size());
        while (a < endA && b < endB) {
            const Run& ra = m_runs[a];
            const Run& rb = m_runs[b];
            if (ra.begin < rb.end + reach && rb.begin < ra.end + reach) {
                const std::int32_t x = rootOf(parent, static_cast<std::int32_t>(a));
                const std::int32_t y = rootOf(parent, static_cast<std::int32_t>(b));
                if (x != y)
                    parent[std::max(x, y)] = std::min(x, y);
            }
            ra.end < rb.end ? ++a : ++b;
        }
    };

    for (int k = 0; k < size[2]; ++k) {
        job.checkStop();
        for (int j = 0; j < size[1]; ++j) {
            const std::int64_t row = std::int64_t(k) * size[1] + j;
            m_rowStart.push_back(static_cast<std::int64_t>(m_runs.size()));
            const std::uint8_t* v = voxels.data() + row * n;
            int i = 0;
            while (i < n) {
                if (!ofZeros && v[i] == 0) {
                    // Eight empty voxels at a time: most of a box is empty.
                    std::uint64_t eight = 0;
                    while (i + 8 <= n && (std::memcpy(&eight, v + i, 8), eight == 0))
                        i += 8;
                    while (i < n && v[i] == 0)
                        ++i;
                    continue;
                }
                if (ofZeros && v[i] != 0) {
                    ++i;
                    continue;
                }
                const int begin = i;
                while (i < n && (v[i] == 0) == ofZeros)
                    ++i;
                parent.push_back(static_cast<std::int32_t>(m_runs.size()));
                m_runs.push_back({static_cast<std::int32_t>(row), begin, i, 0});
            }
            if (j > 0)
                join(row - 1, row);
            if (k > 0) {
                join(row - size[1], row);
                if (all && j > 0)
                    join(row - size[1] - 1, row);
                if (all && j + 1 < size[1])
                    join(row - size[1] + 1, row);
            }
        }
    }
    m_rowStart.push_back(static_cast<std::int64_t>(m_runs.size()));

    // Parts are numbered by their first voxel, so the result does not depend on the order of joins.
    std::vector<std::int32_t> number(m_runs.size(), -1);
    for (size_t r = 0; r < m_runs.size(); ++r) {
        if (r % 65536 == 0)
            job.checkStop();
        const std::int32_t root = rootOf(parent, static_cast<std::int32_t>(r));
        if (number[root] < 0) {
            number[root] = static_cast<std::int32_t>(m_parts.size());
            m_parts.emplace_back();
            m_parts.back().box = {{size[0], size[1], size[2]}, {0, 0, 0}};
        }
        Run& run = m_runs[r];
        run.part = number[root];
        Part& part = m_parts[run.part];
        const int j = run.row % size[1], k = run.row / size[1];
        part.voxels += run.end - run.begin;
        part.box.min = {std::min(part.box.min[0], run.begin), std::min(part.box.min[1], j),
                        std::min(part.box.min[2], k)};
        part.box.max = {std::max(part.box.max[0], run.end), std::max(part.box.max[1], j + 1),
                        std::max(part.box.max[2], k + 1)};
        part.touchesFaces |=
            run.begin == 0 || run.end == size[0] || j == 0 || j == size[1] - 1 || k == 0 || k == size[2] - 1;
    }
}

std::int32_t RunParts::partAt(int i, int j, int k) const
{
    if (i < 0 || j < 0 || k < 0 || i >= m_size[0] || j >= m_size[1] || k >= m_size[2])
        return -1;
    const std::int64_t row = std::int64_t(k) * m_size[1] + j;
    const auto first = m_runs.begin() + m_rowStart[row], last = m_runs.begin() + m_rowStart[row + 1];
    const auto it = std::upper_bound(first, last, i, [](int x, const Run& r) { return x < r.end; });
    return it != last && it->begin <= i ? it->part : -1;
}

void RunParts::paint(const std::vector<std::uint8_t>& keep, std::uint8_t value, std::vector<std::uint8_t>& out) const
{
    for (const Run& run : m_runs)
        if (keep[run.part])
            std::memset(&out[std::int64_t(run.row) * m_size[0] + run.begin], value, run.end - run.begin);
}

} // namespace pollux
