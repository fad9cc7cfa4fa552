#pragma once

#include "plugins/liver/plan_puncture.h"
#include "ui/panels/panel_registry.h"

#include <QObject>
#include <QString>

#include <memory>
#include <optional>

namespace pollux::liver {

/// Numbers for a needle that is being dragged: from an evaluator that is prepared on another thread and kept as long as
/// it stands. The operation is not run.
class DragPreview : public QObject
{
    Q_OBJECT

public:
    DragPreview(PanelContext& context, const PlanPuncture& operation, QObject* parent);

    struct Numbers
    {
        Plan plan; ///< the approximate numbers, `before` from the plan that is dragged
        bool feasible = false;
        QString reason; ///< why not
    };

    /// Starts to prepare, unless what is at hand still stands or the values cannot run.
    void prepare(const ParamValues& values);
    /// nullopt while it is being prepared. Takes well under a millisecond.
    std::optional<Numbers> at(const ParamValues& values, const Plan& plan, const Vec3& target, const Vec3& entry) const;

    /// Colours the skin for another target, as the operation would, on another thread: the newest target asked for when
    /// the one before is done. Nothing while the evaluator is being prepared.
    void mapFor(const ParamValues& values, const Vec3& target, const std::string& planName);
    /// No map any more: what is on its way is dropped.
    void endMap();

Q_SIGNALS:
    void mapReady(std::shared_ptr<const pollux::Field> map); ///< null: the plan's own again

private:
    struct Wanted
    {
        PathEvaluator evaluator;
        Vec3 target;
        std::string planName;
    };
    void startMap();
    EvaluatorOptions options(const ParamValues& values) const;

    PanelContext& m_context;
    const PlanPuncture& m_operation;
    std::shared_ptr<const PathEvaluator> m_evaluator;
    ContentKey m_key; ///< of the last one that was prepared, made or not
    ParamValues m_wanted;
    bool m_preparing = false;
    std::optional<Wanted> m_mapWanted; ///< after the one that is being made
    bool m_mapping = false;
    int m_mapRound = 0; ///< a map of an earlier round is dropped
};

} // namespace pollux::liver
