#include "ui/forms/param_form.h"

#include "core/base/text.h"
#include "core/operation/run.h"
#include "ui/forms/text.h"
#include "ui/forms/wrapped_label.h"

#include <QFormLayout>
#include <QLabel>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace pollux {

QString paramHelp(const Param& param)
{
    QString text = QStringLiteral("<p>%1</p>").arg(shown(param.help).toHtmlEscaped());
    const QString unit = symbol(param.unit).empty() ? QString() : QChar(0x202F) + q(symbol(param.unit));
    if (param.min && param.max)
        text += QObject::tr("<p>From %1 to %2%3.").arg(q(toText(*param.min)), q(toText(*param.max)), unit);
    const bool number = param.type == ParamType::Real || param.type == ParamType::Int;
    if (number)
        text += QObject::tr(" Default %1%2.</p>").arg(q(toText(param.defaultValue)), unit);
    if (!param.source.empty())
        text += QObject::tr("<p>Source: %1</p>").arg(shownSource(param.source).toHtmlEscaped());
    return text;
}

ParamForm::ParamForm(const ParamList& list, PointSource points, QWidget* parent)
    : QWidget(parent), m_list(list), m_case(std::make_shared<Case>())
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    const auto makeLayout = [](QWidget* owner) {
        auto* layout = new QFormLayout(owner);
        layout->setContentsMargins(0, 0, 0, 0);
        layout->setHorizontalSpacing(8);
        layout->setVerticalSpacing(4);
        layout->setRowWrapPolicy(QFormLayout::WrapLongRows);
        layout->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
        layout->setLabelAlignment(Qt::AlignLeft);
        return layout;
    };
    auto* main = new QWidget(this);
    auto* mainLayout = makeLayout(main);
    column->addWidget(main);
    const auto advanced =
        std::count_if(list.all().begin(), list.all().end(), [](const Param& p) { return p.advanced; });
    QFormLayout* advancedLayout = nullptr;
    if (advanced > 0) {
        m_fold = new QToolButton(this);
        m_fold->setText(tr("Advanced (%1)").arg(advanced));
        m_fold->setAccessibleName(tr("Show advanced parameters"));
        m_fold->setObjectName(QStringLiteral("advanced"));
        m_fold->setCheckable(true);
        m_fold->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        m_fold->setAutoRaise(true);
        m_advanced = new QWidget(this);
        advancedLayout = makeLayout(m_advanced);
        column->addWidget(m_fold, 0, Qt::AlignLeft);
        column->addWidget(m_advanced);
        connect(m_fold, &QToolButton::toggled, this, &ParamForm::setAdvancedShown);
        setAdvancedShown(false);
    }
    for (const Param& param : list.all())
        addRow(param, param.advanced ? advancedLayout : mainLayout, points, param.advanced ? m_advanced : main);
    setValues({});
}

void ParamForm::addRow(const Param& param, QFormLayout* layout, const PointSource& points, QWidget* owner)
{
    auto* cell = new QWidget(owner);
    auto* column = new QVBoxLayout(cell);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    ParamEditor* editor = makeParamEditor(param, points, cell);
    column->addWidget(editor);
    auto* problem = new QLabel(cell);
    problem->setObjectName(q(param.key) + QStringLiteral(".problem"));
    problem->setProperty("role", QStringLiteral("warning"));
    problem->setWordWrap(true);
    problem->hide();
    column->addWidget(problem);
    auto* label = new WrappedLabel(shown(param.label), owner);
    label->setBuddy(editor);
    label->setToolTip(paramHelp(param));
    editor->setToolTip(paramHelp(param));
    layout->addRow(label, cell);
    m_rows.push_back({param, editor, problem});
    connect(editor, &ParamEditor::changed, this, [this, key = param.key] {
        if (const Param* p = m_list.find(key); p && !m_quiet && !p->presets.empty())
            takeOver(*p);
        onChanged();
    });
}

void ParamForm::takeOver(const Param& param)
{
    const Preset* preset = chosenPreset(param, values());
    if (!preset)
        return;
    m_quiet = true; // one change at the end
    for (const Row& row : m_rows)
        if (const auto it = preset->sets.find(row.param.key); it != preset->sets.end())
            row.editor->setValue(it->second);
    m_quiet = false;
}

void ParamForm::setAdvancedShown(bool on)
{
    if (!m_advanced)
        return;
    m_advanced->setVisible(on);
    m_fold->setChecked(on);
    m_fold->setArrowType(on ? Qt::DownArrow : Qt::RightArrow);
}

void ParamForm::setCase(std::shared_ptr<const Case> c)
{
    m_case = std::move(c);
    for (const Row& row : m_rows)
        row.editor->setCase(*m_case);
    showProblems();
}

void ParamForm::setPresets(const ParamList& list)
{
    m_quiet = true;
    ParamList renewed;
    for (Param p : m_list.all()) {
        if (const Param* now = list.find(p.key))
            p.presets = now->presets;
        renewed.add(std::move(p));
    }
    m_list = std::move(renewed);
    for (Row& row : m_rows) {
        row.param = *m_list.find(row.param.key);
        row.editor->setPresets(row.param.presets);
    }
    m_quiet = false;
    onChanged();
}

void ParamForm::setNoPresetText(std::string_view key, const QString& text)
{
    for (const Row& row : m_rows)
        if (row.param.key == key)
            row.editor->setNoPresetText(text);
}

void ParamForm::lockByPreset(std::string_view key)
{
    for (Row& row : m_rows)
        row.locks = row.locks || row.param.key == key;
    renewLocks();
}

void ParamForm::renewLocks()
{
    const ParamValues now = values();
    std::map<std::string, QString> locked; ///< by whose preset
    for (const Row& row : m_rows)
        if (const Preset* preset = row.locks ? chosenPreset(row.param, now) : nullptr)
            for (const auto& [field, value] : preset->sets)
                // Another value was recorded beside the preset: it is to be seen and mended.
                if (const auto it = now.all().find(field); it != now.all().end() && it->second == value)
                    locked[field] = shown(row.param.label);
    for (const Row& row : m_rows) {
        const auto it = locked.find(row.param.key);
        const bool open = it == locked.end();
        if (row.editor->isEnabledTo(row.editor->parentWidget()) == open)
            continue;
        row.editor->setEnabled(open);
        row.editor->setToolTip(
            open ? paramHelp(row.param)
                 : QStringLiteral("<p>%1</p>").arg(tr("Set by the choice under %1.").arg(it->second).toHtmlEscaped()));
    }
}

ParamValues ParamForm::values() const
{
    ParamValues out;
    for (const Row& row : m_rows)
        if (const auto value = row.editor->value())
            out.set(row.param.key, *value);
    return out;
}

void ParamForm::setValues(const ParamValues& values)
{
    m_quiet = true;
    const ParamValues all = completed(m_list, values);
    for (const Row& row : m_rows) {
        const auto it = all.all().find(row.param.key);
        const bool fromCase = row.param.type == ParamType::Object && !values.has(row.param.key);
        if (it != all.all().end() && !fromCase)
            row.editor->setValue(it->second);
        else
            row.editor->clear();
    }
    m_quiet = false;
    onChanged();
}

std::vector<ParamProblem> ParamForm::problems() const
{
    std::vector<ParamProblem> all;
    for (const Row& row : m_rows)
        if (const QString text = row.editor->problem(); !text.isEmpty())
            all.push_back({row.param.key, u8(text)});
    const ParamValues filled = fillDefaults(m_list, *m_case, values());
    for (ParamProblem& problem : check(m_list, filled)) {
        if (std::any_of(all.begin(), all.end(), [&](const ParamProblem& p) { return p.key == problem.key; }))
            continue;
        // Nothing is wrong with a form that nobody has filled in yet; ids are words of the command line.
        const Param* p = m_list.find(problem.key);
        if (p && p->type == ParamType::Object && filled.has(p->key) && filled.text(p->key).empty())
            problem.text = u8(tr("%1: choose one.").arg(shown(p->label)));
        else if (p && p->type == ParamType::Objects && filled.has(p->key) && filled.list(p->key).empty())
            problem.text = u8(tr("%1: choose at least one.").arg(shown(p->label)));
        all.push_back(std::move(problem));
    }
    return all;
}

void ParamForm::showProblems()
{
    const std::vector<ParamProblem> all = problems();
    for (const Row& row : m_rows) {
        const auto it =
            std::find_if(all.begin(), all.end(), [&](const ParamProblem& p) { return p.key == row.param.key; });
        // Sign and words beside the field, so that the state is not told by colour alone.
        row.problem->setText(it == all.end() ? QString() : QStringLiteral("⚠ ") + q(it->text));
        row.problem->setVisible(it != all.end());
    }
}

void ParamForm::onChanged()
{
    if (m_quiet)
        return;
    renewLocks();
    showProblems();
    Q_EMIT changed();
}

} // namespace pollux
