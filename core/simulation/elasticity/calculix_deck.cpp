#include "core/simulation/elasticity/calculix_deck.h"

#include "core/base/error.h"
#include "core/base/text.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <istream>
#include <map>
#include <ostream>
#include <sstream>

namespace pollux::elasticity {

namespace {

const char* keyword(CalculixSolver solver)
{
    switch (solver) {
    case CalculixSolver::IterativeCholesky:
        return "ITERATIVE CHOLESKY";
    case CalculixSolver::IterativeScaling:
        return "ITERATIVE SCALING";
    case CalculixSolver::Spooles:
        break;
    }
    return "SPOOLES";
}

} // namespace

std::string calculixNumber(double value)
{
    char text[32];
    return {text, std::to_chars(text, text + sizeof text, value, std::chars_format::scientific, 12).ptr};
}

void roundModuli(VoxelModel& model, int steps)
{
    double low = 0, high = 0;
    for (float e : model.modulus)
        if (e > 0) {
            low = low == 0 ? double(e) : std::min(low, double(e));
            high = std::max(high, double(e));
        }
    if (low == high)
        return;
    const double ratio = std::log(high / low) / (steps - 1);
    for (float& e : model.modulus)
        if (e > 0)
            e = float(low * std::exp(ratio * std::round(std::log(double(e) / low) / ratio)));
}

void writeCalculixDeck(std::ostream& out, const VoxelModel& model, std::span<const double> force, CalculixSolver solver,
                       std::string_view title)
{
    model.check();
    if (force.size() != 3 * model.nodes())
        throw Error(ErrorCode::BadInput, "There must be three forces a node.");
    std::map<float, std::vector<std::size_t>> materials;
    std::vector<std::uint8_t> used(model.nodes(), 0);
    const Index3& n = model.size;
    const auto corners = [&](int i, int j, int k) {
        std::array<std::size_t, 8> at{};
        constexpr int order[8] = {0, 1, 3, 2, 4, 5, 7, 6}; // counter-clockwise, lower face first
        for (std::size_t a = 0; a < 8; ++a)
            at[a] = model.node(i + (order[a] & 1), j + (order[a] >> 1 & 1), k + (order[a] >> 2));
        return at;
    };
    for (int k = 0; k < n[2]; ++k)
        for (int j = 0; j < n[1]; ++j)
            for (int i = 0; i < n[0]; ++i) {
                const std::size_t c = model.cube(i, j, k);
                if (model.modulus[c] == 0)
                    continue;
                materials[model.modulus[c]].push_back(c);
                for (std::size_t a : corners(i, j, k))
                    used[a] = 1;
            }
    if (materials.size() > kMostDeckMaterials)
        throw Error(ErrorCode::BadInput, "There are too many different moduli for a deck.", "Round them first.");

    out << "*HEADING\n" << title << "\n*NODE, NSET=ALL\n";
    for (int k = 0; k <= n[2]; ++k)
        for (int j = 0; j <= n[1]; ++j)
            for (int i = 0; i <= n[0]; ++i)
                if (const std::size_t a = model.node(i, j, k); used[a])
                    out << a + 1 << ',' << calculixNumber(i * model.edge) << ',' << calculixNumber(j * model.edge)
                        << ',' << calculixNumber(k * model.edge) << '\n';
    std::size_t set = 0;
    for (const auto& [e, cubes] : materials) {
        out << "*ELEMENT, TYPE=C3D8, ELSET=M" << ++set << '\n';
        for (std::size_t c : cubes) {
            const auto inLayer = static_cast<std::size_t>(n[0]) * static_cast<std::size_t>(n[1]);
            const auto row = static_cast<std::size_t>(n[0]);
            out << c + 1;
            for (std::size_t a : corners(int(c % row), int(c % inLayer / row), int(c / inLayer)))
                out << ',' << a + 1;
            out << '\n';
        }
        out << "*MATERIAL, NAME=M" << set << "\n*ELASTIC\n"
            << calculixNumber(double(e)) << ',' << calculixNumber(model.poisson) << "\n*SOLID SECTION, ELSET=M" << set
            << ", MATERIAL=M" << set << '\n';
    }
    out << "*BOUNDARY\n";
    for (std::size_t a = 0; a < model.nodes(); ++a)
        if (used[a])
            for (int c = 0; c < 3; ++c)
                if (model.held[a] >> c & 1)
                    out << a + 1 << ',' << c + 1 << ',' << c + 1 << '\n';
    out << "*STEP\n*STATIC, SOLVER=" << keyword(solver) << "\n*CLOAD\n";
    for (std::size_t a = 0; a < model.nodes(); ++a)
        if (used[a])
            for (std::size_t c = 0; c < 3; ++c)
                if (force[3 * a + c] != 0)
                    out << a + 1 << ',' << c + 1 << ',' << calculixNumber(force[3 * a + c]) << '\n';
    out << "*NODE PRINT, NSET=ALL\nU\n*END STEP\n";
}

std::vector<double> readCalculixDisplacements(std::istream& dat, const VoxelModel& model)
{
    std::vector<double> u(3 * model.nodes(), 0.0);
    bool any = false;
    std::string line;
    while (std::getline(dat, line)) {
        std::vector<std::string> words;
        std::istringstream in(line);
        for (std::string w; in >> w;)
            words.push_back(w);
        if (words.size() != 4)
            continue;
        const auto node = parseInt(words[0]);
        const auto x = parseDouble(words[1]), y = parseDouble(words[2]), z = parseDouble(words[3]);
        if (!node || !x || !y || !z)
            continue;
        if (*node < 1 || *node > static_cast<std::int64_t>(model.nodes()))
            throw Error(ErrorCode::BadInput, "The result has a node that the model lacks.",
                        "Take the result of this very model.");
        const auto at = 3 * static_cast<std::size_t>(*node - 1);
        u[at] = *x;
        u[at + 1] = *y;
        u[at + 2] = *z;
        any = true;
    }
    if (!any)
        throw Error(ErrorCode::BadInput, "The result holds no displacements.", "Look at what CalculiX printed.");
    return u;
}

} // namespace pollux::elasticity
