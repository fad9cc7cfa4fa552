#pragma once

#include "ui/viewer/view_state.h"

#include <memory>

class vtkPlaneCollection;
class vtkRenderer;

namespace pollux {

/// The surface of the structure that is being edited, brick by brick: a stroke is seen in 3-D at once, and only the
/// bricks that it changed are made anew. It stands for the structure's own surface from the first preview until that
/// is made again, or until the mask is as it was. Main thread of the window.
class SceneLive
{
public:
    explicit SceneLive(vtkRenderer* renderer); ///< which must outlive it
    ~SceneLive();

    /// `planes` cut it and must outlive it.
    void update(const ViewState& state, vtkPlaneCollection* planes);
    bool standsFor(const Id& structure) const;
    bool shown() const;
    int renewed() const; ///< bricks that the last update made

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace pollux
