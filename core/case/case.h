#pragma once

#include "core/case/objects.h"

#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace pollux {

template <class T>
using ObjectMap = std::map<Id, std::shared_ptr<const T>>;

enum class Kind { Study, Volume, Structure, Landmark, Measurement, Registration, Field, Plan, Unknown };
std::string_view name(Kind kind); ///< "study", "volume", ...
std::optional<Kind> kindFromName(std::string_view name);

/// An object of a plugin that is not here: kept as it was, shown read-only, saved again.
struct UnknownObject
{
    std::string kind;
    std::string json;
    std::vector<std::pair<std::string, std::vector<std::byte>>> arrays;
    int schema = 1; ///< version of the kind, as in the file
    std::vector<std::string> arrayShapes =
        {}; ///< element type and shape of each array, as in the file; empty: plain bytes
};

/// One patient's case at one moment: a value. Objects are shared with the snapshots before and after.
/// Ids are unique over all kinds.
struct Case
{
    ObjectMap<Study> studies;
    ObjectMap<VolumeObject> volumes;
    ObjectMap<Structure> structures;
    ObjectMap<Landmark> landmarks;
    ObjectMap<Measurement> measurements;
    ObjectMap<Registration> registrations;
    ObjectMap<Field> fields;
    ObjectMap<Plan> plans;
    ObjectMap<UnknownObject> unknown;
    std::map<Id, std::shared_ptr<const Lineage>> lineage;

    bool empty() const;
    std::optional<Kind> kindOf(const Id& id) const;
    std::string nameOf(const Id& id) const; ///< empty if absent
    /// Throw Error (NotFound) with what exists instead.
    const VolumeObject& volume(const Id& id) const;
    const Structure& structure(const Id& id) const;
    const Plan& plan(const Id& id) const;
    const Registration& registration(const Id& id) const;
    /// Content key of an object or of a shape ("liver/surface"); nullopt if absent.
    std::optional<ContentKey> keyOf(const Id& id) const;
    /// `wanted`, or wanted-2, wanted-3, ... if taken.
    Id freeId(const Id& wanted) const;
    /// First structure with this anatomy key; prefers confirmed, then edited, then proposed ones.
    std::optional<Id> findAnatomy(std::string_view anatomyKey) const;
    /// "" for a case without a study; differing patients give Error at import, so one key stands for all.
    std::string patientKey() const;
};

/// A change to a case: puts and removes, in order. Made by an operation or by hand.
class Edit
{
public:
    void put(Id id, Study object);
    void put(Id id, VolumeObject object);
    void put(Id id, Structure object);
    void put(Id id, Landmark object);
    void put(Id id, Measurement object);
    void put(Id id, Registration object);
    void put(Id id, Field object);
    void put(Id id, Plan object);
    void remove(Id id);

    /// For the user, after the run: what was found, doubts, how long.
    Findings findings;
    /// Objects that the operation read besides those named in its parameters (they enter the lineage).
    std::vector<Id> alsoRead;
    /// Where an object was made from a part of all that only: what its lineage names instead. So of a run over many
    /// structures only those turn stale whose own input changed.
    std::map<Id, std::vector<Id>> madeFrom;

    const Case& puts() const { return m_puts; }
    const std::vector<Id>& removes() const { return m_removes; }
    std::vector<Id> touched() const;
    bool empty() const;

private:
    Case m_puts;
    std::vector<Id> m_removes;
};

/// A new snapshot. Putting an id of another kind replaces the old object.
Case apply(const Case& before, const Edit& edit);

/// One difference between two snapshots.
struct Change
{
    enum class What { Added, Removed, Changed };
    Kind kind;
    Id id;
    What what;
    bool operator==(const Change&) const = default;
};

/// By comparing pointers; lineage-only changes are not listed.
std::vector<Change> diff(const Case& before, const Case& after);

/// Ids (objects and shapes) whose recorded inputs are no longer what they were, or that stand on such a one.
std::set<Id> staleIds(const Case& c);

} // namespace pollux
