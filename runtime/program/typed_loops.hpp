// Typed versions: what loops go over.
#pragma once

#include "runtime/program/typed.hpp"

namespace py::typed {

// range() with any step.
class Range {
 public:
  Range() : current_(0), step_(1), supported_(false) {}
  Range(int64_t start, int64_t stop, int64_t step);
  bool supported() const { return supported_; }
  uint64_t length() const { return remaining_; }
  int64_t current() const { return current_; }
  int64_t step() const { return step_; }
  bool next(int64_t& out) {
    if (remaining_ == 0) return false;
    --remaining_;
    out = current_;
    current_ = static_cast<int64_t>(static_cast<uint64_t>(current_) + static_cast<uint64_t>(step_));
    return true;
  }
  // As if the last next() had not been.
  void step_back() {
    ++remaining_;
    current_ = static_cast<int64_t>(static_cast<uint64_t>(current_) - static_cast<uint64_t>(step_));
  }

 private:
  int64_t current_, step_;
  uint64_t remaining_ = 0;
  bool supported_;
};

// `for x in` an exact list, tuple, range or bytes, or a str of characters below 256, which are immortal.
class Each {
 public:
  Each() = default;
  explicit Each(Value source) : source_(Ref::borrow(source)) {
    if (is_exactly(source, list_type)) {
      over_ = Over::list;
    } else if (is_exactly(source, tuple_type)) {
      over_ = Over::tuple;
    } else {
      // By value, so that nobody has the address of what a loop keeps in registers.
      Other other = look_at(source);
      over_ = other.over, text_ = other.text, text_length_ = other.length, range_ = other.range;
    }
  }
  bool supported() const { return over_ != Over::nothing; }
  // Over what can be gone on with by position only; false for a range.
  bool start(Value source) {
    *this = Each(source);
    return supported() && over_ != Over::range;
  }
  void step_back() { --index_; }
  int64_t index() const { return index_; }
  Ref& source() { return source_; }
  // Borrowed; Undefined at the end.
  Value next() {
    int64_t at = index_;
    if (over_ == Over::list) [[likely]] {
      List* l = source_.as<List>();
      if (at >= list_size(l)) return Undefined;
      index_ = at + 1;
      return l->items.load(std::memory_order_acquire)[at].peek();
    }
    if (over_ == Over::range) {
      int64_t n;
      return range_.next(n) ? py::small_int(n) : Undefined;
    }
    if (over_ == Over::tuple) return at < source_.as<Tuple>()->length ? source_.as<Tuple>()->items()[index_++] : Undefined;
    if (at >= text_length_) return Undefined;
    ++index_;
    return over_ == Over::bytes ? py::small_int(text_[at]) : latin1_char(text_[at]);
  }
  // The next, if there is one more, as an int; false: it is none.
  [[gnu::always_inline]] bool next(int64_t& out, bool& more) {
    if (over_ == Over::range) return more = range_.next(out), true;
    Value v = next();
    more = !v.is_undefined();
    return !more || unbox(v, out);
  }

 private:
  enum class Over : uint8_t { nothing, list, tuple, range, text, bytes };
  struct Other {
    Over over = Over::nothing;
    const uint8_t* text = nullptr;       // of a str or bytes
    int64_t length = 0;
    Range range;
  };
  static Other look_at(Value source);
  Ref source_;
  Over over_ = Over::nothing;
  const uint8_t* text_ = nullptr;
  int64_t text_length_ = 0;
  int64_t index_ = 0;
  Range range_;
};

// range(start, stop, step) as an object; `function` is the builtin. Undefined when it would raise.
Value range_object(Value function, int64_t start, int64_t stop, int64_t step);
// Of its numbers; Undefined when that fails.
Value list_of(Range range);

}  // namespace py::typed
