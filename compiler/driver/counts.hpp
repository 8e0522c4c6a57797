// Profile-guided optimisation: a program built with --pgo=collect counts which of its branches and calls are taken, and writes that to
// a folder when it ends, adding to what earlier runs wrote; built with --pgo=FOLDER it is compiled by these counts.
// (clang's instrumentation of its intermediate code; the runtime has counts of its own, runtime/native.profdata.)
#pragma once

#include "compiler/driver/build.hpp"

namespace portalis::driver {

// Before anything is done: does the build go together with --pgo=? false: error text.
bool may_use_counts(const BuildOptions& options, std::string& error);
// Sets the profile that --pgo= asks for and what of the toolchain belongs to it. false: error text.
bool use_counts(const BuildOptions& options, const Cache& cache, Toolchain& toolchain, Profile& profile, std::string& error);

}  // namespace portalis::driver
