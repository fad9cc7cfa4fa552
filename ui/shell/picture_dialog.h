#pragma once

#include <QDialog>

class QCheckBox;
class QLabel;
class QPushButton;

namespace pollux {

class CaseDocument;
class TargetEdit;
class Viewer;

/// Saves what the views show as a PNG file; the patient is named in it only if the user ticks that. Not modal. Main
/// thread.
class PictureDialog : public QDialog
{
    Q_OBJECT

public:
    /// Both outlive the dialog.
    PictureDialog(const CaseDocument& document, Viewer& viewer, QWidget* parent);

private:
    void save();
    void tell(const QString& text, const char* role);
    void renew();

    const CaseDocument& m_document;
    Viewer& m_viewer;
    QCheckBox* m_legend;
    QCheckBox* m_patient;
    TargetEdit* m_target;
    QPushButton* m_save;
    QLabel* m_told;
};

} // namespace pollux
