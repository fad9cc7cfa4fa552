// The command line as a stranger uses it: help, mistakes, bad input, and the whole path on a small demo patient.

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <cmath>

class TestCommandLine : public QObject
{
    Q_OBJECT

    struct Output
    {
        int code = -1;
        QString out, err;
        QJsonObject json() const { return QJsonDocument::fromJson(out.toUtf8()).object(); }
    };

    QTemporaryDir m_dir;

    QString at(const QString& name) const { return m_dir.filePath(name); }

    static Output pollux(const QStringList& arguments,
                         const QProcessEnvironment& env = QProcessEnvironment::systemEnvironment())
    {
        QProcess process;
        process.setProcessEnvironment(env);
        process.start(POLLUX_BINARY_DIR "/bin/pollux", arguments);
        process.waitForFinished(500000);
        Output o;
        o.code = process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1;
        o.out = process.readAllStandardOutput();
        o.err = process.readAllStandardError();
        return o;
    }

    static QStringList filesBelow(const QString& dir) { return QDir(dir).entryList(QDir::Files); }

private Q_SLOTS:
    void helpEverywhere()
    {
        QCOMPARE(pollux({}).code, 2);
        QVERIFY(pollux({}).out.contains("import"));
        QCOMPARE(pollux({"--help"}).code, 0);
        QVERIFY(pollux({"--help"}).out.contains("not for clinical use"));
        for (const char* sub : {"import", "list", "describe", "run", "rebuild", "show", "compare", "sensitivity",
                                "timeline", "recover", "report", "demo-study", "render", "film", "demo"}) {
            const Output o = pollux({sub, "--help"});
            QVERIFY2(o.code == 0 && o.out.size() > 100, sub);
        }
    }

    void mistakesSayWhatToDo_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<int>("code");
        QTest::addColumn<QString>("says");
        QTest::newRow("unknown command") << QStringList{"frobnicate"} << 2 << "--help";
        QTest::newRow("unknown operation")
            << QStringList{"describe", "liver.plan-punctur"} << 4 << "liver.plan-puncture";
        QTest::newRow("no such case") << QStringList{"show", at("none.pollux")} << 4 << "no such case";
        QTest::newRow("no such study") << QStringList{"import", at("nowhere"), "-o", at("x.pollux")} << 4 << "";
        QTest::newRow("unknown recipe") << QStringList{"run", at("none.pollux"), "--recipe", "cake"} << 4
                                        << "abdomen-ct";
        QTest::newRow("nothing to run") << QStringList{"run", at("none.pollux")} << 3 << "--recipe";
        QTest::newRow("unknown parameter")
            << QStringList{"run", at("none.pollux"), "segment.threshold", "--set", "colour=red"} << 3
            << "no parameter 'colour'";
        QTest::newRow("decimal comma") << QStringList{"run", at("none.pollux"), "segment.threshold", "--set", "low=5,5"}
                                       << 3 << "number";
        QTest::newRow("not key=value") << QStringList{"run", at("none.pollux"), "segment.threshold", "--set", "low"}
                                       << 3 << "key=value";
    }
    void mistakesSayWhatToDo()
    {
        QFETCH(QStringList, arguments);
        QFETCH(int, code);
        QFETCH(QString, says);
        const Output o = pollux(arguments);
        QVERIFY2(o.code == code, qPrintable(QString::number(o.code) + ": " + o.err + o.out));
        QVERIFY2((o.err + o.out).contains(says), qPrintable(o.err + o.out));
    }

    void errorsAreJsonWhenAsked()
    {
        const Output o = pollux({"--json", "show", at("none.pollux")});
        QCOMPARE(o.json()["error"].toObject()["code"].toString(), QString("not-found"));
    }

    void badStudiesAreRefused()
    {
        QDir().mkpath(at("empty"));
        Output o = pollux({"import", at("empty"), "-o", at("x.pollux")});
        QVERIFY2(o.code == 3 && !o.err.isEmpty(), qPrintable(o.err));
        QDir().mkpath(at("junk"));
        QFile junk(at("junk/a.txt"));
        QVERIFY(junk.open(QIODevice::WriteOnly));
        junk.write(QByteArray(5000, 'x'));
        junk.close();
        o = pollux({"import", at("junk"), "-o", at("x.pollux")});
        QVERIFY2(o.code == 3 && !o.err.isEmpty(), qPrintable(o.err));
        QVERIFY(!QFile::exists(at("x.pollux")));
        QFile half(at("half.pollux"));
        QVERIFY(half.open(QIODevice::WriteOnly));
        half.write("SQLite format 3");
        half.close();
        o = pollux({"show", at("half.pollux")});
        QVERIFY2(o.code == 3, qPrintable(o.err));
    }

    void aRecipeWithAnUnknownOperationNamesTheStep()
    {
        QFile recipe(at("r.json"));
        QVERIFY(recipe.open(QIODevice::WriteOnly));
        recipe.write(R"({"id":"r","name":"R","steps":[{"operation":"segment.thresold"}]})");
        recipe.close();
        const Output o = pollux({"run", at("none.pollux"), "--recipe", at("r.json")});
        QCOMPARE(o.code, 3);
        QVERIFY2(o.err.contains("Step 1") && o.err.contains("segment.threshold"), qPrintable(o.err));
    }

    void listsAreJson()
    {
        for (const char* what : {"operations", "recipes", "limits", "anatomy"}) {
            const Output o = pollux({"--json", "list", what});
            QVERIFY2(QJsonDocument::fromJson(o.out.toUtf8()).array().size() > 0, what);
        }
        for (const QJsonValue& v : QJsonDocument::fromJson(pollux({"--json", "list", "limits"}).out.toUtf8()).array())
            QVERIFY2(!v.toObject()["source"].toString().isEmpty(), "a limit without a source");
    }

    void theWholePath()
    {
        const Output o = pollux({"--json", "--author", "tester", "demo", "--size", "192", "-o", at("demo")});
        QVERIFY2(o.code == 0, qPrintable(o.err));
        const QStringList files = filesBelow(at("demo"));
        for (const char* name : {"case.pollux", "report.html", "report.pdf", "report.json", "plan.json"})
            QVERIFY2(files.contains(name), name);
        QVERIFY(files.filter(".png").size() >= 4);
        const Output show = pollux({"--json", "show", at("demo/case.pollux"), o.json()["plan"].toString()});
        QVERIFY2(show.code == 0, qPrintable(show.err));
        const QJsonObject plan = show.json()["plan"].toObject();
        QCOMPARE(plan["kind"].toString(), QString("liver.puncture"));
        QVERIFY(plan["numbers"].toArray().size() > 5);
        QVERIFY(show.json()["lineage"].toObject()["object"].toObject()["inputs"].toArray().size() > 0);
    }

    void anUpstreamEditTurnsThePlanStaleAndRebuildMendsIt()
    {
        const QString file = at("demo/case.pollux"), edited = at("edited.pollux");
        if (!QFile::exists(file))
            QFAIL("theWholePath left no case");
        Output o = pollux({"run", file, "mask.morphology", "--set", "structure=liver", "--set", "method=dilate",
                           "--set", "radius=4", "-o", edited});
        QVERIFY2(o.code == 0, qPrintable(o.err));
        const auto stale = [&] {
            int n = 0;
            for (const QJsonValue& v : pollux({"--json", "show", edited}).json()["objects"].toArray())
                n += v.toObject()["kind"].toString() == "plan" && v.toObject()["stale"].toBool();
            return n;
        };
        QVERIFY2(stale() > 0, "the plan stands on the liver");
        o = pollux({"rebuild", edited});
        QVERIFY2(o.code == 0, qPrintable(o.err));
        QCOMPARE(stale(), 0);
    }

    /// What the tabs "Correct" and "Measure" do, by the command line; on a copy, the others go on with the case.
    void correctsMeasuresAndShows()
    {
        const QString file = at("corrected.pollux");
        QVERIFY(QFile::copy(at("demo/case.pollux"), file));
        const auto volume = [&] {
            const QJsonObject o = pollux({"--json", "show", file, "liver"}).json();
            return std::pair(o["measures"].toObject()["volume"].toObject()["value"].toDouble(), o["state"].toString());
        };
        QCOMPARE(pollux({"run", file, "measure.statistics", "--set", "structures=liver"}).code, 0);
        const double before = volume().first;
        QVERIFY(before > 100);
        Output o = pollux({"run", file, "edit.margin", "--set", "structure=liver", "--set", "margin=-4"});
        QVERIFY2(o.code == 0, qPrintable(o.err));
        QVERIFY(pollux({"show", file}).out.contains("STALE"));
        QCOMPARE(pollux({"rebuild", file}).code, 0);
        QVERIFY(volume().first < 0.95 * before);
        QCOMPARE(volume().second, QString("edited"));

        o = pollux({"run", file, "measure.place", "--set", "points=0,0,0; 30,40,0", "--set", "name=Test length"});
        QVERIFY2(o.code == 0, qPrintable(o.err));
        o = pollux({"show", file, "test-length"});
        QVERIFY2(o.out.contains("50.0 ± ") && o.out.contains("30,40,0"), qPrintable(o.out));
        const QJsonObject json = pollux({"--json", "show", file, "test-length"}).json();
        QVERIFY(std::abs(json["values"].toObject()["length"].toObject()["value"].toDouble() - 50) < 1e-9);
        o = pollux({"run", file, "measure.place", "--set", "kind=angle", "--set", "points=0,0,0; 30,40,0"});
        QVERIFY(o.code == 3 && o.err.contains("takes 3 points"));
        o = pollux({"run", file, "edit.brush", "--set", "points=1,2"});
        QVERIFY(o.code == 3);
    }

    void aFindingIsAcknowledgedByItsNameAndTheReportPrintsIt()
    {
        const QString file = at("demo/case.pollux"), answered = at("answered.pollux");
        if (!QFile::exists(file))
            QFAIL("theWholePath left no case");
        const auto findings = [](const QString& where) {
            return pollux({"--json", "show", where, "plan-1"}).json()["findings"].toArray();
        };
        QString id;
        for (const QJsonValue& v : findings(file))
            if (v.toObject()["severity"].toString() == "warning")
                id = v.toObject()["id"].toString();
        QVERIFY2(id.startsWith("plan-1/"), qPrintable(id));
        QVERIFY(pollux({"show", file, "plan-1"}).out.contains(id));
        QVERIFY(pollux({"show", file}).out.contains("to answer"));
        Output o = pollux({"run", file, "case.acknowledge", "--set", "finding=" + id, "-o", answered});
        QCOMPARE(o.code, 3); // no reason
        QVERIFY2(o.err.contains("reason"), qPrintable(o.err));
        o = pollux(
            {"run", file, "case.acknowledge", "--set", "finding=plan-1/none", "--set", "reason=x", "-o", answered});
        QCOMPARE(o.code, 3);
        QVERIFY2(o.err.contains(id), "it names those that are open");
        o = pollux({"--author", "tester", "run", file, "case.acknowledge", "--set", "finding=" + id, "--set",
                    "reason=only a rehearsal", "-o", answered});
        QVERIFY2(o.code == 0, qPrintable(o.err));
        int found = 0;
        for (const QJsonValue& v : findings(answered))
            if (v.toObject()["id"].toString() == id) {
                ++found;
                QCOMPARE(v.toObject()["acknowledged"].toString(), QString("only a rehearsal"));
                QCOMPARE(v.toObject()["acknowledged_by"].toString(), QString("tester"));
                QVERIFY(!v.toObject()["acknowledged_when"].toString().isEmpty());
            }
        QCOMPARE(found, 1);
        // The plan still knows what it was made from.
        const QJsonObject plan = pollux({"--json", "show", answered, "plan-1"}).json();
        QCOMPARE(plan["lineage"].toObject()["object"].toObject()["operation"].toString(),
                 QString("liver.plan-puncture"));
        QVERIFY(!plan["stale"].toBool());
        o = pollux({"report", answered, "-o", at("answered")});
        QVERIFY2(o.code == 0, qPrintable(o.err));
        QFile html(at("answered/report.html"));
        QVERIFY(html.open(QIODevice::ReadOnly));
        QVERIFY(html.readAll().contains("only a rehearsal (by tester, "));
    }

    void plansAreSignedLockedVersionedAndCompared()
    {
        const QString file = at("demo/case.pollux"), own = at("signed.pollux");
        if (!QFile::exists(file))
            QFAIL("theWholePath left no case");
        const auto sign = [&](const QString& from, const char* state) {
            return pollux({"--author", "tester", "run", from, "plan.sign", "--set", "plan=plan-1", "--set",
                           QStringLiteral("state=") + state, "-o", own});
        };
        Output o = sign(file, "approved");
        QCOMPARE(o.code, 3);
        QVERIFY2(o.err.contains("not been reviewed"), qPrintable(o.err));
        QCOMPARE(pollux({"compare", file}).code, 3); // one plan only
        for (const auto& held : pollux({"--json", "show", file, "plan-1"}).json()["findings"].toArray())
            QVERIFY2(held.toObject()["severity"].toString() != "stop", "the demo plan has no stop to answer first");
        o = sign(file, "reviewed");
        QVERIFY2(o.code == 0, qPrintable(o.err));
        o = sign(own, "approved");
        QVERIFY2(o.code == 0, qPrintable(o.err));
        const QString shown = pollux({"show", own, "plan-1"}).out;
        QVERIFY2(shown.contains("reviewed by tester") && shown.contains("approved by tester"), qPrintable(shown));
        o = pollux({"run", own, "case.remove", "--set", "objects=plan-1"});
        QCOMPARE(o.code, 3);
        QVERIFY2(o.err.contains("approved and locked"), qPrintable(o.err));
        o = pollux({"run", own, "liver.plan-puncture", "--set", "tilt=30"});
        QVERIFY2(o.code == 0, qPrintable(o.err));
        o = pollux({"--json", "compare", own, "plan-1", "plan-1-v2"});
        QVERIFY2(o.code == 0, qPrintable(o.err));
        QVERIFY(o.json()["numbers"].toArray().size() > 5);
        QVERIFY(pollux({"compare", own}).out.contains("version 2"));
    }

    void theLocaleChangesNoNumber()
    {
        QProcessEnvironment env = QProcessEnvironment::systemEnvironment();
        env.insert("LC_ALL", "de_DE.UTF-8");
        const Output o = pollux({"--json", "describe", "segment.threshold"}, env);
        QCOMPARE(o.out, pollux({"--json", "describe", "segment.threshold"}).out);
    }

    void aCaseCutInHalfIsRefusedWithAReason()
    {
        QFile whole(at("demo/case.pollux"));
        if (!whole.open(QIODevice::ReadOnly))
            QFAIL("theWholePath left no case");
        QFile half(at("cut.pollux"));
        QVERIFY(half.open(QIODevice::WriteOnly));
        half.write(whole.read(whole.size() / 2));
        half.close();
        const Output o = pollux({"show", at("cut.pollux")});
        QCOMPARE(o.code, 3);
        QVERIFY2(o.err.contains("cut off") && o.err.contains("copy of an earlier save"), qPrintable(o.err));
    }

    void noWritePermissionLosesNothing()
    {
        const Output o = pollux(
            {"run", at("demo/case.pollux"), "case.landmark", "--set", "position=1,2,3", "-o", "/proc/none/x.pollux"});
        QCOMPARE(o.code, 6);
        QVERIFY(!o.err.isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestCommandLine)
#include "tst_command_line.moc"
