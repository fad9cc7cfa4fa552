#pragma once

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

/// STEP files written line by line, by the standard alone: no toolkit that could make the same mistake twice.
namespace stepcube {

struct Options
{
    /// "mm", "cm", "m", "inch": both what is declared and what the coordinates are in.
    std::string unit = "mm";
    double edgeMm = 10;
    std::string schema = "AUTOMOTIVE_DESIGN { 1 0 10303 214 1 1 1 1 }";
    bool lid = true;       ///< without: an open shell
    double secondAtMm = 0; ///< a second cube so far along x; 0: none
};

inline double mmOf(const std::string& unit)
{
    return unit == "m" ? 1000 : unit == "cm" ? 10 : unit == "inch" ? 25.4 : 1;
}

class Writer
{
public:
    explicit Writer(const Options& o) : m_options(o) {}

    std::string text()
    {
        const std::string context = line("APPLICATION_CONTEXT('automotive design')");
        line("APPLICATION_PROTOCOL_DEFINITION('','automotive_design',2000," + context + ")");
        const std::string productContext = line("PRODUCT_CONTEXT(''," + context + ",'mechanical')");
        const std::string product = line("PRODUCT('cube','cube','',(" + productContext + "))");
        const std::string formation = line("PRODUCT_DEFINITION_FORMATION('',''," + product + ")");
        const std::string definitionContext =
            line("PRODUCT_DEFINITION_CONTEXT('part definition'," + context + ",'design')");
        const std::string definition =
            line("PRODUCT_DEFINITION('design',''," + formation + "," + definitionContext + ")");
        const std::string shape = line("PRODUCT_DEFINITION_SHAPE('',''," + definition + ")");
        const std::string length = unit();
        const std::string angle = line("(NAMED_UNIT(*)PLANE_ANGLE_UNIT()SI_UNIT($,.RADIAN.))");
        const std::string solidAngle = line("(NAMED_UNIT(*)SI_UNIT($,.STERADIAN.)SOLID_ANGLE_UNIT())");
        const std::string uncertainty =
            line("UNCERTAINTY_MEASURE_WITH_UNIT(LENGTH_MEASURE(1.E-7)," + length + ",'distance_accuracy_value','')");
        const std::string geometry = line("(GEOMETRIC_REPRESENTATION_CONTEXT(3)GLOBAL_UNCERTAINTY_ASSIGNED_CONTEXT((" +
                                          uncertainty + "))GLOBAL_UNIT_ASSIGNED_CONTEXT((" + length + "," + angle +
                                          "," + solidAngle + "))REPRESENTATION_CONTEXT('',''))");
        std::string items = line("AXIS2_PLACEMENT_3D(''," + point({0, 0, 0}) + "," + direction({0, 0, 1}) + "," +
                                 direction({1, 0, 0}) + ")");
        items += "," + cube(0);
        if (m_options.secondAtMm != 0)
            items += "," + cube(m_options.secondAtMm / mmOf(m_options.unit));
        const std::string kind =
            m_options.lid ? "ADVANCED_BREP_SHAPE_REPRESENTATION" : "MANIFOLD_SURFACE_SHAPE_REPRESENTATION";
        const std::string representation = line(kind + "('',(" + items + ")," + geometry + ")");
        line("SHAPE_DEFINITION_REPRESENTATION(" + shape + "," + representation + ")");
        return "ISO-10303-21;\nHEADER;\nFILE_DESCRIPTION((''),'2;1');\nFILE_NAME('cube','2020-01-01T00:00:00',(''),"
               "(''),'','','');\nFILE_SCHEMA(('" +
               m_options.schema + "'));\nENDSEC;\nDATA;\n" + m_text + "ENDSEC;\nEND-ISO-10303-21;\n";
    }

private:
    using Place = std::vector<double>;

    std::string line(const std::string& what)
    {
        const std::string name = "#" + std::to_string(++m_last);
        m_text += name + "=" + what + ";\n";
        return name;
    }

    static std::string triple(const Place& p)
    {
        std::string out = "(";
        for (const double x : p)
            out += (out.size() > 1 ? "," : "") + std::to_string(x);
        return out + ")";
    }
    std::string point(const Place& p) { return line("CARTESIAN_POINT(''," + triple(p) + ")"); }
    std::string direction(const Place& p) { return line("DIRECTION(''," + triple(p) + ")"); }

    std::string unit()
    {
        const std::string& u = m_options.unit;
        const auto si = [&](const std::string& prefix) {
            return line("(LENGTH_UNIT()NAMED_UNIT(*)SI_UNIT(" + prefix + ",.METRE.))");
        };
        if (u == "m")
            return si("$");
        if (u == "cm")
            return si(".CENTI.");
        const std::string mm = si(".MILLI.");
        if (u != "inch")
            return mm;
        const std::string measure = line("LENGTH_MEASURE_WITH_UNIT(LENGTH_MEASURE(25.4)," + mm + ")");
        const std::string exponents = line("DIMENSIONAL_EXPONENTS(1.,0.,0.,0.,0.,0.,0.)");
        return line("(CONVERSION_BASED_UNIT('INCH'," + measure + ")LENGTH_UNIT()NAMED_UNIT(" + exponents + "))");
    }

    /// Its lower corner at (x, 0, 0).
    std::string cube(double x)
    {
        const double a = m_options.edgeMm / mmOf(m_options.unit);
        const auto at = [&](int n) { return Place{x + (n & 1 ? a : 0), n & 2 ? a : 0, n & 4 ? a : 0}; };
        std::string vertices[8];
        for (int n = 0; n < 8; ++n)
            vertices[n] = line("VERTEX_POINT(''," + point(at(n)) + ")");
        std::string edges[8][8]; // from the lower number to the higher
        for (int n = 0; n < 8; ++n)
            for (int axis = 0; axis < 3; ++axis)
                if (const int m = n | 1 << axis; m != n) {
                    const std::string vector =
                        line("VECTOR(''," + direction({axis == 0 ? 1. : 0, axis == 1 ? 1. : 0, axis == 2 ? 1. : 0}) +
                             ",1.)");
                    const std::string straight = line("LINE(''," + point(at(n)) + "," + vector + ")");
                    edges[n][m] = line("EDGE_CURVE(''," + vertices[n] + "," + vertices[m] + "," + straight + ",.T.)");
                }
        // Corners counter-clockwise from outside, and the normal.
        struct Side
        {
            int corners[4];
            Place normal, along;
        };
        const std::vector<Side> sides{{{0, 2, 3, 1}, {0, 0, -1}, {1, 0, 0}}, {{0, 1, 5, 4}, {0, -1, 0}, {1, 0, 0}},
                                      {{2, 6, 7, 3}, {0, 1, 0}, {1, 0, 0}},  {{0, 4, 6, 2}, {-1, 0, 0}, {0, 1, 0}},
                                      {{1, 3, 7, 5}, {1, 0, 0}, {0, 1, 0}},  {{4, 5, 7, 6}, {0, 0, 1}, {1, 0, 0}}};
        std::string faces;
        for (std::size_t s = 0; s < (m_options.lid ? 6u : 5u); ++s) {
            std::string loop;
            for (int c = 0; c < 4; ++c) {
                const int from = sides[s].corners[c], to = sides[s].corners[(c + 1) % 4];
                loop += (c ? "," : "") + line("ORIENTED_EDGE('',*,*," + edges[std::min(from, to)][std::max(from, to)] +
                                              (from < to ? ",.T.)" : ",.F.)"));
            }
            const std::string bound = line("FACE_OUTER_BOUND(''," + line("EDGE_LOOP('',(" + loop + "))") + ",.T.)");
            const std::string placement = line("AXIS2_PLACEMENT_3D(''," + point(at(sides[s].corners[0])) + "," +
                                               direction(sides[s].normal) + "," + direction(sides[s].along) + ")");
            const std::string plane = line("PLANE(''," + placement + ")");
            faces += (s ? "," : "") + line("ADVANCED_FACE('',(" + bound + ")," + plane + ",.T.)");
        }
        if (m_options.lid)
            return line("MANIFOLD_SOLID_BREP('cube'," + line("CLOSED_SHELL('',(" + faces + "))") + ")");
        return line("SHELL_BASED_SURFACE_MODEL('cube',(" + line("OPEN_SHELL('',(" + faces + "))") + "))");
    }

    Options m_options;
    std::string m_text;
    int m_last = 0;
};

inline std::string text(const Options& options = {})
{
    return Writer(options).text();
}

inline void write(const std::filesystem::path& path, const std::string& bytes)
{
    std::ofstream(path, std::ios::binary) << bytes;
}

} // namespace stepcube
