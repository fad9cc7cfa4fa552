#pragma once

#include "ui/panels/panel_registry.h"

#include <QWidget>

#include <vector>

class QLabel;
class QPushButton;

namespace pollux {

/// For teaching: hides plan A from a learner, says how many plans are hidden, and reveals them to be compared.
class HidePlanRow : public QWidget
{
    Q_OBJECT

public:
    explicit HidePlanRow(PanelContext& context, QWidget* parent = nullptr);

    /// Which plan the button hides; an empty id: none.
    void setPlan(const Id& plan);

Q_SIGNALS:
    void revealed(const std::vector<pollux::Id>& plans);
    void told(const QString& error); ///< what went wrong; empty if nothing did

private:
    void renew();
    void hidePlan();
    void reveal();

    PanelContext& m_context;
    Id m_plan;
    QLabel* m_hidden;
    QPushButton* m_hide;
    QPushButton* m_reveal;
};

} // namespace pollux
