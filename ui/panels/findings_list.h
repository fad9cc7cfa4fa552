#pragma once

#include "ui/panels/panel_registry.h"

#include <QWidget>

class QVBoxLayout;

namespace pollux {

/// A finding, whose it is, and where it came from.
struct FindingEntry
{
    Finding finding;
    QString source; ///< "Input gate: Portal venous", "Last run: Threshold"
    Id owner;       ///< study, volume or plan that holds it; empty if it cannot be acknowledged
    Id id = {};     ///< by which it is acknowledged; empty without an owner
};

/// Findings one below the other: sign and word, text, what to do, fly there, acknowledge with a reason.
class FindingsList : public QWidget
{
    Q_OBJECT

public:
    explicit FindingsList(PanelContext& context, QWidget* parent = nullptr);

    void show(const std::vector<FindingEntry>& entries);
    void show(const Findings& findings, const QString& source = {});
    using QWidget::show;
    size_t count() const { return m_entries.size(); }

protected:
    void changeEvent(QEvent* event) override;

private:
    void rebuild();
    QWidget* row(const FindingEntry& entry);

    PanelContext& m_context;
    QVBoxLayout* m_column;
    std::vector<FindingEntry> m_entries;
};

} // namespace pollux
