// A component of an ankle and a dental implant on real studies, by the widgets that a person would use and then by the
// command line.

#include "core/operation/run.h"
#include "tests/ui/walk/walk.h"
#include "ui/forms/param_form.h"

#include <QComboBox>
#include <QFile>
#include <QFileInfo>
#include <QProcess>

using namespace pollux;
namespace fs = std::filesystem;

namespace {

struct Implants : Walk
{
    explicit Implants(int task)
    {
        window->resize(1280, 800);
        showTab("Implants");
        window->findChild<QComboBox*>("implantTask")->setCurrentIndex(task);
    }
    ParamForm* formWith(const char* key) const
    {
        for (ParamForm* f : window->findChildren<ParamForm*>())
            if (f->isVisible() && f->values().has(key))
                return f;
        return nullptr;
    }
    bool made(const char* id) const { return now().kindOf(Id(id)) && idle(); }
};

/// The head CT of an InVesalius project as a MetaImage: its voxels without the program around them. Empty where
/// unpacking failed.
fs::path unpackedHead(const fs::path& project, const fs::path& folder)
{
    QProcess tar;
    tar.start("tar", {"xzf", q(project.string()), "-C", q(folder.string()), "--strip-components=1", "--wildcards",
                      "*/matrix.dat"});
    if (!tar.waitForFinished(kWait) || tar.exitCode() != 0)
        return {};
    QFile header(q((folder / "head.mhd").string()));
    if (!header.open(QIODevice::WriteOnly))
        return {};
    // Its rows run from the back of the head to the front.
    header.write("ObjectType = Image\nNDims = 3\nBinaryData = True\nBinaryDataByteOrderMSB = False\n"
                 "TransformMatrix = 1 0 0 0 -1 0 0 0 1\nOffset = -122 122 0\nElementSpacing = 0.9570312 0.9570312 1.5\n"
                 "DimSize = 256 256 108\nElementType = MET_SHORT\nElementDataFile = matrix.dat\n");
    return folder / "head.mhd";
}

} // namespace

class TestRealImplants : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QApplication::setAttribute(Qt::AA_DontUseNativeDialogs); }

    void ankle()
    {
        const fs::path study = studies() / "ortho_ankle_sts049" / "STS_049" / "CT" / "image";
        if (!fs::exists(study))
            QSKIP("NOT TESTED ON A REAL ANKLE: STS_049 is not here (set POLLUX_DATA)");
        Implants f(1);
        f.window->open(q(study.string()));
        QTRY_VERIFY_WITH_TIMEOUT(!f.now().volumes.empty() && f.idle(), kWait);
        f.showTab("Implants");
        f.picture("ankle-1-opened");
        QVERIFY(f.click("jointBones"));
        QTRY_VERIFY_WITH_TIMEOUT(f.now().findAnatomy("talus") && f.idle(), kWait);
        f.picture("ankle-2-bones");
        QVERIFY(f.click("jointLandmarks"));
        QTRY_VERIFY_WITH_TIMEOUT(f.made("tibia-plafond"), kWait);
        f.picture("ankle-3-landmarks");
        const Case before = f.now();
        ParamForm* form = nullptr;
        QTRY_VERIFY(form = f.formWith("anterior"));
        ParamValues v = form->values();
        v.set("slope", 2.0);
        form->setValues(v);
        QTRY_VERIFY_WITH_TIMEOUT(f.shown<QPushButton>("placeComponent")->isEnabled(), kWait);
        QVERIFY(f.click("placeComponent"));
        QTRY_VERIFY_WITH_TIMEOUT(f.made("component-1"), kWait);
        f.picture("ankle-4-placed");
        const Plan& plan = f.now().plan(Id("component-1"));
        for (const PlanNumber& n : plan.numbers)
            qInfo("%s: %.2f", n.label.c_str(), n.after.value_or(std::nan("")));
        QVERIFY(!blocks(plan.findings));
        // Slices of 3.27 mm are told.
        const Findings told = checkOperation(f.registry.at("implant.place-component"), before, form->values());
        QVERIFY(std::any_of(told.begin(), told.end(), [](const Finding& n) { return n.code == "implant.slices"; }));
        QCOMPARE(f.differsByCommand(before, {"component-1"}), QString());

        // A larger one fits where it lies best, within the bone, and leaves the malleolus.
        const auto measured = [&](const char* key) {
            for (const PlanNumber& n : f.now().plan(Id("component-1")).numbers)
                if (n.key == key)
                    return n.after.value_or(std::nan(""));
            return std::nan("");
        };
        const double first = measured("coverage");
        QVERIFY(f.click("bestPosition"));
        QTRY_VERIFY_WITH_TIMEOUT(measured("coverage") != first && f.idle(), kWait);
        f.picture("ankle-5-best");
        QVERIFY2(
            measured("coverage") > first + 5 && measured("overhang") <= 0 && measured("malleolus") >= 9.4,
            qPrintable(
                QString("%1 %2 %3").arg(measured("coverage")).arg(measured("overhang")).arg(measured("malleolus"))));
        QCOMPARE(f.differsByCommand(before, {"component-1"}), QString());
    }

    void head()
    {
        const fs::path project = studies() / "bone_graft_cranial_defect_invesalius" / "Cranium.inv3";
        if (!fs::exists(project))
            QSKIP("NOT TESTED ON A REAL JAW: the head CT of InVesalius is not here (set POLLUX_DATA)");
        Implants f(0);
        const fs::path image = unpackedHead(project, f.folder.path().toStdString());
        QVERIFY(!image.empty());
        f.window->open(q(image.string()));
        QTRY_VERIFY_WITH_TIMEOUT(!f.now().volumes.empty() && f.idle(), kWait);
        for (const auto& [name, low] : {std::pair("maxilla", 300.0), std::pair("tooth", 1500.0)}) {
            ParamValues v;
            v.set("low", low);
            v.set("high", 4000.0);
            v.set("anatomy", name);
            v.set("name", name);
            f.workspace->run("segment.threshold", v);
            QTRY_VERIFY_WITH_TIMEOUT(f.now().findAnatomy(name) && f.idle(), kWait);
        }
        f.workspace->run("mesh.surface", {});
        QTRY_VERIFY_WITH_TIMEOUT(f.now().structure(*f.now().findAnatomy("maxilla")).surface && f.idle(), kWait);
        f.showTab("Implants");
        f.picture("head-1-bones");
        ParamForm* form = nullptr;
        QTRY_VERIFY(form = f.formWith("platform"));
        ParamValues v = form->values();
        v.set("platform", Vec3(25, -58.5, 9)); // the gap of the upper left premolars
        v.set("apex", Vec3(24.6, -58.5, 17));
        v.set("length", 8.0);
        form->setValues(v);
        const Case before = f.now();
        QTRY_VERIFY_WITH_TIMEOUT(f.shown<QPushButton>("placeImplant")->isEnabled(), kWait);
        QVERIFY(f.click("placeImplant"));
        QTRY_VERIFY_WITH_TIMEOUT(f.made("implant-1"), kWait);
        f.picture("head-2-placed");
        // The maxillary sinus lies above that ridge: no implant of this length holds there, and it is told.
        const Plan& plan = f.now().plan(Id("implant-1"));
        for (const PlanNumber& n : plan.numbers)
            qInfo("%s: %.2f", n.label.c_str(), n.after.value_or(std::nan("")));
        QVERIFY(blocks(plan.findings));
        QVERIFY(f.click("implant.stress.run"));
        QTRY_VERIFY_WITH_TIMEOUT(f.made("stress-1"), kWait);
        f.picture("head-3-stress");
        QCOMPARE(f.differsByCommand(before, {"implant-1", "stress-1"}), QString());
        QVERIFY(f.click("dentalReport"));
        const fs::path folder = f.path("report");
        fs::create_directories(folder);
        bool chosen = false; // QTRY_VERIFY asks once more after it was true
        QTRY_VERIFY(chosen || (chosen = f.chooseFile(folder)));
        QTRY_VERIFY_WITH_TIMEOUT(fs::exists(folder / "report.pdf") && f.idle(), kWait);
        for (const char* name : {"report.html", "implants.step", "implants.json", "implants.csv"})
            QVERIFY2(QFileInfo(q((folder / name).string())).size() > 100, name);
    }
};

QTEST_MAIN(TestRealImplants)
#include "tst_real_implants.moc"
