#pragma once

#include <QFrame>
#include <QString>

#include <functional>
#include <vector>

class QLineEdit;
class QListWidget;

namespace pollux {

/// Finds anything by typing: commands of the menus, operations, structures, tabs. Words in any order; Enter does the
/// first or the chosen one, Escape closes. What cannot be done now is shown with its reason. Main thread.
class CommandPalette : public QFrame
{
    Q_OBJECT

public:
    struct Entry
    {
        QString text;
        QString kind;   ///< "Command", "Operation", "Structure", ...
        QString detail; ///< shortcut or what it is for
        QString whyNot; ///< empty if it can be done
        std::function<void()> go;
    };

    explicit CommandPalette(QWidget* parent);

    /// Over the upper middle of the parent, with an empty field.
    void open(std::vector<Entry> entries);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void filter(const QString& words);
    void take();

    std::vector<Entry> m_entries;
    QLineEdit* m_words;
    QListWidget* m_list;
};

} // namespace pollux
