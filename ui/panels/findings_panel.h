#pragma once

#include "ui/panels/findings_list.h"

namespace pollux {

/// All findings of the open case (input gates, plans) and of the last run, worst first. Hides itself when there are
/// none.
class FindingsPanel : public QWidget
{
    Q_OBJECT

public:
    explicit FindingsPanel(PanelContext& context, QWidget* parent = nullptr);

    bool isEmpty() const { return m_list->count() == 0; }

Q_SIGNALS:
    void changed(int stops, int warnings, int notes);

private:
    void renew();

    PanelContext& m_context;
    FindingsList* m_list;
    QString m_lastSource;
    Findings m_last;
    std::shared_ptr<const Case> m_seen;
    bool m_answered = false; ///< the last change did nothing but acknowledge
};

/// Findings that stand in the case, with their owners.
std::vector<FindingEntry> findingsOf(const Case& c);

} // namespace pollux
