#include "ui/shell/target_edit.h"

#include "ui/forms/text.h"

#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QStandardPaths>

namespace pollux {

namespace {

/// "ogv" of "Film (*.ogv)".
QString endingOf(const QString& filter)
{
    const auto dot = filter.indexOf(QLatin1String("*."));
    return dot < 0 ? QString() : filter.mid(dot + 2).section(u')', 0, 0).section(u' ', 0, 0);
}

/// In the user's folder of pictures; neither the case's name nor its folder, which may tell who the patient is.
QString suggestion(const QString& stem, const QString& ending)
{
    QString folder = QStandardPaths::writableLocation(QStandardPaths::PicturesLocation);
    if (folder.isEmpty() || !QFileInfo(folder).isDir())
        folder = QStandardPaths::writableLocation(QStandardPaths::HomeLocation);
    const QString start = folder + QStringLiteral("/pollux-") + stem;
    QString file = start + QLatin1Char('.') + ending;
    for (int n = 2; QFileInfo::exists(file) && n < 1000; ++n)
        file = QStringLiteral("%1-%2.%3").arg(start).arg(n).arg(ending);
    return file;
}

} // namespace

TargetEdit::TargetEdit(const QString& name, const QString& accessible, const QString& stem, const QStringList& filters,
                       QWidget* parent)
    : QWidget(parent), m_title(accessible), m_help(tr("The file's name; its ending says the format")),
      m_filters(filters), m_line(new QLineEdit(this)), m_button(new QPushButton(tr("Choose…"), this))
{
    setObjectName(name);
    m_line->setObjectName(name + QStringLiteral("Target"));
    m_line->setAccessibleName(accessible);
    m_line->setText(suggestion(stem, endingOf(filters.first())));
    m_line->setMinimumWidth(240);
    m_button->setObjectName(name + QStringLiteral("Choose"));
    m_button->setAccessibleName(tr("Choose: %1").arg(accessible));
    m_button->setAutoDefault(false);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    row->addWidget(m_line, 1);
    row->addWidget(m_button);
    connect(m_button, &QPushButton::clicked, this, &TargetEdit::choose);
    connect(m_line, &QLineEdit::textChanged, this, &TargetEdit::changed);
    setUsable(true, {});
}

bool TargetEdit::isEmpty() const
{
    return m_line->text().trimmed().isEmpty();
}

std::filesystem::path TargetEdit::path() const
{
    return u8(m_line->text().trimmed());
}

bool TargetEdit::wouldReplace() const
{
    const QString file = m_line->text().trimmed();
    return file != m_mayReplace && QFileInfo(file).isFile();
}

void TargetEdit::setUsable(bool on, const QString& why)
{
    m_line->setEnabled(on);
    m_button->setEnabled(on);
    m_line->setToolTip(on ? m_help : why);
    m_button->setToolTip(on ? tr("Another folder or name") : why);
}

void TargetEdit::choose()
{
    auto* dialog = new QFileDialog(this, m_title);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilters(m_filters);
    dialog->setDefaultSuffix(endingOf(m_filters.first()));
    connect(dialog, &QFileDialog::filterSelected, dialog,
            [dialog](const QString& filter) { dialog->setDefaultSuffix(endingOf(filter)); });
    dialog->selectFile(m_line->text());
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString& file) {
        m_mayReplace = file; // the dialog has asked
        m_line->setText(file);
    });
    dialog->open();
}

} // namespace pollux
