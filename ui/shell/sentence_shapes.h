#pragma once

#include <QHash>
#include <QString>
#include <QStringList>

#include <functional>
#include <optional>
#include <vector>

namespace pollux {

/// Sentences with places to fill in ("'%1' is not a plan.") and what they are in another language. Core joins its
/// findings and errors in English (core/base/sentence.h); here one is recognised by its shape and said again with the
/// same values. Of several readings of a text the one that explains the most of its letters is taken. const on any
/// thread.
class SentenceShapes
{
public:
    /// Translation of a text without places, or nullopt.
    using Words = std::function<std::optional<QString>(const QString&)>;

    /// A text without places is ignored: it is one of the words.
    void add(const QString& english, const QString& translated);

    /// One sentence or several; nullopt if nothing in it is known. What is filled in is translated where it is known:
    /// as a whole, in a list ("liver, Rib 3"), in quotes, before brackets or a colon. The rest stays as it is.
    std::optional<QString> translate(const QString& text, const Words& words) const;

private:
    struct Shape
    {
        QStringList between;    ///< literal pieces: before the first place, between places, after the last
        std::vector<int> place; ///< number of each place
        QString translated;
        qsizetype letters = 0; ///< of the literal pieces
    };
    /// What a text was read as, and how many of its letters that explains.
    struct Reading
    {
        QString text;
        qsizetype explained = 0;
    };

    /// One call: values are read again and again within longer and shorter sentences.
    struct Work
    {
        const Words& words;
        QHash<QString, Reading> values;
    };

    Reading sentences(const QString& text, Work& work, int depth) const;
    Reading sentence(const QString& text, Work& work, int depth) const;
    Reading value(const QString& text, Work& work, int depth) const;
    Reading newValue(const QString& text, Work& work, int depth) const;
    static std::optional<QStringList> match(const Shape& shape, const QString& text);

    std::vector<Shape> m_shapes;
};

} // namespace pollux
