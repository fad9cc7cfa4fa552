#pragma once

#include "core/case/finding.h"

#include <QString>

class QPushButton;

namespace pollux {

class FindingsList;

/// What stands in the way of a run, for the button that starts it and the findings above it.
struct RunCheck
{
    /// What stops comes first and alone; else what is at least as bad as `least`.
    RunCheck(Findings found, Severity least);

    bool nothingYet = false; ///< the findings say nothing: the case has not what they are about
    bool formWrong = false;  ///< a field of a form is no value
    bool running = false;
    QString nothingWords; ///< said if `nothingYet`

    /// Why it cannot run, in the user's words; empty if it can.
    QString why() const;
    /// Shows the findings; the button's tooltip says why, else `help`.
    void show(FindingsList& list, QPushButton& button, const QString& help) const;

private:
    Findings m_told;
    QString m_stop;
};

} // namespace pollux
