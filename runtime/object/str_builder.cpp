// StrBuilder: collecting text of unknown length and width.
#include <cstdlib>
#include <cstring>

#include "runtime/object/error.hpp"
#include "runtime/object/str.hpp"

namespace py {

StrBuilder::~StrBuilder() {
  if (data_ != small_) std::free(data_);
}

void StrBuilder::grow(uint32_t code_point, int64_t extra) {
  int kind = kind_for(code_point) > kind_ ? kind_for(code_point) : kind_;
  int64_t capacity = capacity_;
  if (data_ == small_) capacity = small / kind;
  if (length_ + extra > capacity) capacity = length_ + extra > capacity * 2 ? length_ + extra : capacity * 2;
  uint8_t* old = data_;
  bool fits_small = capacity * kind <= small && old == small_;
  if (kind == kind_ && old != small_) {
    data_ = static_cast<uint8_t*>(std::realloc(old, static_cast<size_t>(capacity * kind)));
    if (!data_) std::abort();
    capacity_ = capacity;
    return;
  }
  uint8_t* fresh = fits_small ? small_ : static_cast<uint8_t*>(std::malloc(static_cast<size_t>(capacity * kind)));
  if (!fresh) std::abort();
  // Backwards, since widening may happen in place.
  for (int64_t i = length_; i-- > 0;) {
    uint32_t c = kind_ == 1 ? old[i] : kind_ == 2 ? reinterpret_cast<uint16_t*>(old)[i] : reinterpret_cast<uint32_t*>(old)[i];
    if (kind == 1) fresh[i] = static_cast<uint8_t>(c);
    else if (kind == 2) reinterpret_cast<uint16_t*>(fresh)[i] = static_cast<uint16_t>(c);
    else reinterpret_cast<uint32_t*>(fresh)[i] = c;
  }
  if (old != small_) std::free(old);
  data_ = fresh;
  kind_ = kind;
  capacity_ = capacity;
}

void StrBuilder::append(const Str* s, int64_t start, int64_t end) {
  // What widens or grows is a call at the end, for which nothing has to be kept.
  constexpr auto append_any = [](StrBuilder* self, const Str* s, int64_t start, int64_t end) __attribute__((noinline)) {
    const int kind = self->kind_;
    uint32_t max = s->kind() == kind && kind == 1 ? (s->is_ascii() ? 0x7f : 0xff) : str_max_code_point(s, start, end);
    if (max > self->max_) self->max_ = max;
    self->reserve(max, end - start);
    if (s->kind() == self->kind_) {
      const size_t unit = static_cast<size_t>(self->kind_);
      std::memcpy(self->data_ + static_cast<size_t>(self->length_) * unit, s->data1() + static_cast<size_t>(start) * unit, static_cast<size_t>(end - start) * unit);
      self->length_ += end - start;
      return;
    }
    for (int64_t i = start; i < end; ++i) self->store(self->length_++, s->at(i));
  };
  const int64_t n = end - start;
  if (n <= 0) return;
  if (s->kind() != 1 || kind_ != 1 || n > capacity_ - length_) [[unlikely]] return append_any(this, s, start, end);
  max_ |= s->is_ascii() ? 0x7f : 0xff;
  const uint8_t* from = s->data1() + start;
  uint8_t* at = data_ + length_;
  const auto whole = static_cast<int64_t>((static_cast<uint64_t>(s->length) + 7) & ~uint64_t{7});
  if (n <= 8 && start + 8 <= whole && length_ + 8 <= capacity_) [[likely]] store_word(at, load_word(from));
  else std::memcpy(at, from, static_cast<size_t>(n));
  length_ += n;
}

void StrBuilder::append_ascii(std::string_view text) {
  reserve(0, static_cast<int64_t>(text.size()));
  if (kind_ == 1) {
    if (!text.empty()) std::memcpy(data_ + length_, text.data(), text.size());
    length_ += static_cast<int64_t>(text.size());
    return;
  }
  for (char c : text) store(length_++, static_cast<uint8_t>(c));
}

void StrBuilder::append_repeated(uint32_t code_point, int64_t times) {
  if (times <= 0) return;
  if (code_point > max_) max_ = code_point;
  reserve(code_point, times);
  if (kind_ == 1) {
    std::memset(data_ + length_, static_cast<int>(code_point), static_cast<size_t>(times));
    length_ += times;
    return;
  }
  for (int64_t i = 0; i < times; ++i) store(length_++, code_point);
}

Value StrBuilder::finish() {
  Value result = max_ < 0x80 && kind_ == 1 ? make_str_ascii(reinterpret_cast<char*>(data_), static_cast<size_t>(length_))
                                           : make_str_units(data_, kind_, length_);
  if (data_ != small_) std::free(data_);
  data_ = small_;
  length_ = 0, capacity_ = small, max_ = 0, kind_ = 1;
  return result;
}

}  // namespace py
