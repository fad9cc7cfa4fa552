#pragma once

#include "core/storage/case_file.h"
#include "tests/app/sample_case.h"
#include "tests/ui/shell/window_fixture.h"
#include "ui/forms/text.h"
#include "ui/viewer/slice_view.h"
#include "ui/viewer/viewer.h"

#include <QAbstractButton>
#include <QAction>
#include <QComboBox>
#include <QDir>
#include <QFile>
#include <QLineEdit>
#include <QMouseEvent>
#include <QTest>
#include <QTreeWidget>

#include <algorithm>
#include <random>

namespace pollux {

/// The window with the sample case, and hands that draw lots: what the actions of random_actions.h are made of. What
/// was done is in `done`, and in a file as it happens, should the program not survive it.
struct RandomUser : WindowFixture
{
    std::mt19937 random;
    QStringList done;
    QString fault; ///< what a window must not do
    QFile log{QStringLiteral(POLLUX_BINARY_DIR "/tests/walk/random_actions.txt")};

    explicit RandomUser(std::uint32_t seed) : random(seed)
    {
        QDir().mkpath(QStringLiteral(POLLUX_BINARY_DIR "/tests/walk"));
        if (!log.open(QIODevice::WriteOnly | QIODevice::Truncate))
            qWarning("The list of actions is not written to a file.");
        saveCase(test::sampleCase(64), path("sample.pollux"), Job());
        workspace->open(path("sample.pollux"));
        if (!settle() || now().structures.empty())
            fault = QStringLiteral("the sample case does not open");
    }

    const Case& now() const { return workspace->document().current(); }
    QAction* action(const char* name) const { return window->findChild<QAction*>(QLatin1String(name)); }

    /// Until nothing runs any more; false after ten minutes, which only a sanitizer needs.
    bool settle() const
    {
        QCoreApplication::processEvents(); // what was posted may start a job
        return QTest::qWaitFor([this] { return !workspace->busy(); }, 600000);
    }
    /// Also until what follows an edit by itself has come to its end.
    bool rest() const
    {
        if (!settle())
            return false;
        QTest::qWait(500);
        return settle();
    }

    int pick(int below) { return below > 1 ? std::uniform_int_distribution<int>(0, below - 1)(random) : 0; }
    int between(int low, int high) { return low + pick(high - low + 1); }
    template <class List>
    const auto& oneOf(const List& list)
    {
        return *std::next(std::begin(list), pick(static_cast<int>(std::size(list))));
    }

    void note(const QString& what)
    {
        done << QStringLiteral("%1 %2").arg(done.size() + 1, 3).arg(what);
        log.write(done.back().toUtf8() + '\n');
        log.flush();
    }

    template <class T>
    T* shown(const char* name) const
    {
        for (T* w : window->findChildren<T*>(QLatin1String(name)))
            if (w->isVisible())
                return w;
        return nullptr;
    }
    void show(const char* tab) const
    {
        window->showPanel(QLatin1String(tab));
        QCoreApplication::processEvents();
    }
    /// False if it cannot be clicked now; then it must say why.
    bool click(const char* name)
    {
        auto* button = shown<QAbstractButton>(name);
        if (!button) {
            fault = QStringLiteral("there is no %1").arg(QLatin1String(name));
            return false;
        }
        if (!button->isEnabled()) {
            if (button->toolTip().isEmpty())
                fault = QStringLiteral("%1 is disabled and does not say why").arg(QLatin1String(name));
            note(QStringLiteral("  cannot: ") + button->toolTip());
            return false;
        }
        button->click();
        return true;
    }

    /// A slice in sight; if there is none the four views are called.
    SliceView* slice()
    {
        std::vector<SliceView*> views;
        for (const char* name : {"axialView", "sagittalView", "coronalView"})
            if (auto* view = qobject_cast<SliceView*>(window->viewer()->findChild<QWidget*>(QLatin1String(name)));
                view && view->isVisible())
                views.push_back(view);
        if (!views.empty())
            return oneOf(views);
        note(QStringLiteral("  four views"));
        action("actionFourUp")->trigger();
        QCoreApplication::processEvents();
        return qobject_cast<SliceView*>(window->viewer()->findChild<QWidget*>(QStringLiteral("axialView")));
    }
    static QPoint inside(const SliceView* view, const QPoint& p)
    {
        const QRect r = view->rect().adjusted(6, 6, -6, -6);
        return {std::clamp(p.x(), r.left(), r.right()), std::clamp(p.y(), r.top(), r.bottom())};
    }
    QPoint nearCrosshair(const SliceView* view, int reach)
    {
        const QPoint c = view->plane().toPixel(window->viewer()->crosshair()).toPoint();
        return inside(view, c + QPoint(between(-reach, reach), between(-reach, reach)));
    }
    std::vector<QPoint> way(const SliceView* view, int points, int reach)
    {
        std::vector<QPoint> out;
        for (int n = 0; n < points; ++n)
            out.push_back(nearCrosshair(view, reach));
        return out;
    }
    static QString text(const SliceView* view, const std::vector<QPoint>& points)
    {
        QString out = view->objectName();
        for (const QPoint& p : points)
            out += QStringLiteral(" %1,%2").arg(p.x()).arg(p.y());
        return out;
    }
    static void move(SliceView* view, const QPoint& to, Qt::MouseButton button)
    {
        QMouseEvent event(QEvent::MouseMove, to, view->mapToGlobal(to), Qt::NoButton, button, Qt::NoModifier);
        QCoreApplication::sendEvent(view, &event);
    }
    static void drag(SliceView* view, const std::vector<QPoint>& way, Qt::MouseButton button = Qt::LeftButton)
    {
        QTest::mousePress(view, button, {}, way.front());
        for (size_t n = 1; n < way.size(); ++n)
            for (int part = 1; part <= 3; ++part)
                move(view, way[n - 1] + (way[n] - way[n - 1]) * part / 3, button);
        QTest::mouseRelease(view, button, {}, way.back());
    }

    /// Takes a tool of the editor for some structure: mostly "painted", sometimes a new one.
    QString takeTool(const char* tool)
    {
        show("Correct");
        auto* box = shown<QComboBox>("editStructure");
        if (!box || box->count() == 0) {
            fault = QStringLiteral("the editor offers no structure");
            return {};
        }
        const int painted = box->findData(QStringLiteral("painted"));
        box->setCurrentIndex(painted >= 0 && pick(2) == 0 ? painted : pick(box->count()));
        if (auto* name = shown<QLineEdit>("editName"); name && name->text().isEmpty())
            name->setText(QStringLiteral("extra %1").arg(done.size()));
        if (!click(tool))
            return {};
        return QStringLiteral("%1 of '%2' ").arg(QLatin1String(tool), box->currentData().toString());
    }
    void stroke(const char* tool, int points, int reach)
    {
        SliceView* view = slice();
        const QString what = takeTool(tool);
        const std::vector<QPoint> at = way(view, points, reach);
        note(what + text(view, at));
        drag(view, at);
    }
    /// The tree of the case and one structure in it; null if there is none.
    std::pair<QTreeWidget*, QTreeWidgetItem*> structureInTree()
    {
        auto* tree = shown<QTreeWidget>("caseTree");
        std::vector<QTreeWidgetItem*> items;
        if (tree)
            for (QTreeWidgetItem* item : tree->findItems(QString(), Qt::MatchContains | Qt::MatchRecursive))
                if (item->flags().testFlag(Qt::ItemIsEditable))
                    items.push_back(item);
        if (items.empty()) {
            fault = QStringLiteral("the tree shows no structure");
            return {tree, nullptr};
        }
        QTreeWidgetItem* item = oneOf(items);
        tree->scrollToItem(item);
        return {tree, item};
    }
};

} // namespace pollux
