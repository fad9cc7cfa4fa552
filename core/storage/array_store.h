#pragma once

#include "core/base/content_key.h"
#include "core/jobs/job.h"
#include "core/storage/codec/array_info.h"
#include "core/storage/database.h"

#include <span>

namespace pollux {

/// Big arrays in the case file, named by their content: what is there is never written again.
/// Packing and unpacking run on all cores; the database is used by one of them at a time.
class ArrayStore
{
public:
    explicit ArrayStore(Database& database) : m_database(database) {}

    /// Writes the array unless it is there. Call it inside a transaction.
    ContentKey put(const ArrayInfo& info, std::span<const std::byte> bytes, const Job& job);
    /// What is known without reading its bricks. Throws Error (BadInput) if it is not there, or if the bricks do not
    /// add up to what is declared: so a small file cannot ask for a large allocation.
    ArrayInfo info(const ContentKey& key) const;
    /// `to` must have info(key).bytes() bytes. The content is checked against its key.
    void read(const ContentKey& key, std::span<std::byte> to, const Job& job) const;
    /// Drops arrays that no object uses. Call it inside a transaction.
    void dropUnused();

private:
    Database& m_database;
};

} // namespace pollux
