#include "ui/extension/site_devices.h"

#include "core/base/error.h"
#include "core/case/device.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>
#include <QStandardPaths>

namespace pollux {

namespace {

constexpr qint64 kLargest = 4 << 20;

} // namespace

QString ownDevicesFile()
{
    const QString given = qEnvironmentVariable("POLLUX_DEVICES");
    return given.isEmpty()
               ? QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + "/pollux/devices.json"
               : given;
}

Findings loadDevices(DeviceShelf& shelf, const QString& file)
{
    DeviceTable table = DeviceTable::builtIn();
    Findings findings;
    const auto refuse = [&](const std::string& text, const std::string& advice) {
        findings.push_back({Severity::Warning, "devices", text, advice, {}, {}, {}});
    };
    QFile own(file);
    if (own.exists()) {
        if (!own.open(QIODevice::ReadOnly) || own.size() > kLargest)
            refuse("The table of your own devices cannot be read.", "Check the file: 'pollux list devices' names it.");
        else
            try {
                const QByteArray text = own.readAll();
                table.addJson({text.constData(), size_t(text.size())}, QFileInfo(file).fileName().toStdString(), true);
            } catch (const Error& e) {
                refuse(e.message(), e.advice());
            }
    }
    shelf.setTable(std::move(table));
    return findings;
}

void saveDevices(const DeviceTable& table, const QString& file)
{
    const Error failed(ErrorCode::Io, "The table of your own devices cannot be written.",
                       "Check the folder's permissions and the space on the disk.");
    if (!QDir().mkpath(QFileInfo(file).absolutePath()))
        throw failed;
    QSaveFile out(file);
    const std::string text = table.ownAsJson();
    if (!out.open(QIODevice::WriteOnly) || out.write(text.data(), qint64(text.size())) != qint64(text.size()) ||
        !out.commit())
        throw failed;
}

} // namespace pollux
