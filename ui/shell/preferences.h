#pragma once

#include <QDialog>

class QCheckBox;
class QComboBox;
class QLineEdit;
class QMainWindow;
class QPushButton;
class QSpinBox;

namespace pollux {

class Settings;
class Shortcuts;
class Workspace;

/// How the user likes the window: pages "General", "Shortcuts" and "Privacy". What is changed acts at once and is kept;
/// what acts at the next start says so. What a menu can do too (theme, size, clear list) is done by its action, so that
/// both always say the same. Not modal. Main thread.
class Preferences : public QDialog
{
    Q_OBJECT

public:
    /// All outlive the dialog.
    Preferences(Workspace& workspace, Settings& settings, Shortcuts& shortcuts, QMainWindow* window);

    void showPage(const QString& title); ///< in the language of the window; another title: the page stays

Q_SIGNALS:
    void changed(); ///< something in the settings that the window shows

protected:
    bool event(QEvent* event) override;

private:
    QWidget* makeGeneral();
    QWidget* makePrivacy();
    void renew(); ///< shows what holds now; menus may have changed it
    void trigger(const QString& action);

    Workspace& m_workspace;
    Settings& m_settings;
    QMainWindow& m_window;
    QLineEdit* m_author;
    QComboBox* m_theme;
    QComboBox* m_scale;
    QSpinBox* m_recentKept;
    QCheckBox* m_banner;
    QCheckBox* m_thumbnails;
    QPushButton* m_clear;
};

} // namespace pollux
