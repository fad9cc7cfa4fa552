#pragma once

#include "tests/ui/shell/source_texts.h"

namespace pollux::sourcetexts {

// The sentences that core and the plugins say (findings, errors, advice), as shapes: "'" + id + "' is not a plan." is
// "'%1' is not a plan.".

/// A part of an expression between commas, operators and brackets.
struct Token
{
    QString text;
    bool literal = false;
    qsizetype at = 0;
};

inline std::vector<Token> tokens(const QString& code)
{
    static const QRegularExpression pattern(
        R"re(//[^\n]*|/\*.*?\*/|R"\(.*?\)"|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])'|[A-Za-z_]\w*|\d[\w.']*)re"
        R"re(|\+=|\+\+|->|::|<<|==|!=|<=|>=|&&|\|\||\S)re",
        QRegularExpression::DotMatchesEverythingOption);
    std::vector<Token> all;
    for (auto it = pattern.globalMatch(code); it.hasNext();) {
        const auto match = it.next();
        QString text = match.captured();
        if (text.startsWith(QStringLiteral("//")) || text.startsWith(QStringLiteral("/*")))
            continue;
        qsizetype at = match.capturedStart();
        const bool isLiteral = text.startsWith(u'"');
        if (isLiteral) { // literals side by side are one
            text = literal(code, at).value_or(QString());
            if (!all.empty() && all.back().literal)
                continue;
        }
        all.push_back({text, isLiteral, match.capturedStart()});
    }
    return all;
}

class Sentences
{
public:
    /// `found` gets each chain of literals and values joined by +, as a shape, where it begins, and whether it is
    /// surely a text: written with places (for filled() or counted()), or the note of a number.
    Sentences(const QString& code, std::function<void(const QString&, qsizetype, bool)> found)
        : m_tokens(tokens(code)), m_found(std::move(found))
    {
        for (size_t i = 0; i < m_tokens.size();)
            i = group(i);
    }

private:
    /// One bracket's inside from `i` on; the place after it. `othersCare`: of tr(), which has a test of its own.
    size_t group(size_t i, bool othersCare = false)
    {
        QString shape, operand;
        int values = 0;
        bool said = false, literalOnly = false, fault = false, hasPlaces = false, note = false;
        qsizetype at = 0;
        const auto endOperand = [&] {
            if (!operand.isEmpty() && !literalOnly)
                shape += QStringLiteral("%%1").arg(++values);
            operand.clear();
            literalOnly = false;
        };
        const auto end = [&] {
            fault = fault || operand.endsWith(QStringLiteral("ErrorCode::Internal"));
            endOperand();
            if (said && !fault && !othersCare)
                m_found(shape, at, hasPlaces || note);
            shape.clear();
            values = 0;
            said = hasPlaces = false;
        };
        static const QStringList opens{"(", "{", "["}, closes{")", "}", "]"};
        static const QStringList ends{",", ";", "?", ":", "=", "+=", "return", "<<", "==", "!=", "&&", "||", "<", ">"};
        while (i < m_tokens.size()) {
            const Token& t = m_tokens[i];
            if (t.literal) {
                at = said ? at : t.at;
                said = true;
                hasPlaces = hasPlaces || t.text.contains(QStringLiteral("%1"));
                if (operand.isEmpty()) {
                    shape += t.text;
                    literalOnly = true;
                }
                operand += u'"';
            } else if (closes.contains(t.text)) {
                end();
                return i + 1;
            } else if (opens.contains(t.text)) {
                // std::string("...") is its literal.
                if (operand.endsWith(QStringLiteral("string")) && i + 2 < m_tokens.size() && m_tokens[i + 1].literal &&
                    m_tokens[i + 2].text == QStringLiteral(")")) {
                    at = said ? at : m_tokens[i + 1].at;
                    said = literalOnly = true;
                    shape += m_tokens[i + 1].text;
                    i += 3;
                    continue;
                }
                static const QRegularExpression translated("\\b(tr|translate)$");
                const bool byTr = translated.match(operand).hasMatch();
                operand += t.text;
                i = group(i + 1, byTr);
                literalOnly = false;
                continue;
            } else if (ends.contains(t.text)) {
                // What is written beside a number: "of the liver without lesions".
                const bool next = (note && t.text != QStringLiteral(";")) || operand.endsWith(QStringLiteral(".note"));
                end();
                note = next;
            } else if (t.text == QStringLiteral("+")) {
                endOperand();
            } else {
                operand += t.text;
            }
            ++i;
        }
        end();
        return i;
    }

    std::vector<Token> m_tokens;
    std::function<void(const QString&, qsizetype, bool)> m_found;
};

/// Whether it is something a person reads: words of a sentence, not a key, a format or a statement of SQL.
inline bool isSentence(const QString& shape)
{
    static const QRegularExpression place("%\\d"), word("[A-Za-z][a-z]+"),
        sql("^(SELECT|INSERT|DELETE|UPDATE|PRAGMA)\\b"), begins("^(%\\d|'|[A-Z0-9])"), ends("[.?!]$");
    QString words = shape;
    words.remove(place);
    const auto count = words.count(word);
    if (count < 2 || shape.contains(u'<') || !shape.contains(u' ') || !begins.match(shape).hasMatch() ||
        sql.match(shape).hasMatch())
        return false;
    if (ends.match(shape).hasMatch())
        return true;
    // "Distance to %1", "%1 cannot run: %2".
    return shape.contains(place) && words.count(QRegularExpression("[a-z]")) >= 8;
}

inline void addSentences(Texts& texts)
{
    const QStringList whole = texts.keys();
    const auto joined = [&](const QString& head) {
        return std::any_of(whole.begin(), whole.end(), [&](const QString& t) { return t.startsWith(head); });
    };
    everySource({"core", "plugins", "ui"}, [&](const QString& path, const QString& code) {
        if (path.startsWith(QStringLiteral("core/report"))) // a report is English
            return;
        static const QRegularExpression word("[A-Za-z]{2}");
        Sentences(code, [&](const QString& shape, qsizetype at, bool hasPlaces) {
            // What the window fills in besides is a format ("%1 mm"), or given to tr().
            const bool filled = hasPlaces && !path.startsWith(QStringLiteral("ui")) && shape.contains(u' ');
            if (!isSentence(shape) && !(filled && shape.contains(word)))
                return;
            // A help that is joined of parts is known as a whole.
            const QString head = shape.section(u'%', 0, 0);
            if (head.size() < 80 || !joined(head))
                texts[shape] = place(path, code, at);
        });
    });
    addMatches(texts, "\\bterm\\(\"([^\"]+)\"\\)");
}

} // namespace pollux::sourcetexts
