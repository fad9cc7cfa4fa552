#include "plugins/liver/cut_points_panel.h"

#include "core/base/error.h"
#include "core/operation/run.h"
#include "plugins/liver/resect.h"
#include "ui/forms/param_form.h"
#include "ui/forms/small_widgets.h"
#include "ui/forms/text.h"
#include "ui/panels/operation_step.h"
#include "ui/viewer/viewer.h"

#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include <limits>
#include <utility>

namespace pollux::liver {

namespace {

constexpr const char* kOperation = "liver.resect";

} // namespace

CutPointsPanel::CutPointsPanel(PanelContext& context, OperationStep& step, QWidget* parent)
    : QWidget(parent), m_context(context), m_step(step),
      m_set(heldButton(tr("Draw the cut by points"), QStringLiteral("cutByPoints"), this)), m_hint(mutedLabel(this))
{
    m_hint->setObjectName(QStringLiteral("cutByPointsHint"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    column->addWidget(m_set, 0, Qt::AlignLeft);
    column->addWidget(m_hint);
    connect(m_set, &QPushButton::toggled, this, [this](bool on) { on ? begin() : stop(); });
    connect(&m_tool, &PointsTool::edited, this, &CutPointsPanel::take);
    connect(&m_tool, &PointsTool::cancelled, this, &CutPointsPanel::stop);
    connect(m_step.form(), &ParamForm::changed, this, &CutPointsPanel::renew);
    renew();
}

CutPointsPanel::~CutPointsPanel()
{
    m_tool.disconnect(this); // its end must not ask for what is gone
}

void CutPointsPanel::begin()
{
    if (m_on || !m_context.viewer)
        return;
    m_on = true;
    ParamValues method;
    method.set("method", std::string(kCutBySurface));
    m_step.give(method);
    m_context.viewer->setTool(&m_tool);
    Q_EMIT inHand(true);
    renew();
}

void CutPointsPanel::stop()
{
    if (!m_on)
        return;
    m_on = false; // first: putting the tool away comes back here
    if (m_context.viewer->tool() == &m_tool)
        m_context.viewer->setTool(nullptr);
    m_set->setChecked(false);
    Q_EMIT inHand(false);
    renew();
}

void CutPointsPanel::take(const std::vector<Vec3>& points)
{
    ParamValues given;
    given.set("cut_points", points);
    m_giving = true;
    m_step.give(given);
    m_giving = false;
    renew();
}

void CutPointsPanel::renew()
{
    const Operation& operation = m_context.bench.registry().at(kOperation);
    const auto now = m_context.bench.document().snapshot();
    const ParamValues values = fillDefaults(operation.declare(), *now, m_step.form()->values());
    const bool liver = now->structures.contains(Id(values.text("liver").empty() ? "none" : values.text("liver")));
    QString why;
    if (!m_context.viewer)
        why = tr("There are no views to click in.");
    else if (!liver)
        why = tr("There is no liver to cut.");
    m_set->setEnabled(why.isEmpty());
    m_set->setToolTip(
        why.isEmpty() ? tr("Click places in the slices that the cut goes through; drag them, double click to take one "
                           "away; Escape ends it.")
                      : why);
    m_hint->setVisible(m_on);
    if (!m_on)
        return;
    if (!liver) {
        stop();
        return;
    }
    if (!m_giving && m_tool.points() != values.points("cut_points"))
        m_tool.setPoints(values.points("cut_points"));
    drawCut(values);
}

void CutPointsPanel::drawCut(const ParamValues& values)
{
    const size_t count = values.points("cut_points").size();
    if (count < 3) {
        m_hint->setText(tr("Click at least three places in the slices that the cut goes through: %1 of 3.").arg(count));
        m_tool.setContour({});
        return;
    }
    try {
        const auto height = cutHeight(values);
        const double shift = values.real("shift");
        const Case& c = m_context.bench.document().current();
        const auto mask = c.structure(Id(values.text("liver"))).mask;
        m_tool.setContour([height, shift, mask](const Vec3& p) {
            return mask && mask->contains(p) ? height(p) - shift : std::numeric_limits<double>::quiet_NaN();
        });
        m_hint->setText(
            tr("The cut goes through %1 points. Drag them, click for more, double click to take one away.").arg(count));
    } catch (const Error& e) {
        m_tool.setContour({});
        m_hint->setText(shown(e.message() + " " + e.advice()));
    }
}

void CutPointsPanel::hideEvent(QHideEvent* event)
{
    QWidget::hideEvent(event);
    stop();
}

} // namespace pollux::liver
