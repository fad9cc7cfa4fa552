#include "plugins/liver/panel_drag.h"

#include "core/base/error.h"
#include "core/operation/run.h"
#include "plugins/liver/plan_numbers.h"
#include "ui/forms/text.h"

#include <QPointer>

#include <utility>

namespace pollux::liver {

DragPreview::DragPreview(PanelContext& context, const PlanPuncture& operation, QObject* parent)
    : QObject(parent), m_context(context), m_operation(operation)
{
}

EvaluatorOptions DragPreview::options(const ParamValues& values) const
{
    return m_operation.evaluatorOptions(
        fillDefaults(m_operation.declare(), m_context.bench.document().current(), values));
}

void DragPreview::prepare(const ParamValues& values)
{
    const Case& c = m_context.bench.document().current();
    m_wanted = values;
    // Not busy: it was cancelled before it began.
    if ((m_preparing && m_context.bench.busy()) || blocks(checkOperation(m_operation, c, values)))
        return;
    const EvaluatorOptions wanted = options(values);
    const ContentKey key = PathEvaluator::sourceKey(c, wanted);
    if (key == m_key)
        return;
    m_preparing = true;
    m_context.bench.runAside(tr("Prepare dragging"),
                             [drag = QPointer<DragPreview>(this), wanted, key](const Case& c, Job& job) {
                                 std::shared_ptr<const PathEvaluator> made;
                                 try {
                                     made = std::make_shared<const PathEvaluator>(c, wanted, job);
                                 } catch (const Error&) {
                                     // Stopped, or a case that only the operation can judge: the numbers then come on
                                     // release.
                                 }
                                 return [drag, made, key] {
                                     if (!drag)
                                         return;
                                     drag->m_preparing = false;
                                     drag->m_evaluator = made;
                                     drag->m_key = key;
                                     drag->prepare(ParamValues(drag->m_wanted)); // the case may have changed since
                                 };
                             });
}

void DragPreview::mapFor(const ParamValues& values, const Vec3& target, const std::string& planName)
{
    if (!m_evaluator)
        return;
    const EvaluatorOptions wanted = options(values);
    m_mapWanted.emplace(Wanted{m_evaluator->with(wanted.limits, wanted.weights), target, planName});
    if (!m_mapping || !m_context.bench.busy()) // not busy: the one before was stopped and will not land
        startMap();
}

void DragPreview::startMap()
{
    m_mapping = true;
    const Wanted wanted = *std::exchange(m_mapWanted, std::nullopt);
    m_context.bench.runAside(
        QString(), [drag = QPointer<DragPreview>(this), wanted, round = m_mapRound](const Case&, Job& job) {
            std::shared_ptr<Field> map;
            try {
                map = std::make_shared<Field>(
                    skinMap(wanted.evaluator, scanSkin(wanted.evaluator, wanted.target, job), wanted.planName));
                map->name += " ≈";
            } catch (const Error&) {
                // Stopped: the old colours stay until the release.
            }
            return [drag, map, round] {
                if (!drag)
                    return;
                drag->m_mapping = false;
                if (map && round == drag->m_mapRound)
                    Q_EMIT drag->mapReady(map);
                if (drag->m_mapWanted)
                    drag->startMap();
            };
        });
}

void DragPreview::endMap()
{
    ++m_mapRound;
    m_mapWanted.reset();
    Q_EMIT mapReady(nullptr);
}

std::optional<DragPreview::Numbers> DragPreview::at(const ParamValues& values, const Plan& plan, const Vec3& target,
                                                    const Vec3& entry) const
{
    if (!m_evaluator)
        return std::nullopt;
    const EvaluatorOptions wanted = options(values);
    const PathEvaluator evaluator = m_evaluator->with(wanted.limits, wanted.weights);
    const PathScore score = evaluator.evaluate(target, entry);
    Numbers out;
    out.plan.name = plan.name;
    out.plan.numbers = previewNumbers(evaluator, score);
    compareWith(out.plan.numbers, plan);
    out.feasible = score.feasible();
    out.reason = q(evaluator.reasonText(score));
    return out;
}

} // namespace pollux::liver
