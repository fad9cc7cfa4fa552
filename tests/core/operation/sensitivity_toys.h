#pragma once

// Small operations whose numbers follow in closed form.

#include "core/base/error.h"
#include "core/operation/sensitivity.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>
#include <functional>

namespace pollux::test {

struct Toys
{
    std::map<std::string, int> runs;
    std::function<void()> onSum; ///< called by every run of the sum
    bool levelFails = false;
};

inline OperationInfo toy(const char* id, const char* category = "Test")
{
    return {id, 1, id, "For the test.", "For the test.", category};
}

inline Param landmarkParam(const char* key)
{
    return objectParam(key, "From", "landmark", "", "What it is made from.");
}

/// A landmark at (x, n, 0). `unused` changes nothing.
class Level final : public Operation
{
public:
    explicit Level(Toys& toys) : m_toys(toys) {}
    OperationInfo info() const override { return toy("test.level"); }
    ParamList declare() const override
    {
        ParamList list;
        list.add(realParam("x", "X", Unit::Millimetre, 10, 0, 100, "First."));
        list.add(intParam("n", "N", 4, 0, 10, "Steps."));
        list.add(realParam("unused", "Unused", Unit::None, 3, 2.9, 100, "Changes nothing."));
        list.add(realParam("zero", "Zero", Unit::None, 0, -10, 10, "Changes nothing."));
        return list;
    }
    Findings check(const Case&, const ParamValues& v) const override
    {
        if (v.real("x") > 90)
            return {{Severity::Stop, "much", "X is too large.", "Take a smaller one.", {}, {}, {}}};
        return {};
    }
    Edit run(const Case&, const ParamValues& v, Job&) const override
    {
        if (m_toys.levelFails)
            throw Error(ErrorCode::BadInput, "The level is broken.");
        ++m_toys.runs["level"];
        Edit e;
        e.put(Id("level"), Landmark{"Level", Vec3(v.real("x"), double(v.integer("n")), 0)});
        return e;
    }

private:
    Toys& m_toys;
};

/// The same place, x in whole grains.
class Round final : public Operation
{
public:
    explicit Round(Toys& toys) : m_toys(toys) {}
    OperationInfo info() const override { return toy("test.round"); }
    ParamList declare() const override
    {
        ParamList list;
        list.add(landmarkParam("from"));
        list.add(realParam("grain", "Grain", Unit::Millimetre, 5, 0.001, 100, "Of x."));
        return list;
    }
    Edit run(const Case& c, const ParamValues& v, Job&) const override
    {
        ++m_toys.runs["round"];
        Vec3 p = c.landmarks.at(Id(v.text("from")))->position;
        p.x() = std::round(p.x() / v.real("grain")) * v.real("grain");
        Edit e;
        e.put(Id("rounded"), Landmark{"Rounded", p});
        return e;
    }

private:
    Toys& m_toys;
};

/// a x + b y + n as the number "sum" of a plan; "ghost" is there only while a is at most 2.
class Sum final : public Operation
{
public:
    explicit Sum(Toys& toys) : m_toys(toys) {}
    OperationInfo info() const override { return toy("test.sum"); }
    ParamList declare() const override
    {
        ParamList list;
        list.add(landmarkParam("from"));
        list.add(realParam("a", "A", Unit::None, 2, 0, 100, "Slope of x."));
        list.add(realParam("b", "B", Unit::None, 3, 0, 100, "Slope of y."));
        list.add(realParam("y", "Y", Unit::Millimetre, 5, 0, 100, "Second."));
        return list;
    }
    Edit run(const Case& c, const ParamValues& v, Job&) const override
    {
        ++m_toys.runs["sum"];
        if (m_toys.onSum)
            m_toys.onSum();
        const Vec3 p = c.landmarks.at(Id(v.text("from")))->position;
        Plan plan;
        plan.name = "Sum";
        plan.kind = "test.sum";
        PlanNumber sum;
        sum.key = "sum";
        sum.label = "The sum";
        sum.unit = Unit::Millimetre;
        sum.after = v.real("a") * p.x() + v.real("b") * v.real("y") + p.y();
        plan.numbers = {sum};
        if (v.real("a") <= 2) {
            sum.key = "ghost";
            plan.numbers.push_back(sum);
        }
        Edit e;
        e.put(Id("plan-1"), std::move(plan));
        return e;
    }

private:
    Toys& m_toys;
};

/// Moves a landmark where it is: in place, or as an edit by hand.
class Nudge final : public Operation
{
public:
    Nudge(const char* id, const char* category) : m_id(id), m_category(category) {}
    OperationInfo info() const override { return toy(m_id, m_category); }
    ParamList declare() const override
    {
        ParamList list;
        list.add(landmarkParam("what"));
        list.add(realParam("by", "By", Unit::Millimetre, 1, 0, 100, "Along x."));
        return list;
    }
    Edit run(const Case& c, const ParamValues& v, Job&) const override
    {
        const Id id(v.text("what"));
        Landmark l = *c.landmarks.at(id);
        l.position.x() += v.real("by");
        Edit e;
        e.put(id, l);
        return e;
    }

private:
    const char* m_id;
    const char* m_category;
};

/// 1 where a structure has a surface, 0 where it has none; records only that it read the structure.
class Look final : public Operation
{
public:
    OperationInfo info() const override { return toy("test.look"); }
    ParamList declare() const override
    {
        ParamList list;
        list.add(objectParam("what", "What", "structure:mask", "", "Structure."));
        return list;
    }
    Edit run(const Case& c, const ParamValues& v, Job&) const override
    {
        Plan plan;
        plan.name = "Look";
        PlanNumber n;
        n.key = "surfaces";
        n.label = "Surfaces";
        n.after = c.structure(Id(v.text("what"))).surface ? 1 : 0;
        plan.numbers = {n};
        Edit e;
        e.put(Id("look"), std::move(plan));
        return e;
    }
};

/// Another plan every time.
class Fresh final : public Operation
{
public:
    OperationInfo info() const override { return toy("test.fresh"); }
    ParamList declare() const override
    {
        ParamList list;
        list.add(realParam("x", "X", Unit::None, 1, 0, 10, "Number."));
        return list;
    }
    Edit run(const Case& c, const ParamValues& v, Job&) const override
    {
        Plan plan;
        plan.name = "Fresh";
        PlanNumber n;
        n.key = "x";
        n.label = "X";
        n.after = v.real("x");
        plan.numbers = {n};
        Edit e;
        e.put(c.freeId(Id("fresh")), std::move(plan));
        return e;
    }
};

inline ParamValues from(const char* key, const char* id)
{
    ParamValues v;
    v.set(key, std::string(id));
    return v;
}

/// Voxel n has the value n.
inline Case ramp()
{
    Grid g;
    g.size = {8, 8, 8};
    std::vector<std::int16_t> voxels(512);
    for (size_t n = 0; n < voxels.size(); ++n)
        voxels[n] = static_cast<std::int16_t>(n);
    VolumeObject ct;
    ct.name = "CT";
    ct.modality = "CT";
    ct.volume = Volume(g, std::move(voxels));
    Edit e;
    e.put(Id("ct"), std::move(ct));
    return apply({}, e);
}

} // namespace pollux::test
