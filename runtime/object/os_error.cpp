// OSError: errno decides the subclass; filename and the messages (Objects/exceptions.c, OSError_*).
#include <cerrno>
#include <cstddef>

#include "runtime/object/exceptions.hpp"
#include "runtime/object/text.hpp"
#include "runtime/platform/system_calls.hpp"

#pragma GCC diagnostic ignored "-Winvalid-offsetof"

namespace py {

static Type* class_for_errno(int64_t number) {
  if (number != static_cast<int>(number)) return nullptr;
  switch (portalis::platform::system_error(static_cast<int>(number))) {
    case EAGAIN: case EALREADY: case EINPROGRESS: return &exc::BlockingIOError;
    case EPIPE:
#ifdef ESHUTDOWN                         // WASI has no such error
    case ESHUTDOWN:
#endif
      return &exc::BrokenPipeError;
    case ECHILD: return &exc::ChildProcessError;
    case ECONNABORTED: return &exc::ConnectionAbortedError;
    case ECONNREFUSED: return &exc::ConnectionRefusedError;
    case ECONNRESET: return &exc::ConnectionResetError;
    case EEXIST: return &exc::FileExistsError;
    case ENOENT: return &exc::FileNotFoundError;
    case EISDIR: return &exc::IsADirectoryError;
    case ENOTDIR: return &exc::NotADirectoryError;
    case EINTR: return &exc::InterruptedError;
    case EACCES: case EPERM: return &exc::PermissionError;
    case ESRCH: return &exc::ProcessLookupError;
    case ETIMEDOUT: return &exc::TimeoutError;
    default: return nullptr;
  }
}

// Fields are set by __new__, unless a subclass brings its own __init__ but not its own __new__.
static bool init_sets_fields(Type* t) { return t->init != os_error_init && t->create == os_error_create; }

static Truth set_fields(Value self, const Value* args, uint32_t n) {
  auto* e = self.as<OSErrorObject>();
  Value trimmed = make_tuple(args, n >= 2 && n <= 5 ? (n >= 3 && !args[2].is_none() ? 2 : n) : n);
  if (trimmed.is_error()) return -1;
  e->args.set(trimmed);
  if (n < 2 || n > 5) return 0;
  e->number.set(incref(args[0]));
  e->text.set(incref(args[1]));
  if (n >= 3 && !args[2].is_none()) {
    if (is_subtype(type_of(self), &exc::BlockingIOError) && is_int(args[2])) e->written.set(incref(args[2]));
    else e->filename.set(incref(args[2]));
  }
  if (n >= 5) e->filename2.set(incref(args[4]));
  return 0;
}

Value os_error_create(Type* cls, const Value* args, uint32_t n, Tuple* kwnames) {
  bool later = init_sets_fields(cls);
  if (!later && !reject_keywords(cls->name, kwnames)) return Error;
  if (!later && cls == &exc::OSError && n >= 2 && n <= 5 && is_int(args[0])) {
    int64_t number;
    (void)int_to_int64(args[0], number);
    if (Type* specific = class_for_errno(number)) {
      ensure_ready(specific);
      cls = specific;
    }
  }
  Ref e = exception_create(cls, args, n, nullptr);
  if (e.is_error() || later) return e.take();
  return set_fields(e, args, n) < 0 ? Error : e.take();
}
Truth os_error_init(Value self, const Value* args, uint32_t n, Tuple* kwnames) {
  if (!init_sets_fields(type_of(self))) return 0;
  if (!reject_keywords(type_of(self)->name, kwnames)) return -1;
  return set_fields(self, args, n);
}

Value os_error_str(Value self) {
  auto* e = self.as<OSErrorObject>();
  Ref number = e->number.get(), text = e->text.get(), filename = e->filename.get(), filename2 = e->filename2.get();
  if (!filename.get().is_none()) {
    if (!filename2.get().is_none()) return format_text("[Errno %S] %S: %R -> %R", number.get(), text.get(), filename.get(), filename2.get());
    return format_text("[Errno %S] %S: %R", number.get(), text.get(), filename.get());
  }
  if (!number.get().is_none() && !text.get().is_none()) return format_text("[Errno %S] %S", number.get(), text.get());
  return exception_str(self);
}

static Value get_written(Value self) {
  Value v = self.as<OSErrorObject>()->written.get();
  return v.is_none() ? raise(exc::AttributeError, "characters_written") : v;
}
static Truth set_written(Value self, Value value) {
  if (value.is_undefined()) {
    self.as<OSErrorObject>()->written.set(None);
    return 0;
  }
  Value n = to_index(value);
  if (n.is_error()) return -1;
  self.as<OSErrorObject>()->written.set(n);
  return 0;
}
const MemberDef os_error_members[] = {{"errno", offsetof(OSErrorObject, number), false},
                                      {"strerror", offsetof(OSErrorObject, text), false},
                                      {"filename", offsetof(OSErrorObject, filename), false},
                                      {"filename2", offsetof(OSErrorObject, filename2), false},
                                      {}};
const GetSetDef os_error_getsets[] = {{"characters_written", get_written, set_written}, {}};

Value self_args_for_pickle(Value exception) {
  Ref args = exception.as<Exception>()->args.get();
  if (!is_subtype(type_of(exception), &exc::OSError)) return args.take();
  auto* e = exception.as<OSErrorObject>();
  Tuple* t = args.as<Tuple>();
  Ref filename = e->filename.get(), filename2 = e->filename2.get();
  if (t->length != 2 || filename.get().is_none()) return args.take();
  Value all[5] = {t->items()[0], t->items()[1], filename, None, filename2};
  return make_tuple(all, filename2.get().is_none() ? 3 : 5);
}

}  // namespace py
