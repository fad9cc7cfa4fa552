// Measurements over the 3-D picture: what is hidden in it, faintly, and the words.
#include "ui/viewer/scene_measures.h"
#include "ui/viewer/slice_painter.h"

#include <QLineF>
#include <QPainterPath>

#include <algorithm>
#include <cmath>

namespace pollux {

namespace {

constexpr double kBeside = 10; ///< pixels between a place and its words
constexpr double kFar = 18;    ///< words farther away than that have a line to their place
constexpr int kFaint = 110;    ///< alpha of what the picture may hide

QString labelOf(const Measurement& m)
{
    const QString value = QString::fromStdString(toText(m.values.front().quantity));
    return m.name.empty() ? value : QString::fromStdString(m.name) + QLatin1Char('\n') + value;
}

/// The point of a rectangle that is nearest to another.
QPointF nearest(const QRectF& box, const QPointF& p)
{
    return {std::clamp(p.x(), box.left(), box.right()), std::clamp(p.y(), box.top(), box.bottom())};
}

/// Without what is behind the viewer or far outside of the picture: dashes would be counted all the way there.
QPainterPath pathOf(const std::vector<Vec3>& line, const SceneLens& lens)
{
    const QRectF reach =
        QRectF(QPointF(0, 0), lens.size)
            .adjusted(-4 * lens.size.width(), -4 * lens.size.height(), 4 * lens.size.width(), 4 * lens.size.height());
    QPainterPath path;
    bool joined = false;
    for (const Vec3& p : line) {
        const auto at = lens.toPixel(p);
        const bool seen = at && reach.contains(*at);
        if (seen)
            joined ? path.lineTo(*at) : path.moveTo(*at);
        joined = seen;
    }
    return path;
}

} // namespace

std::vector<std::optional<QRectF>> placeLabels(const std::vector<SceneLabel>& labels, const QRectF& area)
{
    std::vector<std::optional<QRectF>> out;
    std::vector<QRectF> taken;
    for (const SceneLabel& label : labels) {
        out.emplace_back();
        const double w = label.size.width(), h = label.size.height();
        if (!area.contains(label.at) || w > area.width() || h > area.height() || h <= 0)
            continue;
        const int most = static_cast<int>(std::ceil(area.height() / h)) + 1;
        for (int step = 0; step <= 2 * most && !out.back(); ++step) {
            // level with the place, below, above, further below, ...
            const double dy = (step % 2 ? 1 : -1) * ((step + 1) / 2) * h;
            const double right = label.at.x() + kBeside, left = label.at.x() - kBeside - w;
            for (const double x : {right, left, right + w, left - w}) {
                const QRectF box(std::clamp(x, area.left(), area.right() - w),
                                 std::clamp(label.at.y() - h / 2 + dy, area.top(), area.bottom() - h), w, h);
                if (std::none_of(taken.begin(), taken.end(), [&](const QRectF& t) { return t.intersects(box); })) {
                    taken.push_back(box);
                    out.back() = box;
                    break;
                }
            }
        }
    }
    return out;
}

void paintMeasureInScene(QPainter& painter, const Measurement& m, const SceneLens& lens, const QColor& colour,
                         Qt::PenStyle style)
{
    const bool faint = style == Qt::DashLine; // the line itself lies below, or something that hides it
    const QPen rim(QColor(0, 0, 0, faint ? 80 : 170), 3.5), pen(colour, 1.5, style, Qt::FlatCap);
    painter.setBrush(Qt::NoBrush);
    for (const std::vector<Vec3>& line : measureLines(m)) {
        const QPainterPath path = pathOf(line, lens);
        if (!faint) {
            painter.setPen(rim);
            painter.drawPath(path);
        }
        painter.setPen(pen);
        painter.drawPath(path);
    }
    for (const Vec3& p : m.points)
        if (const auto at = lens.toPixel(p))
            for (const QPen& ring : {rim, QPen(colour, 1.5)}) {
                painter.setPen(ring);
                painter.drawEllipse(*at, 2.5, 2.5);
            }
}

void paintSceneMeasures(QPainter& painter, const QRectF& area, const ViewState& state, const SceneLens& lens)
{
    if (!state.document)
        return;
    struct Text
    {
        QString text;
        QColor colour;
    };
    std::vector<SceneLabel> labels;
    std::vector<Text> texts;
    for (const auto& [id, m] : state.document->measurements) {
        if (!state.isVisible(id) || m->points.empty())
            continue;
        const QColor colour = state.stale.contains(id) ? state.theme.stale : state.theme.imageText;
        QColor faint = colour;
        faint.setAlpha(kFaint);
        paintMeasureInScene(painter, *m, lens, faint, Qt::DashLine);
        std::optional<QPointF> rightmost;
        for (const Vec3& p : m->points)
            if (const auto at = lens.toPixel(p); at && area.contains(*at) && (!rightmost || at->x() > rightmost->x()))
                rightmost = at;
        if (m->values.empty() || !rightmost)
            continue;
        texts.push_back({labelOf(*m), colour});
        labels.push_back({*rightmost, QFontMetricsF(painter.font()).size(0, texts.back().text) + QSizeF(4, 2)});
    }
    const std::vector<std::optional<QRectF>> places = placeLabels(labels, area);
    for (size_t n = 0; n < places.size(); ++n) {
        if (!places[n])
            continue;
        const QPointF end = nearest(*places[n], labels[n].at);
        if (QLineF(labels[n].at, end).length() > kFar) {
            QColor thin = texts[n].colour;
            thin.setAlpha(kFaint);
            painter.setPen(QPen(thin, 1));
            painter.drawLine(labels[n].at, end);
        }
        paintText(painter, *places[n], Qt::AlignLeft | Qt::AlignVCenter, texts[n].text, texts[n].colour);
    }
}

} // namespace pollux
