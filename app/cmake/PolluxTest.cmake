# pollux_tests(<folder-relative prefix> LIBS libs...): every tst_*.cpp in the current folder becomes one program and one test.
# GUI marks tests that need a display: they run under a display of their own (tests/run_gui.sh).
# Flags with which tests build plugins outside the tree: those of the sanitizers, if any.
set(POLLUX_TEST_FLAGS "")
set(POLLUX_TEST_TIMEOUT 600)
if(POLLUX_SANITIZE)
  set(POLLUX_TEST_TIMEOUT 3000)
  set(POLLUX_TEST_FLAGS "-fsanitize=${POLLUX_SANITIZE}")
endif()
set(POLLUX_TEST_ENVIRONMENT
  "LSAN_OPTIONS=suppressions=${CMAKE_SOURCE_DIR}/tests/sanitizers/leaks.supp:print_suppressions=0"
  "TSAN_OPTIONS=suppressions=${CMAKE_SOURCE_DIR}/tests/sanitizers/threads.supp:ignore_noninstrumented_modules=1:history_size=4"
  "UBSAN_OPTIONS=print_stacktrace=1")
# What the thread sanitizer looks at: the core and the plugins' operations, no window.
add_custom_target(core_tests)

function(pollux_tests prefix)
  cmake_parse_arguments(T "GUI" "" "LIBS;LABELS" ${ARGN})
  file(GLOB tests CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/tst_*.cpp)
  foreach(source ${tests})
    get_filename_component(name ${source} NAME_WE)
    set(target ${prefix}_${name})
    string(REPLACE "/" "_" target ${target})
    add_executable(${target} ${source})
    set_target_properties(${target} PROPERTIES AUTOMOC ON RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/tests)
    target_link_libraries(${target} PRIVATE ${T_LIBS} Qt6::Test pollux_flags)
    target_include_directories(${target} PRIVATE ${CMAKE_SOURCE_DIR})
    add_dependencies(${target} pollux-reader pollux-model-reader) # the core starts them to read files
    target_compile_definitions(${target} PRIVATE POLLUX_SOURCE_DIR="${CMAKE_SOURCE_DIR}" POLLUX_BINARY_DIR="${CMAKE_BINARY_DIR}"
                               POLLUX_TEST_CXX_FLAGS="${POLLUX_TEST_FLAGS}")
    if(T_GUI)
      add_test(NAME ${prefix}/${name} COMMAND bash ${CMAKE_SOURCE_DIR}/tests/run_gui.sh $<TARGET_FILE:${target}>)
    else()
      add_test(NAME ${prefix}/${name} COMMAND ${target})
    endif()
    if(prefix MATCHES "^(core|plugins)/" AND NOT T_GUI)
      add_dependencies(core_tests ${target})
    endif()
    if(POLLUX_SANITIZE)
      set_tests_properties(${prefix}/${name} PROPERTIES ENVIRONMENT "${POLLUX_TEST_ENVIRONMENT}")
    endif()
    set_tests_properties(${prefix}/${name} PROPERTIES TIMEOUT ${POLLUX_TEST_TIMEOUT} LABELS "${T_LABELS}" SKIP_REGULAR_EXPRESSION "Totals: 0 passed, 0 failed")
  endforeach()
endfunction()
