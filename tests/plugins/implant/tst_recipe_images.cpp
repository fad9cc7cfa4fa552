// Recipes on images that they were not made for: each says so before it changes anything, and what to do.

#include "core/base/error.h"
#include "core/operation/recipe.h"
#include "jaw_case.h"
#include "tests/core/case/image_object.h"

#include <QDir>
#include <QtTest>

using namespace jawcase;

class TstRecipeImages : public QObject
{
    Q_OBJECT

    Registry m_registry;
    Volume m_image; ///< of no bone at all

    static Recipe read(const QString& name, const Registry& registry)
    {
        QFile f(QStringLiteral(POLLUX_SOURCE_DIR "/resources/recipes/") + name);
        return f.open(QIODevice::ReadOnly) ? parseRecipe(f.readAll().toStdString(), registry) : Recipe();
    }
    void rows() const
    {
        QTest::addColumn<QString>("file");
        for (const QString& name : QDir(QStringLiteral(POLLUX_SOURCE_DIR "/resources/recipes")).entryList({"*.json"}))
            QTest::newRow(qPrintable(name)) << name;
    }
    Case caseOf(std::initializer_list<std::pair<const char*, const char*>> images) const
    {
        Edit e;
        for (const auto& [id, modality] : images)
            e.put(Id(id), test::imageObject(m_image, modality, ""));
        return apply(Case(), e);
    }
    /// What was refused; empty: it came to an end.
    std::optional<Error> refused(const Recipe& recipe, const Case& c) const
    {
        Job job;
        try {
            pollux::runRecipe(recipe, m_registry, c, {"tester"}, job);
        } catch (const Error& e) {
            return e;
        }
        return {};
    }

private Q_SLOTS:
    void initTestCase()
    {
        installStandardOperations(m_registry);
        implant::install(m_registry);
        Grid g;
        g.size = {40, 40, 40};
        g.spacing = Vec3::Constant(2);
        m_image = Volume(g, std::vector<std::int16_t>(64000, 300)); // within the thresholds of a cone-beam image
    }

    void anMrIsRefused_data() { rows(); }
    void anMrIsRefused()
    {
        QFETCH(QString, file);
        const Recipe recipe = read(file, m_registry);
        QVERIFY(!recipe.steps.empty());
        for (const Case& c : {caseOf({{"mr", "MR"}}), caseOf({{"mr", "MR"}, {"other", ""}})}) {
            const auto error = refused(recipe, c);
            QVERIFY2(error, "it ran");
            QCOMPARE(error->code(), ErrorCode::BadInput);
            QVERIFY2(error->message().find("MR") != std::string::npos, error->message().c_str());
            QVERIFY2(error->message().find("CT") != std::string::npos, error->message().c_str());
            QVERIFY(!error->advice().empty());
        }
    }

    /// One that says nothing of itself may be the right one, and a CT beside an MR is taken.
    void whatMayBeRightIsTaken()
    {
        const Recipe recipe = parseRecipe(
            R"({"id":"x","name":"X","modality":"CT","steps":[{"operation":"segment.threshold","values":{"low":200,"high":400}}]})",
            m_registry);
        for (const Case& c : {caseOf({{"a", ""}}), caseOf({{"a", "OT"}}), caseOf({{"a", "MR"}, {"b", "CT"}})})
            QVERIFY(!refused(recipe, c));
        QVERIFY(refused(recipe, caseOf({{"a", "OT"}, {"b", "MR"}, {"c", "US"}})));
        const auto none = refused(recipe, Case()); // by its step
        QVERIFY(none && none->message().find("X") == std::string::npos);
    }
};

QTEST_GUILESS_MAIN(TstRecipeImages)
#include "tst_recipe_images.moc"
