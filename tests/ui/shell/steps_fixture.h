#pragma once

#include "tests/ui/shell/window_fixture.h"
#include "ui/forms/param_form.h"

#include <QAction>
#include <QLabel>
#include <QTableWidget>

namespace pollux {

/// A task of the window that goes in steps, as tests walk through it.
struct StepsFixture : WindowFixture
{
    static constexpr int kWait = 300000; ///< ms, under a sanitizer on a busy machine

    template <class T>
    T* at(const char* name) const
    {
        return window->findChild<T*>(QLatin1String(name));
    }
    const Case& now() const { return workspace->document().current(); }
    /// The form that declares this parameter, of the page that is seen.
    ParamForm* formWith(const char* key) const
    {
        for (ParamForm* f : window->findChildren<ParamForm*>())
            if (f->isVisible() && f->list().find(key))
                return f;
        return nullptr;
    }
    /// How a step of the page that is seen says it stands.
    QString state(int step) const
    {
        for (QLabel* l : window->findChildren<QLabel*>(QStringLiteral("step%1").arg(step)))
            if (l->isVisible())
                return l->text();
        return {};
    }
    /// Numbers of the tables that are seen.
    QString table() const
    {
        QString out;
        for (QTableWidget* t : window->findChildren<QTableWidget*>())
            for (int r = 0; r < t->rowCount() && t->isVisible(); ++r)
                for (int c = 0; c < t->columnCount(); ++c)
                    if (t->item(r, c))
                        out += t->item(r, c)->text() + '|';
        return out;
    }
    /// For a person to look at, in two sizes and themes: POLLUX_LOOK names the folder.
    void look(const char* name) const
    {
        if (!qEnvironmentVariableIsSet("POLLUX_LOOK"))
            return;
        for (const bool dark : {true, false})
            for (const QSize size : {QSize(1280, 800), QSize(1920, 1080)}) {
                window->findChild<QAction*>(dark ? "actionDark" : "actionLight")->trigger();
                window->resize(size);
                QTest::qWait(150);
                window->grab().save(qEnvironmentVariable("POLLUX_LOOK") + '/' + name +
                                    QString("-%1-%2.png").arg(size.width()).arg(dark ? "dark" : "light"));
            }
        window->findChild<QAction*>("actionDark")->trigger();
        window->resize(1280, 800);
    }
};

} // namespace pollux
