#include "ui/shell/settings.h"

#include <QFileInfo>
#include <QSettings>

#include <algorithm>

namespace pollux {

namespace {

constexpr int kRecent = 8;

std::unique_ptr<QSettings> openSettings(const QString& file)
{
    if (!file.isEmpty())
        return std::make_unique<QSettings>(file, QSettings::IniFormat);
    return std::make_unique<QSettings>(QSettings::IniFormat, QSettings::UserScope, QStringLiteral("pollux"),
                                       QStringLiteral("pollux"));
}

} // namespace

Settings::Settings(const QString& file) : m_settings(openSettings(file)) {}
Settings::~Settings() = default;

QStringList Settings::recentCases() const
{
    QStringList all = m_settings->value(QStringLiteral("recentCases")).toStringList();
    all.removeIf([](const QString& file) { return !QFileInfo::exists(file); });
    return all;
}

void Settings::addRecentCase(const QString& file)
{
    QStringList all = recentCases();
    const QString path = QFileInfo(file).absoluteFilePath();
    all.removeAll(path);
    all.prepend(path);
    while (all.size() > kRecent)
        all.removeLast();
    m_settings->setValue(QStringLiteral("recentCases"), all);
}

bool Settings::dark() const
{
    return m_settings->value(QStringLiteral("theme"), QStringLiteral("dark")).toString() != QStringLiteral("light");
}

void Settings::setDark(bool on)
{
    m_settings->setValue(QStringLiteral("theme"), on ? QStringLiteral("dark") : QStringLiteral("light"));
}

int Settings::scale() const
{
    const int percent = m_settings->value(QStringLiteral("scale"), kScales.front()).toInt();
    return std::find(kScales.begin(), kScales.end(), percent) == kScales.end() ? kScales.front() : percent;
}

void Settings::setScale(int percent)
{
    m_settings->setValue(QStringLiteral("scale"), percent);
}

QString Settings::language() const
{
    return m_settings->value(QStringLiteral("language")).toString();
}

void Settings::setLanguage(const QString& code)
{
    m_settings->setValue(QStringLiteral("language"), code);
}

QString Settings::author() const
{
    return m_settings->value(QStringLiteral("author"), qEnvironmentVariable("USER")).toString();
}

void Settings::setAuthor(const QString& author)
{
    m_settings->setValue(QStringLiteral("author"), author);
}

QByteArray Settings::geometry() const
{
    return m_settings->value(QStringLiteral("geometry")).toByteArray();
}

void Settings::setGeometry(const QByteArray& geometry)
{
    m_settings->setValue(QStringLiteral("geometry"), geometry);
}

} // namespace pollux
