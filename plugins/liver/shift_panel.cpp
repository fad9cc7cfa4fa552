#include "plugins/liver/shift_panel.h"

#include "core/base/error.h"
#include "core/operation/run.h"
#include "plugins/liver/resect.h"
#include "ui/forms/param_form.h"
#include "ui/forms/small_widgets.h"
#include "ui/forms/structure_name.h"
#include "ui/forms/text.h"
#include "ui/panels/operation_step.h"
#include "ui/viewer/viewer.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPointer>
#include <QSignalBlocker>
#include <QSlider>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace pollux::liver {

namespace {

constexpr const char* kOperation = "liver.resect";
constexpr double kVoxelsOfADrag = 60'000; ///< that a cut in motion looks at: some 20 ms of work

} // namespace

/// What is cut, whatever the cut: kept while it moves.
struct ShiftPanel::Organ
{
    ParamValues of; ///< liver and lesions
    std::shared_ptr<const Case> c;
    ResectionInput input;
    LiverWhole whole;
    std::vector<QString> lesions; ///< their names
};

struct ShiftPanel::Prepared
{
    std::shared_ptr<const Organ> organ;
    std::function<double(const Vec3&)> height;
    ResectionShift shift;
};

ShiftPanel::ShiftPanel(PanelContext& context, OperationStep& step, QWidget* parent)
    : QWidget(parent), m_context(context), m_step(step), m_slider(new QSlider(Qt::Horizontal, this)),
      m_told(mutedLabel(this))
{
    m_slider->setObjectName(QStringLiteral("cutShift"));
    m_slider->setAccessibleName(tr("Shift of the cut along its normal, in tenths of a millimetre"));
    m_slider->setRange(-1000, 1000);
    m_slider->setSingleStep(5);
    m_slider->setPageStep(50);
    m_told->setObjectName(QStringLiteral("cutShiftTold"));
    auto* row = new QHBoxLayout;
    auto* label = new QLabel(tr("Move the cut"), this);
    label->setBuddy(m_slider);
    row->addWidget(label);
    row->addWidget(m_slider, 1);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    column->addLayout(row);
    column->addWidget(m_told);
    connect(m_slider, &QSlider::sliderPressed, this, [this] { m_dragging = true; });
    connect(m_slider, &QSlider::sliderReleased, this, [this] {
        m_dragging = false;
        release();
    });
    connect(m_slider, &QSlider::valueChanged, this, [this](int tenths) {
        move(tenths);
        if (!m_dragging) // by keyboard or wheel
            release();
    });
    connect(m_step.form(), &ParamForm::changed, this, &ShiftPanel::renew);
    renew();
}

void ShiftPanel::renew()
{
    const Operation& operation = m_context.bench.registry().at(kOperation);
    const auto now = m_context.bench.document().snapshot();
    ParamValues values = fillDefaults(operation.declare(), *now, m_step.form()->values());
    const double shift = values.has("shift") ? values.real("shift") : 0;
    if (!m_dragging) {
        const QSignalBlocker quiet(m_slider);
        m_slider->setValue(int(std::lround(shift * 10)));
    }
    values.set("shift", 0.0);
    ParamValues asked = m_step.form()->values();
    asked.set("shift", 0.0);
    const Findings findings = checkOperation(operation, *now, asked);
    QString why;
    for (const Finding& f : findings)
        // Shifted into the liver it may well cut it.
        if (f.severity == Severity::Stop && f.code != "liver.plane-misses" && why.isEmpty())
            why = shown(f.text + " " + f.advice);
    if (why.isEmpty() && values.text("method") == kCutByBranch)
        why = tr("The territory of a branch is not shifted: choose a plane or a surface.");
    m_slider->setEnabled(why.isEmpty());
    m_slider->setToolTip(why.isEmpty() ? tr("Towards what is removed, or away from it; what remains follows at once")
                                       : why);
    if (!why.isEmpty()) {
        m_told->setText(QString());
        m_prepared.reset();
        m_case.reset();
        showRemoved(nullptr);
        return;
    }
    // Everything that the numbers hang on; the plan's name and limits are none of it.
    ParamValues wanted;
    for (const char* key : {"liver", "method", "point", "normal", "cut_points", "lesions"})
        if (const auto it = values.all().find(key); it != values.all().end())
            wanted.set(key, it->second);
    const bool same = m_case && wanted == m_wanted && m_case->structures == now->structures;
    if (same)
        return;
    m_wanted = wanted;
    m_case = now;
    m_prepared.reset();
    if (m_following) { // what is told and shown is of the cut a moment ago
        prepare();
        return;
    }
    showRemoved(nullptr);
    m_told->setText(tr("Move it to see what remains."));
}

void ShiftPanel::setFollowing(bool on)
{
    if (on == m_following)
        return;
    m_following = on;
    m_prepared.reset(); // of every voxel again, or of fewer
    if (m_slider->isEnabled())
        prepare();
}

void ShiftPanel::prepare()
{
    // Not busy: the work before was stopped and will not land.
    if ((m_preparing && m_context.bench.busy()) || m_prepared || !m_case)
        return;
    m_preparing = true;
    const Operation& operation = m_context.bench.registry().at(kOperation);
    const ParamValues values = fillDefaults(operation.declare(), *m_case, m_step.form()->values());
    ParamValues of;
    for (const char* key : {"liver", "lesions"})
        if (const auto it = values.all().find(key); it != values.all().end())
            of.set(key, it->second);
    std::shared_ptr<const Organ> organ = m_organ;
    if (organ && !(organ->of == of && organ->c->structures == m_case->structures))
        organ.reset();
    // A moment of a drag is not listed among the jobs.
    const QString title = m_following ? QString() : tr("Prepare the cut");
    m_context.bench.runAside(title, [panel = QPointer<ShiftPanel>(this), values, of, organ, c = m_case,
                                     wanted = m_wanted, following = m_following](const Case&, Job& job) {
        std::shared_ptr<const Organ> cut = organ;
        std::shared_ptr<const Prepared> made;
        try {
            if (!cut) {
                CutSource source = cutSource(*c, values, job);
                LiverWhole whole = wholeLiver(source.input, job);
                std::vector<QString> names;
                for (const Id& id : source.lesions)
                    names.push_back(nameShown(*c, id));
                cut = std::make_shared<const Organ>(
                    Organ{of, c, std::move(source.input), std::move(whole), std::move(names)});
            }
            auto height = cutHeight(values);
            const double voxels = double(cut->whole.whole.count());
            const int stride = following ? std::max(1, int(std::cbrt(voxels / kVoxelsOfADrag))) : 1;
            ResectionShift shift(cut->input, cut->whole, height, stride, job);
            made = std::make_shared<const Prepared>(Prepared{cut, std::move(height), std::move(shift)});
        } catch (const Error&) {
            // Stopped, or a cut that only the operation can judge: its run says what is wrong.
        }
        return [panel, made, cut, c, wanted, following] {
            if (!panel)
                return;
            panel->m_preparing = false;
            panel->m_organ = cut;
            if (panel->m_case != c || !(panel->m_wanted == wanted) || panel->m_following != following) {
                if (made && panel->m_following && panel->m_case == c) // of the cut a moment ago
                    panel->tell(*made, panel->m_slider->value());
                panel->prepare(); // another case or another cut by now
                return;
            }
            panel->m_prepared = made;
            if (made)
                panel->move(panel->m_slider->value());
            else
                panel->m_told->setText(tr("Move it to see what remains."));
        };
    });
}

void ShiftPanel::move(int tenths)
{
    if (!m_prepared) {
        m_told->setText(tr("What remains is being prepared…"));
        prepare();
        return;
    }
    tell(*m_prepared, tenths);
    drawRemoved();
}

void ShiftPanel::tell(const Prepared& prepared, int tenths)
{
    const ResectionShift::At at = prepared.shift.at(tenths / 10.0);
    QString text = tr("≈ shifted by %1: %2 remain (%3 of the liver without lesions), %4 are removed.")
                       .arg(shown(tenths / 10.0, Unit::Millimetre), shown(at.remnantMl, Unit::Millilitre),
                            shown(at.remnantShare, Unit::Percent), shown(at.removedMl, Unit::Millilitre));
    for (size_t n = 0; n < at.lesions.size(); ++n) {
        const auto& lesion = at.lesions[n];
        const QString& name = prepared.organ->lesions[n];
        if (lesion.side == LesionSide::Removed)
            text += QChar(u'\n') + tr("%1: removed, %2 from the cut").arg(name, shown(lesion.margin, Unit::Millimetre));
        else if (lesion.side == LesionSide::Cut)
            text += QChar(u'\n') + tr("%1: THE CUT GOES THROUGH IT").arg(name);
        else if (lesion.side == LesionSide::Remains)
            text += QChar(u'\n') + tr("%1: remains, %2 from the cut").arg(name, shown(lesion.margin, Unit::Millimetre));
    }
    m_told->setText(text);
    if (const double whole = prepared.organ->whole.whole.volumeMl(); whole > 0)
        Q_EMIT moved(at.removedMl / whole);
}

void ShiftPanel::drawRemoved()
{
    if (!m_context.viewer || !m_prepared)
        return;
    m_drawAgain = m_drawing && m_context.bench.busy();
    if (m_drawAgain)
        return;
    m_drawing = true;
    m_context.bench.runAside(QString(), [panel = QPointer<ShiftPanel>(this), prepared = m_prepared,
                                         shift = m_slider->value() / 10.0](const Case&, Job& job) {
        std::shared_ptr<const Mask> removed;
        try {
            removed =
                std::make_shared<const Mask>(aboveCut(prepared->organ->whole.whole, prepared->height, shift, job));
        } catch (const Error&) {
            // Stopped: the numbers stand without a picture.
        }
        return [panel, prepared, removed] {
            if (!panel)
                return;
            panel->m_drawing = false;
            if (removed && panel->m_prepared == prepared && panel->isVisible())
                panel->showRemoved(removed);
            if (std::exchange(panel->m_drawAgain, false))
                panel->drawRemoved();
        };
    });
}

void ShiftPanel::showRemoved(std::shared_ptr<const Mask> removed)
{
    if (!m_context.viewer || (!removed && !m_shown))
        return;
    m_shown = removed != nullptr;
    if (!removed) {
        m_context.viewer->setMaskPreview(std::nullopt);
        return;
    }
    const QColor colour(kRemovedColour[0], kRemovedColour[1], kRemovedColour[2]);
    m_context.viewer->setMaskPreview(
        MaskPreview{Id(m_step.resultId().text() + "-removed"), std::move(removed), colour});
}

void ShiftPanel::hideEvent(QHideEvent* event)
{
    showRemoved(nullptr); // another task draws in the views now
    QWidget::hideEvent(event);
}

void ShiftPanel::release()
{
    ParamValues shift;
    shift.set("shift", m_slider->value() / 10.0);
    m_step.give(shift);
}

} // namespace pollux::liver
