// The architecture as a test: who may include whom (design: arrows point down), where toolkits may show, how long a
// file may be.

#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>
#include <QTest>

namespace {

struct Source
{
    QString path; // from the top of the project
    QStringList includes;
    int lines = 0;
    bool header() const { return path.endsWith(".h"); }
    QString room() const { return path.section('/', 0, 1); } // "core/image", "ui/viewer", "plugins/liver", "app/cli"
    QString top() const { return path.section('/', 0, 0); }
};

QList<Source> readAll()
{
    QList<Source> all;
    const QString root = QStringLiteral(POLLUX_SOURCE_DIR);
    static const QRegularExpression include("^\\s*#\\s*include\\s*[<\"]([^>\"]+)[>\"]");
    for (const QString& top : QStringList{"core", "ui", "plugins", "app", "tests"}) {
        QDirIterator it(root + "/" + top, {"*.h", "*.cpp"}, QDir::Files, QDirIterator::Subdirectories);
        while (it.hasNext()) {
            QFile file(it.next());
            if (!file.open(QIODevice::ReadOnly))
                qFatal("cannot read a source file");
            Source s;
            s.path = file.fileName().mid(root.size() + 1);
            while (!file.atEnd()) {
                ++s.lines;
                const auto match = include.match(QString::fromUtf8(file.readLine()));
                if (match.hasMatch())
                    s.includes << match.captured(1);
            }
            all << s;
        }
    }
    return all;
}

// What each module of core may include of core, besides itself. Anything not listed here is a new arrow: think first.
const QMap<QString, QStringList> kMayInclude{
    {"core/base", {}},
    {"core/geometry", {"core/base"}},
    {"core/params", {"core/base", "core/geometry"}},
    {"core/jobs", {"core/base"}},
    {"core/image", {"core/base", "core/geometry", "core/jobs"}},
    {"core/mesh", {"core/base", "core/geometry", "core/jobs", "core/image"}},
    {"core/measure", {"core/base", "core/geometry", "core/jobs", "core/image", "core/mesh"}},
    {"core/solid", {"core/base", "core/geometry", "core/jobs", "core/mesh"}},
    {"core/simulation", {"core/base", "core/geometry", "core/jobs", "core/image", "core/mesh"}},
    {"core/phantom", {"core/base", "core/geometry", "core/jobs", "core/image", "core/mesh"}},
    {"core/anatomy", {"core/base", "core/geometry", "core/jobs", "core/image", "core/mesh"}},
    {"core/case",
     {"core/base", "core/geometry", "core/params", "core/jobs", "core/image", "core/mesh", "core/solid",
      "core/simulation"}},
    {"core/dicom", {"core/base", "core/geometry", "core/jobs", "core/image", "core/mesh", "core/case"}},
    {"core/operation",
     {"core/base", "core/geometry", "core/params", "core/jobs", "core/image", "core/mesh", "core/solid",
      "core/simulation", "core/measure", "core/case", "core/dicom", "core/anatomy"}},
    {"core/storage",
     {"core/base", "core/geometry", "core/params", "core/jobs", "core/image", "core/mesh", "core/case",
      "core/operation"}},
    {"core/report",
     {"core/base", "core/geometry", "core/params", "core/jobs", "core/image", "core/mesh", "core/case",
      "core/operation"}},
};

// Toolkit -> the rooms whose .cpp files may include it.
struct Toolkit
{
    QString pattern;
    QStringList rooms;
};
const QList<Toolkit> kToolkits{
    {"^itk", {"core/image", "core/anatomy"}},
    {"^dcmtk/", {"core/dicom"}},
    {"^openjpeg", {"core/dicom"}},
    {"^zip\\.h$", {"core/dicom"}},
    {"^(sqlite3|zstd)\\.h$", {"core/storage"}},
    {"^vtk", {"core/mesh", "ui/viewer"}},
    {"^(BRep|TopoDS|STEPControl|gp_)", {"core/solid"}},
    {"^(tbb|oneapi)/", {"core/base"}},
    {"^(cvode|nvector|sundials|sunlinsol|sunmatrix)/", {"core/simulation"}},
};

} // namespace

class TestLayers : public QObject
{
    Q_OBJECT

private:
    QList<Source> m_all;

private Q_SLOTS:
    void initTestCase()
    {
        m_all = readAll();
        QVERIFY(m_all.size() > 40);
    }

    void coreModulesPointDown()
    {
        for (const Source& s : m_all) {
            if (s.top() != "core")
                continue;
            QVERIFY2(kMayInclude.contains(s.room()), qPrintable("unknown module: " + s.path));
            for (const QString& i : s.includes)
                if (i.startsWith("core/")) {
                    const QString room = i.section('/', 0, 1);
                    QVERIFY2(room == s.room() || kMayInclude[s.room()].contains(room),
                             qPrintable(s.path + " includes " + i));
                }
        }
    }

    void theTableHasNoCycle()
    {
        // Remove modules that include nothing left, until none is left.
        QMap<QString, QStringList> left = kMayInclude;
        while (!left.isEmpty()) {
            QStringList leaves;
            for (auto it = left.cbegin(); it != left.cend(); ++it)
                if (std::none_of(it->cbegin(), it->cend(), [&](const QString& d) { return left.contains(d); }))
                    leaves << it.key();
            QVERIFY2(!leaves.isEmpty(), qPrintable("a cycle among: " + left.keys().join(", ")));
            for (const QString& leaf : leaves)
                left.remove(leaf);
        }
    }

    void coreKnowsNoQtAndNothingAbove()
    {
        static const QRegularExpression qt("^(Q[A-Z]|Qt)");
        for (const Source& s : m_all)
            if (s.top() == "core")
                for (const QString& i : s.includes)
                    QVERIFY2(!qt.match(i).hasMatch() && !i.startsWith("ui/") && !i.startsWith("plugins/") &&
                                 !i.startsWith("app/"),
                             qPrintable(s.path + " includes " + i));
    }

    void nothingReachesUp()
    {
        for (const Source& s : m_all)
            for (const QString& i : s.includes) {
                const QString what = s.path + " includes " + i;
                if (i.startsWith("app/"))
                    QVERIFY2(s.top() == "app" || s.top() == "tests", qPrintable(what));
                if (i.startsWith("plugins/")) {
                    QVERIFY2(s.top() != "ui" && s.top() != "core", qPrintable(what));
                    if (s.top() == "plugins")
                        QVERIFY2(i.section('/', 0, 1) == s.room(), qPrintable(what));
                }
            }
    }

    void pluginOperationsKnowNoWindow()
    {
        static const QRegularExpression qt("^(Q[A-Z]|Qt)");
        for (const Source& s : m_all) {
            if (s.top() != "plugins" || s.path.contains("panel"))
                continue;
            for (const QString& i : s.includes)
                QVERIFY2(!i.startsWith("ui/") && !qt.match(i).hasMatch(), qPrintable(s.path + " includes " + i));
        }
    }

    void toolkitsStayInTheirRoom()
    {
        for (const Source& s : m_all) {
            if (s.top() == "tests")
                continue;
            for (const QString& i : s.includes)
                for (const Toolkit& t : kToolkits) {
                    if (!QRegularExpression(t.pattern).match(i).hasMatch())
                        continue;
                    QVERIFY2(t.rooms.contains(s.room()), qPrintable(s.path + " includes " + i));
                }
        }
    }

    void aHeaderWithAToolkitIsSeenInItsOwnRoomOnly()
    {
        QMap<QString, QString> toolkitHeaders; // header -> its room
        for (const Source& s : m_all)
            if (s.header() && s.top() == "core")
                for (const QString& i : s.includes)
                    for (const Toolkit& t : kToolkits)
                        if (QRegularExpression(t.pattern).match(i).hasMatch())
                            toolkitHeaders[s.path] = s.room();
        for (const Source& s : m_all)
            for (const QString& i : s.includes)
                if (toolkitHeaders.contains(i) && s.top() != "tests")
                    QVERIFY2(s.room() == toolkitHeaders[i] && !s.header(), qPrintable(s.path + " includes " + i));
    }

    void renderingIsInTheViewerAlone()
    {
        static const QRegularExpression rendering("^vtk.*(Renderer|RenderWindow|Actor|Mapper|Interactor)");
        for (const Source& s : m_all)
            for (const QString& i : s.includes)
                if (rendering.match(i).hasMatch())
                    QVERIFY2(s.room() == "ui/viewer" || s.room() == "tests/ui" || s.room() == "tests/bench",
                             qPrintable(s.path + " includes " + i));
    }

    void theCommandLineHasNoWidgets()
    {
        static const QRegularExpression widgets(
            "^(QWidget|QApplication|QMainWindow|QDialog|QtWidgets|QPushButton|QLabel)");
        for (const Source& s : m_all)
            if (s.room() == "app/cli" || s.room() == "ui/print" || s.room() == "ui/extension")
                for (const QString& i : s.includes)
                    QVERIFY2(!widgets.match(i).hasMatch(), qPrintable(s.path + " includes " + i));
    }

    /// Readers that may crash on a file run in the worker process: nothing else names them, and it starts fast.
    void foreignReadersRunInTheWorkerAlone()
    {
        // Their headers, and who alone may include them.
        static const QMap<QString, QStringList> readers{
            {"core/image/io/itk_reader.h", {"core/image/io/itk_reader.cpp", "core/image/io/image_worker.cpp"}},
            {"core/solid/step_import.h", {"core/solid/step_import.cpp", "core/solid/model_worker.cpp"}}};
        int named = 0;
        for (const Source& s : m_all)
            for (const QString& i : s.includes) {
                if (s.room() == "app/reader" || s.room() == "app/model_reader")
                    QVERIFY2(!i.startsWith("Q") && (!i.contains('/') || i.startsWith("core/")),
                             qPrintable(s.path + " includes " + i));
                if (!readers.contains(i) || s.top() == "tests")
                    continue;
                ++named;
                QVERIFY2(readers[i].contains(s.path), qPrintable(s.path + " includes " + i));
            }
        QCOMPARE(named, 4);
    }

    void filesAreShort()
    {
        for (const Source& s : m_all)
            QVERIFY2(s.lines <= 600,
                     qPrintable(QString("%1 has %2 lines; find its second idea").arg(s.path).arg(s.lines)));
    }

    void headersGuardThemselves()
    {
        for (const Source& s : m_all) {
            if (!s.header())
                continue;
            QFile file(QStringLiteral(POLLUX_SOURCE_DIR "/") + s.path);
            QVERIFY(file.open(QIODevice::ReadOnly));
            QVERIFY2(file.readAll().contains("#pragma once"), qPrintable(s.path));
        }
    }

    void numbersNeverGoThroughTheLocale()
    {
        // std::stod and friends read "5.5" as 5 in a locale with decimal commas.
        static const QRegularExpression bad("\\b(std::stod|std::stof|atof|strtod|sscanf)\\s*\\(");
        for (const Source& s : m_all) {
            if (s.top() == "tests")
                continue;
            QFile file(QStringLiteral(POLLUX_SOURCE_DIR "/") + s.path);
            QVERIFY(file.open(QIODevice::ReadOnly));
            const auto match = bad.match(QString::fromUtf8(file.readAll()));
            QVERIFY2(!match.hasMatch(), qPrintable(s.path + " uses " + match.captured(1)));
        }
    }
};

QTEST_GUILESS_MAIN(TestLayers)
#include "tst_layers.moc"
