#include "ui/panels/help_page.h"

#include "core/base/text.h"
#include "ui/forms/param_form.h"
#include "ui/forms/text.h"

#include <QObject>

namespace pollux {

QString helpPage(const Operation& operation)
{
    const OperationInfo info = operation.info();
    const ParamList list = operation.declare();
    QString html = QStringLiteral("<h3>%1</h3><p>%2</p>")
                       .arg(shown(info.name).toHtmlEscaped(), shown(info.summary).toHtmlEscaped());
    const QStringList paragraphs = shown(info.help).split(QStringLiteral("\n\n"), Qt::SkipEmptyParts);
    for (const QString& paragraph : paragraphs)
        html += QStringLiteral("<p>%1</p>").arg(paragraph.toHtmlEscaped());
    if (!list.all().empty())
        html += QObject::tr("<h4>Parameters</h4>");
    for (const Param& p : list.all())
        html += QStringLiteral("<p><b>%1</b> <i>(%2)</i></p>%3")
                    .arg(shown(p.label).toHtmlEscaped(), q(p.key), paramHelp(p));
    html += QObject::tr("<h4>On the command line</h4><p><code>pollux run CASE.pollux %1</code></p>").arg(q(info.id));
    html += QObject::tr("<p>Version %1 of this operation. Research and teaching: not for clinical use.</p>")
                .arg(info.version);
    return html;
}

} // namespace pollux
