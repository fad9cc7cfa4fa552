#include "plugins/implant/bone_material_params.h"

#include "core/base/sentence.h"
#include "core/operation/plan_parts.h"
#include "plugins/implant/image_findings.h"
#include "plugins/implant/sourced_param.h"

#include <string>
#include <vector>

namespace pollux::implant {

void addBoneMaterial(ParamList& list)
{
    std::vector<std::string> laws;
    for (const elasticity::BoneLaw& l : elasticity::boneLaws())
        laws.push_back(l.id);
    list.add(choiceParam("law", "Moduli of bone", laws, "Two constants, or a law of density (HU of a calibrated CT)."));
    addSourced(list, "cortical", "Cortical bone", Unit::Megapascal, 13700, 100, 30000,
               "Young's modulus above the split.", "Usual in studies of the jaw, from memory (unverified)");
    addSourced(
        list, "cancellous", "Cancellous bone", Unit::Megapascal, 1370, 1, 10000, "Young's modulus below the split.",
        "Usual in studies of the jaw, from memory (unverified); measured: 7 to 200 MPa (Hindawi JME 2014/470539, "
        "verified)");
    addSourced(list, "split", "Cortical from", Unit::GreyValue, 850, -1000, 4000,
               "Value of the image from which bone counts as cortical.",
               "A choice; look at the image's own values (unverified)");
    addSourced(list, "density_slope", "Density of 1000 HU", Unit::None, 0.8, 0.1, 3,
               "Calibration: g/cm3 (K2HPO4 or ash) in 1000 HU.",
               "A choice, in place of your scanner's phantom (unverified)", true);
    addSourced(list, "density_offset", "Density of 0 HU", Unit::None, 0, -0.5, 0.5, "Calibration: g/cm3 at 0 HU.",
               "A choice, in place of your scanner's phantom (unverified)", true);
}

elasticity::BoneMaterial boneMaterialOf(const ParamValues& v)
{
    elasticity::BoneMaterial m = elasticity::boneMaterial(v.text("law"));
    m.calibration = {v.real("density_offset"), v.real("density_slope") / 1000};
    m.cortical = v.real("cortical");
    m.cancellous = v.real("cancellous");
    m.split = v.real("split");
    return m;
}

Findings checkBoneMaterial(const VolumeObject& image, const ParamValues& values)
{
    if (values.text("law") == "constant") {
        if (image.modality.empty() || image.modality == "CT")
            return {};
        return {finding(Severity::Warning, "stress.modality",
                        filled("Cortical bone is told from cancellous by the values of the image, which is %1 and no "
                               "CT: they do not tell it.",
                               {image.modality}),
                        "Choose a CT, or set the split below all values, so that all bone counts as cortical.")};
    }
    if (image.unit != "HU" || isConeBeam(image))
        return {finding(Severity::Stop, "stress.uncalibrated",
                        "A law of density needs HU of a calibrated CT; this image holds grey values.",
                        "Choose the two constants and set the value that splits them.")};
    return {finding(Severity::Warning, "stress.no-phantom",
                    "The scanner's calibration is a choice, not measured with a phantom.",
                    "Enter the density of 0 and of 1000 HU from your phantom.")};
}

} // namespace pollux::implant
