#pragma once

#include "core/case/case.h"

#include <QString>

#include <string_view>

namespace pollux {

/// Name of a structure as shown. A name that the anatomy table gave ("Liver", "Liver lesion 2") is in the language of
/// the window; one that a person chose stays as it is. The case keeps the name it has.
QString structureName(const Structure& structure);
/// The same of any object of the case; empty if absent.
QString nameShown(const Case& c, const Id& id);
/// What an anatomy key is called; the key, with blanks, if the table does not know it.
QString anatomyName(std::string_view key);

} // namespace pollux
