// One small picture for each layer of the 3-D view; see tests/images/README.md.

#include "tests/ui/viewer/picture_row.h"
#include "tests/ui/viewer/sample_case.h"
#include "ui/viewer/render.h"
#include "ui/viewer/viewer.h"

using namespace pollux;
using namespace pollux::baseline;

namespace {

using CaseRef = std::shared_ptr<const Case>;
using Tweak = std::function<void(RenderOptions&)>;

const std::set<Id> kInner{Id("liver"), Id("lesion")};

QImage scene(const Case& c, const Tweak& change)
{
    RenderOptions o;
    o.size = QSize(kSide, kSide);
    o.centre = sample::kTarget; // where it is cut
    o.marks = false;
    change(o);
    return renderScene3D(c, o);
}

Row pictured(std::string name, const CaseRef& c, const Tweak& with, const Tweak& without)
{
    return {std::move(name), kOpenGl, [c, with] { return scene(*c, with); },
            [c, without] { return scene(*c, without); }};
}

/// A part of the picture, so that what is small is much of it.
Row pictured(std::string name, const CaseRef& c, const Tolerance& tolerance, const QRect& rect, const Tweak& with,
             const Tweak& without)
{
    return {std::move(name), tolerance, [=] { return scene(*c, with).copy(rect); },
            [=] { return scene(*c, without).copy(rect); }};
}

void nothing(RenderOptions& o)
{
    o.structures = std::set<Id>{};
}

void byDefault(RenderOptions&) {}

void surfaceRows(std::vector<Row>& rows, const CaseRef& ball)
{
    rows.push_back(pictured(
        "scene_opaque", ball,
        [](RenderOptions& o) {
            o.structures = kInner;
            o.opacity[Id("liver")] = 1;
        },
        nothing));
    rows.push_back(pictured("scene_translucent", ball, byDefault, [](RenderOptions& o) { o.opacity[Id("skin")] = 1; }));
    const Tweak faint = [](RenderOptions& o) {
        o.structures = kInner;
        o.opacity[Id("liver")] = 0.05;
    };
    rows.push_back(pictured(
        "scene_silhouettes", ball,
        [faint](RenderOptions& o) {
            faint(o);
            o.scene.silhouettes = true;
        },
        faint));
    const Tweak field = [](RenderOptions& o) { o.field = Id("map"); };
    rows.push_back(pictured("scene_field", ball, field, byDefault));
    rows.push_back(pictured(
        "scene_field_legend", ball, kTexts, QRect(0, 0, kSide, kSide),
        [field](RenderOptions& o) {
            field(o);
            o.marks = true;
        },
        field));
}

void needleRows(std::vector<Row>& rows, const CaseRef& ball)
{
    const auto needle = [](bool acceptable) {
        return [acceptable](RenderOptions& o) {
            o.structures = std::set<Id>{Id("lesion")};
            o.side = 'R'; // from where it is long
            Path p;
            p.target = sample::kTarget;
            p.entry = sample::kTarget + Vec3(-28, -52, 20);
            p.acceptable = acceptable;
            o.path = p;
        };
    };
    rows.push_back(pictured("scene_needle", ball, needle(true), [=](RenderOptions& o) {
        needle(true)(o);
        o.path.reset();
    }));
    const auto beside = [=](RenderOptions& o) {
        needle(true)(o);
        for (const bool faint : {false, true})
            for (const double shift : {18.0, 36.0}) {
                Path other = *o.path;
                other.entry += (faint ? -1 : 1) * Vec3(shift, 0, shift);
                other.faint = faint;
                other.acceptable = shift < 20;
                o.others.push_back(other);
            }
    };
    rows.push_back(pictured("scene_needles_beside", ball, beside, needle(true)));
    rows.push_back(pictured("scene_needle_outside_limits", ball, needle(false), needle(true)));
}

void imageRows(std::vector<Row>& rows, const CaseRef& ball)
{
    const Tweak image = [](RenderOptions& o) {
        nothing(o);
        o.volumeRendering.preset = QStringLiteral("soft");
    };
    rows.push_back(pictured("scene_image", ball, image, nothing));
    rows.push_back(pictured(
        "scene_image_cropped", ball,
        [image](RenderOptions& o) {
            image(o);
            o.volumeRendering.cropped = true;
            o.volumeRendering.cropHigh = Vec3(0.6, 1, 0.7); // towards the left and the head
        },
        image));
    const Tweak bare = [](RenderOptions& o) {
        o.scene.cut.coronal = CutSide::Near;
        o.scene.cut.image = false;
    };
    rows.push_back(pictured("scene_cut", ball, bare, byDefault));
    rows.push_back(pictured(
        "scene_cut_caps", ball,
        [bare](RenderOptions& o) {
            bare(o);
            o.scene.cut.image = true;
        },
        bare));
}

void cameraRows(std::vector<Row>& rows, const CaseRef& ball)
{
    const auto parallel = [](double mm) {
        return [mm](RenderOptions& o) {
            o.scene.orthographic = true;
            o.mmPerPixel = mm;
        };
    };
    rows.push_back(pictured("scene_orthographic", ball, parallel(1.2), byDefault));
    // 20 mm, 40 pixels.
    const QRect corner(90, 160, 110, 40);
    rows.push_back(pictured(
        "scene_scale_bar", ball, kTexts, corner,
        [=](RenderOptions& o) {
            o.structures = std::set<Id>{Id("lesion")};
            parallel(0.5)(o);
            o.marks = true;
        },
        [](RenderOptions& o) {
            o.structures = std::set<Id>{Id("lesion")};
            o.marks = true;
        }));
    // Turned: two sides are to be seen. Its letters are VTK's own, the same on every machine.
    const auto turned = [](double degrees) {
        return [degrees](RenderOptions& o) {
            o.structures = std::set<Id>{Id("lesion")};
            o.turn = degrees;
        };
    };
    rows.push_back(pictured("scene_cube", ball, kOpenGl, QRect(0, kSide - 48, 48, 48), turned(35), turned(0)));
}

/// The 3-D view of the window while the liver is edited.
QImage edited(const CaseRef& c, bool stroke)
{
    Viewer viewer;
    viewer.setLayout(Viewer::Layout::Volume3D);
    viewer.resize(300, 320);
    viewer.show();
    if (!QTest::qWaitForWindowExposed(&viewer))
        return {};
    viewer.setCase(c);
    viewer.setStructureVisible(Id("skin"), false);
    viewer.setStructureVisible(Id("lesion"), false);
    viewer.setStructureOpacity(Id("liver"), 1);
    CameraPose pose;
    pose.focus = Vec3(0, 0, 10);
    pose.heightMm = 240; // 150 mm in the middle that is kept
    viewer.setCameraPose(pose);
    const Mask& liver = *c->structures.at(Id("liver"))->mask;
    const Mask lump = sample::ballMask(liver.grid(), Vec3(40, 0, 10), 30);
    if (stroke)
        viewer.setMaskPreview(
            MaskPreview{Id("liver"), std::make_shared<const Mask>(unite(liver, lump)), QColor(190, 90, 70)});
    QTest::qWait(200); // a stroke is drawn a little later
    QImage image = viewer.grabViews();
    image.setDevicePixelRatio(1);
    return middle(image);
}

std::vector<Row> allRows()
{
    const CaseRef ball = sample::ballCase();
    std::vector<Row> rows;
    surfaceRows(rows, ball);
    needleRows(rows, ball);
    imageRows(rows, ball);
    cameraRows(rows, ball);
    rows.push_back(
        {"scene_live_bricks", kOpenGl, [ball] { return edited(ball, true); }, [ball] { return edited(ball, false); }});
    return rows;
}

} // namespace

class TestSceneImages : public QObject
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

QTEST_MAIN(TestSceneImages)
#include "tst_scene_images.moc"
