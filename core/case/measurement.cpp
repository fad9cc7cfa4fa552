#include "core/case/measurement.h"

#include <array>
#include <utility>

namespace pollux {

namespace {

constexpr std::array<std::pair<MeasurementKind, std::string_view>, 8> kNames{
    {{MeasurementKind::Length, "length"},
     {MeasurementKind::Angle, "angle"},
     {MeasurementKind::LineAngle, "line-angle"},
     {MeasurementKind::Area, "area"},
     {MeasurementKind::Ellipse, "ellipse"},
     {MeasurementKind::Sphere, "sphere"},
     {MeasurementKind::Distance, "distance"},
     {MeasurementKind::Diameter, "diameter"}}};

} // namespace

std::string_view name(MeasurementKind kind)
{
    for (const auto& [k, n] : kNames)
        if (k == kind)
            return n;
    return "length";
}

std::optional<MeasurementKind> measurementKindFromName(std::string_view name)
{
    for (const auto& [k, n] : kNames)
        if (n == name)
            return k;
    return std::nullopt;
}

} // namespace pollux
