#include "ui/forms/quantity_edit.h"

#include "core/base/text.h"
#include "ui/forms/text.h"

#include <QLineEdit>

#include <algorithm>
#include <cmath>

namespace pollux {

QuantityEdit::QuantityEdit(bool wholeNumbers, QWidget* parent) : QAbstractSpinBox(parent), m_whole(wholeNumbers)
{
    setAlignment(Qt::AlignRight);
    setCorrectionMode(QAbstractSpinBox::CorrectToPreviousValue);
    connect(lineEdit(), &QLineEdit::textChanged, this, &QuantityEdit::valueChanged);
}

void QuantityEdit::setRange(std::optional<double> min, std::optional<double> max)
{
    m_min = min;
    m_max = max;
}

void QuantityEdit::setValue(std::optional<double> value)
{
    if (!value)
        lineEdit()->clear();
    else if (m_whole)
        lineEdit()->setText(q(toText(static_cast<std::int64_t>(std::llround(*value)))));
    else
        lineEdit()->setText(q(toText(*value)));
}

std::optional<double> QuantityEdit::value() const
{
    const std::string text = u8(lineEdit()->text());
    if (m_whole) {
        const auto i = parseInt(text);
        return i ? std::optional(static_cast<double>(*i)) : std::nullopt;
    }
    const auto d = parseDouble(text);
    return d && std::isfinite(*d) ? d : std::nullopt;
}

bool QuantityEdit::isBlank() const
{
    return trimmed(u8(lineEdit()->text())).empty();
}

double QuantityEdit::step() const
{
    if (m_whole)
        return 1;
    // A hundredth of the range, rounded down to a power of ten: 0..200 mm steps by 1.
    const double range = m_min && m_max ? *m_max - *m_min : 100;
    return range > 0 ? std::pow(10.0, std::floor(std::log10(range / 100 * 1.0001))) : 1;
}

void QuantityEdit::stepBy(int steps)
{
    const double start = value().value_or(m_min.value_or(0));
    double next = start + steps * step();
    // 0.1 + 0.2 shall read 0.3.
    next = std::round(next * 1e9) / 1e9;
    setValue(std::clamp(next, m_min.value_or(-1e300), m_max.value_or(1e300)));
    Q_EMIT editingFinished();
}

QValidator::State QuantityEdit::validate(QString&, int&) const
{
    return QValidator::Acceptable;
}

QAbstractSpinBox::StepEnabled QuantityEdit::stepEnabled() const
{
    StepEnabled enabled = StepNone;
    const double v = value().value_or(m_min.value_or(0));
    if (!m_max || v < *m_max)
        enabled |= StepUpEnabled;
    if (!m_min || v > *m_min)
        enabled |= StepDownEnabled;
    return enabled;
}

} // namespace pollux
