#pragma once

#include "ui/panels/panel_registry.h"
#include "ui/panels/state_mark.h"

#include <QWidget>

namespace pollux {

class FindingsList;

/// Is the study fit? The first step of a task: what the input gate found of studies and images.
class StudyGate : public QWidget
{
    Q_OBJECT

public:
    explicit StudyGate(PanelContext& context, QWidget* parent = nullptr);

    void renew(const Case& c);

Q_SIGNALS:
    void stateChanged(pollux::Mark mark, QString words);

private:
    FindingsList* m_list;
};

} // namespace pollux
