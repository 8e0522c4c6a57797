// The IR as text, for `--print=ir` and golden tests.
#pragma once

#include <string>

#include "compiler/ir/ir.hpp"

namespace portalis::ir {

struct PrintOptions {
  bool positions = false;   // also say where each instruction that may raise stands
};

// Function by function, the nesting of blocks as indentation. The text is for people and is not read back.
std::string print(const Module& module, const PrintOptions& options = {});

// "int | list[str]", "instance of A | None"; "?" where there is none. What is said of things deep inside others is left out.
std::string print_claim(const Module& module, uint32_t claim);

}  // namespace portalis::ir
