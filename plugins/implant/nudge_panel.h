#pragma once

#include <QString>
#include <QWidget>

#include <vector>

class QComboBox;
class QPushButton;

namespace pollux::implant {

/// Buttons that move something by a step of 0.1, 0.5 or 1 mm or degree, two a row.
class NudgePad : public QWidget
{
    Q_OBJECT

public:
    struct Entry
    {
        const char* name; ///< object name
        QString text, help;
    };
    /// `stepName`: object name of the choice of the step.
    NudgePad(const std::vector<Entry>& entries, const char* stepName, QWidget* parent);

    double step() const; ///< mm or degrees
    /// Told behind the entry's help.
    void setKey(int entry, const QString& key);

Q_SIGNALS:
    void nudged(int entry, double step);

private:
    QComboBox* m_step;
    std::vector<QPushButton*> m_buttons;
    std::vector<QString> m_helps;
};

} // namespace pollux::implant
