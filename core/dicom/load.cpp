#include "core/base/error.h"
#include "core/base/parallel.h"
#include "core/base/sentence.h"
#include "core/base/text.h"
#include "core/dicom/frame_reader.h"
#include "core/dicom/import.h"
#include "core/dicom/plain_file.h"
#include "core/dicom/scan_detail.h"
#include "core/dicom/voxels.h"
#include "core/image/io/image_file.h"

#include <algorithm>
#include <atomic>
#include <cmath>
#include <functional>
#include <limits>
#include <mutex>
#include <new>
#include <tuple>

namespace pollux {

namespace {

constexpr std::uint64_t kMostBytes = std::uint64_t(4) << 30;
/// Air; what lies below is padding outside the field of view, which would upset windows and means (GE writes -3024).
constexpr double kFloorHu = -1024;

struct Loaded
{
    Volume volume;
    ConversionCount count;
};

template <class T>
Loaded readVoxels(const ScanDetail& detail, const SeriesDetail& series, bool ct, const Job& job)
{
    const FileHeader& first = detail.files[static_cast<std::size_t>(series.images.front().file)];
    const std::size_t pixels = static_cast<std::size_t>(first.rows) * static_cast<std::size_t>(first.columns);
    const auto n = static_cast<std::int64_t>(series.images.size());
    const Grid& grid = series.stack.grid;
    if (pixels * static_cast<std::uint64_t>(n) * sizeof(T) > kMostBytes ||
        static_cast<std::uint64_t>(grid.voxels()) * sizeof(T) > kMostBytes)
        throw Error(ErrorCode::OutOfMemory, "The series needs more than 4 GiB of memory.",
                    "Export a part of it, or thicker slices.");
    // Rows and columns are a claim. Native pixels have been measured against the file; a compressed image must first
    // be seen to be as large.
    std::unique_ptr<FrameReader> opener;
    if (first.pixelOffset == 0) {
        opener = std::make_unique<FrameReader>(*detail.source, first);
        opener->frame(series.images.front().frame);
    }
    std::vector<T> images(pixels * static_cast<std::size_t>(n));
    const std::optional<double> lowest = ct && std::is_same_v<T, std::int16_t> ? std::optional(kFloorHu) : std::nullopt;
    ConversionCount count;
    std::mutex mutex;
    std::atomic<std::int64_t> done{0};
    const Job reading = job.part(0, series.stack.resample ? 0.7 : 1.0);
    // A multi-frame file is parsed by one reader; slices of many files go to several threads.
    const bool oneFile = series.images.front().file == series.images.back().file;
    parallelFor(0, n, oneFile ? n : 4, [&](std::int64_t from, std::int64_t to) {
        std::unique_ptr<FrameReader> reader;
        int readerOf = -1;
        if (from == 0 && opener) {
            reader = std::move(opener);
            readerOf = series.images.front().file;
        }
        ConversionCount own;
        for (std::int64_t i = from; i < to; ++i) {
            const ImageRef ref = series.images[static_cast<std::size_t>(i)];
            const FileHeader& header = detail.files[static_cast<std::size_t>(ref.file)];
            if (readerOf != ref.file) {
                reader = std::make_unique<FrameReader>(*detail.source, header);
                readerOf = ref.file;
            }
            convertFrame<T>(header, header.images[static_cast<std::size_t>(ref.frame)], reader->frame(ref.frame),
                            std::span(images).subspan(pixels * static_cast<std::size_t>(i), pixels), lowest, own);
            reading.progress(static_cast<double>(++done) / static_cast<double>(n), "Reading slices");
        }
        const std::lock_guard lock(mutex);
        count.merge(own);
    });
    if (!series.stack.resample)
        return {Volume(grid, std::move(images)), count};
    std::vector<T> out(static_cast<std::size_t>(grid.voxels()));
    const std::size_t slicePixels = static_cast<std::size_t>(grid.size[0]) * static_cast<std::size_t>(grid.size[1]);
    const T outside = ct && !std::is_unsigned_v<T> ? static_cast<T>(kFloorHu) : T(0);
    done = 0;
    const Job resampling = job.part(0.7, 1.0);
    parallelFor(0, grid.size[2], 2, [&](std::int64_t from, std::int64_t to) {
        for (std::int64_t k = from; k < to; ++k) {
            resampleSlice<T>(series.stack, first.rows, first.columns, images, static_cast<int>(k), outside,
                             std::span(out).subspan(slicePixels * static_cast<std::size_t>(k), slicePixels));
            resampling.progress(static_cast<double>(++done) / grid.size[2], "Resampling");
        }
    });
    return {Volume(grid, std::move(out)), count};
}

Loaded readVoxels(const ScanDetail& detail, const SeriesDetail& series, bool ct, VoxelType type, const Job& job)
{
    switch (type) {
    case VoxelType::UInt8:
        return readVoxels<std::uint8_t>(detail, series, ct, job);
    case VoxelType::Int16:
        return readVoxels<std::int16_t>(detail, series, ct, job);
    case VoxelType::UInt16:
        return readVoxels<std::uint16_t>(detail, series, ct, job);
    case VoxelType::Float32:
        break;
    }
    return readVoxels<float>(detail, series, ct, job);
}

VoxelType typeOf(const ScanDetail& detail, const SeriesDetail& series, bool ct)
{
    ValueRange all;
    bool first = true;
    for (const ImageRef ref : series.images) {
        const FileHeader& header = detail.files[static_cast<std::size_t>(ref.file)];
        const ValueRange r = valueRange(header, header.images[static_cast<std::size_t>(ref.frame)]);
        all.integral = all.integral && r.integral;
        all.low = first ? r.low : std::min(all.low, r.low);
        all.high = first ? r.high : std::max(all.high, r.high);
        first = false;
    }
    return voxelTypeFor(all, ct);
}

bool oneValue(const Volume& volume)
{
    return volume.visit([](auto voxels) {
        return std::all_of(voxels.begin(), voxels.end(), [&](auto v) { return v == voxels.front(); });
    });
}

/// One voxel that is no number would spoil every mean, window and surface. The lowest value is what lies outside in
/// nearly all images.
void nameMissingNumbers(VolumeObject& object)
{
    if (object.volume.type() != VoxelType::Float32)
        return;
    const std::span<const float> voxels = object.volume.as<float>();
    const auto finite = [](float v) { return std::isfinite(v); };
    const auto missing = std::count_if(voxels.begin(), voxels.end(), std::not_fn(finite));
    if (missing == 0)
        return;
    if (missing == std::ssize(voxels))
        throw Error(ErrorCode::BadInput, "No voxel of the image holds a number (all are NaN or infinite).",
                    "Export the image again.");
    float lowest = std::numeric_limits<float>::max();
    for (const float v : voxels)
        lowest = finite(v) ? std::min(lowest, v) : lowest;
    std::vector<float> mended(voxels.begin(), voxels.end());
    std::replace_if(mended.begin(), mended.end(), std::not_fn(finite), lowest);
    object.volume = Volume(object.volume.grid(), std::move(mended));
    object.gate.push_back({Severity::Warning,
                           "values.not-finite",
                           counted(missing,
                                   "%1 voxel holds no number (NaN or infinite) and got the lowest value of the image, "
                                   "%2.",
                                   "%1 voxels hold no number (NaN or infinite) and got the lowest value of the image, "
                                   "%2.",
                                   {toText(static_cast<double>(lowest), 2)}),
                           "Do not measure there; export the image again if they lie in the patient.",
                           {},
                           {},
                           {}});
}

/// Window from the 1st and 99.5th percentile of a regular sample of voxels. The share is a display habit, no measure.
void automaticWindow(VolumeObject& object)
{
    std::vector<float> values;
    object.volume.visit([&](auto voxels) {
        const std::size_t step = std::max<std::size_t>(1, voxels.size() / 200'000);
        for (std::size_t i = 0; i < voxels.size(); i += step) {
            const auto v = static_cast<float>(voxels[i]);
            if (std::isfinite(v) && (!object.paddingValue || static_cast<double>(v) != *object.paddingValue))
                values.push_back(v);
        }
    });
    if (values.empty())
        return;
    const auto at = [&](double share) {
        const auto it = values.begin() + static_cast<std::ptrdiff_t>(share * static_cast<double>(values.size() - 1));
        std::nth_element(values.begin(), it, values.end());
        return static_cast<double>(*it);
    };
    double low = at(0.01);
    double high = at(0.995);
    if (!(high > low)) // mostly one value, as in masks
        std::tie(low, high) = object.volume.range();
    object.windowCentre = 0.5 * (low + high);
    object.windowWidth = std::max(high - low, 1e-3);
}

void chooseWindow(VolumeObject& object, const FileHeader* header)
{
    if (header && header->windowCentre && header->windowWidth && *header->windowWidth > 1) {
        object.windowCentre = *header->windowCentre;
        object.windowWidth = *header->windowWidth;
        return;
    }
    if (object.unit == "HU") {
        object.windowCentre = 40; // soft tissue, the usual start for the abdomen
        object.windowWidth = 400;
        return;
    }
    automaticWindow(object);
}

VolumeObject loadImageFile(const ScanDetail& detail, const SeriesFound& found, const SeriesDetail& series,
                           const Job& job)
{
    const Source::Member* member = detail.source->find(series.imageFile);
    if (!member)
        throw Error(ErrorCode::NotFound, "The file is no longer there.", "Open the study again.");
    VolumeObject object;
    object.name = shownName(found);
    object.modality = found.modality;
    object.phase = found.phase;
    object.gate = found.gate;
    const PlainFile file(*detail.source, *member, PlainFile::Part::Whole, job);
    object.volume = readImageFile(file.path(), series.timePoint, job);
    nameMissingNumbers(object);
    chooseWindow(object, nullptr);
    return object;
}

} // namespace

VolumeObject loadSeries(const ScanResult& scan, const SeriesFound& found, const Job& job)
{
    if (!scan.detail || found.index < 0 || found.index >= static_cast<int>(scan.detail->series.size()))
        throw Error(ErrorCode::BadInput, "The series does not belong to this scan.", "Scan the source again.");
    const bool image = found.kind == SeriesFound::Kind::Image || found.kind == SeriesFound::Kind::MaskSeries;
    if (!found.loadable || !image) {
        if (const Finding* why = refusalOf(found))
            throw Error(ErrorCode::Unsupported, why->text, why->advice);
        throw Error(ErrorCode::Unsupported, "The series holds no image volume.", "Choose a series of images.");
    }
    const SeriesDetail& series = scan.detail->series[static_cast<std::size_t>(found.index)];
    try {
        if (!series.imageFile.empty())
            return loadImageFile(*scan.detail, found, series, job);
        const FileHeader& header = scan.detail->files[static_cast<std::size_t>(series.images.front().file)];
        const bool ct = found.modality == "CT" && found.kind == SeriesFound::Kind::Image;
        VolumeObject object;
        object.name = shownName(found);
        object.modality = found.modality;
        object.seriesUid = found.seriesUid;
        object.frameOfReference = header.frameOfReference;
        object.phase = found.phase;
        object.gate = found.gate;
        const bool hounsfield = header.rescaleType.empty() || header.rescaleType == "HU";
        object.unit = ct && hounsfield && header.modalityLut.empty() ? "HU" : "";
        if (header.padding) {
            const FrameHeader& frame = header.images[static_cast<std::size_t>(series.images.front().frame)];
            object.paddingValue = *header.padding * frame.slope + frame.intercept;
        }
        Loaded loaded = readVoxels(*scan.detail, series, ct, typeOf(*scan.detail, series, ct), job);
        object.volume = std::move(loaded.volume);
        nameMissingNumbers(object);
        if (loaded.count.belowFloor > 0) {
            if (!object.paddingValue || *object.paddingValue >= kFloorHu)
                object.paddingValue = loaded.count.lowest;
            object.gate.push_back({Severity::Note,
                                   "values.padding",
                                   toText(loaded.count.belowFloor) +
                                       " voxels hold a padding value below -1024 HU (lowest " +
                                       toText(loaded.count.lowest, 0) + "); they were set to -1024.",
                                   "Nothing to do.",
                                   {},
                                   {},
                                   {}});
        }
        if (oneValue(object.volume))
            object.gate.push_back({Severity::Warning,
                                   "values.constant",
                                   "All voxels have the same value.",
                                   "Check the export: the images are blank.",
                                   {},
                                   {},
                                   {}});
        chooseWindow(object, &header);
        return object;
    } catch (const std::bad_alloc&) {
        throw Error(ErrorCode::OutOfMemory, "There is not enough memory to load the series.",
                    "Close other programs, or load a part.");
    }
}

} // namespace pollux
