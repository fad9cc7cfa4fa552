#pragma once

#include "ui/panels/state_mark.h"

#include <QWidget>

#include <functional>
#include <vector>

class QVBoxLayout;

namespace pollux {

/// Short messages above the views, each with what can be done about it: the next step, work to recover, a report
/// written. Nothing modal. A message with a key replaces the one with the same key.
class NoticeBar : public QWidget
{
    Q_OBJECT

public:
    struct Action
    {
        QString objectName;
        QString text;
        std::function<void()> act; ///< the message goes away before it, unless it `stays`
        bool primary = false;
        bool stays = false; ///< it asks first: the one who asked removes the message
        QString help = {};  ///< tooltip
    };

    explicit NoticeBar(QWidget* parent = nullptr);
    void add(const QString& key, Mark mark, const QString& text, std::vector<Action> actions, bool closable = true,
             const QString& help = {});
    void remove(const QString& key);
    bool has(const QString& key) const;

private:
    QWidget* find(const QString& key) const;
    QVBoxLayout* m_column;
};

} // namespace pollux
