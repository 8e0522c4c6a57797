# cmake --install: the command, what it needs beside it, and the C++ library with its CMake package. Everything finds
# everything else by relative paths, so the tree may be moved or read-only.
set(own lib/portalis)
install(TARGETS portalis RUNTIME DESTINATION bin)
file(WRITE ${CMAKE_BINARY_DIR}/installed/portalis.layout "include=include\nstdlib=stdlib\nlibrary=.\ndocumentation=docs\n")
install(FILES ${CMAKE_BINARY_DIR}/installed/portalis.layout ${library_dir}/libportalis_rt.a ${library_dir}/libportalis_fibers.a ${library_dir}/headers.key DESTINATION ${own})
install(DIRECTORY ${library_dir}/objects DESTINATION ${own})
install(DIRECTORY ${PROJECT_SOURCE_DIR}/abi ${PROJECT_SOURCE_DIR}/runtime DESTINATION ${own}/include
        FILES_MATCHING PATTERN "*.hpp" PATTERN "*.def" PATTERN "*_test.hpp" EXCLUDE)
# The sources from which the runtime libraries of other targets are compiled when they are first asked for, and what
# pages are made of.
install(DIRECTORY ${PROJECT_SOURCE_DIR}/runtime DESTINATION ${own}/include
        FILES_MATCHING PATTERN "*.cpp" PATTERN "*.cjs" PATTERN "CMakeLists.txt" PATTERN "*_test.cpp" EXCLUDE PATTERN "*_bench.cpp" EXCLUDE PATTERN "native" EXCLUDE)
install(FILES ${PROJECT_SOURCE_DIR}/CMakeLists.txt DESTINATION ${own}/include)
install(DIRECTORY ${PROJECT_SOURCE_DIR}/cmake ${PROJECT_SOURCE_DIR}/web DESTINATION ${own}/include)
install(DIRECTORY ${PROJECT_SOURCE_DIR}/tools/scripts DESTINATION ${own}/include/tools USE_SOURCE_PERMISSIONS)
install(DIRECTORY ${PROJECT_SOURCE_DIR}/include/portalis DESTINATION ${own}/include/include)
install(DIRECTORY ${PROJECT_SOURCE_DIR}/stdlib DESTINATION ${own} FILES_MATCHING PATTERN "*.py")
install(DIRECTORY ${PROJECT_SOURCE_DIR}/docs/errors DESTINATION ${own}/docs)
# Precompiled headers are for the place they lie in. Staged for a package, they come to be where programs are compiled.
install(CODE "if(NOT DEFINED ENV{DESTDIR})
  execute_process(COMMAND \"\${CMAKE_INSTALL_PREFIX}/bin/portalis\" prepare)
endif()")

# The C++ library: platform, sync, channel and executor, with no Python type in it.
set(threading_folders platform sync channel executor)
set(threading_archives)
set(threading_targets)
foreach(folder ${threading_folders})
  get_target_property(kind portalis_${folder} TYPE)
  if(kind STREQUAL "STATIC_LIBRARY")
    list(APPEND threading_targets portalis_${folder})
    list(APPEND threading_archives $<TARGET_FILE:portalis_${folder}>)
  endif()
endforeach()
add_custom_command(
  OUTPUT ${CMAKE_BINARY_DIR}/lib/libportalis.a
  COMMAND ${CMAKE_COMMAND} -DOUTPUT=${CMAKE_BINARY_DIR}/lib/libportalis.a "-DINPUTS=${threading_archives}" -DAR=${CMAKE_AR}
          -P ${PROJECT_SOURCE_DIR}/cmake/MergeArchives.cmake
  DEPENDS ${threading_targets} ${threading_archives}
  VERBATIM)
add_custom_target(portalis_threading ALL DEPENDS ${CMAKE_BINARY_DIR}/lib/libportalis.a)
install(FILES ${CMAKE_BINARY_DIR}/lib/libportalis.a DESTINATION lib)
install(DIRECTORY ${PROJECT_SOURCE_DIR}/include/portalis DESTINATION include)

include(CMakePackageConfigHelpers)
write_basic_package_version_file(${CMAKE_BINARY_DIR}/installed/portalisConfigVersion.cmake COMPATIBILITY SameMinorVersion)
install(FILES ${PROJECT_SOURCE_DIR}/cmake/portalisConfig.cmake ${CMAKE_BINARY_DIR}/installed/portalisConfigVersion.cmake
        DESTINATION lib/cmake/portalis)
