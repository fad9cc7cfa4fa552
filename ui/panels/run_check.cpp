#include "ui/panels/run_check.h"

#include "ui/forms/text.h"
#include "ui/panels/findings_list.h"

#include <QPushButton>

#include <algorithm>

namespace pollux {

RunCheck::RunCheck(Findings found, Severity least) : m_told(std::move(found))
{
    const auto stop =
        std::find_if(m_told.begin(), m_told.end(), [](const Finding& f) { return f.severity == Severity::Stop; });
    if (stop != m_told.end()) {
        m_stop = shown(stop->text + " " + stop->advice);
        least = Severity::Stop;
    }
    std::erase_if(m_told, [&](const Finding& f) { return f.severity < least; });
}

QString RunCheck::why() const
{
    if (running)
        return QObject::tr("It is being computed: see its progress below.");
    if (formWrong)
        return QObject::tr("A field of the form is not right: see the sign beside it.");
    return nothingYet ? nothingWords : m_stop;
}

void RunCheck::show(FindingsList& list, QPushButton& button, const QString& help) const
{
    const QString words = why();
    list.show(nothingYet ? Findings{} : m_told);
    button.setEnabled(words.isEmpty());
    button.setToolTip(words.isEmpty() ? help : words);
}

} // namespace pollux
