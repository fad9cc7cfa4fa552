#pragma once

#include "core/case/objects.h"
#include "ui/viewer/path.h"

#include <QPointer>

#include <map>
#include <memory>
#include <optional>
#include <vector>

namespace pollux {
class Viewer;
}

namespace pollux::implant {

/// What a page draws in the views of what is in hand: its handles, marks about it, and its bodies while they are of a
/// moment. Taken away by leave(), but for what another task has drawn there already.
class ViewsHold
{
public:
    explicit ViewsHold(Viewer* viewer); ///< nullptr: there are no views, and nothing happens

    void show(const Path& handles, std::vector<Path> marks);
    const std::optional<Path>& handles() const { return m_handles; } ///< as shown last
    /// In place of the structures of these ids; null: that one is not drawn meanwhile. None: as the case has them.
    void preview(std::map<Id, std::shared_ptr<const Structure>> bodies);
    void leave();

private:
    QPointer<Viewer> m_viewer;
    std::optional<Path> m_handles;
    bool m_preview = false;
};

} // namespace pollux::implant
