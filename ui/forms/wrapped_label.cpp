#include "ui/forms/wrapped_label.h"

namespace pollux {

WrappedLabel::WrappedLabel(const QString& text, QWidget* parent) : QLabel(text, parent)
{
    setWordWrap(true);
}

void WrappedLabel::resizeEvent(QResizeEvent* event)
{
    QLabel::resizeEvent(event);
    if (const int wanted = heightForWidth(width()); wanted >= 0 && wanted != minimumHeight())
        setMinimumHeight(wanted);
}

} // namespace pollux
