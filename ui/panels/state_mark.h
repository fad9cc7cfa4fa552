#pragma once

#include "core/case/finding.h"
#include "core/case/objects.h"
#include "ui/viewer/theme.h"

#include <QIcon>
#include <QString>

#include <string_view>

class QPushButton;
class QWidget;

namespace pollux {

/// A state that is told by a shape and a word, never by colour alone.
enum class Mark { Note, Warning, Stop, Ok, Stale, Proposed, Edited, Confirmed, Open };

Mark markOf(Severity severity);
Mark markOf(ConfirmState state);
/// Of PlanNumber::verdict; Open for "".
Mark markOfVerdict(std::string_view verdict);

QString word(Mark mark);
QColor colour(Mark mark, const Theme& theme);
/// Drawn, so that it is sharp at every scale: a circle, triangle, square, tick, ring ... in the colour of the state.
QIcon icon(Mark mark, const Theme& theme);
/// The name of the style ("ok", "warning", ...) for a label's property "role".
QString role(Mark mark);
/// The style sheet is asked again, after a property that it looks at ("role", "primary") has changed.
void restyle(QWidget* widget);
/// Of a task's buttons one stands out at a time: that of the next step.
void setPrimary(QPushButton* button, bool on);
/// A structure's colour as a small square.
QIcon swatch(const Colour& colour, const Theme& theme);

} // namespace pollux
