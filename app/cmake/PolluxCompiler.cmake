# Warnings, sanitizers, compiler cache and linker: one place for all targets.
find_program(POLLUX_CCACHE ccache)
if(POLLUX_CCACHE AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
  # BASEDIR and NOHASHDIR make a second build tree hit the same cache.
  set(CMAKE_CXX_COMPILER_LAUNCHER ${CMAKE_COMMAND} -E env
      CCACHE_BASEDIR=${CMAKE_SOURCE_DIR} CCACHE_NOHASHDIR=1 ${POLLUX_CCACHE})
endif()

find_program(POLLUX_MOLD mold)
if(POLLUX_MOLD)
  add_link_options(-fuse-ld=mold)
endif()

add_library(pollux_flags INTERFACE)
# -Wno-restrict: false positive of g++ 12 on std::string concatenation at -O3.
target_compile_options(pollux_flags INTERFACE -Wall -Wextra -Wno-restrict
  $<$<BOOL:${POLLUX_WERROR}>:-Werror>)
target_compile_definitions(pollux_flags INTERFACE QT_NO_KEYWORDS)

if(POLLUX_SANITIZE)
  # Only "none"-free spelling: g++ rejects -fno-sanitize-recover=none.
  add_compile_options(-fsanitize=${POLLUX_SANITIZE} -fno-omit-frame-pointer -fno-sanitize-recover=all)
  add_link_options(-fsanitize=${POLLUX_SANITIZE})
  if(POLLUX_SANITIZE MATCHES "thread")
    add_compile_definitions(POLLUX_THREAD_SANITIZER)
  else()
    # In every program: it must come before the C library's own.
    target_sources(pollux_flags INTERFACE
      $<$<STREQUAL:$<TARGET_PROPERTY:TYPE>,EXECUTABLE>:${CMAKE_SOURCE_DIR}/tests/sanitizers/keep_loaded.cpp>)
  endif()
endif()

# Qt 6.4's moc cannot parse <concepts> of g++ 12 ("Parse error at std"); it needs nothing from it, so it skips the file.
set(CMAKE_AUTOMOC_MOC_OPTIONS "-D_GLIBCXX_CONCEPTS=1")
