#pragma once

#include "core/operation/sensitivity.h"

#include <QString>
#include <QTreeWidget>

#include <map>
#include <set>
#include <string>

namespace pollux {

/// The parameters upstream of a number: a tick for each that shall be varied, its range to edit, and below them what is
/// not varied and why. Ticks and ranges are kept while the case changes.
class SensitivityParams : public QTreeWidget
{
    Q_OBJECT

public:
    explicit SensitivityParams(QWidget* parent = nullptr);

    /// Of all parameters, with the ranges that are assumed.
    void setScope(const SensitivityScope& scope);
    /// Forgets ticks and ranges too.
    void forget();

    /// Of those ticked, with the ranges that were edited.
    SensitivityOptions options(double step) const;
    int ticked() const;

Q_SIGNALS:
    void changed();
    void refused(QString why); ///< what was typed is no range; the one before stands again

private:
    void take(QTreeWidgetItem* item, int column);

    std::vector<VariedParam> m_params;
    std::map<std::string, std::pair<double, double>> m_ranges; ///< those edited
    std::set<std::string> m_unticked;
};

/// "Threshold: Low (dense)", for a row.
QString paramLabel(const VariedParam& param);
/// As recorded, with its unit.
QString paramValue(double value, Unit unit);

} // namespace pollux
