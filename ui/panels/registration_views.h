#pragma once

#include "core/case/registration.h"
#include "ui/panels/panel_registry.h"

#include <QWidget>

#include <memory>

class QButtonGroup;
class QLabel;

namespace pollux {

struct Fusion;

/// Lays a registration into the views: the moving image over the fixed one through it, their difference, how it changes
/// volumes. The map of that is computed aside. It changes how the case looks, never the case.
class RegistrationViews : public QWidget
{
    Q_OBJECT

public:
    explicit RegistrationViews(PanelContext& context, QWidget* parent = nullptr);

    /// Which one the buttons show; nullptr: none. Call it whenever the case has changed.
    void setRegistration(const Id& id, std::shared_ptr<const Registration> registration);

private:
    void renew();
    void lay(int button);
    void layChange();
    void setFusion(const Fusion& fusion);

    PanelContext& m_context;
    QButtonGroup* m_buttons;
    QLabel* m_told; ///< what the colours in the views mean
    Id m_id;
    std::shared_ptr<const Registration> m_registration;
    std::shared_ptr<const Registration> m_changed; ///< whose change of volume is in the views
    std::uint64_t m_asked = 0;                     ///< counts what was asked for: a late map is not shown
};

} // namespace pollux
