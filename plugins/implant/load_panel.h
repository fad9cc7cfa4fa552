#pragma once

#include "plugins/implant/implant_load.h"
#include "plugins/implant/unit_loads_panel.h"

#include <QWidget>

#include <array>
#include <memory>

class QGridLayout;
class QLabel;
class QPushButton;
class QSlider;

namespace pollux {
class QuantityEdit;
}

namespace pollux::implant {

/// Other loads on an implant whose stress was computed, by sliders: numbers and map follow at once, as sums of six unit
/// loads (exact, for the problem is linear), and a button computes the one in hand so that the plan holds it.
class LoadPanel : public QWidget
{
    Q_OBJECT

public:
    LoadPanel(PanelContext& context, const StressOperation& stress, QWidget* parent);

    /// `result`: the plan of the stress of the implant `placed`, made with the complete `values`; null: there is none.
    void renew(const ParamValues& values, const std::optional<PlacedImplant>& placed,
               const std::shared_ptr<const Plan>& result);
    /// The implant is on its way: what was solved is no longer of it.
    void poseMoves();
    /// Why the stress cannot be computed now; empty: it can.
    void setBlocked(const QString& why);

Q_SIGNALS:
    void computeWanted(pollux::ParamValues load); ///< parameters of implant.stress

protected:
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    enum Row { Axial, Bending, Direction, Moment };
    void build();
    void addRow(QGridLayout* grid, Row row, const char* name, const QString& label, const QString& help);
    void setLoad(const ImplantLoad& load);
    std::optional<ImplantLoad> load() const; ///< nullopt: a field holds no number, or one out of range
    void touched();
    void renewNumbers();
    void renewButtons();
    void showMap(const elasticity::Voigt& amounts, double p99);
    void endMap();
    void turnTo(bool cheek);
    void say(const QString& text, const char* role);

    struct Control
    {
        QuantityEdit* edit = nullptr;
        QSlider* slider = nullptr;
    };
    PanelContext& m_context;
    const StressOperation& m_stress;
    UnitLoads* m_units;
    std::array<Control, 4> m_controls;
    QPushButton* m_cheek;
    QPushButton* m_tongue;
    QPushButton* m_compute;
    QLabel* m_told;
    ParamValues m_values;
    std::optional<PlacedImplant> m_placed;
    std::shared_ptr<const Plan> m_result;
    bool m_touched = false; ///< the sliders stand for another load than the result
    QString m_blocked;
    bool m_mapShown = false;
};

} // namespace pollux::implant
