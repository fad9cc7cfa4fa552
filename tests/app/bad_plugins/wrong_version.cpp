// A plugin that must not load: the tests look for the reason that is given.
#include "core/operation/registry.h"
#include "ui/extension/site_plugin.h"

#include <QObject>

#include <stdexcept>

namespace {

class Half final : public pollux::Operation
{
public:
    pollux::OperationInfo info() const override { return {"bad.wrong-version", 1, "Bad", "Bad.", "Bad.", "Test"}; }
    pollux::ParamList declare() const override { return {}; }
    pollux::Edit run(const pollux::Case&, const pollux::ParamValues&, pollux::Job&) const override { return {}; }
};

} // namespace

class WrongVersion : public QObject, public pollux::SitePlugin
{
    Q_OBJECT
    Q_PLUGIN_METADATA(IID POLLUX_SITE_PLUGIN_IID FILE "wrong_version.json")
    Q_INTERFACES(pollux::SitePlugin)

public:
    void install(pollux::Registry& registry) override { registry.add(std::make_unique<Half>()); }
};

#include "wrong_version.moc"
