#include "ui/shell/patient_banner.h"

#include "ui/forms/text.h"
#include "ui/viewer/patient_text.h"

#include <QHBoxLayout>
#include <QLabel>

namespace pollux {

PatientBanner::PatientBanner(QWidget* parent) : QWidget(parent), m_patient(new QLabel(this))
{
    auto* line = new QHBoxLayout(this);
    line->setContentsMargins(8, 4, 8, 4);
    line->setSpacing(16);
    m_patient->setObjectName(QStringLiteral("patient"));
    m_patient->setTextFormat(Qt::RichText);
    m_patient->setAccessibleName(tr("Patient"));
    m_patient->setMinimumWidth(80); // a long name shall not widen the window
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    auto* notice = new QLabel(tr("⚠ Research and teaching: not for clinical use"), this);
    notice->setObjectName(QStringLiteral("notice"));
    notice->setProperty("role", QStringLiteral("warning"));
    line->addWidget(m_patient, 1);
    line->addWidget(notice);
    show(Case{});
}

void PatientBanner::show(const Case& c)
{
    if (c.studies.empty()) {
        m_text = tr("No patient");
        renew();
        return;
    }
    const Study& s = *c.studies.begin()->second;
    QStringList parts;
    const auto add = [&](const QString& label, const QString& value) {
        if (!value.isEmpty())
            parts << (label.isEmpty() ? value.toHtmlEscaped()
                                      : QStringLiteral("%1&nbsp;%2").arg(label, value.toHtmlEscaped()));
    };
    const QString name = shownName(s.patientName);
    parts << QStringLiteral("<b>%1</b>").arg(name.isEmpty() ? tr("(no name)") : name.toHtmlEscaped());
    add(tr("ID"), q(s.patientId));
    add(tr("born"), shownDate(s.birthDate));
    add(tr("sex"), q(s.sex));
    add(tr("study of"), shownDate(s.studyDate));
    m_text = parts.join(QStringLiteral(" &nbsp;·&nbsp; "));
    renew();
}

void PatientBanner::setPatientHidden(bool on)
{
    m_hidden = on;
    renew();
}

void PatientBanner::setPatientNamed(bool on)
{
    m_named = on;
    renew();
}

void PatientBanner::renew()
{
    m_patient->setText(m_hidden   ? tr("Presentation: the patient is not named")
                       : !m_named ? tr("The patient is not named (Preferences, Privacy)")
                                  : m_text);
}

} // namespace pollux
