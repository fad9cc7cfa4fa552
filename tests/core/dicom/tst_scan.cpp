#include "core/base/error.h"
#include "core/dicom/import.h"

#include <Eigen/Geometry>
#include <QtTest>

#include <cmath>
#include <cstdlib>
#include <set>

using namespace pollux;

namespace {

std::filesystem::path data()
{
    if (const char* set = std::getenv("POLLUX_DATA"))
        return set;
    return std::filesystem::path(POLLUX_SOURCE_DIR) / "../shared/data";
}

bool has(const Findings& findings, const char* code)
{
    for (const Finding& f : findings)
        if (f.code == code)
            return true;
    return false;
}

} // namespace

/// Real studies: their facts are those of the SOURCE.txt beside each.
class TestScan : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void study_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<int>("series");
        QTest::addColumn<QString>("modality");
        QTest::addColumn<QList<int>>("size");
        QTest::addColumn<QList<double>>("spacing");
        QTest::addColumn<QList<double>>("range"); // of values; empty if not stated
        const auto row = [](const char* path, int series, const char* modality, QList<int> size, QList<double> spacing,
                            QList<double> range) {
            QTest::addRow("%s", path) << QString(path) << series << QString(modality) << size << spacing << range;
        };
        row("liver_ct_ircad17_vessels_tumours/PATIENT_DICOM.zip", 1, "CT", {512, 512, 119}, {0.743, 0.743, 1.6}, {});
        row("liver_ct_ircad17_vessels_tumours/MASKS_DICOM.zip", 8, "CT", {512, 512, 119}, {0.743, 0.743, 1.6},
            {0, 255});
        row("liver_ct_ircad17_vessels_tumours", 9, "CT", {512, 512, 119}, {0.743, 0.743, 1.6}, {});
        row("abdomen_ct_crlm1004", 1, "CT", {512, 512, 41}, {0.797, 0.797, 5}, {});
        row("cardiac_la_lge_mri_dicom", 1, "MR", {640, 640, 44}, {0.625, 0.625, 2.5}, {});
        row("breast_dce_mri_br06", 4, "MR", {256, 256, 60}, {0.703, 0.703, 2}, {});
        row("ortho_hip_sts048", 4, "CT", {195, 185, 57}, {0.977, 0.977, 3.27}, {});
        row("ortho_knee_sts017", 2, "CT", {239, 211, 71}, {0.977, 0.977, 3.27}, {});
        row("ortho_ankle_sts049", 2, "CT", {232, 205, 92}, {0.977, 0.977, 3.27}, {});
        row("heart_aorta_cta_masks_totalseg/ct_cropped.nii.gz", 1, "OT", {120, 126, 164}, {1.5, 1.5, 1.5},
            {-1078, 3343});
        row("brain_metastasis_t1c_flair/t1c.nii.gz", 1, "OT", {240, 240, 155}, {1, 1, 1}, {});
        row("brain_dti_uih/nifti/dti_tra_dir16_AP_9_134431.nii", 17, "OT", {64, 64, 20}, {3.5, 3.5, 4.2}, {});
        row("brain_glioma_two_timepoints", 4, "OT", {256, 256, 24}, {1, 1, 1}, {});
        row("kidney_partial_nephrectomy_kits/case_00003/segmentation.nii.gz", 1, "OT", {270, 512, 512},
            {1, 0.855, 0.855}, {0, 2});
        row("vascular_carotid_flow_and_aorta/vmtk_aorta/aorta.mha", 1, "OT", {157, 393, 34}, {0.879, 0.879, 1.5}, {});
    }

    void study()
    {
        QFETCH(QString, path);
        QFETCH(int, series);
        QFETCH(QString, modality);
        QFETCH(QList<int>, size);
        QFETCH(QList<double>, spacing);
        QFETCH(QList<double>, range);
        const auto source = data() / path.toStdString();
        if (!std::filesystem::exists(source))
            QSKIP("the studies are not here (POLLUX_DATA)");
        const ScanResult scan = scanSource(source, {});
        QCOMPARE(static_cast<int>(scan.series.size()), series);
        const SeriesFound& s = scan.series.front();
        QCOMPARE(QString::fromStdString(s.modality), modality);
        const VolumeObject v = loadSeries(scan, s, {});
        QVERIFY(sameGeometry(v.volume.grid(), s.grid));
        for (int a = 0; a < 3; ++a) {
            QCOMPARE(v.volume.grid().size[static_cast<std::size_t>(a)], size[a]);
            QVERIFY2(std::abs(v.volume.grid().spacing[a] - spacing[a]) < 1e-3,
                     qPrintable(QString::number(v.volume.grid().spacing[a])));
        }
        QVERIFY(v.volume.grid()
                    .direction.col(0)
                    .cross(v.volume.grid().direction.col(1))
                    .dot(v.volume.grid().direction.col(2)) > 0.99);
        const auto [low, high] = v.volume.range();
        QVERIFY(high > low);
        if (modality == "CT" && s.kind == SeriesFound::Kind::Image) {
            QCOMPARE(v.unit, std::string("HU"));
            QCOMPARE(v.volume.type(), VoxelType::Int16);
            QVERIFY(low >= -1024);
        }
        if (!range.isEmpty()) {
            QCOMPARE(low, range[0]);
            QCOMPARE(high, range[1]);
        }
        QVERIFY(v.windowWidth > 0 && std::isfinite(v.windowCentre));
    }

    void liverMasksAndValues()
    {
        const auto source = data() / "liver_ct_ircad17_vessels_tumours";
        if (!std::filesystem::exists(source))
            QSKIP("the studies are not here (POLLUX_DATA)");
        const ScanResult scan = scanSource(source, {});
        QVERIFY(!has(scan.findings, "patient.mixed"));
        const VolumeObject ct = loadSeries(scan, scan.series.front(), {});
        std::set<std::string> names;
        for (const SeriesFound& s : scan.series) {
            if (s.kind != SeriesFound::Kind::MaskSeries)
                continue;
            const std::string organ = s.group.substr(s.group.rfind('/') + 1);
            names.insert(organ);
            if (organ != "liver" && organ != "portalvein")
                continue;
            const VolumeObject mask = loadSeries(scan, s, {});
            QVERIFY(sameGeometry(mask.volume.grid(), ct.volume.grid()));
            const auto inside = mask.volume.as<std::uint8_t>();
            const auto hu = ct.volume.as<std::int16_t>();
            double count = 0;
            double sum = 0;
            for (std::size_t i = 0; i < inside.size(); ++i)
                if (inside[i]) {
                    ++count;
                    sum += hu[i];
                }
            // SOURCE.txt: liver 1860.6 mL, portal vein 47.5 mL and 167 HU; the liver's 99 HU are without vessels and
            // tumours.
            const double ml = count * ct.volume.grid().voxelVolume() / 1000;
            QVERIFY2(std::abs(ml - (organ == "liver" ? 1860.6 : 47.5)) < 0.6, qPrintable(QString::number(ml)));
            const double mean = sum / count;
            QVERIFY2(organ == "liver" ? mean > 85 && mean < 125 : std::abs(mean - 167) < 12,
                     qPrintable(QString::number(mean)));
        }
        QCOMPARE(names, (std::set<std::string>{"artery", "bone", "liver", "livertumor1", "livertumor2", "portalvein",
                                               "skin", "venoussystem"}));
    }

    void breastPhasesAreApart()
    {
        const auto source = data() / "breast_dce_mri_br06";
        if (!std::filesystem::exists(source))
            QSKIP("the studies are not here (POLLUX_DATA)");
        const ScanResult scan = scanSource(source, {});
        double mean[3] = {0, 0, 0};
        for (std::size_t p = 0; p < 3; ++p) {
            QCOMPARE(scan.series[p].frames, 60);
            QVERIFY(has(scan.series[p].gate, "series.split"));
            const VolumeObject v = loadSeries(scan, scan.series[p], {});
            v.volume.visit([&](auto voxels) {
                for (const auto x : voxels)
                    mean[p] += static_cast<double>(x) / static_cast<double>(voxels.size());
            });
        }
        // Before the contrast agent the breast is darker than after it.
        QVERIFY(mean[0] < mean[1] && mean[0] < mean[2]);
        QCOMPARE(scan.series[3].kind, SeriesFound::Kind::Segmentation);
    }

    void doubtfulSpacingIsSaid()
    {
        const auto source = data() / "brain_glioma_two_timepoints";
        if (!std::filesystem::exists(source))
            QSKIP("the studies are not here (POLLUX_DATA)");
        for (const SeriesFound& s : scanSource(source, {}).series)
            QVERIFY(has(s.gate, "geometry.spacing-doubtful"));
    }

    void conformance_data()
    {
        QTest::addColumn<QString>("path");
        std::error_code ec;
        const auto root = data() / "dicom_conformance";
        int n = 0;
        for (const auto& entry : std::filesystem::recursive_directory_iterator(root, ec))
            if (entry.is_regular_file() && entry.path().extension() != ".txt" && entry.path().filename() != "LICENSE") {
                QTest::addRow("%s", entry.path().lexically_relative(root).c_str())
                    << QString::fromStdString(entry.path().string());
                ++n;
            }
        if (n == 0)
            QTest::newRow("none") << QString();
    }

    /// Each file alone: it loads, or is refused with a reason and advice.
    void conformance()
    {
        QFETCH(QString, path);
        if (path.isEmpty())
            QSKIP("the conformance files are not here (POLLUX_DATA)");
        try {
            const ScanResult scan = scanSource(path.toStdString(), {});
            for (const SeriesFound& s : scan.series) {
                if (s.kind == SeriesFound::Kind::Image && s.loadable) {
                    const VolumeObject v = loadSeries(scan, s, {});
                    QCOMPARE(v.volume.grid().size, s.grid.size);
                } else if (!s.loadable) {
                    bool reason = false;
                    for (const Finding& f : s.gate)
                        reason = reason || (f.severity == Severity::Stop && !f.text.empty() && !f.advice.empty());
                    QVERIFY(reason);
                    QVERIFY_THROWS_EXCEPTION(Error, loadSeries(scan, s, {}));
                }
            }
        } catch (const Error& e) {
            QVERIFY(e.code() != ErrorCode::Internal && !e.message().empty() && !e.advice().empty());
        }
    }

    /// One image in several codings: lossless ones must agree bit for bit.
    void losslessCodingsAgree()
    {
        const auto root = data() / "dicom_conformance/WG04";
        if (!std::filesystem::exists(root))
            QSKIP("the conformance files are not here (POLLUX_DATA)");
        for (const std::string image : {"CT1", "MR1", "NM1"}) {
            std::optional<Volume> first;
            for (const std::string coding : {"RLE", "JPLL", "JLSL", "J2KR"}) {
                const ScanResult scan = scanSource(root / coding / (image + "_" + coding), {});
                const VolumeObject v = loadSeries(scan, scan.series.front(), {});
                if (!first) {
                    first = v.volume;
                    continue;
                }
                const auto a = first->bytes();
                const auto b = v.volume.bytes();
                QVERIFY2(std::equal(a.begin(), a.end(), b.begin(), b.end()), (image + " " + coding).c_str());
            }
        }
    }
};

QTEST_GUILESS_MAIN(TestScan)
#include "tst_scan.moc"
