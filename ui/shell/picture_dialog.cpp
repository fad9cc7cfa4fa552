#include "ui/shell/picture_dialog.h"

#include "core/case/case_document.h"
#include "ui/forms/text.h"
#include "ui/panels/state_mark.h"
#include "ui/shell/target_edit.h"
#include "ui/viewer/patient_text.h"
#include "ui/viewer/png.h"
#include "ui/viewer/viewer.h"
#include "ui/viewer/views_picture.h"

#include <QCheckBox>
#include <QFormLayout>
#include <QLabel>
#include <QPushButton>
#include <QSaveFile>
#include <QVBoxLayout>

namespace pollux {

PictureDialog::PictureDialog(const CaseDocument& document, Viewer& viewer, QWidget* parent)
    : QDialog(parent), m_document(document), m_viewer(viewer),
      m_legend(new QCheckBox(tr("Names of the structures"), this)),
      m_patient(new QCheckBox(tr("Name the patient in the picture"), this)),
      m_target(new TargetEdit(QStringLiteral("picture"), tr("File of the picture"), QStringLiteral("views"),
                              {tr("Picture (*.png)")}, this)),
      m_save(new QPushButton(tr("Save picture"), this)), m_told(new QLabel(this))
{
    setObjectName(QStringLiteral("pictureDialog"));
    setWindowTitle(tr("Save picture of the views"));
    m_legend->setObjectName(QStringLiteral("pictureLegend"));
    m_legend->setAccessibleName(m_legend->text());
    m_legend->setChecked(true);
    m_patient->setObjectName(QStringLiteral("picturePatient"));
    m_patient->setAccessibleName(m_patient->text());
    m_patient->setToolTip(tr("Name, id and birth date below the views: for those who treat the patient"));
    m_save->setObjectName(QStringLiteral("pictureSave"));
    m_save->setAccessibleName(m_save->text());
    m_save->setProperty("primary", true);
    m_save->setDefault(true);
    m_told->setObjectName(QStringLiteral("pictureTold"));
    m_told->setTextFormat(Qt::PlainText);
    m_told->setWordWrap(true);

    auto* form = new QFormLayout;
    form->addRow(QString(), m_legend);
    form->addRow(QString(), m_patient);
    form->addRow(tr("File"), m_target);
    auto* column = new QVBoxLayout(this);
    column->setSpacing(8);
    column->addLayout(form);
    column->addWidget(m_told);
    column->addWidget(m_save, 0, Qt::AlignRight);
    connect(m_save, &QPushButton::clicked, this, &PictureDialog::save);
    connect(m_target, &TargetEdit::changed, this, &PictureDialog::renew);
    renew();
}

void PictureDialog::renew()
{
    m_save->setEnabled(!m_target->isEmpty());
    m_save->setToolTip(m_target->isEmpty() ? tr("Name a file first.") : tr("Writes the views as they are now"));
}

void PictureDialog::save()
{
    if (m_target->wouldReplace()) {
        tell(tr("A file of this name is there. Take another name, or press Choose to replace it."), "warning");
        return;
    }
    const Case& c = m_document.current();
    const QImage image =
        viewsPicture(m_viewer, c, m_legend->isChecked(), m_patient->isChecked() ? patientLine(c) : QString());
    const QString name = q(m_target->path().string());
    QSaveFile file(name);
    if (!writePng(image, file) || !file.commit())
        tell(tr("The picture could not be written. Check that the folder is writable and the disk is not full."),
             "stop");
    else
        tell(tr("Written: %1").arg(name), "ok");
}

void PictureDialog::tell(const QString& text, const char* role)
{
    m_told->setText(text);
    m_told->setProperty("role", QLatin1String(role));
    restyle(m_told);
}

} // namespace pollux
