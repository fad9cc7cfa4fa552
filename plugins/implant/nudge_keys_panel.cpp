#include "plugins/implant/nudge_keys_panel.h"

#include <QCoreApplication>
#include <QKeyEvent>
#include <QStringList>

#include <array>

namespace pollux::implant {

namespace {

struct Row
{
    int key;
    QString name, does;
};

/// In the order of Towards: what is pressed and what is told of it.
std::array<Row, 8> table()
{
    const auto tr = [](const char* text) { return QCoreApplication::translate("NudgeKey", text); };
    return {{{Qt::Key_PageDown, tr("Page down"), tr("deeper")},
             {Qt::Key_PageUp, tr("Page up"), tr("less deep")},
             {Qt::Key_L, QStringLiteral("L"), tr("left")},
             {Qt::Key_R, QStringLiteral("R"), tr("right")},
             {Qt::Key_A, QStringLiteral("A"), tr("front")},
             {Qt::Key_P, QStringLiteral("P"), tr("back")},
             {Qt::Key_S, QStringLiteral("S"), tr("head")},
             {Qt::Key_I, QStringLiteral("I"), tr("feet")}}};
}

size_t count(NudgeKeys which)
{
    return which == NudgeKeys::All ? NudgeKey::Down + 1 : NudgeKey::Up;
}

} // namespace

std::optional<NudgeKey> nudgeKey(const QKeyEvent& event, NudgeKeys which)
{
    if (event.modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier))
        return {};
    const auto rows = table();
    for (size_t n = 0; n < count(which); ++n)
        if (event.key() == rows[n].key)
            return NudgeKey{static_cast<NudgeKey::Towards>(n), bool(event.modifiers() & Qt::ShiftModifier)};
    return {};
}

QString keyName(const NudgeKey& key)
{
    const QString name = table()[key.towards].name;
    return key.turn ? QCoreApplication::translate("NudgeKey", "Shift+%1").arg(name) : name;
}

QString nudgeKeysTold(NudgeKeys which)
{
    const auto rows = table();
    QStringList all;
    for (size_t n = 0; n < count(which); ++n)
        all << QStringLiteral("%1 (%2)").arg(rows[n].name, rows[n].does);
    return QCoreApplication::translate("NudgeKey", "Keys, after a click here: %1. With Shift it is tilted or turned.")
        .arg(all.join(QStringLiteral(", ")));
}

} // namespace pollux::implant
