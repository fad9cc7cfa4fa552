#include "ui/panels/curved_cut_form.h"

#include "ui/forms/quantity_edit.h"
#include "ui/viewer/curved_picture.h"

#include <QComboBox>
#include <QFormLayout>
#include <QHBoxLayout>

#include <cmath>
#include <limits>

namespace pollux {

namespace {

double given(const QuantityEdit& edit)
{
    return edit.value().value_or(std::numeric_limits<double>::quiet_NaN());
}

void setUp(QWidget* widget, const char* name, const QString& accessible)
{
    widget->setObjectName(QLatin1String(name));
    widget->setAccessibleName(accessible);
}

void setUp(QuantityEdit* edit, const char* name, const QString& accessible, double min, double max, double value)
{
    setUp(edit, name, accessible);
    edit->setRange(min, max);
    edit->setValue(value);
}

void setUp(QComboBox* box, const char* name, const QString& accessible, int letters)
{
    setUp(box, name, accessible);
    box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    box->setMinimumContentsLength(letters);
}

} // namespace

CurvedCutForm::CurvedCutForm(QWidget* parent)
    : QWidget(parent), m_kind(new QComboBox), m_width(new QuantityEdit(false)), m_slab(new QuantityEdit(false)),
      m_slabMode(new QComboBox), m_angle(new QuantityEdit(false))
{
    const CurvedOptions usual;
    setUp(m_kind, "curvedKind", tr("Kind of the image"), 10);
    for (const CurvedKind kind : {CurvedKind::Straightened, CurvedKind::Panoramic})
        m_kind->addItem(curvedKindName(kind), static_cast<int>(kind));
    m_kind->setItemData(0, tr("The cut follows the curve at right angles, without a twist."), Qt::ToolTipRole);
    m_kind->setItemData(1, tr("All lines across run from head to feet, as in the panoramic view of a jaw."),
                        Qt::ToolTipRole);
    setUp(m_width, "curvedWidth", tr("Width across the curve, in mm"), 1, 500, usual.widthMm);
    setUp(m_slab, "curvedSlab", tr("Thickness of the slab, in mm"), 0, 200, usual.slabMm);
    m_slab->setToolTip(tr("0 shows the cut alone."));
    setUp(m_slabMode, "curvedSlabMode", tr("What is shown of the slab"), 7);
    m_slabMode->addItem(tr("Mean"), static_cast<int>(CurvedSlab::Mean));
    m_slabMode->addItem(tr("Maximum"), static_cast<int>(CurvedSlab::Maximum));
    m_slabMode->addItem(tr("Minimum"), static_cast<int>(CurvedSlab::Minimum));
    setUp(m_angle, "curvedAngle", tr("Angle about the curve, in degrees"), -180, 180, usual.angleDeg);
    m_angle->setToolTip(tr("The wheel over the image, or a drag in it, turns too."));
    auto* slab = new QHBoxLayout;
    slab->addWidget(m_slab, 1);
    slab->addWidget(m_slabMode, 1);
    auto* form = new QFormLayout(this);
    form->setContentsMargins(0, 0, 0, 0);
    form->addRow(tr("Image"), m_kind);
    form->addRow(tr("Width (mm)"), m_width);
    form->addRow(tr("Slab (mm)"), slab);
    form->addRow(tr("Angle (°)"), m_angle);
    for (QComboBox* box : {m_kind, m_slabMode})
        connect(box, &QComboBox::currentIndexChanged, this, &CurvedCutForm::changed);
    for (QuantityEdit* edit : {m_width, m_slab, m_angle})
        connect(edit, &QuantityEdit::valueChanged, this, &CurvedCutForm::changed);
}

CurvedOptions CurvedCutForm::options() const
{
    CurvedOptions o;
    o.kind = static_cast<CurvedKind>(m_kind->currentData().toInt());
    o.widthMm = given(*m_width);
    o.slabMm = given(*m_slab);
    o.slab = static_cast<CurvedSlab>(m_slabMode->currentData().toInt());
    o.angleDeg = given(*m_angle);
    return o;
}

void CurvedCutForm::setKind(CurvedKind kind)
{
    m_kind->setCurrentIndex(m_kind->findData(static_cast<int>(kind)));
}

void CurvedCutForm::turn(double degrees)
{
    const double turned = std::remainder(m_angle->value().value_or(0) + degrees, 360.0);
    m_angle->setValue(std::round(turned * 10) / 10);
}

} // namespace pollux
