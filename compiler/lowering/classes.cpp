// Classes: the body is a function over the namespace, build_class calls the metaclass.
#include "compiler/lowering/lowering.hpp"

namespace portalis::lowering {

using namespace ast;

namespace {

bool has_star(Seq<Expr*> items) {
  for (const Expr* e : items) {
    if (e->kind == ExprKind::Starred) return true;
  }
  return false;
}

}  // namespace

uint32_t Lowering::class_body(const ClassDef* s, const Operand& type_parameters) {
  Scope* inner = scopes_.of(s);
  bool once = scope_->kind == semantics::ScopeKind::module && fs_->loop_stack.empty() && scopes_.bound_once(s->name);
  Span first = s->decorator_list.empty() ? s->span : s->decorator_list[0]->span;
  NewFunction f = begin_function(ir::FunctionKind::class_body, inner, s->name, first);
  fs_->fn->defined_once = once;
  auto set = [&](const char* name, const Operand& value) { emit(Op::store_name, {value}, {.name = name_index(name)}); };
  {
    At at(*this, s->span);
    trace_line();
  }
  set("__module__", emit(Op::load_global, {}, {.name = name_index("__name__")}));
  set("__qualname__", text(fs_->fn->codes[0].qualname));
  if (type_parameters.kind != Operand::none) {
    // The parameters' variables are in the scope around the class; the body gathers them again.
    Operands values;
    for (const TypeParam* p : s->type_params) values.push_back(load(type_parameter_name(p)));
    set("__type_params__", emit(Op::make_tuple, std::move(values)));
  }
  Seq<Stmt*> statements = s->body;
  if (const Constant* doc = docstring(statements)) {
    fs_->fn->doc = text(doc->value.text).index;
    set("__doc__", text(doc->value.text));
  }
  body(statements);
  if (inner->class_cell) {
    Operand cell = emit(Op::load_cell, {}, {.target = variable(inner->class_cell)});
    set("__classcell__", cell);
    emit_return(cell);
  } else {
    emit_return(none());
  }
  end_function(f);
  return f.index;
}

void Lowering::class_definition(const ClassDef* s) {
  Operands decorators = decorator_values(s->decorator_list);
  Scope* generic = scopes_.of(&s->type_params);
  Scope* outer = scope_;
  Operand parameters;
  if (generic) {
    scope_ = generic;
    parameters = type_parameters(s->type_params);
  }
  uint32_t index = class_body(s, parameters);
  Operand bases;
  if (has_star(s->bases) || generic) {
    Operand list = display(s->bases, Op::make_list, Op::list_append, Op::list_extend);
    if (generic) {
      // A generic class derives from typing.Generic[its parameters].
      Operand typing = emit(Op::import_module, {}, {.name = name_index("typing"), .count = 1});
      Operand base = emit(Op::get_attribute, {typing}, {.name = name_index("Generic")});
      emit(Op::list_append, {list, emit(Op::get_item, {base, parameters})});
    }
    bases = emit(Op::list_to_tuple, {list});
  } else {
    bases = tuple(s->bases);
  }
  Operand callee;
  for (const Keyword* k : s->keywords) {
    if (k->arg.empty()) callee = builtin("__build_class__");
    if (k->arg.empty()) break;
  }
  Operand keywords = unpacked_keywords(s->keywords, callee);
  Operand made = emit(Op::build_class, {bases, keywords},
                      {.name = name_index(s->name), .target = index, .list = captures(scopes_.of(s))});
  scope_ = outer;
  store(s->name, decorate(s->decorator_list, decorators, made));
}

}  // namespace portalis::lowering
