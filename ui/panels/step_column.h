#pragma once

#include "ui/panels/panel_registry.h"
#include "ui/panels/state_mark.h"

#include <QScrollArea>

#include <vector>

class QLabel;
class QVBoxLayout;

namespace pollux {

/// A task as steps from top to bottom: each with its number, title, state by sign and word, and what belongs to it.
/// Scrolls when it is longer than the window.
class StepColumn : public QScrollArea
{
    Q_OBJECT

public:
    explicit StepColumn(PanelContext& context, QWidget* parent = nullptr);

    /// The next step; steps count from 1. Widgets added to the layout become children of the page.
    QVBoxLayout* addStep(const QString& title);
    /// After the last step: what is left of the height stays empty.
    void finish();
    void setState(int step, Mark mark, const QString& words);
    /// Scrolls to a part of it, once what has just changed has its place.
    void bringIntoSight(QWidget* part);
    /// What a part's signal of its state is connected to.
    auto follow(int step)
    {
        return [this, step](Mark mark, const QString& words) { setState(step, mark, words); };
    }

protected:
    void changeEvent(QEvent* event) override;

private:
    struct Step
    {
        QLabel* icon;
        QLabel* words;
        Mark mark = Mark::Open;
    };
    void draw(const Step& step);

    PanelContext& m_context;
    QVBoxLayout* m_column;
    std::vector<Step> m_steps;
};

} // namespace pollux
