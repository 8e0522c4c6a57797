// What single places of emitted code remember: where an attribute was, which function a method call reached.
//
// A site only ever holds hints that name one version of a class (type_lookup.cpp): as long as the class has that
// version, what the hint says is so. Any thread may read and write a site at any time. After too many misses a site
// stops learning, so that a place that sees ever new classes does not write to shared memory for ever.
// Ownership and errors are those of get_attribute(), set_attribute() and call_method().
#pragma once

#include "runtime/object/loan.hpp"
#include "runtime/object/operators.hpp"

namespace py {

// What an attribute comes to that lies in a class, for the instances of one class or for one class itself. Immutable and
// never freed: a site makes a limited number of them.
struct RemoteAttribute {
  static constexpr uint8_t most = 6;     // in one site
  uint32_t version = 0;                  // of the class; the rest holds as long as it has that one
  uint32_t meta_version = 0;             // of the class's class, when the attribute was read from the class itself; else 0
  Value value = Undefined;               // borrowed from the class, which keeps it as long as it has the version
  bool is_property = false;              // value's getter is to be called
  uint8_t place = 1;                     // how many there are from here on
  const RemoteAttribute* next = nullptr;
  Str* changing = nullptr;               // value is the class that has an attribute of this name, whose value keeps changing
};

struct AttributeSite {
  static constexpr unsigned ways = 4;
  static constexpr uint32_t patience = 256;
  // version of the class << 32 | kind << 24 | slot index or byte offset
  std::atomic<uint64_t> known[ways] = {};
  std::atomic<uint32_t> misses{0};
  std::atomic<const RemoteAttribute*> remote{nullptr};
};
void remember_remote(AttributeSite& site, Value v, Str* name);

namespace sites {
// What a site says about a class.
enum Kind : uint64_t {
  inline_slot = 0,       // no data descriptor; instances may hold the name in this inline slot
  member = 1,            // a __slots__ descriptor: the value is at this byte offset
};
constexpr uint64_t nothing = uint64_t{0xff} << 24;
constexpr uint64_t pack(uint32_t version, Kind kind, uint64_t where) { return uint64_t{version} << 32 | uint64_t{kind} << 24 | where; }
// What `known` says about t: for an inline slot just its index, see is_inline(); else kind and offset, if it is about t.
inline uint64_t about(uint64_t known, const Type* t) { return known ^ t->version.key(std::memory_order_acquire); }
inline bool is_inline(uint64_t about) { return about < uint64_t{1} << 24; }
inline bool is_member(uint64_t about) { return about >> 24 == member; }
inline Slot& member_slot(Object* o, uint64_t known) { return *reinterpret_cast<Slot*>(reinterpret_cast<char*>(o) + (known & 0xffffff)); }
}  // namespace sites

Value get_attribute_slow(Value v, Str* name, AttributeSite& site);
// The attribute if it lies in the object itself or as it is in its class, borrowed until the next safepoint or change of it;
// Undefined if it would have to be computed or does not exist. Runs no Python code and raises nothing; the site learns.
Value peek_attribute_slow(Value v, Str* name, AttributeSite& site);
// Sets the attribute if it lies in the object itself, in a place the site knows or learns; false, with nothing done, if
// anything else would have to be asked. Runs no Python code but finalizers of the old value.
bool set_attribute_quietly(Value v, Str* name, Value value, AttributeSite& site);

// The attribute that lies in the object itself, in the place the site thinks of first: borrowed until the next safepoint or change of
// it. Undefined: it must be looked for.
[[gnu::always_inline]] inline Value attribute_at(Value v, const AttributeSite& site) {
  if (!v.is_object()) [[unlikely]] return Undefined;
  Object* o = v.object();
  const Type* t = type_of(v);
  uint64_t known = sites::about(site.known[0].load(std::memory_order_relaxed), t);
  if (sites::is_inline(known)) [[likely]] {
    Attributes* a = attributes_of(o, t);
    return known < a->capacity ? a->slots[known].peek() : Undefined;
  }
  return sites::is_member(known) ? sites::member_slot(o, known).peek() : Undefined;
}
template <Keep keep = counted> [[gnu::always_inline]] inline Value get_attribute(Value v, Str* name, AttributeSite& site) {
  Value own = attribute_at(v, site);
  return !own.is_undefined() ? keep(own) : get_attribute_slow(v, name, site);
}
inline Value lend_attribute(Value v, Str* name, AttributeSite& site) { return get_attribute<lend>(v, name, site); }
[[gnu::always_inline]] inline Peeked peek_attribute(Value v, Str* name, AttributeSite& site) {
  Value own = attribute_at(v, site);
  return !own.is_undefined() ? Peeked::borrowed(own) : Peeked::owned(get_attribute_slow(v, name, site));
}
template <Keep keep = counted> [[gnu::always_inline]] inline Value get_attribute(Peeked& v, Str* name, AttributeSite& site) {
  Value own = attribute_at(v, site);
  return !own.is_undefined() ? keep(own) : get_attribute_slow(v.hold(), name, site);
}
[[gnu::always_inline]] inline Value lend_attribute(Peeked& v, Str* name, AttributeSite& site) { return get_attribute<lend>(v, name, site); }
[[gnu::always_inline]] inline Peeked peek_attribute(Peeked& v, Str* name, AttributeSite& site) {
  Value own = attribute_at(v, site);
  return !own.is_undefined() ? Peeked::borrowed(own) : Peeked::owned(get_attribute_slow(v.hold(), name, site));
}

// Where one thread alone can see the object, whose class `known` is about (sites::about()); false: nothing was done.
[[gnu::always_inline]] inline bool put_attribute(Object* o, const Type* t, Value value, uint64_t known) {
  if (sites::is_inline(known)) [[likely]] {
    Attributes* a = attributes_of(o, t);
    uint64_t where = known;
    if (where < a->capacity) [[likely]] {
      Value old = a->slots[where].peek();
      if (!old.is_undefined()) [[likely]] {
        a->slots[where].put(incref(value));
        decref(old);
        return true;
      }
      if (where == a->used && a->dict.peek().is_undefined()) {   // the next new attribute, as __init__ sets them
        a->slots[where].put(incref(value));
        a->used = static_cast<uint16_t>(where + 1);
        return true;
      }
    }
  } else if (sites::is_member(known)) {
    Slot& slot = sites::member_slot(o, known);
    Value old = slot.peek();
    slot.put(incref(value));
    decref(old);
    return true;
  }
  return false;
}
[[gnu::always_inline]] inline bool put_attribute(Object* o, const Type* t, Value value, const AttributeSite& site) {
  return put_attribute(o, t, value, sites::about(site.known[0].load(std::memory_order_relaxed), t));
}
// The attribute that is there already, where one thread alone can see the object, in the place the site thinks of first; false:
// nothing was done.
[[gnu::always_inline]] inline bool replace_attribute(Value v, Value value, const AttributeSite& site) {
  if (!v.is_object() || threads_alive()) [[unlikely]] return false;
  const Type* t = type_of(v);
  uint64_t known = sites::about(site.known[0].load(std::memory_order_relaxed), t);
  if (!sites::is_inline(known)) [[unlikely]] return false;
  Attributes* a = attributes_of(v.object(), t);
  if (known >= a->capacity) [[unlikely]] return false;
  Slot& slot = a->slots[known];
  Value old = slot.peek();
  if (old.is_undefined()) [[unlikely]] return false;
  slot.put(incref(value));
  decref(old);
  return true;
}
Truth set_attribute_slow(Value v, Str* name, Value value, AttributeSite& site);
[[gnu::always_inline]] inline Truth set_attribute(Value v, Str* name, Value value, AttributeSite& site) {
  return replace_attribute(v, value, site) ? 0 : set_attribute_slow(v, name, value, site);
}
[[gnu::always_inline]] inline Truth set_attribute(Peeked& v, Str* name, Value value, AttributeSite& site) {
  return replace_attribute(v, value, site) ? 0 : set_attribute_slow(v.hold(), name, value, site);
}

// What calling a method of one class comes to. Immutable and never freed: a site makes a limited number of them.
struct MethodTarget {
  uint32_t version = 0xffffffff;         // of no class
  bool own_names = false;                // instances have Attributes, which must not have moved into a dict
  Value (*body)(Function*, const Value*) = nullptr;   // takes the site's arguments as they are
  Function* function = nullptr;          // of `body`; immortal
  const Code* code = nullptr;            // the function's when it was remembered: __code__ may be assigned
  NativeFn native = nullptr;             // likewise takes them as they are
  NativeFn padded = nullptr;             // takes them and Undefined for what is missing of `parameters`, self included
  uint32_t parameters = 0;
  Value callee = Undefined;              // else: called with all arguments, self included
};
extern const MethodTarget no_method_target;

struct MethodSite {
  static constexpr unsigned ways = 4;
  static constexpr uint32_t patience = 32;
  std::atomic<const MethodTarget*> known[ways] = {&no_method_target, &no_method_target, &no_method_target, &no_method_target};
  std::atomic<uint32_t> misses{0};
};

// What self.name(...) with n positional arguments, self included, comes to; null when nothing can be said beforehand. Runs
// no Python code and raises nothing; the site learns.
const MethodTarget* method_target_slow(MethodSite& site, Str* name, Value self, uint32_t n);

// args[0].name(args[1:]...); the site sees the same number of arguments and names every time.
Value call_method_slow(MethodSite& site, Str* name, const Value* args, uint32_t n, Tuple* kwnames = nullptr);
// For a place that runs once.
Value call_method_without_site(Str* name, const Value* args, uint32_t n, Tuple* kwnames);

inline bool fits_target(const MethodTarget* m, Object* o, const Type* t) {
  return m->version == t->version.load(std::memory_order_acquire) && (!m->own_names || attributes_of(o, t)->dict.peek().is_undefined());
}
inline Value call_method(MethodSite& site, Str* name, const Value* args, uint32_t n) {
  if (args[0].is_object()) [[likely]] {
    const Type* t = type_of(args[0]);
    const MethodTarget* m = site.known[0].load(std::memory_order_acquire);
    if (fits_target(m, args[0].object(), t)) [[likely]] {
      if (m->body && m->function->code == m->code) return m->body(m->function, args);
      if (m->native) return m->native(args, n);
    }
  }
  return call_method_slow(site, name, args, n);
}

// What object.name(...) will call, looked up before the arguments are evaluated, as CPython does it. Nothing that happens
// in between changes what is called.
class FoundMethod {
 public:
  explicit FoundMethod(const MethodTarget* known) : known_(known) {}
  FoundMethod(Ref callee, bool takes_object) : takes_object_(takes_object), callee_(std::move(callee)) {}
  bool failed() const { return callee_.is_error(); }
  void reset() { callee_.reset(); }
  // args[0] is the object again; n counts it.
  Value call(const Value* args, uint32_t n) const {
    if (known_) [[likely]] {
      if (known_->native) return known_->native(args, n);
      if (known_->function->code == known_->code) [[likely]] return known_->body(known_->function, args);
      return py::call(object_value(known_->function), args, n);   // the arguments assigned its __code__
    }
    return call_slow(args, n, nullptr);
  }
  Value call_slow(const Value* args, uint32_t n, Tuple* kwnames) const {
    return takes_object_ ? py::call(callee_, args, n, kwnames) : py::call(callee_, args + 1, n - 1, kwnames);
  }

 private:
  const MethodTarget* known_ = nullptr;    // takes the arguments as they are; else
  bool takes_object_ = false;
  Ref callee_;
};
// n: of positional arguments, object included, 0 when there are keywords. The site learns.
FoundMethod find_method_slow(MethodSite& site, Str* name, Value object, uint32_t n);
inline FoundMethod find_method(MethodSite& site, Str* name, Value object, uint32_t n) {
  if (object.is_object()) [[likely]] {
    const MethodTarget* m = site.known[0].load(std::memory_order_acquire);
    if (fits_target(m, object.object(), type_of(object)) && (m->native || (m->body && m->function->code == m->code))) [[likely]] return FoundMethod(m);
  }
  return find_method_slow(site, name, object, n);
}

}  // namespace py
