#include "ui/panels/lineage_panel.h"

#include "core/base/text.h"
#include "ui/forms/structure_name.h"
#include "ui/forms/text.h"
#include "ui/panels/state_mark.h"

#include <QEvent>
#include <QPushButton>
#include <QTextBrowser>
#include <QUrl>
#include <QVBoxLayout>
#include <nlohmann/json.hpp>

namespace pollux {

namespace {

QString row(const QString& label, const QString& value)
{
    return QStringLiteral("<tr><td valign='top'>%1&nbsp;&nbsp;</td><td>%2</td></tr>").arg(label, value);
}

QString link(const Case& c, const Id& id)
{
    const std::string owner = id.text().substr(0, id.text().find('/'));
    const QString name = nameShown(c, Id(owner));
    const std::string shape = owner.size() < id.text().size() ? " (" + id.text().substr(owner.size() + 1) + ")" : "";
    if (name.isEmpty())
        return q(id.text()).toHtmlEscaped() + QObject::tr(" (removed)");
    return QStringLiteral("<a href='pollux:%1'>%2</a>%3").arg(q(owner), name.toHtmlEscaped(), q(shape).toHtmlEscaped());
}

/// The parameters as the declaration calls them, with units; as they stand if the operation is not here.
QString parameters(const Lineage& lineage, const Registry& registry)
{
    const nlohmann::json json = nlohmann::json::parse(lineage.parameters, nullptr, false);
    if (!json.is_object())
        return {};
    const Operation* operation = registry.find(lineage.operation);
    const ParamList list = operation ? operation->declare() : ParamList();
    QString rows;
    for (const auto& [key, value] : json.items()) {
        const Param* p = list.find(key);
        const QString text = q(value.is_string() ? value.get<std::string>() : value.dump());
        if (text.isEmpty() || text == QStringLiteral("[]"))
            continue;
        rows += row((p ? shown(p->label) : q(key)).toHtmlEscaped(),
                    (p ? text + QChar(0x202F) + q(symbol(p->unit)) : text).toHtmlEscaped());
    }
    return rows;
}

/// Where the chain of inputs ends: the images and whatever else was made from nothing in the case.
std::set<Id> originsOf(const Case& c, const Id& start)
{
    std::set<Id> origins, seen;
    std::vector<Id> open{start};
    while (!open.empty()) {
        const Id id = open.back();
        open.pop_back();
        if (!seen.insert(id).second)
            continue;
        bool made = false;
        for (const auto& [key, lineage] : c.lineage)
            if (key == id || key.text().starts_with(id.text() + "/"))
                for (const LineageInput& in : lineage->inputs) {
                    made = true;
                    // Of a shape ("liver/surface"): the object that has it.
                    open.emplace_back(in.id.text().substr(0, in.id.text().find('/')));
                }
        if (!made && id != start)
            origins.insert(id);
    }
    return origins;
}

QString origins(const Case& c, const Id& id)
{
    QStringList lines;
    for (const Id& origin : originsOf(c, id)) {
        QString line = link(c, origin);
        if (const auto v = c.volumes.find(origin); v != c.volumes.end()) {
            line = QObject::tr("%1 series %2").arg(q(v->second->modality).toHtmlEscaped(), line);
            if (const std::string study = c.nameOf(v->second->study); !study.empty())
                line += QObject::tr(" of study %1").arg(link(c, v->second->study));
        }
        lines << line;
    }
    return lines.join(QStringLiteral("<br>"));
}

QString section(const Case& c, const Registry& registry, const Id& key, const Lineage& lineage, bool stale,
                const Theme& theme)
{
    const Operation* operation = registry.find(lineage.operation);
    QString html = QStringLiteral("<h4>%1</h4><table>").arg(q(key.text()).toHtmlEscaped());
    if (stale)
        html += row(QString(), QStringLiteral("<span style='color:%1'>↻ %2</span>")
                                   .arg(theme.stale.name(), QObject::tr("stale: an input has changed since")));
    html += row(QObject::tr("Made by"),
                QObject::tr("%1 <i>(%2, version %3)</i>")
                    .arg(operation ? shown(operation->info().name).toHtmlEscaped() : QObject::tr("(plugin not here)"),
                         q(lineage.operation).toHtmlEscaped())
                    .arg(lineage.operationVersion));
    QStringList inputs;
    for (const LineageInput& in : lineage.inputs) {
        const auto now = c.keyOf(in.id);
        QString text = link(c, in.id);
        if (!now || *now != in.key)
            text += QStringLiteral(" <span style='color:%1'>↻ %2</span>")
                        .arg(theme.stale.name(), now ? QObject::tr("changed since") : QObject::tr("gone"));
        inputs << text;
    }
    html += row(QObject::tr("From"),
                inputs.isEmpty() ? QObject::tr("no other object") : inputs.join(QStringLiteral("<br>")));
    html += row(QObject::tr("By"),
                lineage.author.empty() ? QObject::tr("(no name set)") : q(lineage.author).toHtmlEscaped());
    html += row(QObject::tr("When"), q(lineage.when).toHtmlEscaped());
    html += row(QObject::tr("Took"), QStringLiteral("%1%2s").arg(q(toText(lineage.seconds, 1))).arg(QChar(0x202F)));
    html += row(QObject::tr("Program"), QStringLiteral("Pollux %1").arg(q(lineage.software).toHtmlEscaped()));
    html += QStringLiteral("</table>");
    const QString params = parameters(lineage, registry);
    if (!params.isEmpty())
        html += QObject::tr("<p><b>Parameters</b></p><table>%1</table>").arg(params);
    return html;
}

} // namespace

LineagePanel::LineagePanel(PanelContext& context, QWidget* parent)
    : QWidget(parent), m_context(context), m_page(new QTextBrowser(this)),
      m_rebuild(new QPushButton(tr("Re-run what is stale"), this))
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(8, 8, 8, 8);
    column->addWidget(m_page, 1);
    column->addWidget(m_rebuild, 0, Qt::AlignLeft);
    m_page->setObjectName(QStringLiteral("lineagePage"));
    m_page->setAccessibleName(tr("Where the selected object came from"));
    m_page->setOpenLinks(false);
    m_rebuild->setObjectName(QStringLiteral("rebuild"));
    m_rebuild->setAccessibleName(m_rebuild->text());
    connect(m_page, &QTextBrowser::anchorClicked, this,
            [this](const QUrl& url) { m_context.bench.select(Id(u8(url.path()))); });
    connect(m_rebuild, &QPushButton::clicked, this, [this] { m_context.bench.rebuild(); });
    connect(&context.bench, &Bench::selected, this, &LineagePanel::renew);
    connect(&context.bench, &Bench::caseChanged, this, &LineagePanel::renew);
    renew();
}

void LineagePanel::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        renew();
}

void LineagePanel::renew()
{
    const Case& c = m_context.bench.seenCase();
    const std::set<Id> stale = staleIds(c);
    m_rebuild->setEnabled(!stale.empty());
    m_rebuild->setToolTip(
        stale.empty() ? tr("Nothing is stale.")
                      : tr("Stale objects: %1. They are made again with the same parameters.").arg(stale.size()));
    const Id id = m_context.bench.selection();
    if (id.empty() || !c.kindOf(id)) {
        m_page->setHtml(tr("<p>Click an object in the case, on the left, to see where it came from.</p>"));
        return;
    }
    QString html = QStringLiteral("<h3>%1</h3>").arg(nameShown(c, id).toHtmlEscaped());
    if (const QString roots = origins(c, id); !roots.isEmpty())
        html += QStringLiteral("<table>%1</table>").arg(row(tr("Goes back to"), roots));
    bool known = false;
    for (const auto& [key, lineage] : c.lineage)
        if (key == id || key.text().starts_with(id.text() + "/")) {
            html += section(c, m_context.bench.registry(), key, *lineage, stale.contains(key), *m_context.theme);
            known = true;
        }
    if (!known)
        html += tr("<p>No record: it came with the case.</p>");
    if (const auto s = c.structures.find(id); s != c.structures.end() && !s->second->measures.empty()) {
        html += tr("<p><b>Measures</b></p><table>");
        for (const NamedQuantity& m : s->second->measures)
            html += row(shown(m.label).toHtmlEscaped(), q(toText(m.quantity)).toHtmlEscaped());
        html += QStringLiteral("</table>");
    }
    m_page->setHtml(html);
}

} // namespace pollux
