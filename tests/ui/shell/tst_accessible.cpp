#include "tests/ui/shell/window_fixture.h"
#include "ui/panels/operation_panel.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAbstractSpinBox>
#include <QComboBox>
#include <QLineEdit>
#include <QTest>
#include <QTextEdit>

using namespace pollux;

namespace {

/// A control that a person operates, and that is not a part of another one (the line edit in a spin box).
bool isControl(const QWidget* w)
{
    for (const QWidget* p = w->parentWidget(); p; p = p->parentWidget())
        if (qobject_cast<const QAbstractSpinBox*>(p) || qobject_cast<const QComboBox*>(p) ||
            qobject_cast<const QLineEdit*>(p))
            return false;
    if (w->objectName().startsWith("qt_") || w->objectName().startsWith("Scroll") ||
        w->inherits("QTableCornerButton") || w->inherits("QHeaderView"))
        return false;
    return qobject_cast<const QAbstractButton*>(w) || qobject_cast<const QAbstractSpinBox*>(w) ||
           qobject_cast<const QComboBox*>(w) || qobject_cast<const QLineEdit*>(w) ||
           qobject_cast<const QAbstractItemView*>(w) || qobject_cast<const QTextEdit*>(w);
}

QStringList unnamed(const QWidget& root)
{
    QStringList bad;
    for (const QWidget* w : root.findChildren<QWidget*>())
        if (isControl(w) && w->accessibleName().isEmpty())
            bad << QStringLiteral("%1 '%2' in %3")
                       .arg(w->metaObject()->className(), w->objectName(),
                            w->parentWidget()->metaObject()->className());
    return bad;
}

QStringList silent(const QWidget& root)
{
    QStringList bad;
    for (const QAbstractButton* b : root.findChildren<QAbstractButton*>())
        if (isControl(b) && !b->isEnabledTo(b->parentWidget()) && b->toolTip().isEmpty())
            bad << b->objectName() + QLatin1Char(' ') + b->accessibleName();
    return bad;
}

} // namespace

class TestAccessible : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyControlOfTheWindowHasAName()
    {
        WindowFixture f;
        QCOMPARE(unnamed(*f.window).join("; "), QString());
    }

    void everyDisabledButtonSaysWhy()
    {
        WindowFixture f;
        QCOMPARE(silent(*f.window).join("; "), QString());
    }

    void everyFormOfEveryOperationHasNames()
    {
        WindowFixture f;
        auto* panel = f.window->findChild<OperationPanel*>();
        QVERIFY(panel);
        for (const Operation* operation : f.registry.all()) {
            panel->choose(operation->info().id);
            const QStringList bad = unnamed(*panel) + silent(*panel);
            QVERIFY2(bad.isEmpty(), qPrintable(QString::fromStdString(operation->info().id) + ": " + bad.join("; ")));
        }
    }

    void theNoticeIsAlwaysThere()
    {
        WindowFixture f;
        const auto* notice = f.window->findChild<QWidget*>("notice");
        QVERIFY(notice && notice->isVisible());
    }
};

QTEST_MAIN(TestAccessible)
#include "tst_accessible.moc"
