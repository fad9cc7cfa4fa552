#pragma once

#include "core/case/case.h"
#include "ui/viewer/path.h"
#include "ui/viewer/theme.h"

#include <QString>

#include <map>
#include <memory>
#include <optional>
#include <set>

namespace pollux {

enum class PlaneKind { Axial, Sagittal, Coronal };

/// How a structure is shown as long as the user has not said otherwise; by its anatomy's category.
struct Appearance
{
    bool visible = true;
    double opacity = 1;     ///< in 3-D
    double sliceFill = 0.3; ///< alpha of the fill in slices at opacity 1; 0 = outline only
};
Appearance defaultAppearance(const Structure& structure);
bool isSkin(const Structure& structure);

/// What all views show: one value, copied to each. Main thread.
struct ViewState
{
    std::shared_ptr<const Case> document;
    Id volume;
    Vec3 crosshair = Vec3::Zero();
    double windowCentre = 40;
    double windowWidth = 400;
    std::map<Id, bool> visible;   ///< the user's choices; otherwise defaultAppearance
    std::map<Id, double> opacity; ///< the same
    Id field;
    std::optional<Path> path;
    bool editable = false;
    std::set<Id> stale;
    Theme theme;
    QString patientText;
    QString notice;

    const VolumeObject* volumeObject() const; ///< nullptr if there is none
    bool isVisible(const Id& structure) const;
    double opacityOf(const Id& structure) const;
    const Structure* skin() const; ///< nullptr if there is none
};

} // namespace pollux
