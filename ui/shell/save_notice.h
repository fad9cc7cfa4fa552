#pragma once

#include <QString>

#include <functional>

namespace pollux {

class NoticeBar;

/// A save that failed (read-only or full disk): what is wrong and what to do, with the way out beside it. The case
/// stays open as it is; the message goes with the next try.
void offerSaveElsewhere(NoticeBar& notices, const QString& error, std::function<void()> saveAs);

} // namespace pollux
