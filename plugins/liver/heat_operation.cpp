#include "plugins/liver/heat_operation.h"

#include "core/base/error.h"
#include "core/base/text.h"
#include "core/mesh/extract.h"
#include "core/operation/plan_parts.h"
#include "plugins/liver/heat_map.h"
#include "plugins/liver/heat_result.h"

#include <algorithm>
#include <optional>
#include <span>
#include <string>
#include <utility>

namespace pollux::liver {

namespace {

struct LimitParam
{
    const char* key;
    const char* limit;
    bool advanced;
};

constexpr LimitParam kLimitParams[] = {
    {"heating_time", "heat.heating_time", false},
    {"surface_temperature", "heat.surface_temperature", false},
    {"power", "heat.power", false},
    {"absorption_length", "heat.absorption_length", false},
    {"active_length", "heat.active_length", false},
    {"radius", "heat.radius", false},
    {"perfusion", "heat.perfusion", false},
    {"cooling_time", "heat.cooling_time", true},
    {"conductivity", "heat.conductivity", true},
    {"density", "heat.density", true},
    {"specific_heat", "heat.specific_heat", true},
    {"blood_density", "heat.blood_density", true},
    {"blood_specific_heat", "heat.blood_specific_heat", true},
    {"blood_temperature", "heat.blood_temperature", true},
    {"water", "heat.water", true},
    {"vessel_transfer", "heat.vessel_transfer", true},
    {"major_diameter", "liver.h2.major_diameter", true},
};

constexpr const char* kHeating[] = {"surface held", "power given"};
constexpr const char* kSinks[] = {"at blood temperature", "by heat transfer", "not at all"};
constexpr const char* kModels[] = {"Arrhenius", "CEM43"};
// Two colours that differ for every kind of colour vision (Okabe and Ito 2008).
constexpr Colour kDamage{230, 159, 0}, kVendor{86, 180, 233};

class PredictHeat final : public Operation
{
public:
    explicit PredictHeat(const LimitTable& limits) : m_limits(limits)
    {
        for (const LimitParam& l : kLimitParams)
            m_limits.at(l.limit);
    }

    OperationInfo info() const override;
    ParamList declare() const override;
    Findings check(const Case& c, const ParamValues& values) const override;
    Edit run(const Case& c, const ParamValues& values, Job& job) const override;

private:
    /// nullopt: neither a plan with points nor both points.
    std::optional<PlannedNeedle> needle(const Case& c, const ParamValues& values) const;
    HeatRequest request(const ParamValues& values, const PlannedNeedle& needle) const;
    LimitTable m_limits;
};

OperationInfo PredictHeat::info() const
{
    OperationInfo i;
    i.id = "liver.heat";
    i.version = 1;
    i.name = "Predict the heated zone";
    i.summary = "Computes how heat spreads from a needle into the liver, and which tissue dies of it.";
    i.help =
        "Pennes' bioheat equation on voxels about the heating part of the needle: conduction, blood flow that stops "
        "where tissue is dead, large vessels that cool, water that boils. Time by TR-BDF2 with steps that keep the "
        "error, space by finite volumes; both of second order, checked against closed forms. Tissue dies by an "
        "Arrhenius integral of 1 (63 %), or by 240 equivalent minutes at 43 °C (CEM43); both volumes are given, and "
        "the surface is of the model that you choose. Beside it stands the ellipsoid of the device that the plan was "
        "made with. A map on the lesion (else on the ellipsoid) shows its temperature over time: choose it in the list "
        "of "
        "the case and play it.\n\n"
        "Sources: Pennes 1948 (J Appl Physiol 1:93); Bank et al. 1985 and Hosea and Shampine 1996 (TR-BDF2); Gibou et "
        "al. 2002 (walls); Arrhenius pair of liver as in public programs; Sapareto and Dewey 1984 (CEM43).\n\n"
        "Limits: a prediction for teaching, not for clinical use. All tissue has the properties of liver, also outside "
        "of it and in the lesion. Power given is spread by a model of its own, of no device, and does not change as "
        "tissue dries. Steam stays where it was made. Most properties are marked unverified: set your own, and see how "
        "much they move the result with the sensitivity analysis.";
    i.category = "Plan";
    return i;
}

ParamList PredictHeat::declare() const
{
    ParamList list;
    Param plan = objectParam("plan", "Plan", "plan", "", "The puncture plan whose needle heats.");
    plan.optional = true;
    list.add(plan);
    list.add(objectParam("liver", "Liver", "structure:mask", "liver", "The liver; its image gives the voxels."));
    Param lesion = objectParam("lesion", "Lesion", "structure:mask", "liver_lesion", "The lesion to be destroyed.");
    lesion.optional = true;
    list.add(lesion);
    Param tip = pointParam("tip_point", "Tip", "Where the needle's tip lies; without a plan.");
    tip.optional = true;
    list.add(tip);
    Param entry = pointParam("entry_point", "Entry point", "Where the needle comes from; without a plan.");
    entry.optional = true;
    list.add(entry);
    list.add(choiceParam("heating", "Heating", {std::begin(kHeating), std::end(kHeating)},
                         "Whether the applicator's surface is held at a temperature or gives a power."));
    list.add(choiceParam("damage", "Model of cell death", {std::begin(kModels), std::end(kModels)},
                         "Which one the surface is made of; the volumes of both are given."));
    list.add(choiceParam("vessels", "Large vessels cool", {std::begin(kSinks), std::end(kSinks)},
                         "How vessels of at least the major calibre take heat away."));
    for (const LimitParam& l : kLimitParams) {
        Param p = limitParam(m_limits.at(l.limit), l.key);
        p.advanced = l.advanced;
        list.add(p);
    }
    Param spacing = realParam("spacing", "Voxels of the heat model", Unit::Millimetre, 1, 0.5, 4,
                              "Edge of a voxel that heat is computed on; half of it takes 8 times the memory.");
    spacing.advanced = true;
    list.add(spacing);
    Param reach = realParam("reach", "Half edge of the box", Unit::Millimetre, 48, 20, 90,
                            "Heat is computed in a box so far about the heating part; its sides are held at the "
                            "temperature of blood.");
    reach.advanced = true;
    list.add(reach);
    return list;
}

std::optional<PlannedNeedle> PredictHeat::needle(const Case& c, const ParamValues& values) const
{
    if (const std::string& id = values.text("plan"); isValidId(id))
        if (const auto it = c.plans.find(Id(id)); it != c.plans.end())
            return needleOf(*it->second);
    if (!values.has("tip_point") || !values.has("entry_point"))
        return std::nullopt;
    const Vec3 tip = values.point("tip_point"), entry = values.point("entry_point");
    if (!((tip - entry).norm() > 1e-3))
        return std::nullopt;
    return PlannedNeedle{tip, (tip - entry).normalized(), std::nullopt};
}

HeatRequest PredictHeat::request(const ParamValues& values, const PlannedNeedle& needle) const
{
    HeatRequest r;
    r.liver = Id(values.text("liver"));
    if (const std::string& lesion = values.text("lesion"); isValidId(lesion))
        r.lesion = Id(lesion);
    r.applicator = {needle.tip, needle.inwards, values.real("active_length"), values.real("radius")};
    r.tissue.density = values.real("density");
    r.tissue.specificHeat = values.real("specific_heat");
    r.tissue.conductivity = values.real("conductivity");
    r.tissue.perfusion = values.real("perfusion") / 1000;
    r.tissue.waterFraction = values.real("water") / 100;
    r.blood = {values.real("blood_density"), values.real("blood_specific_heat"), values.real("blood_temperature")};
    for (int n = 0; n < 3; ++n)
        if (values.text("vessels") == kSinks[n])
            r.sink = static_cast<VesselSink>(n);
    r.transfer = values.real("vessel_transfer");
    r.majorDiameter = values.real("major_diameter");
    r.spacing = values.real("spacing");
    r.reach = values.real("reach");
    r.byPower = values.text("heating") == kHeating[1];
    r.watts = values.real("power");
    r.absorption = values.real("absorption_length");
    return r;
}

Findings PredictHeat::check(const Case& c, const ParamValues& values) const
{
    Findings out;
    const auto add = [&](Severity severity, std::string code, std::string text, std::string advice) {
        out.push_back(finding(severity, std::move(code), std::move(text), std::move(advice)));
    };
    const std::optional<PlannedNeedle> n = needle(c, values);
    if (!n) {
        add(Severity::Stop, "heat.no-needle",
            "There is no needle: neither a plan with entry and target nor both points.",
            "Choose a puncture plan, or place the tip and the entry point.");
        return out;
    }
    if (!isValidId(values.text("liver")))
        return out; // the caller has said so
    const auto liver = c.structures.find(Id(values.text("liver")));
    if (liver == c.structures.end() || !liver->second->mask)
        return out;
    const HeatRequest r = request(values, *n);
    if (r.byPower && !(r.watts > 0 && r.absorption > 0))
        add(Severity::Stop, "heat.no-power", "Power or the way until it is taken up is 0, so nothing heats.",
            "Enter both from the data of your device, or choose a surface that is held.");
    if (0.5 * r.applicator.activeLength + r.applicator.radius + 5 * r.spacing > r.reach)
        add(Severity::Stop, "heat.box", "The box is too small for the heating part of the needle.",
            "Enter a larger half edge of the box.");

    constexpr int kSamples = 20;
    int inside = 0;
    for (int s = 0; s <= kSamples; ++s) {
        const Vec3 p = r.applicator.tip - double(s) / kSamples * r.applicator.activeLength * r.applicator.inwards;
        bool in = false;
        for (const Id& id : heatStructures(c, r))
            in = in || (c.structure(id).mask && c.structure(id).mask->contains(p));
        inside += in;
    }
    if (inside == 0)
        add(Severity::Stop, "heat.outside", "The heating part of the needle lies outside the liver.",
            "Choose another plan or points inside the liver: the model knows liver only.");
    else if (inside <= kSamples)
        add(Severity::Warning, "heat.partly-outside", "A part of what heats on the needle lies outside the liver.",
            "What lies there is computed as if it were liver: do not rely on it.");
    for (Finding& f : out)
        if (f.code.ends_with("outside"))
            f.place = r.applicator.tip;
    const bool vessels = std::any_of(c.structures.begin(), c.structures.end(), [](const auto& entry) {
        const Anatomy* a = findAnatomy(entry.second->anatomy);
        return a && a->category == "vessel" && entry.second->mask && !entry.second->mask->empty();
    });
    if (!vessels && r.sink != VesselSink::None)
        add(Severity::Warning, "heat.no-vessels", "There are no vessels, so none cools: the zone may be too large.",
            "Segment portal and hepatic veins, or import them.");
    if (!(r.tissue.perfusion > 0))
        add(Severity::Note, "heat.no-perfusion", "Without blood flow this is excised liver.",
            "Enter the blood flow of living liver for a patient.");
    return out;
}

Structure madeOf(std::string name, const Colour& colour, const Mask& mask, const Job& job)
{
    Structure s;
    s.name = std::move(name);
    s.colour = colour;
    s.mask = std::make_shared<const Mask>(mask);
    s.surface = std::make_shared<const Surface>(extractSurface(mask, {}, job));
    return s;
}

/// Where the temperature is looked at over time: on the lesion, else on the vendor's ellipsoid; nullopt without either.
std::optional<std::pair<Surface, std::string>> watchedSurface(const Case& c, const HeatRequest& r,
                                                              const HeatScene& scene, const Mask& zone, const Job& job)
{
    if (!r.lesion.empty() && !scene.lesion.empty()) {
        const auto& made = c.structure(r.lesion).surface;
        return {{made && !made->empty() ? *made : extractSurface(scene.lesion, {}, job), "Temperature at the lesion"}};
    }
    if (!zone.empty())
        return {{extractSurface(zone, {}, job), "Temperature at the vendor's ellipsoid"}};
    return std::nullopt;
}

Edit PredictHeat::run(const Case& c, const ParamValues& values, Job& job) const
{
    const std::optional<PlannedNeedle> n = needle(c, values);
    if (!n)
        throw Error(ErrorCode::BadInput, "There is no needle.", "Choose a puncture plan, or place two points.");
    const HeatRequest r = request(values, *n);
    const HeatScene scene = makeHeatScene(c, r, job.part(0, 0.04));

    const Mask zone = n->vendor ? zoneMask(*n->vendor, scene.liver.grid()) : Mask();
    heat::HeatState state = heat::startState(scene.heating, values.real("surface_temperature"));
    const double heatedFor = 60 * values.real("heating_time"), cooledFor = 60 * values.real("cooling_time");
    constexpr int kTimes = 24; // of the map: enough to see it spread
    std::optional<HeatMap> map;
    const auto watched = watchedSurface(c, r, scene, zone, job.part(0.04, 0.05));
    if (watched)
        map.emplace(watched->first, scene, (heatedFor + cooledFor) / kTimes).take(0, state.temperature);
    heat::HeatOptions options;
    double before = 0; // s, of the run that is over
    if (map)
        options.watch = [&](double seconds, std::span<const double> t) { map->take(before + seconds, t); };
    const heat::HeatRun heating = heat::advance(scene.heating, state, heatedFor, options, job.part(0.05, 0.8));
    if (map)
        map->take(heatedFor, state.temperature, true);
    before = heatedFor;
    // The applicator is now tissue that is as hot as it was, short of boiling: a rod of metal holds no steam.
    for (size_t v = 0; v < state.temperature.size(); ++v)
        if (scene.heating.tissue[v] == heat::kHeld)
            state.temperature[v] = std::min(state.temperature[v], scene.cooling.boiling.from);
    heat::advance(scene.cooling, state, cooledFor, options, job.part(0.8, 0.9));
    if (map)
        map->take(heatedFor + cooledFor, state.temperature, true);
    const HeatDamage damage = damageOf(scene, state, job.part(0.9, 0.93));

    const bool arrhenius = values.text("damage") == kModels[0];
    const Mask& dead = arrhenius ? damage.dead63 : damage.dose;
    const std::string of = values.text("plan").empty() ? "needle" : values.text("plan");
    const Id damageId("heat-damage-" + of), vendorId("heat-vendor-" + of), mapId("heat-map-" + of);
    Edit edit;
    if (map)
        edit.put(mapId, map->field(watched->second + " (" + of + ")"));
    else if (c.fields.contains(mapId))
        edit.remove(mapId);
    for (const Id& id : scene.read)
        if (id.text() != values.text("liver") && id.text() != values.text("lesion"))
            edit.alsoRead.push_back(id);
    const auto warn = [&](std::string code, std::string text, std::string advice) {
        edit.findings.push_back(finding(Severity::Warning, std::move(code), std::move(text), std::move(advice)));
    };
    if (damage.reachesBox)
        warn("heat.reaches-box", "The predicted damage comes near the side of the box, which holds it back.",
             "Enter a larger half edge of the box.");
    if (scene.needleInVessel)
        warn("heat.needle-in-vessel", "The heating part of the needle lies in a large vessel.",
             "Look at the path: heat and bleeding there are not what this model is for.");
    if (r.spacing > r.applicator.radius && !r.byPower)
        edit.findings.push_back(finding(Severity::Note, "heat.coarse",
                                        "The voxels are wider than the needle's radius, so its surface is coarse.",
                                        "Compute it once more with smaller voxels and compare the volumes."));
    if (dead.empty()) {
        warn("heat.nothing", "No tissue is predicted to die.", "Check time, power and temperature.");
        for (const Id& id : {damageId, vendorId})
            if (c.structures.contains(id))
                edit.remove(id);
        return edit;
    }

    std::vector<NamedQuantity> m;
    const auto add = [&](std::string key, std::string label, double value, Unit unit) {
        m.push_back({std::move(key), std::move(label), {value, unit, std::nullopt, {}}});
    };
    add("arrhenius_volume", "Volume with an Arrhenius integral of 1 or more", damage.dead63.volumeMl(),
        Unit::Millilitre);
    add("arrhenius_all_volume", "Volume with an Arrhenius integral of 4.6 or more", damage.dead99.volumeMl(),
        Unit::Millilitre);
    add("dose_volume", "Volume with 240 equivalent minutes at 43 °C or more", damage.dose.volumeMl(), Unit::Millilitre);
    add("outside_liver", "Part of the predicted damage outside the liver",
        dead.volumeMl() - commonMl(dead, scene.liver), Unit::Millilitre);
    if (!scene.lesion.empty())
        add("lesion_share", "Share of the lesion in the predicted damage",
            100 * commonMl(scene.lesion, dead) / scene.lesion.volumeMl(), Unit::Percent);
    add("highest_temperature", "Highest temperature of tissue", heating.highestTemperature, Unit::Celsius);
    add("heating_time", "Time of heating", values.real("heating_time"), Unit::Minute);
    if (!n->vendor && c.structures.contains(vendorId))
        edit.remove(vendorId);
    if (n->vendor) {
        if (!zone.empty()) {
            add("vendor_volume", "Volume of the vendor's ellipsoid", n->vendor->volumeMl(), Unit::Millilitre);
            add("vendor_share", "Share of the vendor's ellipsoid in the predicted damage",
                100 * commonMl(zone, dead) / zone.volumeMl(), Unit::Percent);
            add("damage_share", "Share of the predicted damage in the vendor's ellipsoid",
                100 * commonMl(zone, dead) / dead.volumeMl(), Unit::Percent);
            edit.put(vendorId, madeOf("Vendor ellipsoid (" + of + ")", kVendor, zone, job.part(0.93, 0.96)));
        }
    }
    Structure s = madeOf(std::string("Predicted damage, ") + (arrhenius ? "Arrhenius" : "CEM43") + " (" + of + ")",
                         kDamage, dead, job.part(0.96, 1));
    s.measures = std::move(m);
    edit.put(damageId, std::move(s));
    edit.findings.push_back(
        finding(Severity::Note, "heat.prediction",
                toText(dead.volumeMl(), 1) +
                    " mL are predicted to die. This is a model with properties that are mostly unverified.",
                "Do not use it for a decision on a patient."));
    return edit;
}

} // namespace

std::unique_ptr<Operation> makePredictHeat(const LimitTable& limits)
{
    return std::make_unique<PredictHeat>(limits);
}

} // namespace pollux::liver
