#include "ui/viewer/slice_painter.h"

#include "core/base/text.h"
#include "ui/forms/structure_name.h"
#include "ui/viewer/field_legend.h"
#include "ui/viewer/slice_field.h"
#include "ui/viewer/slice_fusion.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>
#include <utility>

namespace pollux {

namespace {

QString tr(const char* text)
{
    return QCoreApplication::translate("SlicePainter", text);
}

/// Lesions over organs over the rest: small things must not vanish under large ones.
int drawingOrder(const Structure& s)
{
    const Anatomy* a = findAnatomy(s.anatomy);
    if (!a)
        return 2;
    return a->category == "lesion"   ? 4
           : a->category == "vessel" ? 3
           : a->category == "organ"  ? 1
           : a->category == "skin"   ? 0
                                     : 2;
}

std::vector<std::pair<Id, const Structure*>> shownStructures(const ViewState& state)
{
    std::vector<std::pair<Id, const Structure*>> shown;
    if (!state.document)
        return shown;
    for (const auto& [id, structure] : state.document->structures)
        if (state.isVisible(id))
            shown.emplace_back(id, structure.get());
    std::stable_sort(shown.begin(), shown.end(),
                     [](const auto& a, const auto& b) { return drawingOrder(*a.second) < drawingOrder(*b.second); });
    return shown;
}

constexpr double kEditedFill = 0.35; ///< what is being painted is seen, however faint its kind is drawn

bool isEdited(const ViewState& state, const Id& id)
{
    return state.preview && state.preview->structure == id;
}

bool isSurfaceStale(const ViewState& state, const Id& id)
{
    return state.stale.contains(id) || state.stale.contains(Id(id.text() + "/surface"));
}

QColor toQt(const Colour& c)
{
    return {c[0], c[1], c[2]};
}

QString valueText(const ViewState& state, const Vec3& p)
{
    const VolumeObject* v = state.volumeObject();
    if (!v)
        return {};
    QString text = valueAt(*v, p);
    if (text.isEmpty())
        return {};
    text += overText(state, p);
    for (const auto& [id, structure] : shownStructures(state))
        if (structure->mask && !isSkin(*structure) && structure->mask->contains(p))
            text += QStringLiteral("\n") + structureName(*structure);
    return text;
}

/// Angle between a plane and its standard one, degrees.
double tiltOf(const SlicePlane& plane, PlaneKind kind)
{
    const Vec3 straight = slicePlane(kind, Vec3::Zero(), {2, 2}, 1).normal();
    return std::acos(std::clamp(plane.normal().dot(straight), -1.0, 1.0)) * 180 / M_PI;
}

QString slabText(const ViewState& state)
{
    const QString mm = QString::fromStdString(toText(state.slabMm, 1));
    switch (state.slabMode) {
    case SlabMode::Maximum:
        return tr("MIP, slab %1 mm").arg(mm);
    case SlabMode::Minimum:
        return tr("MinIP, slab %1 mm").arg(mm);
    case SlabMode::Mean:
        break;
    }
    return tr("Mean of a slab of %1 mm").arg(mm);
}

} // namespace

/// All that the image under the marks depends on.
struct SlicePainter::ImageKey
{
    std::shared_ptr<const VolumeObject> volume;
    Vec3 centre, right, down;
    double mmPerPixel = 0;
    QSize size;
    double windowCentre = 0, windowWidth = 0;
    SlabMode slabMode = SlabMode::Mean;
    double slabMm = 0;
    std::shared_ptr<const VolumeObject> over;
    std::shared_ptr<const Registration> way;
    Fusion fusion;
    QRgb background = 0;
    std::vector<std::tuple<std::shared_ptr<const Structure>, double, double>> masks;
    std::shared_ptr<const Mask> preview;

    bool operator==(const ImageKey&) const = default;
};

const SurfaceCut& SlicePainter::Cuts::of(const std::shared_ptr<const Surface>& surface)
{
    auto& cut = m_cuts[surface];
    if (!cut)
        cut = std::make_unique<SurfaceCut>(*surface);
    return *cut;
}

void SlicePainter::Cuts::keepOnly(const Case& c)
{
    std::set<const Surface*> used;
    for (const auto& [id, structure] : c.structures)
        used.insert(structure->surface.get());
    for (const auto& [id, field] : c.fields)
        used.insert(&field->surface);
    std::erase_if(m_cuts, [&](const auto& entry) { return !used.contains(entry.first.get()); });
}

void SlicePainter::paint(QPainter& painter, const SlicePlane& plane, PlaneKind kind, const ViewState& state,
                         const SliceMarks& marks, double ratio)
{
    const Theme& theme = state.theme;
    const QRectF area(QPointF(0, 0), plane.size);
    painter.fillRect(area, theme.image);
    QFont font = painter.font();
    font.setPixelSize(13);
    painter.setFont(font);
    const VolumeObject* volume = state.volumeObject();
    if (!volume) {
        paintText(painter, area, Qt::AlignCenter | Qt::TextWordWrap, tr("No image.\nOpen a study to see it here."),
                  theme.imageMuted);
        return;
    }
    paintImage(painter, plane, state, marks.masks, ratio);
    painter.setRenderHint(QPainter::Antialiasing);
    if (marks.outlines)
        paintOutlines(painter, plane, state);
    const auto field = marks.outlines ? shownField(state) : nullptr;
    const bool fieldMet = field && paintSliceField(painter, plane, state,
                                                   m_cuts->of(std::shared_ptr<const Surface>(field, &field->surface)));
    if (marks.crosshair)
        paintCrosshair(painter, plane, kind, state);
    if (marks.measurements) {
        for (const auto& [id, m] : state.document->measurements)
            if (state.isVisible(id))
                paintMeasurement(painter, plane, *m, theme, state.stale.contains(id));
        std::vector<QRectF> taken;
        if (marks.path)
            taken = pathRoom(painter, plane, state.path ? &*state.path : nullptr, state.others);
        paintLandmarks(painter, plane, state.document->landmarks, state.stale, std::move(taken), theme);
    }
    if (marks.path && state.curve)
        paintCurve(painter, plane, *state.curve, theme);
    if (marks.path)
        paintOtherPaths(painter, plane, state.others, state.path ? &*state.path : nullptr, theme);
    if (marks.path && state.path)
        paintPath(painter, plane, *state.path, theme, state.editable, marks.activeHandle);

    const QColor colour = marks.planeColour.value_or(planeColour(theme, kind));
    painter.fillRect(QRectF(0, 0, plane.size.width(), 3), colour);
    if (marks.letters)
        paintLetters(painter, plane, theme);
    if (!marks.texts)
        return;
    const QRectF texts = area.adjusted(8, 8, -8, -8);
    const int axis = normalAxis(kind);
    const bool standard = isStandard(state.axes) || marks.planeName;
    // Turned about its own normal it is still the same cut.
    const double tilt = standard ? 0 : tiltOf(plane, kind);
    const bool flat = tilt < 0.05;
    const QString name = standard ? planeName(kind)
                         : flat   ? tr("%1, turned").arg(planeName(kind))
                                  : tr("%1, oblique").arg(planeName(kind));
    const QString position =
        flat ? positionText(axis, plane.centre[axis]) : tr("tilted %1°").arg(QString::fromStdString(toText(tilt, 1)));
    paintText(painter, texts, Qt::AlignLeft | Qt::AlignTop, marks.planeName.value_or(name), colour);
    paintText(painter, texts.adjusted(0, 18, 0, 0), Qt::AlignLeft | Qt::AlignTop, marks.position.value_or(position),
              theme.imageText);
    if (state.slabMm > 0)
        paintText(painter, texts.adjusted(0, 36, 0, 0), Qt::AlignLeft | Qt::AlignTop, slabText(state), theme.warning);
    if (marks.cursor)
        paintText(painter, texts, Qt::AlignRight | Qt::AlignTop, valueText(state, plane.toPatient(*marks.cursor)),
                  theme.imageText);
    const QString window = tr("C %1  W %2")
                               .arg(QString::fromStdString(toText(state.windowCentre, 0)),
                                    QString::fromStdString(toText(state.windowWidth, 0)));
    paintText(painter, texts, Qt::AlignLeft | Qt::AlignBottom, window, theme.imageMuted);
    if (marks.notice && !state.notice.isEmpty())
        paintText(painter, texts.adjusted(0, 0, 0, -18), Qt::AlignLeft | Qt::AlignBottom, state.notice,
                  theme.imageMuted);
    if (const QString way = wayText(state); !way.isEmpty())
        paintText(painter, texts.adjusted(0, 0, 0, -36), Qt::AlignLeft | Qt::AlignBottom,
                  painter.fontMetrics().elidedText(way, Qt::ElideMiddle, static_cast<int>(texts.width() * 0.6)),
                  state.stale.contains(state.fusion.registration) ? theme.stale : theme.imageText);
    if (!paintOverLegend(painter, plane.size, state) && fieldMet && marks.mapLegend)
        paintFieldLegend(painter, plane.size, state, *field);
    paintScaleBar(painter, plane, theme);
}

void SlicePainter::paintImage(QPainter& painter, const SlicePlane& plane, const ViewState& state, bool masks,
                              double ratio)
{
    const SlicePlane device = plane.scaled(ratio);
    ImageKey key;
    key.volume = state.document->volumes.at(state.volume);
    key.centre = device.centre;
    key.right = device.right;
    key.down = device.down;
    key.mmPerPixel = device.mmPerPixel;
    key.size = device.size;
    key.windowCentre = state.windowCentre;
    key.windowWidth = state.windowWidth;
    key.slabMode = state.slabMode;
    key.slabMm = state.slabMm;
    if (state.fusionObject())
        key.over = state.document->volumes.at(state.fusion.volume);
    if (state.fusionWay())
        key.way = state.document->registrations.at(state.fusion.registration);
    if (key.over || key.way)
        key.fusion = state.fusion;
    key.background = state.theme.image.rgb();
    std::vector<SliceMask> shown;
    if (masks)
        for (const auto& [id, structure] : shownStructures(state)) {
            if (!structure->mask)
                continue;
            const Appearance look = defaultAppearance(*structure);
            const double strength = look.opacity > 0 ? std::min(1.5, state.opacityOf(id) / look.opacity) : 1;
            SliceMask m{structure->mask.get(), toQt(structure->colour), look.sliceFill * strength, 0.9};
            if (isEdited(state, id)) {
                m.mask = state.preview->mask.get();
                m.fill = std::max(m.fill, kEditedFill);
            } else if (structure->surface && !isSurfaceStale(state, id)) {
                m.outline = 0; // its cut is drawn, finer than voxels
            }
            shown.push_back(m);
            key.masks.emplace_back(state.document->structures.at(id), m.fill, m.outline);
        }
    if (masks && state.preview) {
        key.preview = state.preview->mask;
        if (!state.isVisible(state.preview->structure) ||
            !state.document->structures.contains(state.preview->structure))
            shown.push_back({state.preview->mask.get(), state.preview->colour, kEditedFill, 0.9});
    }
    if (!m_key || !(*m_key == key)) {
        SliceGrey grey;
        grey.windowCentre = state.windowCentre;
        grey.windowWidth = state.windowWidth;
        grey.background = state.theme.image;
        grey.slabMode = key.slabMode;
        grey.slabMm = key.slabMm;
        m_image = renderSliceImage(key.volume->volume, device, grey, shown, sliceOver(state, ratio));
        m_key = std::make_shared<const ImageKey>(std::move(key));
    }
    painter.drawImage(QRectF(QPointF(0, 0), plane.size), m_image);
}

void SlicePainter::paintOutlines(QPainter& painter, const SlicePlane& plane, const ViewState& state)
{
    const QRectF area(QPointF(-50, -50), QSizeF(plane.size) + QSizeF(100, 100));
    for (const auto& [id, structure] : shownStructures(state)) {
        if (!structure->surface || isEdited(state, id))
            continue;
        const auto all = m_cuts->of(structure->surface).lines(plane);
        QVector<QLineF> lines;
        lines.reserve(static_cast<qsizetype>(all.size()));
        for (const QLineF& line : all)
            if (area.contains(line.p1()) || area.contains(line.p2()))
                lines.append(line);
        const bool stale = isSurfaceStale(state, id);
        QPen pen(stale ? state.theme.stale : toQt(structure->colour), 1.4);
        pen.setCapStyle(Qt::FlatCap);
        if (stale) // every other piece: told by the pattern as well as by the colour
            for (qsizetype i = 0; i < lines.size() / 2; ++i)
                lines[i] = lines[2 * i];
        if (stale)
            lines.resize(lines.size() / 2);
        painter.setPen(pen);
        painter.drawLines(lines);
    }
}

Vec3 SlicePainter::onSkin(const SlicePlane& plane, const QPointF& pixel, const Vec3& towards, const ViewState& state)
{
    const Vec3 here = plane.toPatient(pixel);
    const Structure* skin = state.skin();
    if (!skin)
        return here;
    if (skin->surface && !skin->surface->empty())
        return plane.toPatient(m_cuts->of(skin->surface).nearest(plane, pixel));
    if (!skin->mask || skin->mask->empty())
        return here;
    // the last point inside the body on the way from the target out through the mouse
    const Vec3 way = here - towards;
    if (way.norm() < 1e-6)
        return here;
    const Vec3 direction = way.normalized();
    const Grid& grid = skin->mask->grid();
    const double step = 0.5 * grid.spacing.minCoeff();
    const double far = grid.bounds().extent().norm();
    Vec3 last = here;
    bool inside = false;
    for (double t = 0; t < far; t += step) {
        const Vec3 p = towards + t * direction;
        if (skin->mask->contains(p)) {
            last = p;
            inside = true;
        } else if (inside && t > way.norm() - 20)
            break;
    }
    return inside ? last : here;
}

QString positionText(int axis, double mm)
{
    static constexpr const char* kPositive = "LPS";
    static constexpr const char* kNegative = "RAI";
    const double rounded = std::round(mm * 10) / 10;
    return QStringLiteral("%1 %2 mm")
        .arg(QLatin1Char(rounded < 0 ? kNegative[axis] : kPositive[axis]))
        .arg(QString::fromStdString(toText(std::abs(rounded), 1)));
}

} // namespace pollux
