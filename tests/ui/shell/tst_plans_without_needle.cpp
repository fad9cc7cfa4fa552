// Plans without a needle (a resection, a prediction of numbers) stand beside one that has: views and pictures keep to
// the needle, and a report without any shows the planes through the middle.

#include "tests/ui/shell/window_fixture.h"
#include "tests/ui/viewer/sample_case.h"
#include "ui/print/key_pictures.h"
#include "ui/print/plan_path.h"
#include "ui/viewer/viewer.h"

using namespace pollux;

namespace {

void add(Case& c, const char* id, const char* kind, std::vector<NamedPoint> points)
{
    Plan plan;
    plan.name = std::string(id);
    plan.kind = std::string(kind);
    plan.points = std::move(points);
    c.plans[Id(id)] = std::make_shared<Plan>(std::move(plan));
}

/// The needle's plan lies between the others in the order of ids.
Case planned(bool needle)
{
    Case c = *sample::ballCase();
    add(c, "circulation", "liver.circulation", {});
    if (needle)
        add(c, "plan-1", "liver.puncture",
            {{"target", sample::kTarget}, {"entry", sample::kTarget + Vec3(-20, -50, 0)}});
    add(c, "resection-1", "liver.resection", {{"cut", Vec3(0, 10, 0)}});
    return c;
}

} // namespace

class TestPlansWithoutNeedle : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theLastNeedleIsTaken()
    {
        const std::optional<Path> path = lastPathOf(planned(true));
        QVERIFY(path);
        QCOMPARE(path->label, QStringLiteral("plan-1"));
        QVERIFY(!lastPathOf(planned(false)));
        QVERIFY(!lastPathOf(Case()));
    }

    void theCaseOpensAtTheNeedle()
    {
        WindowFixture f;
        f.openCase(planned(true));
        QTRY_VERIFY((f.window->viewer()->crosshair() - sample::kTarget).norm() < 4);
    }

    void aReportWithoutANeedleShowsTheMiddle()
    {
        const QTemporaryDir folder;
        Findings findings;
        const std::vector<ReportPicture> pictures =
            writeKeyPictures(planned(false), folder.path().toStdString(), findings, Job());
        QCOMPARE(pictures.size(), size_t(3));
        for (const char* name : {"axial.png", "coronal.png", "sagittal.png"})
            QVERIFY2(QFile::exists(folder.filePath(QLatin1String(name))), name);
        QVERIFY(findings.empty());
    }
};

QTEST_MAIN(TestPlansWithoutNeedle)
#include "tst_plans_without_needle.moc"
