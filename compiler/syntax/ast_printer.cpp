// The printer's frame: fields, lists, constants, and the parts several nodes share.
#include "compiler/syntax/ast_printer.hpp"

#include "compiler/syntax/parse.hpp"

namespace portalis {

using namespace ast;

std::string dump_ast(const Module& module) {
  std::string out;
  AstPrinter(out).module(module);
  return out;
}

void AstPrinter::module(const Module& module) {
  open("Module");
  list("body", module.body);
  close();
}

void AstPrinter::open(const char* name) {
  out_ += name;
  out_ += '(';
  first_field_ = true;
}

void AstPrinter::key(const char* name) {
  if (!first_field_) out_ += ", ";
  first_field_ = false;
  out_ += name;
  out_ += '=';
}

void AstPrinter::close(const Span& span) {
  field("lineno", static_cast<int>(span.line));
  field("col_offset", static_cast<int>(span.col));
  field("end_lineno", static_cast<int>(span.end_line));
  field("end_col_offset", static_cast<int>(span.end_col));
  out_ += ')';
}

void AstPrinter::field(const char* name, const Expr* value) {
  if (value == nullptr) return;
  key(name);
  item(value);
  first_field_ = false;
}

void AstPrinter::field(const char* name, const Pattern* value) {
  if (value == nullptr) return;
  key(name);
  item(value);
  first_field_ = false;
}

void AstPrinter::field(const char* name, Identifier value) {
  if (value.empty()) return;
  key(name);
  append_str_repr(out_, value);
}

void AstPrinter::field(const char* name, int value) {
  key(name);
  out_ += std::to_string(value);
}

void AstPrinter::word(const char* name, const char* value) {
  key(name);
  out_ += value;
  out_ += "()";
}

void AstPrinter::field(const char* name, const Arg* value) {
  if (value == nullptr) return;
  key(name);
  item(value);
  first_field_ = false;
}

void AstPrinter::field(const char* name, const Arguments* value) {
  key(name);
  open("arguments");
  list("posonlyargs", value->posonlyargs);
  list("args", value->args);
  field("vararg", value->vararg);
  list("kwonlyargs", value->kwonlyargs);
  list("kw_defaults", value->kw_defaults);
  field("kwarg", value->kwarg);
  list("defaults", value->defaults);
  close();
  first_field_ = false;
}

void AstPrinter::item(const Expr* expr) {
  if (expr == nullptr) {
    out_ += "None";
    return;
  }
  expression(expr);
  first_field_ = false;
}

void AstPrinter::item(const Stmt* stmt) {
  statement(stmt);
  first_field_ = false;
}

void AstPrinter::item(Identifier name) { append_str_repr(out_, name); }

void AstPrinter::item(const Arg* arg) {
  open("arg");
  field("arg", arg->arg);
  field("annotation", arg->annotation);
  close(arg->span);
  first_field_ = false;
}

void AstPrinter::item(const Keyword* keyword) {
  open("keyword");
  field("arg", keyword->arg);
  field("value", keyword->value);
  close(keyword->span);
  first_field_ = false;
}

void AstPrinter::item(const Alias* alias) {
  open("alias");
  field("name", alias->name);
  field("asname", alias->asname);
  close(alias->span);
  first_field_ = false;
}

void AstPrinter::item(const WithItem* item) {
  open("withitem");
  field("context_expr", item->context_expr);
  field("optional_vars", item->optional_vars);
  close();
  first_field_ = false;
}

void AstPrinter::item(const Comprehension* clause) {
  open("comprehension");
  field("target", clause->target);
  field("iter", clause->iter);
  list("ifs", clause->ifs);
  field("is_async", clause->is_async ? 1 : 0);
  close();
  first_field_ = false;
}

void AstPrinter::item(const ExceptHandler* handler) {
  open("ExceptHandler");
  field("type", handler->type);
  field("name", handler->name);
  list("body", handler->body);
  close(handler->span);
  first_field_ = false;
}

void AstPrinter::item(const MatchCase* match_case) {
  open("match_case");
  field("pattern", match_case->pattern);
  field("guard", match_case->guard);
  list("body", match_case->body);
  close();
  first_field_ = false;
}

void AstPrinter::item(const TypeParam* param) {
  switch (param->kind) {
    case TypeParamKind::TypeVar: {
      auto* n = as<TypeVar>(param);
      open("TypeVar");
      field("name", n->name);
      field("bound", n->bound);
      field("default_value", n->default_value);
      break;
    }
    case TypeParamKind::ParamSpec: {
      auto* n = as<ParamSpec>(param);
      open("ParamSpec");
      field("name", n->name);
      field("default_value", n->default_value);
      break;
    }
    case TypeParamKind::TypeVarTuple: {
      auto* n = as<TypeVarTuple>(param);
      open("TypeVarTuple");
      field("name", n->name);
      field("default_value", n->default_value);
      break;
    }
  }
  close(param->span);
  first_field_ = false;
}

void AstPrinter::constant(const ConstantValue& value) {
  switch (value.kind) {
    case ConstantKind::None: out_ += "None"; break;
    case ConstantKind::True: out_ += "True"; break;
    case ConstantKind::False: out_ += "False"; break;
    case ConstantKind::Ellipsis: out_ += "Ellipsis"; break;
    case ConstantKind::Int: out_ += value.text; break;
    case ConstantKind::Float: append_float_repr(out_, value.real, true); break;
    case ConstantKind::Complex:
      append_float_repr(out_, value.real, false);
      out_ += 'j';
      break;
    case ConstantKind::Str: append_str_repr(out_, value.text); break;
    case ConstantKind::Bytes: append_bytes_repr(out_, value.text); break;
  }
}

}  // namespace portalis
