#pragma once

#include "core/case/registration.h"
#include "ui/panels/panel_registry.h"
#include "ui/viewer/point_tool.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace pollux {

/// Sets places in two images, one after the other (case.landmark-pair), and registers the images by them
/// (register.landmarks). Each is one undo step.
class PairSetter : public QWidget
{
    Q_OBJECT

public:
    explicit PairSetter(PanelContext& context, QWidget* parent = nullptr);
    ~PairSetter() override;

    /// Of which images; nullptr: the user chooses them. Call it whenever the case has changed.
    void setRegistration(std::shared_ptr<const Registration> registration);
    Id fixed() const; ///< empty if there is none
    Id moving() const;

Q_SIGNALS:
    void imagesChanged(); ///< by the user
    void made(pollux::Id registration);

protected:
    void hideEvent(QHideEvent* event) override;

private:
    enum class Step { None, Fixed, Moving };

    void fill();
    void renewButtons();
    void begin();
    void take(const Vec3& p);
    void stop();
    void lookAt(const Id& volume, const Vec3& p);
    void run();
    ParamValues registerValues() const;
    QString freeName() const;
    void say(const QString& text, const char* role = "muted");

    PanelContext& m_context;
    PointTool m_tool;
    std::shared_ptr<const Registration> m_registration;
    Step m_step = Step::None;
    Vec3 m_first = Vec3::Zero();  ///< set in the fixed image
    Id m_stepFixed, m_stepMoving; ///< of the pair that is being set
    QComboBox* m_fixed;
    QComboBox* m_moving;
    QLineEdit* m_name;
    QPushButton* m_add;
    QLabel* m_hint;
    QComboBox* m_kind;
    QPushButton* m_register;
};

} // namespace pollux
