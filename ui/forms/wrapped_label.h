#pragma once

#include <QLabel>

namespace pollux {

/// A label that takes the height that its words need in the width it got: rows of a form would cut them otherwise.
class WrappedLabel : public QLabel
{
public:
    explicit WrappedLabel(const QString& text, QWidget* parent = nullptr);

protected:
    void resizeEvent(QResizeEvent* event) override;
};

} // namespace pollux
