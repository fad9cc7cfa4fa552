#pragma once

#include "tests/ui/viewer/baseline.h"

#include <functional>
#include <string>
#include <vector>

namespace pollux::baseline {

/// One layer of the views and its picture.
struct Row
{
    std::string name; ///< of the file, without ".png"
    Tolerance tolerance;
    std::function<QImage()> with;    ///< the layer
    std::function<QImage()> without; ///< the same where the layer does nothing
};

inline void addRows(const std::vector<Row>& rows)
{
    QTest::addColumn<int>("row");
    for (size_t i = 0; i < rows.size(); ++i)
        QTest::newRow(rows[i].name.c_str()) << static_cast<int>(i);
}

/// The picture is the one that is kept, and the tolerance would notice if the layer were gone.
inline void checkRow(const Row& row)
{
    const QImage with = row.with(), without = row.without();
    const QString why = complaint(with, QString::fromStdString(row.name), row.tolerance);
    QCOMPARE(without.size(), with.size());
    QVERIFY2(!difference(with, without, row.tolerance).within(row.tolerance),
             "the layer is not to be seen: this picture could not fail");
    QVERIFY2(why.isEmpty(), qPrintable(why));
}

inline constexpr int kSide = 200; ///< pixels of a picture

/// The middle of a picture, without the letters and texts at its edges.
inline QImage middle(const QImage& image)
{
    return image.copy((image.width() - kSide) / 2, (image.height() - kSide) / 2, kSide, kSide);
}

} // namespace pollux::baseline
