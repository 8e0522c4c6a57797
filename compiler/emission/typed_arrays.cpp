// Typed versions: lists that are plain arrays (arrays.hpp says which; runtime/program/typed_arrays.hpp).
#include "compiler/emission/typed_emitter.hpp"

namespace portalis::emission {

using ir::Instruction;
using ir::Op;
using ir::Operand;
using ir::Rep;
using ir::Statement;

// How the items of an array are held; none: the operand is no array.
Rep TypedEmitter::array(const Operand& o) const {
  if (o.kind == Operand::temporary) return arrays_.temporaries[o.index];
  return o.kind == Operand::variable ? arrays_.variables[o.index] : Rep::none;
}

static std::string array_type(Rep item) { return "typed::Array<" + std::string(typed_cpp(item)) + ">"; }

std::string TypedEmitter::array_declaration(uint32_t variable) const { return array_type(arrays_.variables[variable]) + " " + variable_names_[variable] + ";"; }

// An item as it is held. A bool among ints would have to stay one.
std::string TypedEmitter::array_item(const Operand& o, Rep item) {
  if (rep(o) == Rep::boolean && item != Rep::boolean) unsupported();
  return as(o, item);
}

void TypedEmitter::array_result(uint32_t t, const std::string& expression) {
  out_.line(array_type(arrays_.temporaries[t]) + " " + temporary(t) + " = " + expression + ";");
  give_up_unless(temporary(t));
}

// "from, to, by"
std::string TypedEmitter::bounds(const Operand& slice) {
  std::string out;
  for (const Operand& o : pending_[slice.index].operands) {
    bool none = o.kind == Operand::constant && context_.module.constants[o.index].kind == ir::Constant::none;
    out += (out.empty() ? "" : ", ") + (none ? "typed::open" : plain(o));
  }
  return out;
}

bool TypedEmitter::is_slice(const Operand& o) const {
  auto made = o.kind == Operand::temporary ? pending_.find(o.index) : pending_.end();
  return made != pending_.end() && made->second.op == Op::make_slice;
}

// What makes an array, or is done with one.
bool TypedEmitter::array_instruction(const Statement& s) {
  const Instruction& i = s.instruction;
  Rep made = i.result != ir::no_index ? arrays_.temporaries[i.result] : Rep::none;
  Rep given = i.operands.empty() ? Rep::none : array(i.operands[0]);
  auto moved = [&](const Operand& o) {
    bool last = o.kind == Operand::temporary && liveness_.uses(o.index) == 1 && !function_.temporaries[o.index].declared;
    return last ? "std::move(" + plain(o) + ")" : plain(o);
  };
  if (ir::is_of_variable(i)) {
    if (arrays_.variables[i.target] == Rep::none) return false;
    const std::string& name = variable_names_[i.target];
    if (i.op == Op::load_variable) {
      if (i.count != 1) give_up_unless(name);
      out_.line(array_type(made) + " " + temporary(i.result) + " = " + name + ";");
    } else {
      out_.line(name + " = " + (i.op == Op::clear_variable ? array_type(arrays_.variables[i.target]) + "()" : moved(i.operands[0])) + ";");
    }
    return true;
  }
  if (made == Rep::none && given == Rep::none) return false;
  gains_ = true;
  const std::string list = given != Rep::none ? plain(i.operands[0]) : "";
  switch (i.op) {
    case Op::declare: out_.line(array_type(made) + " " + temporary(i.result) + ";"); return true;
    case Op::copy: out_.line(temporary(i.result) + " = " + moved(i.operands[0]) + ";"); return true;
    case Op::make_list: {
      std::string items;
      for (const Operand& o : i.operands) items += (items.empty() ? "" : ", ") + array_item(o, made);
      array_result(i.result, array_type(made) + "::of({" + items + "})");
      return true;
    }
    case Op::multiply: array_result(i.result, list + ".repeated(" + as(i.operands[1], Rep::integer) + ")"); return true;
    case Op::call_builtin: return array_call(i);
    case Op::truth: result(i.result, Rep::boolean, list + ".size() != 0"); return true;
    case Op::get_item:
      if (is_slice(i.operands[1])) array_result(i.result, list + ".slice(" + bounds(i.operands[1]) + ")");
      else output(i.result, given, list + ".get(" + as(i.operands[1], Rep::integer));
      return true;
    case Op::set_item:
      if (is_slice(i.operands[1])) give_up_unless(list + ".set_slice(" + bounds(i.operands[1]) + ", " + plain(i.operands[2]) + ")");
      else give_up_unless(list + ".set(" + as(i.operands[1], Rep::integer) + ", " + array_item(i.operands[2], given) + ")");
      return true;
    case Op::list_append: give_up_unless(list + ".append(" + array_item(i.operands[1], given) + ")"); return true;
    case Op::find_method: return true;
    case Op::call_method: return array_method(i, given);
    case Op::iter: pending_[i.result] = i; return true;
    default: return false;
  }
}

bool TypedEmitter::array_call(const Instruction& i) {
  const std::string& name = context_.module.names[i.name];
  if (name == "len") return result(i.result, Rep::integer, plain(i.operands[0]) + ".size()"), true;
  if (name != "list") return pending_[i.result] = i, true;                 // enumerate(), zip()
  if (array(i.operands[0]) != Rep::none) return array_result(i.result, plain(i.operands[0]) + ".slice(typed::open, typed::open, typed::open)"), true;
  const std::vector<Operand> range = pending_[i.operands[0].index].operands;
  std::string start = range.size() > 1 ? as(range[0], Rep::integer) : "0", stop = as(range[range.size() > 1 ? 1 : 0], Rep::integer);
  array_result(i.result, "typed::Array<int64_t>::of(typed::Range(" + start + ", " + stop + ", " + (range.size() > 2 ? as(range[2], Rep::integer) : "1") + "))");
  return true;
}

bool TypedEmitter::array_method(const Instruction& i, Rep item) {
  const std::string& name = context_.module.names[i.name];
  const std::string list = plain(i.operands[0]), index = i.operands.size() > 1 ? plain(i.operands[1]) : "-1";
  if (name == "append") {
    give_up_unless(list + ".append(" + array_item(i.operands[1], item) + ")");
  } else if (name == "insert") {
    give_up_unless(list + ".insert(" + index + ", " + array_item(i.operands[2], item) + ")");
  } else {
    std::string popped = i.result == ir::no_index ? fresh("popped_") : temporary(i.result);
    out_.line((i.result == ir::no_index ? std::string(typed_cpp(item)) + " " + popped : declare(i.result, item)) + ";");
    give_up_unless(list + ".pop(" + index + ", " + popped + ")");
    return true;
  }
  if (i.result != ir::no_index) {
    temporaries_[i.result] = Rep::value;
    aliases_[i.result] = "py::None";
  }
  return true;
}

// A loop's source: declares what goes over it, and says how the next element is got.
std::string TypedEmitter::array_loop(const Operand& source) {
  std::string loop = fresh("each_");
  out_.line("typed::ArrayEach<" + std::string(typed_cpp(array(source))) + "> " + loop + "(" + plain(source) + ");");
  return loop;
}
void TypedEmitter::array_element(uint32_t t, Rep item, const std::string& loop) {
  out_.line(declare(t, item) + ";");
  out_.line("if (!" + loop + ".next(" + temporary(t) + ")) break;");
}

// The list that is given away, owned by what is returned.
std::string TypedEmitter::array_as_list(const std::string& array) {
  std::string list = fresh("list_");
  out_.line("Loan " + list + " = typed::list_of(" + array + ");");
  give_up_unless("!" + list + ".is_undefined()");
  return list;
}

}  // namespace portalis::emission
