#pragma once

#include <QKeySequence>
#include <QList>
#include <QObject>
#include <QString>

#include <vector>

class QAction;

namespace pollux {

class Settings;

/// The keys of the window's actions: the defaults they were made with, and the user's own, which are kept in the
/// settings and given to the actions at once. No two actions share keys, and none takes what a view or a field needs.
/// Main thread.
class Shortcuts : public QObject
{
    Q_OBJECT

public:
    struct Command
    {
        QAction* action;
        QString name; ///< as in the menu, with it where the text alone would not do ("Theme: Dark")
        QKeySequence byDefault;
    };

    /// Of the actions that have an objectName; the keys they have now are the defaults. All outlive this. What the
    /// settings hold that is not allowed (a file written by hand, a default that came later) is left out; the user's
    /// own keys come before another command's default.
    Shortcuts(const QList<QAction*>& actions, Settings& settings, QObject* parent = nullptr);

    const std::vector<Command>& commands() const { return m_commands; } ///< in the order of the menus
    /// Why `keys` cannot be those of `command`; empty if they can. No keys at all are allowed.
    QString whyNot(const Command& command, const QKeySequence& keys) const;
    /// Gives and keeps them, or says why not and changes nothing.
    QString set(const Command& command, const QKeySequence& keys);
    /// The default again, unless another command has taken it.
    QString reset(const Command& command);
    void resetAll();
    bool isDefault(const Command& command) const;

    /// Why no command may have these keys, whatever the others have: a view, a field or a menu needs them. Or empty.
    static QString reservedFor(const QKeySequence& keys);

Q_SIGNALS:
    void changed();

private:
    const Command* takenBy(const Command& command, const QKeySequence& keys) const;
    void applyKept();

    Settings& m_settings;
    std::vector<Command> m_commands;
};

} // namespace pollux
