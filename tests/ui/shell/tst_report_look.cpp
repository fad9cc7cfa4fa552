// The report that the window exports shows the plan in 3-D as the view does: cut, outlined, by parallel rays.

#include "tests/ui/shell/window_fixture.h"
#include "tests/ui/viewer/sample_case.h"
#include "ui/viewer/render.h"
#include "ui/viewer/viewer.h"

#include <QAction>
#include <QDir>
#include <QFileDialog>
#include <QPushButton>

using namespace pollux;
namespace fs = std::filesystem;

namespace {

const Vec3 kEntry = sample::kTarget + Vec3(-20, -50, 0);

Case planned()
{
    Case c = *sample::ballCase();
    Plan plan;
    plan.name = std::string("Plan A");
    plan.kind = std::string("liver.puncture");
    plan.points = {{"target", sample::kTarget}, {"entry", kEntry}};
    c.plans[Id("plan-1")] = std::make_shared<Plan>(plan);
    return c;
}

/// Answers the file dialog that a command opened.
bool chooseFolder(const QWidget& window, const fs::path& folder)
{
    for (auto* dialog : window.findChildren<QFileDialog*>())
        if (dialog->isVisible()) {
            dialog->setDirectory(QString::fromStdString(folder.parent_path().string()));
            dialog->selectFile(QString::fromStdString(folder.string()));
            return QMetaObject::invokeMethod(dialog, "accept");
        }
    return false;
}

} // namespace

class TestReportLook : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QApplication::setAttribute(Qt::AA_DontUseNativeDialogs); }

    void theSceneIsThatOfTheView()
    {
        WindowFixture f;
        f.openCase(planned());
        Viewer* viewer = f.window->viewer();
        SceneLook look;
        look.cut.coronal = CutSide::Near;
        look.cut.skin = false;
        look.orthographic = true;
        look.silhouettes = true;
        const Vec3 place(0, 20, 0); // not the plan's target
        const Mat3 axes = turnedAxes(Mat3::Identity(), PlaneKind::Axial, 0.3);
        viewer->setCrosshair(place);
        viewer->setAxes(axes);
        viewer->setScene(look);

        f.window->findChild<QAction*>("actionReport")->trigger();
        const fs::path folder = f.path("report");
        fs::create_directories(folder);
        bool chosen = false; // QTRY_VERIFY asks once more after it was true
        QTRY_VERIFY(chosen || (chosen = chooseFolder(*f.window, folder)));
        QTRY_VERIFY_WITH_TIMEOUT(f.window->findChild<QPushButton*>("showReport") != nullptr, 120000);

        const QImage written(QString::fromStdString((folder / "plan-1-3d.png").string()));
        RenderOptions o;
        o.size = written.size();
        o.notice = QStringLiteral("Not for clinical use");
        Path path;
        path.target = sample::kTarget;
        path.entry = kEntry;
        path.label = QStringLiteral("Plan A");
        o.path = path;
        const Case& c = f.workspace->document().current();
        const QImage plain = renderScene3D(c, o);
        o.centre = place;
        o.axes = axes;
        o.scene = look;
        QCOMPARE(written.convertToFormat(QImage::Format_RGB32), renderScene3D(c, o));
        QVERIFY(renderScene3D(c, o) != plain);
    }
};

QTEST_MAIN(TestReportLook)
#include "tst_report_look.moc"
