#include "ui/panels/curved_maker.h"

#include <QPointer>
#include <QTimer>

#include <algorithm>
#include <cmath>
#include <utility>

namespace pollux {

namespace {

/// Samples that one thread takes in well under 50 ms: what is drawn while the user turns.
constexpr double kQuickSamples = 4e5;
constexpr int kFineAfterMs = 250;

} // namespace

CurvedMaker::CurvedMaker(Bench& bench, QObject* parent) : QObject(parent), m_bench(bench), m_soon(new QTimer(this))
{
    m_soon->setSingleShot(true);
    m_soon->setInterval(kFineAfterMs);
    connect(m_soon, &QTimer::timeout, this, &CurvedMaker::makeFine);
    connect(&bench, &Bench::jobChanged, this, &CurvedMaker::onJob);
}

void CurvedMaker::make(const Volume& volume, std::vector<Vec3> points, const CurvedOptions& cut)
{
    drop();
    m_volume = volume;
    m_points = std::move(points);
    m_cut = cut;
    CurvedOptions quick = cut;
    const double samples = curvedSamples(volume.grid(), m_points, cut);
    if (samples > kQuickSamples)
        quick.stepMm = std::min(
            {cut.stepMm * std::sqrt(samples / kQuickSamples), 10.0, std::max(cut.stepMm, polylineMm(m_points) / 8)});
    auto image = std::make_shared<const CurvedImage>(reformatCurved(volume, m_points, quick, Job()));
    const bool fine = quick.stepMm == cut.stepMm;
    if (!fine)
        m_soon->start();
    Q_EMIT made(std::move(image), fine);
}

void CurvedMaker::drop()
{
    m_soon->stop();
    ++m_generation;
    if (m_job != 0)
        m_bench.cancel(std::exchange(m_job, 0));
}

bool CurvedMaker::waiting() const
{
    return m_job != 0 || m_soon->isActive();
}

void CurvedMaker::makeFine()
{
    m_job = m_bench.runAside(tr("Image along the curve"),
                             [self = QPointer<CurvedMaker>(this), generation = m_generation, volume = m_volume,
                              points = m_points, cut = m_cut](const Case&, Job& job) -> std::function<void()> {
                                 auto image =
                                     std::make_shared<const CurvedImage>(reformatCurved(volume, points, cut, job));
                                 return [self, generation, image] {
                                     if (!self || self->m_generation != generation)
                                         return;
                                     self->m_job = 0;
                                     Q_EMIT self->made(image, true);
                                 };
                             });
}

void CurvedMaker::onJob(const JobReport& report)
{
    if (m_job == 0 || report.id != m_job)
        return;
    if (report.state == JobState::Cancelled || report.state == JobState::Failed) {
        m_job = 0;
        Q_EMIT changed();
    }
}

} // namespace pollux
