#include "ui/shell/shortcuts_page.h"

#include "ui/panels/state_mark.h"
#include "ui/shell/shortcuts.h"

#include <QAction>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeySequenceEdit>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTableWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace pollux {

namespace {

constexpr int kRow = 28; ///< px
enum Column { kCommand, kKey, kDefault, kColumns };

template <class Control>
Control* named(Control* control, const char* name, const QString& accessible)
{
    control->setObjectName(QLatin1String(name));
    control->setAccessibleName(accessible);
    return control;
}

QString shown(const QKeySequence& keys)
{
    return keys.isEmpty() ? QStringLiteral("–") : keys.toString(QKeySequence::NativeText);
}

} // namespace

ShortcutsPage::ShortcutsPage(Shortcuts& shortcuts, QWidget* parent)
    : QWidget(parent), m_shortcuts(shortcuts),
      m_words(named(new QLineEdit(this), "shortcutSearch", tr("Search commands and keys"))),
      m_table(named(new QTableWidget(this), "shortcutTable", tr("Commands and their keys"))),
      m_keys(named(new QKeySequenceEdit(this), "shortcutKeys", tr("Key of the chosen command"))),
      m_told(new QLabel(this)), m_none(named(new QPushButton(tr("No key"), this), "shortcutNone", tr("No key"))),
      m_reset(named(new QPushButton(tr("Reset"), this), "shortcutReset", tr("Reset the key of the chosen command"))),
      m_resetAll(named(new QPushButton(tr("Reset all"), this), "shortcutResetAll", tr("Reset all keys")))
{
    m_words->setPlaceholderText(tr("Search a command or a key"));
    m_table->setColumnCount(kColumns);
    m_table->setHorizontalHeaderLabels({tr("Command"), tr("Key"), tr("Default")});
    m_table->horizontalHeader()->setSectionResizeMode(kCommand, QHeaderView::Stretch);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setMinimumSectionSize(kRow);
    m_table->verticalHeader()->setDefaultSectionSize(kRow);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setTabKeyNavigation(false); // Tab leaves the table
    m_told->setObjectName(QStringLiteral("shortcutTold"));
    m_told->setTextFormat(Qt::PlainText);
    m_told->setWordWrap(true);

    auto* fixed =
        named(new QLabel(tr("Under Implants, after a click into the step \"Move it\": L, R, A and P move the "
                            "implant or component to the patient's left, right, front and back, Page down "
                            "and Page up deeper and less deep, S and I a screw, cup or plate to head and feet; with "
                            "Shift it is tilted or turned, a cup made smaller and larger."),
                         this),
              "shortcutsFixed", tr("Keys that cannot be changed"));
    fixed->setWordWrap(true);
    fixed->setProperty("role", QStringLiteral("muted"));

    auto* line = new QHBoxLayout;
    line->addWidget(m_keys, 1);
    line->addWidget(m_none);
    line->addWidget(m_reset);
    line->addWidget(m_resetAll);
    auto* column = new QVBoxLayout(this);
    column->setSpacing(8);
    column->addWidget(m_words);
    column->addWidget(m_table, 1);
    column->addLayout(line);
    column->addWidget(m_told);
    column->addWidget(fixed);

    connect(m_words, &QLineEdit::textChanged, this, &ShortcutsPage::filter);
    connect(m_table, &QTableWidget::itemSelectionChanged, this, [this] {
        m_told->clear();
        renewChosen();
    });
    connect(m_table, &QTableWidget::cellActivated, this, [this] { m_keys->setFocus(); });
    connect(m_keys, &QKeySequenceEdit::editingFinished, this, &ShortcutsPage::take);
    connect(m_none, &QPushButton::clicked, this, [this] {
        if (chosen() >= 0)
            told(m_shortcuts.set(m_shortcuts.commands()[static_cast<size_t>(chosen())], {}),
                 tr("The command has no key now."));
    });
    connect(m_reset, &QPushButton::clicked, this, [this] {
        if (chosen() >= 0)
            told(m_shortcuts.reset(m_shortcuts.commands()[static_cast<size_t>(chosen())]),
                 tr("The command has its default again."));
    });
    connect(m_resetAll, &QPushButton::clicked, this, [this] {
        m_shortcuts.resetAll();
        told({}, tr("All commands have their defaults again."));
    });
    connect(&shortcuts, &Shortcuts::changed, this, &ShortcutsPage::fill);
    fill();
}

void ShortcutsPage::fill()
{
    const auto& commands = m_shortcuts.commands();
    m_table->setRowCount(static_cast<int>(commands.size()));
    for (int row = 0; row < m_table->rowCount(); ++row) {
        const Shortcuts::Command& command = commands[static_cast<size_t>(row)];
        const QString texts[kColumns] = {command.name, shown(command.action->shortcut()), shown(command.byDefault)};
        for (int i = 0; i < kColumns; ++i) {
            if (!m_table->item(row, i))
                m_table->setItem(row, i, new QTableWidgetItem);
            m_table->item(row, i)->setText(texts[i]);
        }
        QFont font = m_table->font();
        font.setBold(!m_shortcuts.isDefault(command));
        m_table->item(row, kKey)->setFont(font);
    }
    filter();
    renewChosen();
}

void ShortcutsPage::filter()
{
    const QStringList words = m_words->text().split(u' ', Qt::SkipEmptyParts);
    for (int row = 0; row < m_table->rowCount(); ++row) {
        const QString all = m_table->item(row, kCommand)->text() + u' ' + m_table->item(row, kKey)->text();
        m_table->setRowHidden(row, !std::all_of(words.begin(), words.end(), [&all](const QString& word) {
                                  return all.contains(word, Qt::CaseInsensitive);
                              }));
    }
    // What is not seen is not changed.
    if (const int row = chosen(); row >= 0 && m_table->isRowHidden(row))
        m_table->clearSelection();
}

int ShortcutsPage::chosen() const
{
    const QModelIndexList rows = m_table->selectionModel()->selectedRows();
    return rows.isEmpty() ? -1 : rows.first().row();
}

void ShortcutsPage::renewChosen()
{
    const auto& commands = m_shortcuts.commands();
    const int row = chosen();
    const Shortcuts::Command* command = row < 0 ? nullptr : &commands[static_cast<size_t>(row)];
    m_keys->setKeySequence(command ? command->action->shortcut() : QKeySequence());
    const auto state = [](QWidget* control, bool on, const QString& can, const QString& cannot) {
        control->setEnabled(on);
        control->setToolTip(on ? can : cannot);
    };
    const QString first = tr("Choose a command in the table first.");
    state(m_keys, command, tr("Press the new key here; it is taken a second after the last one"), first);
    state(m_none, command && !command->action->shortcut().isEmpty(), tr("The command keeps its place in the menu"),
          command ? tr("This command has no key.") : first);
    state(m_reset, command && !m_shortcuts.isDefault(*command), tr("Takes the default again"),
          command ? tr("This is the default.") : first);
    state(m_resetAll,
          !std::all_of(commands.begin(), commands.end(),
                       [this](const Shortcuts::Command& c) { return m_shortcuts.isDefault(c); }),
          tr("Takes all defaults again"), tr("All keys are the defaults."));
}

void ShortcutsPage::take()
{
    const int row = chosen();
    if (row < 0)
        return;
    const Shortcuts::Command& command = m_shortcuts.commands()[static_cast<size_t>(row)];
    const QKeySequence keys = m_keys->keySequence();
    if (keys != command.action->shortcut())
        told(m_shortcuts.set(command, keys), tr("\"%1\" is %2 now.").arg(command.name, shown(keys)));
}

void ShortcutsPage::told(const QString& refused, const QString& done)
{
    renewChosen(); // a refused key does not stay in the field
    m_told->setText(refused.isEmpty() ? done : refused);
    m_told->setProperty("role", refused.isEmpty() ? QStringLiteral("ok") : QStringLiteral("warning"));
    restyle(m_told);
}

} // namespace pollux
