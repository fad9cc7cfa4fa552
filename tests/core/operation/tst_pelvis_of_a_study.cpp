// Landmarks of a pelvis that the image cuts off amid the hips: what is found in it and what is honestly missing.

#include "core/anatomy/bone_landmarks.h"
#include "core/operation/run.h"
#include "core/operation/standard/leg_bones_operation.h"
#include "core/operation/standard/standard.h"

#include <QtTest>

#include <cstdlib>
#include <filesystem>

using namespace pollux;

class TestPelvisOfAStudy : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// CT of a left hip, slices 3.27 mm thick, its upper end amid the head of the femur. The bones are those that the
    /// program proposes.
    void cutHip()
    {
        const char* set = std::getenv("POLLUX_DATA");
        const auto root =
            (set ? std::filesystem::path(set) : std::filesystem::path(POLLUX_SOURCE_DIR) / "../shared/data") /
            "ortho_hip_sts048";
        if (!std::filesystem::exists(root))
            QSKIP("NOT TESTED ON A REAL STUDY: ortho_hip_sts048 is not here (set POLLUX_DATA)");
        Job job;
        ParamValues path, joint;
        path.set("path", root.string());
        joint.set("joint", std::string("hip"));
        Registry registry;
        installImportOperations(registry);
        Case study = runOperation(registry.at("import.study"), {}, path, {}, job).after;
        std::erase_if(study.volumes, [](const auto& v) { return v.second->modality != "CT"; });
        const auto legs = makeFindLegBones(LimitTable::builtIn());
        const Case c = runOperation(*legs, study, joint, {}, job).after;
        PelvisMasks in;
        in.right = c.structure(Id("pelvis-right")).mask.get();
        in.left = c.structure(Id("pelvis-left")).mask.get();
        in.femora = {c.structure(Id("femur-left")).mask.get()};
        const PelvisLandmarks l = pelvisLandmarks(in, Job());
        for (const BoneLandmark& p : l.points)
            qInfo("%s %.1f %.1f %.1f confidence %.2f (%s)", p.key.c_str(), p.position.x(), p.position.y(),
                  p.position.z(), p.confidence, p.why.c_str());
        for (const MissingLandmark& m : l.missing)
            qInfo("missing %s: %s", m.key.c_str(), m.why.c_str());
        for (const char* key :
             {"asis-right", "asis-left", "psis-right", "psis-left", "acetabulum-right", "acetabulum-left"}) {
            QVERIFY2(!findLandmark(l.points, key), key);
            QVERIFY2(std::any_of(l.missing.begin(), l.missing.end(),
                                 [&](const MissingLandmark& m) { return m.key == key && !m.why.empty(); }),
                     key);
        }
        QVERIFY(!frameOf("anterior-pelvic-plane", Side::Left, l.points));
        // The pubis is there: both tubercles beside the symphysis, at one height, trusted little without a plane.
        const BoneLandmark *r = findLandmark(l.points, "pubic-tubercle-right"),
                           *t = findLandmark(l.points, "pubic-tubercle-left");
        QVERIFY(r && t && r->confidence < 0.5 && t->confidence < 0.5);
        const double apart = t->position.x() - r->position.x();
        QVERIFY(apart > 20 && apart < 80);
        QVERIFY(std::fabs(t->position.z() - r->position.z()) < 10);
    }
};

QTEST_GUILESS_MAIN(TestPelvisOfAStudy)
#include "tst_pelvis_of_a_study.moc"
