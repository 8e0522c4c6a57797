// The classes of the re module: re.Pattern, re.Match and the scanner behind finditer() (CPython's Modules/_sre/sre.c).
//
// Patterns and matches never change once made; a scanner's position is changed under its lock, so threads may share all of them.
#pragma once

#include "runtime/modules/regex/program.hpp"
#include "runtime/object/call.hpp"
#include "runtime/types/bytes.hpp"

namespace py::regex {

extern Type pattern_type, match_type, scanner_type;

struct Pattern : Object {
  Value source;                          // str or bytes-like, as given; owned, like the next
  Value names;                           // dict: group name -> number
  int64_t flags;
  bool is_text;
  Program* program;                      // owned
};
struct Match : Object {
  Value pattern, string;                 // owned
  int64_t pos, endpos, last_closed;      // last_closed: -1 if no group matched
  int64_t marks[];                       // two for each group; -1: it did not match
};
inline Pattern* pattern_of(Value v) { return v.as<Pattern>(); }
inline Match* match_of(Value v) { return v.as<Match>(); }
inline Program& program_of(Value pattern) { return *pattern_of(pattern)->program; }

// A string as a pattern sees it, for the length of one C++ function. The string must outlive it.
class Subject {
 public:
  bool take(Value pattern, Value string);   // false: TypeError pending
  Value slice(int64_t start, int64_t end) const;   // owned: a str or bytes; Error
  Str* text() const { return text_; }              // null: bytes
  Units units{};

 private:
  Str* text_ = nullptr;
  BytesView bytes_;
};

// Marks of a run; few of them need no memory of their own.
class Marks {
 public:
  explicit Marks(const Program& program) : data_(program.marks <= few ? few_ : new int64_t[program.marks]) {}
  Marks(const Marks&) = delete;
  Marks& operator=(const Marks&) = delete;
  ~Marks() { if (data_ != few_) delete[] data_; }
  int64_t* data() const { return data_; }
  int64_t start() const { return data_[0]; }
  int64_t end() const { return data_[1]; }

 private:
  static constexpr uint32_t few = 32;
  int64_t few_[few];
  int64_t* data_;
};

// ---- match.cpp ----
Value make_match(Value pattern, Value string, int64_t pos, int64_t endpos, const int64_t* marks);

// The matches in a text, one after the other, as sub(), split() and findall() see them:
//   Walk walk(pattern, string);
//   while (walk.next()) ...
//   if (walk.failed) return Error;
class Walk {
 public:
  Walk(Value pattern, Value string) : pattern(pattern), string(string), marks(program_of(pattern)) { start(0, INT64_MAX); }
  Walk(Value pattern, Value string, int64_t pos, int64_t endpos) : pattern(pattern), string(string), marks(program_of(pattern)) { start(pos, endpos); }
  bool next();                           // false: there is no other match, or failed
  Value match() const { return make_match(pattern, string, pos, endpos, marks.data()); }
  Value group(uint32_t number, Value otherwise) const {   // owned
    const int64_t* bounds = marks.data() + 2 * number;
    return bounds[1] < 0 ? incref(otherwise) : subject.slice(bounds[0], bounds[1]);
  }
  Value groups(Value otherwise) const;   // a tuple
  const Value pattern, string;           // borrowed
  Subject subject;
  Marks marks;                           // of the last match
  int64_t pos = 0, endpos = 0;           // the part of the text that is looked at
  bool failed = false;                   // an exception is pending

 private:
  void start(int64_t pos, int64_t endpos);
  int64_t at_ = 0;
  bool moved_ = false;
};

// ---- pattern.cpp ----
// Bounds given by a caller, made to fit a text of that length.
inline void fit_bounds(int64_t length, int64_t& pos, int64_t& endpos) {
  pos = pos < 0 ? 0 : pos > length ? length : pos;
  endpos = endpos < 0 ? 0 : endpos > length ? length : endpos;
}
// The Match or None, for `where` see find_match(). args: the string, then perhaps pos and endpos.
Value match_method(Value pattern, const Value* args, Where where);
Value make_scanner(Value pattern, const Value* args);    // args as above
Value find_all_matches(Value pattern, const Value* args);

// ---- replacing.cpp ----
// sub() and subn(): the new text, and how often something was replaced.
Value replace_matches(Value pattern, Value replacement, Value string, int64_t limit, int64_t& count);
Value split_at_matches(Value pattern, Value string, int64_t limit);
// A template's pieces (see parse() of stdlib/re/_replacement.py) with the groups of a match in them.
Value expand_template(Value match, Value pieces);

// Functions of stdlib/re that this module calls; filled in when `re` is imported.
struct Helpers {
  Slot parse_template;                   // (template, pattern) -> (text or group number, ...)
  Slot show_flags;                       // flags -> "re.A|re.M"
};
extern Helpers helpers;

}  // namespace py::regex
