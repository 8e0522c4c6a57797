// Memory layout of the built-in values the object model itself is made of, and the checked
// accessors to them. An accessor as_x(v) returns the built-in value for exact instances and for
// instances of subclasses (looking through Wrapped), or nullptr when v is no x. Borrowed.
#pragma once

#include <string_view>

#include "runtime/object/type.hpp"

namespace py {

// str (PEP 393): `length` code points of `kind` bytes each (1, 2, 4), narrowest that fits, no terminator.
// aux: bit 0-2 kind, bit 3 all ASCII, bit 4 interned. Immutable once shared.
struct Str : Object {
  int64_t length;
  std::atomic<int64_t> hash;             // -1: not computed yet
  int kind() const { return aux & 7; }
  bool is_ascii() const { return aux & 8; }
  bool is_interned() const { return aux & 16; }
  const uint8_t* data1() const { return reinterpret_cast<const uint8_t*>(this + 1); }
  const uint16_t* data2() const { return reinterpret_cast<const uint16_t*>(this + 1); }
  const uint32_t* data4() const { return reinterpret_cast<const uint32_t*>(this + 1); }
  uint8_t* data() { return reinterpret_cast<uint8_t*>(this + 1); }
  uint32_t at(int64_t i) const { return kind() == 1 ? data1()[i] : kind() == 2 ? data2()[i] : data4()[i]; }
  // The text of an ASCII string (is_ascii() must hold).
  std::string_view ascii() const { return {reinterpret_cast<const char*>(this + 1), static_cast<size_t>(length)}; }
};

struct Bytes : Object {
  int64_t length;
  std::atomic<int64_t> hash;             // -1: not computed yet
  const uint8_t* data() const { return reinterpret_cast<const uint8_t*>(this + 1); }
  uint8_t* data() { return reinterpret_cast<uint8_t*>(this + 1); }
};

// int outside the inline range: sign and magnitude, little-endian base 2^32 digits... never a value that fits inline.
struct BigInt : Object {                 // aux: 1 if negative
  int64_t count;                         // digits in use, top digit non-zero
  const uint32_t* digits() const { return reinterpret_cast<const uint32_t*>(this + 1); }
  uint32_t* digits() { return reinterpret_cast<uint32_t*>(this + 1); }
  bool negative() const { return aux & 1; }
};

struct Float : Object { double value; }; // only for values without an inline representation
struct Complex : Object { double real, imag; };

struct Tuple : Object {                  // items never change once the tuple is shared
  int64_t length;
  Value* items() { return reinterpret_cast<Value*>(this + 1); }
  const Value* items() const { return reinterpret_cast<const Value*>(this + 1); }
};

// Readers take no lock: load size, then items (both acquire), then the slot; a slot read past a concurrent
// shrink yields Undefined, which counts as out of range. Writers hold the object's lock. `items` points into a
// buffer of `capacity` slots that is replaced, never moved in place (the old one is retired).
struct List : Object {                   // aux: counts moves of items inside it (list.cpp)
  std::atomic<int64_t> size;
  std::atomic<Slot*> items;
  int64_t capacity;
};

// Insertion-ordered hash table; dict_table.hpp has the table. Readers take no lock (see there).
struct Dict : Object {
  std::atomic<struct DictTable*> table;
  std::atomic<int64_t> count;            // live entries
  // Changes whenever a key is added or removed or the table is replaced; never for a change of a value alone.
  std::atomic<uint32_t> keys_version;
};

struct Cell : Object { Slot value; };    // a closure variable

extern Type str_type, bytes_type, bytearray_type, complex_type, tuple_type, list_type, dict_type, set_type,
    frozenset_type, cell_type, slice_type, range_type, module_type, function_type, native_function_type,
    bound_method_type, property_type, classmethod_type, staticmethod_type, super_type, generator_type, memoryview_type;

inline Str* as_str(Value v) {
  if (is_exactly(v, str_type)) [[likely]] return v.as<Str>();
  return has_flag(v, kind_str) ? payload(v).as<Str>() : nullptr;
}
inline Tuple* as_tuple(Value v) {
  if (is_exactly(v, tuple_type)) [[likely]] return v.as<Tuple>();
  return has_flag(v, kind_tuple) ? payload(v).as<Tuple>() : nullptr;
}
inline Bytes* as_bytes(Value v) {
  if (is_exactly(v, bytes_type)) return v.as<Bytes>();
  return has_flag(v, kind_bytes) ? payload(v).as<Bytes>() : nullptr;
}
inline List* as_list(Value v) { return v.is_object() && has_flag(v, kind_list) ? v.as<List>() : nullptr; }
inline Dict* as_dict(Value v) { return v.is_object() && has_flag(v, kind_dict) ? v.as<Dict>() : nullptr; }
inline Type* as_type(Value v) { return v.is_object() && has_flag(v, kind_type) ? v.as<Type>() : nullptr; }

// ---- str (str.cpp) ----
Value make_str(std::string_view utf8);                   // WTF-8: surrogates allowed; never Error for valid input
Value make_str_ascii(const char* text, size_t length);
Value make_str_code_point(uint32_t c);
Str* intern(std::string_view utf8);                      // immortal; equal names are the same pointer
Str* intern(Str* s);                                     // borrowed in, immortal out
bool str_equal(const Str* a, const Str* b);
int64_t str_hash(Str* s);
// UTF-8 (surrogates as WTF-8) of s, appended. For messages, files, keys of tables.
struct Text;                                             // a growing byte string, text.hpp
void append_utf8(Text& out, const Str* s);

// ---- bytes (types/bytes.cpp) ----
Value make_bytes(const void* data, int64_t length);
Bytes* allocate_bytes(int64_t length);                   // uninitialised, length > 0 or not; null: MemoryError pending
int64_t bytes_hash(Bytes* b);

// ---- tuple (tuple.cpp) ----
Value make_tuple(const Value* items_borrowed, int64_t n);
Value make_tuple_owned(const Value* items_owned, int64_t n);   // takes the references
Tuple* allocate_tuple(int64_t n);                        // items Undefined; fill before sharing
inline Value tuple_of(Value a) { return make_tuple(&a, 1); }
inline Value tuple_of(Value a, Value b) { Value v[] = {a, b}; return make_tuple(v, 2); }
inline Value tuple_of(Value a, Value b, Value c) { Value v[] = {a, b, c}; return make_tuple(v, 3); }

// ---- list (list.cpp) ----
Value make_list(const Value* items_borrowed, int64_t n);
Value make_list_owned(const Value* items_owned, int64_t n);
Truth list_append(List* list, Value item);               // -1 out of memory
Value list_get(List* list, int64_t index);               // owned; Undefined when out of range (index >= 0)
inline int64_t list_size(List* list) { return list->size.load(std::memory_order_acquire); }

// ---- dict (dict.cpp): any hashable key; user __eq__ and __hash__ may run and raise ----
Value make_dict();
Value dict_get(Dict* d, Value key);                      // owned; Undefined when absent; Error
Value dict_get(Dict* d, Value key, int64_t hash);
Value dict_lend(Dict* d, Value key);                     // for a Loan; Undefined when absent; Error
Truth dict_set(Dict* d, Value key, Value value);         // 0, or -1 error
Truth dict_delete(Dict* d, Value key);                   // 1 deleted, 0 absent, -1 error
Truth dict_contains(Dict* d, Value key);
Value dict_set_default(Dict* d, Value key, Value value); // atomic; owned result
// Where dict_peek() found a key, or that it did not, for who stores under that key next.
struct DictPlace {
  struct DictTable* table = nullptr;                     // null: there was none
  int64_t entry = -1;                                    // } of that table, as long as the dict's keys_version is this
  uint32_t keys_version = 0;                             // }
  int64_t hash = -1;                                     // of the key, if that is plain
};
// For plain keys: 1 there, and its item, borrowed until the next safepoint; 0 not; 2: for anything else, where only user code could
// tell, and where another thread is just changing that item.
int dict_peek(Dict* d, Value key, Value& item, DictPlace* place = nullptr);
// Interned-name keys: no user code, cannot raise (but for memory). Used for namespaces.
Value dict_get_borrowed(Dict* d, Str* name);             // valid until the next safepoint; Undefined when absent
Value dict_get(Dict* d, Str* name);                      // owned; Undefined when absent
void dict_set(Dict* d, Str* name, Value value);
bool dict_delete(Dict* d, Str* name);
// Iteration in insertion order: position starts at 0; false at the end. Borrowed results. Tolerates changes.
bool dict_next(Dict* d, int64_t& position, Value& key, Value& value);
Value dict_copy(Dict* d);
inline int64_t dict_size(Dict* d) { return d->count.load(std::memory_order_relaxed); }

// ---- set (set.cpp) ----
Value make_set();
Truth set_add(Value set, Value item);                    // 0, or -1 error
Truth set_contains(Value set, Value item);

// ---- int, float (numbers: int.cpp, float.cpp) ----
Value make_int(int64_t n);
Value make_int_unsigned(uint64_t n);
Value make_float_slow(double d);
inline Value make_float(double d) {
  Value v;
  return encode_inline_float(d, v) ? v : make_float_slow(d);
}
inline bool is_exact_int(Value v) { return v.is_small_int() || is_exactly(v, int_type); }
inline bool is_exact_float(Value v) { return v.is_inline_float() || is_exactly(v, float_type); }
inline bool is_int(Value v) { return v.is_small_int() || v.is_bool() || (v.is_object() && has_flag(v, kind_int)); }
inline bool is_float(Value v) { return v.is_inline_float() || (v.is_object() && has_flag(v, kind_float)); }
// The plain int (inline or BigInt) behind an int, bool or instance of a subclass; is_int(v) must hold. Borrowed.
inline Value plain_int(Value v) {
  if (v.is_small_int() || is_exactly(v, int_type)) return v;
  return v.is_bool() ? small_int(v.is_true()) : payload(v);
}
double float_value(Value v);                             // is_float(v) must hold
enum class IntFit : uint8_t { fits, too_big, too_small };
IntFit int_to_int64(Value int_value, int64_t& out);      // is_int() must hold; saturates
double int_to_double(Value int_value, bool& overflow);
// __index__ protocol (operator.index): an int of any size, owned; TypeError "'T' object cannot be interpreted as an integer".
Value to_index(Value v);
// to_index into int64; OverflowError "cannot fit 'int' into an index-sized integer" unless clamp is set (then saturates). false: error.
bool to_index_int64(Value v, int64_t& out, bool clamp = false);
// to_index into what CPython takes as a C int; OverflowError "Python int too large to convert to C int". false: error.
bool int_argument(Value v, int& out);
// float(v) protocol into double; TypeError "must be real number, not T". false: error.
bool to_double(Value v, double& out);

}  // namespace py
