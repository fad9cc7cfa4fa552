#pragma once

#include "ui/panels/panel_registry.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QPushButton;
class QScrollArea;
class QTextBrowser;
class QTimer;
class QTreeWidget;
class QVBoxLayout;

namespace pollux {

class FindingsList;
class ParamForm;

/// Any operation of the program: choose it by category or search, fill its form, see what is wrong as you type, run it.
class OperationPanel : public QWidget
{
    Q_OBJECT

public:
    explicit OperationPanel(PanelContext& context, QWidget* parent = nullptr);

    /// Shows its form; throws Error (NotFound).
    void choose(const std::string& operation, const ParamValues& values = {});
    ParamForm* form() const { return m_form; }

private:
    void fillList();
    void filter(const QString& words);
    void check();
    void run();

    PanelContext& m_context;
    const Operation* m_operation = nullptr;
    QLineEdit* m_search;
    QTreeWidget* m_list;
    QLabel* m_title;
    QLabel* m_summary;
    QScrollArea* m_scroll;
    QVBoxLayout* m_formColumn = nullptr;
    ParamForm* m_form = nullptr;
    FindingsList* m_findings;
    QPushButton* m_run;
    QPushButton* m_help;
    QTextBrowser* m_page;
    QTimer* m_timer;
    std::uint64_t m_job = 0;
};

} // namespace pollux
