#pragma once

#include "core/operation/registry.h"
#include "ui/shell/workspace.h"

#include <atomic>
#include <chrono>
#include <memory>
#include <thread>

namespace pollux {

/// Holds the runs of a window back: while it is shut, what is started waits. So a test can do something in the
/// meantime.
class Gate
{
public:
    explicit Gate(Registry& registry) : m_open(std::make_shared<std::atomic_bool>(true))
    {
        registry.add(std::make_unique<Wait>(m_open));
    }
    ~Gate() { open(); }

    void shut(Workspace& workspace)
    {
        *m_open = false;
        workspace.run("test.gate", {});
    }
    void open() { *m_open = true; }

private:
    class Wait final : public Operation
    {
    public:
        explicit Wait(std::shared_ptr<std::atomic_bool> open) : m_open(std::move(open)) {}
        OperationInfo info() const override
        {
            return {"test.gate", 1, "Gate", "For the test.", "For the test.", "Plan"};
        }
        ParamList declare() const override { return {}; }
        Edit run(const Case&, const ParamValues&, Job& job) const override
        {
            while (!*m_open) {
                job.checkStop();
                std::this_thread::sleep_for(std::chrono::milliseconds(2));
            }
            return {};
        }

    private:
        std::shared_ptr<std::atomic_bool> m_open;
    };
    std::shared_ptr<std::atomic_bool> m_open;
};

} // namespace pollux
