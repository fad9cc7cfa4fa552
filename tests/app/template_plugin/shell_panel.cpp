#include "shell_panel.h"

#include "ui/forms/param_form.h"
#include "ui/panels/panel_registry.h"

#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

using namespace pollux;

namespace {

/// A form made from the operation's declaration, a button, and what came of it: a panel holds no algorithm.
class ShellPanel final : public QWidget
{
public:
    ShellPanel(PanelContext& context, QWidget* parent) : QWidget(parent), m_bench(context.bench)
    {
        m_form = new ParamForm(m_bench.registry().at("template.shell").declare(), {}, this);
        m_form->setCase(m_bench.document().snapshot());
        m_run = new QPushButton(tr("Make shell"), this);
        m_run->setObjectName("makeShell");
        m_run->setAccessibleName(tr("Make shell"));
        m_result = new QLabel(tr("Choose a structure and a thickness."), this);
        m_result->setObjectName("shellResult");
        m_result->setWordWrap(true);
        auto* layout = new QVBoxLayout(this);
        layout->addWidget(m_form);
        layout->addWidget(m_run);
        layout->addWidget(m_result);
        layout->addStretch();
        connect(m_run, &QPushButton::clicked, this, [this] { start(); });
        connect(&m_bench, &Bench::caseChanged, this, [this] { m_form->setCase(m_bench.document().snapshot()); });
    }

private:
    void start()
    {
        m_bench.run("template.shell", m_form->values(),
                    [this](const Outcome& outcome) { m_result->setText(outcome.ok ? tr("Done.") : outcome.error); });
    }

    Bench& m_bench;
    ParamForm* m_form = nullptr;
    QPushButton* m_run = nullptr;
    QLabel* m_result = nullptr;
};

} // namespace

void addShellPanel(PanelRegistry& registry)
{
    registry.add({"template.shell", "Safety shell",
                  [](PanelContext& context, QWidget* parent) { return new ShellPanel(context, parent); }});
}
