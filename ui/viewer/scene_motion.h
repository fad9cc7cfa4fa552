#pragma once

#include "core/case/body_motion.h"

#include <vtkSmartPointer.h>

#include <map>
#include <memory>
#include <optional>
#include <set>
#include <vector>

class vtkPoints;
class vtkPolyData;

namespace pollux {

/// Meshes of the 3-D view that move with the body. A frame costs, for each point, 18 flops and 60 bytes: its place at
/// rest, three displacements (1, value and rate of the breath), the sum. Normals stay those at rest: the body is
/// carried along more than it is turned. Main thread.
class SceneMotion
{
public:
    /// From now on; without a motion or a time everything is at rest.
    void set(std::shared_ptr<const BodyMotion> motion, std::optional<double> seconds);
    bool on() const { return m_motion && m_seconds; }

    /// Puts the points of a mesh to where they are now.
    void place(vtkPolyData* mesh);
    /// Puts them to where they are on the images.
    void rest(vtkPolyData* mesh);
    /// Forgets all others.
    void keep(const std::set<vtkPolyData*>& meshes);

private:
    struct Mesh
    {
        vtkSmartPointer<vtkPolyData> mesh; ///< held, so that an address is never met twice
        vtkSmartPointer<vtkPoints> atRest, moved;
        std::vector<float> terms; ///< nine a point
        std::optional<motion::BreathingState> state;
    };

    void prepare(Mesh& m);

    std::shared_ptr<const BodyMotion> m_motion;
    std::optional<double> m_seconds;
    std::map<vtkPolyData*, Mesh> m_meshes;
};

} // namespace pollux
