#pragma once

#include "ui/panels/panel_registry.h"
#include "ui/viewer/point_tool.h"

#include <QWidget>

#include <optional>

class QLabel;
class QPushButton;

namespace pollux::implant {

/// Two places by two clicks in the slices, one after the other: entry and target of a screw, the points of a plate.
class TwoPoints : public QWidget
{
    Q_OBJECT

public:
    struct Words
    {
        QString name; ///< object name of the button; the hint's is "<name>Hint"
        QString button, help;
        QString idle, first, second; ///< what is said before and at each click
    };
    TwoPoints(PanelContext& context, Words words, QWidget* parent);
    ~TwoPoints() override;

    void renew(); ///< in line with the case again

Q_SIGNALS:
    void set(pollux::Vec3 first, pollux::Vec3 second);

protected:
    void hideEvent(QHideEvent* event) override;

private:
    void begin();
    void take(const Vec3& p);
    void stop();
    void say();

    PanelContext& m_context;
    Words m_words;
    PointTool m_tool;
    QPushButton* m_set;
    QLabel* m_hint;
    bool m_on = false;
    std::optional<Vec3> m_first; ///< of the pair that is being set
};

} // namespace pollux::implant
