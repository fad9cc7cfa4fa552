#include "ui/shell/command_palette.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace pollux {

namespace {

constexpr int kWidth = 560, kHeight = 420; ///< px

/// The less, the better it fits; -1 if not all words occur.
int misfit(const CommandPalette::Entry& entry, const QStringList& words)
{
    const QString all = entry.text + u' ' + entry.kind + u' ' + entry.detail;
    int out = entry.whyNot.isEmpty() ? 0 : 1000;
    for (const QString& word : words) {
        const qsizetype at = entry.text.indexOf(word, 0, Qt::CaseInsensitive);
        if (at < 0 && !all.contains(word, Qt::CaseInsensitive))
            return -1;
        const bool begins = at == 0 || (at > 0 && !entry.text[at - 1].isLetterOrNumber());
        out += at < 0 ? 100 : begins ? 0 : 10;
    }
    return out;
}

} // namespace

CommandPalette::CommandPalette(QWidget* parent)
    : QFrame(parent, Qt::Popup), m_words(new QLineEdit(this)), m_list(new QListWidget(this))
{
    setObjectName(QStringLiteral("commandPalette"));
    setAccessibleName(tr("Find anything"));
    setFrameShape(QFrame::StyledPanel);
    m_words->setObjectName(QStringLiteral("paletteWords"));
    m_words->setAccessibleName(tr("What to find"));
    m_words->setPlaceholderText(tr("Find a command, an operation, a structure …"));
    m_list->setObjectName(QStringLiteral("paletteList"));
    m_list->setAccessibleName(tr("What was found"));
    m_list->setUniformItemSizes(true);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(8, 8, 8, 8);
    column->addWidget(m_words);
    column->addWidget(m_list, 1);
    m_words->installEventFilter(this);
    connect(m_words, &QLineEdit::textChanged, this, &CommandPalette::filter);
    connect(m_words, &QLineEdit::returnPressed, this, &CommandPalette::take);
    connect(m_list, &QListWidget::itemActivated, this, &CommandPalette::take);
    connect(m_list, &QListWidget::itemClicked, this, &CommandPalette::take);
}

void CommandPalette::open(std::vector<Entry> entries)
{
    m_entries = std::move(entries);
    m_words->clear();
    filter({});
    const QWidget* over = parentWidget()->window();
    const QSize size(std::min(kWidth, over->width() - 32), std::min(kHeight, over->height() - 96));
    resize(size);
    move(over->mapToGlobal(QPoint((over->width() - size.width()) / 2, 64)));
    show();
    m_words->setFocus();
}

void CommandPalette::filter(const QString& words)
{
    const QStringList all = words.split(u' ', Qt::SkipEmptyParts);
    std::vector<std::pair<int, int>> fits;
    for (size_t n = 0; n < m_entries.size(); ++n)
        if (const int m = misfit(m_entries[n], all); m >= 0)
            fits.emplace_back(m, static_cast<int>(n));
    std::stable_sort(fits.begin(), fits.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    m_list->clear();
    for (const auto& [m, n] : fits) {
        const Entry& e = m_entries[static_cast<size_t>(n)];
        QString text = e.text + QStringLiteral("   –  ") + e.kind;
        if (!e.detail.isEmpty())
            text += QStringLiteral("  ·  ") + e.detail;
        auto* item = new QListWidgetItem(text, m_list);
        item->setData(Qt::UserRole, n);
        item->setSizeHint({0, 30});
        item->setToolTip(e.whyNot.isEmpty() ? e.text : e.whyNot);
        if (!e.whyNot.isEmpty())
            item->setFlags(item->flags() & ~Qt::ItemIsEnabled);
    }
    m_list->setCurrentRow(0);
}

void CommandPalette::take()
{
    const QListWidgetItem* item = m_list->currentItem();
    if (!item || !(item->flags() & Qt::ItemIsEnabled))
        return;
    const auto go = m_entries[static_cast<size_t>(item->data(Qt::UserRole).toInt())].go;
    hide();
    go();
}

bool CommandPalette::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::KeyPress) {
        auto* key = static_cast<QKeyEvent*>(event);
        if (key->key() == Qt::Key_Down || key->key() == Qt::Key_Up || key->key() == Qt::Key_PageDown ||
            key->key() == Qt::Key_PageUp) {
            const int step = key->key() == Qt::Key_Down       ? 1
                             : key->key() == Qt::Key_Up       ? -1
                             : key->key() == Qt::Key_PageDown ? 8
                                                              : -8;
            m_list->setCurrentRow(std::clamp(m_list->currentRow() + step, 0, std::max(0, m_list->count() - 1)));
            return true;
        }
        if (key->key() == Qt::Key_Escape) {
            hide();
            return true;
        }
    }
    return QFrame::eventFilter(watched, event);
}

} // namespace pollux
