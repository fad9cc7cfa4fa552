// Acknowledging in the window runs the same operation as the command line.

#include "core/case/acknowledgement.h"
#include "tests/ui/shell/window_fixture.h"
#include "ui/panels/findings_panel.h"

#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTest>

using namespace pollux;

namespace {

constexpr int kWait = 60000; // ms: the machine may be slow, the work is not

Finding finding(Severity severity, const char* code, const char* text)
{
    Finding f;
    f.severity = severity;
    f.code = code;
    f.text = text;
    return f;
}

template <class T>
T* of(const QWidget& panel, const char* text)
{
    for (T* w : panel.findChildren<T*>())
        if (w->accessibleName().contains(text))
            return w;
    return nullptr;
}

QString allText(const QWidget& panel)
{
    QStringList out;
    for (const QLabel* label : panel.findChildren<QLabel*>())
        out << label->text();
    return out.join('\n');
}

/// The window with an image whose gate found two gaps of the same code, and a note.
struct GatedWindow : WindowFixture
{
    GatedWindow()
    {
        Grid grid;
        grid.size = {16, 16, 16};
        VolumeObject ct;
        ct.name = std::string("Image");
        ct.modality = std::string("CT");
        ct.volume = Volume(grid, std::vector<std::int16_t>(4096, 40));
        ct.gate = {finding(Severity::Stop, "geometry.gap", "Slices are missing."),
                   finding(Severity::Note, "values.padding", "Padding was cut."),
                   finding(Severity::Stop, "geometry.gap", "More slices are missing.")};
        Edit edit;
        edit.put(Id("ct"), std::move(ct));
        workspace->document().apply("Open", edit);
    }
    QWidget& panel() { return *window->findChild<FindingsPanel*>(); }
    const Case& now() { return workspace->document().current(); }
    std::string reasonOf(size_t number) { return now().volume(Id("ct")).gate.at(number).acknowledged; }
};

} // namespace

class TestAcknowledge : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aTypedReasonRunsTheOperationAndCanBeUndone()
    {
        GatedWindow f;
        auto* reason = of<QLineEdit>(f.panel(), "More slices are missing.");
        auto* yes = of<QPushButton>(f.panel(), "Acknowledge: More slices");
        QVERIFY(reason && yes);
        QVERIFY(!yes->isEnabled() && !yes->toolTip().isEmpty());
        reason->setText("  ");
        QVERIFY(!yes->isEnabled());
        reason->setText(" Below the liver. ");
        QVERIFY(yes->isEnabled());
        yes->click();
        QTRY_COMPARE_WITH_TIMEOUT(f.reasonOf(2), std::string("Below the liver."), kWait);
        QCOMPARE(f.reasonOf(0), std::string());
        QCOMPARE(f.now().lineage.at(Id("ct/geometry.gap-2"))->operation, std::string("case.acknowledge"));
        QCOMPARE(acknowledgementOf(f.now(), heldFinding(f.now(), Id("ct/geometry.gap-2")).value())->by,
                 std::string("Tester"));
        QTRY_VERIFY2(allText(f.panel()).contains("Below the liver. (by Tester, "), qPrintable(allText(f.panel())));
        QCOMPARE(f.workspace->document().undoText(), std::string("Acknowledge a finding"));
        f.workspace->undo();
        QCOMPARE(f.reasonOf(2), std::string());
        QTRY_VERIFY(of<QLineEdit>(f.panel(), "More slices are missing."));
    }

    void aNoteAsksForNoAnswer()
    {
        GatedWindow f;
        QCOMPARE(f.panel().findChildren<QLineEdit*>("reason").size(), 2);
        QVERIFY(!of<QLineEdit>(f.panel(), "Padding was cut."));
    }

    /// Who answers one finding has not done with what the last run said.
    void whatTheLastRunSaidStays()
    {
        GatedWindow f;
        Q_EMIT f.workspace->reported("Threshold", {finding(Severity::Warning, "two", "Two parts were found.")});
        QTRY_VERIFY(allText(f.panel()).contains("Two parts were found."));
        f.workspace->acknowledge(Id("ct/geometry.gap"), "known");
        QTRY_COMPARE_WITH_TIMEOUT(f.reasonOf(0), std::string("known"), kWait);
        QTRY_VERIFY_WITH_TIMEOUT(!f.workspace->busy(), kWait);
        QVERIFY(allText(f.panel()).contains("Two parts were found."));
        Q_EMIT f.workspace->reported("Smooth", {});
        QTRY_VERIFY(!allText(f.panel()).contains("Two parts were found."));
    }

    void aReasonOfBlanksIsRefusedBelowTheWindowToo()
    {
        GatedWindow f;
        f.workspace->acknowledge(Id("ct/geometry.gap"), "  ");
        QTRY_VERIFY_WITH_TIMEOUT(!f.workspace->busy(), kWait);
        QCOMPARE(f.reasonOf(0), std::string());
    }
};

QTEST_MAIN(TestAcknowledge)
#include "tst_acknowledge.moc"
