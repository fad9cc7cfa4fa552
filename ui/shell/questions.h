#pragma once

#include <QString>

#include <functional>

class QWidget;

namespace pollux {

// The few questions that cannot wait. Each opens a window-modal dialog and returns at once; the answer comes by a call.

using PathAnswer = std::function<void(const QString& path)>;

void askStudyFolder(QWidget* parent, PathAnswer answer);
void askFileToOpen(QWidget* parent, PathAnswer answer);
/// A saved case only.
void askCaseFile(QWidget* parent, PathAnswer answer);
/// With ".pollux" added if the name has no ending.
void askFileToSave(QWidget* parent, const QString& suggestion, PathAnswer answer);
void askReportFolder(QWidget* parent, PathAnswer answer);
/// Save, throw away, or stay (neither is called).
void askUnsaved(QWidget* parent, const QString& name, std::function<void()> save, std::function<void()> discard);
/// Somebody else has changed the case file since it was opened: save under another name, replace it, or neither.
void askChangedElsewhere(QWidget* parent, const QString& fileName, std::function<void()> saveAs,
                         std::function<void()> replace);
/// Before work that a crash left behind is deleted for good. `what` says which.
void askDiscard(QWidget* parent, const QString& what, std::function<void()> discard);
void askAuthor(QWidget* parent, const QString& now, std::function<void(const QString&)> answer);
void showAbout(QWidget* parent);

} // namespace pollux
