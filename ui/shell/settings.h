#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <array>
#include <memory>
#include <optional>

class QSettings;

namespace pollux {

inline constexpr std::array kScales{100, 125, 150, 175, 200};
inline constexpr int kMostRecent = 20;

/// What the window remembers, in an ini file (XDG_CONFIG_HOME/pollux/pollux.ini). Never patient data: recent cases are
/// file names, which the user chose.
class Settings
{
public:
    /// Of the user; or of the file given (tests).
    explicit Settings(const QString& file = {});
    ~Settings();

    QStringList recentCases() const; ///< newest first, at most recentKept(), only those that exist; absolute paths
    void addRecentCase(const QString& file);
    void clearRecentCases();
    /// How many recent cases are remembered: 0..kMostRecent. Fewer than there are forgets the oldest.
    int recentKept() const;
    void setRecentKept(int count);
    /// Pictures of the recent cases are written; off until the user says otherwise, for they are patient data.
    bool thumbnails() const;
    void setThumbnails(bool on);
    /// Where those pictures lie: XDG_CACHE_HOME/pollux/thumbnails; beside the file that was given (tests).
    QString thumbnailFolder() const;
    /// The banner says who the case is about; on until the user says otherwise.
    bool patientInBanner() const;
    void setPatientInBanner(bool on);
    /// The user's own keys of an action (its objectName) as portable text; empty text: no key. Nothing: the default.
    std::optional<QString> shortcut(const QString& action) const;
    void setShortcut(const QString& action, const std::optional<QString>& keys);
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
    bool flag(const char* key, bool otherwise) const;

    QString m_file; ///< empty: the user's
    std::unique_ptr<QSettings> m_settings;
};

} // namespace pollux
