// Vertebrae as an operation: what it puts and says, what a person checked, a second run, what is refused; the recipe;
// real studies as far as they are here.

#include "core/base/error.h"
#include "core/operation/run.h"
#include "core/operation/standard/standard.h"
#include "core/operation/standard/vertebrae_operation.h"
#include "core/phantom/torso.h"

#include <QtTest>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

using namespace pollux;

namespace {

bool says(const Findings& findings, const std::string& code, const std::string& part = {})
{
    return std::any_of(findings.begin(), findings.end(), [&](const Finding& f) {
        return f.code == code && !f.advice.empty() && f.text.find(part) != std::string::npos;
    });
}

std::string textOf(const char* file)
{
    std::ifstream in(std::filesystem::path(POLLUX_SOURCE_DIR) / "resources" / file);
    std::stringstream text;
    text << in.rdbuf();
    return text.str();
}

} // namespace

class TestVertebraeOperation : public QObject
{
    Q_OBJECT

    Registry m_registry;
    std::unique_ptr<Operation> m_operation;
    Case m_case, m_found;

    RunResult run(const Case& c, const ParamValues& values) const
    {
        Job job;
        return runOperation(*m_operation, c, values, {}, job);
    }

    static ParamValues withBone()
    {
        ParamValues v;
        v.set("bone", std::string("bone"));
        return v;
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_registry.limits() = LimitTable::builtIn();
        for (const auto& [id, name] : {std::pair("vertebrae.gap", "vertebrae.json"), {"bone.piece", "bones.json"}})
            if (!m_registry.limits().find(id)) // of a build from before the file was there
                m_registry.limits().addJson(textOf((std::string("limits/") + name).c_str()), name);
        installImportOperations(m_registry);
        m_operation = makeFindVertebrae(m_registry.limits());
        TorsoOptions o;
        o.size = 240;
        o.pixelSpacing = 1.5;
        o.sliceSpacing = 2;
        o.slices = 70;
        const Torso torso = makeTorso(o, Job());
        Edit edit;
        VolumeObject v;
        v.name = std::string("CT");
        v.modality = std::string("CT");
        v.volume = torso.ct;
        edit.put(Id("ct"), std::move(v));
        Structure s;
        s.name = "Bone";
        s.anatomy = "bone";
        s.mask = std::make_shared<const Mask>(torso.masks.at("bone"));
        edit.put(Id("bone"), std::move(s));
        m_case = apply({}, edit);
        m_found = run(m_case, withBone()).after;
    }

    void proposes()
    {
        const RunResult r = run(m_case, withBone());
        // Of z = -69 to 69: the 12th to 14th whole, one cut above and one below.
        QVERIFY(r.after.structures.size() >= 4 && r.after.structures.size() <= 6);
        const Structure& one = r.after.structure(Id("vertebra-1"));
        QCOMPARE(one.name, std::string("Vertebra 1"));
        QCOMPARE(one.anatomy, std::string("vertebra"));
        QCOMPARE(one.state, ConfirmState::Proposed);
        QVERIFY(one.quality && *one.quality > 0 && !one.qualityText.empty());
        QVERIFY(one.mask->centroid().z() > r.after.structure(Id("vertebra-2")).mask->centroid().z());
        QVERIFY(says(r.findings, "vertebrae.found", "Vertebra 1"));
        QVERIFY(says(r.findings, "vertebrae.numbers"));
        QVERIFY(says(r.findings, "vertebrae.cut", "Vertebra 1"));
        QVERIFY(says(r.findings, "vertebrae.slice", "2.00"));
        const auto& inputs = r.after.lineage.at(Id("vertebra-1"))->inputs;
        QVERIFY(std::any_of(inputs.begin(), inputs.end(), [](const LineageInput& i) { return i.id == Id("ct"); }));
    }

    void whatAPersonCheckedStays()
    {
        Structure checked = m_found.structure(Id("vertebra-2"));
        checked.state = ConfirmState::Confirmed;
        checked.mask = m_found.structure(Id("vertebra-1")).mask;
        Edit edit;
        edit.put(Id("vertebra-2"), checked);
        const Case c = apply(m_found, edit);
        ParamValues values = withBone();
        const RunResult r = run(c, values);
        QVERIFY(r.after.structure(Id("vertebra-2")).state == ConfirmState::Confirmed);
        QVERIFY(says(r.findings, "anatomy.checked", "Vertebra 2"));
        values.set("replace", true);
        QVERIFY(run(c, values).after.structure(Id("vertebra-2")).state == ConfirmState::Proposed);
    }

    void anotherRunTakesAwayWhatIsNotFoundAgain()
    {
        const RunResult again = run(m_found, withBone());
        QCOMPARE(again.after.structures.size(), m_found.structures.size());
        for (const auto& [id, s] : m_found.structures)
            QVERIFY(again.after.structure(id).mask->key() == s->mask->key());
        ParamValues few = withBone();
        few.set("least", 30.0); // the cut ones are smaller
        QVERIFY(run(m_found, few).after.structures.size() < m_found.structures.size());
    }

    void refuses()
    {
        QVERIFY_THROWS_EXCEPTION(Error, run({}, {}));
        Grid g;
        g.size = {40, 40, 40};
        g.spacing = Vec3(3, 3, 3);
        const auto with = [&](const char* modality, bool bone) {
            Edit edit;
            VolumeObject v;
            v.name = std::string("CT");
            v.modality = std::string(modality);
            v.volume = Volume(g, std::vector<std::int16_t>(64000, 50));
            edit.put(Id("ct"), std::move(v));
            if (bone) {
                Structure s;
                s.name = "Bone";
                s.mask = m_case.structure(Id("bone")).mask;
                edit.put(Id("bone"), std::move(s));
            }
            return apply({}, edit);
        };
        QVERIFY_THROWS_EXCEPTION(Error, run(with("MR", false), {}));
        QVERIFY_THROWS_EXCEPTION(Error, run(with("CT", false), {}));
        QVERIFY(says(checkOperation(*m_operation, with("CT", true), withBone()), "anatomy.geometry"));
        std::stop_source stop;
        stop.request_stop();
        Job job(stop.get_token());
        QVERIFY_THROWS_EXCEPTION(Error, runOperation(*m_operation, m_case, withBone(), {}, job));
    }

    /// Each is one sentence with what to do, before anything is looked for.
    void badMasks()
    {
        const auto with = [&](const Mask& mask) {
            Edit edit;
            Structure s = m_case.structure(Id("bone"));
            s.mask = std::make_shared<const Mask>(mask);
            edit.put(Id("bone"), std::move(s));
            return checkOperation(*m_operation, apply(m_case, edit), withBone());
        };
        const Mask& bone = *m_case.structure(Id("bone")).mask;
        QVERIFY(!blocks(with(bone)));
        QVERIFY(says(with(Mask(bone.grid(), IndexBox{}, {})), "structure.empty", "'Bone'"));
        Grid moved = bone.grid();
        moved.origin.z() += 2;
        QVERIFY(says(with(Mask(moved, bone.full())), "anatomy.geometry", "'Bone'"));
    }

    void metalIsTold()
    {
        const auto values = m_case.volume(Id("ct")).volume.as<std::int16_t>();
        std::vector<std::int16_t> v(values.begin(), values.end());
        const Grid& g = m_case.volume(Id("ct")).volume.grid();
        v[std::size_t(g.offset(3, 3, 3))] = 3071;
        Edit edit;
        VolumeObject ct = m_case.volume(Id("ct"));
        ct.volume = Volume(g, std::move(v));
        edit.put(Id("ct"), std::move(ct));
        QVERIFY(says(run(apply(m_case, edit), withBone()).findings, "bone.metal", "1 voxels above 3000 HU"));
        QVERIFY(!says(run(m_case, withBone()).findings, "bone.metal"));
    }

    void theRecipe()
    {
        const std::string text = textOf("recipes/spine_ct.json");
        QVERIFY(text.find("\"spine-ct\"") != std::string::npos);
        QVERIFY(text.find("anatomy.vertebrae") < text.find("mesh.surface"));
        QVERIFY(text.find("mesh.surface") < text.find("measure.statistics"));
    }

    void realStudies_data()
    {
        QTest::addColumn<QString>("folder");
        QTest::addColumn<QString>("file");
        QTest::addColumn<int>("least");
        QTest::newRow("3D-IRCADb-01 patient 17") << "liver_ct_ircad17_vessels_tumours"
                                                 << "PATIENT_DICOM.zip" << 5;
        // Of 5 mm slices: few gaps show, and that is told.
        QTest::newRow("CRLM 1004") << "abdomen_ct_crlm1004"
                                   << "" << 1;
    }
    /// Counts and order; the places are told, to be compared with the pictures.
    void realStudies()
    {
        QFETCH(QString, folder);
        QFETCH(QString, file);
        QFETCH(int, least);
        const char* set = std::getenv("POLLUX_DATA");
        const auto root =
            (set ? std::filesystem::path(set) : std::filesystem::path(POLLUX_SOURCE_DIR) / "../shared/data") /
            folder.toStdString();
        if (!std::filesystem::exists(root))
            QSKIP("NOT TESTED ON A REAL STUDY: it is not here (set POLLUX_DATA)");
        Job job;
        ParamValues path;
        path.set("path", (file.isEmpty() ? root : root / file.toStdString()).string());
        Case c = runOperation(m_registry.at("import.study"), {}, path, {}, job).after;
        std::erase_if(c.volumes, [](const auto& v) { return v.second->modality != "CT"; });
        const RunResult r = run(c, {});
        double before = 1e9;
        int whole = 0;
        for (int n = 1; r.after.structures.contains(Id("vertebra-" + std::to_string(n))); ++n) {
            const Structure& s = r.after.structure(Id("vertebra-" + std::to_string(n)));
            const Vec3 p = s.mask->centroid();
            qInfo("%s %.1f mL at %.0f %.0f %.0f, quality %.2f: %s", s.name.c_str(), s.mask->volumeMl(), p.x(), p.y(),
                  p.z(), s.quality.value_or(-1), s.qualityText.c_str());
            QVERIFY(p.z() < before);
            before = p.z();
            whole += s.qualityText.find("cut by") == std::string::npos ? 1 : 0;
        }
        for (const Finding& f : r.findings)
            if (f.severity != Severity::Note)
                qInfo("  %s: %s", f.code.c_str(), f.text.c_str());
        QVERIFY(whole >= least);
    }
};

QTEST_GUILESS_MAIN(TestVertebraeOperation)
#include "tst_vertebrae_operation.moc"
