#pragma once

#include "ui/viewer/view_state.h"

#include <vtkNew.h>

#include <array>
#include <optional>
#include <vector>

class vtkActor;
class vtkRenderer;

namespace pollux {

/// The needle of a path in the 3-D view, from the target through the skin with a ball at either end, and the thin ones
/// beside it.
class ScenePath
{
public:
    explicit ScenePath(vtkRenderer* renderer);
    ~ScenePath();
    ScenePath(const ScenePath&) = delete;
    ScenePath& operator=(const ScenePath&) = delete;

    void update(const ViewState& state);
    bool shown() const; ///< something of it is drawn: implants stand for themselves

private:
    void drawPath(const ViewState& state);
    void drawOthers(const ViewState& state);

    vtkRenderer* m_renderer;
    vtkNew<vtkActor> m_needle, m_tip, m_entry;
    std::optional<Path> m_path;
    std::array<vtkNew<vtkActor>, 4> m_beside; ///< good, outside limits, each plain and faint
    std::vector<Path> m_others;
};

} // namespace pollux
