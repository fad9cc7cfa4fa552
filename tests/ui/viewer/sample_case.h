#pragma once

#include "core/case/case.h"

#include <cmath>
#include <cstdint>

namespace pollux::sample {

inline Volume ballVolume(const Grid& grid, const Vec3& centre, double radius)
{
    std::vector<std::int16_t> v(static_cast<size_t>(grid.voxels()));
    for (int k = 0; k < grid.size[2]; ++k)
        for (int j = 0; j < grid.size[1]; ++j)
            for (int i = 0; i < grid.size[0]; ++i) {
                const double d = (grid.toPatient(i, j, k) - centre).norm();
                v[static_cast<size_t>(grid.offset(i, j, k))] = static_cast<std::int16_t>(d < radius ? 140 : -100);
            }
    return Volume(grid, std::move(v));
}

inline Mask ballMask(const Grid& grid, const Vec3& centre, double radius)
{
    std::vector<std::uint8_t> v(static_cast<size_t>(grid.voxels()));
    for (int k = 0; k < grid.size[2]; ++k)
        for (int j = 0; j < grid.size[1]; ++j)
            for (int i = 0; i < grid.size[0]; ++i)
                v[static_cast<size_t>(grid.offset(i, j, k))] = (grid.toPatient(i, j, k) - centre).norm() < radius;
    return Mask(grid, v);
}

/// Points on circles of latitude, closed by poles.
inline Surface ballSurface(const Vec3& centre, double radius)
{
    constexpr std::uint32_t kRound = 48, kRows = 24;
    std::vector<Vec3f> points{(centre + Vec3(0, 0, radius)).cast<float>()};
    for (std::uint32_t r = 1; r < kRows; ++r)
        for (std::uint32_t i = 0; i < kRound; ++i) {
            const double theta = M_PI * r / kRows, phi = 2 * M_PI * i / kRound;
            points.push_back((centre + radius * Vec3(std::sin(theta) * std::cos(phi), std::sin(theta) * std::sin(phi),
                                                     std::cos(theta)))
                                 .cast<float>());
        }
    points.push_back((centre - Vec3(0, 0, radius)).cast<float>());
    const auto last = static_cast<std::uint32_t>(points.size() - 1);
    std::vector<Triangle> triangles;
    for (std::uint32_t i = 0; i < kRound; ++i) {
        const std::uint32_t n = (i + 1) % kRound;
        triangles.push_back({0, 1 + i, 1 + n});
        for (std::uint32_t r = 0; r + 2 < kRows; ++r) {
            const std::uint32_t a = 1 + r * kRound, b = a + kRound;
            triangles.push_back({a + i, b + i, b + n});
            triangles.push_back({a + i, b + n, a + n});
        }
        triangles.push_back({last, last - kRound + n, last - kRound + i});
    }
    return Surface(std::move(points), std::move(triangles));
}

inline Structure structure(const char* name, const char* anatomy, Colour colour, const Grid& grid, const Vec3& centre,
                           double radius)
{
    Structure s;
    s.name = name;
    s.anatomy = anatomy;
    s.colour = colour;
    s.mask = std::make_shared<Mask>(ballMask(grid, centre, radius));
    s.surface = std::make_shared<Surface>(ballSurface(centre, radius));
    return s;
}

inline const Vec3 kSkinCentre(0, 0, 0);
inline constexpr double kSkinRadius = 80;
inline const Vec3 kTarget(-30, -10, 6); ///< in the patient's right half

/// A ball of a body with a liver on its right side, a lesion in it and a map on the skin.
inline std::shared_ptr<const Case> ballCase()
{
    Grid grid;
    grid.size = {96, 96, 48};
    grid.spacing = Vec3(2, 2, 4);
    grid.origin = Vec3(-95, -95, -94);
    auto c = std::make_shared<Case>();
    VolumeObject v;
    v.name = "Ball";
    v.modality = std::string("CT");
    v.unit = std::string("HU");
    v.volume = ballVolume(grid, kSkinCentre, kSkinRadius);
    c->volumes[Id("ct")] = std::make_shared<VolumeObject>(v);
    c->structures[Id("skin")] =
        std::make_shared<Structure>(structure("Skin", "skin", {205, 170, 140}, grid, kSkinCentre, kSkinRadius));
    c->structures[Id("liver")] =
        std::make_shared<Structure>(structure("Liver", "liver", {190, 90, 70}, grid, Vec3(-34, -6, 10), 36));
    c->structures[Id("lesion")] =
        std::make_shared<Structure>(structure("Lesion", "liver_lesion", {235, 180, 40}, grid, kTarget, 9));
    Field f;
    f.name = "Distance";
    f.unit = Unit::Millimetre;
    f.surface = *c->structures[Id("skin")]->surface;
    for (const auto& p : f.surface.points())
        f.values.push_back(static_cast<float>((p.cast<double>() - kTarget).norm()));
    f.low = 40;
    f.high = 120;
    f.lowMeans = "near";
    f.highMeans = "far";
    c->fields[Id("map")] = std::make_shared<Field>(f);
    return c;
}

/// The same with a patient who must not be named where nobody asked.
inline Case namedPatient()
{
    Case c = *ballCase();
    Study study;
    study.name = "Roe^Jane abdomen";
    study.patientName = "Roe^Jane";
    study.patientId = "4711";
    c.studies[Id("study")] = std::make_shared<Study>(study);
    return c;
}

} // namespace pollux::sample
