# What find_package(portalis) brings:
#
#     portalis::portalis                        the C++ threading library (include/portalis), with no Python in it
#     portalis_add_executable(app app.py)       a program compiled from Python, rebuilt when a file it imports changes
#
# The executable is a target as any other: it can be installed, tested and linked with more. A Debug build is compiled
# with --debug.
include(CMakeFindDependencyMacro)
find_dependency(Threads)
get_filename_component(PORTALIS_PREFIX "${CMAKE_CURRENT_LIST_DIR}/../../.." ABSOLUTE)
set(PORTALIS_COMMAND "${PORTALIS_PREFIX}/bin/portalis")

if(NOT TARGET portalis::portalis)
  add_library(portalis::portalis STATIC IMPORTED)
  set_target_properties(portalis::portalis PROPERTIES
    IMPORTED_LOCATION "${PORTALIS_PREFIX}/lib/libportalis.a"
    INTERFACE_INCLUDE_DIRECTORIES "${PORTALIS_PREFIX}/include"
    INTERFACE_COMPILE_FEATURES cxx_std_20
    INTERFACE_LINK_LIBRARIES Threads::Threads)
  # What compiled programs link.
  add_library(portalis::runtime STATIC IMPORTED)
  set_target_properties(portalis::runtime PROPERTIES
    IMPORTED_LOCATION "${PORTALIS_PREFIX}/lib/portalis/libportalis_rt.a"
    INTERFACE_LINK_OPTIONS "-static-libstdc++;-static-libgcc;-Wl,--gc-sections;$<$<NOT:$<CONFIG:Debug>>:-s>"
    INTERFACE_LINK_LIBRARIES Threads::Threads)
endif()

# portalis_add_executable(NAME program.py)
function(portalis_add_executable NAME PROGRAM)
  if(ARGN)
    message(FATAL_ERROR "portalis_add_executable(${NAME} ${PROGRAM}): one program; what it imports is found by itself")
  endif()
  get_property(languages GLOBAL PROPERTY ENABLED_LANGUAGES)
  if(NOT "CXX" IN_LIST languages)
    message(FATAL_ERROR "portalis_add_executable needs a project with the language CXX, whose linker it uses")
  endif()
  get_filename_component(source "${PROGRAM}" ABSOLUTE)
  set(object "${CMAKE_CURRENT_BINARY_DIR}/${NAME}.portalis.o")
  add_custom_command(
    OUTPUT "${object}"
    COMMAND "${PORTALIS_COMMAND}" build $<IF:$<CONFIG:Debug>,--debug,--release> --object -o "${object}" "--depfile=${object}.d" "${source}"
    MAIN_DEPENDENCY "${source}"
    DEPENDS "${PORTALIS_COMMAND}" "${PORTALIS_PREFIX}/lib/portalis/headers.key"
    DEPFILE "${object}.d"
    COMMENT "Compiling ${PROGRAM}"
    VERBATIM)
  add_executable(${NAME} "${object}")
  set_source_files_properties("${object}" PROPERTIES EXTERNAL_OBJECT TRUE GENERATED TRUE)
  set_target_properties(${NAME} PROPERTIES LINKER_LANGUAGE CXX)
  target_link_libraries(${NAME} PRIVATE portalis::runtime)
endfunction()
