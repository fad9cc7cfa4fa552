#pragma once

#include <QImage>
#include <QString>

namespace pollux {

struct Case;
class Viewer;

/// The views as they are on the screen, and below them a strip with the notice, the names and colours of the structures
/// shown if `legend`, and `patientText` if it is not empty. Names no patient otherwise: the viewer's own banner is cut
/// off. In device pixels. Main thread.
QImage viewsPicture(Viewer& viewer, const Case& c, bool legend, const QString& patientText);

} // namespace pollux
