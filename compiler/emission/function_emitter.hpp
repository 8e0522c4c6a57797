// Emits one Python function as C++.
//
// Where an instruction may fail, control leaves through the innermost enclosing try or finally of the same
// function (a goto out of the block, which runs destructors) or returns Error. The stack `exits_` knows what
// encloses the point being emitted.
#pragma once

#include <algorithm>
#include <string>
#include <utility>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "compiler/emission/liveness.hpp"
#include "compiler/emission/module_context.hpp"
#include "compiler/emission/stages.hpp"
#include "compiler/emission/typed_region.hpp"

namespace portalis::emission {

bool has_loop(Statements statements);
bool ends_in_return(Statements body);

class FunctionEmitter {
 public:
  FunctionEmitter(ModuleContext& context, uint32_t function, Writer& out);
  void emit();

 private:
  // ---- function.cpp: the function around its body ----
  void emit_codes();
  void emit_prologue();
  void emit_entry();
  void emit_generator_start();
  std::vector<uint32_t> named_locals() const;
  std::vector<uint32_t> named_cells() const;
  void emit_parameters(const std::vector<bool>& shown);
  std::string signature() const;
  bool is_generator() const;

  // ---- parts.cpp: a module's body as several functions ----
  std::vector<size_t> part_ends() const;
  void emit_parts(const std::vector<size_t>& ends);

  // ---- statements.cpp ----
  void block(const ir::Block& block, size_t from = 0, size_t to = SIZE_MAX);
  void statement(const ir::Statement& s);
  void line_statement(const ir::Statement& s);
  void declare_together(const ir::Block& statements);
  void if_statement(const ir::Statement& s);
  void try_statement(const ir::Statement& s);
  void finally_statement(const ir::Statement& s);
  void inline_frame(const ir::Statement& s);
  void leave_loop(const ir::Statement& s);
  void return_statement(const ir::Statement& s);
  void release_dead(const ir::Statement& s, bool always = false);

  // ---- regions.cpp ----
  bool may_have_regions() const;
  const TypedRegion* find_region_at(const ir::Block& statements, size_t at);
  const TypedRegion* find_body_region();
  size_t region(const ir::Block& statements, size_t at);
  std::string region_arguments(const ir::Function& region, std::string& tests);
  void take_results(const TypedRegion& region, const std::string& results);
  void restarted_region(const TypedRegion& region, const ir::Block& statements, size_t at, const std::string& number);
  void staged_region(const TypedRegion& region, const ir::Block& statements, size_t at, const std::string& number);
  void resume_loop(Writer& out, const KeptLoop& kept, const std::string& results);
  void declare_at(const std::string& declaration);
  void stage_label(const ir::Statement& s);

  // ---- loops.cpp ----
  // What a for_each runs over: an iterator; or the object declared in the place of one that only this loop sees.
  enum class Source : uint8_t { iterator, each, range, tuples, items };
  struct Loop {
    const ir::Statement* statement;
    Source source;
  };
  void find_loops(const ir::Block& block);
  void find_callees(const ir::Block& block);
  void find_taken(const ir::Block& block);
  const ir::Instruction* unpacking(const ir::Statement& loop, uint32_t n) const;
  bool loop_source(const ir::Statement& s);
  bool loop_over_call(const ir::Statement& s, const ir::Statement* following);
  void while_statement(const ir::Statement& s);
  void for_each(const ir::Statement& s);
  void for_range(const ir::Statement& s);
  void declare_loop(const std::string& type, const std::string& name, const std::string& arguments);
  void loop_end(const ir::Statement& s, const std::string& source);

  // ---- instructions*.cpp ----
  void instruction(const ir::Statement& s, const ir::Statement* following, bool& consumed_following);
  bool variable_instruction(const ir::Statement& s);
  bool operator_instruction(const ir::Statement& s, const ir::Statement* following, bool& consumed_following);
  bool call_instruction(const ir::Statement& s, const ir::Statement* following, bool& consumed_following);
  std::string builtin_call(const ir::Instruction& i);
  std::string call_once(const std::string& callee, const ir::Instruction& i, size_t first_argument);
  bool building_instruction(const ir::Statement& s);
  std::string moved_operands(const ir::Statement& s);
  void release_operands(const ir::Statement& s);
  bool key_tuple(const ir::Statement& s, const ir::Statement* following);
  std::string note_place(const ir::Statement& s);
  std::string noted_place(const ir::Instruction& i) const;
  bool holds_reference(const ir::Operand& o) const;      // a temporary that does, and is set in one place
  bool definition_instruction(const ir::Statement& s);
  bool exception_instruction(const ir::Statement& s);
  bool generator_instruction(const ir::Statement& s);
  bool match_instruction(const ir::Statement& s);
  void locals_dict(const ir::Instruction& i);
  void verify_type(const ir::Instruction& i);                // claims.cpp
  bool calls_known(const ir::Instruction& i) const;
  std::string known_call(const ir::Instruction& i, const std::string& callee, const std::string& given);

  // Result conventions: each writes `expression` as the instruction's result and the test for failure.
  void value_result(const ir::Instruction& i, const std::string& expression);    // Value, Error when failed
  void truth_result(const ir::Instruction& i, const std::string& expression);    // Truth, -1 when failed
  void plain_result(const ir::Instruction& i, const std::string& expression);    // cannot fail
  void status(const ir::Instruction& i, const std::string& failed_condition);    // no result
  void at(const ir::Instruction& i);

  // ---- operands ----
  std::string operand(const ir::Operand& o);
  ir::Kinds expected(const ir::Operand& o) const;        // by inference; 0: unknown, or a constant
  bool is_number(const ir::Operand& o) const;
  std::string number_operand(const ir::Operand& o);
  std::string operation(const ir::Instruction& i, const char* prefix = "");   // of an operator, on values or numbers
  bool runs_once() const;                            // what is being emitted now: a module or class body outside loops
  const char* once() const { return runs_once() ? "once::" : ""; }
  const char* ref_type() const { return runs_once() ? "Held" : "Ref"; }
  bool may_lend() const { return !is_generator() && !runs_once(); }              // what is loaded is held by a Loan
  const char* local_type() const { return is_generator() ? "Ref" : "Loan"; }
  // "lend_NAME" if the instruction's result is to be a Loan, which is noted; else "PLAIN".
  std::string lend_or(const ir::Instruction& i, const char* name, const std::string& plain);
  std::string owned(const ir::Operand& o, const ir::Statement& s);               // hands a reference over
  std::string operands(const ir::Instruction& i, size_t from = 0);               // ", "-joined
  std::string optional(const ir::Instruction& i, size_t index);                  // py::Undefined where absent
  std::string temporary(uint32_t index) const;
  std::string variable(uint32_t index);                                          // the C++ local (Ref, Value or Cell)
  std::string captures(const ir::Instruction& i);                                // declares an array, returns "array, n"
  bool is_borrowed_parameter(const ir::Variable& v) const;
  bool dies_with_return(const ir::Variable& v) const;
  bool is_looked_into(const ir::Instruction& i, const ir::Statement* following) const;
  std::string declaration(const ir::Instruction& i);                             // "Ref t5 = ", "Loan t5 = " or "t5 = "
  void store_local(uint32_t variable_index, const ir::Operand& o, const ir::Statement& s);
  bool is_declared(uint32_t temporary_index) const { return function_.temporaries[temporary_index].declared; }

  // ---- leaving ----
  struct Exit {
    enum Kind : uint8_t { try_, finally_, loop, frame, stages } kind;     // stages: the switch of a region, which C++'s break would leave
    uint32_t id;                    // label number; loop id; code index
    bool goto_break = false;        // loop: break must jump past the else block
    bool jumped_past = false;       // loop: some break jumps to its end
    // finally_: the loop exits that run it first, for exit codes 3, 4, ...
    std::vector<std::pair<ir::StatementKind, uint32_t>>* pending = nullptr;
  };
  std::string frame_name() const;
  std::string fail(bool add_traceback = true, bool outside = false);   // the statements that leave after an error, without braces
  void fail_if(const std::string& condition, bool add_traceback = true, bool outside = false);
  void leave_with(const std::string& owned_value);    // return

  ModuleContext& context_;
  const ir::Function& function_;
  uint32_t function_index_;
  Writer& out_;
  Liveness liveness_;
  std::vector<Exit> exits_;
  std::vector<const ir::Block*> blocks_;
  std::unordered_set<uint32_t> released_;               // temporaries given up before their scope ends
  std::unordered_set<uint32_t> lent_;                   // temporaries that are a Loan
  std::unordered_set<uint32_t> peeked_;                 // temporaries that are a Peeked
  std::unordered_set<uint32_t> taken_;                  // temporaries whose reference something takes over: a Ref serves better
  std::unordered_map<uint32_t, std::string> renamed_;   // temporaries that are elements of an array
  std::unordered_map<uint32_t, Loop> loops_;            // by the temporary of the iterator
  std::unordered_map<const ir::Instruction*, std::string> places_;      // stores of items, and where a lookup before them found the key
  std::unordered_map<uint32_t, uint32_t> callees_;      // temporaries that only a call of a known function uses, and that function
  std::vector<std::string> variable_names_;
  const Stages* stages_ = nullptr;                      // of the region whose general form is being emitted
  bool hoisting_ = false;                               // what is being emitted stands around labels of the region
  std::vector<std::string> hoisted_;
  const ir::Statement* searched_loop_ = nullptr;        // the last loop that a region was looked for at, and what was found
  std::optional<TypedRegion> found_region_;
  size_t found_begin_ = 0;
  uint32_t labels_ = 0, regions_ = 0;
  size_t definition_ = 0;                               // where in the text the function's definition begins
};

}  // namespace portalis::emission
