#include "ui/shell/preferences.h"

#include "core/operation/registry.h"
#include "ui/extension/site_devices.h"
#include "ui/forms/text.h"
#include "ui/shell/devices_page.h"
#include "ui/shell/settings.h"
#include "ui/shell/shortcuts_page.h"
#include "ui/shell/workspace.h"

#include <QAction>
#include <QCheckBox>
#include <QComboBox>
#include <QEvent>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QMainWindow>
#include <QPushButton>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QTabBar>
#include <QTabWidget>
#include <QVBoxLayout>

namespace pollux {

namespace {

template <class Control>
Control* named(Control* control, const char* name, const QString& accessible)
{
    control->setObjectName(QLatin1String(name));
    control->setAccessibleName(accessible);
    return control;
}

QLabel* muted(const QString& text, QWidget* parent)
{
    auto* label = new QLabel(text, parent);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setProperty("role", QStringLiteral("muted"));
    return label;
}

} // namespace

Preferences::Preferences(Workspace& workspace, Settings& settings, Shortcuts& shortcuts, QMainWindow* window)
    : QDialog(window), m_workspace(workspace), m_settings(settings), m_window(*window),
      m_author(named(new QLineEdit(this), "prefAuthor", tr("Your name"))),
      m_theme(named(new QComboBox(this), "prefTheme", tr("Theme"))),
      m_scale(named(new QComboBox(this), "prefScale", tr("Size of everything"))),
      m_recentKept(named(new QSpinBox(this), "prefRecentKept", tr("How many recent cases are remembered"))),
      m_banner(named(new QCheckBox(tr("Name the patient in the banner"), this), "prefBanner",
                     tr("Name the patient in the banner"))),
      m_thumbnails(named(new QCheckBox(tr("Pictures of recent cases on the start page"), this), "prefThumbnails",
                         tr("Pictures of recent cases on the start page"))),
      m_clear(named(new QPushButton(tr("Clear list of recent cases"), this), "prefClearRecent",
                    tr("Clear list of recent cases")))
{
    setObjectName(QStringLiteral("preferences"));
    setWindowTitle(tr("Preferences"));
    auto* pages = named(new QTabWidget(this), "preferencesPages", tr("Pages of the preferences"));
    pages->tabBar()->setAccessibleName(pages->accessibleName());
    pages->addTab(makeGeneral(), tr("General"));
    pages->addTab(new ShortcutsPage(shortcuts, this), tr("Shortcuts"));
    auto* devices = new DevicesPage(*workspace.registry().devices(), ownDevicesFile(), this);
    connect(devices, &DevicesPage::changed, &workspace, &Bench::tablesChanged);
    pages->addTab(devices, tr("Devices"));
    pages->addTab(makePrivacy(), tr("Privacy"));
    auto* close = named(new QPushButton(tr("Close"), this), "preferencesClose", tr("Close preferences"));
    // Enter in a field shall not close the dialog.
    for (QPushButton* button : findChildren<QPushButton*>())
        button->setAutoDefault(false);
    auto* column = new QVBoxLayout(this);
    column->setSpacing(8);
    column->addWidget(pages, 1);
    column->addWidget(close, 0, Qt::AlignRight);
    connect(close, &QPushButton::clicked, this, &QDialog::close);
    resize(640, 560);
    renew();
}

void Preferences::showPage(const QString& title)
{
    auto* pages = findChild<QTabWidget*>(QStringLiteral("preferencesPages"));
    for (int n = 0; n < pages->count(); ++n)
        if (pages->tabText(n) == title)
            pages->setCurrentIndex(n);
}

QWidget* Preferences::makeGeneral()
{
    auto* page = new QWidget(this);
    auto* form = new QFormLayout(page);
    form->addRow(tr("Your name"), m_author);
    form->addRow(QString(), muted(tr("Recorded with every step and confirmation from now on."), page));
    m_theme->addItem(tr("Dark"), true);
    m_theme->addItem(tr("Light"), false);
    form->addRow(tr("Theme"), m_theme);
    for (const int percent : kScales)
        m_scale->addItem(tr("%1 %").arg(percent), percent);
    form->addRow(tr("Size of everything"), m_scale);
    form->addRow(QString(), muted(tr("The size takes effect at the next start."), page));
    m_recentKept->setRange(0, kMostRecent);
    m_recentKept->setSpecialValueText(tr("none"));
    m_recentKept->setKeyboardTracking(false); // "1" on the way to "12" would forget the others
    m_recentKept->setToolTip(tr("How many are remembered; fewer than there are forgets the oldest"));
    form->addRow(tr("Recent cases"), m_recentKept);
    auto* recovery = named(new QLineEdit(q(m_workspace.recoveryFolder().string()), page), "prefRecoveryFolder",
                           tr("Recovery folder"));
    recovery->setReadOnly(true);
    recovery->setCursorPosition(0);
    recovery->setToolTip(tr("Every step is kept here until it is saved. XDG_STATE_HOME moves it, at the next start."));
    form->addRow(tr("Recovery folder"), recovery);

    connect(m_author, &QLineEdit::textEdited, this, [this](const QString& text) {
        m_settings.setAuthor(text.trimmed());
        m_workspace.setAuthor(text.trimmed());
    });
    connect(m_theme, &QComboBox::activated, this, [this] {
        trigger(m_theme->currentData().toBool() ? QStringLiteral("actionDark") : QStringLiteral("actionLight"));
    });
    connect(m_scale, &QComboBox::activated, this,
            [this] { trigger(QStringLiteral("actionScale%1").arg(m_scale->currentData().toInt())); });
    m_recentKept->setButtonSymbols(QAbstractSpinBox::NoButtons);
    connect(m_recentKept, &QSpinBox::valueChanged, this, [this](int count) {
        m_settings.setRecentKept(count);
        Q_EMIT changed();
        renew();
    });
    return page;
}

QWidget* Preferences::makePrivacy()
{
    auto* page = new QWidget(this);
    auto* column = new QVBoxLayout(page);
    column->setSpacing(8);
    column->addWidget(m_banner);
    column->addWidget(muted(tr("Off, name, id and dates are not shown above the views. The name of the case file stays "
                               "in the window's title. Pictures, films and reports have a choice of their own."),
                            page));
    column->addSpacing(8);
    column->addWidget(m_thumbnails);
    column->addWidget(muted(tr("A picture of a patient is patient data, so this is off unless you turn it on. A small "
                               "picture of the views, without the patient's name, is then written whenever you save a "
                               "case, and only your account may read it. Turning this off or clearing the list removes "
                               "all of them; that of a case that no longer exists is removed at the next start or "
                               "save."),
                            page));
    auto* folder =
        named(new QLineEdit(m_settings.thumbnailFolder(), page), "prefThumbnailFolder", tr("Folder of the pictures"));
    folder->setReadOnly(true);
    folder->setCursorPosition(0);
    folder->setToolTip(tr("The pictures lie here. XDG_CACHE_HOME moves it, at the next start."));
    column->addWidget(folder);
    column->addSpacing(8);
    column->addWidget(m_clear, 0, Qt::AlignLeft);
    column->addStretch(1);

    connect(m_banner, &QCheckBox::toggled, this, [this](bool on) {
        m_settings.setPatientInBanner(on);
        Q_EMIT changed();
    });
    connect(m_thumbnails, &QCheckBox::toggled, this, [this](bool on) {
        m_settings.setThumbnails(on);
        Q_EMIT changed();
    });
    connect(m_clear, &QPushButton::clicked, this, [this] { trigger(QStringLiteral("actionClearRecent")); });
    return page;
}

void Preferences::trigger(const QString& action)
{
    if (auto* a = m_window.findChild<QAction*>(action))
        a->trigger();
    renew();
}

void Preferences::renew()
{
    const QSignalBlocker kept(m_recentKept), banner(m_banner), thumbnails(m_thumbnails);
    if (m_author->text().trimmed() != m_workspace.author())
        m_author->setText(m_workspace.author());
    m_theme->setCurrentIndex(m_theme->findData(m_settings.dark()));
    m_scale->setCurrentIndex(m_scale->findData(m_settings.scale()));
    m_recentKept->setValue(m_settings.recentKept());
    m_banner->setChecked(m_settings.patientInBanner());
    m_thumbnails->setChecked(m_settings.thumbnails());
    const bool none = m_settings.recentCases().isEmpty();
    m_clear->setEnabled(!none);
    m_clear->setToolTip(none ? tr("There are no recent cases.")
                             : tr("Forgets them and removes their pictures; the cases stay"));
}

bool Preferences::event(QEvent* event)
{
    if (event->type() == QEvent::WindowActivate)
        renew();
    return QDialog::event(event);
}

} // namespace pollux
