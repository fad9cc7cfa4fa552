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
    void setRecent(const QStringList& files);
    void setDemoAvailable(bool on);

Q_SIGNALS:
    void openFolder();
    void openFile();
    void openDemo();
    void openRecent(QString file);

private:
    QVBoxLayout* m_recent;
    QWidget* m_recentBox;
    QPushButton* m_demo;
};

} // namespace pollux
