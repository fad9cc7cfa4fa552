#include "core/storage/case_store.h"

#include "core/base/error.h"
#include "core/storage/codec/codec.h"

#include <new>
#include <unistd.h>
#include <vector>

namespace pollux {

namespace {

constexpr const char* kDamagedAdvice =
    "Open the copy of the last save beside it (same name with '~' at the end), or a working copy if one is offered.";

/// A case larger than the machine's memory would take the whole machine down with it.
std::int64_t physicalMemory()
{
    static const std::int64_t bytes = std::int64_t(sysconf(_SC_PHYS_PAGES)) * sysconf(_SC_PAGE_SIZE);
    return bytes;
}

/// The arrays of one object, as the table `uses` lists them.
class ObjectArrays : public StoredArrays
{
public:
    ObjectArrays(const Database& database, const ArrayStore& store, const std::string& object, const Job& job,
                 std::int64_t& budget)
        : m_store(store), m_job(job), m_budget(budget)
    {
        Statement rows = database.prepare("SELECT name, array FROM uses WHERE object = ? ORDER BY position");
        rows.bind(0, object);
        while (rows.step()) {
            const auto key = ContentKey::fromHex(rows.text(1));
            if (!key)
                badField("array");
            m_keys.emplace_back(rows.text(0), *key);
        }
    }

    std::vector<std::string> names() const override
    {
        std::vector<std::string> out;
        for (const auto& [name, key] : m_keys)
            out.push_back(name);
        return out;
    }

    ArrayInfo info(const std::string& name) const override
    {
        const ArrayInfo info = m_store.info(keyOf(name));
        if (info.bytes() > m_budget)
            throw Error(ErrorCode::OutOfMemory, "The case is larger than the memory of this machine.",
                        "Open it on a machine with more memory.");
        return info;
    }

    void read(const std::string& name, std::span<std::byte> to) const override
    {
        m_store.read(keyOf(name), to, m_job);
        m_budget -= static_cast<std::int64_t>(to.size());
    }

private:
    ContentKey keyOf(const std::string& wanted) const
    {
        for (const auto& [name, key] : m_keys)
            if (name == wanted)
                return key;
        badField(wanted.c_str());
    }

    const ArrayStore& m_store;
    const Job& m_job;
    std::int64_t& m_budget;
    std::vector<std::pair<std::string, ContentKey>> m_keys;
};

EncodedObject encoded(const Case& c, Kind kind, const Id& id)
{
    switch (kind) {
    case Kind::Study:
        return encode(*c.studies.at(id));
    case Kind::Volume:
        return encode(*c.volumes.at(id));
    case Kind::Structure:
        return encode(*c.structures.at(id));
    case Kind::Landmark:
        return encode(*c.landmarks.at(id));
    case Kind::Measurement:
        return encode(*c.measurements.at(id));
    case Kind::Registration:
        return encode(*c.registrations.at(id));
    case Kind::Field:
        return encode(*c.fields.at(id));
    case Kind::Plan:
        return encode(*c.plans.at(id));
    case Kind::Unknown:
        break;
    }
    return encode(*c.unknown.at(id));
}

template <class T>
void add(ObjectMap<T>& map, const Id& id, T object)
{
    map.emplace(id, std::make_shared<const T>(std::move(object)));
}

void decodeInto(Case& c, const Id& id, const std::string& kindName, std::int64_t schema, std::string json,
                const StoredArrays& arrays)
{
    const auto kind = kindFromName(kindName);
    if (!kind || *kind == Kind::Unknown || schema > schemaOf(*kind)) {
        add(c.unknown, id, decodeUnknown(kindName, static_cast<int>(schema), std::move(json), arrays));
        return;
    }
    const Json object = parsedObject(json);
    switch (*kind) {
    case Kind::Study:
        add(c.studies, id, decodeStudy(object));
        break;
    case Kind::Volume:
        add(c.volumes, id, decodeVolume(object, arrays));
        break;
    case Kind::Structure:
        add(c.structures, id, decodeStructure(object, arrays));
        break;
    case Kind::Landmark:
        add(c.landmarks, id, decodeLandmark(object));
        break;
    case Kind::Measurement:
        add(c.measurements, id, decodeMeasurement(object));
        break;
    case Kind::Registration:
        add(c.registrations, id, decodeRegistration(object, arrays));
        break;
    case Kind::Field:
        add(c.fields, id, decodeField(object, arrays));
        break;
    case Kind::Plan:
        add(c.plans, id, decodePlan(object));
        break;
    case Kind::Unknown:
        break;
    }
}

/// Runs `body`; what goes wrong in it is told as damage of the thing named.
template <class F>
void guarded(const std::string& what, F&& body)
{
    try {
        body();
    } catch (const Error& e) {
        if (e.code() != ErrorCode::BadInput)
            throw;
        throw Error(ErrorCode::BadInput, what + " in the case file is damaged: " + e.message(), kDamagedAdvice);
    } catch (const Json::exception&) {
        throw Error(ErrorCode::BadInput, what + " in the case file is damaged.", kDamagedAdvice);
    } catch (const std::bad_alloc&) {
        throw Error(ErrorCode::OutOfMemory, "Not enough memory for " + what + " of the case.",
                    "Close other programs, or open the case on a machine with more memory.");
    }
}

} // namespace

void CaseStore::remove(const Id& id)
{
    m_database.prepare("DELETE FROM uses WHERE object = ?").bind(0, id.text()).run();
    m_database.prepare("DELETE FROM object WHERE id = ?").bind(0, id.text()).run();
}

void CaseStore::put(const Case& c, Kind kind, const Id& id, const Job& job)
{
    const EncodedObject object = encoded(c, kind, id);
    remove(id);
    std::int64_t position = 0;
    for (const EncodedArray& array : object.arrays) {
        const std::string key = m_arrays.put(array.info, array.bytes, job).hex();
        m_database.prepare("INSERT INTO uses (object, position, name, array) VALUES (?, ?, ?, ?)")
            .bind(0, id.text())
            .bind(1, position++)
            .bind(2, array.name)
            .bind(3, key)
            .run();
    }
    m_database.prepare("INSERT INTO object (id, kind, schema, json) VALUES (?, ?, ?, ?)")
        .bind(0, id.text())
        .bind(1, object.kind)
        .bind(2, std::int64_t(object.schema))
        .bind(3, object.json)
        .run();
}

void CaseStore::write(const Case& before, const Case& after, const Job& job)
{
    const std::vector<Change> changes = diff(before, after);
    // Removals first: an id may have gone from one kind to another.
    for (const Change& change : changes)
        if (change.what == Change::What::Removed)
            remove(change.id);
    for (size_t i = 0; i < changes.size(); ++i) {
        const Change& change = changes[i];
        const double done = static_cast<double>(i) / static_cast<double>(changes.size());
        const double next = static_cast<double>(i + 1) / static_cast<double>(changes.size());
        if (change.what != Change::What::Removed)
            put(after, change.kind, change.id, job.part(done, next));
    }
    for (const auto& [id, lineage] : before.lineage)
        if (!after.lineage.contains(id))
            m_database.prepare("DELETE FROM lineage WHERE id = ?").bind(0, id.text()).run();
    Statement insert = m_database.prepare("INSERT OR REPLACE INTO lineage (id, json) VALUES (?, ?)");
    for (const auto& [id, lineage] : after.lineage) {
        const auto old = before.lineage.find(id);
        if (!lineage || (old != before.lineage.end() && old->second == lineage))
            continue;
        const std::string json = encode(*lineage);
        insert.bind(0, id.text()).bind(1, json).run();
    }
}

Case CaseStore::read(const Job& job) const
{
    struct Row
    {
        std::string id, kind, json;
        std::int64_t schema = 0;
    };
    Case c;
    std::vector<Row> objects;
    Statement rows = m_database.prepare("SELECT id, kind, schema, json FROM object ORDER BY id");
    while (rows.step())
        objects.push_back({rows.text(0), rows.text(1), rows.text(3), rows.integer(2)});
    std::int64_t budget = physicalMemory();
    for (size_t i = 0; i < objects.size(); ++i) {
        Row& row = objects[i];
        const Job part = job.part(static_cast<double>(i) / static_cast<double>(objects.size()),
                                  static_cast<double>(i + 1) / static_cast<double>(objects.size()));
        part.checkStop();
        guarded(isValidId(row.id) ? "Object '" + row.id + "'" : "An object", [&] {
            const ObjectArrays arrays(m_database, m_arrays, row.id, part, budget);
            decodeInto(c, Id(row.id), row.kind, row.schema, std::move(row.json), arrays);
        });
    }
    Statement lines = m_database.prepare("SELECT id, json FROM lineage");
    while (lines.step())
        guarded("The history of an object", [&] {
            c.lineage.emplace(Id(lines.text(0)), std::make_shared<const Lineage>(decodeLineage(lines.text(1))));
        });
    return c;
}

} // namespace pollux
