#include "core/operation/standard/vertebrae_operation.h"

#include "core/anatomy/vertebrae.h"
#include "core/base/sentence.h"
#include "core/base/text.h"
#include "core/operation/bone_findings.h"
#include "core/operation/plan_parts.h"
#include "core/operation/standard/bone_proposal.h"

#include <algorithm>

namespace pollux {

namespace {

constexpr double kRounding = 1e-6; ///< mm
constexpr int kMost = 40;          ///< that a run may propose

Id idOf(int number)
{
    return Id("vertebra-" + toText(std::int64_t(number)));
}

std::string nameOf(int number)
{
    return filled("Vertebra %1", {toText(std::int64_t(number))});
}

class FindVertebrae final : public Operation
{
public:
    explicit FindVertebrae(const LimitTable& limits) : m_limits(limits) {}

    OperationInfo info() const override
    {
        OperationInfo i;
        i.id = "anatomy.vertebrae";
        i.name = "Find vertebrae";
        i.summary = "Proposes the vertebrae of the thoracic and lumbar spine one by one, numbered from above as seen.";
        i.help =
            "The canal is the best enclosed way along the column. Discs are valleys of bone in planes across a tube in "
            "front of it, chosen so that they are deep and evenly apart; each plane is tilted to where there is least "
            "bone. In front of the canal the planes part the bodies. Behind it bone goes to the vertebra that reaches "
            "it by the shortest way, where thin and dark places cost more: so facet joints part, and a spinous process "
            "that slopes down stays with its own arch. What stands off beside the bodies, and what is nearer to that "
            "than to a vertebra, is rib and left out.\n\n"
            "The numbers count from above what the image shows. They are no levels: which one is T12 or L1 must be "
            "told from the ribs or the sacrum.\n\n"
            "Limits: no shape model stands behind it. Fused levels, fractures, strong scoliosis, metal, vessels full "
            "of contrast beside the column and slices over 1.25 mm may join vertebrae or cut them wrongly; heads of "
            "ribs may stay on them. The lowest one may be of the sacrum. The quality is not calibrated. Every result "
            "is a proposal to be checked.";
        i.category = "Anatomy";
        return i;
    }

    ParamList declare() const override
    {
        ParamList list;
        list.add(objectParam("volume", "CT", "volume", "", "The CT series to look at, in Hounsfield units."));
        Param bone = objectParam("bone", "Bone", "structure:mask", "bone",
                                 "All bone, marrow filled, made on this CT; empty: it is looked for.");
        bone.optional = true;
        list.add(std::move(bone));
        const auto advanced = [&](Param p) {
            p.advanced = true;
            list.add(std::move(p));
        };
        advanced(limitParam(m_limits.at("vertebrae.least"), "least"));
        advanced(limitParam(m_limits.at("vertebrae.gap"), "gap"));
        advanced(limitParam(m_limits.at("vertebrae.slice"), "slice"));
        advanced(replaceParam());
        return list;
    }

    Findings check(const Case& c, const ParamValues& values) const override
    {
        Findings out;
        const auto volume = c.volumes.find(Id(values.text("volume")));
        if (volume == c.volumes.end())
            return out; // the caller has said so
        if (const auto other = notCt(*volume->second))
            out.push_back(*other);
        const Grid& grid = volume->second->volume.grid();
        if (const std::string& bone = values.text("bone"); !bone.empty()) {
            const auto s = c.structures.find(Id(bone));
            if (s != c.structures.end() && s->second->mask) {
                if (s->second->mask->empty())
                    out.push_back(finding(Severity::Stop, "structure.empty",
                                          filled("'%1' has no voxels.", {s->second->name}), "Segment it first."));
                else if (!sameGeometry(s->second->mask->grid(), grid))
                    out.push_back(
                        finding(Severity::Stop, "anatomy.geometry",
                                filled("'%1' was made on another voxel grid than this CT.", {s->second->name}),
                                "Choose the CT it was made on, or find it again on this one."));
            }
        }
        const double slice = grid.spacing.maxCoeff();
        if (slice > values.real("slice") + kRounding) {
            Finding f = finding(
                Severity::Warning, "vertebrae.slice",
                filled("The slices are %1 mm apart: facet joints and thin pedicles are blurred.", {toText(slice, 2)}),
                filled("Use a series of at most %1 mm if there is one, and look at every joint.",
                       {toText(values.real("slice"), 2)}));
            f.limit = "vertebrae.slice";
            out.push_back(f);
        }
        if (!values.boolean("replace"))
            for (int n = 1; n <= kMost; ++n)
                if (isChecked(c, idOf(n)))
                    out.push_back(keptNote(nameOf(n)));
        return out;
    }

    Edit run(const Case& c, const ParamValues& values, Job& job) const override
    {
        VertebraeOptions options;
        options.leastMl = values.real("least");
        options.leastGap = values.real("gap");
        options.metal = m_limits.at("bone.metal").value;
        options.pieceMl = m_limits.at("bone.piece").value;
        const std::string& bone = values.text("bone");
        Vertebrae found = findVertebrae(&c.volume(Id(values.text("volume"))).volume,
                                        bone.empty() ? nullptr : c.structure(Id(bone)).mask.get(), options, job);
        Edit edit;
        const int count = std::min(kMost, int(found.bones.size()));
        for (int n = 1; n <= count; ++n)
            tell(n, found.bones[std::size_t(n - 1)], edit.findings);
        edit.findings.push_back(
            finding(Severity::Note, "vertebrae.numbers",
                    counted(count, "%1 vertebra is found.", "%1 vertebrae are found, numbered from above as seen.", {}),
                    "The numbers are no levels: tell the level from the ribs or the sacrum."));
        if (auto f = metalFinding(found.metal, options.metal, ImageValues::Hounsfield))
            edit.findings.push_back(std::move(*f));
        if (found.unparted > 0) {
            Finding f = finding(Severity::Warning, "vertebrae.unparted",
                                filled("Below the lowest gap %1 mm of column are not parted: the sacrum, or vertebrae "
                                       "that are grown together.",
                                       {toText(found.unparted, 0)}),
                                "Part them by hand if the plan needs them.");
            f.place = found.unpartedPlace;
            edit.findings.push_back(f);
        }
        if (found.unpartedAbove > 0) {
            Finding f = finding(Severity::Warning, "vertebrae.unparted",
                                filled("Above the highest gap %1 mm of column are not parted: no more gaps show there.",
                                       {toText(found.unpartedAbove, 0)}),
                                "Use thinner slices, give a mask of all bone, or part them by hand.");
            f.place = found.unpartedAbovePlace;
            edit.findings.push_back(f);
        }
        // What an earlier run proposed and this one does not is gone.
        for (int n = count + 1; n <= kMost; ++n)
            if (c.structures.contains(idOf(n)) && !isChecked(c, idOf(n)) && isOwn(c, idOf(n)))
                edit.remove(idOf(n));
        for (int n = 1; n <= count; ++n) {
            FoundVertebra& v = found.bones[std::size_t(n - 1)];
            const Id id = idOf(n);
            putBone(edit, c, id, {nameOf(n), "vertebra", v.quality, v.qualityText, std::move(v.mask)},
                    values.boolean("replace"), n % 2 == 0 ? 0.8 : 1);
        }
        return edit;
    }

private:
    static bool isOwn(const Case& c, const Id& id)
    {
        const auto it = c.lineage.find(id);
        return it != c.lineage.end() && it->second->operation == "anatomy.vertebrae";
    }

    static void tell(int n, const FoundVertebra& v, Findings& out)
    {
        const std::string name = nameOf(n);
        const auto add = [&](Finding f) {
            f.place = v.centre;
            out.push_back(std::move(f));
        };
        add(finding(Severity::Note, "vertebrae.found", filled("%1: %2 mL.", {name, toText(v.mask.volumeMl(), 1)}),
                    "Look at it slice by slice."));
        if (v.cut)
            add(finding(Severity::Warning, "vertebrae.cut",
                        filled("Cut by the edge of the image, or without a gap at one end: %1.", {name}),
                        "It may be part of a vertebra, or of the sacrum: use a larger image if the plan needs it."));
        if (auto f = doubtful(name, v.quality, v.qualityText, v.centre))
            out.push_back(std::move(*f));
        if (auto f = leftOutFinding(v.loose, name))
            out.push_back(std::move(*f));
    }

    const LimitTable m_limits; ///< a copy: the registry it comes from may be merged into another
};

} // namespace

std::unique_ptr<Operation> makeFindVertebrae(const LimitTable& limits)
{
    return std::make_unique<FindVertebrae>(limits);
}

} // namespace pollux
