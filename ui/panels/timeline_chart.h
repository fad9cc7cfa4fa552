#pragma once

#include "ui/viewer/theme.h"

#include <QString>
#include <QWidget>

#include <optional>
#include <vector>

namespace pollux {

/// One line of the chart.
struct TimelineSeries
{
    struct Point
    {
        double at = 0; ///< days since the first time point, or its place in the order
        double value = 0;
        std::optional<double> deviation; ///< one standard deviation: the bar
        QString when;                    ///< "2026-05-01"
    };
    QString name;
    std::vector<Point> points;
};

/// Volumes against time: a marker of its own shape a series, bars of one standard deviation, the unit at the axis. Its
/// accessible description says the same in words. Draws what it is given; computes nothing of the case.
class TimelineChart : public QWidget
{
    Q_OBJECT

public:
    explicit TimelineChart(const Theme& theme, QWidget* parent = nullptr);
    /// `even`: the places of the points are their order, for studies without a date.
    void show(std::vector<TimelineSeries> series, const QString& unit, bool even);
    using QWidget::show;
    const std::vector<TimelineSeries>& series() const { return m_series; }
    QSize minimumSizeHint() const override;
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    const Theme& m_theme;
    std::vector<TimelineSeries> m_series;
    QString m_unit;
    bool m_even = false;
};

} // namespace pollux
