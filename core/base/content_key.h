#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace pollux {

/// 128-bit fingerprint of a content (XXH3): equal content, equal key. Not cryptographic.
struct ContentKey
{
    std::uint64_t high = 0;
    std::uint64_t low = 0;

    auto operator<=>(const ContentKey&) const = default;
    bool empty() const { return high == 0 && low == 0; }
    /// 32 lower-case hexadecimal digits.
    std::string hex() const;
    static std::optional<ContentKey> fromHex(std::string_view text);
};

ContentKey contentKey(std::span<const std::byte> bytes);

/// Streams several pieces into one key. Every piece is length-prefixed, so ("ab","c") and ("a","bc") differ.
class Hasher
{
public:
    Hasher();
    ~Hasher();
    Hasher(const Hasher&) = delete;
    Hasher& operator=(const Hasher&) = delete;

    Hasher& add(std::span<const std::byte> bytes);
    Hasher& add(std::string_view text);
    Hasher& add(std::int64_t value);
    Hasher& add(double value);
    Hasher& add(const ContentKey& key);
    /// A piece of `bytes` bytes that comes in parts: the same key as add() of all of them in one.
    Hasher& begin(std::int64_t bytes);
    Hasher& append(std::span<const std::byte> part);
    ContentKey key() const;

private:
    void* m_state;
};

} // namespace pollux
