#include "app/window/screenshot.h"

#include "ui/shell/main_window.h"

#include <QCoreApplication>
#include <QPixmap>
#include <QTimer>

namespace pollux {

void screenshotWhenIdle(MainWindow& window, Workspace& workspace, const QString& file)
{
    auto* timer = new QTimer(&window);
    timer->setInterval(200);
    auto quiet = std::make_shared<int>(0);
    QObject::connect(timer, &QTimer::timeout, &window, [&window, &workspace, file, quiet] {
        *quiet = workspace.busy() ? 0 : *quiet + 1;
        if (*quiet < 8) // the views draw after the last change
            return;
        const bool written = window.grab().save(file);
        workspace.newCase(); // leaves nothing to recover
        QCoreApplication::exit(written ? 0 : 1);
    });
    timer->start();
}

} // namespace pollux
