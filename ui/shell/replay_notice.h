#pragma once

class QMainWindow;

namespace pollux {

class NoticeBar;
class Workspace;

/// Says above the views, for as long as it lasts, that they show a replay, and how to leave it.
void tellOfReplay(NoticeBar& notices, Workspace& workspace);

/// Brings the replay's panel into sight, ready for its keys.
void showReplay(QMainWindow& window);

} // namespace pollux
