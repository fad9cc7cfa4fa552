#pragma once

#include "tests/ui/walk/random_user.h"
#include "ui/forms/param_form.h"
#include "ui/panels/operation_panel.h"

#include <QDoubleSpinBox>
#include <QListWidget>
#include <QMenu>
#include <QPushButton>
#include <QToolButton>
#include <QWheelEvent>

#include <array>

namespace pollux {

/// A user without a plan: each act() draws one thing that can be done with the window (tools in the views, forms,
/// menus, keys, undo) and does it.
struct RandomActions : RandomUser
{
    using RandomUser::RandomUser;

    void act()
    {
        using Act = void (RandomActions::*)();
        struct Choice
        {
            int weight;
            Act act;
        };
        static constexpr std::array kChoices{
            Choice{18, &RandomActions::paint},        Choice{10, &RandomActions::erase},
            Choice{2, &RandomActions::abandonStroke}, Choice{3, &RandomActions::paintByKey},
            Choice{4, &RandomActions::scissors},      Choice{10, &RandomActions::editWhole},
            Choice{8, &RandomActions::measure},       Choice{2, &RandomActions::removeMeasurement},
            Choice{4, &RandomActions::confirm},       Choice{4, &RandomActions::rename},
            Choice{4, &RandomActions::showOrHide},    Choice{5, &RandomActions::changeLayout},
            Choice{3, &RandomActions::changeSlab},    Choice{2, &RandomActions::changeFusion},
            Choice{4, &RandomActions::dragWindow},    Choice{8, &RandomActions::walk},
            Choice{8, &RandomActions::moveCrosshair}, Choice{2, &RandomActions::turnPlanes},
            Choice{2, &RandomActions::straighten},    Choice{8, &RandomActions::runOperation},
            Choice{6, &RandomActions::switchTask},    Choice{4, &RandomActions::usePalette},
            Choice{1, &RandomActions::plan},          Choice{4, &RandomActions::dragPlan},
            Choice{2, &RandomActions::save},          Choice{8, &RandomActions::undo},
            Choice{5, &RandomActions::redo}};
        int all = 0;
        for (const Choice& c : kChoices)
            all += c.weight;
        int at = pick(all);
        for (const Choice& c : kChoices)
            if ((at -= c.weight) < 0) {
                (this->*c.act)();
                return;
            }
    }

    void paint() { stroke("toolPaint", between(1, 4), 60); }
    void erase() { stroke("toolErase", between(1, 3), 60); }
    void scissors() { stroke("toolScissors", between(3, 6), 90); }
    void abandonStroke()
    {
        SliceView* view = slice();
        const QString what = takeTool("toolPaint");
        const std::vector<QPoint> at = way(view, 2, 60);
        note(QStringLiteral("abandon ") + what + text(view, at));
        QTest::mousePress(view, Qt::LeftButton, {}, at[0]);
        move(view, at[1], Qt::LeftButton);
        QTest::keyClick(view, Qt::Key_Escape);
        QTest::mouseRelease(view, Qt::LeftButton, {}, at[1]);
    }
    void paintByKey()
    {
        SliceView* view = slice();
        note(takeTool("toolPaint") + QStringLiteral("by the space bar in ") + view->objectName());
        QTest::keyClick(view, Qt::Key_Space);
    }
    void editWhole()
    {
        takeTool("toolLook");
        auto* which = shown<QComboBox>("editWhole");
        which->setCurrentIndex(pick(which->count()));
        note(QStringLiteral("whole '%1': %2")
                 .arg(shown<QComboBox>("editStructure")->currentData().toString(), which->currentData().toString()));
        click("editApply");
    }
    void measure()
    {
        static constexpr std::array kTools{"measureLength", "measureAngle", "measureArea", "measureEllipse",
                                           "measureSphere"};
        SliceView* view = slice();
        show("Measure");
        const char* tool = oneOf(kTools);
        if (!click(tool))
            return;
        const std::vector<QPoint> at = way(view, 4, 80);
        note(QLatin1String(tool) + QLatin1Char(' ') + text(view, at));
        if (tool == kTools[1] || tool == kTools[2]) {
            for (size_t n = 0; n < 3; ++n)
                QTest::mouseClick(view, Qt::LeftButton, {}, at[n]);
            QTest::keyClick(view, Qt::Key_Return);
        } else {
            drag(view, {at[0], at[1]});
        }
        QTest::keyClick(view, Qt::Key_Escape); // points that lie too close make no measurement
    }
    void removeMeasurement()
    {
        show("Measure");
        auto* list = shown<QTreeWidget>("measurements");
        note(QStringLiteral("remove one of %1 measurements").arg(list->topLevelItemCount()));
        if (list->topLevelItemCount() > 0)
            list->setCurrentItem(list->topLevelItem(pick(list->topLevelItemCount())));
        click("measureRemove");
    }
    void confirm()
    {
        const auto [tree, item] = structureInTree();
        if (!item)
            return;
        note(QStringLiteral("confirm '%1' by the menu of the tree").arg(item->text(0)));
        Q_EMIT tree->customContextMenuRequested(tree->visualItemRect(item).center());
        for (QMenu* menu : tree->parentWidget()->findChildren<QMenu*>()) {
            for (QAction* entry : menu->actions())
                if (menu->isVisible() && entry->text() == QLatin1String("Confirm") && entry->isEnabled())
                    entry->trigger();
            menu->close();
        }
    }
    void rename()
    {
        const auto [tree, item] = structureInTree();
        if (!item)
            return;
        const QString name = QStringLiteral("name %1").arg(done.size());
        note(QStringLiteral("rename '%1' to '%2'").arg(item->text(0), name));
        tree->editItem(item, 0);
        auto* editor = tree->viewport()->findChild<QLineEdit*>();
        if (!editor) {
            fault = QStringLiteral("a name cannot be edited in the tree");
            return;
        }
        editor->setText(name);
        QTest::keyClick(editor, Qt::Key_Return);
    }
    void showOrHide()
    {
        const auto [tree, item] = structureInTree();
        if (!item)
            return;
        note(QStringLiteral("tick of '%1'").arg(item->text(0)));
        item->setCheckState(0, item->checkState(0) == Qt::Checked ? Qt::Unchecked : Qt::Checked);
    }
    void changeLayout()
    {
        static constexpr std::array kLayouts{
            "actionFourUp",  "actionAxialAndThree", "action3DAndThree", "actionAxial",     "actionSagittal",
            "actionCoronal", "actionFourUp",        "action3D",         "actionResetViews"};
        const char* layout = oneOf(kLayouts);
        note(QLatin1String(layout));
        action(layout)->trigger();
    }
    void changeSlab()
    {
        auto* mode = window->findChild<QComboBox*>(QStringLiteral("slabMode"));
        auto* mm = window->findChild<QDoubleSpinBox*>(QStringLiteral("slabThickness"));
        mode->setCurrentIndex(pick(mode->count()));
        mm->setValue(between(2, 40));
        note(QStringLiteral("slab %1, %2 mm").arg(mode->currentText()).arg(mm->value()));
    }
    void changeFusion()
    {
        auto* second = window->findChild<QComboBox*>(QStringLiteral("fusionVolume"));
        auto* mode = window->findChild<QComboBox*>(QStringLiteral("fusionMode"));
        const int row = pick(second->count());
        if (second->model()->flags(second->model()->index(row, 0)).testFlag(Qt::ItemIsEnabled))
            second->setCurrentIndex(row);
        if (mode->isEnabled())
            mode->setCurrentIndex(pick(mode->count()));
        note(QStringLiteral("fusion with '%1', %2").arg(second->currentText(), mode->currentText()));
    }
    void dragWindow()
    {
        SliceView* view = slice();
        const std::vector<QPoint> at = way(view, 2, 90);
        note(QStringLiteral("window by ") + text(view, at));
        drag(view, at, Qt::RightButton);
    }
    /// Scrolls, zooms or pans.
    void walk()
    {
        static constexpr std::array kKeys{Qt::Key_Up,       Qt::Key_Down, Qt::Key_PageUp,
                                          Qt::Key_PageDown, Qt::Key_Plus, Qt::Key_Minus};
        SliceView* view = slice();
        switch (pick(3)) {
        case 0: {
            const Qt::Key key = oneOf(kKeys);
            note(QStringLiteral("key %1 in %2").arg(int(key)).arg(view->objectName()));
            QTest::keyClick(view, key);
            break;
        }
        case 1: {
            const bool zoom = pick(2) == 0;
            const QPoint at = nearCrosshair(view, 60), delta(0, pick(2) ? 120 : -120);
            note(QStringLiteral("wheel %1%2 ").arg(delta.y()).arg(zoom ? QStringLiteral(" with ctrl") : QString()) +
                 text(view, {at}));
            QWheelEvent wheel(at, view->mapToGlobal(at), {}, delta, Qt::NoButton,
                              zoom ? Qt::ControlModifier : Qt::NoModifier, Qt::NoScrollPhase, false);
            QCoreApplication::sendEvent(view, &wheel);
            break;
        }
        default: {
            const std::vector<QPoint> at = way(view, 2, 40);
            note(QStringLiteral("pan ") + text(view, at));
            drag(view, at, Qt::MiddleButton);
        }
        }
    }
    void putToolAway()
    {
        if (window->viewer()->tool())
            show("Plans");
    }
    void moveCrosshair()
    {
        SliceView* view = slice();
        putToolAway();
        const std::vector<QPoint> at = way(view, 2, 60);
        note(QStringLiteral("crosshair ") + text(view, at));
        drag(view, at);
    }
    void turnPlanes()
    {
        SliceView* view = slice();
        putToolAway();
        const QPoint middle = view->plane().toPixel(window->viewer()->crosshair()).toPoint();
        const QPoint arm = inside(view, middle + QPoint(std::min(view->width(), view->height()) * 3 / 10, 0));
        const std::vector<QPoint> at{arm, inside(view, arm + QPoint(0, between(-40, 40)))};
        note(QStringLiteral("turn ") + text(view, at));
        drag(view, at);
    }
    void straighten()
    {
        auto* button = shown<QToolButton>("straighten");
        note(button ? QStringLiteral("straighten") : QStringLiteral("straighten: not oblique"));
        if (button)
            button->click();
    }
    /// By the generic panel, with some of its fields filled in.
    void runOperation()
    {
        static constexpr std::array kCheap{
            "segment.threshold", "mask.combine", "mask.morphology", "measure.statistics", "image.distance-map",
            "case.landmark",     "mesh.surface", "edit.smooth",     "case.confirm",       "edit.margin"};
        show("Operations");
        const char* id = oneOf(kCheap);
        auto* list = shown<QTreeWidget>("operationList");
        list->setCurrentItem(nullptr); // the palette may have chosen another one since
        for (QTreeWidgetItem* item : list->findItems(QString(), Qt::MatchContains | Qt::MatchRecursive))
            if (item->data(0, Qt::UserRole).toString() == QLatin1String(id))
                list->setCurrentItem(item);
        auto* panel = window->findChild<OperationPanel*>();
        QString values;
        for (QComboBox* box : panel->form()->findChildren<QComboBox*>()) {
            if (pick(2) == 0 || box->currentText() == QLatin1String("(choose)"))
                box->setCurrentIndex(between(std::min(1, box->count() - 1), box->count() - 1));
            values += QStringLiteral(" %1=%2").arg(box->objectName(), box->currentText());
        }
        for (QListWidget* ticks : panel->form()->findChildren<QListWidget*>())
            for (int n = 0; n < 2 && ticks->count() > 0; ++n) {
                QListWidgetItem* item = ticks->item(pick(ticks->count()));
                item->setCheckState(Qt::Checked);
                values += QStringLiteral(" +%1").arg(item->text());
            }
        note(QStringLiteral("run %1%2").arg(QLatin1String(id), values));
        QTest::qWait(200); // the panel looks at the values a little later
        click("run");
    }
    void switchTask()
    {
        std::vector<QPushButton*> tasks;
        for (QPushButton* b : window->findChildren<QPushButton*>())
            if (b->objectName().startsWith(QLatin1String("task")) && b->isVisible())
                tasks.push_back(b);
        if (tasks.empty()) {
            fault = QStringLiteral("there are no tasks");
            return;
        }
        QPushButton* task = oneOf(tasks);
        note(QStringLiteral("task %1").arg(task->text()));
        task->click();
    }
    void usePalette()
    {
        // No words that lead to a dialog: nobody is there to answer it.
        static constexpr std::array kWords{"whole image", "four views", "axial", "lineage",
                                           "liver",       "spleen",     "marg",  "no such thing at all"};
        const char* words = oneOf(kWords);
        const bool take = pick(4) > 0;
        note(QStringLiteral("palette '%1', %2")
                 .arg(QLatin1String(words), take ? QStringLiteral("enter") : QStringLiteral("escape")));
        action("actionFind")->trigger();
        auto* line = shown<QLineEdit>("paletteWords");
        if (!line) {
            fault = QStringLiteral("the palette does not open");
            return;
        }
        line->setText(QLatin1String(words));
        if (take)
            QTest::keyClick(line, Qt::Key_Return);
        if (line->isVisible())
            QTest::keyClick(line, Qt::Key_Escape);
        if (line->isVisible())
            fault = QStringLiteral("the palette does not close");
    }
    void plan()
    {
        show("Liver puncture");
        auto* target = shown<QComboBox>("target");
        if (!target) {
            fault = QStringLiteral("the liver's panel has no target");
            return;
        }
        if (const int at = target->findData(QStringLiteral("liver_lesion_1")); at >= 0)
            target->setCurrentIndex(at);
        note(QStringLiteral("compute a path"));
        click("computePath");
    }
    void dragPlan()
    {
        putToolAway();
        if (now().plans.empty())
            return plan();
        const auto [id, made] = *now().plans.begin(); // copies: the case may be another one by the time
        if (made->points.empty())
            return;
        const NamedPoint* point = &oneOf(made->points);
        workspace->select(id);
        window->viewer()->flyTo(point->position);
        QCoreApplication::processEvents();
        SliceView* view = slice();
        const QPoint from = inside(view, view->plane().toPixel(point->position).toPoint());
        const std::vector<QPoint> at{from, inside(view, from + QPoint(between(-12, 12), between(-12, 12)))};
        note(QStringLiteral("drag %1 of %2 ").arg(q(point->key), q(id.text())) + text(view, at));
        drag(view, at);
    }
    void save()
    {
        note(QStringLiteral("save"));
        if (action("actionSave")->isEnabled())
            action("actionSave")->trigger();
    }
    void undo() { step("actionUndo"); }
    void redo() { step("actionRedo"); }
    void step(const char* which)
    {
        for (int n = between(1, 3); n > 0 && action(which)->isEnabled(); --n) {
            note(action(which)->text().remove(QLatin1Char('&')));
            action(which)->trigger();
        }
    }
};

} // namespace pollux
