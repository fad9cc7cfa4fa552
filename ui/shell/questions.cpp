#include "ui/shell/questions.h"

#include "core/base/resource.h"
#include "ui/forms/text.h"

#include <QFileDialog>
#include <QInputDialog>
#include <QMessageBox>
#include <QPushButton>

namespace pollux {

namespace {

QFileDialog* fileDialog(QWidget* parent, const QString& title, PathAnswer answer)
{
    auto* dialog = new QFileDialog(parent, title);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    QObject::connect(dialog, &QFileDialog::fileSelected, parent, [answer = std::move(answer)](const QString& file) {
        if (!file.isEmpty())
            answer(file);
    });
    return dialog;
}

} // namespace

void askStudyFolder(QWidget* parent, PathAnswer answer)
{
    QFileDialog* dialog = fileDialog(parent, QObject::tr("Open study folder"), std::move(answer));
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    dialog->open();
}

void askFileToOpen(QWidget* parent, PathAnswer answer)
{
    QFileDialog* dialog = fileDialog(parent, QObject::tr("Open case or image file"), std::move(answer));
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilters({QObject::tr("All Pollux reads (*)"), QObject::tr("Pollux cases (*.pollux)"),
                            QObject::tr("Zip (*.zip)"),
                            QObject::tr("Images (*.dcm DICOMDIR *.nii *.nii.gz *.nrrd *.nhdr *.mha *.mhd)")});
    dialog->open();
}

void askFileToSave(QWidget* parent, const QString& suggestion, PathAnswer answer)
{
    QFileDialog* dialog = fileDialog(parent, QObject::tr("Save case"), std::move(answer));
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QStringLiteral("pollux"));
    dialog->setNameFilter(QObject::tr("Pollux cases (*.pollux)"));
    dialog->selectFile(suggestion);
    dialog->open();
}

void askReportFolder(QWidget* parent, PathAnswer answer)
{
    QFileDialog* dialog = fileDialog(parent, QObject::tr("Folder for the report"), std::move(answer));
    dialog->setFileMode(QFileDialog::Directory);
    dialog->open();
}

void askUnsaved(QWidget* parent, const QString& name, std::function<void()> save, std::function<void()> discard)
{
    auto* box = new QMessageBox(QMessageBox::Question, QObject::tr("Unsaved changes"),
                                QObject::tr("\"%1\" has changes that are in no case file.").arg(name),
                                QMessageBox::NoButton, parent);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setInformativeText(QObject::tr("Save them first, or throw them away?"));
    QPushButton* yes = box->addButton(QObject::tr("Save…"), QMessageBox::AcceptRole);
    QPushButton* no = box->addButton(QObject::tr("Throw away"), QMessageBox::DestructiveRole);
    box->addButton(QObject::tr("Stay here"), QMessageBox::RejectRole);
    box->setDefaultButton(yes);
    QObject::connect(box, &QMessageBox::buttonClicked, parent, [yes, no, save, discard](QAbstractButton* clicked) {
        if (clicked == static_cast<QAbstractButton*>(yes))
            save();
        else if (clicked == static_cast<QAbstractButton*>(no))
            discard();
    });
    box->open();
}

void askAuthor(QWidget* parent, const QString& now, std::function<void(const QString&)> answer)
{
    auto* dialog = new QInputDialog(parent);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(QObject::tr("Your name"));
    dialog->setLabelText(QObject::tr("Name that is recorded with every step and confirmation:"));
    dialog->setTextValue(now);
    QObject::connect(dialog, &QInputDialog::textValueSelected, parent, std::move(answer));
    dialog->open();
}

void showAbout(QWidget* parent)
{
    auto* box = new QMessageBox(QMessageBox::NoIcon, QObject::tr("About Pollux"),
                                QObject::tr("<h3>Pollux %1</h3><p>Planning an intervention on a patient's digital twin."
                                            "</p><p><b>Research and teaching: not for clinical use.</b></p>")
                                    .arg(q(version())),
                                QMessageBox::Ok, parent);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setInformativeText(
        QObject::tr("Pollux claims no outcome and no accuracy of navigation. Every number says where it "
                    "came from; look at the structures before you rely on them.\n\nApache License 2.0."));
    box->open();
}

} // namespace pollux
