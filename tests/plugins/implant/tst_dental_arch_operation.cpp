// The arch of the jaw phantom as an object of the case: what it is made from, what is told, and the panoramic image
// and the cross-sections along it.

#include "core/anatomy/dental_arch.h"
#include "core/base/error.h"
#include "core/case/curve_source.h"
#include "core/geometry/curve.h"
#include "core/image/curved_reformation.h"
#include "jaw_case.h"
#include "plugins/implant/dental_arch_operation.h"

#include <QFile>
#include <QtTest>

#include <cmath>

using namespace jawcase;
using namespace pollux::implant;

class TstDentalArchOperation : public QObject
{
    Q_OBJECT

    LimitTable m_limits;
    std::unique_ptr<Operation> m_operation;
    Jaw m_jaw;
    Case m_case;

    RunResult run(const Case& c, const ParamValues& v) const
    {
        Job job;
        return runOperation(*m_operation, c, v, {"tester"}, job);
    }
    static const Structure& arch(const RunResult& r) { return r.after.structure(Id("dental-arch")); }
    /// Of the phantom's molars: 7 behind on both sides, 6 on the right alone; middle of the crown.
    static Vec3 molar(double x) { return {x, -35 + x * x / 15, 18}; }

private Q_SLOTS:
    void initTestCase()
    {
        m_limits = LimitTable::builtIn();
        if (!m_limits.find("implant.arch_gap")) {
            QFile file(POLLUX_SOURCE_DIR "/resources/limits/dental_arch.json");
            QVERIFY(file.open(QIODevice::ReadOnly));
            m_limits.addJson(file.readAll().toStdString(), "dental_arch.json");
        }
        m_operation = makeDentalArch(m_limits);
        JawOptions o;
        o.spacing = 0.5;
        m_jaw = makeJaw(o, Job());
        m_case = makeCase(m_jaw, true);
    }

    void madeOfTeethElseOfBone()
    {
        const RunResult byTeeth = run(m_case, {}); // the defaults find both by their anatomy
        const Structure& s = arch(byTeeth);
        QVERIFY(s.tree && !s.mask && s.state == ConfirmState::Proposed);
        QVERIFY(has(byTeeth.findings, "arch.proposal") && has(byTeeth.findings, "arch.length"));
        QVERIFY(!has(byTeeth.findings, "arch.gap"));
        QVERIFY(std::fabs(s.measures.front().quantity.value - s.tree->length()) < 1e-9);
        const auto& inputs = byTeeth.after.lineage.at(Id("dental-arch"))->inputs;
        QVERIFY(inputs.size() == 1 && inputs[0].id == Id("tooth"));

        Edit edit;
        edit.remove(Id("tooth"));
        const RunResult byBone = run(apply(m_case, edit), {});
        const double teeth = s.measures.front().quantity.value, bone = arch(byBone).measures.front().quantity.value;
        // Teeth reach 55.5 mm to both sides; the bone to the border of the image.
        QVERIFY2(teeth > 103 && teeth < 112 && bone > 160 && bone < 168,
                 qPrintable(QString("%1, %2").arg(teeth).arg(bone)));
    }

    void widerGapsAreTold()
    {
        ParamValues v;
        v.set("gap", 20.0); // the missing molar is 27 degrees wide
        const RunResult r = run(m_case, v);
        QVERIFY(has(r.findings, "arch.gap"));
        for (const Finding& f : r.findings)
            if (f.code == "arch.gap")
                QVERIFY(f.place && (*f.place - m_jaw.gapCrest).norm() < 6);
    }

    void panoramicImageInReadingOrder()
    {
        const Case c = run(m_case, {}).after;
        const std::vector<Id> curves = curvesOf(c);
        QVERIFY(std::find(curves.begin(), curves.end(), Id("dental-arch")) != curves.end());
        const CurveSource source = curveSource(c, Id("dental-arch"));
        QVERIFY(!source.stale && source.points.front().x() < source.points.back().x());
        CurvedOptions o;
        o.kind = CurvedKind::Panoramic;
        o.smoothingMm = source.smoothingMm;
        const CurvedSurface cut(source.points, o);
        // 47, 46, front, 37 (36 is missing), from the left of the image to its right.
        double before = -1;
        for (const double x : {-25.06, -20.95, 0.0, 25.06}) {
            const CurvedPlace p = cut.nearest(molar(x));
            QVERIFY2(p.offMm < 1, qPrintable(QString("%1 mm off at x = %2").arg(p.offMm).arg(x)));
            QVERIFY(p.column > before + 5 && p.column < cut.columns() - 1);
            QVERIFY(p.row > 0 && p.row < cut.middleRow()); // crowns above the middle of the teeth
            before = p.column;
        }
        // Its values are a crown's there, and those of soft parts in the gap.
        o.slabMm = 2;
        const CurvedImage image = reformatCurved(m_jaw.image, source.points, o, Job());
        const auto value = [&](const Vec3& p) {
            const CurvedPlace at = image.surface.nearest(p);
            return double(image.at(int(std::lround(at.column)), int(std::lround(at.row))));
        };
        for (const double x : {-25.06, -20.95, 25.06})
            QVERIFY2(value(molar(x)) > 1200, qPrintable(QString::number(value(molar(x)))));
        QVERIFY2(value(m_jaw.gapCrest + Vec3(0, 0, 5)) < 600,
                 qPrintable(QString::number(value(m_jaw.gapCrest + Vec3(0, 0, 5)))));
    }

    void crossSectionAtTheGap()
    {
        const std::vector<Vec3> line = curveSource(run(m_case, {}).after, Id("dental-arch")).points;
        const ArchPlace p = archPlace(line, archUp(line), m_jaw.gapCrest);
        const double degrees = std::acos(std::min(1.0, std::fabs(p.tangent.dot(m_jaw.gapTangent)))) * 180 / M_PI;
        QVERIFY2(std::fabs(p.across) < 1 && degrees < 5, qPrintable(QString("%1 mm, %2").arg(p.across).arg(degrees)));
        QVERIFY(p.outwards.x() > 0.5); // on the left the cheek is at larger x
    }

    void pointsByHand()
    {
        const std::vector<Vec3> hand{{25, 6, 14}, {10, -28, 13}, {0, -35, 12}, {-10, -28, 13}, {-25, 6, 14}};
        ParamValues v;
        v.set("points", hand);
        const RunResult r = run(m_case, v);
        const Structure& s = arch(r);
        QVERIFY(s.state == ConfirmState::Edited && !has(r.findings, "arch.proposal"));
        QVERIFY(s.tree->nodes.front().position.x() < s.tree->nodes.back().position.x());
        QVERIFY(r.after.lineage.at(Id("dental-arch"))->inputs.empty());
        for (const Vec3& p : hand) {
            double nearest = 1e9;
            for (const TreeNode& n : s.tree->nodes)
                nearest = std::min(nearest, (n.position - p).norm());
            QVERIFY2(nearest < 0.6, qPrintable(QString::number(nearest)));
        }
        QVERIFY(!blocks(checkOperation(*m_operation, Case(), v))); // no mask is needed
    }

    void nonsenseIsRefused()
    {
        const auto findings = [&](const Case& c, const ParamValues& v) { return checkOperation(*m_operation, c, v); };
        QVERIFY(has(findings(Case(), {}), "arch.no-mask"));
        ParamValues v;
        v.set("points", std::vector<Vec3>{Vec3(0, 0, 0), Vec3(300, 0, 0), Vec3(0, 300, 0)});
        QVERIFY(has(findings(m_case, v), "arch.points"));
        v.set("points", std::vector<Vec3>{Vec3(0, 0, 0), Vec3(NAN, 0, 0), Vec3(0, 30, 0)});
        QVERIFY(blocks(findings(m_case, v)));
        v = {};
        v.set("name", std::string("Mandible"));
        QVERIFY(has(findings(m_case, v), "arch.name"));
        v.set("name", std::string("ct"));
        QVERIFY(has(findings(m_case, v), "arch.name"));
        // A canal is no arch.
        v = {};
        v.set("teeth", std::string("mandibular_canal_left"));
        QVERIFY_EXCEPTION_THROWN(run(m_case, v), Error);
    }
};

QTEST_GUILESS_MAIN(TstDentalArchOperation)
#include "tst_dental_arch_operation.moc"
