# pollux_embed(<target> <dir>): puts every .json, .svg and .ts file below <dir> into the target, found by pollux::resource("limits/liver.json").
# A file in the program cannot be missing, moved or half upgraded.
function(pollux_embed target dir)
  file(GLOB_RECURSE files RELATIVE ${dir} CONFIGURE_DEPENDS ${dir}/*.json ${dir}/*.svg ${dir}/*.ts)
  list(SORT files)
  set(absolute)
  foreach(file ${files})
    list(APPEND absolute ${dir}/${file})
  endforeach()
  set(out ${CMAKE_CURRENT_BINARY_DIR}/${target}_resources.cpp)
  add_custom_command(OUTPUT ${out}
    COMMAND ${CMAKE_COMMAND} -DDIR=${dir} -DOUT=${out} "-DFILES=${files}" -P ${CMAKE_SOURCE_DIR}/app/cmake/EmbedResources.cmake
    DEPENDS ${absolute} ${CMAKE_SOURCE_DIR}/app/cmake/EmbedResources.cmake VERBATIM)
  target_sources(${target} PRIVATE ${out})
endfunction()
