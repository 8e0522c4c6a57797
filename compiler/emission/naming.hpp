// C++ identifiers for Python names, and C++ literals for Python constants.
#pragma once

#include <string>
#include <string_view>

namespace portalis::emission {

// A double literal that reads back as the same number.
std::string real_literal(double d);

// A Python identifier as a C++ one: the name itself, unless C++ or the emitter uses it, in which case '_' is appended;
// letters beyond ASCII become u00e9 and the like.
std::string identifier(std::string_view python_name);
// The C++ variable for the cell of a captured variable, given its identifier: x_cell; store__cell for "store", lest it hide
// the function. No Python name becomes either.
std::string cell_identifier(const std::string& variable);
// Any text as the tail of an identifier ("hello world" -> "hello_world"), shortened.
std::string identifier_tail(std::string_view text);
// "text" with C++ escapes, in pieces of at most `width` columns, one per line when there are several.
std::string string_literal(std::string_view bytes, size_t width = 100, std::string_view indent = "    ");

}  // namespace portalis::emission
