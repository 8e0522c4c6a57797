// Typed versions: loops that release nothing and make no list longer or shorter. What such a loop reads from containers lies there until it
// is left, so the variables that hold it count no references: `for a, b in pairs`, with arithmetic on what is in them; and where the
// items of a list lie is looked up once for each list that a variable comes to hold.
//
// Another thread may take a value out of its container, but then retires it, and it lives until this thread's next safepoint
// (runtime/object/reclaim.hpp); a safepoint that is due keeps what the variables hold before (typed::safepoint). While there are other
// threads, each access asks the list itself (typed::Items).
#include <algorithm>

#include "compiler/emission/typed_emitter.hpp"

namespace portalis::emission {

using ir::Instruction;
using ir::Op;
using ir::Operand;
using ir::Rep;
using ir::Statement;
using ir::StatementKind;

bool TypedEmitter::is_unboxed(uint32_t t) const {
  return function_.temporaries[t].rep == Rep::boolean || typed_rep(function_.temporaries[t].expected) != Rep::value;
}

// Numbers, whatever is read, and items of lists that take the place of what is no object. As a line changes something at its end
// only, it can be left for the general form when that is otherwise.
bool TypedEmitter::releases_nothing(const Instruction& i) const {
  bool unboxed = i.result == ir::no_index || is_unboxed(i.result);
  if (ir::is_of_variable(i) && function_.variables[i.target].storage != ir::Storage::local) return false;
  if (i.op >= Op::add && i.op <= Op::is) return i.target == ir::no_index && unboxed;      // else a function of the program's
  switch (i.op) {
    case Op::truth: case Op::not_: case Op::from_boolean: case Op::box: case Op::load_variable: case Op::load_global: case Op::get_attribute:
    case Op::unpack: case Op::iter: case Op::find_method:
      return true;
    case Op::declare: case Op::copy: case Op::is_undefined: return unboxed;
    case Op::clear_variable: return variables_[i.target] != Rep::value;
    case Op::store_variable: {
      const Operand& o = i.operands[0];
      return variables_[i.target] != Rep::value || o.kind == Operand::constant || (o.kind == Operand::variable ? rep(o) == Rep::value : !is_unboxed(o.index));
    }
    case Op::get_item: {
      constexpr ir::Kinds other = ir::kind_dict | ir::kind_str;
      return (expected(i.operands[0]) & other) == 0 && rep(i.operands[1]) == Rep::integer;
    }
    case Op::set_item: {
      return rep(i.operands[2]) != Rep::value && rep(i.operands[1]) == Rep::integer && (expected(i.operands[0]) == 0 || (expected(i.operands[0]) & ir::kind_list));
    }
    case Op::call: return i.target == ir::no_index && i.count == 0 && unboxed;              // of a function of math
    case Op::call_method: return i.target == ir::no_index && i.result != ir::no_index && unboxed && expected(i.operands[0]) == ir::kind_module;
    case Op::call_builtin: {
      const std::string& name = context_.module.names[i.name];
      return (unboxed && i.result != ir::no_index) || name == "enumerate" || name == "zip" || (name == "range" && only_looped_.count(i.result));
    }
    default: return false;
  }
}

bool TypedEmitter::releases_nothing(const ir::Block& block) const {
  for (const Statement& s : block) {
    switch (s.kind) {
      case StatementKind::instruction:
        if (!releases_nothing(s.instruction) || (s.instruction.op == Op::set_item && &s != &block.back())) return false;
        break;
      case StatementKind::inline_frame: case StatementKind::try_: case StatementKind::finally_: return false;
      default: break;
    }
    if (!releases_nothing(s.a) || !releases_nothing(s.b) || !releases_nothing(s.c)) return false;
  }
  return true;
}

// How often items of the list in a variable are read or stored, as far as that counts: in a loop that does not assign the variable,
// once is enough.
void TypedEmitter::count_item_accesses(const ir::Block& block, std::unordered_map<uint32_t, uint32_t>& accesses, std::vector<const Statement*>& loops) const {
  for (const Statement& s : block) {
    const Instruction& i = s.instruction;
    bool access = s.kind == StatementKind::instruction && (i.op == Op::get_item || i.op == Op::set_item) && i.operands[0].kind == Operand::variable;
    if (access && (expected(i.operands[0]) & ir::kind_list) && rep(i.operands[1]) == Rep::integer) {
      uint32_t v = i.operands[0].index;
      bool again = std::any_of(loops.begin(), loops.end(), [&](const Statement* loop) { return !assigns(loop->a, v) && !assigns(loop->b, v); });
      accesses[v] += again ? 2 : 1;
    }
    bool loop = s.kind == StatementKind::while_ || s.kind == StatementKind::for_each || s.kind == StatementKind::for_range;
    if (loop) loops.push_back(&s);
    count_item_accesses(s.a, accesses, loops);
    count_item_accesses(s.b, accesses, loops);
    if (loop) loops.pop_back();
    count_item_accesses(s.c, accesses, loops);
  }
}

bool TypedEmitter::assigns(const ir::Block& block, uint32_t variable) {
  return std::any_of(block.begin(), block.end(), [&](const Statement& s) {
    bool here = s.kind == StatementKind::instruction && s.instruction.op == Op::store_variable && s.instruction.target == variable;
    return here || assigns(s.a, variable) || assigns(s.b, variable) || assigns(s.c, variable);
  });
}

// The typed version the instruction may call: an index into the module's functions; false: it calls something, and it is not known what.
static bool find_callee(const Instruction& i, uint32_t& callee) {
  callee = ir::no_index;
  bool is_operator = i.op >= Op::add && i.op <= Op::is, is_call = i.op == Op::call || i.op == Op::call_method;
  if (is_operator || is_call) callee = i.target;
  if (i.op == Op::call && i.count != 0) callee = i.count - 1;
  return is_operator || is_call || i.target == ir::no_index || ir::is_of_variable(i);
}

// No loops, and no calls of typed versions: it has no need to look at what is wanted of the thread, as whoever calls it does.
bool TypedEmitter::is_leaf(const ir::Block& block) {
  return std::all_of(block.begin(), block.end(), [](const Statement& s) {
    uint32_t callee = ir::no_index;
    if (s.kind == StatementKind::while_ || s.kind == StatementKind::for_each || s.kind == StatementKind::for_range) return false;
    if (s.kind == StatementKind::instruction && (!find_callee(s.instruction, callee) || callee != ir::no_index)) return false;
    return is_leaf(s.a) && is_leaf(s.b) && is_leaf(s.c);
  });
}

// What is called passes no safepoint.
bool TypedEmitter::calls_only_leaves(const ir::Block& block) const {
  return std::all_of(block.begin(), block.end(), [&](const Statement& s) {
    uint32_t callee = ir::no_index;
    if (s.kind == StatementKind::instruction && !find_callee(s.instruction, callee)) return false;
    if (callee != ir::no_index && !is_leaf(context_.module.functions[callee]->body)) return false;
    return calls_only_leaves(s.a) && calls_only_leaves(s.b) && calls_only_leaves(s.c);
  });
}

// Could it make a list longer or shorter? In a version without stages that is one of the lists made there.
bool TypedEmitter::changes_lengths(const ir::Block& block) const {
  return std::any_of(block.begin(), block.end(), [&](const Statement& s) {
    const Instruction& i = s.instruction;
    if (s.kind == StatementKind::instruction) {
      if (i.op == Op::list_append || i.op == Op::list_extend || i.op == Op::delete_item) return true;
      if (i.op == Op::call_method && i.target == ir::no_index && expected(i.operands[0]) != ir::kind_module && expected(i.operands[0]) != ir::kind_str) return true;
      if (i.op == Op::set_item && rep(i.operands[1]) != Rep::integer) return true;
      if (i.op >= Op::inplace_add && i.op <= Op::inplace_bit_xor && !is_unboxed(i.result)) return true;
    }
    return changes_lengths(s.a) || changes_lengths(s.b) || changes_lengths(s.c);
  });
}

// Nobody changes lists that were not made here while a version without stages runs, but at safepoints. What is made here can come to lie
// in any variable, except in a parameter that is never assigned.
void TypedEmitter::keep_items_known(const std::unordered_map<uint32_t, uint32_t>& accesses) {
  if (stages_ || !calls_only_leaves(function_.body)) return;
  bool changes = changes_lengths(function_.body);
  for (auto [v, count] : accesses) {
    const ir::Variable& variable = function_.variables[v];
    bool parameter = variable.parameter != ir::no_index && !variable.reassigned;
    if (variable.storage == ir::Storage::local && variables_[v] == Rep::value && arrays_.variables[v] == Rep::none && (parameter || !changes)) items_known_.insert(v);
  }
}

// Only where a variable gains by it, and nothing is held in temporaries where a loop begins another round.
void TypedEmitter::choose_borrowing() {
  if (initialises_ || !function_.free_variables.empty()) return;
  std::vector<uint32_t> assigned;
  for (uint32_t v = 0; v < function_.variables.size(); ++v) {
    const ir::Variable& variable = function_.variables[v];
    bool here = outputs_ ? output_of(v) != nullptr : variable.parameter == ir::no_index || variable.reassigned;
    if (variable.storage == ir::Storage::local && variables_[v] == Rep::value && here) assigned.push_back(v);
  }
  std::unordered_map<uint32_t, uint32_t> accesses;
  std::vector<const Statement*> loops;
  count_item_accesses(function_.body, accesses, loops);
  std::erase_if(accesses, [](const auto& entry) { return entry.second < 2; });
  if (assigned.empty() && accesses.empty()) return;
  bool arrays = std::any_of(arrays_.variables.begin(), arrays_.variables.end(), [](Rep array) { return array != Rep::none; });
  borrows_ = !arrays && releases_nothing(function_.body) && Stages(function_.body).resumable();
  if (!borrows_) return keep_items_known(accesses);
  borrowing_ = std::move(assigned);
  for (auto [v, count] : accesses) items_known_.insert(v);
}

// "Value", or "Loan" where what it holds must be kept.
const char* TypedEmitter::held_as() const { return borrows_ ? "Value" : "Loan"; }
std::string TypedEmitter::borrow(const std::string& value) const { return borrows_ ? value : "Loan::borrow(" + value + ")"; }

// Where the items of the variable's list lie, once it has been assigned.
void TypedEmitter::look_up_items(uint32_t variable, bool declared) {
  if (!items_known_.count(variable)) return;
  const std::string& name = variable_names_[variable];
  out_.line((declared ? "" : "typed::Items ") + ("py_items_" + name) + " = typed::items_of(" + name + ");");
}
// The container of an access to an item, after where its items lie if that is known.
std::string TypedEmitter::container(const Operand& o) {
  bool known = o.kind == Operand::variable && items_known_.count(o.index);
  return (known ? "py_items_" + variable_names_[o.index] + ", " : "") + plain(o);
}

void TypedEmitter::pass_safepoint() {
  std::string kept;
  for (uint32_t v : borrowing_) kept += (kept.empty() ? "py_kept, " : ", ") + variable_names_[v];
  if (items_known_.empty()) return give_up_unless("typed::safepoint(" + kept + ")");
  // A finalizer that runs then may change the lists.
  out_.open("if (typed::safepoint_due()) {");
  give_up_unless("typed::safepoint(" + kept + ")");
  for (uint32_t v = 0; v < variables_.size(); ++v) look_up_items(v, true);
  out_.close();
}

}  // namespace portalis::emission
