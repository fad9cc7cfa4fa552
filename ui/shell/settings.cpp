#include "ui/shell/settings.h"

#include <QDir>
#include <QFileInfo>
#include <QSettings>
#include <QStandardPaths>

#include <algorithm>

namespace pollux {

namespace {

constexpr int kRecent = 8; ///< kept until the user says otherwise

std::unique_ptr<QSettings> openSettings(const QString& file)
{
    if (!file.isEmpty())
        return std::make_unique<QSettings>(file, QSettings::IniFormat);
    return std::make_unique<QSettings>(QSettings::IniFormat, QSettings::UserScope, QStringLiteral("pollux"),
                                       QStringLiteral("pollux"));
}

} // namespace

Settings::Settings(const QString& file) : m_file(file), m_settings(openSettings(file)) {}
Settings::~Settings() = default;

QStringList Settings::recentCases() const
{
    QStringList all = m_settings->value(QStringLiteral("recentCases")).toStringList();
    all.removeIf([](const QString& file) { return !QFileInfo::exists(file); });
    return all.mid(0, recentKept());
}

void Settings::addRecentCase(const QString& file)
{
    QStringList all = recentCases();
    const QString path = QFileInfo(file).absoluteFilePath();
    all.removeAll(path);
    all.prepend(path);
    m_settings->setValue(QStringLiteral("recentCases"), all.mid(0, recentKept()));
}

void Settings::clearRecentCases()
{
    m_settings->remove(QStringLiteral("recentCases"));
    m_settings->sync(); // forgotten on the disk too, now
}

int Settings::recentKept() const
{
    return std::clamp(m_settings->value(QStringLiteral("recentKept"), kRecent).toInt(), 0, kMostRecent);
}

void Settings::setRecentKept(int count)
{
    m_settings->setValue(QStringLiteral("recentKept"), std::clamp(count, 0, kMostRecent));
    m_settings->setValue(QStringLiteral("recentCases"), recentCases());
}

bool Settings::flag(const char* key, bool otherwise) const
{
    return m_settings->value(QLatin1String(key), otherwise).toBool();
}

bool Settings::thumbnails() const
{
    return flag("thumbnails", false);
}

void Settings::setThumbnails(bool on)
{
    m_settings->setValue(QStringLiteral("thumbnails"), on);
}

QString Settings::thumbnailFolder() const
{
    if (!m_file.isEmpty())
        return QFileInfo(m_file).absoluteDir().filePath(QStringLiteral("thumbnails"));
    return QStandardPaths::writableLocation(QStandardPaths::GenericCacheLocation) +
           QStringLiteral("/pollux/thumbnails");
}

bool Settings::patientInBanner() const
{
    return flag("patientInBanner", true);
}

void Settings::setPatientInBanner(bool on)
{
    m_settings->setValue(QStringLiteral("patientInBanner"), on);
}

std::optional<QString> Settings::shortcut(const QString& action) const
{
    const QString key = QStringLiteral("shortcuts/") + action;
    if (!m_settings->contains(key))
        return std::nullopt;
    return m_settings->value(key).toString();
}

void Settings::setShortcut(const QString& action, const std::optional<QString>& keys)
{
    const QString key = QStringLiteral("shortcuts/") + action;
    if (keys)
        m_settings->setValue(key, *keys);
    else
        m_settings->remove(key);
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
