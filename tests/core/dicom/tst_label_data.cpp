#include "core/base/error.h"
#include "core/dicom/import.h"
#include "core/operation/run.h"
#include "core/operation/standard/standard.h"
#include "tests/core/dicom/label_files.h"

#include <QStandardPaths>
#include <QTemporaryDir>
#include <QtTest>

#include <cstdlib>
#include <set>

using namespace pollux;
using synthetic::blank;

namespace {

std::filesystem::path data(const char* path)
{
    const char* set = std::getenv("POLLUX_DATA");
    const std::filesystem::path root =
        set ? std::filesystem::path(set) : std::filesystem::path(POLLUX_SOURCE_DIR) / "../shared/data";
    return root / path;
}

/// The first image of a source, without its voxels.
VolumeObject referenceOf(const std::filesystem::path& source)
{
    return blank(scanSource(source, {}).series.front().grid);
}

LabelsFound labelsOf(const std::filesystem::path& source, const VolumeObject& reference)
{
    const ScanResult scan = scanSource(source, {});
    return loadLabels(scan, scan.series.front(), reference, {});
}

Case caseOf(VolumeObject reference)
{
    Edit edit;
    edit.put(Id("ct"), std::move(reference));
    return apply({}, edit);
}

bool has(const Findings& findings, const char* code)
{
    return std::any_of(findings.begin(), findings.end(), [&](const Finding& f) { return f.code == code; });
}

} // namespace

#define NEEDS(path)                                                                                                    \
    if (!std::filesystem::exists(path))                                                                                \
    QSKIP("the studies are not here (POLLUX_DATA)")

class TestLabelData : public QObject
{
    Q_OBJECT

    Registry m_registry;

    RunResult import(const Case& c, const std::filesystem::path& path, const std::string& names = {}) const
    {
        ParamValues values;
        values.set("path", path.string());
        values.set("volume", std::string("ct"));
        if (!names.empty())
            values.set("label_names", names);
        Job job;
        return runOperation(m_registry.at("import.labels"), c, values, {}, job);
    }

private Q_SLOTS:
    void initTestCase() { installImportOperations(m_registry); }

    void overlappingSegments()
    {
        const auto root = data("dicom_conformance/dcmqi");
        NEEDS(root);
        const VolumeObject ct = referenceOf(root / "ct-3slice");
        QCOMPARE(ct.volume.grid().size[2], 3);
        const LabelsFound liver = labelsOf(root / "liver.dcm", ct);
        QCOMPARE(liver.structures.size(), 1u);
        QCOMPARE(liver.structures[0].anatomy, std::string("liver"));
        QVERIFY(!has(liver.findings, "labels.resampled"));
        const LabelsFound five = labelsOf(root / "partial_overlaps.dcm", ct);
        QCOMPARE(five.structures.size(), 5u);
        QVERIFY(!has(five.findings, "labels.resampled"));
        std::int64_t shared = 0;
        for (std::size_t a = 0; a < 5; ++a)
            for (std::size_t b = 0; b < a; ++b)
                shared += intersect(*five.structures[a].mask, *five.structures[b].mask).count();
        QVERIFY(shared > 0);
    }

    void oneSegmentationInManyCodings()
    {
        const auto root = data("dicom_conformance/pydicom-data");
        NEEDS(root);
        const VolumeObject ct = referenceOf(data("dicom_conformance/dcmqi/ct-3slice"));
        const Mask plain = *labelsOf(root / "liver.dcm", ct).structures.at(0).mask;
        QVERIFY(plain.count() > 1000);
        for (const char* name : {"liver_rle.dcm", "liver_j2k.dcm"})
            QCOMPARE(labelsOf(root / name, ct).structures.at(0).mask->key(), plain.key());
        // 510 x 510 pixels: the second frame starts within a byte.
        const Mask odd = *labelsOf(root / "liver_nonbyte_aligned.dcm", ct).structures.at(0).mask;
        QCOMPARE(odd.count(), plain.count());
        QVERIFY_THROWS_EXCEPTION(Error, labelsOf(root / "liver_deflate.dcm", ct)); // frames deflated one by one
    }

    void breastSegmentation()
    {
        const auto root = data("breast_dce_mri_br06");
        NEEDS(root);
        const VolumeObject mr = referenceOf(root / "image_dce_3dfgre_orig.zip");
        const LabelsFound found = labelsOf(root / "mask.zip", mr);
        QCOMPARE(found.structures.size(), 1u);
        QVERIFY(!has(found.findings, "labels.resampled"));
        const IndexBox box = found.structures[0].mask->box();
        QVERIFY(box.size(2) <= 42);
        QCOMPARE(found.structures[0].anatomy, std::string("breast"));
    }

    void contoursAgreeWithPlastimatch_data()
    {
        QTest::addColumn<QString>("ct");
        QTest::addRow("hip") << "ortho_hip_sts048/STS_048/CT";
        QTest::addRow("knee") << "ortho_knee_sts017/STS_017/CT";
        QTest::addRow("ankle") << "ortho_ankle_sts049/STS_049/CT";
    }

    void contoursAgreeWithPlastimatch()
    {
        QFETCH(QString, ct);
        const auto root = data(ct.toUtf8().constData());
        NEEDS(root);
        const VolumeObject image = referenceOf(root / "image");
        const LabelsFound found = labelsOf(root / "mask", image);
        const auto tumour = std::find_if(found.structures.begin(), found.structures.end(),
                                         [](const Structure& s) { return s.name == "GTV_Mass_CT"; });
        QVERIFY(tumour != found.structures.end());
        if (QStandardPaths::findExecutable("plastimatch").isEmpty())
            QSKIP("plastimatch is not installed");
        QTemporaryDir dir;
        const QString set = QString::fromStdString(std::filesystem::directory_iterator(root / "mask")->path().string());
        // Not by QProcess: its child runs Qt's code in a copy of this process, or in this one's memory, and leaves the
        // thread sanitizer's books of this thread in disorder. system() runs nothing of ours in the child.
        const QString command =
            QStringLiteral("cd '%1' && plastimatch convert --input '%2' --referenced-ct '%3' --output-prefix masks "
                           "--prefix-format nrrd > /dev/null 2>&1")
                .arg(dir.path(), set, QString::fromStdString((root / "image").string()));
        QCOMPARE(std::system(command.toLocal8Bit().constData()), 0);
        const auto theirs = labelsOf((dir.path() + "/masks/GTV_Mass_CT.nrrd").toStdString(), image);
        QCOMPARE(theirs.structures.size(), 1u);
        const double ours = static_cast<double>(tumour->mask->count());
        const double other = static_cast<double>(theirs.structures[0].mask->count());
        qInfo("%.0f voxels, plastimatch %.0f, Dice %.5f", ours, other, dice(*tumour->mask, *theirs.structures[0].mask));
        QVERIFY(std::abs(ours / other - 1) < 0.01);
        QVERIFY(dice(*tumour->mask, *theirs.structures[0].mask) > 0.99);
    }

    void liverMasks()
    {
        const auto root = data("liver_ct_ircad17_vessels_tumours");
        NEEDS(root);
        const RunResult r = import(caseOf(referenceOf(root / "PATIENT_DICOM.zip")), root / "MASKS_DICOM.zip");
        const std::vector<std::tuple<const char*, const char*, double>> expected{{"liver", "liver", 1860.6},
                                                                                 {"livertumor1", "liver_lesion", 85.6},
                                                                                 {"livertumor2", "liver_lesion", 78.6},
                                                                                 {"portalvein", "portal_vein", 47.5},
                                                                                 {"venoussystem", "venous_system", 110},
                                                                                 {"artery", "artery", 107}};
        for (const auto& [name, anatomy, ml] : expected) {
            const Structure* found = nullptr;
            for (const auto& [id, s] : r.after.structures)
                if (s->name == name)
                    found = s.get();
            QVERIFY2(found, name);
            QCOMPARE(found->anatomy, std::string(anatomy));
            QVERIFY2(std::abs(found->mask->volumeMl() / ml - 1) < 0.005,
                     qPrintable(QString("%1: %2 mL").arg(name).arg(found->mask->volumeMl())));
        }
        QVERIFY(!has(r.findings, "labels.resampled"));
    }

    void totalSegmentatorMasks()
    {
        const auto root = data("heart_aorta_cta_masks_totalseg");
        NEEDS(root);
        const RunResult r = import(caseOf(referenceOf(root / "ct_cropped.nii.gz")), root);
        std::set<std::string> anatomies;
        for (const auto& [id, s] : r.after.structures)
            anatomies.insert(s->anatomy);
        for (const char* key : {"aorta", "carotid_artery", "superior_mesenteric_artery", "vertebra"})
            QVERIFY2(anatomies.contains(key), key);
        const Structure& aorta = r.after.structure(*r.after.findAnatomy("aorta"));
        QVERIFY(std::abs(aorta.mask->volumeMl() - 245.7) < 0.1);
        for (const char* half : {"aorta_true_lumen", "aorta_false_lumen"}) // of a dissection, inside the aorta
            QVERIFY(intersect(*r.after.structure(Id(half)).mask, *aorta.mask).count() >
                    0.9 * static_cast<double>(r.after.structure(Id(half)).mask->count()));
        QVERIFY(!has(r.findings, "labels.resampled"));
        QVERIFY(has(r.findings, "labels.skipped")); // the CT itself lies in the same folder
    }

    void numberedLabelsGetTheirNames()
    {
        const auto path = data("kidney_partial_nephrectomy_kits/case_00003/segmentation.nii.gz");
        NEEDS(path);
        const RunResult r = import(caseOf(referenceOf(path)), path, "1=kidney,2=kidney_tumour");
        QCOMPARE(r.after.structures.size(), 2u);
        const auto kidney = r.after.findAnatomy("kidney"), tumour = r.after.findAnatomy("kidney_tumour");
        QVERIFY(kidney && tumour);
        const Mask& kidneys = *r.after.structure(*kidney).mask;
        const Mask& mass = *r.after.structure(*tumour).mask;
        QVERIFY(std::abs(kidneys.volumeMl() / 393 - 1) < 0.005);
        QVERIFY(std::abs(mass.volumeMl() / 10.2 - 1) < 0.005);
        QVERIFY(std::abs(kidneys.grid().spacing.minCoeff() - 0.855) < 0.001);
        // A kidney is longest from head to feet: the axes were not mixed up.
        const Index3 low = kidneys.box().min, high = kidneys.box().max;
        const Vec3 size =
            (kidneys.grid().toPatient(high[0], high[1], high[2]) - kidneys.grid().toPatient(low[0], low[1], low[2]))
                .cwiseAbs();
        QVERIFY2(size.x() > 120 && size.z() > 80 && size.y() < 120,
                 qPrintable(QString("%1 %2 %3").arg(size.x()).arg(size.y()).arg(size.z())));
    }
};

QTEST_GUILESS_MAIN(TestLabelData)
#include "tst_label_data.moc"
