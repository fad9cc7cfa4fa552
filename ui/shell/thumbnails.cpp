#include "ui/shell/thumbnails.h"

#include "ui/forms/text.h"
#include "ui/shell/settings.h"
#include "ui/shell/workspace.h"
#include "ui/viewer/theme.h"
#include "ui/viewer/viewer.h"
#include "ui/viewer/views_picture.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFileInfo>
#include <QImage>
#include <QPainter>
#include <QRegularExpression>
#include <QSaveFile>

namespace pollux {

QString thumbnailFile(const QString& folder, const QString& caseFile)
{
    const QByteArray path = QFileInfo(caseFile).absoluteFilePath().toUtf8();
    const QByteArray name = QCryptographicHash::hash(path, QCryptographicHash::Sha256).toHex();
    return QDir(folder).filePath(QString::fromLatin1(name) + QStringLiteral(".png"));
}

bool writeThumbnail(const QString& folder, const QString& caseFile, const QImage& views)
{
    const QString name = thumbnailFile(folder, caseFile);
    QFile::remove(name); // a picture of how the case was before it was saved would be wrong
    if (views.isNull())
        return false;
    if (!QFileInfo::exists(folder)) {
        if (!QDir().mkpath(folder))
            return false;
        QFile::setPermissions(folder, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    }
    QImage picture(kThumbnailSize, QImage::Format_RGB32);
    picture.fill(loadTheme(true).image); // images sit on near-black in both themes
    QImage small = views.scaled(kThumbnailSize, Qt::KeepAspectRatio, Qt::SmoothTransformation);
    small.setDevicePixelRatio(1);
    QPainter painter(&picture);
    painter.drawImage((picture.width() - small.width()) / 2, (picture.height() - small.height()) / 2, small);
    painter.end();
    QSaveFile file(name);
    return file.open(QIODevice::WriteOnly) && file.setPermissions(QFile::ReadOwner | QFile::WriteOwner) &&
           picture.save(&file, "PNG") && file.commit();
}

void tidyThumbnails(const Settings& settings)
{
    const QDir folder(settings.thumbnailFolder());
    QStringList keep;
    if (settings.thumbnails())
        for (const QString& file : settings.recentCases())
            keep << QFileInfo(thumbnailFile(folder.path(), file)).fileName();
    static const QRegularExpression ours(QStringLiteral("^[0-9a-f]{64}\\.png$"));
    for (const QString& name : folder.entryList({QStringLiteral("*.png")}, QDir::Files | QDir::Hidden))
        if (ours.match(name).hasMatch() && !keep.contains(name))
            QFile::remove(folder.filePath(name));
}

Thumbnails::Thumbnails(Workspace& workspace, Viewer& viewer, Settings& settings, QObject* parent)
    : QObject(parent), m_workspace(workspace), m_viewer(viewer), m_settings(settings)
{
    tidyThumbnails(settings);
    connect(&workspace, &Workspace::saved, this, &Thumbnails::take);
    connect(&workspace, &Workspace::fileChanged, this, [this] { tidyThumbnails(m_settings); });
}

void Thumbnails::take()
{
    const auto& file = m_workspace.caseFile();
    if (!file || !m_settings.thumbnails() || m_settings.recentKept() == 0)
        return;
    // A case that cannot be pictured is saved all the same: it has no picture on the start page, and that is all.
    writeThumbnail(m_settings.thumbnailFolder(), q(file->string()),
                   viewsPicture(m_viewer, m_workspace.document().current(), false, {}));
}

} // namespace pollux
