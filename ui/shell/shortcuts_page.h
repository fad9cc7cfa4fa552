#pragma once

#include <QWidget>

class QKeySequenceEdit;
class QLabel;
class QLineEdit;
class QPushButton;
class QTableWidget;

namespace pollux {

class Shortcuts;

/// Every command with its key and its default; a key is pressed into the field below the table. What is refused says
/// why, and by whom the key is taken. Main thread.
class ShortcutsPage : public QWidget
{
    Q_OBJECT

public:
    /// `shortcuts` outlives the page.
    ShortcutsPage(Shortcuts& shortcuts, QWidget* parent);

private:
    void fill();
    void filter();
    void renewChosen();
    int chosen() const; ///< index of the command; -1: none
    void take();
    void told(const QString& refused, const QString& done);

    Shortcuts& m_shortcuts;
    QLineEdit* m_words;
    QTableWidget* m_table;
    QKeySequenceEdit* m_keys;
    QLabel* m_told;
    QPushButton* m_none;
    QPushButton* m_reset;
    QPushButton* m_resetAll;
};

} // namespace pollux
