#include "core/case/anatomy.h"

#include <QtTest>

#include <set>

using namespace pollux;

class TestAnatomy : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tableIsWellFormed();
    void findsByKeyNameAndCode();
    void namesOfFiles_data();
    void namesOfFiles();
};

void TestAnatomy::tableIsWellFormed()
{
    const std::set<std::string> categories{"organ", "vessel", "bone",   "hollow", "lung",
                                           "skin",  "lesion", "muscle", "fat",    "other"};
    std::set<std::string> keys;
    std::set<Colour> colours;
    QVERIFY(anatomyTable().size() > 60);
    for (const Anatomy& a : anatomyTable()) {
        QVERIFY2(keys.insert(a.key).second, a.key.c_str());
        QVERIFY2(colours.insert(a.colour).second, ("colour of " + a.key).c_str());
        QVERIFY2(!a.label.empty(), a.key.c_str());
        QVERIFY2(categories.contains(a.category), a.key.c_str());
        for (const char c : a.snomed)
            QVERIFY2(c >= '0' && c <= '9', a.key.c_str());
        QCOMPARE(a.snomed.empty(), a.meaning.empty());
        // A name that another entry also claims would make label import depend on the order of the table.
        for (const auto& name : a.names)
            QCOMPARE(anatomyByName(name)->key, a.key);
        QCOMPARE(anatomyByName(a.label)->key, a.key);
        QCOMPARE(anatomyByName(a.key)->key, a.key);
    }
}

void TestAnatomy::findsByKeyNameAndCode()
{
    QCOMPARE(findAnatomy("liver")->label, std::string("Liver"));
    QVERIFY(!findAnatomy("Liver"));
    QVERIFY(!findAnatomy(""));
    QCOMPARE(anatomyByCode("10200004")->key, std::string("liver"));
    QCOMPARE(anatomyByCode("52988006")->key, std::string("lesion"));
    QVERIFY(!anatomyByCode(""));
    QVERIFY(!anatomyByCode("1"));
    QVERIFY(!anatomyByName(""));
    QVERIFY(!anatomyByName("123"));
    QVERIFY(!anatomyByName("left elbow"));
}

void TestAnatomy::namesOfFiles_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("key");
    const std::pair<const char*, const char*> rows[] = {{"livertumor1", "liver_lesion"},
                                                        {"livertumor02", "liver_lesion"},
                                                        {"portalvein", "portal_vein"},
                                                        {"venoussystem", "venous_system"},
                                                        {"LeftKidney", "kidney_left"},
                                                        {"kidney right", "kidney_right"},
                                                        {"inferior_vena_cava", "vena_cava"},
                                                        {"vertebrae_L3", "vertebra"},
                                                        {"rib_left_12", "rib"},
                                                        {"Esophagus", "oesophagus"},
                                                        {"gall-bladder", "gallbladder"},
                                                        {"SKIN", "skin"},
                                                        {"bone", "bone"},
                                                        {"adrenal_gland_left", "adrenal_left"},
                                                        {"heart_atrium_left", "left_atrium"},
                                                        {"Tumor", "tumour"}};
    for (const auto& [name, key] : rows)
        QTest::newRow(name) << name << key;
}

void TestAnatomy::namesOfFiles()
{
    QFETCH(QString, name);
    QFETCH(QString, key);
    const Anatomy* found = anatomyByName(name.toStdString());
    QVERIFY(found);
    QCOMPARE(QString::fromStdString(found->key), key);
}

QTEST_GUILESS_MAIN(TestAnatomy)
#include "tst_anatomy.moc"
