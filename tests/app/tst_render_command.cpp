// `pollux render --view 3d`: cuts, projection and contours, and what it says to mistakes; views stay with a case.

#include "core/storage/case_file.h"
#include "core/storage/view_store.h"
#include "tests/app/command.h"
#include "tests/ui/viewer/sample_case.h"

#include <QImage>
#include <QTemporaryDir>
#include <QTest>

using namespace pollux;
using namespace pollux::test;

class TestRenderCommand : public QObject
{
    Q_OBJECT

    QTemporaryDir m_dir;
    QString m_case;

    QString at(const QString& name) const { return m_dir.filePath(name); }
    QImage picture(const QStringList& how)
    {
        const Output o = run(QStringList{"render", m_case, "--view", "3d", "--centre", "0,0,0", "--width", "240",
                                         "--height", "240", "-o", at("x.png")} +
                             how);
        if (o.code != 0)
            qWarning("%s", qPrintable(o.all()));
        return o.code == 0 ? QImage(at("x.png")) : QImage();
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_case = at("case.pollux");
        saveCase(*sample::ballCase(), m_case.toStdString(), Job(), std::string("{\"kept\":1}"));
    }

    void eachOptionChangesThePicture()
    {
        QList<QImage> all;
        for (const QStringList& how :
             {QStringList{}, QStringList{"--cut", "coronal"}, QStringList{"--cut=-coronal"},
              QStringList{"--cut", "coronal", "--whole-skin"}, QStringList{"--cut", "coronal", "--bare-cut"},
              QStringList{"--cut", "coronal", "--cut=-axial"}, QStringList{"--cut", "sagittal"},
              QStringList{"--projection", "orthographic"}, QStringList{"--silhouettes"}}) {
            const QImage image = picture(how);
            QVERIFY2(!image.isNull(), qPrintable(how.join(' ')));
            QVERIFY2(!all.contains(image), qPrintable(how.join(' ')));
            all << image;
        }
        QCOMPARE(picture({"--projection", "perspective"}), all.first());
    }

    void mistakesSayWhatToDo()
    {
        VERIFY_SAYS(run({"render", m_case, "--view", "3d", "--cut", "diagonal", "-o", at("y.png")}), 2, {"axial"});
        VERIFY_SAYS(run({"render", m_case, "--view", "3d", "--projection", "fisheye", "-o", at("y.png")}), 2,
                    {"orthographic"});
    }

    void whatIsRunOnACaseLeavesItsViews()
    {
        const QStringList landmark{"run", m_case, "case.landmark", "--set", "position=1,2,3"};
        QCOMPARE(run(landmark + QStringList{"-o", at("b.pollux")}).code, 0);
        QCOMPARE(loadViews(at("b.pollux").toStdString()), std::string("{\"kept\":1}"));
        QCOMPARE(run(landmark).code, 0);
        QCOMPARE(loadViews(m_case.toStdString()), std::string("{\"kept\":1}"));
    }
};

QTEST_GUILESS_MAIN(TestRenderCommand)
#include "tst_render_command.moc"
