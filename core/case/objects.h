#pragma once

#include "core/base/id.h"
#include "core/base/quantity.h"
#include "core/case/anatomy.h"
#include "core/case/finding.h"
#include "core/case/limit.h"
#include "core/case/measurement.h"
#include "core/case/registration.h"
#include "core/image/mask.h"
#include "core/image/volume.h"
#include "core/mesh/surface.h"
#include "core/mesh/tree.h"

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace pollux {

/// An imported study: who, when, and what the input gate said. The only object that holds patient identity.
struct Study
{
    std::string name; ///< shown in the tree: description or modality and date
    std::string
        patientKey; ///< pseudonym: first 12 hex digits of a hash of patient id and name; goes into reports and logs
    std::string patientName;
    std::string patientId;
    std::string birthDate; ///< DICOM DA, may be empty
    std::string sex;       ///< "M", "F", "O" or empty
    std::string studyUid;
    std::string studyDate;
    std::string description;
    std::string source; ///< "folder", "zip", "file": never the path
    Findings gate;
};

/// A loaded image.
struct VolumeObject
{
    std::string name;
    Id study;
    std::string modality; ///< "CT", "MR", ...
    std::string unit;     ///< "HU" for calibrated CT, else empty
    std::string seriesUid;
    std::string frameOfReference;
    std::string phase; ///< free: "portal venous", "exhale", "echo 1"
    std::optional<double> paddingValue;
    double windowCentre = 40; ///< start of the display window
    double windowWidth = 400;
    Volume volume;
    Findings gate; ///< of this series: spacing, gaps, tilt, ...
};

/// How far a human has looked at a structure.
enum class ConfirmState { Proposed, Edited, Confirmed };
std::string_view name(ConfirmState state);

/// A thing in the body, with one or more shapes.
struct Structure
{
    std::string name;
    std::string anatomy; ///< key of the anatomy table; empty if unknown
    Colour colour{200, 200, 200};
    ConfirmState state = ConfirmState::Proposed;
    std::string confirmedBy;
    std::string confirmedAt;
    std::optional<double> quality; ///< 0 (doubtful) .. 1 of an automatic proposal
    std::string qualityText;       ///< what the figure is made of
    std::shared_ptr<const Mask> mask;
    std::shared_ptr<const Surface> surface;
    std::shared_ptr<const Tree> tree;
    std::vector<NamedQuantity> measures; ///< volume, mean HU, ...
};

struct Landmark
{
    std::string name;
    Vec3 position = Vec3::Zero(); ///< LPS, mm
};

/// Values on the points of a surface (skin map, stress, ...), at one time or over time. `category` marks points that
/// have no value.
struct Field
{
    std::string name;
    Unit unit = Unit::None;
    Surface surface;
    std::vector<float> values;          ///< one a point; over time so many for each time, one time after the other
    std::vector<std::uint8_t> category; ///< one a point: 0 has a value, n > 0 is categories[n-1]
    std::vector<std::string> categories;
    std::string lowMeans; ///< words for the ends of the scale
    std::string highMeans;
    double low = 0;
    double high = 1;
    std::vector<double> times; ///< s, ascending; empty: it does not change with time

    size_t steps() const { return times.empty() ? 1 : times.size(); }
    /// One a point, of the last step if there is no such one; empty where values are missing.
    std::span<const float> valuesAt(size_t step) const;
    /// The step whose time is nearest; 0 without times.
    size_t stepAt(double seconds) const;
};

enum class PlanState { Draft, Reviewed, Approved };
std::string_view name(PlanState state);

struct NamedPoint
{
    std::string key;
    Vec3 position = Vec3::Zero();
};

/// One line of a plan's table.
struct PlanNumber
{
    std::string key;
    std::string label;
    Unit unit = Unit::None;
    std::optional<double> before;
    std::optional<double> after;
    std::string limit;                  ///< id of the Limit behind the colour; empty if none
    std::optional<double> limitValue;   ///< as used (a parameter may differ from the table)
    std::optional<LimitKind> limitKind; ///< of limitValue; nullopt in plans made before it was kept: see limitKindOf()
    std::string verdict;                ///< "", "ok", "warning", "stop"
    std::string note;                   ///< "nearest: portal vein", ...
    std::optional<Vec3> place;
    bool approximate = false; ///< from a preview
};

/// On which side of its limit a number is good: as recorded, else as the table says of that limit; nullopt: unknown.
std::optional<LimitKind> limitKindOf(const PlanNumber& number, const LimitTable& limits);
/// "at least 5.0 mm", "at most 40.0°", "setting 5.0 mm"; the value alone if its side is unknown; empty without a limit.
std::string limitText(const PlanNumber& number, const LimitTable& limits);

/// A structure that a plan relied on, and how far it had been looked at then.
struct UsedStructure
{
    Id id;
    std::string name;
    ConfirmState state = ConfirmState::Proposed;
};

/// What the surgeon decided, and what it is expected to do.
struct Plan
{
    std::string name;
    std::string kind; ///< "liver.puncture"
    PlanState state = PlanState::Draft;
    std::string author;
    std::vector<NamedPoint> points; ///< "target", "entry", ...
    std::vector<PlanNumber> numbers;
    std::vector<UsedStructure> used;
    Findings findings;
    std::string detail = "{}"; ///< JSON text of the plugin's own data
};

/// Where an object came from. Keys: object id, or "id/surface", "id/tree" for a shape made by another operation.
struct LineageInput
{
    Id id;
    ContentKey key;
    bool operator==(const LineageInput&) const = default;
};

struct Lineage
{
    std::string operation; ///< id; "edit" for a change by hand
    int operationVersion = 1;
    std::string parameters = "{}"; ///< JSON text
    std::vector<LineageInput> inputs;
    std::string author;
    std::string when;     ///< ISO 8601 UTC
    std::string software; ///< version of the program
    double seconds = 0;
};

/// Content fingerprints. State of confirmation, name and colour of a structure do not enter its key: they change no
/// number.
ContentKey contentKey(const Study&);
ContentKey contentKey(const VolumeObject&);
ContentKey contentKey(const Structure&);
ContentKey contentKey(const Landmark&);
ContentKey contentKey(const Measurement&);
ContentKey contentKey(const Registration&);
ContentKey contentKey(const Field&);
ContentKey contentKey(const Plan&);

} // namespace pollux
