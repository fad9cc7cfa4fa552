#include "core/base/sentence.h"

#include "core/base/text.h"

#include <vector>

namespace pollux {

namespace {

std::string fill(std::string_view shape, const std::vector<std::string_view>& values)
{
    std::string out;
    for (size_t i = 0; i < shape.size(); ++i) {
        const size_t n =
            shape[i] == '%' && i + 1 < shape.size() ? static_cast<size_t>(shape[i + 1] - '1') : values.size();
        if (n < values.size()) {
            out += values[n];
            ++i;
        } else {
            out += shape[i];
        }
    }
    return out;
}

} // namespace

std::string filled(std::string_view shape, std::initializer_list<std::string_view> values)
{
    return fill(shape, values);
}

std::string counted(std::int64_t count, std::string_view one, std::string_view many,
                    std::initializer_list<std::string_view> values)
{
    const std::string number = toText(count);
    std::vector<std::string_view> all{number};
    all.insert(all.end(), values);
    return fill(count == 1 ? one : many, all);
}

} // namespace pollux
