#pragma once

#include "core/case/case.h"

#include <QWidget>

class QLabel;

namespace pollux {

/// Who the case is about: name, id, birth date, sex, study date; and, always, that this is not for clinical use.
class PatientBanner : public QWidget
{
    Q_OBJECT

public:
    explicit PatientBanner(QWidget* parent = nullptr);
    void show(const Case& c);
    /// For a room: who it is about is not told.
    void setPatientHidden(bool on);
    /// What the user chose in the preferences: off hides who it is about always.
    void setPatientNamed(bool on);
    using QWidget::show;

private:
    void renew();

    QLabel* m_patient;
    QString m_text;
    bool m_named = true;
    bool m_hidden = false;
};

} // namespace pollux
