#include "core/dicom/jpeg2000.h"

#include "core/base/error.h"

#include <algorithm>
#include <cstdint>
#include <cstring>
#include <memory>
#include <openjpeg.h>

namespace pollux {

namespace {

struct Memory
{
    std::span<const std::byte> bytes;
    std::size_t at = 0;
};

OPJ_SIZE_T readBytes(void* to, OPJ_SIZE_T count, void* user)
{
    auto* m = static_cast<Memory*>(user);
    if (m->at >= m->bytes.size())
        return static_cast<OPJ_SIZE_T>(-1);
    const std::size_t n = std::min<std::size_t>(count, m->bytes.size() - m->at);
    std::memcpy(to, m->bytes.data() + m->at, n);
    m->at += n;
    return n;
}

OPJ_OFF_T skipBytes(OPJ_OFF_T count, void* user)
{
    auto* m = static_cast<Memory*>(user);
    if (count < 0 || static_cast<std::size_t>(count) > m->bytes.size() - m->at)
        return -1;
    m->at += static_cast<std::size_t>(count);
    return count;
}

OPJ_BOOL seekBytes(OPJ_OFF_T to, void* user)
{
    auto* m = static_cast<Memory*>(user);
    if (to < 0 || static_cast<std::size_t>(to) > m->bytes.size())
        return OPJ_FALSE;
    m->at = static_cast<std::size_t>(to);
    return OPJ_TRUE;
}

Error damaged()
{
    return Error(ErrorCode::BadInput, "A JPEG 2000 image is damaged or incomplete.", "Copy or export the study again.");
}

} // namespace

std::vector<std::byte> decodeJpeg2000(std::span<const std::byte> stream, int rows, int columns, int bytesPerPixel)
{
    // A file that wraps the code stream in JP2 boxes starts with a signature box; DICOM wants the bare stream (FF4F).
    const bool boxed =
        stream.size() > 12 && std::to_integer<int>(stream[0]) == 0 && std::to_integer<int>(stream[4]) == 'j';
    const std::unique_ptr<opj_codec_t, void (*)(opj_codec_t*)> codec(
        opj_create_decompress(boxed ? OPJ_CODEC_JP2 : OPJ_CODEC_J2K), opj_destroy_codec);
    opj_dparameters_t parameters;
    opj_set_default_decoder_parameters(&parameters);
    if (!codec || !opj_setup_decoder(codec.get(), &parameters))
        throw damaged();
    opj_decoder_set_strict_mode(codec.get(), OPJ_TRUE);
    Memory memory{stream};
    const std::unique_ptr<opj_stream_t, void (*)(opj_stream_t*)> input(opj_stream_create(65536, OPJ_TRUE),
                                                                       opj_stream_destroy);
    opj_stream_set_user_data(input.get(), &memory, nullptr);
    opj_stream_set_user_data_length(input.get(), stream.size());
    opj_stream_set_read_function(input.get(), readBytes);
    opj_stream_set_skip_function(input.get(), skipBytes);
    opj_stream_set_seek_function(input.get(), seekBytes);
    opj_image_t* raw = nullptr;
    const bool headed = opj_read_header(input.get(), codec.get(), &raw);
    const std::unique_ptr<opj_image_t, void (*)(opj_image_t*)> image(raw, opj_image_destroy);
    if (!headed || !image)
        throw damaged();
    const auto width = static_cast<OPJ_UINT32>(columns);
    const auto height = static_cast<OPJ_UINT32>(rows);
    if (image->numcomps != 1 || image->comps[0].w != width || image->comps[0].h != height ||
        image->comps[0].prec > 16 || image->comps[0].prec > static_cast<OPJ_UINT32>(8 * bytesPerPixel))
        throw Error(ErrorCode::BadInput, "A JPEG 2000 image is not of the size that its file says.",
                    "Export the study again.");
    if (!opj_decode(codec.get(), input.get(), image.get()) || !image->comps[0].data || image->comps[0].w != width ||
        image->comps[0].h != height)
        throw damaged();
    const std::size_t pixels = static_cast<std::size_t>(rows) * static_cast<std::size_t>(columns);
    std::vector<std::byte> out(pixels * static_cast<std::size_t>(bytesPerPixel));
    const OPJ_INT32* data = image->comps[0].data;
    if (bytesPerPixel == 1) {
        for (std::size_t i = 0; i < pixels; ++i)
            out[i] = static_cast<std::byte>(data[i] & 0xff);
    } else {
        for (std::size_t i = 0; i < pixels; ++i) {
            const auto value = static_cast<std::uint16_t>(data[i] & 0xffff);
            std::memcpy(out.data() + 2 * i, &value, 2);
        }
    }
    return out;
}

} // namespace pollux
