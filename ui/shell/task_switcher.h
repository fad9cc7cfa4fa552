#pragma once

#include <QWidget>

class QButtonGroup;
class QGridLayout;
class QTabWidget;

namespace pollux {

/// The tasks as buttons in rows, in place of a tab bar that cuts off what does not fit: as many in a row, up to three,
/// as their words leave room for. Main thread.
class TaskSwitcher : public QWidget
{
    Q_OBJECT

public:
    /// Takes over `tabs`, which has all its pages, and hides its bar.
    explicit TaskSwitcher(QTabWidget* tabs, QWidget* parent = nullptr);

protected:
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override; ///< larger letters

private:
    void arrange();

    QButtonGroup* m_buttons;
    QGridLayout* m_grid;
    int m_columns = 0;
};

} // namespace pollux
