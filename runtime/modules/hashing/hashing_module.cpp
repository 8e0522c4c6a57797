// _hashing: what hashlib, zlib and binascii are built on. Objects of type _hashlib.HASH are guarded by their object lock.
#include "runtime/modules/hashing/hashes.hpp"
#include "runtime/object/heap.hpp"
#include "runtime/object/module.hpp"
#include "runtime/object/operators.hpp"
#include "runtime/object/str.hpp"
#include "runtime/object/text.hpp"
#include "runtime/types/bytes.hpp"
#include "runtime/types/text_arguments.hpp"

namespace py::hashing {

Value b2a_base64(const Value* args, uint32_t n);         // base64.cpp
Value decoded_base64(const Value* args, uint32_t n);
Value decoded_hex(const Value* args, uint32_t n);

namespace {

using portalis::hashing::Hasher;

struct HashObject : Object {
  Hasher* hasher;                        // owned
  Value name;                            // owned str
};
HashObject* hash_of(Value v) { return v.as<HashObject>(); }

Value wrap(std::unique_ptr<Hasher> hasher, Value name);

// Copies under the lock, so that update() of another thread is before or after.
std::unique_ptr<Hasher> snapshot(Value self) {
  ObjectLock lock(self.object());
  return hash_of(self)->hasher->clone();
}

Value update(const Value* args, uint32_t) {
  if (as_str(args[1])) return raise(exc::TypeError, "Strings must be encoded before hashing");
  BytesView bytes;
  if (!bytes.argument(args[1])) return clear_error(), raise(exc::TypeError, "object supporting the buffer API required");
  ObjectLock lock(args[0].object());
  hash_of(args[0])->hasher->update(bytes.data, static_cast<size_t>(bytes.size));
  return None;
}

bool finished(const Value* args, uint32_t n, const char* function, Text& out) {
  std::unique_ptr<Hasher> hasher = snapshot(args[0]);
  int64_t size = static_cast<int64_t>(hasher->digest_size);
  if (size == 0) {
    if (n < 2) return (void)raise(exc::TypeError, "%s() missing required argument 'length' (pos 1)", function), false;
    if (!size_argument(args[1], size)) return false;
    if (size < 0) return (void)raise(exc::ValueError, "value must be positive"), false;
  } else if (n > 1) {
    return (void)raise(exc::TypeError, "HASH.%s() takes no arguments (%d given)", function, static_cast<int>(n - 1)), false;
  }
  hasher->finish(reinterpret_cast<uint8_t*>(out.make_room(static_cast<size_t>(size))), static_cast<size_t>(size));
  out.size += static_cast<size_t>(size);
  return true;
}
Value digest(const Value* args, uint32_t n) {
  Text out;
  return finished(args, n, "digest", out) ? make_bytes(out.data, static_cast<int64_t>(out.size)) : Error;
}
Value hexdigest(const Value* args, uint32_t n) {
  Text out;
  if (!finished(args, n, "hexdigest", out)) return Error;
  return hex_text(reinterpret_cast<uint8_t*>(out.data), static_cast<int64_t>(out.size), Undefined, Undefined);
}
Value copy(const Value* args, uint32_t) { return wrap(snapshot(args[0]), hash_of(args[0])->name); }

void dealloc(Object* self) {
  auto* h = static_cast<HashObject*>(self);
  delete h->hasher;
  decref(h->name);
  free_object(self);
}

Value repr_hash(Value self) {
  Text out;
  out.append('<');
  append_utf8(out, as_str(hash_of(self)->name));
  out.append(" _hashlib.HASH object @ ");
  char address[24];
  std::snprintf(address, sizeof address, "%p", static_cast<void*>(self.object()));
  out.append(address);
  out.append('>');
  return out.to_str();
}

constexpr NativeDef methods[] = {PY_ONE("update", update), PY_RANGE("digest", digest, 0, 1), PY_RANGE("hexdigest", hexdigest, 0, 1),
                                 PY_NOARGS("copy", copy), {}};
constexpr GetSetDef getsets[] = {
    {"name", [](Value v) { return incref(hash_of(v)->name); }, nullptr},
    {"digest_size", [](Value v) { return small_int(static_cast<int64_t>(hash_of(v)->hasher->digest_size)); }, nullptr},
    {"block_size", [](Value v) { return small_int(static_cast<int64_t>(hash_of(v)->hasher->block_size)); }, nullptr},
    {},
};

constinit Type hash_type{{.name = "_hashlib.HASH", .instance_size = sizeof(HashObject), .base = &object_type,
                          .doc = "A hash is an object used to calculate a checksum of a string of information.",
                          .dealloc = dealloc, .repr = repr_hash, .methods = methods, .getsets = getsets}};

Value wrap(std::unique_ptr<Hasher> hasher, Value name) {
  auto* object = allocate<HashObject>(&hash_type);
  object->hasher = hasher.release();
  object->name = incref(name);
  return object_value(object);
}

// new(name): an empty hasher, or None for a name that is not known.
Value new_hash(const Value* args, uint32_t) {
  Str* name = str_argument(args[0], "new", "'name'");
  if (!name) return Error;
  std::unique_ptr<Hasher> hasher = name->is_ascii() ? portalis::hashing::make_hasher(name->ascii()) : nullptr;
  return hasher ? wrap(std::move(hasher), args[0]) : None;
}

// blake2(name, digest_size, key, salt, person); hashlib has checked the sizes.
Value new_blake2(const Value* args, uint32_t) {
  portalis::hashing::Blake2Parameters parameters;
  BytesView key, salt, person;
  int64_t size;
  if (!to_index_int64(args[1], size) || !key.argument(args[2]) || !salt.argument(args[3]) || !person.argument(args[4])) return Error;
  auto view = [](const BytesView& b) { return std::string_view(reinterpret_cast<const char*>(b.data), static_cast<size_t>(b.size)); };
  parameters.digest_size = static_cast<size_t>(size);
  parameters.key = view(key), parameters.salt = view(salt), parameters.person = view(person);
  bool large = str_equal_ascii(as_str(args[0]), "blake2b");
  return wrap(large ? portalis::hashing::make_blake2b(parameters) : portalis::hashing::make_blake2s(parameters), args[0]);
}

template <uint32_t (*sum)(const uint8_t*, size_t, uint32_t)>
Value checksum(const Value* args, uint32_t) {
  BytesView bytes;
  if (!bytes.argument(args[0])) return Error;
  Ref mask = make_int(0xffffffff);
  Ref low = bit_and(args[1], mask);
  int64_t start;
  if (low.is_error() || !to_index_int64(low, start)) return Error;
  return make_int(sum(bytes.data, static_cast<size_t>(bytes.size), static_cast<uint32_t>(start)));
}

constexpr NativeDef functions[] = {
    PY_ONE("new", new_hash), PY_RANGE("blake2", new_blake2, 5, 5), PY_RANGE("crc32", checksum<portalis::hashing::crc32>, 2, 2),
    PY_RANGE("adler32", checksum<portalis::hashing::adler32>, 2, 2), PY_KEYWORDS("b2a_base64", b2a_base64, "data, /, *, newline="),
    PY_RANGE("decoded_base64", decoded_base64, 2, 2), PY_ONE("decoded_hex", decoded_hex), {},
};

bool fill(Module* module) {
  module_add_functions(module, functions);
  module_add_type(module, hash_type);
  return true;
}

}  // namespace
}  // namespace py::hashing

namespace py::native {
extern const ModuleDef module__uhashing;
const ModuleDef module__uhashing = {"_hashing", py::hashing::fill, false};
}  // namespace py::native
