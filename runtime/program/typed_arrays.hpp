// Typed versions: lists of ints, floats or bools that nobody but the attempt ever sees, as plain arrays of int64_t, double or bool
// (compiler/emission/typed_arrays.cpp says which lists those are). An Array is a reference, as a list is: copies of it are the same
// array. It belongs to one thread and counts its references without atomics. Operations that would raise, or that memory
// runs out for, change nothing and return false or an Array that is null.
#pragma once

#include <cstring>
#include <initializer_list>
#include <utility>

#include "runtime/object/heap.hpp"
#include "runtime/program/typed_loops.hpp"

namespace py::typed {

// A bound of a slice that was left out.
struct Open {};
inline constexpr Open open{};
struct Bound {
  Bound(Open) : value(0), given(false) {}
  Bound(int64_t v) : value(v), given(true) {}
  int64_t value;
  bool given;
};
// The items that a slice of `size` items takes, as PySlice_AdjustIndices (Objects/sliceobject.c) has them; false: the step is 0.
struct Steps {
  int64_t start, step, count;
};
inline bool steps_of(int64_t size, Bound from, Bound to, Bound by, Steps& out) {
  out.step = by.given ? by.value : 1;
  if (out.step == 0 || out.step == INT64_MIN) return false;
  int64_t lowest = out.step < 0 ? -1 : 0, highest = out.step < 0 ? size - 1 : size;
  auto place = [&](Bound bound, int64_t otherwise) {
    if (!bound.given) return otherwise;
    int64_t at = bound.value < 0 ? bound.value + size : bound.value;
    return at < lowest ? lowest : at > highest ? highest : at;
  };
  out.start = place(from, out.step < 0 ? highest : lowest);
  int64_t stop = place(to, out.step < 0 ? lowest : highest), distance = out.step < 0 ? out.start - stop : stop - out.start;
  int64_t apart = out.step < 0 ? -out.step : out.step;
  out.count = distance <= 0 ? 0 : apart == 1 ? distance : (distance - 1) / apart + 1;
  return true;
}

template <class T>
class Array {
 public:
  Array() = default;
  Array(const Array& other) : block_(other.block_) {
    if (block_) ++block_->references;
  }
  Array(Array&& other) noexcept : block_(std::exchange(other.block_, nullptr)) {}
  Array& operator=(Array other) noexcept {
    std::swap(block_, other.block_);
    return *this;
  }
  ~Array() {
    if (!block_ || --block_->references > 0) return;
    if (block_->items != first_items(block_)) free_buffer(block_->items);
    free_buffer(block_);
  }

  // Of `size` items, not filled in.
  static Array unfilled(int64_t size) {
    Array made;
    auto* block = size > most ? nullptr : static_cast<Block*>(buffer(sizeof(Block) + static_cast<size_t>(size) * sizeof(T)));
    if (!block) return made;
    *block = {first_items(block), size, size, 1};
    made.block_ = block;
    return made;
  }
  static Array of(std::initializer_list<T> items) {
    Array made = unfilled(static_cast<int64_t>(items.size()));
    if (made && items.size() > 0) std::memcpy(made.block_->items, items.begin(), items.size() * sizeof(T));
    return made;
  }
  static Array of(Range range) {
    Array made = unfilled(static_cast<int64_t>(range.length()));
    if (!range.supported() || !made) return Array();
    int64_t n;
    for (T* item = made.block_->items; range.next(n); ++item) *item = n;
    return made;
  }

  explicit operator bool() const { return block_ != nullptr; }
  int64_t size() const { return block_->size; }
  const T* items() const { return block_->items; }
  [[gnu::always_inline]] bool get(int64_t index, T& out) const {
    if (index < 0) index += block_->size;
    if (static_cast<uint64_t>(index) >= static_cast<uint64_t>(block_->size)) [[unlikely]] return false;
    out = block_->items[index];
    return true;
  }
  [[gnu::always_inline]] bool set(int64_t index, T item) {
    if (index < 0) index += block_->size;
    if (static_cast<uint64_t>(index) >= static_cast<uint64_t>(block_->size)) [[unlikely]] return false;
    block_->items[index] = item;
    return true;
  }
  bool append(T item) {
    if (block_->size == block_->capacity && !grow(block_->size + 1)) return false;
    block_->items[block_->size++] = item;
    return true;
  }
  bool insert(int64_t index, T item) {
    int64_t size = block_->size;
    if (index < 0) index = index + size < 0 ? 0 : index + size;
    if (index > size) index = size;
    if (size == block_->capacity && !grow(size + 1)) return false;
    std::memmove(block_->items + index + 1, block_->items + index, static_cast<size_t>(size - index) * sizeof(T));
    block_->items[index] = item;
    ++block_->size;
    return true;
  }
  bool pop(int64_t index, T& out) {
    if (!get(index, out)) return false;
    if (index < 0) index += block_->size;
    --block_->size;
    std::memmove(block_->items + index, block_->items + index + 1, static_cast<size_t>(block_->size - index) * sizeof(T));
    return true;
  }

  // New arrays: self[from:to:by], self * n.
  Array slice(Bound from, Bound to, Bound by) const {
    Steps steps;
    if (!steps_of(block_->size, from, to, by, steps)) return Array();
    Array made = unfilled(steps.count);
    if (!made) return made;
    const T* item = block_->items + steps.start;
    if (steps.step == 1) std::memcpy(made.block_->items, item, static_cast<size_t>(steps.count) * sizeof(T));
    else for (int64_t n = 0; n < steps.count; ++n) made.block_->items[n] = item[n * steps.step];
    return made;
  }
  Array repeated(int64_t n) const {
    int64_t size = block_->size, total;
    if (n < 0) n = 0;
    if (__builtin_mul_overflow(size, n, &total)) return Array();
    Array made = unfilled(total);
    if (!made) return made;
    if (size == 1) {
      const T item = block_->items[0];
      for (int64_t at = 0; at < n; ++at) made.block_->items[at] = item;
      return made;
    }
    for (int64_t at = 0; at < total; at += size) std::memcpy(made.block_->items + at, block_->items, static_cast<size_t>(size) * sizeof(T));
    return made;
  }
  // self[from:to:by] = other, which may be self.
  bool set_slice(Bound from, Bound to, Bound by, const Array& other) {
    Steps steps;
    if (!steps_of(block_->size, from, to, by, steps)) return false;
    if (other.block_ == block_) return set_slice(from, to, by, slice(open, open, open));
    int64_t added = other.block_->size;
    if (steps.step != 1) {
      if (added != steps.count) return false;
      for (int64_t n = 0; n < added; ++n) block_->items[steps.start + n * steps.step] = other.block_->items[n];
      return true;
    }
    int64_t size = block_->size - steps.count + added, rest = block_->size - steps.start - steps.count;
    if (size > block_->capacity && !grow(size)) return false;
    T* at = block_->items + steps.start;
    if (added != steps.count) std::memmove(at + added, at + steps.count, static_cast<size_t>(rest) * sizeof(T));
    std::memcpy(at, other.block_->items, static_cast<size_t>(added) * sizeof(T));
    block_->size = size;
    return true;
  }

 private:
  struct alignas(16) Block {
    T* items;                            // behind the block, until there are more than it was made for
    int64_t size, capacity;
    int64_t references;
  };
  static T* first_items(Block* block) { return reinterpret_cast<T*>(block + 1); }
  static void* buffer(size_t bytes) {
    void* memory = allocate_buffer(bytes);
    if (!memory) clear_error();
    return memory;
  }
  static constexpr int64_t most = INT64_C(1) << (sizeof(void*) == 8 ? 40 : 26);

  bool grow(int64_t size) {
    int64_t capacity = block_->capacity + block_->capacity / 2;
    if (capacity < size) capacity = size < 4 ? 4 : size;
    if (capacity > most) return false;
    auto* items = static_cast<T*>(buffer(static_cast<size_t>(capacity) * sizeof(T)));
    if (!items) return false;
    std::memcpy(items, block_->items, static_cast<size_t>(block_->size) * sizeof(T));
    if (block_->items != first_items(block_)) free_buffer(block_->items);
    block_->items = items;
    block_->capacity = capacity;
    return true;
  }

  Block* block_ = nullptr;
};

// A loop over an array, which may change meanwhile as a list may.
template <class T>
class ArrayEach {
 public:
  explicit ArrayEach(Array<T> array) : array_(std::move(array)) {}
  bool next(T& out) {
    if (at_ >= array_.size()) return false;
    out = array_.items()[at_++];
    return true;
  }

 private:
  Array<T> array_;
  int64_t at_ = 0;
};

// The list that an array stands for, when it is given away; Undefined: memory ran out.
Value list_of(const Array<int64_t>& array);
Value list_of(const Array<double>& array);
Value list_of(const Array<bool>& array);

}  // namespace py::typed
