#pragma once

#include "core/base/quantity.h"

#include <QString>
#include <QWidget>

#include <optional>
#include <vector>

namespace pollux {

struct Theme;

/// One number over another that the user chooses: a curve with what is not known about it as two bands, the range that
/// a limit warns of, and a mark that is dragged along or moved by the arrow keys (by 1 of the unit, with Shift by 5).
class CurveChart : public QWidget
{
    Q_OBJECT

public:
    struct Axis
    {
        QString name;
        Unit unit = Unit::None;
    };
    struct Sample
    {
        double x = 0;
        double y = 0;
        double narrowLow = 0, narrowHigh = 0; ///< around y
        double wideLow = 0, wideHigh = 0;     ///< around those
    };
    struct Content
    {
        Axis x, y;
        std::vector<Sample> samples;             ///< by x, at least two
        double limitLow = 0, limitHigh = 0;      ///< of y: watched from one to the other
        QString limitText, narrowText, wideText; ///< for the legend
    };

    explicit CurveChart(const Theme& theme, QWidget* parent = nullptr);

    /// nullopt: nothing is drawn, and nothing can be moved.
    void setContent(std::optional<Content> content);
    const std::optional<Content>& content() const { return m_content; }
    /// Where the mark stands; taken to the curve's ends. Tells nobody.
    void setMark(double x);
    double mark() const { return m_mark; }

    QPointF place(double x, double y) const; ///< pixels

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void moved(double x);    ///< by the user, while it moves
    void released(double x); ///< let go, or by a key

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    QRectF plot() const;
    double xAt(double pixel) const;
    std::optional<double> valueAt(double x) const; ///< of the curve, linear between its samples
    void describe();
    void paintAxes(QPainter& painter) const;
    void paintLimit(QPainter& painter) const;
    void paintBand(QPainter& painter, double Sample::*low, double Sample::*high, int alpha) const;
    void paintLegend(QPainter& painter) const;

    const Theme& m_theme;
    std::optional<Content> m_content;
    double m_mark = 0;
    double m_low = 0, m_high = 1; ///< y at the bottom and the top
    double m_step = 1;            ///< of the lines across
    bool m_dragged = false;
};

} // namespace pollux
