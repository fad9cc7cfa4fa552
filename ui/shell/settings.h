#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <memory>

class QSettings;

namespace pollux {

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
    QString author() const; ///< the login name until the user says otherwise
    void setAuthor(const QString& author);
    QByteArray geometry() const;
    void setGeometry(const QByteArray& geometry);

private:
    std::unique_ptr<QSettings> m_settings;
};

} // namespace pollux
