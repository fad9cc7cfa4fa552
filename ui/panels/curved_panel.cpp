#include "ui/panels/curved_panel.h"

#include "core/base/error.h"
#include "ui/forms/structure_name.h"
#include "ui/forms/text.h"
#include "ui/panels/curved_cut_form.h"
#include "ui/panels/curved_maker.h"
#include "ui/panels/state_mark.h"
#include "ui/viewer/curved_render.h"
#include "ui/viewer/curved_view.h"
#include "ui/viewer/png.h"
#include "ui/viewer/viewer.h"

#include <QComboBox>
#include <QFileDialog>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QPointer>
#include <QPushButton>
#include <QSaveFile>
#include <QScrollArea>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <algorithm>

namespace pollux {

namespace {

void setUp(QWidget* widget, const char* name, const QString& accessible)
{
    widget->setObjectName(QLatin1String(name));
    widget->setAccessibleName(accessible);
}

} // namespace

CurvedPanel::CurvedPanel(PanelContext& context, QWidget* parent)
    : QWidget(parent), m_context(context), m_curve(new QComboBox), m_draw(new QPushButton(tr("Draw a curve"))),
      m_branch(new QPushButton(tr("Branch at crosshair"))), m_form(new CurvedCutForm), m_hint(new QLabel),
      m_view(new CurvedView), m_save(new QPushButton(tr("Save picture…"))),
      m_maker(new CurvedMaker(context.bench, this))
{
    auto* scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setAccessibleName(tr("Curved"));
    auto* page = new QWidget;
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(12, 12, 12, 12);
    column->setSpacing(8);
    buildCurve(column);
    column->addWidget(m_form);
    buildImage(column);
    scroll->setWidget(page);
    auto* whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->addWidget(scroll);
    connect(m_form, &CurvedCutForm::changed, this, &CurvedPanel::refresh);
    connect(m_maker, &CurvedMaker::made, this, &CurvedPanel::land);
    connect(m_maker, &CurvedMaker::changed, this, &CurvedPanel::renewButtons);
    connect(&m_tool, &MeasureTool::placed, this, &CurvedPanel::place);
    connect(&m_tool, &MeasureTool::refused, this, [this](const QString& why) { say(why, "warning"); });
    connect(&context.bench, &Bench::caseChanged, this, &CurvedPanel::onCase);
    connect(&context.bench, &Bench::selected, this, [this](const Id& id) {
        if (const int index = m_curve->findData(q(id.text())); index >= 0)
            m_curve->setCurrentIndex(index);
    });
    if (context.viewer)
        connect(context.viewer, &Viewer::lookChanged, this, &CurvedPanel::onViewer);
    onCase();
}

void CurvedPanel::buildCurve(QVBoxLayout* column)
{
    auto* title = new QLabel(tr("Image along a curve"));
    title->setProperty("role", QStringLiteral("title"));
    column->addWidget(title);
    setUp(m_curve, "curvedCurve", tr("Curve: a centreline or a measured path"));
    m_curve->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_curve->setMinimumContentsLength(12);
    auto* form = new QFormLayout;
    form->addRow(tr("Curve"), m_curve);
    column->addLayout(form);
    auto* row = new QHBoxLayout;
    setUp(m_draw, "curvedDraw", tr("Draw a curve in the slices"));
    m_draw->setCheckable(true);
    setUp(m_branch, "curvedBranch", tr("Take the branch of the centreline nearest to the crosshair"));
    row->addWidget(m_draw);
    row->addWidget(m_branch);
    column->addLayout(row);
    connect(m_curve, &QComboBox::currentIndexChanged, this, [this] {
        m_through.reset();
        m_reload = true;
        refresh();
    });
    connect(m_draw, &QPushButton::toggled, this, &CurvedPanel::draw);
    connect(m_branch, &QPushButton::clicked, this, [this] {
        m_through = m_context.viewer->crosshair();
        m_reload = true;
        refresh();
    });
}

void CurvedPanel::buildImage(QVBoxLayout* column)
{
    m_hint->setObjectName(QStringLiteral("curvedHint"));
    m_hint->setWordWrap(true);
    m_hint->setTextFormat(Qt::PlainText);
    m_hint->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    m_hint->setMinimumHeight(2 * m_hint->fontMetrics().lineSpacing()); // the image below shall not jump
    column->addWidget(m_hint);
    m_view->setObjectName(QStringLiteral("curvedView"));
    column->addWidget(m_view, 1);
    setUp(m_save, "curvedSave", tr("Save the image along the curve as a picture"));
    column->addWidget(m_save, 0, Qt::AlignLeft);
    connect(m_view, &CurvedView::placePicked, this, [this](const Vec3& p) {
        if (m_context.viewer)
            m_context.viewer->flyTo(p);
    });
    connect(m_view, &CurvedView::turned, m_form, &CurvedCutForm::turn);
    connect(m_view, &CurvedView::windowChanged, this, [this](double centre, double width) {
        if (m_context.viewer)
            m_context.viewer->setWindow(centre, width);
    });
    connect(m_save, &QPushButton::clicked, this, &CurvedPanel::askFile);
}

void CurvedPanel::choose(const Id& curve, CurvedKind kind)
{
    if (const int index = m_curve->findData(q(curve.text())); index >= 0)
        m_curve->setCurrentIndex(index);
    m_form->setKind(kind);
}

Id CurvedPanel::curve() const
{
    const QString id = m_curve->currentData().toString();
    return id.isEmpty() ? Id() : Id(u8(id));
}

std::shared_ptr<const VolumeObject> CurvedPanel::volume() const
{
    const auto& all = m_context.bench.document().current().volumes;
    const auto it = m_context.viewer ? all.find(m_context.viewer->volume()) : all.end();
    return it == all.end() ? nullptr : it->second;
}

CurvedPanel::Inputs CurvedPanel::inputs() const
{
    const Case& c = m_context.bench.document().current();
    Inputs out;
    out.volume = volume();
    if (const auto s = c.structures.find(curve()); s != c.structures.end())
        out.curve = s->second->tree;
    else if (const auto m = c.measurements.find(curve()); m != c.measurements.end())
        out.curve = m->second;
    return out;
}

bool CurvedPanel::isTree() const
{
    const Case& c = m_context.bench.document().current();
    const auto s = c.structures.find(curve());
    return s != c.structures.end() && s->second->tree && s->second->tree->tips() > 1;
}

void CurvedPanel::draw(bool on)
{
    if (!m_context.viewer)
        return;
    if (on)
        m_tool.setKind(MeasurementKind::Length, true);
    m_context.viewer->setTool(on ? &m_tool : nullptr);
    if (on)
        say(tr("Click along the curve in the slices, scrolling in between; Enter or a double click ends it, Escape "
               "forgets it."));
    else
        renewLook();
}

void CurvedPanel::place(const std::vector<Vec3>& points)
{
    std::string called;
    for (int n = 1; called.empty() || m_context.bench.document().current().kindOf(slug(called)); ++n)
        called = u8(tr("Curve %1").arg(n));
    ParamValues v;
    v.set("kind", std::string(name(MeasurementKind::Length)));
    v.set("points", points);
    v.set("name", called);
    v.set("volume", m_context.viewer->volume().text());
    m_draw->setChecked(false);
    m_context.bench.run("measure.place", v, [panel = QPointer<CurvedPanel>(this), id = slug(called)](const Outcome& o) {
        if (!panel)
            return;
        const int index = panel->m_curve->findData(q(id.text()));
        if (o.ok && index >= 0)
            panel->m_curve->setCurrentIndex(index);
        else if (!o.ok && !o.cancelled)
            panel->say(o.error, "stop");
    });
}

void CurvedPanel::onCase()
{
    renewCurves();
    renewButtons();
    if (!isVisible())
        return;
    m_reload = true;
    if (inputs() != m_shown || !m_view->image()) {
        refresh();
        return;
    }
    // What stands on something that changed is stale, though the image is the same.
    m_source = curveSource(m_context.bench.document().current(), curve(), m_through);
    renewLook();
}

void CurvedPanel::onViewer()
{
    if (isVisible())
        inputs() == m_shown ? renewLook() : refresh();
}

void CurvedPanel::renewCurves()
{
    const Case& c = m_context.bench.document().current();
    const QString before = m_curve->currentData().toString();
    const QSignalBlocker quiet(m_curve);
    m_curve->clear();
    for (const Id& id : curvesOf(c)) {
        const auto s = c.structures.find(id);
        m_curve->addItem(s != c.structures.end() ? structureName(*s->second) : q(c.nameOf(id)), q(id.text()));
    }
    const bool any = m_curve->count() > 0;
    const int index = m_curve->findData(before);
    if (index < 0)
        m_through.reset();
    m_curve->setCurrentIndex(index >= 0 ? index : any ? 0 : -1);
    m_curve->setEnabled(any);
    m_curve->setToolTip(any ? QString() : tr("The case has no curve yet."));
}

void CurvedPanel::refresh()
{
    if (!isVisible())
        return;
    m_maker->drop();
    m_reload = m_reload || inputs() != m_shown;
    m_shown = inputs();
    const auto v = volume();
    if (!v || curve().empty()) {
        showNothing(!v ? tr("Open a study first: there is no image to cut.")
                       : tr("There is no curve yet. Draw one in the slices, or make the centreline of a vessel or "
                            "airway (Operations, Make centrelines)."),
                    "muted");
        return;
    }
    try {
        if (m_reload) // not at every degree of a turn: what is stale takes a look at the whole case
            m_source = curveSource(m_context.bench.document().current(), curve(), m_through);
        m_reload = false;
        m_cut = m_form->options();
        m_cut.stepMm = curvedStep(v->volume.grid());
        m_cut.smoothingMm = m_source.smoothingMm;
        m_maker->make(v->volume, m_source.points, m_cut);
    } catch (const Error& e) {
        showNothing(shown(e.what()), "stop");
    }
}

void CurvedPanel::land(std::shared_ptr<const CurvedImage> image, bool fine)
{
    m_fine = fine;
    const CurvedSurface& surface = image->surface;
    m_view->setImage(image, m_cut.kind == CurvedKind::Straightened);
    if (m_context.viewer) {
        auto line = std::make_shared<std::vector<Vec3>>();
        for (const CurvePoint& p : surface.line())
            line->push_back(p.position);
        m_context.viewer->setCurve(std::move(line)); // tells lookChanged(), so the look follows
    }
    renewLook();
    renewButtons();
}

void CurvedPanel::showNothing(const QString& why, const char* role)
{
    m_fine = false;
    m_view->setImage(nullptr, false);
    if (m_context.viewer)
        m_context.viewer->setCurve(nullptr);
    CurvedLook look;
    look.theme = *m_context.theme;
    look.title = tr("No image along a curve.");
    m_view->setLook(std::move(look));
    say(why, role);
    renewButtons();
}

void CurvedPanel::renewLook()
{
    const auto& image = m_view->image();
    if (!image || !m_context.viewer)
        return;
    const Viewer& viewer = *m_context.viewer;
    const CurvedPlace place = image->surface.nearest(viewer.crosshair());
    CurvedLook look;
    look.theme = *m_context.theme;
    look.windowCentre = viewer.windowCentre();
    look.windowWidth = viewer.windowWidth();
    look.title = QStringLiteral("%1: %2").arg(curvedKindName(m_cut.kind), m_curve->currentText());
    look.detail = curvedDetail(m_cut);
    look.crosshair = place;
    look.nearMm = std::max(look.nearMm, m_cut.slabMm / 2);
    look.stale = m_source.stale;
    look.notice = tr("Not for clinical use");
    m_view->setLook(std::move(look));
    if (m_draw->isChecked())
        return; // what to do next stands there
    if (!image->anyInside) {
        say(tr("Nothing of the image shown lies along this curve: choose the image it was made on."), "warning");
        return;
    }
    QString text = tr("%1 of %2 along the curve")
                       .arg(shown(place.column * image->surface.stepMm(), Unit::Millimetre),
                            shown(image->surface.lengthMm(), Unit::Millimetre));
    if (place.offMm > m_view->look().nearMm)
        text +=
            QStringLiteral("; ") + tr("the crosshair lies %1 off the cut").arg(shown(place.offMm, Unit::Millimetre));
    say(m_source.stale ? tr("↻ Stale: what the curve was made from has changed since.") : text,
        m_source.stale ? "stale" : "muted");
}

void CurvedPanel::renewButtons()
{
    const bool images = volume() != nullptr, tree = isTree();
    m_draw->setEnabled(images);
    m_draw->setToolTip(images ? tr("One step; undo takes it back. Measure lists its length along straight pieces.")
                              : tr("Open a study first: there is no image to draw on."));
    if (!images)
        m_draw->setChecked(false);
    m_branch->setEnabled(tree && images);
    m_branch->setToolTip(tree ? tr("Without it the longest way through the centreline is taken.")
                              : tr("Only a centreline with branches has others to choose."));
    m_save->setEnabled(m_fine);
    m_save->setToolTip(m_fine               ? tr("PNG; names no patient")
                       : m_maker->waiting() ? tr("The fine image is being made.")
                       : m_view->image()    ? tr("The fine image was stopped: change the cut to make it again.")
                                            : tr("There is no image along a curve."));
}

void CurvedPanel::askFile()
{
    auto* dialog = new QFileDialog(this, tr("Save picture"));
    dialog->setObjectName(QStringLiteral("curvedFile"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QStringLiteral("png"));
    dialog->setNameFilter(tr("Picture (*.png)"));
    dialog->selectFile(QStringLiteral("curved.png"));
    connect(dialog, &QFileDialog::fileSelected, this, &CurvedPanel::savePicture);
    dialog->open();
}

void CurvedPanel::savePicture(const QString& file)
{
    if (!m_view->image() || !m_fine)
        return;
    const QSize size = m_view->down() ? QSize(900, 1200) : QSize(1200, 900);
    const QImage picture = curvedPicture(*m_view->image(), size, m_view->down(), m_view->look());
    QSaveFile out(file);
    if (!writePng(picture, out) || !out.commit())
        say(tr("The picture could not be written. Check that the folder is writable and the disk is not full."),
            "stop");
    else
        say(tr("Written: %1").arg(file), "ok");
}

void CurvedPanel::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    refresh();
}

void CurvedPanel::hideEvent(QHideEvent* event)
{
    QWidget::hideEvent(event);
    m_draw->setChecked(false);
    m_maker->drop();
    if (m_context.viewer)
        m_context.viewer->setCurve(nullptr);
}

void CurvedPanel::say(const QString& text, const char* role)
{
    if (m_hint->text() == text && m_hint->property("role").toString() == QLatin1String(role))
        return; // asked at every step of the crosshair
    m_hint->setText(text);
    m_hint->setProperty("role", QLatin1String(role));
    restyle(m_hint);
}

} // namespace pollux
