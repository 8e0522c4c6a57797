// Printing what a phase made of a program: --print=tokens|ast|scopes|ir|cpp.
#pragma once

#include <string>

namespace portalis::driver {

// `phase` with a leading '-': run up to it without printing. Returns the exit status.
int print_phase(const std::string& file, const std::string& phase);

}  // namespace portalis::driver
