#include "tests/ui/panels/panel_bench.h"
#include "ui/panels/sensitivity_panel.h"
#include "ui/panels/sensitivity_params.h"
#include "ui/panels/tornado_chart.h"

#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QImage>
#include <QLabel>
#include <QPushButton>
#include <QTest>
#include <QTreeWidget>

using namespace pollux;
using test::PanelFixture;

namespace {

/// The dense ball of the sample, measured: its volume hangs on two thresholds.
struct Page : PanelFixture
{
    std::unique_ptr<SensitivityPanel> panel;

    explicit Page(bool measured = true)
    {
        if (measured) {
            openMadeCase();
            ParamValues v;
            v.set("structures", std::vector<std::string>{"dense"});
            make("measure.statistics", v);
        }
        bench.keepAsides = true;
        panel = std::make_unique<SensitivityPanel>(context);
        panel->resize(420, 900);
        panel->show();
    }
    template <class T>
    T* at(const char* name) const
    {
        return panel->findChild<T*>(QLatin1String(name));
    }
    QString hint() const { return at<QLabel>("sensitivityHint")->text(); }
    TornadoChart* chart() const { return panel->findChild<TornadoChart*>(); }
    SensitivityParams* params() const { return panel->findChild<SensitivityParams*>(); }
    QTreeWidgetItem* param(const char* label) const
    {
        for (int i = 0; i < params()->topLevelItemCount(); ++i)
            if (params()->topLevelItem(i)->text(0).contains(QLatin1String(label)))
                return params()->topLevelItem(i);
        return nullptr;
    }
    QString labelOf(const char* key) const
    {
        return q(bench.registry().at("segment.threshold").declare().find(key)->label);
    }
    /// What the runner would do on its thread.
    void finish()
    {
        Job job;
        const auto land = bench.asides.back()(now(), job);
        land();
    }
};

} // namespace

class TestSensitivityPanel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anEmptyCaseTeaches()
    {
        Page f(false);
        QVERIFY2(f.hint().contains("Make a plan, or measure something"), qPrintable(f.hint()));
        for (const char* name : {"sensitivityRun", "sensitivityStop", "sensitivityCopy"}) {
            QVERIFY(!f.at<QPushButton>(name)->isEnabled());
            QVERIFY2(!f.at<QPushButton>(name)->toolTip().isEmpty(), name);
        }
        QVERIFY(!f.at<QComboBox>("sensitivityObject")->isEnabled());
        QVERIFY(!f.at<QComboBox>("sensitivityObject")->toolTip().isEmpty());
        QVERIFY(!f.chart()->isVisible());
    }

    void namesWhatCanBeVariedAndWhatCannot()
    {
        Page f;
        QCOMPARE(f.at<QComboBox>("sensitivityObject")->currentData().toString(), QString("dense"));
        QCOMPARE(f.at<QComboBox>("sensitivityNumber")->currentData().toString(), QString("volume"));
        QTreeWidgetItem* low = f.param(qPrintable(f.labelOf("low") + " (dense)"));
        QVERIFY(low);
        QCOMPARE(low->text(1), QString("90"));
        QCOMPARE(low->text(2), QString("110"));
        QCOMPARE(low->checkState(0), Qt::Checked);
        QVERIFY(low->toolTip(1).contains("assumed"));
        QTreeWidgetItem* image = f.param("ct: not varied");
        QVERIFY(image && !(image->flags() & Qt::ItemIsEnabled));
        QVERIFY(image->text(0).contains("came with the case"));
        QVERIFY(f.at<QPushButton>("sensitivityRun")->isEnabled());
    }

    void runsBesideAndShowsWhatCameOut()
    {
        Page f;
        const Case before = f.now();
        f.at<QPushButton>("sensitivityRun")->click();
        QCOMPARE(f.bench.asides.size(), size_t(1));
        QVERIFY(f.at<QPushButton>("sensitivityStop")->isEnabled());
        QVERIFY(!f.at<QPushButton>("sensitivityRun")->isEnabled());
        f.finish();
        QVERIFY(f.at<QPushButton>("sensitivityRun")->isEnabled());
        QVERIFY(diff(before, f.now()).empty());
        QVERIFY(f.chart()->isVisible());
        auto* table = f.at<QTreeWidget>("sensitivityTable");
        QVERIFY(table->isVisible() && table->topLevelItemCount() >= 2);
        const double volume = findNumber(f.now(), Id("dense"), "volume")->value.value();
        QCOMPARE(f.chart()->content()->base, volume);
        QVERIFY2(f.chart()->accessibleDescription().contains(shown(volume, Unit::Millilitre)),
                 qPrintable(f.chart()->accessibleDescription()));
        f.at<QPushButton>("sensitivityCopy")->click();
        const QString csv = QGuiApplication::clipboard()->text();
        QVERIFY2(csv.contains("segment.threshold,low") && csv.contains(",90,100,110,"), qPrintable(csv));
    }

    /// The ball is 140 HU in -100 HU: a lower bound above 140 leaves nothing.
    void aRangeOfOnesOwnIsUsedAndARunThatFailsIsSaid()
    {
        Page f;
        QTreeWidgetItem* low = f.param(qPrintable(f.labelOf("low") + " (dense)"));
        low->setText(2, "200");
        QCoreApplication::processEvents(); // the list is filled anew
        low = f.param(qPrintable(f.labelOf("low") + " (dense)"));
        QCOMPARE(low->text(2), QString("200"));
        f.param(qPrintable(f.labelOf("high") + " (dense)"))->setCheckState(0, Qt::Unchecked);
        QCoreApplication::processEvents();
        f.at<QPushButton>("sensitivityRun")->click();
        f.finish();
        auto* table = f.at<QTreeWidget>("sensitivityTable");
        for (int i = 0; i < table->topLevelItemCount(); ++i)
            QVERIFY(!table->topLevelItem(i)->text(0).contains(f.labelOf("high") + " (dense)"));
        QTreeWidgetItem* row = nullptr;
        for (int i = 0; i < table->topLevelItemCount(); ++i)
            if (table->topLevelItem(i)->text(0).contains(f.labelOf("low") + " (dense)"))
                row = table->topLevelItem(i);
        QVERIFY(row);
        QCOMPARE(row->text(2), QString("no number"));
        QVERIFY2(row->toolTip(2).contains("no voxels"), qPrintable(row->toolTip(2)));
        QVERIFY(f.chart()->accessibleDescription().contains("no number"));
    }

    void whatIsNoRangeIsRefused()
    {
        Page f;
        const auto low = [&] { return f.param(qPrintable(f.labelOf("low") + " (dense)")); };
        low()->setText(1, "9,5");
        QCOMPARE(low()->text(1), QString("90"));
        QVERIFY2(f.hint().contains("decimal point"), qPrintable(f.hint()));
        low()->setText(1, "500");
        QCOMPARE(low()->text(1), QString("90"));
        QVERIFY2(f.hint().contains("below its high end"), qPrintable(f.hint()));
    }

    void stopAsksTheBench()
    {
        Page f;
        f.at<QPushButton>("sensitivityRun")->click();
        f.at<QPushButton>("sensitivityStop")->click();
        QCOMPARE(f.bench.cancelled.size(), size_t(1));
        JobReport stopped;
        stopped.id = f.bench.cancelled.front();
        stopped.state = JobState::Cancelled;
        Q_EMIT f.bench.jobChanged(stopped);
        QVERIFY(f.at<QPushButton>("sensitivityRun")->isEnabled());
        QVERIFY(!f.at<QPushButton>("sensitivityStop")->isEnabled());
    }

    void followsTheSelection()
    {
        Page f;
        ParamValues v;
        v.set("structures", std::vector<std::string>{"liver"});
        f.make("measure.statistics", v);
        f.bench.select(Id("liver"));
        QCOMPARE(f.at<QComboBox>("sensitivityObject")->currentData().toString(), QString("liver"));
    }

    void aNumberMadeAgainIsStale()
    {
        Page f;
        f.at<QPushButton>("sensitivityRun")->click();
        f.finish();
        QVERIFY(!f.hint().contains("Stale"));
        f.changeDense();
        ParamValues v;
        v.set("structures", std::vector<std::string>{"dense"});
        f.make("measure.statistics", v);
        QVERIFY2(f.hint().contains("Stale"), qPrintable(f.hint()));
    }

    void barsStandWhereTheirNumbersAre()
    {
        const Theme theme = loadTheme(false);
        TornadoChart chart(theme);
        TornadoChart::Content c;
        c.number = "Margin";
        c.unit = Unit::Millimetre;
        c.base = 7;
        c.limit = 5;
        c.limitText = "at least 5.0 mm";
        c.bars = {{"Low", "90 HU", "110 HU", 4.0, 10.0}, {"Passes", "9", "11", std::nullopt, 8.0}};
        chart.setContent(c);
        chart.resize(400, chart.sizeHint().height());
        QVERIFY(chart.limitInSight());
        // A straight scale from 4 to 10, both within the widget with room for their numbers.
        const double step = (chart.xOf(10) - chart.xOf(4)) / 6;
        QVERIFY(step > 10);
        QVERIFY(std::abs(chart.xOf(7) - (chart.xOf(4) + 3 * step)) < 1e-9);
        QVERIFY(chart.xOf(4) > 30 && chart.xOf(10) < 370);
        for (const char* part :
             {"Margin: 7.0", "limit at least 5.0 mm", "Low: 4.0", "at 90 HU", "10.0", "no number at 9"})
            QVERIFY2(chart.accessibleDescription().replace(QChar(0x202F), QChar(u' ')).contains(part), part);
        QImage image(chart.size(), QImage::Format_RGB32);
        image.fill(theme.surface);
        chart.render(&image);
        // Filled to the right of the base up to 10, and nothing beyond.
        int right = 0;
        for (int x = 0; x < image.width(); ++x)
            for (int y = 0; y < image.height(); ++y)
                if (image.pixelColor(x, y) == theme.accent)
                    right = std::max(right, x);
        QVERIFY2(std::abs(right - chart.xOf(10)) < 3, qPrintable(QString::number(right)));
        c.limit = 500;
        chart.setContent(c);
        QVERIFY(!chart.limitInSight());
        QVERIFY(chart.xOf(10) - chart.xOf(4) > 100);
    }
};

QTEST_MAIN(TestSensitivityPanel)
#include "tst_sensitivity_panel.moc"
