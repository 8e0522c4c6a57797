// Calls, and the few builtins that the compiler itself must know: super(), locals(), globals(), eval() ...
#include "compiler/lowering/lowering.hpp"

namespace portalis::lowering {

using namespace ast;
using semantics::Reach;
using semantics::ScopeKind;

namespace {

bool is_plain(const Call* e) {
  for (const Expr* arg : e->args) {
    if (arg->kind == ExprKind::Starred) return false;
  }
  for (const Keyword* k : e->keywords) {
    if (k->arg.empty()) return false;
  }
  return true;
}

}  // namespace

Operand Lowering::call(const Call* e) {
  warn_about(e);
  auto* method = dyn<Attribute>(e->func);
  if (method && is_plain(e) && !options_.traced_calls) return method_call(e, method);
  auto* name = dyn<Name>(e->func);
  if (const GeneratorExp* g = in_place_argument(e)) return consume_in_place(e, g, name->id);
  if (name && is_left_to_builtins(name->id)) diagnose_builtin(name->id, e->span);
  if (name && means_builtin(name->id)) {
    bool done = false;
    Operand result = special_call(e, name->id, done);
    if (done) return result;
    if (is_plain(e) && scopes_.fixed_builtins) {
      Operands operands;
      std::vector<uint32_t> keywords;
      plain_arguments(e, operands, keywords);
      return emit(Op::call_builtin, std::move(operands), {.name = name_index(name->id), .list = std::move(keywords)});
    }
  }
  Operand callee = expression(e->func);
  if (!is_plain(e)) return unpacked_call(e, callee);
  Operands operands{callee};
  std::vector<uint32_t> keywords;
  plain_arguments(e, operands, keywords);
  if (options_.traced_calls) {
    At at(*this, method ? method_place(e->span, method) : Place(place_));
    operands[0] = profiled(callee);
    return emit(Op::call, std::move(operands), {.list = std::move(keywords)});
  }
  uint32_t target = no_index;
  if (name) {
    auto known = single_definitions_.find(name->id);
    Symbol* s = symbol(name->id);
    if (known != single_definitions_.end() && s && s->reach == Reach::global) target = known->second;
  }
  return emit(Op::call, std::move(operands), {.target = target, .list = std::move(keywords)});
}

Operand Lowering::method_call(const Call* e, const Attribute* method) {
  Operands operands{expression(method->value)};
  std::vector<uint32_t> keywords;
  uint32_t name = name_index(scopes_.mangle(scope_->private_class, method->attr)), found = 0;
  if (!e->args.empty() || !e->keywords.empty()) {
    At at(*this, method_place(method->span, method));
    uint32_t positional = e->keywords.empty() ? e->args.size + 1 : 0;
    found = emit(Op::find_method, {operands[0]}, {.name = name, .count = positional}).index + 1;    // flow.cpp drops it where the arguments do nothing
  }
  if (const GeneratorExp* g = in_place_argument(e)) operands.push_back(consume_in_place(e, g, "list"));   // of str.join
  else plain_arguments(e, operands, keywords);
  At at(*this, method_place(e->span, method));
  Operand result = emit(Op::call_method, std::move(operands), {.name = name, .count = found, .list = std::move(keywords)});
  block_->back().instruction.position = positions_of_call(method_place(method->span, method));
  return result;
}

void Lowering::plain_arguments(const Call* e, Operands& operands, std::vector<uint32_t>& names) {
  for (const Expr* arg : e->args) operands.push_back(expression(arg));
  for (const Keyword* k : e->keywords) {
    operands.push_back(expression(k->value));
    names.push_back(name_index(k->arg));
  }
}

Operand Lowering::unpacked_call(const Call* e, const Operand& callee) {
  Operand args = unpacked_arguments(e->args);
  // f(**mapping) and nothing more: the call itself gathers.
  bool one_mapping = e->keywords.size == 1 && e->keywords[0]->arg.empty();
  Operand kwargs = one_mapping ? expression(e->keywords[0]->value) : unpacked_keywords(e->keywords, callee);
  return emit(Op::call_unpacked, {profiled(callee), args, kwargs});
}

Operand Lowering::profiled(const Operand& callee) { return options_.traced_calls ? emit(Op::profiled_callee, {callee}) : callee; }

Operand Lowering::unpacked_arguments(Seq<Expr*> args) {
  bool stars = false;
  for (const Expr* arg : args) stars |= arg->kind == ExprKind::Starred;
  if (stars && args.size == 1) return expression(as<Starred>(args[0])->value);   // f(*x): the call itself iterates
  if (stars) return display(args, Op::make_list, Op::list_append, Op::list_extend);
  Operands values;
  for (const Expr* arg : args) values.push_back(expression(arg));
  if (all_constant(values)) return constant_tuple(values);
  return emit(Op::make_tuple, std::move(values));
}

// Named arguments between two ** are gathered first, so that a name given twice is found where CPython finds it.
Operand Lowering::unpacked_keywords(Seq<Keyword*> keywords, const Operand& callee) {
  if (keywords.empty()) return {};
  Operand result;
  Operands run;
  auto flush = [&] {
    if (run.empty()) return;
    Operand named = emit(Op::make_dict, std::move(run));
    run.clear();
    if (result.kind == Operand::none) {
      result = named;
    } else {
      emit(Op::dict_merge, {result, named, callee});
    }
  };
  for (const Keyword* k : keywords) {
    if (!k->arg.empty()) {
      run.push_back(text(k->arg));
      run.push_back(expression(k->value));
      continue;
    }
    flush();
    Operand mapping = expression(k->value);
    if (result.kind == Operand::none) result = emit(Op::make_dict);
    emit(Op::dict_merge, {result, mapping, callee});
  }
  flush();
  return result;
}

// Calls of builtins that need what compiled programs lack; called in another way, these raise.
void Lowering::diagnose_builtin(std::string_view name, Span span) {
  if (name == "eval" || name == "exec") {
    unsupported("P0310", span, std::string(name) + "() of text is not supported: a compiled program has no interpreter",
                "call the code directly, or use getattr(), setattr(), type() or a dict of functions");
  } else if (name == "compile") {
    unsupported("P0310", span, "compile() is not supported: a compiled program has no interpreter", "write the code into the program");
  } else if (name == "aiter" || name == "anext") {
    unsupported("P0312", span, std::string(name) + "() is not supported yet: it belongs to asynchronous code",
                "use threads: `concurrent.futures` or `threading`");
  } else if (name == "help" && scopes_.fixed_builtins) {     // else the program may have put one there
    unsupported("P0313", span, "help() is not supported: it is a browser of documentation, which compiled programs do not carry",
                "print what is documented: `print(x.__doc__)`");
  }
}

Operand Lowering::special_call(const Call* e, std::string_view name, bool& done) {
  done = true;
  bool bare = e->args.empty() && e->keywords.empty();
  if (bare && name == "super") return super_call(e, done);
  if (bare && (name == "locals" || name == "vars" || name == "dir")) {
    std::vector<uint32_t> variables;
    locals_variables(variables);
    Operand locals = emit(Op::load_locals, {}, {.list = std::move(variables)});
    if (name != "dir") return locals;
    return emit(Op::call_builtin, {locals}, {.name = name_index("sorted")});
  }
  if (bare && name == "globals") return emit(Op::load_globals);
  done = false;
  return {};
}

// The variables of the innermost scope: its own first, then those it takes from scopes around it.
void Lowering::locals_variables(std::vector<uint32_t>& out) {
  if (!scope_->function_like()) return;
  auto add = [&](bool own) {
    for (Symbol* s : scope_->symbols) {
      if (s->reach != Reach::frame && s->reach != Reach::free) continue;
      if ((s->origin->scope == scope_) == own) out.push_back(variable(s->origin));
    }
  };
  add(true);
  add(false);
}

Operand Lowering::super_call(const Call* e, bool& done) {
  Symbol* cell = scope_->find("__class__");
  const ir::Function& fn = *fs_->fn;
  if (!scope_->function_like() || fn.positional == 0) {
    done = false;   // the builtin says that there are no arguments
    return {};
  }
  uint32_t class_variable = cell && cell->reach == Reach::free ? variable(cell->origin) : ir::no_index;
  // Undefined when it was deleted: the instruction then says so.
  bool plain = fn.variables[fn.parameters[0]].storage == ir::Storage::local;
  Operand self = plain ? emit(Op::load_variable, {}, {.target = fn.parameters[0], .count = 1}) : load_variable(fn.parameters[0]);
  return emit(Op::super_, {self}, {.target = class_variable});
}

}  // namespace portalis::lowering
