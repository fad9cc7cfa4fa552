// Reads CAD files and surfaces of others in a process of its own. Started by core/jobs/runWorker. Not a part of
// pollux-reader: the CAD library takes longer to load than a small image to be read.

#include "core/base/error.h"
#include "core/jobs/worker_main.h"
#include "core/solid/model_worker.h"

int main(int argc, char** argv)
{
    using namespace pollux;
    runAsWorker(argc, argv, [](std::span<const std::string> arguments, WorkerOutput& out) {
        if (!arguments.empty() && arguments[0] == "model")
            return answerModelRequest(arguments, out);
        throw Error(ErrorCode::Internal, "The reader does not know this kind of file.", "Install Pollux again.");
    });
}
