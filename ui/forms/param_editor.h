#pragma once

#include "core/case/case.h"
#include "core/params/param.h"

#include <QWidget>

#include <functional>
#include <optional>

namespace pollux {

/// Where the crosshair stands now (LPS, mm); nullopt if there is no view.
using PointSource = std::function<std::optional<Vec3>()>;

/// The widget of one declared parameter. The control inside it has the key as its objectName and the label as
/// accessible name.
class ParamEditor : public QWidget
{
    Q_OBJECT

public:
    using QWidget::QWidget;

    /// nullopt if the field is blank and the parameter may stay absent, or its text is no value (see problem()).
    virtual std::optional<ParamValue> value() const = 0;
    /// Ignores a value of another type.
    virtual void setValue(const ParamValue& value) = 0;
    /// Back to "not given", where that differs from the default value.
    virtual void clear() {}
    /// What is wrong with the text typed; empty if it is a value.
    virtual QString problem() const { return {}; }
    virtual void setCase(const Case&) {}
    /// Offers other presets; what is chosen stays chosen.
    virtual void setPresets(const std::vector<Preset>&) {}
    /// What stands where no preset is chosen.
    virtual void setNoPresetText(const QString&) {}

Q_SIGNALS:
    void changed();
};

/// The editor for a parameter's type. `points` feeds the "use crosshair" button of a Point (may be empty).
ParamEditor* makeParamEditor(const Param& param, const PointSource& points, QWidget* parent);

} // namespace pollux
