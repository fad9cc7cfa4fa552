// One small picture for each kind of mark over a slice: measurements, landmarks, needle, texts; see
// tests/images/README.md. Names and values are left out, but for one picture of each kind.

#include "tests/ui/viewer/sample_case.h"
#include "tests/ui/viewer/slice_picture.h"

#include <QGuiApplication>

using namespace pollux;
using namespace pollux::baseline;

namespace {

/// What stands over every picture: crosshair, texts, names of the structures.
void generalRows(std::vector<Row>& rows, const CaseRef& ball)
{
    rows.push_back(sliced("crosshair", ball, [](RenderOptions& o) { o.crosshair = true; }));
    // Above the ball there is one value, and it is shown in the middle of grey: dark and light parts of letters count.
    const auto plain = [](bool marks) {
        return [marks](RenderOptions& o) {
            o.size = QSize(160, 130);
            o.mmPerPixel = 1;
            o.centre = Vec3(0, 0, 90);
            o.windowCentre = -100;
            o.windowWidth = 600;
            o.marks = marks;
        };
    };
    rows.push_back(
        {"slice_texts", kTexts, [=] { return slice(*ball, plain(true)); }, [=] { return slice(*ball, plain(false)); }});
    const QRect legend(28, 64, 100, 60);
    rows.push_back({"structure_legend", kTexts,
                    [=] {
                        return part(*ball, legend, [](RenderOptions& o) {
                            allStructures(o);
                            o.legend = true;
                        });
                    },
                    [=] { return part(*ball, legend, allStructures); }});
}

/// In the plane of the slices; names and values are text.
Measurement measured(MeasurementKind kind)
{
    Measurement m;
    m.kind = kind;
    const auto at = [](double x, double y) { return Vec3(x, y, kPlace.z()); };
    switch (kind) {
    case MeasurementKind::Length:
        m.points = {at(-50, -20), at(-10, 5), at(30, 25)};
        break;
    case MeasurementKind::Angle:
        m.points = {at(-50, 20), at(0, -20), at(40, 30)};
        break;
    case MeasurementKind::LineAngle:
        m.points = {at(-50, -30), at(40, -40), at(-40, 40), at(50, 10)};
        break;
    case MeasurementKind::Area:
        m.points = {at(-40, -30), at(20, -45), at(50, 10), at(0, 40), at(-55, 15)};
        break;
    case MeasurementKind::Ellipse:
        m.points = {at(5, -5), at(45, 15), at(-5, 15)};
        break;
    case MeasurementKind::Sphere:
        m.points = {at(-10, 10), at(35, 10)};
        break;
    case MeasurementKind::Distance:
        m.points = {at(-60, 0), at(-20, -35)};
        break;
    case MeasurementKind::Diameter:
        m.points = {at(10, -40), at(20, 45)};
        break;
    }
    return m;
}

CaseRef withMeasurement(const CaseRef& c, const Measurement& m)
{
    return changed(c, [&](Case& other) { other.measurements[Id("m")] = std::make_shared<Measurement>(m); });
}

CaseRef withLandmark(const CaseRef& c, const std::string& name)
{
    return changed(c, [&](Case& other) {
        Landmark l;
        l.name = name;
        l.position = kPlace;
        other.landmarks[Id("l")] = std::make_shared<Landmark>(l);
        l.name.clear();
        l.position = kPlace + Vec3(30, 20, 4); // off the plane: faint
        other.landmarks[Id("off")] = std::make_shared<Landmark>(l);
    });
}

void markRows(std::vector<Row>& rows, const CaseRef& ball)
{
    for (const MeasurementKind kind :
         {MeasurementKind::Length, MeasurementKind::Angle, MeasurementKind::LineAngle, MeasurementKind::Area,
          MeasurementKind::Ellipse, MeasurementKind::Sphere, MeasurementKind::Distance, MeasurementKind::Diameter})
        rows.push_back(sliced("measurement_" + std::string(name(kind)), withMeasurement(ball, measured(kind)), ball));
    rows.push_back(sliced("landmark", withLandmark(ball, std::string()), ball));

    // To the right of the middle, where both end.
    const QRect beside(128, 106, 100, 44);
    Measurement bare;
    bare.points = {kPlace + Vec3(-50, 0, 0), kPlace};
    Measurement named = bare;
    named.name = std::string("Length");
    named.values.push_back(
        {std::string("length"), std::string("Length"), Quantity{50, Unit::Millimetre, std::nullopt, std::string()}});
    const auto besideOf = [beside](const CaseRef& c) { return [c, beside] { return part(*c, beside); }; };
    rows.push_back(
        {"measurement_label", kTexts, besideOf(withMeasurement(ball, named)), besideOf(withMeasurement(ball, bare))});
    rows.push_back({"landmark_name", kTexts, besideOf(withLandmark(ball, std::string("Portal vein"))),
                    besideOf(withLandmark(ball, std::string()))});
}

Tweak needle(const Vec3& target, const Vec3& entry, bool acceptable, const QString& label = {})
{
    Path p;
    p.target = target;
    p.entry = entry;
    p.acceptable = acceptable;
    p.label = label;
    return [p](RenderOptions& o) { o.path = p; };
}

void pathRows(std::vector<Row>& rows, const CaseRef& ball)
{
    const Vec3 target = kPlace + Vec3(-30, 20, 0), entry = kPlace + Vec3(0, -30, 0);
    rows.push_back(sliced("path", ball, needle(target, entry, true)));
    const auto beside = [=](bool faint, double z) {
        return [=](RenderOptions& o) {
            needle(target, entry, true)(o);
            Path other = *o.path;
            o.path.reset();
            o.centre = target;
            other.target.z() += z;
            other.entry += Vec3(-20, 25, z);
            other.faint = faint;
            o.others = {other};
        };
    };
    rows.push_back(sliced("path_beside", ball, beside(false, 0)));
    rows.push_back(sliced("path_beside_off_plane", ball, beside(false, 4)));
    rows.push_back(sliced("path_beside_faint", ball, beside(true, 0)));
    rows.push_back(sliced("path_off_plane", ball, needle(target, entry + Vec3(0, 0, 20), true)));
    const auto piece = [ball](const QRect& rect, const Tweak& change) {
        return [ball, rect, change] { return part(*ball, rect, change); };
    };
    // Below the entry, so without the words beside it.
    const QRect below(70, 112, 60, 60);
    rows.push_back({"path_outside_limits", kPainted, piece(below, needle(target, entry, false)),
                    piece(below, needle(target, entry, true))});
    // The words do not fit beside the entry here and stand above it.
    const QRect above(68, 44, 120, 44);
    const Vec3 lower = kPlace + Vec3(0, 40, 0), upper = kPlace + Vec3(0, -35, 0);
    rows.push_back({"path_label", kTexts, piece(above, needle(lower, upper, false, QStringLiteral("Plan A"))),
                    piece(above, needle(lower, upper, true))});
}

std::vector<Row> allRows()
{
    const CaseRef ball = sample::ballCase();
    std::vector<Row> rows;
    generalRows(rows, ball);
    markRows(rows, ball);
    pathRows(rows, ball);
    return rows;
}

} // namespace

class TestMarkImages : public QObject
{
    Q_OBJECT

    const std::vector<Row> m_rows = allRows();

private Q_SLOTS:
    void marks_data() { addRows(m_rows); }
    void marks()
    {
        QFETCH(int, row);
        checkRow(m_rows[static_cast<size_t>(row)]);
    }
};

int main(int argc, char** argv)
{
    QGuiApplication app(argc, argv);
    TestMarkImages test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_mark_images.moc"
