// The lexer's main loop: logical lines, indentation, names, operators and brackets.
#include "compiler/syntax/lexer.hpp"

#include <cstring>

#include "compiler/syntax/lexer_state.hpp"
#include "compiler/syntax/unicode.hpp"

namespace portalis {

TokenStream lex(const SourceFile& file) { return Lexer(file).run(); }

Lexer::Lexer(const SourceFile& file)
    : file_(file), text_(file.text().data()), at_(text_), end_(text_ + file.text().size()), line_begin_(text_) {
  indents_.push_back({0, 0});
  stream_.tokens.reserve(file.text().size() / 4 + 16);
}

TokenStream Lexer::run() {
  while (next()) {
    if (stream_.tokens.back().kind == TokenKind::EndMarker) return std::move(stream_);
  }
  begin_token();
  emit(TokenKind::Error);
  stream_.tokens.back().span = stream_.error.span;
  return std::move(stream_);
}

void Lexer::emit(TokenKind kind, const char* end) {
  Token& token = stream_.tokens.emplace_back();
  token.kind = kind;
  token.level = static_cast<std::uint16_t>(brackets_.size());
  token.start = static_cast<std::uint32_t>(start_ - text_);
  token.end = static_cast<std::uint32_t>(end - text_);
  token.span = {start_line_, start_col_, line_, column(end)};
}

bool Lexer::fail(std::string code, std::string message, Span span, std::string exception) {
  LexError& error = stream_.error;
  error.code = std::move(code);
  error.exception = std::move(exception);
  error.message = std::move(message);
  error.span = span;
  error.in_fstring = in_fstring();
  if (!brackets_.empty()) {
    const Bracket& open = brackets_.back();
    error.bracket = open.opener;
    error.bracket_span = {open.line, open.col, open.line, open.col + 1};
  }
  return false;
}

bool Lexer::fail_softly(std::string code, std::string message, Span span, std::string exception) {
  stream_.error.soft = true;
  return fail(std::move(code), std::move(message), span, std::move(exception));
}

bool Lexer::fail_here(std::string code, std::string message) {
  const char* last = at_;
  if (last > line_begin_) --last;
  while (last > line_begin_ && (static_cast<unsigned char>(*last) & 0xC0) == 0x80) --last;
  return fail(std::move(code), std::move(message), {line_, column(last), line_, column(at_)});
}

// Makes one or more tokens.
bool Lexer::next() {
  if (in_fstring() && fstrings_.back().in_text) return fstring_text();
  while (true) {
    if (at_line_start_) {
      at_line_start_ = false;
      if (!line_start()) return false;
    }
    while (*at_ == ' ' || *at_ == '\t' || *at_ == '\f') ++at_;
    begin_token();  // a NEWLINE after a comment begins where the comment does
    if (*at_ == '#') at_ = static_cast<const char*>(std::memchr(at_, '\n', end_ - at_));
    char c = *at_;
    if (at_ == end_) return end_of_file();
    if (c == '\n') {
      bool counts = !blank_line_ && brackets_.empty();
      if (counts) emit(TokenKind::Newline, start_);
      ++at_;
      newline_passed();
      at_line_start_ = true;
      if (counts) return true;
      continue;
    }
    if (c == '\\') {
      if (!continuation_line()) return false;
      continue;
    }
    if (is_decimal_digit(c) || (c == '.' && is_decimal_digit(at_[1]))) {
      if (c != '.') return number();
      ++at_;
      return fraction();
    }
    if (is_identifier_byte(c)) return name_or_prefixed_string();
    if (c == '"' || c == '\'') return string_literal();
    return operator_token();
  }
}

bool Lexer::line_start() {
  int column = 0, alt_column = 0;
  int continued_column = 0;  // indentation before a backslash counts, what follows it does not
  blank_line_ = false;
  while (true) {
    char c = *at_;
    if (c == ' ') {
      ++column;
      ++alt_column;
    } else if (c == '\t') {
      column = (column / 8 + 1) * 8;
      ++alt_column;
    } else if (c == '\f') {
      column = alt_column = 0;
    } else if (c == '\\') {
      if (continued_column == 0) continued_column = column;
      if (!continuation_line()) return false;
      continue;
    } else {
      break;
    }
    ++at_;
  }
  if (*at_ == '#' || *at_ == '\n' || at_ == end_) {
    blank_line_ = true;
    return true;
  }
  if (!brackets_.empty()) return true;
  if (continued_column != 0) column = alt_column = continued_column;
  return indentation(column, alt_column);
}

bool Lexer::indentation(int column, int alt_column) {
  auto inconsistent = [&] {
    const char* line_end = static_cast<const char*>(std::memchr(at_, '\n', end_ - at_));
    return fail_softly("P0106", "inconsistent use of tabs and spaces in indentation", {line_, 0, line_, this->column(line_end)},
                       "TabError");
  };
  begin_token();
  if (column == indents_.back().column) {
    return alt_column == indents_.back().alt_column || inconsistent();
  }
  if (column > indents_.back().column) {
    if (indents_.size() >= kMaxIndents)
      return fail_softly("P0113", "too many levels of indentation", {line_, 0, line_, 1}, "IndentationError");
    if (alt_column <= indents_.back().alt_column) return inconsistent();
    indents_.push_back({column, alt_column});
    emit(TokenKind::Indent);
    return true;
  }
  std::size_t keep = indents_.size();
  while (column < indents_[keep - 1].column) --keep;
  if (column != indents_[keep - 1].column) {
    const char* line_end = static_cast<const char*>(std::memchr(at_, '\n', end_ - at_));
    return fail_softly("P0105", "unindent does not match any outer indentation level",
                       {line_, this->column(line_end), line_, this->column(line_end) + 1}, "IndentationError");
  }
  while (indents_.size() > keep) {
    indents_.pop_back();
    emit(TokenKind::Dedent);
  }
  return alt_column == indents_.back().alt_column || inconsistent();
}

// at_ is on a backslash that must end its line.
bool Lexer::continuation_line() {
  ++at_;
  if (*at_ != '\n') {
    return fail_softly("P0102", "unexpected character after line continuation character", {line_, column(at_), line_, column(at_) + 1});
  }
  if (at_ + 1 == end_) return fail_softly("P0102", "unexpected EOF while parsing", {line_, column(at_), line_, column(at_) + 1});
  ++at_;
  newline_passed();
  return true;
}

bool Lexer::end_of_file() {
  if (!brackets_.empty()) {
    const Bracket& open = brackets_.back();
    return fail_softly("P0104", std::string("'") + open.opener + "' was never closed", {open.line, open.col, open.line, open.col + 1});
  }
  // The end of the file counts as the end of its last line.
  if (line_ > 1) {
    --line_;
    line_begin_ = text_ + file_.line_start(line_);
    at_ = start_ = end_ - 1;
    start_line_ = line_;
    start_col_ = column(at_);
  }
  while (indents_.size() > 1) {
    indents_.pop_back();
    emit(TokenKind::Dedent);
  }
  emit(TokenKind::EndMarker);
  return true;
}

bool Lexer::name_or_prefixed_string() {
  bool bytes = false, unicode = false, raw = false, format = false;
  bool ascii = true;
  const char* p = at_;
  // Each prefix letter may come once, in any case and order; u stands alone, b and f exclude each other.
  while (true) {
    char c = *p;
    if (!(bytes || unicode || format) && (c == 'b' || c == 'B')) {
      bytes = true;
    } else if (!(bytes || unicode || raw || format) && (c == 'u' || c == 'U')) {
      unicode = true;
    } else if (!(raw || unicode) && (c == 'r' || c == 'R')) {
      raw = true;
    } else if (!(format || bytes || unicode) && (c == 'f' || c == 'F')) {
      format = true;
    } else {
      break;
    }
    ++p;
    if (*p == '"' || *p == '\'') {
      at_ = p;
      return format ? fstring_start(raw) : string_literal();
    }
  }
  while (is_identifier_byte(*p)) {
    ascii &= static_cast<unsigned char>(*p) < 128;
    ++p;
  }
  if (!ascii && !check_identifier(at_, p)) return false;
  TokenKind kind = ascii ? keyword_kind({at_, static_cast<std::size_t>(p - at_)}) : TokenKind::Name;
  at_ = p;
  emit(kind);
  return true;
}

bool Lexer::check_identifier(const char* begin, const char* end) {
  std::string_view name(begin, static_cast<std::size_t>(end - begin));
  for (std::size_t i = 0; i < name.size();) {
    std::size_t first = i;
    char32_t c = unicode::decode(name, i);
    bool fits = first == 0 ? unicode::is_identifier_start(c) : unicode::is_identifier_part(c);
    if (fits) continue;
    at_ = begin + i;
    if (!unicode::is_printable(c)) return fail_here("P0102", "invalid non-printable character " + unicode::code_point_name(c));
    return fail_here("P0102",
                     "invalid character '" + std::string(name.substr(first, i - first)) + "' (" + unicode::code_point_name(c) + ")");
  }
  return true;
}

bool Lexer::open_bracket(char c) {
  if (brackets_.size() >= kMaxBrackets) {
    ++at_;
    return fail_here("P0113", "too many nested parentheses");
  }
  brackets_.push_back({c, line_, column(at_)});
  if (in_fstring()) ++fstrings_.back().brackets;
  ++at_;
  emit(c == '(' ? TokenKind::LPar : c == '[' ? TokenKind::LSqb : TokenKind::LBrace);
  return true;
}

bool Lexer::close_bracket(char c) {
  ++at_;
  FString* fstring = in_fstring() ? &fstrings_.back() : nullptr;
  if (fstring != nullptr && fstring->brackets == 0 && c == '}') return fail_here("P0111", "f-string: single '}' is not allowed");
  if (brackets_.empty()) return fail_here("P0104", std::string("unmatched '") + c + "'");
  Bracket open = brackets_.back();
  brackets_.pop_back();
  char expected = open.opener == '(' ? ')' : open.opener == '[' ? ']' : '}';
  if (c != expected) {
    if (fstring != nullptr && open.opener == '{' && fstring->brackets - 1 == fstring->expression_depth)
      return fail_here("P0111", std::string("f-string: unmatched '") + c + "'");
    std::string message = std::string("closing parenthesis '") + c + "' does not match opening parenthesis '" + open.opener + "'";
    if (open.line != line_) message += " on line " + std::to_string(open.line);
    return fail_here("P0104", std::move(message));
  }
  if (fstring != nullptr) {
    --fstring->brackets;
    if (fstring->brackets < 0) return fail_here("P0111", std::string("f-string: unmatched '") + c + "'");
    if (c == '}' && fstring->brackets == fstring->expression_depth) {
      --fstring->expression_depth;
      fstring->in_text = true;
      fstring->in_format_spec = false;
    }
  }
  emit(c == ')' ? TokenKind::RPar : c == ']' ? TokenKind::RSqb : TokenKind::RBrace);
  return true;
}

bool Lexer::operator_token() {
  using enum TokenKind;
  char c = at_[0], d = at_[1];
  // One character, the same followed by '=', and the doubled operator with and without '='.
  auto pick = [&](TokenKind one, TokenKind with_equal) {
    bool two = d == '=';
    at_ += two ? 2 : 1;
    emit(two ? with_equal : one);
    return true;
  };
  auto pick_doubled = [&](TokenKind one, TokenKind with_equal, TokenKind doubled, TokenKind doubled_equal) {
    if (d != c) return pick(one, with_equal);
    bool three = at_[2] == '=';
    at_ += three ? 3 : 2;
    emit(three ? doubled_equal : doubled);
    return true;
  };
  auto take = [&](TokenKind kind, int size) {
    at_ += size;
    emit(kind);
    return true;
  };
  FString* fstring = in_fstring() && fstrings_.back().expression_depth >= 0 ? &fstrings_.back() : nullptr;
  bool at_top = fstring != nullptr && fstring->brackets - 1 == fstring->expression_depth;
  switch (c) {
    case '(':
    case '[':
    case '{': return open_bracket(c);
    case ')':
    case ']':
    case '}': return close_bracket(c);
    case ':':
      if (at_top) {
        fstring->in_text = true;
        fstring->in_format_spec = true;
        return take(Colon, 1);
      }
      return pick(Colon, ColonEqual);
    case ',': return take(Comma, 1);
    case ';': return take(Semi, 1);
    case '~': return take(Tilde, 1);
    case '+': return pick(Plus, PlusEqual);
    case '-': return d == '>' ? take(RArrow, 2) : pick(Minus, MinEqual);
    case '*': return pick_doubled(Star, StarEqual, DoubleStar, DoubleStarEqual);
    case '/': return pick_doubled(Slash, SlashEqual, DoubleSlash, DoubleSlashEqual);
    case '%': return pick(Percent, PercentEqual);
    case '|': return pick(VBar, VBarEqual);
    case '&': return pick(Amper, AmperEqual);
    case '^': return pick(Circumflex, CircumflexEqual);
    case '@': return pick(At, AtEqual);
    case '=': return pick(Equal, EqEqual);
    case '!': return pick(Exclamation, NotEqual);
    case '<':
      if (d == '>') return take(NotEqual, 2);
      return pick_doubled(Less, LessEqual, LeftShift, LeftShiftEqual);
    case '>': return pick_doubled(Greater, GreaterEqual, RightShift, RightShiftEqual);
    case '.':
      if (d == '.' && at_[2] == '.') return take(Ellipsis, 3);
      return take(Dot, 1);
    default: break;
  }
  std::size_t i = 0;
  char32_t code = unicode::decode({at_, static_cast<std::size_t>(end_ - at_)}, i);
  if (!unicode::is_printable(code)) {
    at_ += i;
    return fail_here("P0102", "invalid non-printable character " + unicode::code_point_name(code));
  }
  return take(Unknown, static_cast<int>(i));
}

}  // namespace portalis
