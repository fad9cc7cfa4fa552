#pragma once

#include <QWidget>

class QPushButton;
class QVBoxLayout;

namespace pollux {

/// What an empty case shows: how to open a study, the demo patient, the cases of last time.
class StartPage : public QWidget
{
    Q_OBJECT

public:
    explicit StartPage(QWidget* parent = nullptr);
    /// The cases of last time, newest first, each with its date; with its picture from `thumbnailFolder` where there is
    /// one. Empty: without pictures.
    void setRecent(const QStringList& files, const QString& thumbnailFolder = {});
    void setDemoAvailable(bool on);

Q_SIGNALS:
    void openFolder();
    void openFile();
    void openDemo();
    void openRecent(QString file);
    void clearRecent();

private:
    QVBoxLayout* m_recent;
    QWidget* m_recentBox;
    QPushButton* m_demo;
};

} // namespace pollux
