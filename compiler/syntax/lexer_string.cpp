// String literals, and f-strings as PEP 701 reads them.
//
// An f-string is a start token, then middle tokens (literal text) alternating with replacement fields
// whose tokens are ordinary ones, then an end token. A doubled brace ends a middle token: its text has
// one brace, its span both, and the next middle token follows it at once.
#include "compiler/syntax/lexer_state.hpp"

namespace portalis {

// at_ is on the opening quote; start_ is on the prefix before it, if any.
bool Lexer::string_literal() {
  char quote = *at_;
  const char* first_line = line_begin_;
  std::uint32_t first_line_number = line_;
  int quote_size = at_[1] == quote && at_[2] == quote ? 3 : 1;
  if (quote_size == 1 && at_[1] == quote) {
    at_ += 2;
    emit(TokenKind::String);
    return true;
  }
  at_ += quote_size;
  bool escaped_end_quote = false;
  while (true) {
    char c = *at_;
    if (at_ == end_ || (quote_size == 1 && c == '\n')) {
      std::uint32_t detected = line_;
      line_ = first_line_number;
      line_begin_ = first_line;
      if (in_fstring() && fstrings_.back().quote == quote && fstrings_.back().quote_size == quote_size) {
        // Most likely this quote was meant to end the f-string around it.
        at_ = start_ + 1;
        return fail_here("P0111", "f-string: expecting '}'");
      }
      // Where the file ends, its last newline does not count as one more line.
      if (at_ == end_ && detected > first_line_number) --detected;
      std::string message = quote_size == 3 ? "unterminated triple-quoted string literal" : "unterminated string literal";
      message += " (detected at line " + std::to_string(detected) + ")";
      if (escaped_end_quote) message += "; perhaps you escaped the end quote?";
      return fail("P0103", std::move(message), {first_line_number, start_col_, first_line_number, start_col_ + 1});
    }
    if (c == '\\') {
      ++at_;
      if (*at_ == quote && quote_size == 1) escaped_end_quote = true;
      if (at_ == end_) continue;
      c = *at_;
    } else if (c == quote) {
      if (quote_size == 1 || (at_[1] == quote && at_[2] == quote)) break;
    }
    ++at_;
    if (c == '\n') newline_passed();
  }
  at_ += quote_size;
  Span span{first_line_number, start_col_, line_, column(at_)};
  emit(TokenKind::String);
  stream_.tokens.back().span = span;
  return true;
}

bool Lexer::fstring_start(bool raw) {
  if (fstrings_.size() + 1 >= kMaxFStrings) {
    ++at_;
    return fail_here("P0113", "too many nested f-strings");
  }
  char quote = *at_;
  int quote_size = at_[1] == quote && at_[2] == quote ? 3 : 1;
  at_ += quote_size;
  emit(TokenKind::FStringStart);
  FString& fstring = fstrings_.emplace_back();
  fstring.quote = quote;
  fstring.quote_size = quote_size;
  fstring.raw = raw;
  fstring.start = stream_.tokens.back().span;
  return true;
}

// The next token is the brace of a replacement field.
bool Lexer::begin_replacement_field() {
  FString& fstring = fstrings_.back();
  if (fstring.expression_depth + 2 > kMaxFStringExpressions) return fail_here("P0111", "f-string: expressions nested too deeply");
  ++fstring.expression_depth;
  fstring.in_text = false;
  fstring.in_format_spec = false;
  return true;
}

// In an f-string's text: the end, the brace that opens a replacement field, or a piece of text.
bool Lexer::fstring_text() {
  FString& fstring = fstrings_.back();
  begin_token();
  if (*at_ == '{' && at_[1] != '{') {
    return begin_replacement_field() && open_bracket('{');
  }
  bool ends = *at_ == fstring.quote && (fstring.quote_size == 1 || (at_[1] == fstring.quote && at_[2] == fstring.quote));
  if (!ends) return fstring_middle();
  at_ += fstring.quote_size;
  emit(TokenKind::FStringEnd);
  fstrings_.pop_back();
  return true;
}

bool Lexer::fstring_middle() {
  FString& fstring = fstrings_.back();
  bool named_escape = false;  // inside \N{...}
  bool format_spec = fstring.in_format_spec && fstring.expression_depth >= 0;
  while (true) {
    char c = *at_;
    if (at_ == end_ || (fstring.quote_size == 1 && c == '\n')) {
      if (format_spec && at_ != end_) {
        fstring.in_text = false;
        fstring.in_format_spec = false;
        emit(TokenKind::FStringMiddle);
        return true;
      }
      return unterminated_fstring(fstring.quote_size == 3);
    }
    if (c == fstring.quote && (fstring.quote_size == 1 || (at_[1] == c && at_[2] == c))) {
      emit(TokenKind::FStringMiddle);
      return true;
    }
    if (c == '{') {
      bool doubled = at_[1] == '{' && !format_spec;
      at_ += doubled ? 1 : 0;
      emit(TokenKind::FStringMiddle);
      if (!doubled) return begin_replacement_field();
      stream_.tokens.back().span.end_col = column(++at_);
      return true;
    }
    if (c == '}') {
      if (named_escape) {
        ++at_;
        emit(TokenKind::FStringMiddle);
        return true;
      }
      bool doubled = at_[1] == '}' && !format_spec && fstring.brackets == 0;
      at_ += doubled ? 1 : 0;
      emit(TokenKind::FStringMiddle);
      if (doubled) {
        stream_.tokens.back().span.end_col = column(++at_);
      } else {
        fstring.in_text = false;
        fstring.in_format_spec = false;
      }
      return true;
    }
    ++at_;
    if (c == '\\') {
      if (*at_ == '{' || *at_ == '}') continue;
      if (!fstring.raw && *at_ == 'N' && at_[1] == '{') {
        named_escape = true;
        at_ += 2;
        continue;
      }
      if (at_ == end_) continue;
      c = *at_++;
    }
    if (c == '\n') newline_passed();
  }
}

bool Lexer::unterminated_fstring(bool triple) {
  const Span& start = fstrings_.back().start;
  std::uint32_t detected = line_;
  if (at_ == end_ && detected > start.line) --detected;
  std::string message = triple ? "unterminated triple-quoted f-string literal" : "unterminated f-string literal";
  message += " (detected at line " + std::to_string(detected) + ")";
  return fail("P0103", std::move(message), {start.line, start.col, start.line, start.col + 1});
}

}  // namespace portalis
