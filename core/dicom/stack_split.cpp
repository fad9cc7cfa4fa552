#include "core/dicom/stack_split.h"

#include "core/base/sentence.h"
#include "core/base/text.h"

#include <algorithm>
#include <map>
#include <set>

namespace pollux {

namespace {

/// Planes nearer than this are one place (mm): positions are written with two decimals or more.
constexpr double kSamePlace = 0.02;
/// A phase that lost slices still counts as a phase if it has this share of all places.
constexpr double kMostlyThere = 0.8;

constexpr std::array<const char*, kSplitKeys> kKeyNames{
    term("time point"),  term("cardiac phase"),  term("trigger time"), term("stack"),
    term("acquisition"), term("b-value"),        term("content time"), term("acquisition time"),
    term("echo time"),   term("inversion time"), term("image type")};

using Places = std::vector<std::vector<int>>;

class Splitter
{
public:
    Splitter(const StackInput& input, const Vec3& normal) : m_input(input), m_normal(normal) {}

    double distance(int image) const { return m_normal.dot(m_input.images[static_cast<std::size_t>(image)]->position); }

    Places places(std::vector<int> images) const
    {
        std::stable_sort(images.begin(), images.end(), [&](int a, int b) {
            const double da = distance(a);
            const double db = distance(b);
            return da < db;
        });
        Places out;
        for (const int image : images) {
            if (out.empty() || distance(image) - distance(out.back().front()) > kSamePlace)
                out.emplace_back();
            out.back().push_back(image);
        }
        return out;
    }

    void split(const std::vector<int>& images, const std::string& phase, Findings gate,
               std::vector<SplitPart>& out) const
    {
        Places at = places(images);
        if (single(at)) {
            out.push_back({flat(at), phase, std::move(gate)});
            return;
        }
        dropSameInstances(at, gate);
        if (!single(at) && (byKey(at, phase, gate, 1.0, out)))
            return;
        if (!single(at))
            dropSamePixels(at, gate);
        if (!single(at) && byKey(at, phase, gate, kMostlyThere, out))
            return;
        if (single(at))
            out.push_back({flat(at), phase, std::move(gate)});
        else
            byOrder(at, phase, gate, out);
    }

private:
    static bool single(const Places& at)
    {
        return std::all_of(at.begin(), at.end(), [](const auto& place) { return place.size() == 1; });
    }

    static std::vector<int> flat(const Places& at)
    {
        std::vector<int> out;
        for (const auto& place : at)
            out.insert(out.end(), place.begin(), place.end());
        return out;
    }

    /// A file copied twice: same number and same pixels.
    void dropSameInstances(Places& at, Findings& gate) const
    {
        drop(at, gate, [&](int kept, int image) {
            const std::string& uid = m_input.instances[static_cast<std::size_t>(image)];
            return !uid.empty() && uid == m_input.instances[static_cast<std::size_t>(kept)] && samePixels(kept, image);
        });
    }

    void dropSamePixels(Places& at, Findings& gate) const
    {
        drop(at, gate, [&](int kept, int image) { return samePixels(kept, image); });
    }

    bool samePixels(int a, int b) const
    {
        const ContentKey key = m_input.pixels(a);
        return !key.empty() && key == m_input.pixels(b);
    }

    template <class Same>
    static void drop(Places& at, Findings& gate, const Same& same)
    {
        int dropped = 0;
        for (auto& place : at) {
            std::vector<int> kept;
            for (const int image : place) {
                if (std::any_of(kept.begin(), kept.end(), [&](int k) { return same(k, image); }))
                    ++dropped;
                else
                    kept.push_back(image);
            }
            place = std::move(kept);
        }
        noteDropped(dropped, gate);
    }

    static void noteDropped(int dropped, Findings& gate)
    {
        if (dropped > 0)
            gate.push_back({Severity::Note,
                            "geometry.duplicate",
                            toText(std::int64_t(dropped)) + " images are exact copies of others and were left out.",
                            "Nothing to do.",
                            {},
                            {},
                            {}});
    }

    /// Parts by the first key each of whose values gives a full stack (share 1) or nearly one.
    bool byKey(const Places& at, const std::string& phase, const Findings& gate, double share,
               std::vector<SplitPart>& out) const
    {
        const std::vector<int> all = flat(at);
        for (std::size_t key = 0; key < kSplitKeys; ++key) {
            std::map<std::string, std::vector<int>> values;
            for (const int image : all)
                values[m_input.images[static_cast<std::size_t>(image)]->keys[key]].push_back(image);
            if (values.size() < 2 || !fullStacks(values, at, share))
                continue;
            std::vector<std::pair<std::string, std::vector<int>>> sorted(values.begin(), values.end());
            std::stable_sort(sorted.begin(), sorted.end(), [](const auto& a, const auto& b) {
                const auto x = parseDouble(a.first);
                const auto y = parseDouble(b.first);
                return x && y ? *x < *y : a.first < b.first;
            });
            int number = 0;
            for (const auto& [value, images] : sorted) {
                Findings own = gate;
                own.push_back({Severity::Note,
                               "series.split",
                               "The series holds " + toText(std::int64_t(sorted.size())) +
                                   " stacks at the same place, told apart by " + kKeyNames[key] + ".",
                               "Check that this is the phase that you want.",
                               {},
                               {},
                               {}});
                std::string name = phase.empty() ? std::string() : phase + ", ";
                name += std::string(kKeyNames[key]) + " " + shown(key, value, ++number, sorted.size());
                split(images, name, std::move(own), out);
            }
            return true;
        }
        return false;
    }

    static std::string shown(std::size_t key, const std::string& value, int number, std::size_t of)
    {
        const auto k = static_cast<SplitKey>(key);
        if (k == SplitKey::ContentTime || k == SplitKey::AcquisitionTime) // clock times say who was there when
            return toText(std::int64_t(number)) + " of " + toText(std::int64_t(of));
        return value.empty() ? std::string("unknown") : value.substr(0, 40);
    }

    bool fullStacks(const std::map<std::string, std::vector<int>>& values, const Places& at, double share) const
    {
        std::map<int, std::size_t> placeOf;
        for (std::size_t p = 0; p < at.size(); ++p)
            for (const int image : at[p])
                placeOf[image] = p;
        for (const auto& [value, images] : values) {
            std::vector<int> count(at.size(), 0);
            for (const int image : images)
                ++count[placeOf[image]];
            const auto [low, high] = std::minmax_element(count.begin(), count.end());
            if (share >= 1.0) {
                if (*low != *high || *low == 0)
                    return false;
                continue;
            }
            const auto there = std::count_if(count.begin(), count.end(), [](int c) { return c > 0; });
            if (*high > 1 || static_cast<double>(there) < share * static_cast<double>(at.size()))
                return false;
        }
        return true;
    }

    /// Nothing in the headers tells them apart: the n-th image at each place goes to the n-th stack.
    void byOrder(Places at, const std::string& phase, const Findings& gate, std::vector<SplitPart>& out) const
    {
        const auto [low, high] =
            std::minmax_element(at.begin(), at.end(), [](const auto& a, const auto& b) { return a.size() < b.size(); });
        const bool equal = low->size() == high->size();
        for (auto& place : at)
            std::stable_sort(place.begin(), place.end(), [&](int a, int b) {
                return m_input.images[static_cast<std::size_t>(a)]->instance <
                       m_input.images[static_cast<std::size_t>(b)]->instance;
            });
        if (!equal) {
            // A repeated acquisition: the later one is the one that was wanted.
            std::vector<int> last;
            int left = 0;
            for (const auto& place : at) {
                last.push_back(place.back());
                left += static_cast<int>(place.size()) - 1;
            }
            Findings own = gate;
            own.push_back(
                {Severity::Warning,
                 "geometry.duplicate",
                 toText(std::int64_t(left)) + " places hold different images; the later one of each was taken.",
                 "Compare with the source, or export the acquisitions as separate series.",
                 {},
                 {},
                 {}});
            out.push_back({std::move(last), phase, std::move(own)});
            return;
        }
        for (std::size_t n = 0; n < high->size(); ++n) {
            SplitPart part;
            for (const auto& place : at)
                part.images.push_back(place[n]);
            part.phase = (phase.empty() ? std::string() : phase + ", ") + "image " + toText(std::int64_t(n + 1)) +
                         " of " + toText(std::int64_t(high->size()));
            part.gate = gate;
            part.gate.push_back(
                {Severity::Warning,
                 "series.split",
                 "The series holds several images at every place, and nothing in the files tells them apart; they "
                 "were parted by their order.",
                 "Check that no slice belongs to another phase before you rely on it.",
                 {},
                 {},
                 {}});
            out.push_back(std::move(part));
        }
    }

    const StackInput& m_input;
    Vec3 m_normal;
};

} // namespace

std::vector<SplitPart> splitPhases(const StackInput& input, std::vector<int> images, const Vec3& normal)
{
    std::vector<SplitPart> out;
    Splitter(input, normal).split(images, {}, {}, out);
    return out;
}

} // namespace pollux
