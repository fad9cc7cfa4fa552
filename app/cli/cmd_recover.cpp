#include "app/cli/context.h"
#include "core/case/hidden_plans.h"
#include "core/storage/durable_file.h"
#include "core/storage/session.h"

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

namespace fs = std::filesystem;

namespace pollux::cli {

namespace {

void listWorkingCopies(const Console& console)
{
    std::vector<std::vector<std::string>> rows{{"working copy", "unsaved steps", "last step", "when", "of"}};
    nlohmann::json all = nlohmann::json::array();
    for (const Orphan& o : findOrphans(defaultRecoveryFolder())) {
        const std::string file = o.caseFile ? o.caseFile->string() : "";
        rows.push_back({o.workingCopy.string(), std::to_string(o.steps), o.lastStep, o.when,
                        file.empty() ? "a new case" : file + (o.fileDamaged ? " (damaged)" : "")});
        all.push_back({{"working_copy", o.workingCopy.string()},
                       {"steps", o.steps},
                       {"last_step", o.lastStep},
                       {"when", o.when},
                       {"case", file},
                       {"case_damaged", o.fileDamaged}});
    }
    console.line(all.empty() ? "There is nothing to recover." : table(rows));
    console.result(all);
}

void recover(const fs::path& workingCopy, const fs::path& out, Context& context)
{
    std::error_code error;
    // The file of that name may be the damaged one, and its copy "name~" the last good save.
    if (fs::exists(out, error))
        throw Error(ErrorCode::BadInput, "There is a file '" + out.string() + "' already.",
                    "Give a name that is not taken with -o.");
    checkWritable(out);
    const Job job = context.console.job();
    Session session = Session::recover(workingCopy, job);
    // A session with nothing unsaved takes its working copy with it, also if the save below fails.
    session.record("Recover after a crash", session.initial());
    session.save(out, job);
    context.console.line(describeCase(withoutHidden(session.initial())));
    context.console.line("Written: " + out.string());
    context.console.result({{"case", out.string()}, {"contents", caseJson(withoutHidden(session.initial()))}});
}

} // namespace

void addRecover(CLI::App& app, Context& context)
{
    struct Options
    {
        std::string workingCopy, out;
    };
    auto o = std::make_shared<Options>();
    CLI::App* sub = app.add_subcommand("recover", "What a crash left behind: lists it, or writes one as a case file");
    auto* copy = sub->add_option("working-copy", o->workingCopy, "As the list names it; without it, all are listed");
    sub->add_option("-o,--out", o->out, "Case file to write")->needs(copy);
    sub->callback([o, &context] {
        if (o->workingCopy.empty())
            listWorkingCopies(context.console);
        else if (o->out.empty())
            throw Error(ErrorCode::BadInput, "No case file to write is named.", "Give one with -o.");
        else
            recover(o->workingCopy, o->out, context);
    });
}

} // namespace pollux::cli
