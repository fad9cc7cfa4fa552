#include "core/report/report.h"

#include <QTest>
#include <nlohmann/json.hpp>

using namespace pollux;

class TestReport : public QObject
{
    Q_OBJECT

    static Case sample()
    {
        Edit e;
        Study study;
        study.name = "CT";
        study.patientKey = "abcdef012345";
        study.patientName = "SECRETNAME^A";
        study.patientId = "SECRETID";
        study.gate = {
            {Severity::Warning, "geometry.gap", "Two slices are missing.", "Ask for them.", {}, {}, "only a lesson"}};
        e.put(Id("study"), study);
        Grid g;
        g.size = {4, 4, 4};
        VolumeObject v;
        v.modality = "CT";
        v.unit = "HU";
        v.volume = Volume(g, std::vector<std::int16_t>(64, 7));
        e.put(Id("ct"), v);
        Structure s;
        s.name = "Liver <1>";
        s.anatomy = "liver";
        s.mask = std::make_shared<Mask>(g, std::vector<std::uint8_t>(64, 1));
        e.put(Id("liver"), s);
        Plan p;
        p.name = "Path A";
        p.kind = "liver.puncture";
        p.points = {{"target", Vec3(1, 2, 3)}, {"entry", Vec3(4, 5, 6)}};
        PlanNumber n;
        n.key = "length";
        n.label = "Length";
        n.unit = Unit::Millimetre;
        n.before = 90;
        n.after = 80.25;
        n.limit = "liver.h3.shaft_length";
        n.limitValue = 150;
        n.limitKind = LimitKind::AtMost;
        n.verdict = "ok";
        p.numbers = {n};
        p.used = {{Id("liver"), "Liver <1>", ConfirmState::Proposed}};
        e.put(Id("plan-1"), p);
        Case c = apply({}, e);
        Lineage l;
        l.operation = "liver.plan-puncture";
        l.parameters = R"({"jitter":5})";
        l.inputs = {{Id("liver"), c.keyOf(Id("liver")).value()}};
        c.lineage[Id("plan-1")] = std::make_shared<Lineage>(l);
        return c;
    }

private Q_SLOTS:
    void saysWhatMattersAndNoName()
    {
        const Registry registry;
        const Case c = sample();
        const Report report = makeReport(c, registry, {});
        for (const QString& text :
             {QString::fromStdString(toHtml(report)), QString::fromStdString(reportJson(c, report).dump())}) {
            QVERIFY(!text.contains("SECRETNAME"));
            QVERIFY(!text.contains("SECRETID"));
            QVERIFY(text.contains("abcdef012345"));
            QVERIFY(text.contains("not for clinical use"));
            QVERIFY(text.contains("Two slices are missing."));
            QVERIFY(text.contains("only a lesson"));
        }
        const QString html = QString::fromStdString(toHtml(report));
        QVERIFY(html.contains("80.3 mm") || html.contains("80.2 mm"));
        QVERIFY(html.contains("90.0 mm"));
        QVERIFY(html.contains("at most 150.0 mm"));
        QVERIFY(reportJson(c, report)["plans"]["plan-1"]["numbers"][0]["limit_kind"].get<std::string>() == "at most");
        QVERIFY(html.contains("proposed"));
        QVERIFY2(html.contains("Liver &lt;1&gt;") && !html.contains("Liver <1>"), "names are escaped");
    }

    void aStalePlanIsNeverExportedUnmarked()
    {
        const Registry registry;
        Case c = sample();
        QVERIFY(!QString::fromStdString(toHtml(makeReport(c, registry, {}))).contains("STALE"));
        Structure s = c.structure(Id("liver"));
        std::vector<std::uint8_t> voxels(64, 1);
        voxels[0] = 0;
        s.mask = std::make_shared<Mask>(s.mask->grid(), voxels);
        Edit e;
        e.put(Id("liver"), s);
        c = apply(c, e);
        const Report report = makeReport(c, registry, {});
        QVERIFY(QString::fromStdString(toHtml(report)).contains("mm STALE"));
        QVERIFY(reportJson(c, report)["plans"]["plan-1"]["stale"].get<bool>());
    }

    void everyLimitHasItsSource()
    {
        const Registry registry;
        const Limit* limit = registry.limits().find("liver.h3.shaft_length");
        if (!limit)
            QFAIL("the limit of the needle's length is gone: name the new one in sample()");
        const QString html = QString::fromStdString(toHtml(makeReport(sample(), registry, {})));
        QVERIFY(html.contains(QString::fromStdString(limit->source).toHtmlEscaped().left(20)));
        if (limit->evidence == Evidence::Unverified)
            QVERIFY(html.contains("unverified"));
    }
};

QTEST_GUILESS_MAIN(TestReport)
#include "tst_report.moc"
