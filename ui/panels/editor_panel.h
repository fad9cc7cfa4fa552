#pragma once

#include "core/operation/operation.h"
#include "ui/panels/panel_registry.h"
#include "ui/viewer/edit_tools.h"

#include <QWidget>

#include <functional>
#include <map>
#include <optional>

class QButtonGroup;
class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QVBoxLayout;

namespace pollux {

class ParamForm;

/// Corrects structures by hand: choose one, take a tool, use it in the slices. Each use is one run of an operation
/// (edit.*), so one undo step, and the same from the command line; while a stroke is drawn its effect is shown from the
/// same operation. Below, what works on a structure as a whole.
class EditorPanel : public QWidget
{
    Q_OBJECT

public:
    explicit EditorPanel(PanelContext& context, QWidget* parent = nullptr);
    ~EditorPanel() override;

protected:
    void hideEvent(QHideEvent* event) override;

private:
    struct Kind; ///< a tool: its button, its operation, what it fills in itself
    static const std::vector<Kind>& kinds();

    void buildTarget(QVBoxLayout* column);
    void buildTools(QVBoxLayout* column);
    void buildWhole(QVBoxLayout* column);
    void renewStructures();
    void takeTool(int kind);
    void renewForm();
    void chooseWhole();
    void applyWhole();
    void renewWhole();
    void say(const QString& text, const char* role = "muted");

    /// All that the operation in hand needs but the geometry. `isThere`: whether the new structure that is named is
    /// there already, so that it is the one to change.
    ParamValues values(const std::function<bool(const Id&)>& isThere) const;
    ParamValues valuesOfRun() const;
    bool mayBegin();
    void sweep(const std::vector<Vec3>& piece, const Vec3& normal);
    void run(ParamValues values);
    void forgetPreview();

    PanelContext& m_context;
    QComboBox* m_structure;
    QLineEdit* m_name;
    QButtonGroup* m_buttons;
    QLabel* m_hint;
    QVBoxLayout* m_formColumn = nullptr;
    ParamForm* m_form = nullptr;
    QComboBox* m_whole;
    QVBoxLayout* m_wholeColumn = nullptr;
    ParamForm* m_wholeForm = nullptr;
    QPushButton* m_apply;

    int m_kind = 0;
    const Operation* m_operation = nullptr;
    StrokeTool m_stroke;
    OutlineTool m_outline;
    PlaceTool m_place;
    CutTool m_cut;
    std::map<int, ParamValues> m_kept; ///< what a tool's form held when it was put away
    std::optional<Case> m_working;     ///< the case with the strokes that have not landed yet
    int m_pending = 0;
    bool m_refused = false; ///< this stroke may not be drawn
};

} // namespace pollux
