# VTK 9.1's vtkSMPTools.h names its constructors by template-id, which C++20 forbids (CWG 2237) and g++ 12 rejects.
# A corrected copy in the build tree stands ahead of VTK's own folder; the include guard then silences the original.
get_target_property(_vtk_inc VTK::CommonCore INTERFACE_INCLUDE_DIRECTORIES)
list(GET _vtk_inc 0 _vtk_inc)
file(READ "${_vtk_inc}/vtkSMPTools.h" _txt)
foreach(_b false true)
  string(REPLACE "  vtkSMPTools_FunctorInternal<Functor, ${_b}>(const" "  vtkSMPTools_FunctorInternal(const" _txt "${_txt}")
endforeach()
file(CONFIGURE OUTPUT "${CMAKE_BINARY_DIR}/vtkfix/vtkSMPTools.h" CONTENT "${_txt}" @ONLY)
add_library(pollux_vtkfix INTERFACE)
target_include_directories(pollux_vtkfix BEFORE INTERFACE "${CMAKE_BINARY_DIR}/vtkfix")
