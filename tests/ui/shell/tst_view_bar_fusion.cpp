// The fusion of the view bar: through a registration where two images have frames of their own, and in step with what a
// panel asked the views for.

#include "core/image/registration/displacement_field.h"
#include "tests/ui/viewer/sample_case.h"
#include "ui/shell/view_bar.h"

#include <QComboBox>
#include <QSlider>
#include <QStandardItemModel>
#include <QTest>

using namespace pollux;

namespace {

std::shared_ptr<Case> twoImages(bool registered)
{
    Grid g;
    g.size = {12, 12, 12};
    g.spacing = Vec3::Constant(4);
    auto c = std::make_shared<Case>();
    for (const char* id : {"ct", "ct-2"}) {
        VolumeObject v;
        v.name = id;
        v.frameOfReference = id;
        v.volume = sample::ballVolume(g, Vec3(22, 22, 22), 15);
        c->volumes[Id(id)] = std::make_shared<VolumeObject>(std::move(v));
    }
    if (!registered)
        return c;
    Registration r;
    r.name = "Way";
    r.fixed = Id("ct");
    r.moving = Id("ct-2");
    r.map.offset = Vec3(3, 0, 0);
    c->registrations[Id("way")] = std::make_shared<Registration>(std::move(r));
    return c;
}

struct Bar
{
    Viewer viewer;
    ViewBar bar{viewer};
    QComboBox* second = bar.findChild<QComboBox*>("fusionVolume");
    QComboBox* mode = bar.findChild<QComboBox*>("fusionMode");
    QSlider* amount = bar.findChild<QSlider*>("fusionAmount");

    void open(const std::shared_ptr<Case>& c)
    {
        viewer.setCase(c);
        bar.setCase(c);
    }
};

} // namespace

class TestViewBarFusion : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anotherFrameIsOfferedThroughARegistrationOnly()
    {
        Bar b;
        b.open(twoImages(false));
        QCOMPARE(b.second->count(), 2);
        QVERIFY(!b.second->model()->flags(b.second->model()->index(1, 0)).testFlag(Qt::ItemIsEnabled));
        b.open(twoImages(true));
        QCOMPARE(b.second->count(), 2);
        QVERIFY(b.second->model()->flags(b.second->model()->index(1, 0)).testFlag(Qt::ItemIsEnabled));
        QVERIFY(b.second->itemText(1).contains("Way"));
        b.second->setCurrentIndex(1);
        QCOMPARE(b.viewer.fusion().volume, Id("ct-2"));
        QCOMPARE(b.viewer.fusion().registration, Id("way"));
        b.mode->setCurrentText("Difference");
        QVERIFY(b.viewer.fusion().mode == FusionMode::Difference);
        QVERIFY(!b.amount->isEnabled() && !b.amount->toolTip().isEmpty());
        b.second->setCurrentIndex(0);
        QVERIFY(b.viewer.fusion().volume.empty() && b.viewer.fusion().registration.empty());
    }

    void itFollowsAPanel()
    {
        Bar b;
        const auto c = twoImages(true);
        b.open(c);
        Fusion f;
        f.volume = Id("ct-2");
        f.registration = Id("way");
        f.mode = FusionMode::Wipe;
        f.amount = 0.25;
        b.viewer.setFusion(f);
        QCOMPARE(b.second->currentIndex(), 1);
        QCOMPARE(b.mode->currentText(), QString("Wipe"));
        QCOMPARE(b.amount->value(), 25);
        b.bar.setCase(c); // a change of the case does not take it away
        QCOMPARE(b.viewer.fusion().registration, Id("way"));
        f = {};
        f.registration = Id("way");
        f.mode = FusionMode::VolumeChange;
        f.amount = 0.6;
        f.change = std::make_shared<const Volume>(
            jacobianMap(*fieldOn(c->registration(Id("way")), c->volume(Id("ct")).volume.grid()), Job()));
        b.viewer.setFusion(f);
        QVERIFY(b.second->currentText().contains("Way"));
        QVERIFY(!b.mode->isEnabled() && !b.mode->toolTip().isEmpty());
        b.bar.setCase(c);
        QVERIFY(b.viewer.fusion() == f);
        b.amount->setValue(80);
        QVERIFY(b.viewer.fusion().mode == FusionMode::VolumeChange && b.viewer.fusion().change == f.change);
        QCOMPARE(b.viewer.fusion().amount, 0.8);
        b.second->setCurrentIndex(0);
        QVERIFY(b.viewer.fusion().mode != FusionMode::VolumeChange);
        QVERIFY(b.mode->currentText() == "Wipe");
    }
};

QTEST_MAIN(TestViewBarFusion)
#include "tst_view_bar_fusion.moc"
