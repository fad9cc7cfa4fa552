#include "ui/viewer/viewer_layout.h"

#include <QGridLayout>

#include <optional>

namespace pollux {

void arrangeViews(QGridLayout& grid, const std::array<QWidget*, 4>& panes, Viewer::Layout layout)
{
    using Layout = Viewer::Layout;
    // row, column, rows, columns; nothing for a hidden pane
    using Place = std::optional<std::array<int, 4>>;
    std::array<Place, 4> places{};
    const auto large = [&](size_t one) {
        places[one] = {0, 0, 3, 3};
        int row = 0;
        for (size_t i = 0; i < 4; ++i)
            if (i != one)
                places[i] = {row++, 3, 1, 1};
    };
    switch (layout) {
    case Layout::FourUp:
        places = {{{{0, 0, 1, 1}}, {{0, 1, 1, 1}}, {{1, 0, 1, 1}}, {{1, 1, 1, 1}}}};
        break;
    case Layout::AxialAndThree:
        large(0);
        break;
    case Layout::VolumeAndThree:
        large(3);
        break;
    case Layout::AxialOver3D:
        places[0] = {0, 0, 1, 1};
        places[3] = {1, 0, 1, 1};
        break;
    case Layout::Axial:
    case Layout::Sagittal:
    case Layout::Coronal:
    case Layout::Volume3D: {
        static constexpr std::array kSingle{Layout::Axial, Layout::Sagittal, Layout::Coronal, Layout::Volume3D};
        for (size_t i = 0; i < 4; ++i)
            if (layout == kSingle[i])
                places[i] = {0, 0, 1, 1};
        break;
    }
    }
    std::array<int, 4> rows{}, columns{};
    for (size_t i = 0; i < 4; ++i) {
        grid.removeWidget(panes[i]);
        panes[i]->setVisible(places[i].has_value());
        if (!places[i])
            continue;
        const auto& [row, column, tall, wide] = *places[i];
        grid.addWidget(panes[i], row, column, tall, wide);
        for (int r = row; r < row + tall; ++r)
            rows[static_cast<size_t>(r)] = 1;
        for (int c = column; c < column + wide; ++c)
            columns[static_cast<size_t>(c)] = 1;
    }
    // a row or column without a visible pane takes no room
    for (int i = 0; i < 4; ++i) {
        grid.setRowStretch(i, rows[static_cast<size_t>(i)]);
        grid.setColumnStretch(i, columns[static_cast<size_t>(i)]);
    }
}

} // namespace pollux
