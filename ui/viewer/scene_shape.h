#pragma once

#include "core/case/objects.h"
#include "core/mesh/surface.h"

#include <QColor>
#include <vtkActor.h>
#include <vtkPolyDataMapper.h>
#include <vtkSmartPointer.h>

#include <cstdint>
#include <memory>
#include <vector>

class vtkRenderer;

namespace pollux {

struct Theme;

/// One surface of the 3-D view: its actor and what it was made of; pointers are held so that an address is never met
/// twice.
struct SceneShape
{
    std::shared_ptr<const Surface> surface;
    std::shared_ptr<const Field> field;
    size_t step = 0; ///< of a field that changes with time
    QColor colour;
    double opacity = 1;
    double size = 0; ///< diagonal, mm: small things are drawn first
    bool skin = false;
    bool still = false; ///< does not move with the body
    vtkSmartPointer<vtkActor> actor = {};
    vtkSmartPointer<vtkPolyDataMapper> whole = {}, coarse = {}; ///< the latter for a moving picture, once it was needed
    bool triedCoarse = false;

    std::int64_t triangles() const;
    /// Takes over the actor of what was drawn under the same name; makes one where there was none.
    void make(const SceneShape* before, const Theme& theme);
    /// As few triangles as `share` (0 to 1) of them while the picture moves, where that is worth while.
    void makeCoarse(double share);
};

/// What is drawn, and in which order: what lies inside first, the skin last, which is right for nested organs without
/// sorting triangles. An actor that leaves a renderer gives up what OpenGL holds of it, so none leaves while the order
/// stays: with a small surface carried among a million triangles a frame takes 5 to 8 % less with all of them, and 0 to
/// 4 % less while it moves (software OpenGL, two runs each, against turning them: tests/bench/bench_scene).
class SceneOrder
{
public:
    explicit SceneOrder(vtkRenderer* renderer) : m_renderer(renderer) {}

    void show(std::vector<const SceneShape*> shapes);

private:
    vtkRenderer* m_renderer;
    std::vector<vtkSmartPointer<vtkActor>> m_drawn;
};

} // namespace pollux
