#include "app/window/demo_study.h"

#include "core/dicom/write_series.h"
#include "core/phantom/torso.h"

#include <unistd.h>

namespace pollux {

namespace fs = std::filesystem;

fs::path writeDemoPatient(int size, const Job& job)
{
    const fs::path folder =
        fs::temp_directory_path() / ("pollux-demo-" + std::to_string(getuid())) / std::to_string(size);
    const fs::path done = folder / "series";
    if (fs::exists(done))
        return done;
    TorsoOptions options;
    options.size = size;
    // The field of view stays the same: a smaller matrix has larger voxels.
    options.pixelSpacing = 0.75 * 512 / size;
    options.sliceSpacing = 1.5 * 512 / size;
    const Torso torso = makeTorso(options, job.part(0, 0.8));
    // Under its name only once it is whole.
    const fs::path half = folder / ("half-" + std::to_string(getpid()));
    writeCtSeries(torso.ct, SeriesFacts{}, half, job.part(0.8, 1));
    fs::rename(half, done);
    return done;
}

} // namespace pollux
