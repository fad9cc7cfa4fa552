#pragma once

#include "core/case/device.h"

#include <QWidget>

#include <functional>
#include <map>

class QComboBox;
class QLabel;
class QLineEdit;
class QListWidget;
class QPushButton;

namespace pollux {

class QuantityEdit;

/// The devices whose heated zone a plan may take over: those built in to be read, one's own to be entered with where
/// their figures are from. Each change is kept at once, whole or not at all. Main thread.
class DevicesPage : public QWidget
{
    Q_OBJECT

public:
    /// `shelf` outlives the page. `file`: where one's own are kept.
    DevicesPage(DeviceShelf& shelf, QString file, QWidget* parent);

Q_SIGNALS:
    void changed(); ///< another table stands on the shelf

private:
    void build();
    void fill(const std::string& select);
    void showChosen();
    void copy();
    void keep();
    void remove();
    const Device* chosen() const;
    bool put(DeviceTable table, const std::string& select, const QString& done);
    void told(const char* role, const QString& text);

    DeviceShelf& m_shelf;
    QString m_file;
    std::shared_ptr<const DeviceTable> m_table;
    QListWidget* m_list;
    std::map<std::string, QLineEdit*> m_texts; ///< "name", "setting", "measured", "source"
    std::map<std::string, QuantityEdit*> m_figures;
    QComboBox* m_evidence;
    QPushButton* m_copy;
    QPushButton* m_keep;
    QPushButton* m_remove;
    QLabel* m_told;
};

} // namespace pollux
