#pragma once

#include "core/image/curved_reformation.h"

#include <QWidget>

class QComboBox;

namespace pollux {

class QuantityEdit;

/// How an image is laid along a curve: kind, width, slab and angle, each with its unit. Main thread.
class CurvedCutForm : public QWidget
{
    Q_OBJECT

public:
    explicit CurvedCutForm(QWidget* parent = nullptr);

    /// What is not a number is NaN: who uses it says what may be given. Step and smoothing are not asked for.
    CurvedOptions options() const;
    void setKind(CurvedKind kind);
    void turn(double degrees); ///< further; the angle stays within 180 degrees

Q_SIGNALS:
    void changed();

private:
    QComboBox* m_kind;
    QuantityEdit* m_width;
    QuantityEdit* m_slab;
    QComboBox* m_slabMode;
    QuantityEdit* m_angle;
};

} // namespace pollux
