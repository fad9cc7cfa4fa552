#include "ui/shell/view_bar.h"

#include "ui/forms/text.h"
#include "ui/shell/volume_menu.h"

#include <QComboBox>
#include <QDoubleSpinBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QMenu>
#include <QSignalBlocker>
#include <QSlider>
#include <QStandardItemModel>
#include <QToolButton>
#include <QWidgetAction>

#include <algorithm>
#include <array>

namespace pollux {

namespace {

/// A form inside a menu: stays open while its controls are used.
QFormLayout* formIn(QMenu* menu)
{
    auto* holder = new QWidget(menu);
    auto* form = new QFormLayout(holder);
    form->setContentsMargins(12, 12, 12, 12);
    auto* action = new QWidgetAction(menu);
    action->setDefaultWidget(holder);
    menu->addAction(action);
    return form;
}

template <class Control>
Control* named(Control* control, const char* name, const QString& accessible)
{
    control->setObjectName(QLatin1String(name));
    control->setAccessibleName(accessible);
    return control;
}

} // namespace

ViewBar::ViewBar(Viewer& viewer, QWidget* parent) : QWidget(parent), m_viewer(viewer), m_presets(loadWindowPresets())
{
    auto* line = new QHBoxLayout(this);
    line->setContentsMargins(4, 2, 4, 2);
    line->setSpacing(4);
    m_layoutButton = addButton(QStringLiteral("layoutButton"), tr("Layout"), tr("How the views are placed"));
    makeWindows();
    makeSlab();
    makeFusion();
    QToolButton* image = addButton(QStringLiteral("volumeButton"), tr("3-D"),
                                   tr("Draw the image itself in 3-D: bone, vessels, soft tissue; cut it open"));
    image->setAccessibleName(tr("3-D image"));
    m_volumeMenu = new VolumeMenu(viewer, image);
    image->setMenu(m_volumeMenu);
    m_straighten = addButton(QStringLiteral("straighten"), tr("Straighten"),
                             tr("The planes are oblique: make them axial, sagittal and coronal again"));
    connect(m_straighten, &QToolButton::clicked, this, [this] {
        m_viewer.setAxes(Mat3::Identity());
        renewStraighten();
    });
    connect(&viewer, &Viewer::axesTurned, this, &ViewBar::renewStraighten);
    connect(&viewer, &Viewer::restored, this, &ViewBar::takeOver);
    line->addStretch(1);
    renewStraighten();
}

QToolButton* ViewBar::addButton(const QString& name, const QString& text, const QString& what)
{
    auto* button = new QToolButton(this);
    button->setObjectName(name);
    button->setText(text);
    button->setAccessibleName(text);
    button->setToolTip(what);
    button->setMinimumHeight(28);
    button->setPopupMode(QToolButton::InstantPopup);
    static_cast<QHBoxLayout*>(layout())->addWidget(button);
    return button;
}

void ViewBar::setLayouts(const QList<QAction*>& layouts)
{
    auto* menu = new QMenu(m_layoutButton);
    menu->addActions(layouts);
    m_layoutButton->setMenu(menu);
}

void ViewBar::makeWindows()
{
    QToolButton* button =
        addButton(QStringLiteral("windowButton"), tr("Window"),
                  tr("Brightness and contrast of the slices; drag with the right button to fine-tune"));
    m_windows = new QMenu(button);
    button->setMenu(m_windows);
    connect(m_windows, &QMenu::aboutToShow, this, &ViewBar::renewWindows);
}

void ViewBar::renewWindows()
{
    m_windows->clear();
    const VolumeObject* volume = nullptr;
    if (m_case)
        if (const auto it = m_case->volumes.find(m_viewer.volume()); it != m_case->volumes.end())
            volume = it->second.get();
    if (!volume) {
        m_windows->addAction(tr("No image is shown."))->setEnabled(false);
        return;
    }
    const auto offer = [&](const QString& text, double centre, double width) {
        QAction* action = m_windows->addAction(tr("%1\tC %2  W %3").arg(text).arg(qRound(centre)).arg(qRound(width)));
        connect(action, &QAction::triggered, this, [this, centre, width] { m_viewer.setWindow(centre, width); });
    };
    offer(tr("As stored with the image"), volume->windowCentre, volume->windowWidth);
    const auto [centre, width] = automaticWindow(volume->volume);
    offer(tr("Automatic, 1 to 99 % of the voxels"), centre, width);
    // Presets are in HU: on anything else they would only mislead.
    if (volume->unit == "HU")
        for (const WindowPreset& p : m_presets)
            if (p.modality == q(volume->modality))
                offer(shown(u8(p.name)), p.centre, p.width);
}

void ViewBar::makeSlab()
{
    m_slabButton = addButton(QStringLiteral("slabButton"), tr("Slab"), tr("Thick slices: mean, maximum or minimum"));
    auto* menu = new QMenu(m_slabButton);
    QFormLayout* form = formIn(menu);
    m_slabMode = named(new QComboBox, "slabMode", tr("What the slab shows"));
    m_slabMode->addItems({tr("Single slice"), tr("Mean"), tr("Maximum (MIP)"), tr("Minimum (MinIP)")});
    m_slabMm = named(new QDoubleSpinBox, "slabThickness", tr("Slab thickness"));
    m_slabMm->setLocale(QLocale::c());
    m_slabMm->setRange(1, 200);
    m_slabMm->setDecimals(1);
    m_slabMm->setValue(10);
    m_slabMm->setSuffix(QStringLiteral(" mm"));
    form->addRow(tr("Shows"), m_slabMode);
    form->addRow(tr("Thickness"), m_slabMm);
    m_slabButton->setMenu(menu);
    connect(m_slabMode, &QComboBox::currentIndexChanged, this, &ViewBar::applySlab);
    connect(m_slabMm, &QDoubleSpinBox::valueChanged, this, &ViewBar::applySlab);
    applySlab();
}

void ViewBar::applySlab()
{
    const int mode = m_slabMode->currentIndex();
    m_slabMm->setEnabled(mode > 0);
    m_slabMm->setToolTip(mode > 0 ? QString() : tr("A single slice has no thickness to choose."));
    static constexpr std::array kModes{SlabMode::Mean, SlabMode::Mean, SlabMode::Maximum, SlabMode::Minimum};
    m_viewer.setSlab(kModes[static_cast<size_t>(std::max(mode, 0))], mode > 0 ? m_slabMm->value() : 0);
}

void ViewBar::makeFusion()
{
    m_fusionButton = addButton(QStringLiteral("fusionButton"), tr("Fusion"), tr("Lay a second image over the first"));
    auto* menu = new QMenu(m_fusionButton);
    QFormLayout* form = formIn(menu);
    m_second = named(new QComboBox, "fusionVolume", tr("Second image"));
    m_fusionMode = named(new QComboBox, "fusionMode", tr("How the images are laid over each other"));
    m_fusionMode->addItem(tr("Blend, coloured"));
    m_fusionMode->addItem(tr("Blend, grey"));
    m_fusionMode->addItem(tr("Checkerboard"));
    m_fusionMode->addItem(tr("Wipe"));
    m_amount = named(new QSlider(Qt::Horizontal), "fusionAmount", tr("Share of the second image, percent"));
    m_amount->setRange(0, 100);
    m_amount->setValue(50);
    m_amount->setMinimumWidth(180);
    m_amount->setMinimumHeight(28);
    form->addRow(tr("Second image"), m_second);
    form->addRow(tr("Laid over as"), m_fusionMode);
    form->addRow(tr("Share"), m_amount);
    m_fusionButton->setMenu(menu);
    connect(m_second, &QComboBox::currentIndexChanged, this, &ViewBar::applyFusion);
    connect(m_fusionMode, &QComboBox::currentIndexChanged, this, &ViewBar::applyFusion);
    connect(m_amount, &QSlider::valueChanged, this, &ViewBar::applyFusion);
    connect(menu, &QMenu::aboutToShow, this, &ViewBar::renewVolumes);
    renewVolumes();
}

void ViewBar::setCase(std::shared_ptr<const Case> c)
{
    m_case = std::move(c);
    renewVolumes();
    m_volumeMenu->setCase(m_case);
    renewStraighten();
}

void ViewBar::renewVolumes()
{
    const QString chosen = m_second->currentData().toString();
    {
        const QSignalBlocker block(m_second);
        m_second->clear();
        m_second->addItem(tr("None"), QString());
        const Id first = m_viewer.volume();
        const auto shown = m_case ? m_case->volumes.find(first) : ObjectMap<VolumeObject>::const_iterator{};
        if (m_case)
            for (const auto& [id, v] : m_case->volumes) {
                if (id == first)
                    continue;
                m_second->addItem(q(v->name), q(id.text()));
                const bool same =
                    shown != m_case->volumes.end() && v->frameOfReference == shown->second->frameOfReference;
                if (!same) {
                    // Two frames of reference: laid over each other they would look registered and are not.
                    const int row = m_second->count() - 1;
                    if (auto* model = qobject_cast<QStandardItemModel*>(m_second->model()))
                        model->item(row)->setEnabled(false);
                    m_second->setItemText(row,
                                          tr("%1 (another frame of reference: register it first)").arg(q(v->name)));
                }
            }
        m_second->setCurrentIndex(std::max(0, m_second->findData(chosen)));
    }
    const bool any = m_second->count() > 1;
    m_second->setEnabled(any);
    m_second->setToolTip(any ? QString() : tr("The case has no second image. Open one to lay it over the first."));
    applyFusion();
}

void ViewBar::applyFusion()
{
    Fusion f;
    if (const std::string chosen = u8(m_second->currentData().toString()); !chosen.empty())
        f.volume = Id(chosen);
    const bool on = m_case && m_case->volumes.contains(f.volume);
    const QString why = on ? QString() : tr("Choose a second image first.");
    for (QWidget* w : {static_cast<QWidget*>(m_fusionMode), static_cast<QWidget*>(m_amount)}) {
        w->setEnabled(on);
        w->setToolTip(why);
    }
    if (!on)
        f.volume = Id();
    else {
        f.windowCentre = m_case->volumes.at(f.volume)->windowCentre;
        f.windowWidth = m_case->volumes.at(f.volume)->windowWidth;
    }
    static constexpr std::array kModes{FusionMode::Blend, FusionMode::Blend, FusionMode::Checkerboard,
                                       FusionMode::Wipe};
    f.mode = kModes[static_cast<size_t>(std::max(0, m_fusionMode->currentIndex()))];
    f.coloured = m_fusionMode->currentIndex() == 0;
    f.amount = m_amount->value() / 100.0;
    m_viewer.setFusion(f);
}

void ViewBar::takeOver()
{
    const ViewState s = m_viewer.state(); // the controls write to it when they are set
    {
        const QSignalBlocker mode(m_slabMode), mm(m_slabMm);
        m_slabMode->setCurrentIndex(s.slabMm > 0 ? 1 + static_cast<int>(s.slabMode) : 0);
        if (s.slabMm > 0)
            m_slabMm->setValue(s.slabMm);
    }
    applySlab();
    {
        const QSignalBlocker second(m_second), mode(m_fusionMode), amount(m_amount);
        const QString volume = q(s.fusion.volume.text());
        if (m_second->findData(volume) < 0)
            m_second->addItem(volume, volume); // renewVolumes() keeps it if the case has it
        m_second->setCurrentIndex(m_second->findData(volume));
        m_fusionMode->setCurrentIndex(s.fusion.mode == FusionMode::Blend          ? (s.fusion.coloured ? 0 : 1)
                                      : s.fusion.mode == FusionMode::Checkerboard ? 2
                                                                                  : 3);
        m_amount->setValue(qRound(s.fusion.amount * 100));
    }
    renewVolumes();
    renewStraighten();
}

void ViewBar::renewStraighten()
{
    m_straighten->setVisible(!isStandard(m_viewer.axes()));
}

} // namespace pollux
