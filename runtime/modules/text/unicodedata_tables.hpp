// Tables of the unicodedata module (generated). Runs: first code point << 8 | value, sorted by code point.
#pragma once

#include <cstdint>

namespace py::unicode {

struct Composition { uint32_t first, second, result; };
struct Numeric { uint32_t code; int64_t numerator; int32_t denominator; };

extern const char* const bidirectional_names[];
extern const uint32_t bidirectional_runs[];
extern const int bidirectional_run_count;
extern const char* const east_asian_width_names[];
extern const uint32_t east_asian_width_runs[];
extern const int east_asian_width_run_count;
extern const uint32_t combining_runs[];
extern const int combining_run_count;
extern const uint32_t mirrored_runs[];
extern const int mirrored_run_count;
extern const char* const decomposition_tags[];
extern const uint32_t decomposition_codes[];
extern const uint16_t decomposition_offsets[];
extern const uint32_t decomposition_data[];      // tag << 8 | length, then the code points
extern const int decomposition_count;
extern const Composition compositions[];
extern const int composition_count;
extern const Numeric numerics[];
extern const int numeric_count;

// Unicode 3.2, where it was different. Category: as in Record; the others: places in the arrays of names.
struct OldRecord { uint8_t category, bidirectional, mirrored, east_asian_width; };
struct OldDecomposition { uint32_t code, result; };
extern const uint32_t old_runs[];
extern const int old_run_count;
extern const OldRecord old_records[];
extern const OldDecomposition old_decompositions[5];
extern const uint16_t old_decimals[];
extern const int old_decimal_count;

}  // namespace py::unicode
