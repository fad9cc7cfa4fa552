#pragma once

#include "core/base/quantity.h"

#include <QString>
#include <QWidget>

#include <optional>
#include <vector>

namespace pollux {

struct Theme;

/// One number and what moves it: a row a parameter, from the number at the low end of the parameter's range to the
/// number at its high end, about the number as it is. The low end is outlined, the high end filled, the numbers stand
/// at both ends.
class TornadoChart : public QWidget
{
    Q_OBJECT

public:
    struct Bar
    {
        QString label; ///< of the parameter
        QString low;   ///< ends of its range, with unit
        QString high;
        std::optional<double> atLow; ///< the number; nullopt where there is none
        std::optional<double> atHigh;
    };
    struct Content
    {
        QString number; ///< its label
        Unit unit = Unit::None;
        double base = 0;
        std::optional<double> limit;
        QString limitText; ///< "at least 5.0 mm"
        std::vector<Bar> bars;
    };

    explicit TornadoChart(const Theme& theme, QWidget* parent = nullptr);

    /// nullopt: nothing is drawn.
    void setContent(std::optional<Content> content);
    const std::optional<Content>& content() const { return m_content; }

    /// Pixels from the left at which a number stands.
    double xOf(double value) const;
    /// False for a limit so far off that the bars could not be told apart.
    bool limitInSight() const { return m_limitInSight; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    QString described() const;
    QString text(double value) const;
    int rowHeight() const;
    int headHeight() const;
    int sideRoom() const; ///< for the numbers at the ends
    void paintHead(QPainter& painter) const;
    void paintBar(QPainter& painter, const Bar& bar, int top) const;

    const Theme& m_theme;
    std::optional<Content> m_content;
    double m_from = 0; ///< numbers at the left and right end
    double m_to = 1;
    bool m_limitInSight = false;
};

} // namespace pollux
