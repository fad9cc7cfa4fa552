#include "plugins/implant/screw_grade_panel.h"

#include "plugins/implant/screw_scene.h"
#include "ui/forms/text.h"
#include "ui/viewer/viewer.h"

#include <QEvent>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace pollux::implant {

namespace {

constexpr int kSign = 24; // pixels

} // namespace

ScrewGrade::ScrewGrade(PanelContext& context, QWidget* parent)
    : QWidget(parent), m_context(context), m_sign(new QLabel(this)), m_grade(new QLabel(this)),
      m_told(new QLabel(this)), m_fly(new QPushButton(tr("Show the place"), this))
{
    m_grade->setObjectName(QStringLiteral("screwGrade"));
    m_grade->setTextFormat(Qt::RichText);
    m_told->setObjectName(QStringLiteral("screwGradeTold"));
    m_told->setWordWrap(true);
    m_fly->setObjectName(QStringLiteral("screwWallPlace"));
    m_fly->setAccessibleName(tr("Show where the least bone is beside the screw"));
    auto* row = new QHBoxLayout;
    row->addWidget(m_sign);
    row->addWidget(m_grade, 1);
    row->addWidget(m_fly);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    column->addLayout(row);
    column->addWidget(m_told);
    connect(m_fly, &QPushButton::clicked, this, [this] {
        if (m_place && m_context.viewer)
            m_context.viewer->flyTo(*m_place);
    });
}

void ScrewGrade::show(const std::vector<PlanNumber>& numbers, const ParamValues& values, bool stale)
{
    const auto wall = std::find_if(numbers.begin(), numbers.end(),
                                   [](const PlanNumber& n) { return n.key == "wall" && n.after.has_value(); });
    const bool approximate =
        std::any_of(numbers.begin(), numbers.end(), [](const PlanNumber& n) { return n.approximate; });
    const QString about = approximate ? QStringLiteral("≈ ") : QString();
    QString title;
    if (wall == numbers.end()) {
        m_mark = Mark::Stop;
        m_place.reset();
        title = about + tr("Not in bone");
        m_told->setText(tr("The screw is nowhere in bone by half of its girth."));
    } else {
        const double mm = *wall->after;
        const char grade = breachGrade(-mm, values.real("grade_b"), values.real("grade_c"), values.real("grade_d"));
        m_mark = markOfVerdict(wall->verdict);
        m_place = wall->place;
        title = about + tr("Grade %1").arg(QLatin1Char(grade));
        const Limit* source = m_context.bench.registry().limits().find("screw.grade_b");
        const QString evidence = shown(name(source ? source->evidence : Evidence::Unverified));
        m_told->setText(mm < 0 ? tr("The bone is breached by %1. Grades of Gertzbein and Robbins (%2).")
                                     .arg(shown(-mm, Unit::Millimetre), evidence)
                               : tr("No breach: %1 of bone or more beside it. Grades of Gertzbein and Robbins (%2).")
                                     .arg(shown(mm, Unit::Millimetre), evidence));
    }
    if (stale)
        m_mark = Mark::Stale;
    m_grade->setText(QStringLiteral("<span style='font-size:x-large; font-weight:600'>%1</span>").arg(title));
    m_grade->setAccessibleName(tr("Breach of the bone: %1, %2").arg(title, word(m_mark)));
    m_fly->setVisible(m_place.has_value());
    m_fly->setToolTip(tr("Flies to the least bone beside the screw"));
    draw();
}

void ScrewGrade::draw()
{
    m_grade->setProperty("role", role(m_mark));
    restyle(m_grade);
    if (m_context.theme)
        m_sign->setPixmap(icon(m_mark, *m_context.theme).pixmap(kSign, kSign));
}

void ScrewGrade::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && m_sign)
        draw();
}

} // namespace pollux::implant
