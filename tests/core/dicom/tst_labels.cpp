#include "core/base/error.h"
#include "core/dicom/import.h"
#include "tests/core/dicom/label_files.h"
#include "tests/core/dicom/synthetic.h"

#include <QTemporaryDir>
#include <QtTest>

#include <limits>

using namespace pollux;
using synthetic::blank;
using synthetic::ContourSpec;
using synthetic::SegmentSpec;

namespace {

Grid gridOf(Index3 size, Vec3 spacing, Vec3 origin)
{
    Grid g;
    g.size = size;
    g.spacing = spacing;
    g.origin = origin;
    return g;
}

bool has(const Findings& findings, const char* code)
{
    return std::any_of(findings.begin(), findings.end(), [&](const Finding& f) { return f.code == code; });
}

const Structure* named(const LabelsFound& found, const std::string& name)
{
    for (const Structure& s : found.structures)
        if (s.name == name)
            return &s;
    return nullptr;
}

/// Every voxel of the grid is as `inside` says.
bool equals(const Mask& mask, const std::function<bool(int, int, int)>& inside)
{
    const Index3 n = mask.grid().size;
    for (int k = 0; k < n[2]; ++k)
        for (int j = 0; j < n[1]; ++j)
            for (int i = 0; i < n[0]; ++i)
                if (mask.at(i, j, k) != inside(i, j, k))
                    return false;
    return true;
}

ContourSpec square(double from, double to, double z)
{
    return {{{from, from, z}, {to, from, z}, {to, to, z}, {from, to, z}}};
}

} // namespace

class TestLabels : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_dir;
    std::filesystem::path folder() const { return m_dir->path().toStdString(); }
    LabelsFound load(const std::filesystem::path& path, const Grid& reference) const
    {
        const ScanResult scan = scanSource(path, {});
        return loadLabels(scan, scan.series.front(), blank(reference), {});
    }

    // 11 x 13 = 143 pixels: frames do not start at whole bytes.
    const Grid m_odd = gridOf({11, 13, 5}, {1.5, 2, 3}, {-10, 20, 5});
    // For contours: x from 0 to 39 mm, slices every 2 mm.
    const Grid m_drawn = gridOf({40, 40, 20}, {1, 1, 2}, {0, 0, 0});

private Q_SLOTS:
    void init() { m_dir = std::make_unique<QTemporaryDir>(); }

    void binarySegmentsMayOverlap()
    {
        const auto a = [](int i, int j, int k) { return (i * 7 + j * 3 + k) % 5 < 2 && k < 4; };
        const auto b = [](int i, int j, int k) { return i > 2 && j > 4 && k > 0; };
        synthetic::writeSegmentation(folder() / "s.dcm", m_odd, {{"Liver", a, ""}, {"Thing", b, "78961009"}});
        const LabelsFound found = load(folder(), m_odd);
        QCOMPARE(found.structures.size(), 2u);
        QVERIFY(equals(*found.structures[0].mask, a));
        QVERIFY(equals(*found.structures[1].mask, b));
        QVERIFY(intersect(*found.structures[0].mask, *found.structures[1].mask).count() > 0);
        QCOMPARE(found.structures[0].anatomy, std::string("liver"));
        QCOMPARE(found.structures[1].anatomy, std::string("spleen")); // by its SNOMED CT code
        QVERIFY(found.findings.empty());
    }

    void fractionsAreCutAtOneHalf()
    {
        const auto value = [](int i, int j, int) { return i == 5 && j == 6 ? 100 : i == 5 && j == 7 ? 99 : 20 * i; };
        synthetic::writeSegmentation(folder() / "s.dcm", m_odd, {{"Liver", value, ""}}, true);
        const LabelsFound found = load(folder(), m_odd);
        QCOMPARE(found.structures.size(), 1u);
        QVERIFY(equals(*found.structures[0].mask, [&](int i, int j, int k) { return value(i, j, k) >= 100; }));
    }

    void segmentationOnTheImagesLatticeIsNotBlurred()
    {
        // The segmentation covers a part of the image, upside down.
        Grid part = gridOf({6, 5, 3}, {1.5, 2, 3}, m_odd.toPatient(2, 9, 1));
        part.direction.col(1) = Vec3(0, -1, 0);
        part.direction.col(2) = Vec3(0, 0, -1);
        part.origin = m_odd.toPatient(2, 9, 3);
        const auto inside = [](int i, int j, int k) { return (i + j + k) % 2; };
        synthetic::writeSegmentation(folder() / "s.dcm", part, {{"Liver", inside, ""}});
        const LabelsFound found = load(folder(), m_odd);
        QCOMPARE(found.structures.size(), 1u);
        QVERIFY(has(found.findings, "labels.resampled"));
        QVERIFY(equals(*found.structures[0].mask, [&](int i, int j, int k) {
            const int u = i - 2, v = 9 - j, w = 3 - k;
            return part.contains(u, v, w) && inside(u, v, w);
        }));
    }

    void damagedSegmentationsSayWhatIsWrong()
    {
        const auto all = [](int, int, int) { return 1; };
        const auto refused = [&](const std::function<void(DcmDataset&)>& edit) {
            QTemporaryDir dir;
            const std::filesystem::path path = dir.path().toStdString() + "/s.dcm";
            synthetic::writeSegmentation(path, m_odd, {{"Liver", all, ""}}, false, edit);
            try {
                load(path, m_odd);
            } catch (const Error& e) {
                return !e.message().empty() && !e.advice().empty();
            }
            return false;
        };
        QVERIFY(refused([](DcmDataset& d) { // pixels cut off
            std::vector<Uint8> few(10);
            d.putAndInsertUint8Array(DCM_PixelData, few.data(), 10);
        }));
        QVERIFY(refused([](DcmDataset& d) { d.putAndInsertUint16(DCM_Rows, 0); }));
        QVERIFY(refused([](DcmDataset& d) { d.putAndInsertString(DCM_NumberOfFrames, "900000"); }));
        QVERIFY(refused([](DcmDataset& d) { d.putAndInsertString(DCM_SegmentationType, "LABELMAP"); }));
        QVERIFY(refused([](DcmDataset& d) { d.findAndDeleteElement(DCM_SegmentSequence); }));
        const auto place = [](const char* at) {
            return [at](DcmDataset& d) {
                DcmItem *frame = nullptr, *plane = nullptr;
                d.findAndGetSequenceItem(DCM_PerFrameFunctionalGroupsSequence, frame, 0);
                frame->findAndGetSequenceItem(DCM_PlanePositionSequence, plane, 0);
                plane->putAndInsertString(DCM_ImagePositionPatient, at);
            };
        };
        QVERIFY(refused(place("0\\0\\nan")));
        QVERIFY(refused(place("0\\0\\1e300")));
        QVERIFY(!refused([](DcmDataset&) {})); // and it is the edit that is refused
    }

    void truncatedFileIsAnError()
    {
        synthetic::writeSegmentation(folder() / "s.dcm", m_odd, {{"Liver", [](int, int, int) { return 1; }, ""}});
        std::filesystem::resize_file(folder() / "s.dcm", std::filesystem::file_size(folder() / "s.dcm") - 20);
        QVERIFY_THROWS_EXCEPTION(Error, load(folder(), m_odd));
    }

    void contoursFillByVoxelCentres()
    {
        synthetic::RoiSpec box{"Liver", {}}, ring{"Ring", {}}, edge{"Edge", {}};
        for (int k = 4; k < 16; ++k) {
            box.contours.push_back(square(9.5, 29.5, 2 * k));
            ring.contours.push_back(square(9.5, 29.5, 2 * k));
            ring.contours.push_back(square(14.5, 24.5, 2 * k));
            edge.contours.push_back(square(10, 30, 2 * k)); // through the centres: each is counted once
        }
        synthetic::writeStructureSet(folder() / "rs.dcm", {box, ring, edge});
        const LabelsFound found = load(folder(), m_drawn);
        QCOMPARE(found.structures.size(), 3u);
        QVERIFY(found.findings.empty());
        const auto inBox = [](int i, int j, int k) {
            return i >= 10 && i < 30 && j >= 10 && j < 30 && k >= 4 && k < 16;
        };
        QCOMPARE(named(found, "Liver")->mask->count(), std::int64_t(20 * 20 * 12));
        QVERIFY(equals(*named(found, "Liver")->mask, inBox));
        QVERIFY(equals(*named(found, "Edge")->mask, inBox));
        QVERIFY(equals(*named(found, "Ring")->mask, [&](int i, int j, int k) {
            return inBox(i, j, k) && !(i >= 15 && i < 25 && j >= 15 && j < 25);
        }));
        QCOMPARE(named(found, "Liver")->anatomy, std::string("liver"));
    }

    void contoursBetweenSlicesDoNotCancelOut()
    {
        synthetic::RoiSpec roi{"Fine", {}};
        for (int n = 0; n < 24; ++n) // every mm, slices every 2 mm
            roi.contours.push_back(square(9.5, 29.5, 8 + n));
        synthetic::writeStructureSet(folder() / "rs.dcm", {roi});
        const LabelsFound found = load(folder(), m_drawn);
        QCOMPARE(found.structures.size(), 1u);
        // The last one, at 31 mm, lies midway between two slices and goes to the upper.
        QCOMPARE(found.structures[0].mask->count(), std::int64_t(20 * 20 * 13));
    }

    void whatIsNoAreaIsLeftOutAndNamed()
    {
        const double far = 1e300;
        ContourSpec open = square(5, 25, 10), slanted = square(5, 25, 10), outside = square(5, 25, 400);
        open.type = "OPEN_PLANAR";
        slanted.points[2].z() = slanted.points[3].z() = 14;
        ContourSpec huge, word, odd, wide = square(-5e5, 5e5, 20);
        const std::string big = toText(far);
        huge.raw = "5\\5\\10\\" + big + "\\5\\10\\5\\-" + big + "\\10";
        word.raw = "5\\5\\10\\nan\\5\\10\\5\\25\\10";
        odd.raw = "5\\5\\10\\25\\5\\10\\5\\25";
        synthetic::writeStructureSet(folder() / "rs.dcm", {{"Open", {open}},
                                                           {"Slanted", {slanted}},
                                                           {"Outside", {outside}},
                                                           {"Damaged", {huge, word, odd}},
                                                           {"Gap", {square(9.5, 19.5, 4), square(9.5, 19.5, 10)}},
                                                           {"Wide", {wide}}});
        const LabelsFound found = load(folder(), m_drawn);
        QCOMPARE(found.structures.size(), 2u);
        QCOMPARE(named(found, "Gap")->mask->count(), std::int64_t(200));
        QCOMPARE(named(found, "Wide")->mask->count(), std::int64_t(1600));
        int contours = 0, empty = 0;
        for (const Finding& f : found.findings) {
            contours += f.code == "labels.contours";
            empty += f.code == "labels.empty";
        }
        QCOMPARE(contours, 5);
        QCOMPARE(empty, 4);
    }

    void anotherFrameOfReferenceIsTold()
    {
        synthetic::writeStructureSet(folder() / "rs.dcm", {{"Box", {square(9.5, 29.5, 8)}}}, "1.2.3");
        QVERIFY(has(load(folder(), m_drawn).findings, "labels.frame"));
    }

    void maskSeriesTakesTheNameOfItsFolder()
    {
        const auto inside = [](int i, int j, int k) { return i > 3 && j < 9 && k > 0; };
        synthetic::writeMaskSeries(folder() / "MASKS_DICOM/leftkidney", m_odd, inside);
        const LabelsFound found = load(folder(), m_odd);
        QCOMPARE(found.structures.size(), 1u);
        QCOMPARE(found.structures[0].name, std::string("leftkidney"));
        QCOMPARE(found.structures[0].anatomy, std::string("kidney_left"));
        QVERIFY(equals(*found.structures[0].mask, inside));
    }

    void labelMapGivesOneStructureALabel()
    {
        const auto value = [](int i, int j, int k) { return i < 4 ? 0 : j < 6 ? 2 : k == 2 ? 5 : 0; };
        synthetic::writeNifti(folder() / "labels.nii", m_odd, value);
        const LabelsFound found = load(folder(), m_odd);
        QCOMPARE(found.structures.size(), 2u);
        QCOMPARE(found.structures[0].measures.front().quantity.value, 2.0);
        QVERIFY(equals(*found.structures[0].mask, [&](int i, int j, int k) { return value(i, j, k) == 2; }));
        QVERIFY(equals(*found.structures[1].mask, [&](int i, int j, int k) { return value(i, j, k) == 5; }));
        QVERIFY(has(found.findings, "labels.unnamed"));
    }

    void hostileNamesBecomeHarmless()
    {
        synthetic::writeSegmentation(
            folder() / "s.dcm", m_odd,
            {{std::string("\xff\xfe<b>\x1b[31m") + std::string(40, 'x'), [](int, int, int) { return 1; }, ""}});
        const LabelsFound found = load(folder(), m_odd);
        QCOMPARE(found.structures.size(), 1u);
        for (const char c : found.structures[0].name)
            QVERIFY(c >= 0x20 && c < 0x7f);
    }

    void stops()
    {
        synthetic::writeSegmentation(folder() / "s.dcm", m_odd, {{"Liver", [](int, int, int) { return 1; }, ""}});
        const ScanResult scan = scanSource(folder(), {});
        std::stop_source stop;
        stop.request_stop();
        QVERIFY_THROWS_EXCEPTION(Error, loadLabels(scan, scan.series.front(), blank(m_odd), Job(stop.get_token())));
    }
};

QTEST_GUILESS_MAIN(TestLabels)
#include "tst_labels.moc"
