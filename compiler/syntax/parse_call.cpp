// The arguments of calls and of class statements.
#include "compiler/syntax/parser.hpp"

namespace portalis {

using namespace ast;

namespace {

constexpr const char* kCode = "P0112";

// The last thing in a generator's clauses, for a range that covers it.
Span end_of(const Comprehension* clause) { return clause->ifs.empty() ? clause->iter->span : clause->ifs.back()->span; }

}  // namespace

// name=value, when the cursor is on a name with '=' after it, or **mapping.
bool Parser::keyword_argument(SeqBuilder<Keyword*>& keywords) {
  const Token& first = tok();
  bool mapping = at(Kind::DoubleStar);
  if (!mapping) {
    bool constant = at(Kind::KwTrue) || at(Kind::KwFalse) || at(Kind::KwNone);
    if (constant && diagnosing() && next_is(Kind::Equal))
      raise("P0107", "cannot assign to " + std::string(text_of(first)), Span::join(first.span, next().span));
    if (!at(Kind::Name) || !next_is(Kind::Equal)) return false;
  }
  Identifier name{};
  if (!mapping) name = identifier(first);
  advance();
  if (!mapping) {
    const Token& equal = tok();
    advance();
    if (diagnosing() && (at(Kind::Comma) || at(Kind::RPar)))
      raise(kCode, "expected argument value expression", Span::join(first.span, equal.span));
  }
  Expr* value = expression();
  if (mapping && diagnosing() && at(Kind::Equal)) {
    Speculation attempt(*this);
    advance();
    Expr* right = expression();
    if (attempt.undo()) raise("P0107", "cannot assign to keyword argument unpacking", Span::join(first.span, right->span));
  }
  if (!mapping && diagnosing() && (at(Kind::KwFor) || at(Kind::KwAsync))) {
    Speculation attempt(*this);
    comprehension_clauses();
    if (attempt.undo())
      raise("P0107", "invalid syntax. Maybe you meant '==' or ':=' instead of '='?", Span::join(first.span, (&first)[1].span));
  }
  Keyword* keyword = arena_.make<Keyword>();
  keyword->arg = name;
  keyword->value = value;
  keyword->span = span_from(first);
  keywords.push(keyword);
  return true;
}

// An unparenthesised generator among other arguments: f(x for x in y, 1).
void Parser::diagnose_generator_argument(Expr* element, bool first) {
  Speculation attempt(*this);
  Seq<Comprehension*> clauses = comprehension_clauses();
  bool alone = first && !at(Kind::Comma);
  if (!attempt.undo() || alone) return;
  raise(kCode, "Generator expression must be parenthesized", Span::join(element->span, end_of(clauses.back())));
}

// A positional argument after a keyword one; CPython blames what it last read of the arguments.
void Parser::diagnose_late_positional(SeqBuilder<Keyword*>& keywords) {
  bool mapping = keywords.back()->arg.empty();
  Speculation attempt(*this);
  while (!failed() && eat(Kind::Comma) && !at(Kind::RPar)) {
    if (at(Kind::Star)) advance();
    if (!keyword_argument(keywords)) expression();
  }
  attempt.undo();
  raise_at_furthest(kCode,
                    mapping ? "positional argument follows keyword argument unpacking" : "positional argument follows keyword argument");
}

// After the opening parenthesis, up to and not including the closing one.
void Parser::call_arguments(SeqBuilder<Expr*>& args, SeqBuilder<Keyword*>& keywords, const Token& open, bool may_be_generator) {
  bool mapping_seen = false;
  while (!at(Kind::RPar) && !failed()) {
    const Token& first = tok();
    if (at(Kind::Star)) {
      advance();
      if (mapping_seen) {
        if (diagnosing()) {
          expression();
          if (!failed()) raise_starting_from(kCode, "iterable argument unpacking follows keyword argument unpacking", (&first)[-1].span);
        }
        return fail();
      }
      if (diagnosing() && !at_expression_start()) raise_at_furthest("P0101", "Invalid star expression");
      Expr* value = expression();
      if (diagnosing() && eat(Kind::Equal)) {
        Expr* right = expression();
        if (!failed()) raise("P0107", "cannot assign to iterable argument unpacking", Span::join(first.span, right->span));
      }
      auto* starred = make<Starred>(span_from(first));
      starred->value = value;
      args.push(starred);
    } else if (at(Kind::DoubleStar)) {
      keyword_argument(keywords);
      mapping_seen = true;
    } else if (!keyword_argument(keywords)) {
      Expr* value;
      if (at(Kind::Name) && next_is(Kind::ColonEqual)) {
        value = named_expression();
      } else {
        value = expression();
        if (at(Kind::ColonEqual)) return fail();
      }
      if (at(Kind::Equal)) {
        if (diagnosing())
          raise(kCode, "expression cannot contain assignment, perhaps you meant \"==\"?", Span::join(first.span, tok().span));
        return fail();
      }
      if (at(Kind::KwFor) || at(Kind::KwAsync)) {
        bool only = args.empty() && keywords.empty();
        if (diagnosing()) diagnose_generator_argument(value, only);
        if (!only || !may_be_generator) return fail();
        Seq<Comprehension*> generators = comprehension_clauses();
        if (!at(Kind::RPar)) return fail();
        auto* node = make<GeneratorExp>(Span::join(open.span, tok().span));
        node->elt = value;
        node->generators = generators;
        args.push(node);
        return;
      }
      if (!keywords.empty()) {
        if (diagnosing()) diagnose_late_positional(keywords);
        return fail();
      }
      args.push(value);
    }
    if (!eat(Kind::Comma)) return;
  }
}

}  // namespace portalis
