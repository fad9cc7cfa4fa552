// A registration on the command line: its figures and landmarks, the images laid over each other, what is refused.

#include "core/image/registration/displacement_field.h"
#include "core/storage/case_file.h"
#include "tests/app/command.h"
#include "tests/ui/viewer/sample_case.h"

#include <QFile>
#include <QJsonArray>
#include <QTemporaryDir>
#include <QTest>

using namespace pollux;
using namespace pollux::test;

class TestRegistrationCommand : public QObject
{
    Q_OBJECT

    QTemporaryDir m_dir;
    QString m_case;

    QString at(const QString& name) const { return m_dir.filePath(name); }
    QByteArray picture(const QStringList& more, int code = 0) const
    {
        QFile::remove(at("x.png"));
        const Output o =
            run(QStringList{"render", m_case, "-o", at("x.png"), "--width", "200", "--height", "200"} + more);
        if (o.code != code)
            qWarning("%s", qPrintable(o.all()));
        QFile file(at("x.png"));
        return o.code == code && file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

private Q_SLOTS:
    void initTestCase()
    {
        Grid g;
        g.size = {24, 24, 24};
        g.spacing = Vec3::Constant(3);
        g.origin = Vec3::Constant(-34.5);
        Edit edit;
        for (const char* id : {"ct", "ct-2"}) {
            VolumeObject v;
            v.name = id;
            v.unit = std::string("HU");
            v.frameOfReference = id;
            v.volume = sample::ballVolume(g, std::string(id) == "ct" ? Vec3(0, 0, 0) : Vec3(6, 0, 0), 20);
            edit.put(Id(id), std::move(v));
        }
        Registration r;
        r.name = "Way";
        r.fixed = Id("ct");
        r.moving = Id("ct-2");
        r.map.offset = Vec3(5, 0, 0);
        r.field = fieldOn(r, g);
        edit.put(Id("way"), std::move(r));
        edit.put(Id("tip-on-ct"), Landmark{"Tip (on ct)", Vec3(1, 0, 0)});
        edit.put(Id("tip-on-ct-2"), Landmark{"Tip (on ct-2)", Vec3(7, 0, 0)});
        m_case = at("case.pollux");
        saveCase(apply({}, edit), m_case.toStdString(), Job());
    }

    void figuresAndLandmarks()
    {
        const Output o = run({"--json", "show", m_case, "way"});
        QVERIFY2(o.code == 0, qPrintable(o.all()));
        const QJsonObject values = o.json()["values"].toObject();
        QVERIFY(std::abs(values["mean"].toObject()["value"].toDouble() - 5) < 1e-4);
        QVERIFY(std::abs(values["jacobian_mean"].toObject()["value"].toDouble() - 1) < 1e-4);
        QCOMPARE(values["folded_places"].toObject()["value"].toDouble(-1), 0.0);
        const QJsonObject landmarks = o.json()["landmarks"].toObject();
        QCOMPARE(landmarks["pairs"].toArray().size(), 1);
        QCOMPARE(landmarks["pairs"].toArray()[0].toObject()["name"].toString(), QString("Tip"));
        QVERIFY(std::abs(landmarks["mean_before_mm"].toDouble() - 6) < 1e-4);
        QVERIFY(std::abs(landmarks["largest_after_mm"].toDouble() - 1) < 1e-4);
        const Output text = run({"show", m_case, "way"});
        for (const char* words : {"Tip", "6.0 mm", "1.0 mm", "Mean displacement", "Folded places (number)"})
            QVERIFY2(text.out.contains(QLatin1String(words)), words);
    }

    void picturesThroughIt()
    {
        const QByteArray plain = picture({"--volume", "ct"});
        QVERIFY(plain.startsWith("\x89PNG"));
        QList<QByteArray> all{plain};
        for (const char* mode : {"blend", "grey", "checkerboard", "wipe", "difference", "volume-change"}) {
            const QByteArray one = picture({"--through", "way", "--fusion", QLatin1String(mode)});
            QVERIFY2(one.startsWith("\x89PNG"), mode);
            QVERIFY2(!all.contains(one), mode); // each looks different
            all << one;
        }
    }

    void errorsOfLandmarks()
    {
        const auto write = [&](const char* name, const QByteArray& text) {
            QFile file(at(QLatin1String(name)));
            QVERIFY(file.open(QIODevice::WriteOnly) && file.write(text) == text.size());
        };
        // In voxels of 3 mm: two are three voxels apart, one is two; the way is 5 mm.
        write("fixed.txt", "11 11 11\n12 12 12\n13 13 13\n");
        write("moving.txt", "14 11 11\n15 12 12\n15 13 13\n");
        const QStringList command{"evaluate-registration", m_case, "way", "--fixed", at("fixed.txt"), "--moving"};
        const Output o = run(QStringList{"--json"} + command + QStringList{at("moving.txt"), "--units", "voxel1"});
        QVERIFY2(o.code == 0, qPrintable(o.all()));
        QCOMPARE(o.json()["landmarks"].toInt(), 3);
        QVERIFY(std::abs(o.json()["before"].toObject()["mean_mm"].toDouble() - 8) < 1e-4);
        QVERIFY(std::abs(o.json()["after"].toObject()["mean_mm"].toDouble() - 3) < 1e-4);
        QVERIFY(std::abs(o.json()["after"].toObject()["largest_mm"].toDouble() - 4) < 1e-4);
        const Output text = run(command + QStringList{at("moving.txt"), "--units", "voxel"});
        QVERIFY2(text.out.contains("8.00 ± 1.73 mm") && text.out.contains("3.00 ± 1.73 mm"), qPrintable(text.all()));
        write("moving.txt", "14 11 11\n");
        VERIFY_SAYS(run(command + QStringList{at("moving.txt")}), 3, {"3 landmarks", "1 in the moving"});
        VERIFY_SAYS(run(command + QStringList{at("none.txt")}), 4, {"none.txt"});
    }

    void whatIsRefused()
    {
        VERIFY_SAYS(run({"render", m_case, "-o", at("y.png"), "--volume", "ct", "--over", "ct-2"}), 3,
                    {"frames of reference", "--through"});
        VERIFY_SAYS(run({"render", m_case, "-o", at("y.png"), "--fusion", "wipe"}), 3, {"--over"});
        VERIFY_SAYS(run({"render", m_case, "-o", at("y.png"), "--through", "way", "--volume", "ct-2"}), 3,
                    {"other images"});
        VERIFY_SAYS(run({"render", m_case, "-o", at("y.png"), "--through", "gone"}), 4, {"way"});
        QVERIFY(!QFile::exists(at("y.png")));
    }
};

QTEST_GUILESS_MAIN(TestRegistrationCommand)
#include "tst_registration_command.moc"
