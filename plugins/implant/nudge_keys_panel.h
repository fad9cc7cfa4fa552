#pragma once

#include <QString>

#include <optional>

class QKeyEvent;

namespace pollux::implant {

/// A key that moves what is planned by a step: Page down and Page up along its axis, L, R, A and P towards the
/// patient's left, right, front and back; with Shift it is tilted or turned instead.
struct NudgeKey
{
    enum Towards { In, Out, Left, Right, Front, Back } towards = In;
    bool turn = false;
};

/// nullopt: any other key, or one with Ctrl, Alt or Meta.
std::optional<NudgeKey> nudgeKey(const QKeyEvent& event);
/// "Page down", "Shift+L": to be told.
QString keyName(const NudgeKey& key);

} // namespace pollux::implant
