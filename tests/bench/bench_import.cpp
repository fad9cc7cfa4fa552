// Scans and loads one study, or says what a source holds:
//   bench_import <source> [repeats]     milliseconds and MB/s of scan and load of the best series
//   bench_import --list <source>        every series with its grid and findings
#include "core/base/error.h"
#include "core/base/text.h"
#include "core/dicom/import.h"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstring>
#include <vector>

using namespace pollux;

namespace {

double since(std::chrono::steady_clock::time_point start)
{
    return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count();
}

int list(const char* path)
{
    const ScanResult scan = scanSource(path, {});
    std::printf("%d files, %d unreadable, %zu series\n", scan.filesSeen, scan.filesUnreadable, scan.series.size());
    for (const Finding& f : scan.findings)
        std::printf("  %s %s: %s\n", std::string(name(f.severity)).c_str(), f.code.c_str(), f.text.c_str());
    for (const SeriesFound& s : scan.series) {
        std::printf("%3d kind %d %-8s %4d files %4d frames %dx%dx%d %.3f %.3f %.3f %s %s [%s] '%s'\n", s.index,
                    static_cast<int>(s.kind), s.modality.c_str(), s.files, s.frames, s.grid.size[0], s.grid.size[1],
                    s.grid.size[2], s.grid.spacing[0], s.grid.spacing[1], s.grid.spacing[2],
                    s.loadable ? "ok" : "REFUSED", s.transferSyntax.c_str(), s.group.c_str(), s.phase.c_str());
        for (const Finding& f : s.gate)
            std::printf("      %s %s: %s\n", std::string(name(f.severity)).c_str(), f.code.c_str(), f.text.c_str());
        if (!s.loadable || (s.kind != SeriesFound::Kind::Image && s.kind != SeriesFound::Kind::MaskSeries))
            continue;
        try {
            const VolumeObject v = loadSeries(scan, s, {});
            const auto [low, high] = v.volume.range();
            std::printf("      loaded %s %g..%g window %g/%g %s pad %g\n", std::string(name(v.volume.type())).c_str(),
                        low, high, v.windowCentre, v.windowWidth, v.unit.c_str(), v.paddingValue.value_or(0));
            for (std::size_t i = s.gate.size(); i < v.gate.size(); ++i)
                std::printf("      load: %s: %s\n", v.gate[i].code.c_str(), v.gate[i].text.c_str());
        } catch (const Error& e) {
            std::printf("      FAILED: %s\n", e.message().c_str());
        }
    }
    return 0;
}

} // namespace

int main(int argc, char** argv)
{
    try {
        if (argc == 3 && std::strcmp(argv[1], "--list") == 0)
            return list(argv[2]);
        if (argc < 2) {
            std::fprintf(stderr, "bench_import [--list] <source> [repeats]\n");
            return 2;
        }
        const auto repeats = argc > 2 ? parseInt(argv[2]).value_or(5) : 5;
        std::vector<double> scans;
        std::vector<double> loads;
        std::vector<double> totals;
        double megabytes = 0;
        for (std::int64_t i = 0; i < repeats; ++i) {
            const auto start = std::chrono::steady_clock::now();
            const ScanResult scan = scanSource(argv[1], {});
            scans.push_back(since(start));
            const auto middle = std::chrono::steady_clock::now();
            const VolumeObject object = loadSeries(scan, scan.series.front(), {});
            loads.push_back(since(middle));
            totals.push_back(scans.back() + loads.back());
            megabytes = static_cast<double>(object.volume.bytes().size()) / 1e6;
        }
        const auto middle = [](std::vector<double> v) {
            std::sort(v.begin(), v.end());
            return v[v.size() / 2];
        };
        std::printf("scan_ms %.1f load_ms %.1f total_ms %.1f voxels_MB %.1f MB/s %.0f\n", middle(scans), middle(loads),
                    middle(totals), megabytes, megabytes / middle(totals) * 1000);
        return 0;
    } catch (const Error& e) {
        std::fprintf(stderr, "%s %s\n", e.message().c_str(), e.advice().c_str());
        return 1;
    }
}
