// Second ways of doing the same, for speed alone. Programs for WebAssembly are downloaded, and are made without them.
#pragma once

namespace py {

#ifdef __OPTIMIZE_SIZE__
inline constexpr bool quick_ways = false;
#else
inline constexpr bool quick_ways = true;
#endif

}  // namespace py
