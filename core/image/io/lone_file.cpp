#include "core/image/io/lone_file.h"

#include "core/base/error.h"

#include <algorithm>
#include <cctype>
#include <cstdlib>
#include <string>
#include <unistd.h>

namespace pollux {

namespace fs = std::filesystem;

namespace {

bool hasDouble(const fs::path& path)
{
    std::string ending = path.extension().string();
    std::transform(ending.begin(), ending.end(), ending.begin(), [](unsigned char c) { return std::tolower(c); });
    std::error_code ec;
    return ending == ".gz" && fs::exists(fs::path(path).replace_extension(), ec);
}

} // namespace

LoneFile::LoneFile(const fs::path& path) : m_path(path)
{
    if (!hasDouble(path))
        return;
    const Error noRoom(ErrorCode::Io, "There is no room for temporary files.",
                       "Free some space in the folder for temporary files, or set TMPDIR to another one.");
    std::error_code ec;
    const fs::path temporary = fs::temp_directory_path(ec);
    std::string folder = (temporary / "pollux-XXXXXX").string();
    if (ec || !::mkdtemp(folder.data())) // mkdtemp makes it 0700
        throw noRoom;
    m_folder = folder;
    m_path = m_folder / "image.nii.gz";
    fs::create_symlink(fs::absolute(path), m_path, ec);
    if (!ec)
        return;
    ::rmdir(m_folder.c_str());
    throw noRoom;
}

LoneFile::~LoneFile()
{
    if (m_folder.empty())
        return;
    ::unlink(m_path.c_str());
    ::rmdir(m_folder.c_str());
}

} // namespace pollux
