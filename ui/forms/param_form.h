#pragma once

#include "core/params/param.h"
#include "ui/forms/param_editor.h"

#include <QWidget>

#include <map>
#include <memory>
#include <vector>

class QFormLayout;
class QLabel;
class QToolButton;

namespace pollux {

/// A form made from a declaration: one labelled row a parameter, with unit, range, help and what is wrong with it.
/// Advanced parameters are folded away. Nothing about any operation is written here.
class ParamForm : public QWidget
{
    Q_OBJECT

public:
    explicit ParamForm(const ParamList& list, PointSource points = {}, QWidget* parent = nullptr);

    const ParamList& list() const { return m_list; }
    /// Objects to pick from.
    void setCase(std::shared_ptr<const Case> c);
    /// What is in the fields. A field whose text is no value is left out: see problems().
    ParamValues values() const;
    /// Sets those given, the rest to their defaults. One changed() at the end.
    void setValues(const ParamValues& values);
    /// Text that is no value, values out of range, required ones that are empty (after filling defaults from the case).
    std::vector<ParamProblem> problems() const;
    void setAdvancedShown(bool on);
    /// Takes over what the parameters of `list` offer as presets now: a table was edited.
    void setPresets(const ParamList& list);
    /// What stands in the field of a parameter with presets where none is chosen.
    void setNoPresetText(std::string_view key, const QString& text);
    /// The fields that the chosen preset of this parameter has filled in cannot be edited until another, or none, is
    /// chosen.
    void lockByPreset(std::string_view key);

Q_SIGNALS:
    void changed();

private:
    struct Row
    {
        Param param;
        ParamEditor* editor;
        QLabel* problem;
        bool locks = false; ///< its preset locks what it has filled in
    };
    void addRow(const Param& param, QFormLayout* layout, const PointSource& points, QWidget* owner);
    void showProblems();
    void onChanged();
    void takeOver(const Param& param); ///< what the chosen preset sets goes into the other fields
    void renewLocks();

    ParamList m_list;
    std::shared_ptr<const Case> m_case;
    std::vector<Row> m_rows;
    QToolButton* m_fold = nullptr;
    QWidget* m_advanced = nullptr;
    bool m_quiet = false;
};

/// Tooltip of a parameter: help, range with unit, default, source.
QString paramHelp(const Param& param);

} // namespace pollux
