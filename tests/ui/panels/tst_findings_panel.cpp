#include "tests/ui/panels/panel_bench.h"
#include "ui/panels/findings_panel.h"

#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace pollux;
using test::PanelFixture;

namespace {

Finding finding(Severity severity, const char* text, const char* advice = "")
{
    Finding f;
    f.severity = severity;
    f.code = "test";
    f.text = text;
    f.advice = advice;
    return f;
}

/// "stop: Slices are missing", ... from top to bottom.
QStringList rows(const QWidget& panel)
{
    QStringList out;
    for (const QLabel* label : panel.findChildren<QLabel*>())
        if (label->accessibleName().contains(": "))
            out << label->accessibleName();
    return out;
}

QString allText(const QWidget& panel)
{
    QStringList out;
    for (const QLabel* label : panel.findChildren<QLabel*>())
        out << label->text();
    return out.join('\n');
}

} // namespace

class TestFindingsPanel : public QObject
{
    Q_OBJECT

private:
    /// A study, its image and a plan with one finding each.
    static Case gatedCase()
    {
        Case c = *sample::ballCase();
        Study study;
        study.name = "Study";
        study.gate = {finding(Severity::Note, "No contrast phase is written.")};
        c.studies[Id("study")] = std::make_shared<Study>(study);
        VolumeObject ct = c.volume(Id("ct"));
        ct.study = Id("study");
        Finding gap = finding(Severity::Stop, "Slices are missing.", "Export the series again.");
        gap.place = Vec3(1, 2, 30);
        ct.gate = {gap};
        c.volumes[Id("ct")] = std::make_shared<VolumeObject>(ct);
        Plan plan;
        plan.name = "Plan A";
        plan.findings = {finding(Severity::Warning, "The liver is only proposed.", "Confirm it.")};
        c.plans[Id("plan-1")] = std::make_shared<Plan>(plan);
        return c;
    }

private Q_SLOTS:
    void nothingFoundIsEmpty()
    {
        PanelFixture f;
        FindingsPanel panel(f.context);
        QVERIFY(panel.isEmpty());
    }

    void theWorstStandsFirstWithWordAndAdvice()
    {
        PanelFixture f;
        FindingsPanel panel(f.context);
        QSignalSpy changed(&panel, &FindingsPanel::changed);
        f.bench.open(gatedCase());
        QTRY_COMPARE(rows(panel), QStringList({"stop: Slices are missing.", "warning: The liver is only proposed.",
                                               "note: No contrast phase is written."}));
        const QString text = allText(panel);
        QVERIFY(text.contains("Export the series again."));
        QVERIFY(text.contains("Plan A"));     // whose it is
        QVERIFY(text.contains("image Ball")); // and of which image
        QCOMPARE(changed.last(), QVariantList({1, 1, 1}));
    }

    void everyRowHasASignAndAWord()
    {
        PanelFixture f;
        FindingsPanel panel(f.context);
        f.bench.open(gatedCase());
        int signs = 0;
        for (const QLabel* label : panel.findChildren<QLabel*>())
            signs += !label->pixmap().isNull();
        QCOMPARE(signs, 3);
        for (const char* word : {"stop", "warning", "note"})
            QVERIFY2(allText(panel).contains(word), word);
    }

    void showFliesToThePlace()
    {
        PanelFixture f;
        FindingsPanel panel(f.context);
        f.bench.open(gatedCase());
        QPushButton* fly = nullptr;
        for (QPushButton* b : panel.findChildren<QPushButton*>())
            if (b->accessibleName().startsWith("Fly to")) {
                QVERIFY2(!fly, "only what has a place can be flown to");
                fly = b;
            }
        QVERIFY(fly);
        QVERIFY(fly->accessibleName().contains("Slices are missing."));
        fly->click();
        QVERIFY((f.viewer.crosshair() - Vec3(1, 2, 30)).norm() < 1e-9);
    }

    void theSameFindingOfStudyAndImageIsOneRow()
    {
        Case c = gatedCase();
        Study study = *c.studies.at(Id("study"));
        study.gate = c.volume(Id("ct")).gate;
        c.studies[Id("study")] = std::make_shared<Study>(study);
        QCOMPARE(findingsOf(c).size(), size_t(2));
        QCOMPARE(findingsOf(c).front().owner, Id("ct"));
    }

    void theLastRunsFindingsStandThereUntilTheNext()
    {
        PanelFixture f;
        FindingsPanel panel(f.context);
        Q_EMIT f.bench.reported("Threshold", {finding(Severity::Warning, "Two parts were found.")});
        QCOMPARE(rows(panel), QStringList({"warning: Two parts were found."}));
        QVERIFY(allText(panel).contains("Threshold"));
        Q_EMIT f.bench.reported("Smooth", {});
        QVERIFY(panel.isEmpty());
    }

    /// Undone, its result is gone, and what was said of it.
    void anUndoTakesTheLastRunsFindingsAway()
    {
        PanelFixture f;
        FindingsPanel panel(f.context);
        Case c = f.now();
        c.plans[Id("plan-1")] = std::make_shared<Plan>();
        f.bench.document().apply("Place", c);
        Finding journal = finding(Severity::Warning, "Steps are not being written.");
        journal.code = "journal";
        Q_EMIT f.bench.reported("Place", {finding(Severity::Warning, "It breaches the bone."), journal});
        QCOMPARE(rows(panel).size(), 2);
        f.bench.document().undo();
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete); // the rows of before
        QCOMPARE(rows(panel), QStringList({"warning: Steps are not being written."}));
    }

    void anAcknowledgedOneGoesToTheEndAndKeepsItsReason()
    {
        PanelFixture f;
        FindingsPanel panel(f.context);
        QSignalSpy changed(&panel, &FindingsPanel::changed);
        Case c = gatedCase();
        VolumeObject ct = c.volume(Id("ct"));
        ct.gate[0].acknowledged = "The liver is whole.";
        c.volumes[Id("ct")] = std::make_shared<VolumeObject>(ct);
        f.bench.open(c);
        QTRY_COMPARE(rows(panel).size(), 3);
        QVERIFY(rows(panel).last().contains("Slices are missing."));
        QVERIFY(allText(panel).contains("The liver is whole."));
        QVERIFY(allText(panel).contains("acknowledged"));
        QCOMPARE(changed.last()[0].toInt(), 0); // it stops no longer
    }
};

QTEST_MAIN(TestFindingsPanel)
#include "tst_findings_panel.moc"
