#include "plugins/implant/nudge_panel.h"

#include <QComboBox>
#include <QGridLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QVBoxLayout>

namespace pollux::implant {

namespace {

constexpr double kSteps[] = {0.1, 0.5, 1.0}; // mm or degrees

} // namespace

NudgePad::NudgePad(const std::vector<Entry>& entries, const char* stepName, QWidget* parent)
    : QWidget(parent), m_step(new QComboBox(this))
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    auto* row = new QHBoxLayout;
    auto* label = new QLabel(tr("Step"), this);
    m_step->setObjectName(QString::fromLatin1(stepName));
    m_step->setAccessibleName(tr("Step of a move, in millimetres or degrees"));
    for (double s : kSteps)
        m_step->addItem(tr("%1 mm or °").arg(QLocale().toString(s, 'f', 1)), s);
    m_step->setCurrentIndex(1);
    label->setBuddy(m_step);
    row->addWidget(label);
    row->addWidget(m_step);
    row->addStretch(1);
    column->addLayout(row);
    auto* grid = new QGridLayout;
    grid->setSpacing(4);
    for (size_t n = 0; n < entries.size(); ++n) {
        const Entry& e = entries[n];
        auto* button = new QPushButton(e.text, this);
        button->setObjectName(QString::fromLatin1(e.name));
        button->setAccessibleName(e.text);
        button->setToolTip(e.help);
        button->setAutoRepeat(true);
        m_buttons.push_back(button);
        m_helps.push_back(e.help);
        grid->addWidget(button, static_cast<int>(n) / 2, static_cast<int>(n) % 2);
        connect(button, &QPushButton::clicked, this, [this, n] { Q_EMIT nudged(static_cast<int>(n), step()); });
    }
    column->addLayout(grid);
}

double NudgePad::step() const
{
    return m_step->currentData().toDouble();
}

void NudgePad::setKey(int entry, const QString& key)
{
    const auto n = static_cast<size_t>(entry);
    m_buttons[n]->setToolTip(tr("%1 (%2)").arg(m_helps[n], key));
}

} // namespace pollux::implant
