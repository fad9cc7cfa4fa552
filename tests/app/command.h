#pragma once

// Runs the program as a stranger would, also as somebody who may do little.

#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QProcessEnvironment>
#include <QStringList>

#include <functional>
#include <grp.h>
#include <unistd.h>

namespace pollux::test {

struct Output
{
    int code = -1; ///< -1 where the program crashed
    QString out, err;

    QString all() const { return err + out; }
    QJsonObject json() const { return QJsonDocument::fromJson(out.toUtf8()).object(); }
};

struct Surroundings
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    std::function<void()> inChild; ///< between fork and exec: only system calls
    QString out;                   ///< file for the standard output
};

inline Output run(const QStringList& arguments, const Surroundings& in = {})
{
    QProcess process;
    process.setProcessEnvironment(in.environment);
    if (in.inChild)
        process.setChildProcessModifier(in.inChild);
    if (!in.out.isEmpty())
        process.setStandardOutputFile(in.out);
    process.start(POLLUX_BINARY_DIR "/bin/pollux", arguments);
    Output o;
    // Before Qt Test ends the whole program, which says nothing of what hung and where: after 5 minutes unless told.
    const int patience = qEnvironmentVariableIsSet("QTEST_FUNCTION_TIMEOUT") ? 300000 : 240000;
    if (process.state() != QProcess::NotRunning && !process.waitForFinished(patience)) {
        QProcess debugger;
        debugger.start("gdb", {"-p", QString::number(process.processId()), "-batch", "-ex", "thread apply all bt"});
        debugger.waitForFinished(30000);
        process.kill();
        process.waitForFinished();
        o.err = QString("'pollux %1' did not end.\n").arg(arguments.join(' ')) + debugger.readAllStandardOutput();
    }
    o.code = process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1;
    o.out = process.readAllStandardOutput();
    o.err += process.readAllStandardError();
    return o;
}

/// Permissions do not hold for root: the program runs as nobody then.
inline Surroundings unprivileged()
{
    Surroundings s;
    s.environment.insert("HOME", "/nonexistent");
    if (::geteuid() == 0)
        s.inChild = [] {
            constexpr unsigned kNobody = 65534;
            if (::setgroups(0, nullptr) != 0 || ::setresgid(kNobody, kNobody, kNobody) != 0 ||
                ::setresuid(kNobody, kNobody, kNobody) != 0)
                ::_exit(99);
        };
    return s;
}

/// Whether nobody may start the program at all: its folder may be closed to others.
inline bool unprivilegedWorks()
{
    return run({"--version"}, unprivileged()).code == 0;
}

/// What an error owes the user: it ends with the right code, and says these words.
#define VERIFY_SAYS(output, expectedCode, ...)                                                                         \
    do {                                                                                                               \
        const pollux::test::Output& o_ = (output);                                                                     \
        QVERIFY2(o_.code == (expectedCode), qPrintable(QString("code %1: ").arg(o_.code) + o_.all()));                 \
        for (const QString& word : QStringList(__VA_ARGS__))                                                           \
            QVERIFY2(o_.all().contains(word), qPrintable("no '" + word + "' in: " + o_.all()));                        \
    } while (false)

} // namespace pollux::test
