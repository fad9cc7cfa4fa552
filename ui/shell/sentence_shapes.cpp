#include "ui/shell/sentence_shapes.h"

#include <QRegularExpression>

#include <algorithm>

namespace pollux {

namespace {

constexpr int kDeepest = 3;           ///< sentences within sentences: "Plan cannot run: ..."
constexpr size_t kMostSentences = 12; ///< told apart; what follows counts as one
constexpr qsizetype kLongest = 4'000; ///< of a text that is looked at: the time grows with its square

/// Places and the literal pieces around them.
std::pair<QStringList, std::vector<int>> taken(const QString& text)
{
    static const QRegularExpression mark("%([1-9])");
    QStringList between;
    std::vector<int> places;
    qsizetype from = 0;
    for (auto it = mark.globalMatch(text); it.hasNext();) {
        const auto m = it.next();
        between << text.mid(from, m.capturedStart() - from);
        places.push_back(m.captured(1).toInt());
        from = m.capturedEnd();
    }
    between << text.mid(from);
    return {between, places};
}

} // namespace

void SentenceShapes::add(const QString& english, const QString& translated)
{
    auto [between, places] = taken(english);
    if (places.empty())
        return;
    Shape shape{between, places, translated, 0};
    for (const QString& piece : between)
        shape.letters += piece.size();
    m_shapes.push_back(std::move(shape));
}

std::optional<QString> SentenceShapes::translate(const QString& text, const Words& words) const
{
    if (text.size() > kLongest)
        return std::nullopt;
    Work work{words, {}};
    Reading all = sentences(text, work, 0);
    return all.explained > 0 ? std::optional(std::move(all.text)) : std::nullopt;
}

SentenceShapes::Reading SentenceShapes::sentences(const QString& text, Work& work, int depth) const
{
    // best[i]: the best reading of what begins at the i-th sentence.
    std::vector<qsizetype> begins{0};
    for (qsizetype i = 0; i + 2 < text.size(); ++i)
        if ((text[i] == u'.' || text[i] == u'?') && text[i + 1] == u' ')
            begins.push_back(i + 2);
    if (begins.size() > kMostSentences)
        begins.resize(kMostSentences);
    const size_t n = begins.size();
    std::vector<Reading> best(n + 1);
    for (size_t i = n; i-- > 0;)
        for (size_t j = i + 1; j <= n; ++j) {
            const qsizetype end = j < n ? begins[j] - 1 : text.size();
            Reading one = sentence(text.mid(begins[i], end - begins[i]), work, depth);
            if (j < n) {
                one.text += QChar(u' ') + best[j].text;
                one.explained += best[j].explained;
            }
            if (best[i].text.isEmpty() || one.explained > best[i].explained)
                best[i] = std::move(one);
        }
    return best[0];
}

SentenceShapes::Reading SentenceShapes::sentence(const QString& text, Work& work, int depth) const
{
    if (const auto whole = work.words(text))
        return {*whole, text.size()};
    Reading best{text, 0};
    for (const Shape& shape : m_shapes) {
        const auto found = match(shape, text);
        if (!found)
            continue;
        qsizetype explained = shape.letters;
        QStringList values;
        for (const QString& one : *found) {
            Reading filled = value(one, work, depth + 1);
            explained += filled.explained;
            values << filled.text;
        }
        if (explained <= best.explained)
            continue;
        const auto [between, places] = taken(shape.translated);
        best = {between.front(), explained};
        for (size_t i = 0; i < places.size(); ++i)
            best.text += values.value(places[i] - 1) + between[static_cast<qsizetype>(i) + 1];
    }
    return best;
}

SentenceShapes::Reading SentenceShapes::value(const QString& text, Work& work, int depth) const
{
    const QString key = QString::number(depth) + text;
    if (const auto it = work.values.constFind(key); it != work.values.constEnd())
        return *it;
    Reading read = newValue(text, work, depth);
    work.values.insert(key, read);
    return read;
}

SentenceShapes::Reading SentenceShapes::newValue(const QString& text, Work& work, int depth) const
{
    const QString bare = text.trimmed();
    if (bare.isEmpty() || depth > kDeepest)
        return {text, 0};
    const qsizetype at = text.indexOf(bare);
    const auto around = [&](const Reading& inner) {
        return Reading{text.left(at) + inner.text + text.mid(at + bare.size()), inner.explained};
    };
    if (Reading whole = sentences(bare, work, depth); whole.explained > 0)
        return around(whole);
    for (const QString& separator : {QStringLiteral("; "), QStringLiteral(", ")})
        if (bare.contains(separator)) {
            Reading all;
            for (const QString& one : bare.split(separator)) {
                const Reading part = value(one, work, depth + 1);
                all.text += (all.text.isEmpty() ? QString() : separator) + part.text;
                all.explained += part.explained;
            }
            return around(all);
        }
    if (bare.size() > 2 && bare.front() == u'\'' && bare.back() == u'\'') {
        const Reading inner = value(bare.mid(1, bare.size() - 2), work, depth + 1);
        return around({QChar(u'\'') + inner.text + QChar(u'\''), inner.explained});
    }
    if (const qsizetype open = bare.lastIndexOf(QStringLiteral(" (")); open > 0 && bare.endsWith(u')')) {
        const Reading head = value(bare.left(open), work, depth + 1);
        return around({head.text + bare.mid(open), head.explained});
    }
    if (const qsizetype colon = bare.lastIndexOf(QStringLiteral(": ")); colon > 0) {
        const Reading head = value(bare.left(colon), work, depth + 1),
                      tail = value(bare.mid(colon + 2), work, depth + 1);
        return around({head.text + QStringLiteral(": ") + tail.text, head.explained + tail.explained});
    }
    return {text, 0};
}

std::optional<QStringList> SentenceShapes::match(const Shape& shape, const QString& text)
{
    const QString& first = shape.between.front();
    const QString& last = shape.between.back();
    if (text.size() < first.size() + last.size() || !text.startsWith(first) || !text.endsWith(last))
        return std::nullopt;
    const qsizetype end = text.size() - last.size();
    qsizetype from = first.size();
    QStringList values;
    for (size_t i = 0; i < shape.place.size(); ++i) {
        qsizetype to = end;
        if (i + 1 < shape.place.size()) {
            const QString& next = shape.between[static_cast<qsizetype>(i) + 1];
            // Two places side by side: the first one gets nothing.
            to = next.isEmpty() ? from : text.indexOf(next, from);
            if (to < 0 || to + next.size() > end)
                return std::nullopt;
        }
        const QString value = text.mid(from, to - from);
        const int number = shape.place[i];
        while (values.size() < number)
            values << QString();
        if (!values[number - 1].isEmpty() && values[number - 1] != value)
            return std::nullopt; // the same value twice, or it is another sentence
        values[number - 1] = value;
        from = i + 1 < shape.place.size() ? to + shape.between[static_cast<qsizetype>(i) + 1].size() : to;
    }
    return values;
}

} // namespace pollux
