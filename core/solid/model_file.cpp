#include "core/solid/model_file.h"

#include "core/base/error.h"
#include "core/base/text.h"
#include "core/jobs/own_program.h"
#include "core/solid/model_worker.h"

#include <new>
#include <system_error>

namespace pollux {

namespace fs = std::filesystem;

std::optional<ModelFormat> modelFormatOf(const fs::path& path)
{
    const std::string ending = lowered(path.extension().string());
    if (ending == ".step" || ending == ".stp")
        return ModelFormat::Step;
    if (ending == ".stl")
        return ModelFormat::Stl;
    return std::nullopt;
}

ModelClaim checkModelFile(const fs::path& path)
{
    const auto format = modelFormatOf(path);
    if (!format)
        throw Error(ErrorCode::Unsupported, "The file is no STEP or STL file by its name.",
                    "Choose a file that ends in .step, .stp or .stl; export the model as one of these.");
    std::error_code ec;
    if (!fs::is_regular_file(path, ec)) // a pipe or device could make whoever reads it wait for ever
        throw Error(ErrorCode::Io, "There is no file at the chosen place.",
                    "Check the name, and that you may open every folder on the way to it.");
    const std::uint64_t bytes = fs::file_size(path, ec);
    if (ec)
        throw Error(ErrorCode::Io, "The file cannot be opened.", "Check that you may read it.");
    if (bytes == 0)
        throw Error(ErrorCode::BadInput, "The file is empty.", "Copy or export it again.");
    if (bytes > kMostModelBytes)
        throw Error(ErrorCode::Unsupported, "The file is larger than 256 MiB.",
                    "Export a part of the model, or one with fewer triangles.");
    return {*format, bytes};
}

ImportedModel readModelFile(const fs::path& path, const Job& job)
{
    try {
        job.progress(0.1, "Reading the model file");
        ImportedModel model = readModelInWorker(ownProgram("pollux-model-reader"), path, checkModelFile(path), job);
        job.progress(1);
        return model;
    } catch (const std::bad_alloc&) {
        throw Error(ErrorCode::OutOfMemory, "There is not enough memory to read the model.",
                    "Close other programs and try again.");
    }
}

} // namespace pollux
