#pragma once

// Included by one .cpp for each instruction set, each with its own `kBytes`; everything here is in an unnamed namespace
// so that no two of them share code. No inline function of the standard library may be used here: the linker would
// keep one copy of it, perhaps the one that this processor cannot run.

#include "core/simulation/elasticity/hex_kernels.h"

namespace pollux::elasticity {
namespace {

template <class T, int kBytes>
struct Simd
{
    static constexpr int width = kBytes / int(sizeof(T));
    typedef T V __attribute__((vector_size(kBytes)));
    typedef T Memory __attribute__((vector_size(kBytes), aligned(sizeof(T)), may_alias));
    using IndexOf = decltype(V() < V()); // integers of T's size
    typedef IndexOf I;

    static V load(const T* p) { return *reinterpret_cast<const Memory*>(p); }
    static void store(T* p, V v) { *reinterpret_cast<Memory*>(p) = v; }

    /// a[1], ..., a[width-1], b[0].
    static V next(V a, V b) { return shuffled(a, b, 1); }
    /// a[width-1], b[0], ..., b[width-2].
    static V previous(V a, V b) { return shuffled(a, b, width - 1); }

    /// Sum and differences over the four nodes of a column of nodes, for one component.
    struct Column
    {
        V one, y, z, yz;
    };

private:
    static V shuffled(V a, V b, int from)
    {
        I index;
        for (int i = 0; i < width; ++i)
            index[i] = from + i;
        return __builtin_shuffle(a, b, index);
    }
};

template <class T, int kBytes>
void layer(const LayerView<T>& l, const ModalStiffness<T>& m)
{
    using S = Simd<T, kBytes>;
    using V = typename S::V;
    using Column = typename S::Column;
    constexpr int W = S::width;
    const auto column = [&](int c, std::ptrdiff_t n) {
        const V n00 = S::load(l.x[c][0] + n), n10 = S::load(l.x[c][0] + n + l.row);
        const V n01 = S::load(l.x[c][1] + n), n11 = S::load(l.x[c][1] + n + l.row);
        const V a = n00 + n10, b = n10 - n00, e = n01 + n11, d = n11 - n01;
        return Column{a + e, b + d, e - a, d - b};
    };
    for (std::size_t r = 0; r < l.runCount; ++r) {
        std::ptrdiff_t n = l.runs[r].first;
        const std::ptrdiff_t end = n + l.runs[r].count;
        Column now[3] = {column(0, n), column(1, n), column(2, n)};
        Column carry[3] = {}; // what the cubes before give to their right nodes
        for (; n < end; n += W) {
            V x[3], y[3], z[3], xy[3], yz[3], xz[3], p[3];
            for (int c = 0; c < 3; ++c) {
                const Column after = column(c, n + W);
                const V one = S::next(now[c].one, after.one), ry = S::next(now[c].y, after.y);
                const V rz = S::next(now[c].z, after.z), ryz = S::next(now[c].yz, after.yz);
                x[c] = one - now[c].one;
                y[c] = ry + now[c].y;
                xy[c] = ry - now[c].y;
                z[c] = rz + now[c].z;
                xz[c] = rz - now[c].z;
                yz[c] = ryz + now[c].yz;
                p[c] = ryz - now[c].yz;
                now[c] = after;
            }
            const V e = S::load(l.modulus + n);
            const V trace = m.lambda * (x[0] + y[1] + z[2]);
            const V shearXy = e * (m.mu * (y[0] + x[1])), shearXz = e * (m.mu * (z[0] + x[2]));
            const V shearYz = e * (m.mu * (z[1] + y[2]));
            const V twist = yz[0] + xz[1] + xy[2];
            V fx[3], fy[3], fz[3], fxy[3], fyz[3], fxz[3], fp[3];
            fx[0] = e * (trace + m.twoMu * x[0]);
            fy[1] = e * (trace + m.twoMu * y[1]);
            fz[2] = e * (trace + m.twoMu * z[2]);
            fy[0] = fx[1] = shearXy;
            fz[0] = fx[2] = shearXz;
            fz[1] = fy[2] = shearYz;
            fxy[0] = e * (m.bend * xy[0] + m.cross * yz[2]);
            fxz[0] = e * (m.bend * xz[0] + m.cross * yz[1]);
            fxy[1] = e * (m.bend * xy[1] + m.cross * xz[2]);
            fyz[1] = e * (m.bend * yz[1] + m.cross * xz[0]);
            fxz[2] = e * (m.bend * xz[2] + m.cross * xy[1]);
            fyz[2] = e * (m.bend * yz[2] + m.cross * xy[0]);
            fyz[0] = e * (m.twist * (twist + yz[0]));
            fxz[1] = e * (m.twist * (twist + xz[1]));
            fxy[2] = e * (m.twist * (twist + xy[2]));
            for (int c = 0; c < 3; ++c) {
                fp[c] = e * (m.hour * p[c]);
                const Column right{fx[c], fy[c] + fxy[c], fz[c] + fxz[c], fyz[c] + fp[c]};
                const V one = S::previous(carry[c].one, right.one) - fx[c];
                const V cy = S::previous(carry[c].y, right.y) + (fy[c] - fxy[c]);
                const V cz = S::previous(carry[c].z, right.z) + (fz[c] - fxz[c]);
                const V cyz = S::previous(carry[c].yz, right.yz) + (fyz[c] - fp[c]);
                carry[c] = right;
                const V a = one - cz, b = cy - cyz, g = one + cz, d = cy + cyz;
                T* y0 = l.y[c][0] + n;
                T* y1 = l.y[c][1] + n;
                S::store(y0, S::load(y0) + (a - b));
                S::store(y0 + l.row, S::load(y0 + l.row) + (a + b));
                S::store(y1, S::load(y1) + (g - d));
                S::store(y1 + l.row, S::load(y1 + l.row) + (g + d));
            }
        }
    }
}

template <class T>
void smooth(const Run* runs, std::size_t count, T a, T b, const T* __restrict inverse, const T* __restrict t,
            T* __restrict r, T* __restrict d, T* __restrict x)
{
    for (std::size_t k = 0; k < count; ++k)
        for (std::ptrdiff_t n = runs[k].first, end = n + runs[k].count; n < end; ++n) {
            r[n] -= t[n];
            d[n] = a * d[n] + b * inverse[n] * r[n];
            x[n] += d[n];
        }
}

template <class T>
void begin(const Run* runs, std::size_t count, T b, const T* __restrict inverse, const T* __restrict f,
           const T* __restrict t, T* __restrict r, T* __restrict d, T* __restrict x)
{
    for (std::size_t k = 0; k < count; ++k)
        for (std::ptrdiff_t n = runs[k].first, end = n + runs[k].count; n < end; ++n) {
            r[n] = f[n] - t[n];
            d[n] = b * inverse[n] * r[n];
            x[n] += d[n];
        }
}

template <class T>
void beginFromZero(const Run* runs, std::size_t count, T b, const T* __restrict inverse, const T* __restrict f,
                   T* __restrict d, T* __restrict x)
{
    for (std::size_t k = 0; k < count; ++k)
        for (std::ptrdiff_t n = runs[k].first, end = n + runs[k].count; n < end; ++n)
            d[n] = x[n] = b * inverse[n] * f[n];
}

template <class T>
void smoothFirst(const Run* runs, std::size_t count, T a, T b, const T* __restrict inverse, const T* __restrict f,
                 const T* __restrict t, T* __restrict r, T* __restrict d, T* __restrict x)
{
    for (std::size_t k = 0; k < count; ++k)
        for (std::ptrdiff_t n = runs[k].first, end = n + runs[k].count; n < end; ++n) {
            r[n] = f[n] - t[n];
            d[n] = a * d[n] + b * inverse[n] * r[n];
            x[n] += d[n];
        }
}

template <class T>
void residual(const Run* runs, std::size_t count, const T* __restrict f, T* __restrict t)
{
    for (std::size_t k = 0; k < count; ++k)
        for (std::ptrdiff_t n = runs[k].first, end = n + runs[k].count; n < end; ++n)
            t[n] = f[n] - t[n];
}

/// Partial sums of kRunStep entries in T, then in double: fast, and as exact as the entries are.
struct Sum
{
    double parts[kRunStep] = {};
    double total() const
    {
        double s = 0;
        for (double v : parts)
            s += v;
        return s;
    }
};

template <class T>
double keepAndDot(const Run* runs, std::size_t count, const T* __restrict p, const T* __restrict t, T* __restrict to)
{
    Sum sum;
    for (std::size_t k = 0; k < count; ++k)
        for (std::ptrdiff_t n = runs[k].first, end = n + runs[k].count; n < end; n += kRunStep)
            for (std::ptrdiff_t i = 0; i < kRunStep; ++i) {
                to[n + i] = t[n + i];
                sum.parts[i] += double(p[n + i]) * double(t[n + i]);
            }
    return sum.total();
}

template <class T>
double step(const Run* runs, std::size_t count, T a, const T* __restrict p, const T* __restrict q, T* __restrict u,
            T* __restrict r)
{
    Sum sum;
    for (std::size_t k = 0; k < count; ++k)
        for (std::ptrdiff_t n = runs[k].first, end = n + runs[k].count; n < end; n += kRunStep)
            for (std::ptrdiff_t i = 0; i < kRunStep; ++i) {
                u[n + i] += a * p[n + i];
                r[n + i] -= a * q[n + i];
                sum.parts[i] += double(r[n + i]) * double(r[n + i]);
            }
    return sum.total();
}

template <class T>
double dot(const Run* runs, std::size_t count, const T* __restrict a, const T* __restrict b)
{
    Sum sum;
    for (std::size_t k = 0; k < count; ++k)
        for (std::ptrdiff_t n = runs[k].first, end = n + runs[k].count; n < end; n += kRunStep)
            for (std::ptrdiff_t i = 0; i < kRunStep; ++i)
                sum.parts[i] += double(a[n + i]) * double(b[n + i]);
    return sum.total();
}

template <class T>
void direction(const Run* runs, std::size_t count, T a, const T* __restrict z, T* __restrict p)
{
    for (std::size_t k = 0; k < count; ++k)
        for (std::ptrdiff_t n = runs[k].first, end = n + runs[k].count; n < end; ++n)
            p[n] = z[n] + a * p[n];
}

template <class T, int kBytes>
HexKernels<T> kernels(const char* name)
{
    HexKernels<T> k;
    k.layer = layer<T, kBytes>;
    k.smooth = smooth<T>;
    k.begin = begin<T>;
    k.beginFromZero = beginFromZero<T>;
    k.smoothFirst = smoothFirst<T>;
    k.residual = residual<T>;
    k.keepAndDot = keepAndDot<T>;
    k.step = step<T>;
    k.dot = dot<T>;
    k.direction = direction<T>;
    k.name = name;
    return k;
}

} // namespace
} // namespace pollux::elasticity
