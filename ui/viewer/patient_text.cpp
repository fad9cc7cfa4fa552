#include "ui/viewer/patient_text.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>

namespace pollux {

QString shownName(const std::string& dicomName)
{
    QStringList parts = QString::fromStdString(dicomName).split(u'^', Qt::SkipEmptyParts);
    for (QString& part : parts)
        part = part.trimmed();
    return parts.join(QStringLiteral(", "));
}

QString shownDate(const std::string& date)
{
    const bool digits = std::all_of(date.begin(), date.end(), [](char c) { return c >= '0' && c <= '9'; });
    if (date.size() != 8 || !digits)
        return QString::fromStdString(date);
    return QString::fromStdString(date.substr(0, 4) + "-" + date.substr(4, 2) + "-" + date.substr(6, 2));
}

QString patientLine(const Case& c)
{
    if (c.studies.empty())
        return {};
    const Study& s = *c.studies.begin()->second;
    const QString name = shownName(s.patientName);
    QStringList parts{name.isEmpty() ? QCoreApplication::translate("PatientBanner", "(no name)") : name};
    if (!s.patientId.empty())
        parts << QCoreApplication::translate("PatientBanner", "ID") + QLatin1Char(' ') +
                     QString::fromStdString(s.patientId);
    if (!s.birthDate.empty())
        parts << QCoreApplication::translate("PatientBanner", "born") + QLatin1Char(' ') + shownDate(s.birthDate);
    return parts.join(QStringLiteral("  ·  "));
}

} // namespace pollux
