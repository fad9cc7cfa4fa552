#pragma once

#include <QObject>
#include <QSize>
#include <QString>

class QImage;

namespace pollux {

class Settings;
class Viewer;
class Workspace;

inline constexpr QSize kThumbnailSize{160, 100}; ///< px

/// The file of a case's picture in `folder`: named by a hash of the case's absolute path, so that neither a patient nor
/// the name of a case can be read from it.
QString thumbnailFile(const QString& folder, const QString& caseFile);

/// Writes `views` as a PNG of kThumbnailSize, whole or not at all, that only this user may read (0600), and makes the
/// folder (0700) if it is missing. False if it could not; a picture from before is then gone.
bool writeThumbnail(const QString& folder, const QString& caseFile, const QImage& views);

/// Removes the pictures of all but the recent cases that exist; all of them if pictures are turned off. Touches nothing
/// in the folder that is not named as thumbnailFile() does.
void tidyThumbnails(const Settings& settings);

/// Small pictures of the recent cases for the start page, without patient text: taken from the views whenever a case is
/// saved, if the user has turned that on. Main thread.
class Thumbnails : public QObject
{
    Q_OBJECT

public:
    /// All outlive this. Connect first what enters the case among the recent ones.
    Thumbnails(Workspace& workspace, Viewer& viewer, Settings& settings, QObject* parent);

private:
    void take();

    Workspace& m_workspace;
    Viewer& m_viewer;
    Settings& m_settings;
};

} // namespace pollux
