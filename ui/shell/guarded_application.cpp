#include "ui/shell/guarded_application.h"

#include "core/base/error.h"
#include "ui/forms/text.h"

#include <QDeadlineTimer>

#include <new>

namespace pollux {

namespace {

constexpr qint64 kQuietMs = 1000;

} // namespace

GuardedApplication::GuardedApplication(int& argc, char** argv) : QApplication(argc, argv) {}

bool GuardedApplication::notify(QObject* receiver, QEvent* event)
{
    // Events are delivered through here one within the other: what a handler throws is caught right above it, so none
    // of Qt's own books, which know no exceptions, are left half written.
    try {
        return QApplication::notify(receiver, event);
    } catch (const std::exception& e) {
        tell(e);
    }
    return true;
}

void GuardedApplication::tell(const std::exception& e)
{
    // Telling needs a little memory too; without it this failure goes untold, and the next one is tried again.
    try {
        const QString message = shown(messageOf(e));
        const qint64 now = QDeadlineTimer::current().deadline();
        const bool again = message == m_told && now - m_at < kQuietMs;
        m_told = message;
        m_at = now;
        if (!again)
            QMetaObject::invokeMethod(
                this, [this, message] { Q_EMIT failed(message); }, Qt::QueuedConnection);
    } catch (const std::bad_alloc&) { // NOLINT: nothing is left to do it with
    }
}

} // namespace pollux
