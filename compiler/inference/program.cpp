// Sweeps over the whole program until nothing changes, and what comes out of it.
#include "compiler/inference/program.hpp"

#include "compiler/inference/inference.hpp"

namespace portalis::inference {

using ir::no_index;
using ir::Op;
using ir::Operand;
using ir::StatementKind;

// Types only grow and are of bounded height, so sweeps end; what a huge program has not found by then stays open.
static constexpr int most_sweeps = 12, most_settling_sweeps = 100;

Program::Program(const std::vector<ir::Module*>& modules) {
  for (uint32_t m = 0; m < modules.size(); ++m) {
    modules_[modules[m]->name] = m;
    first_function_.push_back(static_cast<uint32_t>(functions_.size()));
    for (auto& fn : modules[m]->functions) {
      FunctionFacts facts;
      facts.module = modules[m];
      facts.module_index = m;
      facts.fn = fn.get();
      facts.temporaries.resize(fn->temporaries.size());
      facts.builtins.assign(fn->temporaries.size(), no_index);
      facts.variables.resize(fn->variables.size());
      functions_.push_back(std::move(facts));
    }
  }
  globals_.resize(modules.size());
  escaped_modules_.resize(modules.size());
}

// Until nothing changes; false where that is not yet so.
bool Program::sweeps(int most) {
  for (int n = 0; n < most; ++n) {
    changed_ = false;
    for (uint32_t f = 0; f < functions_.size(); ++f) sweep(f);
    spread();
    if (!changed_) return true;
  }
  return false;
}

void Program::solve() { sweeps(most_sweeps); }

// Where there may be more than the kinds that were found (escapes.cpp).
void Program::settle(World world) {
  settled_ = true;
  if (world == World::open) escape_modules();
  complete_ = sweeps(most_settling_sweeps);
}

void Program::sweep(uint32_t f) {
  current_ = f;
  ir::Function& fn = *functions_[f].fn;
  bool generator = fn.kind == ir::FunctionKind::generator;
  if (generator && functions_[f].result.kinds == 0) {
    functions_[f].result = {ir::kind_iterator, unknown, lattice_.new_content()};
    changed_ = true;
  }
  if (fn.has_varargs && fn.positional + fn.keyword_only < fn.parameters.size()) {
    Type& args = functions_[f].variables[fn.parameters[fn.positional + fn.keyword_only]];
    if (args.kinds == 0) {
      args = {ir::kind_tuple, unknown, lattice_.new_content()};
      lattice_.content(args).one_length = false;
    }
  }
  if (settled_ && fn.has_varkeywords) open(functions_[f].variables[fn.parameters.back()]);
  block(fn.body);
}

// Control does not come out of the statement at its end.
static bool leaves(const ir::Statement& s) {
  auto last_leaves = [](const ir::Block& b) { return !b.empty() && leaves(b.back()); };
  switch (s.kind) {
    case StatementKind::return_: return true;
    case StatementKind::line: return last_leaves(s.a);
    case StatementKind::if_: return last_leaves(s.a) && last_leaves(s.b);
    case StatementKind::instruction: return s.instruction.op == Op::raise || s.instruction.op == Op::reraise;
    default: return false;
  }
}

void Program::block(const ir::Block& b) {
  for (const ir::Statement& s : b) {
    statement(s);
    if (leaves(s)) return;               // what follows is the return that lowering adds to every function
  }
}

void Program::statement(const ir::Statement& s) {
  FunctionFacts& f = facts();
  switch (s.kind) {
    case StatementKind::instruction: return instruction(s.instruction);
    case StatementKind::for_range: define(s.target, of(ir::kind_int)); break;
    case StatementKind::for_each: define(s.target, element(type(s.condition))); break;
    case StatementKind::try_:
      if (s.target != no_index) define(s.target, of(ir::kind_instance, many));
      break;
    case StatementKind::return_:
      if (f.fn->kind != ir::FunctionKind::function && f.fn->kind != ir::FunctionKind::lambda) escape(type(s.condition));
      if (f.fn->kind == ir::FunctionKind::function || f.fn->kind == ir::FunctionKind::lambda) {
        join(f.result, s.condition.kind == Operand::none ? of(ir::kind_none) : type(s.condition));
      }
      return;
    default: break;
  }
  block(s.a);
  block(s.b);
  block(s.c);
}

Type Program::constant_type(uint32_t index) {
  const ir::Constant& c = facts().module->constants[index];
  switch (c.kind) {
    case ir::Constant::none: return of(ir::kind_none);
    case ir::Constant::true_:
    case ir::Constant::false_: return of(ir::kind_bool);
    case ir::Constant::integer: return of(ir::kind_int);
    case ir::Constant::real: return of(ir::kind_float);
    case ir::Constant::string: return of(ir::kind_str);
    case ir::Constant::bytes: return of(ir::kind_bytes);
    case ir::Constant::tuple: {
      auto [it, fresh] = made_.try_emplace(uint64_t{facts().module_index} << 33 | uint64_t{1} << 32 | index);
      if (fresh) {
        Type t{ir::kind_tuple, unknown, lattice_.new_content()};
        it->second = t;
        std::vector<Type> items;
        for (uint32_t item : c.items) items.push_back(constant_type(item));
        lattice_.join_items(t, items);
        return t;
      }
      return it->second;
    }
    default: return of(ir::kind_other);
  }
}

Type Program::type(const Operand& o) {
  switch (o.kind) {
    case Operand::temporary: return facts().temporaries[o.index];
    case Operand::variable: return facts().variables[o.index];
    case Operand::constant: return constant_type(o.index);
    case Operand::none: break;
  }
  return {};
}

void Program::define(uint32_t temporary, Type t) {
  t.open |= settled_ && is_vague(t);
  join(facts().temporaries[temporary], t);
}

Type Program::container(const ir::Instruction& x, ir::Kind kind, bool second) {
  uint64_t key = uint64_t{current_} << 34 | uint64_t{second ? 3u : 2u} << 32 | (x.result == no_index ? 0 : x.result);
  auto [it, fresh] = made_.try_emplace(key);
  if (fresh) it->second = {static_cast<Kinds>(kind), unknown, lattice_.new_content()};
  return it->second;
}

Type Program::any_tuple(const ir::Instruction& x, const Type& from) {
  Type made = container(x, ir::kind_tuple, true);
  lattice_.content(made).one_length = false;
  if (lattice_.has_content(from)) changed_ |= lattice_.join_element(made, lattice_.content(from).element);
  return made;
}

Type Program::element(const Type& t) {
  Type out;
  if (lattice_.has_content(t)) out = lattice_.content(t).element;
  bool other = t.may(ir::kind_other) && !lattice_.has_content(t);
  if (t.open || other || t.may(ir::kind_class) || (t.may(ir::kind_instance) && t.id >= many)) out = opened(out);
  if (t.may(ir::kind_str)) out.kinds |= ir::kind_str;
  if (t.may(ir::kind_bytes)) out.kinds |= ir::kind_int;
  for (uint32_t id : t.may(ir::kind_instance) ? ids_of(t) : std::vector<uint32_t>()) {
    Type self = of(ir::kind_instance, id);
    if (settled_ && !in_class(id, "__iter__").kinds) {
      lattice_.join(out, call_method(self, "__getitem__", {{of(ir::kind_int)}, {}}, nullptr));
      continue;
    }
    Type iterator = call_method(self, "__iter__", {}, nullptr);
    if (iterator.may(ir::kind_iterator)) lattice_.join(out, element(iterator));
    else if (iterator.may(ir::kind_instance)) lattice_.join(out, call_method(iterator, "__next__", {}, nullptr));
    if (iterator.open || !(iterator.is(ir::kind_iterator) || iterator.is(ir::kind_instance))) out = opened(out);
  }
  return out;
}

void infer(const std::vector<ir::Module*>& modules) {
  Program program(modules);
  program.solve();
  program.write_back();
}

void infer_completeness(const std::vector<ir::Module*>& modules, World world) {
  Program program(modules);
  program.solve();
  program.settle(world);
  program.write_back();
}

}  // namespace portalis::inference
