#include "core/operation/standard/fat_fraction_operation.h"

#include "core/base/error.h"
#include "core/base/sentence.h"
#include "core/base/text.h"
#include "core/case/limit.h"
#include "core/image/fat_fraction.h"
#include "core/image/statistics.h"
#include "core/operation/standard/segment_operations_result.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <string_view>

namespace pollux {

namespace {

constexpr double kShortestMs = 0.1, kLongestMs = 200;

struct Echo
{
    double ms = 0;
    Id magnitude;
    std::optional<Id> phase;
};

/// What was chosen, shortest echo first, or why it cannot be used.
struct Chosen
{
    std::vector<Echo> echoes;
    Findings problems;
};

std::optional<std::vector<double>> timesIn(std::string_view text)
{
    std::vector<double> out;
    while (!text.empty()) {
        const size_t end = text.find_first_of(",;");
        const auto value = parseDouble(text.substr(0, end));
        if (!value)
            return std::nullopt;
        out.push_back(*value);
        text = end == std::string_view::npos ? std::string_view() : text.substr(end + 1);
    }
    return out;
}

/// The times given, else those of the volumes.
std::optional<std::vector<double>> timesOf(const Case& c, const std::vector<std::string>& ids, const std::string& given,
                                           Findings& problems)
{
    if (!trimmed(given).empty()) {
        auto times = timesIn(given);
        if (!times || times->size() != ids.size()) {
            problems.push_back(stopFinding("fat.echo-times",
                                           "The echo times are not " + std::to_string(ids.size()) +
                                               " numbers, one for each echo chosen.",
                                           "Write them in ms and in the order of the echoes, such as 2.3, 4.6, 6.9."));
            return std::nullopt;
        }
        return times;
    }
    std::vector<double> times;
    for (const std::string& id : ids) {
        const auto ms = echoTimeOf(c.volume(Id(id)));
        if (!ms) {
            problems.push_back(stopFinding("fat.echo-times",
                                           "The echo time of '" + c.nameOf(Id(id)) + "' was not kept when it was read.",
                                           "Write the echo times in ms, in the order of the echoes."));
            return std::nullopt;
        }
        times.push_back(*ms);
    }
    return times;
}

Chosen chosen(const Case& c, const ParamValues& values)
{
    Chosen out;
    const auto &ids = values.list("echoes"), &phases = values.list("phases");
    if (ids.size() < 3 || ids.size() > 32) {
        out.problems.push_back(
            stopFinding("fat.echoes", "A fat fraction needs 3 to 32 echoes, not " + std::to_string(ids.size()) + ".",
                        "Choose the volumes of all echoes of one acquisition."));
        return out;
    }
    if (!phases.empty() && phases.size() != ids.size()) {
        out.problems.push_back(stopFinding("fat.phases", "There are not as many phase images as echoes.",
                                           "Choose one for each echo, in the same order, or none."));
        return out;
    }
    const auto times = timesOf(c, ids, values.text("echo_times"), out.problems);
    if (!times)
        return out;
    for (size_t n = 0; n < ids.size(); ++n) {
        Echo e;
        e.ms = (*times)[n];
        e.magnitude = Id(ids[n]);
        if (!phases.empty())
            e.phase = Id(phases[n]);
        out.echoes.push_back(std::move(e));
    }
    std::stable_sort(out.echoes.begin(), out.echoes.end(), [](const Echo& a, const Echo& b) { return a.ms < b.ms; });
    for (size_t n = 0; n < out.echoes.size(); ++n)
        if (const double ms = out.echoes[n].ms;
            !(ms >= kShortestMs && ms <= kLongestMs) || (n && ms <= out.echoes[n - 1].ms)) {
            out.problems.push_back(
                stopFinding("fat.echo-times",
                            "An echo time of " + toText(ms) + " ms is given twice or is not between 0.1 and 200 ms.",
                            "Write a time of its own for each echo, in ms and not in seconds."));
            return out;
        }
    return out;
}

FatModel modelOf(const std::vector<Echo>& echoes, const ParamValues& values)
{
    FatModel model;
    model.fieldTesla = values.real("field");
    for (const Echo& e : echoes)
        model.echoTimes.push_back(e.ms / 1000);
    return model;
}

class FatFraction final : public Operation
{
public:
    explicit FatFraction(const LimitTable& limits) : m_deviation(limits.at("fat.deviation")) {}

    OperationInfo info() const override
    {
        return {
            "measure.fat-fraction",
            1,
            "Measure fat fraction",
            "Maps of the proton density fat fraction and of R2* from the echoes of an MR series.",
            "Water and fat with one R2*: S(t) = [W + F sum of six peaks] exp(-R2* t), peaks at -3.80, -3.40, -2.60, "
            "-1.94, -0.39 and +0.60 ppm (Hamilton; ISMRM challenge of 2012). Magnitude images are fitted by "
            "Levenberg-Marquardt from a mostly-water and a mostly-fat start; with phase images the field is scanned by "
            "variable projection and all five unknowns are refined. The maps are the fat fraction in percent, R2* in "
            "1/s, and what the model leaves, in percent of the signal; 0 where nothing was fitted.\n\n"
            "The case keeps echo times only where they told the volumes of a series apart: else write them. It never "
            "keeps the field strength.\n\n"
            "Limits: T1 and noise bias are not corrected, so a small flip angle is needed; each voxel is fitted by "
            "itself, without smoothing the field. One R2* for water and fat agreed better in patients than two (Horng "
            "2013, abstract read). The fraction of a voxel may lie a little below 0 or above 100 percent in noise: "
            "cutting it would shift means. No grade of steatosis is given. Research and teaching only, not for "
            "clinical use.",
            "Measure"};
    }
    ParamList declare() const override
    {
        ParamList list;
        list.add(objectsParam("echoes", "Echoes", "volume", "The magnitude images of all echoes, on one grid."));
        list.add(textParam("echo_times", "Echo times", "",
                           "In ms, one for each echo and in their order, such as 2.3, 4.6, 6.9; empty: as the volumes "
                           "say."));
        list.add(
            realParam("field", "Field strength", Unit::Tesla, 0, 0, 12, "Of the scanner; the case does not know it."));
        list.add(objectsParam("phases", "Phase images", "volume",
                              "One for each echo, in the same order; none: a fit of the magnitudes alone."));
        list.add(realParam("full_turn", "Full turn of the phase", Unit::None, 2 * std::numbers::pi, 1e-3, 1e6,
                           "The difference of values that stands for 360 degrees in the phase images: 6.283 for "
                           "radians, often 4096 or 8192."));
        Param reversed = boolParam("reversed", "Phase runs the other way", false,
                                   "Some scanners write phases with the opposite sign; the misfit is smaller the right "
                                   "way round.");
        reversed.advanced = true;
        list.add(reversed);
        list.add(objectsParam("structures", "Structures", "structure:mask",
                              "Gets the mean and spread of fat fraction and R2* of each."));
        list.add(boolParam("only_structures", "Only inside the structures", false,
                           "Fit the voxels of the structures and leave the rest of the image out."));
        Param background = realParam("background", "Background", Unit::Percent, 5, 0, 90,
                                     "Voxels whose strongest echo is below this part of the brightest voxel are left "
                                     "out.");
        background.source = "No source: a choice of this program (unverified)";
        background.advanced = true;
        list.add(background);
        Param deviation = realParam("deviation", m_deviation.label, m_deviation.unit, m_deviation.value,
                                    m_deviation.min, m_deviation.max, m_deviation.definition);
        deviation.source = m_deviation.source + " (" + std::string(pollux::name(m_deviation.evidence)) + ")";
        deviation.advanced = true;
        list.add(deviation);
        list.add(textParam("name", "Name", "", "Put before the names of the maps; empty: PDFF, R2* and Fat misfit."));
        return list;
    }

    Findings check(const Case& c, const ParamValues& values) const override
    {
        const Chosen what = chosen(c, values);
        Findings out = what.problems;
        if (!(values.real("field") > 0.05))
            out.push_back(stopFinding("fat.field", "The field strength of the scanner is not known.",
                                      "Write it in tesla, such as 1.5 or 3: fat precesses in proportion to it."));
        if (values.boolean("only_structures") && values.list("structures").empty())
            out.push_back(stopFinding("fat.structures", "No structure is chosen to fit in.",
                                      "Choose one, or fit the whole image."));
        for (const auto& [title, id] : results(values))
            if (const auto kind = c.kindOf(id); kind && *kind != Kind::Volume)
                out.push_back(stopFinding("result.taken", "Another object already has the name '" + title + "'.",
                                          "Choose another name."));
        if (!what.echoes.empty()) {
            const Grid& grid = c.volume(what.echoes.front().magnitude).volume.grid();
            for (const Echo& e : what.echoes)
                for (const Id& id : {e.magnitude, e.phase.value_or(e.magnitude)})
                    if (!sameGeometry(c.volume(id).volume.grid(), grid)) {
                        out.push_back(stopFinding("fat.grids", "'" + c.nameOf(id) + "' lies on another grid.",
                                                  "Choose echoes of one acquisition."));
                        return out;
                    }
        }
        if (blocks(out))
            return out;
        addEchoes(c, what.echoes, out);
        addPrediction(what.echoes, values, out);
        return out;
    }

    Edit run(const Case& c, const ParamValues& values, Job& job) const override
    {
        const std::vector<Echo> echoes = chosen(c, values).echoes;
        const FatModel model = modelOf(echoes, values);
        std::vector<Volume> magnitude, phase;
        for (const Echo& e : echoes) {
            magnitude.push_back(c.volume(e.magnitude).volume);
            if (e.phase)
                phase.push_back(c.volume(*e.phase).volume);
        }
        const Grid& grid = magnitude.front().grid();
        std::vector<std::pair<Id, Mask>> masks;
        Mask within(grid, std::vector<std::uint8_t>(static_cast<size_t>(grid.voxels()), 0));
        for (const std::string& id : values.list("structures")) {
            masks.emplace_back(Id(id), maskOn(c.structure(Id(id)), grid, job));
            within = unite(within, masks.back().second);
        }
        FatMapOptions options;
        options.background = values.real("background") / 100;
        if (values.boolean("only_structures"))
            options.within = &within;
        const double turn = 2 * std::numbers::pi / values.real("full_turn") * (values.boolean("reversed") ? -1 : 1);
        FatMaps maps = fatMaps(magnitude, phase, turn, model, options, job.part(0, 0.9));
        if (maps.fitted.empty())
            throw Error(ErrorCode::BadInput, "No voxel could be fitted.",
                        "Check the echoes, and lower the background.");

        Edit edit;
        std::vector<Id> images;
        for (const Echo& e : echoes) {
            images.push_back(e.magnitude);
            if (e.phase)
                images.push_back(*e.phase);
        }
        std::vector<Id> ofMaps = images;
        if (options.within)
            for (const auto& [id, mask] : masks)
                ofMaps.push_back(id);
        const VolumeObject& first = c.volume(echoes.front().magnitude);
        const auto titles = results(values);
        const auto put = [&](size_t n, const Volume& volume, std::string unit, double high) {
            VolumeObject v;
            v.name = titles[n].first;
            v.study = first.study;
            v.modality = first.modality;
            v.unit = std::move(unit);
            v.frameOfReference = first.frameOfReference;
            v.paddingValue = 0;
            v.windowCentre = high / 2;
            v.windowWidth = high;
            v.volume = volume;
            edit.madeFrom[titles[n].second] = ofMaps;
            edit.put(titles[n].second, std::move(v));
        };
        put(0, maps.fraction, std::string("%"), 50);
        put(1, maps.r2Star, std::string("1/s"), 200);
        put(2, maps.misfit, std::string("%"), 20);
        for (const auto& [id, mask] : masks) {
            measure(c, id, mask, maps, edit);
            edit.madeFrom[id] = images;
            edit.madeFrom[id].push_back(id);
        }
        return edit;
    }

private:
    static std::vector<std::pair<std::string, Id>> results(const ParamValues& values)
    {
        const std::string before = values.text("name").empty() ? std::string() : values.text("name") + " ";
        std::vector<std::pair<std::string, Id>> out;
        for (const char* title : {"PDFF", "R2*", "Fat misfit"})
            out.emplace_back(before + title, slug(before + title));
        return out;
    }

    static Finding finding(Severity severity, std::string code, std::string text, std::string advice)
    {
        Finding f = stopFinding(std::move(code), std::move(text), std::move(advice));
        f.severity = severity;
        return f;
    }

    /// Which time belongs to which volume decides everything: it is said, whoever knew it.
    static void addEchoes(const Case& c, const std::vector<Echo>& echoes, Findings& out)
    {
        std::string text;
        for (const Echo& e : echoes)
            text += (text.empty() ? "Echo times: " : "; ") + toText(e.ms, 2) + " ms " + c.nameOf(e.magnitude);
        out.push_back(finding(Severity::Note, "fat.times-used", text + ".", "Check them against the protocol."));
    }

    void addPrediction(const std::vector<Echo>& echoes, const ParamValues& values, Findings& out) const
    {
        constexpr double kSnr = 50, kR2Star = 40; // as the limit defines it
        const FatFitter fitter(modelOf(echoes, values));
        double worst = 0;
        for (const double fraction : {0.05, 0.2, 0.4})
            worst = std::max(worst, fitter.predictedDeviation(!values.list("phases").empty(), fraction, kR2Star, kSnr));
        worst *= 100;
        if (worst <= values.real("deviation"))
            return;
        Finding f = finding(Severity::Warning, "fat.degenerate",
                            "These echo times can hardly tell water from fat: noise of a fiftieth of the signal leaves "
                            "an uncertainty of " +
                                (std::isfinite(worst) ? toText(worst, 1) + " %" : std::string(term("any size"))) +
                                " on the fat fraction.",
                            "Use echoes in which water and fat are in phase in some and opposed in others, or phase "
                            "images as well.");
        f.limit = m_deviation.id;
        out.push_back(std::move(f));
    }

    static void measure(const Case& c, const Id& id, const Mask& mask, const FatMaps& maps, Edit& edit)
    {
        Structure s = c.structure(id);
        const Mask inside = intersect(mask, maps.fitted);
        if (inside.empty()) {
            edit.findings.push_back(finding(Severity::Warning, "fat.outside",
                                            "No voxel of '" + s.name + "' was fitted: it has no fat fraction.",
                                            "Choose a structure that lies in the image."));
            return;
        }
        if (inside.count() < mask.count())
            edit.findings.push_back(finding(
                Severity::Warning, "fat.left-out",
                toText(100.0 * static_cast<double>(mask.count() - inside.count()) / static_cast<double>(mask.count()),
                       1) +
                    " % of '" + s.name + "' had too little signal and was left out.",
                "Look whether it lies where it should, or lower the background."));
        s.measures.clear(); // one run speaks for all of them, as its lineage does
        const auto add = [&](const char* key, const char* label, Quantity value) {
            s.measures.push_back({key, label, std::move(value)});
        };
        const MaskStatistics fat = statistics(maps.fraction, inside), decay = statistics(maps.r2Star, inside);
        add("volume", "Volume", {s.mask->volumeMl(), Unit::Millilitre, {}, {}});
        add("fat_fraction", "Proton density fat fraction",
            {fat.mean, Unit::Percent, fat.standardDeviation, "spread of the values"});
        add("fat_fraction_median", "Median fat fraction", {fat.median, Unit::Percent, {}, {}});
        add("decay_rate", "R2*", {decay.mean, Unit::PerSecond, decay.standardDeviation, "spread of the values"});
        add("fat_misfit", "Misfit of the fat model", {statistics(maps.misfit, inside).mean, Unit::Percent, {}, {}});
        edit.put(id, std::move(s));
    }

    Limit m_deviation;
};

} // namespace

std::optional<double> echoTimeOf(const VolumeObject& volume)
{
    constexpr std::string_view kKey = "echo time ";
    const size_t at = volume.phase.find(kKey);
    if (at == std::string::npos)
        return std::nullopt;
    const std::string_view rest = std::string_view(volume.phase).substr(at + kKey.size());
    return parseDouble(rest.substr(0, rest.find(',')));
}

std::unique_ptr<Operation> makeFatFraction(const LimitTable& limits)
{
    return std::make_unique<FatFraction>(limits);
}

} // namespace pollux
