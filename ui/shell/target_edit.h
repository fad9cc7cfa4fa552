#pragma once

#include <QStringList>
#include <QWidget>

#include <filesystem>

class QLineEdit;
class QPushButton;

namespace pollux {

/// Where a picture or film goes: a name to type and a dialog to choose it. Suggests a name that is free and tells
/// nothing of the patient. Main thread.
class TargetEdit : public QWidget
{
    Q_OBJECT

public:
    /// `name`: of the object and the start of its parts' ("film": filmTarget, filmChoose); `stem` of the suggested
    /// file; `filters` as QFileDialog's, the first with the suggestion's ending.
    TargetEdit(const QString& name, const QString& accessible, const QString& stem, const QStringList& filters,
               QWidget* parent);

    bool isEmpty() const;
    std::filesystem::path path() const;
    /// True if a file of this name is there and the user has not said that it may be replaced.
    bool wouldReplace() const;
    /// `why`: told by both parts while they cannot be used.
    void setUsable(bool on, const QString& why);

Q_SIGNALS:
    void changed();

private:
    void choose();

    QString m_title;
    QString m_help;
    QStringList m_filters;
    QString m_mayReplace;
    QLineEdit* m_line;
    QPushButton* m_button;
};

} // namespace pollux
