// What methods that take texts apart collect their pieces in.
#pragma once

#include <optional>

#include "runtime/object/containers.hpp"

namespace py {

// Owned values that become a list: the first few on the stack, so that splitting a line allocates nothing but its parts and the list.
class FewValues {
 public:
  [[gnu::always_inline]] bool push(Value piece) {
    if (count_ < few && !piece.is_error()) [[likely]] return few_[count_++] = piece, true;
    return push_more(piece);
  }
  int64_t size() const { return more_ ? more_->size() : count_; }
  Value* data() { return more_ ? more_->data() : few_; }
  Value finish() {
    Value list = make_list_owned(data(), size());
    if (more_) more_->forget();
    count_ = 0;
    return list;
  }
  FewValues() = default;
  FewValues(const FewValues&) = delete;
  FewValues& operator=(const FewValues&) = delete;
  ~FewValues() {
    if (!more_) {
      while (count_) decref(few_[--count_]);
    }
  }

 private:
  [[gnu::noinline]] bool push_more(Value piece) {
    if (piece.is_error()) return false;
    if (!more_) {
      more_.emplace();
      if (!more_->reserve(4 * few)) return more_.reset(), decref(piece), false;
      for (int64_t i = 0; i < few; ++i) (void)more_->push(few_[i]);
    }
    return more_->push(piece);
  }
  static constexpr int64_t few = 16;
  Value few_[few];
  int64_t count_ = 0;
  std::optional<Values> more_;           // has them all
};

}  // namespace py
