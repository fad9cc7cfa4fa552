#pragma once

#include "ui/shell/sentence_shapes.h"

#include <QHash>
#include <QMutex>
#include <QString>
#include <QStringList>
#include <QTranslator>

#include <string_view>
#include <vector>

class QCoreApplication;

namespace pollux {

/// The translations of one language, read from a Qt Linguist file (.ts) as it is: nothing has to be compiled or found
/// at run time. A text is looked up in its context first and then in any, so that the file need not repeat what several
/// classes say; one of context "core" that is not there word by word is looked for by its shape (SentenceShapes).
/// Reading it is for any thread; translate() is const and safe on all of them.
class Catalogue : public QTranslator
{
public:
    struct Message
    {
        QString context;
        QString source;
        QStringList forms; ///< one, or singular and plural; empty if unfinished
    };

    /// Throws Error (BadInput) if it is no such file, or larger than any catalogue is.
    explicit Catalogue(std::string_view ts, QObject* parent = nullptr);

    bool isEmpty() const override { return m_messages.empty(); }
    /// Null if there is no translation. `n` of 1 takes the first form of a counted text, any other the second: right
    /// for English and German.
    QString translate(const char* context, const char* source, const char* disambiguation = nullptr,
                      int n = -1) const override;
    const std::vector<Message>& messages() const { return m_messages; } ///< in the order of the file

private:
    void add(Message message);
    std::optional<QString> exact(const QString& context, const QString& text, int n) const;
    QString sentence(const QString& text) const;

    std::vector<Message> m_messages;
    QHash<QString, qsizetype> m_inContext; ///< context and source -> message
    QHash<QString, qsizetype> m_anywhere;
    SentenceShapes m_shapes; ///< of context "core"
    mutable QMutex m_mutex;  ///< guards m_said
    mutable QHash<QString, QString> m_said;
};

struct Language
{
    QString code; ///< "de"
    QString name; ///< as its speakers call it
};

/// English, and those with a catalogue in resources/i18n.
std::vector<Language> languages();
/// Code of the language to use: `wanted` if there is one, else the first of the user's languages that there is, else
/// "en".
QString languageFor(const QString& wanted, const QStringList& usersLanguages);
/// Makes the application speak it ("": as the system), Qt's own texts too where they are installed. Before the window
/// is made. Throws as Catalogue.
void useLanguage(QCoreApplication& application, const QString& wanted);

} // namespace pollux
