#include "ui/panels/findings_panel.h"

#include "core/case/acknowledgement.h"
#include "ui/forms/text.h"

#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace pollux {

std::vector<FindingEntry> findingsOf(const Case& c)
{
    std::vector<FindingEntry> entries;
    for (const auto& [id, study] : c.studies)
        for (const HeldFinding& f : findingsHeldBy(c, id))
            entries.push_back({f.finding, QObject::tr("(study)"), id, f.id});
    for (const auto& [id, volume] : c.volumes)
        for (const HeldFinding& f : findingsHeldBy(c, id)) {
            // The series' gate often stands in the study's as well: one row, the image's.
            std::erase_if(entries, [&](const FindingEntry& e) { return e.finding == f.finding; });
            entries.push_back({f.finding, QObject::tr("(image %1)").arg(q(volume->name)), id, f.id});
        }
    for (const auto& [id, plan] : c.plans)
        for (const HeldFinding& f : findingsHeldBy(c, id))
            entries.push_back({f.finding, QObject::tr("(%1)").arg(q(plan->name)), id, f.id});
    return entries;
}

namespace {

bool onlyAnswers(const Case& before, const Case& after)
{
    const std::vector<Change> changes = diff(before, after);
    return !changes.empty() && std::all_of(changes.begin(), changes.end(), [&](const Change& change) {
        return !newlyAcknowledged(before, after, change.id).empty();
    });
}

} // namespace

FindingsPanel::FindingsPanel(PanelContext& context, QWidget* parent)
    : QWidget(parent), m_context(context), m_list(new FindingsList(context))
{
    auto* scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    // A stretch below, not an alignment of the list's layout: that would give wrapped text the height of its size hint.
    auto* page = new QWidget;
    auto* pageColumn = new QVBoxLayout(page);
    pageColumn->setContentsMargins(8, 4, 8, 4);
    pageColumn->addWidget(m_list);
    pageColumn->addStretch(1);
    scroll->setWidget(page);
    scroll->setAccessibleName(tr("Findings"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(scroll);
    connect(&context.bench, &Bench::caseChanged, this, [this] {
        const auto now = m_context.bench.document().snapshot();
        m_answered = m_seen && onlyAnswers(*m_seen, *now);
        m_seen = now;
        // What the last run said is of its own result, which an undo takes away. That nothing is written to the journal
        // holds on.
        if (m_context.bench.document().canRedo())
            std::erase_if(m_last, [](const Finding& f) { return f.code != "journal"; });
        renew();
    });
    connect(&context.bench, &Bench::reported, this, [this](const QString& source, const Findings& findings) {
        // Who answers one finding has not done with the others.
        if (std::exchange(m_answered, false) && findings.empty())
            return;
        m_lastSource = source;
        m_last = findings;
        renew();
    });
    m_seen = context.bench.document().snapshot();
    renew();
}

void FindingsPanel::renew()
{
    std::vector<FindingEntry> entries = findingsOf(m_context.bench.document().current());
    for (const Finding& f : m_last)
        if (std::none_of(entries.begin(), entries.end(),
                         [&](const FindingEntry& e) { return e.finding.code == f.code && e.finding.text == f.text; }))
            entries.push_back({f, tr("(%1)").arg(shown(u8(m_lastSource))), {}});
    std::stable_sort(entries.begin(), entries.end(), [](const FindingEntry& a, const FindingEntry& b) {
        const auto rank = [](const Finding& f) { return f.acknowledged.empty() ? -int(f.severity) : 1; };
        return rank(a.finding) < rank(b.finding);
    });
    const auto count = [&](Severity s) {
        return int(std::count_if(entries.begin(), entries.end(), [&](const FindingEntry& e) {
            return e.finding.severity == s && e.finding.acknowledged.empty();
        }));
    };
    m_list->show(entries);
    Q_EMIT changed(count(Severity::Stop), count(Severity::Warning),
                   int(entries.size()) - count(Severity::Stop) - count(Severity::Warning));
}

} // namespace pollux
