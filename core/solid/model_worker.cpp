#include "core/solid/model_worker.h"

#include "core/base/error.h"
#include "core/jobs/worker_process.h"
#include "core/mesh/stl.h"
#include "core/solid/step_import.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstring>
#include <type_traits>

namespace pollux {

namespace {

/// What goes before the solids, the points and the triangles.
struct Message
{
    std::uint64_t layout = 0;
    std::uint32_t format = 0;
    std::uint32_t solids = 0;
    std::uint64_t points = 0;
    std::uint64_t triangles = 0;
    double mmPerUnit = 1;
    double deflection = 0;
    std::uint32_t unread = 0;
    std::uint32_t facesLeftOut = 0;
    std::array<char, 208> schema{};
    std::array<char, 104> unit{};
};

struct SolidMessage
{
    double volume = 0;
    std::array<double, 6> box{};
    std::uint32_t valid = 0;
    std::uint32_t closed = 0;
};

constexpr std::uint64_t kLayout = 1; ///< to be raised when a message changes: the two sides may be of two builds
constexpr std::size_t kRestAt = 512; ///< aligned for any type
static_assert(sizeof(Message) <= kRestAt && std::is_trivially_copyable_v<Message>);
static_assert(sizeof(SolidMessage) == 64 && sizeof(Vec3f) == 12 && sizeof(Triangle) == 12);

/// A triangle in an STL file takes at least 48 characters, or 50 bytes.
constexpr std::uint64_t kLeastBytesPerTriangle = 48;
/// The CAD library takes some 250 MiB of addresses; the rest is for its tables.
constexpr std::uint64_t kBaseMemory = std::uint64_t(768) << 20;
constexpr std::uint64_t kStepMemory = 24; ///< times the size of the file
constexpr std::uint64_t kStlMemory = 10;
constexpr std::chrono::seconds kBaseTime{60};
constexpr std::uint64_t kSlowestStep = std::uint64_t(512) << 10; ///< bytes a second
constexpr std::uint64_t kSlowestStl = std::uint64_t(4) << 20;    ///< a busy network drive

Error nonsense()
{
    return Error(ErrorCode::BadInput, "The model file is damaged: what was read of it contradicts itself.",
                 "Copy or export it again.");
}

std::uint64_t mostTriangles(const ModelClaim& claim)
{
    return claim.format == ModelFormat::Step ? std::uint64_t(kMostStepTriangles)
                                             : std::min(kMostModelTriangles, claim.bytes / kLeastBytesPerTriangle);
}

void put(auto& to, const std::string& text)
{
    std::copy_n(text.begin(), std::min(text.size(), to.size() - 1), to.begin());
}

std::string textOf(const auto& chars)
{
    const auto end = std::find(chars.begin(), chars.end(), '\0');
    if (end == chars.end() || !std::all_of(chars.begin(), end, [](char c) { return c >= ' ' && c <= '~'; }))
        throw nonsense();
    return std::string(chars.begin(), end);
}

bool positive(double x)
{
    return std::isfinite(x) && x > 0;
}

ModelSolid solidOf(const SolidMessage& m)
{
    ModelSolid solid;
    solid.volumeMm3 = m.volume;
    solid.box.min = Vec3(m.box[0], m.box[1], m.box[2]);
    solid.box.max = Vec3(m.box[3], m.box[4], m.box[5]);
    solid.valid = m.valid == 1;
    solid.closed = m.closed == 1;
    if (!std::isfinite(m.volume) || !solid.box.min.allFinite() || !solid.box.max.allFinite() || solid.box.empty() ||
        m.valid > 1 || m.closed > 1)
        throw nonsense();
    return solid;
}

WorkerLimits limitsFor(const ModelClaim& claim)
{
    const bool step = claim.format == ModelFormat::Step;
    WorkerLimits limits;
    limits.result = kRestAt + mostTriangles(claim) * (sizeof(Triangle) + 3 * sizeof(Vec3f));
    if (step)
        limits.result += kMostSolids * sizeof(SolidMessage);
    limits.memory = kBaseMemory + (step ? kStepMemory : kStlMemory) * claim.bytes;
    limits.time = kBaseTime + std::chrono::seconds(claim.bytes / (step ? kSlowestStep : kSlowestStl));
    return limits;
}

ImportedModel modelOf(std::span<const std::byte> all, const ModelClaim& claim)
{
    Message message;
    if (all.size() < kRestAt)
        throw nonsense();
    std::memcpy(&message, all.data(), sizeof message);
    if (message.layout != kLayout)
        throw Error(ErrorCode::Internal, "The programs of Pollux are of different versions.", "Install Pollux again.");
    const bool step = claim.format == ModelFormat::Step;
    if (message.format != static_cast<std::uint32_t>(claim.format) || message.triangles == 0 ||
        message.triangles > mostTriangles(claim) || message.points == 0 || message.points > 3 * message.triangles ||
        message.solids > (step ? kMostSolids : 0) || !positive(message.mmPerUnit) ||
        (step && !positive(message.deflection)) || (!step && (message.mmPerUnit != 1 || message.deflection != 0)))
        throw nonsense();
    const std::size_t solidBytes = message.solids * sizeof(SolidMessage), pointBytes = message.points * sizeof(Vec3f),
                      triangleBytes = message.triangles * sizeof(Triangle);
    if (all.size() != kRestAt + solidBytes + pointBytes + triangleBytes)
        throw nonsense();
    ImportedModel model;
    ModelFacts& facts = model.facts;
    facts.format = claim.format;
    facts.schema = textOf(message.schema);
    facts.unit = textOf(message.unit);
    facts.mmPerUnit = message.mmPerUnit;
    facts.deflection = message.deflection;
    facts.unread = message.unread;
    facts.facesLeftOut = message.facesLeftOut;
    const std::byte* from = all.data() + kRestAt;
    for (std::uint32_t n = 0; n < message.solids; ++n, from += sizeof(SolidMessage)) {
        SolidMessage solid;
        std::memcpy(&solid, from, sizeof solid);
        facts.solids.push_back(solidOf(solid));
    }
    std::vector<Vec3f> points(message.points);
    std::memcpy(static_cast<void*>(points.data()), from, pointBytes);
    std::vector<Triangle> triangles(message.triangles);
    std::memcpy(triangles.data(), from + pointBytes, triangleBytes);
    try {
        model.surface = Surface(std::move(points), std::move(triangles)); // checks numbers and coordinates
    } catch (const Error&) {
        throw nonsense();
    }
    return model;
}

} // namespace

ImportedModel readModelInWorker(const std::filesystem::path& program, const std::filesystem::path& path,
                                const ModelClaim& claim, const Job& job)
{
    const std::filesystem::path whole = std::filesystem::absolute(path);
    const WorkerResult result = runWorker(program, {"model", whole.string()}, limitsFor(claim), job);
    return modelOf(result.bytes(), claim);
}

void answerModelRequest(std::span<const std::string> arguments, WorkerOutput& out)
{
    if (arguments.size() != 2)
        throw Error(ErrorCode::Internal, "The reader was called with wrong arguments.", "Install Pollux again.");
    const std::filesystem::path path = arguments[1];
    const ModelClaim claim = checkModelFile(path);
    ImportedModel model;
    if (claim.format == ModelFormat::Step)
        model = readStepModel(path);
    else
        model.surface = readStl(path);
    const ModelFacts& facts = model.facts;
    const auto& points = model.surface.points();
    const auto& triangles = model.surface.triangles();
    if (triangles.size() > mostTriangles(claim))
        throw Error(ErrorCode::Unsupported, "The model has more than 5 million triangles.",
                    "Export it with fewer triangles.");
    Message message;
    message.layout = kLayout;
    message.format = static_cast<std::uint32_t>(claim.format);
    message.solids = static_cast<std::uint32_t>(facts.solids.size());
    message.points = points.size();
    message.triangles = triangles.size();
    message.mmPerUnit = facts.mmPerUnit;
    message.deflection = facts.deflection;
    message.unread = facts.unread;
    message.facesLeftOut = facts.facesLeftOut;
    put(message.schema, facts.schema);
    put(message.unit, facts.unit);
    const std::size_t solidBytes = message.solids * sizeof(SolidMessage), pointBytes = points.size() * sizeof(Vec3f),
                      triangleBytes = triangles.size() * sizeof(Triangle);
    std::byte* to = out.reserve(kRestAt + solidBytes + pointBytes + triangleBytes).data();
    std::memcpy(to, &message, sizeof message);
    to += kRestAt;
    for (const ModelSolid& s : facts.solids) {
        const SolidMessage solid{
            s.volumeMm3,
            {s.box.min.x(), s.box.min.y(), s.box.min.z(), s.box.max.x(), s.box.max.y(), s.box.max.z()},
            s.valid,
            s.closed};
        std::memcpy(to, &solid, sizeof solid);
        to += sizeof solid;
    }
    std::memcpy(to, points.data(), pointBytes);
    std::memcpy(to + pointBytes, triangles.data(), triangleBytes);
}

} // namespace pollux
