#include "plugins/liver/candidates_panel.h"

#include "core/case/plan_point.h"
#include "ui/forms/small_widgets.h"
#include "ui/forms/text.h"
#include "ui/panels/parallel_chart.h"
#include "ui/viewer/path.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>
#include <limits>

namespace pollux::liver {

namespace {

/// Numbers of a candidate that are shown, by their key in the plan's detail.
struct Shown
{
    const char* key;
    Unit unit;
    bool lowIsBetter;
};
constexpr Shown kShown[] = {{"score", Unit::None, true},
                            {"length_mm", Unit::Millimetre, true},
                            {"clearance_mm", Unit::Millimetre, false},
                            {"capsule_deg", Unit::Degree, false},
                            {"tilt_deg", Unit::Degree, true},
                            {"healthy_ml", Unit::Millilitre, true}};

double numberOf(const nlohmann::json& j, const char* key)
{
    const auto it = j.find(key);
    return it != j.end() && it->is_number() ? it->get<double>() : std::numeric_limits<double>::quiet_NaN();
}

std::optional<Vec3> pointOf(const nlohmann::json& j, const char* key)
{
    const auto it = j.find(key);
    if (it == j.end() || !it->is_array() || it->size() != 3)
        return std::nullopt;
    Vec3 p;
    for (int n = 0; n < 3; ++n) {
        if (!(*it)[size_t(n)].is_number())
            return std::nullopt;
        p[n] = (*it)[size_t(n)].get<double>();
    }
    return p;
}

} // namespace

CandidatesPanel::CandidatesPanel(PanelContext& context, QWidget* parent)
    : QWidget(parent), m_context(context), m_fold(new QToolButton(this)),
      m_chart(new ParallelChart(*context.theme, this)), m_told(mutedLabel(this)),
      m_clear(new QPushButton(tr("Let all pass"), this)), m_take(new QPushButton(tr("Take this entry"), this))
{
    m_fold->setObjectName(QStringLiteral("otherEntries"));
    m_fold->setCheckable(true);
    m_fold->setAutoRaise(true);
    m_fold->setArrowType(Qt::RightArrow);
    m_fold->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_chart->setAccessibleName(tr("Entries by their numbers"));
    m_clear->setObjectName(QStringLiteral("entriesAllPass"));
    m_clear->setAccessibleName(m_clear->text());
    m_take->setObjectName(QStringLiteral("takeEntry"));
    m_take->setAccessibleName(m_take->text());
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(m_take);
    buttons->addWidget(m_clear);
    buttons->addStretch();
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    column->addWidget(m_fold, 0, Qt::AlignLeft);
    column->addWidget(m_chart);
    column->addWidget(m_told);
    column->addLayout(buttons);
    connect(m_fold, &QToolButton::toggled, this, [this](bool on) {
        m_fold->setArrowType(on ? Qt::DownArrow : Qt::RightArrow);
        renew();
        Q_EMIT pathsChanged();
    });
    connect(m_chart, &ParallelChart::brushed, this, [this] {
        renew();
        Q_EMIT pathsChanged();
    });
    connect(m_chart, &ParallelChart::inHandChanged, this, [this] {
        renew();
        Q_EMIT pathsChanged();
    });
    connect(m_chart, &ParallelChart::taken, this, &CandidatesPanel::take);
    connect(m_take, &QPushButton::clicked, this, &CandidatesPanel::take);
    connect(m_clear, &QPushButton::clicked, m_chart, &ParallelChart::clearBrushes);
    renew();
}

void CandidatesPanel::setPlan(std::shared_ptr<const Plan> plan)
{
    if (plan == m_plan)
        return;
    m_plan = std::move(plan);
    m_entries.clear();
    std::vector<ParallelChart::Choice> choices;
    if (m_plan) {
        m_target = pointNamed(*m_plan, "target").value_or(m_target);
        // A detail of another program's version may hold anything.
        const nlohmann::json detail = nlohmann::json::parse(m_plan->detail, nullptr, false);
        const auto list = detail.is_object() ? detail.find("candidates") : detail.end();
        if (detail.is_object() && list != detail.end() && list->is_array())
            for (const nlohmann::json& one : *list) {
                const auto entry = one.is_object() ? pointOf(one, "entry") : std::nullopt;
                if (!entry)
                    continue;
                ParallelChart::Choice c;
                const double zone = numberOf(one, "zone");
                c.name = zone >= 1 ? tr("Entry %1, zone %2 of the skin").arg(m_entries.size() + 1).arg(int(zone))
                                   : tr("Entry %1").arg(m_entries.size() + 1);
                const auto best = one.find("best_of_zone");
                c.marked = best != one.end() && best->is_boolean() && best->get<bool>();
                for (const Shown& s : kShown)
                    c.values.push_back(numberOf(one, s.key));
                choices.push_back(std::move(c));
                m_entries.push_back(*entry);
            }
    }
    const QString names[] = {tr("Score"), tr("Length"), tr("Clearance"), tr("Capsule"), tr("Tilt"), tr("Heated")};
    std::vector<ParallelChart::Axis> axes;
    for (size_t n = 0, column = 0; n < std::size(kShown); ++n) {
        const bool any = std::any_of(choices.begin(), choices.end(),
                                     [&](const ParallelChart::Choice& c) { return std::isfinite(c.values[column]); });
        if (any) {
            axes.push_back({names[n], kShown[n].unit, kShown[n].lowIsBetter});
            ++column;
            continue;
        }
        for (ParallelChart::Choice& c : choices) // plans of before did not keep it
            c.values.erase(c.values.begin() + std::ptrdiff_t(column));
    }
    m_chart->setContent(std::move(axes), std::move(choices));
    renew();
}

std::vector<Path> CandidatesPanel::paths() const
{
    std::vector<Path> out;
    if (!m_fold->isChecked())
        return out;
    for (const int n : m_chart->passing()) {
        Path p;
        p.target = m_target;
        p.entry = m_entries[size_t(n)];
        p.faint = n != m_chart->inHand();
        out.push_back(std::move(p));
    }
    return out;
}

void CandidatesPanel::renew()
{
    const bool open = m_fold->isChecked();
    const size_t count = m_entries.size();
    m_fold->setText(tr("Other good entries (%1)").arg(count));
    m_fold->setAccessibleName(m_fold->text());
    m_fold->setEnabled(count > 0);
    m_fold->setToolTip(count > 0 ? tr("Entries that no other betters in everything: choose by what matters to you")
                                 : tr("Without a skin there is no map of entries."));
    for (QWidget* part : std::initializer_list<QWidget*>{m_chart, m_told, m_clear, m_take})
        part->setVisible(open && count > 0);
    const int hand = m_chart->inHand();
    m_told->setText(hand >= 0 ? tr("In hand: %1. Its numbers are the map's; taken, it is measured exactly.")
                                    .arg(m_chart->choices()[size_t(hand)].name)
                              : tr("%1 of %2 pass. Drag along an axis to keep a part of it; click a line to take it in "
                                   "hand. Better is up.")
                                    .arg(m_chart->passing().size())
                                    .arg(count));
    m_take->setEnabled(hand >= 0);
    m_take->setToolTip(hand >= 0 ? tr("Measures the path from this entry, in place of the one in hand; undo takes it "
                                      "back.")
                                 : tr("Click a line first."));
    const bool brushed = m_chart->passing().size() < count;
    m_clear->setEnabled(brushed);
    m_clear->setToolTip(brushed ? tr("Forgets what was marked on the axes") : tr("All pass already."));
}

void CandidatesPanel::take()
{
    if (const int hand = m_chart->inHand(); hand >= 0)
        Q_EMIT taken(m_entries[size_t(hand)]);
}

} // namespace pollux::liver
