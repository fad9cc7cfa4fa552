// One small picture for each layer of the slices and of images along a curve, without texts but for one of each kind;
// see tests/images/README.md.

#include "core/image/registration/displacement_field.h"
#include "tests/ui/viewer/curved_case.h"
#include "tests/ui/viewer/fused_case.h"
#include "tests/ui/viewer/slice_picture.h"
#include "ui/viewer/curved_render.h"
#include "ui/viewer/viewer.h"

using namespace pollux;
using namespace pollux::baseline;

namespace {

CaseRef eachStructure(const CaseRef& c, const std::function<void(Structure&)>& change)
{
    return changed(c, [&](Case& other) {
        for (auto& [id, s] : other.structures) {
            Structure one = *s;
            change(one);
            s = std::make_shared<Structure>(std::move(one));
        }
    });
}

void imageRows(std::vector<Row>& rows, const CaseRef& ball)
{
    rows.push_back(sliced("slice_window", ball, [](RenderOptions& o) {
        o.windowCentre = 100;
        o.windowWidth = 600;
    }));
    const auto slab = [](SlabMode mode, double mm) {
        return [mode, mm](RenderOptions& o) {
            o.centre = Vec3(0, 0, 60); // near the ball's upper end, where it changes from slice to slice
            o.slabMode = mode;
            o.slabMm = mm;
        };
    };
    rows.push_back(sliced("slab_mean", ball, slab(SlabMode::Mean, 30), slab(SlabMode::Mean, 0)));
    rows.push_back(sliced("slab_mip", ball, slab(SlabMode::Maximum, 30), slab(SlabMode::Mean, 0)));
    rows.push_back(sliced("slab_minip", ball, slab(SlabMode::Minimum, 30), slab(SlabMode::Mean, 0)));
}

void structureRows(std::vector<Row>& rows, const CaseRef& ball)
{
    rows.push_back(
        sliced("structure_outlines", eachStructure(ball, [](Structure& s) { s.mask.reset(); }), allStructures));
    rows.push_back(
        sliced("structure_fill", eachStructure(ball, [](Structure& s) { s.surface.reset(); }), allStructures));
    const Tweak stale = [](RenderOptions& o) {
        allStructures(o);
        o.stale = {Id("liver")};
    };
    rows.push_back(sliced("structure_stale", ball, stale, allStructures));
    rows.push_back(sliced(
        "structure_stale_light", ball,
        [stale](RenderOptions& o) {
            stale(o);
            o.dark = false;
        },
        stale));
}

void fusionRows(std::vector<Row>& rows)
{
    const CaseRef fused = sample::fusedCase();
    const auto laid = [](FusionMode mode, bool coloured, double amount = 0.5) {
        return [=](RenderOptions& o) {
            o.fusion.volume = Id("ct-2");
            o.fusion.mode = mode;
            o.fusion.coloured = coloured;
            o.fusion.amount = amount;
        };
    };
    const auto through = [](const Tweak& change) {
        return [change](RenderOptions& o) {
            change(o);
            o.fusion.registration = Id("way");
        };
    };
    const Tweak minus = laid(FusionMode::Difference, false);
    rows.push_back(
        sliced("fusion_coloured", fused, laid(FusionMode::Blend, true, 0.6), laid(FusionMode::Blend, false, 0.6)));
    rows.push_back(sliced("fusion_grey", fused, laid(FusionMode::Blend, false)));
    rows.push_back(sliced("fusion_through", fused, through(laid(FusionMode::Blend, true, 0.6)),
                          laid(FusionMode::Blend, true, 0.6)));
    rows.push_back(sliced("fusion_checkerboard", fused, laid(FusionMode::Checkerboard, false)));
    rows.push_back(sliced("fusion_wipe", fused, laid(FusionMode::Wipe, false)));
    rows.push_back(sliced("fusion_difference", fused, through(minus), minus));
    const auto change = std::make_shared<const Volume>(jacobianMap(*fused->registrations.at(Id("way"))->field, Job()));
    rows.push_back(sliced("fusion_volume_change", fused, [=](RenderOptions& o) {
        through(laid(FusionMode::VolumeChange, false, 0.7))(o);
        o.fusion.change = change;
    }));
    const QRect legend(90, 56, 140, 124);
    rows.push_back({"fusion_legend", kTexts,
                    [=] {
                        return part(*fused, legend, [&](RenderOptions& o) {
                            minus(o);
                            o.marks = true;
                        });
                    },
                    [=] { return part(*fused, legend, minus); }});
}

/// A map over time where its surface is cut, and its legend with the time.
void fieldRows(std::vector<Row>& rows, const CaseRef& ball)
{
    const CaseRef timed = changed(ball, [](Case& c) {
        Field f = *c.fields.at(Id("map"));
        const std::vector<float> before = f.values;
        f.times = {0, 90};
        for (const float value : before)
            f.values.push_back(value + 30);
        c.fields[Id("map")] = std::make_shared<Field>(f);
    });
    const auto at = [](double seconds) {
        return [seconds](RenderOptions& o) {
            o.field = Id("map");
            o.fieldTime = seconds;
        };
    };
    rows.push_back(sliced("slice_field", timed, at(0)));
    rows.push_back(sliced("slice_field_later", timed, at(90), at(0)));
    const QRect legend(56, 40, 184, 190);
    const auto told = [=](double seconds) {
        return part(*timed, legend, [&](RenderOptions& o) {
            at(seconds)(o);
            o.marks = true;
        });
    };
    rows.push_back(
        {"slice_field_legend", kTexts, [=] { return told(90); }, [=] { return part(*timed, legend, at(90)); }});
}

QImage blank(const QSize& size)
{
    QImage image(size, QImage::Format_RGB32);
    image.fill(loadTheme(true).image);
    return image;
}

/// Along the straight line through the middle of the ball.
QImage curved(CurvedKind kind, const std::function<void(CurvedRenderOptions&)>& change = {})
{
    static const Case c = sample::curvedCase();
    CurvedRenderOptions o;
    o.along = Id("line");
    o.volume = Id("ct");
    o.size = QSize(300, 300);
    o.cut.kind = kind;
    o.cut.widthMm = kind == CurvedKind::Panoramic ? 180 : 120;
    o.cut.stepMm = 0; // as fine as the volume
    if (change)
        change(o);
    return renderCurved(c, o, Job()).picture;
}

void curvedRows(std::vector<Row>& rows)
{
    const auto nothing = [] { return blank(QSize(kSide, kSide)); };
    rows.push_back({"curved_straightened", kPainted, [] { return middle(curved(CurvedKind::Straightened)); }, nothing});
    rows.push_back({"curved_panoramic", kPainted, [] { return middle(curved(CurvedKind::Panoramic)); }, nothing});
    rows.push_back({"curved_slab", kPainted,
                    [] {
                        return middle(curved(CurvedKind::Panoramic, [](CurvedRenderOptions& o) {
                            o.cut.slabMm = 100;
                            o.cut.slab = CurvedSlab::Minimum;
                        }));
                    },
                    [] { return middle(curved(CurvedKind::Panoramic)); }});
    rows.push_back({"curved_crosshair", kPainted,
                    [] {
                        return middle(curved(CurvedKind::Panoramic,
                                             [](CurvedRenderOptions& o) { o.crosshair = Vec3(20, 0, 10); }));
                    },
                    [] { return middle(curved(CurvedKind::Panoramic)); }});
    const QRect texts(0, 0, 240, 46);
    rows.push_back({"curved_texts", kTexts, [texts] { return curved(CurvedKind::Panoramic).copy(texts); },
                    [texts] { return blank(texts.size()); }});
}

using InViewer = std::function<void(Viewer&)>;

/// What the window alone draws, in its axial view, of the case with `shown` structures.
QImage viewed(const CaseRef& c, const std::set<Id>& shown, const InViewer& change)
{
    Viewer viewer;
    viewer.setLayout(Viewer::Layout::Axial);
    viewer.resize(300, 320);
    viewer.show();
    if (!QTest::qWaitForWindowExposed(&viewer))
        return {};
    viewer.setCase(c);
    for (const auto& [id, structure] : c->structures)
        viewer.setStructureVisible(id, shown.contains(id));
    viewer.setCrosshair(kPlace);
    viewer.frameSlice(PlaneKind::Axial, kPlace, kMmPerPixel);
    if (change)
        change(viewer);
    QImage image = viewer.findChild<QWidget*>(QStringLiteral("axialView"))->grab().toImage();
    image.setDevicePixelRatio(1);
    return middle(image);
}

void viewerRows(std::vector<Row>& rows, const CaseRef& ball)
{
    const auto add = [&](const char* name, const std::set<Id>& shown, const InViewer& with,
                         const InViewer& without = {}) {
        rows.push_back(
            {name, kPainted, [=] { return viewed(ball, shown, with); }, [=] { return viewed(ball, shown, without); }});
    };
    const auto painted =
        std::make_shared<const Mask>(sample::ballMask(ball->volumes.at(Id("ct"))->volume.grid(), Vec3(5, -10, 6), 35));
    const QColor colour(190, 90, 70);
    add("mask_preview", {Id("liver"), Id("lesion")}, [=](Viewer& v) {
        v.setMaskPreview(MaskPreview{Id("liver"), painted, colour});
    });
    add("mask_preview_new", {Id("lesion")}, [=](Viewer& v) {
        v.setMaskPreview(MaskPreview{Id("new"), painted, QColor(60, 200, 90)});
    });
    const std::set<Id> all{Id("skin"), Id("liver"), Id("lesion")};
    add("slice_oblique", all, [](Viewer& v) {
        v.setAxes(turnedAxes(turnedAxes(Mat3::Identity(), PlaneKind::Axial, 0.4), PlaneKind::Coronal, 0.5));
    });
    auto wave = std::make_shared<std::vector<Vec3>>();
    for (int n = 0; n <= 600; ++n) {
        const double t = n / 600.0; // in the plane in parts, up to 12 mm off it elsewhere
        wave->push_back(kPlace + Vec3(-60 + 120 * t, 30 * std::sin(6 * t), 12 * std::sin(9 * t)));
    }
    const InViewer curve = [wave](Viewer& v) { v.setCurve(wave); };
    add("curve_in_slice", {}, curve);
    add(
        "curve_in_slice_light", {},
        [curve](Viewer& v) {
            v.setTheme(loadTheme(false));
            curve(v);
        },
        curve);
}

std::vector<Row> allRows()
{
    const CaseRef ball = sample::ballCase();
    std::vector<Row> rows;
    imageRows(rows, ball);
    structureRows(rows, ball);
    fusionRows(rows);
    fieldRows(rows, ball);
    curvedRows(rows);
    viewerRows(rows, ball);
    return rows;
}

} // namespace

class TestLayerImages : public QObject
{
    Q_OBJECT

    const std::vector<Row> m_rows = allRows();

private Q_SLOTS:
    void layers_data() { addRows(m_rows); }
    void layers()
    {
        QFETCH(int, row);
        checkRow(m_rows[static_cast<size_t>(row)]);
    }
};

QTEST_MAIN(TestLayerImages)
#include "tst_layer_images.moc"
