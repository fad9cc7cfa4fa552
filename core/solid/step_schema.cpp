#include "core/solid/step_schema.h"

namespace pollux {

std::string stepSchemaIn(std::string_view head)
{
    std::size_t at = head.find("FILE_SCHEMA");
    std::string out;
    bool inside = false;
    for (; at < head.size() && (inside || head[at] != ';') && out.size() < 200; ++at) {
        const char c = head[at];
        if (c == '\'' && inside && at + 1 < head.size() && head[at + 1] == '\'')
            out += head[++at]; // two of them stand for one
        else if (c == '\'') {
            inside = !inside;
            if (inside && !out.empty())
                out += ", ";
        } else if (inside && c != '\n' && c != '\r') // lines are broken anywhere, also in a text
            out += c >= ' ' && c <= '~' ? c : '?';
    }
    return out.substr(0, 200);
}

} // namespace pollux
