// String atoms: prefixes, implicit concatenation, and the merging of literal parts of f-strings.
#include "compiler/syntax/parser.hpp"
#include "compiler/syntax/string_escapes.hpp"

namespace portalis {

using namespace ast;

namespace {

struct Prefix {
  bool raw = false;
  bool bytes = false;
  bool unicode = false;
  std::size_t size = 0;
};

Prefix prefix_of(std::string_view literal) {
  Prefix prefix;
  for (; literal[prefix.size] != '"' && literal[prefix.size] != '\''; ++prefix.size) {
    switch (literal[prefix.size] | 0x20) {
      case 'r': prefix.raw = true; break;
      case 'b': prefix.bytes = true; break;
      case 'u': prefix.unicode = true; break;
      default: break;
    }
  }
  return prefix;
}

}  // namespace

// The text of a literal's body; false after a raised error.
bool Parser::decode_string(const Token& token, std::string_view body, bool raw, bool bytes, std::string& out) {
  if (bytes) {
    for (char c : body) {
      if (static_cast<unsigned char>(c) < 128) continue;
      raise_at("P0110", "bytes can only contain ASCII literal characters", token);
      return false;
    }
  }
  if (raw || body.find('\\') == std::string_view::npos) {
    out += body;
    return true;
  }
  std::string error = bytes ? decode_bytes_escapes(body, out) : decode_escapes(body, out);
  if (error.empty()) return true;
  raise_at("P0110", std::move(error), token);
  return false;
}

// One or more string literals side by side.
Expr* Parser::strings() {
  const Token& first = tok();
  SeqBuilder<Expr*> parts(arena_);
  bool formatted = false;
  bool any_bytes = false, any_text = false;
  while (!failed() && (at(Kind::String) || at(Kind::FStringStart))) {
    const Token& token = tok();
    if (at(Kind::FStringStart)) {
      formatted = any_text = true;
      fstring(token, parts);
      continue;
    }
    advance();
    std::string_view literal = text_of(token);
    Prefix prefix = prefix_of(literal);
    (prefix.bytes ? any_bytes : any_text) = true;
    std::size_t quotes = literal.size() - prefix.size >= 6 && literal[prefix.size + 1] == literal[prefix.size] &&
                                 literal[prefix.size + 2] == literal[prefix.size]
                             ? 3
                             : 1;
    std::string_view body = literal.substr(prefix.size + quotes, literal.size() - prefix.size - 2 * quotes);
    auto* node = constant(token, prefix.bytes ? ConstantKind::Bytes : ConstantKind::Str);
    node->u_prefix = prefix.unicode;
    bool verbatim = prefix.raw || body.find('\\') == std::string_view::npos;
    if (verbatim && !prefix.bytes) {
      // The file's text outlives no arena in general, so even plain text is copied.
      node->value.text = arena_.copy(body);
    } else {
      std::string text;
      if (!decode_string(token, body, prefix.raw, prefix.bytes, text)) break;
      node->value.text = arena_.copy(text);
    }
    parts.push(node);
  }
  if (any_bytes && any_text && !failed()) raise_at_furthest("P0110", "cannot mix bytes and nonbytes literals");
  if (failed()) return make<Name>(first.span);
  if (formatted) return joined(span_from(first), parts);
  if (parts.size() == 1) return parts[0];
  std::string text;
  for (std::uint32_t i = 0; i < parts.size(); ++i) text += as<Constant>(parts[i])->value.text;
  auto* all = constant(first, any_bytes ? ConstantKind::Bytes : ConstantKind::Str);
  all->span = span_from(first);
  all->value.text = arena_.copy(text);
  all->u_prefix = as<Constant>(parts[0])->u_prefix;
  return all;
}

// A JoinedStr of `parts`, neighbouring texts made one and empty ones left out.
Expr* Parser::joined(Span span, SeqBuilder<Expr*>& parts) {
  SeqBuilder<Expr*> values(arena_);
  for (std::uint32_t i = 0; i < parts.size();) {
    auto* text = dyn<Constant>(parts[i]);
    if (text == nullptr) {
      values.push(parts[i++]);
      continue;
    }
    std::uint32_t end = i + 1;
    while (end < parts.size() && is<Constant>(parts[end])) ++end;
    if (end > i + 1) {
      std::string merged;
      for (std::uint32_t k = i; k < end; ++k) merged += as<Constant>(parts[k])->value.text;
      text->value.text = arena_.copy(merged);
      text->span = Span::join(text->span, parts[end - 1]->span);
    }
    if (!text->value.text.empty()) values.push(text);
    i = end;
  }
  auto* node = make<JoinedStr>(span);
  node->values = values.take();
  return node;
}

}  // namespace portalis
