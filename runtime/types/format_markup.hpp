// The syntax of str.format: literal text and replacement fields, and the parts of a field's name.
// Rules and messages are those of CPython's Objects/stringlib/unicode_format.h; string.Formatter uses them too.
#pragma once

#include "runtime/object/error.hpp"
#include "runtime/object/str.hpp"

namespace py {

struct Range {
  int64_t start = 0, end = 0;
  bool empty() const { return start >= end; }
};

// Walks through a format string: literal text followed, perhaps, by a field.
class FormatMarkup {
 public:
  explicit FormatMarkup(Str* text) : FormatMarkup(text, {0, text->length}) {}
  FormatMarkup(Str* text, Range part) : text_(text), at_(part.start), end_(part.end) {}
  Truth next();                          // 1: the members below are set; 0: at the end; -1: ValueError

  Range literal;
  bool has_field = false;
  Range name, spec;
  bool spec_has_fields = false;
  uint32_t conversion = 0;               // 0: none

 private:
  Truth parse_field();
  Str* text_;
  int64_t at_, end_;
};

// "name.attr[item]": the first part, then one accessor after the other.
class FieldName {
 public:
  FieldName(Str* text, Range name);
  bool ok() const { return ok_; }        // false: an exception is pending
  Range first;
  int64_t first_index = -1;              // -1: a name, not a number
  // 1: `part` is an attribute or an item (index -1: not a number); 0: at the end; -1: ValueError.
  Truth next(Range& part, bool& is_attribute, int64_t& index);

 private:
  bool parse_index(Range part, int64_t& out);
  Str* text_;
  int64_t at_, end_;
  bool ok_ = true;
};

}  // namespace py
