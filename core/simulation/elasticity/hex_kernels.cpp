#include "core/simulation/elasticity/hex_kernels.h"

namespace pollux::elasticity {

template <class T>
const HexKernels<T>& hexKernels()
{
    static const HexKernels<T> chosen = [] {
#if defined(__x86_64__)
        if (__builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512dq") &&
            __builtin_cpu_supports("avx512vl") && __builtin_cpu_supports("avx512bw"))
            return detail::hexKernelsAvx512<T>();
        if (__builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma"))
            return detail::hexKernelsAvx2<T>();
#endif
        return detail::hexKernelsBase<T>();
    }();
    return chosen;
}

template const HexKernels<float>& hexKernels<float>();
template const HexKernels<double>& hexKernels<double>();

} // namespace pollux::elasticity
