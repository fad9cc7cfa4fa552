#pragma once

#include "core/mesh/tree.h"
#include "core/phantom/frame.h"

#include <map>
#include <memory>
#include <string>

namespace pollux::phantom {

/// A ball inside an organ.
struct Ball
{
    Vec3 centre;
    double radius;
};

/// The body as shapes, and the truth that has a closed form.
struct Model
{
    std::vector<Solid> solids; ///< highest priority first
    std::map<std::string, Tree> trees;
    std::map<std::string, double> volumesMl;
};

/// The whole inhale body; its shapes refer to `frame`, which must outlive it.
Model makeModel(const Frame& frame);

// The parts, each in the file of its name, added from high priority to low.
void addSkeleton(const Frame& frame, Model& model);
void addGreatVessels(const Frame& frame, Model& model);
void addKidneys(const Frame& frame, Model& model);

void addThorax(const Frame& frame, Model& model);

/// Shape of the liver (about mm, negative inside), neighbours that press into it taken out.
class LiverShape
{
public:
    explicit LiverShape(const Frame& frame);
    double distance(const Vec3& p) const;
    static Box box() { return {Vec3(-150, -90, -90), Vec3(110, 90, 100)}; }

private:
    const Frame& m_frame;
    Vec3 m_right, m_rightRadii, m_left, m_leftRadii;
    double m_lift;
};

void addDigestive(const Frame& frame, const std::shared_ptr<const LiverShape>& liver, Model& model);
/// Lesions, portal and hepatic veins, hepatic artery: above the organs in priority.
void addLiverVessels(const Frame& frame, const std::shared_ptr<const LiverShape>& liver, Model& model);

/// Distance (mm, negative inside) to the fat around a kidney, and to the gallbladder.
double renalFatDistance(const Frame& frame, const Vec3& p, int side);
double gallbladderDistance(const Frame& frame, const Vec3& p);
std::vector<TubePoint> venaCavaPath(const Frame& frame);

/// A tree along one tube, root first.
Tree treeOf(const std::vector<TubePoint>& path);
/// Hangs a tube on node `at` of the tree; returns the index of its last node.
int hang(Tree& tree, const std::vector<TubePoint>& path, int at);
/// One constant-radius solid for each edge of the tree, the child's radius; and a ball at each root.
void addTree(std::vector<Solid>& solids, const Tree& tree, const std::function<Label(const Vec3&)>& label);

} // namespace pollux::phantom
