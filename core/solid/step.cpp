#include "core/solid/step.h"

#include "core/base/error.h"
#include "core/solid/face_triangles.h"
#include "core/solid/implant_solid.h"
#include "core/solid/modelling.h"
#include "core/solid/step_schema.h"
#include "core/solid/step_session.h"

#include <BRepBndLib.hxx>
#include <BRepMesh_IncrementalMesh.hxx>
#include <Bnd_Box.hxx>
#include <IFSelect_ReturnStatus.hxx>
#include <STEPControl_Reader.hxx>
#include <STEPControl_Writer.hxx>
#include <Standard_Failure.hxx>
#include <TopExp_Explorer.hxx>
#include <fstream>

namespace pollux {

namespace {

constexpr double kWeld = 1e-5; // mm: faces share their edges' points up to rounding, far below any deflection

std::string schemaOf(const std::filesystem::path& file)
{
    std::ifstream in(file);
    std::string head(4096, '\0');
    in.read(head.data(), static_cast<std::streamsize>(head.size()));
    head.resize(static_cast<std::size_t>(std::max<std::streamsize>(0, in.gcount())));
    return stepSchemaIn(head);
}

} // namespace

void writeStep(const std::filesystem::path& file, const std::vector<StepPart>& parts, StepSchema schema, const Job& job)
{
    if (parts.empty())
        throw Error(ErrorCode::BadInput, "There is nothing to write.", "Place an implant first.");
    std::vector<TopoDS_Shape> shapes;
    for (const StepPart& part : parts) {
        job.checkStop();
        shapes.push_back(implantSolid(part));
    }
    try {
        StepSession session;
        session.set("write.step.schema", schema == StepSchema::Ap242 ? "AP242DIS" : "AP214IS");
        session.set("write.step.unit", "MM");
        STEPControl_Writer writer;
        for (std::size_t n = 0; n < shapes.size(); ++n) {
            session.set("write.step.product.name", parts[n].name.c_str());
            if (writer.Transfer(shapes[n], STEPControl_AsIs) != IFSelect_RetDone)
                throw Error(ErrorCode::Internal, "The implant cannot be written as STEP.", "Write it as STL.");
        }
        if (writer.Write(file.string().c_str()) != IFSelect_RetDone)
            throw Error(ErrorCode::Io, "The STEP file cannot be written.",
                        "Choose a folder that you may write to and that has room.");
    } catch (const Standard_Failure& e) {
        throw Error(ErrorCode::Internal, std::string("The CAD library failed: ") + e.GetMessageString(),
                    "Write the implant as STL.");
    }
}

StepFacts readStepFacts(const std::filesystem::path& file)
{
    StepFacts facts;
    facts.schema = schemaOf(file);
    try {
        const StepSession session;
        STEPControl_Reader reader;
        if (reader.ReadFile(file.string().c_str()) != IFSelect_RetDone)
            throw Error(ErrorCode::BadInput, "This is no STEP file, or it is damaged.", "Choose another file.");
        reader.TransferRoots();
        const TopoDS_Shape shape = reader.OneShape();
        for (TopExp_Explorer e(shape, TopAbs_SOLID); e.More(); e.Next()) {
            ++facts.solids;
            facts.volumeMm3 += volumeOf(e.Current());
        }
        if (facts.solids == 0)
            throw Error(ErrorCode::BadInput, "The STEP file holds no closed solid.",
                        "Export the implant as a solid, not as faces.");
        Bnd_Box box;
        BRepBndLib::AddOptimal(shape, box, false, false);
        Vec3 low, high;
        box.Get(low.x(), low.y(), low.z(), high.x(), high.y(), high.z());
        facts.box.include(low);
        facts.box.include(high);
    } catch (const Standard_Failure& e) {
        throw Error(ErrorCode::BadInput, std::string("The STEP file cannot be read: ") + e.GetMessageString(),
                    "Choose another file.");
    }
    return facts;
}

Surface tessellated(const StepPart& part, double deflection)
{
    const TopoDS_Shape shape = implantSolid(part);
    try {
        const BRepMesh_IncrementalMesh mesh(shape, deflection, false, 0.3, false);
        FaceTriangles triangles;
        triangles.add(TopExp_Explorer(shape, TopAbs_FACE), kWeld);
        return triangles.surface();
    } catch (const Standard_Failure& e) {
        throw Error(ErrorCode::Internal, std::string("The CAD library failed: ") + e.GetMessageString(),
                    "Use the envelope without its thread.");
    }
}

} // namespace pollux
