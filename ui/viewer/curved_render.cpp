#include "ui/viewer/curved_render.h"

#include "core/base/error.h"
#include "core/case/curve_source.h"
#include "ui/viewer/curved_picture.h"

#include <algorithm>

namespace pollux {

double curvedStep(const Grid& grid)
{
    return std::clamp(grid.spacing.minCoeff(), 0.1, 2.0);
}

CurvedRendering renderCurved(const Case& c, const CurvedRenderOptions& o, const Job& job)
{
    if (o.size.width() < 16 || o.size.height() < 16 || o.size.width() > 8192 || o.size.height() > 8192)
        throw Error(ErrorCode::BadInput, "The picture's size is out of bounds.", "Ask for 16 to 8192 pixels a side.");
    if (o.crosshair && !o.crosshair->allFinite())
        throw Error(ErrorCode::BadInput, "A coordinate of the picture is not a number.",
                    "Give finite coordinates in mm.");
    if (o.volume.empty() && c.volumes.empty())
        throw Error(ErrorCode::NotFound, "There is no volume to draw.",
                    "Open a study first, or name a volume of this case.");
    const VolumeObject& v = o.volume.empty() ? *c.volumes.begin()->second : c.volume(o.volume);
    const CurveSource source = curveSource(c, o.along, o.through);
    CurvedOptions cut = o.cut;
    if (cut.stepMm == 0)
        cut.stepMm = curvedStep(v.volume.grid());
    cut.smoothingMm = source.smoothingMm;
    const CurvedImage image = reformatCurved(v.volume, source.points, cut, job);
    if (!image.anyInside)
        throw Error(ErrorCode::BadInput, "Nothing of the image lies along this curve.",
                    "Name the volume that the curve was made on.");
    CurvedLook look;
    look.theme = loadTheme(o.dark);
    look.windowCentre = o.windowCentre.value_or(v.windowCentre);
    look.windowWidth = std::max(1e-3, o.windowWidth.value_or(v.windowWidth));
    look.title = curvedKindName(cut.kind) + QStringLiteral(": ") + QString::fromStdString(c.nameOf(o.along));
    look.detail = curvedDetail(cut);
    look.stale = source.stale;
    look.notice = o.notice;
    if (o.crosshair)
        look.crosshair = image.surface.nearest(*o.crosshair);
    look.nearMm = std::max(look.nearMm, cut.slabMm / 2);
    return {curvedPicture(image, o.size, cut.kind == CurvedKind::Straightened, look), image.surface.lengthMm()};
}

} // namespace pollux
