#include "ui/panels/case_tree.h"

#include "core/base/text.h"
#include "ui/forms/structure_name.h"
#include "ui/forms/text.h"
#include "ui/forms/tick_delegate.h"
#include "ui/panels/state_mark.h"
#include "ui/viewer/viewer.h"

#include <QEvent>
#include <QHeaderView>
#include <QMenu>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace pollux {

namespace {

constexpr double kDoubtful = 0.9;    ///< of 1: a proposal of a lower quality is called doubtful (display only)
constexpr int kRoomForVolumes = 360; ///< px: in a narrower tree the names need the room; the tooltip has the volume
constexpr int kIdRole = Qt::UserRole;
enum Column { kName, kState, kVolume };

Id idOf(const QTreeWidgetItem* item)
{
    const QString text = item ? item->data(kName, kIdRole).toString() : QString();
    return text.isEmpty() ? Id() : Id(u8(text));
}

void markState(QTreeWidgetItem* item, Mark mark, const QString& text, const QString& tip, const Theme& theme)
{
    item->setFirstColumnSpanned(false);
    item->setIcon(kState, icon(mark, theme));
    item->setText(kState, text);
    item->setToolTip(kState, tip);
    item->setForeground(kState, colour(mark, theme));
}

} // namespace

CaseTree::CaseTree(PanelContext& context, QWidget* parent)
    : QWidget(parent), m_context(context), m_tree(new QTreeWidget(this))
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_tree);
    m_tree->setObjectName(QStringLiteral("caseTree"));
    m_tree->setAccessibleName(tr("What the case holds"));
    m_tree->setHeaderLabels({tr("Name"), tr("State"), tr("mL")});
    m_tree->header()->setStretchLastSection(false);
    m_tree->header()->setSectionResizeMode(kName, QHeaderView::Stretch);
    m_tree->header()->setSectionResizeMode(kState, QHeaderView::ResizeToContents);
    m_tree->header()->setSectionResizeMode(kVolume, QHeaderView::ResizeToContents);
    m_tree->headerItem()->setTextAlignment(kVolume, Qt::AlignRight | Qt::AlignVCenter);
    m_tree->headerItem()->setToolTip(kVolume, tr("Volume of the mask in millilitres"));
    m_tree->setIndentation(12);
    m_tree->setUniformRowHeights(true); // asked once, not for every row at every change
    m_tree->setItemDelegate(new TickDelegate(TickDelegate::Reach::LeftOfText, m_tree));
    m_tree->setContextMenuPolicy(Qt::CustomContextMenu);
    m_tree->setEditTriggers(QAbstractItemView::NoEditTriggers);
    connect(m_tree, &QTreeWidget::itemChanged, this, &CaseTree::onItemChanged);
    connect(m_tree, &QTreeWidget::customContextMenuRequested, this, &CaseTree::showMenu);
    connect(m_tree, &QTreeWidget::currentItemChanged, this, [this](QTreeWidgetItem* item) {
        if (const Id id = idOf(item); !m_filling && !id.empty())
            m_context.bench.select(id);
    });
    connect(m_tree, &QTreeWidget::itemDoubleClicked, this, [this](QTreeWidgetItem* item) { flyTo(idOf(item)); });
    connect(m_tree, &QTreeWidget::itemCollapsed, this, [this](QTreeWidgetItem* item) {
        if (!item->parent())
            m_folded.insert(item->data(kName, kIdRole + 1).toString());
    });
    connect(m_tree, &QTreeWidget::itemExpanded, this,
            [this](QTreeWidgetItem* item) { m_folded.erase(item->data(kName, kIdRole + 1).toString()); });
    connect(&context.bench, &Bench::caseChanged, this, &CaseTree::rebuild);
    if (context.viewer) { // a view that was brought back, or another image, shows other structures
        connect(context.viewer, &Viewer::restored, this, &CaseTree::rebuild);
        connect(context.viewer, &Viewer::elsewhereChanged, this, &CaseTree::rebuild);
    }
    rebuild();
}

void CaseTree::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    m_tree->setColumnHidden(kVolume, width() < kRoomForVolumes);
}

void CaseTree::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        rebuild();
}

QTreeWidgetItem* CaseTree::section(const QString& title, size_t count)
{
    auto* item = new QTreeWidgetItem(m_tree, {QStringLiteral("%1 (%2)").arg(title).arg(count)});
    item->setData(kName, kIdRole + 1, title);
    item->setFirstColumnSpanned(true);
    QFont bold = font();
    bold.setBold(true);
    item->setFont(kName, bold);
    item->setFlags(Qt::ItemIsEnabled);
    item->setExpanded(!m_folded.contains(title));
    return item;
}

QTreeWidgetItem* CaseTree::add(QTreeWidgetItem* parent, const Id& id, const QString& name)
{
    auto* item = new QTreeWidgetItem(parent, {name});
    item->setData(kName, kIdRole, q(id.text()));
    item->setFirstColumnSpanned(true); // until it has a state
    item->setToolTip(kName, tr("%1\nid: %2").arg(name, q(id.text())));
    item->setTextAlignment(kVolume, Qt::AlignRight | Qt::AlignVCenter);
    if (id == m_context.bench.selection())
        m_tree->setCurrentItem(item);
    return item;
}

void CaseTree::addStudies()
{
    const Case& c = m_context.bench.seenCase();
    if (c.studies.empty())
        return;
    QTreeWidgetItem* top = section(tr("Study"), c.studies.size());
    for (const auto& [id, study] : c.studies) {
        QTreeWidgetItem* item = add(top, id, q(study->name));
        const Mark mark = blocks(study->gate) ? Mark::Stop : Mark::Ok;
        if (mark == Mark::Stop)
            markState(item, mark, word(mark), tr("The input gate stops this study: see the findings."),
                      *m_context.theme);
    }
}

void CaseTree::addVolumes()
{
    const Case& c = m_context.bench.seenCase();
    if (c.volumes.empty())
        return;
    QTreeWidgetItem* top = section(tr("Images"), c.volumes.size());
    for (const auto& [id, volume] : c.volumes) {
        const bool same = volume->modality.empty() || volume->name == volume->modality;
        QTreeWidgetItem* item =
            add(top, id, same ? q(volume->name) : tr("%1 (%2)").arg(q(volume->name), q(volume->modality)));
        if (blocks(volume->gate))
            markState(item, Mark::Stop, word(Mark::Stop), tr("The input gate stops this image: see the findings."),
                      *m_context.theme);
    }
}

void CaseTree::muteElsewhere(QTreeWidgetItem* item)
{
    item->setForeground(kName, m_context.theme->textMuted);
    item->setToolTip(kName, item->toolTip(kName) + u'\n' +
                                tr("Not shown: it lies in another study than the image in the views."));
}

void CaseTree::addStructures(const std::set<Id>& stale)
{
    const Case& c = m_context.bench.seenCase();
    if (c.structures.empty())
        return;
    QTreeWidgetItem* top = section(tr("Structures"), c.structures.size());
    for (const auto& [id, s] : c.structures) {
        QTreeWidgetItem* item = add(top, id, structureName(*s));
        item->setFlags(item->flags() | Qt::ItemIsUserCheckable | Qt::ItemIsEditable);
        if (m_context.viewer && m_context.viewer->isElsewhere(id)) { // nothing to tick: it is not drawn
            item->setFlags(item->flags() & ~Qt::ItemIsUserCheckable);
            muteElsewhere(item);
        } else {
            const bool visible = !m_context.viewer || m_context.viewer->structureVisible(id);
            item->setCheckState(kName, visible ? Qt::Checked : Qt::Unchecked);
        }
        item->setIcon(kName, swatch(s->colour, *m_context.theme));
        std::optional<double> ml;
        if (s->mask)
            ml = s->mask->volumeMl();
        else if (s->surface && s->surface->isClosed())
            ml = s->surface->volumeMl();
        if (ml) {
            item->setText(kVolume, shownNumber(*ml, Unit::Millilitre));
            item->setToolTip(kName, item->toolTip(kName) + u'\n' + shown(*ml, Unit::Millilitre));
        }
        const Mark mark = markOf(s->state);
        QString text = word(mark);
        QString tip;
        if (s->quality && s->state == ConfirmState::Proposed) {
            if (*s->quality < kDoubtful)
                text = tr("doubtful"); // shorter than the figure, which the tooltip has
            tip = tr("Proposal with quality %1 of 1. %2\nLook at it, then confirm it (right click).")
                      .arg(q(toText(*s->quality, 2)), shown(s->qualityText));
        } else if (s->state == ConfirmState::Confirmed) {
            tip = tr("Confirmed by %1, %2").arg(q(s->confirmedBy), q(s->confirmedAt));
        }
        markState(item, mark, text, tip, *m_context.theme);
        const bool isStale = std::any_of(stale.begin(), stale.end(), [&](const Id& one) {
            return one == id || one.text().starts_with(id.text() + "/");
        });
        if (isStale)
            markState(item, Mark::Stale, word(Mark::Stale), tr("Something it was made from has changed since."),
                      *m_context.theme);
    }
}

void CaseTree::addPlans(const std::set<Id>& stale)
{
    const Case& c = m_context.bench.seenCase();
    const auto addAll = [&](const QString& title, const auto& map) {
        if (map.empty())
            return;
        QTreeWidgetItem* top = section(title, map.size());
        for (const auto& [id, object] : map) {
            QTreeWidgetItem* item = add(top, id, q(object->name));
            if (m_context.viewer && m_context.viewer->isElsewhere(id))
                muteElsewhere(item);
            if (stale.contains(id))
                markState(item, Mark::Stale, word(Mark::Stale), tr("Something it was made from has changed since."),
                          *m_context.theme);
            else if constexpr (requires {
                                   object->kind;
                                   object->numbers;
                               }) {
                item->setFirstColumnSpanned(false);
                item->setText(kState, shown(name(object->state)));
            } else if constexpr (requires {
                                     object->points;
                                     object->values;
                                 }) {
                if (!object->values.empty()) {
                    item->setFirstColumnSpanned(false);
                    item->setText(kState, q(toText(object->values.front().quantity)));
                }
            }
        }
    };
    addAll(tr("Maps"), c.fields);
    addAll(tr("Landmarks"), c.landmarks);
    addAll(tr("Registrations"), c.registrations);
    addAll(tr("Measurements"), c.measurements);
    addAll(tr("Plans"), c.plans);
    if (c.unknown.empty())
        return;
    QTreeWidgetItem* top = section(tr("Of missing plugins"), c.unknown.size());
    for (const auto& [id, object] : c.unknown)
        add(top, id, q(id.text()));
}

void CaseTree::rebuild()
{
    m_filling = true;
    m_tree->clear();
    const std::set<Id> stale = staleIds(m_context.bench.seenCase());
    const std::set<QString> folded = m_folded;
    addStudies();
    addVolumes();
    addStructures(stale);
    addPlans(stale);
    m_folded = folded;
    for (int i = 0; i < m_tree->topLevelItemCount(); ++i)
        m_tree->topLevelItem(i)->setExpanded(
            !m_folded.contains(m_tree->topLevelItem(i)->data(kName, kIdRole + 1).toString()));
    m_filling = false;
}

void CaseTree::onItemChanged(QTreeWidgetItem* item, int column)
{
    const Id id = idOf(item);
    if (m_filling || column != kName || id.empty())
        return;
    const Case& c = m_context.bench.document().current();
    const auto s = c.structures.find(id);
    if (s == c.structures.end())
        return;
    if (m_context.viewer && item->flags().testFlag(Qt::ItemIsUserCheckable))
        m_context.viewer->setStructureVisible(id, item->checkState(kName) == Qt::Checked);
    const QString name = item->text(kName).trimmed();
    // A translated name is no new one.
    if (!name.isEmpty() && name != structureName(*s->second)) {
        ParamValues values;
        values.set("structure", id.text());
        values.set("name", u8(name));
        m_context.bench.run("case.rename", values);
    }
}

void CaseTree::confirm(const Id& structure)
{
    ParamValues values;
    values.set("structures", std::vector<std::string>{structure.text()});
    values.set("state", std::string("confirmed"));
    values.set("by", u8(m_context.bench.author()));
    m_context.bench.run("case.confirm", values);
}

void CaseTree::startRename(const Id& structure)
{
    for (QTreeWidgetItem* item : m_tree->findItems(QString(), Qt::MatchContains | Qt::MatchRecursive))
        if (idOf(item) == structure)
            m_tree->editItem(item, kName);
}

void CaseTree::remove(const Id& id)
{
    ParamValues values;
    values.set("objects", std::vector<std::string>{id.text()});
    m_context.bench.run("case.remove", values);
}

void CaseTree::flyTo(const Id& id)
{
    const auto place = placeOf(m_context.bench.document().current(), id);
    if (place && m_context.viewer)
        m_context.viewer->flyTo(*place);
}

void CaseTree::showMenu(const QPoint& where)
{
    const Id id = idOf(m_tree->itemAt(where));
    if (id.empty())
        return;
    const Case& c = m_context.bench.document().current();
    const auto s = c.structures.find(id);
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setToolTipsVisible(true);
    QAction* fly = menu->addAction(tr("Fly to"), this, [this, id] { flyTo(id); });
    fly->setEnabled(placeOf(c, id).has_value());
    fly->setToolTip(fly->isEnabled() ? QString() : tr("It has no place in the body."));
    if (s != c.structures.end()) {
        menu->addSeparator();
        QAction* yes = menu->addAction(tr("Confirm"), this, [this, id] { confirm(id); });
        yes->setEnabled(s->second->state != ConfirmState::Confirmed);
        yes->setToolTip(yes->isEnabled() ? tr("Records that you have looked at it") : tr("It is confirmed already."));
        menu->addAction(tr("Rename…"), this, [this, id] { startRename(id); });
    }
    menu->addSeparator();
    menu->addAction(tr("Remove"), this, [this, id] { remove(id); });
    menu->popup(m_tree->viewport()->mapToGlobal(where));
}

} // namespace pollux
