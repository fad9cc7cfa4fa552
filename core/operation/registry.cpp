#include "core/operation/registry.h"

#include "core/base/error.h"
#include "core/case/device.h"
#include "core/operation/standard/edit/edit_operations.h"
#include "core/operation/standard/standard.h"

#include <algorithm>

namespace pollux {

namespace {

/// Levenshtein distance, for "did you mean".
size_t editDistance(std::string_view a, std::string_view b)
{
    std::vector<size_t> row(b.size() + 1);
    for (size_t j = 0; j <= b.size(); ++j)
        row[j] = j;
    for (size_t i = 1; i <= a.size(); ++i) {
        size_t diagonal = row[0];
        row[0] = i;
        for (size_t j = 1; j <= b.size(); ++j) {
            const size_t substitute = diagonal + (a[i - 1] != b[j - 1]);
            diagonal = row[j];
            row[j] = std::min({row[j] + 1, row[j - 1] + 1, substitute});
        }
    }
    return row[b.size()];
}

bool wellFormedOperationId(std::string_view id)
{
    return id.find('.') != std::string_view::npos && std::all_of(id.begin(), id.end(), [](char c) {
               return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '.';
           });
}

} // namespace

Registry::Registry() : Registry(std::make_shared<DeviceShelf>()) {}

Registry::Registry(std::shared_ptr<DeviceShelf> devices)
    : m_limits(LimitTable::builtIn()), m_devices(std::move(devices))
{
}

void Registry::add(std::unique_ptr<Operation> operation)
{
    const OperationInfo info = operation->info();
    if (!wellFormedOperationId(info.id))
        throw Error(ErrorCode::Internal, "Operation id '" + info.id + "' is not of the form 'group.name'.");
    if (info.name.empty() || info.summary.empty() || info.help.empty() || info.category.empty())
        throw Error(ErrorCode::Internal, "Operation '" + info.id + "' needs a name, summary, help and category.");
    operation->declare(); // throws if malformed
    if (!m_operations.emplace(info.id, std::move(operation)).second)
        throw Error(ErrorCode::Internal, "Operation '" + info.id + "' is registered twice.");
}

void Registry::merge(Registry&& other)
{
    for (const auto& [id, operation] : other.m_operations)
        if (m_operations.count(id))
            throw Error(ErrorCode::Internal, "Operation '" + id + "' is registered twice.");
    m_operations.merge(other.m_operations);
}

const Operation* Registry::find(std::string_view id) const
{
    const auto it = m_operations.find(id);
    return it == m_operations.end() ? nullptr : it->second.get();
}

const Operation& Registry::at(std::string_view id) const
{
    if (const Operation* operation = find(id))
        return *operation;
    std::vector<std::pair<size_t, std::string>> near;
    for (const auto& [key, operation] : m_operations)
        near.emplace_back(editDistance(id, key), key);
    std::sort(near.begin(), near.end());
    std::string advice = "See 'pollux list operations'.";
    if (!near.empty() && near.front().first <= 6)
        advice = "Did you mean '" + near.front().second + "'? " + advice;
    throw Error(ErrorCode::NotFound, "There is no operation '" + std::string(id) + "'.", advice);
}

std::vector<const Operation*> Registry::all() const
{
    std::vector<const Operation*> list;
    for (const auto& [id, operation] : m_operations)
        list.push_back(operation.get());
    return list;
}

void installStandardOperations(Registry& registry)
{
    installImportOperations(registry);
    installSegmentOperations(registry);
    installStrokeOperations(registry);
    installShapeOperations(registry);
    installMeshOperations(registry);
    installRegisterOperations(registry);
    installMeasureOperations(registry);
    installAnatomyOperations(registry);
    installCaseOperations(registry);
}

} // namespace pollux
