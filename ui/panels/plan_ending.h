#pragma once

#include "ui/panels/panel_registry.h"
#include "ui/panels/state_mark.h"

#include <QWidget>

#include <functional>
#include <utility>

class QLabel;
class QPushButton;

namespace pollux {

/// The last two steps of a task that makes plans: the plans side by side, then review, approval and report. Two
/// widgets, for two steps.
class PlanEnding : public QObject
{
    Q_OBJECT

public:
    /// `kind`: of the plans; `name`: what the buttons' object names begin with; `report`: what the report holds.
    PlanEnding(PanelContext& context, std::string kind, const QString& name, QString report, QWidget* parent);

    QWidget* comparing() const { return m_comparing; }
    QWidget* signing() const { return m_signing; }
    /// Which plans of the kind are for the same thing as the one in hand (first), and so are counted; without: all.
    void setAlike(std::function<bool(const Plan&, const Plan&)> alike) { m_alike = std::move(alike); }
    /// The plan in hand; may be missing from the case. The report stands out as the next step unless it is stale.
    void renew(const Case& seen, const Id& plan, bool stale);

Q_SIGNALS:
    void compareState(pollux::Mark mark, QString words);
    void signState(pollux::Mark mark, QString words);

private:
    PanelContext& m_context;
    std::string m_kind;
    QString m_reportHelp;
    std::function<bool(const Plan&, const Plan&)> m_alike;
    Id m_plan;
    QWidget* m_comparing;
    QWidget* m_signing;
    QLabel* m_compared;
    QPushButton* m_compare;
    QLabel* m_signed;
    QPushButton* m_sign;
    QPushButton* m_report;
};

} // namespace pollux
