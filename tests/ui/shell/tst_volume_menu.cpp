#include "tests/ui/shell/window_fixture.h"
#include "tests/ui/viewer/sample_case.h"
#include "ui/viewer/viewer.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QMenu>
#include <QSlider>
#include <QTest>
#include <QToolButton>

using namespace pollux;

namespace {

struct Opened : WindowFixture
{
    Opened() { openCase(*sample::ballCase()); }
    template <class T>
    T* at(const char* name) const
    {
        return window->findChild<T*>(QLatin1String(name));
    }
    const VolumeRendering& drawn() const { return window->viewer()->volumeRendering(); }
    void choose(const char* preset)
    {
        auto* menu = at<QToolButton>("volumeButton")->menu();
        Q_EMIT menu->aboutToShow();
        auto* box = at<QComboBox>("volumePreset");
        box->setCurrentIndex(box->findData(QLatin1String(preset)));
    }
};

} // namespace

class TestVolumeMenu : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void withoutAnImageItSaysWhy()
    {
        WindowFixture f;
        auto* box = f.window->findChild<QComboBox*>("volumePreset");
        QVERIFY(!box->isEnabled() && !box->toolTip().isEmpty());
        for (const char* name : {"volumeCrop", "volumeStructures", "volumeShift", "cropLeft"}) {
            const auto* w = f.window->findChild<QWidget*>(QLatin1String(name));
            QVERIFY2(!w->isEnabled() && !w->toolTip().isEmpty(), name);
        }
    }

    void aPresetIsDrawnAndTakenBack()
    {
        Opened f;
        f.choose("bone");
        QCOMPARE(f.drawn().preset, QString("bone"));
        QVERIFY(f.at<QCheckBox>("volumeCrop")->isEnabled());
        f.at<QDoubleSpinBox>("volumeShift")->setValue(50);
        QCOMPARE(f.drawn().shift, 50.0);
        f.choose("");
        QVERIFY(f.drawn().preset.isEmpty());
        QVERIFY(!f.workspace->modified()); // a look is no change of the case
    }

    void theCropBoxNeverCloses()
    {
        Opened f;
        f.choose("bone");
        auto *low = f.at<QSlider>("cropRight"), *high = f.at<QSlider>("cropLeft");
        QVERIFY(!low->isEnabled());
        f.at<QCheckBox>("volumeCrop")->setChecked(true);
        QVERIFY(low->isEnabled() && f.drawn().cropped);
        low->setValue(low->maximum());
        QVERIFY(high->value() > low->value());
        high->setValue(0);
        QVERIFY(high->value() > low->value());
        QVERIFY(f.drawn().cropHigh.x() > f.drawn().cropLow.x());
        low->setValue(50);
        high->setValue(150);
        QCOMPARE(f.drawn().cropLow.x(), 0.25);
        QCOMPARE(f.drawn().cropHigh.x(), 0.75);
        QCOMPARE(f.drawn().cropHigh.z(), 1.0);
    }
};

QTEST_MAIN(TestVolumeMenu)
#include "tst_volume_menu.moc"
