#include "ui/shell/shortcuts.h"

#include "ui/shell/settings.h"

#include <QAction>
#include <QMenu>

#include <algorithm>
#include <set>

namespace pollux {

namespace {

QString plain(QString text)
{
    return text.remove(u'&').remove(u'…');
}

QString nameOf(const QAction& action)
{
    // "Dark" and "150 %" say nothing without the menu they are in.
    for (const QObject* object : action.associatedObjects())
        if (const auto* menu = qobject_cast<const QMenu*>(object); menu && !menu->title().isEmpty())
            if (qobject_cast<const QMenu*>(menu->parentWidget()))
                return QStringLiteral("%1: %2").arg(plain(menu->title()), plain(action.text()));
    return plain(action.text());
}

/// Equal, or one the beginning of the other: then the longer one could never be typed to its end.
bool clash(const QKeySequence& a, const QKeySequence& b)
{
    return !a.isEmpty() && !b.isEmpty() &&
           (a.matches(b) != QKeySequence::NoMatch || b.matches(a) != QKeySequence::NoMatch);
}

/// What the views and the fields do with a key that is pressed without Ctrl, Alt or Meta. Empty: nothing.
QString withoutModifier(int key)
{
    switch (key) {
    case Qt::Key_Up:
    case Qt::Key_Down:
    case Qt::Key_Left:
    case Qt::Key_Right:
        return Shortcuts::tr("The arrows scroll the slices and move the crosshair.");
    case Qt::Key_PageUp:
    case Qt::Key_PageDown:
        return Shortcuts::tr("The page keys scroll the slices and move what is planned.");
    case Qt::Key_Plus:
    case Qt::Key_Equal:
    case Qt::Key_Minus:
        return Shortcuts::tr("Plus and minus enlarge and reduce the slices.");
    case Qt::Key_Space:
        return Shortcuts::tr("The space bar presses buttons and sets points with a tool of the slices.");
    case Qt::Key_Return:
    case Qt::Key_Enter:
        return Shortcuts::tr("Enter completes what a tool of the slices began.");
    case Qt::Key_Escape:
        return Shortcuts::tr("Escape cancels.");
    case Qt::Key_Tab:
    case Qt::Key_Backtab:
        return Shortcuts::tr("Tab moves from one control to the next.");
    case Qt::Key_Home:
    case Qt::Key_End:
    case Qt::Key_Insert:
    case Qt::Key_Delete:
    case Qt::Key_Backspace:
        return Shortcuts::tr("Fields need this key for editing.");
    case Qt::Key_A:
    case Qt::Key_P:
    case Qt::Key_L:
    case Qt::Key_R:
    case Qt::Key_S:
    case Qt::Key_I:
        return Shortcuts::tr("This letter turns the 3-D view to a side, L, R, A and P move what is planned, and fields "
                             "need it for typing.");
    default:
        // Keys with a character of their own; those from Key_Escape on are functions.
        return key < Qt::Key_Escape ? Shortcuts::tr("Fields need this key for typing. Press Ctrl with it.") : QString();
    }
}

} // namespace

Shortcuts::Shortcuts(const QList<QAction*>& actions, Settings& settings, QObject* parent)
    : QObject(parent), m_settings(settings)
{
    for (QAction* action : actions)
        if (!action->objectName().isEmpty())
            m_commands.push_back({action, nameOf(*action), action->shortcut()});
    applyKept();
}

void Shortcuts::applyKept()
{
    std::vector<std::pair<const Command*, QKeySequence>> given;
    const auto isFree = [&given](const QKeySequence& keys) {
        return std::none_of(given.begin(), given.end(), [&](const auto& g) { return clash(g.second, keys); });
    };
    std::set<const Command*> own;
    for (const Command& command : m_commands) {
        const auto kept = m_settings.shortcut(command.action->objectName());
        if (!kept)
            continue;
        const QKeySequence keys = QKeySequence::fromString(*kept, QKeySequence::PortableText);
        if ((keys.isEmpty() && !kept->isEmpty()) || !reservedFor(keys).isEmpty() || !isFree(keys))
            continue;
        given.emplace_back(&command, keys);
        own.insert(&command);
    }
    for (const Command& command : m_commands)
        if (!own.contains(&command))
            given.emplace_back(&command, isFree(command.byDefault) ? command.byDefault : QKeySequence());
    for (const auto& [command, keys] : given)
        command->action->setShortcut(keys);
}

QString Shortcuts::reservedFor(const QKeySequence& keys)
{
    if (keys.isEmpty())
        return {};
    const QKeyCombination first = keys[0]; // later keys of a sequence come when the first has been understood
    const Qt::KeyboardModifiers modifiers = first.keyboardModifiers();
    if (first.key() == Qt::Key_unknown)
        return tr("This key is not known.");
    if (!modifiers.testAnyFlags(Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier))
        return withoutModifier(first.key());
    if ((modifiers & ~Qt::ShiftModifier) == Qt::AltModifier && first.key() < Qt::Key_Escape)
        return tr("Alt with a letter opens menus. Press Ctrl with it.");
    return {};
}

const Shortcuts::Command* Shortcuts::takenBy(const Command& command, const QKeySequence& keys) const
{
    const auto other = std::find_if(m_commands.begin(), m_commands.end(), [&](const Command& c) {
        return c.action != command.action && clash(c.action->shortcut(), keys);
    });
    return other == m_commands.end() ? nullptr : &*other;
}

QString Shortcuts::whyNot(const Command& command, const QKeySequence& keys) const
{
    if (const QString reserved = reservedFor(keys); !reserved.isEmpty())
        return reserved;
    if (const Command* other = takenBy(command, keys))
        return tr("%1 is taken by \"%2\". Give that command another key first.")
            .arg(other->action->shortcut().toString(QKeySequence::NativeText), other->name);
    return {};
}

QString Shortcuts::set(const Command& command, const QKeySequence& keys)
{
    const QString why = whyNot(command, keys);
    if (!why.isEmpty())
        return why;
    command.action->setShortcut(keys);
    m_settings.setShortcut(command.action->objectName(),
                           keys == command.byDefault ? std::nullopt
                                                     : std::optional(keys.toString(QKeySequence::PortableText)));
    Q_EMIT changed();
    return {};
}

QString Shortcuts::reset(const Command& command)
{
    return set(command, command.byDefault);
}

void Shortcuts::resetAll()
{
    for (const Command& command : m_commands) {
        command.action->setShortcut(command.byDefault);
        m_settings.setShortcut(command.action->objectName(), std::nullopt);
    }
    Q_EMIT changed();
}

bool Shortcuts::isDefault(const Command& command) const
{
    return command.action->shortcut() == command.byDefault;
}

} // namespace pollux
