// A property of the whole window: whatever was done, undoing all of it leads back to where it began, and redoing all of
// it to where it ended; on the screen, in the document and in the file. The actions are drawn from a fixed seed;
// POLLUX_SEED=n draws others, POLLUX_ACTIONS=n another number of them.

#include "tests/app/fingerprint.h"
#include "tests/ui/walk/random_actions.h"

#include <QElapsedTimer>

using namespace pollux;

namespace {

constexpr std::uint32_t kSeed = 20260501;
constexpr int kActions = 200;
constexpr int kFewestSteps = 20; ///< fewer that can be undone would make the test an empty one

/// Says what was done if the test did not pass.
struct Teller
{
    const RandomActions& f;
    std::uint32_t seed;

    ~Teller()
    {
        if (QTest::currentTestFailed())
            qWarning("seed %u; what was done:\n%s", seed, qPrintable(f.done.join(QLatin1Char('\n'))));
    }
};

int numberFrom(const char* variable, int otherwise)
{
    bool ok = false;
    const int n = qEnvironmentVariable(variable).toInt(&ok);
    return ok ? n : otherwise;
}

} // namespace

class TestRandomActions : public QObject
{
    Q_OBJECT

    /// All steps in one go, as long as the action is enabled; how many there were.
    static int all(const RandomActions& f, const char* action)
    {
        int steps = 0;
        for (QAction* a = f.action(action); a->isEnabled() && steps < 10000; ++steps)
            a->trigger();
        return steps;
    }

    /// What differs from `wanted` in the document, in the tree, and in a file that is saved now; empty if nothing.
    static QString wrong(const RandomActions& f, const test::Fingerprint& wanted, const char* file)
    {
        if (const std::string d = test::difference(wanted, test::fingerprint(f.now())); !d.empty())
            return "in the document:\n" + q(d);
        auto* tree = f.window->findChild<QTreeWidget*>("caseTree");
        for (const auto& [id, s] : f.now().structures)
            if (tree->findItems(q(s->name), Qt::MatchExactly | Qt::MatchRecursive).isEmpty())
                return QString("the tree does not show '%1'").arg(q(s->name));
        bool saved = false;
        f.workspace->save(f.path(file), [&saved](const Workspace::SaveOutcome& o) { saved = o.ok; });
        if (!f.settle() || !saved)
            return "it cannot be saved";
        if (const std::string d = test::difference(wanted, test::fingerprint(loadCase(f.path(file), Job())));
            !d.empty())
            return "in the file:\n" + q(d);
        return {};
    }

private Q_SLOTS:
    void undoOfAllLeadsBackAndRedoForth()
    {
        const auto seed = static_cast<std::uint32_t>(numberFrom("POLLUX_SEED", int(kSeed)));
        const int actions = numberFrom("POLLUX_ACTIONS", kActions);
        qInfo("seed %u, %d actions", seed, actions);
        QElapsedTimer clock;
        clock.start();
        RandomActions f(seed);
        const Teller teller{f, seed};
        QVERIFY2(f.fault.isEmpty(), qPrintable(f.fault));
        const test::Fingerprint start = test::fingerprint(f.now());
        QVERIFY(!f.workspace->document().canUndo());

        for (int n = 0; n < actions; ++n) {
            f.act();
            QVERIFY2(f.fault.isEmpty(), qPrintable(f.fault));
            // Mostly one waits for what one has begun, but not always.
            if (f.pick(6) > 0)
                QVERIFY2(f.settle(), "a job does not come to its end");
            else
                QCoreApplication::processEvents();
        }
        QVERIFY(f.rest());
        qInfo("%5.1f s: all done", double(clock.elapsed()) / 1000);

        all(f, "actionRedo"); // what was undone at last belongs to it
        QVERIFY(f.rest());
        const test::Fingerprint end = test::fingerprint(f.now());
        const int steps = all(f, "actionUndo");
        QVERIFY2(steps >= std::min(kFewestSteps, actions / 10), qPrintable(QString("only %1 steps").arg(steps)));
        QVERIFY(!f.workspace->document().canUndo());
        QVERIFY(steps < 2 || !test::difference(start, end).empty());
        const QString undone = wrong(f, start, "undone.pollux");
        QVERIFY2(undone.isEmpty(), qPrintable(undone));

        QCOMPARE(all(f, "actionRedo"), steps);
        const QString redone = wrong(f, end, "redone.pollux");
        QVERIFY2(redone.isEmpty(), qPrintable(redone));
        qInfo("%5.1f s: %d steps undone and redone", double(clock.elapsed()) / 1000, steps);
    }
};

QTEST_MAIN(TestRandomActions)
#include "tst_random_actions.moc"
