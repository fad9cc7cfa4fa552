#pragma once

#include <QTest>

#include <cmath>

/// Fails with both numbers if they differ by more than `tolerance`.
#define NEAR(actual, expected, tolerance)                                                                              \
    do {                                                                                                               \
        const double nearActual = (actual), nearExpected = (expected);                                                 \
        QVERIFY2(std::abs(nearActual - nearExpected) <= (tolerance),                                                   \
                 qPrintable(QString("%1 is %2, not %3").arg(#actual).arg(nearActual, 0, 'g', 12).arg(nearExpected)));   \
    } while (false)
