#include "plugins/implant/views_row_panel.h"

#include "ui/viewer/viewer.h"

#include <QGridLayout>
#include <QPushButton>

namespace pollux::implant {

ViewsRow::ViewsRow(PanelContext& context, const std::vector<Entry>& entries, QWidget* parent)
    : QWidget(parent), m_context(context), m_axes(entries.size(), Mat3::Identity())
{
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setSpacing(4);
    for (size_t n = 0; n < entries.size(); ++n) {
        auto* button = new QPushButton(entries[n].text, this);
        button->setObjectName(QString::fromLatin1(entries[n].name));
        button->setAccessibleName(entries[n].told);
        m_buttons.push_back(button);
        grid->addWidget(button, static_cast<int>(n) / 2, static_cast<int>(n) % 2);
        connect(button, &QPushButton::clicked, this, [this, n] {
            if (!m_context.viewer)
                return;
            m_context.viewer->setAxes(m_axes[n]);
            m_context.viewer->flyTo(m_middle);
        });
    }
}

void ViewsRow::setView(size_t entry, const std::optional<Mat3>& axes, const QString& help)
{
    m_axes[entry] = axes.value_or(Mat3::Identity());
    m_buttons[entry]->setEnabled(axes && m_context.viewer);
    m_buttons[entry]->setToolTip(help);
}

} // namespace pollux::implant
