#pragma once

#include "core/case/landmark_pairs.h"
#include "ui/panels/panel_registry.h"

#include <QWidget>

#include <memory>
#include <vector>

class QComboBox;
class QLabel;
class QPushButton;
class QTreeWidget;
class QVBoxLayout;

namespace pollux {

class FindingsList;
class PairSetter;
class RegistrationViews;

/// A registration shown and judged: how it was made, what makes it doubtful, its figures, what is left at landmarks;
/// the moving image laid over the fixed one through it, their difference, and how it changes volumes. Places can be set
/// in both images, and the images registered by them. Figures are computed aside, while the panel is in sight.
class RegistrationPanel : public QWidget
{
    Q_OBJECT

public:
    explicit RegistrationPanel(PanelContext& context, QWidget* parent = nullptr);

protected:
    void showEvent(QShowEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void buildChoice(QVBoxLayout* column);
    void buildFigures(QVBoxLayout* column);
    void buildLandmarks(QVBoxLayout* column);
    void renew();
    void choose();
    void measure();
    void showFigures();
    void showLandmarks();
    void renewRemove();
    Id chosen() const; ///< empty: new, by landmarks
    std::shared_ptr<const Registration> registration() const;
    bool stale() const;

    PanelContext& m_context;
    QComboBox* m_choice;
    QLabel* m_state;
    QLabel* m_method;
    FindingsList* m_findings;
    RegistrationViews* m_views;
    QTreeWidget* m_figures;
    QTreeWidget* m_landmarks;
    QPushButton* m_remove;
    PairSetter* m_pairs;
    std::shared_ptr<const Registration> m_measured; ///< what m_values are of
    std::vector<NamedQuantity> m_values;
    std::uint64_t m_measuring = 0;
    std::vector<LandmarkPair> m_shownPairs; ///< one a row, without mean and largest
};

} // namespace pollux
