// The slices on the planes where the 3-D view is cut.
#include "core/base/parallel.h"
#include "ui/viewer/scene_cut.h"
#include "ui/viewer/slice_render.h"

#include <vtkActor.h>
#include <vtkCellArray.h>
#include <vtkFloatArray.h>
#include <vtkImageData.h>
#include <vtkNew.h>
#include <vtkPointData.h>
#include <vtkPoints.h>
#include <vtkPolyData.h>
#include <vtkPolyDataMapper.h>
#include <vtkProperty.h>
#include <vtkRenderer.h>
#include <vtkTexture.h>
#include <vtkUnsignedCharArray.h>

#include <algorithm>
#include <array>
#include <cmath>

namespace pollux {

namespace {

/// A choice: finer than a view of the window shows, and a step of a drag stays within milliseconds.
constexpr int kTexels = 640;

/// Sutherland and Hodgman 1974: what of a convex polygon lies where the distance is 0 or more.
std::vector<Vec3> clipped(const std::vector<Vec3>& polygon, const Plane& plane)
{
    std::vector<Vec3> out;
    for (size_t i = 0; i < polygon.size(); ++i) {
        const Vec3 &a = polygon[i], &b = polygon[(i + 1) % polygon.size()];
        const double da = plane.signedDistance(a), db = plane.signedDistance(b);
        if (da >= 0)
            out.push_back(a);
        if ((da >= 0) != (db >= 0))
            out.emplace_back(a + da / (da - db) * (b - a));
    }
    return out;
}

/// The six sides of an image, at the outer borders of its voxels.
std::array<Plane, 6> sidesOf(const Grid& grid)
{
    std::array<Plane, 6> sides;
    for (int axis = 0; axis < 3; ++axis) {
        const Vec3 along = grid.direction.col(axis);
        const double first = along.dot(grid.origin) - grid.spacing[axis] / 2;
        const double last = first + grid.spacing[axis] * grid.size[static_cast<size_t>(axis)];
        sides[static_cast<size_t>(2 * axis)] = {along, first};
        sides[static_cast<size_t>(2 * axis + 1)] = {-along, -last};
    }
    return sides;
}

/// The part of a slice that lies in the image and is not cut away by another plane; fewer than three points: none.
std::vector<Vec3> outlineOf(const SlicePlane& through, const Grid& grid, const std::vector<Plane>& others)
{
    double reach = 0;
    for (int axis = 0; axis < 3; ++axis)
        reach += grid.spacing[axis] * grid.size[static_cast<size_t>(axis)];
    reach += (grid.bounds().centre() - through.centre).norm();
    std::vector<Vec3> polygon;
    for (const auto& [x, y] : {std::pair(-1.0, -1.0), {1.0, -1.0}, {1.0, 1.0}, {-1.0, 1.0}})
        polygon.emplace_back(through.centre + reach * (x * through.right + y * through.down));
    for (const Plane& side : sidesOf(grid))
        polygon = clipped(polygon, side);
    for (const Plane& other : others)
        polygon = clipped(polygon, other);
    return polygon;
}

struct Cap
{
    /// All that it depends on; pointers are held so that an address is never met twice.
    struct Key
    {
        std::shared_ptr<const VolumeObject> volume;
        std::shared_ptr<const Mask> body;
        Vec3 crosshair = Vec3::Zero();
        Mat3 axes = Mat3::Identity();
        SceneCut cut;
        double windowCentre = 0, windowWidth = 0;
        bool operator==(const Key&) const = default;
    };
    std::optional<Key> key;
    std::vector<Vec3> outline;
    SlicePlane plane;
    QImage image; ///< ARGB, transparent outside of the body
    vtkNew<vtkPolyData> shape;
    vtkNew<vtkTexture> texture;
    vtkNew<vtkActor> actor;
};

SlicePlane around(const std::vector<Vec3>& outline, SlicePlane plane, const Grid& grid)
{
    Vec3 low = Vec3::Constant(1e300), high = Vec3::Constant(-1e300); // along right and down
    for (const Vec3& p : outline) {
        const Vec3 at((p - plane.centre).dot(plane.right), (p - plane.centre).dot(plane.down), 0);
        low = low.cwiseMin(at);
        high = high.cwiseMax(at);
    }
    const double width = high.x() - low.x(), height = high.y() - low.y();
    plane.centre += (low.x() + high.x()) / 2 * plane.right + (low.y() + high.y()) / 2 * plane.down;
    plane.mmPerPixel = std::max({std::max(width, height) / kTexels, grid.spacing.minCoeff() / 2, 1e-3});
    plane.size = QSize(std::max(1, static_cast<int>(std::ceil(width / plane.mmPerPixel))),
                       std::max(1, static_cast<int>(std::ceil(height / plane.mmPerPixel))));
    return plane;
}

void keepBody(QImage& image, const SlicePlane& plane, const Mask& body)
{
    uchar* const bits = image.bits();
    const qsizetype pitch = image.bytesPerLine();
    parallelFor(0, image.height(), 16, [&](std::int64_t first, std::int64_t last) {
        for (auto y = first; y < last; ++y) {
            auto* row = reinterpret_cast<QRgb*>(bits + y * pitch);
            for (int x = 0; x < image.width(); ++x)
                if (!body.contains(plane.toPatient({x + 0.5, static_cast<double>(y) + 0.5})))
                    row[x] = 0;
        }
    });
}

vtkSmartPointer<vtkImageData> toVtk(const QImage& image)
{
    auto data = vtkSmartPointer<vtkImageData>::New();
    data->SetDimensions(image.width(), image.height(), 1);
    vtkNew<vtkUnsignedCharArray> texels;
    texels->SetNumberOfComponents(4);
    texels->SetNumberOfTuples(vtkIdType(image.width()) * image.height());
    unsigned char* out = texels->GetPointer(0);
    for (int y = 0; y < image.height(); ++y) {
        const auto* row = reinterpret_cast<const QRgb*>(image.constScanLine(y));
        for (int x = 0; x < image.width(); ++x, out += 4) {
            out[0] = static_cast<unsigned char>(qRed(row[x]));
            out[1] = static_cast<unsigned char>(qGreen(row[x]));
            out[2] = static_cast<unsigned char>(qBlue(row[x]));
            out[3] = static_cast<unsigned char>(qAlpha(row[x]));
        }
    }
    data->GetPointData()->SetScalars(texels);
    return data;
}

void fillShape(Cap& cap)
{
    vtkNew<vtkPoints> points;
    vtkNew<vtkFloatArray> places;
    places->SetNumberOfComponents(2);
    vtkNew<vtkCellArray> cells;
    cells->InsertNextCell(static_cast<int>(cap.outline.size()));
    for (const Vec3& p : cap.outline) {
        cells->InsertCellPoint(points->InsertNextPoint(p.x(), p.y(), p.z()));
        const QPointF at = cap.plane.toPixel(p); // the first row of the texture is the first of the image
        places->InsertNextTuple2(at.x() / cap.plane.size.width(), at.y() / cap.plane.size.height());
    }
    cap.shape->SetPoints(points);
    cap.shape->SetPolys(cells);
    cap.shape->GetPointData()->SetTCoords(places);
    cap.shape->Modified();
}

constexpr std::array kKinds{PlaneKind::Axial, PlaneKind::Sagittal, PlaneKind::Coronal};

} // namespace

struct SceneCaps::Private
{
    vtkRenderer* renderer;
    std::array<Cap, 3> caps;

    void renew(Cap& cap, PlaneKind kind, const ViewState& state, const Cap::Key& key)
    {
        const Grid& grid = key.volume->volume.grid();
        const SlicePlane through = slicePlane(kind, key.crosshair, {2, 2}, 1, key.axes);
        std::vector<Plane> others;
        for (const Plane& p : cutPlanes(state))
            if (std::abs(p.normal.dot(through.normal())) < 0.5) // the axes are orthogonal: not this one itself
                others.push_back(p);
        cap.outline = outlineOf(through, grid, others);
        if (cap.outline.size() < 3)
            return;
        cap.plane = around(cap.outline, through, grid);
        SliceGrey grey;
        grey.windowCentre = key.windowCentre;
        grey.windowWidth = key.windowWidth;
        grey.background = state.theme.image;
        cap.image = renderSliceImage(key.volume->volume, cap.plane, grey).convertToFormat(QImage::Format_ARGB32);
        if (key.body)
            keepBody(cap.image, cap.plane, *key.body);
        cap.texture->SetInputData(toVtk(cap.image));
        fillShape(cap);
    }
};

SceneCaps::SceneCaps(vtkRenderer* renderer) : d(std::make_unique<Private>())
{
    d->renderer = renderer;
    for (Cap& cap : d->caps) {
        vtkNew<vtkPolyDataMapper> mapper;
        mapper->SetInputData(cap.shape);
        mapper->ScalarVisibilityOff();
        cap.actor->SetMapper(mapper);
        cap.texture->SetColorModeToDirectScalars();
        cap.texture->InterpolateOn();
        cap.texture->RepeatOff();
        cap.texture->EdgeClampOn();
        cap.actor->SetTexture(cap.texture);
        cap.actor->GetProperty()->LightingOff(); // grey values are measurements, not a surface in a light
        cap.actor->ForceOpaqueOn();              // places without alpha are left out, the others hide what is behind
        cap.actor->PickableOff();
    }
}

SceneCaps::~SceneCaps()
{
    for (Cap& cap : d->caps)
        d->renderer->RemoveActor(cap.actor);
}

void SceneCaps::update(const ViewState& state)
{
    std::shared_ptr<const VolumeObject> volume;
    if (state.document)
        if (const auto it = state.document->volumes.find(state.volume); it != state.document->volumes.end())
            volume = it->second;
    if (volume && volume->volume.empty())
        volume.reset();
    const Structure* skin = state.skin();
    for (size_t i = 0; i < d->caps.size(); ++i) {
        Cap& cap = d->caps[i];
        const bool on = volume && state.scene.cut.image && cutSide(state.scene.cut, kKinds[i]) != CutSide::Off;
        if (!on) {
            d->renderer->RemoveActor(cap.actor);
            cap.key.reset();
            cap.outline.clear();
            cap.image = {};
            continue;
        }
        const Cap::Key key{volume,          skin ? skin->mask : nullptr, state.crosshair,  state.axes,
                           state.scene.cut, state.windowCentre,          state.windowWidth};
        if (cap.key == key)
            continue;
        cap.key = key;
        d->renew(cap, kKinds[i], state, key);
        if (cap.outline.size() < 3)
            d->renderer->RemoveActor(cap.actor);
        else if (!d->renderer->HasViewProp(cap.actor))
            d->renderer->AddActor(cap.actor);
    }
}

bool SceneCaps::shown() const
{
    return std::any_of(d->caps.begin(), d->caps.end(), [](const Cap& cap) { return cap.outline.size() >= 3; });
}

std::optional<Vec3> SceneCaps::hit(const Vec3& from, const Vec3& to) const
{
    std::optional<Vec3> nearest;
    double least = 2;
    for (const Cap& cap : d->caps) {
        if (cap.outline.size() < 3)
            continue;
        const double a = cap.plane.distance(from), b = cap.plane.distance(to);
        if (a == b)
            continue;
        const double t = a / (a - b);
        if (t < 0 || t > 1 || t >= least)
            continue;
        const Vec3 p = from + t * (to - from);
        const QPointF at = cap.plane.toPixel(p);
        const QPoint texel(static_cast<int>(std::floor(at.x())), static_cast<int>(std::floor(at.y())));
        if (!cap.image.valid(texel) || qAlpha(cap.image.pixel(texel)) == 0)
            continue;
        // The rectangle of the texture is larger than the outline: within it the point is on one side of all edges.
        bool inside = true;
        int turn = 0;
        for (size_t i = 0; i < cap.outline.size() && inside; ++i) {
            const Vec3 edge = cap.outline[(i + 1) % cap.outline.size()] - cap.outline[i], away = p - cap.outline[i];
            const double side = edge.dot(cap.plane.right) * away.dot(cap.plane.down) -
                                edge.dot(cap.plane.down) * away.dot(cap.plane.right);
            const int sign = side > 0 ? 1 : side < 0 ? -1 : 0;
            inside = sign == 0 || turn == 0 || sign == turn;
            turn = sign ? sign : turn;
        }
        if (!inside)
            continue;
        least = t;
        nearest = p;
    }
    return nearest;
}

} // namespace pollux
