// The slow sides of attribute and method sites: looking at the other ways, learning, and giving up.
#include "runtime/object/sites.hpp"

#include <new>

#include "runtime/object/class.hpp"
#include "runtime/object/containers.hpp"
#include "runtime/object/dict_table.hpp"
#include "runtime/object/functions.hpp"
#include "runtime/object/heap.hpp"
#include "runtime/object/module.hpp"
#include "runtime/object/remote_attributes.hpp"
#include "runtime/object/slot_functions.hpp"
#include "runtime/object/super.hpp"

namespace py {

// ---- attributes ----

static bool finds_generically(Type* t) { return reads_with(t, generic_get_attribute_slot); }

static void remember(AttributeSite& site, Type* t, Str* name, bool setting) {
  if (site.misses.load(std::memory_order_relaxed) >= AttributeSite::patience) return;
  uint32_t misses = site.misses.fetch_add(1, std::memory_order_relaxed);
  uint32_t version = type_version(t);
  if (!version || (setting ? t->set_attribute != generic_set_attribute_slot : !finds_generically(t))) return;
  auto keep = [&](sites::Kind kind, int64_t where) {
    // To the front, where emitted code looks itself: what was there may be a version of the past. The first one has nothing before it.
    std::atomic<uint64_t>& front = site.known[0];
    site.known[1 + (misses + AttributeSite::ways - 2) % (AttributeSite::ways - 1)].store(front.load(std::memory_order_relaxed), std::memory_order_relaxed);
    front.store(sites::pack(version, kind, static_cast<uint64_t>(where)), std::memory_order_relaxed);
  };
  Value found = type_lookup(t, name);
  if (!found.is_undefined()) {
    // A hook must still see an unset slot as missing: the fast path only takes what is set.
    if (int64_t offset = member_offset(found, t); offset >= 0 && !(setting && member_is_read_only(found))) return keep(sites::member, offset);
    if (type_of(found)->descriptor_set) return;
  }
  if (!has_attributes(t)) return;
  if (int index = attribute_index(t, name); index >= 0) keep(sites::inline_slot, index);
}

// What the site knows about classes of this version.
[[gnu::always_inline]] static inline uint64_t recall(const AttributeSite& site, uint32_t version) {
  if (!version) return sites::nothing;
#pragma GCC unroll 4
  for (const std::atomic<uint64_t>& way : site.known) {
    uint64_t known = way.load(std::memory_order_relaxed);
    if (known >> 32 == version) return known;
  }
  return sites::nothing;
}

[[gnu::noinline]] static Value get_attribute_slower(Value v, Str* name, AttributeSite& site) {
  Value r = get_attribute(v, name);
  if (v.is_object()) {
    Type* t = type_of(v);
    if (recall(site, t->version.load(std::memory_order_acquire)) == sites::nothing && is_ready(t)) {
      remember(site, t, name, false);
      if (!r.is_error()) remember_remote(site, v, name);
    }
  }
  return r;
}

// Several classes meet at one place: this is nearly as frequent as what emitted code looks at itself. Each step ends in a call of the
// next, so that none of them saves registers for what the others do.
[[gnu::noinline]] static Value get_changing_attribute(const RemoteAttribute* r, Value v, Str* name, AttributeSite& site) {
  Value found = plain_remote(r);
  return found.is_undefined() ? get_attribute_slower(v, name, site) : incref(found);
}
[[gnu::noinline]] static Value get_computed_attribute(const RemoteAttribute* r, Value v, Str* name, AttributeSite& site) {
  Value found = get_computed(r, v);
  return found.is_undefined() ? get_attribute_slower(v, name, site) : found;
}
[[gnu::noinline]] static Value get_remote_attribute(const RemoteAttribute* remote, Value v, Str* name, AttributeSite& site) {
  const RemoteAttribute* r = remote_about(remote, v);
  if (!r) return get_attribute_slower(v, name, site);
  if (r->is_property) return get_computed_attribute(r, v, name, site);
  return r->changing ? get_changing_attribute(r, v, name, site) : incref(r->value);
}
[[gnu::noinline]] static Value get_member_or_remote(Value v, Str* name, AttributeSite& site) {
  uint64_t key = type_of(v)->version.key(std::memory_order_acquire);
  for (const std::atomic<uint64_t>& way : site.known) {
    uint64_t known = way.load(std::memory_order_relaxed) ^ key;
    if (!sites::is_member(known)) continue;
    Value own = sites::member_slot(v.object(), known).peek();
    if (!own.is_undefined()) return incref(own);
  }
  const RemoteAttribute* remote = site.remote.load(std::memory_order_acquire);
  return remote ? get_remote_attribute(remote, v, name, site) : get_attribute_slower(v, name, site);
}

Value get_attribute_slow(Value v, Str* name, AttributeSite& site) {
  if (!v.is_object()) return get_attribute_slower(v, name, site);
  const RemoteAttribute* remote = site.remote.load(std::memory_order_acquire);
  if (remote && site.known[0].load(std::memory_order_relaxed) == 0) return get_remote_attribute(remote, v, name, site);
  const Type* t = type_of(v);
  uint64_t key = t->version.key(std::memory_order_acquire);
#pragma GCC unroll 4
  for (const std::atomic<uint64_t>& way : site.known) {
    uint64_t known = way.load(std::memory_order_relaxed) ^ key;
    if (!sites::is_inline(known)) continue;
    Attributes* a = attributes_of(v.object(), t);
    Value own = known < a->capacity ? a->slots[known].peek() : Undefined;
    if (!own.is_undefined()) [[likely]] return incref(own);
    break;
  }
  return get_member_or_remote(v, name, site);
}

Value peek_attribute_slow(Value v, Str* name, AttributeSite& site) {
  if (!v.is_object()) return Undefined;
  Object* o = v.object();
  Type* t = type_of(v);
  if (const RemoteAttribute* remote = site.remote.load(std::memory_order_acquire)) {
    Value found = peek_remote(remote, v);
    if (!found.is_undefined()) return found;
  }
  uint64_t known = recall(site, t->version.load(std::memory_order_acquire));
  if (known == sites::nothing && is_ready(t)) {
    remember(site, t, name, false);
    known = recall(site, t->version.load(std::memory_order_acquire));
    if (known == sites::nothing && site.misses.load(std::memory_order_relaxed) < AttributeSite::patience) {
      remember_remote(site, v, name);
      return peek_remote(site.remote.load(std::memory_order_acquire), v);
    }
  }
  switch ((known >> 24) & 0xff) {
    case sites::inline_slot: {
      Attributes* a = attributes_of(o, t);
      uint32_t where = known & 0xffffff;
      return where < a->capacity ? a->slots[where].peek() : Undefined;
    }
    case sites::member: return sites::member_slot(o, known).peek();
    default: return Undefined;
  }
}

[[gnu::noinline]] static Truth set_attribute_slower(Value v, Str* name, Value value, AttributeSite& site) {
  if (!v.is_object()) return set_attribute(v, name, value);
  Object* o = v.object();
  Type* t = type_of(v);
  uint64_t known = recall(site, t->version.load(std::memory_order_acquire));
  switch ((known >> 24) & 0xff) {
    case sites::inline_slot: return set_own_attribute(o, t, name, value), 0;
    case sites::member: return sites::member_slot(o, known).set(incref(value)), 0;
  }
  Truth r = set_attribute(v, name, value);
  if (is_ready(t)) remember(site, t, name, true);
  return r;
}

Truth set_attribute_slow(Value v, Str* name, Value value, AttributeSite& site) {
  if (v.is_object() && !threads_alive()) [[likely]] {
    const Type* t = type_of(v);
    uint64_t key = t->version.key(std::memory_order_acquire);
#pragma GCC unroll 4
    for (const std::atomic<uint64_t>& way : site.known) {
      uint64_t known = way.load(std::memory_order_relaxed) ^ key;
      if (!sites::is_inline(known) && !sites::is_member(known)) continue;
      if (put_attribute(v.object(), t, value, known)) return 0;
      break;
    }
  }
  return set_attribute_slower(v, name, value, site);
}

bool set_attribute_quietly(Value v, Str* name, Value value, AttributeSite& site) {
  if (!v.is_object()) return false;
  Object* o = v.object();
  Type* t = type_of(v);
  uint64_t known = recall(site, t->version.load(std::memory_order_acquire));
  if (known == sites::nothing && is_ready(t)) {
    remember(site, t, name, true);
    known = recall(site, t->version.load(std::memory_order_acquire));
  }
  switch ((known >> 24) & 0xff) {
    case sites::inline_slot: return set_own_attribute(o, t, name, value), true;
    case sites::member: return sites::member_slot(o, known).set(incref(value)), true;
    default: return false;
  }
}

// ---- methods ----

constinit const MethodTarget no_method_target;

// The target of `name` for instances of t that have no attribute of that name themselves; false: nothing to remember.
static bool find_target(MethodTarget& out, Type* t, Str* name, uint32_t n, bool keywords) {
  if (!is_ready(t) || !finds_generically(t)) return false;
  out.version = type_version(t);
  if (!out.version || (has_attributes(t) && attribute_index(t, name) >= 0)) return false;
  out.own_names = has_attributes(t);
  Value found = type_lookup(t, name);
  if (found.is_undefined() || !is_plain_method(found)) return false;
  out.callee = found;
  if (keywords) return true;
  if (is_exactly(found, function_type)) {
    Function* f = found.as<Function>();
    const Code* c = f->code;
    if (takes_exactly(c, n) && owner_of(f) == immortal_owner) {
      out.body = c->body;
      out.function = f;
      out.code = c;
    }
  } else if (is_exactly(found, method_descriptor_type)) {
    auto* d = found.as<MethodDescriptor>();
    if (is_subtype(t, d->owner)) out.native = takes_as_they_are(*d->def, n - 1);
    if (is_subtype(t, d->owner) && d->def->arity == Arity::keywords && d->def->fn) {
      const Signature& s = signature_of(*d->def);
      if (n - 1 <= s.positional && leaves_out_only_optional(s, n - 1)) {
        out.padded = d->def->fn;
        out.parameters = s.count + 1u;
      }
    }
  }
  return true;
}

static void remember(MethodSite& site, Type* t, Str* name, uint32_t n, bool keywords) {
  if (site.misses.load(std::memory_order_relaxed) >= MethodSite::patience) return;
  uint32_t misses = site.misses.fetch_add(1, std::memory_order_relaxed);
  MethodTarget target;
  if (misses >= MethodSite::patience || !find_target(target, t, name, n, keywords)) return;
  void* memory = allocate_buffer(sizeof(MethodTarget));
  if (!memory) return clear_error();
  std::atomic<const MethodTarget*>& front = site.known[0];
  site.known[1 + (misses + MethodSite::ways - 2) % (MethodSite::ways - 1)].store(front.load(std::memory_order_acquire), std::memory_order_release);
  front.store(new (memory) MethodTarget(target), std::memory_order_release);
}

// Such may be something else in the class `module`.
static bool begins_as_dunder(const Str* name) { return name->length > 2 && name->kind() == 1 && name->data1()[0] == '_' && name->data1()[1] == '_'; }

// What self.name(...) calls where self is a module or a class: no bound method, no lookup in the class's own class.
// Owned; Undefined: it is something else. `takes_self`: a class method's function, to be called with self before the arguments.
static Value find_in_namespace(Str* name, Value self, bool& takes_self) {
  takes_self = false;
  if (is_exactly(self, module_type)) {
    if (begins_as_dunder(name)) return Undefined;
    return dict_get(module_globals(self.object()), name);
  }
  Type* cls = as_type(self);
  if (!cls || !is_ready(cls) || !(is_exactly(self, type_type) || reads_with(type_of(self), type_get_attribute))) return Undefined;
  Value on_meta = type_lookup(type_of(self), name);
  if (!on_meta.is_undefined() && type_of(on_meta)->descriptor_set) return Undefined;
  Ref found = Ref::borrow(type_lookup(cls, name));
  if (is_exactly(found, function_type)) return found.take();
  if (is_exactly(found, staticmethod_type)) return found.as<CallableWrapper>()->callable.get();
  if (!is_exactly(found, classmethod_type)) return Undefined;
  Ref inner = found.as<CallableWrapper>()->callable.get();
  if (!is_exactly(inner, function_type)) return Undefined;
  takes_self = true;
  return inner.take();
}

static Value call_in_namespace(Str* name, const Value* args, uint32_t n, Tuple* kwnames) {
  if (is_exactly(args[0], super_type)) return call_through_super(name, args, n, kwnames);
  bool takes_self;
  Ref found = find_in_namespace(name, args[0], takes_self);
  if (found.is_undefined()) return Undefined;
  return takes_self ? call(found, args, n, kwnames) : call(found, args + 1, n - 1, kwnames);
}

// module.name(...): where the name last lay in the module's dict, as `parameters` of a target that stands for no class. Whether it lies
// there still can be seen. Borrowed; Undefined: it must be looked up.
static Value peek_in_module(MethodSite& site, Str* name, Object* module) {
  const MethodTarget* place = site.known[0].load(std::memory_order_acquire);
  DictTable* t = module_globals(module)->table.load(std::memory_order_acquire);
  if (place->version != no_method_target.version || place->parameters >= t->used.load(std::memory_order_acquire)) return Undefined;
  const DictEntry& entry = t->entries()[place->parameters];
  return entry.key.peek().same(object_value(name)) ? entry.value.peek() : Undefined;
}
static void remember_in_module(MethodSite& site, Str* name, Object* module) {
  if (begins_as_dunder(name) || site.misses.load(std::memory_order_relaxed) >= MethodSite::patience) return;
  site.misses.fetch_add(1, std::memory_order_relaxed);
  Value value;
  DictPlace place;
  if (dict_peek(module_globals(module), object_value(name), value, &place) != 1) return;
  void* memory = allocate_buffer(sizeof(MethodTarget));
  if (!memory) return clear_error();
  auto* target = new (memory) MethodTarget;
  target->parameters = static_cast<uint32_t>(place.entry);
  site.known[0].store(target, std::memory_order_release);
}

const MethodTarget* method_target_slow(MethodSite& site, Str* name, Value self, uint32_t n) {
  if (!self.is_object()) return nullptr;
  Type* t = type_of(self);
  for (bool learnt = false;; learnt = true) {
    uint32_t version = t->version.load(std::memory_order_acquire);
    for (std::atomic<const MethodTarget*>& way : site.known) {
      const MethodTarget* m = way.load(std::memory_order_acquire);
      if (m->version == version) return fits_target(m, self.object(), t) ? m : nullptr;
    }
    if (learnt) return nullptr;
    remember(site, t, name, n, false);
  }
}

FoundMethod find_method_slow(MethodSite& site, Str* name, Value object, uint32_t n) {
  Type* t = type_of(object);
  if (t == &module_type) {
    Value found = peek_in_module(site, name, object.object());
    if (!found.is_undefined()) return {Ref::borrow(found), false};
    remember_in_module(site, name, object.object());
  }
  uint32_t version = t->version.load(std::memory_order_acquire);
  for (std::atomic<const MethodTarget*>& way : site.known) {
    const MethodTarget* m = way.load(std::memory_order_acquire);
    if (m->version != version) continue;
    if (object.is_object() ? !fits_target(m, object.object(), t) : m->own_names) break;
    if (m->native || (m->body && m->function->code == m->code)) return FoundMethod(m);
    return {Ref::borrow(m->callee), true};
  }
  bool takes_self;
  Ref found = object.is_object() ? find_in_namespace(name, object, takes_self) : Undefined;
  if (!found.is_undefined()) return {std::move(found), takes_self};
  remember(site, t, name, n, n == 0);
  Ref method = class_method(object, name);
  bool takes_object = !method.is_undefined();
  return {takes_object ? std::move(method) : Ref(get_attribute(object, name)), takes_object};
}

// Undefined: it is not there, or is to be looked up in another way.
static Value call_in_module(MethodSite& site, Str* name, const Value* args, uint32_t n, Tuple* kwnames) {
  Value found = peek_in_module(site, name, args[0].object());
  if (found.is_undefined()) {
    remember_in_module(site, name, args[0].object());
    return Undefined;
  }
  if (is_exactly(found, native_function_type) && !kwnames) {           // what it needs lives for ever, or as long as it does itself
    auto* f = found.as<NativeFunction>();
    NativeFn plain = takes_as_they_are(*f->def, n - 1);
    constexpr uint32_t most = 6;
    if (plain && f->self.is_undefined()) return plain(args + 1, n - 1);
    if (plain && n <= most) {                              // a method of an object, as those of random are
      Ref self = Ref::borrow(f->self);
      Value all[most] = {self};
      for (uint32_t i = 1; i < n; ++i) all[i] = args[i];
      return plain(all, n);
    }
  }
  Ref held = Ref::borrow(found);
  return call(held, args + 1, n - 1, kwnames);
}

// Most methods of texts and containers have optional arguments, few of them. n: at least one.
static constexpr uint32_t few_parameters = 4;
[[gnu::noinline]] static Value call_padded(const MethodTarget* m, const Value* args, uint32_t n) {
  Value padded[few_parameters] = {args[0], n > 1 ? args[1] : Undefined, n > 2 ? args[2] : Undefined, n > 3 ? args[3] : Undefined};
  return m->padded(padded, m->parameters);
}
[[gnu::noinline]] static Value call_other_method(MethodSite& site, Str* name, const Value* args, uint32_t n, Tuple* kwnames);

// Several classes meet at one place, or the method has optional parameters. Each way ends in a call, so that nothing is saved here.
Value call_method_slow(MethodSite& site, Str* name, const Value* args, uint32_t n, Tuple* kwnames) {
  if (!args[0].is_object()) return call_other_method(site, name, args, n, kwnames);
  const Type* t = type_of(args[0]);
  uint32_t version = t->version.load(std::memory_order_acquire);
#pragma GCC unroll 4
  for (const std::atomic<const MethodTarget*>& way : site.known) {
    const MethodTarget* m = way.load(std::memory_order_acquire);
    if (m->version != version) continue;
    if (m->own_names && !attributes_of(args[0].object(), t)->dict.peek().is_undefined()) break;
    if (m->body && m->function->code == m->code) return m->body(m->function, args);
    if (m->native) return m->native(args, n);
    if (m->padded && m->parameters <= few_parameters) return call_padded(m, args, n);
    break;
  }
  return call_other_method(site, name, args, n, kwnames);
}

static Value call_other_method(MethodSite& site, Str* name, const Value* args, uint32_t n, Tuple* kwnames) {
  Type* t = type_of(args[0]);
  if (t == &module_type) {
    Value done = call_in_module(site, name, args, n, kwnames);
    if (!done.is_undefined()) return done;
  }
  uint32_t version = t->version.load(std::memory_order_acquire);
  for (std::atomic<const MethodTarget*>& way : site.known) {
    const MethodTarget* m = way.load(std::memory_order_acquire);
    if (m->version != version) continue;
    if (!args[0].is_object() ? m->own_names : !fits_target(m, args[0].object(), t)) break;
    if (m->body && m->function->code == m->code) return m->body(m->function, args);
    if (m->native) return m->native(args, n);
    if (m->padded) {
      Value padded[most_parameters + 1];
      for (uint32_t i = 0; i < m->parameters; ++i) padded[i] = i < n ? args[i] : Undefined;
      return m->padded(padded, m->parameters);
    }
    if (is_exactly(m->callee, method_descriptor_type)) {   // immortal, and of a class of args[0]
      auto* method = m->callee.as<MethodDescriptor>();
      return call_native(*method->def, method->owner, nullptr, true, args, n, kwnames);
    }
    Ref callee = Ref::borrow(m->callee);
    return call(callee, args, n, kwnames);
  }
  if (args[0].is_object()) {
    Value done = call_in_namespace(name, args, n, kwnames);
    if (!done.is_undefined()) return done;
  }
  remember(site, t, name, n, kwnames != nullptr);
  return call_method_in_code(name, args, n, kwnames);
}

Value call_method_without_site(Str* name, const Value* args, uint32_t n, Tuple* kwnames) {
  Value done = args[0].is_object() ? call_in_namespace(name, args, n, kwnames) : Undefined;
  return done.is_undefined() ? call_method_in_code(name, args, n, kwnames) : done;
}

}  // namespace py
