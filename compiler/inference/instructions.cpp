// What each instruction says about types.
#include "compiler/inference/program.hpp"
#include "compiler/semantics/scope.hpp"

namespace portalis::inference {

using ir::Instruction;
using ir::no_index;
using ir::Op;

static constexpr Kinds integers = ir::kind_bool | ir::kind_int, numbers = integers | ir::kind_float;

void Program::instruction(const Instruction& x) {
  typed_instruction(x);
  if (settled_) settle_instruction(x);
}

void Program::typed_instruction(const Instruction& x) {
  if (variable_instruction(x) || container_instruction(x)) return;
  switch (x.op) {
    case Op::get_attribute: return result(x, attribute(operand(x, 0), name(x)));
    case Op::set_attribute: return store_attribute(operand(x, 0), name(x), operand(x, 1));
    case Op::get_item: return result(x, item(x));
    case Op::set_item: return store_item(operand(x, 0), operand(x, 1), operand(x, 2));
    case Op::call: {
      uint32_t callee = x.operands[0].kind == ir::Operand::temporary ? facts().builtins[x.operands[0].index] : no_index;
      if (callee != no_index) return result(x, call_builtin(facts().module->names[callee], arguments(x, 1), x));
      result(x, call(operand(x, 0), arguments(x, 1), &x));
      return handed_on(native_name(operand(x, 0)), arguments(x, 1), x);
    }
    case Op::call_unpacked: return call_unpacked(x);
    case Op::call_builtin:
      result(x, call_builtin(name(x), arguments(x, 0), x));
      return handed_on(name(x), arguments(x, 0), x);
    case Op::call_method: {
      Type object = operand(x, 0);
      result(x, call_method(object, name(x), arguments(x, 1), &x));
      bool own = object.may(ir::kind_instance) && object.id < many && in_class(object.id, name(x)).kinds && name(x) != "__init__";
      if (!own) handed_on(name(x), arguments(x, 1), x);
      return;
    }
    case Op::super_: {
      uint32_t owner = facts().owner;
      auto cls = classes_.find(owner);
      if (cls == classes_.end() || cls->second.bases.size() != 1) return;
      Type parent = of(ir::kind_instance, cls->second.bases[0]);
      return result(x, cls->second.escaped ? opened(parent) : parent);
      return;
    }
    case Op::iter: {
      Type from = operand(x, 0);
      if (from.kinds == ir::kind_iterator) return result(x, from);
      if (from.kinds == 0) return;
      Type it = container(x, ir::kind_iterator);
      changed_ |= lattice_.join_element(it, element(from));
      return result(x, it);
    }
    case Op::next: return result(x, element(operand(x, 0)));
    case Op::sum_step: {
      Type sum = operand(x, 1), start = operand(x, 2);
      if (sum.kinds == 0) return;
      if ((sum.kinds & ~numbers) || (start.kinds & ~numbers)) {
        lattice_.join(sum, start);
        return result(x, sum.may(ir::kind_instance) ? call_method(sum, "__add__", {{sum}, {}}, nullptr) : sum);
      }
      Kinds kinds = sum.kinds == ir::kind_float ? Kinds{ir::kind_float} : static_cast<Kinds>(sum.kinds | start.kinds);
      if (kinds & ir::kind_bool) kinds = static_cast<Kinds>((kinds & ~ir::kind_bool) | ir::kind_int);
      return result(x, {kinds, unknown, unknown});
    }
    case Op::sum_result: return result(x, operand(x, 0));      // as a rule there is something to add
    case Op::make_slice: return result(x, of(ir::kind_other));
    case Op::make_function: return define_function(x);
    case Op::build_class: return define_class(x);
    case Op::import_module: {
      std::string wanted = x.count ? name(x) : name(x).substr(0, name(x).find('.'));
      auto found = modules_.find(wanted);
      if (found != modules_.end()) return result(x, of(ir::kind_module, found->second));
      auto [it, fresh] = native_modules_.try_emplace(wanted, static_cast<uint32_t>(native_names_.size()) + first_native_module);
      if (fresh) native_names_.push_back(wanted);
      return result(x, of(ir::kind_module, it->second));
    }
    case Op::import_from: return result(x, attribute(operand(x, 0), name(x)));
    case Op::yield: {
      if (facts().fn->kind == ir::FunctionKind::generator) changed_ |= lattice_.join_element(facts().result, operand(x, 0));
      return;
    }
    case Op::yield_from: {
      if (facts().fn->kind == ir::FunctionKind::generator) changed_ |= lattice_.join_element(facts().result, element(operand(x, 0)));
      return;
    }
    case Op::with_enter: {
      Type manager = operand(x, 0);
      return result(x, manager.is(ir::kind_other) ? opened(manager) : call_method(manager, "__enter__", {}, nullptr));
    }
    case Op::format_value:
    case Op::join_strings: return result(x, of(ir::kind_str));
    case Op::lt: case Op::le: case Op::eq: case Op::ne: case Op::gt: case Op::ge: case Op::from_boolean: return result(x, of(ir::kind_bool));
    default: break;
  }
  if (x.op >= Op::add && x.op <= Op::invert) result(x, arithmetic(x));
}

bool Program::variable_instruction(const Instruction& x) {
  FunctionFacts& f = facts();
  switch (x.op) {
    case Op::copy: join(f.temporaries[x.result], operand(x, 0)); return true;
    case Op::load_variable: result(x, f.variables[x.target]); return true;
    case Op::store_variable: join(f.variables[x.target], operand(x, 0)); return true;
    case Op::load_global: {
      // Where it is not bound (yet), a builtin may be meant.
      Type value = global(f.module_index, name(x));
      result(x, semantics::is_builtin_name(name(x)) || name(x).starts_with("__") ? opened(value) : value);
      return true;
    }
    case Op::store_global: join(globals_[f.module_index][name(x)], operand(x, 0)); return true;
    case Op::load_builtin: f.builtins[x.result] = x.name; return true;
    case Op::load_name: {
      auto cls = classes_.find(current_);
      bool own = cls != classes_.end() && cls->second.names.count(name(x));
      if (own) result(x, cls->second.names[name(x)]);
      if (!own || settled_) result(x, global(f.module_index, name(x)));
      return true;
    }
    case Op::store_name: {
      Type value = operand(x, 0);
      join(classes_[current_].names[name(x)], value);
      if (settled_) settle_method(name(x), value);
      if (value.is(ir::kind_function) && value.id < functions_.size() && functions_[value.id].owner == unknown) {
        FunctionFacts& method = functions_[value.id];
        method.owner = current_;
        changed_ = true;
        if (method.fn->positional > 0 && method.binding != FunctionFacts::static_) {
          Type self = of(method.binding == FunctionFacts::class_ ? ir::kind_class : ir::kind_instance, current_);
          join(method.variables[method.fn->parameters[0]], self);
        }
      }
      return true;
    }
    default: return false;
  }
}

Type Program::global(uint32_t module, const std::string& name) {
  auto found = globals_[module].find(name);
  return found == globals_[module].end() ? Type{} : found->second;
}

bool Program::container_instruction(const Instruction& x) {
  auto joined = [&](Type made) {
    for (size_t n = 0; n < x.operands.size(); ++n) changed_ |= lattice_.join_element(made, operand(x, n));
    result(x, made);
    return true;
  };
  switch (x.op) {
    case Op::make_list: return joined(container(x, ir::kind_list));
    case Op::make_set: return joined(container(x, ir::kind_set));
    case Op::make_tuple: {
      Type made = container(x, ir::kind_tuple);
      std::vector<Type> items;
      for (size_t n = 0; n < x.operands.size(); ++n) items.push_back(operand(x, n));
      changed_ |= lattice_.join_items(made, items);
      result(x, made);
      return true;
    }
    case Op::make_dict: {
      Type made = container(x, ir::kind_dict);
      for (size_t n = 0; n + 1 < x.operands.size(); n += 2) store_item(made, operand(x, n), operand(x, n + 1));
      result(x, made);
      return true;
    }
    case Op::list_append:
    case Op::set_add: changed_ |= lattice_.join_element(operand(x, 0), operand(x, 1)); return true;
    case Op::list_extend:
    case Op::set_update: changed_ |= lattice_.join_element(operand(x, 0), element(operand(x, 1))); return true;
    case Op::dict_store: store_item(operand(x, 0), operand(x, 1), operand(x, 2)); return true;
    case Op::list_to_tuple: {
      Type made = container(x, ir::kind_tuple);
      lattice_.content(made).one_length = false;
      changed_ |= lattice_.join_element(made, element(operand(x, 0)));
      result(x, made);
      return true;
    }
    case Op::unpack:
    case Op::unpack_star: {
      Type from = operand(x, 0);
      uint32_t n = ir::result_count(x);
      bool known = x.op == Op::unpack && lattice_.has_content(from) && from.is(ir::kind_tuple) && lattice_.content(from).items.size() == n;
      for (uint32_t k = 0; k < n; ++k) {
        Type item = known ? lattice_.content(from).items[k] : element(from);
        if (from.open) item = opened(item);
        if (x.op == Op::unpack_star && k == (x.count & 0xffff)) {
          Type rest = container(x, ir::kind_list);
          changed_ |= lattice_.join_element(rest, item);
          item = rest;
        }
        join(facts().temporaries[x.result + k], item);
      }
      return true;
    }
    default: return false;
  }
}

void Program::define_function(const Instruction& x) {
  uint32_t id = function_id(x.target);
  FunctionFacts& made = functions_[id];
  if (x.operands.size() > 0 && x.operands[0].kind != ir::Operand::none) {
    Type defaults = operand(x, 0);
    join(made.defaults, defaults);
    if (lattice_.has_content(defaults)) {
      std::vector<Type> items = lattice_.content(defaults).items;
      uint32_t count = static_cast<uint32_t>(items.size());
      for (uint32_t i = 0; i < count && count <= made.fn->positional; ++i) {
        join(made.variables[made.fn->parameters[made.fn->positional - count + i]], items[i]);
      }
    }
  }
  if (settled_ && x.operands.size() > 1 && x.operands[1].kind != ir::Operand::none) {
    escape(operand(x, 1));
    for (uint32_t k = 0; k < made.fn->keyword_only; ++k) open(made.variables[made.fn->parameters[made.fn->positional + k]]);
  }
  if (settled_ && operand(x, 0).open) {
    for (uint32_t k = 0; k < made.fn->positional; ++k) open(made.variables[made.fn->parameters[k]]);
  }
  if (x.operands.size() > 2) join(made.annotations, operand(x, 2));
  for (size_t k = 0; k < x.list.size() && k < made.fn->free_variables.size(); ++k) {
    Type &inner = made.variables[made.fn->free_variables[k]], &outer = facts().variables[x.list[k]];
    join(inner, outer);
    join(outer, inner);
  }
  result(x, of(ir::kind_function, id));
}

void Program::define_class(const Instruction& x) {
  uint32_t id = function_id(x.target);
  ClassFacts& made = classes_[id];
  made.name = name(x);
  if (made.bases.empty()) {
    Type bases = operand(x, 0);
    if (lattice_.has_content(bases)) {
      for (const Type& base : lattice_.content(bases).items) {
        if (!base.is(ir::kind_class) || base.id >= many || base.id == id) continue;
        made.bases.push_back(base.id);
        classes_[base.id].subclasses.push_back(id);
      }
    }
  }
  if (settled_) {
    bool keywords = x.operands.size() > 1 && x.operands[1].kind != ir::Operand::none;
    Type bases = operand(x, 0);
    const std::vector<Type> items = lattice_.has_content(bases) ? lattice_.content(bases).items : std::vector<Type>();
    bool none = x.operands.empty() || x.operands[0].kind == ir::Operand::none || (lattice_.has_content(bases) && lattice_.content(bases).one_length && items.empty());
    bool one = items.size() == 1 && items[0].is(ir::kind_class) && !items[0].open && items[0].id < functions_.size();
    if (!none && !one) escape(bases);
    made.described |= keywords || (!none && !one) || (one && classes_[items[0].id].described);
    if (made.described) escape_class(id);
    if (keywords) escape(operand(x, 1));
  }
  for (size_t k = 0; k < x.list.size() && k < functions_[id].fn->free_variables.size(); ++k) {
    Type &inner = functions_[id].variables[functions_[id].fn->free_variables[k]], &outer = facts().variables[x.list[k]];
    join(inner, outer);
    join(outer, inner);
  }
  result(x, made.described ? opened(of(ir::kind_class, id)) : of(ir::kind_class, id));
}

Type Program::arithmetic(const Instruction& x) {
  Type out = arithmetic_result(x);
  return settled_ ? settle_arithmetic(x, out) : out;
}

Type Program::arithmetic_result(const Instruction& x) {
  Type a = operand(x, 0), b = operand(x, 1);
  bool divides = x.op == Op::true_divide || x.op == Op::inplace_true_divide;
  if (x.operands.size() == 1) {
    if (a.may(ir::kind_instance)) return call_method(a, ir::operator_method(x.op), {}, nullptr);
    Kinds out = a.kinds & (ir::kind_int | ir::kind_float);
    if (a.may(ir::kind_bool)) out |= ir::kind_int;
    return {out, unknown, unknown};
  }
  if (a.kinds == 0 || b.kinds == 0) return {};
  Type out;
  if ((a.kinds & numbers) && (b.kinds & numbers)) {
    if (a.may(ir::kind_float) || b.may(ir::kind_float) || divides) out.kinds |= ir::kind_float;
    if ((a.kinds & integers) && (b.kinds & integers) && !divides) out.kinds |= ir::kind_int;
  }
  bool adds = x.op == Op::add || x.op == Op::inplace_add, multiplies = x.op == Op::multiply || x.op == Op::inplace_multiply;
  Kinds sequences = ir::kind_str | ir::kind_bytes | ir::kind_list;
  bool rows = adds && (a.kinds & b.kinds & ir::kind_tuple), repeats = multiplies && ((a.may(ir::kind_tuple) && (b.kinds & integers)) || (b.may(ir::kind_tuple) && (a.kinds & integers)));
  if (rows || repeats) {
    lattice_.join(out, any_tuple(x, a));
    lattice_.join(out, any_tuple(x, b));
  }
  if (adds && (a.kinds & b.kinds & sequences)) {
    lattice_.join(out, {static_cast<Kinds>(a.kinds & sequences), unknown, a.content});
    if (lattice_.has_content(b)) lattice_.join(out, {static_cast<Kinds>(b.kinds & sequences), unknown, b.content});
  }
  if (x.op == Op::inplace_add && a.may(ir::kind_list)) {
    lattice_.join(out, {ir::kind_list, unknown, a.content});
    changed_ |= lattice_.join_element(a, element(b));
  }
  if (multiplies && (a.kinds & sequences) && (b.kinds & integers)) lattice_.join(out, {static_cast<Kinds>(a.kinds & sequences), unknown, a.content});
  if (multiplies && (b.kinds & sequences) && (a.kinds & integers)) lattice_.join(out, {static_cast<Kinds>(b.kinds & sequences), unknown, b.content});
  if ((x.op == Op::remainder || x.op == Op::inplace_remainder) && a.may(ir::kind_str)) out.kinds |= ir::kind_str;
  if ((a.kinds & b.kinds & ir::kind_set)) lattice_.join(out, a);
  if (const char* dunder = ir::operator_method(x.op); *dunder) {
    if (a.may(ir::kind_instance) && a.id < many) lattice_.join(out, call_method(a, dunder, {{b}, {}}, nullptr));
    else if (b.may(ir::kind_instance) && b.id < many) lattice_.join(out, call_method(b, "__r" + std::string(dunder + 2), {{a}, {}}, nullptr));
  }
  return out;
}

Type Program::item(const Instruction& x) {
  Type from = operand(x, 0), key = operand(x, 1);
  Type out;
  bool sliced = is_slice(key);
  constexpr Kinds known = ir::kind_none | ir::kind_str | ir::kind_bytes | ir::kind_list | ir::kind_tuple | ir::kind_dict | ir::kind_instance;
  bool by_number = !(key.kinds & ~integers) && !key.open;
  if (from.open || (from.kinds & ~known) || (from.may(ir::kind_instance) && from.id >= many)) out = opened(out);
  if (!by_number && !sliced && (from.kinds & (ir::kind_str | ir::kind_bytes | ir::kind_list | ir::kind_tuple))) out = opened(out);
  if (from.may(ir::kind_str)) out.kinds |= ir::kind_str;
  if (from.may(ir::kind_bytes)) out.kinds |= sliced ? ir::kind_bytes : ir::kind_int;
  if (lattice_.has_content(from)) {
    if (sliced) {
      if (from.may(ir::kind_list)) lattice_.join(out, {ir::kind_list, unknown, from.content});
      if (from.may(ir::kind_tuple)) lattice_.join(out, any_tuple(x, from));
    } else if (from.may(ir::kind_dict) || lattice_.content(from).keyed) {
      lattice_.join(out, lattice_.content(from).value);
    } else {
      const auto& items = lattice_.content(from).items;
      const ir::Constant* c = x.operands[1].kind == ir::Operand::constant ? &facts().module->constants[x.operands[1].index] : nullptr;
      size_t index = c && c->kind == ir::Constant::integer && c->text.size() < 4 && c->text[0] != '-' ? std::stoul(c->text) : items.size();
      lattice_.join(out, from.is(ir::kind_tuple) && index < items.size() ? items[index] : lattice_.content(from).element);
    }
  }
  if (from.may(ir::kind_instance) && from.id < many) lattice_.join(out, call_method(from, "__getitem__", {{key}, {}}, nullptr));
  return out;
}

void Program::store_item(const Type& into, const Type& key, const Type& value) {
  constexpr Kinds known = ir::kind_none | ir::kind_list | ir::kind_dict | ir::kind_instance;
  bool listed = !into.may(ir::kind_list) || is_slice(key) || (!(key.kinds & ~integers) && !key.open);
  bool one = into.is(ir::kind_list) || into.is(ir::kind_dict) || into.is(ir::kind_instance);
  if (settled_ && (into.open || (into.kinds & ~known) || !listed || !one)) {
    escape(key);
    escape(value);
    if (!listed || !one) escape(into);
  }
  if (into.may(ir::kind_dict) || (lattice_.has_content(into) && lattice_.content(into).keyed)) {
    changed_ |= lattice_.join_element(into, key);
    changed_ |= lattice_.join_value(into, value);
  } else if (into.may(ir::kind_list) || into.may(ir::kind_other)) {
    changed_ |= lattice_.join_element(into, is_slice(key) ? element(value) : value);
  } else if (into.may(ir::kind_instance) && into.id < many) {
    call_method(into, "__setitem__", {{key, value}, {}}, nullptr);
  }
}

}  // namespace portalis::inference
