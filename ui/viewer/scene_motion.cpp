#include "ui/viewer/scene_motion.h"

#include "core/base/parallel.h"

#include <vtkPoints.h>
#include <vtkPolyData.h>

namespace pollux {

namespace {

constexpr std::int64_t kChunk = 4096;

float* floats(vtkPoints& points)
{
    return static_cast<float*>(points.GetVoidPointer(0)); // 32-bit, as toVtk() and the coarser meshes have them
}

} // namespace

void SceneMotion::set(std::shared_ptr<const BodyMotion> motion, std::optional<double> seconds)
{
    if (motion != m_motion) {
        for (auto& [mesh, m] : m_meshes)
            rest(mesh);
        m_meshes.clear();
        m_motion = std::move(motion);
    }
    m_seconds = seconds;
}

void SceneMotion::prepare(Mesh& m)
{
    m.atRest = m.mesh->GetPoints();
    m.moved = vtkSmartPointer<vtkPoints>::New();
    m.moved->SetDataTypeToFloat();
    m.moved->SetNumberOfPoints(m.atRest->GetNumberOfPoints());
    m.terms.resize(static_cast<size_t>(m.atRest->GetNumberOfPoints()) * 9);
    const float* from = floats(*m.atRest);
    parallelFor(0, m.atRest->GetNumberOfPoints(), kChunk, [&](std::int64_t first, std::int64_t last) {
        for (std::int64_t n = first; n < last; ++n) {
            const auto terms = m_motion->model.termsAt(Vec3(from[3 * n], from[3 * n + 1], from[3 * n + 2]));
            for (size_t k = 0; k < 9; ++k)
                m.terms[static_cast<size_t>(n) * 9 + k] = static_cast<float>(terms[k / 3][static_cast<int>(k % 3)]);
        }
    });
}

void SceneMotion::place(vtkPolyData* mesh)
{
    if (!mesh || !mesh->GetPoints())
        return;
    if (!on()) {
        rest(mesh);
        return;
    }
    Mesh& m = m_meshes[mesh];
    if (!m.mesh) {
        if (mesh->GetPoints()->GetDataType() != VTK_FLOAT) {
            m_meshes.erase(mesh);
            return;
        }
        m.mesh = mesh;
        prepare(m);
    }
    const motion::BreathingState now = m_motion->trace.at(*m_seconds);
    if (m.state && m.state->value == now.value && m.state->rate == now.rate)
        return;
    m.state = now;
    const auto value = static_cast<float>(now.value), rate = static_cast<float>(now.rate);
    const float* from = floats(*m.atRest);
    float* to = floats(*m.moved);
    parallelFor(0, m.atRest->GetNumberOfPoints(), kChunk, [&](std::int64_t first, std::int64_t last) {
        for (std::int64_t n = first; n < last; ++n) {
            const float* u = m.terms.data() + static_cast<size_t>(n) * 9;
            for (int k = 0; k < 3; ++k)
                to[3 * n + k] = from[3 * n + k] + u[k] + value * u[3 + k] + rate * u[6 + k];
        }
    });
    m.moved->Modified();
    mesh->SetPoints(m.moved);
    mesh->Modified();
}

void SceneMotion::rest(vtkPolyData* mesh)
{
    const auto it = m_meshes.find(mesh);
    if (it == m_meshes.end() || !it->second.state)
        return;
    it->second.atRest->Modified(); // else the bounds stay those of the points that were newer
    mesh->SetPoints(it->second.atRest);
    mesh->Modified();
    it->second.state.reset();
}

void SceneMotion::keep(const std::set<vtkPolyData*>& meshes)
{
    std::erase_if(m_meshes, [&](const auto& entry) { return !meshes.contains(entry.first); });
}

} // namespace pollux
