#include "core/phantom/model.h"
#include "core/phantom/random.h"

#include <algorithm>

namespace pollux::phantom {

namespace {

// Gas rises to the front of a patient who lies on the back, so its border is a plane y = level.
std::function<Label(const Vec3&)> filled(double level, Label gas, Label fluid)
{
    return [=](const Vec3& p) { return p.y() < level ? gas : fluid; };
}

void addHollow(Model& model, const std::vector<TubePoint>& path, double wall, Label wallLabel,
               const std::function<Label(const Vec3&)>& content)
{
    addTube(model.solids, path, wall, content);
    addTube(model.solids, path, 0, wallLabel);
}

void addSpleen(const Frame& frame, Model& model)
{
    Random random(frame.seed(), "spleen");
    const Vec3 centre(random.about(106, 2), random.about(32, 2), random.about(24, 3));
    const Vec3 radii(random.about(26, 1), random.about(44, 2), random.about(48, 3));
    const Box box{centre - 1.3 * radii, centre + 1.3 * radii};
    model.solids.push_back({box, [&frame, centre, radii](const Vec3& p) {
                                double d = ellipsoid(p, centre, radii);
                                d = smoothMax(d, -ellipsoid(p, centre + Vec3(-34, -20, -6), Vec3(27, 36, 46)), 5);
                                d = smoothMax(d, 2 - renalFatDistance(frame, p, 1), 4);
                                d = std::max(d, frame.cavityDistance(p) + 1.5);
                                d = smoothMax(d, (p.z() - frame.diaphragm(p) + 3.2) * 0.75, 3);
                                return d < 0 ? Label::Spleen : Label::None;
                            }});
}

void addColon(const Frame& frame, Model& model)
{
    Random random(frame.seed(), "colon");
    const std::vector<TubePoint> course = {
        {Vec3(-98, 8, -175), 24},  {Vec3(-102, 12, -130), 23}, {Vec3(-101, 16, -98), 20}, {Vec3(-92, -2, -82), 18},
        {Vec3(-70, -38, -84), 17}, {Vec3(-35, -56, -96), 17},  {Vec3(10, -60, -98), 17},  {Vec3(55, -54, -78), 16},
        {Vec3(90, -32, -40), 16},  {Vec3(108, -14, -10), 15},  {Vec3(112, 14, -22), 14},  {Vec3(110, 24, -70), 13},
        {Vec3(106, 22, -120), 13}, {Vec3(98, 12, -175), 13}};
    std::vector<TubePoint> path = smoothPath(course, 2.5);
    for (std::size_t i = 0; i < path.size(); ++i) {
        path[i].position += Vec3(random.about(0, 0.4), random.about(0, 0.4), random.about(0, 0.4));
        // Haustra.
        path[i].radius *= 0.93 + 0.12 * std::abs(std::sin(static_cast<double>(i) * 2.5 * 3.14159 / 26));
    }
    // Stool with bubbles on the right, gas in front in the transverse colon.
    const std::uint64_t seed = random.bits();
    const auto stool = [seed](const Vec3& p, Label otherwise) {
        // A gas bubble in about a third of the cells of 6 mm, anywhere in its cell.
        constexpr double kCell = 6;
        const Eigen::Vector3i cell = (p / kCell).array().floor().matrix().cast<int>();
        std::uint64_t key = seed;
        for (int a = 0; a < 3; ++a)
            key = mix(key ^ static_cast<std::uint32_t>(cell[a]));
        Random bubble(key, "bubble");
        const double r = bubble.range(0.8, 2.6);
        const Vec3 c(bubble.range(r, kCell - r), bubble.range(r, kCell - r), bubble.range(r, kCell - r));
        return bubble.uniform() < 0.35 && (p - kCell * cell.cast<double>() - c).norm() < r ? Label::ColonGas
                                                                                           : otherwise;
    };
    const double level = random.about(-60, 3);
    const auto content = [stool, level](const Vec3& p) {
        if (p.y() < level || (p.x() < -80 && p.y() < -4))
            return Label::ColonGas;
        return std::abs(p.x()) > 80 ? stool(p, Label::Stool) : Label::Stool;
    };
    addHollow(model, path, 2.2, Label::ColonWall, content);
}

void addSmallBowel(const Frame& frame, Model& model)
{
    Random random(frame.seed(), "small bowel");
    // Rows of loops behind the front wall, to and fro: three sheets from front to back.
    struct Sheet
    {
        double y, top, bottom, left;
    };
    std::vector<TubePoint> course;
    bool forward = true;
    for (const Sheet& sheet : {Sheet{-50, -128, -185, -72}, Sheet{-25, -66, -185, -66}, Sheet{0, -96, -185, -56}})
        for (double z = sheet.top; z > sheet.bottom; z -= 23) {
            for (int i = 0; i <= 6; ++i) {
                const double x = sheet.left * (1 - (forward ? i : 6 - i) / 3.0) + random.about(6, 5);
                const Vec3 at(x, sheet.y + random.about(0, 7), z + (i % 2 ? 6 : -6) + random.about(0, 4));
                course.push_back({at, random.about(12, 1.8)});
            }
            forward = !forward;
        }
    const auto path = smoothPath(course, 4);
    addHollow(model, path, 2.4, Label::SmallBowelWall, [](const Vec3& p) {
        return p.y() < -56 && std::sin(p.x() * 0.045) > 0.3 ? Label::SmallBowelGas : Label::SmallBowelFluid;
    });
}

} // namespace

double gallbladderDistance(const Frame& frame, const Vec3& p)
{
    thread_local std::uint64_t seed = ~std::uint64_t(0);
    thread_local Vec3 shift = Vec3::Zero();
    if (seed != frame.seed()) {
        Random random(frame.seed(), "gallbladder");
        shift = Vec3(random.about(0, 3), random.about(0, 2), random.about(0, 3));
        seed = frame.seed();
    }
    // A pear that hangs forward and down; the neck points to the hilum.
    Vec3 q = p - Vec3(-50, -44, -30) - shift;
    const Vec3 axis = Vec3(-0.25, -0.45, -0.85).normalized();
    const double t = q.dot(axis);
    const Vec3 radial = q - t * axis;
    const double pear = 1 + 0.010 * t;
    return ellipsoid(Vec3(radial.norm() / pear, t, 0), Vec3::Zero(), Vec3(14, 33, 14));
}

void addDigestive(const Frame& frame, const std::shared_ptr<const LiverShape>& liver, Model& model)
{
    model.solids.push_back({{Vec3(-90, -90, -80), Vec3(-10, 0, 15)}, [&frame](const Vec3& p) {
                                return gallbladderDistance(frame, p) < 0 ? Label::Gallbladder : Label::None;
                            }});
    model.solids.push_back(
        {LiverShape::box(), [liver](const Vec3& p) { return liver->distance(p) <= 0 ? Label::Liver : Label::None; }});
    addSpleen(frame, model);

    // A clear plane of fat round the kidneys, unless wall or muscle is there.
    for (int side : {-1, 1})
        model.solids.push_back(
            {{Vec3(side > 0 ? 12 : -115, -5, -95), Vec3(side > 0 ? 115 : -12, 75, 40)}, [&frame, side](const Vec3& p) {
                 return renalFatDistance(frame, p, side) < -1 && frame.cavityRadius(p) < 1 ? Label::VisceralFat
                                                                                           : Label::None;
             }});

    const auto pancreas = smoothPath({{Vec3(-20, 2, -42), 9},
                                      {Vec3(-20, -3, -26), 13},
                                      {Vec3(-4, -10, -14), 9.5},
                                      {Vec3(18, -10, 0), 9.5},
                                      {Vec3(42, 4, 8), 9.5},
                                      {Vec3(66, 19, 15), 9},
                                      {Vec3(82, 25, 20), 7}});
    addTube(model.solids, pancreas, 0, Label::Pancreas);

    const auto duodenum = smoothPath({{Vec3(-16, -36, -16), 11},
                                      {Vec3(-30, -28, -12), 12},
                                      {Vec3(-42, -8, -22), 11.5},
                                      {Vec3(-44, 4, -45), 11.5},
                                      {Vec3(-36, 6, -66), 11.5},
                                      {Vec3(-8, 6, -72), 10.5},
                                      {Vec3(22, 4, -68), 10.5},
                                      {Vec3(34, -4, -50), 10}});
    addHollow(model, duodenum, 2.4, Label::DuodenumWall, filled(-31, Label::SmallBowelGas, Label::DuodenumFluid));

    Random random(frame.seed(), "stomach");
    const auto stomach = smoothPath({{Vec3(54, 20, 48), 25},
                                     {Vec3(66, 10, 40), 31},
                                     {Vec3(70, -8, 22), 29},
                                     {Vec3(66, -28, 2), 25},
                                     {Vec3(48, -42, -14), 21},
                                     {Vec3(22, -45, -22), 18},
                                     {Vec3(0, -41, -20), 14},
                                     {Vec3(-16, -36, -16), 10}},
                                    3);
    addHollow(model, stomach, 3.4, Label::StomachWall,
              filled(random.about(-34, 3), Label::StomachGas, Label::StomachFluid));

    addColon(frame, model);
    addSmallBowel(frame, model);

    // Psoas, quadratus lumborum, crura.
    for (int side : {-1, 1}) {
        addTube(model.solids,
                smoothPath({{Vec3(side * 27, 52, 5), 6},
                            {Vec3(side * 34, 52, -40), 13},
                            {Vec3(side * 42, 46, -100), 19},
                            {Vec3(side * 52, 34, -175), 22}}),
                0, Label::Muscle);
        addTube(
            model.solids,
            smoothPath({{Vec3(side * 56, 73, 5), 7}, {Vec3(side * 64, 70, -50), 10}, {Vec3(side * 72, 66, -105), 12}}),
            0, Label::Muscle);
        addTube(model.solids,
                smoothPath({{Vec3(side * 10 + 4, 14, 60), 4.5},
                            {Vec3(side * 16 + 4, 20, 25), 5},
                            {Vec3(side * 17 + 3, 27, -20), 4}}),
                0, Label::Muscle);
        // Muscle beside the spine fills the corner between vertebra and wall.
        addTube(
            model.solids,
            smoothPath({{Vec3(side * 33, 80, 320), 11}, {Vec3(side * 35, 82, 0), 14}, {Vec3(side * 36, 82, -200), 15}}),
            0, Label::Muscle);
    }
}

} // namespace pollux::phantom
