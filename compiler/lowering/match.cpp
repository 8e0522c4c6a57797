// match: each pattern computes a boolean; what it captures waits in declared temporaries until all of it has matched.
#include "compiler/lowering/lowering.hpp"

namespace portalis::lowering {

using namespace ast;

void Lowering::match_statement(const Match* s) {
  Operand subject = expression(s->subject);
  match_cases(s, 0, subject);
}

void Lowering::match_cases(const Match* s, uint32_t i, const Operand& subject) {
  if (i == s->cases.size) return;
  const MatchCase* c = s->cases[i];
  Operand matched = declare(Rep::boolean);
  Captures captures;
  declare_captures(c->pattern, captures);
  auto bind = [&] {
    At at(*this, c->pattern->span);
    for (const Capture& x : captures) store(x.name, x.value);
  };
  Statement line;
  line.kind = StatementKind::line;
  line.label = c->pattern->span.line;
  {
    Into into(*this, line.a);
    {
      At at(*this, c->pattern->span);
      trace_line();
    }
    pattern(c->pattern, subject, captures, matched);
    if (c->guard) {
      // The guard sees the captured names, which stay bound even if it fails.
      branch(matched, [&] {
        bind();
        copy(matched, statement_condition(c->guard));
      });
    }
  }
  push(std::move(line));
  branch(
      matched,
      [&] {
        if (!c->guard) bind();
        body(c->body);
      },
      [&] { match_cases(s, i + 1, subject); });
}

void Lowering::declare_captures(const Pattern* p, Captures& captures) {
  auto add = [&](Identifier name) {
    if (name.empty()) return;
    for (const Capture& x : captures) {
      if (x.name == name) return;   // in another alternative of `|`
    }
    captures.push_back({name, declare(Rep::value)});
  };
  switch (p->kind) {
    case PatternKind::MatchValue:
    case PatternKind::MatchSingleton: return;
    case PatternKind::MatchSequence:
      for (const Pattern* item : as<MatchSequence>(p)->patterns) declare_captures(item, captures);
      return;
    case PatternKind::MatchMapping:
      for (const Pattern* item : as<MatchMapping>(p)->patterns) declare_captures(item, captures);
      return add(as<MatchMapping>(p)->rest);
    case PatternKind::MatchClass:
      for (const Pattern* item : as<MatchClass>(p)->patterns) declare_captures(item, captures);
      for (const Pattern* item : as<MatchClass>(p)->kwd_patterns) declare_captures(item, captures);
      return;
    case PatternKind::MatchStar: return add(as<MatchStar>(p)->name);
    case PatternKind::MatchAs:
      if (as<MatchAs>(p)->pattern) declare_captures(as<MatchAs>(p)->pattern, captures);
      return add(as<MatchAs>(p)->name);
    case PatternKind::MatchOr:
      for (const Pattern* item : as<MatchOr>(p)->patterns) declare_captures(item, captures);
      return;
  }
}

void Lowering::capture(std::string_view name, const Operand& value, const Captures& captures) {
  for (const Capture& x : captures) {
    if (x.name == name) copy(x.value, value);
  }
}

// Leaves in the declared boolean `result` whether `subject` matches.
void Lowering::pattern(const Pattern* p, const Operand& subject, const Captures& captures, const Operand& result) {
  At at(*this, p->span);
  switch (p->kind) {
    case PatternKind::MatchValue: {
      Operand value = expression(as<MatchValue>(p)->value);
      return copy(result, emit(Op::truth, {emit(Op::eq, {subject, value})}));
    }
    case PatternKind::MatchSingleton: {
      ConstantValue value;
      value.kind = as<MatchSingleton>(p)->value;
      return copy(result, emit(Op::is, {subject, constant_value(value)}));
    }
    case PatternKind::MatchSequence: return sequence_pattern(as<MatchSequence>(p), subject, captures, result);
    case PatternKind::MatchMapping: return mapping_pattern(as<MatchMapping>(p), subject, captures, result);
    case PatternKind::MatchClass: return class_pattern(as<MatchClass>(p), subject, captures, result);
    case PatternKind::MatchStar:
      capture(as<MatchStar>(p)->name, subject, captures);
      return copy(result, boolean(true));
    case PatternKind::MatchAs: {
      auto* n = as<MatchAs>(p);
      if (!n->pattern) {
        capture(n->name, subject, captures);
        return copy(result, boolean(true));
      }
      pattern(n->pattern, subject, captures, result);
      if (!n->name.empty()) branch(result, [&] { capture(n->name, subject, captures); });
      return;
    }
    case PatternKind::MatchOr: {
      auto* n = as<MatchOr>(p);
      auto from = [&](auto& self, uint32_t i) -> void {
        pattern(n->patterns[i], subject, captures, result);
        if (i + 1 == n->patterns.size) return;
        branch(
            result, [] {}, [&] { self(self, i + 1); });
      };
      return from(from, 0);
    }
  }
}

// The parts in turn, as long as they match.
void Lowering::sub_patterns(const std::vector<std::pair<const Pattern*, Operand>>& parts, size_t i,
                            const Captures& captures, const Operand& result) {
  if (i == parts.size()) return;
  pattern(parts[i].first, parts[i].second, captures, result);
  if (i + 1 < parts.size()) branch(result, [&] { sub_patterns(parts, i + 1, captures, result); });
}

namespace {

bool is_wildcard(const Pattern* p) {
  if (auto* star = dyn<MatchStar>(p)) return star->name.empty();
  auto* as_pattern = dyn<MatchAs>(p);
  return as_pattern && !as_pattern->pattern && as_pattern->name.empty();
}

}  // namespace

void Lowering::sequence_pattern(const MatchSequence* p, const Operand& subject, const Captures& captures,
                                const Operand& result) {
  Seq<Pattern*> items = p->patterns;
  uint32_t star = items.size;
  bool all_wildcards = true;
  for (uint32_t i = 0; i < items.size; ++i) {
    if (items[i]->kind == PatternKind::MatchStar) star = i;
    all_wildcards &= is_wildcard(items[i]);
  }
  bool has_star = star < items.size;
  copy(result, emit(Op::match_is_sequence, {subject}));
  branch(result, [&] {
    if (!has_star) {
      copy(result, emit(Op::length_equals, {subject}, {.count = items.size}));
    } else if (items.size > 1) {
      copy(result, emit(Op::length_at_least, {subject}, {.count = items.size - 1}));
    }
    if (all_wildcards) return;
    branch(result, [&] {
      std::vector<std::pair<const Pattern*, Operand>> parts;
      if (has_star && is_wildcard(items[star])) {
        // The list for *_ is not built; the others are fetched by index.
        for (uint32_t i = 0; i < items.size; ++i) {
          if (is_wildcard(items[i])) continue;
          Operand index = integer(i);
          if (i > star) {
            Operand length = emit(Op::call_builtin, {subject}, {.name = name_index("len")});
            index = emit(Op::subtract, {length, integer(items.size - i)});
          }
          parts.push_back({items[i], emit(Op::get_item, {subject, index})});
        }
      } else {
        uint32_t after = has_star ? items.size - star - 1 : 0;
        uint32_t first = has_star ? emit_many(Op::unpack_star, {subject}, items.size, {.count = star | after << 16})
                                  : emit_many(Op::unpack, {subject}, items.size, {.count = items.size});
        for (uint32_t i = 0; i < items.size; ++i) {
          if (!is_wildcard(items[i])) parts.push_back({items[i], use(first + i)});
        }
      }
      sub_patterns(parts, 0, captures, result);
    });
  });
}

void Lowering::mapping_pattern(const MatchMapping* p, const Operand& subject, const Captures& captures,
                               const Operand& result) {
  copy(result, emit(Op::match_is_mapping, {subject}));
  if (p->keys.empty() && p->rest.empty()) return;
  branch(result, [&] {
    if (!p->keys.empty()) copy(result, emit(Op::length_at_least, {subject}, {.count = p->keys.size}));
    branch(result, [&] {
      Operands keys;
      for (const Expr* key : p->keys) keys.push_back(expression(key));
      Operand tuple = all_constant(keys) ? constant_tuple(keys) : emit(Op::make_tuple, keys);
      Operand values = emit(Op::match_keys, {subject, tuple});
      copy(result, negate(emit(Op::is_undefined, {values})));
      branch(result, [&] {
        if (!p->rest.empty()) capture(p->rest, emit(Op::match_rest, {subject, tuple}), captures);
        if (p->keys.empty()) return;
        uint32_t first = emit_many(Op::unpack, {values}, p->keys.size, {.count = p->keys.size});
        std::vector<std::pair<const Pattern*, Operand>> parts;
        for (uint32_t i = 0; i < p->patterns.size; ++i) parts.push_back({p->patterns[i], use(first + i)});
        sub_patterns(parts, 0, captures, result);
      });
    });
  });
}

void Lowering::class_pattern(const MatchClass* p, const Operand& subject, const Captures& captures,
                             const Operand& result) {
  Operand cls = expression(p->cls);
  std::vector<uint32_t> names;
  for (Identifier name : p->kwd_attrs) names.push_back(name_index(name));
  Operand values = emit(Op::match_class, {subject, cls}, {.count = p->patterns.size, .list = std::move(names)});
  copy(result, negate(emit(Op::is_undefined, {values})));
  uint32_t count = p->patterns.size + p->kwd_patterns.size;
  if (!count) return;
  branch(result, [&] {
    uint32_t first = emit_many(Op::unpack, {values}, count, {.count = count});
    std::vector<std::pair<const Pattern*, Operand>> parts;
    for (uint32_t i = 0; i < p->patterns.size; ++i) parts.push_back({p->patterns[i], use(first + i)});
    for (uint32_t i = 0; i < p->kwd_patterns.size; ++i) {
      parts.push_back({p->kwd_patterns[i], use(first + p->patterns.size + i)});
    }
    sub_patterns(parts, 0, captures, result);
  });
}

}  // namespace portalis::lowering
