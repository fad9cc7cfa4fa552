#pragma once

#include "core/operation/operation.h"

#include <QString>

namespace pollux {

/// The help page of an operation, made from its declaration: method, parameters with unit, range, default and source,
/// and the same run on the command line.
QString helpPage(const Operation& operation);

} // namespace pollux
