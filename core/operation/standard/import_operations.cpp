#include "core/operation/registry.h"
#include "core/operation/standard/import_labels.h"
#include "core/operation/standard/import_model.h"
#include "core/operation/standard/import_study.h"
#include "core/operation/standard/standard.h"

namespace pollux {

void installImportOperations(Registry& registry)
{
    registry.add(makeImportStudy());
    registry.add(makeImportLabels());
    registry.add(makeImportModel(registry.limits()));
}

} // namespace pollux
