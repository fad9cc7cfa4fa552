#include "ui/panels/pair_setter.h"

#include "core/case/landmark_pairs.h"
#include "core/operation/run.h"
#include "ui/forms/text.h"
#include "ui/panels/state_mark.h"
#include "ui/viewer/viewer.h"

#include <QComboBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <algorithm>

namespace pollux {

namespace {

constexpr const char* kSet = "case.landmark-pair";
constexpr const char* kRegister = "register.landmarks";

void setUp(QComboBox* box, const char* name, const QString& accessible)
{
    box->setObjectName(QLatin1String(name));
    box->setAccessibleName(accessible);
    box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    box->setMinimumContentsLength(8);
}

Id idIn(const QComboBox* box)
{
    const QString text = box->currentData().toString();
    return text.isEmpty() ? Id() : Id(u8(text));
}

} // namespace

PairSetter::PairSetter(PanelContext& context, QWidget* parent)
    : QWidget(parent), m_context(context), m_fixed(new QComboBox), m_moving(new QComboBox), m_name(new QLineEdit),
      m_add(new QPushButton(tr("Add pair"))), m_hint(new QLabel), m_kind(new QComboBox),
      m_register(new QPushButton(tr("Register")))
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    setUp(m_fixed, "pairFixed", tr("Fixed image of the pairs"));
    setUp(m_moving, "pairMoving", tr("Moving image of the pairs"));
    setUp(m_kind, "pairKind", tr("Kind of registration by landmarks"));
    m_kind->addItem(shown("rigid"), QStringLiteral("rigid"));
    m_kind->addItem(shown("affine"), QStringLiteral("affine"));
    m_kind->setToolTip(tr("Rigid shifts and turns and needs three pairs; affine stretches and shears too and needs "
                          "four."));
    auto* form = new QFormLayout;
    form->addRow(tr("Fixed"), m_fixed);
    form->addRow(tr("Moving"), m_moving);
    column->addLayout(form);
    m_name->setObjectName(QStringLiteral("pairName"));
    m_name->setAccessibleName(tr("Name of the next pair"));
    m_name->setMinimumWidth(80);
    m_add->setObjectName(QStringLiteral("pairAdd"));
    m_add->setAccessibleName(tr("Add a pair: click the place in the fixed image, then in the moving one"));
    auto* place = new QHBoxLayout;
    place->addWidget(m_name, 1);
    place->addWidget(m_add);
    column->addLayout(place);
    m_hint->setObjectName(QStringLiteral("pairHint"));
    m_hint->setWordWrap(true);
    column->addWidget(m_hint);
    m_register->setObjectName(QStringLiteral("pairRegister"));
    m_register->setAccessibleName(tr("Register the two images by their pairs of landmarks"));
    auto* last = new QHBoxLayout;
    last->addWidget(m_kind, 1);
    last->addWidget(m_register);
    column->addLayout(last);
    for (QComboBox* box : {m_fixed, m_moving})
        connect(box, &QComboBox::currentIndexChanged, this, [this] {
            renewButtons();
            Q_EMIT imagesChanged();
        });
    connect(m_kind, &QComboBox::currentIndexChanged, this, &PairSetter::renewButtons);
    connect(m_add, &QPushButton::clicked, this, &PairSetter::begin);
    connect(m_register, &QPushButton::clicked, this, &PairSetter::run);
    connect(&m_tool, &PointTool::placed, this, &PairSetter::take);
    connect(&m_tool, &PointTool::cancelled, this, &PairSetter::stop);
    say({});
    fill();
}

PairSetter::~PairSetter()
{
    m_tool.disconnect(this); // its end must not ask for what is gone
}

Id PairSetter::fixed() const
{
    return idIn(m_fixed);
}

Id PairSetter::moving() const
{
    return idIn(m_moving);
}

void PairSetter::setRegistration(std::shared_ptr<const Registration> registration)
{
    m_registration = std::move(registration);
    fill();
}

void PairSetter::fill()
{
    const Case& c = m_context.bench.document().current();
    const Id first = fixed(), second = moving();
    {
        const QSignalBlocker quietFixed(m_fixed), quietMoving(m_moving);
        for (QComboBox* box : {m_fixed, m_moving}) {
            box->clear();
            for (const auto& [id, v] : c.volumes)
                box->addItem(q(v->name), q(id.text()));
        }
        const auto choose = [](QComboBox* box, const Id& id, int otherwise) {
            const int row = box->findData(q(id.text()));
            box->setCurrentIndex(row >= 0 ? row : std::min(otherwise, box->count() - 1));
        };
        choose(m_fixed, m_registration ? m_registration->fixed : first, 0);
        choose(m_moving, m_registration ? m_registration->moving : second, 1);
    }
    if (m_step != Step::None && (!c.volumes.contains(m_stepFixed) || !c.volumes.contains(m_stepMoving)))
        stop();
    renewButtons();
}

void PairSetter::renewButtons()
{
    const Case& c = m_context.bench.document().current();
    for (QComboBox* box : {m_fixed, m_moving}) {
        box->setEnabled(!m_registration && c.volumes.size() > 1);
        box->setToolTip(box->isEnabled() ? QString()
                        : m_registration ? tr("Those of the registration chosen above.")
                                         : tr("The case has no two images."));
    }
    QString why;
    if (!m_context.viewer)
        why = tr("There are no views to click in.");
    else if (fixed().empty() || moving().empty())
        why = tr("The case has no two images.");
    else if (fixed() == moving())
        why = tr("Choose two images.");
    m_add->setEnabled(why.isEmpty());
    m_add->setToolTip(why.isEmpty() ? tr("Click the place in the fixed image, then in the moving one. Space sets it at "
                                         "the crosshair, Escape gives up.")
                                    : why);
    m_add->setText(m_step == Step::None ? tr("Add pair") : tr("Give up"));
    m_name->setPlaceholderText(freeName());
    QString cannot;
    const Operation* operation = m_context.bench.registry().find(kRegister);
    if (!operation)
        cannot = tr("This program has no operation to register by landmarks.");
    else if (fixed().empty() || moving().empty())
        cannot = tr("The case has no two images.");
    else
        for (const Finding& f : checkOperation(*operation, c, registerValues()))
            if (cannot.isEmpty() && f.severity == Severity::Stop)
                cannot = shown(f.text + " " + f.advice);
    m_register->setEnabled(cannot.isEmpty());
    m_register->setToolTip(cannot.isEmpty() ? tr("One step; undo takes it back.") : cannot);
}

QString PairSetter::freeName() const
{
    const Case& c = m_context.bench.document().current();
    for (int n = 1;; ++n) {
        const QString name = tr("Place %1").arg(n);
        bool taken = false;
        for (const Id& image : {fixed(), moving()}) {
            const std::string id = landmarkIdOn(u8(name), image);
            taken = taken || (isValidId(id) && c.kindOf(Id(id)));
        }
        if (!taken)
            return name;
    }
}

void PairSetter::lookAt(const Id& volume, const Vec3& p)
{
    const auto v = m_context.bench.document().current().volumes.find(volume);
    if (v == m_context.bench.document().current().volumes.end())
        return;
    m_context.viewer->setVolume(volume);
    const Index3 i = v->second->volume.grid().nearest(p);
    if (v->second->volume.grid().contains(i[0], i[1], i[2]))
        m_context.viewer->flyTo(p);
}

void PairSetter::begin()
{
    if (m_step != Step::None) {
        stop();
        return;
    }
    m_stepFixed = fixed();
    m_stepMoving = moving();
    lookAt(m_stepFixed, m_context.viewer->crosshair());
    m_context.viewer->setTool(&m_tool);
    m_step = Step::Fixed;
    say(tr("Click the place in the fixed image."), "note");
    renewButtons();
}

void PairSetter::take(const Vec3& p)
{
    if (m_step == Step::Fixed) {
        m_first = p;
        m_step = Step::Moving;
        // Near where it must be: by the registration if there is one, else at the same coordinates.
        lookAt(m_stepMoving, m_registration ? (*m_registration)(p) : p);
        say(tr("Now click the same place in the moving image."), "note");
        return;
    }
    if (m_step != Step::Moving)
        return;
    const QString typed = m_name->text().trimmed();
    ParamValues values;
    values.set("name", u8(typed.isEmpty() ? freeName() : typed));
    values.set("fixed", m_stepFixed.text());
    values.set("moving", m_stepMoving.text());
    values.set("fixed_point", m_first);
    values.set("moving_point", p);
    const Vec3 first = m_first;
    stop();
    m_name->clear();
    m_context.viewer->flyTo(first);
    m_context.bench.run(kSet, values, [this](const Outcome& o) {
        if (!o.ok && !o.cancelled)
            say(o.error, "stop");
    });
}

void PairSetter::stop()
{
    if (m_step == Step::None)
        return;
    m_step = Step::None; // first: putting the tool away comes back here
    if (m_context.viewer->tool() == &m_tool)
        m_context.viewer->setTool(nullptr);
    if (m_context.bench.document().current().volumes.contains(m_stepFixed))
        m_context.viewer->setVolume(m_stepFixed);
    say({});
    renewButtons();
}

ParamValues PairSetter::registerValues() const
{
    const Case& c = m_context.bench.document().current();
    ParamValues values;
    values.set("fixed", fixed().text());
    values.set("moving", moving().text());
    values.set("kind", u8(m_kind->currentData().toString()));
    // A name of its own: it must not take the place of one that was found otherwise.
    values.set("name", c.nameOf(moving()) + " on " + c.nameOf(fixed()) + " by landmarks");
    values.set("resample", false); // the views lay the moving image through the registration
    return values;
}

void PairSetter::run()
{
    const ParamValues values = registerValues();
    const Id result = slug(values.text("name"));
    m_context.bench.run(kRegister, values, [this, result](const Outcome& o) {
        if (o.ok)
            Q_EMIT made(result);
        else if (!o.cancelled)
            say(o.error, "stop");
    });
}

void PairSetter::say(const QString& text, const char* role)
{
    m_hint->setText(text);
    m_hint->setVisible(!text.isEmpty());
    m_hint->setProperty("role", QLatin1String(role));
    restyle(m_hint);
}

void PairSetter::hideEvent(QHideEvent* event)
{
    QWidget::hideEvent(event);
    stop();
}

} // namespace pollux
