#if defined(__x86_64__)
#include "core/simulation/elasticity/hex_kernel_impl.h"

namespace pollux::elasticity::detail {

template <class T>
HexKernels<T> hexKernelsAvx512()
{
    return kernels<T, 64>("AVX-512");
}

template HexKernels<float> hexKernelsAvx512<float>();
template HexKernels<double> hexKernelsAvx512<double>();

} // namespace pollux::elasticity::detail
#endif
