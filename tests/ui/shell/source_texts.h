#pragma once

#include "core/case/measurement.h"
#include "core/operation/recipe.h"
#include "core/operation/registry.h"
#include "ui/forms/text.h"
#include "ui/viewer/volume_rendering.h"
#include "ui/viewer/window_presets.h"

#include <QDirIterator>
#include <QFile>
#include <QMap>
#include <QRegularExpression>

#include <optional>

namespace pollux::sourcetexts {

/// Text -> where it stands.
using Texts = QMap<QString, QString>;

/// The string literals at `at` that the compiler would join, and the place after them; nullopt if there is none.
inline std::optional<QString> literal(const QString& code, qsizetype& at)
{
    std::optional<QString> out;
    for (;;) {
        qsizetype i = at;
        while (i < code.size() && code[i].isSpace())
            ++i;
        if (i >= code.size() || code[i] != u'"')
            return out;
        QString text;
        for (++i; i < code.size() && code[i] != u'"'; ++i) {
            if (code[i] != u'\\') {
                text += code[i];
                continue;
            }
            const QChar escaped = code[++i];
            text += escaped == u'n' ? QChar(u'\n') : escaped == u't' ? QChar(u'\t') : escaped;
        }
        at = i + 1;
        out = out.value_or(QString()) + text;
    }
}

/// `look` sees every source below these folders of the project.
template <class Look>
void everySource(const QStringList& folders, Look look)
{
    const QString root = QStringLiteral(POLLUX_SOURCE_DIR "/");
    for (const QString& folder : folders) {
        QDirIterator it(root + folder, {"*.h", "*.cpp"}, QDir::Files, QDirIterator::Subdirectories);
        while (it.hasNext()) {
            QFile file(it.next());
            if (!file.open(QIODevice::ReadOnly))
                qFatal("cannot read a source file");
            look(file.fileName().mid(root.size()), QString::fromUtf8(file.readAll()));
        }
    }
}

inline QString place(const QString& path, const QString& code, qsizetype at)
{
    return QStringLiteral("%1:%2").arg(path).arg(code.left(at).count(u'\n') + 1);
}

/// Texts given to tr() or QCoreApplication::translate(). `odd`: calls of tr() whose text is no literal, which nobody
/// can translate.
inline Texts ofTheWindow(QStringList& odd)
{
    static const QRegularExpression call("(\\bQCoreApplication::translate|\\btr)\\s*\\(");
    Texts texts;
    everySource({"ui", "plugins", "app"}, [&](const QString& path, const QString& code) {
        for (auto it = call.globalMatch(code); it.hasNext();) {
            const auto match = it.next();
            qsizetype at = match.capturedEnd();
            const bool withContext = match.captured(1) != QStringLiteral("tr");
            std::optional<QString> text = literal(code, at);
            if (text && withContext) {
                ++at; // the comma after the context
                text = literal(code, at);
            }
            if (text)
                texts[*text] = place(path, code, match.capturedStart());
            else if (!withContext && !code.mid(at).startsWith(QStringLiteral("const char*"))) // a tr() of its own
                odd << place(path, code, match.capturedStart());
        }
    });
    return texts;
}

/// What `pattern` captures in the sources of core and the plugins.
inline void addMatches(Texts& texts, const char* pattern)
{
    const QRegularExpression expression(QString::fromUtf8(pattern));
    everySource({"core", "plugins", "ui/print"}, [&](const QString& path, const QString& code) {
        for (auto it = expression.globalMatch(code); it.hasNext();) {
            const auto match = it.next();
            texts[match.captured(1)] = place(path, code, match.capturedStart());
        }
    });
}

/// Texts that core declares and the window shows through shown().
inline Texts ofCore(const Registry& registry)
{
    Texts texts;
    const auto add = [&](std::string_view text, const std::string& where) {
        if (!text.empty())
            texts[q(text)] = q(where);
    };
    const auto addSource = [&](std::string_view source, const std::string& where) { // as shownSource() takes it apart
        for (const Evidence e : {Evidence::Verified, Evidence::Computed, Evidence::Unverified})
            if (const std::string end = " (" + std::string(name(e)) + ")"; source.ends_with(end))
                source.remove_suffix(end.size());
        add(source, where);
    };
    for (const Operation* operation : registry.all()) {
        const OperationInfo info = operation->info();
        for (const std::string& text : {info.name, info.summary, info.help, info.category})
            add(text, info.id);
        for (const Param& p : operation->declare().all()) {
            const std::string where = info.id + ", " + p.key;
            add(p.label, where);
            add(p.help, where);
            addSource(p.source, where);
            for (const std::string& choice : p.choices)
                add(choice, where);
            for (const Preset& preset : p.presets) {
                for (const std::string& text : {preset.label, preset.detail, preset.help})
                    add(text, where + ", " + preset.value);
                addSource(preset.source, where + ", " + preset.value);
            }
        }
    }
    for (const Anatomy& a : anatomyTable())
        add(a.label, "anatomy " + a.key);
    for (const auto& [id, limit] : registry.limits().all()) {
        add(limit.label, id);
        add(limit.definition, id);
        addSource(limit.source, id);
    }
    for (const std::string& id : builtInRecipeIds()) {
        const Recipe recipe = builtInRecipe(id, registry);
        add(recipe.name, "recipe " + id);
        add(recipe.summary, "recipe " + id);
    }
    for (const WindowPreset& preset : loadWindowPresets())
        add(u8(preset.name), "display windows");
    for (const VolumePreset& preset : loadVolumePresets())
        add(u8(preset.name), "images in 3-D");
    for (const PlanState state : {PlanState::Draft, PlanState::Reviewed, PlanState::Approved})
        add(name(state), "PlanState");
    for (const ConfirmState state : {ConfirmState::Proposed, ConfirmState::Edited, ConfirmState::Confirmed})
        add(name(state), "ConfirmState");
    for (int kind = 0; kind <= int(Kind::Unknown); ++kind)
        add(name(Kind(kind)), "Kind");
    for (const LimitKind kind : {LimitKind::Setting, LimitKind::AtLeast, LimitKind::AtMost})
        add(name(kind), "LimitKind");
    for (const Evidence evidence : {Evidence::Verified, Evidence::Computed, Evidence::Unverified})
        add(name(evidence), "Evidence");
    // Declared nowhere: labels of numbers of plans, measurements and registrations, ends of maps, what a job does.
    addMatches(texts, "(?:\\{|\\badd\\(|\\baddValue\\(\\w+,|\\bnumber\\(|\\bvolume\\()\\s*\"[a-z][a-z0-9_.]*\",\\s*"
                      "\"([A-Z][^\"]*)\",\\s*[^\"\\s]");
    addMatches(texts, "\\b(?:lowMeans|highMeans|covers) = \"([^\"]+)\"");
    addMatches(texts, "\\bcategories = \\{\"([^\"]+)\"\\}");
    addMatches(texts, "\\bprogress\\([^;]*?\"([^\"]+)\"\\)");
    return texts;
}

} // namespace pollux::sourcetexts
