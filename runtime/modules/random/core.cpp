// random.Random: construction, seeding, state, raw bits; and SystemRandom.
#include <bit>
#include <cmath>
#include <string>

#include "runtime/modules/random/random_internal.hpp"
#include "runtime/modules/random/sha512.hpp"
#include "runtime/object/buffer.hpp"
#include "runtime/object/heap.hpp"
#include "runtime/object/text.hpp"
#include "runtime/platform/platform.hpp"

namespace py::random {

namespace {

Value call_named(Value self, const char* method, Value argument = Undefined) {
  Str* name = intern(method);
  return argument.is_undefined() ? call_method(self, name) : call_method(self, name, argument);
}

bool is_plain(Value self) { return is_exactly(self, random_type); }

// Does the class draw ints from random() because it has no getrandbits() of its own? (Random.__init_subclass__)
bool only_has_random(Type* cls) {
  static Str *const bits = intern("getrandbits"), *const random = intern("random");
  Tuple* mro = cls->mro.peek().as<Tuple>();
  for (int64_t i = 0; i < mro->length; ++i) {
    Dict* names = mro->items()[i].as<Type>()->dict.peek().as<Dict>();
    if (!dict_get_borrowed(names, bits).is_undefined()) return false;
    if (!dict_get_borrowed(names, random).is_undefined()) return true;
  }
  return false;
}

bool below_without_bits(Value self, Value n, Ref& out) {
  bool overflow;
  double limit_of_n = int_to_double(n, overflow), d;
  if (overflow || limit_of_n >= range_of_random) {
    if (!draw(self, d)) return false;
    out = Ref(int_from_double(std::floor(d * limit_of_n)));
    return !out.is_error();
  }
  double limit = (range_of_random - std::fmod(range_of_random, limit_of_n)) / range_of_random;
  do {
    if (!draw(self, d)) return false;
  } while (d >= limit);
  out = Ref(int_from_double(std::fmod(std::floor(d * range_of_random), limit_of_n)));
  return true;
}

uint64_t small_bits(Twister& t, unsigned k) {            // 1 <= k <= 64
  if (k <= 32) return t.next32() >> (32 - k);
  uint64_t low = t.next32();
  return low | static_cast<uint64_t>(t.next32() >> (64 - k)) << 32;
}

}  // namespace

bool draw(Value self, double& out) {
  if (is_plain(self)) [[likely]] {
    ObjectLock lock(self.object());
    out = self.as<RandomObject>()->twister.next_double();
    return true;
  }
  Ref drawn = call_named(self, "random");
  return !drawn.is_error() && to_double(drawn, out);
}

bool draw_below(Value self, int64_t n, int64_t& out) {
  if (is_plain(self)) [[likely]] {
    unsigned k = static_cast<unsigned>(std::bit_width(static_cast<uint64_t>(n)));
    ObjectLock lock(self.object());
    Twister& t = self.as<RandomObject>()->twister;
    do out = static_cast<int64_t>(small_bits(t, k));
    while (out >= n);
    return true;
  }
  Ref limit = make_int(n), drawn = draw_below(self, limit);
  return !drawn.is_error() && (int_to_int64(drawn, out), true);
}

Value draw_below(Value self, Value n) {
  if (is_plain(self) && n.is_small_int()) {
    int64_t out;
    (void)draw_below(self, n.small_int(), out);
    return make_int(out);
  }
  Ref drawn;
  if (!is_plain(self) && only_has_random(type_of(self))) return below_without_bits(self, n, drawn) ? drawn.take() : Error;
  Ref bits = make_int(static_cast<int64_t>(magnitude::bit_length(IntView(n).view)));
  do {
    drawn = Ref(call_named(self, "getrandbits", bits));
    if (drawn.is_error()) return Error;
    if (!is_int(drawn)) return raise(exc::TypeError, "'%T' object cannot be interpreted as an integer", drawn.get());
  } while (int_compare(plain_int(drawn), n) >= 0);
  return drawn.take();
}

namespace {

Value create(Type* cls, const Value*, uint32_t, Tuple*) {
  Object* o = allocate_instance(cls);
  if (!o) return Error;
  auto* r = static_cast<RandomObject*>(o);
  r->twister.seed(5489u);
  r->gauss_next.init(Undefined);
  return object_value(r);
}

Truth init(Value self, const Value* args, uint32_t n, Tuple* kwnames) {
  static constexpr NativeDef def = PY_KEYWORDS("Random", nullptr, "x=");
  Value x;
  if (!bind_arguments(def, args, n, kwnames, &x)) return -1;
  Ref done = call_named(self, "seed", x.is_undefined() ? None : x);
  return done.is_error() ? -1 : 0;
}

void dealloc(Object* o) {
  static_cast<RandomObject*>(o)->gauss_next.set(Undefined);
  free_object(o);
}

void seed_with(Value self, magnitude::View key) {
  auto* r = self.as<RandomObject>();
  {
    ObjectLock lock(r);
    r->twister.seed(key);
  }
  r->gauss_next.set(Undefined);
}

// Version 2: the text's bytes followed by their SHA-512, read as one big-endian number.
void seed_with_bytes(Value self, const uint8_t* data, size_t size) {
  std::string all(reinterpret_cast<const char*>(data), size);
  uint8_t digest[64];
  sha512(data, size, digest);
  all.append(reinterpret_cast<const char*>(digest), sizeof digest);
  magnitude::Natural n;
  n.resize((all.size() + 3) / 4);
  std::memset(n.data(), 0, n.size() * 4);
  for (size_t i = 0; i < all.size(); ++i) {
    n.data()[i / 4] |= static_cast<uint32_t>(static_cast<uint8_t>(all[all.size() - 1 - i])) << i % 4 * 8;
  }
  n.trim();
  seed_with(self, n);
}

// Version 1 of texts: a multiplicative hash of the characters.
template <class At>
void seed_version_1(Value self, int64_t length, At at) {
  uint64_t x = length ? static_cast<uint64_t>(at(0)) << 7 : 0;
  for (int64_t i = 0; i < length; ++i) x = 1000003u * x ^ at(i);
  x ^= static_cast<uint64_t>(length);
  seed_with(self, magnitude::Natural(x));
}

Value seed_method(const Value* args, uint32_t) {
  Value self = args[0], a = args[1].is_undefined() ? None : args[1];
  bool first_version = !args[2].is_undefined() && is_int(args[2]) && plain_int(args[2]).same(small_int(1));
  bool second_version = args[2].is_undefined() || (is_int(args[2]) && plain_int(args[2]).same(small_int(2)));
  if (a.is_none()) {
    uint32_t key[Twister::size];
    if (!portalis::platform::random_bytes(key, sizeof key)) {
      int64_t time[] = {portalis::platform::wall_clock(), portalis::platform::now()};
      std::memset(key, 0, sizeof key);
      std::memcpy(key, time, sizeof time);
    }
    seed_with(self, {key, magnitude::trimmed(key, Twister::size)});
  } else if (is_int(a)) {
    seed_with(self, IntView(a).view);
  } else if (is_float(a)) {
    seed_with(self, magnitude::Natural(static_cast<uint64_t>(hash(a))));
  } else if (Str* text = as_str(a)) {
    if (first_version) {
      seed_version_1(self, text->length, [&](int64_t i) { return text->at(i); });
    } else {
      Text utf8;
      append_utf8(utf8, text);
      if (second_version) seed_with_bytes(self, reinterpret_cast<const uint8_t*>(utf8.data), utf8.size);
      else seed_with(self, magnitude::Natural(static_cast<uint64_t>(hash(a))));
    }
  } else if (as_bytes(a) || has_flag(a, kind_bytearray)) {
    Buffer buffer;
    if (!get_buffer(a, buffer)) return Error;
    if (first_version) seed_version_1(self, buffer.size, [&](int64_t i) { return buffer.data[i]; });
    else seed_with_bytes(self, buffer.data, static_cast<size_t>(buffer.size));
  } else {
    return raise(exc::TypeError, "The only supported seed types are: None,\nint, float, str, bytes, and bytearray.");
  }
  return None;
}

Value random_method(const Value* args, uint32_t) {
  auto* r = args[0].as<RandomObject>();
  ObjectLock lock(r);
  return make_float(r->twister.next_double());
}

Value getrandbits_method(const Value* args, uint32_t) {
  int64_t k;
  if (!to_index_int64(args[1], k)) return Error;
  if (k < 0) return raise(exc::ValueError, "number of bits must be non-negative");
  if (k == 0) return small_int(0);
  auto* r = args[0].as<RandomObject>();
  ObjectLock lock(r);
  if (k <= 64) return make_int_unsigned(small_bits(r->twister, static_cast<unsigned>(k)));
  size_t words = static_cast<size_t>((k - 1) / 32 + 1);
  BigInt* result = allocate_int(words);
  if (!result) return Error;
  for (size_t i = 0; i < words; ++i, k -= 32) {
    uint32_t word = r->twister.next32();
    result->digits()[i] = k < 32 ? word >> (32 - k) : word;
  }
  return finish_int(result, words, false);
}

Value getstate_method(const Value* args, uint32_t) {
  auto* r = args[0].as<RandomObject>();
  Value words[Twister::size + 1];
  {
    ObjectLock lock(r);
    for (int i = 0; i < Twister::size; ++i) words[i] = small_int(r->twister.state[i]);
    words[Twister::size] = small_int(r->twister.index);
  }
  Ref state = make_tuple(words, Twister::size + 1), gauss = r->gauss_next.get();
  return tuple_of(small_int(3), state, gauss.is_undefined() ? None : gauss.get());
}

Value setstate_method(const Value* args, uint32_t) {
  auto* r = args[0].as<RandomObject>();
  if (!type_of(args[1])->get_item) return raise(exc::TypeError, "'%T' object is not subscriptable", args[1]);
  Ref outer = to_tuple(args[1]);
  if (outer.is_error()) return Error;
  Tuple* state = as_tuple(outer);
  if (state->length == 0) return raise(exc::IndexError, "tuple index out of range");
  Value version = state->items()[0];
  if (!version.same(small_int(3)) && !version.same(small_int(2)))
    return raise(exc::ValueError, "state with version %S passed to Random.setstate() of version 3", version);
  if (state->length < 3) return raise(exc::ValueError, "not enough values to unpack (expected 3, got %l)", state->length);
  if (state->length > 3) return raise(exc::ValueError, "too many values to unpack (expected 3)");
  Tuple* words = as_tuple(state->items()[1]);
  if (!words) return raise(exc::TypeError, "state vector must be a tuple");
  if (words->length != Twister::size + 1) return raise(exc::ValueError, "state vector is the wrong size");
  Twister fresh;
  for (int i = 0; i <= Twister::size; ++i) {
    Ref word = to_index(words->items()[i]);
    int64_t n;
    if (word.is_error()) return Error;
    (void)int_to_int64(word, n);
    if (i < Twister::size) fresh.state[i] = static_cast<uint32_t>(n);
    else if (n < 0 || n > Twister::size) return raise(exc::ValueError, "invalid state");
    else fresh.index = static_cast<int>(n);
  }
  {
    ObjectLock lock(r);
    r->twister = fresh;
  }
  Value gauss = state->items()[2];
  r->gauss_next.set(gauss.is_none() ? Undefined : incref(gauss));
  return None;
}

Value reduce_method(const Value* args, uint32_t) {
  Ref state = call_named(args[0], "getstate"), empty = make_tuple(nullptr, 0);
  return state.is_error() ? Error : tuple_of(value_of(*type_of(args[0])), empty, state);
}

// ---- SystemRandom ----

Value system_bits(size_t bits) {
  size_t words = (bits + 31) / 32;
  magnitude::Natural n;
  n.resize(words);
  if (!portalis::platform::random_bytes(n.data(), n.size() * 4)) return raise(exc::NotImplementedError, "no source of randomness");
  if (bits % 32) n.data()[words - 1] &= (1u << bits % 32) - 1;
  n.trim();
  return make_int_from(false, n);
}
Value system_random(const Value*, uint32_t) {
  uint64_t bits;
  if (!portalis::platform::random_bytes(&bits, sizeof bits)) return raise(exc::NotImplementedError, "no source of randomness");
  return make_float(static_cast<double>(bits >> 11) * 0x1p-53);
}
Value system_getrandbits(const Value* args, uint32_t) {
  int64_t k;
  if (!to_index_int64(args[1], k)) return Error;
  if (k < 0) return raise(exc::ValueError, "number of bits must be non-negative");
  return k == 0 ? small_int(0) : system_bits(static_cast<size_t>(k));
}
Value system_seed(const Value*, uint32_t, Tuple*) { return None; }
Value system_no_state(const Value*, uint32_t, Tuple*) {
  return raise(exc::NotImplementedError, "System entropy source does not have state.");
}

const NativeDef system_methods[] = {
    PY_NOARGS("random", system_random), PY_ONE("getrandbits", system_getrandbits), PY_RAW("seed", system_seed),
    PY_RAW("getstate", system_no_state), PY_RAW("setstate", system_no_state), {},
};

}  // namespace

const NativeDef core_methods[] = {
    PY_NOARGS("random", random_method),
    PY_KEYWORDS("seed", seed_method, "a=, version="),
    PY_ONE("getrandbits", getrandbits_method),
    PY_NOARGS("getstate", getstate_method),
    PY_ONE("setstate", setstate_method),
    PY_NOARGS("__getstate__", getstate_method),
    PY_ONE("__setstate__", setstate_method),
    PY_NOARGS("__reduce__", reduce_method),
    {},
};

constinit Type random_type{{
    .name = "random.Random",
    .instance_size = sizeof(RandomObject),
    .flags = type_is_base | type_has_dict | type_has_weakrefs,
    .base = &object_type,
    .doc = "Random number generator base class used by bound module functions.",
    .create = create,
    .init = init,
    .dealloc = dealloc,
}};
constinit Type system_random_type{{
    .name = "random.SystemRandom",
    .instance_size = sizeof(RandomObject),
    .flags = type_is_base | type_has_dict | type_has_weakrefs,
    .base = &random_type,
    .doc = "Alternate random number generator using sources provided by the operating system.",
    .create = create,
    .init = init,
    .dealloc = dealloc,
    .methods = system_methods,
}};

}  // namespace py::random
