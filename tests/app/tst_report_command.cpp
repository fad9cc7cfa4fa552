// `pollux report`: its 3-D pictures are cut, outlined and projected as asked for, in the words of `pollux render`.

#include "core/storage/case_file.h"
#include "tests/app/command.h"
#include "tests/ui/viewer/sample_case.h"

#include <QImage>
#include <QTemporaryDir>
#include <QTest>

using namespace pollux;
using namespace pollux::test;

class TestReportCommand : public QObject
{
    Q_OBJECT

    QTemporaryDir m_dir;
    QString m_case;

    QString at(const QString& name) const { return m_dir.filePath(name); }
    QImage picture(const QString& name) const { return QImage(at(name)).convertToFormat(QImage::Format_RGB32); }
    /// Writes a report into a folder of this name.
    bool report(const QString& folder, const QStringList& how)
    {
        const Output o = run(QStringList{"report", m_case, "-o", at(folder)} + how);
        if (o.code != 0)
            qWarning("%s", qPrintable(o.all()));
        return o.code == 0;
    }

private Q_SLOTS:
    void initTestCase()
    {
        Case c = *sample::ballCase();
        Plan plan;
        plan.name = std::string("Plan A");
        plan.kind = std::string("liver.puncture");
        plan.points = {{"target", sample::kTarget}, {"entry", sample::kTarget + Vec3(-20, -50, 0)}};
        plan.used = {{Id("liver"), "Liver", ConfirmState::Proposed}};
        c.plans[Id("plan-1")] = std::make_shared<Plan>(plan);
        m_case = at("case.pollux");
        saveCase(c, m_case.toStdString(), Job());
    }

    void theSceneLooksAsAskedFor()
    {
        const QStringList look{"--cut", "coronal", "--silhouettes", "--projection", "orthographic"};
        QVERIFY(report("plain", {}));
        QVERIFY(report("cut", look));
        const QImage plain = picture("plain/plan-1-3d.png"), cut = picture("cut/plan-1-3d.png");
        QCOMPARE(plain.size(), QSize(1000, 800));
        QVERIFY(cut != plain);
        // The same words make the same picture of `pollux render`.
        const QStringList render{"render",  m_case, "--view",   "3d",  "--plan", "plan-1",
                                 "--width", "1000", "--height", "800", "-o",     at("render.png")};
        QCOMPARE(run(render + look).code, 0);
        QCOMPARE(cut, picture("render.png"));
        QCOMPARE(run(render).code, 0);
        QCOMPARE(plain, picture("render.png"));
        // The planes through the path stay what they are.
        for (const char* name : {"plan-1-plane-1.png", "plan-1-plane-2.png", "plan-1-plane-3.png"}) {
            const QImage slice = picture(QString("plain/") + name);
            QVERIFY(!slice.isNull());
            QCOMPARE(picture(QString("cut/") + name), slice);
        }
        QVERIFY(report("elsewhere", look + QStringList{"--centre", "0,30,0"}));
        QVERIFY(picture("elsewhere/plan-1-3d.png") != cut);
    }

    /// What a needle was planned in, though no implant is there.
    void surfacesThatPlansUsed()
    {
        QVERIFY(report("with", {}));
        QVERIFY(QFile::exists(at("with/stl/liver.stl")));
        QVERIFY(report("without", {"--no-stl"}));
        QVERIFY(!QFile::exists(at("without/stl")));
    }

    void mistakesSayWhatToDo()
    {
        VERIFY_SAYS(run({"report", m_case, "--cut", "diagonal", "-o", at("x")}), 2, {"axial"});
        VERIFY_SAYS(run({"report", m_case, "--centre", "here", "-o", at("x")}), 3, {"Point"});
        QVERIFY(!QFile::exists(at("x")));
    }
};

QTEST_GUILESS_MAIN(TestReportCommand)
#include "tst_report_command.moc"
