// A report is written on a thread that Qt has not started: whole, and without a warning.

#include "ui/print/export_report.h"

#include <QFile>
#include <QMutex>
#include <QStringList>
#include <QTemporaryDir>
#include <QTest>

#include <thread>

using namespace pollux;

namespace {

QMutex guard;
QStringList warned;

void keep(QtMsgType type, const QMessageLogContext&, const QString& text)
{
    const QMutexLocker lock(&guard);
    if (type == QtWarningMsg || type == QtCriticalMsg)
        warned << text;
}

/// Of many pages, so that it is laid out in more than one step.
std::string longText()
{
    std::string html = "<html><body>";
    for (int n = 0; n < 2000; ++n)
        html += "<p>Paragraph " + std::to_string(n) + ", which says nothing, over a line or two of the page.</p>";
    return html + "</body></html>";
}

} // namespace

class TestWritePdf : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void onAThreadOfItsOwn()
    {
        QTemporaryDir folder;
        const std::string file = folder.filePath("report.pdf").toStdString();
        const auto before = qInstallMessageHandler(keep);
        std::thread([&] { writePdf(longText(), "Not for clinical use", file); }).join();
        qInstallMessageHandler(before);
        QCOMPARE(warned.join(u'\n'), QString());
        QFile written(QString::fromStdString(file));
        QVERIFY(written.open(QIODevice::ReadOnly));
        const QByteArray all = written.readAll();
        QVERIFY(all.startsWith("%PDF"));
        QVERIFY2(all.count("/Type /Page\n") > 40, qPrintable(QString::number(all.count("/Type /Page\n"))));
    }
};

QTEST_MAIN(TestWritePdf)
#include "tst_write_pdf.moc"
