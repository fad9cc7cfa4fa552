#include "ui/shell/task_tabs.h"

#include "ui/panels/curved_panel.h"
#include "ui/panels/editor_panel.h"
#include "ui/panels/lineage_panel.h"
#include "ui/panels/measure_panel.h"
#include "ui/panels/operation_panel.h"
#include "ui/panels/panel_registry.h"
#include "ui/panels/plan_panel.h"
#include "ui/panels/registration_panel.h"
#include "ui/panels/sensitivity_panel.h"
#include "ui/panels/timeline_panel.h"
#include "ui/shell/main_window.h"

#include <QPointer>
#include <QTabWidget>

namespace pollux {

void addTaskTabs(QTabWidget& tabs, const PanelRegistry& panels, PanelContext& context)
{
    for (const PanelEntry& entry : panels.all())
        tabs.addTab(entry.make(context, &tabs), entry.title);
    tabs.addTab(new EditorPanel(context), MainWindow::tr("Correct"));
    tabs.addTab(new MeasurePanel(context), MainWindow::tr("Measure"));
    auto* curved = new CurvedPanel(context);
    tabs.addTab(curved, MainWindow::tr("Curved"));
    context.openCurve = [curved = QPointer<CurvedPanel>(curved), open = context.openTask](const Id& curve,
                                                                                          CurvedKind kind) {
        if (!curved)
            return;
        curved->choose(curve, kind);
        open(QStringLiteral("Curved"));
    };
    tabs.addTab(new PlanPanel(context), MainWindow::tr("Plans"));
    tabs.addTab(new SensitivityPanel(context), MainWindow::tr("Sensitivity"));
    tabs.addTab(new TimelinePanel(context), MainWindow::tr("Timeline"));
    tabs.addTab(new RegistrationPanel(context), MainWindow::tr("Registration"));
    tabs.addTab(new OperationPanel(context), MainWindow::tr("Operations"));
    tabs.addTab(new LineagePanel(context), MainWindow::tr("Lineage"));
}

} // namespace pollux
