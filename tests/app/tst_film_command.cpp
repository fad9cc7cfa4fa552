// `pollux film`: the film, its refusals, and that it names nobody unless asked to.

#include "core/storage/case_file.h"
#include "tests/app/command.h"
#include "tests/ui/viewer/sample_case.h"

#include <QDir>
#include <QFile>
#include <QImage>
#include <QTemporaryDir>
#include <QTest>

using namespace pollux;
using namespace pollux::test;

class TestFilmCommand : public QObject
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
    QStringList films() const
    {
        return QDir(m_dir.path()).entryList({"*.ogv*", ".*.new-*", "*.png"}, QDir::AllEntries | QDir::Hidden);
    }

private Q_SLOTS:
    void initTestCase()
    {
        Case c = *sample::ballCase();
        Study study;
        study.patientName = "Roe^Jane";
        c.studies[Id("study")] = std::make_shared<Study>(study);
        Field f = *c.fields.at(Id("map"));
        f.times = {0, 30};
        f.values.resize(2 * f.values.size(), 60.0f);
        c.fields[Id("heat")] = std::make_shared<Field>(f);
        m_case = at("case.pollux");
        saveCase(c, m_case.toStdString(), Job());
    }

    void cleanup()
    {
        for (const QString& name : films())
            QFile::remove(at(name));
    }

    void slices()
    {
        const Output o = run({"--json", "film", m_case, "-o", at("x.ogv"), "--slices", "coronal", "--seconds", "0.4",
                              "--fps", "10", "--size", "320x240"});
        QVERIFY2(o.code == 0, qPrintable(o.all()));
        QCOMPARE(o.json()["frames"].toInt(), 4);
        QCOMPARE(o.json()["width"].toInt(), 320);
        QVERIFY(bytes("x.ogv").startsWith("OggS"));
        QCOMPARE(films(), QStringList{"x.ogv"});
    }

    void turntable()
    {
        const Output o = run(
            {"film", m_case, "-o", at("x.ogv"), "--turntable", "--seconds", "0.3", "--fps", "10", "--size", "160x120"});
        QVERIFY2(o.code == 0, qPrintable(o.all()));
        QVERIFY(bytes("x.ogv").startsWith("OggS"));
    }

    void timesOfAMap()
    {
        const QStringList film{"film",  m_case, "--times", "--seconds", "0.4",
                               "--fps", "10",   "--size",  "160x120",   "--field"};
        const Output o = run(film + QStringList{"heat", "-o", at("x.png")});
        QVERIFY2(o.code == 0, qPrintable(o.all()));
        QCOMPARE(bytes("x-0001.png"), bytes("x-0002.png"));
        QVERIFY(bytes("x-0002.png") != bytes("x-0003.png"));
        VERIFY_SAYS(run(film + QStringList{"map", "-o", at("y.png")}), 4, {"changes with time"});
    }

    void thePatientOnlyOnRequest()
    {
        const QStringList film{"film",   m_case, "--slices", "axial", "--seconds", "0.1",     "--fps", "10",
                               "--from", "0",    "--to",     "0",     "--size",    "320x240", "-o"};
        QCOMPARE(run(film + QStringList{at("nobody.png")}).code, 0);
        QCOMPARE(run(film + QStringList{at("named.png"), "--with-patient"}).code, 0);
        // What pollux render gives for that slice is the picture without a name, but for the legend.
        QCOMPARE(run(film + QStringList{at("plain.png"), "--no-legend"}).code, 0);
        QCOMPARE(
            run({"render", m_case, "--centre", "0,0,0", "--width", "320", "--height", "240", "-o", at("still.png")})
                .code,
            0);
        QVERIFY(!bytes("nobody-0001.png").isEmpty());
        QVERIFY(bytes("named-0001.png") != bytes("nobody-0001.png"));
        QVERIFY(bytes("plain-0001.png") != bytes("nobody-0001.png"));
        QCOMPARE(QImage(at("plain-0001.png")), QImage(at("still.png")));
    }

    void mistakesSayWhatToDo()
    {
        VERIFY_SAYS(run({"film", m_case, "-o", at("x.ogv")}), 2, {"--turntable"});
        VERIFY_SAYS(run({"film", m_case, "-o", at("x.ogv"), "--turntable", "--slices", "axial"}), 2, {"--turntable"});
        VERIFY_SAYS(run({"film", m_case, "-o", at("x.ogv"), "--slices", "oblique"}), 2, {"axial"});
        VERIFY_SAYS(run({"film", m_case, "-o", at("x.avi"), "--slices", "axial"}), 3, {".ogv", ".png"});
        VERIFY_SAYS(run({"film", m_case, "-o", at("x.ogv"), "--slices", "axial", "--size", "big"}), 3, {"1280x720"});
        VERIFY_SAYS(run({"film", m_case, "-o", at("x.ogv"), "--slices", "axial", "--to", "900"}), 3,
                    {"outside of the volume", "mm"});
        VERIFY_SAYS(run({"film", m_case, "-o", at("x.ogv"), "--phases", "axial"}), 4, {"4-D series"});
        VERIFY_SAYS(run({"film", m_case, "-o", at("none/x.ogv"), "--slices", "axial"}), 6, {"folder does not exist"});
        QCOMPARE(films(), QStringList());
    }
};

QTEST_GUILESS_MAIN(TestFilmCommand)
#include "tst_film_command.moc"
