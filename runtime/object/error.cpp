// Raising and catching: the pending exception of the thread, __context__, the raise statement
// (Python/errors.c, Python/ceval.c do_raise).
#include "runtime/object/error.hpp"

#include <cerrno>
#include <cstring>

#include "runtime/object/exceptions.hpp"
#include "runtime/object/heap.hpp"
#include "runtime/platform/system_calls.hpp"

namespace py {

static void set_pending(Value owned) {
  Value old = std::exchange(this_thread->pending, owned);
  decref(old);
}

static Value handled_exception() {
  for (Handling* h = this_thread->handling; h; h = h->outer) {
    if (!h->exception.is_undefined() && !h->exception.is_none()) return h->exception;
  }
  return Undefined;
}
Value current_handled_exception() { return handled_exception(); }

// value.__context__ = handled, cutting the chain where it would close a circle.
static void link_context(Value value, Value handled) {
  if (handled.same(value)) return;
  Value o = handled, slow = handled;
  bool advance = false;
  for (;;) {
    Value context = o.as<Exception>()->context.peek();
    if (context.is_undefined()) break;
    if (context.same(value)) {
      o.as<Exception>()->context.set(Undefined);
      break;
    }
    o = context;
    if (o.same(slow)) break;             // a circle that does not pass through value: made by assignments
    if (advance) slow = slow.as<Exception>()->context.peek();
    advance = !advance;
  }
  value.as<Exception>()->context.set(incref(handled));
}

Value raise_value(Value exception) {
  Ref keep = Ref::borrow(exception);
  Value handled = handled_exception();
  if (!handled.is_undefined() && !handled.same(exception)) link_context(exception, handled);
  set_pending(keep.take());
  return Error;
}

Value make_exception_args(Type& type, const Value* args, uint32_t n) {
  type_ready(type);
  Ref e = type.create(&type, args, n, nullptr);
  if (e.is_error()) return Error;
  if (type.init && type.init != exception_init && type.init(e, args, n, nullptr) < 0) return Error;
  return e.take();
}
Value make_exception(Type& type, Value message_owned) {
  Ref message = message_owned;
  return message.is_error() ? Error : make_exception_args(type, &static_cast<const Value&>(message.get()), 1);
}

Value raise_no_memory() {
  // A fresh object, since tracebacks hang on it; it is small enough to come from the reserve of small objects.
  Ref e = make_exception_args(exc::MemoryError, nullptr, 0);
  return e.is_error() ? Error : raise_value(e);
}

Value raise_key_error(Value key) {
  Ref e = make_exception_args(exc::KeyError, &key, 1);
  return e.is_error() ? Error : raise_value(e);
}

Value raise_stop_iteration(Value result) {
  bool none = result.is_undefined() || result.is_none();
  Ref e = make_exception_args(exc::StopIteration, &result, none ? 0 : 1);
  return e.is_error() ? Error : raise_value(e);
}

bool stop_iteration_is_plain(Value e) {
  Tuple* args = exception_args(e);
  return args->length == 0 || (args->length == 1 && args->items()[0].is_none());
}

// The file name an OSError shows: of a path object (PEP 519) its text.
static Value shown_file_name(Value name) {
  static Str* const fspath = intern("__fspath__");
  if (!name.is_object() || as_str(name)) return incref(name);
  Ref method = get_attribute_or_undefined(name, fspath);
  if (method.is_error()) clear_error();
  if (method.is_error() || method.is_undefined()) return incref(name);
  Value text = call(method, nullptr, 0);
  if (!text.is_error()) return text;
  clear_error();
  return incref(name);
}

Value raise_os_error(int error_number, Value filename, Value filename2) {
  Ref name = shown_file_name(filename), name2 = shown_file_name(filename2);
  Ref text = make_str(std::strerror(error_number));
  Value args[5] = {small_int(portalis::platform::portable_error(error_number)), text, name, None, name2};
  uint32_t n = !filename2.is_undefined() ? 5 : !filename.is_undefined() ? 3 : 2;
  Ref e = call(value_of(exc::OSError), args, n);
  return e.is_error() ? Error : raise_value(e);
}

void set_attribute_error_fields(Value error, Value name, Value object) {
  auto* e = error.as<AttributeErrorObject>();
  e->name.set(incref(name));
  e->object.set(incref(object));
}

// ---- the raise statement ----

static bool is_exception_class(Value v) {
  Type* t = as_type(v);
  return t && is_subtype(t, &exc::BaseException);
}

// The instance to raise for a class or an instance; owned.
static Value instantiate(Value v, const char* otherwise) {
  if (as_exception(v)) return incref(v);
  if (!is_exception_class(v)) return raise(exc::TypeError, "%s", otherwise);
  Ref e = call(v);
  if (e.is_error()) return Error;
  if (!as_exception(e)) return raise(exc::TypeError, "calling %R should have returned an instance of BaseException, not %R", v, object_value(type_of(e)));
  return e.take();
}

Value raise_statement(Value exception, Value cause) {
  Ref e = instantiate(exception, "exceptions must derive from BaseException");
  if (e.is_error()) return Error;
  if (!cause.is_undefined()) {
    Ref c;
    if (!cause.is_none()) {
      c = instantiate(cause, "exception causes must derive from BaseException");
      if (c.is_error()) return Error;
    }
    e.as<Exception>()->cause.set(c.take());
    e.as<Exception>()->suppress_context.store(true, std::memory_order_relaxed);
  }
  return raise_value(e);
}

Value reraise() {
  Value handled = handled_exception();
  if (handled.is_undefined()) return raise(exc::RuntimeError, "No active exception to reraise");
  set_pending(incref(handled));
  return Error;
}

// ---- the pending exception ----

Value fetch_error() { return std::exchange(this_thread->pending, Undefined); }
void restore_error(Value exception_owned) { set_pending(exception_owned); }
void clear_error() { set_pending(Undefined); }
bool error_matches(Type& type) {
  Value pending = this_thread->pending;
  return !pending.is_undefined() && is_subtype(type_of(pending), &type);
}

static Truth matches_class(Value exception, Value kind) {
  if (is_exception_class(kind)) return is_subtype(type_of(exception), kind.as<Type>());
  (void)raise(exc::TypeError, "catching classes that do not inherit from BaseException is not allowed");
  return -1;
}

Truth exception_matches(Value exception, Value kinds) {
  if (kinds.same(object_value(type_of(exception)))) return 1;
  Tuple* t = as_tuple(kinds);
  if (!t) return matches_class(exception, kinds);
  Truth any = 0;
  for (int64_t i = 0; i < t->length; ++i) {   // all are checked to be classes before any counts
    Truth r = matches_class(exception, t->items()[i]);
    if (r < 0) return -1;
    any |= r;
  }
  return any;
}

}  // namespace py
