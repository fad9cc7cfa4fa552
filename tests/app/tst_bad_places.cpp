// Places that cannot be written to, and case files that are not whole: nothing is lost, and the user is told what to
// do.

#include "core/storage/case_file.h"
#include "core/storage/durable_file.h"
#include "core/storage/session.h"
#include "tests/app/command.h"
#include "tests/core/dicom/synthetic.h"
#include "tests/core/storage/small_disk.h"

#include <QJsonArray>
#include <QTemporaryDir>
#include <QTest>

#include <fstream>
#include <sys/resource.h>

using namespace pollux;
using namespace pollux::test;
namespace fs = std::filesystem;

namespace {

bool mountsAreOurs = false;

std::string contentOf(const fs::path& path)
{
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

void write(const fs::path& path, const std::string& bytes)
{
    std::ofstream(path, std::ios::binary) << bytes;
}

QString q(const fs::path& path)
{
    return QString::fromStdString(path.string());
}

} // namespace

class TestBadPlaces : public QObject
{
    Q_OBJECT

    QTemporaryDir m_dir;
    fs::path m_root;
    fs::path m_study;
    fs::path m_case;
    bool m_nobodyWorks = false;

    /// Everything that writes, told to write below `to`; a case of its own lies at `file`.
    static QList<QStringList> writers(const fs::path& study, const fs::path& file, const fs::path& to)
    {
        return {{"import", q(study), "-o", q(to / "x.pollux")},
                {"run", q(file), "case.landmark", "--set", "position=1,2,3", "-o", q(to / "x.pollux")},
                {"rebuild", q(file), "-o", q(to / "x.pollux")},
                {"report", q(file), "-o", q(to / "report")},
                {"render", q(file), "-o", q(to / "x.png")},
                {"film", q(file), "--slices", "axial", "--seconds", "1", "--fps", "5", "-o", q(to / "x.ogv")},
                {"demo-study", q(to / "study"), "--size", "64"},
                {"demo", "--size", "64", "-o", q(to / "demo")}};
    }

    /// A session on a copy of the case in `file`, gone in the middle: its working copy lies in `work`.
    void crash(const fs::path& root, const fs::path& file, const fs::path& work, bool saved) const
    {
        fs::copy_file(m_case, file);
        Session session = Session::open(root / "live", file, Job());
        Edit edit;
        edit.put(Id("mark"), Landmark{"Tip", Vec3(1, 2, 3)});
        session.record("Set the tip", apply(session.initial(), edit));
        session.flush();
        if (saved)
            session.save(file, Job());
        fs::create_directories(work.parent_path());
        fs::copy(root / "live", work);
        session.discard();
        fs::remove(backupOf(file));
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_root = m_dir.path().toStdString();
        fs::permissions(m_root, fs::perms::all);
        m_nobodyWorks = unprivilegedWorks();
        m_study = m_root / "study";
        synthetic::writeStack(m_study, 8, 2);
        m_case = m_root / "a.pollux";
        QCOMPARE(run({"import", q(m_study), "-o", q(m_case)}).code, 0);
    }

    void aFolderThatMayNotBeWrittenTo()
    {
        if (!m_nobodyWorks)
            QSKIP("NOT TESTED: the program cannot be run as another user here, and root may write everything");
        const fs::path closed = m_root / "closed";
        fs::create_directory(closed);
        fs::permissions(closed, fs::perms(0555));
        for (const QStringList& arguments : writers(m_study, m_case, closed)) {
            const Output o = run(arguments, unprivileged());
            VERIFY_SAYS(o, 6, {"older"}); // a folder: which one
            QVERIFY2(o.err.contains("you may write to") || o.err.contains("is writable"), qPrintable(o.err));
            QVERIFY2(!o.err.contains("fault of the program"), qPrintable(o.err));
            QVERIFY2(fs::is_empty(closed), qPrintable(arguments.join(' ')));
        }
        // In place: the file is another's.
        const std::string before = contentOf(m_case);
        VERIFY_SAYS(run({"run", q(m_case), "case.landmark", "--set", "position=1,2,3"}, unprivileged()), 6,
                    {"may not be written to", "that you may write to"});
        QVERIFY(contentOf(m_case) == before);
    }

    void aFolderThatIsNotThere()
    {
        VERIFY_SAYS(run({"import", q(m_study), "-o", q(m_root / "none/x.pollux")}), 6,
                    {"folder does not exist", "Choose a folder that exists"});
        VERIFY_SAYS(run({"demo", q(m_study), "-o", q(m_case / "below")}), 6, {"cannot be made", "with -o"});
    }

    /// Whatever runs out of room says so; what was there stays as it was.
    void aFullDisk()
    {
        const SmallDisk disk(m_root / "disk", 96 * 1024L);
        if (!mountsAreOurs || !disk.usable())
            QSKIP("NOT TESTED: a small disk cannot be mounted here (needs root or user namespaces)");
        const fs::path file = disk.path() / "a.pollux";
        write(disk.path() / "filler", std::string(96 * 1024, 'x'));
        for (const QStringList& arguments : writers(m_study, m_case, disk.path())) {
            const Output o = run(arguments);
            VERIFY_SAYS(o, 6, {"disk"});
            QVERIFY2(o.err.contains("Free some space") || o.err.contains("disk is not full"), qPrintable(o.err));
            for (const auto& entry : fs::directory_iterator(disk.path()))
                if (entry.path().filename() != "filler")
                    fs::remove_all(entry.path());
        }
        // A case that is there already, in place; then elsewhere.
        QVERIFY(disk.resize(1 << 20));
        fs::copy_file(m_case, file);
        const std::string before = contentOf(file);
        QVERIFY(disk.resize(static_cast<long>(before.size()) + 128 * 1024));
        const QStringList landmark{"run", q(file), "case.landmark", "--set", "position=1,2,3"};
        VERIFY_SAYS(run(landmark), 6, {"Free some space", "another folder"});
        QVERIFY(contentOf(file) == before);
        QCOMPARE(run(landmark + QStringList{"-o", q(m_root / "elsewhere.pollux")}).code, 0);
        QVERIFY(loadCase(m_root / "elsewhere.pollux", Job()).landmarks.size() == 1);
    }

    /// `ulimit -f` ends a program that does not look; ours says what is wrong.
    void aLimitOnTheSizeOfFiles()
    {
        Surroundings limited;
        limited.inChild = [] {
            const rlimit small{16 * 1024, 16 * 1024};
            ::setrlimit(RLIMIT_FSIZE, &small);
        };
        VERIFY_SAYS(run({"import", q(m_study), "-o", q(m_root / "limited.pollux")}, limited), 6,
                    {"file size limit", "another folder"});
        QVERIFY(!fs::exists(m_root / "limited.pollux"));
    }

    void resultsThatGoNowhere()
    {
        Surroundings full;
        full.out = "/dev/full";
        VERIFY_SAYS(run({"list"}, full), 6, {"standard output", "Check the disk"});
    }

    void aCaseThatIsNotWhole_data()
    {
        QTest::addColumn<double>("part");
        QTest::addColumn<QString>("says");
        QTest::newRow("nothing") << 0.0 << "empty (0 bytes)";
        QTest::newRow("50 bytes") << -50.0 << "cut off";
        QTest::newRow("a page") << -8192.0 << "cut off";
        QTest::newRow("half") << 0.5 << "cut off";
        QTest::newRow("nearly all") << 0.99 << "cut off";
    }
    void aCaseThatIsNotWhole()
    {
        QFETCH(double, part);
        QFETCH(QString, says);
        const std::string whole = contentOf(m_case);
        const auto size = static_cast<std::size_t>(part < 0 ? -part : part * static_cast<double>(whole.size()));
        const fs::path file = m_root / "cut.pollux";
        fs::remove(backupOf(file));
        write(file, whole.substr(0, size));
        for (const QStringList& arguments :
             {QStringList{"show", q(file)}, QStringList{"run", q(file), "case.landmark", "--set", "position=1,2,3"},
              QStringList{"report", q(file), "-o", q(m_root / "no-report")},
              QStringList{"import", q(m_study), "--into", q(file)}}) {
            VERIFY_SAYS(run(arguments), 3, {says, "neither a copy", "backup of your disk"});
            QCOMPARE(fs::file_size(file), size); // it is not touched
        }
        write(backupOf(file), whole);
        VERIFY_SAYS(run({"show", q(file)}), 3, {says, "open '" + q(backupOf(file)) + "'"});
        QCOMPARE(run({"show", q(backupOf(file))}).code, 0);
    }

    void aCaseWithOtherBytes()
    {
        const std::string whole = contentOf(m_case);
        const fs::path file = m_root / "flipped.pollux";
        int refused = 0;
        for (std::size_t n = 0; n < 12; ++n) {
            std::string bytes = whole;
            const std::size_t at = 100 + n * (bytes.size() - 2100) / 12;
            for (std::size_t k = 0; k < 2000; k += 7)
                bytes[at + k] = static_cast<char>(bytes[at + k] ^ 0x5a);
            write(file, bytes);
            const Output o = run({"show", q(file)});
            if (o.code == 0)
                continue; // a page that holds nothing
            VERIFY_SAYS(o, 3, {"damaged", "neither a copy"});
            ++refused;
        }
        QVERIFY2(refused >= 3, qPrintable(QString::number(refused)));
    }

    /// The program died, and the case file was damaged: the working copy is offered, and gives all of it back.
    void whatACrashLeftIsRecovered_data()
    {
        QTest::addColumn<bool>("saved");
        QTest::addColumn<QString>("offered");
        QTest::newRow("with an unsaved step") << false << "with 1 unsaved step";
        QTest::newRow("as last saved") << true << "as last saved";
    }
    void whatACrashLeftIsRecovered()
    {
        QFETCH(bool, saved);
        QFETCH(QString, offered);
        const QTemporaryDir dir;
        const fs::path root = dir.path().toStdString(), file = root / "a.pollux", work = root / "state/pollux/recovery";
        crash(root, file, work, saved);
        fs::resize_file(file, fs::file_size(file) / 2);
        Surroundings here;
        here.environment.insert("XDG_STATE_HOME", q(root / "state"));
        VERIFY_SAYS(run({"recover"}, here), 0, {"Set the tip", "(damaged)"});
        const QJsonArray all = QJsonDocument::fromJson(run({"--json", "recover"}, here).out.toUtf8()).array();
        QCOMPARE(all.size(), 1);
        const QString copy = all[0].toObject()["working_copy"].toString();
        VERIFY_SAYS(run({"show", q(file)}, here), 3, {"cut off", "pollux recover " + copy, offered});
        VERIFY_SAYS(run({"recover", copy}, here), 3, {"No case file", "-o"});
        VERIFY_SAYS(run({"recover", copy, "-o", q(file)}, here), 3, {"already", "not taken"});
        VERIFY_SAYS(run({"recover", copy, "-o", q(root / "none/b.pollux")}, here), 6, {"folder does not exist"});
        VERIFY_SAYS(run({"recover", copy, "-o", q(root / "b.pollux")}, here), 0, {"Written"});
        QVERIFY(loadCase(root / "b.pollux", Job()).landmarks.contains(Id("mark")));
        VERIFY_SAYS(run({"recover"}, here), 0, {"nothing to recover"});
        VERIFY_SAYS(run({"recover", copy, "-o", q(root / "c.pollux")}, here), 4, {"no such working copy"});
    }

    void aCrashThatLostNothingLeavesNothing()
    {
        const QTemporaryDir dir;
        const fs::path root = dir.path().toStdString(), work = root / "state/pollux/recovery";
        crash(root, root / "a.pollux", work, true);
        Surroundings here;
        here.environment.insert("XDG_STATE_HOME", q(root / "state"));
        VERIFY_SAYS(run({"recover"}, here), 0, {"nothing to recover"});
        QVERIFY(fs::is_empty(work));
    }

    void aRecipeThatIsNone_data()
    {
        QTest::addColumn<QByteArray>("recipe");
        QTest::addColumn<QStringList>("says");
        const auto row = [](const char* name, const QByteArray& recipe, const QStringList& says) {
            QTest::newRow(name) << recipe << says;
        };
        const auto step = [](const QByteArray& values) {
            return "{\"id\":\"r\",\"name\":\"R\",\"steps\":[{\"operation\":\"case.landmark\",\"values\":"
                   "{\"position\":[1,2,3]}},{\"operation\":\"segment.threshold\",\"values\":" +
                   values + "}]}";
        };
        row("empty", "", {"not a recipe", "resources/recipes"});
        row("cut off", step("{}").left(60), {"not a recipe", "resources/recipes"});
        row("a mebibyte", QByteArray(2 << 20, ' '), {"longer than 1 MiB", "no recipe"});
        row("out of range", step("{\"low\":1e9}"), {"Step 2", "out of range", "expected a number from", "describe"});
        row("text for a number", step("{\"low\":\"5,5\"}"), {"Step 2", "5,5", "Expected a number"});
        row("unknown parameter", step("{\"colour\":\"red\"}"), {"Step 2", "no parameter 'colour'", "known"});
        row("an unknown operation", step("{}").replace("segment.threshold", "segment.thresold"),
            {"Step 2", "segment.threshold"});
    }
    void aRecipeThatIsNone()
    {
        QFETCH(QByteArray, recipe);
        QFETCH(QStringList, says);
        const fs::path file = m_root / "r.json";
        write(file, recipe.toStdString());
        const std::string before = contentOf(m_case);
        VERIFY_SAYS(run({"run", q(m_case), "--recipe", q(file)}), 3, says);
        QVERIFY(contentOf(m_case) == before);
    }

    void parametersOutOfRange()
    {
        // Before the case is read: a typing error costs no minute, and no case is needed to see it.
        for (const QString& file : {q(m_case), q(m_root / "none.pollux")}) {
            VERIFY_SAYS(run({"run", file, "segment.threshold", "--set", "low=1e9"}), 3,
                        {"low", "out of range", "expected a number from", "describe segment.threshold"});
            VERIFY_SAYS(run({"run", file, "mask.morphology", "--set", "method=explode"}), 3,
                        {"explode", "expected one of"});
            VERIFY_SAYS(run({"run", file, "case.landmark", "--set", "position=1,2"}), 3,
                        {"1,2", "Expected three numbers"});
            VERIFY_SAYS(run({"run", file, "segment.threshold", "--set", "low=nan"}), 3, {"nan", "Expected a number"});
        }
        VERIFY_SAYS(run({"render", q(m_case), "--width", "100000", "-o", q(m_root / "x.png")}), 2, {"--width"});
    }
};

// A main of its own: the mounts become ours before there is any thread.
int main(int argc, char** argv)
{
    mountsAreOurs = ownMounts();
    QCoreApplication app(argc, argv);
    TestBadPlaces tests;
    return QTest::qExec(&tests, argc, argv);
}

#include "tst_bad_places.moc"
