#pragma once

#include "core/case/curve_source.h"
#include "core/image/curved_reformation.h"
#include "ui/panels/panel_registry.h"
#include "ui/viewer/measure_tool.h"

#include <QWidget>

#include <memory>
#include <optional>

class QComboBox;
class QLabel;
class QPushButton;
class QVBoxLayout;

namespace pollux {

class CurvedCutForm;
class CurvedMaker;
class CurvedView;

/// The image along a curve of the case: a centreline, or a path drawn here (measure.place, one undo step). Follows the
/// viewer's image, window and crosshair, and moves them. A cut that is quick is made at once; of a larger one a coarse
/// image comes first and the fine one on another thread, once the user has stopped turning. Main thread.
class CurvedPanel : public QWidget
{
    Q_OBJECT

public:
    explicit CurvedPanel(PanelContext& context, QWidget* parent = nullptr);

    /// Chooses a curve of the case and how the image lies along it.
    void choose(const Id& curve, CurvedKind kind);
    /// Writes the image shown as PNG; the patient is never named. Says how it went.
    void savePicture(const QString& file);

protected:
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    /// What an image is made of: kept, so that a new object at the same address is no old one.
    struct Inputs
    {
        std::shared_ptr<const void> curve, volume;
        bool operator==(const Inputs&) const = default;
    };

    void buildCurve(QVBoxLayout* column);
    void buildImage(QVBoxLayout* column);
    void draw(bool on);
    void place(const std::vector<Vec3>& points);
    void onCase();
    void onViewer();
    void renewCurves();
    void refresh();
    void land(std::shared_ptr<const CurvedImage> image, bool fine);
    void showNothing(const QString& why, const char* role);
    void renewLook();
    void renewButtons();
    void askFile();
    void say(const QString& text, const char* role = "muted");

    Id curve() const;
    std::shared_ptr<const VolumeObject> volume() const; ///< the viewer's; null if there is none
    Inputs inputs() const;
    bool isTree() const; ///< with more than one branch

    PanelContext& m_context;
    MeasureTool m_tool;
    QComboBox* m_curve;
    QPushButton* m_draw;
    QPushButton* m_branch;
    CurvedCutForm* m_form;
    QLabel* m_hint;
    CurvedView* m_view;
    QPushButton* m_save;
    CurvedMaker* m_maker;
    std::optional<Vec3> m_through; ///< the branch of a tree that is looked at
    CurveSource m_source;
    bool m_reload = true; ///< m_source is to be read again
    Inputs m_shown;
    CurvedOptions m_cut; ///< of the fine image
    bool m_fine = false; ///< the image shown is the fine one
};

} // namespace pollux
