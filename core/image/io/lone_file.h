#pragma once

#include <filesystem>

namespace pollux {

/// A file under a name that no other file can be taken for. The NIfTI library looks for the voxels by name: asked for
/// "x.nii.gz" beside which "x.nii" lies, it reads the header of the one and, without a word, the voxels of the other.
/// In that case the file gets a link of its own, in a folder that only this user can read, until this is deleted.
class LoneFile
{
public:
    /// Throws Error (Io) if there is no room for the link.
    explicit LoneFile(const std::filesystem::path& path);
    ~LoneFile();
    LoneFile(const LoneFile&) = delete;
    LoneFile& operator=(const LoneFile&) = delete;

    const std::filesystem::path& path() const { return m_path; }

private:
    std::filesystem::path m_path;
    std::filesystem::path m_folder; ///< empty where the file is itself
};

} // namespace pollux
