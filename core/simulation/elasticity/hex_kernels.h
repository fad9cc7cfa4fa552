#pragma once

#include <cstddef>

namespace pollux::elasticity {

/// A piece of a plane or layer: so many entries from `first` on, a multiple of kRunStep.
struct Run
{
    std::ptrdiff_t first;
    std::ptrdiff_t count;
};
/// Runs start and end at multiples of this; arrays are readable and writable so far beyond their last entry.
inline constexpr std::ptrdiff_t kRunStep = 16;

/// What the modes of a cube resist with, for E = 1, edge h; see HexElement. All times h / 128, the scale of two
/// Hadamard transforms and of the integral.
template <class T>
struct ModalStiffness
{
    T lambda, twoMu, mu;        ///< 8 L, 16 M, 8 M: constant strains
    T bend, cross, twist, hour; ///< 8/3 (L + 3 M), 8/3 L, 8/3 M, 8/9 (L + 4 M)
};

/// One layer of cubes between two planes of nodes. Planes are rows after rows without padding: the cube at n has its
/// nodes at n, n + 1, n + row, n + row + 1 of both planes; cubes that would wrap around a row's end have E = 0.
template <class T>
struct LayerView
{
    const T* x[3][2]; ///< displacement: component, lower and upper plane
    T* y[3][2];       ///< force, added to
    const T* modulus;
    std::ptrdiff_t row;
    const Run* runs; ///< the last cube of each run has E = 0
    std::size_t runCount;
};

/// The inner loops for one instruction set. Any thread.
template <class T>
struct HexKernels
{
    /// y += K x.
    void (*layer)(const LayerView<T>&, const ModalStiffness<T>&);
    /// r -= t; d = a d + b D r; x += d.
    void (*smooth)(const Run*, std::size_t, T a, T b, const T* inverseDiagonal, const T* t, T* r, T* d, T* x);
    /// r = f - t; d = b D r; x += d.
    void (*begin)(const Run*, std::size_t, T b, const T* inverseDiagonal, const T* f, const T* t, T* r, T* d, T* x);
    /// d = x = b D f.
    void (*beginFromZero)(const Run*, std::size_t, T b, const T* inverseDiagonal, const T* f, T* d, T* x);
    /// r = f - t; d = a d + b D r; x += d.
    void (*smoothFirst)(const Run*, std::size_t, T a, T b, const T* inverseDiagonal, const T* f, const T* t, T* r, T* d,
                        T* x);
    /// t = f - t.
    void (*residual)(const Run*, std::size_t, const T* f, T* t);
    /// to = t; sum of p t.
    double (*keepAndDot)(const Run*, std::size_t, const T* p, const T* t, T* to);
    /// u += a p; r -= a q; sum of r r.
    double (*step)(const Run*, std::size_t, T a, const T* p, const T* q, T* u, T* r);
    /// Sum of a b.
    double (*dot)(const Run*, std::size_t, const T* a, const T* b);
    /// p = z + a p.
    void (*direction)(const Run*, std::size_t, T a, const T* z, T* p);
    const char* name; ///< "AVX-512", ...
};

/// The fastest that this processor can run.
template <class T>
const HexKernels<T>& hexKernels();
extern template const HexKernels<float>& hexKernels<float>();
extern template const HexKernels<double>& hexKernels<double>();

namespace detail {
template <class T>
HexKernels<T> hexKernelsBase();
template <class T>
HexKernels<T> hexKernelsAvx2();
template <class T>
HexKernels<T> hexKernelsAvx512();
} // namespace detail

} // namespace pollux::elasticity
