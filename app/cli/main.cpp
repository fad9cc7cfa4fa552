#include "app/cli/context.h"
#include "app/cli/virtual_display.h"
#include "app/plugins/shipped.h"
#include "core/base/resource.h"
#include "ui/extension/site_devices.h"

#include <CLI/CLI.hpp>
#include <QGuiApplication>

#include <clocale>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <new>

namespace {

constexpr const char* kFooter = R"(Examples:
  pollux demo                               the whole path on the built-in demo patient
  pollux import STUDY -o case.pollux        a folder, zip, DICOMDIR, NIfTI, NRRD or MetaImage file
  pollux run case.pollux --recipe abdomen-ct
  pollux run case.pollux liver.plan-puncture --set target=liver_lesion_1
  pollux sensitivity case.pollux plan-1 length   what moves that number, and how far
  pollux report case.pollux -o report
  pollux timeline case.pollux               what changed between the patient's studies
  pollux history case.pollux                how the case came about, step by step
  pollux film case.pollux -o film.ogv --turntable

Exit codes: 0 done; 1 a fault of the program; 2 wrong arguments; 3 input refused; 4 not found; 5 not supported;
6 reading or writing failed; 7 not enough memory; 130 stopped.

Research and teaching software: not for clinical use.)";

} // namespace

int main(int argc, char** argv)
{
    using namespace pollux;
    cli::stopOnSignals();          // before any other thread: they inherit the blocked signals
    std::signal(SIGXFSZ, SIG_IGN); // a file size limit is an error of write(), no end of the program
    // Text in pictures needs Qt's fonts but no screen.
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    // Remarks of the toolkit about its own surroundings (fonts, runtime folder) are no result of ours.
    qInstallMessageHandler([](QtMsgType type, const QMessageLogContext&, const QString& text) {
        if (type == QtCriticalMsg || type == QtFatalMsg)
            std::fprintf(stderr, "pollux: %s\n", qPrintable(text));
    });
    QGuiApplication qt(argc, argv);
    std::setlocale(LC_NUMERIC, "C");

    cli::Console console;
    try {
        Registry registry;
        console.findings(loadDevices(*registry.devices(), ownDevicesFile()));
        installStandardOperations(registry);
        installShippedPlugins(registry);
        const auto sitePlugins = loadSitePlugins(registry, sitePluginFolders());
        const char* user = std::getenv("USER");
        cli::Context context{console, registry, sitePlugins, user ? user : ""};

        CLI::App app("Pollux plans an intervention on a patient's digital twin.", "pollux");
        app.footer(kFooter);
        app.set_version_flag("--version", "pollux " + std::string(version()));
        app.require_subcommand(1);
        app.fallthrough();
        app.add_flag("--json", console.json, "Print the result as JSON");
        app.add_flag("-q,--quiet", console.quiet, "No progress");
        app.add_option("--author", context.author, "Name that goes into the lineage (default: the login name)");
        cli::addImport(app, context);
        cli::addList(app, context);
        cli::addDescribe(app, context);
        cli::addRun(app, context);
        cli::addRebuild(app, context);
        cli::addShow(app, context);
        cli::addCompare(app, context);
        cli::addEvaluateRegistration(app, context);
        cli::addSensitivity(app, context);
        cli::addTimeline(app, context);
        cli::addHistory(app, context);
        cli::addRecover(app, context);
        cli::addReport(app, context);
        cli::addRender(app, context);
        cli::addFilm(app, context);
        cli::addDemoStudy(app, context);
        cli::addDemo(app, context);
        if (argc == 1) {
            std::printf("%s", app.help().c_str());
            return cli::kUsage;
        }
        try {
            app.parse(argc, argv);
        } catch (const CLI::ParseError& e) {
            return app.exit(e) == 0 ? cli::kOk : cli::kUsage;
        }
        console.endProgress();
        if (std::fflush(stdout) != 0 || std::ferror(stdout))
            throw Error(ErrorCode::Io, "The results could not be written to the standard output.",
                        "Check the disk that it goes to. Files named above are written.");
        return cli::kOk;
    } catch (const Error& e) {
        console.error(e);
        return cli::exitCode(e.code());
    } catch (const std::filesystem::filesystem_error& e) {
        console.error(Error(ErrorCode::Io, "A file or folder cannot be used (" + e.code().message() + ").",
                            "Check the paths you named, your permissions and the space on the disk."));
        return cli::kIo;
    } catch (const std::bad_alloc&) {
        console.error(
            Error(ErrorCode::OutOfMemory, "There is not enough memory.", "Close other programs and try again."));
        return cli::kOutOfMemory;
    } catch (const std::exception& e) {
        console.error(Error(ErrorCode::Internal, e.what(), "This is a fault of the program: please report it."));
        return cli::kInternal;
    }
}
