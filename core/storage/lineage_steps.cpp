#include "core/storage/lineage_steps.h"

#include <algorithm>
#include <functional>
#include <tuple>

namespace pollux {

namespace {

/// What one run left.
struct Run
{
    const Lineage* record = nullptr;
    std::vector<Id> outputs; ///< ids of records: objects, shapes, signatures
    std::set<Id> owners;     ///< objects among them
    std::set<Id> inputs;     ///< objects that it read
};

Id ownerOf(const Id& id)
{
    const auto slash = id.text().find('/');
    return slash == std::string::npos || slash == 0 ? id : Id(id.text().substr(0, slash));
}

/// The journal tells of the run that left this record: it brought the object, or changed it by the same operation (or
/// by one that was not kept). Its time does not say: a run ends before its step is written.
bool inJournal(const std::vector<JournalStep>& journal, const Id& owner, const Lineage& record)
{
    for (const JournalStep& step : journal)
        for (const JournalChange& change : step.changed)
            if (change.id == owner && (change.what == Change::What::Added || change.operation.empty() ||
                                       change.operation == record.operation))
                return true;
    return false;
}

std::vector<Run> runsOf(const Case& c, const std::vector<JournalStep>& journal)
{
    const std::string before = journal.empty() ? std::string() : journal.front().when;
    std::map<std::tuple<std::string, std::string, std::string, std::string>, Run> runs;
    for (const auto& [id, record] : c.lineage) {
        const Id owner = ownerOf(id);
        if (!record || !c.kindOf(owner) || (!before.empty() && record->when >= before) ||
            inJournal(journal, owner, *record))
            continue;
        Run& run = runs[{record->when, record->operation, record->author, record->parameters}];
        run.record = record.get();
        run.outputs.push_back(id);
        run.owners.insert(owner);
        for (const LineageInput& in : record->inputs)
            run.inputs.insert(ownerOf(in.id));
    }
    std::vector<Run> out; // the key begins with the time
    for (auto& [key, run] : runs)
        out.push_back(std::move(run));
    return out;
}

/// Of runs of one second: first what makes, then what uses.
std::vector<Run> ordered(const std::vector<Run>& runs)
{
    std::vector<Run> out;
    std::vector<char> placed(runs.size(), 0);
    const std::function<void(size_t)> place = [&](size_t n) {
        if (placed[n])
            return;
        placed[n] = 1; // at once: a structure made from its own earlier state is a circle
        for (size_t other = 0; other < runs.size(); ++other)
            if (runs[other].record->when == runs[n].record->when &&
                std::any_of(runs[n].inputs.begin(), runs[n].inputs.end(),
                            [&](const Id& id) { return runs[other].owners.contains(id); }))
                place(other);
        out.push_back(runs[n]);
    };
    for (size_t n = 0; n < runs.size(); ++n)
        place(n);
    return out;
}

} // namespace

std::vector<HistoryStep> lineageSteps(const Case& c, const std::vector<JournalStep>& journal)
{
    std::vector<HistoryStep> steps;
    std::set<Id> made;
    for (const Run& run : ordered(runsOf(c, journal))) {
        const Lineage& record = *run.record;
        HistoryStep step{record.operation, record.when, record.author, record.operation, {}, {}, true};
        for (const Id& owner : run.owners) {
            const bool whole = std::find(run.outputs.begin(), run.outputs.end(), owner) != run.outputs.end();
            const bool adds = whole && made.insert(owner).second;
            step.changed.push_back(
                {c.kindOf(owner).value_or(Kind::Unknown), owner, adds ? Change::What::Added : Change::What::Changed});
        }
        steps.push_back(std::move(step));
    }
    return steps;
}

} // namespace pollux
