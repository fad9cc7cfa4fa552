#include "core/base/error.h"
#include "core/operation/run.h"
#include "core/operation/standard/leg_bones_operation.h"
#include "core/operation/standard/standard.h"
#include "tests/core/anatomy/made_legs.h"
#include "tests/core/case/findings.h"

#include <QtTest>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

using namespace pollux;

namespace {

Case caseOf(Volume ct, const std::string& modality = "CT")
{
    VolumeObject v;
    v.name = std::string("CT");
    v.modality = modality;
    v.volume = std::move(ct);
    Edit edit;
    edit.put(Id("ct"), std::move(v));
    return apply({}, edit);
}

made::Options coarse()
{
    made::Options o;
    o.spacing = Vec3(1.5, 1.5, 1.5);
    return o;
}

bool says(const Findings& findings, const std::string& code, const std::string& part = {})
{
    return std::any_of(findings.begin(), findings.end(), [&](const Finding& f) {
        return f.code == code && !f.advice.empty() && f.text.find(part) != std::string::npos;
    });
}

ParamValues valuesFor(const std::string& joint)
{
    ParamValues v;
    v.set("joint", joint);
    return v;
}

} // namespace

class TestLegBonesOperation : public QObject
{
    Q_OBJECT

    Registry m_registry;
    std::unique_ptr<Operation> m_operation;

    RunResult run(const Case& c, const ParamValues& values) const
    {
        Job job;
        return runOperation(*m_operation, c, values, {}, job);
    }

    /// Skips the test where the study is not.
    Case study(const std::string& folder) const
    {
        const char* set = std::getenv("POLLUX_DATA");
        const auto root =
            (set ? std::filesystem::path(set) : std::filesystem::path(POLLUX_SOURCE_DIR) / "../shared/data") / folder;
        if (!std::filesystem::exists(root))
            return {};
        Job job;
        ParamValues path;
        path.set("path", root.string());
        Case c = runOperation(m_registry.at("import.study"), {}, path, {}, job).after;
        std::erase_if(c.volumes, [](const auto& v) { return v.second->modality != "CT"; });
        return c;
    }

    static void report(const RunResult& r)
    {
        for (const auto& [id, s] : r.after.structures)
            if (s->mask)
                qInfo("%s %.1f mL, quality %.2f", id.text().c_str(), s->mask->volumeMl(), s->quality.value_or(-1));
        for (const Finding& f : r.findings)
            if (f.severity != Severity::Note)
                qInfo("  %s: %s", f.code.c_str(), f.text.c_str());
    }

    static double volume(const RunResult& r, const char* id)
    {
        const auto s = r.after.structures.find(Id(id));
        return s == r.after.structures.end() || !s->second->mask ? -1 : s->second->mask->volumeMl();
    }

private Q_SLOTS:
    void initTestCase()
    {
        installImportOperations(m_registry);
        LimitTable limits = LimitTable::builtIn();
        for (const auto& [id, name] :
             {std::pair("leg-bones.threshold", "leg_bones.json"), {"bone.piece", "bones.json"}})
            if (!limits.find(id)) { // of a build from before the file was there
                std::ifstream file(std::filesystem::path(POLLUX_SOURCE_DIR) / "resources/limits" / name);
                std::stringstream text;
                text << file.rdbuf();
                limits.addJson(text.str(), name);
            }
        m_operation = makeFindLegBones(limits);
    }

    void proposes()
    {
        const Case c = caseOf(made::make(coarse()).ct);
        const RunResult r = run(c, valuesFor("ankle"));
        QCOMPARE(r.after.structures.size(), 5u);
        const Structure& talus = r.after.structure(Id("talus-right"));
        QCOMPARE(talus.anatomy, std::string("talus"));
        QCOMPARE(talus.name, std::string("Right talus"));
        QCOMPARE(talus.state, ConfirmState::Proposed);
        QVERIFY(talus.quality && !talus.qualityText.empty());
        QVERIFY(r.after.structures.count(Id("foot-bones-right")));
        QVERIFY(says(r.findings, "leg-bones.found", "Right tibia"));
        QVERIFY(says(r.findings, "leg-bones.slice", "1.50"));
        QVERIFY(!says(r.findings, "leg-bones.unparted"));
        QVERIFY(!says(r.findings, "bone.metal") && !says(r.findings, "bone.left-out"));
        QVERIFY(!says(r.findings, "leg-bones.wrong-side") && !says(r.findings, "anatomy.named-otherwise"));

        // Again: the same things under the same ids; of another image those that are not there go.
        const RunResult again = run(r.after, valuesFor("ankle"));
        QCOMPARE(again.after.structures.size(), 5u);
        made::Options left = coarse();
        left.left = true;
        left.right = false;
        Case other = caseOf(made::make(left).ct);
        other.structures.insert(r.after.structures.begin(), r.after.structures.end());
        const RunResult turned = run(other, valuesFor("ankle"));
        QCOMPARE(turned.after.structures.size(), 5u);
        QVERIFY(turned.after.structures.count(Id("talus-left")));
    }

    void keepsWhatAPersonHasChecked()
    {
        Case c = run(caseOf(made::make(coarse()).ct), valuesFor("ankle")).after;
        Structure checked = c.structure(Id("talus-right"));
        checked.state = ConfirmState::Confirmed;
        checked.mask = c.structure(Id("fibula-right")).mask;
        Edit edit;
        edit.put(Id("talus-right"), checked);
        c = apply(c, edit);
        ParamValues values = valuesFor("ankle");
        const RunResult r = run(c, values);
        QVERIFY(r.after.structure(Id("talus-right")).state == ConfirmState::Confirmed);
        QVERIFY(says(r.findings, "anatomy.checked", "Right talus"));
        values.set("replace", true);
        QVERIFY(run(c, values).after.structure(Id("talus-right")).state == ConfirmState::Proposed);
    }

    void tellsMetal()
    {
        const made::Legs legs = made::make(coarse());
        const auto span = legs.ct.as<std::int16_t>();
        std::vector<std::int16_t> v(span.begin(), span.end());
        const Grid& g = legs.ct.grid();
        const Index3 p = g.nearest(Vec3(-55, 0, 60));
        v[std::size_t(g.offset(p[0], p[1], p[2]))] = 3071;
        const RunResult r = run(caseOf(Volume(g, std::move(v))), valuesFor("ankle"));
        QVERIFY(says(r.findings, "bone.metal", "1 voxels above 3000 HU"));
    }

    /// The fibula tells the side of a single leg, whatever somebody chose or wrote.
    void aWrongSideIsTold()
    {
        const Case c = caseOf(made::make(coarse()).ct); // a right leg
        ParamValues values = valuesFor("ankle");
        values.set("side", std::string("left"));
        const RunResult wrong = run(c, values);
        const Finding* f = test::found(wrong.findings, "leg-bones.wrong-side");
        QVERIFY(f && f->severity == Severity::Stop && !f->advice.empty());
        values.set("side", std::string("right"));
        QVERIFY(!says(run(c, values).findings, "leg-bones.wrong-side"));
        Edit edit;
        VolumeObject named = c.volume(Id("ct"));
        named.name = std::string("OSG links 0.6");
        edit.put(Id("ct"), std::move(named));
        const RunResult r = run(apply(c, edit), valuesFor("ankle"));
        f = test::found(r.findings, "anatomy.named-otherwise");
        QVERIFY(f && f->severity == Severity::Warning && !f->advice.empty());
    }

    void refuses()
    {
        QVERIFY_THROWS_EXCEPTION(Error, run({}, valuesFor("ankle")));
        QVERIFY_THROWS_EXCEPTION(Error, run(caseOf(made::make(coarse()).ct, "MR"), valuesFor("ankle")));
        Grid g;
        g.size = {30, 30, 30};
        const Volume flesh(g, std::vector<std::int16_t>(27000, 50));
        QVERIFY_THROWS_EXCEPTION(Error, run(caseOf(flesh), valuesFor("knee")));
        ParamValues joint;
        joint.set("joint", std::string("elbow"));
        QVERIFY_THROWS_EXCEPTION(Error, run(caseOf(flesh), joint));
    }

    // Real studies of 3.27 mm slices: counts, sides and volumes as far as the images go.

    void ankleOfAPatient()
    {
        const Case c = study("ortho_ankle_sts049");
        if (c.volumes.empty())
            QSKIP("NOT TESTED ON A REAL STUDY: ortho_ankle_sts049 is not here (set POLLUX_DATA)");
        const RunResult r = run(c, valuesFor("ankle"));
        report(r);
        QVERIFY(volume(r, "tibia-right") > 100 && volume(r, "tibia-right") < 180);
        QVERIFY(volume(r, "fibula-right") > 20 && volume(r, "fibula-right") < 50);
        QVERIFY(volume(r, "talus-right") > 25 && volume(r, "talus-right") < 65);
        QVERIFY(volume(r, "calcaneus-right") > 40 && volume(r, "calcaneus-right") < 85);
        const Vec3 tibia = r.after.structure(Id("tibia-right")).mask->centroid();
        const Vec3 fibula = r.after.structure(Id("fibula-right")).mask->centroid();
        const Vec3 talus = r.after.structure(Id("talus-right")).mask->centroid();
        const Vec3 calcaneus = r.after.structure(Id("calcaneus-right")).mask->centroid();
        QVERIFY(fibula.x() < tibia.x()); // to the outer side
        QVERIFY(talus.z() < tibia.z() - 50);
        QVERIFY(calcaneus.y() > talus.y() && calcaneus.z() < talus.z());
        QVERIFY(volume(r, "tibia-left") > 0); // the left leg is cut by the edge of the image, and that is told
        QVERIFY(r.after.structure(Id("tibia-left")).mask->centroid().x() > tibia.x() + 50);
        QVERIFY(says(r.findings, "leg-bones.cut", "Left tibia"));
        QVERIFY(says(r.findings, "anatomy.not-found", "Left fibula"));
        QVERIFY(says(r.findings, "leg-bones.slice", "3.27"));
    }

    void kneeOfAPatient()
    {
        const Case c = study("ortho_knee_sts017");
        if (c.volumes.empty())
            QSKIP("NOT TESTED ON A REAL STUDY: ortho_knee_sts017 is not here (set POLLUX_DATA)");
        const RunResult r = run(c, valuesFor("knee"));
        report(r);
        QVERIFY(volume(r, "femur-left") > 250 && volume(r, "femur-left") < 400);
        QVERIFY(volume(r, "patella-left") > 15 && volume(r, "patella-left") < 35);
        QCOMPARE(r.after.structures.count(Id("femur-right")), 0u);
        QVERIFY(r.after.structure(Id("patella-left")).mask->centroid().y() <
                r.after.structure(Id("femur-left")).mask->centroid().y() - 20);
        QVERIFY(says(r.findings, "anatomy.not-found", "Left fibula"));
    }

    void hipOfAPatient()
    {
        const Case c = study("ortho_hip_sts048");
        if (c.volumes.empty())
            QSKIP("NOT TESTED ON A REAL STUDY: ortho_hip_sts048 is not here (set POLLUX_DATA)");
        const RunResult r = run(c, valuesFor("hip"));
        report(r);
        QVERIFY(volume(r, "femur-left") > 90 && volume(r, "femur-left") < 160);
        QVERIFY(volume(r, "pelvis-left") > 25 && volume(r, "pelvis-left") < 70);
        QVERIFY(volume(r, "pelvis-right") > 5 && volume(r, "pelvis-right") < 30);
        QCOMPARE(r.after.structures.count(Id("femur-right")), 0u);
        QVERIFY(r.after.structure(Id("femur-left")).mask->centroid().x() >
                r.after.structure(Id("pelvis-left")).mask->centroid().x());
    }
};

QTEST_GUILESS_MAIN(TestLegBonesOperation)
#include "tst_leg_bones_operation.moc"
