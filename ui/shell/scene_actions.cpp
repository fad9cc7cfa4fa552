#include "ui/shell/scene_actions.h"

#include "ui/viewer/viewer.h"

#include <QAction>
#include <QCoreApplication>
#include <QMenu>

namespace pollux {

namespace {

QString tr(const char* text)
{
    return QCoreApplication::translate("SceneActions", text);
}

/// A tick that follows the viewer, whoever changes it.
void addTick(QMenu& menu, Viewer& viewer, const char* name, const QString& text, bool SceneLook::*part)
{
    QAction* action = menu.addAction(text);
    action->setObjectName(QLatin1String(name));
    action->setCheckable(true);
    const auto renew = [action, &viewer, part] { action->setChecked(viewer.scene().*part); };
    QObject::connect(&viewer, &Viewer::sceneChanged, action, renew);
    QObject::connect(&viewer, &Viewer::restored, action, renew);
    QObject::connect(action, &QAction::triggered, &viewer, [&viewer, part](bool on) {
        SceneLook look = viewer.scene();
        look.*part = on;
        viewer.setScene(look);
    });
    renew();
}

} // namespace

void addSceneActions(QMenu& menu, Viewer& viewer)
{
    struct Side
    {
        char letter;
        QString text;
    };
    QMenu* sides = menu.addMenu(tr("3-D fro&m"));
    for (const Side& side :
         {Side{'A', tr("3-D from the front")}, Side{'P', tr("3-D from behind")}, Side{'L', tr("3-D from the left")},
          Side{'R', tr("3-D from the right")}, Side{'S', tr("3-D from above")}, Side{'I', tr("3-D from below")}}) {
        QAction* action = sides->addAction(side.text);
        action->setObjectName(QStringLiteral("actionLook") + QLatin1Char(side.letter));
        action->setShortcut(QKeySequence(QStringLiteral("Ctrl+Alt+") + QLatin1Char(side.letter)));
        QObject::connect(action, &QAction::triggered, &viewer,
                         [&viewer, letter = side.letter] { viewer.lookFrom(letter); });
    }
    addTick(menu, viewer, "actionOrthographic", tr("&Orthographic 3-D"), &SceneLook::orthographic);
    addTick(menu, viewer, "actionSilhouettes", tr("Co&ntours of structures in 3-D"), &SceneLook::silhouettes);
}

} // namespace pollux
