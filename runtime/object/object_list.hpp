// A growing array of object pointers for the memory system itself: no counts, room for a few without malloc.
#pragma once

#include <cstdint>

#include "runtime/object/object.hpp"

namespace py {

class ObjectList {
 public:
  ObjectList() = default;
  ObjectList(const ObjectList&) = delete;
  ObjectList& operator=(const ObjectList&) = delete;
  ~ObjectList();
  void push(Object* o) {
    if (count_ == capacity_) [[unlikely]] grow();
    items_[count_++] = o;
  }
  Object* pop() { return items_[--count_]; }
  void clear() { count_ = 0; }
  void truncate(size_t count) { count_ = count; }
  size_t count() const { return count_; }
  bool empty() const { return count_ == 0; }
  Object*& operator[](size_t i) { return items_[i]; }
  Object** begin() { return items_; }
  Object** end() { return items_ + count_; }

 private:
  void grow();                           // ends the process when there is no memory
  Object* few_[16];
  Object** items_ = few_;
  size_t count_ = 0, capacity_ = 16;
};

}  // namespace py
