#include "ui/shell/devices_page.h"

#include "core/base/error.h"
#include "ui/extension/site_devices.h"
#include "ui/forms/quantity_edit.h"
#include "ui/forms/text.h"
#include "ui/panels/state_mark.h"

#include <QComboBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

#include <cmath>

namespace pollux {

namespace {

constexpr const char* kKind = "ablation";

struct FigureRow
{
    const char* key;
    Unit unit;
    double least;
    double most;
};
// The ranges are those of the parameters that take them over (resources/limits/liver.json).
constexpr FigureRow kFigures[] = {{"along", Unit::Millimetre, 3, 100},
                                  {"across", Unit::Millimetre, 3, 100},
                                  {"offset", Unit::Millimetre, 0, 60},
                                  {"derating", Unit::None, 0.3, 1}};

/// "my-device", or my-device-2 where that is taken.
std::string freeId(const DeviceTable& table, const QString& name)
{
    std::string base;
    for (const QChar c : name.toLower())
        if ((c >= u'a' && c <= u'z') || (c >= u'0' && c <= u'9'))
            base += static_cast<char>(c.unicode());
        else if (!base.empty() && base.back() != '-')
            base += '-';
    base = base.substr(0, 60);
    while (!base.empty() && base.back() == '-')
        base.pop_back();
    if (base.empty())
        base = "device";
    std::string id = base;
    for (int n = 2; table.find(id); ++n)
        id = base + "-" + std::to_string(n);
    return id;
}

} // namespace

DevicesPage::DevicesPage(DeviceShelf& shelf, QString file, QWidget* parent)
    : QWidget(parent), m_shelf(shelf), m_file(std::move(file)), m_list(new QListWidget(this)),
      m_evidence(new QComboBox(this)), m_copy(new QPushButton(tr("Copy as my own"), this)),
      m_keep(new QPushButton(tr("Keep changes"), this)), m_remove(new QPushButton(tr("Remove"), this)),
      m_told(new QLabel(this))
{
    build();
    connect(m_list, &QListWidget::currentRowChanged, this, &DevicesPage::showChosen);
    connect(m_copy, &QPushButton::clicked, this, &DevicesPage::copy);
    connect(m_keep, &QPushButton::clicked, this, &DevicesPage::keep);
    connect(m_remove, &QPushButton::clicked, this, &DevicesPage::remove);
    fill({});
}

void DevicesPage::build()
{
    m_list->setObjectName(QStringLiteral("devices"));
    m_list->setAccessibleName(tr("Devices for ablation"));
    m_list->setMinimumHeight(110);
    auto* page = new QWidget;
    auto* form = new QFormLayout(page);
    form->setRowWrapPolicy(QFormLayout::WrapLongRows);
    const auto text = [&](const char* key, const QString& label) {
        auto* edit = new QLineEdit(page);
        edit->setObjectName(QStringLiteral("device.") + QLatin1String(key));
        edit->setAccessibleName(label);
        m_texts[key] = edit;
        form->addRow(label, edit);
    };
    text("name", tr("Device"));
    text("setting", tr("Setting"));
    text("measured", tr("Measured"));
    const QString labels[] = {tr("Half of the zone along the needle"), tr("Half of the zone across the needle"),
                              tr("Its centre behind the tip"), tr("Factor to a patient")};
    for (size_t n = 0; n < std::size(kFigures); ++n) {
        const FigureRow& f = kFigures[n];
        auto* edit = new QuantityEdit(false, page);
        edit->setObjectName(QStringLiteral("device.") + QLatin1String(f.key));
        edit->setRange(f.least, f.most);
        const QString unit = q(symbol(f.unit));
        const QString label = unit.isEmpty() ? labels[n] : tr("%1, in %2").arg(labels[n], unit);
        edit->setAccessibleName(label);
        m_figures[f.key] = edit;
        form->addRow(label, edit);
    }
    text("source", tr("Source"));
    m_evidence->setObjectName(QStringLiteral("device.evidence"));
    m_evidence->setAccessibleName(tr("How sure the figures are"));
    for (const Evidence e : {Evidence::Unverified, Evidence::Computed, Evidence::Verified})
        m_evidence->addItem(shown(name(e)), int(e));
    form->addRow(tr("How sure"), m_evidence);
    auto* scroll = new QScrollArea(this);
    scroll->setAccessibleName(tr("What is known of the device"));
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidget(page);
    m_copy->setObjectName(QStringLiteral("deviceCopy"));
    m_keep->setObjectName(QStringLiteral("deviceKeep"));
    m_remove->setObjectName(QStringLiteral("deviceRemove"));
    auto* buttons = new QHBoxLayout;
    for (QPushButton* button : {m_copy, m_keep, m_remove}) {
        button->setAccessibleName(button->text());
        buttons->addWidget(button);
    }
    buttons->addStretch();
    m_told->setObjectName(QStringLiteral("deviceTold"));
    m_told->setWordWrap(true);
    m_told->hide();
    auto* hint = new QLabel(tr("Charts from healthy animal liver do not predict patients: enter what your own device "
                               "did, and where it was measured."),
                            this);
    hint->setWordWrap(true);
    hint->setProperty("role", QStringLiteral("muted"));
    auto* column = new QVBoxLayout(this);
    column->addWidget(hint);
    column->addWidget(m_list, 1);
    column->addWidget(scroll, 2);
    column->addWidget(m_told);
    column->addLayout(buttons);
}

void DevicesPage::fill(const std::string& select)
{
    m_table = m_shelf.table();
    m_list->clear();
    int row = 0;
    for (const auto& [id, d] : m_table->all()) {
        if (d.kind != kKind)
            continue;
        // One's own are in one's own words.
        const QString what = d.own ? q(title(d)) : shown(d.name) + QStringLiteral(", ") + shown(d.setting);
        auto* item = new QListWidgetItem(d.own ? tr("%1 (my own)").arg(what) : what, m_list);
        item->setData(Qt::UserRole, q(id));
        if (id == select)
            row = m_list->count() - 1;
    }
    m_list->setCurrentRow(row);
    showChosen();
}

const Device* DevicesPage::chosen() const
{
    const QListWidgetItem* item = m_list->currentItem();
    return item ? m_table->find(u8(item->data(Qt::UserRole).toString())) : nullptr;
}

void DevicesPage::showChosen()
{
    const Device* d = chosen();
    const bool own = d && d->own;
    const auto said = [&](const std::string& text) { return own ? q(text) : shown(text); };
    const auto put = [&](const char* key, const QString& value) {
        QLineEdit* edit = m_texts.at(key);
        edit->setText(value);
        edit->setCursorPosition(0);
        edit->setReadOnly(!own);
        edit->setToolTip(own ? QString() : tr("Built in: copy it as your own to change it.") + QChar(u'\n') + value);
    };
    put("name", d ? said(d->name) : QString());
    put("setting", d ? said(d->setting) : QString());
    put("measured", d ? said(d->measured) : QString());
    put("source", d ? said(d->source) : QString());
    for (const FigureRow& f : kFigures) {
        QuantityEdit* edit = m_figures.at(f.key);
        const auto it = d ? d->figures.find(f.key) : decltype(d->figures.find(f.key)){};
        edit->setValue(d && it != d->figures.end() ? it->second.value : f.least);
        edit->setReadOnly(!own);
    }
    m_evidence->setCurrentIndex(d ? std::max(0, m_evidence->findData(int(d->evidence))) : 0);
    m_evidence->setEnabled(own);
    const QString why = tr("Built in: copy it as your own to change it.");
    m_evidence->setToolTip(own ? QString() : why);
    m_copy->setEnabled(d);
    m_copy->setToolTip(d ? tr("Makes a device of your own that begins with these figures") : tr("There is no device."));
    m_keep->setEnabled(own);
    m_keep->setToolTip(own ? tr("Kept for all cases; plans that were made stay as they are.") : why);
    m_remove->setEnabled(own);
    m_remove->setToolTip(own ? tr("Plans that were made with it stay as they are.") : tr("Built in: it stays."));
}

bool DevicesPage::put(DeviceTable table, const std::string& select, const QString& done)
{
    try {
        saveDevices(table, m_file);
    } catch (const Error& e) {
        told("stop", shown(e.message() + " " + e.advice()));
        return false;
    }
    m_shelf.setTable(std::move(table));
    fill(select);
    told("muted", done);
    Q_EMIT changed();
    return true;
}

void DevicesPage::copy()
{
    const Device* d = chosen();
    if (!d)
        return;
    Device own = *d;
    if (!d->own)
        for (std::string* text : {&own.name, &own.setting, &own.measured, &own.source})
            *text = u8(shown(*text));
    own.evidence = Evidence::Unverified; // until the user has entered figures and source
    own.id = freeId(*m_table, q(own.name));
    DeviceTable table = *m_table;
    table.put(own);
    put(std::move(table), own.id, tr("Enter its figures and where they are from, then keep the changes."));
}

void DevicesPage::keep()
{
    const Device* d = chosen();
    if (!d || !d->own)
        return;
    Device own = *d;
    own.name = u8(m_texts.at("name")->text().trimmed());
    own.setting = u8(m_texts.at("setting")->text().trimmed());
    own.measured = u8(m_texts.at("measured")->text().trimmed());
    own.source = u8(m_texts.at("source")->text().trimmed());
    own.evidence = Evidence(m_evidence->currentData().toInt());
    for (const FigureRow& f : kFigures) {
        const auto value = m_figures.at(f.key)->value();
        if (!value || *value < f.least || *value > f.most) {
            told("stop", tr("%1: a number from %2 to %3.")
                             .arg(m_figures.at(f.key)->accessibleName(), shownNumber(f.least, f.unit),
                                  shownNumber(f.most, f.unit)));
            return;
        }
        own.figures[f.key] = {*value, f.unit};
    }
    DeviceTable table = *m_table;
    try {
        table.put(own);
    } catch (const Error&) { // an empty field: all else was checked above
        told("stop", tr("Device, setting, where it was measured and the source must not be empty."));
        return;
    }
    put(std::move(table), own.id, tr("Kept."));
}

void DevicesPage::remove()
{
    const Device* d = chosen();
    if (!d)
        return;
    DeviceTable table = *m_table;
    table.remove(d->id);
    put(std::move(table), {}, tr("Removed."));
}

void DevicesPage::told(const char* role, const QString& text)
{
    m_told->setProperty("role", QLatin1String(role));
    restyle(m_told);
    m_told->setText(text);
    m_told->setVisible(!text.isEmpty());
}

} // namespace pollux
