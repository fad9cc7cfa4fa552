#include "core/jobs/own_program.h"

#include <dlfcn.h>

namespace pollux {

namespace fs = std::filesystem;

fs::path ownProgram(const std::string& name)
{
    static const char here = 0;
    Dl_info info{};
    std::error_code ec;
    if (dladdr(&here, &info) == 0 || !info.dli_fname)
        throw incompleteInstallation();
    const fs::path library = fs::canonical(info.dli_fname, ec);
    if (ec)
        throw incompleteInstallation();
    // lib and bin side by side; all in one folder; lib/<architecture>, as Debian has it.
    for (const char* way : {"../bin", ".", "../../bin"}) {
        const fs::path found = (library.parent_path() / way / name).lexically_normal();
        if (fs::is_regular_file(found, ec))
            return found;
    }
    throw incompleteInstallation();
}

Error incompleteInstallation()
{
    return Error(ErrorCode::Internal,
                 "The program that reads such files is missing or does not start: the installation is incomplete.",
                 "Install Pollux again.");
}

} // namespace pollux
