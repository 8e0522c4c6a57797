// Operations on lists, dicts, sets, slices and ranges beyond the core of layouts.hpp: what the methods of these
// types, the native modules and emitted code share. All are atomic towards other threads unless a comment says
// otherwise, run no user code under a lock, and follow the ownership rules of value.hpp.
#pragma once

#include "runtime/object/operators.hpp"

namespace py {

// ---- a growing array of owned values, private to one thread ----
class Values {
 public:
  Values() = default;
  Values(const Values&) = delete;
  Values& operator=(const Values&) = delete;
  ~Values();
  bool reserve(int64_t n);               // false: MemoryError
  bool push(Value owned) {               // takes the reference even when it fails
    if (count_ == capacity_ && !reserve(count_ + count_ / 2 + 8)) [[unlikely]] return decref(owned), false;
    data_[count_++] = owned;
    return true;
  }
  int64_t size() const { return count_; }
  Value* data() { return data_; }
  Value& operator[](int64_t i) { return data_[i]; }
  void forget() { count_ = 0; }          // the references went elsewhere
  void assume(int64_t n) { count_ = n; } // data()[0..n) was filled by hand; room was reserved
  void clear();                          // releases them at once
  void retire_all();                     // releases what other threads may be looking at

 private:
  Value* data_ = nullptr;
  int64_t count_ = 0, capacity_ = 0;
};
// items[0, n) are owned; fills items[n, total), total a multiple of n, with the same again, each with a reference of its own.
void repeat_owned(Value* items, int64_t n, int64_t total);
// Appends all items of an iterable. Exact lists, tuples, dicts, their views and sets are copied atomically. false: error.
bool collect(Values& out, Value iterable);
bool is_copied_atomically(Value iterable);
// What list() and tuple() ask an instance of a Python class for: its __len__, else its __length_hint__ (PEP 424). The
// answer is not needed; false when asking raised.
bool ask_length_hint(Value iterable);

// ---- tuple ----
int64_t tuple_hash(Value tuple);
Value tuple_concat(const Tuple* a, const Tuple* b);      // as a new one
Value tuple_slice(Tuple* t, int64_t start, int64_t stop, int64_t step, int64_t count);

// ---- list ----
Value make_list_sized(int64_t capacity);                 // empty, with room
inline Value list_peek(List* list, int64_t index) {      // borrowed until the next safepoint; Undefined: there is none
  return index < list_size(list) ? list->items.load(std::memory_order_acquire)[index].peek() : Undefined;
}
Value list_concat(List* a, List* b);                     // the items of each at one moment, as a new list
bool list_snapshot(List* list, Values& out);             // all items at one moment; false: no memory
Truth list_extend(List* list, Value iterable);
Truth list_insert(List* list, int64_t index, Value item);   // clamps like list.insert
Value list_pop(List* list, int64_t index);               // negative counts from the end; IndexError
Truth list_set(List* list, int64_t index, Value value);  // negative counts from the end; 0 when out of range, else 1
void list_clear(List* list);
// Removes list[index] if that is still this very value: 1 removed, 0 not, -1 error.
Truth list_remove_if_same(List* list, int64_t index, Value value);
// list[low:high] = n owned values (references taken, also on error); bounds as in a slice.
Truth list_splice(List* list, int64_t low, int64_t high, Value* owned, int64_t n);
// list[low:high] at one moment as a new list.
Value list_slice(List* list, int64_t start, int64_t stop, int64_t step);   // arguments as in a slice, already ints
Truth list_sort(List* list, Value key /* None: none */, bool reverse);
void list_reverse(List* list);
// Index of the first item equal to `item` in [start, stop), -1 absent (not: just being moved), -2 error.
int64_t list_find(List* list, Value item, int64_t start, int64_t stop);

// ---- dict ----
Value make_dict_sized(int64_t entries);
Truth dict_set(Dict* d, Value key, Value value, int64_t hash);
Value dict_pop(Dict* d, Value key);                      // owned; Undefined when absent
bool dict_pop_item(Dict* d, bool last, Value& key, Value& value);   // false: empty; owned results
void dict_clear(Dict* d);
// d.update(other): other a mapping or an iterable of pairs.
Truth dict_update(Dict* d, Value other);
Truth dict_update_dict(Dict* d, Dict* other);            // later wins
// All keys, values or both (alternating) at one moment.
enum class DictPart : uint8_t { keys, values, items };
bool dict_snapshot(Dict* d, DictPart part, Values& out);
// What keys(), values() and items() of dicts return.
struct DictView : Object {
  Value dict;                            // owned; Dict or a subclass's instance
  DictPart part() const { return static_cast<DictPart>(aux); }
};
extern Type dict_keys_type, dict_values_type, dict_items_type;
Truth dict_equal(Dict* a, Dict* b);
// Moves an existing key to an end of the order: 1, 0 absent, -1 error. For OrderedDict.
Truth dict_move_to_end(Dict* d, Value key, bool last);
// The value for key, or dict[key]'s KeyError and __missing__ for subclasses.
Value dict_get_item(Dict* d, Value key);

// ---- slices ----
struct Slice : Object { Value start, stop, step; };      // immutable
// PySlice_Unpack: None replaced by defaults, clamped to the index range; ValueError for step 0. false: error.
bool slice_unpack(const Slice* s, int64_t& start, int64_t& stop, int64_t& step);
// PySlice_AdjustIndices: fits start and stop to a length; returns the number of items.
int64_t slice_adjust(int64_t length, int64_t& start, int64_t& stop, int64_t step);
inline Slice* as_slice(Value v) { return is_exactly(v, slice_type) ? v.as<Slice>() : nullptr; }

// ---- repr of containers that may contain themselves ----
// Entered for the time of one container's repr; `again` is set when this thread is already inside it.
class ReprGuard {
 public:
  explicit ReprGuard(Value container);
  ~ReprGuard();
  bool again, ok;                        // ok false: RecursionError is pending

 private:
  ReprGuard* outer_;
  Value container_;
};

}  // namespace py
