#include "tests/ui/shell/window_fixture.h"
#include "tests/ui/viewer/sample_case.h"
#include "ui/forms/text.h"
#include "ui/panels/operation_panel.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAbstractSpinBox>
#include <QAction>
#include <QComboBox>
#include <QFontInfo>
#include <QLabel>
#include <QLayout>
#include <QLineEdit>
#include <QMenu>
#include <QMenuBar>
#include <QProcess>
#include <QScrollArea>
#include <QStyle>
#include <QStyleOptionButton>
#include <QTabWidget>
#include <QTest>

using namespace pollux;

// Walks every visible widget of the window in each of its states: text of 13 px or more, controls of 28 px or more,
// nothing cut, nothing over anything else. The same at 150 and 200 percent, in processes of their own.

namespace {

constexpr int kText = 13; ///< logical px
constexpr int kHit = 28;

QString told(const QWidget* w)
{
    QString text;
    if (const auto* label = qobject_cast<const QLabel*>(w))
        text = label->text();
    else if (const auto* button = qobject_cast<const QAbstractButton*>(w))
        text = button->text();
    QStringList where;
    for (const QWidget* p = w->parentWidget(); p && where.size() < 3; p = p->parentWidget())
        where << p->metaObject()->className();
    return QStringLiteral("%1 '%2' \"%3\" %4x%5 in %6")
        .arg(w->metaObject()->className(), w->objectName(), text.left(40))
        .arg(w->width())
        .arg(w->height())
        .arg(where.join(QStringLiteral(" < ")));
}

/// A part of another control, or a scroll bar: not aimed at by itself.
bool isPart(const QWidget* w)
{
    if (w->objectName().startsWith("qt_") || w->objectName().startsWith("Scroll") || w->inherits("QScrollBar") ||
        w->inherits("QTableCornerButton"))
        return true;
    for (const QWidget* p = w->parentWidget(); p; p = p->parentWidget())
        if (qobject_cast<const QAbstractSpinBox*>(p) || qobject_cast<const QComboBox*>(p) ||
            qobject_cast<const QLineEdit*>(p) || p->inherits("QScrollBar"))
            return true;
    return false;
}

QSize hitOf(const QWidget* w)
{
    // Of a check box only sign and words are hit, however wide it is.
    if (const auto* check = qobject_cast<const QAbstractButton*>(w); check && w->inherits("QCheckBox")) {
        QStyleOptionButton option;
        option.initFrom(w);
        option.text = check->text();
        const QRect click = w->style()->subElementRect(QStyle::SE_CheckBoxClickRect, &option, w);
        return {click.width(), w->height()};
    }
    return w->size();
}

/// Everything wrong with one visible widget.
void look(const QWidget* w, QStringList& bad)
{
    const auto complain = [&](const QString& what) { bad << what + QStringLiteral(": ") + told(w); };
    const auto* label = qobject_cast<const QLabel*>(w);
    const auto* button = qobject_cast<const QAbstractButton*>(w);
    const bool hasText = (label && !label->text().isEmpty()) || (button && !button->text().isEmpty()) ||
                         qobject_cast<const QComboBox*>(w) || qobject_cast<const QLineEdit*>(w) ||
                         qobject_cast<const QAbstractItemView*>(w) || qobject_cast<const QTabBar*>(w) ||
                         qobject_cast<const QMenuBar*>(w) || w->inherits("QTextBrowser");
    if (hasText && QFontInfo(w->font()).pixelSize() < kText)
        complain(QStringLiteral("text of %1 px").arg(QFontInfo(w->font()).pixelSize()));
    const bool control = button || qobject_cast<const QComboBox*>(w) || qobject_cast<const QLineEdit*>(w) ||
                         qobject_cast<const QAbstractSpinBox*>(w);
    if (control && !isPart(w)) {
        const QSize hit = hitOf(w);
        if (hit.width() < kHit || hit.height() < kHit)
            complain(QStringLiteral("hit area of %1x%2").arg(hit.width()).arg(hit.height()));
    }
    if (button && !isPart(w) && button->width() < button->sizeHint().width())
        complain(QStringLiteral("cut, wants %1").arg(button->sizeHint().width()));
    if (label && !label->text().isEmpty()) {
        if (label->wordWrap() && label->height() < label->heightForWidth(label->width()))
            complain(QStringLiteral("cut, wants a height of %1").arg(label->heightForWidth(label->width())));
        if (!label->wordWrap() && label->objectName() != QStringLiteral("patient") && // may be longer than any window
            (label->width() < label->sizeHint().width() || label->height() < label->sizeHint().height()))
            complain(QStringLiteral("cut, wants %1x%2").arg(label->sizeHint().width()).arg(label->sizeHint().height()));
    }
    if (const auto* view = qobject_cast<const QAbstractItemView*>(w); view && view->model() && !isPart(w))
        for (int row = 0; row < view->model()->rowCount(view->rootIndex()); ++row) {
            const QModelIndex index = view->model()->index(row, 0, view->rootIndex());
            const QRect rect = view->visualRect(index);
            if (rect.isValid() && rect.height() < kHit)
                complain(QStringLiteral("row %1 of %2 px").arg(row).arg(rect.height()));
        }
    if (const auto* tabs = qobject_cast<const QTabBar*>(w))
        for (int i = 0; i < tabs->count(); ++i) {
            const QRect rect = tabs->tabRect(i);
            if (rect.height() < kHit || rect.width() < kHit || rect.right() > tabs->width())
                complain(QStringLiteral("tab '%1' of %2x%3 at %4")
                             .arg(tabs->tabText(i))
                             .arg(rect.width())
                             .arg(rect.height())
                             .arg(rect.left()));
        }
    if (const auto* menus = qobject_cast<const QMenuBar*>(w))
        for (QAction* action : menus->actions())
            if (menus->actionGeometry(action).height() < kHit)
                complain(QStringLiteral("menu '%1' of %2 px")
                             .arg(action->text())
                             .arg(menus->actionGeometry(action).height()));
}

/// Children of one widget that lie over each other.
void lookBetween(const QWidget* parent, QStringList& bad)
{
    if (!parent->layout())
        return;
    std::vector<const QWidget*> seen;
    for (const QObject* child : parent->children()) {
        const auto* w = qobject_cast<const QWidget*>(child);
        if (!w || w->isWindow() || !w->isVisible() || parent->layout()->indexOf(w) < 0)
            continue;
        for (const QWidget* other : seen)
            if (w->geometry().intersects(other->geometry()))
                bad << QStringLiteral("overlap: %1 and %2").arg(told(w), told(other));
        seen.push_back(w);
    }
}

QStringList faults(const QWidget& window)
{
    QStringList bad;
    for (const QWidget* w : window.findChildren<QWidget*>())
        if (w->isVisible() && w->window() == &window) {
            look(w, bad);
            lookBetween(w, bad);
        }
    bad.removeDuplicates();
    return bad;
}

/// What keeps a window from being narrower.
QString widest(const QWidget& window)
{
    QStringList out;
    for (const QWidget* w : window.findChildren<QWidget*>())
        if (w->isVisible() && w->minimumSizeHint().width() > 250)
            out << QStringLiteral("%1 %2 %3")
                       .arg(w->metaObject()->className(), w->objectName())
                       .arg(w->minimumSizeHint().width());
    return out.join(QStringLiteral("; "));
}

Finding finding(Severity severity, const char* text, const char* advice)
{
    Finding f;
    f.severity = severity;
    f.code = text;
    f.text = text;
    f.advice = advice;
    f.place = Vec3(0, 0, 0);
    return f;
}

PlanNumber number(const char* label, const char* verdict)
{
    PlanNumber n;
    n.key = label;
    n.label = label;
    n.unit = Unit::Millimetre;
    n.before = 12.3;
    n.after = 104.5;
    n.limit = "liver.h1.margin";
    n.limitValue = 5;
    n.verdict = verdict;
    return n;
}

/// Long names, findings to acknowledge, plans with a verdict of each kind.
Case fullCase()
{
    Case c = *sample::ballCase();
    Study study;
    study.name = "Abdomen portal venous with a long description of the study";
    study.patientName = "Longname-Doublebarrelled^Maximiliane Charlotte";
    study.patientId = "1234567890";
    study.birthDate = "19500101";
    study.sex = "F";
    study.studyDate = "20250102";
    study.gate = {
        finding(Severity::Stop,
                "Two of 119 slices are missing between 34 and 41 mm, so lengths are not to "
                "be relied on there.",
                "Export the series again, or go on with a reason."),
        finding(Severity::Warning, "The contrast phase is not written in the study.", "Look at the vessels.")};
    c.studies[Id("study")] = std::make_shared<Study>(study);
    Structure liver = c.structure(Id("liver"));
    liver.name = "Liver with a name that is longer than its column is wide";
    liver.quality = 0.55;
    c.structures[Id("liver")] = std::make_shared<Structure>(liver);
    for (const char* id : {"plan-1", "plan-2"}) {
        Plan plan;
        plan.name = id;
        plan.kind = "liver.puncture";
        plan.points = {{"target", sample::kTarget}, {"entry", Vec3(-70, -35, 6)}};
        plan.numbers = {number("Margin to lung, gut and other organs", "stop"), number("Path length", "ok"),
                        number("Liver tissue before the target", "warning")};
        c.plans[Id(id)] = std::make_shared<Plan>(plan);
    }
    return c;
}

struct Walk : WindowFixture
{
    QStringList bad; ///< each once, with the first place where it was seen

    void note(const QString& where)
    {
        // Layouts settle over some turns of the event loop; a fault is what stays.
        QTest::qWait(20);
        QStringList found = faults(*window);
        for (int turn = 0; turn < 40 && !found.isEmpty(); ++turn) {
            QTest::qWait(25);
            found = faults(*window);
        }
        if (!found.isEmpty()) {
            const QString picture =
                QStringLiteral(POLLUX_BINARY_DIR "/tests/sizes_%1.png").arg(QString(where).replace(u' ', u'_'));
            window->grab().save(picture);
            qWarning("see %s", qPrintable(picture));
        }
        for (const QString& fault : found)
            if (!m_seen.contains(fault)) {
                m_seen << fault;
                bad << where + QStringLiteral(": ") + fault;
                qWarning("%s", qPrintable(bad.last())); // a message of a check is cut after some lines
            }
    }
    void openFull() { openCase(fullCase(), "full.pollux"); }
    void everyTab(const QString& where)
    {
        auto* tabs = window->findChild<QTabWidget*>("tasks");
        auto* operations = window->findChild<OperationPanel*>();
        for (int i = 0; i < tabs->count(); ++i) {
            tabs->setCurrentIndex(i);
            note(where + QLatin1Char(' ') + tabs->tabText(i));
            if (tabs->currentWidget() != operations)
                continue;
            for (const Operation* operation : registry.all()) {
                operations->choose(operation->info().id);
                for (auto* fold : operations->findChildren<QAbstractButton*>("advanced"))
                    fold->setChecked(true);
                note(where + QLatin1Char(' ') + q(operation->info().id));
            }
        }
    }

private:
    QStringList m_seen;
};

} // namespace

class TestSizes : public QObject
{
    Q_OBJECT

private:
    static void walk(QSize size)
    {
        Walk f;
        f.window->resize(size);
        f.note("start page");
        f.openFull();
        QTest::qWait(50); // layouts settle
        f.window->resize(size);
        f.workspace->select(Id("liver"));
        f.everyTab("full case");
        QVERIFY2(f.bad.isEmpty(), qPrintable(QStringLiteral("%1 faults").arg(f.bad.size())));
        // Asked for a size that the content does not fit, the window would grow beyond the screen.
        QVERIFY2(f.window->size() == size, qPrintable(QStringLiteral("%1x%2, at least %3")
                                                          .arg(f.window->width())
                                                          .arg(f.window->height())
                                                          .arg(widest(*f.window))));
    }

private Q_SLOTS:
    void everyStateAt1280x800() { walk({1280, 800}); }
    /// 200 percent on a screen of 1920x1080: the least room there is.
    void everyStateAt960x540() { walk({960, 540}); }

    void messagesAboveTheViews()
    {
        Walk f;
        ParamValues v;
        v.set("name", std::string("Tip"));
        v.set("position", Vec3(1, 2, 3));
        f.workspace->run("case.landmark", v);
        QTRY_VERIFY(!f.workspace->document().current().landmarks.empty());
        f.stop();
        f.start();
        f.window->resize(960, 540);
        f.note("recovery");
        QVERIFY2(f.bad.isEmpty(), qPrintable(QStringLiteral("%1 faults").arg(f.bad.size())));
    }

    void menusAreEasyToHit()
    {
        Walk f;
        for (QMenu* menu : f.window->findChildren<QMenu*>()) {
            for (QAction* action : menu->actions())
                if (!action->isSeparator())
                    QVERIFY2(menu->actionGeometry(action).height() >= kHit, qPrintable(action->text()));
            QVERIFY(QFontInfo(menu->font()).pixelSize() >= kText);
        }
    }

    void theSameAt150And200Percent_data()
    {
        QTest::addColumn<QByteArray>("factor");
        QTest::newRow("150 percent") << QByteArray("1.5");
        QTest::newRow("200 percent") << QByteArray("2");
    }

    void theSameAt150And200Percent()
    {
        if (qEnvironmentVariableIsSet("QT_SCALE_FACTOR"))
            QSKIP("This is the scaled process.");
        QFETCH(QByteArray, factor);
        QProcess scaled;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert("QT_SCALE_FACTOR", factor);
        scaled.setProcessEnvironment(environment);
        scaled.setProcessChannelMode(QProcess::MergedChannels);
        scaled.start(QCoreApplication::applicationFilePath(), {"everyStateAt960x540", "messagesAboveTheViews"});
        QVERIFY(scaled.waitForFinished(300000));
        QVERIFY2(scaled.exitStatus() == QProcess::NormalExit && scaled.exitCode() == 0, scaled.readAll().constData());
    }
};

QTEST_MAIN(TestSizes)
#include "tst_sizes.moc"
