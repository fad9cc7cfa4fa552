#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <array>
#include <memory>

class QSettings;

namespace pollux {

inline constexpr std::array kScales{100, 125, 150, 175, 200};

/// What the window remembers, in an ini file (XDG_CONFIG_HOME/pollux/pollux.ini). Never patient data: recent cases are
/// file names, which the user chose.
class Settings
{
public:
    /// Of the user; or of the file given (tests).
    explicit Settings(const QString& file = {});
    ~Settings();

    QStringList recentCases() const; ///< newest first, at most 8, only those that exist
    void addRecentCase(const QString& file);
    bool dark() const;
    void setDark(bool on);
    /// Everything in the window larger by this, in percent: one of kScales. Takes effect at the next start.
    int scale() const;
    void setScale(int percent);
    /// "en", "de", ...; empty: as the system. Takes effect at the next start.
    QString language() const;
    void setLanguage(const QString& code);
    QString author() const; ///< the login name until the user says otherwise
    void setAuthor(const QString& author);
    QByteArray geometry() const;
    void setGeometry(const QByteArray& geometry);

private:
    std::unique_ptr<QSettings> m_settings;
};

} // namespace pollux
