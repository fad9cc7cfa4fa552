#include "quadratic_deck.h"

#include "core/base/text.h"
#include "core/simulation/elasticity/calculix_deck.h"

#include <cmath>
#include <limits>
#include <sstream>
#include <stdexcept>

namespace pollux::verification {

namespace {

void writeMesh(std::ostream& out, const QuadraticModel& m)
{
    out << "*HEADING\ntwin\n*NODE, NSET=ALL\n";
    for (std::size_t n = 0; n < m.mesh.nodes.size(); ++n) {
        const Vec3& p = m.mesh.nodes[n];
        out << n + 1 << ',' << calculixNumber(p.x()) << ',' << calculixNumber(p.y()) << ',' << calculixNumber(p.z())
            << '\n';
    }
    out << "*ELEMENT, TYPE=" << (m.integration == Integration::Full ? "C3D20" : "C3D20R") << ", ELSET=BODY\n";
    for (std::size_t e = 0; e < m.mesh.elements.size(); ++e) {
        out << e + 1;
        for (std::size_t a = 0; a < kHexNodes; ++a)
            out << (a == 10 ? ",\n" : ",") << m.mesh.elements[e][a] + 1;
        out << '\n';
    }
}

/// What our solver makes of temperatures: linear between corners. CalculiX takes those of the edges' middles, too.
std::vector<double> linearTemperature(const QuadraticModel& m)
{
    constexpr std::size_t ends[12][2] = {{0, 1}, {1, 2}, {2, 3}, {3, 0}, {4, 5}, {5, 6},
                                         {6, 7}, {7, 4}, {0, 4}, {1, 5}, {2, 6}, {3, 7}};
    std::vector<double> t = m.temperature;
    for (const auto& element : m.mesh.elements)
        for (std::size_t e = 0; e < 12; ++e)
            t[static_cast<std::size_t>(element[8 + e])] =
                (m.temperature[static_cast<std::size_t>(element[ends[e][0]])] +
                 m.temperature[static_cast<std::size_t>(element[ends[e][1]])]) /
                2;
    return t;
}

void writeLoads(std::ostream& out, const QuadraticModel& m, const std::vector<ElementFace>& faces, double pressure)
{
    if (!m.temperature.empty()) {
        const std::vector<double> t = linearTemperature(m);
        out << "*TEMPERATURE\n";
        for (std::size_t n = 0; n < t.size(); ++n)
            out << n + 1 << ',' << calculixNumber(t[n]) << '\n';
    }
    if (!faces.empty()) {
        out << "*DLOAD\n";
        constexpr int label[kHexFaces] = {6, 4, 3, 5, 1, 2}; // CalculiX's numbers of our faces
        for (const ElementFace& f : faces)
            out << f.element + 1 << ",P" << label[f.face] << ',' << calculixNumber(pressure) << '\n';
        return;
    }
    bool first = true;
    for (std::size_t d = 0; d < m.force.size(); ++d)
        if (m.force[d] != 0) {
            out << (first ? "*CLOAD\n" : "") << d / 3 + 1 << ',' << d % 3 + 1 << ',' << calculixNumber(m.force[d])
                << '\n';
            first = false;
        }
}

} // namespace

void writeQuadraticDeck(std::ostream& out, const QuadraticModel& m, const std::vector<ElementFace>& faces,
                        double pressure)
{
    writeMesh(out, m);
    out << "*MATERIAL, NAME=M\n*ELASTIC\n" << calculixNumber(m.modulus) << ',' << calculixNumber(m.poisson) << '\n';
    if (!m.temperature.empty())
        out << "*EXPANSION\n" << calculixNumber(m.expansion) << '\n';
    out << "*SOLID SECTION, ELSET=BODY, MATERIAL=M\n*BOUNDARY\n";
    for (std::size_t n = 0; n < m.held.size(); ++n)
        for (int c = 0; c < 3; ++c)
            if (m.held[n] >> c & 1)
                out << n + 1 << ',' << c + 1 << ',' << c + 1 << '\n';
    if (!m.temperature.empty())
        out << "*INITIAL CONDITIONS, TYPE=TEMPERATURE\nALL,0\n";
    out << "*STEP\n*STATIC, SOLVER=SPOOLES\n";
    writeLoads(out, m, faces, pressure);
    out << "*NODE PRINT, NSET=ALL\nU\n*EL FILE\nS\n*END STEP\n";
}

std::vector<double> readQuadraticDisplacements(std::istream& dat, std::size_t nodes)
{
    std::vector<double> u(3 * nodes, std::numeric_limits<double>::quiet_NaN());
    for (std::string line; std::getline(dat, line);) {
        std::istringstream in(line);
        std::string n, x, y, z, more;
        if (!(in >> n >> x >> y >> z) || in >> more || !parseInt(n))
            continue;
        const auto at = 3 * static_cast<std::size_t>(*parseInt(n) - 1);
        if (at + 2 >= u.size())
            throw std::runtime_error("CalculiX has a node too many");
        u[at] = *parseDouble(x);
        u[at + 1] = *parseDouble(y);
        u[at + 2] = *parseDouble(z);
    }
    for (const double v : u)
        if (!std::isfinite(v))
            throw std::runtime_error("CalculiX left a node out");
    return u;
}

std::vector<Voigt> readNodalStress(std::istream& frd, std::size_t nodes)
{
    // Columns: 3 of " -1", 10 of the node, 6 numbers of 12.
    std::vector<Voigt> out(nodes, Voigt::Zero());
    const auto field = [](const std::string& line, std::size_t from, std::size_t length) {
        const std::string text = line.substr(from, length);
        return text.substr(std::min(text.find_first_not_of(' '), text.size()));
    };
    bool inside = false;
    for (std::string line; std::getline(frd, line);) {
        if (line.starts_with(" -4"))
            inside = line.find("STRESS") != std::string::npos;
        else if (line.starts_with(" -3"))
            inside = false;
        else if (inside && line.starts_with(" -1") && line.size() >= 85) {
            const auto n = parseInt(field(line, 3, 10));
            if (!n || *n < 1 || static_cast<std::size_t>(*n) > nodes)
                throw std::runtime_error("CalculiX has a node too many");
            for (std::size_t c = 0; c < 6; ++c)
                out[static_cast<std::size_t>(*n - 1)](static_cast<Eigen::Index>(c)) =
                    parseDouble(field(line, 13 + 12 * c, 12)).value_or(std::nan(""));
        }
    }
    return out;
}

} // namespace pollux::verification
