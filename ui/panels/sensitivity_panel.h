#pragma once

#include "core/operation/sensitivity.h"
#include "ui/panels/panel_registry.h"

#include <QWidget>

#include <memory>
#include <optional>

class QComboBox;
class QLabel;
class QPushButton;
class QTreeWidget;
class QVBoxLayout;

namespace pollux {

class QuantityEdit;
class SensitivityParams;
class TornadoChart;

/// What moves one number: choose it, say how far its parameters may vary, run, see a tornado and a table. Runs beside
/// the user's work and changes nothing in the case. Follows the selection in the tree.
class SensitivityPanel : public QWidget
{
    Q_OBJECT

public:
    explicit SensitivityPanel(PanelContext& context, QWidget* parent = nullptr);

protected:
    void showEvent(QShowEvent* event) override;

private:
    void buildChoice(QVBoxLayout* column);
    void buildResult(QVBoxLayout* column);
    void renew();
    void renewObjects();
    void renewNumbers();
    void renewScope();
    void renewButtons();
    void run();
    void land(std::shared_ptr<const Sensitivity> result, const QString& error);
    void onJob(const JobReport& report);
    void showResult();
    void say(const QString& text, const char* role = "muted");
    Id object() const;
    std::string number() const;
    std::shared_ptr<const Lineage>
    record() const; ///< of the number chosen; its identity tells whether it was made again

    PanelContext& m_context;
    QComboBox* m_object;
    QComboBox* m_number;
    QuantityEdit* m_step;
    SensitivityParams* m_params;
    QPushButton* m_run;
    QPushButton* m_stop;
    QLabel* m_hint;
    TornadoChart* m_chart;
    QTreeWidget* m_table;
    QPushButton* m_copy;
    QString m_blocked; ///< why the number chosen cannot be varied; empty if it can
    std::uint64_t m_job = 0;
    bool m_outdated = false; ///< the case changed while the panel was hidden
    std::shared_ptr<const Sensitivity> m_result;
    std::shared_ptr<const Lineage> m_resultOf;
};

} // namespace pollux
