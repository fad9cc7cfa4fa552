# Every third-party package, found once. Toolkits are linked PRIVATE by the one module that owns them.
find_package(Threads REQUIRED)
find_package(Eigen3 3.4 REQUIRED NO_MODULE)
find_package(nlohmann_json 3.11 REQUIRED)
find_package(TBB REQUIRED)
find_package(PkgConfig REQUIRED)
pkg_check_modules(xxhash REQUIRED IMPORTED_TARGET libxxhash)
pkg_check_modules(zstd REQUIRED IMPORTED_TARGET libzstd)
pkg_check_modules(sqlite3 REQUIRED IMPORTED_TARGET sqlite3)
pkg_check_modules(libzip REQUIRED IMPORTED_TARGET libzip)
pkg_check_modules(openjp2 REQUIRED IMPORTED_TARGET libopenjp2)
find_package(CLI11 REQUIRED)
find_package(SUNDIALS 6.4 REQUIRED COMPONENTS generic cvode nvecserial sunmatrixdense sunlinsoldense)

find_package(Qt6 6.4 REQUIRED COMPONENTS Core Gui Widgets OpenGL OpenGLWidgets Svg Test)

find_package(VTK 9.1 REQUIRED COMPONENTS
  CommonCore CommonDataModel CommonExecutionModel CommonMath CommonTransforms CommonColor
  FiltersCore FiltersGeneral FiltersSources FiltersModeling FiltersGeometry
  ImagingCore InteractionStyle InteractionWidgets IOImage IOOggTheora
  RenderingCore RenderingOpenGL2 RenderingUI RenderingVolume RenderingVolumeOpenGL2
  RenderingFreeType RenderingContext2D RenderingContextOpenGL2 RenderingAnnotation)
include(VtkCxx20Fix)

find_package(DCMTK 3.6.7 REQUIRED CONFIG)
find_package(ITK 5.2 REQUIRED COMPONENTS ITKCommon ITKIOImageBase ITKIONIFTI ITKIONRRD ITKIOMeta
  ITKSmoothing ITKThresholding ITKConnectedComponents ITKDistanceMap ITKBinaryMathematicalMorphology
  ITKMathematicalMorphology ITKRegionGrowing ITKWatersheds ITKLabelMap ITKImageFeature ITKFastMarching
  ITKImageGrid ITKImageStatistics ITKAnisotropicSmoothing ITKRegistrationCommon ITKLabelVoting
  ITKImageIntensity ITKImageFilterBase ITKLevelSets)
