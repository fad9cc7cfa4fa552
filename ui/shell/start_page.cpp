#include "ui/shell/start_page.h"

#include "ui/shell/thumbnails.h"

#include <QDateTime>
#include <QDir>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QPixmap>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

namespace pollux {

namespace {

constexpr int kNameWidth = 220, kFolderWidth = 120; ///< px

QPushButton* addButton(QVBoxLayout* column, const QString& name, const QString& text, const QString& tip, bool primary)
{
    auto* button = new QPushButton(text);
    button->setObjectName(name);
    button->setAccessibleName(text);
    button->setToolTip(tip);
    button->setProperty("primary", primary);
    button->setMinimumHeight(36);
    column->addWidget(button);
    return button;
}

QPushButton* recentButton(const QString& file, const QString& thumbnailFolder, QWidget* parent)
{
    const QFileInfo info(file);
    auto* button = new QPushButton(parent);
    const QFontMetrics metrics(button->font());
    // A long name shall not widen the window; the whole of it is in the tooltip.
    const auto shortened = [&metrics](const QString& text, int width) {
        return metrics.elidedText(text, Qt::ElideMiddle, width).replace(u'&', QStringLiteral("&&"));
    };
    button->setText(StartPage::tr("%1\nin %2, %3")
                        .arg(shortened(info.completeBaseName(), kNameWidth),
                             shortened(info.dir().dirName(), kFolderWidth),
                             info.lastModified().toString(QStringLiteral("yyyy-MM-dd HH:mm"))));
    button->setAccessibleName(StartPage::tr("Open recent case %1").arg(info.completeBaseName()));
    button->setToolTip(file);
    button->setStyleSheet(QStringLiteral("text-align: left;"));
    button->setMinimumHeight(44); // two lines
    if (thumbnailFolder.isEmpty())
        return button;
    if (const QPixmap picture(thumbnailFile(thumbnailFolder, file)); !picture.isNull()) {
        button->setIcon(QIcon(picture));
        button->setIconSize(kThumbnailSize / 2);
        button->setMinimumHeight(kThumbnailSize.height() / 2 + 8);
    }
    return button;
}

} // namespace

StartPage::StartPage(QWidget* parent) : QWidget(parent), m_recent(new QVBoxLayout), m_recentBox(new QWidget(this))
{
    auto* column = new QVBoxLayout;
    column->setSpacing(8);
    auto* title = new QLabel(tr("Open a patient's study"), this);
    title->setProperty("role", QStringLiteral("title"));
    auto* text =
        new QLabel(tr("Drop a folder, a zip or an image file anywhere on this window, or choose one here. Pollux "
                      "reads DICOM (CT, MR, SEG, RTSTRUCT), NIfTI, NRRD and MetaImage, and its own .pollux cases."),
                   this);
    text->setWordWrap(true);
    column->addWidget(title);
    column->addWidget(text);
    column->addSpacing(8);
    auto* folder = addButton(column, QStringLiteral("openFolder"), tr("Open study folder…"),
                             tr("A folder with DICOM files, also with others among them"), true);
    auto* file = addButton(column, QStringLiteral("openFile"), tr("Open zip, image file or case…"),
                           tr("A zip of DICOM files, DICOMDIR, NIfTI, NRRD, MetaImage or a .pollux case"), false);
    column->addSpacing(16);
    auto* or_ = new QLabel(
        tr("No study at hand? The demo patient is a digital torso with a liver, vessels and lesions."), this);
    or_->setWordWrap(true);
    or_->setProperty("role", QStringLiteral("muted"));
    column->addWidget(or_);
    m_demo = addButton(column, QStringLiteral("openDemo"), tr("Demo patient"),
                       tr("Makes a study of a digital torso and opens it as if it came from a scanner"), false);
    auto* recentColumn = new QVBoxLayout(m_recentBox);
    recentColumn->setContentsMargins(0, 16, 0, 0);
    auto* recentTitle = new QLabel(tr("Recent cases"), m_recentBox);
    recentTitle->setProperty("role", QStringLiteral("muted"));
    auto* clear = new QPushButton(tr("Clear list"), m_recentBox);
    clear->setObjectName(QStringLiteral("clearRecent"));
    clear->setAccessibleName(tr("Clear list of recent cases"));
    clear->setToolTip(tr("Forgets the recent cases and removes their pictures; the cases stay"));
    auto* head = new QHBoxLayout;
    head->addWidget(recentTitle, 1);
    head->addWidget(clear);
    recentColumn->addLayout(head);
    auto* list = new QWidget;
    list->setLayout(m_recent);
    m_recent->setContentsMargins(0, 0, 0, 0);
    auto* scroll = new QScrollArea(m_recentBox); // there may be more than a small window holds
    scroll->setObjectName(QStringLiteral("recentScroll"));
    scroll->setAccessibleName(recentTitle->text());
    scroll->setWidget(list);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Preferred);
    recentColumn->addWidget(scroll);
    m_recentBox->hide();
    column->addWidget(m_recentBox);

    auto* box = new QWidget(this);
    box->setLayout(column);
    box->setMinimumWidth(300); // the views, whose place it takes, need no more
    box->setMaximumWidth(520);
    // Stretches, not an alignment: an aligned item is not asked for the height that its wrapped text needs.
    auto* middle = new QHBoxLayout;
    middle->addStretch(1);
    middle->addWidget(box, 1000); // as wide as it may
    middle->addStretch(1);
    auto* whole = new QVBoxLayout(this);
    whole->addStretch(2);
    whole->addLayout(middle);
    whole->addStretch(3);
    connect(folder, &QPushButton::clicked, this, &StartPage::openFolder);
    connect(file, &QPushButton::clicked, this, &StartPage::openFile);
    connect(m_demo, &QPushButton::clicked, this, &StartPage::openDemo);
    connect(clear, &QPushButton::clicked, this, &StartPage::clearRecent);
}

void StartPage::setDemoAvailable(bool on)
{
    m_demo->setEnabled(on);
    if (!on)
        m_demo->setToolTip(tr("This build has no demo patient."));
}

void StartPage::setRecent(const QStringList& files, const QString& thumbnailFolder)
{
    while (QLayoutItem* item = m_recent->takeAt(0)) {
        if (QWidget* old = item->widget()) {
            old->setObjectName({}); // gone for whoever looks for it, though it is deleted later
            old->hide();
            old->deleteLater();
        }
        delete item;
    }
    int n = 0;
    for (const QString& file : files) {
        QPushButton* button = recentButton(file, thumbnailFolder, m_recent->parentWidget());
        button->setObjectName(QStringLiteral("recentCase%1").arg(n++));
        connect(button, &QPushButton::clicked, this, [this, file] { Q_EMIT openRecent(file); });
        m_recent->addWidget(button);
    }
    m_recent->addStretch(1);
    m_recentBox->setVisible(!files.isEmpty());
}

} // namespace pollux
