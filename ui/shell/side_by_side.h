#pragma once

#include "core/case/place_map.h"
#include "ui/panels/bench.h"
#include "ui/shell/compare_choices.h"
#include "ui/viewer/saved_view.h"
#include "ui/viewer/theme.h"

#include <QWidget>

#include <filesystem>
#include <optional>
#include <utility>

class QComboBox;
class QFrame;
class QLabel;
class QSplitter;
class QToolButton;

namespace pollux {

class ViewLink;

/// The views, and beside them, when it is on, a second set: another time point or phase of the case, another plan, or
/// another case, which is only looked at. Both go together; how the places of one are found in the other is always
/// said. Main thread.
class SideBySide : public QWidget
{
    Q_OBJECT

public:
    /// Takes the viewer in; the bench must outlive it.
    SideBySide(Viewer& viewer, Bench& bench, QWidget* parent = nullptr);
    ~SideBySide() override;

    void setOn(bool on);
    bool on() const { return m_on; }
    void setCase(std::shared_ptr<const Case> c);
    void setTheme(const Theme& theme);
    /// What of the open case stands on the right; nullopt where nothing does, or another case.
    std::optional<SavedBeside> beside() const;
    /// Stands it there if the case has it; nullopt ends the comparison.
    void standBeside(const std::optional<SavedBeside>& what);
    /// The layout that comes back at the end.
    Viewer::Layout singleLayout() const;
    /// For a room: names of files, which may be those of patients, are not told.
    void setPatientHidden(bool on);
    /// Loads another case and stands it on the right; a failure is a failed job.
    void openOther(const std::filesystem::path& file);
    Viewer* second() const { return m_second; } ///< nullptr until it was on for the first time

Q_SIGNALS:
    void onChanged(bool on);

private:
    void makeRight();
    void renewChoices();
    void choose();
    void show(const CompareChoice& choice);
    void showOther();
    void renewTitles();
    void renewMap();
    void setLinked(bool on);
    void renewLink();
    void sayHow(bool any);
    void askOther();
    const VolumeObject* leftVolume() const;
    const VolumeObject* rightVolume() const;

    Viewer& m_viewer;
    Bench& m_bench;
    std::shared_ptr<const Case> m_case;
    std::shared_ptr<const Case> m_other; ///< null while something of the open case is compared
    QString m_otherName;
    Theme m_theme;
    bool m_on = false;
    bool m_hidden = false;
    Viewer::Layout m_layoutBefore = Viewer::Layout::FourUp;
    Id m_leftVolume;
    std::optional<PlaceMap> m_map;                    ///< nullopt: nothing joins the two sides
    std::optional<Vec3> m_apart;                      ///< right minus left, of two places held for the same by hand
    std::pair<Id, const Case*> m_target{{}, nullptr}; ///< what m_apart and m_linked were chosen for
    Id m_mappedFrom;
    bool m_linked = false;

    QSplitter* m_columns;
    QFrame* m_leftHead;
    QLabel* m_leftTitle;
    QLabel* m_leftPlan;
    QWidget* m_right = nullptr;
    QComboBox* m_choice = nullptr;
    QToolButton* m_linkButton = nullptr;
    QLabel* m_how = nullptr;
    Viewer* m_second = nullptr;
    ViewLink* m_link = nullptr;
    std::vector<CompareChoice> m_choices;
};

} // namespace pollux
