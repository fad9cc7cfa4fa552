#include "plugins/implant/screw_points_panel.h"

#include "ui/forms/small_widgets.h"
#include "ui/panels/state_mark.h"
#include "ui/viewer/viewer.h"

#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include <utility>

namespace pollux::implant {

ScrewPoints::ScrewPoints(PanelContext& context, QWidget* parent)
    : QWidget(parent), m_context(context),
      m_set(heldButton(tr("Set entry and target"), QStringLiteral("screwPoints"), this)), m_hint(new QLabel(this))
{
    m_hint->setObjectName(QStringLiteral("screwPointsHint"));
    m_hint->setWordWrap(true);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    column->addWidget(m_hint);
    column->addWidget(m_set, 0, Qt::AlignLeft);
    connect(m_set, &QPushButton::toggled, this, [this](bool on) { on ? begin() : stop(); });
    connect(&m_tool, &PointTool::placed, this, &ScrewPoints::take);
    connect(&m_tool, &PointTool::cancelled, this, &ScrewPoints::stop);
    renew();
}

ScrewPoints::~ScrewPoints()
{
    m_tool.disconnect(this); // its end must not ask for what is gone
}

void ScrewPoints::renew()
{
    const bool image = !m_context.bench.document().current().volumes.empty();
    if (!image)
        stop();
    m_set->setEnabled(image && m_context.viewer);
    m_set->setToolTip(image ? tr("Click the entry, then the target. Space sets it at the crosshair, Escape gives up.")
                            : tr("Open a study first."));
    say();
}

void ScrewPoints::begin()
{
    if (m_on || !m_context.viewer)
        return;
    m_on = true;
    m_entry.reset();
    m_context.viewer->setTool(&m_tool);
    say();
}

void ScrewPoints::take(const Vec3& p)
{
    if (!m_on)
        return;
    if (!m_entry) {
        m_entry = p;
        say();
        return;
    }
    const Vec3 entry = *m_entry;
    stop();
    Q_EMIT set(entry, p);
}

void ScrewPoints::stop()
{
    if (!std::exchange(m_on, false)) // first: putting the tool away comes back here
        return;
    m_entry.reset();
    if (m_context.viewer->tool() == &m_tool)
        m_context.viewer->setTool(nullptr);
    m_set->setChecked(false);
    say();
}

void ScrewPoints::say()
{
    m_hint->setText(!m_on     ? tr("The axis goes from the entry, on the bone's surface, to the target.")
                    : m_entry ? tr("2 of 2: click the target, in any slice.")
                              : tr("1 of 2: click the entry, on the bone's surface."));
    m_hint->setProperty("role", m_on ? QStringLiteral("note") : QStringLiteral("muted"));
    restyle(m_hint);
}

void ScrewPoints::hideEvent(QHideEvent* event)
{
    QWidget::hideEvent(event);
    stop();
}

} // namespace pollux::implant
