#include "plugins/implant/trace_panel.h"

#include "core/geometry/curve.h"
#include "ui/forms/small_widgets.h"
#include "ui/forms/text.h"
#include "ui/viewer/viewer.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPointer>
#include <QPushButton>
#include <QVBoxLayout>

#include <numeric>

namespace pollux::implant {

TracePanel::TracePanel(PanelContext& context, QWidget* parent)
    : QWidget(parent), m_context(context),
      m_set(heldButton(tr("Set points along the canal"), QStringLiteral("tracePoints"), this)),
      m_make(new QPushButton(tr("Make the canal"), this)), m_hint(mutedLabel(this))
{
    m_make->setObjectName(QStringLiteral("traceMake"));
    m_make->setAccessibleName(m_make->text());
    m_hint->setObjectName(QStringLiteral("traceHint"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    column->addWidget(m_hint);
    column->addWidget(m_set, 0, Qt::AlignLeft);
    column->addWidget(m_make, 0, Qt::AlignLeft);
    connect(m_set, &QPushButton::toggled, this, [this](bool on) { on ? begin() : stop(); });
    connect(m_make, &QPushButton::clicked, this, &TracePanel::make);
    connect(&m_tool, &PointsTool::edited, this, [this](const std::vector<Vec3>& points, bool) {
        m_points = points;
        renewHint();
    });
    connect(&m_tool, &PointsTool::cancelled, this, &TracePanel::stop);
    renew();
}

TracePanel::~TracePanel()
{
    m_tool.disconnect(this); // its end must not ask for what is gone
}

void TracePanel::begin()
{
    if (m_on || !m_context.viewer)
        return;
    m_on = true;
    m_tool.setPoints(m_points);
    m_context.viewer->setTool(&m_tool);
    renewHint();
}

void TracePanel::stop()
{
    if (!m_on)
        return;
    m_on = false; // first: putting the tool away comes back here
    if (m_context.viewer->tool() == &m_tool)
        m_context.viewer->setTool(nullptr);
    m_set->setChecked(false);
    renewHint();
}

void TracePanel::renew()
{
    const bool image = !m_context.bench.document().current().volumes.empty();
    m_set->setEnabled(image && m_context.viewer);
    m_set->setToolTip(image
                          ? tr("Click places in the slices from behind to the mental foramen; drag them, double click "
                               "to take one away; Escape ends it.")
                          : tr("Open a study first."));
    renewHint();
}

void TracePanel::renewHint()
{
    const bool enough = m_points.size() >= 2;
    m_make->setEnabled(enough && m_context.viewer && !m_context.viewer->volume().text().empty());
    m_make->setToolTip(enough ? tr("A tube about the curve through the points") : tr("Set two points or more first."));
    if (!enough)
        m_hint->setText(tr("The canal of the nerve is not found by itself: set points along it, from behind to the "
                           "mental foramen. %1 of 2 at least.")
                            .arg(m_points.size()));
    else
        m_hint->setText(
            tr("%1 points, about %2 long.").arg(m_points.size()).arg(shown(polylineMm(m_points), Unit::Millimetre)));
}

void TracePanel::make()
{
    const Vec3 sum = std::accumulate(m_points.begin(), m_points.end(), Vec3(Vec3::Zero()));
    ParamValues v;
    v.set("volume", m_context.viewer->volume().text());
    v.set("points", m_points);
    v.set("name", std::string(sum.x() > 0 ? "Mandibular canal left" : "Mandibular canal right"));
    m_context.bench.run("implant.trace-canal", v, [panel = QPointer<TracePanel>(this)](const Outcome& outcome) {
        if (!panel || !outcome.ok)
            return;
        panel->m_points.clear();
        panel->m_tool.setPoints({});
        panel->stop();
        panel->renewHint();
    });
}

void TracePanel::hideEvent(QHideEvent* event)
{
    QWidget::hideEvent(event);
    stop();
}

} // namespace pollux::implant
