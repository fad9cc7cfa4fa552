#include "plugins/implant/turned_views_panel.h"

#include "plugins/implant/arch_axes.h"

namespace pollux::implant {

TurnedViewsRow::TurnedViewsRow(PanelContext& context, QWidget* parent)
    : ViewsRow(context,
               {{"viewsAlong", tr("Along the implant"), tr("Turn the slices along the implant")},
                {"viewsAcross", tr("Across the arch"), tr("Turn the slices across the dental arch")},
                {"viewsStraight", tr("As the patient lies"), tr("Turn the slices back to the patient's planes")}},
               parent),
      m_context(context)
{
    setImplant(std::nullopt);
}

void TurnedViewsRow::setImplant(const std::optional<PlacedImplant>& placed)
{
    std::optional<Vec3> arch;
    std::optional<Mat3> along, across, straight;
    if (placed) {
        arch = archTangent(m_context.bench.document().current(), placed->pose.origin);
        along = axesAlongImplant(placed->pose, arch);
        straight = Mat3::Identity();
        setMiddle(placed->pose.at(placed->implant.length / 2));
    }
    if (arch)
        across = axesAcrossArch(*arch);
    const QString why = tr("Place the implant first.");
    setView(0, along,
            !placed ? why
            : arch  ? tr("The axial view looks along the implant; the coronal one lies along the row of teeth, the "
                          "sagittal one from cheek to tongue.")
                    : tr("The axial view looks along the implant, the other two contain its axis. With a dental arch "
                          "they lie along and across the row of teeth."));
    setView(1, across,
            !placed ? why
            : arch  ? tr("The sagittal view is square to the row of teeth at the implant, upright.")
                    : tr("Find the dental arch first, under Structures."));
    setView(2, straight, placed ? tr("Axial, sagittal and coronal as usual.") : why);
}

} // namespace pollux::implant
