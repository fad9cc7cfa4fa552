// Everything that has a known answer, in one table: what was expected and by whom, what came out, how far it is off.
// Exit code 1 if one row is out of its bound, 2 for a name that is none.
//
//   verify [--quick | --all] [NAME...]    names of problems or groups; --list tells them. Without: all but the long
//   ones.

#include "tests/bench/verify/problems.h"
#include "tests/bench/verify/table.h"

#include <algorithm>
#include <chrono>
#include <cstdio>

using namespace pollux::verification;

namespace {

struct Asked
{
    bool list = false;
    Cost most = Cost::Usual;
    std::vector<std::string> names;

    bool has(const std::string& name) const { return std::find(names.begin(), names.end(), name) != names.end(); }
    /// A problem that is named runs whatever it costs.
    bool wants(const Group& group, const Problem& problem) const
    {
        return has(problem.name) || ((names.empty() || has(group.name)) && problem.cost <= most);
    }
};

/// A name that is neither an option nor a group nor a problem; empty if there is none.
std::string unknownIn(const Asked& asked, const std::vector<Group>& all)
{
    for (const std::string& name : asked.names) {
        const auto is = [&](const auto& thing) { return name == thing.name; };
        if (std::none_of(all.begin(), all.end(), [&](const Group& g) {
                return is(g) || std::any_of(g.problems.begin(), g.problems.end(), is);
            }))
            return name;
    }
    return {};
}

void list(const std::vector<Group>& all)
{
    for (const Group& g : all) {
        std::printf("%s: %s\n", g.name, g.title);
        for (const Problem& p : g.problems)
            std::printf("    %-22s %s%s\n", p.name, p.source,
                        p.cost == Cost::Quick  ? " (quick)"
                        : p.cost == Cost::Long ? " (long)"
                                               : "");
    }
}

} // namespace

int main(int count, char** arguments)
{
    Asked asked;
    for (int n = 1; n < count; ++n) {
        const std::string word = arguments[n];
        if (word == "--list")
            asked.list = true;
        else if (word == "--quick")
            asked.most = Cost::Quick;
        else if (word == "--all")
            asked.most = Cost::Long;
        else
            asked.names.push_back(word);
    }
    const std::vector<Group> all = groups();
    if (const std::string name = unknownIn(asked, all); !name.empty()) {
        std::fprintf(stderr, "There is no '%s': see verify --list.\n", name.c_str());
        return 2;
    }
    if (asked.list) {
        list(all);
        return 0;
    }
    const auto start = std::chrono::steady_clock::now();
    Table table;
    for (const Group& g : all) {
        bool titled = false;
        for (const Problem& p : g.problems) {
            if (!asked.wants(g, p))
                continue;
            if (!titled)
                table.title(g.title);
            titled = true;
            table.run(p);
        }
    }
    const int code = table.finish();
    std::printf("%.0f s\n", std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count());
    return code;
}
