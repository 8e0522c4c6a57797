// What a regular expression becomes: a list of instructions for a backtracking machine, and the machine. The parser and the
// assembler are Python (stdlib/re/_parse.py, _assemble.py); what they make is loaded once and never changes, so any number of
// threads may run one program. Nothing here holds a Python object but the text being searched, which the caller keeps.
//
// Behaviour is that of CPython's Modules/_sre: leftmost match, alternatives from left to right, marks of groups put back on
// the way out of what did not lead to a match.
#pragma once

#include <cstdint>
#include <vector>

namespace py::regex {

// Each with its operands, in the order in which they follow it in the code. `test` is two words: a Test and its operand.
enum Operation : uint32_t {
  op_done,                               // the end of the program, or of a part of it
  op_text,                               // how many characters, then those
  op_one,                                // test
  op_run,                                // test, least, most: as many as fit, then fewer
  op_lazy_run,                           // test, least, most: as few as fit, then more
  op_own_run,                            // test, least, most: as many as fit, and no other number
  op_jump,                               // where
  op_split,                              // where to go on if the next instructions lead nowhere
  op_mark,                               // mark: set to here
  op_close,                              // mark, group: ... which is now the group closed last
  op_begin,                              // counter: a loop is entered
  op_loop,                               // counter, least, most, lazy, where it ends
  op_again,                              // group, whether case is ignored: the text of that group once more
  op_at,                                 // Place
  op_look,                               // where the part begins, how far to go back first, whether it is to match
  op_atomic,                             // where the part begins
  op_if,                                 // group, where to go on when it has not matched
};
enum Test : uint32_t { test_char, test_any, test_not_newline, test_set };   // operand: the character; the number of the set
enum Place : uint32_t {
  place_start, place_line_start, place_end, place_line_end, place_very_end, place_boundary, place_ascii_boundary,
  place_no_boundary, place_no_ascii_boundary,
};
inline constexpr uint32_t no_limit = 0xffffffff;

// A set of characters: ranges and classes (\d, \w ...), perhaps negated, perhaps without regard to case.
class CharSet {
 public:
  enum Class : uint32_t { digit = 1, not_digit = 2, space = 4, not_space = 8, word = 16, not_word = 32 };
  // bounds: the first and the last character of each range.
  CharSet(bool negative, bool ignore_case, bool ascii_only, uint32_t classes, std::vector<uint32_t> bounds);
  bool has(uint32_t c) const { return c < 256 ? latin1_[c >> 6] >> (c & 63) & 1 : find(c); }

 private:
  bool find(uint32_t c) const;
  bool find_plain(uint32_t c) const;
  uint64_t latin1_[4] = {};
  bool negative_, ignore_case_, ascii_only_;
  uint32_t classes_;
  std::vector<uint32_t> bounds_;
};

// What a match may begin with, for skipping over the rest of a text.
struct FirstChars {
  bool any = true;                       // nothing is known, or a match may be empty
  bool beyond_latin1 = false;            // some character from U+0100 on
  uint64_t latin1[4] = {};
  int64_t only = -1;                     // the only character, when there is just one
  bool has(uint32_t c) const { return c < 256 ? latin1[c >> 6] >> (c & 63) & 1 : beyond_latin1; }
};

struct Program {
  std::vector<uint32_t> code;
  std::vector<CharSet> sets;
  uint32_t groups = 0;
  uint32_t marks = 0;                    // two for each group, the whole match being group 0; the group closed last; counters of loops
  bool ascii_only = false;               // what \1 means without regard to case
  FirstChars first;
  uint32_t last_closed() const { return 2 * (groups + 1); }
};
FirstChars first_chars(const Program& program);

// A text as an array of units.
struct Units {
  const void* data;
  int kind;                              // bytes of a unit: 1, 2, 4
  int64_t length;
};

enum class Found : uint8_t { yes, no, error };            // error: an exception is pending (MemoryError, KeyboardInterrupt)
enum class Where : uint8_t { here, whole, anywhere };     // a match at `start`; one from there to `end`; the first one from there on

// Looks for a match within text[0:end]. On success marks[0] and marks[1] are its bounds. `moved`: an empty match at start does
// not count. marks: program.marks of them.
Found find_match(const Program& program, const Units& text, int64_t start, int64_t end, Where where, bool moved, int64_t* marks);

bool is_word(uint32_t c, bool ascii_only);
uint32_t simple_lower(uint32_t c);       // one character for one, as the full mapping has it where that is one
uint32_t simple_upper(uint32_t c);

}  // namespace py::regex
