// The iterators of dict and its views. They raise RuntimeError when the dict changes size under them; threads that
// share one take turns, so that each entry is seen once.
#include "runtime/object/dict_core.hpp"
#include "runtime/types/dict_type.hpp"
#include "runtime/types/iterator_state.hpp"

namespace py {
namespace {

struct DictIterator : Object {           // aux: DictPart, and 4 when going backwards
  Slot dict;                             // Undefined once exhausted
  int64_t position, expected, left;
};
constexpr uint32_t backwards_bit = 4;

enum class Step : uint8_t { entry, end, resized, changed };

bool previous(Dict* d, int64_t& position, Value& key, Value& value) {
  DictTable* t = d->table.load(std::memory_order_acquire);
  int64_t used = t->used.load(std::memory_order_acquire);
  if (position > used) position = used;
  while (position > 0) {
    DictEntry& e = t->entries()[--position];
    key = e.key.peek();
    value = e.value.peek();
    if (!value.is_undefined() && !key.is_undefined()) return true;
  }
  return false;
}

// key and value: borrowed until the next safepoint.
Step advance(DictIterator* it, Dict* d, Value& key, Value& value) {
  ObjectLock lock(it);
  if (it->expected != dict_size(d)) {
    it->expected = -1;                   // and again at every further step
    return Step::resized;
  }
  bool found = it->aux & backwards_bit ? previous(d, it->position, key, value) : dict_next(d, it->position, key, value);
  if (!found) return it->left > 0 && it->expected != dict_size(d) ? Step::resized : Step::end;
  return it->left-- <= 0 ? Step::changed : Step::entry;
}

// With one thread alive, to a next entry there is, as long as the dict has kept its size; false: the long way is needed.
[[gnu::always_inline]] inline bool advance_alone(DictIterator* it, Dict* d, Value& key, Value& value) {
  if (threads_alive() || it->aux & backwards_bit || it->left <= 0 || it->expected != dict_size(d)) return false;
  DictTable* t = d->table.load(std::memory_order_relaxed);
  const int64_t used = t->used.load(std::memory_order_relaxed);
  for (int64_t i = it->position; i < used; ++i) {
    DictEntry& e = t->entries()[i];
    value = e.value.peek();
    if (value.is_undefined()) continue;
    key = e.key.peek();
    it->position = i + 1;
    --it->left;
    return true;
  }
  return false;
}

[[gnu::noinline]] Value pair_of(Value key, Value value) {
  Value pair[] = {key, value};
  return make_tuple(pair, 2);
}

[[gnu::always_inline]] inline Value part_of(DictIterator* it, Value key, Value value) {
  uint32_t part = it->aux & 3;
  if (part == static_cast<uint32_t>(DictPart::items)) return pair_of(key, value);
  return incref(part == static_cast<uint32_t>(DictPart::keys) ? key : value);
}

[[gnu::noinline]] Value step_slow(Value self) {
  auto* it = self.as<DictIterator>();
  Value dict = it->dict.peek();
  Value key, value;
  switch (advance(it, dict.as<Dict>(), key, value)) {
    case Step::entry: break;
    case Step::end: it->dict.set(Undefined); return Undefined;
    case Step::resized: return raise(exc::RuntimeError, "dictionary changed size during iteration");
    case Step::changed: it->dict.set(Undefined); return raise(exc::RuntimeError, "dictionary keys changed during iteration");
  }
  return part_of(it, key, value);
}

// What is seldom is a call at the end, for which nothing has to be kept.
Value step(Value self) {
  auto* it = self.as<DictIterator>();
  Value dict = it->dict.peek();
  if (dict.is_undefined()) return Undefined;
  Value key, value;
  return advance_alone(it, dict.as<Dict>(), key, value) ? part_of(it, key, value) : step_slow(self);
}

void dealloc(Object* self) {
  decref(static_cast<DictIterator*>(self)->dict.peek());
  free_object(self);
}
void traverse(Object* self, Visitor& visitor) { visitor.visit(static_cast<DictIterator*>(self)->dict); }
void clear(Object* self) { decref(static_cast<DictIterator*>(self)->dict.exchange(Undefined)); }

Value length_hint(const Value* args, uint32_t) {
  auto* it = args[0].as<DictIterator>();
  Ref dict = it->dict.get();
  bool valid = !dict.is_undefined() && it->expected == dict_size(dict.as<Dict>());
  return small_int(valid ? it->left : 0);
}

Value reduce(const Value* args, uint32_t) {              // the rest in a list; the iterator itself stays where it is
  auto* it = args[0].as<DictIterator>();
  auto* copy = allocate<DictIterator>(type_of(args[0]));
  copy->aux = it->aux;
  copy->dict.init(it->dict.get());
  {
    ObjectLock lock(it);
    copy->position = it->position, copy->expected = it->expected, copy->left = it->left;
  }
  Ref rest = object_value(copy);
  return remaining_iterator_state(rest);
}

constexpr NativeDef methods[] = {PY_NOARGS("__length_hint__", length_hint), PY_NOARGS("__reduce__", reduce), {}};

constexpr TypeSlots slots_named(const char* name) {
  return {.name = name, .instance_size = sizeof(DictIterator), .dealloc = dealloc, .traverse = traverse, .clear = clear,
          .iter = iterator_self, .next = step, .methods = methods};
}

}  // namespace

constinit Type dict_key_iterator_type{slots_named("dict_keyiterator")};
constinit Type dict_value_iterator_type{slots_named("dict_valueiterator")};
constinit Type dict_item_iterator_type{slots_named("dict_itemiterator")};
constinit Type dict_reverse_key_iterator_type{slots_named("dict_reversekeyiterator")};
constinit Type dict_reverse_value_iterator_type{slots_named("dict_reversevalueiterator")};
constinit Type dict_reverse_item_iterator_type{slots_named("dict_reverseitemiterator")};

Value make_dict_iterator(Dict* d, DictPart part, bool backwards) {
  static Type* const types[2][3] = {{&dict_key_iterator_type, &dict_value_iterator_type, &dict_item_iterator_type},
                                    {&dict_reverse_key_iterator_type, &dict_reverse_value_iterator_type, &dict_reverse_item_iterator_type}};
  auto* it = allocate<DictIterator>(types[backwards][static_cast<int>(part)]);
  it->aux = static_cast<uint32_t>(part) | (backwards ? backwards_bit : 0);
  it->dict.init(incref(object_value(d)));
  it->position = backwards ? INT64_MAX : 0;
  it->expected = it->left = dict_size(d);
  return object_value(it);
}

Value dict_iterate_keys(Value dict) { return make_dict_iterator(dict.as<Dict>(), DictPart::keys, false); }

}  // namespace py
