// Functions, lambdas, signatures, decorators: everything that makes an ir::Function.
#include <algorithm>
#include <cctype>

#include "compiler/lowering/lowering.hpp"

namespace portalis::lowering {

using namespace ast;
using semantics::ScopeKind;

namespace {

// Part of a C++ identifier: what is not ASCII becomes its code, angle brackets go.
std::string identifier(std::string_view name) {
  std::string out;
  for (unsigned char c : name) {
    if (std::isalnum(c) || c == '_') {
      out += static_cast<char>(c);
    } else if (c >= 0x80) {
      static constexpr char digits[] = "0123456789abcdef";
      out += 'u';
      out += digits[c >> 4];
      out += digits[c & 15];
    }
  }
  size_t start = out.find_first_not_of('_');
  size_t end = out.find_last_not_of('_');
  if (start == std::string::npos) return "underscore";
  out = out.substr(start, end - start + 1);
  // Two underscores in a row are reserved in C++.
  std::string single;
  for (char c : out) {
    if (c != '_' || single.empty() || single.back() != '_') single += c;
  }
  return single;
}

}  // namespace

const Constant* docstring(Seq<Stmt*>& body) {
  if (body.empty()) return nullptr;
  auto* first = dyn<ExprStmt>(body[0]);
  auto* c = first ? dyn<Constant>(first->value) : nullptr;
  if (!c || c->value.kind != ConstantKind::Str) return nullptr;
  ++body.data;
  --body.size;
  return c;
}

// Emission names what goes with a function by suffixes to its symbol: no symbol may look like another's part.
static bool ends_like_a_part(std::string_view symbol) {
  for (std::string_view suffix : {"_code", "_body", "_names", "_positions", "_cell", "_free"}) {
    if (symbol.ends_with(suffix)) return true;
  }
  size_t digits = symbol.find_last_not_of("0123456789");
  return digits + 1 < symbol.size() && symbol.substr(0, digits + 1).ends_with("_part");
}

std::string Lowering::unique_symbol(std::string_view name) {
  // "f_" keeps functions apart from variables, keywords and the runtime's names.
  std::string prefix = fs_ && !fs_->symbol_prefix.empty() ? fs_->symbol_prefix : "f_";
  std::string symbol = prefix + identifier(name);
  if (ends_like_a_part(symbol)) symbol += "_function";
  int& taken = symbols_taken_[symbol];
  if (taken++ == 0) return symbol;
  std::string numbered;
  do {
    numbered = symbol + "_" + std::to_string(taken++);
  } while (symbols_taken_.count(numbered));
  symbols_taken_[numbered] = 1;
  return numbered;
}

// compiler_set_qualname: a name declared global in the scope around it is qualified like a global.
std::string Lowering::qualified(std::string_view name) {
  if (!fs_ || scope_->kind == ScopeKind::module) return std::string(name);
  Symbol* s = scope_->find(scopes_.mangle(scope_->private_class, name));
  if (s && (s->uses & semantics::use_global) && name[0] != '<') return std::string(name);
  return fs_->qualname_prefix + std::string(name);
}

Lowering::NewFunction Lowering::begin_function(ir::FunctionKind kind, Scope* scope, std::string_view name, Span first,
                                               uint32_t index) {
  NewFunction f;
  if (index == no_index) {
    index = static_cast<uint32_t>(ir_.functions.size());
    ir_.functions.push_back(std::make_unique<ir::Function>());
  }
  f.index = index;
  f.state = std::make_unique<FunctionState>();
  FunctionState& state = *f.state;
  state.fn = ir_.functions[index].get();
  state.frame = scope;
  state.positions.resize(1);
  ir::Function& fn = *state.fn;
  fn.kind = kind;
  fn.symbol = kind == ir::FunctionKind::module ? "module_body" : unique_symbol(name);
  fn.codes.resize(1);
  fn.codes[0].name = name;
  fn.codes[0].qualname = qualified(name);
  fn.codes[0].first_line = first.line;
  state.traced = options_.traced_lines && kind != ir::FunctionKind::module;
  // Where something is told of before the first statement, a throw() into a generator too, the line is the function's own.
  if (options_.traced() || kind == ir::FunctionKind::generator) fn.codes[0].positions.emplace_back();
  enter_prefix(state, name, kind != ir::FunctionKind::class_body);
  f.outer = {fs_, scope_, block_, place_};
  fs_ = &state;
  scope_ = scope;
  block_ = &fn.body;
  place_ = {Span{first.line, 0, first.line, 0}};
  for (Symbol* origin : scope->free) {
    uint32_t v = static_cast<uint32_t>(fn.variables.size());
    ir::Variable variable;
    variable.name = origin->name;
    variable.storage = ir::Storage::free;
    variable.closure_index = static_cast<uint32_t>(fn.free_variables.size());
    fn.variables.push_back(std::move(variable));
    fn.free_variables.push_back(v);
    state.variables[origin] = v;
  }
  return f;
}

void Lowering::enter_prefix(FunctionState& state, std::string_view name, bool locals) {
  const ir::Function& fn = *state.fn;
  if (fn.kind == ir::FunctionKind::module) return;
  state.qualname_prefix = fn.codes[0].qualname + (locals ? ".<locals>." : ".");
  state.symbol_prefix = fn.symbol + "_";
}

void Lowering::end_function(NewFunction& f) {
  fs_ = f.outer.state;
  scope_ = f.outer.scope;
  block_ = f.outer.block;
  place_ = f.outer.place;
}

void Lowering::parameter(std::string_view name) {
  Symbol* s = symbol(name);
  uint32_t v = variable(s->origin);
  ir::Function& fn = *fs_->fn;
  fn.variables[v].parameter = static_cast<uint32_t>(fn.parameters.size());
  fn.parameters.push_back(v);
}

void Lowering::parameters(const Arguments& args) {
  for (const Arg* a : args.posonlyargs) parameter(a->arg);
  for (const Arg* a : args.args) parameter(a->arg);
  for (const Arg* a : args.kwonlyargs) parameter(a->arg);
  if (args.vararg) parameter(args.vararg->arg);
  if (args.kwarg) parameter(args.kwarg->arg);
  ir::Function& fn = *fs_->fn;
  fn.positional_only = args.posonlyargs.size;
  fn.positional = args.posonlyargs.size + args.args.size;
  fn.keyword_only = args.kwonlyargs.size;
  fn.has_varargs = args.vararg != nullptr;
  fn.has_varkeywords = args.kwarg != nullptr;
}

std::vector<uint32_t> Lowering::captures(Scope* inner) {
  std::vector<uint32_t> out;
  for (Symbol* origin : inner->free) out.push_back(variable(origin));
  return out;
}

Operand Lowering::make_function(uint32_t index, Scope* scope, const Operand& defaults, const Operand& kw_defaults,
                                const Operand& annotations) {
  if (defaults.kind == Operand::constant) ir_.functions[index]->defaults = defaults.index;
  return emit(Op::make_function, {defaults, kw_defaults, annotations}, {.target = index, .list = captures(scope)});
}

ir::FunctionKind Lowering::kind_of(Scope* scope) const {
  if (scope->is_async) return scope->is_generator ? ir::FunctionKind::async_generator : ir::FunctionKind::coroutine;
  if (scope->is_generator) return ir::FunctionKind::generator;
  return scope->kind == ScopeKind::lambda ? ir::FunctionKind::lambda : ir::FunctionKind::function;
}

Operand Lowering::positional_defaults(const Arguments& args) {
  if (args.defaults.empty()) return {};
  return tuple(args.defaults);
}

Operand Lowering::keyword_defaults(const Arguments& args) {
  Operands pairs;
  for (uint32_t i = 0; i < args.kwonlyargs.size; ++i) {
    if (!args.kw_defaults[i]) continue;
    pairs.push_back(text(scopes_.mangle(scope_->private_class, args.kwonlyargs[i]->arg)));
    pairs.push_back(expression(args.kw_defaults[i]));
  }
  if (pairs.empty()) return {};
  return emit(Op::make_dict, std::move(pairs));
}

Operand Lowering::annotation(const Expr* e) {
  if (scopes_.future_annotations) return text(unparse(e));
  auto* starred = dyn<Starred>(e);
  if (!starred) return expression(e);
  // *args: *Ts is annotated with the one element that iterating Ts gives.
  uint32_t first = emit_many(Op::unpack, {expression(starred->value)}, 1, {.count = 1});
  return use(first);
}

// The order of compiler_visit_annotations.
Operand Lowering::annotations(const Arguments& args, const Expr* returns) {
  Operands pairs;
  auto one = [&](std::string_view name, const Expr* e) {
    if (!e) return;
    pairs.push_back(text(scopes_.mangle(scope_->private_class, name)));
    pairs.push_back(annotation(e));
  };
  for (const Arg* a : args.args) one(a->arg, a->annotation);
  for (const Arg* a : args.posonlyargs) one(a->arg, a->annotation);
  if (args.vararg) one(args.vararg->arg, args.vararg->annotation);
  for (const Arg* a : args.kwonlyargs) one(a->arg, a->annotation);
  if (args.kwarg) one(args.kwarg->arg, args.kwarg->annotation);
  one("return", returns);
  if (pairs.empty()) return {};
  return emit(Op::make_dict, std::move(pairs));
}

Operand Lowering::function_value(const FunctionBase* s, const Operand& defaults, const Operand& kw_defaults) {
  Operand notes = annotations(*s->args, s->returns);
  Scope* inner = scopes_.of(s);
  uint32_t reserved = no_index;
  if (scope_->kind == ScopeKind::module) {
    auto known = single_definitions_.find(s->name);
    if (known != single_definitions_.end()) reserved = known->second;
  }
  bool once = reserved != no_index || (scope_->kind == ScopeKind::class_ && fs_->fn->defined_once && fs_->loop_stack.empty());
  Span first = s->decorator_list.empty() ? s->span : s->decorator_list[0]->span;
  bool refused = inner->is_async && !options_.coroutines;
  NewFunction f = begin_function(refused ? ir::FunctionKind::function : kind_of(inner), inner, s->name, first, reserved);
  f.state->fn->defined_once = once;
  parameters(*s->args);
  if (refused) {
    refuse_coroutine(s->span, "asynchronous functions are not supported yet");
    end_function(f);
    return make_function(f.index, inner, defaults, kw_defaults, notes);
  }
  Seq<Stmt*> statements = s->body;
  if (const Constant* doc = docstring(statements)) fs_->fn->doc = text(doc->value.text).index;
  body(statements);
  if (block_->empty() || block_->back().kind != StatementKind::return_) emit_return(none());
  end_function(f);
  return make_function(f.index, inner, defaults, kw_defaults, notes);
}

// In a library module, where nobody may ever call it, such a function only raises.
void Lowering::refuse_coroutine(Span span, const char* message) {
  unsupported("P0312", span, message, "use threads: `concurrent.futures` or `threading`");
  Operand error = emit(Op::call_builtin, {text(message)}, {.name = name_index("NotImplementedError")});
  emit(Op::raise, {error, {}});
}

void Lowering::function_definition(const FunctionBase* s) {
  Operands decorators = decorator_values(s->decorator_list);
  Operand defaults = positional_defaults(*s->args);
  Operand kw_defaults = keyword_defaults(*s->args);
  Operand value;
  if (Scope* generic = scopes_.of(&s->type_params)) {
    Scope* outer = std::exchange(scope_, generic);
    Operand parameters = type_parameters(s->type_params);
    value = function_value(s, defaults, kw_defaults);
    emit(Op::set_attribute, {value, parameters}, {.name = name_index("__type_params__")});
    scope_ = outer;
  } else {
    value = function_value(s, defaults, kw_defaults);
  }
  store(s->name, decorate(s->decorator_list, decorators, value));
}

Operands Lowering::decorator_values(Seq<Expr*> decorators) {
  Operands values;
  for (const Expr* d : decorators) {
    At at(*this, d);
    trace_line();
    values.push_back(expression(d));
  }
  if (!decorators.empty()) trace_line();             // of the definition itself
  return values;
}

Operand Lowering::decorate(Seq<Expr*> decorators, const Operands& values, Operand decorated) {
  for (uint32_t i = decorators.size; i-- > 0;) {
    At at(*this, decorators[i]);
    trace_line();
    decorated = emit(Op::call, {profiled(values[i]), decorated});
  }
  if (!decorators.empty()) trace_line();
  return decorated;
}

Operand Lowering::lambda(const Lambda* e) {
  Operand defaults = positional_defaults(*e->args);
  Operand kw_defaults = keyword_defaults(*e->args);
  Scope* inner = scopes_.of(e);
  NewFunction f = begin_function(kind_of(inner), inner, "<lambda>", e->span);
  parameters(*e->args);
  Statement line;
  line.kind = StatementKind::line;
  line.label = e->body->span.line;
  {
    Into into(*this, line.a);
    trace_line();
    Operand result = expression(e->body);
    if (options_.traced()) emit(Op::trace_return, {result});
    emit_return(result);
  }
  push(std::move(line));
  end_function(f);
  return make_function(f.index, inner, defaults, kw_defaults);
}

// Functions defined at the top of the module under a name that nothing else binds: a call of the name very probably
// calls them.
void Lowering::find_single_definitions(const ast::Module& tree) {
  for (const Stmt* s : tree.body) {
    if (s->kind != StmtKind::FunctionDef && s->kind != StmtKind::AsyncFunctionDef) continue;
    auto* def = as_function(s);
    if (!def->decorator_list.empty() || !def->type_params.empty() || !scopes_.bound_once(def->name)) continue;
    single_definitions_[def->name] = static_cast<uint32_t>(ir_.functions.size());
    ir_.functions.push_back(std::make_unique<ir::Function>());
  }
}

}  // namespace portalis::lowering
