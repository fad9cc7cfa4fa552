#pragma once

#include <QString>

#include <optional>

class QKeyEvent;

namespace pollux::implant {

/// A key that moves what is planned by a step: Page down and Page up along its axis, L, R, A, P, S and I towards the
/// patient's left, right, front, back, head and feet; with Shift it is tilted or turned instead.
struct NudgeKey
{
    enum Towards { In, Out, Left, Right, Front, Back, Up, Down } towards = In;
    bool turn = false;

    bool operator==(const NudgeKey&) const = default;
};

/// Which of them a page takes: what lies across the body, as a dental implant or a cut, has no way up and down but its
/// own axis.
enum class NudgeKeys { WithoutUpAndDown, All };

/// nullopt: any other key, or one with Ctrl, Alt or Meta.
std::optional<NudgeKey> nudgeKey(const QKeyEvent& event, NudgeKeys which = NudgeKeys::WithoutUpAndDown);
/// "Page down", "Shift+L": to be told.
QString keyName(const NudgeKey& key);
/// "Keys: Page down (deeper), ... L (left), ...": what the page says of those that it takes.
QString nudgeKeysTold(NudgeKeys which = NudgeKeys::WithoutUpAndDown);

} // namespace pollux::implant
