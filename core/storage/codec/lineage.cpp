#include "core/storage/codec/codec.h"

#include <climits>

namespace pollux {

std::string encode(const Lineage& l)
{
    Json inputs = Json::array();
    for (const LineageInput& input : l.inputs)
        inputs.push_back({{"id", input.id.text()}, {"key", input.key.hex()}});
    return dumped({{"operation", jsonText(l.operation)},
                   {"operationVersion", l.operationVersion},
                   {"parameters", jsonText(l.parameters)},
                   {"inputs", std::move(inputs)},
                   {"author", jsonText(l.author)},
                   {"when", jsonText(l.when)},
                   {"software", jsonText(l.software)},
                   {"seconds", jsonNumber(l.seconds)}});
}

Lineage decodeLineage(std::string_view text)
{
    const Json json = parsedObject(text);
    Lineage l;
    l.operation = textField(json, "operation");
    l.operationVersion = static_cast<int>(integerField(json, "operationVersion", INT_MIN, INT_MAX));
    l.parameters = textField(json, "parameters");
    for (const Json& input : listField(json, "inputs"))
        l.inputs.push_back({idField(input, "id"), keyField(input, "key")});
    l.author = textField(json, "author");
    l.when = textField(json, "when");
    l.software = textField(json, "software");
    l.seconds = numberField(json, "seconds");
    return l;
}

} // namespace pollux
