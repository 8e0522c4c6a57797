// Typed versions: operands, results, variables, operators and containers.
#include "compiler/emission/naming.hpp"
#include "compiler/emission/typed_emitter.hpp"

namespace portalis::emission {

using ir::Instruction;
using ir::Op;
using ir::Operand;
using ir::Rep;
using ir::Statement;
using ir::StatementKind;

// ---- operands ----
Rep TypedEmitter::rep(const Operand& o) const {
  switch (o.kind) {
    case Operand::temporary: return temporaries_[o.index];
    case Operand::variable: return variables_[o.index];
    case Operand::constant: return typed_rep(constant_kinds(context_.module.constants[o.index]));
    case Operand::none: return Rep::none;
  }
  return Rep::none;
}

std::string TypedEmitter::plain(const Operand& o) {
  switch (o.kind) {
    case Operand::temporary: {
      if (pending_.count(o.index)) unsupported();   // only a loop can use it
      auto alias = aliases_.find(o.index);
      return alias != aliases_.end() ? alias->second : temporary(o.index);
    }
    case Operand::variable: return variable_names_[o.index];
    case Operand::constant: {
      const ir::Constant& c = context_.module.constants[o.index];
      switch (rep(o)) {
        case Rep::integer: return c.text.size() > 9 ? "INT64_C(" + c.text + ")" : c.text;
        case Rep::real: return real_literal(c.number);
        case Rep::boolean: return c.kind == ir::Constant::true_ ? "true" : "false";
        default: return context_.constant(o.index);
      }
    }
    case Operand::none: break;
  }
  unsupported();
  return "";
}

bool TypedEmitter::is_number(const Operand& o) const {
  return o.kind != Operand::constant && (rep(o) == Rep::integer || rep(o) == Rep::real);
}

// For what stores unboxed numbers too, which mostly takes no object.
std::string TypedEmitter::as_stored(const Operand& o) { return is_number(o) ? plain(o) : as(o, Rep::value); }

std::string TypedEmitter::as(const Operand& o, Rep wanted) {
  Rep held = rep(o);
  if (held == wanted) return plain(o);
  if (wanted == Rep::value) {
    if (o.kind == Operand::constant) return context_.constant(o.index);
    if (held == Rep::boolean) return "boolean(" + plain(o) + ")";
    if (held == Rep::none) return unsupported(), "";
    std::string name = fresh("boxed_");
    out_.line("Loan " + name + " = typed::box(" + plain(o) + ");");
    return name;
  }
  if (wanted == Rep::integer && held == Rep::boolean) return "int64_t{" + plain(o) + "}";
  if (wanted == Rep::real && held == Rep::integer) return "static_cast<double>(" + plain(o) + ")";
  if (held == Rep::value && o.kind != Operand::constant) {
    std::string name = fresh("plain_");
    out_.line(std::string(typed_cpp(wanted)) + " " + name + ";");
    give_up_unless("typed::unbox(" + plain(o) + ", " + name + ")");
    return name;
  }
  unsupported();
  return "";
}

ir::Kinds TypedEmitter::expected(const Operand& o) const {
  if (o.kind == Operand::temporary) return function_.temporaries[o.index].expected;
  return o.kind == Operand::variable ? function_.variables[o.index].expected : ir::Kinds{0};
}

bool TypedEmitter::may_be_bool(const Operand& o) const {
  return rep(o) == Rep::boolean || (rep(o) == Rep::value && (expected(o) == 0 || (expected(o) & ir::kind_bool)));
}

std::string TypedEmitter::as_number(const Operand& o, Rep& kind, const Operand* other) {
  kind = rep(o);
  if (kind == Rep::boolean) kind = Rep::integer;
  if (kind == Rep::value && o.kind != Operand::constant) {
    // An item of a list of all sorts, which must be a number here; next to a float any number serves as one.
    constexpr ir::Kinds integers = ir::kind_int | ir::kind_bool, numbers = integers | ir::kind_float;
    ir::Kinds kinds = expected(o) & numbers;
    bool any = (kinds == 0 ? expected(o) == 0 : (kinds & ir::kind_float) != 0 && kinds != ir::kind_float) && other && rep(*other) == Rep::real;
    if (any || (kinds & ~integers) == 0) {
      if (!any && kinds == 0) return unsupported(), "";
      kind = any ? Rep::real : Rep::integer;
      std::string name = fresh("plain_");
      out_.line(std::string(typed_cpp(kind)) + " " + name + ";");
      give_up_unless("typed::to_" + std::string(any ? "real" : "integer") + "(" + plain(o) + ", " + name + ")");
      return name;
    }
    if (kinds == ir::kind_float) kind = Rep::real;
  }
  if (kind != Rep::integer && kind != Rep::real) {
    unsupported();
    return "";
  }
  return as(o, kind);
}

void TypedEmitter::give_up_unless(const std::string& condition) {
  bool negated = condition[0] == '!';
  out_.line("if (" + (negated ? condition.substr(1) : "!" + condition) + ") " + leaving());
}

// ---- results ----
// "double t5" in a declaration, "t5" where it has been declared.
std::string TypedEmitter::declare(uint32_t t, Rep held) {
  temporaries_[t] = held;
  gains_ |= held == Rep::integer || held == Rep::real;
  if (held == Rep::value) owned_.insert(t);
  return (held == Rep::value ? "Loan" : std::string(typed_cpp(held))) + " " + temporary(t);
}

void TypedEmitter::result(uint32_t t, Rep held, const std::string& expression) { out_.line(declare(t, held) + " = " + expression + ";"); }

void TypedEmitter::output(uint32_t t, Rep held, const std::string& call) {
  out_.line(declare(t, held) + ";");
  give_up_unless(call + ", " + temporary(t) + ")");
}

// It releases nothing, and passes no safepoint, at which what was released elsewhere ends.
bool TypedEmitter::is_quiet(const Instruction& i) const {
  if (i.op >= Op::add && i.op <= Op::is) return i.target == ir::no_index;      // else a function of the program's
  switch (i.op) {
    case Op::truth: case Op::not_: case Op::get_item: case Op::get_attribute: case Op::load_global: case Op::box: case Op::contains: case Op::unpack:
      return true;
    case Op::load_variable: return i.count == 1;
    case Op::call_builtin: return context_.module.names[i.name] == "len";
    default: return false;
  }
}

// Nothing between the instruction and the uses of its result, and no use, could release what the result was borrowed from.
bool TypedEmitter::survives_until_use(uint32_t t, const Statement& s) const {
  uint32_t uses = 0;
  bool after = false;
  for (const Statement& other : *blocks_.back()) {
    if (&other == &s) {
      after = true;
      continue;
    }
    if (!after) continue;
    if (other.kind != StatementKind::instruction) return false;
    const std::vector<Operand>& operands = other.instruction.operands;
    bool called = other.instruction.op == Op::call && operands[0].kind == Operand::temporary && operands[0].index == t;
    if (called && liveness_.uses(t) == 1) return true;           // compared with what it should be, before the call
    if (!is_quiet(other.instruction)) return false;
    for (const Operand& o : operands) uses += o.kind == Operand::temporary && o.index == t;
    if (uses == liveness_.uses(t)) return true;
  }
  return false;
}

void TypedEmitter::borrowed_result(const Statement& s, const std::string& expression) {
  uint32_t t = s.instruction.result;
  Rep wanted = typed_rep(function_.temporaries[t].expected);
  if (wanted != Rep::value) return output(t, wanted, "typed::unbox(" + expression);
  temporaries_[t] = Rep::value;
  if (borrows_ || survives_until_use(t, s)) {
    out_.line("Value " + temporary(t) + " = " + expression + ";");
  } else {
    owned_.insert(t);
    out_.line("Loan " + temporary(t) + " = Loan::borrow(" + expression + ");");
  }
  undefined_gives_up(t);
}

// ---- instructions ----
void TypedEmitter::instruction(const Statement& s) {
  const Instruction& i = s.instruction;
  if (array_instruction(s) || cell_instruction(s) || variable_instruction(i) || arithmetic(i) || comparison(i) || truth_instruction(i) || container_instruction(s) || call_instruction(s) || effect(s)) return;
  unsupported();
}

// A temporary that owns its value, used here and nowhere else.
bool TypedEmitter::is_movable(const Operand& o) const {
  return o.kind == Operand::temporary && owned_.count(o.index) && !aliases_.count(o.index) && liveness_.uses(o.index) == 1 &&
         !function_.temporaries[o.index].declared;
}

bool TypedEmitter::variable_instruction(const Instruction& i) {
  if (ir::is_of_variable(i) && function_.variables[i.target].storage != ir::Storage::local) return false;
  switch (i.op) {
    case Op::clear_variable:
      if (variables_[i.target] == Rep::value) out_.line(variable_names_[i.target] + ".reset();");
      if (maybe_unbound_.count(i.target)) out_.line(variable_names_[i.target] + "_bound = false;");
      return true;
    case Op::is_undefined: {
      const Operand& o = i.operands[0];
      if (o.kind != Operand::temporary || rep(o) == Rep::value || !function_.temporaries[o.index].declared) return false;
      result(i.result, Rep::boolean, "!" + temporary(o.index) + "_set");
      return true;
    }
    case Op::declare: {
      Rep held = function_.temporaries[i.result].rep == Rep::boolean ? Rep::boolean : typed_rep(function_.temporaries[i.result].expected);
      out_.line(declare(i.result, held) + (held == Rep::value ? ";" : held == Rep::boolean ? " = false;" : " = 0;"));
      if (held != Rep::value && flagged_.count(i.result)) out_.line("bool " + temporary(i.result) + "_set = false;");
      return true;
    }
    case Op::copy: {
      std::string value = as(i.operands[0], temporaries_[i.result]);
      out_.line(temporary(i.result) + " = " + (temporaries_[i.result] == Rep::value ? "Loan::borrow(" + value + ")" : value) + ";");
      if (temporaries_[i.result] != Rep::value && flagged_.count(i.result)) out_.line(temporary(i.result) + "_set = true;");
      return true;
    }
    case Op::load_variable:
      if (maybe_unbound_.count(i.target)) give_up_unless(variable_names_[i.target] + "_bound");
      else if (i.count != 1 && variables_[i.target] == Rep::value) give_up_unless("!" + variable_names_[i.target] + ".is_undefined()");
      temporaries_[i.result] = variables_[i.target];
      if (variables_[i.target] == Rep::value) {
        if (!borrows_) owned_.insert(i.result);
        out_.line(std::string(held_as()) + " " + temporary(i.result) + " = " + borrow(variable_names_[i.target]) + ";");
      } else {
        result(i.result, variables_[i.target], variable_names_[i.target]);
      }
      return true;
    case Op::store_variable: {
      Rep held = variables_[i.target];
      std::string value = as(i.operands[0], held);
      if (held == Rep::value && borrows_ && rep(i.operands[0]) != Rep::value && i.operands[0].kind != Operand::constant) return false;   // boxed here
      if (held == Rep::value) value = is_movable(i.operands[0]) ? "std::move(" + value + ")" : borrow(value);
      out_.line(variable_names_[i.target] + " = " + value + ";");
      look_up_items(i.target, true);
      if (maybe_unbound_.count(i.target)) out_.line(variable_names_[i.target] + "_bound = true;");
      // What a loop or a comprehension assigns is assigned anew when it begins again.
      if (!in_head() && !function_.variables[i.target].inlined) changed();
      computed_.clear();
      looked_up_.reset();
      return true;
    }
    case Op::box: {
      temporaries_[i.result] = rep(i.operands[0]);
      aliases_[i.result] = plain(i.operands[0]);
      return true;
    }
    default: return false;
  }
}

// The sum is held in a declared temporary that is set once there was something to add.
bool TypedEmitter::sum_step(const Instruction& i) {
  const Operand &total = i.operands[0], &item = i.operands[1], &start = i.operands[2];
  Rep held = rep(total), added = rep(item) == Rep::boolean ? Rep::integer : rep(item);
  if (held != added || (held != Rep::integer && held != Rep::real) || rep(start) == Rep::value) return false;
  std::string before = "(" + plain(total) + "_set ? " + plain(total) + " : " + as(start, held) + ")", value = as(item, held);
  if (held == Rep::real) result(i.result, held, before + " + " + value);
  else output(i.result, held, "typed::add(" + before + ", " + value);
  return true;
}

// The operator without its in-place form.
static Op plain_operator(Op op) {
  if (op < Op::inplace_add || op > Op::inplace_bit_xor) return op;
  return static_cast<Op>(static_cast<int>(op) - static_cast<int>(Op::inplace_add) + static_cast<int>(Op::add));
}

bool TypedEmitter::arithmetic(const Instruction& i) {
  Op op = plain_operator(i.op);
  if (op < Op::add || op > Op::invert) return false;
  if (i.target != ir::no_index && rep(i.operands[0]) == Rep::value) return operator_call(i);
  if (text_operation(i)) return true;
  ++operations_;
  if (op == Op::multiply && holds_own_list(i.operands[0]) && rep(i.operands[1]) == Rep::integer) {
    result(i.result, Rep::value, "typed::repeated(" + plain(i.operands[0]) + ", " + plain(i.operands[1]) + ")");
    undefined_gives_up(i.result);
    return true;
  }
  if (mixed_arithmetic(i, op)) return true;
  Rep ra = Rep::none, rb = Rep::none;
  bool binary = i.operands.size() == 2;
  std::string a = as_number(i.operands[0], ra, binary ? &i.operands[1] : nullptr);
  if (failed_) return false;
  if (op == Op::negative) {
    if (ra == Rep::real) result(i.result, Rep::real, "-" + a);
    else output(i.result, Rep::integer, "typed::negative(" + a);
    return true;
  }
  if (op == Op::positive) return result(i.result, ra, a), true;
  if (op == Op::invert) {
    if (ra != Rep::integer) return false;
    return result(i.result, Rep::integer, "~" + a), true;
  }
  std::string b = as_number(i.operands[1], rb, &i.operands[0]);
  if (failed_) return false;
  bool integers = ra == Rep::integer && rb == Rep::integer;
  if (!integers && ra == Rep::integer) a = "static_cast<double>(" + a + ")";
  if (!integers && rb == Rep::integer) b = "static_cast<double>(" + b + ")";
  auto call = [&](const char* name, Rep held) {
    std::string operation = std::string("typed::") + name + "(" + a + ", " + b;
    if (!repeated(operation, i.result, held)) output(i.result, held, operation);
  };
  auto direct = [&](const char* symbol, Rep held) { result(i.result, held, a + " " + symbol + " " + b); };
  Rep both = integers ? Rep::integer : Rep::real;
  bool overloaded = op == Op::true_divide || op == Op::floor_divide || op == Op::remainder || op == Op::power;
  if (overloaded && integers) {            // a literal int is neither of the types these take
    if (i.operands[0].kind == Operand::constant) a = "int64_t{" + a + "}";
    if (i.operands[1].kind == Operand::constant) b = "int64_t{" + b + "}";
  }
  switch (op) {
    case Op::add: integers ? call("add", both) : direct("+", both); return true;
    case Op::subtract: integers ? call("subtract", both) : direct("-", both); return true;
    case Op::multiply: integers ? call("multiply", both) : direct("*", both); return true;
    case Op::true_divide: call("true_divide", Rep::real); return true;
    case Op::floor_divide: call("floor_divide", both); return true;
    case Op::remainder: call("remainder", both); return true;
    case Op::power: call("power", both); return true;
    default: break;
  }
  if (!integers || (may_be_bool(i.operands[0]) && may_be_bool(i.operands[1]))) return false;   // True & False is a bool
  switch (op) {
    case Op::left_shift: call("left_shift", Rep::integer); return true;
    case Op::right_shift: call("right_shift", Rep::integer); return true;
    case Op::bit_and: direct("&", Rep::integer); return true;
    case Op::bit_or: direct("|", Rep::integer); return true;
    case Op::bit_xor: direct("^", Rep::integer); return true;
    default: return false;
  }
}

bool TypedEmitter::comparison(const Instruction& i) {
  if (i.op == Op::is) {
    // None is the only object of its kind; of unboxed values nobody can say whether they are one object.
    bool with_none = false;
    for (const Operand& o : i.operands) with_none |= o.kind == Operand::constant && context_.module.constants[o.index].kind == ir::Constant::none;
    bool value = rep(i.operands[0]) == Rep::value && rep(i.operands[1]) == Rep::value;
    if (!with_none && !value) return false;
    result(i.result, Rep::boolean, value ? "is(" + plain(i.operands[0]) + ", " + plain(i.operands[1]) + ")" : "false");
    return true;
  }
  if (i.op < Op::lt || i.op > Op::ge) return false;
  if (value_comparison(i) || mixed_comparison(i)) return true;
  static constexpr const char* symbols[] = {"<", "<=", "==", "!=", ">", ">="};
  const char* symbol = symbols[static_cast<int>(i.op) - static_cast<int>(Op::lt)];
  Rep ra = Rep::none, rb = Rep::none;
  std::string a = as_number(i.operands[0], ra, &i.operands[1]), b = failed_ ? "" : as_number(i.operands[1], rb, &i.operands[0]);
  if (failed_) return false;
  auto exact = [&](std::string& side, const Operand& o) {
    if (o.kind == Operand::constant) {
      side = as(o, Rep::real);
      return;
    }
    std::string name = fresh("exact_");
    out_.line("double " + name + ";");
    give_up_unless("typed::comparable(" + side + ", " + name + ")");
    side = name;
  };
  if (ra == Rep::integer && rb == Rep::real) exact(a, i.operands[0]);
  if (rb == Rep::integer && ra == Rep::real) exact(b, i.operands[1]);
  result(i.result, Rep::boolean, a + " " + symbol + " " + b);
  return true;
}

bool TypedEmitter::truth_instruction(const Instruction& i) {
  switch (i.op) {
    case Op::truth:
      switch (rep(i.operands[0])) {
        case Rep::boolean: result(i.result, Rep::boolean, plain(i.operands[0])); return true;
        case Rep::integer:
        case Rep::real: result(i.result, Rep::boolean, plain(i.operands[0]) + " != 0"); return true;
        default: output(i.result, Rep::boolean, "typed::truth(" + plain(i.operands[0])); return true;
      }
    case Op::not_: result(i.result, Rep::boolean, "!" + plain(i.operands[0])); return true;
    case Op::from_boolean: result(i.result, Rep::boolean, plain(i.operands[0])); return true;
    default: return false;
  }
}

// ", start, stop, step" as values.
std::string TypedEmitter::slice_operands(const Instruction& slice) {
  std::string out;
  for (const Operand& o : slice.operands) out += ", " + as(o, Rep::value);
  return out;
}

bool TypedEmitter::unpack(const Instruction& i) {
  if (rep(i.operands[0]) != Rep::value || i.count == 0) return false;
  auto several = i.operands[0].kind == Operand::temporary ? several_.find(i.operands[0].index) : several_.end();
  if (several != several_.end()) return unpack_several(i, several->second), true;
  std::string items = fresh("items_");
  out_.line("Value " + items + "[" + std::to_string(i.count) + "];");
  give_up_unless("typed::unpack(" + plain(i.operands[0]) + ", " + items + ")");
  for (uint32_t k = 0; k < i.count; ++k) element(i.result + k, items + "[" + std::to_string(k) + "]");
  return true;
}

void TypedEmitter::undefined_gives_up(uint32_t t) { give_up_unless("!" + temporary(t) + ".is_undefined()"); }

bool TypedEmitter::container_instruction(const Statement& s) {
  const Instruction& i = s.instruction;
  switch (i.op) {
    case Op::set_item: return set_item(i);
    case Op::load_global:
      if (loads_itself(i)) return true;
      globals_[i.result] = i.name;
      if (only_called_.count(i.result)) return temporaries_[i.result] = Rep::value, true;       // the call asks what it stands for
      borrowed_result(s, "typed::global(py_globals, " + context_.name(i.name) + ", " + context_.global_site() + ")");
      return true;
    case Op::get_attribute:
      if (rep(i.operands[0]) != Rep::value) return false;
      if (read_after_change(s, "lend_attribute(" + plain(i.operands[0]) + ", " + context_.name(i.name) + ", " + context_.attribute_site() + ")")) return true;
      if (expected(i.operands[0]) == ir::kind_module) {
        borrowed_result(s, "typed::member(" + plain(i.operands[0]) + ", " + context_.name(i.name) + ", " + context_.global_site() + ")");
      } else {
        borrowed_result(s, "typed::attribute(" + plain(i.operands[0]) + ", " + context_.name(i.name) + ", " + context_.attribute_site() + ")");
      }
      return true;
    case Op::make_slice:
      for (const Operand& o : i.operands) {
        bool none = o.kind == Operand::constant && context_.module.constants[o.index].kind == ir::Constant::none;
        if (rep(o) != Rep::integer && !none) return false;
      }
      pending_[i.result] = i;
      return true;
    case Op::unpack: return unpack(i);
    case Op::get_item: {
      if (i.operands[1].kind == Operand::temporary && pending_.count(i.operands[1].index)) {
        const Instruction slice = pending_[i.operands[1].index];
        if (rep(i.operands[0]) != Rep::value || slice.op != Op::make_slice) return false;
        std::string bounds = slice_operands(slice);
        result(i.result, Rep::value, "typed::slice(" + plain(i.operands[0]) + bounds + ")");
        undefined_gives_up(i.result);
        return true;
      }
      if (rep(i.operands[0]) != Rep::value) return false;
      if (expected(i.operands[0]) == ir::kind_dict) {
        if (place_.changed) return false;
        std::string wanted = key(i.operands[1]);
        dict_result(s, plain(i.operands[0]), wanted, "typed::lookup(" + plain(i.operands[0]) + ", " + wanted + ")");
        return true;
      }
      if (rep(i.operands[1]) != Rep::integer) return false;
      if (expected(i.operands[0]) == ir::kind_bytes) return output(i.result, Rep::integer, "typed::byte(" + plain(i.operands[0]) + ", " + plain(i.operands[1])), true;
      if (is_text(i.operands[0])) return text_result(i.result, "typed::character(" + plain(i.operands[0]) + ", " + plain(i.operands[1]) + ")"), true;
      if (place_.changed && may_change()) {
        std::string key = as(i.operands[1], Rep::value);
        if (read_after_change(s, "lend_item(" + plain(i.operands[0]) + ", " + key + ")")) return true;
      }
      borrowed_result(s, "typed::item(" + container(i.operands[0]) + ", " + plain(i.operands[1]) + ")");
      return true;
    }
    case Op::list_append: {              // a list in the making
      std::string item = as_stored(i.operands[1]);
      give_up_unless("typed::append(" + plain(i.operands[0]) + ", " + item + ")");
      return true;
    }
    case Op::make_list:
    case Op::make_tuple: {
      if (i.op == Op::make_tuple && (is_returned(i) || is_key(i))) return pending_[i.result] = i, true;
      std::string items;
      for (const Operand& o : i.operands) {
        bool moves = is_movable(o);
        std::string item = as(o, Rep::value);
        items += (items.empty() ? "" : ", ") + (moves || (rep(o) != Rep::value && o.kind != Operand::constant && rep(o) != Rep::boolean) ? "std::move(" + item + ")" : item);
      }
      result(i.result, Rep::value, (i.op == Op::make_list ? "list_from(" : "tuple_from(") + items + ")");
      return true;
    }
    case Op::contains: {
      constexpr ir::Kinds searched = ir::kind_dict | ir::kind_set | ir::kind_list | ir::kind_tuple | ir::kind_str;
      ir::Kinds kinds = expected(i.operands[0]);
      bool constant = i.operands[0].kind == Operand::constant;      // a text or tuple
      if (rep(i.operands[0]) != Rep::value || (!constant && (kinds == 0 || (kinds & ~searched)))) return false;
      std::string item = key(i.operands[1]);
      output(i.result, Rep::boolean, "typed::contains(" + plain(i.operands[0]) + ", " + item);
      return true;
    }
    case Op::sum_step: return sum_step(i);
    case Op::sum_result: {
      std::string total = temporary(i.operands[0].index);
      Rep held = rep(i.operands[0]);
      if (rep(i.operands[1]) == held) {
        result(i.result, held, total + "_set ? " + total + " : " + plain(i.operands[1]));
      } else {
        give_up_unless(total + "_set");
        result(i.result, held, total);
      }
      return true;
    }
    case Op::raise_empty: out_.line(leaving()); return true;
    case Op::iter:
      pending_[i.result] = i;
      return true;
    default: return false;
  }
}

}  // namespace portalis::emission
