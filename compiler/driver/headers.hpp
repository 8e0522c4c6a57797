// The headers that programs include, precompiled for the native target.
//
// `portalis prepare` leaves them in the library's folder. g++'s may be moved with the tree; clang's may not, and where
// those in the library's folder are of no use for the compiler and the place, the cache has some, made when first needed.
#pragma once

#include <string>

#include "compiler/driver/cache.hpp"
#include "compiler/driver/progress.hpp"
#include "compiler/driver/toolchain.hpp"

namespace portalis::driver {

// Makes those of the library's folder and notes their content in layout.headers_key; nothing to do while compiler,
// flags and headers are those of last time. Error text, or empty.
std::string prepare_headers(const Toolchain& toolchain, Layout& layout);

// Are those in the library's folder for this compiler and this place?
bool headers_are_prepared(const Toolchain& toolchain, const Layout& layout, Profile profile);

// Makes the toolchain use precompiled headers if it can be brought to: without, compiling only takes longer.
void use_headers(Toolchain& toolchain, const Layout& layout, Profile profile, const Cache& cache, Progress& progress);

}  // namespace portalis::driver
