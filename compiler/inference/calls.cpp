// Calls of functions, classes and methods of the program: arguments join parameters, results come back.
#include "compiler/inference/program.hpp"

namespace portalis::inference {

using ir::Instruction;
using ir::Op;

Program::Arguments Program::arguments(const Instruction& x, size_t from) {
  Arguments out;
  size_t named = x.list.size(), positional_end = x.operands.size() - named;
  for (size_t n = from; n < positional_end; ++n) out.positional.push_back(operand(x, n));
  for (size_t n = 0; n < named; ++n) out.named.emplace_back(facts().module->names[x.list[n]], operand(x, positional_end + n));
  return out;
}

Type Program::call_function(uint32_t f, const Arguments& args) {
  if (f >= functions_.size() || classes_.count(f)) return {};
  FunctionFacts& callee = functions_[f];
  const ir::Function& fn = *callee.fn;
  for (size_t n = 0; n < args.positional.size(); ++n) {
    if (n < fn.positional) join(callee.variables[fn.parameters[n]], args.positional[n]);
    else if (fn.has_varargs) changed_ |= lattice_.join_element(callee.variables[fn.parameters[fn.positional + fn.keyword_only]], args.positional[n]);
  }
  for (const auto& [name, value] : args.named) {
    bool found = false;
    for (uint32_t p = fn.positional_only; p < fn.positional + fn.keyword_only; ++p) {
      if (fn.variables[fn.parameters[p]].name != name) continue;
      join(callee.variables[fn.parameters[p]], value);
      found = true;
    }
    if (!found) escape(value);               // into **kwargs, of which nothing is known
  }
  return callee.result;
}

Type Program::call(const Type& callee, Arguments args, const Instruction* site) {
  Type out;
  const std::vector<uint32_t> members = lattice_.members(callee);      // a copy: sets are added meanwhile
  for (uint32_t id : members) lattice_.join(out, call({callee.kinds, id, callee.content}, args, site));
  bool complete = !members.empty();
  if (members.empty()) {
    if (callee.may(ir::kind_function) && callee.id >= first_native_function && callee.id < first_native_module) {
      const NativeFunction native = native_functions_[callee.id - first_native_function];
      out = call_method(of(ir::kind_module, native.module), native.name, args, site);
      complete = true;
    } else if (callee.may(ir::kind_function)) {
      out = call_function(callee.id, args);
      complete = callee.id < functions_.size() && !classes_.count(callee.id);
    }
    if (callee.may(ir::kind_class) && callee.id < many && classes_.count(callee.id)) {
      lattice_.join(out, make_instance(callee.id, args));
      complete = true;
    }
    if (callee.may(ir::kind_instance) && callee.id < many) {
      lattice_.join(out, call_method(callee, "__call__", args, site));
      complete = true;
    }
  }
  constexpr Kinds callable = ir::kind_function | ir::kind_class | ir::kind_instance;
  if (settled_ && (!complete || callee.open || (callee.kinds & ~(callable | ir::kind_none)))) {
    escape(args);
    out.open = true;
  }
  return out;
}

Type Program::make_instance(uint32_t cls, Arguments args) {
  Type instance = of(ir::kind_instance, cls), init = in_class(cls, "__init__"), maker = in_class(cls, "__new__");
  bool known = init.is(ir::kind_function) && init.id < functions_.size() && !init.open;
  if (settled_ && (maker.kinds || maker.open)) instance.open = true;
  if (settled_ && (instance.open || !known)) escape(args);
  if (init.is(ir::kind_function)) {
    args.positional.insert(args.positional.begin(), instance);
    call_function(init.id, args);
  }
  return instance;
}

// f(*args): what each parameter gets is known of a tuple of known length, else it is any of the items.
void Program::call_unpacked(const Instruction& x) {
  Type given = operand(x, 1), each = element(given), callee = operand(x, 0);
  uint32_t builtin = x.operands[0].kind == ir::Operand::temporary ? facts().builtins[x.operands[0].index] : ir::no_index;
  Arguments args;
  if (lattice_.has_content(given)) args.positional = lattice_.content(given).items;
  escape_operands(x);
  if (builtin != ir::no_index) {
    const std::string& name = facts().module->names[builtin];
    if (args.positional.empty() && name != "zip") args.positional = {given};       // min(*xs) is min(xs)
    if (!args.positional.empty()) return result(x, opened(call_builtin(name, args, x)));
    Type made = container(x, ir::kind_iterator), tuple = lattice_.content(made).element;
    if (!lattice_.has_content(tuple)) tuple = {ir::kind_tuple, unknown, lattice_.new_content()};
    lattice_.content(tuple).one_length = false;
    changed_ |= lattice_.join_element(tuple, element(each));
    changed_ |= lattice_.join_element(made, tuple);
    return result(x, made);
  }
  bool function = callee.may(ir::kind_function) && callee.id < functions_.size();
  if (args.positional.empty() && each.kinds) args.positional.assign(function ? functions_[callee.id].fn->positional : 1, each);
  result(x, call(callee, args, &x));
}

Type Program::call_method(const Type& object, const std::string& name, const Arguments& args, const Instruction* site) {
  if (settled_) settle_reach(name);
  bool complete = !object.open;
  Type out = call_found(object, name, args, site, complete);
  if (settled_ && !complete) {
    if (!object.may(ir::kind_module)) escape(object);
    escape(args);
    out.open = true;
  }
  return out;
}

// Calls a function that was found as a method; false where it is not known which that is.
bool Program::enter(const Type& target, const Type& self, const Arguments& args, Type& out) {
  if (!target.is(ir::kind_function) || target.id >= functions_.size()) {
    escape(target);
    return false;
  }
  Arguments all = args;
  FunctionFacts::Binding binding = functions_[target.id].binding;
  if (binding == FunctionFacts::class_) all.positional.insert(all.positional.begin(), of(ir::kind_class, self.id));
  else if (binding == FunctionFacts::plain && self.may(ir::kind_instance)) all.positional.insert(all.positional.begin(), self);
  lattice_.join(out, call_function(target.id, all));
  return !target.open;
}

// What subclasses put in the method's place.
bool Program::call_overriding(uint32_t cls, const std::string& name, const Arguments& args, Type& out, int depth) {
  auto found = classes_.find(cls);
  if (found == classes_.end() || depth > 20) return true;
  bool complete = true;
  const std::vector<uint32_t> subclasses = found->second.subclasses;
  for (uint32_t sub : subclasses) {
    auto own = classes_[sub].names.find(name);
    if (own != classes_[sub].names.end()) complete &= enter(own->second, of(ir::kind_instance, sub), args, out);
    complete &= call_overriding(sub, name, args, out, depth + 1);
  }
  return complete;
}

Type Program::call_found(const Type& object, const std::string& name, const Arguments& args, const Instruction* site, bool& complete) {
  if (object.may(ir::kind_module)) {
    if (object.id < globals_.size()) {
      complete &= object.is(ir::kind_module);
      return call(global(object.id, name), args, site);
    }
    complete &= object.is(ir::kind_module) && knows_native(object, name, args);
    return object.id < many ? builtin_method(object, name, args, site) : Type{};
  }
  Type out = builtin_method(object, name, args, site);
  complete &= !settled_ || knows_method(object, name, args, site);
  if (object.id >= many) {
    complete &= !object.may(ir::kind_instance) && !object.may(ir::kind_class);
    return out;
  }
  const std::vector<uint32_t> members = lattice_.members(object);
  for (uint32_t id : members) lattice_.join(out, call_method({object.kinds, id, unknown}, name, args, site));
  if (!members.empty()) return out;
  if (object.may(ir::kind_instance)) {
    Type target = in_class(object.id, name), held = stored(object.id, name, true);
    bool nested = target.is(ir::kind_class), entered = !nested && enter(target, of(ir::kind_instance, object.id), args, out);
    if (nested) lattice_.join(out, call(target, args, site));
    complete &= nested || entered || (!target.kinds && !target.open && held.kinds);
    complete &= call_overriding(object.id, name, args, out);
    if (held.kinds || held.open) lattice_.join(out, call(held, args, site));
  }
  if (object.may(ir::kind_class)) {
    Type target = in_class(object.id, name), others = overridden(object.id, name);
    if (target.is(ir::kind_class)) lattice_.join(out, call(target, args, site));
    else complete &= enter(target, of(ir::kind_class, object.id), args, out);
    complete &= !target.open && !others.kinds && !others.open;
    escape(others);
  }
  return out;
}

// A function of this module that only one def statement makes, as an index in the module; else no_index.
uint32_t Program::own_function(const Type& callee) {
  if (!callee.is(ir::kind_function) || callee.id >= functions_.size()) return ir::no_index;
  const FunctionFacts& target = functions_[callee.id];
  bool fits = target.module_index == facts().module_index && target.fn->defined_once && target.binding == FunctionFacts::plain;
  return fits ? callee.id - first_function_[target.module_index] : ir::no_index;
}

// The one function of the module that a call leads to as far as inference sees; no_index when there is none or several.
uint32_t Program::single_target(const Instruction& x) {
  Type object = operand(x, 0);
  if (x.op == Op::call) return own_function(object);
  object.kinds &= ~ir::kind_none;                  // which has no methods of the program's
  return single_method(object, x.op == Op::call_method ? name(x) : ir::operator_method(x.op));
}
uint32_t Program::single_method(const Type& object, const std::string& method) {
  if (!object.is(ir::kind_instance) || object.id >= many || overridden(object.id, method).kinds || stored(object.id, method, true).kinds) return ir::no_index;
  return own_function(in_class(object.id, method));
}

void Program::write_targets(ir::Block& b) {
  for (ir::Statement& s : b) {
    Instruction& x = s.instruction;
    bool call = s.kind == ir::StatementKind::instruction && (x.op == Op::call || x.op == Op::call_method);
    bool operates = s.kind == ir::StatementKind::instruction && x.op >= Op::add && x.op <= Op::negative;
    if ((call || operates) && x.target == ir::no_index) x.target = single_target(x);
    Type callee = call ? operand(x, 0) : Type{};
    if (call && x.op == Op::call && callee.is(ir::kind_class) && callee.id < many && classes_.count(callee.id)) {
      uint32_t init = own_function(in_class(callee.id, "__init__"));
      if (init != ir::no_index) x.count = init + 1;
    }
    if (call && x.op == Op::call && callee.is(ir::kind_instance)) {
      uint32_t method = single_method(callee, "__call__");
      if (method != ir::no_index) x.count = method + 1;
    }
    write_targets(s.a);
    write_targets(s.b);
    write_targets(s.c);
  }
}

}  // namespace portalis::inference
