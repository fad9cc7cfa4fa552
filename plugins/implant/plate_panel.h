#pragma once

#include "plugins/implant/place_plate.h"
#include "plugins/implant/plate_motion.h"
#include "ui/panels/panel_registry.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace pollux {
class FindingsList;
class ParamForm;
class PlanEnding;
class StepColumn;
class StudyGate;
} // namespace pollux

namespace pollux::implant {

class HeldPlan;
class MovePlate;
class PlanInHand;
class TwoPoints;

/// A bone plate in the surgeon's order: study, bone, plate, move it, compare, sign and report. What is entered lays the
/// plate on the bone at once; placing it gives the exact numbers, and one that is placed is placed anew where it is let
/// go.
class PlatePanel : public QWidget
{
    Q_OBJECT

public:
    PlatePanel(PanelContext& context, QWidget* parent);

protected:
    void showEvent(QShowEvent* event) override;

private:
    enum Step { kGate = 1, kBone, kPlate, kMove, kCompare, kSign };
    void build();
    void connectAll();
    void renew();
    void renewBone(const Case& c);
    void renewCheck();
    void renewMove();
    void setPoints(const Vec3& from, const Vec3& to);
    void showPlaced(); ///< the views go there
    void startAnother();
    const Structure* bone(const Case& c) const; ///< that it lies on; nullptr if none is chosen

    PanelContext& m_context;
    PlacePlate m_place;
    ParamList m_list; ///< of the operation
    StepColumn* m_steps;
    StudyGate* m_gate = nullptr;
    QLabel* m_bone = nullptr;
    ParamForm* m_boneForm = nullptr;
    TwoPoints* m_points = nullptr;
    ParamForm* m_form = nullptr;
    FindingsList* m_check = nullptr;
    QPushButton* m_run = nullptr;
    PlanInHand* m_plates = nullptr;
    MovePlate* m_move = nullptr;
    QPushButton* m_another = nullptr;
    PlanEnding* m_ending = nullptr;
    HeldPlan* m_held = nullptr;
};

} // namespace pollux::implant
