#include "ui/shell/volume_menu.h"

#include "ui/forms/text.h"
#include "ui/shell/scene_form.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QSignalBlocker>
#include <QSlider>
#include <QWidgetAction>

#include <algorithm>

namespace pollux {

namespace {

constexpr int kSteps = 200;   ///< of a crop slider over the image's extent
constexpr int kThinnest = 4;  ///< steps: the box never closes
constexpr int kShiftHu = 500; ///< each way

} // namespace

VolumeMenu::VolumeMenu(Viewer& viewer, QWidget* parent)
    : QMenu(parent), m_viewer(viewer), m_preset(new QComboBox), m_shift(new QDoubleSpinBox),
      m_structures(new QCheckBox(tr("Surfaces too"))), m_crop(new QCheckBox(tr("Crop box")))
{
    auto* holder = new QWidget(this);
    auto* form = new QFormLayout(holder);
    form->setContentsMargins(12, 12, 12, 12);
    const auto named = [](QWidget* w, const char* name, const QString& accessible) {
        w->setObjectName(QLatin1String(name));
        w->setAccessibleName(accessible);
        w->setMinimumHeight(28);
    };
    named(m_preset, "volumePreset", tr("What the image shows in 3-D"));
    named(m_shift, "volumeShift", tr("Shift of the values"));
    named(m_structures, "volumeStructures", tr("Draw the surfaces too"));
    named(m_crop, "volumeCrop", tr("Cut the image to a box"));
    m_shift->setLocale(QLocale::c());
    form->addRow(tr("Image in 3-D"), m_preset);
    form->addRow(tr("Shift"), m_shift);
    form->addRow(QString(), m_structures);
    form->addRow(QString(), m_crop);
    const QString rows[] = {tr("Right to left"), tr("Front to back"), tr("Foot to head")};
    const char* names[3][2] = {{"cropRight", "cropLeft"}, {"cropFront", "cropBack"}, {"cropFoot", "cropHead"}};
    for (size_t axis = 0; axis < 3; ++axis) {
        auto* line = new QHBoxLayout;
        for (size_t end = 0; end < 2; ++end) {
            auto* slider = new QSlider(Qt::Horizontal);
            named(slider, names[axis][end],
                  tr("Crop box, %1, %2").arg(rows[axis].toLower(), end == 0 ? tr("start") : tr("end")));
            slider->setRange(0, kSteps);
            slider->setValue(end == 0 ? 0 : kSteps);
            slider->setMinimumWidth(110);
            line->addWidget(slider);
            m_box[axis][end] = slider;
            connect(slider, &QSlider::valueChanged, this, [this, axis, end] { onCropMoved(axis, end == 1); });
        }
        form->addRow(rows[axis], line);
    }
    auto* action = new QWidgetAction(this);
    action->setDefaultWidget(holder);
    addAction(action);
    addSeparator();
    auto* scene = new QWidgetAction(this);
    scene->setDefaultWidget(new SceneForm(viewer, this));
    addAction(scene);
    connect(m_preset, &QComboBox::currentIndexChanged, this, &VolumeMenu::apply);
    connect(m_shift, &QDoubleSpinBox::valueChanged, this, &VolumeMenu::apply);
    connect(m_structures, &QCheckBox::toggled, this, &VolumeMenu::apply);
    connect(m_crop, &QCheckBox::toggled, this, &VolumeMenu::apply);
    connect(this, &QMenu::aboutToShow, this, &VolumeMenu::renew);
    connect(&viewer, &Viewer::restored, this, &VolumeMenu::takeOver);
    renew();
}

void VolumeMenu::setCase(std::shared_ptr<const Case> c)
{
    m_case = std::move(c);
    renew();
}

void VolumeMenu::renew()
{
    const VolumeObject* volume = nullptr;
    if (m_case)
        if (const auto it = m_case->volumes.find(m_viewer.volume()); it != m_case->volumes.end())
            volume = it->second.get();
    {
        const QSignalBlocker quiet(m_preset);
        const QString chosen = m_preset->currentData().toString();
        m_preset->clear();
        m_preset->addItem(tr("Not drawn"), QString());
        if (volume)
            for (const VolumePreset& p : presetsFor(*volume))
                m_preset->addItem(shown(u8(p.name)), p.key);
        m_preset->setCurrentIndex(std::max(0, m_preset->findData(chosen)));
        m_preset->setEnabled(volume != nullptr);
        m_preset->setToolTip(volume ? tr("Opacity and colour by the value. Choices by eye: they change the look only.")
                                    : tr("No image is shown."));
    }
    const bool calibrated = volume && volume->unit == "HU";
    {
        const QSignalBlocker quiet(m_shift);
        m_shift->setRange(calibrated ? -kShiftHu : -0.5, calibrated ? kShiftHu : 0.5);
        m_shift->setSingleStep(calibrated ? 10 : 0.02);
        m_shift->setDecimals(calibrated ? 0 : 2);
        m_shift->setSuffix(calibrated ? QStringLiteral(" HU") : tr(" of the range"));
    }
    apply();
}

void VolumeMenu::takeOver()
{
    const VolumeRendering r = m_viewer.volumeRendering();
    {
        const QSignalBlocker quiet(m_preset);
        if (m_preset->findData(r.preset) < 0) // of another image; renew() lists what there is, and keeps this if it can
            m_preset->addItem(r.preset, r.preset);
        m_preset->setCurrentIndex(m_preset->findData(r.preset));
    }
    for (QObject* control : std::initializer_list<QObject*>{m_shift, m_structures, m_crop})
        control->blockSignals(true);
    m_shift->setDecimals(2); // wide enough for any; renew() sets what the image has
    m_shift->setRange(-kShiftHu, kShiftHu);
    m_shift->setValue(r.shift);
    m_structures->setChecked(r.structures);
    m_crop->setChecked(r.cropped);
    for (QObject* control : std::initializer_list<QObject*>{m_shift, m_structures, m_crop})
        control->blockSignals(false);
    for (int axis = 0; axis < 3; ++axis)
        for (size_t end = 0; end < 2; ++end) {
            QSlider* slider = m_box[static_cast<size_t>(axis)][end];
            const QSignalBlocker quiet(slider);
            slider->setValue(qRound((end == 0 ? r.cropLow : r.cropHigh)[axis] * kSteps));
        }
    renew();
}

void VolumeMenu::onCropMoved(size_t axis, bool high)
{
    QSlider* low = m_box[axis][0];
    QSlider* top = m_box[axis][1];
    if (top->value() - low->value() < kThinnest) {
        QSlider* other = high ? low : top;
        const QSignalBlocker quiet(other);
        other->setValue(high ? top->value() - kThinnest : low->value() + kThinnest);
        if (top->value() - low->value() < kThinnest) { // at the border there is no room to push
            const QSignalBlocker still(high ? top : low);
            (high ? top : low)->setValue(high ? low->value() + kThinnest : top->value() - kThinnest);
        }
    }
    apply();
}

void VolumeMenu::apply()
{
    VolumeRendering r;
    r.preset = m_preset->currentData().toString();
    r.shift = m_shift->value();
    r.structures = m_structures->isChecked();
    r.cropped = m_crop->isChecked();
    for (int axis = 0; axis < 3; ++axis) {
        r.cropLow[axis] = m_box[static_cast<size_t>(axis)][0]->value() / double(kSteps);
        r.cropHigh[axis] = m_box[static_cast<size_t>(axis)][1]->value() / double(kSteps);
    }
    const bool on = !r.preset.isEmpty();
    const QString why = on ? QString() : tr("Choose what the image shows first.");
    for (QWidget* w :
         {static_cast<QWidget*>(m_shift), static_cast<QWidget*>(m_structures), static_cast<QWidget*>(m_crop)}) {
        w->setEnabled(on);
        w->setToolTip(why);
    }
    for (const auto& pair : m_box)
        for (QSlider* slider : pair) {
            slider->setEnabled(on && r.cropped);
            slider->setToolTip(!on ? why : r.cropped ? QString() : tr("Tick the crop box first."));
        }
    m_viewer.setVolumeRendering(r);
}

} // namespace pollux
