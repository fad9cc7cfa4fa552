// The door for others: the template plugin is built outside the tree, as a stranger would, and loaded.

#include "core/base/error.h"
#include "core/operation/run.h"
#include "tests/app/sample_case.h"
#include "ui/extension/site_plugins.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace pollux;

class TestSitePlugins : public QObject
{
    Q_OBJECT

    QTemporaryDir m_dir;

    static QString run(const QString& program, const QStringList& arguments)
    {
        QProcess process;
        process.setProcessChannelMode(QProcess::MergedChannels);
        process.start(program, arguments);
        if (!process.waitForFinished(300000) || process.exitCode() != 0)
            return process.readAll();
        return {};
    }

    QString build(const QString& name)
    {
        const QString source = QStringLiteral(POLLUX_SOURCE_DIR "/tests/app/") + name;
        const QString out = m_dir.filePath(name);
        QString log = run("cmake", {"-S", source, "-B", out, "-G", "Ninja", "-DPollux_DIR=" POLLUX_BINARY_DIR,
                                    "-DCMAKE_CXX_FLAGS=" POLLUX_TEST_CXX_FLAGS});
        return log.isEmpty() ? run("cmake", {"--build", out}) : log;
    }

private Q_SLOTS:
    void theTemplateBuildsOutsideTheTreeAndWorks()
    {
        const QString log = build("template_plugin");
        QVERIFY2(log.isEmpty(), qPrintable(log));
        Registry registry;
        const auto reports = loadSitePlugins(registry, {m_dir.filePath("template_plugin")});
        QCOMPARE(reports.size(), size_t(1));
        QVERIFY2(reports[0].loaded, qPrintable(reports[0].reason));
        QCOMPARE(reports[0].id, QString("template"));

        const Case c = test::sampleCase();
        ParamValues values;
        values.set("structure", std::string("liver"));
        values.set("thickness", 8.0);
        Job job;
        const RunResult r = runOperation(registry.at("template.shell"), c, values, {}, job);
        const Structure& shell = r.after.structure(Id("liver-shell"));
        QVERIFY(shell.mask->count() > 0);
        QVERIFY(intersect(*shell.mask, *c.structure(Id("liver")).mask).empty());
    }

    void theCommandLineSeesIt()
    {
        QProcess process;
        QProcessEnvironment env = QProcessEnvironment::systemEnvironment();
        env.insert("POLLUX_PLUGINS", m_dir.filePath("template_plugin"));
        process.setProcessEnvironment(env);
        process.start(POLLUX_BINARY_DIR "/bin/pollux", {"describe", "template.shell"});
        QVERIFY(process.waitForFinished(60000));
        QVERIFY(process.readAllStandardOutput().contains("Thickness"));
    }

    void theTemplatePanelIsShort()
    {
        QFile panel(QStringLiteral(POLLUX_SOURCE_DIR "/tests/app/template_plugin/shell_panel.cpp"));
        QVERIFY(panel.open(QIODevice::ReadOnly));
        QVERIFY(panel.readAll().count('\n') < 150);
    }

    void badOnesAreListedWithTheirReasonAndNothingElseSuffers()
    {
        const QString log = build("bad_plugins");
        QVERIFY2(log.isEmpty(), qPrintable(log));
        const QString folder = m_dir.filePath("bad_plugins");
        QFile broken(folder + "/libbroken.so");
        QVERIFY(broken.open(QIODevice::WriteOnly));
        broken.write("this is not a library");
        broken.close();
        Registry registry;
        const auto reports = loadSitePlugins(registry, {folder, m_dir.filePath("template_plugin"), "/no/such/folder"});
        QMap<QString, SitePluginReport> byFile;
        for (const SitePluginReport& r : reports)
            byFile[r.file] = r;
        QCOMPARE(byFile.size(), 4);
        QVERIFY(byFile["libwrong_version.so"].reason.contains("core version 999"));
        QVERIFY(byFile["libthrows.so"].reason.contains("no licence server"));
        QVERIFY(!byFile["libbroken.so"].reason.isEmpty());
        QVERIFY(byFile["libtemplate_plugin.so"].loaded);
        // The one that threw half way left nothing behind.
        QCOMPARE(registry.all().size(), size_t(1));
    }
};

QTEST_GUILESS_MAIN(TestSitePlugins)
#include "tst_site_plugins.moc"
