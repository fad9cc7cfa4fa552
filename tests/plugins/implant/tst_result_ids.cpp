// What stands under the id of a result is not replaced where a person has confirmed it, where it is something else, or
// where the result is made from it.

#include "core/operation/registry.h"
#include "core/operation/run.h"
#include "plugins/implant/implant_plugin.h"
#include "tests/core/case/findings.h"
#include "tests/core/case/image_object.h"

#include <QTest>

using namespace pollux;
using test::found;

class TestResultIds : public QObject
{
    Q_OBJECT

    Registry m_registry;
    Case m_case; ///< an image, a bone and a plan of another kind

    static Structure bone()
    {
        Grid g;
        g.size = {20, 20, 20};
        Structure s;
        s.name = "Bone";
        std::vector<std::uint8_t> v(static_cast<size_t>(g.voxels()), 0);
        for (int k = 5; k < 15; ++k)
            for (int j = 5; j < 15; ++j)
                for (int i = 5; i < 15; ++i)
                    v[static_cast<size_t>(g.offset(i, j, k))] = 1;
        s.mask = std::make_shared<const Mask>(g, v);
        return s;
    }
    Case with(const std::string& id, ConfirmState state) const
    {
        Edit e;
        Structure s = bone();
        s.state = state;
        e.put(Id(id), std::move(s));
        return apply(m_case, e);
    }
    static Case withLandmark(Case c, const std::string& id)
    {
        Edit e;
        e.put(Id(id), Landmark{"Place", Vec3(1, 2, 3)});
        return apply(c, e);
    }
    ParamValues values(const std::string& operation) const
    {
        ParamValues v;
        const ParamList list = m_registry.at(operation).declare();
        for (const char* key : {"volume", "bone"})
            if (const Param* p = list.find(key); p && p->type == ParamType::Object)
                v.set(key, std::string(key)); // cement has a volume that is none
        if (operation == "implant.trace-canal")
            v.set("points", std::vector<Vec3>{Vec3(2, 2, 2), Vec3(15, 15, 15)});
        if (operation == "implant.place-plate") {
            v.set("from", Vec3(5, 10, 14));
            v.set("to", Vec3(14, 10, 14));
        }
        if (operation == "implant.place-dental")
            v.set("platform", Vec3(10, 10, 12));
        return v;
    }
    Findings checked(const std::string& operation, const Case& c) const
    {
        return checkOperation(m_registry.at(operation), c, values(operation));
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_registry.limits() = LimitTable::builtIn();
        implant::install(m_registry);
        Edit e;
        Structure s = bone();
        const Grid g = s.mask->grid();
        e.put(Id("volume"), test::ctObject(Volume(g, std::vector<std::int16_t>(static_cast<size_t>(g.voxels()), 700))));
        e.put(Id("bone"), std::move(s));
        m_case = apply(Case(), e);
    }

    void whatAPersonConfirmedStays_data()
    {
        QTest::addColumn<QString>("operation");
        QTest::addColumn<QString>("id");
        const std::pair<const char*, std::vector<const char*>> all[] = {
            {"implant.place-dental", {"implant-1-body", "implant-1-envelope"}},
            {"implant.place-screw", {"screw-1-body", "screw-1-envelope"}},
            {"implant.place-component", {"component-1-body", "component-1-resected", "component-1-bone"}},
            {"implant.place-cup", {"cup-1-body"}},
            {"implant.place-plate", {"plate-1-body", "plate-1-screw-3"}},
            {"implant.drill-guide", {"guide-1-body"}},
            {"simulate.cement", {"cement"}},
        };
        for (const auto& [operation, ids] : all)
            for (const char* id : ids)
                QTest::addRow("%s, %s", operation, id) << operation << id;
    }
    void whatAPersonConfirmedStays()
    {
        QFETCH(QString, operation);
        QFETCH(QString, id);
        const std::string op = operation.toStdString(), part = id.toStdString();
        for (const ConfirmState state : {ConfirmState::Proposed, ConfirmState::Edited}) {
            const Findings f = checked(op, with(part, state));
            QVERIFY(!found(f, "result.confirmed") && !found(f, "result.taken"));
        }
        const Findings confirmed = checked(op, with(part, ConfirmState::Confirmed));
        const Finding* f = found(confirmed, "result.confirmed");
        QVERIFY(f && f->severity == Severity::Stop && f->text.find(part) != std::string::npos && !f->advice.empty());
        // Nor is something that is no structure.
        const Findings other = checked(op, withLandmark(m_case, part));
        QVERIFY(found(other, "result.taken") && found(other, "result.taken")->severity == Severity::Stop);
    }

    void aConfirmedCanalStays()
    {
        for (const ConfirmState state : {ConfirmState::Edited, ConfirmState::Confirmed}) {
            Edit e;
            Structure s = bone();
            s.anatomy = "mandibular_canal";
            s.state = state;
            e.put(Id("mandibular-canal"), std::move(s));
            const Findings f = checked("implant.trace-canal", apply(m_case, e));
            QCOMPARE(found(f, "result.confirmed") != nullptr, state == ConfirmState::Confirmed);
            QCOMPARE(blocks(f), state == ConfirmState::Confirmed);
        }
    }

    void mapsTakeNoOthersPlace()
    {
        for (const auto& [operation, id] : {std::pair("simulate.bone-load", "bone-load-1-map")}) {
            QVERIFY(!found(checked(operation, m_case), "result.taken"));
            QVERIFY(found(checked(operation, with(id, ConfirmState::Proposed)), "result.taken"));
        }
    }

    /// Cement and the bone about it, made from a bone that has one of their ids.
    void cementLeavesTheBone()
    {
        const Operation& op = m_registry.at("simulate.cement");
        ParamValues v = values("simulate.cement");
        v.set("name", std::string("Bone"));
        QVERIFY(found(checkOperation(op, m_case, v), "result.taken"));
        const Case c = with("l1-bone", ConfirmState::Proposed);
        v.set("name", std::string("L1"));
        v.set("bone", std::string("l1-bone"));
        QVERIFY(!found(checkOperation(op, c, v), "result.taken")); // no bone about it is put
        v.set("piece", true);
        QVERIFY(found(checkOperation(op, c, v), "result.taken"));
        // What a person confirmed is not replaced by the bone about the cement either.
        v.set("bone", std::string("bone"));
        QVERIFY(!found(checkOperation(op, c, v), "result.confirmed"));
        QVERIFY(found(checkOperation(op, with("l1-bone", ConfirmState::Confirmed), v), "result.confirmed"));
        v.set("piece", false);
        QVERIFY(!found(checkOperation(op, with("l1-bone", ConfirmState::Confirmed), v), "result.confirmed"));
        v.set("name", std::string(120, 'a')); // both would have one id
        QVERIFY(found(checkOperation(op, m_case, v), "cement.name"));
    }

    /// A second cut of the bone that the first one left must have an id of its own.
    void aCutDoesNotReplaceItsBone()
    {
        const Operation& op = m_registry.at("implant.place-component");
        const Case c = with("component-1-bone", ConfirmState::Edited);
        ParamValues v = values("implant.place-component");
        QVERIFY(!found(checkOperation(op, c, v), "result.taken"));
        v.set("bone", std::string("component-1-bone"));
        QVERIFY(found(checkOperation(op, c, v), "result.taken"));
        v.set("plan_id", std::string("component-2"));
        QVERIFY(!found(checkOperation(op, c, v), "result.taken"));
    }
};

QTEST_GUILESS_MAIN(TestResultIds)
#include "tst_result_ids.moc"
