// Instructions: calls, displays, functions, classes and imports.
#include <algorithm>

#include "compiler/emission/function_emitter.hpp"
#include "compiler/emission/naming.hpp"

namespace portalis::emission {

using ir::Instruction;
using ir::Op;
using ir::Operand;
using ir::Statement;

bool FunctionEmitter::call_instruction(const Statement& s, const Statement* following, bool& consumed) {
  const Instruction& i = s.instruction;
  if ((i.op == Op::call_builtin || i.op == Op::call_method) && loop_over_call(s, following)) {
    consumed = true;
    return true;
  }
  auto rest = [&](size_t from) {
    std::string list = operands(i, from);
    return list.empty() ? list : ", " + list;
  };
  switch (i.op) {
    case Op::call: {
      std::string callee = operand(i.operands[0]);
      if (runs_once()) {
        value_result(i, call_once(callee, i, 1));
      } else if (calls_known(i)) {
        value_result(i, known_call(i, callee, rest(1)));
      } else if (!i.list.empty()) {
        value_result(i, "invoke_with_keywords(" + callee + ", " + context_.keywords(i.list) + rest(1) + ")");
      } else {
        value_result(i, "invoke(" + callee + rest(1) + ")");
      }
      return true;
    }
    case Op::call_builtin:
      value_result(i, builtin_call(i));
      return true;
    case Op::find_method:
      if (runs_once()) {
        value_result(i, "get_attribute(" + operand(i.operands[0]) + ", " + context_.name(i.name) + ")");
        return true;
      }
      at(i);
      out_.line("FoundMethod " + temporary(i.result) + " = find_method(" + context_.method_site() + ", " + context_.name(i.name) + rest(0) + ", " + std::to_string(i.count) + ");");
      fail_if(temporary(i.result) + ".failed()");
      return true;
    case Op::call_method: {
      bool found = i.count != 0;            // by a find_method before
      if (runs_once()) {
        std::string method = context_.name(i.name) + ", ";
        if (found) value_result(i, call_once(temporary(i.count - 1), i, 1));
        else value_result(i, (i.list.empty() ? "once::call_method(" + method : "once::call_method_with_keywords(" + method + context_.keywords(i.list) + ", ") + "{" + operands(i) + "})");
        return true;
      }
      std::string method = found ? temporary(i.count - 1) : context_.method_site() + ", " + context_.name(i.name);
      bool append = i.list.empty() && i.operands.size() == 2 && context_.module.names[i.name] == "append";
      bool get = !found && i.list.empty() && i.operands.size() == 3 && context_.module.names[i.name] == "get";
      std::string place = get ? note_place(s) : "";
      if (!place.empty()) value_result(i, "invoke_get(" + method + rest(0) + place + ")");
      else if (append) value_result(i, "invoke_append(" + method + rest(0) + ")");
      else if (i.list.empty()) value_result(i, "invoke_method(" + method + rest(0) + ")");
      else value_result(i, "invoke_method_with_keywords(" + method + ", " + context_.keywords(i.list) + rest(0) + ")");
      return true;
    }
    case Op::call_unpacked:
      value_result(i, "call_unpacked(" + operand(i.operands[0]) + ", " + optional(i, 1) + ", " + optional(i, 2) + ")");
      return true;
    case Op::super_: 
      value_result(i, "super_zero_arguments(" + (i.target == ir::no_index ? "Undefined" : variable(i.target)) + rest(0) + ")");
      return true;
    default: return false;
  }
}

// Straight to the C++ function, unless the callee has become another one.
bool FunctionEmitter::calls_known(const Instruction& i) const {
  return i.op == Op::call && i.target != ir::no_index && context_.module.functions[i.target]->defined_once &&
         context_.bind(*context_.module.functions[i.target], std::span(i.operands).subspan(1), i.list).has_value();
}

// A call of a function of the module, with what its parameters default to where they are left out. `given` are the arguments as the
// source has them, each after a comma.
std::string FunctionEmitter::known_call(const Instruction& i, const std::string& callee, const std::string& given) {
  const ir::Function& f = *context_.module.functions[i.target];
  const auto arguments = std::span(i.operands).subspan(1);
  const ModuleContext::Bound bound = *context_.bind(f, arguments, i.list);
  std::string known = callee + ", " + context_.known_function(i.target), order, left_out;
  size_t next = 0, defaults = arguments.size();          // of the arguments by position, and after all of them
  for (size_t p = 0; p < bound.operands.size(); ++p) {
    auto keyword = std::find_if(i.list.begin(), i.list.end(), [&](uint32_t name) { return f.variables[f.parameters[p]].name == context_.module.names[name]; });
    size_t place = next < arguments.size() - i.list.size() ? next++ : arguments.size() - i.list.size() + static_cast<size_t>(keyword - i.list.begin());
    if (place == arguments.size()) {
      left_out += ", " + operand(bound.operands[p]);
      place = defaults++;
    }
    order += ", " + std::to_string(place);
  }
  if (bound.with_defaults) known += ", " + context_.constant(f.defaults);
  else if (!i.list.empty()) known += ", Undefined";
  if (!i.list.empty()) return "invoke_known_with_keywords<" + f.symbol + order + ">(" + known + ", " + context_.keywords(i.list) + ", " + std::to_string(arguments.size() - i.list.size()) + given + left_out + ")";
  if (bound.with_defaults) return "invoke_known_with_defaults<" + f.symbol + ">(" + known + ", " + std::to_string(arguments.size()) + given + left_out + ")";
  return "invoke_known<" + f.symbol + ">(" + known + given + ")";
}

void FunctionEmitter::find_callees(const ir::Block& b) {
  for (const Statement& s : b) {
    const Instruction& i = s.instruction;
    bool known = s.kind == ir::StatementKind::instruction && calls_known(i) && i.operands[0].kind == Operand::temporary && liveness_.uses(i.operands[0].index) == 1;
    if (known) callees_[i.operands[0].index] = i.target;
    find_callees(s.a);
    find_callees(s.b);
    find_callees(s.c);
  }
}

std::string FunctionEmitter::call_once(const std::string& callee, const Instruction& i, size_t first_argument) {
  std::string arguments = "{" + operands(i, first_argument) + "})";
  return i.list.empty() ? "once::call(" + callee + ", " + arguments : "once::call_with_keywords(" + callee + ", " + context_.keywords(i.list) + ", " + arguments;
}

// The operands of a display: what it is the last to use is moved into it.
std::string FunctionEmitter::moved_operands(const Statement& s) {
  std::string out;
  for (const Operand& o : s.instruction.operands) {
    bool moves = holds_reference(o) && liveness_.uses(o.index) == 1 && liveness_.is_last_use(o.index, s) && released_.insert(o.index).second;
    out += (out.empty() ? "" : ", ") + (moves ? "std::move(" + operand(o) + ")" : operand(o));
  }
  return out;
}

// CPython's display has taken its items off the stack.
void FunctionEmitter::release_operands(const Statement& s) {
  for (const Operand& o : s.instruction.operands) {
    if (holds_reference(o) && liveness_.is_last_use(o.index, s) && released_.insert(o.index).second) out_.line(operand(o) + ".reset();");
  }
}

bool FunctionEmitter::holds_reference(const Operand& o) const {
  return o.kind == Operand::temporary && function_.temporaries[o.index].rep == ir::Rep::value && !is_declared(o.index);
}

bool FunctionEmitter::building_instruction(const Statement& s) {
  const Instruction& i = s.instruction;
  // Longer displays go through an array.
  auto array = [&](const char* type) {
    std::string name = "items_" + std::to_string(i.result);
    out_.line("const " + std::string(type) + " " + name + "[] = {" + operands(i) + "};");
    return name;
  };
  auto size = [&](size_t divisor = 1) { return std::to_string(i.operands.size() / divisor); };
  switch (i.op) {
    case Op::make_tuple:
    case Op::make_list: {
      const char* function = i.op == Op::make_tuple ? "tuple_from(" : "list_from(";
      plain_result(i, runs_once() ? std::string("once::") + function + "{" + operands(i) + "})" : function + moved_operands(s) + ")");
      if (runs_once()) release_operands(s);
      return true;
    }
    case Op::make_set:
      if (i.operands.empty()) value_result(i, "make_set()");
      else value_result(i, "set_from(" + array("Value") + ", " + size() + ")");
      return true;
    case Op::make_dict:
      if (i.operands.empty()) value_result(i, "make_dict()");
      else value_result(i, "dict_from(" + array("Value") + ", " + size(2) + ")");
      return true;
    case Op::join_strings: value_result(i, "join_strings(" + array("Value") + ", " + size() + ")"); return true;
    case Op::sum_step: value_result(i, "sum_step(" + operands(i) + ")"); return true;
    case Op::sum_result: plain_result(i, "sum_result(" + operands(i) + ")"); return true;
    case Op::raise_empty: status(i, "raise_empty(" + context_.builtin(i.name) + ")"); return true;
    case Op::list_append: status(i, "list_append_inline(" + operand(i.operands[0]) + ".as<List>(), " + operand(i.operands[1]) + ") < 0"); return true;
    case Op::list_extend: status(i, "!extend_list(" + operands(i) + ", " + (i.count ? "true" : "false") + ")"); return true;
    case Op::list_to_tuple: plain_result(i, "to_tuple(" + operands(i) + ")"); return true;
    case Op::set_add: status(i, "set_add(" + operands(i) + ") < 0"); return true;
    case Op::set_update: status(i, "!update_set(" + operands(i) + ")"); return true;
    case Op::dict_store: status(i, "dict_set(" + operand(i.operands[0]) + ".as<Dict>(), " + operands(i, 1) + ") < 0"); return true;
    case Op::dict_update: status(i, "!update_dict(" + operands(i) + ")"); return true;
    case Op::dict_merge: status(i, "!merge_keywords(" + operands(i) + ")"); return true;
    case Op::format_value:
      value_result(i, "format_value(" + operand(i.operands[0]) + ", " + optional(i, 1) + ", " + (i.count ? "'" + std::string(1, static_cast<char>(i.count)) + "'" : "0") + ")");
      return true;
    case Op::unpack:
    case Op::unpack_star: {
      uint32_t n = ir::result_count(i);
      std::string array_name = "u" + std::to_string(i.result);
      bool lent = i.op == Op::unpack && may_lend();
      if (n > 0) declare_at((lent ? "Loan" : ref_type()) + (" " + array_name) + "[" + std::to_string(n) + "];");
      for (uint32_t k = 0; k < n; ++k) {
        renamed_[i.result + k] = array_name + "[" + std::to_string(k) + "]";
        if (lent) lent_.insert(i.result + k);
      }
      std::string out = n > 0 ? array_name : "nullptr";
      if (i.op == Op::unpack) status(i, "!" + (once() + ("unpack(" + operand(i.operands[0]))) + ", " + std::to_string(i.count) + ", " + out + ")");
      else status(i, "!unpack_star(" + operand(i.operands[0]) + ", " + std::to_string(i.count & 0xffff) + ", " + std::to_string(i.count >> 16) + ", " + out + ")");
      return true;
    }
    default: return false;
  }
}

bool FunctionEmitter::definition_instruction(const Statement& s) {
  const Instruction& i = s.instruction;
  switch (i.op) {
    case Op::make_function: {
      const ir::Function& f = *context_.module.functions[i.target];
      std::string cells = captures(i);
      value_result(i, "new_function(" + f.symbol + "_code, py_module, " + optional(i, 0) + ", " + optional(i, 1) + ", " + optional(i, 2) + ", " + cells + ")");
      if (f.defined_once) out_.line("keep_forever(" + context_.known_function(i.target) + ", " + temporary(i.result) + ");");
      return true;
    }
    case Op::build_class: {
      const ir::Function& f = *context_.module.functions[i.target];
      std::string cells = captures(i), body = "body_" + std::to_string(i.result);
      out_.line(ref_type() + (" " + body) + " = new_function(" + f.symbol + "_code, py_module, Undefined, Undefined, Undefined, " + cells + ");");
      value_result(i, "build_class(" + body + ", " + context_.name(i.name) + ", " + optional(i, 0) + ", " + optional(i, 1) + ")");
      if (f.instance_attributes) out_.line("expect_attributes(" + temporary(i.result) + ", " + std::to_string(f.instance_attributes) + ");");
      if (f.defined_once) out_.line("keep_class_forever(" + temporary(i.result) + ");");
      if (!context_.module.claims.empty()) out_.line("note_class(" + temporary(i.result) + ", " + f.symbol + "_code);");
      return true;
    }
    case Op::import_module: value_result(i, "import_name(" + context_.name(i.name) + ", " + (i.count ? "true" : "false") + ")"); return true;
    case Op::import_from: value_result(i, "import_from(" + operand(i.operands[0]) + ", " + context_.name(i.name) + ")"); return true;
    case Op::import_star: status(i, "!import_star(" + operand(i.operands[0]) + ", py_globals)"); return true;
    case Op::make_type_variable:
      value_result(i, "make_type_variable(" + context_.name(i.name) + ", " + optional(i, 0) + ", " + optional(i, 1) + ", " + std::to_string(i.count) + ")");
      return true;
    case Op::make_type_alias: value_result(i, "make_type_alias(" + context_.name(i.name) + ", " + optional(i, 0) + ", " + optional(i, 1) + ")"); return true;
    default: return false;
  }
}

}  // namespace portalis::emission
