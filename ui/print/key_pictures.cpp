#include "ui/print/key_pictures.h"

#include "core/base/error.h"
#include "ui/print/plan_path.h"
#include "ui/viewer/render.h"

#include <algorithm>
#include <functional>

namespace pollux {

namespace {

class PictureWriter
{
public:
    PictureWriter(std::filesystem::path folder, Findings& findings) : m_folder(std::move(folder)), m_findings(findings)
    {
    }

    void add(const QImage& image, const std::string& name, const std::string& caption)
    {
        const std::filesystem::path file = m_folder / (name + ".png");
        if (!image.save(QString::fromStdString(file.string()), "PNG"))
            throw Error(ErrorCode::Io, "The picture '" + name + ".png' could not be written.",
                        "Check that the folder is writable and the disk is not full.");
        m_pictures.push_back({caption, file});
    }

    /// A picture that cannot be drawn is missing, and said to be; the report goes on.
    void attempt(const std::string& what, const std::function<void()>& draw)
    {
        try {
            draw();
        } catch (const Error& e) {
            if (e.code() == ErrorCode::Cancelled || e.code() == ErrorCode::Io)
                throw;
            m_findings.push_back(
                {Severity::Warning, "picture.missing", what + " is missing: " + e.message(), e.advice(), {}, {}, {}});
        }
    }

    std::vector<ReportPicture> pictures() { return std::move(m_pictures); }

private:
    std::filesystem::path m_folder;
    Findings& m_findings;
    std::vector<ReportPicture> m_pictures;
};

/// The map made with this plan, so that it is drawn under the needle.
Id fieldOf(const Case& c, const Id& plan)
{
    for (const auto& [id, field] : c.fields)
        if (id.text().ends_with(plan.text()))
            return id;
    return {};
}

void addPlan(PictureWriter& writer, const Case& c, const Id& id, const Plan& plan, RenderOptions options,
             const ReportLook& look)
{
    const auto path = pathOf(plan);
    if (!path)
        return;
    options.path = path;
    writer.attempt("The planes through the path of " + id.text(), [&] {
        const std::vector<QImage> cuts = renderPathSlices(c, options);
        const char* const captions[] = {"along the needle, upright plane", "along the needle, across",
                                        "axial through the target"};
        for (size_t n = 0; n < cuts.size(); ++n)
            writer.add(cuts[n], id.text() + "-plane-" + std::to_string(n + 1),
                       plan.name + ": " + (n < 3 ? captions[n] : "plane"));
    });
    writer.attempt("The 3D picture of " + id.text(), [&] {
        RenderOptions scene = options;
        scene.size = QSize(1000, 800);
        scene.field = fieldOf(c, id);
        scene.scene = look.scene;
        scene.axes = look.axes;
        scene.centre = look.centre;
        writer.add(renderScene3D(c, scene), id.text() + "-3d", plan.name + ": the path in 3D");
    });
}

} // namespace

ReportLook reportLook(const RenderOptions& view)
{
    return {view.scene, view.centre, view.axes};
}

std::vector<ReportPicture> writeKeyPictures(const Case& c, const std::filesystem::path& folder, Findings& findings,
                                            const Job& job, const ReportLook& look)
{
    PictureWriter writer(folder, findings);
    if (c.volumes.empty())
        return {};
    RenderOptions options;
    options.notice = "Not for clinical use";
    options.stale = staleIds(c);
    double done = 0;
    for (const auto& [id, plan] : c.plans) {
        addPlan(writer, c, id, *plan, options, look);
        job.progress((done += 1) / static_cast<double>(c.plans.size()), "Drawing the pictures");
    }
    // Plans without a needle (a resection, numbers alone) have no pictures of their own.
    if (std::none_of(c.plans.begin(), c.plans.end(),
                     [](const auto& plan) { return pathOf(*plan.second).has_value(); })) {
        const std::pair<PlaneKind, const char*> planes[] = {
            {PlaneKind::Axial, "axial"}, {PlaneKind::Coronal, "coronal"}, {PlaneKind::Sagittal, "sagittal"}};
        for (const auto& [plane, name] : planes)
            writer.attempt(std::string("The ") + name + " plane", [&, plane = plane, name = name] {
                options.plane = plane;
                writer.add(renderSlice(c, options), name, std::string("Middle of the volume, ") + name);
            });
    }
    return writer.pictures();
}

} // namespace pollux
