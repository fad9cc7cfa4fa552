#pragma once

#include "core/image/registration/displacement_field.h"
#include "tests/ui/viewer/sample_case.h"

namespace pollux::sample {

/// The ball of a body and a second image, "ct-2", of a smaller ball farther left. "way" leads from the first to the
/// second by a field of closed form: volumes change along x by 1 + cos(x / 20 mm) / 2, and more than 40 mm behind the
/// middle space is turned inside out (-1/2 along y).
inline std::shared_ptr<const Case> fusedCase()
{
    auto c = std::make_shared<Case>(*ballCase());
    VolumeObject second = *c->volumes.at(Id("ct"));
    const Grid grid = second.volume.grid();
    second.name = std::string("Ball 2");
    second.volume = ballVolume(grid, Vec3(15, 10, 0), 60);
    c->volumes[Id("ct-2")] = std::make_shared<VolumeObject>(std::move(second));
    DisplacementField field = identityField(grid);
    for (int k = 0; k < grid.size[2]; ++k)
        for (int j = 0; j < grid.size[1]; ++j)
            for (int i = 0; i < grid.size[0]; ++i) {
                const Vec3 p = grid.toPatient(i, j, k);
                const auto n = static_cast<size_t>(grid.offset(i, j, k));
                field.u[0][n] = static_cast<float>(10 * std::sin(p.x() / 20));
                field.u[1][n] = static_cast<float>(p.y() > 40 ? -1.5 * (p.y() - 40) : 0);
            }
    Registration way;
    way.name = std::string("Ball 2 on ball");
    way.fixed = Id("ct");
    way.moving = Id("ct-2");
    way.field = std::make_shared<const DisplacementField>(std::move(field));
    c->registrations[Id("way")] = std::make_shared<Registration>(std::move(way));
    return c;
}

} // namespace pollux::sample
