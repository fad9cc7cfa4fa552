#pragma once

#include "core/report/timeline_section.h"
#include "ui/panels/panel_registry.h"

#include <QWidget>

#include <memory>

class QLabel;
class QPushButton;
class QTreeWidget;
class QVBoxLayout;

namespace pollux {

class ParamForm;
class TimelineChart;

/// The studies of the case in order of time, what changed between them, and the follow-up: structures and points of
/// plans carried over to a new study (case.follow-up). The numbers are the report's: measured aside, on another thread,
/// while the panel is in sight.
class TimelinePanel : public QWidget
{
    Q_OBJECT

public:
    explicit TimelinePanel(PanelContext& context, QWidget* parent = nullptr);

    /// The table of changes; empty if there is none.
    QString asCsv() const;

protected:
    void showEvent(QShowEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void buildTimes(QVBoxLayout* column);
    void buildChanges(QVBoxLayout* column);
    void buildFollowUp(QVBoxLayout* column);
    void renew();
    void measure();
    void showChanges();
    void showChart();
    void renewButtons();
    void suggest();
    void followUp();
    void tell(const QString& text, const char* role);

    PanelContext& m_context;
    QLabel* m_state;
    QTreeWidget* m_times;
    TimelineChart* m_chart;
    QTreeWidget* m_changes;
    QPushButton* m_copy;
    ParamForm* m_form = nullptr;
    QLabel* m_told;
    QPushButton* m_run;
    std::shared_ptr<const Case> m_measured; ///< what m_timeline is of
    std::shared_ptr<const Timeline> m_timeline;
    std::uint64_t m_measuring = 0;
    std::uint64_t m_job = 0;
    std::vector<Id> m_suggestedFor; ///< studies for which the form was filled
};

} // namespace pollux
