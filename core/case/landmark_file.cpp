#include "core/case/landmark_file.h"

#include "core/base/error.h"
#include "core/base/text.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <fstream>
#include <iterator>
#include <numeric>

namespace pollux {

namespace {

constexpr size_t kMostPoints = 1'000'000;
constexpr std::uintmax_t kMostBytes = std::uintmax_t(64) << 20;
constexpr std::string_view kBetween = " \t,;\r";

/// The words of a line, at most `most`.
std::vector<std::string_view> wordsOf(std::string_view line, size_t most)
{
    std::vector<std::string_view> words;
    while (words.size() < most) {
        const size_t begin = line.find_first_not_of(kBetween);
        if (begin == std::string_view::npos)
            break;
        const size_t end = std::min(line.find_first_of(kBetween, begin), line.size());
        words.push_back(line.substr(begin, end - begin));
        line.remove_prefix(end);
    }
    return words;
}

[[noreturn]] void refuseLine(size_t number)
{
    throw Error(ErrorCode::BadInput, "Line " + toText(std::int64_t(number)) + " of the landmarks is no place.",
                "Give three numbers a line: x y z.");
}

} // namespace

std::vector<Vec3> parseLandmarks(std::string_view text)
{
    std::vector<Vec3> out;
    bool countMayFollow = false;
    for (size_t number = 1; !text.empty(); ++number) {
        const size_t end = std::min(text.find('\n'), text.size());
        const std::vector<std::string_view> words = wordsOf(text.substr(0, end), 4);
        text.remove_prefix(std::min(end + 1, text.size()));
        if (words.empty() || words.front().starts_with('#'))
            continue;
        if (out.empty() && words.size() == 1) {
            const std::string head = lowered(words.front());
            const bool named = head == "point" || head == "index";
            if (named || (countMayFollow && parseInt(words.front()))) {
                countMayFollow = named;
                continue;
            }
        }
        if (words.size() < 3)
            refuseLine(number);
        Vec3 p;
        for (size_t a = 0; a < 3; ++a) {
            const auto value = parseDouble(words[a]);
            if (!value)
                refuseLine(number);
            p[static_cast<Eigen::Index>(a)] = *value;
        }
        if (out.size() == kMostPoints)
            throw Error(ErrorCode::BadInput, "There are more than a million landmarks.", "Split the file.");
        out.push_back(p);
    }
    return out;
}

std::vector<Vec3> readLandmarks(const std::filesystem::path& file)
{
    std::error_code failed;
    if (!std::filesystem::is_regular_file(file, failed))
        throw Error(ErrorCode::NotFound, "There is no file of landmarks '" + file.filename().string() + "'.",
                    "Name a text file with three numbers a line.");
    if (const auto size = std::filesystem::file_size(file, failed); failed || size > kMostBytes)
        throw Error(ErrorCode::BadInput, "The file of landmarks is too large.", "Name a text file of up to 64 MiB.");
    std::ifstream in(file, std::ios::binary);
    const std::string text{std::istreambuf_iterator<char>(in), {}};
    if (in.bad() || !in.is_open())
        throw Error(ErrorCode::Io, "The file of landmarks cannot be read.", "Check that you may read it.");
    return parseLandmarks(text);
}

ErrorFigures figuresOf(std::vector<double> distances)
{
    ErrorFigures f;
    if (distances.empty())
        return f;
    std::sort(distances.begin(), distances.end());
    const size_t n = distances.size();
    f.mean = std::accumulate(distances.begin(), distances.end(), 0.0) / double(n);
    double squares = 0;
    for (const double d : distances)
        squares += (d - f.mean) * (d - f.mean);
    f.deviation = n > 1 ? std::sqrt(squares / double(n - 1)) : 0;
    f.median = (distances[(n - 1) / 2] + distances[n / 2]) / 2;
    f.largest = distances.back();
    return f;
}

LandmarkErrors landmarkErrors(const Case& c, const Id& registration, const std::vector<Vec3>& fixed,
                              const std::vector<Vec3>& moving, LandmarkUnits units)
{
    const Registration& r = c.registration(registration);
    if (fixed.empty() || fixed.size() != moving.size())
        throw Error(ErrorCode::BadInput,
                    "There are " + toText(std::int64_t(fixed.size())) + " landmarks in the fixed image and " +
                        toText(std::int64_t(moving.size())) + " in the moving one.",
                    "Give as many in both, in the same order.");
    const auto placed = [&](const Vec3& p, const Id& image) -> Vec3 {
        if (units == LandmarkUnits::Millimetres)
            return p;
        const double first = units == LandmarkUnits::VoxelsFrom1 ? 1 : 0;
        const Vec3 i = p - Vec3::Constant(first);
        return c.volume(image).volume.grid().toPatient(i.x(), i.y(), i.z());
    };
    LandmarkErrors out;
    for (size_t n = 0; n < fixed.size(); ++n) {
        const Vec3 a = placed(fixed[n], r.fixed), b = placed(moving[n], r.moving);
        out.before.push_back((b - a).norm());
        out.after.push_back((b - r(a)).norm());
    }
    return out;
}

} // namespace pollux
