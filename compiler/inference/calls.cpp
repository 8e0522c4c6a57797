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
    for (uint32_t p = fn.positional_only; p < fn.positional + fn.keyword_only; ++p) {
      if (fn.variables[fn.parameters[p]].name == name) join(callee.variables[fn.parameters[p]], value);
    }
  }
  return callee.result;
}

Type Program::call(const Type& callee, Arguments args, const Instruction* site) {
  Type out;
  const std::vector<uint32_t> members = lattice_.members(callee);      // a copy: sets are added meanwhile
  for (uint32_t id : members) lattice_.join(out, call({callee.kinds, id, callee.content}, args, site));
  if (!members.empty()) return out;
  if (callee.may(ir::kind_function) && callee.id >= first_native_function && callee.id < first_native_module) {
    const NativeFunction native = native_functions_[callee.id - first_native_function];
    return builtin_method(of(ir::kind_module, native.module), native.name, args, site);
  }
  if (callee.may(ir::kind_function)) out = call_function(callee.id, args);
  if (callee.may(ir::kind_class) && callee.id < many && classes_.count(callee.id)) {
    Type instance = of(ir::kind_instance, callee.id);
    Type init = in_class(callee.id, "__init__");
    if (init.is(ir::kind_function)) {
      args.positional.insert(args.positional.begin(), instance);
      call_function(init.id, args);
    }
    lattice_.join(out, instance);
  }
  if (callee.may(ir::kind_instance) && callee.id < many) lattice_.join(out, call_method(callee, "__call__", args, site));
  return out;
}

// f(*args): what each parameter gets is known of a tuple of known length, else it is any of the items.
void Program::call_unpacked(const Instruction& x) {
  Type given = operand(x, 1), each = element(given), callee = operand(x, 0);
  uint32_t builtin = x.operands[0].kind == ir::Operand::temporary ? facts().builtins[x.operands[0].index] : ir::no_index;
  Arguments args;
  if (lattice_.has_content(given)) args.positional = lattice_.content(given).items;
  if (builtin != ir::no_index) {
    const std::string& name = facts().module->names[builtin];
    if (args.positional.empty() && name != "zip") args.positional = {given};       // min(*xs) is min(xs)
    if (!args.positional.empty()) return result(x, call_builtin(name, args, x));
    Type made = container(x, ir::kind_iterator), tuple = lattice_.content(made).element;
    if (!lattice_.has_content(tuple)) tuple = {ir::kind_tuple, unknown, lattice_.new_content()};
    changed_ |= lattice_.join_element(tuple, element(each));
    changed_ |= lattice_.join_element(made, tuple);
    return result(x, made);
  }
  bool function = callee.may(ir::kind_function) && callee.id < functions_.size();
  if (args.positional.empty() && each.kinds) args.positional.assign(function ? functions_[callee.id].fn->positional : 1, each);
  result(x, call(callee, args, &x));
}

Type Program::call_method(const Type& object, const std::string& name, const Arguments& args, const Instruction* site) {
  if (object.may(ir::kind_module)) {
    if (object.id < globals_.size()) return call(global(object.id, name), args, site);
    if (object.id < many && site) return builtin_method(object, name, args, site);
    return {};
  }
  Type out = builtin_method(object, name, args, site);
  if (object.id >= many) return out;
  const std::vector<uint32_t> members = lattice_.members(object);
  for (uint32_t id : members) lattice_.join(out, call_method({object.kinds, id, unknown}, name, args, site));
  if (!members.empty()) return out;
  auto enter = [&](const Type& target, const Type& self) {
    if (!target.is(ir::kind_function) || target.id >= functions_.size()) return;
    Arguments all = args;
    FunctionFacts::Binding binding = functions_[target.id].binding;
    if (binding == FunctionFacts::class_) all.positional.insert(all.positional.begin(), of(ir::kind_class, self.id));
    else if (binding == FunctionFacts::plain && self.may(ir::kind_instance)) all.positional.insert(all.positional.begin(), self);
    lattice_.join(out, call_function(target.id, all));
  };
  if (object.may(ir::kind_instance)) {
    Type self = of(ir::kind_instance, object.id);
    enter(in_class(object.id, name), self);
    auto found = classes_.find(object.id);
    if (found != classes_.end()) {
      std::vector<uint32_t> subclasses = found->second.subclasses;
      for (uint32_t sub : subclasses) {
        auto own = classes_[sub].names.find(name);
        if (own != classes_[sub].names.end()) enter(own->second, of(ir::kind_instance, sub));
      }
    }
    Type held = stored(object.id, name, true);
    if (held.kinds) lattice_.join(out, call(held, args, site));
  }
  if (object.may(ir::kind_class)) {
    Type target = in_class(object.id, name);
    if (target.is(ir::kind_class)) lattice_.join(out, call(target, args, site));
    else enter(target, of(ir::kind_class, object.id));
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
  const std::string method = x.op == Op::call_method ? name(x) : ir::operator_method(x.op);
  object.kinds &= ~ir::kind_none;                  // which has no methods of the program's
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
    write_targets(s.a);
    write_targets(s.b);
    write_targets(s.c);
  }
}

}  // namespace portalis::inference
