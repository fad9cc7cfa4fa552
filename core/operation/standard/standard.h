#pragma once

namespace pollux {

class Registry;

// One function a file of this folder; installStandardOperations() calls them all.
void installImportOperations(Registry& registry);  ///< import.study, labels, model
void installSegmentOperations(Registry& registry); ///< segment.*, mask.*
void installMeshOperations(
    Registry& registry); ///< mesh.surface, mesh.centrelines, measure.statistics, image.distance-map
void installRegisterOperations(Registry& registry); ///< register.affine, deformable, landmarks, carry; case.follow-up
void installMeasureOperations(Registry& registry);  ///< measure.place and more, anatomy.joint-space
void installAnatomyOperations(Registry& registry);  ///< anatomy.*
void installCaseOperations(Registry& registry);     ///< case.*: confirm, landmark, rename, remove and more; plan.*

} // namespace pollux
