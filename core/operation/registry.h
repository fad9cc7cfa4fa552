#pragma once

#include "core/case/limit.h"
#include "core/operation/operation.h"

#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace pollux {

class DeviceShelf;

/// All operations by id. Built in main and handed down; there is no global one.
class Registry
{
public:
    Registry();
    /// With the devices of another one: for operations that are merged into that.
    explicit Registry(std::shared_ptr<DeviceShelf> devices);

    /// Throws Error (Internal) if the id is taken or the declaration malformed.
    void add(std::unique_ptr<Operation> operation);
    /// Takes over all operations of `other`. Throws Error (Internal) if an id is taken; then nothing was added.
    void merge(Registry&& other);
    const Operation& at(std::string_view id) const; ///< throws Error (NotFound) with near names
    const Operation* find(std::string_view id) const;
    std::vector<const Operation*> all() const; ///< sorted by id
    const LimitTable& limits() const { return m_limits; }
    LimitTable& limits() { return m_limits; }
    /// The devices in use; operations keep it and read it when they are declared.
    const std::shared_ptr<DeviceShelf>& devices() const { return m_devices; }

private:
    std::map<std::string, std::unique_ptr<Operation>, std::less<>> m_operations;
    LimitTable m_limits;
    std::shared_ptr<DeviceShelf> m_devices;
};

/// The operations of core: import, label import, segmentation, morphology, surfaces, trees, statistics, anatomy.
void installStandardOperations(Registry& registry);

} // namespace pollux
