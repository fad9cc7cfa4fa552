// `pollux render --view curved`: the picture, how long the curve is, and what it says where it cannot.

#include "core/storage/case_file.h"
#include "tests/app/command.h"
#include "tests/ui/viewer/curved_case.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace pollux;
using namespace pollux::test;

class TestCurvedCommand : public QObject
{
    Q_OBJECT

    QTemporaryDir m_dir;
    QString m_case;

    QString at(const QString& name) const { return m_dir.filePath(name); }
    QByteArray bytes(const QString& name) const
    {
        QFile file(at(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    QStringList curved(const QStringList& more) const
    {
        return QStringList{"--json", "render", m_case, "--view", "curved", "--width", "300", "--height", "240"} + more;
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_case = at("case.pollux");
        saveCase(sample::curvedCase(), m_case.toStdString(), Job());
    }

    void alongAPathAndACentreline()
    {
        const Output line = run(curved({"--along", "line", "--curved-kind", "panoramic", "-o", at("line.png")}));
        QVERIFY2(line.code == 0, qPrintable(line.all()));
        QCOMPARE(line.json()["length_mm"].toDouble(), 180.0);
        QCOMPARE(line.json()["width"].toInt(), 300);
        QVERIFY(bytes("line.png").startsWith("\x89PNG"));
        QVERIFY(!line.all().contains("Roe"));
        const Output vessel = run(curved({"--along", "vessel", "-o", at("vessel.png")}));
        QVERIFY2(vessel.code == 0, qPrintable(vessel.all()));
        QVERIFY(std::abs(vessel.json()["length_mm"].toDouble() - 60) < 2.1);
        const Output branch = run(curved({"--along", "vessel", "--branch-at", "19,-20,1", "-o", at("branch.png")}));
        QVERIFY(branch.json()["length_mm"].toDouble() < 52);
    }

    void everyOptionCounts()
    {
        const QStringList plain{"--along", "line", "-o", at("a.png")};
        QCOMPARE(run(curved(plain)).code, 0);
        const QByteArray before = bytes("a.png");
        QVERIFY(!before.isEmpty());
        for (const QStringList& more :
             {QStringList{"--angle", "40"}, QStringList{"--slab", "20", "--slab-mode", "max"},
              QStringList{"--curved-width", "30"}, QStringList{"--curved-kind", "panoramic"}}) {
            QCOMPARE(run(curved(plain + more)).code, 0);
            QVERIFY2(bytes("a.png") != before, qPrintable(more.join(' ')));
        }
    }

    void mistakesSayWhatToDo()
    {
        VERIFY_SAYS(run(curved({"-o", at("x.png")})), 3, {"--along", "vessel, line"});
        VERIFY_SAYS(run(curved({"--along", "aorta", "-o", at("x.png")})), 4, {"aorta", "vessel, line"});
        VERIFY_SAYS(run(curved({"--along", "liver", "-o", at("x.png")})), 3, {"no curve"});
        VERIFY_SAYS(run(curved({"--along", "line", "--slab", "-1", "-o", at("x.png")})), 2, {"--slab"});
        VERIFY_SAYS(run(curved({"--along", "vessel", "--curved-kind", "panoramic", "-o", at("x.png")})), 3,
                    {"straightened"});
        QVERIFY(!QFile::exists(at("x.png")));
    }
};

QTEST_GUILESS_MAIN(TestCurvedCommand)
#include "tst_curved_command.moc"
