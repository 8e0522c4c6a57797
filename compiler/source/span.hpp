// Where something stands in a source file, in the terms of CPython's ast module.
#pragma once

#include <cstdint>

namespace portalis {

// Lines count from 1. Columns are offsets in UTF-8 bytes from the start of the line, counted
// from 0, as `col_offset` is; the end is exclusive. line == 0 means "no position".
struct Span {
  std::uint32_t line = 0;
  std::uint32_t col = 0;
  std::uint32_t end_line = 0;
  std::uint32_t end_col = 0;

  // From the start of `first` to the end of `last`.
  static Span join(const Span& first, const Span& last) { return {first.line, first.col, last.end_line, last.end_col}; }
  bool operator==(const Span&) const = default;
};

}  // namespace portalis
