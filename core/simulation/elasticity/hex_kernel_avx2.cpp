#if defined(__x86_64__)
#include "core/simulation/elasticity/hex_kernel_impl.h"

namespace pollux::elasticity::detail {

template <class T>
HexKernels<T> hexKernelsAvx2()
{
    return kernels<T, 32>("AVX2");
}

template HexKernels<float> hexKernelsAvx2<float>();
template HexKernels<double> hexKernelsAvx2<double>();

} // namespace pollux::elasticity::detail
#endif
