#include "ui/shell/save_notice.h"

#include "ui/shell/notice_bar.h"

#include <QObject>

namespace pollux {

void offerSaveElsewhere(NoticeBar& notices, const QString& error, std::function<void()> saveAs)
{
    NoticeBar::Action elsewhere{QStringLiteral("saveElsewhere"), QObject::tr("Save as…"), std::move(saveAs), true};
    elsewhere.help = QObject::tr("Choose another folder or disk; the case stays open either way.");
    notices.add(QStringLiteral("save"), Mark::Stop, QObject::tr("The case is not saved. %1").arg(error),
                {std::move(elsewhere)});
}

} // namespace pollux
