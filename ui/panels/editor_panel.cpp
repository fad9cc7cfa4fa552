#include "ui/panels/editor_panel.h"

#include "core/base/error.h"
#include "core/operation/run.h"
#include "ui/forms/param_form.h"
#include "ui/forms/structure_name.h"
#include "ui/forms/text.h"
#include "ui/panels/state_mark.h"
#include "ui/viewer/viewer.h"

#include <QButtonGroup>
#include <QComboBox>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <algorithm>

namespace pollux {

struct EditorPanel::Kind
{
    enum class Hand { None, Stroke, Outline, Place, Cut };
    const char* name; ///< of the button
    QString text;
    QString hint;
    const char* operation;
    Hand hand;
    std::vector<const char*> own; ///< parameters that the tool fills in itself
    const char* mode;             ///< "" if the form asks for it
};

const std::vector<EditorPanel::Kind>& EditorPanel::kinds()
{
    using Hand = Kind::Hand;
    static const std::vector<const char*> kStroke{"path", "normal", "mode"};
    static const std::vector<Kind> all{
        {"toolLook", tr("Look"), tr("Take a tool to change the structure in the slices."), "", Hand::None, {}, ""},
        {"toolPaint", tr("Paint"), tr("Drag in a slice to paint. Space paints at the crosshair."), "edit.brush",
         Hand::Stroke, kStroke, "add"},
        {"toolErase", tr("Erase"), tr("Drag in a slice to erase. Space erases at the crosshair."), "edit.brush",
         Hand::Stroke, kStroke, "remove"},
        {"toolScissors",
         tr("Scissors"),
         tr("Draw a closed outline in a slice."),
         "edit.outline",
         Hand::Outline,
         {"outline", "direction", "eye"},
         ""},
        {"toolTrace",
         tr("Trace level"),
         tr("Click on a border: the area inside the line of equal value is taken."),
         "edit.level-trace",
         Hand::Place,
         {"point", "normal"},
         ""},
        {"toolIsland",
         tr("Island"),
         tr("Click on a part of the structure."),
         "edit.islands",
         Hand::Place,
         {"point", "volume"},
         ""},
        {"toolCut",
         tr("Cut"),
         tr("Draw a line across: what the arrow points to is cut off."),
         "edit.cut",
         Hand::Cut,
         {"point", "normal"},
         ""},
    };
    return all;
}

EditorPanel::EditorPanel(PanelContext& context, QWidget* parent)
    : QWidget(parent), m_context(context), m_structure(new QComboBox), m_name(new QLineEdit),
      m_buttons(new QButtonGroup(this)), m_hint(new QLabel), m_whole(new QComboBox), m_apply(new QPushButton)
{
    auto* scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setAccessibleName(tr("Correct structures"));
    auto* page = new QWidget;
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(12, 12, 12, 12);
    column->setSpacing(8);
    buildTarget(column);
    buildTools(column);
    buildWhole(column);
    column->addStretch(1);
    scroll->setWidget(page);
    auto* whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->addWidget(scroll);

    connect(&context.bench, &Bench::caseChanged, this, &EditorPanel::renewStructures);
    connect(&context.bench, &Bench::selected, this, [this](const Id& id) {
        if (const int at = m_structure->findData(q(id.text())); at >= 0)
            m_structure->setCurrentIndex(at);
    });
    connect(&m_stroke, &StrokeTool::swept, this, &EditorPanel::sweep);
    connect(&m_stroke, &StrokeTool::finished, this, [this](const std::vector<Vec3>& path, const Vec3& normal) {
        if (m_refused)
            return;
        ParamValues v = valuesOfRun();
        v.set("path", path);
        v.set("normal", normal);
        run(std::move(v));
    });
    connect(&m_stroke, &StrokeTool::abandoned, this, &EditorPanel::forgetPreview);
    connect(&m_outline, &OutlineTool::drawn, this, [this](const std::vector<Vec3>& outline, const Vec3& normal) {
        ParamValues v = valuesOfRun();
        v.set("outline", outline);
        v.set("direction", normal);
        run(std::move(v));
    });
    const auto atPoint = [this](const Vec3& point, const Vec3& normal) {
        ParamValues v = valuesOfRun();
        v.set("point", point);
        if (m_operation->declare().find("normal"))
            v.set("normal", normal);
        run(std::move(v));
    };
    connect(&m_place, &PlaceTool::placed, this, atPoint);
    connect(&m_cut, &CutTool::drawn, this, atPoint);
    renewStructures();
    takeTool(0);
    chooseWhole();
}

EditorPanel::~EditorPanel() = default;

void EditorPanel::buildTarget(QVBoxLayout* column)
{
    auto* title = new QLabel(tr("Structure"));
    title->setProperty("role", QStringLiteral("title"));
    column->addWidget(title);
    m_structure->setObjectName(QStringLiteral("editStructure"));
    m_structure->setAccessibleName(tr("Structure to correct"));
    m_structure->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_structure->setMinimumContentsLength(18);
    column->addWidget(m_structure);
    m_name->setObjectName(QStringLiteral("editName"));
    m_name->setAccessibleName(tr("Name of the new structure"));
    m_name->setPlaceholderText(tr("Name of the new structure"));
    column->addWidget(m_name);
    connect(m_structure, &QComboBox::currentIndexChanged, this, [this] {
        m_name->setVisible(m_structure->currentData().toString().isEmpty());
        renewWhole();
    });
}

void EditorPanel::buildTools(QVBoxLayout* column)
{
    auto* title = new QLabel(tr("Tool"));
    title->setProperty("role", QStringLiteral("title"));
    column->addWidget(title);
    auto* grid = new QGridLayout;
    grid->setSpacing(4);
    m_buttons->setExclusive(true);
    int n = 0;
    for (const Kind& kind : kinds()) {
        auto* button = new QPushButton(kind.text);
        button->setObjectName(QLatin1String(kind.name));
        button->setAccessibleName(tr("Tool: %1").arg(kind.text));
        button->setToolTip(kind.hint);
        button->setCheckable(true);
        button->setChecked(n == 0);
        m_buttons->addButton(button, n);
        grid->addWidget(button, n / 3, n % 3);
        ++n;
    }
    column->addLayout(grid);
    connect(m_buttons, &QButtonGroup::idClicked, this, &EditorPanel::takeTool);
    m_hint->setObjectName(QStringLiteral("editHint"));
    m_hint->setWordWrap(true);
    column->addWidget(m_hint);
    m_formColumn = new QVBoxLayout;
    column->addLayout(m_formColumn);
}

void EditorPanel::buildWhole(QVBoxLayout* column)
{
    auto* title = new QLabel(tr("The structure as a whole"));
    title->setProperty("role", QStringLiteral("title"));
    column->addWidget(title);
    m_whole->setObjectName(QStringLiteral("editWhole"));
    m_whole->setAccessibleName(tr("What to do with the whole structure"));
    for (const char* id : {"edit.margin", "edit.hollow", "edit.smooth", "edit.islands", "edit.split-islands",
                           "edit.fill-between", "edit.grow-from-seeds", "mask.combine", "mask.morphology"})
        if (const Operation* operation = m_context.bench.registry().find(id))
            m_whole->addItem(shown(operation->info().name), QLatin1String(id));
    column->addWidget(m_whole);
    m_wholeColumn = new QVBoxLayout;
    column->addLayout(m_wholeColumn);
    m_apply->setText(tr("Apply"));
    m_apply->setObjectName(QStringLiteral("editApply"));
    m_apply->setAccessibleName(tr("Apply to the whole structure"));
    column->addWidget(m_apply);
    connect(m_whole, &QComboBox::currentIndexChanged, this, &EditorPanel::chooseWhole);
    connect(m_apply, &QPushButton::clicked, this, &EditorPanel::applyWhole);
}

void EditorPanel::renewStructures()
{
    const Case& c = m_context.bench.document().current();
    const QString was = m_structure->currentData().toString();
    {
        const QSignalBlocker block(m_structure);
        m_structure->clear();
        for (const auto& [id, s] : c.structures)
            if (s->mask)
                m_structure->addItem(swatch(s->colour, *m_context.theme), structureName(*s), q(id.text()));
        m_structure->addItem(tr("New structure …"), QString());
        const QString wanted = was.isEmpty() ? q(m_context.bench.selection().text()) : was;
        const int at = m_structure->findData(wanted);
        m_structure->setCurrentIndex(was.isEmpty() && m_name->isVisible() && !m_name->text().isEmpty()
                                         ? m_structure->count() - 1
                                         : std::max(at, 0));
    }
    m_name->setVisible(m_structure->currentData().toString().isEmpty());
    for (ParamForm* form : {m_form, m_wholeForm})
        if (form)
            form->setCase(m_context.bench.document().snapshot());
    renewWhole();
}

void EditorPanel::say(const QString& text, const char* role)
{
    m_hint->setText(text);
    m_hint->setProperty("role", QLatin1String(role));
    restyle(m_hint);
}

void EditorPanel::takeTool(int kind)
{
    if (m_form)
        m_kept[m_kind] = m_form->values();
    m_kind = kind;
    const Kind& k = kinds()[static_cast<size_t>(kind)];
    m_operation = *k.operation ? &m_context.bench.registry().at(k.operation) : nullptr;
    say(k.hint);
    renewForm();
    m_stroke.setErasing(std::string_view(k.mode) == "remove");
    if (!m_context.viewer)
        return;
    using Hand = Kind::Hand;
    SliceTool* tool = k.hand == Hand::Stroke    ? static_cast<SliceTool*>(&m_stroke)
                      : k.hand == Hand::Outline ? static_cast<SliceTool*>(&m_outline)
                      : k.hand == Hand::Place   ? static_cast<SliceTool*>(&m_place)
                      : k.hand == Hand::Cut     ? static_cast<SliceTool*>(&m_cut)
                                                : nullptr;
    m_context.viewer->setTool(tool);
}

void EditorPanel::renewForm()
{
    delete m_form;
    m_form = nullptr;
    if (!m_operation)
        return;
    const Kind& k = kinds()[static_cast<size_t>(m_kind)];
    ParamList list;
    for (Param p : m_operation->declare().all()) {
        const bool own = std::find(k.own.begin(), k.own.end(), p.key) != k.own.end();
        if (own || p.key == "structure" || (p.key == "name" && p.label == "New name") || p.key == "volume")
            continue;
        if (k.hand == Kind::Hand::Place && p.key == "method") // the others need no click
            std::erase_if(p.choices, [](const std::string& c) { return !c.ends_with("-at"); }),
                p.defaultValue = p.choices.front();
        list.add(std::move(p));
    }
    m_form = new ParamForm(list);
    m_form->setCase(m_context.bench.document().snapshot());
    if (const auto kept = m_kept.find(m_kind); kept != m_kept.end())
        m_form->setValues(kept->second);
    else if (k.hand == Kind::Hand::Outline) {
        ParamValues v;
        v.set("mode", std::string("remove")); // what scissors are for
        m_form->setValues(v);
    }
    m_formColumn->addWidget(m_form);
    const auto takeRadius = [this] {
        const ParamValues v = m_form->values();
        if (v.has("radius"))
            m_stroke.setRadius(v.real("radius"));
    };
    connect(m_form, &ParamForm::changed, this, takeRadius);
    takeRadius();
}

ParamValues EditorPanel::valuesOfRun() const
{
    return values(
        [this](const Id& id) { return m_pending > 0 || m_context.bench.document().current().structures.contains(id); });
}

ParamValues EditorPanel::values(const std::function<bool(const Id&)>& isThere) const
{
    const Kind& k = kinds()[static_cast<size_t>(m_kind)];
    ParamValues v = m_form->values();
    const ParamList list = m_operation->declare();
    v.set("structure", u8(m_structure->currentData().toString()));
    if (list.find("volume") && list.find("volume")->type == ParamType::Object && m_context.viewer)
        v.set("volume", m_context.viewer->volume().text());
    if (m_structure->currentData().toString().isEmpty() && list.find("name")) {
        v.set("name", u8(m_name->text()));
        const Id id = m_name->text().trimmed().isEmpty() ? Id() : slug(u8(m_name->text()));
        if (!id.empty() && isThere(id)) {
            v.set("structure", id.text());
            v.set("name", std::string());
        }
    }
    if (*k.mode)
        v.set("mode", std::string(k.mode));
    return v;
}

bool EditorPanel::mayBegin()
{
    const std::vector<ParamProblem> problems = m_form->problems();
    if (!problems.empty()) {
        say(shown(problems.front().text), "stop");
        return false;
    }
    return true;
}

void EditorPanel::sweep(const std::vector<Vec3>& piece, const Vec3& normal)
{
    const bool begins = piece.size() == 1;
    if (begins)
        m_refused = !mayBegin();
    if (m_refused)
        return;
    if (!m_working)
        m_working = m_context.bench.document().current();
    ParamValues v = values([this](const Id& id) { return m_working->structures.contains(id); });
    v.set("path", piece);
    v.set("normal", normal);
    try {
        v = fillDefaults(m_operation->declare(), *m_working, v);
        if (begins) {
            const Findings findings = checkOperation(*m_operation, *m_working, v);
            for (const Finding& f : findings)
                if (f.severity == Severity::Stop)
                    throw Error(ErrorCode::BadInput, f.text, f.advice);
            say(findings.empty() ? kinds()[static_cast<size_t>(m_kind)].hint : q(findings.front().text),
                findings.empty() ? "muted" : "warning");
        }
    } catch (const Error& e) {
        say(shown(e.what()), "stop");
        m_refused = true;
        if (m_pending == 0)
            forgetPreview();
        return;
    }
    try {
        Job job;
        *m_working = pollux::apply(*m_working, m_operation->run(*m_working, v, job));
    } catch (const Error&) {
        return; // a piece may change nothing; the whole stroke says what is wrong with it
    }
    const Id id = v.text("structure").empty() ? slug(v.text("name")) : Id(v.text("structure"));
    const Structure& s = m_working->structure(id);
    if (m_context.viewer)
        m_context.viewer->setMaskPreview(MaskPreview{id, s.mask, QColor(s.colour[0], s.colour[1], s.colour[2])});
}

void EditorPanel::run(ParamValues v)
{
    if (!mayBegin())
        return;
    const bool makesNew = m_structure->currentData().toString().isEmpty() && v.text("structure").empty();
    const Id fresh = makesNew && v.has("name") && !v.text("name").empty() ? slug(v.text("name")) : Id();
    ++m_pending;
    m_context.bench.run(m_operation->info().id, v, [this, fresh](const Outcome& outcome) {
        if (--m_pending == 0)
            forgetPreview();
        if (!outcome.ok) {
            if (!outcome.cancelled)
                say(outcome.error, "stop");
            return;
        }
        if (const int at = fresh.empty() ? -1 : m_structure->findData(q(fresh.text())); at >= 0) {
            m_structure->setCurrentIndex(at);
            m_name->clear();
        }
        if (outcome.findings.empty())
            say(kinds()[static_cast<size_t>(m_kind)].hint);
        else
            say(shown(outcome.findings.front().text + " " + outcome.findings.front().advice), "warning");
    });
}

void EditorPanel::forgetPreview()
{
    m_working.reset();
    if (m_context.viewer)
        m_context.viewer->setMaskPreview(std::nullopt);
}

void EditorPanel::chooseWhole()
{
    delete m_wholeForm;
    m_wholeForm = nullptr;
    const Operation* operation = m_context.bench.registry().find(u8(m_whole->currentData().toString()));
    if (!operation)
        return;
    ParamList list;
    for (const Param& p : operation->declare().all())
        if (p.key != "structure" && p.key != "a")
            list.add(p);
    m_wholeForm = new ParamForm(list, [this]() -> std::optional<Vec3> {
        return m_context.viewer ? std::optional(m_context.viewer->crosshair()) : std::nullopt;
    });
    m_wholeForm->setCase(m_context.bench.document().snapshot());
    m_wholeColumn->addWidget(m_wholeForm);
    connect(m_wholeForm, &ParamForm::changed, this, &EditorPanel::renewWhole);
    renewWhole();
}

void EditorPanel::renewWhole()
{
    if (!m_wholeForm)
        return;
    QString why;
    if (m_structure->currentData().toString().isEmpty())
        why = tr("Choose a structure that is there.");
    else if (const auto problems = m_wholeForm->problems(); !problems.empty())
        why = shown(problems.front().text);
    m_apply->setEnabled(why.isEmpty());
    m_apply->setToolTip(why.isEmpty() ? tr("One step; undo takes it back.") : why);
}

void EditorPanel::applyWhole()
{
    const Operation& operation = m_context.bench.registry().at(u8(m_whole->currentData().toString()));
    ParamValues v = m_wholeForm->values();
    const ParamList list = operation.declare();
    for (const char* key : {"structure", "a"})
        if (list.find(key))
            v.set(key, u8(m_structure->currentData().toString()));
    m_context.bench.run(operation.info().id, v, [this](const Outcome& outcome) {
        if (!outcome.ok && !outcome.cancelled)
            say(outcome.error, "stop");
    });
}

void EditorPanel::hideEvent(QHideEvent* event)
{
    QWidget::hideEvent(event);
    // Who looks at another task does not paint by accident.
    if (m_kind != 0) {
        m_buttons->button(0)->setChecked(true);
        takeTool(0);
    }
}

} // namespace pollux
