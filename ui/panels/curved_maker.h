#pragma once

#include "core/image/curved_reformation.h"
#include "ui/panels/bench.h"

#include <QObject>

#include <memory>

class QTimer;

namespace pollux {

/// Makes images along a curve while the user turns and types. A cut that is quick is made at once; of a larger one a
/// coarse image comes at once, and the fine one from another thread when nothing more was asked for a while. Main
/// thread.
class CurvedMaker : public QObject
{
    Q_OBJECT

public:
    explicit CurvedMaker(Bench& bench, QObject* parent = nullptr);

    /// made() comes before this returns. Throws as reformatCurved().
    void make(const Volume& volume, std::vector<Vec3> points, const CurvedOptions& cut);
    /// What was asked for is no longer wanted.
    void drop();
    bool waiting() const; ///< for the fine image

Q_SIGNALS:
    void made(std::shared_ptr<const pollux::CurvedImage> image, bool fine);
    void changed(); ///< waiting() did, and no image came

private:
    void makeFine();
    void onJob(const JobReport& report);

    Bench& m_bench;
    QTimer* m_soon;
    Volume m_volume;
    std::vector<Vec3> m_points;
    CurvedOptions m_cut;
    std::uint64_t m_job = 0;
    std::uint64_t m_generation = 0; ///< of the image asked for: an older one that arrives is thrown away
};

} // namespace pollux
