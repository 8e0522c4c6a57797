// Emits the typed version of a function: the function on unboxed ints, floats and bools, which gives up where a value is
// not what inference expected (runtime/program/typed.hpp says how that is right whatever happens).
//
// Only functions without effects have one: what they change are lists they made themselves and still hold alone. What a
// typed version can be made of is decided in one place, here: emit() returns false when the function holds something that
// has no typed form, and choose_typed() tries every function until the ones that call each other are settled.
//
// The body of a region (typed_region.hpp) may be left at stages, and then may have effects: see runtime/program/resume.hpp.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

#include "compiler/emission/arrays.hpp"
#include "compiler/emission/liveness.hpp"
#include "compiler/emission/module_context.hpp"
#include "compiler/emission/stages.hpp"

namespace portalis::emission {

// How inference's expectation is held in a typed version: integer, real, boolean or value.
ir::Rep typed_rep(ir::Kinds expected);
// "int64_t", "double", "bool", "Value".
std::string_view typed_cpp(ir::Rep rep);
// int, float or bool for constants that typed versions hold unboxed; `other` for the rest.
ir::Kinds constant_kinds(const ir::Constant& c);
// What inference expects of an operand that a typed version has not been emitted for yet.
ir::Kinds operand_kinds(const ir::Module& module, const ir::Function& f, const ir::Operand& o);

// Notes in the context which functions of the module have a typed version.
void choose_typed(ModuleContext& context, std::string_view source);

// A variable that a region (typed_region.hpp) assigns, and whether it is certain to have been assigned at its end.
struct RegionOutput {
  uint32_t variable;
  bool certain;
};

// A loop that a region with stages says how far it has come in.
struct KeptLoop {
  enum Kind : uint8_t { count_up, count_down, range, each, enumerate, zip } kind;
  const ir::Statement* loop;
  uint32_t sources;                      // of a zip()
};

class TypedEmitter {
 public:
  // outputs: the function is a region's, and these are the variables it gives back; stages: it can be left there.
  TypedEmitter(ModuleContext& context, const ir::Function& function, Writer& out, const std::vector<RegionOutput>* outputs = nullptr,
               const Stages* stages = nullptr);
  // What its variables are called.
  static std::vector<std::string> names_of(const ir::Function& function);
  // An __init__: its typed version is for objects that nobody else knows yet, whose attributes it sets.
  static bool is_initialiser(const ir::Function& function);
  // Could it have one at all? Cheap.
  static bool is_candidate(const ir::Function& function);
  // False: it has none, and what was written is to be dropped.
  bool emit();
  // After emit(): something in it gains from being unboxed.
  bool gains() const { return gains_; }
  uint32_t operations() const { return operations_; }     // of arithmetic, on what is unboxed
  const std::vector<KeptLoop>& kept_loops() const { return kept_loops_; }
  bool returns() const { return returns_; }               // the region has a return of the function in it
  static std::string kept_name(const KeptLoop& kept);
  static std::string kept_declaration(const KeptLoop& kept);
  // "Attempt<int64_t> f_typed(typed::Levels levels, int64_t n)".
  static std::string signature(const ir::Module& module, const ir::Function& function);
  std::string region_signature() const;
  // The entry that tries the typed version and falls back on `general`.
  static void emit_entry(const ir::Function& function, Writer& out);

 private:
  using Rep = ir::Rep;

  // ---- typed_function.cpp ----
  static std::string signature(const ir::Module& module, const ir::Function& function, const std::string& name);
  std::string own_arguments() const;
  std::string entering() const;
  void choose_arrays();
  void declare_variables();
  void give_back();
  const RegionOutput* output_of(uint32_t variable) const;
  void find_lists(const ir::Block& block);
  bool lists_escape(const ir::Block& block) const;
  void find_uses(const ir::Block& block);
  bool holds_own_list(const ir::Operand& o) const;
  bool may_hold_list(const ir::Operand& o) const;
  void block(const ir::Block& block, size_t from = 0);
  void statement(const ir::Statement& s);
  void line_statement(const ir::Statement& s);
  void while_statement(const ir::Statement& s);
  void count_loop(const ir::Statement& s, const std::vector<ir::Operand>& bounds);
  void for_each(const ir::Statement& s);
  void for_each_together(const ir::Statement& s, const ir::Instruction& call);
  void element(uint32_t temporary, const std::string& borrowed, bool only_unpacked = false);   // unpacked: at once, by its only use
  void loop_body(const ir::Statement& s, size_t from = 0);
  void return_statement(const ir::Statement& s);
  void return_line(const ir::Statement& s);

  // ---- typed_borrowing.cpp ----
  bool is_unboxed(uint32_t temporary) const;
  bool releases_nothing(const ir::Instruction& i) const;
  bool releases_nothing(const ir::Block& block) const;
  void count_item_accesses(const ir::Block& block, std::unordered_map<uint32_t, uint32_t>& accesses, std::vector<const ir::Statement*>& loops) const;
  static bool assigns(const ir::Block& block, uint32_t variable);
  static bool is_leaf(const ir::Block& block);
  bool calls_only_leaves(const ir::Block& block) const;
  bool changes_lengths(const ir::Block& block) const;
  void keep_items_known(const std::unordered_map<uint32_t, uint32_t>& accesses);
  void choose_borrowing();
  void look_up_items(uint32_t variable, bool declared);
  std::string container(const ir::Operand& o);
  const char* held_as() const;
  std::string borrow(const std::string& value) const;
  void pass_safepoint();

  // ---- typed_results.cpp ----
  using Several = std::vector<std::pair<std::string, Rep>>;  // what items are called in C++, and how they are held
  static std::vector<Rep> returned_items(const ir::Module& module, const ir::Function& f);   // empty: no tuples, or of different lengths
  static std::string result_type(const ir::Module& module, const ir::Function& f);
  bool is_returned(const ir::Instruction& tuple) const;
  bool is_key(const ir::Instruction& tuple) const;
  std::string key(const ir::Operand& o);
  void return_items(const ir::Instruction& tuple);
  void several_result(const ir::Instruction& i, const std::string& attempt, const std::vector<Rep>& items);
  void unpack_several(const ir::Instruction& i, const Several& several);

  // ---- typed_recursion.cpp ----
  uint32_t nested_levels();
  bool loads_itself(const ir::Instruction& i);
  bool calls_itself(const ir::Instruction& i) const;
  void open_nested();
  void close_nested();

  // ---- typed_effects.cpp: regions with stages ----
  uint32_t stage_of(const ir::Statement& s) const { return stages_ ? stages_->of(s) : 0; }
  void begin_stage(uint32_t stage);
  void left_statement();
  std::string leaving();                                   // the statement that gives up
  std::string keep_loop(KeptLoop::Kind kind, const ir::Statement& s, uint32_t sources = 1);
  bool may_change() const { return stages_ && frames_ == 0; }
  bool effect(const ir::Statement& s);
  bool set_item(const ir::Instruction& i);
  bool append(const ir::Instruction& i);
  void dict_result(const ir::Statement& s, const std::string& dict, const std::string& key, const std::string& call);
  std::string place_of(const std::string& dict, const std::string& key);
  void raise_if(const ir::Instruction& i, const std::string& condition);
  void changed() { place_.changed = stages_ != nullptr; }  // nothing may give up after it in the same stage
  bool repeated(const std::string& operation, uint32_t result, Rep held);
  bool read_after_change(const ir::Statement& s, const std::string& read);
  bool in_head() const { return !place_.step_back.empty(); }

  // ---- typed_instructions.cpp ----
  void instruction(const ir::Statement& s);
  bool variable_instruction(const ir::Instruction& i);
  bool arithmetic(const ir::Instruction& i);
  bool comparison(const ir::Instruction& i);
  bool truth_instruction(const ir::Instruction& i);
  bool sum_step(const ir::Instruction& i);
  bool container_instruction(const ir::Statement& s);
  std::string slice_operands(const ir::Instruction& slice);
  bool unpack(const ir::Instruction& i);

  // ---- typed_arrays.cpp ----
  Rep array(const ir::Operand& o) const;
  bool is_slice(const ir::Operand& o) const;
  std::string bounds(const ir::Operand& slice);
  std::string array_declaration(uint32_t variable) const;
  std::string array_item(const ir::Operand& o, Rep item);
  void array_result(uint32_t temporary, const std::string& expression);
  bool array_instruction(const ir::Statement& s);
  bool array_call(const ir::Instruction& i);
  bool array_method(const ir::Instruction& i, Rep item);
  std::string array_loop(const ir::Operand& source);
  void array_element(uint32_t temporary, Rep item, const std::string& loop);
  std::string array_as_list(const std::string& array);

  // ---- typed_numbers.cpp ----
  bool is_mixed(const ir::Operand& o) const;
  bool are_mixed(const ir::Operand& a, const ir::Operand& b) const;
  void mixed_result(uint32_t temporary, const std::string& expression);
  bool mixed_arithmetic(const ir::Instruction& i, ir::Op op);
  bool mixed_comparison(const ir::Instruction& i);
  bool mixed_builtin(const ir::Instruction& i, std::string_view name);
  bool mixed_extreme(const ir::Instruction& i, bool least);

  // ---- typed_cells.cpp ----
  std::string cell(uint32_t variable) const;
  bool cell_instruction(const ir::Statement& s);

  // ---- typed_texts.cpp ----
  bool is_text(const ir::Operand& o) const;
  bool is_no_number(const ir::Operand& o) const;
  bool value_comparison(const ir::Instruction& i);
  bool text_operation(const ir::Instruction& i);
  bool text_builtin(const ir::Instruction& i);
  bool text_method(const ir::Instruction& i);
  void text_result(uint32_t temporary, const std::string& expression);

  // ---- typed_calls.cpp ----
  bool call_instruction(const ir::Statement& s);
  bool builtin_call(const ir::Instruction& i);
  bool extreme_call(const ir::Instruction& i, const char* better);
  bool list_method(const ir::Instruction& i);
  std::string math_name(const ir::Operand& callee) const;
  bool math_call(const ir::Instruction& i, const std::string& name, const std::string& callee);
  bool may_call(const ir::Instruction& i, uint32_t target, size_t first_operand, size_t first_parameter);
  std::optional<ModuleContext::Bound> bind(const ir::Instruction& i, const ir::Function& callee, size_t first_operand, size_t first_parameter) const;
  void test_defaults(const ir::Instruction& i, uint32_t target, size_t first_operand, size_t first_parameter);
  std::string levels_below() const;
  bool typed_arguments(const ir::Instruction& i, const ir::Function& callee, size_t first_operand, size_t first_parameter, std::string& out);
  bool new_instance(const ir::Instruction& i);
  std::string method_test(const ir::Operand& self, std::string_view method, size_t n);
  bool instance_call(const ir::Instruction& i);
  bool operator_call(const ir::Instruction& i);
  using CalleeTest = std::pair<std::string, std::string>;  // what stands before the known function in the test, and between it and its code
  CalleeTest global_test(const ir::Instruction& i);
  bool known_call(const ir::Instruction& i, const CalleeTest& callee_test, uint32_t target, size_t first_operand);

  // ---- operands and results ----
  Rep rep(const ir::Operand& o) const;
  ir::Kinds expected(const ir::Operand& o) const;          // by inference; 0: unknown, or a constant
  std::string plain(const ir::Operand& o);                 // as it is held
  std::string as(const ir::Operand& o, Rep wanted);        // converted; may write a guard or a box in front
  bool is_number(const ir::Operand& o) const;
  std::string as_stored(const ir::Operand& o);
  bool may_be_bool(const ir::Operand& o) const;
  // Integer or real, whatever the operand can be; `other` is what it is combined with.
  std::string as_number(const ir::Operand& o, Rep& kind, const ir::Operand* other = nullptr);
  void give_up_unless(const std::string& condition);
  void undefined_gives_up(uint32_t temporary);             // a value that has just been made
  // The instruction's result: `expression` as a plain initialiser, or through an output parameter that may fail.
  void result(uint32_t temporary, Rep rep, const std::string& expression);
  void output(uint32_t temporary, Rep rep, const std::string& call_without_output);   // "typed::add(a, b": ", t5)" is added
  // A value borrowed from a container or a name; unboxed if inference expects so, else kept.
  void borrowed_result(const ir::Statement& s, const std::string& expression);
  bool is_quiet(const ir::Instruction& i) const;
  bool is_movable(const ir::Operand& o) const;
  bool survives_until_use(uint32_t temporary, const ir::Statement& s) const;
  std::string declare(uint32_t temporary, Rep rep);
  void unsupported() { failed_ = true; }
  std::string temporary(uint32_t index) const { return "t" + std::to_string(index); }
  std::string fresh(const char* stem) { return stem + std::to_string(++helpers_); }

  ModuleContext& context_;
  const ir::Function& function_;
  const std::vector<RegionOutput>* outputs_;
  const Stages* stages_;
  Writer& out_;
  Liveness liveness_;
  std::vector<Rep> temporaries_, variables_;
  std::vector<std::string> variable_names_;
  std::unordered_set<uint32_t> owned_;                     // value temporaries that are a Loan
  std::unordered_map<uint32_t, std::string> aliases_;      // temporaries that only rename something
  std::unordered_map<uint32_t, uint32_t> globals_;         // temporaries loaded from globals, and the names of these
  std::unordered_map<uint32_t, ir::Instruction> pending_;  // calls of range() and the like, iter, slices: made where they are used
  std::unordered_set<uint32_t> flagged_;                   // declared temporaries with a flag that says whether they are set
  std::unordered_set<uint32_t> only_called_;               // temporaries that only a call of a known function or class reads
  std::unordered_map<uint32_t, uint32_t> only_unpacked_;   // temporaries that only an unpacking into so many reads
  std::unordered_map<uint32_t, Several> several_;          // those of them that are no tuple, but what it would hold
  std::vector<Rep> returned_items_;                        // of the tuples this function returns, if it returns these
  std::unordered_set<uint32_t> only_looped_;               // temporaries that only a loop or list() goes over
  std::unordered_set<uint32_t> maybe_unbound_;             // unboxed variables with a flag that says whether they are bound
  std::unordered_set<uint32_t> own_lists_, own_list_variables_;   // temporaries and variables that hold lists made here
  Arrays arrays_;
  bool borrows_ = false;                                   // nothing is released here, so what is read needs no counting
  std::vector<uint32_t> borrowing_;                        // the variables assigned here that hold such values
  std::unordered_set<uint32_t> items_known_;               // variables that hold lists of which is kept where the items lie
  bool own_items_ = true;                                  // lists made here hold no other lists than such
  std::vector<const ir::Block*> blocks_;
  std::vector<std::pair<uint32_t, bool>> loops_;           // label, whether break must jump past an else block
  std::vector<KeptLoop> kept_loops_;
  struct Place {
    uint32_t stage = 0;                                    // where to leave to; 0: nowhere
    bool changed = false;                                  // something, since the stage began
    std::string step_back = {};                            // for the element a loop has taken and done nothing with yet
  };
  Place place_;
  struct Computed {
    std::string operation, name;
    size_t depth;                                          // of the block it was declared in
  };
  std::vector<Computed> computed_;                         // since the stage began: what can be had again without failing
  struct LookedUp {
    std::string dict, key;
    size_t line, end;                                      // in the text: where the line begins, and before the ")" of the call
    size_t depth;                                          // of the block
  };
  std::optional<LookedUp> looked_up_;                      // the last key, since the stage began
  uint32_t frames_ = 0;                                    // in how many comprehensions
  uint32_t helpers_ = 0;
  std::unordered_set<uint32_t> itself_;                    // temporaries that are only its own name, called
  uint32_t own_name_ = ir::no_index, own_index_ = ir::no_index;
  uint32_t nested_ = 0;                                    // levels of its own recursion that the function holds
  uint32_t operations_ = 0;
  bool initialises_ = false;                               // the first parameter is an object that nobody else knows
  bool returns_ = false, failed_ = false, gains_ = false, calls_ = false;
};

}  // namespace portalis::emission
