// The table of devices: one's own is entered with its source, kept for all cases, and offered in forms.

#include "core/case/device.h"
#include "tests/ui/shell/window_fixture.h"
#include "ui/extension/site_devices.h"
#include "ui/shell/devices_page.h"
#include "ui/viewer/viewer.h"

#include <QAction>
#include <QComboBox>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QTabWidget>
#include <QTemporaryDir>
#include <QTest>

using namespace pollux;

namespace {

struct Page
{
    QTemporaryDir folder;
    DeviceShelf shelf;
    QString file = folder.filePath("sub/devices.json");
    DevicesPage page{shelf, file, nullptr};

    template <class T>
    T* at(const char* name) const
    {
        return page.findChild<T*>(QLatin1String(name));
    }
    void click(const char* name) const { QTest::mouseClick(at<QPushButton>(name), Qt::LeftButton); }
    void type(const char* name, const QString& text) const { at<QLineEdit>(name)->setText(text); }
};

} // namespace

class TestDevicesPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void thoseBuiltInAreRead()
    {
        Page p;
        QVERIFY(p.at<QListWidget>("devices")->count() >= 5);
        QVERIFY(p.at<QLineEdit>("device.source")->isReadOnly());
        QVERIFY(!p.at<QPushButton>("deviceKeep")->isEnabled() && !p.at<QPushButton>("deviceRemove")->isEnabled());
        QVERIFY(!p.at<QPushButton>("deviceKeep")->toolTip().isEmpty()); // says why
        QVERIFY(!QFile::exists(p.file));
    }

    void onesOwnIsKeptAndRemoved()
    {
        Page p;
        const size_t before = p.shelf.table()->all().size();
        p.click("deviceCopy");
        QCOMPARE(p.shelf.table()->all().size(), before + 1);
        p.type("device.name", "Our probe");
        p.type("device.source", "");
        p.click("deviceKeep"); // without a source it is not taken
        QVERIFY(p.at<QLabel>("deviceTold")->text().contains("source"));
        p.type("device.source", "Data sheet, page 3");
        p.at<QAbstractSpinBox>("device.along")->findChild<QLineEdit*>()->setText("21");
        p.click("deviceKeep");
        DeviceShelf again;
        QVERIFY(loadDevices(again, p.file).empty());
        bool found = false;
        for (const auto& [id, d] : again.table()->all())
            if (d.own) {
                found = true;
                QCOMPARE(d.name, std::string("Our probe"));
                QCOMPARE(d.figures.at("along").value, 21.0);
                QCOMPARE(d.evidence, Evidence::Unverified);
            }
        QVERIFY(found);
        p.at<QAbstractSpinBox>("device.along")->findChild<QLineEdit*>()->setText("2000");
        p.click("deviceKeep");
        QVERIFY(p.at<QLabel>("deviceTold")->text().contains("100"));
        p.click("deviceRemove");
        QCOMPARE(p.shelf.table()->all().size(), before);
        loadDevices(again, p.file);
        QCOMPARE(again.table()->all().size(), before);
    }

    void aFileThatCannotBeUsedIsToldAndLeft()
    {
        QTemporaryDir folder;
        const QString file = folder.filePath("devices.json");
        QFile f(file);
        QVERIFY(f.open(QIODevice::WriteOnly));
        f.write("{\"devices\": [{\"id\": 3}]}");
        f.close();
        DeviceShelf shelf;
        const Findings findings = loadDevices(shelf, file);
        QCOMPARE(findings.size(), size_t(1));
        QVERIFY(!findings[0].advice.empty());
        QVERIFY(shelf.table()->all() == DeviceTable::builtIn().all());
        QCOMPARE(QFile(file).size(), qint64(24));
    }

    void whatCannotBeWrittenChangesNothing()
    {
        Page p;
        QFile block(p.folder.filePath("sub")); // a file where the folder should be
        QVERIFY(block.open(QIODevice::WriteOnly));
        const size_t before = p.shelf.table()->all().size();
        p.click("deviceCopy");
        QCOMPARE(p.shelf.table()->all().size(), before);
        QVERIFY(!p.at<QLabel>("deviceTold")->text().isEmpty());
    }

    void formsOfferItAtOnce()
    {
        QTemporaryDir home;
        qputenv("POLLUX_DEVICES", home.filePath("devices.json").toUtf8());
        WindowFixture f;
        auto* device = f.window->findChild<QComboBox*>("device");
        QVERIFY(device);
        const int before = device->count();
        f.window->findChild<QPushButton*>("devicesTable")->click();
        auto* pages = f.window->findChild<QTabWidget*>("preferencesPages");
        QVERIFY(pages && pages->currentWidget()->findChild<QListWidget*>("devices"));
        QTest::mouseClick(pages->findChild<QPushButton*>("deviceCopy"), Qt::LeftButton);
        QCOMPARE(device->count(), before + 1);
        // Chosen, its figures stand in the fields.
        device->setCurrentIndex(device->findData("rf-17g-cooled"));
        QVERIFY(f.window->findChild<QAbstractSpinBox*>("zone_along")->text().startsWith("12.3"));
        qunsetenv("POLLUX_DEVICES");
    }
};

int main(int argc, char** argv)
{
    Viewer::prepareApplication();
    QApplication app(argc, argv);
    TestDevicesPage test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_devices_page.moc"
