#pragma once

#include "core/case/finding.h"

#include <QString>

namespace pollux {

class DeviceShelf;
class DeviceTable;

/// Where the user's own devices are kept: $POLLUX_DEVICES, else ~/.local/share/pollux/devices.json.
QString ownDevicesFile();

/// Those built in and the user's own, put on the shelf. A file that cannot be used is left as it is and told in a
/// finding; then only those built in are there. Never throws.
Findings loadDevices(DeviceShelf& shelf, const QString& file);

/// Writes the user's own devices, whole or not at all. Throws Error (Io) with what to do.
void saveDevices(const DeviceTable& table, const QString& file);

} // namespace pollux
