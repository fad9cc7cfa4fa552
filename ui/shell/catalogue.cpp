#include "ui/shell/catalogue.h"

#include "core/base/error.h"
#include "core/base/resource.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QXmlStreamReader>

#include <algorithm>

namespace pollux {

namespace {

constexpr size_t kMostBytes = 8 << 20;
constexpr QChar kBetween(4); ///< in no context and no text
constexpr qsizetype kMostSaid = 4096;
const QString kCore = QStringLiteral("core");

QString key(const QString& context, const QString& source)
{
    return context + kBetween + source;
}

QStringList readForms(QXmlStreamReader& xml, bool counted)
{
    // Unfinished, vanished or obsolete: not to be shown.
    const bool finished = xml.attributes().value(QLatin1String("type")).isEmpty();
    QStringList forms;
    if (!counted)
        forms << xml.readElementText();
    else
        while (xml.readNextStartElement())
            forms << xml.readElementText();
    if (!finished || forms.contains(QString()))
        forms.clear();
    return forms;
}

QString fileOf(const QString& code)
{
    return QStringLiteral("i18n/pollux_%1.ts").arg(code);
}

} // namespace

Catalogue::Catalogue(std::string_view ts, QObject* parent) : QTranslator(parent)
{
    const auto damaged = [](const QString& why) {
        return Error(ErrorCode::BadInput, "A translation cannot be read: " + why.toStdString(),
                     "Install the program again, or choose English.");
    };
    if (ts.size() > kMostBytes)
        throw damaged(QStringLiteral("it is too large."));
    QXmlStreamReader xml(QByteArray(ts.data(), static_cast<qsizetype>(ts.size())));
    QString context;
    Message message;
    bool counted = false;
    while (!xml.atEnd()) {
        const auto token = xml.readNext();
        const auto name = xml.name();
        if (token == QXmlStreamReader::EndElement && name == QLatin1String("message"))
            add(std::move(message));
        if (token != QXmlStreamReader::StartElement)
            continue;
        if (name == QLatin1String("name"))
            context = xml.readElementText();
        else if (name == QLatin1String("source"))
            message.source = xml.readElementText();
        else if (name == QLatin1String("translation"))
            message.forms = readForms(xml, counted);
        else if (name == QLatin1String("message")) {
            message = {context, {}, {}};
            counted = xml.attributes().value(QLatin1String("numerus")) == QLatin1String("yes");
        }
    }
    if (xml.hasError())
        throw damaged(xml.errorString());
}

void Catalogue::add(Message message)
{
    const qsizetype at = static_cast<qsizetype>(m_messages.size());
    if (!message.source.isEmpty() && !message.forms.isEmpty()) {
        m_inContext.insert(key(message.context, message.source), at);
        if (!m_anywhere.contains(message.source))
            m_anywhere.insert(message.source, at);
        if (message.context == kCore)
            m_shapes.add(message.source, message.forms.first());
    }
    m_messages.push_back(std::move(message));
}

std::optional<QString> Catalogue::exact(const QString& context, const QString& text, int n) const
{
    qsizetype at = m_inContext.value(key(context, text), -1);
    if (at < 0)
        at = m_anywhere.value(text, -1);
    if (at < 0)
        return std::nullopt;
    const QStringList& forms = m_messages[static_cast<size_t>(at)].forms;
    return n < 0 || n == 1 ? forms.first() : forms.last();
}

QString Catalogue::sentence(const QString& text) const
{
    const QMutexLocker lock(&m_mutex);
    if (const auto it = m_said.constFind(text); it != m_said.constEnd())
        return *it;
    if (m_said.size() >= kMostSaid)
        m_said.clear();
    const auto said = m_shapes.translate(text, [this](const QString& word) { return exact(kCore, word, -1); });
    return *m_said.insert(text, said.value_or(QString()));
}

QString Catalogue::translate(const char* context, const char* source, const char*, int n) const
{
    const QString text = QString::fromUtf8(source), where = QString::fromUtf8(context);
    if (auto found = exact(where, text, n))
        return *found;
    return where == kCore ? sentence(text) : QString();
}

std::vector<Language> languages()
{
    std::vector<Language> all{{QStringLiteral("en"), QStringLiteral("English")}};
    for (const std::string_view file : resources("i18n")) {
        const QString name = QString::fromUtf8(file.data(), static_cast<qsizetype>(file.size()));
        const QString code = name.section(u'_', -1).section(u'.', 0, 0);
        if (name == fileOf(code))
            all.push_back({code, QLocale(code).nativeLanguageName()});
    }
    return all;
}

QString languageFor(const QString& wanted, const QStringList& usersLanguages)
{
    const std::vector<Language> all = languages();
    for (const QString& one : QStringList(wanted) + usersLanguages) {
        const QString code = one.section(u'-', 0, 0).section(u'_', 0, 0).toLower(); // "de-AT": there is one German
        if (std::any_of(all.begin(), all.end(), [&](const Language& l) { return l.code == code; }))
            return code;
    }
    return QStringLiteral("en");
}

void useLanguage(QCoreApplication& application, const QString& wanted)
{
    const QString code = languageFor(wanted, QLocale::system().uiLanguages());
    if (code == QLatin1String("en"))
        return;
    QCoreApplication::installTranslator(new Catalogue(resource(fileOf(code).toStdString()), &application));
    // After the catalogue, so that Qt's own words for its own texts are asked first.
    auto* ofQt = new QTranslator(&application);
    if (ofQt->load(QStringLiteral("qtbase_") + code, QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        QCoreApplication::installTranslator(ofQt);
}

} // namespace pollux
