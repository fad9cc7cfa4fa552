// `pollux history`, and hiding a plan, from the command line: on a case made with it.

#include "core/storage/case_file.h"
#include "tests/app/command.h"
#include "tests/app/sample_case.h"

#include <QJsonArray>
#include <QTemporaryDir>
#include <QTest>

using namespace pollux;
using namespace pollux::test;

class TestHistoryCommand : public QObject
{
    Q_OBJECT

    QTemporaryDir m_dir;

    QString at(const char* name) const { return m_dir.filePath(name); }
    static QJsonObject step(const QString& file, int n)
    {
        return run({"--json", "history", file}).json()["steps"].toArray()[n].toObject();
    }

private Q_SLOTS:
    void aCaseWithoutAHistorySaysSo()
    {
        saveCase(sampleCase(48), at("bare.pollux").toStdString(), Job());
        VERIFY_SAYS(run({"history", at("bare.pollux")}), 0, {"Nothing is known"});
        QVERIFY(run({"--json", "history", at("bare.pollux")}).json()["steps"].toArray().isEmpty());
        VERIFY_SAYS(run({"history", at("none.pollux")}), 4, {});
    }

    void runsAreSteps()
    {
        const QString file = at("case.pollux");
        saveCase(sampleCase(48), file.toStdString(), Job());
        VERIFY_SAYS(run({"--author", "Dr T", "run", file, "segment.threshold", "--set", "volume=ct", "--set", "low=150",
                         "--set", "high=3000", "--set", "name=Dense"}),
                    0, {});
        VERIFY_SAYS(
            run({"--author", "Dr U", "run", file, "case.landmark", "--set", "name=Tip", "--set", "position=1,2,3"}), 0,
            {});
        VERIFY_SAYS(run({"run", file, "case.remove", "--set", "objects=tip"}), 0, {});
        VERIFY_SAYS(run({"history", file}), 0, {"Threshold", "Dr T", "added dense", "Dr U", "removed tip", "1 gone"});
        QCOMPARE(run({"--json", "history", file}).json()["steps"].toArray().size(), 3);
        const QJsonObject first = step(file, 0);
        QCOMPARE(first["number"].toInt(), 1);
        QCOMPARE(first["operation"].toString(), QString("segment.threshold"));
        QCOMPARE(first["author"].toString(), QString("Dr T"));
        QCOMPARE(first["from"].toString(), QString("journal"));
        QVERIFY(first["gap_seconds"].isNull());
        QCOMPARE(first["changed"].toArray()[0].toObject()["id"].toString(), QString("dense"));
        QVERIFY(step(file, 1)["gap_seconds"].toDouble(-1) >= 0);
        QCOMPARE(step(file, 1)["state_gone"].toArray()[0].toString(), QString("tip"));
        QVERIFY(step(file, 2)["state_exact"].toBool());
    }

    /// A case of before the command line kept a journal: the lineage tells, and that is said.
    void theLineageStandsIn()
    {
        const QString file = at("lineage.pollux");
        Case c = sampleCase(48);
        auto record = std::make_shared<Lineage>();
        record->operation = std::string("import.study");
        record->author = std::string("Dr V");
        record->when = std::string("2020-05-01T12:00:00Z");
        c.lineage[Id("ct")] = record;
        saveCase(c, file.toStdString(), Job());
        VERIFY_SAYS(run({"history", file}), 0, {"1*", "Dr V", "2020-05-01T12:00:00Z", "No journal tells"});
        QCOMPARE(step(file, 0)["from"].toString(), QString("lineage"));
    }

    void aPlanIsHiddenAndRevealed()
    {
        const QString file = at("taught.pollux");
        Edit edit;
        for (const char* id : {"plan-1", "plan-2"}) {
            Plan plan;
            plan.name = std::string(id) == "plan-1" ? "Of the teacher" : "Of the learner";
            plan.kind = "liver.puncture";
            PlanNumber n;
            n.key = "length";
            n.label = "Length";
            n.unit = Unit::Millimetre;
            n.after = std::string(id) == "plan-1" ? 47.5 : 52.5;
            plan.numbers = {n};
            edit.put(Id(id), plan);
        }
        saveCase(apply(sampleCase(48), edit), file.toStdString(), Job());
        VERIFY_SAYS(run({"run", file, "plan.hide", "--set", "plans=plan-1"}), 0, {});
        const Output shown = run({"show", file});
        VERIFY_SAYS(shown, 0, {"1 plan is hidden", "Of the learner"});
        QVERIFY(!shown.all().contains("Of the teacher") && !shown.all().contains("plan-1"));
        QCOMPARE(run({"--json", "show", file}).json()["hidden_plans"].toInt(), 1);
        VERIFY_SAYS(run({"show", file, "plan-1"}), 4, {});
        VERIFY_SAYS(run({"compare", file}), 3, {"two plans"});
        QVERIFY(!run({"history", file}).all().contains("plan-1"));
        VERIFY_SAYS(run({"run", file, "case.remove", "--set", "objects=plan-1"}), 3, {"hidden for teaching"});
        VERIFY_SAYS(run({"run", file, "plan.reveal"}), 0, {});
        VERIFY_SAYS(run({"compare", file, "plan-2", "plan-1"}), 0, {"47.5", "52.5", "-5.0"});
        VERIFY_SAYS(run({"run", file, "plan.reveal"}), 3, {"No plan of this case is hidden"});
    }
};

QTEST_GUILESS_MAIN(TestHistoryCommand)
#include "tst_history_command.moc"
