#include "core/base/error.h"
#include "core/case/case.h"
#include "core/case/case_document.h"

#include <QTest>

using namespace pollux;

class TestCase : public QObject
{
    Q_OBJECT

    static Grid grid()
    {
        Grid g;
        g.size = {4, 4, 4};
        return g;
    }

    static Structure structure(const std::string& anatomy, int voxel, ConfirmState state = ConfirmState::Proposed)
    {
        std::vector<std::uint8_t> voxels(64, 0);
        voxels[voxel] = 1;
        Structure s;
        s.name = anatomy;
        s.anatomy = anatomy;
        s.state = state;
        s.mask = std::make_shared<Mask>(grid(), voxels);
        return s;
    }

private Q_SLOTS:
    void editingSharesWhatDidNotChange()
    {
        Edit first;
        first.put(Id("liver"), structure("liver", 0));
        first.put(Id("spleen"), structure("spleen", 1));
        const Case a = apply({}, first);
        Edit second;
        second.put(Id("liver"), structure("liver", 2));
        const Case b = apply(a, second);
        QCOMPARE(a.structures.at(Id("spleen")), b.structures.at(Id("spleen")));
        QCOMPARE(diff(a, b), (std::vector<Change>{{Kind::Structure, Id("liver"), Change::What::Changed}}));
        QCOMPARE(diff(b, b).size(), size_t(0));
    }

    void anIdIsOneObject()
    {
        Edit e;
        e.put(Id("x"), structure("liver", 0));
        const Case a = apply({}, e);
        Edit landmark;
        landmark.put(Id("x"), Landmark{"x", Vec3(1, 2, 3)});
        const Case b = apply(a, landmark);
        QVERIFY(b.structures.empty());
        QCOMPARE(b.kindOf(Id("x")).value(), Kind::Landmark);
        QCOMPARE(b.freeId(Id("x")).text(), std::string("x-2"));
    }

    void confirmedStructuresGoFirst()
    {
        Edit e;
        e.put(Id("a"), structure("liver", 0));
        e.put(Id("b"), structure("liver", 1, ConfirmState::Confirmed));
        QCOMPARE(apply({}, e).findAnatomy("liver").value(), Id("b"));
        QVERIFY(!apply({}, e).findAnatomy("spleen"));
    }

    void aMissingObjectIsNamedWithWhatExists()
    {
        Edit e;
        e.put(Id("liver"), structure("liver", 0));
        try {
            apply({}, e).structure(Id("spleen"));
            QFAIL("was found");
        } catch (const Error& error) {
            QCOMPARE(error.code(), ErrorCode::NotFound);
            QVERIFY(QString(error.what()).contains("liver"));
        }
    }

    void stalenessRunsDownTheGraph()
    {
        Edit e;
        e.put(Id("liver"), structure("liver", 0));
        e.put(Id("lesion"), structure("lesion", 1));
        Plan plan;
        plan.name = "p";
        e.put(Id("plan"), plan);
        Case c = apply({}, e);
        const auto record = [&](const char* id, const char* input) {
            Lineage l;
            l.operation = "test.op";
            l.inputs = {{Id(input), c.keyOf(Id(input)).value()}};
            c.lineage[Id(id)] = std::make_shared<Lineage>(l);
        };
        record("lesion", "liver");
        record("plan", "lesion");
        QVERIFY(staleIds(c).empty());
        Edit edit;
        edit.put(Id("liver"), structure("liver", 7));
        const Case after = apply(c, edit);
        QCOMPARE(staleIds(after), (std::set<Id>{Id("lesion"), Id("plan")}));
        // Confirming changes no number, so it makes nothing stale.
        Edit confirm;
        confirm.put(Id("liver"), structure("liver", 0, ConfirmState::Confirmed));
        QVERIFY(staleIds(apply(c, confirm)).empty());
        // Removing an input does.
        Edit remove;
        remove.remove(Id("liver"));
        QCOMPARE(staleIds(apply(c, remove)).size(), size_t(2));
    }

    void undoAllReturnsToTheStart()
    {
        CaseDocument document;
        const auto start = document.snapshot();
        int told = 0;
        document.listen([&](const Case&, const Case&) { ++told; });
        for (int n = 0; n < 20; ++n) {
            Edit e;
            e.put(Id("s" + std::to_string(n % 5)), structure("liver", n));
            document.apply("step " + std::to_string(n), e);
        }
        const auto end = document.snapshot();
        QCOMPARE(document.undoText(), std::string("step 19"));
        while (document.canUndo())
            document.undo();
        QCOMPARE(document.snapshot(), start);
        while (document.canRedo())
            document.redo();
        QCOMPARE(document.snapshot(), end);
        QCOMPARE(told, 60);
    }

    void aNewStepForgetsWhatWasUndone()
    {
        CaseDocument document;
        Edit e;
        e.put(Id("a"), structure("liver", 0));
        document.apply("one", e);
        document.undo();
        document.apply("two", e);
        QVERIFY(!document.canRedo());
        QVERIFY(document.modified());
        document.setSaved();
        QVERIFY(!document.modified());
        document.undo();
        QVERIFY(document.modified());
    }

    void aDragIsOneStep()
    {
        CaseDocument document;
        Edit e;
        {
            auto draft = document.beginDraft("drag");
            for (int n = 0; n < 10; ++n) {
                Edit move;
                move.put(Id("t"), Landmark{"t", Vec3(n, 0, 0)});
                draft.update(move);
            }
            QVERIFY(document.drafting());
            draft.commit();
        }
        QVERIFY(!document.drafting());
        QCOMPARE(document.current().landmarks.at(Id("t"))->position.x(), 9.0);
        document.undo();
        QVERIFY(document.current().landmarks.empty());
        QVERIFY(!document.canUndo());
        {
            auto draft = document.beginDraft("given up");
            Edit move;
            move.put(Id("t"), Landmark{"t", Vec3(1, 0, 0)});
            draft.update(move);
        }
        QVERIFY(document.current().landmarks.empty());
    }
};

QTEST_GUILESS_MAIN(TestCase)
#include "tst_case.moc"
