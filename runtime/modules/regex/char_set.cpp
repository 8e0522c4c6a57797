// Sets of characters, and what a match can begin with.
#include <cstddef>

#include "runtime/modules/regex/program.hpp"
#include "runtime/types/unicode.hpp"

namespace py::regex {

namespace {

uint32_t simple_case(uint32_t c, unicode::Case which) {
  uint32_t mapped[3];
  return unicode::map_case(c, which, mapped) == 1 ? mapped[0] : c;
}

bool is_digit(uint32_t c, bool ascii_only) { return ascii_only ? c >= '0' && c <= '9' : unicode::decimal_value(c) >= 0; }
bool is_space(uint32_t c, bool ascii_only) { return ascii_only ? c == ' ' || (c >= 9 && c <= 13) : unicode::is_space(c); }

}  // namespace

bool is_word(uint32_t c, bool ascii_only) {
  if (c < 128) return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
  return !ascii_only && unicode::is(c, unicode::alpha | unicode::decimal | unicode::digit | unicode::numeric);
}
uint32_t simple_lower(uint32_t c) { return simple_case(c, unicode::Case::lower); }
uint32_t simple_upper(uint32_t c) { return simple_case(c, unicode::Case::upper); }

CharSet::CharSet(bool negative, bool ignore_case, bool ascii_only, uint32_t classes, std::vector<uint32_t> bounds)
    : negative_(negative), ignore_case_(ignore_case), ascii_only_(ascii_only), classes_(classes), bounds_(static_cast<std::vector<uint32_t>&&>(bounds)) {
  if (ignore_case_ && !ascii_only_) {    // a single character stands for all that are the same to its case
    for (std::size_t i = 0, n = bounds_.size(); i < n; i += 2) {
      if (bounds_[i] != bounds_[i + 1]) continue;
      uint32_t upper = simple_upper(bounds_[i]);
      for (uint32_t other : {upper, simple_lower(bounds_[i]), simple_lower(upper)}) bounds_.insert(bounds_.end(), {other, other});
    }
  }
  for (uint32_t c = 0; c < 256; ++c) latin1_[c >> 6] |= uint64_t{find(c)} << (c & 63);
}

bool CharSet::find_plain(uint32_t c) const {
  for (std::size_t i = 0; i < bounds_.size(); i += 2)
    if (bounds_[i] <= c && c <= bounds_[i + 1]) return true;
  if (classes_ & (digit | not_digit) && classes_ & (is_digit(c, ascii_only_) ? digit : not_digit)) return true;
  if (classes_ & (space | not_space) && classes_ & (is_space(c, ascii_only_) ? space : not_space)) return true;
  return classes_ & (word | not_word) && classes_ & (is_word(c, ascii_only_) ? word : not_word);
}

bool CharSet::find(uint32_t c) const {
  bool found = find_plain(c);
  if (!found && ignore_case_) {
    if (!ascii_only_) {
      uint32_t upper = simple_upper(c);
      found = find_plain(upper) || find_plain(simple_lower(c)) || find_plain(simple_lower(upper));
    } else if ((c | 32) >= 'a' && (c | 32) <= 'z') {
      found = find_plain(c ^ 32);
    }
  }
  return found != negative_;
}

namespace {

class FirstCharsFinder {
 public:
  explicit FirstCharsFinder(const Program& program) : program_(program), code_(program.code), seen_(code_.size()) {}

  FirstChars result() {
    FirstChars none;
    if (!follow(0)) return none;
    first_.any = false;
    int count = 0;
    for (uint32_t c = 0; c < 256; ++c)
      if (first_.has(c)) ++count, first_.only = c;
    if (count != 1 || first_.beyond_latin1) first_.only = -1;
    return first_;
  }

 private:
  // What the instructions from `pc` on can match first; false: possibly nothing, or too hard to tell.
  bool follow(uint32_t pc) {
    for (;;) {
      if (seen_[pc] > (code_[pc] == op_loop)) return true;       // its characters are there already
      ++seen_[pc];
      switch (code_[pc]) {
        case op_text: return add(test_char, code_[pc + 2]), true;
        case op_one: return add(code_[pc + 1], code_[pc + 2]), true;
        case op_run: case op_lazy_run: case op_own_run:
          add(code_[pc + 1], code_[pc + 2]);
          if (code_[pc + 3] > 0) return true;
          pc += 5;
          break;
        case op_jump: pc = code_[pc + 1]; break;
        case op_split:
          if (!follow(pc + 2)) return false;
          pc = code_[pc + 1];
          break;
        case op_mark: case op_begin: case op_at: pc += 2; break;
        case op_close: pc += 3; break;
        case op_look: pc += 4; break;
        case op_loop:                    // reached again: its body may be empty
          if (code_[pc + 2] > 0 && seen_[pc] == 1) {
            pc += 6;
          } else {
            if (!follow(pc + 6)) return false;
            pc = code_[pc + 5];
          }
          break;
        default: return false;
      }
    }
  }
  void add(uint32_t test, uint32_t operand) {
    for (uint32_t c = 0; c < 256; ++c) {
      bool fits = test == test_char ? c == operand : test == test_any ? true : test == test_not_newline ? c != '\n' : program_.sets[operand].has(c);
      first_.latin1[c >> 6] |= uint64_t{fits} << (c & 63);
    }
    if (test != test_char || operand > 255) first_.beyond_latin1 = true;
  }

  const Program& program_;
  const std::vector<uint32_t>& code_;
  std::vector<uint8_t> seen_;
  FirstChars first_;
};

}  // namespace

FirstChars first_chars(const Program& program) { return FirstCharsFinder(program).result(); }

}  // namespace py::regex
