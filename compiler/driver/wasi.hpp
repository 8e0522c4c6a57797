// The WASI target: its packages, its runtime library (compiled once, into the user's cache), linking, and engines.
#pragma once

#include <string>
#include <vector>

#include "compiler/driver/cache.hpp"
#include "compiler/driver/progress.hpp"
#include "compiler/driver/toolchain.hpp"

namespace portalis::driver {

// Debian packages of the target that are not installed; empty: ready.
std::vector<std::string> missing_wasi_packages();
// Installs them, where this user may. false: error text that says what to do.
bool install_wasi_packages(Progress& progress, std::string& error);

// Finds or compiles the runtime library for the target; `toolchain` gets its folder. false: error text.
bool prepare_wasi_runtime(Toolchain& toolchain, const Layout& layout, const Cache& cache, Progress& progress, std::string& error);

// The commands, in order, that make a module of objects. A program that may start threads is linked with fibers and
// rewritten by Asyncify. `runtime` is the archive of the runtime.
std::vector<std::vector<std::string>> wasi_link_commands(const Toolchain& toolchain, Profile profile, bool threads,
                                                         const std::vector<std::string>& objects, const std::string& runtime,
                                                         const std::string& module);
std::string wasi_archive(const Toolchain& toolchain);
std::string wasi_threads_archive(const Toolchain& toolchain, bool threads);   // with fibers, or for programs that start no threads
std::string wasi_intermediate_file(const std::string& module);

// How to run a module here: wasmtime, wasmedge, wasmer, else Node; PORTALIS_WASI_ENGINE names another choice of these.
// `arguments` begin with the program's name. Empty: error text.
std::vector<std::string> wasi_run_command(const Layout& layout, const std::string& module, const std::vector<std::string>& arguments,
                                          const std::vector<std::string>& folders, std::string& error);

}  // namespace portalis::driver
