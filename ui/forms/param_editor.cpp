#include "ui/forms/param_editor.h"

#include "core/base/error.h"
#include "ui/forms/object_editors.h"
#include "ui/forms/quantity_edit.h"
#include "ui/forms/text.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <array>

namespace pollux {

namespace {

QHBoxLayout* tightRow(QWidget* owner)
{
    auto* row = new QHBoxLayout(owner);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(4);
    return row;
}

void nameControl(QWidget* control, const Param& param)
{
    control->setObjectName(q(param.key));
    control->setAccessibleName(shown(param.label));
    control->setAccessibleDescription(shown(param.help));
}

class BoolEditor final : public ParamEditor
{
public:
    BoolEditor(const Param& param, QWidget* parent) : ParamEditor(parent), m_box(new QCheckBox(tr("yes"), this))
    {
        nameControl(m_box, param);
        tightRow(this)->addWidget(m_box, 1);
        connect(m_box, &QCheckBox::toggled, this, &ParamEditor::changed);
    }
    std::optional<ParamValue> value() const override { return m_box->isChecked(); }
    void setValue(const ParamValue& v) override
    {
        if (const bool* b = std::get_if<bool>(&v))
            m_box->setChecked(*b);
    }

private:
    QCheckBox* m_box;
};

class NumberEditor final : public ParamEditor
{
public:
    NumberEditor(const Param& param, QWidget* parent)
        : ParamEditor(parent), m_whole(param.type == ParamType::Int), m_edit(new QuantityEdit(m_whole, this))
    {
        nameControl(m_edit, param);
        m_edit->setRange(param.min, param.max);
        m_edit->setMinimumWidth(48); // beside a long unit in a narrow window
        auto* row = tightRow(this);
        row->addWidget(m_edit, 1);
        auto* unit = new QLabel(q(symbol(param.unit)), this);
        unit->setMinimumWidth(28);
        row->addWidget(unit);
        connect(m_edit, &QuantityEdit::valueChanged, this, &ParamEditor::changed);
    }
    std::optional<ParamValue> value() const override
    {
        const auto v = m_edit->value();
        if (!v)
            return std::nullopt;
        return m_whole ? ParamValue(static_cast<std::int64_t>(*v)) : ParamValue(*v);
    }
    void setValue(const ParamValue& v) override
    {
        if (const double* d = std::get_if<double>(&v))
            m_edit->setValue(*d);
        else if (const std::int64_t* i = std::get_if<std::int64_t>(&v))
            m_edit->setValue(static_cast<double>(*i));
    }
    QString problem() const override
    {
        if (m_edit->value())
            return {};
        return m_whole ? tr("Type a whole number.") : tr("Type a number, with a point as decimal mark.");
    }

private:
    bool m_whole;
    QuantityEdit* m_edit;
};

class ChoiceEditor final : public ParamEditor
{
public:
    ChoiceEditor(const Param& param, QWidget* parent) : ParamEditor(parent), m_box(new QComboBox(this))
    {
        nameControl(m_box, param);
        m_box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        for (const std::string& choice : param.choices)
            m_box->addItem(shown(choice), q(choice));
        tightRow(this)->addWidget(m_box, 1);
        connect(m_box, &QComboBox::currentIndexChanged, this, &ParamEditor::changed);
    }
    std::optional<ParamValue> value() const override { return u8(m_box->currentData().toString()); }
    void setValue(const ParamValue& v) override
    {
        const std::string* s = std::get_if<std::string>(&v);
        const int index = s ? m_box->findData(q(*s)) : -1;
        if (index >= 0)
            m_box->setCurrentIndex(index);
    }

private:
    QComboBox* m_box;
};

/// A text that a table offers values for; one that the table lacks (of a case from elsewhere) stays and says so.
class PresetEditor final : public ParamEditor
{
public:
    PresetEditor(const Param& param, QWidget* parent) : ParamEditor(parent), m_box(new QComboBox(this))
    {
        nameControl(m_box, param);
        m_box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        setPresets(param.presets);
        tightRow(this)->addWidget(m_box, 1);
        connect(m_box, &QComboBox::currentIndexChanged, this, [this] {
            m_box->setToolTip(m_box->currentData(Qt::ToolTipRole).toString());
            Q_EMIT changed();
        });
    }
    std::optional<ParamValue> value() const override { return u8(m_box->currentData().toString()); }
    void setValue(const ParamValue& v) override
    {
        const std::string* s = std::get_if<std::string>(&v);
        if (!s)
            return;
        if (m_box->findData(q(*s)) < 0)
            m_box->addItem(tr("%1 (not in the table here)").arg(q(*s)), q(*s));
        m_box->setCurrentIndex(m_box->findData(q(*s)));
    }
    void setPresets(const std::vector<Preset>& presets) override
    {
        const std::string before = u8(m_box->currentData().toString());
        const QSignalBlocker quiet(m_box);
        m_box->clear();
        m_box->addItem(m_none, QString());
        for (const Preset& preset : presets) {
            m_box->addItem(shown(preset.label) + QStringLiteral(", ") + shown(preset.detail), q(preset.value));
            m_box->setItemData(m_box->count() - 1,
                               QStringLiteral("<p>%1</p><p>%2</p>")
                                   .arg(shown(preset.help).toHtmlEscaped(), shownSource(preset.source).toHtmlEscaped()),
                               Qt::ToolTipRole);
        }
        setValue(before);
    }
    void setNoPresetText(const QString& text) override
    {
        m_none = text;
        m_box->setItemText(0, text);
    }

private:
    QString m_none = tr("Own values (below)");
    QComboBox* m_box;
};

class TextEditor final : public ParamEditor
{
public:
    TextEditor(const Param& param, QWidget* parent) : ParamEditor(parent), m_edit(new QLineEdit(this))
    {
        nameControl(m_edit, param);
        auto* row = tightRow(this);
        row->addWidget(m_edit, 1);
        connect(m_edit, &QLineEdit::textChanged, this, &ParamEditor::changed);
        if (param.type != ParamType::Path)
            return;
        auto* browse = new QPushButton(tr("Browse…"), this);
        browse->setAccessibleName(tr("Browse for %1").arg(shown(param.label)));
        browse->setToolTip(tr("Choose a file. A folder can be typed or dropped on the window."));
        row->addWidget(browse);
        const QString label = shown(param.label);
        connect(browse, &QPushButton::clicked, this, [this, label] {
            auto* dialog = new QFileDialog(this, label);
            dialog->setAttribute(Qt::WA_DeleteOnClose);
            dialog->setFileMode(QFileDialog::AnyFile);
            dialog->setOption(QFileDialog::DontConfirmOverwrite);
            connect(dialog, &QFileDialog::fileSelected, m_edit, &QLineEdit::setText);
            dialog->open();
        });
    }
    std::optional<ParamValue> value() const override { return u8(m_edit->text()); }
    void setValue(const ParamValue& v) override
    {
        if (const std::string* s = std::get_if<std::string>(&v))
            m_edit->setText(q(*s));
    }

private:
    QLineEdit* m_edit;
};

class PointEditor final : public ParamEditor
{
public:
    PointEditor(const Param& param, const PointSource& points, QWidget* parent)
        : ParamEditor(parent), m_optional(param.optional)
    {
        // The group carries the key; each coordinate says which it is.
        auto* group = new QWidget(this);
        nameControl(group, param);
        tightRow(this)->addWidget(group, 1);
        auto* column = new QVBoxLayout(group);
        column->setContentsMargins(0, 0, 0, 0);
        column->setSpacing(4);
        auto* row = new QHBoxLayout;
        row->setSpacing(4);
        column->addLayout(row);
        constexpr std::array<const char*, 3> kAxes{"x", "y", "z"};
        const std::array<QString, 3> towards{tr("to the left"), tr("to the back"), tr("to the head")};
        for (int axis = 0; axis < 3; ++axis) {
            auto* edit = new QuantityEdit(false, group);
            edit->setButtonSymbols(QAbstractSpinBox::NoButtons);
            edit->setObjectName(q(param.key) + QLatin1Char('.') + QLatin1String(kAxes[axis]));
            edit->setAccessibleName(shown(param.label) + QLatin1Char(' ') + QLatin1String(kAxes[axis]));
            edit->setToolTip(tr("%1 in mm, positive %2").arg(QLatin1String(kAxes[axis]), towards[axis]));
            edit->setMinimumWidth(48);
            row->addWidget(edit, 1);
            connect(edit, &QuantityEdit::valueChanged, this, &ParamEditor::changed);
            m_edits[axis] = edit;
        }
        row->addWidget(new QLabel(q(symbol(Unit::Millimetre)), group));
        auto* take = new QPushButton(tr("Use crosshair"), group);
        take->setObjectName(q(param.key) + QStringLiteral(".crosshair"));
        take->setAccessibleName(tr("%1: use crosshair").arg(shown(param.label)));
        column->addWidget(take, 0, Qt::AlignLeft);
        take->setEnabled(static_cast<bool>(points));
        take->setToolTip(points ? tr("Take the point where the crosshair stands")
                                : tr("There is no image view here to take a point from."));
        connect(take, &QPushButton::clicked, this, [this, points] {
            if (const auto p = points())
                setValue(*p);
        });
    }
    std::optional<ParamValue> value() const override
    {
        Vec3 p;
        for (int axis = 0; axis < 3; ++axis) {
            const auto v = m_edits[axis]->value();
            if (!v)
                return std::nullopt;
            p[axis] = *v;
        }
        return p;
    }
    void setValue(const ParamValue& v) override
    {
        if (const Vec3* p = std::get_if<Vec3>(&v))
            for (int axis = 0; axis < 3; ++axis)
                m_edits[axis]->setValue((*p)[axis]);
    }
    void clear() override
    {
        for (QuantityEdit* edit : m_edits)
            edit->setValue(std::nullopt);
    }
    QString problem() const override
    {
        if (value())
            return {};
        const bool blank = m_edits[0]->isBlank() && m_edits[1]->isBlank() && m_edits[2]->isBlank();
        return blank && m_optional ? QString() : tr("Type three numbers, or use the crosshair.");
    }

private:
    bool m_optional;
    std::array<QuantityEdit*, 3> m_edits{};
};

/// Places as text, "x,y,z; x,y,z", with the crosshair adding one at a time.
class PointsEditor final : public ParamEditor
{
public:
    PointsEditor(const Param& param, const PointSource& points, QWidget* parent)
        : ParamEditor(parent), m_param(param), m_edit(new QLineEdit(this))
    {
        auto* column = new QVBoxLayout(this);
        column->setContentsMargins(0, 0, 0, 0);
        nameControl(m_edit, param);
        m_edit->setPlaceholderText(tr("x,y,z; x,y,z; ..."));
        column->addWidget(m_edit);
        auto* take = new QPushButton(tr("Add crosshair"), this);
        take->setObjectName(q(param.key) + QStringLiteral(".crosshair"));
        take->setAccessibleName(tr("%1: add crosshair").arg(shown(param.label)));
        take->setEnabled(static_cast<bool>(points));
        take->setToolTip(points ? tr("Add the point where the crosshair stands")
                                : tr("There is no image view here to take a point from."));
        column->addWidget(take, 0, Qt::AlignLeft);
        connect(m_edit, &QLineEdit::textChanged, this, &ParamEditor::changed);
        connect(take, &QPushButton::clicked, this, [this, points] {
            if (const auto p = points()) {
                const QString text = m_edit->text().trimmed();
                m_edit->setText(text + (text.isEmpty() || text.endsWith(u';') ? QString() : QStringLiteral("; ")) +
                                q(toText(ParamValue(*p))));
            }
        });
    }
    std::optional<ParamValue> value() const override
    {
        try {
            return parseValue(m_param, u8(m_edit->text()));
        } catch (const Error&) {
            return std::nullopt;
        }
    }
    void setValue(const ParamValue& v) override
    {
        if (std::holds_alternative<std::vector<Vec3>>(v))
            m_edit->setText(q(toText(v)));
    }
    void clear() override { m_edit->clear(); }
    QString problem() const override
    {
        return value() ? QString() : tr("Type points as x,y,z with semicolons between them.");
    }

private:
    Param m_param;
    QLineEdit* m_edit;
};

} // namespace

ParamEditor* makeParamEditor(const Param& param, const PointSource& points, QWidget* parent)
{
    switch (param.type) {
    case ParamType::Bool:
        return new BoolEditor(param, parent);
    case ParamType::Int:
    case ParamType::Real:
        return new NumberEditor(param, parent);
    case ParamType::Choice:
        return new ChoiceEditor(param, parent);
    case ParamType::Point:
        return new PointEditor(param, points, parent);
    case ParamType::Points:
        return new PointsEditor(param, points, parent);
    case ParamType::Object:
        return new ObjectEditor(param, parent);
    case ParamType::Objects:
        return new ObjectsEditor(param, parent);
    case ParamType::Text:
        if (!param.presets.empty())
            return new PresetEditor(param, parent);
        break;
    case ParamType::Path:
        break;
    }
    return new TextEditor(param, parent);
}

} // namespace pollux
