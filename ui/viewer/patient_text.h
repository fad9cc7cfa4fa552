#pragma once

#include "core/case/case.h"

#include <QString>

namespace pollux {

/// "Doe^Jane" becomes "Doe, Jane"; "19700131" becomes "1970-01-31"; anything else stays as it is.
QString shownName(const std::string& dicomName);
QString shownDate(const std::string& dicomDate);

/// One line that names the patient (name, id, birth date), for pictures and films of which the user asked it. Empty for
/// a case without a study.
QString patientLine(const Case& c);

} // namespace pollux
