#include "ui/viewer/scene_cut.h"

#include <vtkNew.h>
#include <vtkPlane.h>
#include <vtkPlaneCollection.h>

namespace pollux {

CutSide cutSide(const SceneCut& cut, PlaneKind kind)
{
    return kind == PlaneKind::Axial ? cut.axial : kind == PlaneKind::Sagittal ? cut.sagittal : cut.coronal;
}

Vec3 cutAway(PlaneKind kind, CutSide side, const Mat3& axes)
{
    const Vec3 behind = slicePlane(kind, Vec3::Zero(), {2, 2}, 1, axes).normal();
    return side == CutSide::Off ? Vec3(Vec3::Zero()) : side == CutSide::Near ? Vec3(-behind) : behind;
}

std::vector<Plane> cutPlanes(const ViewState& state)
{
    std::vector<Plane> planes;
    for (const PlaneKind kind : {PlaneKind::Axial, PlaneKind::Sagittal, PlaneKind::Coronal})
        if (const CutSide side = cutSide(state.scene.cut, kind); side != CutSide::Off) {
            const Vec3 stays = -cutAway(kind, side, state.axes);
            planes.push_back({stays, stays.dot(state.crosshair)});
        }
    return planes;
}

bool movePlanes(vtkPlaneCollection* planes, const std::vector<Plane>& wanted)
{
    const int count = static_cast<int>(wanted.size());
    const bool other = planes->GetNumberOfItems() != count;
    if (other) {
        planes->RemoveAllItems();
        for (int i = 0; i < count; ++i) {
            vtkNew<vtkPlane> plane;
            planes->AddItem(plane);
        }
    }
    for (int i = 0; i < count; ++i) {
        const Plane& p = wanted[static_cast<size_t>(i)];
        const Vec3 origin = p.offset * p.normal;
        planes->GetItem(i)->SetNormal(p.normal.x(), p.normal.y(), p.normal.z());
        planes->GetItem(i)->SetOrigin(origin.x(), origin.y(), origin.z());
    }
    return other;
}

} // namespace pollux
