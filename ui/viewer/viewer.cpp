#include "ui/viewer/viewer.h"

#include "core/case/time_points.h"
#include "ui/viewer/gizmo.h"
#include "ui/viewer/opengl_check.h"
#include "ui/viewer/slice_view.h"
#include "ui/viewer/viewer_layout.h"
#include "ui/viewer/volume_view.h"

#include <QApplication>
#include <QGridLayout>
#include <QLabel>
#include <QPainter>
#include <QTimer>

#include <array>
#include <cmath>
#include <utility>

namespace pollux {

namespace {

constexpr int kFollow3DMs = 60;

} // namespace

struct Viewer::Private
{
    explicit Private(Viewer* viewer) : q(viewer) {}

    void show()
    {
        for (SliceView* s : slices)
            s->setState(state);
        Q_EMIT q->lookChanged();
    }
    void showAll()
    {
        if (volumeView)
            volumeView->setState(state);
        show();
    }
    void showCuts() { state.scene.cut.any() ? showAll() : show(); }
    void arrange()
    {
        arrangeViews(*grid, {slices[0], slices[1], slices[2], volumePane}, layout);
        for (SliceView* slice : slices)
            slice->setMapLegend(!volumeView || volumePane->isHidden()); // else it stands in 3-D
    }
    /// One view alone, and back to what was there.
    void enlarge(Layout single)
    {
        const Layout to = layout == single ? several : single;
        if (layout != single)
            several = layout;
        q->setLayout(to);
    }
    void moveCrosshair(const Vec3& p)
    {
        q->setCrosshair(p);
        Q_EMIT q->crosshairMoved(p);
    }
    void followIn3D()
    {
        follow3D.stop();
        if (volumeView && volumeView->isVisible())
            volumeView->setState(state);
    }

    Viewer* q;
    std::shared_ptr<const Case> given; ///< what setCase() gave, while a structure in `state` is none of its own
    ViewState state;
    std::shared_ptr<SlicePainter::Cuts> cuts = std::make_shared<SlicePainter::Cuts>();
    std::array<SliceView*, 3> slices{};
    VolumeView* volumeView = nullptr; ///< absent where the platform has no OpenGL
    QWidget* volumePane = nullptr;
    QLabel* banner = nullptr;
    QGridLayout* grid = nullptr;
    QPointer<SliceTool> tool;
    QPointer<Gizmo> gizmo;
    QTimer follow3D;
    Layout layout = Layout::FourUp;
    Layout several = Layout::FourUp; ///< where a second double click leads back to
};

Viewer::Viewer(QWidget* parent) : QWidget(parent), d(std::make_unique<Private>(this))
{
    d->state.theme = loadTheme(true);
    setAccessibleName(tr("Views"));
    // Left and right of an image are the patient's: never mirrored with the window.
    setLayoutDirection(Qt::LeftToRight);
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->setSpacing(0);
    d->banner = new QLabel(this);
    d->banner->setObjectName(QStringLiteral("patientBanner"));
    d->banner->setAccessibleName(tr("Patient"));
    d->banner->setTextFormat(Qt::PlainText); // a name from a file is not markup
    d->banner->setMargin(6);
    d->banner->hide();
    outer->addWidget(d->banner);
    d->grid = new QGridLayout;
    d->grid->setSpacing(2);
    outer->addLayout(d->grid, 1);

    static constexpr std::array kKinds{PlaneKind::Axial, PlaneKind::Sagittal, PlaneKind::Coronal};
    static constexpr std::array kLayouts{Layout::Axial, Layout::Sagittal, Layout::Coronal};
    static constexpr std::array kNames{"axialView", "sagittalView", "coronalView"};
    for (size_t i = 0; i < 3; ++i) {
        auto* s = new SliceView(kKinds[i], d->cuts, this);
        s->setObjectName(QLatin1String(kNames[i]));
        d->slices[i] = s;
        connect(s, &SliceView::crosshairMoved, this, [this](const Vec3& p) { d->moveCrosshair(p); });
        connect(s, &SliceView::windowChanged, this, [this](double centre, double width) {
            setWindow(centre, width);
            Q_EMIT windowChanged(centre, width);
        });
        connect(s, &SliceView::axesTurned, this, [this](const Mat3& axes) {
            setAxes(axes);
            Q_EMIT axesTurned(axes);
        });
        connect(s, &SliceView::pathDragged, this, &Viewer::pathDragged);
        connect(s, &SliceView::enlargeRequested, this, [this, i] { d->enlarge(kLayouts[i]); });
        connect(s, &SliceView::framed, this, [this, i] { Q_EMIT sliceFramed(kKinds[i]); });
    }
    const QString platform = QGuiApplication::platformName();
    const bool windowless = platform == QLatin1String("offscreen") || platform == QLatin1String("minimal");
    const QString problem =
        windowless ? tr("No 3-D view: this display has no OpenGL.") : openGlProblem(VtkWidget::format());
    if (!problem.isEmpty()) {
        auto* label = new QLabel(problem, this);
        label->setAlignment(Qt::AlignCenter);
        label->setWordWrap(true);
        label->setMinimumSize(140, 140);
        label->setAccessibleName(problem);
        d->volumePane = label;
    } else {
        d->volumeView = new VolumeView(this);
        d->volumePane = d->volumeView;
        connect(d->volumeView, &VolumeView::picked, this, [this](const Vec3& p) {
            flyTo(p);
            Q_EMIT picked(p);
            Q_EMIT crosshairMoved(p);
        });
        connect(d->volumeView, &VolumeView::enlargeRequested, this, [this] { d->enlarge(Layout::Volume3D); });
        connect(d->volumeView, &VolumeView::cameraMoved, this, &Viewer::cameraMoved);
    }
    d->follow3D.setSingleShot(true);
    d->follow3D.setInterval(kFollow3DMs);
    connect(&d->follow3D, &QTimer::timeout, this, [this] { d->followIn3D(); });
    d->volumePane->setObjectName(QStringLiteral("volumeView"));
    d->arrange();
    setTheme(d->state.theme);
}

Viewer::~Viewer() = default;

void Viewer::setCase(std::shared_ptr<const Case> c)
{
    if (c == (d->given ? d->given : d->state.document))
        return;
    d->given.reset();
    const auto before = d->state.document; // keeps what `old` points to
    const VolumeObject* old = d->state.volumeObject();
    d->state.document = std::move(c);
    if (d->state.document)
        d->cuts->keepOnly(*d->state.document);
    if (!d->state.volumeObject()) {
        const bool any = d->state.document && !d->state.document->volumes.empty();
        setVolume(any ? d->state.document->volumes.begin()->first : Id());
    } else if (old != d->state.volumeObject() && old &&
               !sameGeometry(old->volume.grid(), d->state.volumeObject()->volume.grid()))
        d->state.crosshair = d->state.volumeObject()->volume.grid().bounds().centre();
    placeStructures();
    d->showAll();
}

void Viewer::restore(ViewState before)
{
    before.theme = d->state.theme;
    before.patientText = d->state.patientText;
    before.notice = d->state.notice;
    d->state = std::move(before);
    d->given.reset();
    if (d->state.document)
        d->cuts->keepOnly(*d->state.document);
    placeStructures();
    d->showAll();
    Q_EMIT restored();
}

void Viewer::setVolume(Id volume)
{
    const VolumeObject* old = d->state.volumeObject();
    const Vec3 wasAt = d->state.crosshair;
    d->state.volume = std::move(volume);
    if (const VolumeObject* v = d->state.volumeObject()) {
        d->state.windowCentre = v->windowCentre;
        d->state.windowWidth = std::max(1.0, v->windowWidth);
        // two series of one study share their frame: the place looked at stays, if the new one has it
        const Index3 i = v->volume.grid().nearest(wasAt);
        if (!old || !v->volume.grid().contains(i[0], i[1], i[2]))
            d->state.crosshair = v->volume.grid().bounds().centre();
    }
    placeStructures();
    d->showAll(); // the image may be drawn in 3-D too
}

void Viewer::setPhase(const Id& volume)
{
    if (!d->state.document || !d->state.document->volumes.contains(volume) || volume == d->state.volume)
        return;
    d->state.volume = volume;
    placeStructures();
    d->showAll();
}

Id Viewer::volume() const
{
    return d->state.volume;
}

void Viewer::setCrosshair(const Vec3& p)
{
    if (!p.allFinite() || p == d->state.crosshair)
        return;
    d->state.crosshair = p;
    if (d->volumeView)
        d->volumeView->setCrosshair(p);
    d->showCuts(); // without a cut the picture in 3-D is the same
}

void Viewer::setAxes(const Mat3& axes)
{
    const bool orthonormal = axes.allFinite() && (axes.transpose() * axes).isIdentity(1e-6) && axes.determinant() > 0;
    if (!orthonormal || axes == d->state.axes)
        return;
    d->state.axes = axes;
    d->showCuts();
}

void Viewer::setSlab(SlabMode mode, double thicknessMm)
{
    if (!std::isfinite(thicknessMm))
        return;
    d->state.slabMode = mode;
    d->state.slabMm = std::clamp(thicknessMm, 0.0, 500.0);
    d->show();
}

void Viewer::setFusion(const Fusion& fusion)
{
    if (fusion == d->state.fusion)
        return;
    d->state.fusion = fusion;
    d->state.fusion.amount = std::clamp(fusion.amount, 0.0, 1.0);
    d->show();
    Q_EMIT fusionChanged();
}

void Viewer::setVolumeRendering(const VolumeRendering& rendering)
{
    if (rendering == d->state.volumeRendering)
        return;
    d->state.volumeRendering = rendering;
    d->showAll();
}

void Viewer::setScene(const SceneLook& scene)
{
    if (scene == d->state.scene)
        return;
    d->state.scene = scene;
    d->showAll();
    Q_EMIT sceneChanged();
}

const ViewState& Viewer::state() const
{
    return d->state;
}

std::optional<CameraPose> Viewer::cameraPose() const
{
    return d->volumeView ? d->volumeView->pose() : std::nullopt;
}

void Viewer::setCameraPose(const CameraPose& pose, bool moving)
{
    if (d->volumeView)
        d->volumeView->setPose(pose, moving);
}

void Viewer::lookFrom(char side)
{
    if (d->volumeView)
        d->volumeView->lookFrom(side);
}

void Viewer::setTool(SliceTool* tool)
{
    d->tool = tool;
    for (SliceView* s : d->slices)
        s->setTool(tool);
    if (d->volumeView)
        d->volumeView->setTool(tool);
}

SliceTool* Viewer::tool() const
{
    return d->tool;
}

void Viewer::setGizmo(Gizmo* gizmo)
{
    d->gizmo = gizmo;
    if (d->volumeView)
        d->volumeView->setGizmo(gizmo);
}

Gizmo* Viewer::gizmo() const
{
    return d->gizmo;
}

void Viewer::setMaskPreview(std::optional<MaskPreview> preview)
{
    d->state.preview = std::move(preview);
    d->show();
    d->follow3D.start(); // a stroke comes in many pieces
}

void Viewer::setStructurePreview(const Id& id, std::shared_ptr<const Structure> structure)
{
    if (structure)
        setStructurePreviews({{id, std::move(structure)}});
    else
        setStructurePreviews({});
}

void Viewer::setStructurePreviews(std::map<Id, std::shared_ptr<const Structure>> structures)
{
    const auto own = d->given ? d->given : d->state.document;
    if (!own || (structures.empty() && !d->given))
        return;
    d->given = structures.empty() ? nullptr : own;
    d->state.document = own;
    if (!structures.empty()) {
        auto document = std::make_shared<Case>(*own); // shares all but those
        for (auto& [id, structure] : structures)
            if (structure)
                document->structures[id] = std::move(structure);
            else
                document->structures.erase(id);
        d->state.document = std::move(document);
    }
    d->cuts->keepOnly(*d->state.document);
    d->showAll();
}

void Viewer::setWindow(double centre, double width)
{
    if (!std::isfinite(centre) || !std::isfinite(width))
        return;
    d->state.windowCentre = centre;
    d->state.windowWidth = std::max(1e-3, width);
    d->showCuts();
}

void Viewer::setStructureVisible(const Id& structure, bool on)
{
    d->state.visible[structure] = on;
    d->showAll();
}

bool Viewer::structureVisible(const Id& structure) const
{
    return d->state.isVisible(structure);
}

bool Viewer::isElsewhere(const Id& shape) const
{
    return d->state.elsewhere.contains(shape);
}

void Viewer::placeStructures()
{
    std::set<Id> elsewhere;
    if (d->state.document)
        elsewhere = shapesElsewhere(*d->state.document, d->state.volume);
    if (elsewhere == d->state.elsewhere)
        return;
    d->state.elsewhere = std::move(elsewhere);
    Q_EMIT elsewhereChanged();
}

void Viewer::showLike(const Viewer& other)
{
    const ViewState& like = other.d->state;
    d->state.visible = like.visible;
    d->state.opacity = like.opacity;
    d->state.stale = like.stale;
    d->state.volumeRendering = like.volumeRendering;
    d->showAll();
}

void Viewer::setStructureOpacity(const Id& structure, double opacity)
{
    d->state.opacity[structure] = std::clamp(opacity, 0.0, 1.0);
    d->showAll();
}

double Viewer::structureOpacity(const Id& structure) const
{
    return d->state.opacityOf(structure);
}

void Viewer::setField(const Id& field)
{
    if (field != d->state.field)
        d->state.fieldTime.reset(); // another map first shows what came out
    d->state.field = field;
    d->state.mapPreview.reset();
    d->showAll();
}

void Viewer::setMapPreview(std::shared_ptr<const Field> preview)
{
    if (preview == d->state.mapPreview)
        return;
    d->state.mapPreview = std::move(preview);
    d->showAll();
}

void Viewer::setFieldTime(std::optional<double> seconds)
{
    if (seconds == d->state.fieldTime)
        return;
    d->state.fieldTime = seconds;
    if (d->state.map() || !d->volumeView) {
        d->showAll();
        return;
    }
    d->volumeView->setState(d->state); // only the body moves, and that in 3-D: the slices need not be drawn anew
    Q_EMIT lookChanged();
}

void Viewer::setMotion(std::shared_ptr<const BodyMotion> motion)
{
    if (motion == d->state.motion)
        return;
    d->state.motion = std::move(motion);
    d->state.fieldTime.reset();
    d->showAll();
}

void Viewer::setPath(const std::optional<Path>& path)
{
    if (path == d->state.path)
        return;
    d->state.path = path;
    d->showAll();
}

void Viewer::setOtherPaths(std::vector<Path> paths)
{
    if (paths == d->state.others)
        return;
    d->state.others = std::move(paths);
    d->showAll();
}

const std::optional<Path>& Viewer::path() const
{
    return d->state.path;
}

void Viewer::setCurve(std::shared_ptr<const std::vector<Vec3>> curve)
{
    if (curve == d->state.curve)
        return;
    d->state.curve = std::move(curve);
    d->show();
}

void Viewer::setEditable(bool on)
{
    d->state.editable = on;
    d->show();
}

void Viewer::setStale(std::set<Id> stale)
{
    if (stale == d->state.stale)
        return;
    d->state.stale = std::move(stale);
    d->showAll();
}

void Viewer::flyTo(const Vec3& p)
{
    if (!p.allFinite())
        return;
    setCrosshair(p);
    for (SliceView* s : d->slices)
        s->centreOn(p);
}

void Viewer::setLayout(Layout layout)
{
    d->layout = layout;
    d->arrange();
    Q_EMIT layoutChanged(layout);
}

Viewer::Layout Viewer::viewLayout() const
{
    return d->layout;
}

SlicePlane Viewer::slicePlane(PlaneKind kind) const
{
    return d->slices[static_cast<size_t>(kind)]->plane();
}

void Viewer::frameSlice(PlaneKind kind, const Vec3& centre, double mmPerPixel)
{
    d->slices[static_cast<size_t>(kind)]->frame(centre, mmPerPixel);
}

void Viewer::resetViews()
{
    setAxes(Mat3::Identity());
    for (SliceView* s : d->slices)
        s->fit();
    lookFrom('A');
}

void Viewer::setTheme(const Theme& theme)
{
    d->state.theme = theme;
    QPalette p = palette();
    p.setColor(QPalette::Window, theme.line);
    setPalette(p);
    setAutoFillBackground(true);
    QPalette b = d->banner->palette();
    b.setColor(QPalette::Window, theme.surfaceRaised);
    b.setColor(QPalette::WindowText, theme.text);
    d->banner->setPalette(b);
    d->banner->setAutoFillBackground(true);
    QFont font = d->banner->font();
    font.setPixelSize(14);
    font.setBold(true);
    d->banner->setFont(font);
    d->showAll();
}

void Viewer::setPatientText(const QString& text)
{
    d->state.patientText = text;
    d->banner->setText(text);
    d->banner->setVisible(!text.isEmpty());
}

void Viewer::setNotice(const QString& text)
{
    d->state.notice = text;
    d->showAll();
}

QImage Viewer::grabViews()
{
    if (d->follow3D.isActive()) // what is still to come belongs to what is shown now
        d->followIn3D();
    return grab().toImage();
}

} // namespace pollux
