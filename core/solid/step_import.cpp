#include "core/solid/step_import.h"

#include "core/base/error.h"
#include "core/solid/face_triangles.h"
#include "core/solid/step_schema.h"
#include "core/solid/step_session.h"

#include <BRepBndLib.hxx>
#include <BRepCheck_Analyzer.hxx>
#include <BRepGProp.hxx>
#include <BRepMesh_IncrementalMesh.hxx>
#include <BRepTools.hxx>
#include <BRep_Tool.hxx>
#include <Bnd_Box.hxx>
#include <GProp_GProps.hxx>
#include <IFSelect_ReturnStatus.hxx>
#include <Interface_CheckIterator.hxx>
#include <Interface_InterfaceModel.hxx>
#include <Poly_Triangulation.hxx>
#include <STEPConstruct_UnitContext.hxx>
#include <STEPControl_Reader.hxx>
#include <Standard_Failure.hxx>
#include <Standard_OutOfMemory.hxx>
#include <StepData_StepModel.hxx>
#include <StepGeom_GeomRepContextAndGlobUnitAssCtxAndGlobUncertaintyAssCtx.hxx>
#include <StepGeom_GeometricRepresentationContextAndGlobalUnitAssignedContext.hxx>
#include <StepRepr_GlobalUnitAssignedContext.hxx>
#include <TColStd_SequenceOfAsciiString.hxx>
#include <TopExp_Explorer.hxx>
#include <TopoDS.hxx>
#include <TopoDS_Face.hxx>
#include <TopoDS_Shape.hxx>
#include <Transfer_TransientProcess.hxx>
#include <XSControl_TransferReader.hxx>
#include <XSControl_WorkSession.hxx>
#include <algorithm>
#include <cmath>
#include <fstream>
#include <new>
#include <system_error>

namespace pollux {

namespace {

constexpr double kMostExtent = 1e7; ///< mm: 10 km, beyond which a float holds no millimetre
constexpr double kAngle = 0.3;      ///< rad between neighbouring triangles of a curved face
constexpr std::size_t kHeadBytes = 65536;

Error noShape()
{
    return Error(ErrorCode::BadInput, "The STEP file holds no shape that can be read.",
                 "Export it again as solids (AP214 or AP242, boundary representation), or as STL.");
}

/// The first or last bytes of a file.
std::string endOf(const std::filesystem::path& path, bool last)
{
    std::error_code ec;
    const std::uintmax_t size = std::filesystem::file_size(path, ec);
    std::ifstream in(path, std::ios::binary);
    if (last && !ec && size > kHeadBytes)
        in.seekg(static_cast<std::streamoff>(size - kHeadBytes));
    std::string bytes(kHeadBytes, '\0');
    in.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    bytes.resize(static_cast<std::size_t>(std::max<std::streamsize>(0, in.gcount())));
    return bytes;
}

/// Units as the file says, and the factor by which the toolkit multiplies the lengths of the first of them.
void readUnits(STEPControl_Reader& reader, ModelFacts& facts)
{
    TColStd_SequenceOfAsciiString lengths, angles, solidAngles;
    reader.FileUnits(lengths, angles, solidAngles);
    for (int n = 1; n <= lengths.Length(); ++n)
        facts.unit += (n == 1 ? "" : ", ") + std::string(lengths.Value(n).ToCString());
    const Handle(StepData_StepModel) model = reader.StepModel();
    for (int n = 1; n <= model->NbEntities(); ++n) {
        Handle(StepRepr_GlobalUnitAssignedContext) units;
        const Handle(Standard_Transient) entity = model->Value(n);
        if (const auto all = Handle(StepGeom_GeomRepContextAndGlobUnitAssCtxAndGlobUncertaintyAssCtx)::DownCast(entity);
            !all.IsNull())
            units = all->GlobalUnitAssignedContext();
        else if (const auto some =
                     Handle(StepGeom_GeometricRepresentationContextAndGlobalUnitAssignedContext)::DownCast(entity);
                 !some.IsNull())
            units = some->GlobalUnitAssignedContext();
        STEPConstruct_UnitContext context;
        if (!units.IsNull() && context.ComputeFactors(units) == 0 && context.LengthDone()) {
            facts.mmPerUnit = context.LengthFactor();
            return;
        }
    }
}

std::uint32_t unreadIn(STEPControl_Reader& reader)
{
    std::uint32_t unread = 0;
    const Handle(StepData_StepModel) model = reader.StepModel();
    for (int n = 1; n <= model->NbEntities(); ++n)
        unread += model->IsErrorEntity(n) ? 1 : 0;
    const Handle(Transfer_TransientProcess) process = reader.WS()->TransferReader()->TransientProcess();
    if (process.IsNull())
        return unread;
    for (Interface_CheckIterator check = process->CheckList(true); check.More(); check.Next())
        unread += check.Value()->HasFailed() ? 1 : 0;
    return unread;
}

std::int64_t trianglesOf(const TopoDS_Shape& shape)
{
    std::int64_t sum = 0;
    for (TopExp_Explorer e(shape, TopAbs_FACE); e.More(); e.Next()) {
        TopLoc_Location location;
        const Handle(Poly_Triangulation) t = BRep_Tool::Triangulation(TopoDS::Face(e.Current()), location);
        sum += t.IsNull() ? 0 : t->NbTriangles();
    }
    return sum;
}

/// Lays triangles on the faces; the deflection (mm).
double tessellate(const TopoDS_Shape& shape, double diagonal)
{
    double deflection = std::clamp(5e-4 * diagonal, std::min(0.005, 0.01 * diagonal), 0.1);
    for (int round = 0; round < 3; ++round, deflection *= 8) {
        BRepTools::Clean(shape); // also triangles that came with the file
        const BRepMesh_IncrementalMesh mesh(shape, deflection, false, kAngle * (1 + round), false);
        if (trianglesOf(shape) <= kMostStepTriangles)
            return deflection;
    }
    throw Error(ErrorCode::Unsupported, "The shapes of the STEP file need more than 2 million triangles.",
                "Export a part of it, or a simpler model.");
}

ModelSolid factsOf(const TopoDS_Shape& solid)
{
    ModelSolid facts;
    GProp_GProps properties;
    BRepGProp::VolumeProperties(solid, properties);
    facts.volumeMm3 = properties.Mass();
    facts.valid = BRepCheck_Analyzer(solid).IsValid();
    int shells = 0;
    facts.closed = true;
    for (TopExp_Explorer e(solid, TopAbs_SHELL); e.More(); e.Next(), ++shells)
        facts.closed = facts.closed && BRep_Tool::IsClosed(e.Current());
    facts.closed = facts.closed && shells > 0;
    return facts;
}

ImportedModel modelOf(const TopoDS_Shape& shape, ModelFacts facts)
{
    Bnd_Box box;
    BRepBndLib::Add(shape, box, false);
    if (box.IsVoid())
        throw noShape();
    const double diagonal = std::sqrt(box.SquareExtent());
    double largest = 0;
    if (!box.IsOpen()) {
        const gp_Pnt low = box.CornerMin(), high = box.CornerMax();
        for (const gp_Pnt& p : {low, high})
            largest = std::max({largest, std::abs(p.X()), std::abs(p.Y()), std::abs(p.Z())});
    }
    if (box.IsOpen() || !(diagonal > 0) || !(largest <= kMostExtent))
        throw Error(ErrorCode::BadInput, "The shapes of the STEP file have no end, or none within 10 km.",
                    "Export the part alone, without planes and axes of construction.");
    facts.deflection = tessellate(shape, diagonal);
    const double tolerance = std::max(1e-7 * diagonal, 6e-8 * largest);
    FaceTriangles triangles;
    for (TopExp_Explorer e(shape, TopAbs_SOLID); e.More(); e.Next()) {
        if (facts.solids.size() == kMostSolids)
            throw Error(ErrorCode::Unsupported, "The STEP file is an assembly of more than 1000 solids.",
                        "Export the part that you need.");
        ModelSolid solid = factsOf(e.Current());
        solid.box = triangles.add(TopExp_Explorer(e.Current(), TopAbs_FACE), tolerance);
        if (!solid.box.empty() && std::isfinite(solid.volumeMm3))
            facts.solids.push_back(solid);
    }
    triangles.add(TopExp_Explorer(shape, TopAbs_FACE, TopAbs_SOLID), tolerance);
    facts.facesLeftOut = triangles.facesLeftOut();
    if (triangles.empty())
        throw noShape();
    return {std::move(facts), triangles.surface()};
}

} // namespace

ImportedModel readStepModel(const std::filesystem::path& path)
{
    const std::string head = endOf(path, false);
    if (head.find("ISO-10303-21") == std::string::npos)
        throw Error(ErrorCode::BadInput, "This is no STEP file.", "Choose a file that was exported as STEP (AP214).");
    // The library takes what there is of a file that ends early.
    if (endOf(path, true).find("END-ISO-10303-21") == std::string::npos)
        throw Error(ErrorCode::BadInput, "The STEP file is cut short: its end is missing.", "Copy or export it again.");
    try {
        const StepSession session;
        ModelFacts facts;
        facts.format = ModelFormat::Step;
        facts.schema = stepSchemaIn(head);
        STEPControl_Reader reader;
        if (reader.ReadFile(path.string().c_str()) != IFSelect_RetDone || reader.StepModel().IsNull())
            throw Error(ErrorCode::BadInput, "The STEP file is damaged.", "Copy or export it again.");
        readUnits(reader, facts);
        reader.TransferRoots();
        facts.unread = unreadIn(reader);
        const TopoDS_Shape shape = reader.OneShape();
        if (shape.IsNull())
            throw noShape();
        return modelOf(shape, std::move(facts));
    } catch (const Standard_OutOfMemory&) {
        throw std::bad_alloc();
    } catch (const Standard_Failure&) { // its text may hold what was in the file
        throw Error(ErrorCode::BadInput, "The CAD library cannot read this STEP file; it is damaged or unusual.",
                    "Copy or export it again, or export it as STL.");
    }
}

} // namespace pollux
