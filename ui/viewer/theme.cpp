#include "ui/viewer/theme.h"

#include "core/base/error.h"
#include "core/base/resource.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <cmath>

namespace pollux {

namespace {

QColor between(const std::vector<QColor>& anchors, double fraction)
{
    const double at = std::clamp(fraction, 0.0, 1.0) * static_cast<double>(anchors.size() - 1);
    const size_t i = std::min(static_cast<size_t>(at), anchors.size() - 2);
    const double w = at - static_cast<double>(i);
    const QColor &a = anchors[i], &b = anchors[i + 1];
    const auto mix = [&](int x, int y) { return static_cast<int>(std::lround(x + (y - x) * w)); };
    return {mix(a.red(), b.red()), mix(a.green(), b.green()), mix(a.blue(), b.blue())};
}

} // namespace

Theme loadTheme(bool dark)
{
    const std::string_view text = resource("theme/theme.json");
    const QJsonDocument json = QJsonDocument::fromJson(QByteArray(text.data(), static_cast<qsizetype>(text.size())));
    const QJsonObject tokens = json.object().value(QLatin1String(dark ? "dark" : "light")).toObject();
    const auto token = [&](const char* name) {
        const QColor colour(tokens.value(QLatin1String(name)).toString());
        if (!colour.isValid())
            throw Error(ErrorCode::BadInput, std::string("The theme has no colour \"") + name + "\".",
                        "Install the program again; its built-in theme is damaged.");
        return colour;
    };
    Theme t;
    t.dark = dark;
    t.surface = token("surface");
    t.surfaceRaised = token("surfaceRaised");
    t.surfaceSunken = token("surfaceSunken");
    t.text = token("text");
    t.textMuted = token("textMuted");
    t.line = token("line");
    t.accent = token("accent");
    t.accentText = token("accentText");
    t.note = token("note");
    t.warning = token("warning");
    t.stop = token("stop");
    t.ok = token("ok");
    t.stale = token("stale");
    t.axial = token("axial");
    t.sagittal = token("sagittal");
    t.coronal = token("coronal");
    t.volume = token("volume");
    t.image = token("image");
    t.imageText = token("imageText");
    t.imageMuted = token("imageMuted");
    t.path = token("path");
    t.pathBad = token("pathBad");
    t.fieldNone = token("fieldNone");
    t.folded = token("folded");
    for (const auto& [name, anchors] : {std::pair("field", &t.field), std::pair("diverging", &t.diverging)})
        for (const QJsonValue& anchor : json.object().value(QLatin1String(name)).toArray())
            anchors->emplace_back(anchor.toString());
    if (t.field.size() < 2 || t.diverging.size() < 3)
        throw Error(ErrorCode::BadInput, "The theme has no colour map.",
                    "Install the program again; its built-in theme is damaged.");
    return t;
}

QColor fieldColour(const Theme& theme, double fraction)
{
    return between(theme.field, fraction);
}

QColor divergingColour(const Theme& theme, double fraction)
{
    return between(theme.diverging, fraction);
}

QPalette palette(const Theme& t)
{
    QPalette p;
    p.setColor(QPalette::Window, t.surface);
    p.setColor(QPalette::WindowText, t.text);
    p.setColor(QPalette::Base, t.surfaceRaised);
    p.setColor(QPalette::AlternateBase, t.surface);
    p.setColor(QPalette::Text, t.text);
    p.setColor(QPalette::PlaceholderText, t.textMuted);
    p.setColor(QPalette::Button, t.surfaceRaised);
    p.setColor(QPalette::ButtonText, t.text);
    p.setColor(QPalette::BrightText, t.stop);
    p.setColor(QPalette::ToolTipBase, t.surfaceRaised);
    p.setColor(QPalette::ToolTipText, t.text);
    p.setColor(QPalette::Highlight, t.accent);
    p.setColor(QPalette::HighlightedText, t.accentText);
    p.setColor(QPalette::Link, t.accent);
    p.setColor(QPalette::LinkVisited, t.accent);
    p.setColor(QPalette::Light, t.surfaceRaised);
    p.setColor(QPalette::Midlight, t.surfaceRaised);
    p.setColor(QPalette::Mid, t.line);
    p.setColor(QPalette::Dark, t.line);
    p.setColor(QPalette::Shadow, t.surfaceSunken);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        p.setColor(QPalette::Disabled, role, t.textMuted);
    p.setColor(QPalette::Disabled, QPalette::Highlight, t.line);
    p.setColor(QPalette::Disabled, QPalette::HighlightedText, t.textMuted);
    return p;
}

QString styleSheet(const Theme& t, bool large)
{
    QString css = QStringLiteral(R"(
* { font-size: 13px; }
QToolTip { color: @text; background: @surfaceRaised; border: 1px solid @line; padding: 4px; }
QMainWindow::separator { background: @line; width: 1px; height: 1px; }
QDockWidget { color: @text; }
QDockWidget::title { background: @surface; padding: 8px; border-bottom: 1px solid @line; }
QPushButton, QToolButton, QComboBox, QLineEdit, QAbstractSpinBox { min-height: 26px; border: 1px solid @line;
  border-radius: 4px; background: @surfaceRaised; color: @text; padding: 0 8px; }
QToolButton { min-width: 26px; padding: 0 4px; }
pollux--ViewBar QToolButton { padding: 0 1px; }
QComboBox::drop-down { border: none; width: 24px; }
QComboBox::down-arrow { width: 0; height: 0; border-left: 4px solid @surfaceRaised; border-right: 4px solid @surfaceRaised;
  border-top: 5px solid @text; }
QComboBox::down-arrow:disabled { border-left-color: @surface; border-right-color: @surface; border-top-color: @textMuted; }
QAbstractSpinBox { padding-right: 20px; }
QAbstractSpinBox::up-button, QAbstractSpinBox::down-button { border: none; background: transparent; width: 20px; }
QAbstractSpinBox::up-arrow { width: 0; height: 0; border-left: 4px solid @surfaceRaised; border-right: 4px solid @surfaceRaised;
  border-bottom: 5px solid @text; }
QAbstractSpinBox::down-arrow { width: 0; height: 0; border-left: 4px solid @surfaceRaised;
  border-right: 4px solid @surfaceRaised; border-top: 5px solid @text; }
QPushButton:hover, QToolButton:hover, QComboBox:hover { border-color: @accent; }
QPushButton:focus, QToolButton:focus, QComboBox:focus, QLineEdit:focus, QAbstractSpinBox:focus { border: 2px solid @accent; }
QPushButton:pressed, QToolButton:pressed, QToolButton:checked { background: @surfaceSunken; border-color: @accent; }
QPushButton:checked { background: @surfaceSunken; border: 2px solid @accent; font-weight: 600; padding: 0 2px; }
QPushButton:disabled, QToolButton:disabled, QComboBox:disabled, QLineEdit:disabled, QAbstractSpinBox:disabled {
  color: @textMuted; background: @surface; }
QPushButton[primary="true"] { background: @accent; color: @accentText; border-color: @accent; font-weight: 600; padding: 0 16px; }
QPushButton[primary="true"]:disabled { background: @surfaceSunken; color: @textMuted; border-color: @line; }
QMenuBar, QStatusBar, QToolBar { background: @surface; }
QMenuBar::item { padding: 6px 8px; }
QMenu { background: @surfaceRaised; border: 1px solid @line; }
QMenu::item { padding: 7px 24px 7px 24px; }
QMenu::item:selected, QMenuBar::item:selected { background: @accent; color: @accentText; }
QTabBar::tab { min-height: 30px; padding: 0 12px; background: @surface; color: @textMuted;
  border: none; border-bottom: 2px solid @line; }
QTabBar::tab:selected { color: @text; border-bottom-color: @accent; }
QTabBar::tab:hover { color: @text; }
QTabBar::tab:focus { color: @accent; }
QMenu::item:disabled { color: @textMuted; background: transparent; }
QTreeView, QTableView, QListView, QTextBrowser { background: @surfaceRaised; border: 1px solid @line; color: @text;
  selection-background-color: @accent; selection-color: @accentText; }
QTreeView::item, QListView::item { min-height: 28px; }
QHeaderView::section { background: @surface; color: @textMuted; border: none; border-bottom: 1px solid @line; padding: 4px 8px; }
QProgressBar { border: 1px solid @line; border-radius: 4px; background: @surfaceSunken; min-height: 16px; text-align: center; }
QProgressBar::chunk { background: @accent; border-radius: 3px; }
QCheckBox, QRadioButton { min-height: 28px; spacing: 8px; }
QLabel[role="title"] { font-size: 16px; font-weight: 600; }
QLabel[role="muted"] { color: @textMuted; }
QLabel[role="number"] { font-weight: 600; }
QLabel[role="note"] { color: @note; }
QLabel[role="warning"] { color: @warning; }
QLabel[role="stop"] { color: @stop; }
QLabel[role="ok"] { color: @ok; }
QLabel[role="stale"] { color: @stale; }
QFrame[role="note"] { border-left: 4px solid @note; }
QFrame[role="warning"] { border-left: 4px solid @warning; }
QFrame[role="stop"] { border-left: 4px solid @stop; }
QFrame[role="ok"] { border-left: 4px solid @ok; }
QFrame[role="stale"] { border-left: 4px solid @stale; }
)");
    if (large)
        for (const auto& [small, big] : {std::pair("font-size: 16px", "font-size: 24px"),
                                         {"font-size: 13px", "font-size: 18px"},
                                         {"min-height: 26px", "min-height: 42px"},
                                         {"min-width: 26px", "min-width: 42px"},
                                         {"min-height: 28px", "min-height: 44px"},
                                         {"min-height: 30px", "min-height: 44px"},
                                         {"padding: 7px 24px", "padding: 13px 24px"}})
            css.replace(QLatin1String(small), QLatin1String(big));
    // longest names first: @surface is the head of @surfaceRaised
    const std::pair<const char*, QColor> tokens[] = {
        {"@surfaceRaised", t.surfaceRaised},
        {"@surfaceSunken", t.surfaceSunken},
        {"@surface", t.surface},
        {"@textMuted", t.textMuted},
        {"@text", t.text},
        {"@line", t.line},
        {"@accentText", t.accentText},
        {"@accent", t.accent},
        {"@note", t.note},
        {"@warning", t.warning},
        {"@stop", t.stop},
        {"@ok", t.ok},
        {"@stale", t.stale},
    };
    for (const auto& [name, colour] : tokens)
        css.replace(QLatin1String(name), colour.name());
    return css;
}

} // namespace pollux
