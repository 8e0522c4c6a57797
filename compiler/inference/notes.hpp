// What inference found, line by line, for people: `portalis build --print=types` and `portalis report` show it.
#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "compiler/ir/ir.hpp"

namespace portalis::inference {

struct LineNotes {
  std::vector<std::string> types;        // "x: int", "f() -> str", "f(a: int) -> float"
  std::set<std::string> open;            // in plain words, why something on the line stayed dynamic
  uint32_t known = 0, unknown = 0;       // values the line computes whose kind is known, and others
};
using Notes = std::map<uint32_t, LineNotes>;   // by line

// Of an inferred module.
Notes collect_notes(const ir::Module& module);

}  // namespace portalis::inference
