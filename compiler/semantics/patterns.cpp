// The analysis of match statements: what patterns bind, and the mistakes compile.c finds in them.
#include <algorithm>

#include "compiler/semantics/analyzer.hpp"

namespace portalis::semantics {

using namespace ast;

namespace {

std::string unreachable(const MatchAs* p) {
  if (p->name.empty()) return "wildcard makes remaining patterns unreachable";
  return "name capture '" + std::string(p->name) + "' makes remaining patterns unreachable";
}

// How a constant key reads in a message; empty for one that may not be compared at compile time.
std::string key_text(const Expr* e) {
  auto* c = dyn<Constant>(e);
  if (!c) return {};
  switch (c->value.kind) {
    case ConstantKind::None: return "None";
    case ConstantKind::True: return "True";
    case ConstantKind::False: return "False";
    case ConstantKind::Int: return std::string(c->value.text);
    case ConstantKind::Str: return "'" + std::string(c->value.text) + "'";
    case ConstantKind::Bytes: return "b'" + std::string(c->value.text) + "'";
    default: return {};
  }
}

}  // namespace

void Analyzer::match_statement(const Match* s) {
  expression(s->subject);
  for (std::uint32_t i = 0; i < s->cases.size; ++i) {
    const MatchCase* c = s->cases[i];
    Captures bound;
    pattern(c->pattern, bound, c->guard || i + 1 == s->cases.size);
    optional(c->guard);
    body(c->body);
  }
}

void Analyzer::capture(std::string_view name, Span span, Captures& bound) {
  if (name.empty()) return;
  if (std::find(bound.begin(), bound.end(), name) != bound.end()) {
    error("P0216", span, "multiple assignments to name '" + std::string(name) + "' in pattern");
  }
  forbid_debug(name, span);
  bound.push_back(name);
  define(name, use_bound, span);
}

void Analyzer::pattern(const Pattern* p, Captures& bound, bool may_match_all) {
  switch (p->kind) {
    case PatternKind::MatchValue: return expression(as<MatchValue>(p)->value);
    case PatternKind::MatchSingleton: return;
    case PatternKind::MatchSequence: {
      int stars = 0;
      for (const Pattern* item : as<MatchSequence>(p)->patterns) {
        if (item->kind == PatternKind::MatchStar && ++stars == 2) {
          error("P0216", p->span, "multiple starred names in sequence pattern");
        }
        pattern(item, bound);
      }
      return;
    }
    case PatternKind::MatchMapping: return mapping(as<MatchMapping>(p), bound);
    case PatternKind::MatchClass: return class_pattern(as<MatchClass>(p), bound);
    case PatternKind::MatchStar: return capture(as<MatchStar>(p)->name, p->span, bound);
    case PatternKind::MatchAs: {
      auto* n = as<MatchAs>(p);
      if (n->pattern) {
        pattern(n->pattern, bound, may_match_all);
      } else if (!may_match_all) {
        error("P0216", p->span, unreachable(n));
      }
      return capture(n->name, p->span, bound);
    }
    case PatternKind::MatchOr: return alternatives(as<MatchOr>(p), bound, may_match_all);
  }
}

void Analyzer::alternatives(const MatchOr* p, Captures& bound, bool may_match_all) {
  Captures first;
  for (std::uint32_t i = 0; i < p->patterns.size; ++i) {
    const Pattern* alternative = p->patterns[i];
    Captures mine;
    pattern(alternative, mine, may_match_all && i + 1 == p->patterns.size);
    std::sort(mine.begin(), mine.end());
    if (i == 0) {
      first = mine;
    } else if (mine != first) {
      error("P0216", p->span, "alternative patterns bind different names");
      break;
    }
  }
  for (std::string_view name : first) {
    if (std::find(bound.begin(), bound.end(), name) != bound.end()) {
      error("P0216", p->span, "multiple assignments to name '" + std::string(name) + "' in pattern");
    }
    bound.push_back(name);
  }
}

void Analyzer::mapping(const MatchMapping* p, Captures& bound) {
  std::vector<std::string> seen;
  for (std::uint32_t i = 0; i < p->keys.size; ++i) {
    std::string text = key_text(p->keys[i]);
    if (!text.empty() && std::find(seen.begin(), seen.end(), text) != seen.end()) {
      error("P0216", p->span, "mapping pattern checks duplicate key (" + text + ")");
    }
    seen.push_back(std::move(text));
    expression(p->keys[i]);
    pattern(p->patterns[i], bound);
  }
  capture(p->rest, p->span, bound);
}

void Analyzer::class_pattern(const MatchClass* p, Captures& bound) {
  expression(p->cls);
  for (const Pattern* item : p->patterns) pattern(item, bound);
  for (std::uint32_t i = 0; i < p->kwd_attrs.size; ++i) {
    forbid_debug(p->kwd_attrs[i], p->kwd_patterns[i]->span);
    for (std::uint32_t j = 0; j < i; ++j) {
      if (p->kwd_attrs[j] != p->kwd_attrs[i]) continue;
      error("P0216", p->kwd_patterns[i]->span,
            "attribute name repeated in class pattern: " + std::string(p->kwd_attrs[i]));
      break;
    }
    pattern(p->kwd_patterns[i], bound);
  }
}

}  // namespace portalis::semantics
