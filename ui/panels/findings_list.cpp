#include "ui/panels/findings_list.h"

#include "core/case/acknowledgement.h"
#include "ui/forms/text.h"
#include "ui/panels/state_mark.h"
#include "ui/viewer/viewer.h"

#include <QEvent>
#include <QFrame>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace pollux {

FindingsList::FindingsList(PanelContext& context, QWidget* parent)
    : QWidget(parent), m_context(context), m_column(new QVBoxLayout(this))
{
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(4);
}

void FindingsList::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        rebuild();
}

void FindingsList::show(const Findings& findings, const QString& source)
{
    std::vector<FindingEntry> entries;
    for (const Finding& f : findings)
        entries.push_back({f, source, {}});
    show(entries);
}

void FindingsList::show(const std::vector<FindingEntry>& entries)
{
    const auto same = [](const FindingEntry& a, const FindingEntry& b) {
        return a.finding == b.finding && a.source == b.source && a.id == b.id;
    };
    // Unchanged rows stay: a reason half typed is not lost when something else in the case changes.
    if (std::equal(entries.begin(), entries.end(), m_entries.begin(), m_entries.end(), same))
        return;
    m_entries = entries;
    rebuild();
}

void FindingsList::rebuild()
{
    while (QLayoutItem* item = m_column->takeAt(0)) {
        if (item->widget())
            item->widget()->deleteLater();
        delete item;
    }
    for (const FindingEntry& entry : m_entries)
        m_column->addWidget(row(entry));
}

QWidget* FindingsList::row(const FindingEntry& entry)
{
    const Finding& f = entry.finding;
    const bool accepted = !f.acknowledged.empty();
    const Mark mark = accepted ? Mark::Note : markOf(f.severity);
    auto* frame = new QFrame(this);
    frame->setProperty("role", role(mark));
    auto* rows = new QVBoxLayout(frame);
    rows->setContentsMargins(8, 2, 4, 2);
    rows->setSpacing(2);
    auto* line = new QHBoxLayout;
    line->setSpacing(8);
    rows->addLayout(line);
    auto* sign = new QLabel(frame);
    sign->setPixmap(icon(mark, *m_context.theme).pixmap(16, 16));
    auto* state = new QLabel(accepted ? tr("acknowledged") : word(mark), frame);
    state->setProperty("role", role(mark));
    state->setMinimumWidth(56);
    QString html = shown(f.text).toHtmlEscaped();
    if (!f.advice.empty())
        html += QStringLiteral(" <b>%1</b>").arg(shown(f.advice).toHtmlEscaped());
    if (accepted) {
        const std::string who = byWhomAndWhen(m_context.bench.document().current(), {entry.id, entry.owner, 0, f});
        html += tr("<br>Reason: %1").arg(q(f.acknowledged + who).toHtmlEscaped());
    }
    if (!entry.source.isEmpty())
        html += QStringLiteral(" <span style='color:%1'>%2</span>")
                    .arg(m_context.theme->textMuted.name(), entry.source.toHtmlEscaped());
    auto* text = new QLabel(html, frame);
    text->setTextFormat(Qt::RichText);
    text->setWordWrap(true);
    text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    text->setAccessibleName(word(mark) + QStringLiteral(": ") + shown(f.text));
    line->addWidget(sign, 0, Qt::AlignTop);
    line->addWidget(state, 0, Qt::AlignTop);
    line->addWidget(text, 1);
    if (f.place && m_context.viewer) {
        auto* fly = new QPushButton(tr("Show"), frame);
        fly->setAccessibleName(tr("Fly to: %1").arg(shown(f.text)));
        const Vec3 place = *f.place;
        connect(fly, &QPushButton::clicked, this, [this, place] { m_context.viewer->flyTo(place); });
        line->addWidget(fly, 0, Qt::AlignTop);
    }
    if (!entry.id.empty() && !accepted && f.severity != Severity::Note) {
        auto* reason = new QLineEdit(frame);
        reason->setObjectName(QStringLiteral("reason"));
        reason->setPlaceholderText(tr("Reason to go on"));
        reason->setAccessibleName(tr("Reason to go on in spite of: %1").arg(shown(f.text)));
        reason->setMaximumWidth(280);
        reason->setMinimumWidth(120);
        auto* yes = new QPushButton(tr("Acknowledge"), frame);
        yes->setObjectName(QStringLiteral("acknowledge"));
        yes->setAccessibleName(tr("Acknowledge: %1").arg(shown(f.text)));
        yes->setEnabled(false);
        yes->setToolTip(tr("Type the reason first: the report prints it."));
        connect(reason, &QLineEdit::textChanged, yes, [yes](const QString& typed) {
            yes->setEnabled(!typed.trimmed().isEmpty());
            yes->setToolTip(yes->isEnabled() ? tr("The report prints the reason.")
                                             : tr("Type the reason first: the report prints it."));
        });
        connect(yes, &QPushButton::clicked, this,
                [this, id = entry.id, reason] { m_context.bench.acknowledge(id, reason->text()); });
        auto* answer = new QHBoxLayout;
        answer->setContentsMargins(24, 0, 0, 2);
        answer->addWidget(reason);
        answer->addWidget(yes);
        answer->addStretch(1);
        rows->addLayout(answer);
    }
    return frame;
}

} // namespace pollux
