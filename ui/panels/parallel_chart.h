#pragma once

#include "core/base/quantity.h"

#include <QString>
#include <QWidget>

#include <optional>
#include <vector>

namespace pollux {

struct Theme;

/// Many choices by several numbers: an upright axis a number, a line a choice (Inselberg's parallel coordinates). A
/// drag along an axis keeps only the choices within it, a click there lets all pass again, a click on a line takes it
/// in hand. By keyboard: left and right choose the axis, up and down step through the choices that pass, in the order
/// of the axis; with shift they move the worse end of what is kept; escape lets all pass.
/// Draws what it is given and knows nothing of what the numbers are of.
class ParallelChart : public QWidget
{
    Q_OBJECT

public:
    struct Axis
    {
        QString name;
        Unit unit = Unit::None;
        bool lowIsBetter = true; ///< the better end is at the top
    };
    struct Choice
    {
        QString name;               ///< told when it is in hand
        std::vector<double> values; ///< one an axis; not finite: it has no number there
        bool marked = false;        ///< drawn stronger: the best of a zone, say
    };
    using Range = std::pair<double, double>;

    explicit ParallelChart(const Theme& theme, QWidget* parent = nullptr);

    /// Brushes and the choice in hand stay where axes and choices are the same as before.
    void setContent(std::vector<Axis> axes, std::vector<Choice> choices);
    const std::vector<Axis>& axes() const { return m_axes; }
    const std::vector<Choice>& choices() const { return m_choices; }

    /// Only choices with a number within; nullopt: all pass. Out of bounds of the axes: nothing.
    void setBrush(int axis, std::optional<Range> range);
    std::optional<Range> brush(int axis) const;
    void clearBrushes();
    bool passes(int choice) const;
    std::vector<int> passing() const; ///< indices, in the order they were given

    int inHand() const { return m_inHand; } ///< -1: none
    void setInHand(int choice);

    /// Pixels: where a number of an axis stands.
    QPointF place(int axis, double value) const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void brushed();                 ///< what passes has changed
    void inHandChanged(int choice); ///< by the user, or because it no longer passes
    void taken(int choice);         ///< double click or return

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    bool event(QEvent* event) override;

private:
    Range ends(int axis) const;
    double valueAt(int axis, double y) const;
    int axisAt(double x) const;
    int choiceAt(const QPointF& at) const;
    void step(int by);
    void moveWorseEnd(int by);
    void describe();
    QString text(int axis, double value) const;
    void paintAxis(QPainter& painter, int axis) const;
    void paintChoice(QPainter& painter, const Choice& choice) const;

    const Theme& m_theme;
    std::vector<Axis> m_axes;
    std::vector<Choice> m_choices;
    std::vector<Range> m_ends; ///< least and greatest number of an axis
    std::vector<std::optional<Range>> m_brushes;
    int m_inHand = -1;
    int m_axis = 0; ///< of the keyboard
    int m_dragged = -1;
    double m_from = 0; ///< value at which the drag began
    bool m_moved = false;
};

} // namespace pollux
