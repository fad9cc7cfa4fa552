// Views as JSON, in a form that later versions can add to: each part is read by itself.
#include "core/base/error.h"
#include "core/storage/codec/json_value.h"
#include "ui/viewer/saved_view.h"

#include <Eigen/LU>

#include <array>
#include <cmath>

namespace pollux {

namespace {

constexpr size_t kMostNamed = 200; ///< bounds what a file can ask for

/// Names in the file, in the order of the enumerators.
constexpr std::array kLayouts{"four",     "axial",     "sagittal",     "coronal",
                              "volume3d", "axial-and", "volume3d-and", "axial-over-3d"};
constexpr std::array kSlabs{"mean", "maximum", "minimum"};
constexpr std::array kFusions{"blend", "checkerboard", "wipe", "difference"};
constexpr std::array kSides{"off", "near", "far"};

template <class E, size_t N>
const char* nameOf(E value, const std::array<const char*, N>& names)
{
    return names[static_cast<size_t>(value)];
}

template <class E, size_t N>
E enumOf(const Json& object, const char* key, const std::array<const char*, N>& names)
{
    const std::string text = textField(object, key);
    for (size_t i = 0; i < N; ++i)
        if (text == names[i])
            return static_cast<E>(i);
    badField(key);
}

double within(const Json& object, const char* key, double low, double high)
{
    const double value = numberField(object, key);
    if (!(value >= low && value <= high))
        badField(key);
    return value;
}

Vec3 pointField(const Json& object, const char* key)
{
    const Vec3 p = vec3Of(field(object, key));
    if (!p.allFinite() || p.cwiseAbs().maxCoeff() > 1e6)
        badField(key);
    return p;
}

Json axesJson(const Mat3& axes)
{
    return Json::array({toJson(Vec3(axes.col(0))), toJson(Vec3(axes.col(1))), toJson(Vec3(axes.col(2)))});
}

Mat3 axesField(const Json& object, const char* key)
{
    const Json& list = listField(object, key);
    if (list.size() != 3)
        badField(key);
    Mat3 axes;
    for (int c = 0; c < 3; ++c)
        axes.col(c) = vec3Of(list[static_cast<size_t>(c)]);
    if (!axes.allFinite() || !(axes.transpose() * axes).isIdentity(1e-6) || axes.determinant() <= 0)
        badField(key);
    return axes;
}

Json fusionJson(const Fusion& f)
{
    return {{"volume", f.volume.text()},
            {"registration", f.registration.text()},
            {"mode", nameOf(f.mode, kFusions)},
            {"amount", jsonNumber(f.amount)},
            {"windowCentre", jsonNumber(f.windowCentre)},
            {"windowWidth", jsonNumber(f.windowWidth)},
            {"coloured", f.coloured}};
}

Fusion fusionOf(const Json& o)
{
    Fusion f;
    f.volume = idField(o, "volume");
    f.registration = idField(o, "registration");
    f.mode = enumOf<FusionMode>(o, "mode", kFusions);
    f.amount = within(o, "amount", 0, 1);
    f.windowCentre = within(o, "windowCentre", -1e9, 1e9);
    f.windowWidth = within(o, "windowWidth", 1e-3, 1e9);
    f.coloured = boolField(o, "coloured");
    return f;
}

Json renderingJson(const VolumeRendering& r)
{
    return {{"preset", jsonText(r.preset.toStdString())},
            {"shift", jsonNumber(r.shift)},
            {"structures", r.structures},
            {"cropped", r.cropped},
            {"cropLow", toJson(r.cropLow)},
            {"cropHigh", toJson(r.cropHigh)}};
}

VolumeRendering renderingOf(const Json& o)
{
    VolumeRendering r;
    r.preset = QString::fromStdString(textField(o, "preset"));
    r.shift = within(o, "shift", -1e5, 1e5);
    r.structures = boolField(o, "structures");
    r.cropped = boolField(o, "cropped");
    r.cropLow = pointField(o, "cropLow");
    r.cropHigh = pointField(o, "cropHigh");
    if ((r.cropLow.array() < 0).any() || (r.cropHigh.array() > 1).any() ||
        (r.cropLow.array() >= r.cropHigh.array()).any())
        badField("cropLow");
    return r;
}

Json sceneJson(const SceneLook& s)
{
    return {{"axial", nameOf(s.cut.axial, kSides)},
            {"sagittal", nameOf(s.cut.sagittal, kSides)},
            {"coronal", nameOf(s.cut.coronal, kSides)},
            {"cutSkin", s.cut.skin},
            {"cutImage", s.cut.image},
            {"orthographic", s.orthographic},
            {"silhouettes", s.silhouettes}};
}

SceneLook sceneOf(const Json& o)
{
    SceneLook s;
    s.cut.axial = enumOf<CutSide>(o, "axial", kSides);
    s.cut.sagittal = enumOf<CutSide>(o, "sagittal", kSides);
    s.cut.coronal = enumOf<CutSide>(o, "coronal", kSides);
    s.cut.skin = boolField(o, "cutSkin");
    s.cut.image = boolField(o, "cutImage");
    s.orthographic = boolField(o, "orthographic");
    s.silhouettes = boolField(o, "silhouettes");
    return s;
}

Json cameraJson(const CameraPose& p)
{
    return {{"focus", toJson(p.focus)},
            {"towards", toJson(p.towards)},
            {"up", toJson(p.up)},
            {"heightMm", jsonNumber(p.heightMm)}};
}

CameraPose cameraOf(const Json& o)
{
    CameraPose p;
    p.focus = pointField(o, "focus");
    p.towards = pointField(o, "towards");
    p.up = pointField(o, "up");
    p.heightMm = within(o, "heightMm", 0.1, 1e5);
    return p;
}

template <class Value>
Json mapJson(const std::map<Id, Value>& values)
{
    Json out = Json::object();
    for (const auto& [id, value] : values)
        out[id.text()] = value;
    return out;
}

Json viewJson(const SavedView& v)
{
    Json o = {{"layout", nameOf(v.layout, kLayouts)},
              {"volume", v.volume.text()},
              {"window", {{"centre", jsonNumber(v.windowCentre)}, {"width", jsonNumber(v.windowWidth)}}},
              {"crosshair", toJson(v.crosshair)},
              {"axes", axesJson(v.axes)},
              {"slab", {{"mode", nameOf(v.slabMode, kSlabs)}, {"mm", jsonNumber(v.slabMm)}}},
              {"fusion", fusionJson(v.fusion)},
              {"image3d", renderingJson(v.volumeRendering)},
              {"scene", sceneJson(v.scene)},
              {"visible", mapJson(v.visible)},
              {"opacity", mapJson(v.opacity)}};
    if (v.camera)
        o["camera"] = cameraJson(*v.camera);
    if (v.beside)
        o["beside"] = {{"what", v.beside->plan ? "plan" : "image"}, {"id", v.beside->id.text()}};
    return o;
}

/// What is wrong with one part takes nothing from the others.
template <class Read>
void part(Read read)
{
    try {
        read();
    } catch (const Error&) {
    } catch (const Json::exception&) {
    }
}

SavedView viewFrom(const Json& o, const SavedView& otherwise)
{
    SavedView v = otherwise;
    part([&] { v.layout = enumOf<Viewer::Layout>(o, "layout", kLayouts); });
    part([&] { v.volume = idField(o, "volume"); });
    part([&] {
        const Json& window = field(o, "window");
        const double centre = within(window, "centre", -1e9, 1e9), width = within(window, "width", 1e-3, 1e9);
        v.windowCentre = centre;
        v.windowWidth = width;
    });
    part([&] { v.crosshair = pointField(o, "crosshair"); });
    part([&] { v.axes = axesField(o, "axes"); });
    part([&] {
        const Json& slab = field(o, "slab");
        const auto mode = enumOf<SlabMode>(slab, "mode", kSlabs);
        v.slabMm = within(slab, "mm", 0, 500);
        v.slabMode = mode;
    });
    part([&] { v.fusion = fusionOf(field(o, "fusion")); });
    part([&] { v.volumeRendering = renderingOf(field(o, "image3d")); });
    part([&] { v.scene = sceneOf(field(o, "scene")); });
    part([&] {
        for (const auto& [id, on] : field(o, "visible").items())
            if (isValidId(id) && on.is_boolean())
                v.visible[Id(id)] = on.get<bool>();
    });
    part([&] {
        for (const auto& [id, value] : field(o, "opacity").items())
            if (isValidId(id) && value.is_number() && value.get<double>() >= 0 && value.get<double>() <= 1)
                v.opacity[Id(id)] = value.get<double>();
    });
    part([&] { v.camera = cameraOf(field(o, "camera")); });
    v.beside.reset();
    part([&] {
        const Json& beside = field(o, "beside");
        const std::string what = textField(beside, "what");
        if (what != "plan" && what != "image")
            badField("what");
        v.beside = SavedBeside{what == "plan", idField(beside, "id")};
    });
    return v;
}

} // namespace

std::string viewsText(const SavedViews& views)
{
    Json o = {{"version", 1}};
    if (views.last)
        o["last"] = viewJson(*views.last);
    Json named = Json::array();
    for (const auto& [name, view] : views.named)
        named.push_back({{"name", jsonText(name.toStdString())}, {"view", viewJson(view)}});
    o["named"] = std::move(named);
    return dumped(o);
}

SavedViews viewsFromText(std::string_view text, const SavedView& otherwise)
{
    SavedViews views;
    const Json o = Json::parse(text, nullptr, false);
    if (!o.is_object())
        return views;
    part([&] {
        const Json& last = field(o, "last");
        if (last.is_object())
            views.last = viewFrom(last, otherwise);
    });
    part([&] {
        for (const Json& one : listField(o, "named"))
            part([&] {
                const QString name = QString::fromStdString(textField(one, "name"));
                const Json& view = field(one, "view");
                if (!name.isEmpty() && view.is_object() && views.named.size() < kMostNamed)
                    views.named.emplace_back(name, viewFrom(view, otherwise));
            });
    });
    return views;
}

} // namespace pollux
