#include "ui/panels/registration_views.h"

#include "core/image/registration/displacement_field.h"
#include "ui/forms/text.h"
#include "ui/viewer/viewer.h"

#include <QButtonGroup>
#include <QGridLayout>
#include <QLabel>
#include <QPointer>
#include <QPushButton>
#include <QVBoxLayout>

namespace pollux {

namespace {

enum View { kBlend, kChecks, kWipe, kDifference, kChange, kOff };

constexpr double kChangeShare = 0.65; ///< of the map: the image is still seen below it

View viewOf(const Fusion& f)
{
    switch (f.mode) {
    case FusionMode::Checkerboard:
        return kChecks;
    case FusionMode::Wipe:
        return kWipe;
    case FusionMode::Difference:
        return kDifference;
    case FusionMode::VolumeChange:
        return kChange;
    case FusionMode::Blend:
        break;
    }
    return kBlend;
}

} // namespace

RegistrationViews::RegistrationViews(PanelContext& context, QWidget* parent)
    : QWidget(parent), m_context(context), m_buttons(new QButtonGroup(this)), m_told(new QLabel)
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    struct Button
    {
        View view;
        const char* name;
        QString text;
        QString help;
    };
    const Button buttons[] = {
        {kBlend, "registrationBlend", tr("Blend"), tr("The moving image in colours over the fixed one")},
        {kChecks, "registrationChecks", tr("Checks"), tr("Both images in turns, as a checkerboard: edges must meet")},
        {kWipe, "registrationWipe", tr("Wipe"), tr("The fixed image on the left, the moving one on the right")},
        {kDifference, "registrationDifference", tr("Difference"),
         tr("Fixed minus moving, in colours: what is left should show no edges")},
        {kChange, "registrationChange", tr("Volume change"),
         tr("How the registration changes volumes from place to place; folded places are striped")},
        {kOff, "registrationOff", tr("Off"), tr("The fixed image alone")}};
    auto* grid = new QGridLayout;
    grid->setSpacing(4);
    m_buttons->setExclusive(true);
    for (const Button& b : buttons) {
        auto* button = new QPushButton(b.text);
        button->setObjectName(QLatin1String(b.name));
        button->setAccessibleName(tr("Show: %1").arg(b.text));
        button->setProperty("help", b.help);
        button->setCheckable(true);
        button->setChecked(b.view == kOff);
        m_buttons->addButton(button, b.view);
        grid->addWidget(button, b.view / 3, b.view % 3);
    }
    column->addLayout(grid);
    m_told->setObjectName(QStringLiteral("registrationTold"));
    m_told->setWordWrap(true);
    m_told->setProperty("role", QStringLiteral("muted"));
    column->addWidget(m_told);
    connect(m_buttons, &QButtonGroup::idClicked, this, &RegistrationViews::lay);
    if (context.viewer)
        connect(context.viewer, &Viewer::fusionChanged, this, &RegistrationViews::renew);
    renew();
}

void RegistrationViews::setRegistration(const Id& id, std::shared_ptr<const Registration> registration)
{
    m_id = id;
    m_registration = std::move(registration);
    renew();
    if (!m_context.viewer || !m_changed)
        return;
    // The map in the views may be that of an older one.
    const Fusion& f = m_context.viewer->fusion();
    const Case& c = m_context.bench.document().current();
    const auto now = c.registrations.find(f.registration);
    if (f.mode != FusionMode::VolumeChange)
        m_changed.reset();
    else if (now == c.registrations.end() || (now->second != m_changed && f.registration != m_id))
        setFusion({});
    else if (now->second != m_changed)
        layChange();
}

void RegistrationViews::renew()
{
    const auto r = m_registration;
    const Case& c = m_context.bench.document().current();
    QString why, noMoving;
    if (!m_context.viewer)
        why = tr("There are no views to show it in.");
    else if (!r)
        why = tr("Choose a registration first.");
    else if (!c.volumes.contains(r->fixed))
        why = tr("The fixed image is no longer in the case.");
    else if (!c.volumes.contains(r->moving))
        noMoving = tr("The moving image is no longer in the case.");
    View now = kOff;
    if (m_context.viewer && r && m_context.viewer->fusion().registration == m_id)
        now = viewOf(m_context.viewer->fusion());
    for (QAbstractButton* button : m_buttons->buttons()) {
        const int view = m_buttons->id(button);
        const QString no = !why.isEmpty() || view == kChange || view == kOff ? why : noMoving;
        button->setEnabled(no.isEmpty());
        button->setToolTip(no.isEmpty() ? button->property("help").toString() : no);
        if (view == now)
            button->setChecked(true);
    }
    m_told->setText(now == kDifference ? tr("Red: the fixed image is brighter. Blue: the moving one is. The display "
                                            "window tells the range.")
                    : now == kChange ? tr("Red: the place is larger in the moving image. Blue: it is smaller. Stripes: "
                                          "folded.")
                    : now == kWipe   ? tr("Its border is the share under Fusion, above the views.")
                                     : QString());
    m_told->setVisible(!m_told->text().isEmpty());
}

void RegistrationViews::setFusion(const Fusion& fusion)
{
    ++m_asked;
    if (fusion.mode != FusionMode::VolumeChange)
        m_changed.reset();
    m_context.viewer->setFusion(fusion);
    renew(); // also where nothing changed: a button was pressed
}

void RegistrationViews::lay(int button)
{
    const auto r = m_registration;
    if (!m_context.viewer || !r)
        return;
    if (button == kOff) {
        setFusion({});
        return;
    }
    m_context.viewer->setVolume(r->fixed);
    if (button == kChange) {
        layChange();
        return;
    }
    const Case& c = m_context.bench.document().current();
    Fusion f;
    f.volume = r->moving;
    f.registration = m_id;
    f.windowCentre = c.volume(r->moving).windowCentre;
    f.windowWidth = c.volume(r->moving).windowWidth;
    f.mode = button == kChecks       ? FusionMode::Checkerboard
             : button == kWipe       ? FusionMode::Wipe
             : button == kDifference ? FusionMode::Difference
                                     : FusionMode::Blend;
    f.coloured = button == kBlend; // side by side, greys are compared
    setFusion(f);
}

void RegistrationViews::layChange()
{
    const auto r = m_registration;
    if (!r)
        return;
    const auto snapshot = m_context.bench.document().snapshot();
    const QPointer<RegistrationViews> self(this);
    const std::uint64_t asked = ++m_asked;
    m_context.bench.runAside(tr("Change of volume"), [self, snapshot, r, asked, id = m_id](const Case&, Job& job) {
        const Grid& fixed = snapshot->volume(r->fixed).volume.grid();
        const auto map = std::make_shared<const Volume>(jacobianMap(*fieldOn(*r, fixed), job));
        return std::function<void()>([self, r, asked, id, map] {
            if (!self || self->m_asked != asked)
                return;
            Fusion f;
            f.registration = id;
            f.mode = FusionMode::VolumeChange;
            f.amount = kChangeShare;
            f.change = map;
            self->setFusion(f);
            self->m_changed = r;
        });
    });
}

} // namespace pollux
