#pragma once

#include "ui/panels/panel_registry.h"
#include "ui/viewer/measure_tool.h"

#include <QWidget>

class QButtonGroup;
class QComboBox;
class QLabel;
class QPushButton;
class QTreeWidget;
class QVBoxLayout;

namespace pollux {

class ParamForm;

/// Measures by points set in the slices or on surfaces in 3-D, and between structures; lists what was measured. Each is
/// one run of an operation (measure.*), so one undo step.
class MeasurePanel : public QWidget
{
    Q_OBJECT

public:
    explicit MeasurePanel(PanelContext& context, QWidget* parent = nullptr);
    ~MeasurePanel() override;

protected:
    void hideEvent(QHideEvent* event) override;

private:
    struct Kind;
    static const std::vector<Kind>& kinds();

    void buildTools(QVBoxLayout* column);
    void buildStructures(QVBoxLayout* column);
    void buildList(QVBoxLayout* column);
    void take(int kind);
    void choose();
    void renew();
    void renewButtons();
    void measure(const std::string& operation, ParamValues values, const QString& called);
    std::string freeName(const QString& called) const; ///< "Length 2"
    void say(const QString& text, const char* role = "muted");
    QString asCsv() const;

    PanelContext& m_context;
    MeasureTool m_tool;
    int m_kind = 0;
    bool m_refused = false; ///< the hint tells why a click set no point
    QButtonGroup* m_buttons;
    QLabel* m_hint;
    QComboBox* m_which;
    QVBoxLayout* m_formColumn = nullptr;
    ParamForm* m_form = nullptr;
    QPushButton* m_run;
    QTreeWidget* m_list;
    QPushButton* m_remove;
    QPushButton* m_copy;
};

} // namespace pollux
