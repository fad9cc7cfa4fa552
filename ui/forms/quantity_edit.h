#pragma once

#include <QAbstractSpinBox>

#include <optional>

namespace pollux {

/// A number field that reads and writes a decimal point whatever the locale says and never rounds what was given.
/// Out of range is allowed while typing: the form says so beside it instead of changing the number.
class QuantityEdit : public QAbstractSpinBox
{
    Q_OBJECT

public:
    explicit QuantityEdit(bool wholeNumbers, QWidget* parent = nullptr);

    void setRange(std::optional<double> min, std::optional<double> max);
    /// nullopt clears the field.
    void setValue(std::optional<double> value);
    /// nullopt if the text is not one finite number (or not whole where only whole ones fit).
    std::optional<double> value() const;
    bool isBlank() const;

    void stepBy(int steps) override;
    QValidator::State validate(QString& text, int& position) const override;

Q_SIGNALS:
    void valueChanged();

protected:
    StepEnabled stepEnabled() const override;

private:
    double step() const;

    bool m_whole;
    std::optional<double> m_min;
    std::optional<double> m_max;
};

} // namespace pollux
