// Interned strs: one immortal Str per name, so that names compare by address.
//
// An open-addressing table of pointers that is only ever added to. Lookups take no lock: they load the table and
// probe; an insertion holds the mutex, and a full table is replaced by one of twice the size while readers may go on
// in the old one (which stays allocated: all old tables together are no larger than the current one). Interned strs
// live in memory of their own that is never freed, so that interning works before any heap exists.
#include <cstdlib>
#include <cstring>

#include "portalis/mutex.hpp"
#include "runtime/object/str.hpp"
#include "runtime/object/thread_state.hpp"
#include "runtime/object/utf8.hpp"

namespace py {
namespace {

struct Table {
  size_t mask;
  std::atomic<Str*> entries[];
};

constinit portalis::RawMutex mutex;
constinit std::atomic<Table*> current{nullptr};
size_t used;                             // guarded by mutex
char* arena;                             // guarded by mutex
size_t arena_left;                       // guarded by mutex

Table* make_table(size_t size) {
  void* memory = std::calloc(1, sizeof(Table) + size * sizeof(std::atomic<Str*>));
  if (!memory) std::abort();
  Table* table = static_cast<Table*>(memory);
  table->mask = size - 1;
  return table;
}

void insert_new(Table* table, Str* s, int64_t hash) {
  size_t i = static_cast<size_t>(hash) & table->mask;
  while (table->entries[i].load(std::memory_order_relaxed)) i = (i + 1) & table->mask;
  table->entries[i].store(s, std::memory_order_release);
}

// The interned str with these code units (narrowest kind), or null.
Str* look_up(const void* units, int64_t length, int kind, int64_t hash) {
  Table* table = current.load(std::memory_order_acquire);
  if (!table) return nullptr;
  size_t bytes = static_cast<size_t>(length) * static_cast<size_t>(kind);
  for (size_t i = static_cast<size_t>(hash) & table->mask;; i = (i + 1) & table->mask) {
    Str* s = table->entries[i].load(std::memory_order_acquire);
    if (!s) return nullptr;
    if (s->hash.load(std::memory_order_relaxed) == hash && s->length == length && s->kind() == kind &&
        std::memcmp(s->data(), units, bytes) == 0)
      return s;
  }
}

Str* allocate_immortal(size_t bytes) {
  size_t size = (sizeof(Str) + bytes + 7) & ~size_t{7};
  if (size > arena_left) {
    size_t chunk = size > 32768 ? size : 32768;
    arena = static_cast<char*>(std::malloc(chunk));
    if (!arena) std::abort();
    arena_left = chunk;
  }
  char* memory = arena;
  arena += size, arena_left -= size;
  return reinterpret_cast<Str*>(memory);
}

Str* intern_units(const void* units, int64_t length, int kind, bool ascii, int64_t hash) {
  if (Str* s = look_up(units, length, kind, hash)) return s;
  NoSafepoint pin;                       // callers may hold values they have peeked
  portalis::MutexLock lock(mutex);
  if (Str* s = look_up(units, length, kind, hash)) return s;
  Table* table = current.load(std::memory_order_relaxed);
  if (!table || used * 2 > table->mask) {
    Table* larger = make_table(table ? (table->mask + 1) * 2 : 4096);
    for (size_t i = 0; table && i <= table->mask; ++i)
      if (Str* s = table->entries[i].load(std::memory_order_relaxed)) insert_new(larger, s, s->hash.load(std::memory_order_relaxed));
    current.store(table = larger, std::memory_order_release);
  }
  size_t bytes = static_cast<size_t>(length) * static_cast<size_t>(kind);
  uint32_t aux = static_cast<uint32_t>(kind) | (ascii ? str_ascii_bit : 0) | str_interned_bit;
  Str* s = new (allocate_immortal(bytes)) Str{{immortal_header(&str_type, aux)}, length, {hash}};
  std::memcpy(s->data(), units, bytes);
  insert_new(table, s, hash);
  ++used;
  return s;
}

}  // namespace

Str* intern(Str* s) {
  if (s->is_interned()) return s;
  if (s->length == 0) return empty_str();
  if (s->length == 1 && s->kind() == 1) return latin1_char(s->data1()[0]).as<Str>();
  return intern_units(s->data(), s->length, s->kind(), s->is_ascii(), str_hash(s));
}

Str* intern(std::string_view utf8) {
  const uint8_t* p = reinterpret_cast<const uint8_t*>(utf8.data());
  if (ascii_prefix(p, utf8.size()) == utf8.size()) {
    if (utf8.size() <= 1) return utf8.empty() ? empty_str() : latin1_char(*p).as<Str>();
    return intern_units(p, static_cast<int64_t>(utf8.size()), 1, true, hash_bytes(p, utf8.size()));
  }
  Ref s = make_str(utf8);
  return intern(s.as<Str>());
}

}  // namespace py
