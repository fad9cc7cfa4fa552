#include "tests/ui/panels/panel_bench.h"
#include "ui/panels/step_column.h"

#include <QApplication>
#include <QLabel>
#include <QPushButton>
#include <QTest>
#include <QVBoxLayout>

using namespace pollux;
using test::PanelFixture;

class TestStepColumn : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void stepsAreNumberedAndSayTheirState()
    {
        PanelFixture f;
        StepColumn column(f.context);
        auto* button = new QPushButton("Go");
        column.addStep("Study")->addWidget(button);
        column.addStep("Target");
        column.finish();
        column.setState(2, Mark::Stop, "missing");
        QStringList texts;
        for (const QLabel* label : column.findChildren<QLabel*>())
            texts << label->text();
        QVERIFY(texts.contains("1  Study") && texts.contains("2  Target"));
        QCOMPARE(column.findChild<QLabel*>("step2")->text(), QString("missing"));
        QVERIFY(column.findChild<QLabel*>("step2")->accessibleName().contains("Target"));
        QVERIFY(column.isAncestorOf(button)); // it scrolls with its step
    }

    void aChangedStateChangesItsColour()
    {
        PanelFixture f;
        qApp->setStyleSheet(styleSheet(f.theme));
        StepColumn column(f.context);
        column.addStep("Study");
        column.setState(1, Mark::Ok, "fit");
        column.show();
        const auto colourOf = [&] { return column.findChild<QLabel*>("step1")->palette().color(QPalette::WindowText); };
        QCOMPARE(colourOf(), f.theme.ok);
        column.setState(1, Mark::Stop, "blocked");
        QCOMPARE(colourOf(), f.theme.stop);
        qApp->setStyleSheet(QString());
    }

    void anUnknownStepIsAnError()
    {
        PanelFixture f;
        StepColumn column(f.context);
        column.addStep("Study");
        QVERIFY_EXCEPTION_THROWN(column.setState(2, Mark::Ok, "x"), std::out_of_range);
    }
};

QTEST_MAIN(TestStepColumn)
#include "tst_step_column.moc"
