#pragma once

#include <QColor>
#include <QPalette>
#include <QString>

#include <vector>

namespace pollux {

/// The colours of the window as tokens; read from resources/theme/theme.json. No other colour literal in ui.
/// Images always sit on `image` (near-black), in the light theme too.
struct Theme
{
    bool dark = true;
    QColor surface, surfaceRaised, surfaceSunken;
    QColor text, textMuted, line;
    QColor accent, accentText;
    QColor note, warning, stop, ok, stale;
    QColor axial, sagittal, coronal, volume; ///< one a view, also its lines in the other views
    QColor image, imageText, imageMuted;     ///< background of the views and text on it
    QColor path, pathBad;                    ///< needle within and outside its limits
    QColor fieldNone;                        ///< points of a field without a value
    std::vector<QColor> field;               ///< anchors of the colour map of fields, from low to high
    std::vector<QColor> diverging;           ///< the same about a middle: below it, the middle, above it
    QColor folded;                           ///< places that a deformation turns inside out, striped with `image`
};

/// Throws Error (BadInput) if the built-in file lacks a token.
Theme loadTheme(bool dark);

/// Of a fraction of a field's range, 0 = low; clamped.
QColor fieldColour(const Theme& theme, double fraction);
/// Of a fraction of a range about a middle, 0.5 = the middle; clamped.
QColor divergingColour(const Theme& theme, double fraction);

QPalette palette(const Theme& theme);

/// For QApplication::setStyleSheet, over the Fusion style. Text 13 px at least, hit areas 28 px. Understands the
/// dynamic properties role = "title" | "muted" | "number" | "note" | "warning" | "stop" | "ok" | "stale" (QLabel,
/// QFrame) and primary = true (QPushButton).
/// `large`: for a room: text 18 px, hit areas 44 px.
QString styleSheet(const Theme& theme, bool large = false);

} // namespace pollux
