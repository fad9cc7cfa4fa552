#include "ui/forms/object_editors.h"

#include "core/operation/run.h"
#include "ui/forms/object_choices.h"
#include "ui/forms/structure_name.h"
#include "ui/forms/text.h"
#include "ui/forms/tick_delegate.h"

#include <QComboBox>
#include <QListWidget>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <algorithm>

namespace pollux {

namespace {

QVBoxLayout* tight(QWidget* owner)
{
    auto* box = new QVBoxLayout(owner);
    box->setContentsMargins(0, 0, 0, 0);
    return box;
}

} // namespace

ObjectEditor::ObjectEditor(const Param& param, QWidget* parent)
    : ParamEditor(parent), m_param(param), m_box(new QComboBox(this))
{
    m_box->setObjectName(q(param.key));
    m_box->setAccessibleName(shown(param.label));
    m_box->setAccessibleDescription(shown(param.help));
    m_box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    tight(this)->addWidget(m_box);
    setCase(Case{});
    connect(m_box, &QComboBox::currentIndexChanged, this, [this] {
        tellWhole();
        Q_EMIT changed();
    });
}

namespace {

/// Item data that stands for "leave it to the case": no value is given and fillDefaults() chooses.
const QString kAutomatic = QStringLiteral("*");

} // namespace

std::optional<ParamValue> ObjectEditor::value() const
{
    const QString id = m_box->currentData().toString();
    if (id == kAutomatic)
        return std::nullopt;
    return u8(id);
}

void ObjectEditor::setValue(const ParamValue& value)
{
    const std::string* id = std::get_if<std::string>(&value);
    if (!id)
        return;
    int index = m_box->findData(q(*id));
    if (index < 0 && id->empty())
        index = 0;
    if (index < 0) {
        // Kept and named: a value never vanishes because the object has.
        m_box->addItem(tr("%1 (not in this case)").arg(q(*id)), q(*id));
        index = m_box->count() - 1;
    }
    m_box->setCurrentIndex(index);
}

void ObjectEditor::clear()
{
    m_box->setCurrentIndex(0);
}

void ObjectEditor::setCase(const Case& c)
{
    const QString before = m_box->currentData().toString();
    ParamList one;
    one.add(m_param);
    const std::string filled = fillDefaults(one, c, {}).text(m_param.key);
    QString automatic = m_param.optional ? tr("(none)") : tr("(choose)"), whole;
    if (!filled.empty())
        automatic = whole = tr("automatic: %1").arg(nameShown(c, Id(filled)));
    else if (!m_param.anatomy.empty()) {
        // With the names of two bones the box is wider than its column.
        automatic = tr("automatic: none yet");
        whole = tr("automatic: no %1 yet").arg(anatomyName(m_param.anatomy));
    }
    {
        const QSignalBlocker quiet(m_box);
        m_box->clear();
        m_box->addItem(automatic, kAutomatic);
        m_box->setItemData(0, whole, Qt::ToolTipRole);
        if (m_param.optional && !m_param.anatomy.empty())
            m_box->addItem(tr("(none)"), QString());
        for (const ObjectChoice& choice : objectChoices(c, m_param.accepts))
            m_box->addItem(q(choice.name), q(choice.id.text()));
        m_box->setCurrentIndex(std::max(0, m_box->findData(before)));
    }
    tellWhole();
    if (m_box->currentData().toString() != before)
        Q_EMIT changed();
}

void ObjectEditor::tellWhole()
{
    m_box->setToolTip(m_box->currentData(Qt::ToolTipRole).toString()); // empty: that of the row
}

ObjectsEditor::ObjectsEditor(const Param& param, QWidget* parent)
    : ParamEditor(parent), m_param(param), m_list(new QListWidget(this))
{
    m_list->setObjectName(q(param.key));
    m_list->setAccessibleName(shown(param.label));
    m_list->setAccessibleDescription(shown(param.help));
    m_list->setMaximumHeight(140);
    m_list->setItemDelegate(new TickDelegate(TickDelegate::Reach::WholeRow, m_list));
    tight(this)->addWidget(m_list);
    connect(m_list, &QListWidget::itemChanged, this, &ParamEditor::changed);
}

std::optional<ParamValue> ObjectsEditor::value() const
{
    std::vector<std::string> ids;
    for (int row = 0; row < m_list->count(); ++row)
        if (m_list->item(row)->checkState() == Qt::Checked)
            ids.push_back(u8(m_list->item(row)->data(Qt::UserRole).toString()));
    return ids;
}

void ObjectsEditor::setValue(const ParamValue& value)
{
    if (const auto* ids = std::get_if<std::vector<std::string>>(&value)) {
        show(*ids);
        Q_EMIT changed();
    }
}

void ObjectsEditor::setCase(const Case& c)
{
    const std::optional<ParamValue> now = value();
    auto chosen = std::get<std::vector<std::string>>(*now);
    const size_t before = chosen.size();
    m_known.clear();
    for (const ObjectChoice& choice : objectChoices(c, m_param.accepts))
        m_known.emplace_back(choice.id.text(), choice.name);
    std::erase_if(chosen, [&](const std::string& id) {
        return std::none_of(m_known.begin(), m_known.end(), [&](const auto& known) { return known.first == id; });
    });
    show(chosen);
    if (chosen.size() != before)
        Q_EMIT changed();
}

void ObjectsEditor::show(const std::vector<std::string>& chosen)
{
    const QSignalBlocker quiet(m_list);
    m_list->clear();
    const auto add = [&](const QString& text, const std::string& id) {
        auto* item = new QListWidgetItem(text, m_list);
        item->setData(Qt::UserRole, q(id));
        item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsUserCheckable | Qt::ItemIsSelectable);
        item->setCheckState(std::find(chosen.begin(), chosen.end(), id) != chosen.end() ? Qt::Checked : Qt::Unchecked);
    };
    for (const auto& [id, label] : m_known)
        add(q(label), id);
    for (const std::string& id : chosen)
        if (std::none_of(m_known.begin(), m_known.end(), [&](const auto& known) { return known.first == id; }))
            add(tr("%1 (not in this case)").arg(q(id)), id);
}

} // namespace pollux
