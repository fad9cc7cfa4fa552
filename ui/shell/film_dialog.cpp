#include "ui/shell/film_dialog.h"

#include "core/base/error.h"
#include "core/case/case_document.h"
#include "ui/forms/text.h"
#include "ui/panels/state_mark.h"
#include "ui/shell/target_edit.h"
#include "ui/viewer/patient_text.h"
#include "ui/viewer/viewer.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QSpinBox>
#include <QTimer>
#include <QVBoxLayout>

namespace pollux {

namespace {

template <class Control>
Control* named(Control* control, const char* name, const QString& accessible)
{
    control->setObjectName(QLatin1String(name));
    control->setAccessibleName(accessible);
    return control;
}

/// Kind of film and plane as one number of the list.
int choice(FilmOptions::What what, PlaneKind plane)
{
    return 10 * static_cast<int>(what) + static_cast<int>(plane);
}

} // namespace

FilmDialog::FilmDialog(const CaseDocument& document, const Viewer& viewer, QWidget* parent)
    : QDialog(parent), m_document(document), m_viewer(viewer),
      m_what(named(new QComboBox(this), "filmWhat", tr("What the film shows"))),
      m_seconds(named(new QSpinBox(this), "filmSeconds", tr("Duration in seconds"))),
      m_rate(named(new QComboBox(this), "filmRate", tr("Pictures a second"))),
      m_size(named(new QComboBox(this), "filmSize", tr("Size in pixels"))),
      m_legend(named(new QCheckBox(tr("Names of the structures"), this), "filmLegend", tr("Names of the structures"))),
      m_patient(named(new QCheckBox(tr("Name the patient in the film"), this), "filmPatient",
                      tr("Name the patient in the film"))),
      m_target(new TargetEdit(QStringLiteral("film"), tr("File of the film"), QStringLiteral("film"),
                              {tr("Film, Ogg Theora (*.ogv)"), tr("Numbered pictures, lossless (*.png)")}, this)),
      m_start(named(new QPushButton(tr("Make film"), this), "filmStart", tr("Make film"))),
      m_cancel(named(new QPushButton(tr("Cancel film"), this), "filmCancel", tr("Cancel film"))),
      m_progress(named(new QProgressBar(this), "filmProgress", tr("Progress of the film"))), m_told(new QLabel(this))
{
    setObjectName(QStringLiteral("filmDialog"));
    setWindowTitle(tr("Save film"));
    m_seconds->setRange(1, 600);
    m_seconds->setValue(8);
    m_seconds->setSuffix(tr(" s"));
    for (const int rate : {10, 15, 25, 30})
        m_rate->addItem(tr("%1 a second").arg(rate), rate);
    m_rate->setCurrentIndex(2);
    for (const QSize size : {QSize(640, 480), QSize(800, 800), QSize(1280, 720), QSize(1920, 1080)})
        m_size->addItem(QStringLiteral("%1 × %2").arg(size.width()).arg(size.height()), size);
    m_size->setCurrentIndex(2);
    m_legend->setChecked(true);
    m_start->setProperty("primary", true);
    m_start->setDefault(true);
    m_told->setObjectName(QStringLiteral("filmTold"));
    m_told->setTextFormat(Qt::PlainText);
    m_told->setWordWrap(true);
    m_progress->hide();

    auto* form = new QFormLayout;
    form->addRow(tr("Show"), m_what);
    form->addRow(tr("Duration"), m_seconds);
    form->addRow(tr("Pictures"), m_rate);
    form->addRow(tr("Size"), m_size);
    form->addRow(QString(), m_legend);
    form->addRow(QString(), m_patient);
    form->addRow(tr("File"), m_target);
    auto* buttons = new QHBoxLayout;
    buttons->addStretch(1);
    buttons->addWidget(m_cancel);
    buttons->addWidget(m_start);
    auto* column = new QVBoxLayout(this);
    column->setSpacing(8);
    column->addLayout(form);
    column->addWidget(m_progress);
    column->addWidget(m_told);
    column->addLayout(buttons);

    connect(m_start, &QPushButton::clicked, this, &FilmDialog::start);
    connect(m_cancel, &QPushButton::clicked, this, [this] { stop(tr("Cancelled: nothing was written."), "muted"); });
    connect(m_target, &TargetEdit::changed, this, &FilmDialog::renew);
    using What = FilmOptions::What;
    m_what->addItem(tr("3-D, once around the long axis"), choice(What::Turntable, PlaneKind::Axial));
    m_what->addItem(tr("Axial slices, from the feet up"), choice(What::Slices, PlaneKind::Axial));
    m_what->addItem(tr("Sagittal slices, from right to left"), choice(What::Slices, PlaneKind::Sagittal));
    m_what->addItem(tr("Coronal slices, from front to back"), choice(What::Slices, PlaneKind::Coronal));
    if (phasesOf(m_document.current(), m_viewer.volume()).size() >= 2) {
        m_what->addItem(tr("4-D series, in the axial plane"), choice(What::Phases, PlaneKind::Axial));
        m_what->addItem(tr("4-D series, in the sagittal plane"), choice(What::Phases, PlaneKind::Sagittal));
        m_what->addItem(tr("4-D series, in the coronal plane"), choice(What::Phases, PlaneKind::Coronal));
    }
    const auto map = m_document.current().fields.find(m_viewer.state().field);
    if (map != m_document.current().fields.end() && map->second->steps() >= 2)
        m_what->addItem(tr("3-D, through the times of the map"), choice(What::Times, PlaneKind::Axial));
    renew();
}

FilmDialog::~FilmDialog() = default;

void FilmDialog::renew()
{
    const bool running = m_film != nullptr, target = !m_target->isEmpty();
    const QString busy = tr("The film is being made: cancel it first.");
    const auto state = [](QWidget* control, bool on, const QString& can, const QString& cannot) {
        control->setEnabled(on);
        control->setToolTip(on ? can : cannot);
    };
    for (QWidget* control : std::initializer_list<QWidget*>{m_what, m_seconds, m_rate, m_size, m_legend})
        state(control, !running, {}, busy);
    m_target->setUsable(!running, busy);
    state(m_patient, !running, tr("Name, id and birth date in every picture: for those who treat the patient"), busy);
    state(m_start, !running && target, tr("The window stays free while the film is made"),
          running ? busy : tr("Name a file first."));
    state(m_cancel, running, tr("Stops and leaves no file"), tr("No film is being made."));
    m_progress->setVisible(running);
}

FilmOptions FilmDialog::options() const
{
    FilmOptions o;
    o.picture = m_viewer.pictureOptions();
    const int chosen = m_what->currentData().toInt();
    o.what = static_cast<FilmOptions::What>(chosen / 10);
    o.picture.plane = static_cast<PlaneKind>(chosen % 10);
    o.picture.size = m_size->currentData().toSize();
    o.picture.legend = m_legend->isChecked();
    if (m_patient->isChecked())
        o.picture.patientText = patientLine(m_document.current());
    o.seconds = m_seconds->value();
    o.framesPerSecond = m_rate->currentData().toInt();
    return o;
}

void FilmDialog::start()
{
    if (m_film)
        return;
    if (m_target->wouldReplace()) {
        stop(tr("A file of this name is there. Take another name, or press Choose to replace it."), "warning");
        return;
    }
    try {
        const FilmOptions o = options();
        m_writer = std::make_unique<MovieWriter>(m_target->path(), MovieWriter::Options{o.framesPerSecond, 2});
        m_film = std::make_unique<Film>(m_document.snapshot(), o);
    } catch (const Error& e) {
        stop(shown(e.message()) + QLatin1Char(' ') + shown(e.advice()), "stop");
        return;
    }
    m_told->clear();
    m_progress->setRange(0, m_film->frames());
    m_progress->setValue(0);
    renew();
    ++m_run;
    next();
}

void FilmDialog::next()
{
    QTimer::singleShot(0, this, [this, run = m_run] {
        if (!m_film || run != m_run)
            return;
        try {
            m_writer->add(m_film->frame(m_writer->frames()));
            m_progress->setValue(m_writer->frames());
            if (m_writer->frames() < m_film->frames()) {
                next();
                return;
            }
            m_writer->finish();
            stop(tr("Written: %1").arg(q(m_writer->result().string())), "ok");
        } catch (const Error& e) {
            stop(shown(e.message()) + QLatin1Char(' ') + shown(e.advice()), "stop");
        } catch (const std::bad_alloc&) {
            stop(tr("There is not enough memory. Choose a smaller size."), "stop");
        }
    });
}

void FilmDialog::stop(const QString& text, const char* role)
{
    m_film.reset();
    m_writer.reset();
    m_told->setText(text);
    m_told->setProperty("role", QLatin1String(role));
    restyle(m_told);
    renew();
}

void FilmDialog::reject()
{
    if (m_film)
        stop(tr("Cancelled: nothing was written."), "muted");
    QDialog::reject();
}

} // namespace pollux
