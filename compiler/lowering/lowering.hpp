// The translator of Python's constructs. One class, its parts in one file for each family of constructs.
//
// Order of evaluation is CPython's everywhere; where a file does something in a surprising order, that is why.
// Reads of variables are emitted as load_variable; flow.cpp turns those it can prove safe into direct operands.
#pragma once

#include <utility>

#include "compiler/lowering/builder.hpp"
#include "compiler/lowering/lower.hpp"

namespace portalis::lowering {

class Lowering : public Builder {
 public:
  Lowering(ir::Module& module, semantics::ScopeTree& scopes, const SourceFile& file, const Options& options,
           DiagnosticSink& sink)
      : Builder(module, file), scopes_(scopes), options_(options), sink_(sink) {}

  void module(const ast::Module& tree);

 private:
  using Scope = semantics::Scope;
  using Symbol = semantics::Symbol;

  // ---- functions and their frames (functions.cpp) ----
  // Everything that changes when lowering goes into another function, restored by end_function().
  struct Suspended {
    FunctionState* state;
    Scope* scope;
    Block* block;
    Place place;
  };
  struct NewFunction {
    uint32_t index;
    std::unique_ptr<FunctionState> state;
    Suspended outer;
  };
  NewFunction begin_function(ir::FunctionKind kind, Scope* scope, std::string_view name, Span first, uint32_t index = no_index);
  void end_function(NewFunction& f);
  std::string qualified(std::string_view name);
  std::string unique_symbol(std::string_view name);
  void enter_prefix(FunctionState& state, std::string_view name, bool locals);
  void parameters(const ast::Arguments& args);
  void parameter(std::string_view name);
  std::vector<uint32_t> captures(Scope* inner);
  Operand make_function(uint32_t index, Scope* scope, const Operand& defaults = {}, const Operand& kw_defaults = {},
                        const Operand& annotations = {});
  void function_definition(const ast::FunctionBase* s);
  Operand function_value(const ast::FunctionBase* s, const Operand& defaults, const Operand& kw_defaults);
  void trace_line(bool next_round = false);
  void trace_once_more(const ast::Stmt* s);
  void leave_loop(bool is_break);
  void loop_body(const ast::Stmt* loop, uint32_t label, ast::Seq<ast::Stmt*> statements);
  void refuse_coroutine(Span span, const char* message);
  Operand lambda(const ast::Lambda* e);
  Operand positional_defaults(const ast::Arguments& args);
  Operand keyword_defaults(const ast::Arguments& args);
  Operand annotations(const ast::Arguments& args, const ast::Expr* returns);
  Operand annotation(const ast::Expr* e);
  ir::FunctionKind kind_of(Scope* scope) const;
  Operands decorator_values(ast::Seq<ast::Expr*> decorators);
  Operand decorate(ast::Seq<ast::Expr*> decorators, const Operands& values, Operand decorated);
  void find_single_definitions(const ast::Module& tree);

  // ---- classes, type parameters (classes.cpp, type_parameters.cpp) ----
  void class_definition(const ast::ClassDef* s);
  uint32_t class_body(const ast::ClassDef* s, const Operand& type_parameters);
  Operand type_parameters(ast::Seq<ast::TypeParam*> params);
  Operand type_parameter(const ast::TypeParam* p);
  Operand lazy_type(const void* node, const ast::Expr* e, std::string_view name);
  void type_alias(const ast::TypeAlias* s);

  // ---- names (names.cpp) ----
  uint32_t variable(Symbol* origin);
  Symbol* symbol(std::string_view name);
  Operand load(std::string_view name);
  Operand load_variable(uint32_t v) { return emit(Op::load_variable, {}, {.target = v}); }
  void store(std::string_view name, const Operand& value);
  void delete_name(std::string_view name);
  void unbind(std::string_view name);
  bool is_left_to_builtins(std::string_view name);
  bool means_builtin(std::string_view name);
  void diagnose_builtin(std::string_view name, Span span);
  bool is_fixed_builtin(std::string_view name);   // and it is what it always is
  bool never_bound(std::string_view name);
  Operand builtin(std::string_view name) { return emit(Op::load_builtin, {}, {.name = name_index(name)}); }

  // ---- expressions (expressions.cpp, operators.cpp, displays.cpp, fstrings.cpp) ----
  Operand expression(const ast::Expr* e);
  Operand expression_here(const ast::Expr* e);
  Operand constant_value(const ast::ConstantValue& value);
  Operand binary(const ast::BinOp* e);
  Operand unary(const ast::UnaryOp* e);
  Operand bool_op(const ast::BoolOp* e);
  Operand conditional(const ast::IfExp* e);
  Operand compare(const ast::Compare* e);
  Operand compare_pair(ast::CmpOp op, const Operand& left, const Operand& right);
  Operand attribute(const ast::Attribute* e);
  Operand slice(const ast::Expr* e);
  Operand display(ast::Seq<ast::Expr*> items, Op make, Op add, Op extend);
  Operand tuple(ast::Seq<ast::Expr*> items);
  Operand dict(const ast::Dict* e);
  Operand listed(const ast::Expr* e);
  Operand joined(const ast::JoinedStr* e);
  Operand formatted(const ast::FormattedValue* e);
  Operand await(const Operand& awaitable) { return emit(Op::await, {awaitable}); }

  // Conditions: a boolean temporary, or the constant True or False.
  Operand condition(const ast::Expr* e);
  Operand compare_condition(const ast::Compare* e);
  Operand truth(const Operand& value);
  Operand negate(const Operand& boolean);
  Operand boolean_value(const Operand& boolean);   // True or False
  // The condition of a statement: what computing it leaves behind is released before the statement goes on.
  Operand statement_condition(const ast::Expr* e);
  // Adds `if boolean: then() else: otherwise()`; only one of them when the boolean is a constant.
  template <class Then, class Else>
  void branch(const Operand& boolean, Then then, Else otherwise) {
    if (const ir::Constant* known = as_constant(boolean)) {
      return known->kind == ir::Constant::true_ ? then() : otherwise();
    }
    Statement s;
    s.kind = StatementKind::if_;
    s.condition = boolean;
    {
      Into into(*this, s.a);
      then();
    }
    {
      Into into(*this, s.b);
      otherwise();
    }
    push(std::move(s));
  }
  template <class Then>
  void branch(const Operand& boolean, Then then) {
    branch(boolean, then, [] {});
  }
  bool is_constant_condition(const ast::Expr* e, bool& value) const;

  // ---- calls (calls.cpp) ----
  Operand call(const ast::Call* e);
  Operand method_call(const ast::Call* e, const ast::Attribute* method);
  Operand special_call(const ast::Call* e, std::string_view name, bool& done);
  Operand unpacked_call(const ast::Call* e, const Operand& callee);
  Operand profiled(const Operand& callee);       // what to call, in a program that may have a profile function
  Operand unpacked_arguments(ast::Seq<ast::Expr*> args);
  Operand unpacked_keywords(ast::Seq<ast::Keyword*> keywords, const Operand& callee);
  void plain_arguments(const ast::Call* e, Operands& operands, std::vector<uint32_t>& names);
  Operand super_call(const ast::Call* e, bool& done);
  void locals_variables(std::vector<uint32_t>& out);
  Place method_place(Span span, const ast::Attribute* method) const;
  void unsupported(const char* code, Span span, std::string message, std::string help);

  // ---- warnings (syntax_warnings.cpp) ----
  void warn_about(const ast::Compare* e);
  void warn_about(const ast::Call* e);
  void warn_about(const ast::Subscript* e);
  void warn_about(const ast::Assert* s);
  void warn(Span span, const std::string& message);
  void print_warnings();

  // ---- comprehensions (comprehensions.cpp) ----
  Operand comprehension(const ast::Expr* e, ast::Seq<ast::Comprehension*> generators, const ast::Expr* element,
                        const ast::Expr* value);
  Operand generator_expression(const ast::GeneratorExp* e);
  const ast::GeneratorExp* in_place_argument(const ast::Call* e) const;
  Operand consume_in_place(const ast::Call* e, const ast::GeneratorExp* generator, std::string_view consumer);
  Operand sum_in_place(const ast::Call* e, const ast::GeneratorExp* generator);
  Operand any_in_place(const ast::GeneratorExp* generator, bool all);
  Operand extreme_in_place(const ast::GeneratorExp* generator, std::string_view name);
  Operand collect(const ast::Expr* e, ast::Seq<ast::Comprehension*> generators, const ast::Expr* element, const ast::Expr* value,
                  const char* name, Op make, Op add);
  void inlined(const ast::Expr* e, const char* name, const std::function<void()>& inside);
  // `innermost(label)` is what happens to each element in the loop `label`; `after(label)` what a loop does after one inside it.
  using InLoop = std::function<void(uint32_t)>;
  void comprehension_loops(ast::Seq<ast::Comprehension*> generators, uint32_t depth, const Operand& outermost, const InLoop& innermost,
                           const InLoop& after = nullptr);

  // ---- targets (targets.cpp) ----
  void assign(const ast::Expr* target, const Operand& value);
  void unpack(const ast::Expr* target, ast::Seq<ast::Expr*> items, const Operand& value);
  void delete_target(const ast::Expr* target);
  void assignment(const ast::Assign* s);
  void augmented(const ast::AugAssign* s);
  void annotated(const ast::AnnAssign* s);

  // ---- statements (statements.cpp, loops.cpp, with.cpp, try.cpp, imports.cpp, match.cpp) ----
  void body(ast::Seq<ast::Stmt*> statements);
  void statement(const ast::Stmt* s);
  void statement_here(const ast::Stmt* s);
  void if_statement(const ast::If* s);
  void assert_statement(const ast::Assert* s);
  void raise_statement(const ast::Raise* s);
  void while_loop(const ast::While* s);
  void for_loop(const ast::For* s);
  bool range_loop(const ast::For* s);
  void async_for(const ast::AsyncFor* s);
  template <class Body, class Else>
  void async_loop(const Operand& iterator, const ast::Expr* iterable, uint32_t label, Body body, Else otherwise);
  void with_statement(const ast::WithBase* s, uint32_t item, bool async);
  void try_statement(const ast::TryBase* s, bool star);
  void try_clauses(const ast::TryBase* s);
  void except_chain(ast::Seq<ast::ExceptHandler*> handlers, uint32_t i, const Operand& exception);
  void handler_body(const ast::ExceptHandler* h, const Operand& exception);
  void star_clauses(const ast::TryBase* s);
  void import(const ast::Import* s);
  void import_from(const ast::ImportFrom* s);
  void raise_import_error(const char* message, Span span);
  void match_statement(const ast::Match* s);
  void match_cases(const ast::Match* s, uint32_t i, const Operand& subject);

  struct Capture {
    std::string_view name;
    Operand value;   // declared
  };
  using Captures = std::vector<Capture>;
  void declare_captures(const ast::Pattern* p, Captures& captures);
  void capture(std::string_view name, const Operand& value, const Captures& captures);
  void pattern(const ast::Pattern* p, const Operand& subject, const Captures& captures, const Operand& result);
  void sequence_pattern(const ast::MatchSequence* p, const Operand& subject, const Captures& captures,
                        const Operand& result);
  void mapping_pattern(const ast::MatchMapping* p, const Operand& subject, const Captures& captures, const Operand& result);
  void class_pattern(const ast::MatchClass* p, const Operand& subject, const Captures& captures, const Operand& result);
  void sub_patterns(const std::vector<std::pair<const ast::Pattern*, Operand>>& parts, size_t i,
                    const Captures& captures, const Operand& result);

  semantics::ScopeTree& scopes_;
  const Options& options_;
  DiagnosticSink& sink_;
  Scope* scope_ = nullptr;                  // the innermost scope, perhaps an inlined one
  std::unordered_map<std::string, int> symbols_taken_;
  std::unordered_map<std::string_view, uint32_t> single_definitions_;   // global name to the function it always is
  std::unordered_map<std::string, bool> never_bound_;
  std::vector<std::string> warnings_;       // what stands after the file's name, in the order they are found
};

// The docstring of a body, if it starts with one; `body` then begins after it.
const ast::Constant* docstring(ast::Seq<ast::Stmt*>& body);

ast::Identifier type_parameter_name(const ast::TypeParam* p);

// Replaces load_variable by direct operands where that is safe, and finds parameters that are never rebound.
void resolve_local_reads(ir::Module& module);

// The text of an annotation under `from __future__ import annotations`, as CPython's compiler writes it.
std::string unparse(const ast::Expr* e);

}  // namespace portalis::lowering
