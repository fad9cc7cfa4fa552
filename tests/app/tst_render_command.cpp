// `pollux render --view 3d`: cuts, projection and contours, and what it says to mistakes; views stay with a case.

#include "core/storage/case_file.h"
#include "core/storage/view_store.h"
#include "tests/app/command.h"
#include "tests/ui/viewer/sample_case.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QImage>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace pollux;
using namespace pollux::test;

class TestRenderCommand : public QObject
{
    Q_OBJECT

    QTemporaryDir m_dir;
    QString m_case;

    QString at(const QString& name) const { return m_dir.filePath(name); }
    QImage picture(const QStringList& how)
    {
        const Output o = run(QStringList{"render", m_case, "--view", "3d", "--centre", "0,0,0", "--width", "240",
                                         "--height", "240", "-o", at("x.png")} +
                             how);
        if (o.code != 0)
            qWarning("%s", qPrintable(o.all()));
        return o.code == 0 ? QImage(at("x.png")) : QImage();
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_case = at("case.pollux");
        Case c = *sample::ballCase();
        Field f = *c.fields.at(Id("map"));
        f.times = {0, 30};
        f.values.resize(2 * f.values.size(), 60.0f);
        c.fields[Id("heat")] = std::make_shared<Field>(f);
        saveCase(c, m_case.toStdString(), Job(), std::string("{\"kept\":1}"));
    }

    void eachOptionChangesThePicture()
    {
        QList<QImage> all;
        for (const QStringList& how :
             {QStringList{}, QStringList{"--cut", "coronal"}, QStringList{"--cut=-coronal"},
              QStringList{"--cut", "coronal", "--whole-skin"}, QStringList{"--cut", "coronal", "--bare-cut"},
              QStringList{"--cut", "coronal", "--cut=-axial"}, QStringList{"--cut", "sagittal"},
              QStringList{"--projection", "orthographic"}, QStringList{"--silhouettes"}}) {
            const QImage image = picture(how);
            QVERIFY2(!image.isNull(), qPrintable(how.join(' ')));
            QVERIFY2(!all.contains(image), qPrintable(how.join(' ')));
            all << image;
        }
        QCOMPARE(picture({"--projection", "perspective"}), all.first());
    }

    /// However it ends, the display that it started for itself ends with it.
    void aDisplayDoesNotStayBehind()
    {
        Surroundings in;
        in.environment.remove("DISPLAY");
        QProcess process;
        process.setProcessEnvironment(in.environment);
        process.start(POLLUX_BINARY_DIR "/bin/pollux", {"render", m_case, "--view", "3d", "-o", at("killed.png")});
        QVERIFY(process.waitForStarted());
        // "pid (name) state parent ..."
        const auto statOf = [](const QString& pid) {
            QFile file("/proc/" + pid + "/stat");
            return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
        };
        const QByteArray parent = ' ' + QByteArray::number(process.processId()) + ' ';
        QString display;
        QElapsedTimer since;
        for (since.start(); display.isEmpty() && since.elapsed() < 30000; QTest::qSleep(2))
            for (const QString& pid : QDir("/proc").entryList(QDir::Dirs))
                if (const QByteArray stat = statOf(pid);
                    stat.contains("(Xvfb)") && stat.mid(stat.indexOf(')'), 40).contains(parent))
                    display = pid;
        QVERIFY2(!display.isEmpty(), "no display of its own was seen");
        process.kill();
        QVERIFY(process.waitForFinished());
        QTRY_VERIFY_WITH_TIMEOUT(!statOf(display).contains("(Xvfb)") || statOf(display).contains(") Z "), 10000);
    }

    /// A server may miss the signal that ends it and would be waited for then for as long as it sleeps, 10 minutes.
    void aDisplayThatMissedItsSignalIsAskedAgain()
    {
        const QString server = QStandardPaths::findExecutable("Xvfb");
        QVERIFY(!server.isEmpty() && QDir(m_dir.path()).mkdir("bin"));
        QFile deaf(at("bin/Xvfb"));
        QVERIFY(deaf.open(QIODevice::WriteOnly));
        deaf.write(QString("#!/bin/sh\n"
                           "trap '[ -e %1 ] && kill $server; touch %1' TERM\n"
                           "%2 \"$@\" &\n"
                           "server=$!\n"
                           "while kill -0 $server 2>/dev/null; do wait $server; done\n")
                       .arg(at("missed"), server)
                       .toUtf8());
        deaf.close();
        QVERIFY(deaf.setPermissions(QFile::ReadOwner | QFile::ExeOwner));
        Surroundings in;
        in.environment.remove("DISPLAY");
        in.environment.insert("PATH", at("bin") + ':' + in.environment.value("PATH"));
        const Output o = run({"render", m_case, "--view", "3d", "-o", at("deaf.png")}, in);
        QVERIFY2(o.code == 0 && QFile::exists(at("deaf.png")), qPrintable(o.all()));
        QVERIFY(QFile::exists(at("missed")));
    }

    void mistakesSayWhatToDo()
    {
        VERIFY_SAYS(run({"render", m_case, "--view", "3d", "--cut", "diagonal", "-o", at("y.png")}), 2, {"axial"});
        VERIFY_SAYS(run({"render", m_case, "--view", "3d", "--projection", "fisheye", "-o", at("y.png")}), 2,
                    {"orthographic"});
    }

    void aTimeOfAMap()
    {
        const QImage first = picture({"--field", "heat", "--time", "0"});
        QVERIFY(!first.isNull());
        QCOMPARE(picture({"--field", "heat", "--time", "14"}), first); // the nearest
        const QImage last = picture({"--field", "heat", "--time", "30"});
        QVERIFY(last != first);
        QCOMPARE(picture({"--field", "heat"}), last);
        VERIFY_SAYS(run({"render", m_case, "--time", "0", "-o", at("y.png")}), 3, {"--field"});
        VERIFY_SAYS(run({"render", m_case, "--field", "map", "--time", "0", "-o", at("y.png")}), 3,
                    {"does not change", "pollux show"});
        VERIFY_SAYS(run({"render", m_case, "--field", "heat", "--time=-1", "-o", at("y.png")}), 2, {"--time"});
        const Output o = run({"show", m_case, "heat"});
        QVERIFY2(o.code == 0 && o.all().contains("2 times, 0"), qPrintable(o.all()));
    }

    void structuresOfAnotherStudyAreRefused()
    {
        // Two studies of one patient, each with its frame of reference; the structures lie in the first.
        Case c = *sample::ballCase();
        for (const char* id : {"study", "later"}) {
            Study s;
            s.patientKey = "0123456789ab";
            s.studyUid = std::string("1.2.") + id;
            c.studies[Id(id)] = std::make_shared<Study>(s);
        }
        VolumeObject v = c.volume(Id("ct"));
        v.study = Id("study");
        v.frameOfReference = "1.1";
        c.volumes[Id("ct")] = std::make_shared<VolumeObject>(v);
        v.study = Id("later");
        v.frameOfReference = "1.2";
        c.volumes[Id("ct-later")] = std::make_shared<VolumeObject>(v);
        Lineage l;
        l.operation = "edit";
        l.inputs.push_back({Id("ct"), contentKey(c.volume(Id("ct")))});
        c.lineage[Id("liver")] = std::make_shared<Lineage>(l);
        const QString file = at("two.pollux");
        saveCase(c, file.toStdString(), Job());
        const QStringList of{"render", file, "-o", at("z.png"), "--structures"};
        QCOMPARE(run(of + QStringList{"liver"}).code, 0);
        VERIFY_SAYS(run(of + QStringList{"liver", "--volume", "ct-later"}), 3, {"another study", "--volume"});
        VERIFY_SAYS(run(of + QStringList{"nothing"}), 4, {"nothing"});
    }

    void whatIsRunOnACaseLeavesItsViews()
    {
        const QStringList landmark{"run", m_case, "case.landmark", "--set", "position=1,2,3"};
        QCOMPARE(run(landmark + QStringList{"-o", at("b.pollux")}).code, 0);
        QCOMPARE(loadViews(at("b.pollux").toStdString()), std::string("{\"kept\":1}"));
        QCOMPARE(run(landmark).code, 0);
        QCOMPARE(loadViews(m_case.toStdString()), std::string("{\"kept\":1}"));
    }
};

QTEST_GUILESS_MAIN(TestRenderCommand)
#include "tst_render_command.moc"
