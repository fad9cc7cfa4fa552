#pragma once

namespace pollux {

class Registry;

void installStrokeOperations(Registry& registry); ///< edit.brush, edit.outline, edit.level-trace
void installShapeOperations(Registry& registry);  ///< edit.islands, fill-between, margin, hollow, smooth, grow, cut

} // namespace pollux
