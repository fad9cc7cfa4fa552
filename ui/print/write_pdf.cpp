#include "core/base/error.h"
#include "ui/print/export_report.h"

#include <QAbstractTextDocumentLayout>
#include <QEventLoop>
#include <QGuiApplication>
#include <QPainter>
#include <QPdfWriter>
#include <QTextDocument>

namespace pollux {

namespace {

constexpr double kMarginMm = 15;
constexpr int kResolution = 150; // dots an inch: pictures of 800 px stay sharp at 16 cm

void drawFooter(QPainter& painter, const QSizeF& page, const QString& notice, int number, int count)
{
    painter.save();
    painter.setPen(QColor(0x8a, 0x1c, 0x1c));
    const QRectF line(0, page.height() - 40, page.width(), 40);
    painter.drawText(line, Qt::AlignLeft | Qt::AlignBottom, notice);
    painter.setPen(Qt::black);
    painter.drawText(line, Qt::AlignRight | Qt::AlignBottom, QString("Page %1 of %2").arg(number).arg(count));
    painter.restore();
}

} // namespace

void writePdf(const std::string& html, const std::string& notice, const std::filesystem::path& file)
{
    if (!qGuiApp)
        throw Error(ErrorCode::Internal, "A PDF needs a running QGuiApplication.");
    const QString sibling = QString::fromStdString(file.string() + ".part");
    // A long text is laid out in steps by a timer, for which a thread that Qt has not started needs a dispatcher; the
    // loop makes one. It is never entered: counting the pages lays out the rest.
    const QEventLoop dispatcher;
    {
        QPdfWriter writer(sibling);
        writer.setPageSize(QPageSize(QPageSize::A4));
        writer.setPageMargins(QMarginsF(kMarginMm, kMarginMm, kMarginMm, kMarginMm), QPageLayout::Millimeter);
        writer.setResolution(kResolution);
        writer.setTitle("Pollux planning report");
        writer.setCreator("Pollux");

        QTextDocument document;
        document.documentLayout()->setPaintDevice(&writer);
        document.setHtml(QString::fromStdString(html));
        const QSizeF page(writer.width(), writer.height());
        const QSizeF body(page.width(), page.height() - 60);
        document.setPageSize(body);

        QPainter painter;
        if (!painter.begin(&writer))
            throw Error(ErrorCode::Io, "The PDF could not be written.",
                        "Check that the folder is writable and the disk is not full.");
        const int count = document.pageCount();
        for (int n = 0; n < count; ++n) {
            if (n > 0)
                writer.newPage();
            painter.save();
            painter.translate(0, -n * body.height());
            painter.setClipRect(QRectF(0, n * body.height(), body.width(), body.height()));
            QAbstractTextDocumentLayout::PaintContext context;
            context.clip = QRectF(0, n * body.height(), body.width(), body.height());
            context.palette.setColor(QPalette::Text, Qt::black);
            document.documentLayout()->draw(&painter, context);
            painter.restore();
            drawFooter(painter, page, QString::fromStdString(notice), n + 1, count);
        }
        if (!painter.end())
            throw Error(ErrorCode::Io, "The PDF could not be written.", "Check that the disk is not full.");
    }
    std::error_code error;
    std::filesystem::rename(sibling.toStdString(), file, error);
    if (error)
        throw Error(ErrorCode::Io, "The PDF could not be put in place.", "Check that the folder is writable.");
}

} // namespace pollux
