#include "ui/shell/view_bar.h"

#include "ui/forms/text.h"
#include "ui/shell/cine_bar.h"
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

constexpr QChar kBetween = u'\n'; ///< between the volume and the registration that an entry stands for

QString keyOf(const Id& volume, const Id& registration)
{
    return q(volume.text()) + kBetween + q(registration.text());
}

/// Of the rows of the list of modes; the first two are blends.
constexpr std::array kModes{FusionMode::Blend, FusionMode::Blend, FusionMode::Checkerboard, FusionMode::Wipe,
                            FusionMode::Difference};

int rowOf(const Fusion& f)
{
    if (f.mode == FusionMode::Blend)
        return f.coloured ? 0 : 1;
    const auto at = std::find(kModes.begin(), kModes.end(), f.mode);
    return at == kModes.end() ? 0 : static_cast<int>(at - kModes.begin());
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
    line->setContentsMargins(2, 2, 2, 2);
    line->setSpacing(2); // all of it fits a small window
    m_layoutButton = addButton(QStringLiteral("layoutButton"), tr("Layout"), tr("How the views are placed"));
    makeWindows();
    makeSlab();
    makeFusion();
    QToolButton* image = addButton(QStringLiteral("volumeButton"), tr("3-D"),
                                   tr("Draw the image itself in 3-D: bone, vessels, soft tissue; cut it open"));
    image->setAccessibleName(tr("3-D image"));
    m_volumeMenu = new VolumeMenu(viewer, image);
    image->setMenu(m_volumeMenu);
    makeCine();
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
    m_fusionMode->addItem(tr("Difference"));
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
    connect(&m_viewer, &Viewer::fusionChanged, this, &ViewBar::followFusion);
    renewVolumes();
}

void ViewBar::makeCine()
{
    // A sign instead of the word: the bar must fit the smallest window.
    QToolButton* button = addButton(QStringLiteral("cineButton"), QStringLiteral("▶"), {});
    button->setAccessibleName(tr("Play"));
    auto* menu = new QMenu(button);
    m_cine = new CineBar(m_viewer, menu);
    auto* action = new QWidgetAction(menu);
    action->setDefaultWidget(m_cine);
    menu->addAction(action);
    button->setMenu(menu);
    const auto renew = [this, button] {
        const QString why = m_cine->whyNot();
        button->setEnabled(why.isEmpty());
        button->setToolTip(why.isEmpty() ? tr("Play the phases or times") : why);
        button->setText(m_cine->playing() ? QStringLiteral("■") : QStringLiteral("▶"));
    };
    connect(m_cine, &CineBar::changed, this, renew);
    renew();
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
    fillVolumes(m_second->currentData().toString());
    applyFusion();
}

void ViewBar::fillVolumes(const QString& chosen)
{
    const QSignalBlocker block(m_second);
    m_second->clear();
    m_second->addItem(tr("None"), QString());
    const Id first = m_viewer.volume();
    const auto shown = m_case ? m_case->volumes.find(first) : ObjectMap<VolumeObject>::const_iterator{};
    const bool any = m_case && shown != m_case->volumes.end();
    const auto liesOnFirst = [&](const Id& volume) {
        const auto v = m_case->volumes.find(volume);
        return volume == first || (any && v != m_case->volumes.end() && !v->second->frameOfReference.empty() &&
                                   v->second->frameOfReference == shown->second->frameOfReference);
    };
    for (const auto& [id, v] : m_case ? m_case->volumes : ObjectMap<VolumeObject>()) {
        if (id == first)
            continue;
        const bool same = any && v->frameOfReference == shown->second->frameOfReference;
        if (same)
            m_second->addItem(q(v->name), q(id.text()));
        bool led = false;
        for (const auto& [way, r] : m_case->registrations)
            if (r->moving == id && liesOnFirst(r->fixed)) {
                m_second->addItem(tr("%1, through \"%2\"").arg(q(v->name), q(r->name)), keyOf(id, way));
                led = true;
            }
        if (same || led)
            continue;
        // Two frames of reference: laid over each other they would look registered and are not.
        m_second->addItem(tr("%1 (another frame of reference: register it first)").arg(q(v->name)), q(id.text()));
        if (auto* model = qobject_cast<QStandardItemModel*>(m_second->model()))
            model->item(m_second->count() - 1)->setEnabled(false);
    }
    // Its map is made by the panel that shows it, so it stands here only while it is shown.
    const Fusion& f = m_viewer.fusion();
    if (f.mode == FusionMode::VolumeChange && m_case && m_case->registrations.contains(f.registration))
        m_second->addItem(tr("Change of volume by \"%1\"").arg(q(m_case->registrations.at(f.registration)->name)),
                          keyOf(Id(), f.registration));
    m_second->setCurrentIndex(std::max(0, m_second->findData(chosen)));
    const bool choice = m_second->count() > 1;
    m_second->setEnabled(choice);
    m_second->setToolTip(choice ? QString() : tr("The case has no second image. Open one to lay it over the first."));
}

void ViewBar::followFusion()
{
    if (m_applying)
        return;
    const Fusion& f = m_viewer.fusion();
    const QSignalBlocker block(m_fusionMode), blockAmount(m_amount);
    if (f.mode != FusionMode::VolumeChange)
        m_fusionMode->setCurrentIndex(rowOf(f));
    m_amount->setValue(qRound(100 * f.amount));
    fillVolumes(f.registration.empty() ? q(f.volume.text())
                                       : keyOf(f.mode == FusionMode::VolumeChange ? Id() : f.volume, f.registration));
    renewFusion();
}

void ViewBar::applyFusion()
{
    const QStringList key = m_second->currentData().toString().split(kBetween);
    Fusion f;
    if (key.size() == 2 && key[0].isEmpty()) {
        f = m_viewer.fusion(); // the change of volume
    } else if (!key[0].isEmpty() && m_case && m_case->volumes.contains(Id(u8(key[0])))) {
        f.volume = Id(u8(key[0]));
        f.registration = key.size() == 2 ? Id(u8(key[1])) : Id();
        f.windowCentre = m_case->volumes.at(f.volume)->windowCentre;
        f.windowWidth = m_case->volumes.at(f.volume)->windowWidth;
    }
    if (f.mode != FusionMode::VolumeChange) {
        const size_t row = static_cast<size_t>(std::max(0, m_fusionMode->currentIndex()));
        f.mode = kModes[row];
        f.coloured = row == 0;
    }
    f.amount = m_amount->value() / 100.0;
    renewFusion();
    m_applying = true;
    m_viewer.setFusion(f);
    m_applying = false;
}

void ViewBar::renewFusion()
{
    const QString key = m_second->currentData().toString();
    const bool on = !key.isEmpty(), change = key.startsWith(kBetween);
    const bool difference =
        !change && kModes[static_cast<size_t>(std::max(0, m_fusionMode->currentIndex()))] == FusionMode::Difference;
    const QString none = tr("Choose a second image first.");
    m_fusionMode->setEnabled(on && !change);
    m_fusionMode->setToolTip(!on ? none : change ? tr("A change of volume is shown in one way.") : QString());
    m_amount->setEnabled(on && !difference);
    m_amount->setToolTip(!on ? none : difference ? tr("A difference hides what lies below.") : QString());
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
