// What a handler of an event throws ends that event alone.
#include "core/base/error.h"
#include "ui/shell/guarded_application.h"

#include <QPainter>
#include <QSignalSpy>
#include <QTest>
#include <QTimer>
#include <QWidget>

#include <new>

using namespace pollux;

namespace {

/// Paints green, or finds no memory for it.
class Picture : public QWidget
{
public:
    bool noMemory = false;
    int painted = 0;

protected:
    void paintEvent(QPaintEvent*) override
    {
        ++painted;
        if (noMemory)
            throw std::bad_alloc();
        QPainter(this).fillRect(rect(), Qt::green);
    }
};

} // namespace

class TestGuardedApplication : public QObject
{
    Q_OBJECT

    static GuardedApplication& application() { return *qobject_cast<GuardedApplication*>(qApp); }

private Q_SLOTS:
    void noMemoryToPaintIsSaidOnceAndTheWidgetPaintsAgain()
    {
        QSignalSpy said(&application(), &GuardedApplication::failed);
        Picture picture;
        picture.resize(40, 40);
        picture.noMemory = true;
        picture.show();
        QVERIFY(QTest::qWaitForWindowExposed(&picture));
        QTRY_COMPARE(said.size(), 1);
        QVERIFY2(said[0][0].toString().contains("memory"), qPrintable(said[0][0].toString()));
        for (int i = 0; i < 5; ++i) {
            picture.repaint();
            QCoreApplication::processEvents();
        }
        QVERIFY(picture.painted > 5);
        QCOMPARE(said.size(), 1);
        picture.noMemory = false;
        picture.repaint();
        QCOMPARE(picture.grab().toImage().pixelColor(20, 20), QColor(Qt::green));
    }

    void anErrorOfATimerIsSaidWithItsAdvice()
    {
        QSignalSpy said(&application(), &GuardedApplication::failed);
        bool after = false;
        QTimer::singleShot(0, this, [] { throw Error(ErrorCode::Internal, "It broke.", "Save the case."); });
        QTimer::singleShot(20, this, [&] { after = true; });
        QTRY_VERIFY(after);
        QTRY_COMPARE(said.size(), 1);
        QVERIFY(said[0][0].toString().contains("It broke.") && said[0][0].toString().contains("Save the case."));
    }
};

int main(int argc, char** argv)
{
    GuardedApplication app(argc, argv);
    TestGuardedApplication test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_guarded_application.moc"
