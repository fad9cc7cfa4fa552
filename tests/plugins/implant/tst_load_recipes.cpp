// The recipes of loads on the phantoms: a blow to the chin of the jaw, a vertebra of the torso before and after cement.

#include "core/base/error.h"
#include "core/operation/recipe.h"
#include "core/operation/standard/standard.h"
#include "core/phantom/torso.h"
#include "jaw_case.h"
#include "plugins/implant/bone_load.h"
#include "plugins/implant/cement_ball.h"
#include "tests/core/case/image_object.h"

#include <QFile>
#include <QtTest>

#include <cmath>

using namespace jawcase;
using namespace pollux::implant;

namespace {

const PlanNumber& numberOf(const Plan& p, const std::string& key)
{
    for (const PlanNumber& n : p.numbers)
        if (n.key == key)
            return n;
    throw std::runtime_error("no number " + key);
}

std::string contents(const std::string& file)
{
    QFile f(QString::fromStdString(POLLUX_SOURCE_DIR "/resources/" + file));
    return f.open(QIODevice::ReadOnly) ? f.readAll().toStdString() : std::string();
}

} // namespace

class TstLoadRecipes : public QObject
{
    Q_OBJECT

    Registry m_registry;

    RunResult run(const char* recipe, const Case& c) const
    {
        Job job;
        return runRecipe(parseRecipe(contents(std::string("recipes/") + recipe), m_registry), m_registry, c, {"Dr A"},
                         job);
    }

private Q_SLOTS:
    void initTestCase()
    {
        installStandardOperations(m_registry);
        LimitTable limits = LimitTable::builtIn();
        if (!limits.find("cement.volume"))
            limits.addJson(contents("limits/cement.json"), "cement.json");
        if (!m_registry.find("simulate.bone-load"))
            m_registry.add(makeBoneLoad(limits));
        if (!m_registry.find("simulate.cement"))
            m_registry.add(makeCementBall(limits));
    }

    void blowToTheChin()
    {
        JawOptions o;
        o.spacing = 0.8;
        const Jaw jaw = makeJaw(o, Job());
        Edit e;
        e.put(Id("ct"), test::ctObject(jaw.image));
        const RunResult r = run("jaw_trauma.json", apply(Case(), e));
        const Plan& p = r.after.plan(Id("jaw-trauma"));
        QVERIFY(has(p.findings, "bone-load.impact") && has(p.findings, "bone-load.place") &&
                has(p.findings, "bone-load.held-by-rule"));
        QVERIFY(!blocks(p.findings));
        // The chin of the phantom is at x = 0, y = -40.5; its ends lie behind, left and right.
        const Vec3 chin = p.points[0].position;
        QVERIFY2(std::fabs(chin.x()) < 4 && std::fabs(chin.y() + 40.5) < 2,
                 qPrintable(QString("%1 %2 %3").arg(chin.x()).arg(chin.y()).arg(chin.z())));
        QVERIFY(p.points[1].position.x() < -20 && p.points[2].position.x() > 20 && p.points[1].position.y() > 15);
        QVERIFY(std::fabs(after(p, "load") - 2000) < 1e-9);
        qInfo("way %.0f um, %.0f N/mm, P99 %.1f MPa, failure index %.2f", after(p, "way"), after(p, "stiffness"),
              after(p, "p99"), after(p, "failure"));
        // A bow: softer than a straight bar of its bone, E A / L = 13700 x 300 / 100 = 41000 N/mm, and no thread.
        QVERIFY(after(p, "stiffness") > 500 && after(p, "stiffness") < 41000);
        QVERIFY(after(p, "p99") > 1 && after(p, "p99") < 300);
    }

    void vertebraBeforeAndAfterCement()
    {
        TorsoOptions o;
        o.size = 256;
        o.pixelSpacing = 1.5;
        o.sliceSpacing = 1.5;
        const Torso torso = makeTorso(o, Job());
        Edit e;
        e.put(Id("ct"), test::ctObject(torso.ct));
        Structure s;
        s.name = "Vertebrae";
        s.anatomy = "vertebra";
        s.mask = std::make_shared<const Mask>(torso.masks.at("vertebra"));
        e.put(Id("vertebra"), std::move(s));
        Structure other;
        other.name = "Liver";
        other.anatomy = "liver";
        other.mask = std::make_shared<const Mask>(torso.masks.at("liver"));
        e.put(Id("liver"), std::move(other));
        const RunResult r = run("vertebra_cement.json", apply(Case(), e));
        const Plan& p = r.after.plan(Id("vertebra-cement"));
        const double ml = r.after.structure(Id("cement-bone")).mask->volumeMl();
        qInfo("bone %.1f of %.1f mL, cement %.2f mL; stiffness %.0f -> %.0f N/mm; P99 %.2f -> %.2f MPa", ml,
              r.after.structure(Id("vertebra")).mask->volumeMl(), r.after.structure(Id("cement")).mask->volumeMl(),
              numberOf(p, "stiffness").before.value_or(0), after(p, "stiffness"), numberOf(p, "p99").before.value_or(0),
              after(p, "p99"));
        QVERIFY(numberOf(p, "stiffness").before.has_value());
        // E A / L of the body, all of it below the split: 173 MPa x 1100 mm2 / 25 mm = 7600 N/mm.
        QVERIFY(std::fabs(numberOf(p, "stiffness").before.value_or(0) / 7600 - 1) < 0.4);
        QVERIFY(after(p, "stiffness") > 1.01 * numberOf(p, "stiffness").before.value_or(1e9));
        QVERIFY(after(p, "way") < numberOf(p, "way").before.value_or(0));
        QVERIFY(ml < 0.5 * r.after.structure(Id("vertebra")).mask->volumeMl());
        QVERIFY(std::fabs(r.after.structure(Id("cement")).mask->volumeMl() / 3 - 1) < 0.05);
        QVERIFY(!blocks(p.findings));
    }

    void withoutAVertebraItSaysWhatIsMissing()
    {
        JawOptions o;
        o.spacing = 1.5;
        Edit e;
        e.put(Id("ct"), test::ctObject(makeJaw(o, Job()).image));
        try {
            run("vertebra_cement.json", apply(Case(), e));
            QFAIL("it ran");
        } catch (const Error& error) {
            qInfo("%s %s", error.message().c_str(), error.advice().c_str());
            QVERIFY(!error.advice().empty());
        }
    }
};

QTEST_GUILESS_MAIN(TstLoadRecipes)
#include "tst_load_recipes.moc"
