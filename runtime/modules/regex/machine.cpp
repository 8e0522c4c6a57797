// The machine that runs the programs. It goes forward through the instructions and keeps a stack of what to do when it gets
// stuck: places to go on from, and values of marks to put back on the way there. Groups that repeat need no recursion; only
// looking around and atomic groups run a part of the program inside the rest, as deep as the pattern nests them.
#include <cstdlib>
#include <cstring>

#include "runtime/modules/regex/program.hpp"
#include "runtime/object/error.hpp"

namespace py::regex {

namespace {

struct Choice {
  enum Kind : uint32_t {
    go_on,                               // at `pc`, at `at`
    put_back,                            // marks[pc] was `at`
    shorter,                             // go on at `pc`, at `at`, later at one less, down to `more`
    longer,                              // of the lazy run at `pc`: one more character after `at`, up to `more`
    again,                               // of the lazy loop at `pc`: one more round from `at`, after `more` rounds
  } kind;
  uint32_t pc;
  int64_t at, more;
};

class Choices {
 public:
  Choices() = default;
  Choices(const Choices&) = delete;
  Choices& operator=(const Choices&) = delete;
  ~Choices() { if (data_ != few_) std::free(data_); }
  bool push(const Choice& choice) {
    if (size_ == capacity_ && !grow()) [[unlikely]] return false;
    data_[size_++] = choice;
    return true;
  }
  const Choice& pop() { return data_[--size_]; }
  size_t size() const { return size_; }
  // Drops all places from `base` on; what is to be put back stays.
  void keep_marks(size_t base) {
    size_t kept = base;
    for (size_t i = base; i < size_; ++i)
      if (data_[i].kind == Choice::put_back) data_[kept++] = data_[i];
    size_ = kept;
  }

 private:
  [[gnu::noinline]] bool grow() {
    size_t bytes = capacity_ * sizeof(Choice);
    void* larger = std::realloc(data_ == few_ ? nullptr : data_, 2 * bytes);
    if (!larger) return (void)raise_no_memory(), false;
    if (data_ == few_) std::memcpy(larger, few_, bytes);
    data_ = static_cast<Choice*>(larger);
    capacity_ *= 2;
    return true;
  }
  Choice few_[32];
  Choice* data_ = few_;
  size_t size_ = 0, capacity_ = 32;
};

template <class Unit>
class Machine {
 public:
  Machine(const Program& program, const Unit* text, int64_t end, int64_t* marks)
      : program_(program), code_(program.code.data()), text_(text), end_(end), marks_(marks) {}

  Found match(int64_t start, bool whole, bool moved) {
    for (uint32_t i = 0; i < program_.marks; ++i) marks_[i] = -1;
    if (moved) not_at_ = start;
    int64_t reached = run(0, start, whole);
    not_at_ = -1;
    if (reached < 0) return reached == failed ? Found::error : Found::no;
    marks_[0] = start;
    marks_[1] = reached;
    return Found::yes;
  }

  Found search(int64_t start, bool moved) {
    for (int64_t at = start; at <= end_; ++at) {
      if (!program_.first.any && (at = skip(at)) == end_) return Found::no;
      Found found = match(at, false, moved && at == start);
      if (found != Found::no) return found;
    }
    return Found::no;
  }

 private:
  static constexpr int64_t stuck = -1, failed = -2;

  // The first place from `at` on where a match may begin.
  int64_t skip(int64_t at) const {
    const FirstChars& first = program_.first;
    if (at == end_) return at;           // an empty bytearray has no memory that memchr could be given
    if (sizeof(Unit) == 1 && first.only >= 0) {
      const void* found = std::memchr(text_ + at, static_cast<int>(first.only), static_cast<size_t>(end_ - at));
      return found ? static_cast<const Unit*>(found) - text_ : end_;
    }
    while (at < end_ && !first.has(text_[at])) ++at;
    return at;
  }

  bool fits(uint32_t test, uint32_t operand, uint32_t c) const {
    switch (test) {
      case test_char: return c == operand;
      case test_any: return true;
      case test_not_newline: return c != '\n';
      default: return program_.sets[operand].has(c);
    }
  }
  // Where the characters from `at` on that fit come to an end.
  int64_t run_to(uint32_t test, uint32_t operand, int64_t at, int64_t limit) const {
    switch (test) {
      case test_char: while (at < limit && text_[at] == operand) ++at; return at;
      case test_any: return limit;
      case test_not_newline: while (at < limit && text_[at] != '\n') ++at; return at;
      default: {
        const CharSet& set = program_.sets[operand];
        while (at < limit && set.has(text_[at])) ++at;
        return at;
      }
    }
  }
  // Whether the instruction at `pc` can match at `at`, as far as one character tells.
  bool may_go_on(uint32_t pc, int64_t at) const {
    switch (code_[pc]) {
      case op_text: return at < end_ && text_[at] == code_[pc + 2];
      case op_one: return at < end_ && fits(code_[pc + 1], code_[pc + 2], text_[at]);
      default: return true;
    }
  }

  bool at_place(uint32_t place, int64_t at) const {
    switch (place) {
      case place_start: return at == 0;
      case place_line_start: return at == 0 || text_[at - 1] == '\n';
      case place_end: return at == end_ || (at == end_ - 1 && text_[at] == '\n');
      case place_line_end: return at == end_ || text_[at] == '\n';
      case place_very_end: return at == end_;
      case place_boundary: return at_boundary(at, false);
      case place_ascii_boundary: return at_boundary(at, true);
      case place_no_boundary: return end_ > 0 && !at_boundary(at, false);
      default: return end_ > 0 && !at_boundary(at, true);
    }
  }
  bool at_boundary(int64_t at, bool ascii_only) const {
    return (at > 0 && is_word(text_[at - 1], ascii_only)) != (at < end_ && is_word(text_[at], ascii_only));
  }
  bool same(uint32_t a, uint32_t b, bool ignore_case) const {
    if (a == b || !ignore_case) return a == b;
    if (program_.ascii_only) return (a ^ b) == 32 && (a | 32) >= 'a' && (a | 32) <= 'z';
    return simple_lower(a) == simple_lower(b);
  }

  bool set_mark(uint32_t mark, int64_t value) {
    if (!choices_.push({Choice::put_back, mark, marks_[mark], 0})) return false;
    marks_[mark] = value;
    return true;
  }
  // Rounds that have to be are not looked at for being empty, as in CPython.
  bool begin_round(uint32_t loop, int64_t count, int64_t at) {
    uint32_t counter = code_[loop + 1];
    return set_mark(counter, count + 1) && (count < code_[loop + 2] || set_mark(counter + 1, at));
  }

  // Runs from `pc` to the next op_done; where the match then ends, or stuck, or failed. What is left on the stack are the marks
  // to put back should the caller get stuck.
  int64_t run(uint32_t pc, int64_t at, bool whole) {
    const size_t base = choices_.size();
    for (;;) {
      bool good = true;
      switch (code_[pc]) {
        case op_text: {
          uint32_t n = code_[pc + 1];
          good = end_ - at >= n;
          for (uint32_t i = 0; good && i < n; ++i) good = text_[at + i] == code_[pc + 2 + i];
          at += n;
          pc += 2 + n;
          break;
        }
        case op_one:
          good = at < end_ && fits(code_[pc + 1], code_[pc + 2], text_[at]);
          ++at;
          pc += 3;
          break;
        case op_run: case op_own_run: {
          int64_t low = at + code_[pc + 3], limit = limit_of(pc, at);
          bool own = code_[pc] == op_own_run;
          at = run_to(code_[pc + 1], code_[pc + 2], at, limit);
          pc += 5;
          good = at >= low;
          if (good && !own && at > low && !choices_.push({Choice::shorter, pc, at - 1, low})) return failed;
          break;
        }
        case op_lazy_run: {
          int64_t low = at + code_[pc + 3], limit = limit_of(pc, at);
          at = run_to(code_[pc + 1], code_[pc + 2], at, low < limit ? low : limit);
          good = at == low;
          if (good && at < limit && !choices_.push({Choice::longer, pc, at, limit})) return failed;
          pc += 5;
          break;
        }
        case op_split:
          if (!may_go_on(pc + 2, at)) {
            pc = code_[pc + 1];
          } else {
            if (!choices_.push({Choice::go_on, code_[pc + 1], at, 0})) return failed;
            pc += 2;
          }
          break;
        case op_jump: pc = code_[pc + 1]; break;
        case op_mark:
          if (!set_mark(code_[pc + 1], at)) return failed;
          pc += 2;
          break;
        case op_close:
          if (!set_mark(code_[pc + 1], at) || !set_mark(program_.last_closed(), code_[pc + 2])) return failed;
          pc += 3;
          break;
        case op_begin:
          if (!set_mark(code_[pc + 1], 0) || !set_mark(code_[pc + 1] + 1, -1)) return failed;
          pc += 2;
          break;
        case op_loop: {
          uint32_t counter = code_[pc + 1], least = code_[pc + 2], most = code_[pc + 3], exit = code_[pc + 5];
          int64_t count = marks_[counter];
          bool more = count < least || ((most == no_limit || count < most) && at != marks_[counter + 1]);
          if (more && count >= least) {
            bool lazy = code_[pc + 4];
            if (!choices_.push(lazy ? Choice{Choice::again, pc, at, count} : Choice{Choice::go_on, exit, at, 0})) return failed;
            more = !lazy;
          }
          if (more && !begin_round(pc, count, at)) return failed;
          pc = more ? pc + 6 : exit;
          break;
        }
        case op_again: {
          int64_t first = marks_[2 * code_[pc + 1]], last = marks_[2 * code_[pc + 1] + 1];
          good = first >= 0 && last >= first && end_ - at >= last - first;
          for (; good && first < last; ++first, ++at) good = same(text_[first], text_[at], code_[pc + 2]);
          pc += 3;
          break;
        }
        case op_at:
          good = at_place(code_[pc + 1], at);
          pc += 2;
          break;
        case op_look: {
          int64_t from = at - code_[pc + 2];
          size_t before = choices_.size();
          int64_t reached = from >= 0 ? run_part(code_[pc + 1], from) : stuck;
          if (reached == failed) return failed;
          good = (reached >= 0) == (code_[pc + 3] != 0);
          if (reached >= 0 && !good) unwind(before);
          pc += 4;
          break;
        }
        case op_atomic: {
          int64_t reached = run_part(code_[pc + 1], at);
          if (reached == failed) return failed;
          good = reached >= 0;
          at = reached;
          pc += 2;
          break;
        }
        case op_if:
          pc = marks_[2 * code_[pc + 1] + 1] < 0 ? code_[pc + 2] : pc + 3;
          break;
        default:
          if ((!whole || at == end_) && at != not_at_) {
            choices_.keep_marks(base);
            return at;
          }
          good = false;
      }
      if (!good) {
        if (++stuck_often_ % 4096 == 0 && !safepoint()) return failed;
        if (!go_back(base, pc, at)) return failed_ ? failed : stuck;
      }
    }
  }
  // A match inside another: it may be empty anywhere, and need not reach the end.
  int64_t run_part(uint32_t pc, int64_t at) {
    int64_t not_at = not_at_;
    not_at_ = -1;
    int64_t reached = run(pc, at, false);
    not_at_ = not_at;
    return reached;
  }
  int64_t limit_of(uint32_t pc, int64_t at) const {
    uint32_t most = code_[pc + 4];
    return most == no_limit || most > end_ - at ? end_ : at + most;
  }
  void unwind(size_t base) {             // puts the marks back as they were
    while (choices_.size() > base) {
      const Choice& choice = choices_.pop();
      if (choice.kind == Choice::put_back) marks_[choice.pc] = choice.at;
    }
  }

  // The next place to go on from; false: there is none, or failed_.
  bool go_back(size_t base, uint32_t& pc, int64_t& at) {
    while (choices_.size() > base) {
      Choice choice = choices_.pop();
      switch (choice.kind) {
        case Choice::put_back: marks_[choice.pc] = choice.at; break;
        case Choice::go_on: return pc = choice.pc, at = choice.at, true;
        case Choice::shorter: {
          while (choice.at >= choice.more && !may_go_on(choice.pc, choice.at)) --choice.at;
          if (choice.at < choice.more) break;
          pc = choice.pc;
          at = choice.at;
          if (at > choice.more && !choices_.push({Choice::shorter, pc, at - 1, choice.more})) return !(failed_ = true);
          return true;
        }
        case Choice::longer: {
          uint32_t test = code_[choice.pc + 1], operand = code_[choice.pc + 2];
          at = choice.at;
          pc = choice.pc + 5;
          bool more = true;
          do {
            more = at < choice.more && fits(test, operand, text_[at]);
            if (more) ++at;
          } while (more && !may_go_on(pc, at));
          if (!more) break;
          if (at < choice.more && !choices_.push({Choice::longer, choice.pc, at, choice.more})) return !(failed_ = true);
          return true;
        }
        case Choice::again:
          at = choice.at;
          if (!begin_round(choice.pc, choice.more, at)) return !(failed_ = true);
          pc = choice.pc + 6;
          return true;
      }
    }
    return false;
  }

  const Program& program_;
  const uint32_t* code_;
  const Unit* text_;
  int64_t end_;
  int64_t* marks_;
  Choices choices_;
  int64_t not_at_ = -1;                  // the match may not end here
  uint32_t stuck_often_ = 0;
  bool failed_ = false;
};

template <class Unit>
Found find(const Program& program, const Units& text, int64_t start, int64_t end, Where where, bool moved, int64_t* marks) {
  Machine<Unit> machine(program, static_cast<const Unit*>(text.data), end, marks);
  return where == Where::anywhere ? machine.search(start, moved) : machine.match(start, where == Where::whole, moved);
}

}  // namespace

Found find_match(const Program& program, const Units& text, int64_t start, int64_t end, Where where, bool moved, int64_t* marks) {
  if (start > end) return Found::no;
  auto* find_in = text.kind == 1 ? find<uint8_t> : text.kind == 2 ? find<uint16_t> : find<uint32_t>;
  return find_in(program, text, start, end, where, moved, marks);
}

}  // namespace py::regex
