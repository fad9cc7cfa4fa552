#include "plugins/implant/bone_views_panel.h"

namespace pollux::implant {

BoneViewsRow::BoneViewsRow(PanelContext& context, QWidget* parent)
    : ViewsRow(context,
               {{"viewsBone", tr("Views to the bone"), tr("Turn the slices to the planes of the bone")},
                {"viewsComponent", tr("Views to the component"), tr("Turn the slices to the planes of the component")},
                {"viewsPatient", tr("Views to the patient"), tr("Turn the slices back to the patient's planes")}},
               parent)
{
    setAxes(std::nullopt);
}

void BoneViewsRow::setAxes(const std::optional<Axes>& axes)
{
    const auto view = [&](size_t entry, const Mat3& its, const QString& help) {
        setView(entry, axes ? std::optional(its) : std::nullopt,
                axes ? help : tr("There is no component yet: bone and landmarks come first."));
    };
    const Axes a = axes.value_or(Axes{Mat3::Identity(), Mat3::Identity(), Vec3::Zero()});
    view(0, a.bone, tr("Coronal, sagittal and axial plane of the bone, in which varus, slope and rotation count"));
    view(1, a.component,
         tr("The axial view lies in the cut, the other two stand on it, along and across the component"));
    view(2, Mat3::Identity(), tr("Axial, sagittal and coronal as usual"));
    setMiddle(a.middle);
}

} // namespace pollux::implant
