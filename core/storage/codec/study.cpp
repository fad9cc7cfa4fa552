#include "core/storage/codec/codec.h"

namespace pollux {

EncodedObject encode(const Study& s)
{
    const Json json = {{"name", jsonText(s.name)},
                       {"patientKey", jsonText(s.patientKey)},
                       {"patientName", jsonText(s.patientName)},
                       {"patientId", jsonText(s.patientId)},
                       {"birthDate", jsonText(s.birthDate)},
                       {"sex", jsonText(s.sex)},
                       {"studyUid", jsonText(s.studyUid)},
                       {"studyDate", jsonText(s.studyDate)},
                       {"description", jsonText(s.description)},
                       {"source", jsonText(s.source)},
                       {"gate", toJson(s.gate)}};
    return {std::string(name(Kind::Study)), schemaOf(Kind::Study), dumped(json), {}};
}

Study decodeStudy(const Json& json)
{
    Study s;
    s.name = textField(json, "name");
    s.patientKey = textField(json, "patientKey");
    s.patientName = textField(json, "patientName");
    s.patientId = textField(json, "patientId");
    s.birthDate = textField(json, "birthDate");
    s.sex = textField(json, "sex");
    s.studyUid = textField(json, "studyUid");
    s.studyDate = textField(json, "studyDate");
    s.description = textField(json, "description");
    s.source = textField(json, "source");
    s.gate = findingsField(json, "gate");
    return s;
}

} // namespace pollux
