#include "core/case/device.h"

#include "core/base/error.h"
#include "core/base/resource.h"
#include "core/base/sentence.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>

namespace pollux {

namespace {

using nlohmann::json;

constexpr std::size_t kMostDevices = 10000;
constexpr std::size_t kLongestText = 2000;

[[noreturn]] void refuse(std::string_view where, const std::string& what)
{
    throw Error(ErrorCode::BadInput, filled("Device table '%1': %2", {where, what}),
                "Mend this entry of the file, or remove it.");
}

std::string textOf(const json& entry, const char* key, const std::string& where)
{
    const auto it = entry.find(key);
    if (it == entry.end() || !it->is_string() || it->get_ref<const std::string&>().empty() ||
        it->get_ref<const std::string&>().size() > kLongestText)
        refuse(where, filled("'%1' must be a text that is not empty.", {key}));
    return it->get<std::string>();
}

Evidence evidenceOf(const std::string& text, const std::string& where)
{
    for (const Evidence e : {Evidence::Verified, Evidence::Computed, Evidence::Unverified})
        if (text == name(e))
            return e;
    refuse(where, "'evidence' must be verified, computed or unverified.");
}

bool wellFormedId(std::string_view id)
{
    return !id.empty() && id.size() <= 100 && std::all_of(id.begin(), id.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '.';
    });
}

/// What is missing; empty if nothing is.
std::string lack(const Device& d)
{
    if (!wellFormedId(d.id))
        return "'id' may hold small letters, digits, '-' and '.'.";
    for (const auto& [key, text] :
         {std::pair("kind", &d.kind), std::pair("name", &d.name), std::pair("setting", &d.setting),
          std::pair("measured", &d.measured), std::pair("source", &d.source)})
        if (text->empty() || text->size() > kLongestText)
            return filled("'%1' must be a text that is not empty.", {key});
    if (d.figures.empty())
        return "It has no figures.";
    for (const auto& [key, figure] : d.figures)
        if (!std::isfinite(figure.value))
            return filled("'%1' must be a finite number.", {key});
    return {};
}

Device deviceOf(const json& entry, const std::string& where)
{
    if (!entry.is_object())
        refuse(where, "It must be an object.");
    Device d;
    d.id = textOf(entry, "id", where);
    d.kind = textOf(entry, "kind", where);
    d.name = textOf(entry, "name", where);
    d.setting = textOf(entry, "setting", where);
    d.measured = textOf(entry, "measured", where);
    d.source = textOf(entry, "source", where);
    d.evidence = evidenceOf(textOf(entry, "evidence", where), where);
    const auto figures = entry.find("figures");
    if (figures == entry.end() || !figures->is_object())
        refuse(where, "It has no figures.");
    for (const auto& [key, figure] : figures->items()) {
        const bool whole = figure.is_object() && figure.contains("value") && figure["value"].is_number() &&
                           figure.contains("unit") && figure["unit"].is_string();
        const auto unit = whole ? unitFromName(figure["unit"].get<std::string>()) : std::nullopt;
        if (!unit)
            refuse(where, filled("'%1' needs a value and a known unit.", {key}));
        d.figures[key] = {figure["value"].get<double>(), *unit};
    }
    return d;
}

} // namespace

DeviceTable DeviceTable::builtIn()
{
    DeviceTable table;
    for (const std::string_view file : resources("devices"))
        if (file.ends_with(".json"))
            table.addJson(resource(file), file, false);
    return table;
}

void DeviceTable::addJson(std::string_view text, std::string_view fileName, bool own)
{
    // Without exceptions: a parser's message could quote the file.
    const json root = json::parse(text, nullptr, false);
    if (root.is_discarded())
        refuse(fileName, "It is not valid JSON.");
    if (!root.is_object() || !root.contains("devices") || !root["devices"].is_array())
        refuse(fileName, "It has no list 'devices'.");
    const json& list = root["devices"];
    if (list.size() > kMostDevices)
        refuse(fileName, "It has too many entries.");
    std::map<std::string, Device, std::less<>> read;
    for (size_t n = 0; n < list.size(); ++n) {
        const std::string where = std::string(fileName) + " " + std::to_string(n + 1);
        Device d = deviceOf(list[n], where);
        d.own = own;
        if (const std::string what = lack(d); !what.empty())
            refuse(where, what);
        const std::string id = d.id;
        if (m_devices.contains(id) || !read.emplace(id, std::move(d)).second)
            refuse(where, filled("The id '%1' is already taken.", {id}));
    }
    m_devices.merge(read);
}

void DeviceTable::put(Device device)
{
    if (const std::string what = lack(device); !what.empty())
        throw Error(ErrorCode::BadInput, what, "Fill it in.");
    const auto it = m_devices.find(device.id);
    if (it != m_devices.end() && !it->second.own)
        throw Error(ErrorCode::BadInput, filled("The id '%1' is already taken.", {device.id}), "Choose another id.");
    device.own = true;
    m_devices[device.id] = std::move(device);
}

void DeviceTable::remove(std::string_view id)
{
    if (const auto it = m_devices.find(id); it != m_devices.end() && it->second.own)
        m_devices.erase(it);
}

const Device* DeviceTable::find(std::string_view id) const
{
    const auto it = m_devices.find(id);
    return it == m_devices.end() ? nullptr : &it->second;
}

std::string DeviceTable::ownAsJson() const
{
    json list = json::array();
    for (const auto& [id, d] : m_devices) {
        if (!d.own)
            continue;
        json figures = json::object();
        for (const auto& [key, figure] : d.figures)
            figures[key] = {{"value", figure.value}, {"unit", unitName(figure.unit)}};
        list.push_back({{"id", d.id},
                        {"kind", d.kind},
                        {"name", d.name},
                        {"setting", d.setting},
                        {"measured", d.measured},
                        {"figures", figures},
                        {"source", d.source},
                        {"evidence", name(d.evidence)}});
    }
    return json{{"devices", list}}.dump(2, ' ', false, json::error_handler_t::replace) + "\n";
}

std::shared_ptr<const DeviceTable> DeviceShelf::table() const
{
    const std::scoped_lock lock(m_mutex);
    return m_table;
}

void DeviceShelf::setTable(DeviceTable table)
{
    auto made = std::make_shared<const DeviceTable>(std::move(table));
    const std::scoped_lock lock(m_mutex);
    m_table = std::move(made);
}

std::string title(const Device& device)
{
    return device.name + ", " + device.setting;
}

std::vector<Preset> presets(const DeviceTable& table, std::string_view kind,
                            const std::vector<std::pair<std::string, std::string>>& keys)
{
    std::vector<Preset> out;
    for (const auto& [id, d] : table.all()) {
        if (d.kind != kind)
            continue;
        Preset p;
        p.value = id;
        p.label = d.name;
        p.detail = d.setting;
        p.help = d.measured;
        p.source = d.source + " (" + std::string(name(d.evidence)) + ")";
        for (const auto& [figure, key] : keys)
            if (const auto it = d.figures.find(figure); it != d.figures.end())
                p.sets[key] = it->second.value;
        out.push_back(std::move(p));
    }
    return out;
}

} // namespace pollux
