#pragma once

#include "core/base/quantity.h"
#include "core/geometry/vec.h"

#include <nlohmann/json_fwd.hpp>

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace pollux {

/// What a parameter holds. Object and Objects are ids of things in the case (see Param::accepts).
/// Points is a list of places: a stroke, an outline, the ends of a ruler.
enum class ParamType { Bool, Int, Real, Text, Choice, Path, Point, Points, Object, Objects };

/// Bool -> bool; Int -> int64; Real -> double; Text, Choice, Path, Object -> string; Point -> Vec3; Points -> Vec3s;
/// Objects -> strings.
using ParamValue =
    std::variant<bool, std::int64_t, double, std::string, Vec3, std::vector<std::string>, std::vector<Vec3>>;

/// More points than any tool draws; a list beyond it is refused.
inline constexpr std::size_t kMostPoints = 100000;

/// One value of a Text parameter that a table offers, and what it means for other parameters of the list.
struct Preset
{
    std::string value;                      ///< as kept and as typed: an id
    std::string label;                      ///< shown
    std::string detail;                     ///< shown behind it, after a comma
    std::string help;                       ///< one sentence, or some words
    std::string source;                     ///< with its evidence, as Param::source
    std::map<std::string, ParamValue> sets; ///< values of other parameters where none is given
};

/// One declared parameter. Everything that shows, reads, writes or checks it loops over this.
struct Param
{
    std::string key;   ///< stable, snake_case; the widget's objectName, the JSON key, the --set name
    std::string label; ///< shown in the form
    std::string help;  ///< one sentence: what it does
    ParamType type = ParamType::Real;
    Unit unit = Unit::None;
    ParamValue defaultValue = 0.0;
    std::optional<double> min; ///< Int and Real; of Points how many there must be
    std::optional<double> max;
    std::vector<std::string> choices; ///< Choice
    std::vector<Preset> presets;      ///< Text: what may be chosen; empty text: none of them
    std::string
        accepts; ///< Object(s): "volume", "structure", "structure:mask", "structure:surface", "landmark", "plan"
    std::string anatomy;   ///< Object(s): preferred anatomy for a default ("liver"; "mandible|maxilla": first)
    bool optional = false; ///< may stay empty (Text, Path, Object, Objects, Point)
    bool advanced = false; ///< folded away in the form
    std::string source;    ///< where a threshold's default comes from, with its evidence ("unverified" if from memory)
};

/// The declared parameters of an operation, in order; built by chaining.
class ParamList
{
public:
    ParamList& add(Param param); ///< throws Error (Internal) if the key is taken or malformed
    const std::vector<Param>& all() const& { return m_params; }
    /// Of a temporary: a copy, so that `for (const Param& p : operation.declare().all())` does not look into what is
    /// gone.
    std::vector<Param> all() && { return std::move(m_params); }
    const Param* find(std::string_view key) const;

private:
    std::vector<Param> m_params;
};

// Makers for the common kinds, so a declaration reads as a table.
Param realParam(std::string key, std::string label, Unit unit, double value, double min, double max, std::string help);
Param intParam(std::string key, std::string label, std::int64_t value, std::int64_t min, std::int64_t max,
               std::string help);
Param boolParam(std::string key, std::string label, bool value, std::string help);
Param choiceParam(std::string key, std::string label, std::vector<std::string> choices, std::string help);
Param textParam(std::string key, std::string label, std::string value, std::string help);
Param objectParam(std::string key, std::string label, std::string accepts, std::string anatomy, std::string help);
Param objectsParam(std::string key, std::string label, std::string accepts, std::string help);
Param pointParam(std::string key, std::string label, std::string help);
/// At least `least` points, in patient coordinates (LPS, mm).
Param pointsParam(std::string key, std::string label, int least, std::string help);

/// Values by key. A missing key means "the default".
class ParamValues
{
public:
    void set(std::string key, ParamValue value);
    bool has(std::string_view key) const;
    const std::map<std::string, ParamValue, std::less<>>& all() const& { return m_values; }
    std::map<std::string, ParamValue, std::less<>> all() && { return std::move(m_values); }
    bool operator==(const ParamValues& other) const;

    // Throw Error (Internal) if the key is absent or of another type: run() only sees complete, checked values.
    bool boolean(std::string_view key) const;
    std::int64_t integer(std::string_view key) const;
    double real(std::string_view key) const;
    const std::string& text(std::string_view key) const; ///< Text, Choice, Path, Object
    Vec3 point(std::string_view key) const;
    const std::vector<Vec3>& points(std::string_view key) const;
    const std::vector<std::string>& list(std::string_view key) const;

private:
    const ParamValue& at(std::string_view key) const;
    std::map<std::string, ParamValue, std::less<>> m_values;
};

/// One thing wrong with a set of values.
struct ParamProblem
{
    std::string key;
    std::string text; ///< what is wrong and what is allowed
};

/// The preset that the values name by `param`; nullptr if none.
const Preset* chosenPreset(const Param& param, const ParamValues& values);
/// Where a key is missing: what a chosen preset says, else the default.
ParamValues completed(const ParamList& list, const ParamValues& values);
/// Unknown keys, wrong types, values out of range, NaN, unknown choices, empty required ones.
std::vector<ParamProblem> check(const ParamList& list, const ParamValues& values);
/// A preset that there is none of, where what it would set is not given either (all of it is in values that were
/// recorded: so they hold where a table no longer has it). `values` before they are completed.
std::vector<ParamProblem> checkPresets(const ParamList& list, const ParamValues& values);

/// Text of one value as typed on a command line or in a form ("5.5", "true", "10,20,30",
/// "10,20,30; 11,20,30", "liver,spleen").
std::string toText(const ParamValue& value);
/// Throws Error (BadInput) naming the parameter and what is expected.
ParamValue parseValue(const Param& param, std::string_view text);

nlohmann::json toJson(const ParamValues& values);
/// Converts by declared type; throws Error (BadInput) for an unknown key or a wrong type.
ParamValues fromJson(const ParamList& list, const nlohmann::json& json);
/// The declaration itself: for `describe --json`, help pages, tests.
nlohmann::json toJson(const ParamList& list);
std::string_view name(ParamType type);

} // namespace pollux
