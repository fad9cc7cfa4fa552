#pragma once

#include <memory>

namespace pollux {
class Operation;
}

/// Makes the safety shell of a structure: what lies within some millimetres around it.
std::unique_ptr<pollux::Operation> makeShellOperation();
