// Printing what a phase made of a program: --print=tokens|ast|scopes|ir|types|cpp, --stop-after=PHASE.
#pragma once

#include <string>

namespace portalis::driver {

// Runs the phases up to the later of the two named (either may be empty) and prints what the first one made.
// Returns the exit status.
int print_phase(const std::string& file, const std::string& print, const std::string& stop_after, bool verify_types);

}  // namespace portalis::driver
