#pragma once

#include "core/operation/recorded.h"
#include "core/storage/case_file.h"
#include "tests/app/command.h"
#include "tests/ui/shell/window_fixture.h"
#include "ui/forms/text.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFileDialog>
#include <QPixmap>
#include <QPushButton>
#include <QTest>

#include <filesystem>

namespace pollux {

inline constexpr int kWait = 300000; ///< ms

inline std::filesystem::path studies()
{
    const char* set = std::getenv("POLLUX_DATA");
    return set ? std::filesystem::path(set) : std::filesystem::path(POLLUX_SOURCE_DIR) / "../shared/data";
}

/// The window in a person's hands. A picture after each step lies in the build folder (tests/walk); they show a
/// patient's study and are not for the repository.
struct Walk : WindowFixture
{
    QString pictures = QStringLiteral(POLLUX_BINARY_DIR "/tests/walk");
    QElapsedTimer clock;

    Walk()
    {
        QDir().mkpath(pictures);
        window->resize(1600, 1000);
        clock.start();
    }
    const Case& now() const { return workspace->document().current(); }

    template <class T>
    T* shown(const char* name) const
    {
        for (T* w : window->findChildren<T*>(name))
            if (w->isVisible())
                return w;
        return nullptr;
    }
    /// False if there is no such button or it cannot be clicked; says why.
    bool click(const char* name) const
    {
        auto* button = shown<QPushButton>(name);
        if (!button || !button->isEnabled()) {
            qWarning("%s: %s", name, button ? qPrintable(button->toolTip()) : "not there");
            return false;
        }
        button->click();
        return true;
    }
    void showTab(const char* title) const { window->showPanel(QLatin1String(title)); }
    bool idle() const { return !workspace->busy(); }
    void picture(const char* name)
    {
        qInfo("%5.1f s  %s", double(clock.elapsed()) / 1000, name);
        QTest::qWait(1500); // the views draw after the last change
        QVERIFY(window->grab().save(pictures + QLatin1Char('/') + QLatin1String(name) + QStringLiteral(".png")));
    }
    /// Answers the file dialog that a click opened.
    bool chooseFile(const std::filesystem::path& file) const
    {
        QFileDialog* dialog = nullptr;
        for (auto* d : window->findChildren<QFileDialog*>())
            if (d->isVisible())
                dialog = d;
        if (!dialog)
            return false;
        dialog->setDirectory(q(file.parent_path().string()));
        dialog->selectFile(q(file.string()));
        return QMetaObject::invokeMethod(dialog, "accept");
    }

    /// What the window planned, planned anew by the command line in a copy of `before` with the values that were
    /// recorded: equal numbers, all of them. Empty, or what differs.
    QString differsByCommand(const Case& before, const std::vector<const char*>& ids) const
    {
        const std::filesystem::path other = path("commands.pollux");
        saveCase(before, other, Job());
        for (const char* id : ids) {
            const std::string operation = now().lineage.at(Id(id))->operation;
            QStringList arguments{"run", q(other.string()), q(operation)};
            const ParamValues recorded = recordedValues(now(), Id(id), registry.at(operation).declare());
            if (recorded.all().empty())
                return q(operation) + ": nothing recorded";
            for (const auto& [key, value] : recorded.all())
                if (const std::string text = toText(value); !text.empty())
                    arguments << "--set" << q(key + "=" + text);
            const test::Output o = test::run(arguments);
            if (o.code != 0)
                return q(operation) + ": " + o.all();
            qInfo("%5.1f s  %s by the command line", double(clock.elapsed()) / 1000, operation.c_str());
        }
        const Case byCommand = loadCase(other, Job());
        for (const auto& [id, mine] : now().plans) {
            if (!byCommand.plans.contains(id))
                return q(id.text());
            const Plan& theirs = byCommand.plan(id);
            for (size_t i = 0; i < std::max(theirs.numbers.size(), mine->numbers.size()); ++i)
                if (i >= theirs.numbers.size() || i >= mine->numbers.size() ||
                    theirs.numbers[i].key != mine->numbers[i].key ||
                    theirs.numbers[i].after != mine->numbers[i].after ||
                    theirs.numbers[i].verdict != mine->numbers[i].verdict)
                    return q(id.text()) + QStringLiteral(", number %1").arg(i);
        }
        return {};
    }
};

} // namespace pollux
