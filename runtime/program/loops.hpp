// for loops of emitted code without iterator objects: over exact lists, tuples, sets, dicts, their keys and values by position, over
// anything else through its iterator. enumerate(), zip() and dict.items() whose elements are unpacked at once make no
// tuples either.
//
// A loop owns what it runs over, as the iterator would; what the program changes meanwhile has the same effect as on an
// iterator. Private to one frame. next(): an owned element, Undefined at the end, Error; lend_next(): one for a Loan.
#pragma once

#include "runtime/object/container_inline.hpp"
#include "runtime/object/sites.hpp"

namespace py {

class EachLoop {
 public:
  EachLoop() = default;
  explicit EachLoop(Value owned_iterable) { start(owned_iterable); }
  void start(Value owned_iterable) {
    source_ = Ref(owned_iterable);
    index_ = 0;
    if (is_exactly(source_, list_type)) kind_ = Kind::list;
    else start_slow();
  }
  bool failed() const { return source_.is_error(); }
  Value next() {
    if (kind_ == Kind::list) [[likely]] return list_step(source_.as<List>(), index_);
    return next_slow();
  }
  Value lend_next() {
    if (kind_ == Kind::list) [[likely]] return list_step<lend>(source_.as<List>(), index_);
    return lend_next_slow();
  }
  // With a dict as source: both parts of its items. false: the end; Error goes into `failed`.
  bool next_item(Ref* pair, bool& failed);
  void reset() { source_.reset(); }
  // Goes on over what has positions (an exact list, tuple, str or bytes), from that one; Undefined: over nothing, yet.
  void resume(Ref source, int64_t index) {
    if (source.get().is_undefined()) return;
    start(source.take());
    index_ = index;
  }

 private:
  enum class Kind : uint8_t { iterator, list, tuple, dict, dict_values, set, text, bytes };
  void start_slow();
  template <Keep keep> Value next_with();
  Value next_slow();
  Value lend_next_slow();
  bool peek_entry(Value& key, Value& value, bool& failed);
  template <Keep keep> Value next_key_or_value();

  Ref source_;                           // Error: iter() failed
  Kind kind_ = Kind::iterator;
  int64_t index_ = 0;                    // list, tuple, text, bytes: of the next element; dict, set: position in its table
  int64_t expected_ = 0, left_ = 0;      // dict and set: its size at the start; dict: entries to come
};

class EnumerateLoop {
 public:
  EnumerateLoop() = default;
  explicit EnumerateLoop(Value owned_iterable, int64_t start = 0) : each_(owned_iterable), index_(start) {}
  void start(Value owned_iterable, int64_t start = 0) {
    each_.start(owned_iterable);
    index_ = start;
  }
  bool failed() const { return each_.failed(); }
  // 1: pair is filled; 0: the end; -1: error.
  int next(Ref* pair) {
    Ref item = each_.next();
    if (item.is_undefined()) return 0;
    if (item.is_error()) [[unlikely]] return -1;
    pair[0] = Ref(small_int(index_++));
    pair[1] = std::move(item);
    return 1;
  }
  void reset() { each_.reset(); }
  void resume(Ref source, int64_t position, int64_t index) {
    each_.resume(std::move(source), position);
    index_ = index;
  }

 private:
  EachLoop each_;
  int64_t index_ = 0;
};

template <uint32_t n>
class ZipLoop {
 public:
  ZipLoop() = default;
  template <class... A>
  explicit ZipLoop(const A&... iterables) {
    start(iterables...);
  }
  template <class... A>
  void start(const A&... iterables) {
    const Value all[] = {iterables...};
    failed_ = false;
    for (uint32_t i = 0; i < n && !failed_; ++i) {
      each_[i].start(incref(all[i]));
      failed_ = each_[i].failed();
    }
  }
  bool failed() const { return failed_; }
  int next(Ref* items) {
    for (uint32_t i = 0; i < n; ++i) {
      items[i] = Ref(each_[i].next());
      if (items[i].is_undefined()) return 0;
      if (items[i].is_error()) [[unlikely]] return -1;
    }
    return 1;
  }
  void reset() {
    for (EachLoop& each : each_) each.reset();
  }
  void resume(uint32_t i, Ref source, int64_t index) { each_[i].resume(std::move(source), index); }

 private:
  EachLoop each_[n];
  bool failed_ = false;
};

// Over object.items().
class ItemsLoop {
 public:
  ItemsLoop(MethodSite& site, Str* items, Value object);
  bool failed() const { return each_.failed(); }
  // As EnumerateLoop::next(); 2: `element` must be unpacked.
  int next(Ref* pair, Ref& element) {
    if (is_dict_) [[likely]] {
      bool failed = false;
      return each_.next_item(pair, failed) ? 1 : failed ? -1 : 0;
    }
    element = Ref(each_.next());
    return element.is_undefined() ? 0 : element.is_error() ? -1 : 2;
  }
  void reset() { each_.reset(); }

 private:
  EachLoop each_;
  bool is_dict_ = false;
};

}  // namespace py
