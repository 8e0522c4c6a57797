// Making IR: instructions, temporaries, constants, positions and blocks of the function being lowered.
//
// Lowering is written against this class; it knows nothing of Python's constructs.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "compiler/ir/ir.hpp"
#include "compiler/semantics/scope.hpp"

namespace portalis::lowering {

using ir::Block;
using ir::no_index;
using ir::Op;
using ir::Operand;
using ir::Rep;
using ir::Statement;
using ir::StatementKind;
using Operands = std::vector<Operand>;

// The optional parts of an instruction.
struct More {
  uint32_t name = no_index;
  uint32_t target = no_index;
  uint32_t count = 0;
  std::vector<uint32_t> list = {};
  bool outside = false;
};

// How `break` and `continue` leave a loop's body.
struct LoopExits {
  uint32_t label;
  ir::Operand left;                // where the body is a loop of its own that goes once: set by `break`, before that is left
};

// The function being built, and where in it.
struct FunctionState {
  ir::Function* fn = nullptr;
  semantics::Scope* frame = nullptr;
  std::unordered_map<const semantics::Symbol*, uint32_t> variables;   // by the symbol that binds them
  std::vector<std::unordered_map<std::string, uint32_t>> positions;   // for each code: position to its index
  uint32_t code = 0;               // the code whose frame runs here
  uint32_t loops = 0;              // loop ids given so far
  std::vector<LoopExits> loop_stack;
  bool traced = false;             // a trace function may want to hear of lines,
  uint32_t traced_line = 0;        // ... of which this is where the last instruction stood
  std::string qualname_prefix;     // of what is defined here: "f.<locals>."
  std::string symbol_prefix;       // "f_"
};

class Builder {
 public:
  Builder(ir::Module& module, const SourceFile& file) : ir_(module), file_(file) {}

 protected:
  // ---- tables of the module ----
  uint32_t name_index(std::string_view text);
  uint32_t constant_index(ir::Constant c);
  Operand none() { return constant(ir::Constant::none); }
  Operand constant(ir::Constant::Kind kind);
  Operand text(std::string_view utf8);
  Operand integer(int64_t n);
  Operand boolean(bool b) { return constant(b ? ir::Constant::true_ : ir::Constant::false_); }
  const ir::Constant* as_constant(const Operand& o) const;
  Operand constant_tuple(const Operands& items, ir::Constant::Kind kind = ir::Constant::tuple);
  static bool all_constant(const Operands& items);

  // ---- instructions ----
  uint32_t temporary(Rep rep, bool declared = false);
  static Operand use(uint32_t temporary) { return {Operand::temporary, temporary}; }
  // Adds an instruction; the result is a new temporary when the operation has one.
  Operand emit(Op op, Operands operands = {}, More more = {});
  // The same, for operations that define `count` consecutive temporaries: the first.
  uint32_t emit_many(Op op, Operands operands, uint32_t count, More more = {});
  Operand declare(Rep rep);
  void copy(const Operand& declared, const Operand& value);
  void push(Statement s) { block_->push_back(std::move(s)); }
  void emit_return(const Operand& value);
  void emit_jump(StatementKind kind, uint32_t loop);
  uint32_t new_loop() { return fs_->loops++; }

  // ---- where we are ----
  // CPython's current location: set by each statement, overridden while an expression is compiled.
  struct Place {
    Span span;
    uint32_t anchor_start = 0, anchor_end = 0;
  };
  Place place_of(const ast::Expr* e) const;
  uint32_t position();
  // Of a method call that stands here: the next one is where the method is looked up (the runtime relies on it).
  uint32_t positions_of_call(const Place& lookup);

  // While it lives, instructions stand at another place.
  class At {
   public:
    At(Builder& b, const ast::Expr* e) : b_(b), saved_(b.place_) { b.place_ = b.place_of(e); }
    At(Builder& b, Span span) : b_(b), saved_(b.place_) { b.place_ = {span}; }
    At(Builder& b, const Place& place) : b_(b), saved_(b.place_) { b.place_ = place; }
    explicit At(Builder& b) : b_(b), saved_(b.place_) {}
    ~At() { b_.place_ = saved_; }
    At(const At&) = delete;

   private:
    Builder& b_;
    Place saved_;
  };
  // While it lives, statements go into another block.
  class Into {
   public:
    Into(Builder& b, Block& block) : b_(b), saved_(b.block_) { b.block_ = &block; }
    ~Into() { b_.block_ = saved_; }
    Into(const Into&) = delete;

   private:
    Builder& b_;
    Block* saved_;
  };

  ir::Module& ir_;
  const SourceFile& file_;
  FunctionState* fs_ = nullptr;
  Block* block_ = nullptr;
  Place place_;

 private:
  std::unordered_map<std::string, uint32_t> names_;
  std::unordered_map<std::string, uint32_t> constants_;
};

}  // namespace portalis::lowering
