// Shared by the files that implement the time module.
#pragma once

#include <ctime>

#include "runtime/object/module.hpp"
#include "runtime/types/numbers.hpp"

namespace py::time {

// Seconds given as an int or a float, in nanoseconds (rounded up, saturated). false: error.
bool to_nanoseconds(Value v, int64_t& out);

Type* struct_time_type();
Value make_struct_time(const std::tm& t);
// A 9-tuple or struct_time as a std::tm, as CPython's gettmarg(); `function` is named in messages. false: error.
bool read_time_tuple(Value v, const char* function, std::tm& out);
bool check_time_tuple(std::tm& t);       // ranges; ValueError
// strftime in the C locale, on every platform as glibc does it: years without zeros, flags and widths, unknown directives as they are.
void append_time(Text& out, std::string_view format, const std::tm& t);

extern const NativeDef clock_functions[], calendar_functions[];
void add_clock_numbers(Module* module);   // CLOCK_REALTIME and its like
Value strptime(const Value* args, uint32_t n);
void set_timezone_names(Module* module);

}  // namespace py::time
