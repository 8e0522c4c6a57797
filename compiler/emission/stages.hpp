// Stages: the places at which a typed region (typed_region.hpp) can be left for good, with everything up to there done,
// and at which the region's general form can begin. Every Python statement in the region begins one, and so does each
// round of a loop; a comprehension is part of the statement it stands in.
//
// The general form of a region is one C++ switch with a case label for each stage. C++ jumps into no scope past its
// variables, so those whose scope encloses a label are declared before the switch (FunctionEmitter::hoist).
#pragma once

#include <cstdint>
#include <span>
#include <unordered_map>
#include <unordered_set>

#include "compiler/ir/ir.hpp"

namespace portalis::emission {

using Statements = std::span<const ir::Statement>;

class Stages {
 public:
  explicit Stages(Statements statements);
  // Of a line statement or a loop; 0 for none. From 1, in the order of the text: the same for a copy of the statements.
  uint32_t of(const ir::Statement& s) const;
  // There is a label among the statements.
  bool inside(Statements statements) const;
  // Whoever begins at a label finds all that is read after it: no temporary lives across one.
  bool resumable() const { return resumable_; }

 private:
  using Known = std::unordered_set<uint32_t>;
  void number(Statements statements);
  bool check(Statements statements, Known known);
  bool check_statement(const ir::Statement& s, Known& known);
  void read(const ir::Operand& o, const Known& known);

  std::unordered_map<const ir::Statement*, uint32_t> numbers_;
  uint32_t count_ = 0;
  bool resumable_ = true;
};

}  // namespace portalis::emission
