// The parser's inside: one class, its methods split over parse_*.cpp by language construct.
//
// The problem: parse valid Python fast, and for invalid Python say what CPython says. CPython parses
// with a PEG; when that fails it parses again with extra rules that only recognise mistakes, and when
// none of those matches it blames the furthest token it ever looked at. We do the same with recursive
// descent: the first pass only finds out that there is an error and which token was the furthest; the
// second pass, with diagnosing() true, makes extra checks in the places where a mistake is known.
// Merging the passes was rejected: the extra checks look ahead and backtrack, and some of them would
// refuse valid programs that are merely odd.
//
// How failure travels: there are no exceptions and few null checks. fail() points the cursor at an
// end-of-file token that no rule accepts, so every loop ends and every rule returns soon, with nodes
// nobody will look at. Rules therefore never return null; they return a node whose content is
// meaningless once failed() is true. A Speculation undoes a plain failure (a rule that did not
// match), never a raised one (a rule that recognised a mistake).
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "compiler/source/arena.hpp"
#include "compiler/source/diagnostic.hpp"
#include "compiler/source/source_file.hpp"
#include "compiler/syntax/ast.hpp"
#include "compiler/syntax/token.hpp"

namespace portalis {

// Collects a sequence of unknown length and leaves it in the arena.
template <class T>
class SeqBuilder {
 public:
  explicit SeqBuilder(Arena& arena) : arena_(arena) {}
  SeqBuilder(const SeqBuilder&) = delete;

  void push(T item) {
    if (size_ == capacity_) {
      T* grown = arena_.make_array<T>(capacity_ * 2);
      std::memcpy(static_cast<void*>(grown), data_, size_ * sizeof(T));
      data_ = grown;
      capacity_ *= 2;
    }
    data_[size_++] = item;
  }
  std::uint32_t size() const { return size_; }
  bool empty() const { return size_ == 0; }
  T& operator[](std::uint32_t i) { return data_[i]; }
  T& back() { return data_[size_ - 1]; }
  void clear() { size_ = 0; }

  ast::Seq<T> take() {
    if (size_ == 0) return {};
    if (data_ != inline_) return {data_, size_};
    T* stored = arena_.make_array<T>(size_);
    std::memcpy(static_cast<void*>(stored), data_, size_ * sizeof(T));
    return {stored, size_};
  }

 private:
  static constexpr std::uint32_t kInline = 8;
  Arena& arena_;
  T inline_[kInline];
  T* data_ = inline_;
  std::uint32_t size_ = 0;
  std::uint32_t capacity_ = kInline;
};

class Parser {
 public:
  Parser(const SourceFile& file, const TokenStream& stream, Arena& arena);

  // Null when the file has a syntax error; then error() is it.
  ast::Module* parse_file();
  const Diagnostic& error() const { return error_; }

 private:
  using Kind = TokenKind;

  // ---- the cursor (parser.cpp) ----
  const Token& tok() const { return *tok_; }
  // The token after this one; there always is one, except after the last, which is its own next.
  const Token& next() {
    const Token* token = tok_->kind == Kind::EndMarker || tok_->kind == Kind::Error ? tok_ : tok_ + 1;
    if (!failed_) note_furthest(token);
    return *token;
  }
  bool at(Kind kind) const { return tok_->kind == kind; }
  bool next_is(Kind kind) { return next().kind == kind; }
  bool at_name(std::string_view text) const { return at(Kind::Name) && text_of(*tok_) == text; }
  void advance() {
    last_ = tok_;
    if (tok_->kind != Kind::EndMarker) ++tok_;
  }
  bool eat(Kind kind) {
    if (tok_->kind != kind) return false;
    advance();
    return true;
  }
  void expect(Kind kind) {
    if (!eat(kind)) fail();
  }
  // As expect, but the missing token itself is the error: "expected ':'".
  void expect_or_raise(Kind kind);
  // NEWLINE, INDENT and DEDENT do not count as the end of a node.
  bool eat_layout(Kind kind) {
    if (tok_->kind != kind) return false;
    ++tok_;
    return true;
  }
  std::string_view text_of(const Token& token) const { return std::string_view(text_ + token.start, token.end - token.start); }
  Span span_from(const Token& first) const { return Span::join(first.span, last_->span); }
  Span span_from(const ast::Expr* first) const { return Span::join(first->span, last_->span); }
  ast::Identifier identifier(const Token& token);
  ast::Identifier expect_identifier();

  // ---- failure (parser.cpp) ----
  bool failed() const { return failed_; }
  bool diagnosing() const { return diagnosing_ && !failed_; }
  void fail();
  void poison();
  void raise(const char* code, std::string message, Span span, const char* exception = "SyntaxError");
  // At the furthest token looked at so far.
  void raise_at_furthest(const char* code, std::string message);
  void raise_at(const char* code, std::string message, const Token& token) { raise(code, std::move(message), token.span); }
  void raise_starting_from(const char* code, std::string message, Span start);
  void raise_expected_block(const std::string& after, const Token& keyword);
  void raise_lexer_error();
  void finish_error(const Token* furthest);
  void note_furthest(const Token* token) {
    if (token > furthest_) furthest_ = token;
  }

  class Speculation {
   public:
    explicit Speculation(Parser& parser) : parser_(parser), tok_(parser.tok_), last_(parser.last_) {}
    // Back to where it began; true when the attempt had not failed.
    bool undo() {
      bool worked = !parser_.failed_;
      if (!parser_.raised_) {
        if (worked) parser_.note_furthest(parser_.tok_);
        parser_.failed_ = false;
        parser_.tok_ = tok_;
        parser_.last_ = last_;
      }
      return worked;
    }
    // Undone only if the attempt failed.
    bool settle() { return parser_.failed_ ? undo() : true; }

   private:
    Parser& parser_;
    const Token* tok_;
    const Token* last_;
  };

  // Runs without the second pass's extra checks.
  // The operands and trailers after the first of a rule: in the first pass a failure among them is
  // final; while diagnosing what was matched before it stands, as for a PEG, and false is returned.
  bool settle_if_diagnosing(Speculation& attempt) { return !diagnosing_ || attempt.settle(); }

  class WithoutDiagnosis {
   public:
    explicit WithoutDiagnosis(Parser& parser) : parser_(parser), was_(parser.diagnosing_) { parser_.diagnosing_ = false; }
    ~WithoutDiagnosis() { parser_.diagnosing_ = was_; }

   private:
    Parser& parser_;
    bool was_;
  };

  // Bounds recursion: a file may nest without brackets too (- - - x, elif after elif).
  class Nesting {
   public:
    explicit Nesting(Parser& parser) : parser_(parser) {
      if (++parser_.depth_ > kMaxRecursion) parser_.raise_too_deep();
    }
    ~Nesting() { --parser_.depth_; }

   private:
    Parser& parser_;
  };
  static constexpr int kMaxRecursion = 2000;
  static constexpr int kMaxChain = ast::kMaxTreeDepth - kMaxRecursion;
  void raise_too_deep();
  void set_height(ast::Expr* node, int height) {
    if (height >= kMaxChain) raise_too_deep();
    node->height = static_cast<std::uint16_t>(height);
  }

  template <class T>
  T* make(Span span) {
    return arena_.make<T>(span);
  }

  // ---- statements (parse_statement.cpp, parse_import.cpp) ----
  ast::Module* module();
  void statement(SeqBuilder<ast::Stmt*>& out);
  void simple_statements(SeqBuilder<ast::Stmt*>& out);
  ast::Stmt* simple_statement();
  ast::Stmt* expression_statement();
  ast::Stmt* assignment(const Token& first, ast::Expr* target);
  ast::Stmt* annotated_assignment(const Token& first, ast::Expr* target);
  ast::Stmt* augmented_assignment(const Token& first, ast::Expr* target, ast::Operator op);
  ast::Stmt* return_statement();
  ast::Stmt* raise_statement();
  ast::Stmt* delete_statement();
  ast::Stmt* assert_statement();
  ast::Stmt* type_alias();
  ast::Seq<ast::Identifier> scope_names();
  ast::Stmt* import_statement();
  ast::Stmt* import_from_statement();
  ast::Identifier dotted_name();
  ast::Alias* import_alias(bool dotted);

  // ---- compound statements (parse_compound.cpp, parse_definition.cpp, parse_try.cpp) ----
  bool compound_statement(SeqBuilder<ast::Stmt*>& out);
  ast::Seq<ast::Stmt*> block(const std::string& after, const Token& keyword);
  void expect_colon_after_header();
  ast::Stmt* if_statement();
  ast::Stmt* while_statement();
  ast::Stmt* for_statement(const Token& first);
  ast::Seq<ast::Stmt*> else_block();
  ast::Stmt* with_statement(const Token& first);
  bool parenthesized_with_items(SeqBuilder<ast::WithItem*>& items);
  ast::WithItem* with_item();
  ast::Stmt* try_statement();
  ast::ExceptHandler* except_handler(bool& star);
  bool except_header(ast::ExceptHandler& handler);
  void diagnose_mixed_handlers();
  ast::Stmt* async_statement(const Token& first, ast::Seq<ast::Expr*> decorators);
  ast::Stmt* decorated();
  ast::Stmt* function_definition(const Token& first, ast::Seq<ast::Expr*> decorators);
  ast::Stmt* class_definition(ast::Seq<ast::Expr*> decorators);

  // ---- parameters and type parameters (parse_parameters.cpp, parse_type_params.cpp) ----
  ast::Arguments* parameters(Kind closer);
  ast::Arg* parameter(bool lambda, bool star);
  struct ParameterList;
  void slash_marker(ParameterList& list);
  void star_parameter(ParameterList& list);
  void double_star_parameter(ParameterList& list);
  void named_parameter(ParameterList& list);
  void refuse_parameter(std::string message, const Token& token);
  void diagnose_star_parameter(bool lambda, const Token& star);
  void diagnose_parenthesized_parameters(const ParameterList& list);
  ast::Seq<ast::TypeParam*> type_parameters();
  ast::TypeParam* type_parameter();

  // ---- match (parse_match.cpp, parse_pattern.cpp) ----
  bool match_statement(SeqBuilder<ast::Stmt*>& out);
  ast::Expr* match_subject();
  ast::MatchCase* match_case();
  ast::Pattern* patterns();
  ast::Pattern* maybe_star_pattern();
  ast::Pattern* as_pattern();
  ast::Pattern* or_pattern();
  ast::Pattern* closed_pattern();
  ast::Pattern* name_pattern();
  ast::Pattern* number_pattern();
  ast::Pattern* group_or_sequence_pattern();
  ast::Pattern* mapping_pattern();
  ast::Pattern* class_pattern(const Token& first, ast::Expr* cls);
  ast::Expr* name_or_attribute();
  ast::Expr* signed_number();
  ast::Expr* complex_or_signed_number();
  ast::Identifier capture_target();

  // ---- expressions (parse_expression.cpp) ----
  ast::Expr* star_expressions();
  ast::Expr* star_expression();
  ast::Expr* named_expression();
  ast::Expr* star_named_expression();
  ast::Expr* yield_or_star_expressions();
  ast::Expr* yield_expression();
  ast::Expr* expression();
  ast::Expr* disjunction();
  ast::Expr* conjunction();
  ast::Expr* inversion();
  ast::Expr* comparison();
  ast::Expr* bitwise_or() { return binary(0); }
  ast::Expr* binary(int min_precedence);
  void diagnose_not_operand();
  ast::Expr* factor();
  ast::Expr* power();
  ast::Expr* await_primary();
  ast::Expr* lambda();
  bool at_comparison(ast::CmpOp& op, int& size);
  bool at_expression_start() const;

  // ---- primaries and atoms (parse_atom.cpp, parse_call.cpp, parse_display.cpp) ----
  ast::Expr* primary();
  ast::Expr* trailer(const Token& first, ast::Expr* value);
  ast::Expr* atom();
  ast::Expr* slices();
  ast::Expr* slice();
  ast::Expr* parenthesized();
  ast::Expr* list_display();
  ast::Expr* dict_or_set();
  ast::Expr* dict_display(const Token& open, ast::Expr* first_key);
  ast::Seq<ast::Comprehension*> comprehension_clauses();
  void diagnose_comprehension_target(ast::Expr* first, bool more);
  ast::Expr* number();
  ast::Constant* constant(const Token& token, ast::ConstantKind kind);
  void call_arguments(SeqBuilder<ast::Expr*>& args, SeqBuilder<ast::Keyword*>& keywords, const Token& open, bool may_be_generator);
  bool keyword_argument(SeqBuilder<ast::Keyword*>& keywords);
  void diagnose_late_positional(SeqBuilder<ast::Keyword*>& keywords);
  void diagnose_generator_argument(ast::Expr* element, bool first);

  // ---- strings (parse_string.cpp, parse_fstring.cpp) ----
  ast::Expr* strings();
  bool decode_string(const Token& token, std::string_view body, bool raw, bool bytes, std::string& out);
  void fstring(const Token& start, SeqBuilder<ast::Expr*>& parts);
  void replacement_field(bool raw, SeqBuilder<ast::Expr*>& parts);
  ast::Expr* fstring_text(const Token& token, bool raw);
  ast::Expr* format_spec(bool raw);
  int conversion();
  ast::Expr* joined(Span span, SeqBuilder<ast::Expr*>& parts);

  // ---- targets (parse_target.cpp) ----
  enum class TargetUse { Assign, For, Delete };
  ast::Expr* star_targets();
  ast::Expr* star_target();
  // The part of `expr` that may not be assigned to (deleted), or null.
  const ast::Expr* invalid_target(const ast::Expr* expr, TargetUse use) const;
  void diagnose_assignment(const Token& first);
  void raise_invalid_target(const ast::Expr* expr, TargetUse use);
  void set_context(ast::Expr* expr, ast::ExprContext ctx);
  void diagnose_misplaced_equal(const Token& first, const ast::Expr* left);
  void diagnose_two_expressions(const Token& first, const ast::Expr* left);
  bool is_parenthesized(const ast::Expr* expr, const Token& first) const {
    return expr->span.line != first.span.line || expr->span.col != first.span.col;
  }

  const SourceFile& file_;
  const TokenStream& stream_;
  Arena& arena_;
  const char* text_;
  const Token* begin_;
  const Token* tok_;
  const Token* last_;
  const Token* furthest_;
  Token poison_;
  bool diagnosing_ = false;
  bool failed_ = false;
  bool raised_ = false;
  // Diagnosing looks ahead, and mistakes nested in mistakes could make that exponential.
  long diagnosis_budget_ = 0;
  std::vector<bool> tried_plain_;  // expressions the second pass parsed without diagnosis
  bool at_lexer_error_ = false;    // the error to tell is the lexer's
  int depth_ = 0;
  Diagnostic error_;
};

// "function call", "literal" ...: what CPython's messages call an expression.
const char* expression_name(const ast::Expr* expr);

}  // namespace portalis
