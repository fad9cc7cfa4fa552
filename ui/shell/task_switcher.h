#pragma once

#include <QWidget>

class QButtonGroup;
class QTabWidget;

namespace pollux {

/// The tasks as buttons in rows, in place of a tab bar that cuts off what does not fit. Main thread.
class TaskSwitcher : public QWidget
{
    Q_OBJECT

public:
    /// Takes over `tabs`, which has all its pages, and hides its bar.
    explicit TaskSwitcher(QTabWidget* tabs, QWidget* parent = nullptr);

private:
    QButtonGroup* m_buttons;
};

} // namespace pollux
