#include "core/base/resource.h"

#include "core/base/error.h"

#include <span>
#include <string>
#include <utility>

namespace pollux {

namespace detail {
std::span<const std::pair<std::string_view, std::string_view>> embeddedResources();
}

std::string_view resource(std::string_view name)
{
    for (const auto& [key, text] : detail::embeddedResources())
        if (key == name)
            return text;
    throw Error(ErrorCode::NotFound, "There is no built-in resource '" + std::string(name) + "'.");
}

std::vector<std::string_view> resources(std::string_view folder)
{
    std::vector<std::string_view> names;
    for (const auto& [key, text] : detail::embeddedResources())
        if (key.size() > folder.size() && key.starts_with(folder) && key[folder.size()] == '/')
            names.push_back(key);
    return names;
}

std::string_view version()
{
    return POLLUX_VERSION;
}

} // namespace pollux
