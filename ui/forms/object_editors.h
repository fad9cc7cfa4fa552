#pragma once

#include "ui/forms/param_editor.h"

class QComboBox;
class QListWidget;

namespace pollux {

/// Picks one object of the case, of the kind that the parameter accepts. No value means: filled from the case, which
/// the first entry says.
class ObjectEditor final : public ParamEditor
{
    Q_OBJECT

public:
    ObjectEditor(const Param& param, QWidget* parent);
    std::optional<ParamValue> value() const override;
    void setValue(const ParamValue& value) override;
    void clear() override;
    void setCase(const Case& c) override;

private:
    void tellWhole(); ///< what is shown shortened

    Param m_param;
    QComboBox* m_box;
};

/// Ticks any number of objects.
class ObjectsEditor final : public ParamEditor
{
    Q_OBJECT

public:
    ObjectsEditor(const Param& param, QWidget* parent);
    std::optional<ParamValue> value() const override;
    void setValue(const ParamValue& value) override;
    void setCase(const Case& c) override;

private:
    void show(const std::vector<std::string>& chosen);

    Param m_param;
    std::vector<std::pair<std::string, std::string>> m_known; ///< id, name
    QListWidget* m_list;
};

} // namespace pollux
