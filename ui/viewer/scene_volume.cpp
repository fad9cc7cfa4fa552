#include "ui/viewer/scene_volume.h"

#include "core/base/parallel.h"
#include "ui/viewer/scene_coarse.h"
#include "ui/viewer/scene_cut.h"
#include "ui/viewer/window_presets.h"

#include <vtkColorTransferFunction.h>
#include <vtkFixedPointVolumeRayCastMapper.h>
#include <vtkGPUVolumeRayCastMapper.h>
#include <vtkImageData.h>
#include <vtkMatrix4x4.h>
#include <vtkNew.h>
#include <vtkOpenGLRenderWindow.h>
#include <vtkPiecewiseFunction.h>
#include <vtkPlaneCollection.h>
#include <vtkPointData.h>
#include <vtkRenderer.h>
#include <vtkShortArray.h>
#include <vtkSmartPointer.h>
#include <vtkTextureObject.h>
#include <vtkVolume.h>
#include <vtkVolumeProperty.h>

#include <algorithm>
#include <cmath>
#include <limits>

namespace pollux {

namespace {

/// A choice, not a measured bound: 64 MiB as 16-bit numbers, and the normals of VTK beside them; more are
/// averaged.
constexpr std::int64_t kProcessorVoxels = std::int64_t(320) * 320 * 320;
/// On a graphics card: 2 bytes a voxel, and VTK holds a second copy while it uploads.
constexpr std::int64_t kCardVoxels = std::int64_t(1) << 29;

struct Voxels
{
    vtkSmartPointer<vtkImageData> image;
    int factor = 1;
};

/// Mean of factor^3 voxels as 16-bit numbers; calibrated values keep their unit, others are spread over the range.
Voxels toVtk(const Volume& volume, int factor, double low, double high, bool relative)
{
    const Grid& grid = volume.grid();
    int size[3];
    for (size_t a = 0; a < 3; ++a)
        size[a] = std::max(1, grid.size[a] / factor);
    vtkNew<vtkShortArray> values;
    values->SetNumberOfValues(std::int64_t(size[0]) * size[1] * size[2]);
    short* out = values->GetPointer(0);
    const double scale = relative ? 1000.0 / std::max(high - low, 1e-9) : 1.0;
    const double offset = relative ? low : 0.0;
    volume.visit([&](auto voxels) {
        parallelFor(0, std::int64_t(size[1]) * size[2], 64, [&](std::int64_t first, std::int64_t last) {
            for (std::int64_t row = first; row < last; ++row)
                for (int i = 0; i < size[0]; ++i) {
                    const int j = static_cast<int>(row % size[1]), k = static_cast<int>(row / size[1]);
                    double sum = 0;
                    int n = 0;
                    for (int c = 0; c < factor; ++c)
                        for (int b = 0; b < factor; ++b)
                            for (int a = 0; a < factor; ++a) {
                                const int x = i * factor + a, y = j * factor + b, z = k * factor + c;
                                if (!grid.contains(x, y, z))
                                    continue;
                                const auto v = static_cast<double>(voxels[static_cast<size_t>(grid.offset(x, y, z))]);
                                sum += std::isfinite(v) ? v : offset;
                                ++n;
                            }
                    const double v = ((n ? sum / n : offset) - offset) * scale;
                    out[row * size[0] + i] = static_cast<short>(std::lround(std::clamp(
                        v, double(std::numeric_limits<short>::min()), double(std::numeric_limits<short>::max()))));
                }
        });
    });
    Voxels made;
    made.factor = factor;
    made.image = vtkSmartPointer<vtkImageData>::New();
    made.image->SetDimensions(size);
    made.image->SetSpacing(grid.spacing.x() * factor, grid.spacing.y() * factor, grid.spacing.z() * factor);
    made.image->GetPointData()->SetScalars(values);
    return made;
}

/// Places the image in the patient: VTK 9.1's ray casters do not read an image's own directions.
void place(vtkVolume* actor, const Grid& grid, int factor)
{
    const double half = (factor - 1) / 2.0;
    const Vec3 origin = grid.toPatient(Vec3(half, half, half));
    vtkNew<vtkMatrix4x4> m;
    for (int r = 0; r < 3; ++r) {
        for (int c = 0; c < 3; ++c)
            m->SetElement(r, c, grid.direction(r, c));
        m->SetElement(r, 3, origin[r]);
    }
    actor->SetUserMatrix(m);
}

} // namespace

struct SceneVolume::Private
{
    vtkRenderer* renderer;
    vtkNew<vtkVolume> actor;
    vtkNew<vtkPiecewiseFunction> opacity;
    vtkNew<vtkColorTransferFunction> colour;
    vtkNew<vtkPlaneCollection> cuts;
    vtkSmartPointer<vtkVolumeMapper> mapper;
    std::shared_ptr<const VolumeObject> volume; ///< held: an address is never met twice
    VolumeRendering rendering;
    std::optional<VolumePreset> preset;
    Voxels voxels;
    double low = 0, high = 1;
    bool added = false;
    bool newVoxels = false;
    bool settled = false; ///< the way to draw these voxels is chosen

    void applyPreset()
    {
        opacity->RemoveAllPoints();
        colour->RemoveAllPoints();
        const double scale = preset->relative() ? 1000 : 1;
        for (const VolumePreset::Point& p : preset->points) {
            const double x = (p.value + rendering.shift) * scale;
            opacity->AddPoint(x, p.opacity);
            colour->AddRGBPoint(x, p.colour.redF(), p.colour.greenF(), p.colour.blueF());
        }
    }

    void applyCrop()
    {
        if (!mapper || !voxels.image)
            return;
        mapper->SetCropping(rendering.cropped);
        const Grid& grid = volume->volume.grid();
        const IndexBox box = cropBox(grid, rendering);
        double planes[6];
        for (int axis = 0; axis < 3; ++axis) {
            const auto a = static_cast<size_t>(axis);
            // Voxel borders, from the centre of the first averaged voxel.
            const double start = (voxels.factor - 1) / 2.0 + 0.5;
            planes[2 * axis] = (box.min[a] - start) * grid.spacing[axis];
            planes[2 * axis + 1] = (box.max[a] - start) * grid.spacing[axis];
        }
        mapper->SetCroppingRegionPlanes(planes);
        mapper->SetCroppingRegionFlagsToSubVolume();
        mapper->SetClippingPlanes(cuts.Get());
    }
};

SceneVolume::SceneVolume(vtkRenderer* renderer) : d(std::make_unique<Private>())
{
    d->renderer = renderer;
    vtkVolumeProperty* p = d->actor->GetProperty();
    p->SetScalarOpacity(d->opacity);
    p->SetColor(d->colour);
    p->SetScalarOpacityUnitDistance(1.0);
    p->SetInterpolationTypeToLinear();
    p->ShadeOn();
    p->SetAmbient(0.25);
    p->SetDiffuse(0.8);
    p->SetSpecular(0.2);
    p->SetSpecularPower(15);
    d->actor->PickableOff();
}

SceneVolume::~SceneVolume()
{
    if (d->added)
        d->renderer->RemoveViewProp(d->actor);
}

void SceneVolume::update(const ViewState& state)
{
    const auto before = d->rendering;
    d->rendering = state.volumeRendering;
    std::shared_ptr<const VolumeObject> volume;
    if (state.document)
        if (const auto it = state.document->volumes.find(state.volume); it != state.document->volumes.end())
            volume = it->second;
    std::optional<VolumePreset> preset;
    if (volume && !volume->volume.empty() && !d->rendering.preset.isEmpty())
        for (VolumePreset& p : presetsFor(*volume))
            if (p.key == d->rendering.preset)
                preset = std::move(p);
    if (!preset) {
        if (d->added)
            d->renderer->RemoveViewProp(d->actor);
        d->added = false;
        d->preset.reset();
        d->volume.reset();
        d->voxels = {}; // hundreds of MB are not kept for a picture that nobody looks at
        d->mapper = nullptr;
        d->actor->SetMapper(nullptr);
        return;
    }
    if (volume != d->volume) {
        d->newVoxels = true;
        d->volume = volume;
        const auto [centre, width] = automaticWindow(volume->volume);
        d->low = centre - width / 2;
        d->high = centre + width / 2;
    }
    const bool changed = !d->preset || d->preset->key != preset->key || before.shift != d->rendering.shift;
    d->preset = std::move(preset);
    movePlanes(d->cuts, cutPlanes(state));
    if (changed)
        d->applyPreset();
    d->applyCrop();
    if (!d->added)
        d->renderer->AddViewProp(d->actor);
    d->added = true;
    if (d->newVoxels) { // bounds, for a camera that is set before the first frame
        const Grid& grid = d->volume->volume.grid();
        const double most = static_cast<double>(grid.voxels());
        int factor = 1;
        while (most / std::pow(factor, 3) > static_cast<double>(kProcessorVoxels))
            ++factor;
        d->voxels = toVtk(d->volume->volume, factor, d->low, d->high, d->preset->relative());
        place(d->actor, grid, factor);
        d->newVoxels = false;
        d->settled = false;
        if (d->mapper)
            d->mapper->SetInputData(d->voxels.image);
        else {
            vtkNew<vtkFixedPointVolumeRayCastMapper> caster;
            caster->SetInputData(d->voxels.image);
            caster->AutoAdjustSampleDistancesOn();
            caster->SetInteractiveSampleDistance(2);
            caster->IntermixIntersectingGeometryOn();
            d->mapper = caster;
            d->actor->SetMapper(caster);
        }
        d->applyCrop();
    }
}

void SceneVolume::prepare(vtkRenderWindow* window)
{
    if (!d->added || d->settled)
        return;
    d->settled = true;
    if (drawnInSoftware(window))
        return;
    // A real graphics card: all the voxels that its 3-D textures hold.
    const auto* gl = vtkOpenGLRenderWindow::SafeDownCast(window);
    const Grid& grid = d->volume->volume.grid();
    const int side = gl ? vtkTextureObject::GetMaximumTextureSize3D(const_cast<vtkOpenGLRenderWindow*>(gl)) : 0;
    const int longest = *std::max_element(grid.size.begin(), grid.size.end());
    int factor = 1;
    while (side > 0 &&
           (longest / factor > side || grid.voxels() / (std::int64_t(factor) * factor * factor) > kCardVoxels))
        ++factor;
    if (side <= 0)
        return;
    vtkNew<vtkGPUVolumeRayCastMapper> caster;
    if (factor != d->voxels.factor) {
        d->voxels = toVtk(d->volume->volume, factor, d->low, d->high, d->preset->relative());
        place(d->actor, grid, factor);
    }
    caster->SetInputData(d->voxels.image);
    d->mapper = caster;
    d->actor->SetMapper(caster);
    d->applyCrop();
}

bool SceneVolume::shown() const
{
    return d->added;
}

int SceneVolume::reduction() const
{
    return d->added ? d->voxels.factor : 1;
}

} // namespace pollux
