// What the native classes of threading, queue and concurrent.futures share: arguments bound with the rules and
// messages of Python functions (which these are in CPython), time limits, interruptible waits, instance bodies.
#pragma once

#include <new>

#include "portalis/deadline.hpp"
#include "runtime/object/deprecation.hpp"
#include "runtime/object/call.hpp"
#include "runtime/object/class.hpp"
#include "runtime/object/heap.hpp"
#include "runtime/object/module.hpp"
#include "runtime/object/operators.hpp"

namespace py {

// An interned name, looked up once per place.
#define PY_NAME(identifier)                       \
  ([]() -> ::py::Str* {                           \
    static ::py::Str* const name = ::py::intern(#identifier); \
    return name;                                  \
  }())

// The parameters of a Python function or method.
struct Signature {
  const char* function;                  // "Thread.__init__"
  const char* parameters[10];            // without self
  uint8_t count, required, positional;   // positional: how many may be given by position
  bool has_self = true;                  // counts in "takes 2 positional arguments but 3 were given"
};
// out gets `count` borrowed values, Undefined where not given. args, n: without self. false: TypeError.
bool bind_slow(const Signature& signature, const Value* args, uint32_t n, Tuple* kwnames, Value* out);
inline bool bind(const Signature& signature, const Value* args, uint32_t n, Tuple* kwnames, Value* out) {
  if ((kwnames && kwnames->length) || n < signature.required || n > signature.positional) [[unlikely]]
    return bind_slow(signature, args, n, kwnames, out);
  for (uint32_t i = 0; i < n; ++i) out[i] = args[i];
  for (uint32_t i = n; i < signature.count; ++i) out[i] = Undefined;
  return true;
}
inline bool is_given(Value v) { return !v.is_undefined() && !v.is_none(); }

// A new instance of cls, a class whose C++ layout is T; its Body constructed. nullptr: error.
// T is declared as struct T : Object, TBody with `using Body = TBody`.
template <class T>
T* make_instance(Type* cls) {
  Object* o = allocate_instance(cls);
  if (!o) return nullptr;
  T* instance = static_cast<T*>(o);
  new (static_cast<typename T::Body*>(instance)) typename T::Body;
  return instance;
}
// The life-cycle slots of such a class, from the list of Slots in its Body:
//   using Life = Lifecycle<Thing, &ThingBody::first, &ThingBody::second>;
template <class T, auto... slots>
struct Lifecycle {
  static void dealloc(Object* o) {
    T* self = static_cast<T*>(o);
    // Nobody else can reach a dead object: what it owns need not be retired.
    (decref(std::exchange(reinterpret_cast<Value&>(self->*slots), Undefined)), ...);
    if (has_attributes(o->type)) release_attributes(o, o->type);
    using Body = typename T::Body;
    static_cast<Body*>(self)->~Body();
    free_object(o);
  }
  static void traverse(Object* o, Visitor& visitor) {
    [[maybe_unused]] T* self = static_cast<T*>(o);
    (visitor.visit(self->*slots), ...);
    if (has_own_attributes(o)) {
      Attributes* a = attributes_of(o, o->type);
      for (uint32_t i = 0; i < a->used; ++i) visitor.visit(a->slots[i]);
      visitor.visit(a->dict);
    }
  }
  static void clear(Object* o) {
    [[maybe_unused]] T* self = static_cast<T*>(o);
    ((self->*slots).set(Undefined), ...);
    if (has_own_attributes(o)) release_attributes(o, o->type);
  }

 private:
  // Those of instances of classes made in Python are seen to by the slots of their class.
  static bool has_own_attributes(Object* o) { return has_attributes(o->type) && !(o->type->flags & type_is_heap); }
};

// ---- time limits ----
// The longest time limit, threading.TIMEOUT_MAX in seconds.
inline constexpr double timeout_max = 9223372036.0;
// As `timeout` of Condition.wait and friends: Undefined and None: never; otherwise a number of seconds, where zero
// and less have already passed. false: TypeError (the comparison's) or OverflowError.
bool deadline_from(Value timeout, portalis::Deadline& out);
// Seconds as lock.acquire() reads them: errors of CPython's _PyTime_FromSecondsObject.
bool seconds_from(Value timeout, double& out);

// ---- waiting ----
// For its lifetime the thread waits for `what`, in the words of a report on all threads.
class WaitingFor {
 public:
  explicit WaitingFor(const char* what) { this_thread->waiting_for = what; }
  ~WaitingFor() { this_thread->waiting_for = nullptr; }
  WaitingFor(const WaitingFor&) = delete;
  WaitingFor& operator=(const WaitingFor&) = delete;
};
// Runs wait() (a WaitResult) until it ends for good, handling signals in between. 1 done, 0 timed out, -1 exception.
template <class Wait>
Truth wait_interruptibly(const char* what, Wait wait) {
  for (;;) {
    portalis::WaitResult result;
    {
      WaitingFor waiting(what);
      result = wait();
    }
    switch (result) {
      case portalis::WaitResult::Done:
        return 1;
      case portalis::WaitResult::TimedOut:
        return 0;
      case portalis::WaitResult::Interrupted:
        if (!safepoint()) return -1;
    }
  }
}

// ---- odds and ends ----
// Adds a class that CPython writes in Python: its bare __name__ stands in messages, and __module__ apart.
void add_python_class(Module* module, Type& type, const char* module_name);
// Raises type() without arguments. Always Error.
Value raise_plain(Type& type);
// raise() where a bool or a Truth is to be returned.
template <class... A>
bool raise_false(Type& type, const char* format, A... arguments) {
  (void)raise(type, format, arguments...);
  return false;
}
template <class... A>
Truth raise_truth(Type& type, const char* format, A... arguments) {
  (void)raise(type, format, arguments...);
  return -1;
}
Value make_text(const char* format, ...) __attribute__((format(printf, 1, 2)));
inline Value make_text(std::string_view ascii) { return make_str_ascii(ascii.data(), ascii.size()); }
// type(v).__name__ without the module; as a C string that lives as long as the type.
const char* short_type_name(Value v);
// An attribute of an imported module, owned; Error.
Value module_attribute(const char* module, const char* name);
// obj.name(...) as a statement. false: exception pending.
bool run_method(Value self, Str* name);
bool run_method(Value self, Str* name, Value a);

}  // namespace py
