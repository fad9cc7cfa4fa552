// Studies that are not as they should be, opened by the command line: what is wrong, and what to do about it.

#include "tests/app/command.h"
#include "tests/core/dicom/label_files.h"
#include "tests/core/dicom/synthetic.h"
#include "tests/core/dicom/zip_files.h"

#include <QTemporaryDir>
#include <QTest>

#include <fcntl.h>
#include <limits>
#include <spawn.h>
#include <sys/wait.h>

using namespace pollux;
using namespace pollux::test;
using synthetic::Slice;
namespace fs = std::filesystem;

namespace {

struct BadStudy
{
    const char* name;
    std::function<fs::path(const fs::path&)> make; ///< in an empty folder; gives what to open
    int code;
    QStringList says;
    QStringList more = {}; ///< further arguments
    bool unprivileged = false;
};

fs::path folder(const fs::path& path)
{
    fs::create_directories(path);
    return path;
}

void text(const fs::path& path, const std::string& bytes)
{
    std::ofstream(path, std::ios::binary) << bytes;
}

fs::path study(const fs::path& path, int slices = 6)
{
    synthetic::writeStack(path, slices, 2);
    return path;
}

Grid studyGrid()
{
    Grid g;
    g.size = {16, 12, 6};
    g.spacing = {1.5, 2, 2};
    return g;
}

/// A slice whose header claims what `edit` says; its pixels stay those of 12 x 16.
fs::path claiming(const fs::path& path, const std::function<void(DcmDataset&)>& edit)
{
    synthetic::write({}, path, 0);
    DcmFileFormat file;
    file.loadFile(path.c_str());
    edit(*file.getDataset());
    file.saveFile(path.c_str(), EXS_LittleEndianExplicit);
    return path;
}

fs::path floats(const fs::path& path, const std::vector<float>& values)
{
    Grid g;
    g.size = {4, 3, static_cast<int>(values.size()) / 12};
    synthetic::writeNifti(path, g, [](int, int, int) { return 0; });
    std::string bytes = contentOf(path).substr(0, 352);
    bytes[70] = 16; // float
    bytes[72] = 32;
    bytes.append(reinterpret_cast<const char*>(values.data()), values.size() * sizeof(float));
    text(path, bytes);
    return path;
}

std::vector<ZipEntry> zipped(const fs::path& source)
{
    std::vector<ZipEntry> entries;
    for (const auto& entry : fs::directory_iterator(source))
        entries.push_back({"study/" + entry.path().filename().string(), contentOf(entry.path())});
    return entries;
}

const std::vector<BadStudy>& badStudies()
{
    static constexpr float nan = std::numeric_limits<float>::quiet_NaN();
    static constexpr float inf = std::numeric_limits<float>::infinity();
    static const std::vector<BadStudy> all{
        {"nothing there", [](const auto& d) { return d / "none"; }, 4, {"nothing at", "Check the name"}},
        {"empty folder", [](const auto& d) { return folder(d / "s"); }, 3, {"no files", "Choose the folder"}},
        {"empty file",
         [](const auto& d) {
             text(d / "f.dcm", "");
             return d / "f.dcm";
         },
         3,
         {"empty (0 bytes)", "Copy or export it again"}},
        {"only empty files",
         [](const auto& d) {
             text(d / "a.dcm", "");
             text(d / "b.dcm", "");
             return d;
         },
         3,
         {"2 files are empty", "Copy or export the study again"}},
        {"an empty file among images",
         [](const auto& d) {
             text(study(d / "s") / "f99", "");
             return d / "s";
         },
         0,
         {"1 file is empty", "if images are missing"}},
        {"no folder and no file", [](const auto&) { return "/dev/null"; }, 3, {"neither a folder nor a file"}},
        {"10,000 files of something else",
         [](const auto& d) {
             for (int n = 0; n < 10'000; ++n)
                 text(d / ("f" + std::to_string(n)), "This is no image, only number " + std::to_string(n));
             return d;
         },
         3,
         {"Nothing at the chosen place", "DICOM, NIfTI"}},
        {"a file that may not be read",
         [](const auto& d) {
             fs::permissions(study(d / "s") / "f1", fs::perms::none);
             return d / "s/f1";
         },
         6,
         {"cannot be read", "that you may read"},
         {},
         true},
        {"some files that may not be read",
         [](const auto& d) {
             fs::permissions(study(d / "s") / "f5", fs::perms::none); // slice 1
             return d / "s";
         },
         0,
         {"1 file could not be read", "permissions", "is missing"},
         {},
         true},
        {"only files that may not be read",
         [](const auto& d) {
             for (const auto& entry : fs::directory_iterator(study(d / "s")))
                 fs::permissions(entry.path(), fs::perms::none);
             return d / "s";
         },
         6,
         {"6 files could not be read", "permissions"},
         {},
         true},
        {"a folder that may not be opened",
         [](const auto& d) {
             fs::permissions(study(d / "s"), fs::perms::none);
             return d / "s";
         },
         6,
         {"folder cannot be opened", "that you may read"},
         {},
         true},
        {"a folder below that may not be opened",
         [](const auto& d) {
             study(d / "s");
             fs::permissions(study(d / "s/closed", 3), fs::perms::none);
             return d / "s";
         },
         0,
         {"1 folder or file could not be opened", "Check that you may read"},
         {},
         true},
        {"a folder whose files may not be reached",
         [](const auto& d) {
             fs::permissions(study(d / "s"), fs::perms::owner_read | fs::perms::group_read | fs::perms::others_read);
             return d / "s";
         },
         6,
         {"could not be opened", "Check that you may read"},
         {},
         true},
        {"a way that is closed",
         [](const auto& d) {
             study(d / "closed/s");
             fs::permissions(d / "closed", fs::perms::none);
             return d / "closed/s";
         },
         6,
         {"cannot be reached", "every folder on the way"},
         {},
         true},
        {"a single slice", [](const auto& d) { return study(d / "s", 1); }, 0, {"single image", "covers the organ"}},
        {"three slices", [](const auto& d) { return study(d / "s", 3); }, 0, {"only 3 slices", "covers the organ"}},
        {"two patients",
         [](const auto& d) {
             study(d / "s/a");
             synthetic::writeStack(d / "s/b", 7, 2, [](Slice& s, int) { s.patientId = "T2"; });
             return d / "s";
         },
         3,
         {"2 different patients", "--list", "folder of one patient"}},
        {"two patients, one chosen",
         [](const auto& d) {
             study(d / "s/a");
             synthetic::writeStack(d / "s/b", 7, 2, [](Slice& s, int) { s.patientId = "T2"; });
             return d / "s";
         },
         0,
         {"2 different patients", "one patient only"},
         {"--series", "1"}},
        {"a slice cut off",
         [](const auto& d) {
             study(d / "s");
             fs::resize_file(d / "s/f5", fs::file_size(d / "s/f5") - 40); // slice 1
             return d / "s";
         },
         0,
         {"1 file ends before the last pixel", "Copy or export the study again", "is missing"}},
        {"all slices cut off",
         [](const auto& d) {
             for (const auto& entry : fs::directory_iterator(study(d / "s")))
                 fs::resize_file(entry.path(), fs::file_size(entry.path()) - 40);
             return d / "s";
         },
         3,
         {"6 files end before the last pixel", "Copy or export the study again"}},
        {"a header cut off",
         [](const auto& d) {
             fs::resize_file(study(d / "s", 1) / "f0", 300);
             return d / "s/f0";
         },
         3,
         {"damaged", "Copy or export the study again"}},
        {"more rows and columns than there are",
         [](const auto& d) {
             return claiming(d / "f", [](DcmDataset& s) {
                 s.putAndInsertUint16(DCM_Rows, 65535);
                 s.putAndInsertUint16(DCM_Columns, 65535);
             });
         },
         3,
         {"ends before the last pixel", "Copy or export the study again"}},
        {"a million frames that are not there",
         [](const auto& d) {
             return claiming(d / "f", [](DcmDataset& s) { s.putAndInsertString(DCM_NumberOfFrames, "1000000"); });
         },
         3,
         {"ends before the last pixel", "Copy or export the study again"}},
        {"two billion frames",
         [](const auto& d) {
             return claiming(d / "f", [](DcmDataset& s) { s.putAndInsertString(DCM_NumberOfFrames, "1999999999"); });
         },
         3,
         {"damaged", "Copy or export the study again"}},
        {"NRRD of more than all memory",
         [](const auto& d) {
             text(d / "x.nrrd",
                  "NRRD0004\ntype: short\ndimension: 3\nsizes: 60000 60000 60000\nencoding: raw\n\n12345");
             return d / "x.nrrd";
         },
         5,
         {"more than 4 GiB", "Save a part of it"}},
        {"NRRD of more than the file",
         [](const auto& d) {
             text(d / "x.nrrd", "NRRD0004\ntype: short\ndimension: 3\nsizes: 600 600 600\nencoding: raw\n\n12345");
             return d / "x.nrrd";
         },
         3,
         {"damaged or incomplete", "again"}},
        {"NRRD with its voxels elsewhere",
         [](const auto& d) {
             text(d / "x.nhdr", "NRRD0004\ntype: short\ndimension: 3\nsizes: 2 2 2\nencoding: raw\n"
                                "data file: ../../../etc/passwd\n\n");
             return d / "x.nhdr";
         },
         5,
         {"elsewhere"}},
        {"NIfTI with voxels that are no numbers",
         [](const auto& d) {
             std::vector<float> values(48, 7);
             values[3] = nan;
             values[9] = inf;
             values[20] = -2.5f;
             return floats(d / "x.nii", values);
         },
         0,
         {"2 voxels hold no number", "lowest value of the image, -2.50", "Do not measure there"}},
        {"NIfTI without any number",
         [](const auto& d) { return floats(d / "x.nii", std::vector<float>(48, nan)); },
         3,
         {"No voxel of the image holds a number", "Export the image again"}},
        {"a link to its own folder",
         [](const auto& d) {
             fs::create_directory_symlink(".", study(d / "s") / "loop");
             return d / "s";
         },
         0,
         {"1 link to a folder was not followed"}},
        {"a link to itself",
         [](const auto& d) {
             fs::create_symlink("loop", d / "loop");
             return d / "loop";
         },
         6,
         {"cannot be reached", "Check the name"}},
        {"a link to itself among the images",
         [](const auto& d) {
             fs::create_symlink("loop", study(d / "s") / "loop");
             return d / "s";
         },
         0,
         {}},
        {"a zip whose entries lie over one another",
         [](const auto& d) {
             std::vector<ZipEntry> entries{{"a", std::string(100'000, 'x')}};
             for (int n = 0; n < 200; ++n)
                 entries.push_back({"b" + std::to_string(n), entries[0].bytes, 0, 0, -1, true});
             writeZip(d / "bomb.zip", entries);
             return d / "bomb.zip";
         },
         3,
         {"more than can be opened safely", "Unpack it yourself"}},
        {"a zip that says more than it can hold",
         [](const auto& d) {
             writeZip(d / "bomb.zip", {{"a", std::string(1000, 'x'), 8, 4'000'000'000u}});
             return d / "bomb.zip";
         },
         3,
         {"more than can be opened safely", "Unpack it yourself"}},
        {"zips in a zip beyond all memory",
         [](const auto& d) {
             // As tight as deflate can be.
             writeZip(d / "bomb.zip", {{"a.zip", "", 8, 3'000'000'000u, 3'000'000}}, 8 << 20);
             return d / "bomb.zip";
         },
         3,
         {"archives inside the archive are too large", "Unpack the outer archive"}},
        {"a zip that writes elsewhere",
         [](const auto& d) {
             auto entries = zipped(study(d / "s"));
             entries.push_back({"../../evil", "x"});
             entries.push_back({"/tmp/evil", "x"});
             writeZip(d / "s.zip", entries);
             return d / "s.zip";
         },
         0,
         {"2 entries of the zip archive point outside", "Do not trust"}},
        {"a zip that only writes elsewhere",
         [](const auto& d) {
             writeZip(d / "s.zip", {{"../evil", "x"}});
             return d / "s.zip";
         },
         3,
         {"1 entry of the zip archive points outside", "Do not trust"}},
        {"a zip cut in half",
         [](const auto& d) {
             writeZip(d / "s.zip", zipped(study(d / "s")));
             fs::resize_file(d / "s.zip", fs::file_size(d / "s.zip") / 2);
             return d / "s.zip";
         },
         6,
         {"damaged or incomplete", "Copy or download it again"}},
        {"labels of another patient",
         [](const auto& d) {
             synthetic::writeSegmentation(d / "seg.dcm", studyGrid(), {{"Liver", [](int, int, int) { return 1; }, ""}},
                                          false, [](DcmDataset& s) { s.putAndInsertString(DCM_PatientID, "T2"); });
             return study(d / "s");
         },
         3,
         {"another patient", "their own study"},
         {"--labels", "seg.dcm"}},
        {"contours of another patient",
         [](const auto& d) {
             synthetic::writeStructureSet(d / "rs.dcm", {{"Liver", {{{{2, 2, 2}, {9, 2, 2}, {9, 9, 2}}}}}});
             synthetic::writeStack(d / "s", 6, 2, [](Slice& s, int) { s.patientName = "Test^Two"; });
             return d / "s";
         },
         3,
         {"another patient", "their own study"},
         {"--labels", "rs.dcm"}},
        {"labels of another frame of reference",
         [](const auto& d) {
             synthetic::writeSegmentation(
                 d / "seg.dcm", studyGrid(), {{"Liver", [](int, int, int) { return 1; }, ""}}, false,
                 [](DcmDataset& s) { s.putAndInsertString(DCM_FrameOfReferenceUID, "1.2.3"); });
             return study(d / "s");
         },
         0,
         {"another frame of reference", "outlines fit the image"},
         {"--labels", "seg.dcm"}},
        {"labels beside the image",
         [](const auto& d) {
             Grid away = studyGrid();
             away.origin = {900, 900, 900};
             synthetic::writeSegmentation(d / "seg.dcm", away, {{"Liver", [](int, int, int) { return 1; }, ""}});
             return study(d / "s");
         },
         4,
         {"No structure was found", "of this patient"},
         {"--labels", "seg.dcm"}},
        {"labels that are none",
         [](const auto& d) { return study(d / "s"); },
         4,
         {"no labels", "Choose a segmentation"},
         {"--labels", "s"}},
    };
    return all;
}

} // namespace

class TestBadStudies : public QObject
{
    Q_OBJECT

    bool m_nobodyWorks = false;

    /// QProcess takes UTF-8 only; names of files are bytes.
    static int runBytes(const std::vector<std::string>& arguments)
    {
        std::vector<char*> argv{const_cast<char*>("pollux")};
        for (const std::string& a : arguments)
            argv.push_back(const_cast<char*>(a.c_str()));
        argv.push_back(nullptr);
        posix_spawn_file_actions_t files;
        posix_spawn_file_actions_init(&files);
        posix_spawn_file_actions_addopen(&files, 1, "/dev/null", O_WRONLY, 0);
        posix_spawn_file_actions_addopen(&files, 2, "/dev/null", O_WRONLY, 0);
        pid_t child = 0;
        int status = -1;
        if (posix_spawn(&child, POLLUX_BINARY_DIR "/bin/pollux", &files, nullptr, argv.data(), environ) == 0)
            ::waitpid(child, &status, 0);
        posix_spawn_file_actions_destroy(&files);
        return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
    }

private Q_SLOTS:
    void initTestCase() { m_nobodyWorks = unprivilegedWorks(); }

    void badStudy_data()
    {
        QTest::addColumn<int>("row");
        for (std::size_t n = 0; n < badStudies().size(); ++n)
            QTest::newRow(badStudies()[n].name) << static_cast<int>(n);
    }
    void badStudy()
    {
        QFETCH(int, row);
        const BadStudy& bad = badStudies()[static_cast<std::size_t>(row)];
        if (bad.unprivileged && !m_nobodyWorks)
            QSKIP("NOT TESTED: the program cannot be run as another user here, and root may read everything");
        QTemporaryDir dir;
        const fs::path root = dir.path().toStdString();
        fs::permissions(root, fs::perms::all);
        const fs::path in = folder(root / "in"), out = root / "case.pollux";
        QStringList arguments{"import", QString::fromStdString(bad.make(in).string()), "-o",
                              QString::fromStdString(out.string())};
        arguments += bad.more;
        if (bad.more.contains("--labels"))
            arguments.last() = QString::fromStdString((in / arguments.last().toStdString()).string());
        const Output o = run(arguments, bad.unprivileged ? unprivileged() : Surroundings());
        VERIFY_SAYS(o, bad.code, bad.says);
        QCOMPARE(fs::exists(out), bad.code == 0); // all or nothing
        std::error_code error;                    // so that the folder can be removed
        for (const char* closed : {"in/s", "in/closed", "in/s/closed"})
            fs::permissions(root / closed, fs::perms::owner_all, error);
        QVERIFY(!fs::exists(root / "evil") && !fs::exists("/tmp/evil"));
    }

    void conformance_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<int>("code");
        QTest::addColumn<QStringList>("says");
        const auto row = [](const char* file, int code, const QStringList& says) {
            QTest::newRow(file) << QString(file) << code << says;
        };
        row("pydicom-data/bad_sequence.dcm", 0, {"single image"});
        row("pydicom-data/explicit_VR-UN.dcm", 0, {});
        row("pydicom-data/liver_nonbyte_aligned.dcm", 4, {"no image series", "Choose the folder"});
        row("pydicom-data/emri_small_jpeg_2k_lossless_too_short.dcm", 5, {"no position", "series of slices"});
        row("fo-dicom/GH177_D_CLUNIE_CT1_IVRLE_BigEndian_undefined_length.dcm", 0, {});
        row("fo-dicom/GH184.dcm", 0, {});
        row("fo-dicom/OutOfBoundsOverlay.dcm", 0, {});
        row("fo-dicom/HasFragmentSequence.dcm", 5, {"no position", "series of slices"});
        row("pydicom-data/HTJ2K_08_RGB.dcm", 5, {"High-Throughput JPEG 2000", "Export the study uncompressed"});
        row("pydicom-data/color-px.dcm", 5, {"colour", "grey-scale"});
    }
    void conformance()
    {
        QFETCH(QString, file);
        QFETCH(int, code);
        QFETCH(QStringList, says);
        const QString data = qEnvironmentVariable("POLLUX_DATA", POLLUX_SOURCE_DIR "/../shared/data");
        const QString path = data + "/dicom_conformance/" + file;
        if (!QFile::exists(path))
            QSKIP("the conformance files are not here (POLLUX_DATA)");
        QTemporaryDir dir;
        VERIFY_SAYS(run({"import", path, "-o", dir.filePath("x.pollux")}), code, says);
        QCOMPARE(QFile::exists(dir.filePath("x.pollux")), code == 0);
    }

    void namesOfAllKinds_data()
    {
        QTest::addColumn<QByteArray>("name");
        QTest::newRow("blanks") << QByteArray("a study of mine");
        QTest::newRow("umlauts") << QByteArray("M\xc3\xbcller \xc3\x84rzte");
        QTest::newRow("line break") << QByteArray("two\nlines");
        QTest::newRow("quotes") << QByteArray("it's \"quoted\" $HOME `id` ;&");
        QTest::newRow("leading dash") << QByteArray("-o dash");
        QTest::newRow("not UTF-8") << QByteArray("M\xfcller");
    }
    void namesOfAllKinds()
    {
        QFETCH(QByteArray, name);
        QTemporaryDir dir;
        const fs::path here = fs::path(dir.path().toStdString()) / name.toStdString();
        study(here / "s");
        text(here / "s" / (name.toStdString() + ".txt"), "x");
        const std::string file = (here / (name.toStdString() + ".pollux")).string();
        QCOMPARE(runBytes({"import", (here / "s").string(), "-o", file}), 0);
        QCOMPARE(runBytes({"run", file, "case.landmark", "--set", "position=1,2,3"}), 0);
        QCOMPARE(runBytes({"show", file}), 0);
        QCOMPARE(runBytes({"show", (here / "none.pollux").string()}), 4);
        fs::remove_all(here); // QTemporaryDir does not know how
    }

    void anMrIsNoStudyForTheAbdomenRecipe()
    {
        QTemporaryDir dir;
        const fs::path in = dir.path().toStdString();
        synthetic::writeStack(in / "s", 8, 2, [](Slice& s, int) { s.modality = "MR"; });
        const QString file = dir.filePath("mr.pollux");
        QCOMPARE(run({"import", dir.filePath("s"), "-o", file}).code, 0);
        const std::string before = contentOf(file.toStdString());
        VERIFY_SAYS(run({"run", file, "--recipe", "abdomen-ct"}), 3,
                    {"needs a CT", "the series is MR", "Choose a CT series"});
        QVERIFY(contentOf(file.toStdString()) == before);
    }
};

QTEST_GUILESS_MAIN(TestBadStudies)
#include "tst_bad_studies.moc"
