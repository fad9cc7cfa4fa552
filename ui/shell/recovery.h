#pragma once

#include "core/storage/session.h"

#include <QString>

#include <functional>

namespace pollux {

class NoticeBar;
class Workspace;

/// What a crash left behind, in words: how many steps, the last one and when it was made, of which case file. Names no
/// patient.
QString recoveryText(const Orphan& orphan);

/// Offers all of it, one message each: recover, discard (asks once), later. `leaving` runs what it is given once the
/// open case may go.
void offerRecovery(NoticeBar& notices, Workspace& workspace,
                   const std::function<void(std::function<void()> go)>& leaving);

} // namespace pollux
