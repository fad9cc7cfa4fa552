#pragma once

#include "ui/viewer/view_state.h"

#include <memory>

class vtkRenderer;
class vtkRenderWindow;

namespace pollux {

/// The image itself in a 3-D scene, by ray casting: on the graphics card where there is one, else by VTK's loops on the
/// processor. Main thread of the window.
class SceneVolume
{
public:
    explicit SceneVolume(vtkRenderer* renderer);
    ~SceneVolume();

    void update(const ViewState& state);
    /// Chooses the way to draw and hands over the voxels; before each frame, with the window's context current.
    void prepare(vtkRenderWindow* window);
    bool shown() const;
    /// Voxels are left out so that the picture fits: how many times along each axis; 1 if none.
    int reduction() const;

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace pollux
