#pragma once

#include "plugins/implant/place_plate.h"
#include "plugins/implant/plate_motion.h"
#include "ui/panels/panel_registry.h"

#include <QWidget>

#include <memory>
#include <optional>

class QLabel;
class QPushButton;
class QTimer;

namespace pollux {
class FindingsList;
class ParamForm;
class PlanEnding;
class StepColumn;
class StudyGate;
} // namespace pollux

namespace pollux::implant {

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
    struct Started
    {
        int ticket;
        ParamValues values; ///< complete
        std::uint64_t job = 0;
    };
    enum Step { kGate = 1, kBone, kPlate, kMove, kCompare, kSign };
    void build();
    void connectAll();
    void renew();
    void renewBone(const Case& c);
    void renewCheck();
    void renewMove();
    void setPoints(const Vec3& from, const Vec3& to);
    void take(const PlateSetting& setting, bool finished);
    void takeOverRecorded();
    void overtaken();    ///< the case has it elsewhere now (an undo): what was moved and what runs is no longer wanted
    void run(bool look); ///< `look`: the views go there
    void landed(int ticket, bool look);
    void setInHand(const Id& plan);
    void startAnother();
    Id planId() const; ///< empty where the form's is none
    const Plan* plan() const;
    const Structure* bone(const Case& c) const; ///< that it lies on; nullptr if none is chosen
    ParamValues given() const;                  ///< what both forms hold
    ParamValues values() const;                 ///< complete

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
    QTimer* m_settle;                          ///< after the last move: compute exactly
    std::shared_ptr<const Lineage> m_recorded; ///< of the plan whose values the forms took over
    ParamValues m_placed;                      ///< complete values of the plan in hand
    std::optional<Started> m_started;          ///< the run of the plate in hand that is on its way
    int m_tickets = 0;
    bool m_running = false; ///< anything that this page has started
    bool m_again = false;   ///< moved on while it was computed, and let go there
    bool m_follows = false; ///< it was placed, and moved by hand since: placed anew where it is let go
    bool m_taking = false;  ///< the form changes by a hand in the views, not by one in the form
};

} // namespace pollux::implant
