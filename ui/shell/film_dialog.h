#pragma once

#include "ui/viewer/film.h"
#include "ui/viewer/movie_writer.h"

#include <QDialog>

class QCheckBox;
class QComboBox;
class QLabel;
class QProgressBar;
class QPushButton;
class QSpinBox;

namespace pollux {

class CaseDocument;
class TargetEdit;
class Viewer;

/// Films what the views show: the 3-D view once around, the slices of a plane, the phases of a 4-D series. Not modal:
/// one picture is drawn each time the window has nothing else to do. A cancel, an error or the dialog's end leaves no
/// file. The film is of the case as it was when it was started. Main thread.
class FilmDialog : public QDialog
{
    Q_OBJECT

public:
    /// Both outlive the dialog.
    FilmDialog(const CaseDocument& document, const Viewer& viewer, QWidget* parent);
    ~FilmDialog() override;

    void reject() override; ///< cancels a running film first

private:
    void renew();
    void start();
    void next();
    void stop(const QString& text, const char* role);
    FilmOptions options() const;

    const CaseDocument& m_document;
    const Viewer& m_viewer;
    QComboBox* m_what;
    QSpinBox* m_seconds;
    QComboBox* m_rate;
    QComboBox* m_size;
    QCheckBox* m_legend;
    QCheckBox* m_patient;
    TargetEdit* m_target;
    QPushButton* m_start;
    QPushButton* m_cancel;
    QProgressBar* m_progress;
    QLabel* m_told;
    std::unique_ptr<Film> m_film;
    std::unique_ptr<MovieWriter> m_writer;
    quint64 m_run = 0; ///< so that a tick of a cancelled film does nothing to the next
};

} // namespace pollux
