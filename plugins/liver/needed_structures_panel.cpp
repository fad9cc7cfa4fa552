#include "plugins/liver/needed_structures_panel.h"

#include "plugins/liver/scene.h"
#include "ui/forms/structure_name.h"
#include "ui/forms/text.h"
#include "ui/panels/case_tree.h"
#include "ui/panels/state_mark.h"
#include "ui/viewer/viewer.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace pollux::liver {

namespace {

bool matters(const Structure& s)
{
    const Anatomy* a = findAnatomy(s.anatomy);
    return s.anatomy == "liver" || s.anatomy == "skin" || (a && a->category == "lesion") || splitByCalibre(s.anatomy) ||
           obstacleClass(s.anatomy).has_value();
}

} // namespace

NeededStructuresPanel::NeededStructuresPanel(PanelContext& context, QWidget* parent)
    : QWidget(parent), m_context(context), m_list(new QTreeWidget(this)),
      m_confirm(new QPushButton(tr("Confirm selected"), this)),
      m_rebuild(new QPushButton(tr("Re-run what is stale"), this))
{
    m_list->setObjectName(QStringLiteral("neededStructures"));
    m_list->setAccessibleName(tr("Structures that the plan relies on"));
    m_list->setHeaderHidden(true);
    m_list->setRootIsDecorated(false);
    m_list->setColumnCount(2);
    m_list->header()->setStretchLastSection(false);
    m_list->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_list->header()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
    m_list->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_list->setFixedHeight(148);
    m_confirm->setObjectName(QStringLiteral("confirmSelected"));
    m_confirm->setAccessibleName(m_confirm->text());
    m_rebuild->setObjectName(QStringLiteral("rebuildStructures"));
    m_rebuild->setAccessibleName(m_rebuild->text());
    m_rebuild->setToolTip(
        tr("Makes anew, with the same parameters, what stands on something that has changed since; what "
           "somebody confirmed is kept"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    column->addWidget(m_list);
    auto* row = new QHBoxLayout;
    row->addWidget(m_confirm);
    row->addWidget(m_rebuild);
    row->addStretch(1);
    column->addLayout(row);
    connect(m_confirm, &QPushButton::clicked, this, &NeededStructuresPanel::confirmSelected);
    connect(m_rebuild, &QPushButton::clicked, this, [this] { m_context.bench.rebuild(); });
    connect(m_list, &QTreeWidget::itemSelectionChanged, this, &NeededStructuresPanel::renewButton);
    connect(m_list, &QTreeWidget::itemClicked, this, [this](QTreeWidgetItem* item) {
        const Id id(u8(item->data(0, Qt::UserRole).toString()));
        if (const auto place = placeOf(m_context.bench.document().current(), id); place && m_context.viewer)
            m_context.viewer->flyTo(*place);
    });
    renew();
}

int NeededStructuresPanel::count() const
{
    return m_list->topLevelItemCount();
}

void NeededStructuresPanel::renew()
{
    m_confirmed = 0;
    m_staleOnes = 0;
    m_list->clear();
    const Case& c = m_context.bench.document().current();
    const std::set<Id> stale = staleIds(c);
    for (const auto& [id, s] : c.structures) {
        if (!matters(*s))
            continue;
        const Mark mark = stale.contains(id) ? Mark::Stale : markOf(s->state);
        m_confirmed += mark == Mark::Confirmed;
        m_staleOnes += mark == Mark::Stale;
        auto* item = new QTreeWidgetItem(m_list, {structureName(*s), word(mark)});
        item->setData(0, Qt::UserRole, q(id.text()));
        item->setIcon(0, swatch(s->colour, *m_context.theme));
        item->setIcon(1, icon(mark, *m_context.theme));
    }
    setVisible(count() > 0);
    m_rebuild->setVisible(m_staleOnes > 0);
    renewButton();
}

void NeededStructuresPanel::renewButton()
{
    const bool any = !m_list->selectedItems().isEmpty();
    m_confirm->setEnabled(any);
    m_confirm->setToolTip(any ? tr("Records that you have looked at them")
                              : tr("Select structures in the list first."));
}

void NeededStructuresPanel::confirmSelected()
{
    std::vector<std::string> ids;
    for (const QTreeWidgetItem* item : m_list->selectedItems())
        ids.push_back(u8(item->data(0, Qt::UserRole).toString()));
    ParamValues v;
    v.set("structures", ids);
    v.set("state", std::string("confirmed"));
    v.set("by", u8(m_context.bench.author()));
    m_context.bench.run("case.confirm", v);
}

} // namespace pollux::liver
