#pragma once

#include <QApplication>

namespace pollux {

/// An application that outlives what an event's handler throws (no memory for a picture, an unforeseen error): the
/// event is dropped, the case and its undo history stay, and failed() says what happened. Main thread.
class GuardedApplication : public QApplication
{
    Q_OBJECT

public:
    GuardedApplication(int& argc, char** argv);
    bool notify(QObject* receiver, QEvent* event) override;

Q_SIGNALS:
    /// Queued. Once for what fails in the same words again and again, as painting does, until a second without it.
    void failed(QString message);

private:
    void tell(const std::exception& e);

    QString m_told;
    qint64 m_at = 0; ///< ms of a steady clock, of the last failure
};

} // namespace pollux
