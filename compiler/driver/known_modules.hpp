// Which stdlib modules Portalis brings in C++ (abi/modules.def), and which names are the standard library's at all.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace portalis::driver {

bool is_native_module(std::string_view dotted_name);
std::vector<std::string> native_needs(std::string_view dotted_name);   // modules it imports at run time
std::vector<std::string> spoken_modules(std::string_view text);        // that a program with this text needs besides its imports
bool is_stdlib_module(std::string_view dotted_name);                   // part of CPython 3.11's library

}  // namespace portalis::driver
