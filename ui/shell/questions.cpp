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

QMessageBox* question(QWidget* parent, const QString& name, const QString& title, const QString& text,
                      const QString& more)
{
    auto* box = new QMessageBox(QMessageBox::Question, title, text, QMessageBox::NoButton, parent);
    box->setObjectName(name);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setTextFormat(Qt::PlainText); // names of files are not markup
    box->setInformativeText(more);
    return box;
}

QPushButton* answer(QMessageBox* box, const QString& name, const QString& text, QMessageBox::ButtonRole role,
                    std::function<void()> act)
{
    QPushButton* button = box->addButton(text, role);
    button->setObjectName(name);
    button->setAccessibleName(text);
    if (role == QMessageBox::RejectRole)
        box->setEscapeButton(button);
    // The receiver is the window: it outlives the box.
    QObject::connect(box, &QMessageBox::buttonClicked, box->parentWidget(),
                     [button, act = std::move(act)](QAbstractButton* clicked) {
                         if (act && clicked == static_cast<QAbstractButton*>(button))
                             act();
                     });
    return button;
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

void askCaseFile(QWidget* parent, PathAnswer answer)
{
    QFileDialog* dialog = fileDialog(parent, QObject::tr("Choose a case to compare with"), std::move(answer));
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilter(QObject::tr("Pollux cases (*.pollux)"));
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
    QMessageBox* box = question(parent, QStringLiteral("unsaved"), QObject::tr("Unsaved changes"),
                                QObject::tr("\"%1\" has changes that are in no case file.").arg(name),
                                QObject::tr("Save them first, or throw them away?"));
    QPushButton* yes = answer(box, QStringLiteral("save"), QObject::tr("Save…"), QMessageBox::AcceptRole, save);
    answer(box, QStringLiteral("throwAway"), QObject::tr("Throw away"), QMessageBox::DestructiveRole, discard);
    answer(box, QStringLiteral("stay"), QObject::tr("Stay here"), QMessageBox::RejectRole, {});
    box->setDefaultButton(yes);
    box->open();
}

void askChangedElsewhere(QWidget* parent, const QString& fileName, std::function<void()> saveAs,
                         std::function<void()> replace)
{
    QMessageBox* box =
        question(parent, QStringLiteral("changedElsewhere"), QObject::tr("Not saved yet"),
                 QObject::tr("\"%1\" has been changed by another window or program since you opened it.").arg(fileName),
                 QObject::tr("Save as… writes your case to another file and keeps both.\n"
                             "Replace writes yours over the other one, which is kept beside it as \"%1~\".\n"
                             "Cancel writes nothing; your case stays open.")
                     .arg(fileName));
    box->setIcon(QMessageBox::Warning);
    QPushButton* other =
        answer(box, QStringLiteral("saveAs"), QObject::tr("Save as…"), QMessageBox::AcceptRole, saveAs);
    answer(box, QStringLiteral("replace"), QObject::tr("Replace"), QMessageBox::DestructiveRole, replace);
    answer(box, QStringLiteral("cancel"), QObject::tr("Cancel"), QMessageBox::RejectRole, {});
    box->setDefaultButton(other);
    box->open();
}

void askDiscard(QWidget* parent, const QString& what, std::function<void()> discard)
{
    QMessageBox* box = question(parent, QStringLiteral("discardRecovery"), QObject::tr("Discard unsaved work"), what,
                                QObject::tr("Discarded steps cannot be brought back."));
    box->setIcon(QMessageBox::Warning);
    answer(box, QStringLiteral("reallyDiscard"), QObject::tr("Discard"), QMessageBox::DestructiveRole, discard);
    QPushButton* keep = answer(box, QStringLiteral("keep"), QObject::tr("Keep"), QMessageBox::RejectRole, {});
    box->setDefaultButton(keep);
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
