// Deformable registration of the breathing phantom (exhale onto inhale, whose true field is known) beside elastix and
// plastimatch, in one run: error inside the body and in the liver, and seconds. Peers that are not there are left out.
//
//   bench_registration [size of a slice, 192]
//
// What it costs at least, for N voxels of the finest level and one iteration: 1 carried image (8 loads, some 30 flop),
// its slopes (6 loads), two Gaussians on three components (3 axes x 13 taps x 2 flop x 6 = 468 flop), one composition
// (3 x 8 loads): some 600 flop and 250 bytes a voxel. The bytes bound it: at 10 GB/s 25 ns a voxel and iteration.

#include "core/base/text.h"
#include "core/image/registration/deformable.h"
#include "core/phantom/torso.h"

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <functional>
#include <random>
#include <sstream>

using namespace pollux;
namespace fs = std::filesystem;

namespace {

double since(std::chrono::steady_clock::time_point start)
{
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

struct Places
{
    std::vector<Vec3> body, liver;
};

Places placesIn(const Torso& torso)
{
    std::mt19937 random(3);
    Places out;
    const Grid& g = torso.ct.grid();
    const Mask &skin = torso.masks.at("skin"), &liver = torso.masks.at("liver");
    std::uniform_real_distribution<double> x(0, g.size[0] - 1), y(0, g.size[1] - 1), z(4, g.size[2] - 5);
    while (out.body.size() < 5000 || out.liver.size() < 5000) {
        const Vec3 p = g.toPatient(Vec3(x(random), y(random), z(random)));
        if (skin.contains(p) && out.body.size() < 5000)
            out.body.push_back(p);
        if (liver.contains(p) && out.liver.size() < 5000)
            out.liver.push_back(p);
    }
    return out;
}

using Carried = std::function<std::vector<Vec3>(const std::vector<Vec3>&)>;

void tell(const char* who, const TorsoOptions& options, const Places& places, const Carried& carried, double seconds)
{
    std::printf("%-34s", who);
    for (const auto* set : {&places.body, &places.liver}) {
        const std::vector<Vec3> to = carried(*set);
        std::vector<double> error;
        for (size_t n = 0; n < to.size(); ++n)
            error.push_back((to[n] - (*set)[n] - breathingDisplacement(options, (*set)[n])).norm());
        if (error.size() != set->size()) {
            std::printf("  failed");
            continue;
        }
        double sum = 0;
        for (const double e : error)
            sum += e / double(error.size());
        std::nth_element(error.begin(), error.begin() + long(error.size() * 95 / 100), error.end());
        std::printf("  %6.3f %6.3f", sum, error[error.size() * 95 / 100]);
    }
    std::printf("  %7.1f s\n", seconds);
    std::fflush(stdout);
}

void writeMeta(const fs::path& path, const Volume& volume)
{
    const Grid& g = volume.grid();
    std::ofstream out(path, std::ios::binary);
    out << "ObjectType = Image\nNDims = 3\nBinaryData = True\nBinaryDataByteOrderMSB = False\nTransformMatrix = 1 0 0 "
           "0 1 0 "
           "0 0 1\nOffset = "
        << g.origin.transpose() << "\nElementSpacing = " << g.spacing.transpose() << "\nDimSize = " << g.size[0] << ' '
        << g.size[1] << ' ' << g.size[2] << "\nElementType = MET_SHORT\nElementDataFile = LOCAL\n";
    const auto voxels = volume.as<std::int16_t>();
    out.write(reinterpret_cast<const char*>(voxels.data()), static_cast<std::streamsize>(voxels.size_bytes()));
}

int quietly(const std::string& command)
{
    return std::system((command + " >/dev/null 2>&1").c_str());
}

/// elastix with B-splines of 16 mm, four resolutions, normalised correlation, its adaptive stochastic descent: what its
/// manual and model zoo take for CT of the trunk.
void runElastix(const fs::path& dir, const TorsoOptions& options, const Places& places)
{
    if (quietly("which elastix transformix") != 0) {
        std::printf("%-34s  not installed\n", "elastix");
        return;
    }
    std::ofstream(dir / "par.txt")
        << "(FixedInternalImagePixelType \"float\")\n(MovingInternalImagePixelType \"float\")\n"
           "(UseDirectionCosines \"true\")\n(Registration \"MultiResolutionRegistration\")\n"
           "(Interpolator \"LinearInterpolator\")\n(ResampleInterpolator \"FinalBSplineInterpolator\")\n"
           "(Resampler \"DefaultResampler\")\n(FixedImagePyramid \"FixedRecursiveImagePyramid\")\n"
           "(MovingImagePyramid \"MovingRecursiveImagePyramid\")\n(Optimizer \"AdaptiveStochasticGradientDescent\")\n"
           "(Transform \"BSplineTransform\")\n(Metric \"AdvancedNormalizedCorrelation\")\n"
           "(FinalGridSpacingInPhysicalUnits 16)\n(NumberOfResolutions 4)\n(MaximumNumberOfIterations 500)\n"
           "(NumberOfSpatialSamples 4000)\n(NewSamplesEveryIteration \"true\")\n(ImageSampler \"RandomCoordinate\")\n"
           "(BSplineInterpolationOrder 1)\n(FinalBSplineInterpolationOrder 3)\n(WriteResultImage \"false\")\n"
           "(HowToCombineTransforms \"Compose\")\n(AutomaticTransformInitialization \"false\")\n"
           "(DefaultPixelValue -1024)\n";
    const std::string d = dir.string();
    const auto start = std::chrono::steady_clock::now();
    quietly("elastix -f " + d + "/fixed.mha -m " + d + "/moving.mha -p " + d + "/par.txt -out " + d + " -threads 2");
    const double seconds = since(start);
    tell(
        "elastix 5.0 B-spline 16 mm", options, places,
        [&](const std::vector<Vec3>& points) {
            std::ofstream in(dir / "points.txt");
            in << "point\n" << points.size() << '\n';
            for (const Vec3& p : points)
                in << p.x() << ' ' << p.y() << ' ' << p.z() << '\n';
            in.close();
            quietly("transformix -def " + d + "/points.txt -tp " + d + "/TransformParameters.0.txt -out " + d);
            std::ifstream out(dir / "outputpoints.txt");
            std::vector<Vec3> to;
            for (std::string line; std::getline(out, line);) {
                const size_t at = line.find("OutputPoint = [");
                if (at == std::string::npos)
                    continue;
                std::istringstream numbers(line.substr(at + 15));
                Vec3 p;
                numbers >> p.x() >> p.y() >> p.z();
                to.push_back(p);
            }
            return to;
        },
        seconds);
}

/// plastimatch with B-splines of 20 mm, three stages, mean squares: after its guidebook.
void runPlastimatch(const fs::path& dir, const TorsoOptions& options, const Places& places)
{
    if (quietly("which plastimatch") != 0) {
        std::printf("%-34s  not installed\n", "plastimatch");
        return;
    }
    const std::string d = dir.string();
    std::ofstream(dir / "par.plm") << "[GLOBAL]\nfixed=" << d << "/fixed.mha\nmoving=" << d
                                   << "/moving.mha\nvf_out=" << d << "/field.mha\n"
                                   << "[STAGE]\nxform=bspline\noptim=lbfgsb\nmetric=mse\nthreading=openmp\nmax_its=50\n"
                                      "regularization_lambda=0.005\ngrid_spac=60 60 60\nres=4 4 2\n"
                                   << "[STAGE]\nmax_its=50\ngrid_spac=30 30 30\nres=2 2 1\n"
                                   << "[STAGE]\nmax_its=50\ngrid_spac=20 20 20\nres=1 1 1\n";
    const auto start = std::chrono::steady_clock::now();
    quietly("OMP_NUM_THREADS=2 plastimatch register " + d + "/par.plm");
    const double seconds = since(start);
    tell(
        "plastimatch 1.9 B-spline 20 mm", options, places,
        [&](const std::vector<Vec3>& points) -> std::vector<Vec3> {
            std::ifstream in(dir / "field.mha", std::ios::binary);
            DisplacementField f;
            for (std::string line; std::getline(in, line);) {
                std::istringstream words(line.substr(std::min(line.find('=') + 1, line.size())));
                if (line.starts_with("Offset"))
                    words >> f.grid.origin.x() >> f.grid.origin.y() >> f.grid.origin.z();
                if (line.starts_with("ElementSpacing"))
                    words >> f.grid.spacing.x() >> f.grid.spacing.y() >> f.grid.spacing.z();
                if (line.starts_with("DimSize"))
                    words >> f.grid.size[0] >> f.grid.size[1] >> f.grid.size[2];
                if (line.starts_with("ElementDataFile"))
                    break;
            }
            std::vector<float> all(static_cast<size_t>(f.grid.voxels()) * 3);
            if (all.empty() ||
                !in.read(reinterpret_cast<char*>(all.data()), static_cast<std::streamsize>(all.size() * 4)))
                return {};
            for (size_t a = 0; a < 3; ++a)
                for (size_t n = a; n < all.size(); n += 3)
                    f.u[a].push_back(all[n]);
            std::vector<Vec3> to;
            for (const Vec3& p : points)
                to.push_back(f(p));
            return to;
        },
        seconds);
}

} // namespace

int main(int argc, char** argv)
{
    TorsoOptions options;
    options.size = argc > 1 ? static_cast<int>(parseInt(argv[1]).value_or(192)) : 192;
    options.pixelSpacing = 384.0 / options.size;
    options.sliceSpacing = 3;
    const Torso inhale = makeTorso(options, Job());
    TorsoOptions out = options;
    out.exhale = true;
    const Torso exhale = makeTorso(out, Job());
    const Grid& g = inhale.ct.grid();
    std::printf("%d x %d x %d voxels of %.2f x %.2f x %.2f mm\n", g.size[0], g.size[1], g.size[2], g.spacing.x(),
                g.spacing.y(), g.spacing.z());
    const Places places = placesIn(inhale);
    std::printf("%-34s  body: mean, 95 %%  liver: mean, 95 %% (mm)\n", "");
    tell(
        "nothing", options, places, [](const std::vector<Vec3>& p) { return p; }, 0);
    for (const double spacing : {3.0, 2.0}) {
        DeformableOptions o;
        o.low = -250;
        o.high = 350;
        o.spacing = spacing;
        const auto start = std::chrono::steady_clock::now();
        const DeformableResult r = registerDeformable(inhale.ct, exhale.ct, o, Job());
        const double seconds = since(start);
        const JacobianReport j = jacobianReport(jacobianMap(r.field, Job()));
        char name[64];
        std::snprintf(name, sizeof name, "Pollux, %.1f mm (%d it., %lld folded)", spacing, r.iterations,
                      static_cast<long long>(j.folded));
        tell(
            name, options, places,
            [&](const std::vector<Vec3>& points) {
                std::vector<Vec3> to;
                for (const Vec3& p : points)
                    to.push_back(r.field(p));
                return to;
            },
            seconds);
    }
    char folder[] = "/tmp/pollux-bench-XXXXXX";
    if (!::mkdtemp(folder))
        return 1;
    const fs::path dir = folder;
    writeMeta(dir / "fixed.mha", inhale.ct);
    writeMeta(dir / "moving.mha", exhale.ct);
    runElastix(dir, options, places);
    runPlastimatch(dir, options, places);
    fs::remove_all(dir);
    return 0;
}
