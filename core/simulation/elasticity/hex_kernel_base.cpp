#include "core/simulation/elasticity/hex_kernel_impl.h"

namespace pollux::elasticity::detail {

template <class T>
HexKernels<T> hexKernelsBase()
{
    return kernels<T, 16>("SSE2");
}

template HexKernels<float> hexKernelsBase<float>();
template HexKernels<double> hexKernelsBase<double>();

} // namespace pollux::elasticity::detail
