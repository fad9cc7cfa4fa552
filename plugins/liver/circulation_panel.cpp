#include "plugins/liver/circulation_panel.h"

#include "core/base/error.h"
#include "core/operation/run.h"
#include "plugins/liver/predict_circulation.h"
#include "ui/forms/param_form.h"
#include "ui/forms/small_widgets.h"
#include "ui/forms/text.h"
#include "ui/panels/curve_chart.h"
#include "ui/panels/operation_step.h"

#include <QLabel>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace pollux::liver {

namespace {

constexpr const char* kOperation = "liver.circulation";
constexpr double kMost = 95; // percent: the curve is widened so far where the share in hand lies beyond

} // namespace

CirculationPanel::CirculationPanel(PanelContext& context, OperationStep& step, QWidget* parent)
    : QWidget(parent), m_context(context), m_step(step), m_chart(new CurveChart(*context.theme, this)),
      m_told(mutedLabel(this))
{
    m_chart->setObjectName(QStringLiteral("portalCurve"));
    m_chart->setAccessibleName(tr("Portal pressure over the share of the liver that is removed"));
    m_chart->setToolTip(tr("Drag to the share that is removed, or move it with the arrow keys"));
    m_told->setObjectName(QStringLiteral("portalTold"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    column->addWidget(m_chart);
    column->addWidget(m_told);
    connect(m_chart, &CurveChart::moved, this, &CirculationPanel::tell);
    connect(m_chart, &CurveChart::released, this, [this](double percent) {
        if (!m_values.text("resected").empty()) // the drawing says what is removed; the mark only asks what if
            return;
        ParamValues share;
        share.set("removed", std::round(10 * percent) / 10);
        m_step.give(share);
    });
    connect(m_step.form(), &ParamForm::changed, this, &CirculationPanel::renew);
    renew();
}

void CirculationPanel::renew()
{
    const Operation& operation = m_context.bench.registry().at(kOperation);
    const auto now = m_context.bench.document().snapshot();
    const ParamValues values = fillDefaults(operation.declare(), *now, m_step.form()->values());
    const auto drawn =
        isValidId(values.text("resected")) ? now->structures.find(Id(values.text("resected"))) : now->structures.end();
    const auto removed = drawn == now->structures.end() ? nullptr : drawn->second;
    if (m_model && values == m_values && removed == m_removed)
        return;
    m_values = values;
    m_removed = removed;
    m_model.reset();
    m_curveStands = false;
    try {
        if (!blocks(checkOperation(operation, *now, m_step.form()->values()))) {
            m_limits = PredictCirculation::limits(values);
            m_model.emplace(PredictCirculation::inputs(values), PredictCirculation::options(values), Job());
        }
    } catch (const Error&) {
        // The step says what is wrong with the values.
    }
    if (!m_model) {
        m_chart->setContent(std::nullopt);
        m_chart->hide();
        m_told->hide();
        return;
    }
    m_chart->show();
    m_told->show();
    draw(removedPercent(*now).value_or(m_chart->mark()));
}

std::optional<double> CirculationPanel::removedPercent(const Case& c) const
{
    try {
        return 100 * (1 - PredictCirculation::remaining(PredictCirculation::lobes(c, m_values), m_values));
    } catch (const Error&) {
        return std::nullopt; // a run says what is wrong
    }
}

void CirculationPanel::draw(double percent)
{
    const double from = std::min(PredictCirculation::kSweepFrom, 10 * std::floor(percent / 10));
    const double to = std::clamp(10 * std::ceil(percent / 10), PredictCirculation::kSweepTo, kMost);
    const auto& shownNow = m_chart->content();
    if (!shownNow || !m_curveStands || from != shownNow->samples.front().x || to != shownNow->samples.back().x) {
        CurveChart::Content content;
        content.x = {tr("Liver removed"), Unit::Percent};
        content.y = {tr("Portal pressure"), Unit::MillimetreOfMercury};
        for (const PortalPrediction& p : m_model->sweep(from / 100, to / 100, PredictCirculation::kSweepPoints, Job()))
            content.samples.push_back({100 * p.removed, p.flows.portal, p.portalBySplit.low, p.portalBySplit.high,
                                       p.portal.low, p.portal.high});
        content.samples.front().x = from;
        content.samples.back().x = to;
        content.limitLow = m_limits.portalWatch;
        content.limitHigh = m_limits.portalHigh;
        content.limitText = tr("limits, %1 to %2")
                                .arg(shown(m_limits.portalWatch, Unit::MillimetreOfMercury),
                                     shown(m_limits.portalHigh, Unit::MillimetreOfMercury));
        content.narrowText = tr("by the split of the gradient alone");
        content.wideText = tr("95 of 100 draws of split and inputs");
        m_chart->setContent(std::move(content));
        m_curveStands = true;
    }
    m_chart->setMark(percent);
    tell(m_chart->mark());
}

void CirculationPanel::follow(double share)
{
    if (!m_model)
        return;
    draw(std::min(100 * share, kMost));
}

void CirculationPanel::tell(double percent)
{
    if (!m_model)
        return;
    const PortalPrediction p = m_model->predict(1 - percent / 100);
    const auto mmHg = [](double v) { return shown(v, Unit::MillimetreOfMercury); };
    QString text = tr("≈ %1 removed: portal pressure %2 (%3 to %4 in 95 of 100 draws), gradient %5.")
                       .arg(shown(percent, Unit::Percent), mmHg(p.flows.portal), mmHg(p.portal.low),
                            mmHg(p.portal.high), mmHg(p.flows.gradient));
    const PortalVerdict verdict = verdictOf(p.flows.portal, m_limits);
    if (verdict.verdict == "stop")
        text += QChar(u' ') + tr("ABOVE THE LIMITS.");
    else if (verdict.verdict == "warning")
        text += QChar(u' ') + tr("Between the limits.");
    m_told->setText(text);
}

} // namespace pollux::liver
