#include "ui/panels/registration_panel.h"

#include "core/base/text.h"
#include "core/case/registration_figures.h"
#include "ui/forms/text.h"
#include "ui/panels/findings_list.h"
#include "ui/panels/pair_setter.h"
#include "ui/panels/registration_texts.h"
#include "ui/panels/registration_views.h"
#include "ui/panels/state_mark.h"
#include "ui/viewer/viewer.h"

#include <QComboBox>
#include <QEvent>
#include <QHeaderView>
#include <QLabel>
#include <QPointer>
#include <QPushButton>
#include <QScrollArea>
#include <QSignalBlocker>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace pollux {

namespace {

QLabel* title(const QString& text)
{
    auto* label = new QLabel(text);
    label->setProperty("role", QStringLiteral("title"));
    return label;
}

QTreeWidget* table(const char* name, const QString& accessible, const QStringList& head)
{
    auto* tree = new QTreeWidget;
    tree->setObjectName(QLatin1String(name));
    tree->setAccessibleName(accessible);
    tree->setHeaderLabels(head);
    tree->setRootIsDecorated(false);
    tree->setMinimumHeight(130);
    tree->header()->setStretchLastSection(false);
    tree->header()->setSectionResizeMode(QHeaderView::ResizeToContents);
    tree->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    return tree;
}

} // namespace

RegistrationPanel::RegistrationPanel(PanelContext& context, QWidget* parent)
    : QWidget(parent), m_context(context), m_choice(new QComboBox), m_state(new QLabel), m_method(new QLabel),
      m_findings(new FindingsList(context)), m_views(new RegistrationViews(context)), m_figures(nullptr),
      m_landmarks(nullptr), m_remove(new QPushButton(tr("Remove pair"))), m_pairs(new PairSetter(context))
{
    auto* scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setAccessibleName(tr("Registration"));
    auto* page = new QWidget;
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(12, 12, 12, 12);
    column->setSpacing(8);
    buildChoice(column);
    column->addWidget(title(tr("In the views")));
    column->addWidget(m_views);
    buildFigures(column);
    buildLandmarks(column);
    column->addStretch(1);
    scroll->setWidget(page);
    auto* whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->addWidget(scroll);
    connect(&context.bench, &Bench::caseChanged, this, &RegistrationPanel::renew);
    connect(&context.bench, &Bench::selected, this, [this](const Id& id) {
        if (const int row = m_choice->findData(q(id.text())); row >= 0 && !id.empty())
            m_choice->setCurrentIndex(row);
    });
    renew();
}

void RegistrationPanel::buildChoice(QVBoxLayout* column)
{
    column->addWidget(title(tr("Registration")));
    m_choice->setObjectName(QStringLiteral("registrationChoice"));
    m_choice->setAccessibleName(tr("Registration to look at"));
    m_choice->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_choice->setMinimumContentsLength(14);
    column->addWidget(m_choice);
    m_state->setObjectName(QStringLiteral("registrationState"));
    m_state->setWordWrap(true);
    m_state->setProperty("role", QStringLiteral("stale"));
    column->addWidget(m_state);
    m_method->setObjectName(QStringLiteral("registrationMethod"));
    m_method->setWordWrap(true);
    column->addWidget(m_method);
    m_findings->setObjectName(QStringLiteral("registrationFindings"));
    column->addWidget(m_findings);
    connect(m_choice, &QComboBox::currentIndexChanged, this, &RegistrationPanel::choose);
}

void RegistrationPanel::buildFigures(QVBoxLayout* column)
{
    column->addWidget(title(tr("Figures")));
    m_figures = table("registrationFigures", tr("Figures of the registration"), {tr("Figure"), tr("Value")});
    column->addWidget(m_figures);
}

void RegistrationPanel::buildLandmarks(QVBoxLayout* column)
{
    column->addWidget(title(tr("Landmarks in both images")));
    m_landmarks = table("registrationLandmarks", tr("Distances at landmarks, before and after the registration"),
                        {tr("Place"), tr("Before"), tr("After")});
    column->addWidget(m_landmarks);
    m_remove->setObjectName(QStringLiteral("pairRemove"));
    m_remove->setAccessibleName(tr("Remove the chosen pair of landmarks"));
    column->addWidget(m_remove, 0, Qt::AlignLeft);
    column->addWidget(m_pairs);
    connect(m_landmarks, &QTreeWidget::currentItemChanged, this, &RegistrationPanel::renewRemove);
    connect(m_landmarks, &QTreeWidget::itemClicked, this, [this](QTreeWidgetItem* item) {
        const auto row = static_cast<size_t>(m_landmarks->indexOfTopLevelItem(item));
        if (!m_context.viewer || row >= m_shownPairs.size())
            return;
        const LandmarkPair& pair = m_shownPairs[row];
        const bool inMoving = m_context.viewer->volume() == m_pairs->moving();
        m_context.viewer->flyTo(inMoving ? pair.movingPoint : pair.fixedPoint);
    });
    connect(m_remove, &QPushButton::clicked, this, [this] {
        const auto row = static_cast<size_t>(m_landmarks->indexOfTopLevelItem(m_landmarks->currentItem()));
        if (row >= m_shownPairs.size())
            return;
        ParamValues values;
        values.set("objects",
                   std::vector<std::string>{m_shownPairs[row].fixed.text(), m_shownPairs[row].moving.text()});
        m_context.bench.run("case.remove", values);
    });
    connect(m_pairs, &PairSetter::imagesChanged, this, &RegistrationPanel::showLandmarks);
    connect(m_pairs, &PairSetter::made, this, [this](const Id& id) {
        if (const int row = m_choice->findData(q(id.text())); row >= 0)
            m_choice->setCurrentIndex(row);
    });
}

Id RegistrationPanel::chosen() const
{
    const QString text = m_choice->currentData().toString();
    return text.isEmpty() ? Id() : Id(u8(text));
}

std::shared_ptr<const Registration> RegistrationPanel::registration() const
{
    const Case& c = m_context.bench.document().current();
    const auto it = c.registrations.find(chosen());
    return it == c.registrations.end() ? nullptr : it->second;
}

bool RegistrationPanel::stale() const
{
    const Id id = chosen();
    return !id.empty() && staleIds(m_context.bench.document().current()).contains(id);
}

void RegistrationPanel::renew()
{
    const Case& c = m_context.bench.document().current();
    const QString before = m_choice->currentData().toString();
    const bool wasNew = m_choice->count() > 1 && before.isEmpty();
    {
        const QSignalBlocker quiet(m_choice);
        m_choice->clear();
        const std::set<Id> old = c.registrations.empty() ? std::set<Id>() : staleIds(c);
        for (const auto& [id, r] : c.registrations) {
            m_choice->addItem(q(r->name), q(id.text()));
            if (old.contains(id))
                m_choice->setItemIcon(m_choice->count() - 1, icon(Mark::Stale, *m_context.theme));
        }
        m_choice->addItem(tr("New, by landmarks"), QString());
        const int row = m_choice->findData(before);
        m_choice->setCurrentIndex(row >= 0 && (wasNew || !before.isEmpty()) ? row : 0);
    }
    choose();
}

void RegistrationPanel::choose()
{
    const auto r = registration();
    const Case& c = m_context.bench.document().current();
    const bool old = stale();
    m_state->setVisible(old);
    m_state->setText(old ? QStringLiteral("↻ ") + tr("Stale: something it was made from has changed since.")
                         : QString());
    m_method->setText(r ? registrationMethod(c, chosen(), m_context.bench.registry())
                        : tr("Set the same places in two images and register them by these, or register by the images "
                             "themselves under Operations."));
    m_findings->show(r ? r->findings : Findings());
    m_findings->setVisible(r && !r->findings.empty());
    m_pairs->setRegistration(r);
    if (r != m_measured) {
        m_values = r ? r->values : std::vector<NamedQuantity>();
        m_measured.reset();
    }
    showFigures();
    showLandmarks();
    m_views->setRegistration(chosen(), r);
    if (isVisible())
        measure();
}

void RegistrationPanel::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    measure();
}

void RegistrationPanel::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && m_landmarks)
        renew();
}

void RegistrationPanel::measure()
{
    const auto r = registration();
    if (!r || r == m_measured)
        return;
    m_measured = r;
    if (m_measuring)
        m_context.bench.cancel(m_measuring);
    const QPointer<RegistrationPanel> self(this);
    const auto snapshot = m_context.bench.document().snapshot();
    m_measuring = m_context.bench.runAside(
        tr("Figures of the registration"), [self, snapshot, r, id = chosen()](const Case&, Job& job) {
            const auto made = std::make_shared<std::vector<NamedQuantity>>(registrationFigures(*snapshot, id, job));
            return std::function<void()>([self, r, made] {
                if (!self || self->m_measured != r)
                    return; // another one is looked at by now
                self->m_measuring = 0;
                self->m_values = *made;
                self->showFigures();
            });
        });
}

void RegistrationPanel::showFigures()
{
    const bool old = stale();
    m_figures->clear();
    for (const NamedQuantity& v : m_values) {
        // Ratios and nats have no unit of their own, and one decimal would hide what they say.
        const bool bare = v.quantity.unit == Unit::None;
        auto* item = new QTreeWidgetItem(m_figures, {shown(v.label), bare ? q(toText(v.quantity.value, 3))
                                                                          : shown(v.quantity.value, v.quantity.unit)});
        item->setTextAlignment(1, Qt::AlignRight | Qt::AlignVCenter);
        const QString help = registrationFigureHelp(v.key);
        item->setToolTip(0, help);
        item->setToolTip(1, help);
        if (v.key == "folded_places" && v.quantity.value > 0)
            item->setIcon(1, icon(Mark::Warning, *m_context.theme));
        if (old) {
            item->setForeground(1, colour(Mark::Stale, *m_context.theme));
            item->setIcon(0, icon(Mark::Stale, *m_context.theme));
        }
    }
}

void RegistrationPanel::showLandmarks()
{
    const Case& c = m_context.bench.document().current();
    const QTreeWidgetItem* current = m_landmarks->currentItem();
    const QString was = current ? current->text(0) : QString();
    m_shownPairs.clear();
    const QSignalBlocker quiet(m_landmarks);
    m_landmarks->clear();
    LandmarkTable made;
    const auto r = registration();
    const bool old = stale();
    if (r)
        made = landmarkTable(c, chosen());
    else
        for (LandmarkPair& pair : landmarkPairs(c, m_pairs->fixed(), m_pairs->moving())) {
            LandmarkDistance row;
            row.before = (pair.fixedPoint - pair.movingPoint).norm();
            row.pair = std::move(pair);
            made.meanBefore += row.before;
            made.mostBefore = std::max(made.mostBefore, row.before);
            made.rows.push_back(std::move(row));
        }
    if (!r && !made.rows.empty())
        made.meanBefore /= double(made.rows.size());
    const auto mm = [](double value) { return shown(value, Unit::Millimetre); };
    const auto add = [&](const QString& name, double before, double after) {
        auto* item = new QTreeWidgetItem(m_landmarks, {name, mm(before), r ? mm(after) : QStringLiteral("–")});
        for (const int column : {1, 2})
            item->setTextAlignment(column, Qt::AlignRight | Qt::AlignVCenter);
        if (old)
            item->setForeground(2, colour(Mark::Stale, *m_context.theme));
        return item;
    };
    for (const LandmarkDistance& row : made.rows) {
        m_shownPairs.push_back(row.pair);
        const QString name = q(row.pair.name);
        auto* item = add(row.fitted ? tr("%1, fitted").arg(name) : name, row.before, row.after);
        const QString help = row.fitted ? tr("The registration was made from it: what is left there is no independent "
                                             "check. Click to see the place.")
                                        : tr("From where the registration carries it to where it was set in the moving "
                                             "image. Click to see the place.");
        for (int column = 0; column < 3; ++column)
            item->setToolTip(column, help);
        if (item->text(0) == was)
            m_landmarks->setCurrentItem(item);
    }
    if (made.rows.empty()) {
        auto* item = new QTreeWidgetItem(m_landmarks, {tr("No place is set in both images yet.")});
        item->setFlags(Qt::ItemIsEnabled);
        item->setFirstColumnSpanned(true);
    } else {
        QFont bold = font();
        bold.setBold(true);
        for (QTreeWidgetItem* item :
             {add(tr("Mean"), made.meanBefore, made.meanAfter), add(tr("Largest"), made.mostBefore, made.mostAfter)}) {
            item->setFlags(Qt::ItemIsEnabled);
            for (int column = 0; column < 3; ++column)
                item->setFont(column, bold);
        }
    }
    renewRemove();
}

void RegistrationPanel::renewRemove()
{
    const int row = m_landmarks->indexOfTopLevelItem(m_landmarks->currentItem());
    const bool pair = row >= 0 && size_t(row) < m_shownPairs.size();
    const bool own = pair && !m_shownPairs[size_t(row)].fixed.empty();
    m_remove->setEnabled(own);
    m_remove->setToolTip(own    ? tr("Undo brings it back.")
                         : pair ? tr("This point is a number of the registration, not a landmark of the case.")
                                : tr("Choose a pair in the table."));
}

} // namespace pollux
