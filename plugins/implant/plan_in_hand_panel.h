#pragma once

#include "ui/panels/panel_registry.h"

#include <QComboBox>

#include <functional>

namespace pollux::implant {

/// Which of a page's plans is in hand. A choice selects it in the window; hidden where there is nothing to choose.
class PlanInHand : public QComboBox
{
    Q_OBJECT

public:
    /// `kind` of the plans; it outlives this.
    PlanInHand(PanelContext& context, const char* kind, const QString& name, const QString& told, QWidget* parent);

    void renew(const Id& inHand);

Q_SIGNALS:
    void chosen(pollux::Id plan); ///< by the user, before it is selected

private:
    PanelContext& m_context;
    const char* m_kind;
};

/// "<stem>-2", or the next that neither the case has nor `taken` says.
Id freePlanId(
    const Case& c, const std::string& stem,
    const std::function<bool(const Id&)>& taken = [](const Id&) { return false; });

} // namespace pollux::implant
