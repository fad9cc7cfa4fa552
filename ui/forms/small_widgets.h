#pragma once

#include <QFontMetrics>
#include <QLabel>
#include <QPushButton>

namespace pollux {

/// Words beside the main thing, wrapped. A child of `parent`.
inline QLabel* mutedLabel(QWidget* parent)
{
    auto* label = new QLabel(parent);
    label->setWordWrap(true);
    label->setProperty("role", QStringLiteral("muted"));
    return label;
}

/// A button whose name for screen readers is its text, and that tests find by `name`.
inline QPushButton* namedButton(const QString& text, const QString& name, QWidget* parent)
{
    auto* button = new QPushButton(text, parent);
    button->setObjectName(name);
    button->setAccessibleName(text);
    return button;
}

/// One that stays down while its tool is in hand; wide enough for its text as a button that is down is written, bold.
inline QPushButton* heldButton(const QString& text, const QString& name, QWidget* parent)
{
    auto* button = namedButton(text, name, parent);
    button->setCheckable(true);
    QFont bold = button->font();
    bold.setBold(true);
    button->setMinimumWidth(QFontMetrics(bold).horizontalAdvance(text) + 32);
    return button;
}

} // namespace pollux
