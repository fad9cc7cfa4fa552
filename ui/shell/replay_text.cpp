#include "ui/shell/replay_text.h"

#include "ui/forms/text.h"

#include <QDateTime>
#include <QObject>
#include <QStringList>

#include <cmath>

namespace pollux {

namespace {

QString timeText(const std::string& when)
{
    const QDateTime time = QDateTime::fromString(q(when), Qt::ISODate);
    return time.isValid() ? time.toLocalTime().toString(QStringLiteral("yyyy-MM-dd HH:mm:ss")) : q(when);
}

QString gapText(double seconds)
{
    const auto whole = [](double value) { return QString::number(std::llround(value)); };
    if (seconds < 60)
        return QObject::tr("%1 s after the step before").arg(whole(seconds));
    if (seconds < 3600)
        return QObject::tr("%1 min after the step before").arg(whole(seconds / 60));
    if (seconds < 86400)
        return QObject::tr("%1 h after the step before").arg(whole(seconds / 3600));
    return QObject::tr("%1 d after the step before").arg(whole(seconds / 86400));
}

QString nameIn(const Case& c, const Id& id)
{
    const std::string name = c.nameOf(id);
    return q(name.empty() ? id.text() : name);
}

QString names(const Case& c, const std::vector<Id>& ids)
{
    QStringList all;
    for (const Id& id : ids)
        all << nameIn(c, id);
    return all.join(QStringLiteral(", "));
}

} // namespace

QString stepName(const HistoryStep& step, const Registry& registry)
{
    if (!step.ofLineage)
        return shown(step.text);
    const Operation* operation = registry.find(step.operation);
    return operation ? shown(operation->info().name) : q(step.operation);
}

QString stepDetail(const HistoryStep& step, const Case& state)
{
    QStringList first{step.author.empty() ? QObject::tr("by somebody unnamed")
                                          : QObject::tr("by %1").arg(q(step.author)),
                      timeText(step.when)};
    if (step.gapSeconds)
        first << gapText(*step.gapSeconds);
    QStringList lines{first.join(QStringLiteral(", "))};
    const auto add = [&](Change::What what, const QString& words) {
        std::vector<Id> ids;
        for (const Change& change : step.changed)
            if (change.what == what)
                ids.push_back(change.id);
        if (!ids.empty())
            lines << words.arg(names(state, ids));
    };
    add(Change::What::Added, QObject::tr("added: %1"));
    add(Change::What::Changed, QObject::tr("changed: %1"));
    add(Change::What::Removed, QObject::tr("removed: %1"));
    return lines.join(QChar(u'\n'));
}

QString stateDoubt(const HistoryState& state, const HistoryStep* step)
{
    QStringList lines;
    if (!state.exact)
        lines << QObject::tr("This state was not kept: it is put together from what the case still holds.");
    if (!state.later.empty())
        lines << QObject::tr("Shown as it became later: %1.").arg(names(*state.shown, state.later));
    if (!state.gone.empty())
        lines << QObject::tr("No longer kept, so not shown: %1.").arg(names(*state.shown, state.gone));
    if (step && step->ofLineage)
        lines << QObject::tr(
            "No journal tells of this step, only where the objects came from: what was undone, removed "
            "or made again in between is not here.");
    return lines.join(QChar(u'\n'));
}

} // namespace pollux
