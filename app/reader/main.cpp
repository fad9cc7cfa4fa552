// Reads files whose toolkits may crash on what is in them, in a process of its own. Started by core/jobs/runWorker.

#include "core/base/error.h"
#include "core/image/io/image_worker.h"
#include "core/jobs/worker_main.h"

int main(int argc, char** argv)
{
    using namespace pollux;
    runAsWorker(argc, argv, [](std::span<const std::string> arguments, WorkerOutput& out) {
        if (!arguments.empty() && arguments[0] == "image")
            return answerImageRequest(arguments, out);
        throw Error(ErrorCode::Internal, "The reader does not know this kind of file.", "Install Pollux again.");
    });
}
