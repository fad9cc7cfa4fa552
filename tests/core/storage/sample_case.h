#pragma once

#include "core/case/case.h"
#include "core/storage/codec/codec.h"

#include <cmath>
#include <cstring>
#include <limits>

/// A case with every kind of object and every awkward value; `big` adds a mask that is large and nearly empty.
namespace sample {

using namespace pollux;

inline Grid grid(int nx, int ny, int nz)
{
    Grid g;
    g.size = {nx, ny, nz};
    g.origin = Vec3(-123.456789012345678, 1.0 / 3.0, 1e-17);
    g.spacing = Vec3(0.7421875, 0.7421875, 1.25);
    const double c = std::cos(0.1), s = std::sin(0.1);
    g.direction << c, -s, 0, s, c, 0, 0, 0, 1;
    return g;
}

template <class T>
Volume volume(int nx, int ny, int nz, std::uint32_t seed)
{
    std::vector<T> voxels(static_cast<size_t>(nx) * ny * nz);
    std::uint32_t state = seed;
    for (size_t i = 0; i < voxels.size(); ++i) {
        state = state * 1664525u + 1013904223u;
        voxels[i] = static_cast<T>(static_cast<int>(i % 97) + static_cast<int>(state >> 28));
    }
    return Volume(grid(nx, ny, nz), std::move(voxels));
}

inline Finding finding()
{
    return {
        Severity::Warning, "geometry.gap", "A slice is missing.", "Import again.", Vec3(1, -0.0, 3e300), "a.b", "yes"};
}

inline Surface surface()
{
    return Surface({Vec3f(0, 0, 0), Vec3f(10.1f, 0, 0), Vec3f(0, 10, 0), Vec3f(0, 0, 10)},
                   {{0, 2, 1}, {0, 1, 3}, {0, 3, 2}, {1, 2, 3}});
}

inline Case make(bool big)
{
    constexpr double nan = std::numeric_limits<double>::quiet_NaN();
    Edit edit;
    Study study;
    study.name = "CT abdomen \xC3\xA9";
    study.patientKey = "0123456789ab";
    study.patientName = "caf\xE9 \xFF not utf-8"; // Latin-1 that nobody converted
    study.patientId = std::string("a\0b", 3);
    study.sex = "F";
    study.gate = {finding(), Finding{}};
    edit.put(Id("study"), study);

    VolumeObject ct;
    ct.name = "CT";
    ct.study = Id("study");
    ct.modality = "CT";
    ct.unit = "HU";
    ct.paddingValue = -2000;
    ct.windowCentre = 0.1 + 0.2;
    ct.volume = volume<std::int16_t>(130, 65, 70, 1);
    ct.gate = {finding()};
    edit.put(Id("ct"), ct);
    VolumeObject other;
    other.volume = volume<std::uint8_t>(1, 1, 1, 2);
    edit.put(Id("v8"), other);
    other.volume = volume<std::uint16_t>(64, 64, 64, 3);
    edit.put(Id("v16"), other);
    std::vector<float> odd(3 * 4 * 5, -0.0f);
    odd[7] = std::numeric_limits<float>::quiet_NaN();
    odd[8] = std::numeric_limits<float>::infinity();
    odd[9] = 1e-42f;
    other.volume = Volume(grid(3, 4, 5), odd);
    other.paddingValue.reset();
    edit.put(Id("vf"), other);
    edit.put(Id("v-empty"), VolumeObject{});

    Structure liver;
    liver.name = "Liver";
    liver.anatomy = "liver";
    liver.colour = {1, 2, 255};
    liver.state = ConfirmState::Confirmed;
    liver.confirmedBy = "someone";
    liver.quality = 0.1;
    liver.qualityText = "edge";
    const Grid g = big ? grid(700, 700, 900) : grid(70, 80, 90);
    const IndexBox box = big ? IndexBox{{10, 20, 30}, {600, 650, 830}} : IndexBox{{3, 4, 5}, {68, 79, 88}};
    std::vector<std::uint8_t> voxels(static_cast<size_t>(box.voxels()));
    voxels.front() = voxels.back() = voxels[voxels.size() / 2] = 1;
    liver.mask = std::make_shared<const Mask>(g, box, voxels);
    liver.surface = std::make_shared<const Surface>(surface());
    liver.tree = std::make_shared<const Tree>(
        Tree{{{Vec3(1, 2, 3), 1.0 / 7, -1}, {Vec3(1, 2, 1e-300), 0, 0}, {Vec3(-4, 0, 0), 2.5, 0}}});
    liver.measures = {{"volume", "Volume", {1860.6, Unit::Millilitre, 0.3, "voxel size"}},
                      {"mean", "Mean", {nan, Unit::Hounsfield, {}, ""}}};
    edit.put(Id("liver"), liver);
    Structure bare;
    bare.mask = std::make_shared<const Mask>(grid(5, 5, 5), IndexBox{}, std::vector<std::uint8_t>{});
    bare.surface = std::make_shared<const Surface>();
    bare.tree = std::make_shared<const Tree>();
    edit.put(Id("bare"), bare);
    edit.put(Id("none"), Structure{});

    edit.put(Id("mark"), Landmark{"Tip", Vec3(0.1, -1e-310, std::numeric_limits<double>::max())});

    Field field;
    field.name = "Map";
    field.unit = Unit::Millimetre;
    field.surface = surface();
    field.values = {1, -0.0f, std::numeric_limits<float>::quiet_NaN(), 4};
    field.category = {0, 1, 2, 0};
    field.categories = {"blocked", "far"};
    field.lowMeans = "near";
    field.high = 1.0 / 3;
    edit.put(Id("map"), field);
    edit.put(Id("map-empty"), Field{});
    field.times = {0, 0.1, 1e9};
    field.values.resize(3 * field.values.size(), 5.5f);
    edit.put(Id("map-over-time"), field);

    Plan plan;
    plan.name = "Plan A";
    plan.kind = "liver.puncture";
    plan.state = PlanState::Approved;
    plan.author = "someone";
    plan.points = {{"target", Vec3(1, 2, 3)}, {"entry", Vec3(0.1, 0.2, 0.3)}};
    PlanNumber number;
    number.key = "shaft";
    number.unit = Unit::Millimetre;
    number.before = 1.1;
    number.limitValue = std::numeric_limits<double>::infinity();
    number.limitKind = LimitKind::AtMost;
    number.place = Vec3(9, 8, 7);
    number.approximate = true;
    plan.numbers = {number, PlanNumber{}};
    plan.used = {{Id("liver"), "Liver", ConfirmState::Edited}, {}};
    plan.findings = {finding()};
    plan.detail = "{\"a\": 0.30000000000000004}";
    edit.put(Id("plan-1"), plan);

    Case c = apply(Case(), edit);
    UnknownObject unknown;
    unknown.kind = "heart.mesh";
    unknown.json = "{ \"kept\":  [1, 2.50, 1e400] }"; // as it was, blanks and all
    unknown.arrays = {{"b", std::vector<std::byte>(300000, std::byte{7})}, {"a", {}}};
    unknown.schema = 3;
    unknown.arrayShapes = {"float32 75000x1x1 1024x1x1", "uint8 0x1x1 65536x1x1"};
    c.unknown.emplace(Id("mesh"), std::make_shared<const UnknownObject>(unknown));
    unknown.kind = "plan"; // a kind of ours in a schema of tomorrow
    unknown.schema = 99;
    unknown.arrays.clear();
    unknown.arrayShapes.clear();
    c.unknown.emplace(Id("plan-of-tomorrow"), std::make_shared<const UnknownObject>(unknown));

    Lineage lineage;
    lineage.operation = "segment.liver";
    lineage.operationVersion = 4;
    lineage.parameters = "{\"x\": 1}";
    lineage.inputs = {{Id("ct"), *c.keyOf(Id("ct"))}, {Id("liver/surface"), {~0ull, 1}}};
    lineage.when = "2026-05-01T12:00:00Z";
    lineage.seconds = 1.0 / 3;
    c.lineage.emplace(Id("liver"), std::make_shared<const Lineage>(lineage));
    c.lineage.emplace(Id("liver/tree"), std::make_shared<const Lineage>());
    return c;
}

template <class T>
bool sameMap(const ObjectMap<T>& a, const ObjectMap<T>& b, std::string& why)
{
    if (a.size() != b.size()) {
        why = "number of objects";
        return false;
    }
    for (const auto& [id, object] : a) {
        const auto it = b.find(id);
        if (it == b.end()) {
            why = id.text() + " is missing";
            return false;
        }
        const EncodedObject x = encode(*object), y = encode(*it->second);
        bool same = x.kind == y.kind && x.schema == y.schema && x.json == y.json && x.arrays.size() == y.arrays.size();
        for (size_t i = 0; same && i < x.arrays.size(); ++i)
            same = x.arrays[i].name == y.arrays[i].name && x.arrays[i].info == y.arrays[i].info &&
                   x.arrays[i].bytes.size() == y.arrays[i].bytes.size() &&
                   (x.arrays[i].bytes.empty() ||
                    std::memcmp(x.arrays[i].bytes.data(), y.arrays[i].bytes.data(), x.arrays[i].bytes.size()) == 0);
        if (!same) {
            why = id.text() + " differs";
            return false;
        }
    }
    return true;
}

/// Empty if equal to the last bit, else what differs.
inline std::string difference(const Case& a, const Case& b)
{
    std::string why;
    if (!sameMap(a.studies, b.studies, why) || !sameMap(a.volumes, b.volumes, why) ||
        !sameMap(a.structures, b.structures, why) || !sameMap(a.landmarks, b.landmarks, why) ||
        !sameMap(a.fields, b.fields, why) || !sameMap(a.plans, b.plans, why) || !sameMap(a.unknown, b.unknown, why))
        return why;
    if (a.lineage.size() != b.lineage.size())
        return "number of lineages";
    for (const auto& [id, lineage] : a.lineage)
        if (!b.lineage.contains(id) || encode(*lineage) != encode(*b.lineage.at(id)))
            return "lineage of " + id.text();
    const auto keys = [&](const auto& map) -> std::string {
        for (const auto& [id, object] : map)
            if (a.keyOf(id) != b.keyOf(id))
                return "content key of " + id.text();
        return {};
    };
    for (const std::string& k :
         {keys(a.studies), keys(a.volumes), keys(a.structures), keys(a.landmarks), keys(a.plans)})
        if (!k.empty())
            return k;
    return keys(a.fields);
}

} // namespace sample
