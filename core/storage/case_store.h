#pragma once

#include "core/case/case.h"
#include "core/jobs/job.h"
#include "core/storage/array_store.h"
#include "core/storage/database.h"

namespace pollux {

/// Writes what differs between two snapshots into the tables of a case, and reads a whole case from them.
/// Writing is done inside a transaction of the caller.
class CaseStore
{
public:
    explicit CaseStore(Database& database) : m_database(database), m_arrays(database) {}

    /// From an empty case, this writes all of `after`. Objects with equal pointers are not looked at.
    void write(const Case& before, const Case& after, const Job& job);
    /// Throws Error (BadInput) naming the object that is damaged.
    Case read(const Job& job) const;
    void dropUnusedArrays() { m_arrays.dropUnused(); }

private:
    void put(const Case& c, Kind kind, const Id& id, const Job& job);
    void remove(const Id& id);

    Database& m_database;
    ArrayStore m_arrays;
};

} // namespace pollux
