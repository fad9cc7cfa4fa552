#include "ui/shell/side_by_side.h"

#include "core/base/error.h"
#include "core/case/hidden_plans.h"
#include "core/case/place_map.h"
#include "core/storage/case_file.h"
#include "ui/forms/text.h"
#include "ui/panels/state_mark.h"
#include "ui/print/plan_path.h"
#include "ui/shell/questions.h"
#include "ui/viewer/view_link.h"

#include <QComboBox>
#include <QFrame>
#include <QGridLayout>
#include <QLabel>
#include <QPointer>
#include <QSignalBlocker>
#include <QSplitter>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace pollux {

namespace {

/// Data of the rows that are none of the case's own.
constexpr int kOther = -1;
constexpr int kOpened = -2;

/// Long names are cut, never the window widened.
QLabel* shyLabel(const char* name, const QString& accessible, QWidget* parent)
{
    auto* label = new QLabel(parent);
    label->setObjectName(QLatin1String(name));
    label->setAccessibleName(accessible);
    label->setTextFormat(Qt::PlainText);
    label->setMinimumWidth(40);
    label->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    return label;
}

/// Two lines above the views, of the same height on both sides.
QFrame* head(QWidget* parent)
{
    auto* frame = new QFrame(parent);
    auto* grid = new QGridLayout(frame);
    grid->setContentsMargins(6, 2, 6, 2);
    grid->setVerticalSpacing(2);
    grid->setRowMinimumHeight(0, 30);
    grid->setRowMinimumHeight(1, 30);
    grid->setColumnStretch(1, 1);
    return frame;
}

bool isSeveral(Viewer::Layout layout)
{
    return layout == Viewer::Layout::FourUp || layout == Viewer::Layout::AxialAndThree ||
           layout == Viewer::Layout::VolumeAndThree;
}

} // namespace

SideBySide::SideBySide(Viewer& viewer, Bench& bench, QWidget* parent)
    : QWidget(parent), m_viewer(viewer), m_bench(bench), m_theme(loadTheme(true)),
      m_columns(new QSplitter(Qt::Horizontal, this)), m_leftHead(head(this)),
      m_leftTitle(shyLabel("compareLeft", tr("Image on the left"), m_leftHead)),
      m_leftPlan(shyLabel("comparePlan", tr("Plan on the left"), m_leftHead))
{
    setLayoutDirection(Qt::LeftToRight); // the images' left and right are the patient's
    auto* whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->addWidget(m_columns);
    auto* left = new QWidget(m_columns);
    auto* column = new QVBoxLayout(left);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto* grid = static_cast<QGridLayout*>(m_leftHead->layout());
    grid->addWidget(m_leftTitle, 0, 1);
    grid->addWidget(m_leftPlan, 1, 1);
    m_leftTitle->setProperty("role", QStringLiteral("number"));
    m_leftPlan->setProperty("role", QStringLiteral("muted"));
    column->addWidget(m_leftHead);
    column->addWidget(&viewer, 1);
    m_columns->setChildrenCollapsible(false);
    m_columns->addWidget(left);
    m_leftHead->hide();
    connect(&viewer, &Viewer::lookChanged, this, [this] {
        if (!m_on)
            return;
        if (m_viewer.volume() != m_leftVolume)
            renewChoices();
        renewTitles();
    });
}

SideBySide::~SideBySide() = default;

void SideBySide::makeRight()
{
    if (m_right)
        return;
    m_right = new QWidget(m_columns);
    auto* column = new QVBoxLayout(m_right);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    QFrame* top = head(m_right);
    auto* grid = static_cast<QGridLayout*>(top->layout());
    m_choice = new QComboBox(top);
    m_choice->setObjectName(QStringLiteral("compareWith"));
    m_choice->setAccessibleName(tr("What to compare with"));
    m_choice->setMinimumContentsLength(6);
    m_choice->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_choice->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    connect(m_choice, &QComboBox::activated, this, &SideBySide::choose);
    auto* close = new QToolButton(top);
    close->setObjectName(QStringLiteral("compareClose"));
    close->setText(QStringLiteral("✕"));
    close->setAccessibleName(tr("No longer side by side"));
    close->setToolTip(tr("No longer side by side"));
    connect(close, &QToolButton::clicked, this, [this] { setOn(false); });
    m_linkButton = new QToolButton(top);
    m_linkButton->setObjectName(QStringLiteral("compareLink"));
    m_linkButton->setText(tr("Linked"));
    m_linkButton->setAccessibleName(tr("Both sides move together"));
    m_linkButton->setCheckable(true);
    connect(m_linkButton, &QToolButton::toggled, this, &SideBySide::setLinked);
    m_how = shyLabel("compareHow", tr("How places are found on the other side"), top);
    grid->addWidget(m_choice, 0, 0, 1, 2);
    grid->addWidget(close, 0, 2);
    grid->addWidget(m_linkButton, 1, 0);
    grid->addWidget(m_how, 1, 1, 1, 2);
    m_second = new Viewer(m_right);
    m_second->setObjectName(QStringLiteral("secondViewer"));
    m_second->setAccessibleName(tr("Views to compare with"));
    m_second->setTheme(m_theme);
    column->addWidget(top);
    column->addWidget(m_second, 1);
    m_columns->addWidget(m_right);
    m_columns->setSizes({1000, 1000});
    m_link = new ViewLink(m_viewer, *m_second, this);
}

void SideBySide::setOn(bool on)
{
    if (on == m_on)
        return;
    m_on = on;
    if (on) {
        makeRight();
        m_layoutBefore = m_viewer.viewLayout();
        if (isSeveral(m_layoutBefore))
            m_viewer.setLayout(Viewer::Layout::AxialOver3D); // two columns leave no room for eight views
        m_right->show();
        m_leftHead->show();
        renewChoices();
        renewTitles();
    } else {
        m_link->setOn(false);
        m_other.reset();
        m_second->setCase(nullptr); // its images go
        m_right->hide();
        m_leftHead->hide();
        if (m_viewer.viewLayout() == Viewer::Layout::AxialOver3D)
            m_viewer.setLayout(m_layoutBefore);
    }
    Q_EMIT onChanged(on);
}

std::optional<SavedBeside> SideBySide::beside() const
{
    if (!m_on || m_other || m_choice->currentIndex() < 0)
        return std::nullopt;
    const int which = m_choice->currentData().toInt();
    if (which < 0 || static_cast<size_t>(which) >= m_choices.size())
        return std::nullopt;
    const CompareChoice& choice = m_choices[static_cast<size_t>(which)];
    return SavedBeside{choice.what == CompareChoice::What::Plan, choice.id};
}

void SideBySide::standBeside(const std::optional<SavedBeside>& what)
{
    if (!what) {
        setOn(false);
        return;
    }
    const auto choices = m_case ? compareChoices(*m_case, m_viewer.volume()) : std::vector<CompareChoice>{};
    const auto it = std::find_if(choices.begin(), choices.end(), [&](const CompareChoice& c) {
        return c.id == what->id && (c.what == CompareChoice::What::Plan) == what->plan;
    });
    if (it == choices.end())
        return;
    setOn(true);
    m_other.reset();
    renewChoices();
    m_choice->setCurrentIndex(static_cast<int>(it - choices.begin())); // in the order of the choices
    choose();
}

Viewer::Layout SideBySide::singleLayout() const
{
    const Viewer::Layout now = m_viewer.viewLayout();
    return m_on && now == Viewer::Layout::AxialOver3D ? m_layoutBefore : now;
}

void SideBySide::setCase(std::shared_ptr<const Case> c)
{
    m_case = std::move(c);
    if (!m_on)
        return;
    if (!m_case || m_case->empty()) {
        setOn(false);
        return;
    }
    renewChoices();
    renewTitles();
}

void SideBySide::setTheme(const Theme& theme)
{
    m_theme = theme;
    if (m_second)
        m_second->setTheme(theme);
}

void SideBySide::setPatientHidden(bool on)
{
    m_hidden = on;
    if (m_on)
        renewChoices();
}

void SideBySide::renewChoices()
{
    m_leftVolume = m_viewer.volume();
    const int was = m_choice->currentIndex() < 0 ? kOther : m_choice->currentData().toInt();
    const CompareChoice before =
        was >= 0 && static_cast<size_t>(was) < m_choices.size() ? m_choices[static_cast<size_t>(was)] : CompareChoice{};
    m_choices = m_case ? compareChoices(*m_case, m_leftVolume) : std::vector<CompareChoice>{};
    const QSignalBlocker block(m_choice);
    m_choice->clear();
    int at = -1;
    for (size_t i = 0; i < m_choices.size(); ++i) {
        m_choice->addItem(m_choices[i].text, static_cast<int>(i));
        if (m_choices[i].what == before.what && m_choices[i].id == before.id)
            at = static_cast<int>(i);
    }
    if (m_other) {
        m_choice->addItem(m_hidden ? tr("Another case") : tr("Case: %1").arg(m_otherName), kOpened);
        at = m_choice->count() - 1;
    }
    m_choice->addItem(tr("Another case…"), kOther);
    m_choice->setCurrentIndex(m_choices.empty() && at < 0 ? -1 : std::max(at, 0));
    m_choice->setPlaceholderText(tr("Choose a case"));
    if (m_other)
        showOther();
    else if (!m_choices.empty())
        show(m_choices[static_cast<size_t>(std::max(at, 0))]);
    else {
        const ViewLink::Pause pause(*m_link);
        m_second->setCase(nullptr);
        renewMap();
    }
}

void SideBySide::choose()
{
    const int which = m_choice->currentData().toInt();
    if (which == kOther) {
        askOther();
        return;
    }
    if (which >= 0) {
        m_other.reset();
        show(m_choices[static_cast<size_t>(which)]);
    }
    renewChoices(); // another case that was left is no longer offered
}

void SideBySide::askOther()
{
    renewChoices(); // until it is loaded, what is shown stays chosen
    askCaseFile(this, [this](const QString& file) { openOther(std::filesystem::path(u8(file))); });
}

void SideBySide::openOther(const std::filesystem::path& file)
{
    const QPointer<SideBySide> self(this);
    m_bench.runLongAside(tr("Open a case to compare"), [self, file](const Case&, Job& job) -> std::function<void()> {
        auto loaded = std::make_shared<const Case>(withoutHidden(loadCase(file, job)));
        if (loaded->volumes.empty())
            throw Error(ErrorCode::BadInput, "The other case holds no image to compare with.",
                        "Choose a case with a study.");
        return [self, file, loaded] {
            if (!self)
                return;
            self->setOn(true);
            self->m_other = loaded;
            self->m_otherName = q(file.stem().string());
            self->renewChoices();
        };
    });
}

void SideBySide::show(const CompareChoice& choice)
{
    const ViewLink::Pause pause(*m_link);
    const bool plan = choice.what == CompareChoice::What::Plan;
    const Id volume = plan ? m_viewer.volume() : choice.id;
    m_second->setCase(m_case);
    if (m_second->volume() != volume)
        m_second->setVolume(volume);
    m_second->showLike(m_viewer);
    m_second->setPath(plan ? pathOf(*m_case->plans.at(choice.id)) : std::nullopt);
    renewMap();
}

void SideBySide::showOther()
{
    const ViewLink::Pause pause(*m_link);
    m_second->setCase(m_other);
    m_second->showLike(m_viewer);
    m_second->setStale(staleIds(*m_other));
    m_second->setPath(std::nullopt);
    renewMap();
}

void SideBySide::renewTitles()
{
    if (!m_case)
        return;
    m_leftTitle->setText(volumeTitle(*m_case, m_viewer.volume()));
    m_leftTitle->setToolTip(m_leftTitle->text());
    const auto& path = m_viewer.path();
    m_leftPlan->setText(path ? tr("Plan: %1").arg(path->label) : tr("No plan is shown on this side."));
    m_leftPlan->setToolTip(m_leftPlan->text());
}

const VolumeObject* SideBySide::leftVolume() const
{
    const auto it = m_case->volumes.find(m_viewer.volume());
    return it == m_case->volumes.end() ? nullptr : it->second.get();
}

const VolumeObject* SideBySide::rightVolume() const
{
    const Case& c = m_other ? *m_other : *m_case;
    const auto it = c.volumes.find(m_second->volume());
    return it == c.volumes.end() ? nullptr : it->second.get();
}

void SideBySide::renewMap()
{
    m_map = m_other ? std::nullopt : placeMap(*m_case, m_viewer.volume(), m_second->volume());
    const std::pair<Id, const Case*> target{m_second->volume(), m_other.get()};
    if (target != m_target || m_leftVolume != m_mappedFrom) {
        // Two places held for the same in one image say nothing about another.
        m_target = target;
        m_mappedFrom = m_leftVolume;
        m_apart.reset();
        m_linked = m_map.has_value();
        if (!m_map)
            m_second->resetViews(); // where the one before was seen from means nothing here
    }
    renewLink();
}

void SideBySide::setLinked(bool on)
{
    m_linked = on;
    if (on && !m_map)
        m_apart = m_second->crosshair() - m_viewer.crosshair();
    renewLink();
}

void SideBySide::renewLink()
{
    const VolumeObject* left = leftVolume();
    const VolumeObject* right = rightVolume();
    m_link->setOn(false); // until it knows how
    // Values without a unit (MR) compare within one study only.
    m_link->setWindowLinked(left && right && left->modality == right->modality && left->unit == right->unit &&
                            (!left->unit.empty() || (!m_other && left->study == right->study)));
    if (m_map) {
        const auto shared = std::make_shared<const PlaceMap>(*m_map);
        m_link->setMaps([shared](const Vec3& p) { return shared->there(p); },
                        [shared](const Vec3& p) { return shared->back(p); });
    } else if (m_apart)
        m_link->setMaps([apart = *m_apart](const Vec3& p) -> std::optional<Vec3> { return p + apart; },
                        [apart = *m_apart](const Vec3& p) -> std::optional<Vec3> { return p - apart; });
    else
        m_linked = false;
    m_link->setOn(m_linked && left && right);
    const QSignalBlocker block(m_linkButton);
    m_linkButton->setChecked(m_link->on());
    m_linkButton->setEnabled(right != nullptr);
    sayHow(right != nullptr);
    m_linkButton->setToolTip(right ? tr("What is done on one side is done on the other") : m_how->text());
}

void SideBySide::sayHow(bool any)
{
    Mark mark = Mark::Note;
    QString how;
    if (!any)
        how = tr("Nothing to compare with: add a study to the case, or choose another case.");
    else if (m_map && m_map->over().empty())
        how = tr("Same frame of reference");
    else if (m_map) {
        QStringList names;
        for (const Id& id : m_map->over())
            names << q(m_case->nameOf(id));
        how = tr("By registration: %1").arg(names.join(QStringLiteral(", ")));
    } else {
        how = m_linked ? tr("Linked by hand: not registered")
                       : tr("Not registered: point at the same place on both sides, then press Linked.");
        mark = Mark::Warning;
    }
    if (any && m_other && m_other->patientKey() != m_case->patientKey()) {
        how = tr("Another patient. %1").arg(how);
        mark = Mark::Warning;
    }
    m_how->setText(how);
    m_how->setToolTip(how);
    m_how->setProperty("role", any ? role(mark) : QStringLiteral("muted"));
    restyle(m_how);
}

} // namespace pollux
