#include "core/operation/side_findings.h"

#include "core/base/sentence.h"
#include "core/base/text.h"
#include "core/operation/plan_parts.h"

namespace pollux {

std::optional<Finding> contradictionOf(const SideGuess& guess, Side chosen, std::string code)
{
    if (!(guess.confidence > kSideUnknown) || guess.side == chosen)
        return {};
    return finding(guess.confidence >= kSideSure ? Severity::Stop : Severity::Warning, std::move(code),
                   filled("The %1 side is chosen, but the image shows the %2 one: %3 (confidence %4).",
                          {name(chosen), name(guess.side), guess.why, toText(guess.confidence, 2)}),
                   "Check the side against the order; choose the other one, or look at the masks.");
}

std::optional<Side> sideInName(std::string_view name)
{
    bool left = false, right = false;
    std::string word;
    for (const char c : lowered(std::string(name)) + " ")
        if (c >= 'a' && c <= 'z')
            word += c;
        else {
            left = left || word == "left" || word == "links" || word == "linke" || word == "linker";
            right = right || word == "right" || word == "rechts" || word == "rechte" || word == "rechter";
            word.clear();
        }
    if (left == right)
        return {};
    return left ? Side::Left : Side::Right;
}

std::optional<Finding> imageNamedOtherwise(const std::string& imageName, Side side)
{
    const std::optional<Side> named = sideInName(imageName);
    if (!named || *named == side)
        return {};
    return finding(Severity::Warning, "anatomy.named-otherwise",
                   filled("The image '%1' is named for the %2 side, but its bones are taken for those of the %3 one.",
                          {imageName, name(*named), name(side)}),
                   "Check the side against the order and the patient; choose the side if it was guessed.");
}

} // namespace pollux
