// Typed versions: what changes things, and how regions with stages are left (runtime/program/resume.hpp).
#include "compiler/emission/typed_emitter.hpp"

namespace portalis::emission {

using ir::Instruction;
using ir::Op;
using ir::Operand;
using ir::Rep;
using ir::Statement;

// ---- leaving ----
void TypedEmitter::begin_stage(uint32_t stage) {
  if (stage == 0) return;
  place_ = {stage};
  computed_.clear();
  looked_up_.reset();
}

std::string TypedEmitter::leaving() {
  if (!stages_) return "return not_done;";
  if (place_.stage == 0 || place_.changed) unsupported();
  return "{ " + place_.step_back + "stage = " + std::to_string(place_.stage) + "; goto give_up; }";
}

// Out of the region: the general form does that.
void TypedEmitter::left_statement() {
  if (!may_change() || place_.changed) return unsupported();
  out_.line("stage = " + std::to_string(place_.stage) + ";");
  out_.line("goto leave;");
}

// The name of the loop's state, which the region gives back.
std::string TypedEmitter::keep_loop(KeptLoop::Kind kind, const Statement& s, uint32_t sources) {
  kept_loops_.push_back({kind, &s, sources});
  return kept_name(kept_loops_.back());
}

std::string TypedEmitter::kept_name(const KeptLoop& kept) { return "loop_" + std::to_string(kept.loop->label); }

std::string TypedEmitter::kept_declaration(const KeptLoop& kept) {
  std::string name = kept_name(kept);
  switch (kept.kind) {
    case KeptLoop::count_up:
    case KeptLoop::count_down: return "typed::Count " + name + ";";
    case KeptLoop::range: return "typed::Range " + name + ";";
    case KeptLoop::each: return "typed::Each " + name + ";";
    case KeptLoop::enumerate: return "typed::Each " + name + "; int64_t " + name + "_index = 0;";
    case KeptLoop::zip: return "typed::Each " + name + "[" + std::to_string(kept.sources) + "];";
  }
  return "";
}

// ---- changes ----
// `failed` in C++ after the call that may have raised.
void TypedEmitter::raise_if(const Instruction& i, const std::string& failed) {
  out_.line("frame.position = " + std::to_string(i.position) + ";");
  out_.line("if (" + failed + ") { stage = typed::raised; goto leave; }");
  changed();
}

// After a change an operation that may fail can only be one that succeeded before it: `a[i], a[i + 1] = a[i + 1], a[i]`.
// Notes it otherwise.
bool TypedEmitter::repeated(const std::string& operation, uint32_t result, Rep held) {
  if (!stages_) return false;
  for (const Computed& c : computed_) {
    if (!place_.changed || c.operation != operation) continue;
    temporaries_[result] = held;
    aliases_[result] = c.name;
    return true;
  }
  computed_.push_back({operation, temporary(result), blocks_.size()});
  return false;
}

// After a change an item or attribute is read as the general version would, and may raise.
bool TypedEmitter::read_after_change(const Statement& s, const std::string& read) {
  const Instruction& i = s.instruction;
  if (!may_change() || !place_.changed || typed_rep(function_.temporaries[i.result].expected) != Rep::value) return false;
  result(i.result, Rep::value, "Undefined");
  raise_if(i, "(" + temporary(i.result) + " = Loan(" + read + ")).is_error()");
  return true;
}

bool TypedEmitter::effect(const Statement& s) {
  const Instruction& i = s.instruction;
  if (initialises_ && i.op == Op::set_attribute && i.operands[0].kind == Operand::variable && i.operands[0].index == function_.parameters[0]) {
    std::string value = as_stored(i.operands[1]);
    give_up_unless("typed::init_attribute(" + plain(i.operands[0]) + ", " + context_.name(i.name) + ", " + value + ", " + context_.attribute_site() + ")");
    return true;
  }
  if (!may_change()) return false;
  switch (i.op) {
    case Op::set_attribute: {
      if (rep(i.operands[0]) != Rep::value) return false;
      std::string object = plain(i.operands[0]), value = as_stored(i.operands[1]);
      raise_if(i, (is_number(i.operands[1]) ? "typed::store_attribute(" : "set_attribute(") + object + ", " + context_.name(i.name) + ", " + value + ", " + context_.attribute_site() + ") < 0");
      return true;
    }
    case Op::store_global:
      raise_if(i, "!store_global(py_globals, " + context_.name(i.name) + ", " + as(i.operands[0], Rep::value) + ", " + context_.global_site() + ")");
      return true;
    default: return false;
  }
}

bool TypedEmitter::set_item(const Instruction& i) {
  const Operand &container = i.operands[0], &key = i.operands[1];
  bool own = holds_own_list(container);
  if (rep(container) != Rep::value || (!own && !may_change())) return false;
  if (key.kind == Operand::temporary && pending_.count(key.index)) {
    const Instruction slice = pending_[key.index];
    if (!own || rep(i.operands[2]) != Rep::value || slice.op != Op::make_slice) return false;
    std::string bounds = slice_operands(slice);
    give_up_unless("typed::set_slice(" + plain(container) + bounds + ", " + plain(i.operands[2]) + ")");
    return changed(), true;
  }
  std::string list = plain(container);
  ir::Kinds kinds = expected(container);
  bool is_list = own || kinds == 0 || (kinds & ir::kind_list);
  if (rep(key) == Rep::integer && is_list && borrows_) {
    Rep stored = rep(i.operands[2]);
    std::string item = plain(i.operands[2]);
    if (stored == Rep::integer && i.operands[2].kind == Operand::constant) item = "int64_t{" + item + "}";
    give_up_unless("typed::put_item(" + this->container(i.operands[0]) + ", " + plain(key) + ", " + item + ")");
    return changed(), true;
  }
  if (rep(key) == Rep::integer && is_list) {
    std::string arguments = "(" + list + ", " + plain(key) + ", " + as_stored(i.operands[2]) + ")";
    if (own) give_up_unless("typed::set_item" + arguments);
    else if (!place_.changed) give_up_unless("typed::store_item" + arguments);
    else raise_if(i, "!typed::store_item_or_raise" + arguments);
    return changed(), true;
  }
  if (own) return false;
  std::string item = as(i.operands[2], Rep::value), boxed = as(key, Rep::value);
  std::string place = place_of(list, boxed), arguments = "(" + list + ", " + boxed + ", " + item;
  raise_if(i, "set_item_inline" + arguments + (place.empty() ? "" : ", " + place) + ") < 0");
  return true;
}

// What was looked up in a dict.
void TypedEmitter::dict_result(const Statement& s, const std::string& dict, const std::string& key, const std::string& call) {
  size_t line = out_.text().size();
  borrowed_result(s, call);
  if (may_change()) looked_up_ = {dict, key, line, out_.text().find(call, line) + call.size() - 1, blocks_.size()};
}

// The place that was found when the key was looked up earlier in the stage, which now is wanted; empty: it was not.
std::string TypedEmitter::place_of(const std::string& dict, const std::string& key) {
  if (!looked_up_ || looked_up_->dict != dict || looked_up_->key != key) return "";
  std::string place = fresh("place_");
  out_.insert(looked_up_->end, ", " + place);
  Writer declaration = out_.nested(0);
  declaration.line("DictPlace " + place + ";");
  out_.insert(looked_up_->line, declaration.text());
  looked_up_.reset();
  return place;
}

// list.append on a list that others know too.
bool TypedEmitter::append(const Instruction& i) {
  if (!may_change() || context_.module.names[i.name] != "append" || i.operands.size() != 2) return false;
  std::string item = as_stored(i.operands[1]);
  give_up_unless("typed::append(" + plain(i.operands[0]) + ", " + item + ")");
  changed();
  if (i.result != ir::no_index) {
    temporaries_[i.result] = Rep::value;
    aliases_[i.result] = "py::None";
  }
  return true;
}

// A list made here may come to be known outside, by itself or in something else.
bool TypedEmitter::lists_escape(const ir::Block& body) const {
  for (const Statement& s : body) {
    const Instruction& i = s.instruction;
    if (s.kind == ir::StatementKind::instruction) {
      bool into_own = !i.operands.empty() && holds_own_list(i.operands[0]);
      bool adds = i.op == Op::call_method && i.operands.size() > 1 && !into_own;
      bool into_cell = i.op == Op::store_variable && function_.variables[i.target].storage != ir::Storage::local;
      const Operand* stored = i.op == Op::set_attribute || adds ? &i.operands[1] : i.op == Op::store_global || into_cell ? &i.operands[0]
                              : i.op == Op::set_item && !into_own ? &i.operands[2] : nullptr;
      if (stored && (may_hold_list(*stored) || holds_own_list(*stored))) return true;
    }
    if (lists_escape(s.a) || lists_escape(s.b) || lists_escape(s.c)) return true;
  }
  return false;
}

}  // namespace portalis::emission
