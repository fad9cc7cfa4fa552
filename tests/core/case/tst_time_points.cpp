// The studies of a case in order of time, which structure is which at another time, and growth in closed form.

#include "core/case/growth.h"
#include "core/image/mask_volume.h"
#include "tests/core/image/shapes.h"

#include <QTest>

using namespace pollux;

namespace {

Grid cube(int n, const Vec3& origin = Vec3::Constant(-20))
{
    Grid g;
    g.size = {n, n, n};
    g.origin = origin;
    return g;
}

void addStudy(Edit& edit, const char* id, const char* date, const char* volume, const Grid& grid)
{
    Study study;
    study.name = id;
    study.studyDate = date;
    edit.put(Id(id), study);
    VolumeObject v;
    v.name = volume;
    v.study = Id(id);
    v.modality = std::string("CT");
    v.volume = Volume(grid, std::vector<std::int16_t>(static_cast<size_t>(grid.voxels()), 0));
    edit.put(Id(volume), std::move(v));
}

void addBall(Edit& edit, const char* id, const char* anatomy, const Grid& grid, double radius,
             ConfirmState state = ConfirmState::Proposed)
{
    Structure s;
    s.name = id;
    s.anatomy = anatomy;
    s.state = state;
    s.mask = std::make_shared<Mask>(shapes::ball(grid, Vec3(0.3, -0.2, 0.4), radius));
    edit.put(Id(id), std::move(s));
}

void record(Case& c, const char* id, const char* operation, std::vector<const char*> from,
            const char* parameters = "{}")
{
    Lineage l;
    l.operation = operation;
    l.parameters = parameters;
    for (const char* in : from)
        l.inputs.push_back({Id(in), *c.keyOf(Id(in))});
    c.lineage[Id(id)] = std::make_shared<Lineage>(l);
}

const Grid kThen = cube(41), kNow = cube(41, Vec3(-20, -20, -20.5));

/// A ball of 10 mm that is one of 12 mm ninety days later. The later study comes first by its id.
Case grown()
{
    Edit edit;
    addStudy(edit, "b-first", "20260101", "ct", kThen);
    addStudy(edit, "a-second", "20260401", "ct-2", kNow);
    addBall(edit, "tumour", "liver_lesion", kThen, 10);
    addBall(edit, "tumour-2", "liver_lesion", kNow, 12);
    return apply({}, edit);
}

std::vector<Growth> growths(const Case& c)
{
    return growthsOf(c, timePointsOf(c), Job());
}

} // namespace

class TestTimePoints : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatLiesInAnotherStudyIsNotOfThisImage()
    {
        Case c = grown();
        QCOMPARE(shapesElsewhere(c, Id("ct")), std::set<Id>{Id("tumour-2")});
        QCOMPARE(shapesElsewhere(c, Id("ct-2")), std::set<Id>{Id("tumour")});
        QCOMPARE(shapesElsewhere(c, Id("none")), std::set<Id>{});
        QCOMPARE(shapesElsewhere(Case(), Id("ct")), std::set<Id>{});
        // One frame of reference: places of one are places of the other.
        Edit edit;
        for (const char* id : {"ct", "ct-2"}) {
            VolumeObject v = *c.volumes.at(Id(id));
            v.frameOfReference = "1.2.3";
            edit.put(Id(id), std::move(v));
        }
        const Case joined = apply(c, edit);
        QCOMPARE(shapesElsewhere(joined, Id("ct")), std::set<Id>{});
        // A map lies where what it was made from lies; one of both studies is not hidden.
        Edit maps;
        for (const char* id : {"map", "difference", "lone"})
            maps.put(Id(id), Field());
        Case mapped = apply(c, maps);
        record(mapped, "map", "test.map", {"tumour-2"});
        record(mapped, "difference", "test.map", {"tumour", "tumour-2"});
        QCOMPARE(shapesElsewhere(mapped, Id("ct")), (std::set<Id>{Id("tumour-2"), Id("map")}));
        QCOMPARE(shapesElsewhere(mapped, Id("ct-2")), std::set<Id>{Id("tumour")});
        // Nothing says where it lies: it is not hidden.
        Edit stray;
        addBall(stray, "stray", "liver_lesion", cube(13), 3);
        QVERIFY(!shapesElsewhere(apply(c, stray), Id("ct")).contains(Id("stray")));
    }

    void studiesAreOrderedByDateAndUnknownOnesLast()
    {
        Edit edit;
        addStudy(edit, "a", "", "ct-a", kThen);
        addStudy(edit, "b", "20260230", "ct-b", kThen); // there is no such day
        addStudy(edit, "c", "20260301", "ct-c", kThen);
        addStudy(edit, "d", "20251231", "ct-d", kThen);
        const TimePoints times = timePointsOf(apply({}, edit));
        QCOMPARE(times.all.size(), size_t(4));
        QStringList order;
        for (const TimePoint& t : times.all)
            order << QString::fromStdString(t.study.text());
        QCOMPARE(order.join(""), QString("dcab"));
        QVERIFY(times.anyUnknownDate());
        QVERIFY(times.all[3].date.empty());
        QCOMPARE(daysBetween("20251231", "20260301").value_or(0), 60);
        QCOMPARE(daysBetween("20240228", "20240301").value_or(0), 2); // a leap year
        QVERIFY(!daysBetween("20260230", "20260301") && !daysBetween("", "20260301"));
        QCOMPARE(dateText("20260301"), std::string("2026-03-01"));
        QCOMPARE(dateText("20260230"), std::string("date unknown"));
    }

    void aStructureLiesInTheStudyOfItsVoxels()
    {
        const TimePoints times = timePointsOf(grown());
        QCOMPARE(times.ofVolume(Id("ct")).value_or(9), size_t(0));
        QCOMPARE(times.ofStructure(Id("tumour")).value_or(9), size_t(0));
        QCOMPARE(times.ofStructure(Id("tumour-2")).value_or(9), size_t(1));
    }

    void onTheSameVoxelsTheLineageDecidesAndElseNothingDoes()
    {
        Edit edit;
        addStudy(edit, "s1", "20260101", "ct", kThen);
        addStudy(edit, "s2", "20260401", "ct-2", kThen);
        addBall(edit, "made", "", kThen, 5);
        addBall(edit, "unknown", "", kThen, 5);
        addBall(edit, "organ-on-ct-2", "", kThen, 5);
        Case c = apply({}, edit);
        record(c, "made", "segment.threshold", {"ct-2"});
        record(c, "organ-on-ct-2", "edit.brush", {"ct"}); // the image that a brush looked at says nothing
        const TimePoints times = timePointsOf(c);
        QCOMPARE(times.ofStructure(Id("made")).value_or(9), size_t(1));
        QCOMPARE(times.ofStructure(Id("organ-on-ct-2")).value_or(9), size_t(1));
        QVERIFY(!times.ofStructure(Id("unknown")));
        QCOMPARE(times.unplaced.size(), size_t(1));
        c.studies.erase(Id("s2"));
        c.volumes.erase(Id("ct-2"));
        QVERIFY(timePointsOf(c).unplaced.empty()); // where else
    }

    void whatWasCarriedIsTheSameThing()
    {
        Edit edit;
        addStudy(edit, "s1", "20260101", "ct", kThen);
        addStudy(edit, "s2", "20260401", "ct-2", kThen);
        for (const char* id : {"a", "b", "a-on-ct-2", "b-on-ct-2"})
            addBall(edit, id, "liver_lesion", kThen, 5);
        Case c = apply({}, edit);
        record(c, "a", "segment.threshold", {"ct"});
        record(c, "b", "segment.threshold", {"ct"});
        record(c, "a-on-ct-2", "case.follow-up", {"ct", "ct-2", "a"}, R"({"fixed":"ct-2","moving":"ct"})");
        record(c, "b-on-ct-2", "edit.brush", {}); // corrected since: its id still tells
        const std::vector<Track> tracks = tracksOf(c, timePointsOf(c));
        QCOMPARE(tracks.size(), size_t(2));
        for (const Track& t : tracks) {
            QCOMPARE(t.times(), size_t(2));
            QCOMPARE(carriedId(c, *t.at[0], Id("ct-2")), *t.at[1]);
        }
        QCOMPARE(carriedFrom(c, Id("a-on-ct-2")).value_or(Id()), Id("a"));
        QVERIFY(!carriedFrom(c, Id("b-on-ct-2")));
        QCOMPARE(carriedId(c, Id("a-on-ct-2"), Id("ct")), Id("a-on-ct"));
    }

    void anatomyCountsOnlyWhereItIsClear()
    {
        const Case one = grown();
        QCOMPARE(tracksOf(one, timePointsOf(one)).size(), size_t(1));
        Edit edit;
        addBall(edit, "other", "liver_lesion", kNow, 3);
        const Case two = apply(one, edit);
        const std::vector<Track> tracks = tracksOf(two, timePointsOf(two));
        QCOMPARE(tracks.size(), size_t(3)); // which of the two was it? Nobody says.
        QVERIFY(growths(two).empty());
    }

    void whatAPersonLookedAtGoesBeforeWhatWasCarried()
    {
        Edit edit;
        addBall(edit, "tumour-on-ct-2", "liver_lesion", kNow, 10);
        Case c = apply(grown(), edit);
        record(c, "tumour-on-ct-2", "case.follow-up", {"ct", "ct-2", "tumour"}, R"({"fixed":"ct-2"})");
        auto tracks = tracksOf(c, timePointsOf(c));
        QCOMPARE(tracks.size(), size_t(1));
        QCOMPARE(tracks[0].at[1].value_or(Id()), Id("tumour-2"));
        QCOMPARE(tracks[0].passedBy[1], std::vector<Id>{Id("tumour-on-ct-2")});
        Edit confirm;
        Structure s = c.structure(Id("tumour-on-ct-2"));
        s.state = ConfirmState::Confirmed;
        confirm.put(Id("tumour-on-ct-2"), s);
        c = apply(c, confirm);
        tracks = tracksOf(c, timePointsOf(c));
        QCOMPARE(tracks[0].at[1].value_or(Id()), Id("tumour-on-ct-2"));
    }

    void aBallGrowsFromTenToTwelveMillimetres()
    {
        const std::vector<Growth> all = growths(grown());
        QCOMPARE(all.size(), size_t(1));
        QCOMPARE(all[0].changes.size(), size_t(1));
        const GrowthChange& g = all[0].changes[0];
        QCOMPARE(g.days.value_or(0), 90);
        QVERIFY(g.measurable && g.percent && g.doublingDays && g.diameter);
        // (12/10)^3 - 1; counted in voxels of 1 mm it is 0.3 % off.
        QVERIFY2(std::abs(g.percent->value - 72.8) < 1, qPrintable(QString::number(g.percent->value)));
        const double doubling = std::log(2.0) * 90 / (3 * std::log(1.2));
        QVERIFY2(std::abs(*g.doublingDays - doubling) < 1.5, qPrintable(QString::number(*g.doublingDays)));
        QVERIFY(std::abs(g.diameter->value - 4) < 1.5);
        // The border within a voxel: area times 1 mm / sqrt(12), first order.
        const double s1 = 4 * M_PI * 100 / std::sqrt(12.0) / 1000, s2 = 4 * M_PI * 144 / std::sqrt(12.0) / 1000;
        QVERIFY2(std::abs(*g.volume.standardDeviation - std::hypot(s1, s2)) < 0.05 * std::hypot(s1, s2),
                 qPrintable(QString::number(*g.volume.standardDeviation)));
        QVERIFY(g.doublingDeviation && *g.doublingDeviation > 10 && *g.doublingDeviation < 40);
        QVERIFY(QString::fromStdString(doublingText(g)).startsWith("doubles in 11"));
        QVERIFY(QString::fromStdString(changeText(g)).startsWith("+3.0"));
        QVERIFY(doubtText(all[0], g).empty());
    }

    void backwardsItHalves()
    {
        const Growth g = growths(grown())[0];
        const GrowthChange back = changeBetween(g.values[1], g.values[0], 90);
        QVERIFY(back.doublingDays && std::abs(*back.doublingDays + *g.changes[0].doublingDays) < 1e-9);
        QVERIFY(doublingText(back).starts_with("halves in"));
        QVERIFY(!changeBetween(g.values[0], g.values[1], std::nullopt).doublingDays);
        QVERIFY(!changeBetween(g.values[0], g.values[1], 0).doublingDays);
    }

    void lessThanItsUncertaintyIsNoMeasurableChange()
    {
        Edit edit;
        addStudy(edit, "s1", "20260101", "ct", kThen);
        addStudy(edit, "s2", "20260401", "ct-2", kNow);
        addBall(edit, "x", "liver_lesion", kThen, 10);
        addBall(edit, "y", "liver_lesion", kNow, 10.3);
        const std::vector<Growth> all = growths(apply({}, edit));
        QCOMPARE(all.size(), size_t(1));
        const GrowthChange& g = all[0].changes[0];
        QVERIFY(g.volume.value > 0.1 && !g.measurable && !g.doublingDays);
        QCOMPARE(changeText(g), std::string("no measurable change"));
        QVERIFY(doublingText(g).empty());
    }

    void threeStudiesGiveTheStepsAndTheWhole()
    {
        Edit edit;
        addStudy(edit, "third", "20260701", "ct-3", cube(41, Vec3(-20, -20.5, -20)));
        addBall(edit, "tumour-3", "liver_lesion", cube(41, Vec3(-20, -20.5, -20)), 14);
        const std::vector<Growth> all = growths(apply(grown(), edit));
        QCOMPARE(all.size(), size_t(1));
        QCOMPARE(all[0].changes.size(), size_t(3));
        const GrowthChange& whole = all[0].changes[2];
        QCOMPARE(whole.days.value_or(0), 181);
        QVERIFY(std::abs(whole.volume.value - all[0].changes[0].volume.value - all[0].changes[1].volume.value) < 1e-9);
    }

    void doubtsAreSaid()
    {
        Case c = grown();
        record(c, "tumour-2", "case.follow-up", {"tumour", "ct-2"}, R"({"fixed":"ct-2"})");
        const std::vector<Growth> carried = growths(c);
        QVERIFY(carried[0].values[1].carried);
        QVERIFY(QString::fromStdString(doubtText(carried[0], carried[0].changes[0])).contains("registration"));
        Edit edit;
        addBall(edit, "tumour", "liver_lesion", kThen, 21); // beyond the image, and what was carried is of the old one
        const std::vector<Growth> cut = growths(apply(c, edit));
        QVERIFY(cut[0].values[0].cut && cut[0].values[1].stale);
        QVERIFY(QString::fromStdString(doubtText(cut[0], cut[0].changes[0])).contains("STALE"));
        QVERIFY(cutByImage(*apply(c, edit).structure(Id("tumour")).mask));
        QVERIFY(!cutByImage(*c.structure(Id("tumour")).mask));
    }

    void aSlabHasTheUncertaintyOfItsFaces()
    {
        // 10 x 10 x 10 voxels of 1 x 2 x 3 mm: 600 faces of a voxel's volume each.
        Grid g = cube(20);
        g.spacing = Vec3(1, 2, 3);
        const Mask box(g, {{2, 2, 2}, {12, 12, 12}}, std::vector<std::uint8_t>(1000, 1));
        const Quantity v = maskVolume(box);
        QCOMPARE(v.value, 6.0);
        QVERIFY(std::abs(*v.standardDeviation - 2.0 / 3 * 600 * 0.006 / std::sqrt(12.0)) < 1e-12);
        QVERIFY(!maskVolume(Mask(g, std::vector<std::uint8_t>(8000, 0))).standardDeviation);
    }
};

QTEST_GUILESS_MAIN(TestTimePoints)
#include "tst_time_points.moc"
