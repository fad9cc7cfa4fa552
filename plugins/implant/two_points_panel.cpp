#include "plugins/implant/two_points_panel.h"

#include "ui/forms/small_widgets.h"
#include "ui/panels/state_mark.h"
#include "ui/viewer/viewer.h"

#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include <utility>

namespace pollux::implant {

TwoPoints::TwoPoints(PanelContext& context, Words words, QWidget* parent)
    : QWidget(parent), m_context(context), m_words(std::move(words)),
      m_set(heldButton(m_words.button, m_words.name, this)), m_hint(new QLabel(this))
{
    m_hint->setObjectName(m_words.name + QStringLiteral("Hint"));
    m_hint->setWordWrap(true);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    column->addWidget(m_hint);
    column->addWidget(m_set, 0, Qt::AlignLeft);
    connect(m_set, &QPushButton::toggled, this, [this](bool on) { on ? begin() : stop(); });
    connect(&m_tool, &PointTool::placed, this, &TwoPoints::take);
    connect(&m_tool, &PointTool::cancelled, this, &TwoPoints::stop);
    renew();
}

TwoPoints::~TwoPoints()
{
    m_tool.disconnect(this); // its end must not ask for what is gone
}

void TwoPoints::renew()
{
    const bool image = !m_context.bench.document().current().volumes.empty();
    if (!image)
        stop();
    m_set->setEnabled(image && m_context.viewer);
    m_set->setToolTip(image ? m_words.help : tr("Open a study first."));
    say();
}

void TwoPoints::begin()
{
    if (m_on || !m_context.viewer)
        return;
    m_on = true;
    m_first.reset();
    m_context.viewer->setTool(&m_tool);
    say();
}

void TwoPoints::take(const Vec3& p)
{
    if (!m_on)
        return;
    if (!m_first) {
        m_first = p;
        say();
        return;
    }
    const Vec3 first = *m_first;
    stop();
    Q_EMIT set(first, p);
}

void TwoPoints::stop()
{
    if (!std::exchange(m_on, false)) // first: putting the tool away comes back here
        return;
    m_first.reset();
    if (m_context.viewer->tool() == &m_tool)
        m_context.viewer->setTool(nullptr);
    m_set->setChecked(false);
    say();
}

void TwoPoints::say()
{
    m_hint->setText(!m_on ? m_words.idle : m_first ? m_words.second : m_words.first);
    m_hint->setProperty("role", m_on ? QStringLiteral("note") : QStringLiteral("muted"));
    restyle(m_hint);
}

void TwoPoints::hideEvent(QHideEvent* event)
{
    QWidget::hideEvent(event);
    stop();
}

} // namespace pollux::implant
