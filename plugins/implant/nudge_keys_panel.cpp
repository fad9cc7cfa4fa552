#include "plugins/implant/nudge_keys_panel.h"

#include <QCoreApplication>
#include <QKeyEvent>

#include <iterator>

namespace pollux::implant {

namespace {

struct Name
{
    int key;
    const char* text;
};
constexpr Name kKeys[] = {{Qt::Key_PageDown, QT_TRANSLATE_NOOP("NudgeKey", "Page down")},
                          {Qt::Key_PageUp, QT_TRANSLATE_NOOP("NudgeKey", "Page up")},
                          {Qt::Key_L, "L"},
                          {Qt::Key_R, "R"},
                          {Qt::Key_A, "A"},
                          {Qt::Key_P, "P"}}; // in the order of Towards

} // namespace

std::optional<NudgeKey> nudgeKey(const QKeyEvent& event)
{
    if (event.modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier))
        return {};
    for (size_t n = 0; n < std::size(kKeys); ++n)
        if (event.key() == kKeys[n].key)
            return NudgeKey{static_cast<NudgeKey::Towards>(n), bool(event.modifiers() & Qt::ShiftModifier)};
    return {};
}

QString keyName(const NudgeKey& key)
{
    const char* text = kKeys[key.towards].text;
    const QString name = key.towards == NudgeKey::In || key.towards == NudgeKey::Out
                             ? QCoreApplication::translate("NudgeKey", text)
                             : QString::fromLatin1(text);
    return key.turn ? QCoreApplication::translate("NudgeKey", "Shift+%1").arg(name) : name;
}

} // namespace pollux::implant
