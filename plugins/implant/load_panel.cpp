#include "plugins/implant/load_panel.h"

#include "plugins/implant/arch_axes.h"
#include "ui/forms/quantity_edit.h"
#include "ui/forms/text.h"
#include "ui/panels/state_mark.h"
#include "ui/viewer/viewer.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QSignalBlocker>
#include <QSlider>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace pollux::implant {

namespace {

struct Range
{
    int low, high;      ///< of the slider: what is usual
    double least, most; ///< of the field
};
constexpr std::array<Range, 4> kRanges{Range{-200, 500, -2000, 2000}, Range{0, 300, 0, 2000},
                                       Range{-180, 180, -360, 360}, Range{0, 3000, 0, 40000}};

/// 99th percentile of a plan of the stress, MPa.
double recordedP99(const Plan& plan)
{
    for (const PlanNumber& n : plan.numbers)
        if (n.key == "p99" && n.after)
            return *n.after;
    return 0;
}

} // namespace

LoadPanel::LoadPanel(PanelContext& context, const StressOperation& stress, QWidget* parent)
    : QWidget(parent), m_context(context), m_stress(stress), m_units(new UnitLoads(context, stress, this)),
      m_cheek(new QPushButton(tr("To the cheek"), this)), m_tongue(new QPushButton(tr("To the tongue"), this)),
      m_compute(new QPushButton(tr("Compute with this load"), this)), m_told(new QLabel(this))
{
    build();
    connect(m_units, &UnitLoads::changed, this, &LoadPanel::renewNumbers);
    connect(m_cheek, &QPushButton::clicked, this, [this] { turnTo(true); });
    connect(m_tongue, &QPushButton::clicked, this, [this] { turnTo(false); });
    connect(m_compute, &QPushButton::clicked, this, [this] {
        if (const auto l = load(); l && checkLoad(*l).empty())
            Q_EMIT computeWanted(valuesOf(*l));
    });
    hide();
}

void LoadPanel::build()
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 8, 0, 0);
    column->setSpacing(4);
    auto* title = new QLabel(tr("Another load"), this);
    title->setProperty("role", QStringLiteral("title"));
    column->addWidget(title);
    auto* grid = new QGridLayout;
    grid->setSpacing(4);
    grid->setColumnStretch(1, 1);
    addRow(grid, Axial, "loadAxial", tr("Along the axis (N)"),
           tr("Towards the apex; below 0 it pulls the implant out of the bone."));
    addRow(grid, Bending, "loadBending", tr("Bending (N)"), tr("At right angles to the implant's axis."));
    addRow(grid, Direction, "loadDirection", tr("Direction (°)"),
           tr("Of the bending: 0 to the patient's left, 90 to the front, 180 to the right, -90 to the back."));
    addRow(grid, Moment, "loadMoment", tr("Moment (N mm)"),
           tr("Bends the same way, as a bending force high above the implant does: force times height."));
    column->addLayout(grid);
    auto* ways = new QHBoxLayout;
    ways->setSpacing(4);
    m_cheek->setObjectName(QStringLiteral("loadCheek"));
    m_cheek->setAccessibleName(tr("Direct the bending to the cheek"));
    m_tongue->setObjectName(QStringLiteral("loadTongue"));
    m_tongue->setAccessibleName(tr("Direct the bending to the tongue"));
    ways->addWidget(m_cheek);
    ways->addWidget(m_tongue);
    ways->addStretch();
    column->addLayout(ways);
    m_told->setObjectName(QStringLiteral("loadTold"));
    m_told->setWordWrap(true);
    m_told->setTextFormat(Qt::PlainText);
    column->addWidget(m_told);
    m_compute->setObjectName(QStringLiteral("computeLoad"));
    m_compute->setAccessibleName(m_compute->text());
    column->addWidget(m_compute, 0, Qt::AlignLeft);
}

void LoadPanel::addRow(QGridLayout* grid, Row row, const char* name, const QString& label, const QString& help)
{
    Control& c = m_controls[row];
    c.edit = new QuantityEdit(false, this);
    c.slider = new QSlider(Qt::Horizontal, this);
    c.edit->setObjectName(QString::fromLatin1(name));
    c.edit->setAccessibleName(label);
    c.edit->setRange(kRanges[row].least, kRanges[row].most);
    c.edit->setFixedWidth(88);
    c.slider->setObjectName(QString::fromLatin1(name) + QStringLiteral("Slider"));
    c.slider->setAccessibleName(tr("%1, slider").arg(label));
    c.slider->setRange(kRanges[row].low, kRanges[row].high);
    c.slider->setPageStep((kRanges[row].high - kRanges[row].low) / 20);
    for (QWidget* w : {static_cast<QWidget*>(c.edit), static_cast<QWidget*>(c.slider)})
        w->setToolTip(help);
    auto* text = new QLabel(label, this);
    text->setBuddy(c.edit);
    grid->addWidget(text, row, 0);
    grid->addWidget(c.slider, row, 1);
    grid->addWidget(c.edit, row, 2);
    connect(c.slider, &QSlider::valueChanged, this, [this, c](int value) {
        const QSignalBlocker quiet(c.edit);
        c.edit->setValue(value);
        touched();
    });
    connect(c.edit, &QuantityEdit::valueChanged, this, [this, c] {
        const QSignalBlocker quiet(c.slider);
        if (const auto v = c.edit->value())
            c.slider->setValue(int(std::lround(std::clamp(*v, -1e6, 1e6))));
        touched();
    });
}

void LoadPanel::setLoad(const ImplantLoad& load)
{
    const std::array<double, 4> values{load.axial, load.bending, load.direction, load.moment};
    for (size_t n = 0; n < values.size(); ++n) {
        const QSignalBlocker quietEdit(m_controls[n].edit), quietSlider(m_controls[n].slider);
        const double value = std::round(values[n] * 1000) / 1000; // nobody reads more
        m_controls[n].edit->setValue(value);
        m_controls[n].slider->setValue(int(std::lround(value)));
    }
}

std::optional<ImplantLoad> LoadPanel::load() const
{
    std::array<double, 4> v{};
    for (size_t n = 0; n < v.size(); ++n) {
        const auto value = m_controls[n].edit->value();
        if (!value || *value < kRanges[n].least || *value > kRanges[n].most)
            return {};
        v[n] = *value;
    }
    return ImplantLoad{v[Axial], v[Bending], v[Direction], v[Moment]};
}

void LoadPanel::renew(const ParamValues& values, const std::optional<PlacedImplant>& placed,
                      const std::shared_ptr<const Plan>& result)
{
    m_values = values;
    m_placed = placed;
    const bool other = result != m_result;
    m_result = result;
    setVisible(result && placed);
    if (!result || !placed) {
        m_touched = false;
        endMap();
        m_units->drop();
        return;
    }
    if (other) {
        m_touched = false;
        endMap();
        setLoad(loadOf(m_stress.setup(values, placed->pose.direction), placed->pose.direction));
    }
    m_units->follow(values, placed);
    renewNumbers();
}

void LoadPanel::poseMoves()
{
    m_touched = false;
    m_mapShown = false; // the moving implant has its own by now
    m_units->drop();
    renewNumbers();
}

void LoadPanel::setBlocked(const QString& why)
{
    m_blocked = why;
    renewButtons();
}

void LoadPanel::touched()
{
    if (!m_result || !m_placed)
        return;
    m_touched = true;
    if (const auto l = load(); l && !l->none())
        m_units->want(m_values, *m_placed);
    renewNumbers();
}

void LoadPanel::renewNumbers()
{
    renewButtons();
    if (!m_result || !m_placed)
        return;
    const auto l = load();
    if (!m_touched) {
        const QString& problem = m_units->problem();
        say(problem.isEmpty() ? tr("The load that was computed. Move a slider: the stress of another one follows at "
                                   "once, after some seconds for six unit loads.")
                              : problem,
            "muted");
        return;
    }
    if (!l) {
        say(tr("A field holds no number, or one out of its range."), "stop");
        return;
    }
    if (l->none()) {
        say(tr("There is no load, so there is no stress."), "muted");
        if (m_units->solved())
            showMap(elasticity::Voigt::Zero(), 0);
        return;
    }
    const auto& solved = m_units->solved();
    if (!solved) {
        say(m_units->solving() ? tr("Six unit loads are being solved: see the progress below.") : m_units->problem(),
            m_units->solving() ? "muted" : "warning");
        return;
    }
    const elasticity::Voigt amounts = amountsOf(solved->units.shell, *l, m_placed->pose.direction);
    const StressFrame frame = combined(solved->units.shell, amounts);
    const double limit = m_values.real("failure_index");
    const bool above = frame.failure99 > limit;
    const auto plain = [](double v) { return QLocale::c().toString(v, 'f', 2); };
    say(tr("From unit loads, exact by superposition (linear): 99th percentile %1, 95th %2, strain failure index %3 "
           "(limit %4%5).")
            .arg(shown(frame.p99, Unit::Megapascal), shown(frame.p95, Unit::Megapascal), plain(frame.failure99),
                 plain(limit), above ? tr(", above it") : QString()),
        above ? "warning" : "");
    showMap(amounts, frame.p99);
}

void LoadPanel::renewButtons()
{
    const bool arch = m_placed && archTangent(m_context.bench.document().current(), m_placed->pose.origin).has_value();
    m_cheek->setVisible(arch);
    m_tongue->setVisible(arch);
    const auto l = load();
    const Findings all = l ? checkLoad(*l) : Findings{};
    QString why;
    if (!m_blocked.isEmpty())
        why = m_blocked;
    else if (!l)
        why = tr("A field holds no number, or one out of its range.");
    else if (!all.empty())
        why = shown(all.front().text + " " + all.front().advice);
    else if (!m_touched)
        why = tr("This load is computed already: move a slider for another one.");
    m_compute->setEnabled(why.isEmpty());
    m_compute->setToolTip(why.isEmpty() ? tr("Computes the stress anew with this load, so that the plan holds it.")
                                        : why);
}

void LoadPanel::showMap(const elasticity::Voigt& amounts, double p99)
{
    const auto& solved = m_units->solved();
    if (!solved || !m_context.viewer || !isVisible())
        return;
    // The scale of the result stays, so that colours can be compared; more stress than it can show makes it longer.
    auto map = std::make_shared<Field>(
        stressMap(solved->map, misesOf(solved->units.places, amounts), std::max(recordedP99(*m_result), p99)));
    map->name = "Stress of the bone, from unit loads";
    m_context.viewer->setMapPreview(std::move(map));
    m_mapShown = true;
}

void LoadPanel::endMap()
{
    if (m_mapShown && m_context.viewer)
        m_context.viewer->setMapPreview(nullptr);
    m_mapShown = false;
}

void LoadPanel::turnTo(bool cheek)
{
    if (!m_placed)
        return;
    const auto tangent = archTangent(m_context.bench.document().current(), m_placed->pose.origin);
    if (!tangent)
        return;
    const Vec3 tongue = axesAlongImplant(m_placed->pose, tangent).col(1);
    const double degrees = directionOf(m_placed->pose.direction, cheek ? Vec3(-tongue) : tongue);
    m_controls[Direction].edit->setValue(std::round(degrees * 10) / 10);
}

void LoadPanel::say(const QString& text, const char* role)
{
    m_told->setText(text);
    if (m_told->property("role").toString() == QLatin1String(role))
        return;
    m_told->setProperty("role", QLatin1String(role));
    restyle(m_told);
}

void LoadPanel::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    renewNumbers();
}

void LoadPanel::hideEvent(QHideEvent* event)
{
    endMap(); // another task draws in the views now
    QWidget::hideEvent(event);
}

} // namespace pollux::implant
