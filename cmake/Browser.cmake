# Toolchain file of the browser's runtime: clang with the flags em++ would give it (one process instead of em++'s five,
# which ccache can remember).  -DPORTALIS_EMSCRIPTEN=folder of em++; the environment's EM_CONFIG as for em++ itself.
set(CMAKE_SYSTEM_NAME Generic)
set(CMAKE_SYSTEM_PROCESSOR wasm32)
set(CMAKE_TRY_COMPILE_PLATFORM_VARIABLES PORTALIS_EMSCRIPTEN)
set(CMAKE_TRY_COMPILE_TARGET_TYPE STATIC_LIBRARY)
execute_process(COMMAND ${PORTALIS_EMSCRIPTEN}/em-config LLVM_ROOT OUTPUT_VARIABLE llvm OUTPUT_STRIP_TRAILING_WHITESPACE COMMAND_ERROR_IS_FATAL ANY)
execute_process(COMMAND ${PORTALIS_EMSCRIPTEN}/em++ -pthread --cflags OUTPUT_VARIABLE flags OUTPUT_STRIP_TRAILING_WHITESPACE ERROR_QUIET COMMAND_ERROR_IS_FATAL ANY)
set(CMAKE_CXX_COMPILER ${llvm}/clang++)
set(CMAKE_AR ${llvm}/llvm-ar)
set(CMAKE_RANLIB ${llvm}/llvm-ranlib)
set(CMAKE_CXX_FLAGS_INIT "${flags}")
