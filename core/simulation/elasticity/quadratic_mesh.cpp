#include "core/simulation/elasticity/quadratic_mesh.h"

#include "core/base/error.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace pollux::elasticity {

HexPlaces QuadraticMesh::places(std::size_t element) const
{
    HexPlaces out;
    for (int a = 0; a < kHexNodes; ++a)
        out.col(a) = nodes[static_cast<std::size_t>(elements[element][static_cast<std::size_t>(a)])];
    return out;
}

std::size_t QuadraticMesh::nodeAt(const Vec3& place, double tolerance) const
{
    for (std::size_t n = 0; n < nodes.size(); ++n)
        if ((nodes[n] - place).norm() <= tolerance)
            return n;
    throw Error(ErrorCode::NotFound, "The mesh has no node at this place.", "Take the place of a node.");
}

void QuadraticMesh::check() const
{
    if (elements.empty() || elements.size() > static_cast<std::size_t>(kMostQuadraticElements))
        throw Error(ErrorCode::BadInput, "The mesh has no elements, or too many.", "Take fewer and larger elements.");
    for (const Vec3& p : nodes)
        if (!p.allFinite())
            throw Error(ErrorCode::BadInput, "A node of the mesh is not at a finite place.",
                        "Look at what made the mesh.");
    for (std::size_t e = 0; e < elements.size(); ++e) {
        for (int n : elements[e])
            if (n < 0 || static_cast<std::size_t>(n) >= nodes.size())
                throw Error(ErrorCode::BadInput, "An element names a node that is not there.",
                            "Look at what made the mesh.");
        const HexPlaces at = places(e);
        // Not at the corners: one in MacNeal and Harder's own patch is bent over there.
        for (Integration i : {Integration::Full, Integration::Reduced})
            for (const GaussPoint& g : gaussPoints(i))
                hexStrain(at, g.at);
    }
}

QuadraticMesh mappedBlock(const Index3& n, const Mapping& place)
{
    if (std::min({n[0], n[1], n[2]}) < 1 || double(n[0]) * n[1] * n[2] > double(kMostQuadraticElements))
        throw Error(ErrorCode::BadInput, "The block has no elements, or too many.", "Take fewer and larger elements.");
    QuadraticMesh mesh;
    // Twice as fine as the elements; only corners and middles of edges are nodes.
    const auto row = static_cast<std::size_t>(2 * n[0] + 1), plane = row * static_cast<std::size_t>(2 * n[1] + 1);
    const auto at = [&](int i, int j, int k) {
        return static_cast<std::size_t>(i) + row * static_cast<std::size_t>(j) + plane * static_cast<std::size_t>(k);
    };
    std::vector<int> number(plane * static_cast<std::size_t>(2 * n[2] + 1), -1);
    for (int k = 0; k <= 2 * n[2]; ++k)
        for (int j = 0; j <= 2 * n[1]; ++j)
            for (int i = 0; i <= 2 * n[0]; ++i)
                if (i % 2 + j % 2 + k % 2 < 2) {
                    number[at(i, j, k)] = static_cast<int>(mesh.nodes.size());
                    mesh.nodes.push_back(place(Vec3(i / (2.0 * n[0]), j / (2.0 * n[1]), k / (2.0 * n[2]))));
                }
    for (int k = 0; k < n[2]; ++k)
        for (int j = 0; j < n[1]; ++j)
            for (int i = 0; i < n[0]; ++i) {
                std::array<int, kHexNodes> element{};
                for (int a = 0; a < kHexNodes; ++a) {
                    const Vec3 p = hexNodePlace(a);
                    element[static_cast<std::size_t>(a)] =
                        number[at(2 * i + 1 + int(p.x()), 2 * j + 1 + int(p.y()), 2 * k + 1 + int(p.z()))];
                }
                mesh.elements.push_back(element);
            }
    mesh.check();
    return mesh;
}

QuadraticMesh joined(std::span<const QuadraticMesh> parts, double tolerance)
{
    if (!(tolerance > 0) || !std::isfinite(tolerance) || parts.empty())
        throw Error(ErrorCode::BadInput, "There is nothing to join, or no distance below which nodes are one.",
                    "Give a small part of the shortest edge.");
    QuadraticMesh out;
    // Cells of the tolerance: a node's twin lies in its cell or beside it.
    std::map<std::array<std::int64_t, 3>, std::vector<int>> cells;
    const auto twin = [&](const Vec3& p) {
        std::array<std::int64_t, 3> cell{};
        for (std::size_t c = 0; c < 3; ++c) {
            const double q = std::floor(p[static_cast<Eigen::Index>(c)] / tolerance);
            if (!(std::fabs(q) < 1e15))
                throw Error(ErrorCode::BadInput, "The distance below which nodes are one is too small for the mesh.",
                            "Give a small part of the shortest edge.");
            cell[c] = static_cast<std::int64_t>(q);
        }
        for (std::int64_t k = -1; k <= 1; ++k)
            for (std::int64_t j = -1; j <= 1; ++j)
                for (std::int64_t i = -1; i <= 1; ++i)
                    if (const auto found = cells.find({cell[0] + i, cell[1] + j, cell[2] + k}); found != cells.end())
                        for (int n : found->second)
                            if ((out.nodes[static_cast<std::size_t>(n)] - p).norm() <= tolerance)
                                return n;
        cells[cell].push_back(static_cast<int>(out.nodes.size()));
        out.nodes.push_back(p);
        return static_cast<int>(out.nodes.size()) - 1;
    };
    for (const QuadraticMesh& part : parts) {
        part.check();
        std::vector<int> number;
        for (const Vec3& p : part.nodes)
            number.push_back(twin(p));
        for (std::array<int, kHexNodes> element : part.elements) {
            for (int& n : element)
                n = number[static_cast<std::size_t>(n)];
            auto different = element;
            std::sort(different.begin(), different.end());
            if (std::adjacent_find(different.begin(), different.end()) != different.end())
                throw Error(ErrorCode::BadInput, "The distance below which nodes are one is larger than an element.",
                            "Give a small part of the shortest edge.");
            out.elements.push_back(element);
        }
    }
    out.check();
    return out;
}

std::vector<ElementFace> outerFaces(const QuadraticMesh& mesh, const Where& where)
{
    const auto corners = [&](std::size_t e, int face) {
        std::array<int, 4> out{};
        for (std::size_t a = 0; a < 4; ++a)
            out[a] = mesh.elements[e][static_cast<std::size_t>(hexFaceNodes(face)[a])];
        std::sort(out.begin(), out.end());
        return out;
    };
    std::map<std::array<int, 4>, int> owners;
    for (std::size_t e = 0; e < mesh.elements.size(); ++e)
        for (int f = 0; f < kHexFaces; ++f)
            ++owners[corners(e, f)];
    std::vector<ElementFace> out;
    for (std::size_t e = 0; e < mesh.elements.size(); ++e)
        for (int f = 0; f < kHexFaces; ++f) {
            const auto& nodes = hexFaceNodes(f);
            if (owners[corners(e, f)] == 1 && std::all_of(nodes.begin(), nodes.end(), [&](int a) {
                    return where(mesh.nodes[static_cast<std::size_t>(mesh.elements[e][static_cast<std::size_t>(a)])]);
                }))
                out.push_back({e, f});
        }
    return out;
}

} // namespace pollux::elasticity
