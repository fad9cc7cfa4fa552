#pragma once

#include "core/base/quantity.h"
#include "core/case/limit.h"
#include "core/params/param.h"

#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

namespace pollux {

/// What an instrument does at one setting, as somebody measured it: figures with where they were read.
struct Device
{
    struct Figure
    {
        double value = 0;
        Unit unit = Unit::None;
        bool operator==(const Figure&) const = default;
    };

    std::string id;                                     ///< "mw-2450-150w-8min"
    std::string kind;                                   ///< what its figures are of: "ablation"
    std::string name;                                   ///< "Microwave 2.45 GHz, applicator of 5.7 mm"
    std::string setting;                                ///< "150 W, 8 min"
    std::string measured;                               ///< in what: "in vivo, healthy animal liver"
    std::map<std::string, Figure, std::less<>> figures; ///< "along" -> 32.5 mm
    std::string source;
    Evidence evidence = Evidence::Unverified;
    bool own = false; ///< entered by the user or the site, not built in

    bool operator==(const Device&) const = default;
};

/// Devices by id: those built in (resources/devices/*.json) and those of a site. A value.
class DeviceTable
{
public:
    /// Throws Error (BadInput) naming file and entry if one is malformed.
    static DeviceTable builtIn();
    /// Adds those of a file; all or none. Throws Error (BadInput) for text that is no list of devices, an entry that
    /// lacks something, or an id that is taken.
    void addJson(std::string_view text, std::string_view fileName, bool own);
    /// Adds one, or replaces one of the site's own. Throws Error (BadInput) if it is incomplete or the id is built in.
    void put(Device device);
    void remove(std::string_view id); ///< of the site's own; others stay

    const std::map<std::string, Device, std::less<>>& all() const { return m_devices; }
    const Device* find(std::string_view id) const;
    /// The site's own, as a file that addJson() reads.
    std::string ownAsJson() const;

private:
    std::map<std::string, Device, std::less<>> m_devices;
};

/// The table in use. Operations read it on any thread while the window may put another in its place.
class DeviceShelf
{
public:
    DeviceShelf() : m_table(std::make_shared<const DeviceTable>(DeviceTable::builtIn())) {}
    std::shared_ptr<const DeviceTable> table() const;
    void setTable(DeviceTable table);

private:
    mutable std::mutex m_mutex;
    std::shared_ptr<const DeviceTable> m_table;
};

/// "Microwave 2.45 GHz ..., 150 W, 8 min".
std::string title(const Device& device);
/// What a parameter may offer: the devices of a kind; `keys` says which figure sets which parameter. A figure that a
/// device lacks is left to the parameter's default.
std::vector<Preset> presets(const DeviceTable& table, std::string_view kind,
                            const std::vector<std::pair<std::string, std::string>>& keys);

} // namespace pollux
