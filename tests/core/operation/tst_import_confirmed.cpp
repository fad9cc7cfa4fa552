// Labels that come in as confirmed: who stands for them, and since when.

#include "core/base/error.h"
#include "core/operation/registry.h"
#include "core/operation/run.h"

#include <QDateTime>
#include <QTemporaryDir>
#include <QTest>

#include <fstream>

using namespace pollux;

class TestImportConfirmed : public QObject
{
    Q_OBJECT

    Registry m_registry;
    QTemporaryDir m_dir;
    std::string m_labels;

    static Grid grid()
    {
        Grid g;
        g.size = {4, 4, 4};
        return g;
    }

    Structure import(const std::string& state, const std::string& by)
    {
        VolumeObject ct;
        ct.name = std::string("CT");
        ct.modality = std::string("CT");
        ct.volume = Volume(grid(), std::vector<std::int16_t>(64));
        Edit edit;
        edit.put(Id("ct"), ct);
        ParamValues values;
        values.set("path", m_labels);
        values.set("state", state);
        values.set("by", by);
        values.set("label_names", std::string("1=liver"));
        Job job;
        return runOperation(m_registry.at("import.labels"), apply({}, edit), values, {"Dr A"}, job)
            .after.structure(Id("liver"));
    }

private Q_SLOTS:
    void initTestCase()
    {
        installStandardOperations(m_registry);
        m_labels = m_dir.filePath("labels.nrrd").toStdString();
        std::ofstream out(m_labels, std::ios::binary);
        out << "NRRD0004\ntype: uint8\ndimension: 3\nspace: left-posterior-superior\nsizes: 4 4 4\n"
               "space directions: (1,0,0) (0,1,0) (0,0,1)\nkinds: domain domain domain\nencoding: raw\n"
               "space origin: (0,0,0)\n\n";
        std::string voxels(64, '\0');
        voxels[21] = voxels[22] = 1;
        out << voxels;
    }

    void whoAndWhenAreRecorded_data()
    {
        QTest::addColumn<QString>("by");
        QTest::addColumn<QString>("recorded");
        QTest::newRow("the person given") << "J. Doe"
                                          << "J. Doe";
        QTest::newRow("nobody given") << ""
                                      << "the makers of the imported label map";
    }
    void whoAndWhenAreRecorded()
    {
        QFETCH(QString, by);
        QFETCH(QString, recorded);
        const QDateTime before = QDateTime::currentDateTimeUtc().addSecs(-1);
        const Structure liver = import("confirmed", by.toStdString());
        QCOMPARE(liver.state, ConfirmState::Confirmed);
        QCOMPARE(QString::fromStdString(liver.confirmedBy), recorded);
        const QDateTime at = QDateTime::fromString(QString::fromStdString(liver.confirmedAt), Qt::ISODate);
        QVERIFY2(at.isValid(), liver.confirmedAt.c_str());
        QVERIFY(at >= before && at <= QDateTime::currentDateTimeUtc());
    }

    void proposalsNameNobody()
    {
        const Structure liver = import("proposed", "J. Doe");
        QCOMPARE(liver.state, ConfirmState::Proposed);
        QVERIFY(liver.confirmedBy.empty() && liver.confirmedAt.empty());
    }
};

QTEST_GUILESS_MAIN(TestImportConfirmed)
#include "tst_import_confirmed.moc"
