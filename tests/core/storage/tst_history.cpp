// The steps of a case and the states between them: of a session with undo and a branch, saved and reopened, without a
// journal, and what is said about what was not kept.

#include "core/case/case_document.h"
#include "core/case/hidden_plans.h"
#include "core/storage/case_file.h"
#include "core/storage/history_recorder.h"
#include "core/storage/session.h"

#include <QTemporaryDir>
#include <QTest>

using namespace pollux;

namespace {

Landmark at(double x)
{
    Landmark l;
    l.name = std::string("Tip");
    l.position = Vec3(x, 0, 0);
    return l;
}

Edit put(const char* id, double x)
{
    Edit edit;
    edit.put(Id(id), at(x));
    return edit;
}

Edit take(const char* id)
{
    Edit edit;
    edit.remove(Id(id));
    return edit;
}

VolumeObject image(std::int16_t value)
{
    Grid g;
    g.size = {4, 4, 4};
    VolumeObject v;
    v.name = std::string("CT");
    v.volume = Volume(g, std::vector<std::int16_t>(64, value));
    return v;
}

std::shared_ptr<const Lineage> record(const char* operation, const char* author, const char* when,
                                      std::vector<LineageInput> inputs = {})
{
    auto l = std::make_shared<Lineage>();
    l->operation = operation;
    l->author = author;
    l->when = when;
    l->inputs = std::move(inputs);
    return l;
}

/// A document that is followed as the window follows it.
struct Live
{
    CaseDocument document;
    HistoryRecorder recorder;
    std::string undoing;

    Live()
    {
        recorder.start({}, document.snapshot());
        document.listen([this](const Case&, const Case&) {
            recorder.add(undoing.empty() ? document.undoText() : undoing, "Dr A", document.snapshot());
        });
    }
    std::shared_ptr<const Case> apply(const char* text, const Edit& edit)
    {
        document.apply(text, edit);
        return document.snapshot();
    }
    void undo()
    {
        undoing = "Undo: " + document.undoText();
        document.undo();
        undoing.clear();
    }
};

std::vector<std::string> texts(const History& history)
{
    std::vector<std::string> out;
    for (const HistoryStep& step : history.steps())
        out.push_back(step.text);
    return out;
}

using Texts = std::vector<std::string>;
using Ids = std::vector<Id>;

} // namespace

class TestHistory : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;
    std::filesystem::path m_dir;

    /// Records the snapshots as a window would, saves, and reads the history of the file.
    History saved(const std::vector<std::pair<const char*, Case>>& steps)
    {
        const auto file = m_dir / "case.pollux";
        Session session = Session::open(m_dir / "work", std::nullopt, Job());
        for (const auto& [text, after] : steps)
            session.record(text, after);
        session.save(file, Job());
        return loadHistory(file, Job());
    }

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_dir = m_folder->path().toStdString();
    }

    void anEmptyCaseHasNone()
    {
        const History history;
        QVERIFY(history.steps().empty());
        QVERIFY(history.state(0).exact && history.state(7).shown->empty());
    }

    void aSessionKeepsItsStatesThroughUndoAndABranch()
    {
        Live live;
        const auto start = live.document.snapshot();
        const auto one = live.apply("One", put("a", 1));
        const auto two = live.apply("Two", put("b", 2));
        live.undo();
        QCOMPARE(live.document.snapshot(), one);
        const auto three = live.apply("Three", put("c", 3));
        const History history = live.recorder.history();
        QCOMPARE(texts(history), Texts({"One", "Two", "Undo: Two", "Three"}));
        const std::shared_ptr<const Case> states[] = {start, one, two, one, three};
        for (size_t n = 0; n < std::size(states); ++n) {
            const HistoryState state = history.state(n);
            QVERIFY(state.exact && state.gone.empty() && state.later.empty());
            QCOMPARE(state.shown, states[n]); // the very snapshot, also of the branch that was given up
        }
        QVERIFY(history.steps()[1].changed == std::vector<Change>({{Kind::Landmark, Id("b"), Change::What::Added}}));
        QVERIFY(history.steps()[2].changed == std::vector<Change>({{Kind::Landmark, Id("b"), Change::What::Removed}}));
        for (const HistoryStep& step : history.steps())
            QCOMPARE(step.author, std::string("Dr A"));
        QVERIFY(!history.steps()[0].gapSeconds && history.steps()[1].gapSeconds.value() < 60);
        QCOMPARE(live.document.snapshot(), three); // looking changes nothing
    }

    /// Memory is not held for the history: what undo no longer has goes after a while, and that is said.
    void aBranchThatWasGivenUpLongAgoIsNotKept()
    {
        Live live;
        live.apply("Wrong", put("wrong", 1));
        live.undo();
        for (int n = 0; n < 100; ++n)
            live.apply("Right", put("right", n));
        const History history = live.recorder.history();
        QCOMPARE(history.steps().size(), size_t(102));
        const HistoryState wrong = history.state(1);
        QVERIFY(!wrong.exact);
        QCOMPARE(wrong.gone, Ids({Id("wrong")}));
        QVERIFY(!wrong.shown->landmarks.contains(Id("wrong")));
        for (const size_t n : {size_t(3), size_t(50), size_t(102)}) { // undo holds these
            QVERIFY(history.state(n).exact);
            QCOMPARE(history.state(n).shown->landmarks.at(Id("right"))->position.x(), double(n) - 3);
        }
    }

    void aSavedCaseTellsWhatItStillHolds()
    {
        Case c;
        std::vector<std::pair<const char*, Case>> steps;
        const auto step = [&](const char* text, const Edit& edit) {
            c = apply(c, edit);
            steps.emplace_back(text, c);
        };
        Edit import = put("tip", 1);
        import.put(Id("ct"), image(7));
        step("Import", import);
        step("Move", put("tip", 2));
        step("Note", put("note", 5));
        step("Remove", take("note"));
        step("Last", put("end", 9));
        const History history = saved(steps);
        QCOMPARE(texts(history), Texts({"Import", "Move", "Note", "Remove", "Last"}));
        QVERIFY(history.state(0).shown->empty());
        const HistoryState imported = history.state(1);
        QVERIFY(!imported.exact);
        QCOMPARE(imported.shown->volumes.size(), size_t(1));
        QCOMPARE(imported.shown->landmarks.size(), size_t(1));
        QCOMPARE(imported.later, Ids({Id("tip")})); // moved since, and the old place is not kept
        QVERIFY(imported.gone.empty());
        const HistoryState moved = history.state(2);
        QVERIFY(moved.later.empty() && moved.gone.empty());
        QCOMPARE(moved.shown->landmarks.at(Id("tip"))->position.x(), 2.0);
        QCOMPARE(history.state(3).gone, Ids({Id("note")}));
        QVERIFY(history.state(4).gone.empty());
        QVERIFY(history.state(5).exact);
        QCOMPARE(history.state(5).shown->landmarks.size(), size_t(2));
    }

    /// Content keys tell that a thing is again what it was.
    void whatWentBackIsAsItWas()
    {
        const Case a = apply({}, put("tip", 1)), b = apply(a, put("tip", 2));
        const History history = saved({{"Set", a}, {"Move", b}, {"Undo: Move", apply(b, put("tip", 1))}});
        QVERIFY(history.state(1).later.empty());
        QCOMPARE(history.state(1).shown->landmarks.at(Id("tip"))->position.x(), 1.0);
        QCOMPARE(history.state(2).later, Ids({Id("tip")}));
    }

    void theJournalKnowsTheRunAndItsAuthor()
    {
        Case c = apply({}, put("tip", 1));
        c.lineage[Id("tip")] = record("case.landmark", "Dr B", "2100-01-01T00:00:00Z");
        const History history = saved({{"Landmark", c}, {"By hand", apply(c, put("tip", 3))}});
        QCOMPARE(history.steps()[0].operation, std::string("case.landmark"));
        QCOMPARE(history.steps()[0].author, std::string("Dr B"));
        QCOMPARE(history.steps()[1].operation, std::string());
        QCOMPARE(history.steps().size(), size_t(2)); // the lineage does not tell the run again
    }

    /// Opened again: the file's steps, then the session's, whose states are kept.
    void aReopenedCaseGoesOn()
    {
        const auto file = m_dir / "case.pollux";
        saved({{"One", apply({}, put("a", 1))}});
        Session session = Session::open(m_dir / "work", file, Job());
        CaseDocument document(session.initial());
        HistoryRecorder recorder;
        recorder.start(session.journal(), document.snapshot());
        const auto opened = document.snapshot();
        document.apply("Two", put("a", 2));
        recorder.add("Two", "", document.snapshot());
        const History history = recorder.history();
        QCOMPARE(texts(history), Texts({"One", "Two"}));
        QCOMPARE(history.state(1).shown, opened);
        QVERIFY(history.state(1).exact && history.state(2).exact);
        QVERIFY(history.state(0).shown->empty());
    }

    void withoutAJournalTheLineageTells()
    {
        Edit edit;
        edit.put(Id("ct"), image(7));
        Structure s;
        s.name = std::string("Dense");
        edit.put(Id("dense"), s);
        Case c = apply({}, edit);
        const ContentKey ct = c.keyOf(Id("ct")).value(), dense = c.keyOf(Id("dense")).value();
        c.lineage[Id("ct")] = record("import.study", "Dr A", "2020-05-01T12:00:00Z");
        // In one second, and the letters are the other way round: what makes goes before what uses.
        c.lineage[Id("dense")] = record("segment.threshold", "Dr B", "2020-05-01T12:01:30Z", {{Id("ct"), ct}});
        c.lineage[Id("dense/surface")] = record("mesh.surface", "Dr B", "2020-05-01T12:01:30Z", {{Id("dense"), dense}});
        const auto file = m_dir / "made.pollux";
        saveCase(c, file, Job());
        const History history = loadHistory(file, Job());
        QCOMPARE(texts(history), Texts({"import.study", "segment.threshold", "mesh.surface"}));
        for (const HistoryStep& step : history.steps())
            QVERIFY(step.ofLineage);
        QCOMPARE(history.steps()[1].gapSeconds.value(), 90.0);
        QCOMPARE(history.steps()[2].gapSeconds.value(), 0.0);
        QVERIFY(history.steps()[2].changed.front().what == Change::What::Changed);
        QVERIFY(history.state(0).shown->empty());
        QVERIFY(history.state(1).shown->volumes.contains(Id("ct")));
        QVERIFY(!history.state(1).shown->structures.contains(Id("dense")));
        QCOMPARE(history.state(2).later, Ids({Id("dense")})); // its surface came later
        // A journal that began afterwards tells the rest.
        {
            Session session = Session::open(m_dir / "work", file, Job());
            session.record("Note", apply(session.initial(), put("note", 1)));
            session.save(file, Job());
        }
        const History longer = loadHistory(file, Job());
        QCOMPARE(texts(longer), Texts({"import.study", "segment.threshold", "mesh.surface", "Note"}));
        QVERIFY(!longer.steps()[3].ofLineage);
        QVERIFY(longer.state(3).shown->landmarks.empty());
    }

    void aWholeCaseMaySaveItsJournal()
    {
        const Case c = apply({}, put("a", 1));
        const auto file = m_dir / "with.pollux";
        saveCase(c, file, Job(), std::nullopt,
                 {{4, "Four", "2020-05-01T12:00:00Z", journalChanges({}, c, ContentKeys::Take), std::string()}});
        const auto journal = loadJournal(file);
        QCOMPARE(journal.size(), size_t(1));
        QCOMPARE(journal[0].number, 4);
        QVERIFY(journal[0].changed.at(0).key == c.keyOf(Id("a")));
        QCOMPARE(loadHistory(file, Job()).steps()[0].when, std::string("2020-05-01T12:00:00Z"));
    }

    void aStrangersJournalIsReadWithCare()
    {
        QVERIFY(journalFromJson("not json").empty());
        QVERIFY(journalFromJson("{\"what\": 3}").empty());
        const auto changes = journalFromJson(R"([5, {"what": "moved", "kind": "plan", "id": "p"},
            {"what": "added", "kind": "plan", "id": "NOT AN ID"}, {"what": "added", "kind": "plan", "id": 7},
            {"what": "added", "kind": "plan", "id": "p", "key": "xyz", "author": {}}])");
        QCOMPARE(changes.size(), size_t(1));
        QVERIFY(changes[0].id == Id("p") && !changes[0].key && changes[0].author.empty());
        // A time that is none gives no gap; one that runs backwards is no negative pause.
        const auto now = std::make_shared<const Case>();
        const History history(now, {{1, "a", "2020-05-01T12:00:09Z", {}, {}},
                                    {2, "b", "2020-05-01T12:00:00Z", {}, {}},
                                    {3, "c", "yesterday, about noon", {}, {}}});
        QCOMPARE(history.steps()[1].gapSeconds.value(), 0.0);
        QVERIFY(!history.steps()[2].gapSeconds);
    }

    void whatIsHiddenNowIsInNoState()
    {
        Live live;
        Edit edit;
        Plan plan;
        plan.name = std::string("Teacher's");
        edit.put(Id("plan-1"), plan);
        live.apply("Plan", edit);
        Case hidden = live.document.current();
        hidden.lineage[hiddenId(Id("plan-1"))] = record("plan.hide", "Teacher", "2020-05-01T12:00:00Z");
        live.document.apply("Hide", Case(hidden));
        const History history = live.recorder.history();
        for (size_t n = 0; n <= history.steps().size(); ++n)
            QVERIFY(history.state(n).shown->plans.empty());
        QVERIFY(history.steps()[0].changed.empty());
        QCOMPARE(live.document.current().plans.size(), size_t(1)); // the case keeps it
    }

    void pausesAreCapped()
    {
        HistoryStep step;
        QCOMPARE(replaySeconds(step, 1), 0.6); // unknown: the shortest
        step.gapSeconds = 0;
        QCOMPARE(replaySeconds(step, 1), 0.6);
        step.gapSeconds = 1.5;
        QCOMPARE(replaySeconds(step, 1), 1.5);
        QCOMPARE(replaySeconds(step, 5), 0.3);
        step.gapSeconds = 86400;
        QCOMPARE(replaySeconds(step, 1), 3.0);
        QCOMPARE(replaySeconds(step, 10), 0.3);
    }
};

QTEST_GUILESS_MAIN(TestHistory)
#include "tst_history.moc"
