// Every problem with a known answer, as tests/bench/verify prints them; the long ones are left to it.

#include "verification.h"

#include <QtTest>

using namespace pollux::verification;

class TestVerification : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void numbersAreKnown_data()
    {
        QTest::addColumn<int>("index");
        const auto all = problems();
        for (std::size_t n = 0; n < all.size(); ++n)
            if (all[n].cost != Cost::Long)
                QTest::newRow(all[n].name) << int(n);
    }

    void numbersAreKnown()
    {
        QFETCH(int, index);
        const auto checks = problems()[std::size_t(index)].run();
        QVERIFY(!checks.empty());
        for (const Check& c : checks)
            QVERIFY2(c.good(), (c.problem + ": " + c.quantity + ": exact " + std::to_string(c.exact) + ", found " +
                                std::to_string(c.found) + ", off by " + std::to_string(c.error()))
                                   .c_str());
    }
};

QTEST_APPLESS_MAIN(TestVerification)
#include "tst_verification.moc"
