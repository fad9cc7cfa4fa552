#pragma once

#include "ui/panels/panel_registry.h"

#include <QWidget>

#include <set>

class QTreeWidget;
class QTreeWidgetItem;

namespace pollux {

/// What the case holds: study, images, structures with their state, maps, plans. Ticks show and hide in the views;
/// the context menu confirms, renames, removes and flies to. Follows the document.
class CaseTree : public QWidget
{
    Q_OBJECT

public:
    explicit CaseTree(PanelContext& context, QWidget* parent = nullptr);

    /// The actions of the context menu, also for the keyboard and for tests.
    void confirm(const Id& structure);
    void startRename(const Id& structure);
    void remove(const Id& id);
    void flyTo(const Id& id);

protected:
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void rebuild();
    void addStudies();
    void addVolumes();
    void muteElsewhere(QTreeWidgetItem* item);
    void addStructures(const std::set<Id>& stale);
    void addPlans(const std::set<Id>& stale);
    QTreeWidgetItem* section(const QString& title, size_t count);
    QTreeWidgetItem* add(QTreeWidgetItem* parent, const Id& id, const QString& name);
    void onItemChanged(QTreeWidgetItem* item, int column);
    void showMenu(const QPoint& where);

    PanelContext& m_context;
    QTreeWidget* m_tree;
    bool m_filling = false;
    std::set<QString> m_folded;
};

/// Where an object is, for "fly to": centroid of a mask, middle of a surface or volume, target of a plan.
std::optional<Vec3> placeOf(const Case& c, const Id& id);

} // namespace pollux
