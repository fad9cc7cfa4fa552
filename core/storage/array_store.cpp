#include "core/storage/array_store.h"

#include "core/base/error.h"
#include "core/base/parallel.h"
#include "core/storage/codec/brick.h"

#include <memory>
#include <vector>

namespace pollux {

namespace {

struct Packet
{
    std::int64_t index = 0;
    std::vector<std::byte> bytes;
};

[[noreturn]] void damaged(const char* what)
{
    throw Error(ErrorCode::BadInput, std::string("A part of the case file is damaged (") + what + ").");
}

} // namespace

ContentKey ArrayStore::put(const ArrayInfo& info, std::span<const std::byte> bytes, const Job& job)
{
    if (!isValid(info) || info.bytes() != static_cast<std::int64_t>(bytes.size()))
        throw Error(ErrorCode::Internal, "An array does not have the size that it declares, or is too large to store.");
    const std::int64_t bricks = info.bricks();
    std::vector<ContentKey> keys(static_cast<size_t>(bricks));
    parallelFor(0, bricks, 1, [&](std::int64_t first, std::int64_t last) {
        std::vector<std::byte> planes;
        for (std::int64_t i = first; i < last; ++i) {
            job.checkStop();
            shuffleBrick(info, i, bytes, planes);
            keys[static_cast<size_t>(i)] = contentKey(planes);
        }
    });
    const ContentKey key = arrayKey(info, keys);
    const std::string hex = key.hex();
    {
        Statement known = m_database.prepare("SELECT 1 FROM array WHERE key = ?");
        if (known.bind(0, hex).step())
            return key;
    }
    const std::string shape = info.shapeText();
    const std::string brick = info.brickText();
    m_database.prepare("INSERT INTO array (key, dtype, shape, brick) VALUES (?, ?, ?, ?)")
        .bind(0, hex)
        .bind(1, name(info.type))
        .bind(2, shape)
        .bind(3, brick)
        .run();

    Statement insert =
        m_database.prepare("INSERT INTO chunk (array, idx, codec, raw_len, data) VALUES (?, ?, ?, ?, ?)");
    std::int64_t next = 0;
    Pipeline<Packet> belt;
    belt.next = [&]() -> std::shared_ptr<Packet> {
        if (next == bricks)
            return nullptr;
        auto packet = std::make_shared<Packet>();
        packet->index = next++;
        return packet;
    };
    belt.work = [&](Packet& packet) {
        thread_local std::vector<std::byte> planes;
        shuffleBrick(info, packet.index, bytes, planes);
        packBrick(planes, packet.bytes);
    };
    belt.take = [&](Packet& packet) {
        job.progress(static_cast<double>(packet.index) / static_cast<double>(bricks));
        insert.bind(0, hex)
            .bind(1, packet.index)
            .bind(2, static_cast<std::int64_t>(ChunkCodec::ShuffledZstd))
            .bind(3, brickBytes(info, packet.index))
            .bind(4, packet.bytes)
            .run();
    };
    belt.run();
    return key;
}

ArrayInfo ArrayStore::info(const ContentKey& key) const
{
    const std::string hex = key.hex();
    Statement row = m_database.prepare("SELECT dtype || ' ' || shape || ' ' || brick FROM array WHERE key = ?");
    if (!row.bind(0, hex).step())
        damaged("an array is missing");
    const auto info = ArrayInfo::fromText(row.text(0));
    if (!info)
        damaged("an array's size");
    Statement chunks =
        m_database.prepare("SELECT count(*), total(raw_len), min(idx), max(idx) FROM chunk WHERE array = ?");
    chunks.bind(0, hex).step();
    const std::int64_t bricks = info->bricks();
    if (chunks.integer(0) != bricks || chunks.integer(1) != info->bytes() ||
        (bricks > 0 && (chunks.integer(2) != 0 || chunks.integer(3) != bricks - 1)))
        damaged("bricks of an array are missing");
    return *info;
}

void ArrayStore::read(const ContentKey& key, std::span<std::byte> to, const Job& job) const
{
    const std::string hex = key.hex();
    const ArrayInfo info = this->info(key);
    if (info.bytes() != static_cast<std::int64_t>(to.size()))
        throw Error(ErrorCode::Internal, "An array is read into a buffer of another size.");
    const std::int64_t bricks = info.bricks();
    std::vector<ContentKey> keys(static_cast<size_t>(bricks));
    Statement rows = m_database.prepare("SELECT idx, codec, raw_len, data FROM chunk WHERE array = ? ORDER BY idx");
    rows.bind(0, hex);
    std::int64_t next = 0;
    Pipeline<Packet> belt;
    belt.next = [&]() -> std::shared_ptr<Packet> {
        if (next == bricks)
            return nullptr;
        job.progress(static_cast<double>(next) / static_cast<double>(bricks));
        if (!rows.step() || rows.integer(0) != next || rows.integer(2) != brickBytes(info, next))
            damaged("a brick's place or size");
        if (rows.integer(1) != static_cast<std::int64_t>(ChunkCodec::ShuffledZstd))
            throw Error(ErrorCode::Unsupported, "The case file uses a compression that this version does not know.",
                        "Open it with a newer version of Pollux.");
        auto packet = std::make_shared<Packet>();
        packet->index = next++;
        const auto blob = rows.blob(3);
        packet->bytes.assign(blob.begin(), blob.end());
        return packet;
    };
    belt.work = [&](Packet& packet) {
        thread_local std::vector<std::byte> planes;
        planes.resize(static_cast<size_t>(brickBytes(info, packet.index)));
        unpackBrick(packet.bytes, planes);
        keys[static_cast<size_t>(packet.index)] = contentKey(planes);
        unshuffleBrick(info, packet.index, planes, to);
    };
    belt.run();
    if (arrayKey(info, keys) != key)
        damaged("the content of an array is not what it was");
}

void ArrayStore::dropUnused()
{
    m_database.exec("DELETE FROM chunk WHERE array NOT IN (SELECT array FROM uses);"
                    "DELETE FROM array WHERE key NOT IN (SELECT array FROM uses)");
}

} // namespace pollux
