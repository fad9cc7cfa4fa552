#include "core/base/content_key.h"

#include <charconv>
#include <cstdio>
#include <xxhash.h>

namespace pollux {

std::string ContentKey::hex() const
{
    char buffer[33];
    std::snprintf(buffer, sizeof buffer, "%016llx%016llx", static_cast<unsigned long long>(high),
                  static_cast<unsigned long long>(low));
    return buffer;
}

std::optional<ContentKey> ContentKey::fromHex(std::string_view text)
{
    if (text.size() != 32)
        return std::nullopt;
    ContentKey key;
    const char* p = text.data();
    const auto a = std::from_chars(p, p + 16, key.high, 16);
    const auto b = std::from_chars(p + 16, p + 32, key.low, 16);
    if (a.ec != std::errc{} || a.ptr != p + 16 || b.ec != std::errc{} || b.ptr != p + 32)
        return std::nullopt;
    return key;
}

ContentKey contentKey(std::span<const std::byte> bytes)
{
    const XXH128_hash_t h = XXH3_128bits(bytes.data(), bytes.size());
    return {h.high64, h.low64};
}

namespace {

XXH3_state_t* stateOf(void* p)
{
    return static_cast<XXH3_state_t*>(p);
}

} // namespace

Hasher::Hasher() : m_state(XXH3_createState())
{
    XXH3_128bits_reset(stateOf(m_state));
}

Hasher::~Hasher()
{
    XXH3_freeState(stateOf(m_state));
}

Hasher& Hasher::add(std::span<const std::byte> bytes)
{
    return begin(static_cast<std::int64_t>(bytes.size())).append(bytes);
}

Hasher& Hasher::begin(std::int64_t bytes)
{
    const auto size = static_cast<std::uint64_t>(bytes);
    XXH3_128bits_update(stateOf(m_state), &size, sizeof size);
    return *this;
}

Hasher& Hasher::append(std::span<const std::byte> part)
{
    if (!part.empty())
        XXH3_128bits_update(stateOf(m_state), part.data(), part.size());
    return *this;
}

Hasher& Hasher::add(std::string_view text)
{
    return add(std::as_bytes(std::span(text.data(), text.size())));
}

Hasher& Hasher::add(std::int64_t value)
{
    return add(std::as_bytes(std::span(&value, 1)));
}

Hasher& Hasher::add(double value)
{
    // -0.0 and 0.0 are the same parameter to the user, so they are the same content.
    const double v = value == 0.0 ? 0.0 : value;
    return add(std::as_bytes(std::span(&v, 1)));
}

Hasher& Hasher::add(const ContentKey& key)
{
    add(static_cast<std::int64_t>(key.high));
    return add(static_cast<std::int64_t>(key.low));
}

ContentKey Hasher::key() const
{
    const XXH128_hash_t h = XXH3_128bits_digest(stateOf(m_state));
    return {h.high64, h.low64};
}

} // namespace pollux
