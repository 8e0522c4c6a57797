// Instructions: operands, result conventions, variables and operators.
#include "compiler/emission/function_emitter.hpp"
#include "compiler/emission/naming.hpp"

namespace portalis::emission {

using ir::Instruction;
using ir::Op;
using ir::Operand;
using ir::Statement;
using ir::Storage;

// ---- operands ----
std::string FunctionEmitter::operand(const Operand& o) {
  switch (o.kind) {
    case Operand::none: return "Undefined";
    case Operand::temporary: return temporary(o.index);
    case Operand::constant: return context_.constant(o.index);
    case Operand::variable: return variable(o.index);
  }
  return {};
}

std::string FunctionEmitter::owned(const Operand& o, const Statement& s) {
  if (o.kind == Operand::constant) return operand(o);            // constants are immortal
  if (o.kind == Operand::temporary && liveness_.is_last_use(o.index, s)) {
    released_.insert(o.index);
    return operand(o) + ".take()";
  }
  if (o.kind == Operand::variable && s.kind == ir::StatementKind::return_ && dies_with_return(function_.variables[o.index])) return operand(o) + ".take()";
  return "incref(" + operand(o) + ")";
}

// A local variable that nothing reads once the function returns.
bool FunctionEmitter::dies_with_return(const ir::Variable& v) const {
  bool finally = std::any_of(exits_.begin(), exits_.end(), [](const Exit& exit) { return exit.kind == Exit::finally_; });
  return !finally && !is_generator() && v.storage == Storage::local && v.rep == ir::Rep::value && !is_borrowed_parameter(v);
}

std::string FunctionEmitter::operands(const Instruction& i, size_t from) {
  std::string out;
  for (size_t n = from; n < i.operands.size(); ++n) out += (n > from ? ", " : "") + operand(i.operands[n]);
  return out;
}

std::string FunctionEmitter::optional(const Instruction& i, size_t index) {
  return index < i.operands.size() ? operand(i.operands[index]) : "Undefined";
}

std::string FunctionEmitter::captures(const Instruction& i) {
  if (i.list.empty()) return "nullptr, 0";
  std::string array = "cells_" + std::to_string(i.result), items;
  for (uint32_t v : i.list) items += (items.empty() ? "" : ", ") + variable(v);
  out_.line("const Value " + array + "[] = {" + items + "};");
  return array + ", " + std::to_string(i.list.size());
}

// ---- loans ----
// What takes a reference over: see owned().
void FunctionEmitter::find_taken(const ir::Block& b) {
  auto take = [&](const Operand& o) {
    if (o.kind == Operand::temporary) taken_.insert(o.index);
  };
  for (const Statement& s : b) {
    const Instruction& i = s.instruction;
    if (s.kind == ir::StatementKind::instruction) {
      bool stored_elsewhere = i.op == Op::store_variable && (function_.variables[i.target].storage != Storage::local || function_.variables[i.target].rep == ir::Rep::number);
      bool loops = i.op == Op::iter || (i.op == Op::call_builtin && context_.module.names[i.name] == "enumerate");
      if (!i.operands.empty() && (stored_elsewhere || loops || i.op == Op::copy || i.op == Op::yield)) take(i.operands[0]);
    }
    if (s.kind == ir::StatementKind::return_) take(s.condition);
    find_taken(s.a);
    find_taken(s.b);
    find_taken(s.c);
  }
}

std::string FunctionEmitter::lend_or(const Instruction& i, const char* name, const std::string& plain) {
  if (!may_lend() || i.result == ir::no_index || is_declared(i.result)) return plain;
  bool in_array = renamed_.count(i.result);
  if (!in_array && taken_.count(i.result)) return plain;
  if (in_array && !lent_.count(i.result)) return plain;
  lent_.insert(i.result);
  return std::string("lend_") + name;
}

// Whether the next instruction is the only one that wants an attribute, and only looks into what it gave.
bool FunctionEmitter::is_looked_into(const Instruction& i, const Statement* following) const {
  if (runs_once() || hoisting_ || is_declared(i.result) || renamed_.count(i.result) || liveness_.uses(i.result) != 1) return false;
  if (!following || following->kind != ir::StatementKind::instruction) return false;
  const Instruction& use = following->instruction;
  auto takes = [&](size_t n) { return use.operands[n].kind == Operand::temporary && use.operands[n].index == i.result; };
  switch (use.op) {
    case Op::get_item: case Op::set_item: case Op::get_attribute: case Op::set_attribute: return takes(0);
    case Op::is: return takes(0) || takes(1);
    default: return false;
  }
}

// Into a local variable that is no number.
void FunctionEmitter::store_local(uint32_t variable_index, const Operand& o, const Statement& s) {
  std::string target = variable(variable_index) + " = ", type = local_type();
  if (o.kind == Operand::constant) return out_.line(target + type + "(" + operand(o) + ");");
  if (o.kind != Operand::temporary || !liveness_.is_last_use(o.index, s)) return out_.line(target + type + "::borrow(" + operand(o) + ");");
  if (lent_.count(o.index)) {
    released_.insert(o.index);
    return out_.line(target + "std::move(" + operand(o) + ");");
  }
  out_.line(target + type + "(" + owned(o, s) + ");");
}

// ---- results ----
std::string FunctionEmitter::declaration(const Instruction& i) {
  if (i.result == ir::no_index) return std::string(ref_type()) + " unused = ";
  std::string name = temporary(i.result), type = peeked_.count(i.result) ? "Peeked" : lent_.count(i.result) ? "Loan" : ref_type();
  if (is_declared(i.result) || renamed_.count(i.result)) return name + " = ";
  if (function_.temporaries[i.result].rep == ir::Rep::boolean) type = "Truth";
  if (function_.temporaries[i.result].rep == ir::Rep::number) type = "Number";
  if (!hoisting_) return type + " " + name + " = ";
  declare_at(type + " " + name + (type == "Truth" ? " = 0;" : ";"));
  return name + " = ";
}

// ---- numbers ----
bool FunctionEmitter::is_number(const Operand& o) const {
  if (o.kind == Operand::temporary) return function_.temporaries[o.index].rep == ir::Rep::number;
  return o.kind == Operand::variable && function_.variables[o.index].rep == ir::Rep::number;
}

// As an operand of py::number_add() and its like: literals come with their double.
std::string FunctionEmitter::number_operand(const Operand& o) {
  if (o.kind == Operand::constant) {
    const ir::Constant& c = context_.module.constants[o.index];
    if (c.kind == ir::Constant::real) return "RealLiteral{" + real_literal(c.number) + ", " + operand(o) + "}";
    if (c.kind == ir::Constant::integer && c.text.size() < 16) return "IntLiteral{" + c.text + ".0, " + operand(o) + "}";
  }
  return o.kind == Operand::temporary && !is_number(o) ? operand(o) + ".get()" : operand(o);
}

std::string FunctionEmitter::operation(const Instruction& i, const char* prefix) {
  bool numbers = i.result != ir::no_index && function_.temporaries[i.result].rep == ir::Rep::number;
  bool numeric_result = numbers;
  for (const Operand& o : i.operands) numbers = numbers || is_number(o);
  std::string name = ir::op_name(i.op);
  bool out_of_line = runs_once() && i.op >= Op::add && i.op <= Op::ge && i.op != Op::positive && i.op != Op::invert;
  if (!numbers) return (out_of_line ? "once::" : "") + (prefix + name) + "(" + operands(i) + ")";
  std::string out = std::string("number_") + prefix + name + "(";
  for (size_t n = 0; n < i.operands.size(); ++n) out += (n ? ", " : "") + number_operand(i.operands[n]);
  bool comparison = i.op >= Op::lt && i.op <= Op::ge;
  return out + (numeric_result || comparison ? ")" : ").take()");
}

void FunctionEmitter::at(const Instruction& i) {
  if (i.outside) return;                 // the frame around stands where it should
  out_.line(frame_name() + ".at(" + std::to_string(i.position) + ");");
}

void FunctionEmitter::value_result(const Instruction& i, const std::string& expression) {
  at(i);
  if (i.result == ir::no_index) {
    out_.open("{");
    out_.line(declaration(i) + expression + ";");
    fail_if("unused.is_error()", true, i.outside);
    out_.close();
    return;
  }
  out_.line(declaration(i) + expression + ";");
  fail_if(temporary(i.result) + ".is_error()", true, i.outside);
}

void FunctionEmitter::truth_result(const Instruction& i, const std::string& expression) {
  at(i);
  out_.line(declaration(i) + expression + ";");
  fail_if(temporary(i.result) + " < 0", true, i.outside);
}

void FunctionEmitter::plain_result(const Instruction& i, const std::string& expression) { out_.line(declaration(i) + expression + ";"); }

void FunctionEmitter::status(const Instruction& i, const std::string& failed) {
  at(i);
  fail_if(failed, true, i.outside);
}

void FunctionEmitter::instruction(const Statement& s, const Statement* following, bool& consumed) {
  if (loop_source(s) || variable_instruction(s) || operator_instruction(s, following, consumed) || call_instruction(s, following, consumed) || building_instruction(s) ||
      definition_instruction(s) || exception_instruction(s) || generator_instruction(s) || match_instruction(s)) {
    return;
  }
  out_.line("#error \"no emission for instruction " + std::string(ir::op_name(s.instruction.op)) + "\"");
}

// ---- variables ----
bool FunctionEmitter::variable_instruction(const Statement& s) {
  const Instruction& i = s.instruction;
  auto name_arguments = [&] { return "py_globals, " + context_.name(i.name); };
  switch (i.op) {
    case Op::declare: {
      bool boolean = function_.temporaries[i.result].rep == ir::Rep::boolean;
      declare_at(boolean ? "Truth " + temporary(i.result) + " = 0;" : ref_type() + (" " + temporary(i.result)) + ";");
      if (hoisting_) out_.line(temporary(i.result) + (boolean ? " = 0;" : ".reset();"));
      return true;
    }
    case Op::copy:
      if (function_.temporaries[i.result].rep == ir::Rep::value) out_.line(temporary(i.result) + " = Ref(" + owned(i.operands[0], s) + ");");
      else if (i.operands[0].kind == Operand::constant) out_.line(temporary(i.result) + " = " + operand(i.operands[0]) + ".is_true();");
      else out_.line(temporary(i.result) + " = " + operand(i.operands[0]) + ";");
      return true;
    case Op::load_variable: {
      const ir::Variable& v = function_.variables[i.target];
      std::string name = variable(i.target), text = string_literal(v.name, 1000);
      if (v.storage == Storage::local) {
        std::string load = lend_or(i, "local", "load_local");
        if (i.count == 1) plain_result(i, (lent_.count(i.result) ? "Loan::borrow(" : "Ref::borrow(") + name + ")");
        else value_result(i, load + "(" + name + ", " + text + ")");
      } else if (v.storage == Storage::cell) {
        value_result(i, lend_or(i, "own_cell", "load_own_cell") + "(" + name + ", " + text + ")");
      } else {
        value_result(i, lend_or(i, "free_cell", "load_free_cell") + "(" + name + ", " + text + ")");
      }
      return true;
    }
    case Op::store_variable: {
      const ir::Variable& v = function_.variables[i.target];
      if (v.rep == ir::Rep::number) {
        const Operand& o = i.operands[0];
        bool real = o.kind == Operand::constant && context_.module.constants[o.index].kind == ir::Constant::real;
        bool moves = is_number(o) && o.kind == Operand::temporary && !is_declared(o.index) && liveness_.is_last_use(o.index, s);
        std::string stored = real ? "Number(" + real_literal(context_.module.constants[o.index].number) + ")"
                             : moves ? "std::move(" + operand(o) + ")" : is_number(o) ? operand(o) + ".copy()" : "Number::from(" + owned(o, s) + ")";
        out_.line(variable(i.target) + " = " + stored + ";");
      } else if (v.storage == Storage::local) store_local(i.target, i.operands[0], s);
      else out_.line("store_cell(" + variable(i.target) + ", " + owned(i.operands[0], s) + ");");
      return true;
    }
    case Op::delete_variable: {
      const ir::Variable& v = function_.variables[i.target];
      const char* function = v.storage == Storage::local ? "delete_local(" : v.storage == Storage::cell ? "delete_own_cell(" : "delete_free_cell(";
      status(i, "!" + (function + variable(i.target)) + ", " + string_literal(v.name, 1000) + ")");
      return true;
    }
    case Op::clear_variable:
      if (function_.variables[i.target].storage == Storage::local) out_.line(variable(i.target) + ".reset();");
      else out_.line("store_cell(" + variable(i.target) + ", Undefined);");
      return true;
    case Op::load_cell: plain_result(i, "Ref::borrow(" + variable(i.target) + ")"); return true;
    case Op::new_cell: out_.line(variable(i.target) + " = Ref(make_cell(Undefined));"); return true;
    case Op::load_global:
      if (auto callee = callees_.find(i.result); callee != callees_.end() && !runs_once()) {
        value_result(i, "load_callee(" + name_arguments() + ", " + context_.global_site() + ", " + context_.known_function(callee->second) + ")");
        return true;
      }
      value_result(i, lend_or(i, "global", "load_global") + "(" + name_arguments() + (runs_once() ? "" : ", " + context_.global_site()) + ")");
      return true;
    case Op::store_global: status(i, "!store_global(" + name_arguments() + ", " + operand(i.operands[0]) + (runs_once() ? "" : ", " + context_.global_site()) + ")"); return true;
    case Op::delete_global: status(i, "!delete_global(" + name_arguments() + ")"); return true;
    case Op::load_builtin: plain_result(i, context_.builtin(i.name)); return true;
    case Op::load_name: value_result(i, "load_name(py_namespace, " + name_arguments() + ")"); return true;
    case Op::load_name_or_variable:
      value_result(i, "load_name_or_cell(py_namespace, " + variable(i.target) + ", " + context_.name(i.name) + ")");
      return true;
    case Op::store_name: status(i, "!store_name(py_namespace, " + context_.name(i.name) + ", " + operand(i.operands[0]) + ")"); return true;
    case Op::delete_name: status(i, "!delete_name(py_namespace, " + context_.name(i.name) + ")"); return true;
    case Op::store_annotation: {
      bool in_class = function_.kind == ir::FunctionKind::class_body;
      status(i, "!store_annotation(" + std::string(in_class ? "py_namespace" : "object_value(py_globals)") + ", " + context_.name(i.name) + ", " + operand(i.operands[0]) + ")");
      return true;
    }
    case Op::verify_type: verify_type(i); return true;
    case Op::load_globals: plain_result(i, "Ref::borrow(object_value(py_globals))"); return true;
    case Op::load_locals:
      if (function_.kind == ir::FunctionKind::class_body) plain_result(i, "Ref::borrow(py_namespace)");
      else if (function_.kind == ir::FunctionKind::module) plain_result(i, "Ref::borrow(object_value(py_globals))");
      else locals_dict(i);
      return true;
    default: return false;
  }
}

void FunctionEmitter::locals_dict(const Instruction& i) {
  std::string array = "locals_" + std::to_string(i.result);
  out_.open("const NamedCell " + array + "[] = {");
  for (uint32_t index : i.list) {
    const ir::Variable& v = function_.variables[index];
    out_.line("{" + string_literal(v.name, 1000) + ", " + variable(index) + ", " + (v.storage == Storage::local ? "false" : "true") + "},");
  }
  out_.line("{nullptr, Undefined, false},");
  out_.close("};");
  value_result(i, "dict_of_locals(" + array + ")");
}

// ---- operators ----
// A tuple that is only looked for, in what may be a dict or a set: no object.
bool FunctionEmitter::key_tuple(const Statement& s, const Statement* following) {
  const Instruction& tuple = s.instruction;
  constexpr size_t most_items = 4;
  bool small = !tuple.operands.empty() && tuple.operands.size() <= most_items && liveness_.uses(tuple.result) == 1;
  if (runs_once() || !small || !following || following->kind != ir::StatementKind::instruction) return false;
  const Instruction& use = following->instruction;
  bool looks = use.op == Op::contains || use.op == Op::get_item;
  if (!looks || use.operands[1].kind != Operand::temporary || use.operands[1].index != tuple.result) return false;
  ir::Kinds kinds = expected(use.operands[0]);
  if (kinds != 0 && !(kinds & (ir::kind_dict | ir::kind_set))) return false;
  released_.insert(tuple.result);          // never comes to be
  std::string arguments = "(" + operand(use.operands[0]) + ", " + operands(tuple) + ")";
  if (use.op == Op::contains) truth_result(use, "contains_tuple" + arguments);
  else value_result(use, lend_or(use, "item_by_tuple", "get_item_by_tuple") + arguments);
  return true;
}

ir::Kinds FunctionEmitter::expected(const Operand& o) const {
  if (o.kind == Operand::temporary) return function_.temporaries[o.index].expected;
  return o.kind == Operand::variable ? function_.variables[o.index].expected : ir::Kinds{0};
}

// Where the item of a dict is read that the same line then stores anew: ", " and the name of its place, which is declared here.
std::string FunctionEmitter::note_place(const Statement& s) {
  const Instruction& i = s.instruction;
  const Operand &container = i.operands[0], &key = i.operands[1];
  if (runs_once() || is_generator() || hoisting_) return "";
  auto stays = [&](const Operand& o) { return o.kind != Operand::variable || function_.variables[o.index].storage == Storage::local; };
  auto same = [](const Operand& a, const Operand& b) { return a.kind == b.kind && a.index == b.index; };
  if (!(expected(container) & ir::kind_dict) || !stays(container) || !stays(key)) return "";
  const ir::Block& here = *blocks_.back();
  size_t n = 0;
  while (n < here.size() && &here[n] != &s) ++n;
  for (++n; n < here.size() && here[n].kind == ir::StatementKind::instruction; ++n) {
    const Instruction& later = here[n].instruction;
    auto assigns = [&](const Operand& o) { return o.kind == Operand::variable && ir::is_of_variable(later) && later.op != Op::load_variable && later.target == o.index; };
    if (assigns(container) || assigns(key)) return "";
    if (later.op != Op::set_item || !same(later.operands[0], container) || !same(later.operands[1], key)) continue;
    std::string place = "place_" + std::to_string(places_.size() + 1);
    out_.line("DictPlace " + place + ";");
    places_[&later] = place;
    return ", " + place;
  }
  return "";
}

std::string FunctionEmitter::noted_place(const Instruction& i) const {
  auto noted = places_.find(&i);
  return noted == places_.end() ? "" : ", " + noted->second;
}

bool FunctionEmitter::operator_instruction(const Statement& s, const Statement* following, bool& consumed) {
  const Instruction& i = s.instruction;
  switch (i.op) {
    case Op::lt: case Op::le: case Op::eq: case Op::ne: case Op::gt: case Op::ge: {
      bool tested = following && following->kind == ir::StatementKind::instruction && following->instruction.op == Op::truth &&
                    following->instruction.operands[0].kind == Operand::temporary && following->instruction.operands[0].index == i.result &&
                    liveness_.uses(i.result) == 1;
      if (!tested) {
        value_result(i, operation(i));
        return true;
      }
      released_.insert(i.result);   // never comes to be
      Instruction test = following->instruction;
      test.position = i.position;
      test.outside = i.outside;
      truth_result(test, operation(i, "test_"));
      consumed = true;
      return true;
    }
    case Op::add: case Op::subtract: case Op::multiply: case Op::matrix_multiply: case Op::true_divide: case Op::floor_divide:
    case Op::remainder: case Op::power: case Op::left_shift: case Op::right_shift: case Op::bit_and: case Op::bit_or: case Op::bit_xor:
    case Op::negative: case Op::positive: case Op::invert:
    case Op::iter: case Op::next:
      value_result(i, operation(i));
      return true;
    case Op::make_slice: {
      // Only to index with it: no slice object.
      bool key = following && following->kind == ir::StatementKind::instruction && liveness_.uses(i.result) == 1 &&
                 (following->instruction.op == Op::get_item || following->instruction.op == Op::set_item ||
                  following->instruction.op == Op::delete_item) &&
                 following->instruction.operands[1].kind == Operand::temporary && following->instruction.operands[1].index == i.result;
      if (!key) {
        value_result(i, operation(i));
        return true;
      }
      const Instruction& use = following->instruction;
      std::string indexed = operand(use.operands[0]) + ", " + operands(i);
      if (use.op == Op::get_item) value_result(use, "get_slice(" + indexed + ")");
      else if (use.op == Op::delete_item) status(use, "delete_slice(" + indexed + ") < 0");
      else status(use, "set_slice(" + indexed + ", " + operand(use.operands[2]) + ") < 0");
      released_.insert(i.result);        // never comes to be
      consumed = true;
      return true;
    }
    case Op::make_tuple: return consumed = key_tuple(s, following);
    case Op::get_item: {
      std::string place = note_place(s), read = lend_or(i, "item", runs_once() ? "get_item" : "get_item_inline");
      value_result(i, read + "(" + operands(i) + place + ")");
      return true;
    }
    case Op::inplace_add: case Op::inplace_subtract: case Op::inplace_multiply: case Op::inplace_matrix_multiply: case Op::inplace_true_divide:
    case Op::inplace_floor_divide: case Op::inplace_remainder: case Op::inplace_power: case Op::inplace_left_shift: case Op::inplace_right_shift:
    case Op::inplace_bit_and: case Op::inplace_bit_or: case Op::inplace_bit_xor:
      value_result(i, operation(i));
      return true;
    case Op::box: plain_result(i, operand(i.operands[0]) + ".boxed()"); return true;
    case Op::is: plain_result(i, "is(" + operands(i) + ")"); return true;
    case Op::contains: truth_result(i, "contains(" + operands(i) + ")"); return true;
    case Op::truth: truth_result(i, once() + ("truth(" + operands(i)) + ")"); return true;
    case Op::not_: plain_result(i, "!" + operand(i.operands[0])); return true;
    case Op::from_boolean: plain_result(i, "boolean(" + operand(i.operands[0]) + ")"); return true;
    case Op::is_undefined: plain_result(i, operand(i.operands[0]) + ".is_undefined()"); return true;
    case Op::get_attribute: {
      bool peeked = is_looked_into(i, following) && peeked_.insert(i.result).second;
      std::string read = peeked ? "peek_attribute" : lend_or(i, "attribute", "get_attribute");
      value_result(i, read + "(" + operands(i) + ", " + context_.name(i.name) + (runs_once() ? "" : ", " + context_.attribute_site()) + ")");
      // CPython drops the object at once: `b.getbuffer().nbytes` holds no buffer when the next operand is evaluated.
      const Operand& object = i.operands[0];
      bool owns = object.kind == Operand::temporary && function_.temporaries[object.index].rep == ir::Rep::value && !is_declared(object.index);
      if (owns && liveness_.is_last_use(object.index, s) && released_.insert(object.index).second) out_.line(temporary(object.index) + ".reset();");
      return true;
    }
    case Op::set_attribute:
      status(i, "set_attribute(" + operand(i.operands[0]) + ", " + context_.name(i.name) + ", " + operand(i.operands[1]) + (runs_once() ? "" : ", " + context_.attribute_site()) + ") < 0");
      return true;
    case Op::delete_attribute: status(i, "delete_attribute(" + operands(i) + ", " + context_.name(i.name) + ") < 0"); return true;
    case Op::set_item: status(i, (runs_once() ? "set_item(" : "set_item_inline(") + operands(i) + noted_place(i) + ") < 0"); return true;
    case Op::delete_item: status(i, "delete_item(" + operands(i) + ") < 0"); return true;
    default: return false;
  }
}

}  // namespace portalis::emission
