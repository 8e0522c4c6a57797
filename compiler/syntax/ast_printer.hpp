// Writes a tree as the text of CPython 3.13's ast.dump(tree, include_attributes=True).
//
// Empty lists and absent optional fields are left out, as ast.dump does since 3.13. Split by kind of
// node: ast_printer.cpp (values, shared parts), print_expression.cpp, print_statement.cpp.
#pragma once

#include <string>

#include "compiler/syntax/ast.hpp"

namespace portalis {

class AstPrinter {
 public:
  explicit AstPrinter(std::string& out) : out_(out) {}
  void module(const ast::Module& module);

 private:
  void open(const char* name);
  void key(const char* name);
  void close() { out_ += ')'; }
  void close(const Span& span);

  void field(const char* name, const ast::Expr* value);     // absent when null
  void field(const char* name, const ast::Pattern* value);  // absent when null
  void field(const char* name, ast::Identifier value);      // absent when empty
  void field(const char* name, const ast::Arguments* value);
  void field(const char* name, const ast::Arg* value);
  void field(const char* name, int value);
  void word(const char* name, const char* value);  // Load(), Add() ...
  template <class T>
  void list(const char* name, const ast::Seq<T>& items) {
    if (items.empty()) return;
    key(name);
    out_ += '[';
    for (std::uint32_t i = 0; i < items.size; ++i) {
      if (i != 0) out_ += ", ";
      item(items[i]);
    }
    out_ += ']';
  }

  void item(const ast::Expr* expr);  // null prints None
  void item(const ast::Stmt* stmt);
  void item(const ast::Pattern* pattern);
  void item(const ast::TypeParam* param);
  void item(const ast::Arg* arg);
  void item(const ast::Keyword* keyword);
  void item(const ast::Alias* alias);
  void item(const ast::WithItem* item);
  void item(const ast::Comprehension* clause);
  void item(const ast::ExceptHandler* handler);
  void item(const ast::MatchCase* match_case);
  void item(ast::Identifier name);
  void item(ast::CmpOp op);

  void expression(const ast::Expr* expr);
  void statement(const ast::Stmt* stmt);
  void constant(const ast::ConstantValue& value);

  std::string& out_;
  bool first_field_ = true;
};

// "Add", "Sub" ...
const char* operator_name(ast::Operator op);

// repr() of a str (given as WTF-8), of bytes and of a float, as CPython writes them.
void append_str_repr(std::string& out, std::string_view text);
void append_bytes_repr(std::string& out, std::string_view bytes);
void append_float_repr(std::string& out, double value, bool keep_point);

}  // namespace portalis
