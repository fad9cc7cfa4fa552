#include "core/image/io/itk_reader.h"

#include "core/base/error.h"
#include "core/image/io/missing_numbers.h"

#include <itkImageIOBase.h>
#include <itkMetaImageIO.h>
#include <itkNiftiImageIO.h>
#include <itkNrrdImageIO.h>

#include <algorithm>
#include <new>

namespace pollux {

namespace {

using Component = itk::ImageIOBase::IOComponentEnum;
using Type = RawImage::Type;

Error damaged()
{
    return Error(ErrorCode::BadInput, "The image file is damaged or incomplete.", "Copy or export it again.");
}

itk::ImageIOBase::Pointer makeReader(FileClaim::Format format)
{
    switch (format) {
    case FileClaim::Format::Nifti:
        return itk::NiftiImageIO::New().GetPointer();
    case FileClaim::Format::Nrrd:
        return itk::NrrdImageIO::New().GetPointer();
    case FileClaim::Format::Meta:
        break;
    }
    return itk::MetaImageIO::New().GetPointer();
}

Type typeOf(Component component)
{
    static_assert(sizeof(long) == 8);
    switch (component) {
    case Component::CHAR:
        return Type::Int8;
    case Component::UCHAR:
        return Type::UInt8;
    case Component::SHORT:
        return Type::Int16;
    case Component::USHORT:
        return Type::UInt16;
    case Component::INT:
        return Type::Int32;
    case Component::UINT:
        return Type::UInt32;
    case Component::LONG:
    case Component::LONGLONG:
        return Type::Int64;
    case Component::ULONG:
    case Component::ULONGLONG:
        return Type::UInt64;
    case Component::FLOAT:
        return Type::Float32;
    case Component::DOUBLE:
        return Type::Float64;
    default:
        throw Error(ErrorCode::Unsupported, "The image file holds values of an unknown type.",
                    "Save it as int16 or float.");
    }
}

RawImage read(const std::filesystem::path& path, const FileClaim& claim, const VoxelRoom& room)
{
    const itk::ImageIOBase::Pointer io = makeReader(claim.format);
    io->SetFileName(path.string());
    io->ReadImageInformation();
    RawImage out;
    const unsigned dims = io->GetNumberOfDimensions();
    if (io->GetNumberOfComponents() != 1 || dims < 2 || dims > 4)
        throw Error(ErrorCode::Unsupported, "The image file holds vectors or colours.", "Save it as a scalar volume.");
    out.dimensions = static_cast<int>(dims);
    out.type = typeOf(io->GetComponentType());
    for (unsigned a = 0; a < dims; ++a) {
        out.size[a] = static_cast<std::int64_t>(io->GetDimensions(a));
        if (out.size[a] != claim.size[a]) // both looked at the same header; if they differ, one was misled
            throw damaged();
    }
    for (unsigned a = 0; a < std::min(dims, 3u); ++a) {
        out.spacing[a] = io->GetSpacing(a);
        out.origin[a] = io->GetOrigin(a);
        const std::vector<double> cosines = io->GetDirection(a);
        for (std::size_t r = 0; r < 3; ++r)
            out.direction[3 * r + a] = r < cosines.size() ? cosines[r] : 0.0;
    }
    if (!room)
        return out;
    itk::ImageIORegion region(dims);
    for (unsigned a = 0; a < dims; ++a) {
        region.SetIndex(a, 0);
        region.SetSize(a, io->GetDimensions(a));
    }
    io->SetIORegion(region);
    const std::span<std::byte> voxels = room(static_cast<std::size_t>(io->GetImageSizeInBytes()));
    io->Read(voxels.data());
    restoreMissingNumbers(claim, out.type, voxels);
    return out;
}

} // namespace

RawImage readWithToolkit(const std::filesystem::path& path, const FileClaim& claim, const VoxelRoom& room)
{
    try {
        return read(path, claim, room);
    } catch (const itk::MemoryAllocationError&) {
        throw std::bad_alloc();
    } catch (const itk::ExceptionObject&) {
        throw damaged();
    }
}

} // namespace pollux
