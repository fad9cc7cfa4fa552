#pragma once

#include "core/jobs/job_runner.h"

#include <QWidget>

#include <map>

class QVBoxLayout;

namespace pollux {

class Bench;

/// What runs and what failed: progress, cancel, the reason. Hides itself when there is nothing.
class JobsPanel : public QWidget
{
    Q_OBJECT

public:
    explicit JobsPanel(Bench& bench, QWidget* parent = nullptr);

    bool isEmpty() const { return m_rows.empty(); }

Q_SIGNALS:
    void emptyChanged(bool empty);

private:
    void show(const JobReport& report);
    void drop(std::uint64_t id);

    Bench& m_bench;
    QVBoxLayout* m_column;
    std::map<std::uint64_t, QWidget*> m_rows;
};

} // namespace pollux
