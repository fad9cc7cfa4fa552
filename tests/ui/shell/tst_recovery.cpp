#include "core/storage/case_file.h"
#include "tests/ui/shell/window_fixture.h"
#include "ui/forms/text.h"
#include "ui/shell/recovery.h"

#include <QAction>
#include <QDateTime>
#include <QLabel>
#include <QMessageBox>
#include <QPushButton>
#include <QTest>

using namespace pollux;

namespace {

/// A window that starts after another one ended with two unsaved steps in a saved case of a named patient.
struct AfterCrash : WindowFixture
{
    std::filesystem::path file = path("walk.pollux");

    AfterCrash()
    {
        Study study;
        study.name = "CT of Tuesday";
        study.patientName = "Secret^Sarah";
        study.patientId = "4711";
        Edit edit;
        edit.put(Id("study"), study);
        saveCase(apply(Case{}, edit), file, Job());
        window->open(q(file.string()));
        [&] { QTRY_VERIFY(!workspace->document().current().studies.empty()); }();
        add("one");
        add("two");
        again();
    }
    void again()
    {
        stop();
        start();
    }
    void add(const char* name)
    {
        ParamValues v;
        v.set("name", std::string(name));
        v.set("position", Vec3(1, 2, 3));
        workspace->run("case.landmark", v);
        [&] { QTRY_VERIFY(workspace->document().current().landmarks.contains(Id(name))); }();
    }
    /// In the message: a button or its text; nullptr if there is no message.
    template <class T>
    T* shown(const char* name) const
    {
        for (T* w : window->findChildren<T*>(name))
            if (w->isVisible())
                return w;
        return nullptr;
    }
    QPushButton* button(const char* name) const { return shown<QPushButton>(name); }
    QMessageBox* question(const char* name) const { return shown<QMessageBox>(name); }
};

} // namespace

class TestRecovery : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void saysWhatWhenAndOfWhichFileButNotOfWhom()
    {
        AfterCrash f;
        const auto* label = f.shown<QLabel>("noticeText");
        QVERIFY(label);
        const QString text = label->text();
        QVERIFY2(text.contains("2 unsaved steps"), qPrintable(text));
        QVERIFY2(text.contains("walk.pollux"), qPrintable(text));
        QVERIFY2(text.contains("Set landmark"), qPrintable(text)); // the last step
        const QDate today = QDate::currentDate();
        const QString day = today.toString("yyyy-MM-dd"), before = today.addDays(-1).toString("yyyy-MM-dd");
        QVERIFY2(text.contains(day) || text.contains(before), qPrintable(text)); // the test may pass midnight
        for (const char* of : {"Secret", "Sarah", "4711"})
            QVERIFY2(!text.contains(of) && !label->toolTip().contains(of), of);
        QVERIFY(label->accessibleName().startsWith("warning: "));
    }

    void timeIsTheClocksOnTheWall()
    {
        Orphan orphan;
        orphan.steps = 1;
        orphan.lastStep = "Threshold";
        orphan.when = "2025-06-01T12:00:00Z";
        const QString local = QDateTime(QDate(2025, 6, 1), QTime(12, 0), Qt::UTC).toLocalTime().toString("HH:mm");
        const QString text = recoveryText(orphan);
        QVERIFY2(text.contains("1 unsaved step "), qPrintable(text));
        QVERIFY2(text.contains("2025-06-01 at " + local), qPrintable(text));
        QVERIFY2(text.contains("never saved"), qPrintable(text));
    }

    void aDamagedFileIsNamedAsSuch()
    {
        Orphan orphan;
        orphan.caseFile = "/home/somebody/walk.pollux";
        orphan.fileDamaged = true;
        orphan.lastStep = "Threshold";
        orphan.when = "2025-06-01T12:00:00Z";
        const QString whole = recoveryText(orphan);
        QVERIFY2(whole.contains("walk.pollux") && whole.contains("damaged") && whole.contains("last good state"),
                 qPrintable(whole));
        QVERIFY(!whole.contains("unsaved"));
        orphan.steps = 3;
        QVERIFY(recoveryText(orphan).contains("damaged") && recoveryText(orphan).contains("3 unsaved steps"));
    }

    void nothingIsModal()
    {
        AfterCrash f;
        QVERIFY(f.button("recover") && f.button("discard") && f.button("later"));
        QVERIFY(!QApplication::activeModalWidget());
        QVERIFY(f.button("openFolder")->isEnabled()); // the start page can be used
        for (const char* name : {"recover", "discard", "later"})
            QVERIFY2(!f.button(name)->toolTip().isEmpty(), name);
    }

    void recoverBringsTheStepsBack()
    {
        AfterCrash f;
        f.button("recover")->click();
        QTRY_COMPARE(f.workspace->document().current().landmarks.size(), size_t(2));
        QVERIFY(f.window->isWindowModified());
        QVERIFY(!f.button("recover"));
        QVERIFY(f.workspace->caseFile() && f.workspace->caseFile()->filename() == "walk.pollux");
    }

    void laterKeepsThemForTheNextStart()
    {
        AfterCrash f;
        f.button("later")->click();
        QTRY_VERIFY(!f.button("later"));
        QCOMPARE(f.workspace->orphans().size(), size_t(1));
        f.again();
        QVERIFY(f.button("recover"));
    }

    void discardAsksOnce()
    {
        AfterCrash f;
        f.button("discard")->click();
        QTRY_VERIFY(f.question("discardRecovery"));
        QVERIFY(f.question("discardRecovery")->text().contains("2 unsaved steps"));
        QCOMPARE(f.question("discardRecovery")->defaultButton()->objectName(), QString("keep"));
        f.button("keep")->click();
        QTRY_VERIFY(!f.question("discardRecovery"));
        QVERIFY(f.button("discard")); // still offered
        QCOMPARE(f.workspace->orphans().size(), size_t(1));

        f.button("discard")->click();
        QTRY_VERIFY(f.button("reallyDiscard"));
        f.button("reallyDiscard")->click();
        QTRY_VERIFY(!f.button("discard"));
        QVERIFY(f.workspace->orphans().empty());
        QVERIFY2(loadCase(f.file, Job()).studies.contains(Id("study")), "the case file stays");
        f.again();
        QVERIFY(!f.button("recover"));
    }

    void stayingInTheOpenCaseKeepsTheOffer()
    {
        AfterCrash f;
        f.add("unsaved-here");
        f.button("recover")->click();
        QTRY_VERIFY(f.question("unsaved"));
        f.button("stay")->click();
        QTRY_VERIFY(!f.question("unsaved"));
        QVERIFY(f.button("recover"));
        QVERIFY(f.workspace->document().current().landmarks.contains(Id("unsaved-here")));
    }

    void aCrashOfTheSecondKindLeavesTwoOffers()
    {
        AfterCrash f;
        f.add("other");
        f.again();
        QStringList texts;
        for (const QLabel* label : f.window->findChildren<QLabel*>("noticeText"))
            texts << label->text();
        QCOMPARE(texts.size(), 2);
        QVERIFY(texts.join('\n').contains("walk.pollux"));
        QVERIFY(texts.join('\n').contains("never saved"));
    }
};

QTEST_MAIN(TestRecovery)
#include "tst_recovery.moc"
