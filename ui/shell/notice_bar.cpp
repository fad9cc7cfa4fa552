#include "ui/shell/notice_bar.h"

#include <QFrame>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace pollux {

NoticeBar::NoticeBar(QWidget* parent) : QWidget(parent), m_column(new QVBoxLayout(this))
{
    m_column->setContentsMargins(8, 0, 8, 4);
    m_column->setSpacing(4);
    hide();
}

QWidget* NoticeBar::find(const QString& key) const
{
    for (int i = 0; i < m_column->count(); ++i)
        if (m_column->itemAt(i)->widget()->property("key").toString() == key)
            return m_column->itemAt(i)->widget();
    return nullptr;
}

bool NoticeBar::has(const QString& key) const
{
    return find(key) != nullptr;
}

void NoticeBar::remove(const QString& key)
{
    if (QWidget* row = find(key)) {
        m_column->removeWidget(row);
        row->hide();
        row->deleteLater();
    }
    setVisible(m_column->count() > 0);
}

void NoticeBar::add(const QString& key, Mark mark, const QString& text, std::vector<Action> actions, bool closable,
                    const QString& help)
{
    remove(key);
    auto* row = new QFrame(this);
    row->setProperty("key", key);
    row->setProperty("role", role(mark));
    auto* line = new QHBoxLayout(row);
    line->setContentsMargins(8, 4, 4, 4);
    line->setSpacing(8);
    auto* label = new QLabel(text, row);
    label->setWordWrap(true);
    label->setObjectName(QStringLiteral("noticeText"));
    label->setTextFormat(Qt::PlainText); // names of files are not markup
    label->setToolTip(help);
    label->setAccessibleName(word(mark) + QStringLiteral(": ") + text);
    line->addWidget(label, 1);
    for (Action& action : actions) {
        auto* button = new QPushButton(action.text, row);
        button->setObjectName(action.objectName);
        button->setAccessibleName(action.text);
        button->setProperty("primary", action.primary);
        button->setToolTip(action.help);
        connect(button, &QPushButton::clicked, this, [this, key, stays = action.stays, act = std::move(action.act)] {
            const auto copy = act; // the row dies with remove()
            if (!stays)
                remove(key);
            if (copy)
                copy();
        });
        line->addWidget(button);
    }
    if (closable) {
        auto* close = new QPushButton(tr("Hide"), row);
        close->setAccessibleName(tr("Hide this message"));
        connect(close, &QPushButton::clicked, this, [this, key] { remove(key); });
        line->addWidget(close);
    }
    m_column->addWidget(row);
    show();
}

} // namespace pollux
