#pragma once

#include "tests/ui/viewer/picture_row.h"
#include "ui/viewer/render.h"

namespace pollux::baseline {

using CaseRef = std::shared_ptr<const Case>;
using Tweak = std::function<void(RenderOptions&)>;

inline const Vec3 kPlace(0, 0, 6);         ///< in the middle of the slices
inline constexpr int kDrawn = 256;         ///< pixels, of which the middle is kept
inline constexpr double kMmPerPixel = 0.9; ///< the whole ball of sample_case.h

/// An axial slice of the image alone, without texts but for the letters at the edges.
inline QImage slice(const Case& c, const Tweak& change)
{
    RenderOptions o;
    o.size = QSize(kDrawn, kDrawn);
    o.centre = kPlace;
    o.mmPerPixel = kMmPerPixel;
    o.structures = std::set<Id>{};
    o.marks = false;
    if (change)
        change(o);
    return renderSlice(c, o);
}

/// A part of the slice as drawn: that with the text.
inline QImage part(const Case& c, const QRect& rect, const Tweak& change = {})
{
    return slice(c, change).copy(rect);
}

/// A picture without text; `without` the change that is the layer.
inline Row sliced(std::string name, const CaseRef& c, const Tweak& with, const Tweak& without = {})
{
    return {std::move(name), kPainted, [c, with] { return middle(slice(*c, with)); },
            [c, without] { return middle(slice(*c, without)); }};
}

/// The same where the layer is an object of the case.
inline Row sliced(std::string name, const CaseRef& with, const CaseRef& without)
{
    return {std::move(name), kPainted, [with] { return middle(slice(*with, {})); },
            [without] { return middle(slice(*without, {})); }};
}

inline void allStructures(RenderOptions& o)
{
    o.structures.reset();
}

inline CaseRef changed(const CaseRef& c, const std::function<void(Case&)>& change)
{
    auto other = std::make_shared<Case>(*c);
    change(*other);
    return other;
}

} // namespace pollux::baseline
