// What stands over the 3-D picture: letters, legend, notes.

#include "core/base/text.h"
#include "core/case/body_motion.h"
#include "ui/viewer/field_legend.h"
#include "ui/viewer/scene.h"
#include "ui/viewer/scene_cut.h"
#include "ui/viewer/scene_measures.h"
#include "ui/viewer/slice_painter.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace pollux {

namespace {

QString tr(const char* text)
{
    return QCoreApplication::translate("Scene", text);
}

} // namespace

void paintSceneMarks(QPainter& painter, const QSizeF& size, const ViewState& state, const Scene& scene, bool notice)
{
    const Theme& theme = state.theme;
    painter.setRenderHint(QPainter::Antialiasing);
    QFont font = painter.font();
    font.setPixelSize(13);
    painter.setFont(font);
    const QRectF area(QPointF(0, 0), size);
    const QRectF texts = area.adjusted(8, 8, -8, -8);
    painter.fillRect(QRectF(0, 0, size.width(), 3), theme.volume);
    paintText(painter, texts, Qt::AlignLeft | Qt::AlignTop,
              state.scene.orthographic ? tr("3-D, orthographic") : tr("3-D"), theme.volume);
    const double mmPerPixel = scene.empty() ? 0 : scene.mmPerPixel(size.height());
    if (notice && !state.notice.isEmpty())
        paintText(painter, texts.adjusted(0, 0, 0, mmPerPixel > 0 ? -26 : 0), Qt::AlignRight | Qt::AlignBottom,
                  state.notice, theme.imageMuted);
    if (scene.empty()) {
        paintText(painter, area, Qt::AlignCenter | Qt::TextWordWrap,
                  tr("No surfaces yet.\nSegment an organ to see it here."), theme.imageMuted);
        return;
    }
    // a letter where its direction shows by itself, as in the slices
    SlicePlane plane;
    plane.right = scene.right();
    plane.down = -scene.up();
    plane.size = size.toSize();
    paintLetters(painter, plane, theme);
    if (mmPerPixel > 0) {
        plane.mmPerPixel = mmPerPixel;
        paintScaleBar(painter, plane, theme);
    }
    double line = 18;
    if (const VolumeObject* volume = state.volumeObject(); volume && !state.volumeRendering.preset.isEmpty()) {
        for (const VolumePreset& p : presetsFor(*volume))
            if (p.key == state.volumeRendering.preset) {
                QString text = QCoreApplication::translate("core", p.name.toUtf8().constData());
                if (scene.volumeReduction() > 1)
                    text += tr(", every %1 voxels averaged").arg(scene.volumeReduction());
                if (state.volumeRendering.cropped)
                    text += tr(", cropped");
                paintText(painter, texts.adjusted(0, line, 0, 0), Qt::AlignLeft | Qt::AlignTop, text, theme.imageText);
                line += 18;
            }
    }
    // In letters of the patient: they stay right where the planes are oblique.
    for (const PlaneKind kind : {PlaneKind::Axial, PlaneKind::Sagittal, PlaneKind::Coronal})
        if (const CutSide side = cutSide(state.scene.cut, kind); side != CutSide::Off) {
            paintText(
                painter, texts.adjusted(0, line, 0, 0), Qt::AlignLeft | Qt::AlignTop,
                tr("%1 cut, %2 taken away").arg(planeName(kind), orientationLetters(cutAway(kind, side, state.axes))),
                planeColour(theme, kind));
            line += 18;
        }
    if (scene.coarse()) {
        paintText(painter, texts.adjusted(0, line, 0, 0), Qt::AlignLeft | Qt::AlignTop,
                  tr("Surfaces coarser while it moves"), theme.imageMuted);
        line += 18;
    }
    if (state.motion && state.fieldTime) {
        const auto seconds = [](double s) { return QString::fromStdString(toText(s, 1)); };
        const QString told = tr("Breath: %1 of %2 s")
                                 .arg(seconds(std::fmod(*state.fieldTime, state.motion->trace.period)),
                                      seconds(state.motion->trace.period));
        for (const QString& one : {told, tr("not as on the images")}) {
            paintText(painter, texts.adjusted(0, line, 0, 0), Qt::AlignLeft | Qt::AlignTop, one, theme.warning);
            line += 18;
        }
    }
    if (state.path) {
        const Path& path = *state.path;
        QString text = path.label;
        if (path.approximate)
            text += tr(" (approximate)");
        if (!path.acceptable)
            text += tr("  outside limits");
        paintText(painter, texts.adjusted(0, line, 0, 0), Qt::AlignLeft | Qt::AlignTop, text,
                  path.acceptable ? theme.path : theme.pathBad);
        line += 18;
    }
    const auto field = state.map();
    const bool legend = field && (state.volumeRendering.preset.isEmpty() || state.volumeRendering.structures);
    if (legend)
        paintFieldLegend(painter, size, state, *field, std::max(48.0, line + 12));
    // Clear of the words at the top, the letters at the sides, the legend, and the scale bar with the notice below.
    paintSceneMeasures(painter, area.adjusted(28, line + 8, legend ? -70 : -28, -52), state, scene.lens(size));
}

} // namespace pollux
