#pragma once

#include "core/case/objects.h"
#include "core/params/param.h"
#include "ui/panels/panel_registry.h"
#include "ui/panels/state_mark.h"

#include <QWidget>

#include <optional>

class QLabel;
class QPushButton;

namespace pollux::implant {

/// How a screw breaches the bone, large: the grade with its sign, what of bone is left beside it, and where.
class ScrewGrade : public QWidget
{
    Q_OBJECT

public:
    ScrewGrade(PanelContext& context, QWidget* parent);

    /// Of a plan's numbers; `values` complete: they hold the borders of the grades. No number of the wall: it is not in
    /// bone.
    void show(const std::vector<PlanNumber>& numbers, const ParamValues& values, bool stale);
    using QWidget::show;

protected:
    void changeEvent(QEvent* event) override;

private:
    void draw();

    PanelContext& m_context;
    QLabel* m_sign;
    QLabel* m_grade;
    QLabel* m_told;
    QPushButton* m_fly;
    Mark m_mark = Mark::Open;
    std::optional<Vec3> m_place;
};

} // namespace pollux::implant
