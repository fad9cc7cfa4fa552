#include "ui/shell/scene_form.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFormLayout>
#include <QSignalBlocker>

#include <algorithm>

namespace pollux {

SceneForm::SceneForm(Viewer& viewer, QWidget* parent)
    : QWidget(parent), m_viewer(viewer), m_sides{new QComboBox, new QComboBox, new QComboBox},
      m_skin(new QCheckBox(tr("Cut the skin too"))), m_image(new QCheckBox(tr("Slice on the cut"))),
      m_silhouettes(new QCheckBox(tr("Contours"))), m_orthographic(new QCheckBox(tr("Orthographic")))
{
    auto* form = new QFormLayout(this);
    form->setContentsMargins(12, 12, 12, 12);
    const auto named = [](QWidget* w, const char* name, const QString& accessible, const QString& what) {
        w->setObjectName(QLatin1String(name));
        w->setAccessibleName(accessible);
        w->setToolTip(what);
        w->setMinimumHeight(28);
    };
    const QString cut = tr("The cut goes through the crosshair and follows it; oblique planes cut obliquely.");
    named(m_sides[0], "cutAxial", tr("Cut of the 3-D view at the axial plane"), cut);
    named(m_sides[1], "cutSagittal", tr("Cut of the 3-D view at the sagittal plane"), cut);
    named(m_sides[2], "cutCoronal", tr("Cut of the 3-D view at the coronal plane"), cut);
    named(m_skin, "cutSkin", tr("Cut the skin too"), {});
    named(m_image, "cutImage", tr("Draw the slice on the cut"), {});
    named(m_silhouettes, "silhouettes", tr("Contours of the structures in 3-D"),
          tr("A line where a surface turns away: faint structures keep their shape"));
    named(m_orthographic, "orthographic", tr("Orthographic 3-D view"),
          tr("Parallel rays: nothing looks smaller behind, and a scale bar holds for all of the picture"));
    m_sides[0]->addItems({tr("Not cut"), tr("Without the foot side"), tr("Without the head side")});
    m_sides[1]->addItems({tr("Not cut"), tr("Without the left side"), tr("Without the right side")});
    m_sides[2]->addItems({tr("Not cut"), tr("Without the front"), tr("Without the back")});
    form->addRow(tr("Axial cut"), m_sides[0]);
    form->addRow(tr("Sagittal cut"), m_sides[1]);
    form->addRow(tr("Coronal cut"), m_sides[2]);
    form->addRow(m_skin, m_image);
    form->addRow(m_silhouettes, m_orthographic);
    for (QComboBox* side : m_sides)
        connect(side, &QComboBox::currentIndexChanged, this, &SceneForm::apply);
    for (QCheckBox* box : {m_skin, m_image, m_silhouettes, m_orthographic})
        connect(box, &QCheckBox::toggled, this, &SceneForm::apply);
    connect(&viewer, &Viewer::sceneChanged, this, &SceneForm::renew);
    connect(&viewer, &Viewer::restored, this, &SceneForm::renew);
    renew();
}

void SceneForm::renew()
{
    const SceneLook& look = m_viewer.scene();
    const CutSide sides[] = {look.cut.axial, look.cut.sagittal, look.cut.coronal};
    for (size_t i = 0; i < m_sides.size(); ++i) {
        const QSignalBlocker quiet(m_sides[i]);
        m_sides[i]->setCurrentIndex(static_cast<int>(sides[i]));
    }
    const auto tick = [](QCheckBox* box, bool on) {
        const QSignalBlocker quiet(box);
        box->setChecked(on);
    };
    tick(m_skin, look.cut.skin);
    tick(m_image, look.cut.image);
    tick(m_silhouettes, look.silhouettes);
    tick(m_orthographic, look.orthographic);
    const bool any = look.cut.any();
    const auto state = [any](QCheckBox* box, const QString& can) {
        box->setEnabled(any);
        box->setToolTip(any ? can : tr("Cut at a plane first."));
    };
    state(m_skin, tr("Unticked, the skin stays whole around the cut"));
    state(m_image, tr("In the brightness and contrast of the slices"));
}

void SceneForm::apply()
{
    const auto side = [this](size_t i) { return static_cast<CutSide>(std::max(0, m_sides[i]->currentIndex())); };
    SceneLook look;
    look.cut = {side(0), side(1), side(2), m_skin->isChecked(), m_image->isChecked()};
    look.silhouettes = m_silhouettes->isChecked();
    look.orthographic = m_orthographic->isChecked();
    m_viewer.setScene(look);
}

} // namespace pollux
