// Module _signal: handlers. Definition: Modules/signalmodule.c of CPython 3.11; signal.py puts enums around it.
//
// `handlers` says what Python knows of each signal: SIG_DFL, SIG_IGN, a callable, or None where something else than
// Python has installed a handler. It is written by the main thread alone.
#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <cstring>

#include "runtime/modules/signal/signal_internal.hpp"
#include "runtime/object/signals.hpp"
#include "runtime/object/text.hpp"
#include "runtime/object/traceback.hpp"
#include "runtime/platform/platform.hpp"

namespace py::signals {

constexpr int number_count = 65;         // NSIG: numbers are 1 to 64

namespace {

Slot handlers[number_count];
std::atomic<int> wakeup_descriptor{-1};

Value default_action() { return small_int(0); }
Value ignore_action() { return small_int(1); }

void caught(int number) {
  int saved = errno;
  portalis::platform::run_in_signal_context(note_signal, number);
  int descriptor = wakeup_descriptor.load(std::memory_order_relaxed);
  if (descriptor >= 0) {
    auto byte = static_cast<unsigned char>(number);
    [[maybe_unused]] ssize_t written = ::write(descriptor, &byte, 1);
  }
  errno = saved;
}

bool install(int number, void (*action)(int)) {
  struct sigaction wanted = {};
  wanted.sa_handler = action;
  sigemptyset(&wanted.sa_mask);          // no SA_RESTART: blocking calls must return, so that handlers run
  return sigaction(number, &wanted, nullptr) == 0;
}

bool run_handler(int number) {
  Ref handler = handlers[number].get();
  if (handler.is_undefined() || handler.get().is_none() || !type_of(handler)->call) return true;
  Ref frame = this_thread->frame ? make_frame_object(this_thread->frame) : None;
  Ref result = call(handler, small_int(number), frame);
  return !result.is_error();
}

bool has_handler(int number) {
  Value handler = handlers[number].peek();
  return handler.is_object() && type_of(handler)->call;
}

Value default_int_handler(const Value*, uint32_t) { return raise_plain(exc::KeyboardInterrupt); }
constexpr NativeDef default_int_def = PY_RANGE("default_int_handler", default_int_handler, 2, 2);

Value get_handler(int number) {
  Value v = handlers[number].get();
  return v.is_undefined() ? None : v;
}

Value get_signal(const Value* args, uint32_t) {
  int number;
  return signal_number(args[0], number) ? get_handler(number) : Error;
}

Value set_signal(const Value* args, uint32_t) {
  int number;
  if (!on_main_thread()) return raise(exc::ValueError, "signal only works in main thread of the main interpreter");
  Value handler = args[1];
  int64_t chosen = -1;
  if (is_int(handler) && !to_index_int64(handler, chosen)) return Error;
  if (!signal_number(args[0], number)) return Error;
  if (!type_of(handler)->call && chosen != 0 && chosen != 1) {
    return raise(exc::TypeError, "signal handler must be signal.SIG_IGN, signal.SIG_DFL, or a callable object");
  }
  if (!safepoint()) return Error;        // a signal on its way goes to the handler there was
  if (!install(number, chosen == 0 ? SIG_DFL : chosen == 1 ? SIG_IGN : caught)) return raise_os_error(errno);
  Ref before = get_handler(number);
  handlers[number].set(chosen == 0 ? default_action() : chosen == 1 ? ignore_action() : incref(handler));
  return before.take();
}

Value raise_signal(const Value* args, uint32_t) {
  int64_t number;
  if (!to_index_int64(args[0], number)) return Error;
  return checked(::raise(int(number))) ? None : Error;
}

Value interrupt_siginterrupt(const Value* args, uint32_t) {
  int number;
  Truth flag = truth(args[1]);
  if (flag < 0 || !signal_number(args[0], number)) return Error;
  struct sigaction action = {};
  if (sigaction(number, nullptr, &action) != 0) return raise_os_error(errno);
  action.sa_flags = flag ? action.sa_flags & ~SA_RESTART : action.sa_flags | SA_RESTART;
  return checked(sigaction(number, &action, nullptr)) ? None : Error;
}

Value describe(const Value* args, uint32_t) {
  int number;
  if (!signal_number(args[0], number)) return Error;
  const char* text = strsignal(number);
  return text && strncmp(text, "Unknown signal", 14) != 0 ? make_str(text) : None;
}

Value set_wakeup_fd(const Value* args, uint32_t n, Tuple* kwnames) {
  static constexpr NativeDef def = PY_KEYWORDS("set_wakeup_fd", nullptr, "fd, *, warn_on_full_buffer=");
  Value given[2];
  if (!bind_arguments(def, args, n, kwnames, given)) return Error;
  int64_t descriptor;
  if (!to_index_int64(given[0], descriptor)) return Error;
  if (!on_main_thread()) return raise(exc::ValueError, "set_wakeup_fd only works in main thread of the main interpreter");
  if (descriptor >= 0) {
    int flags = ::fcntl(int(descriptor), F_GETFL);
    if (flags < 0) return raise_os_error(errno);
    if (!(flags & O_NONBLOCK)) return raise(exc::ValueError, "the fd %l must be in non-blocking mode", descriptor);
  }
  return make_int(wakeup_descriptor.exchange(int(descriptor), std::memory_order_relaxed));
}

constexpr NativeDef functions[] = {PY_RANGE("signal", set_signal, 2, 2),
                                   PY_ONE("getsignal", get_signal),
                                   PY_ONE("raise_signal", raise_signal),
                                   PY_RANGE("siginterrupt", interrupt_siginterrupt, 2, 2),
                                   PY_ONE("strsignal", describe),
                                   PY_RAW("set_wakeup_fd", set_wakeup_fd),
                                   {}};

struct Name {
  const char* name;
  int number;
};
constexpr Name names[] = {
    {"SIGHUP", SIGHUP},       {"SIGINT", SIGINT},   {"SIGQUIT", SIGQUIT},     {"SIGILL", SIGILL},   {"SIGTRAP", SIGTRAP},
    {"SIGABRT", SIGABRT},     {"SIGBUS", SIGBUS},   {"SIGFPE", SIGFPE},       {"SIGKILL", SIGKILL}, {"SIGUSR1", SIGUSR1},
    {"SIGSEGV", SIGSEGV},     {"SIGUSR2", SIGUSR2}, {"SIGPIPE", SIGPIPE},     {"SIGALRM", SIGALRM}, {"SIGTERM", SIGTERM},
    {"SIGSTKFLT", SIGSTKFLT}, {"SIGCHLD", SIGCHLD}, {"SIGCONT", SIGCONT},     {"SIGSTOP", SIGSTOP}, {"SIGTSTP", SIGTSTP},
    {"SIGTTIN", SIGTTIN},     {"SIGTTOU", SIGTTOU}, {"SIGURG", SIGURG},       {"SIGXCPU", SIGXCPU}, {"SIGXFSZ", SIGXFSZ},
    {"SIGVTALRM", SIGVTALRM}, {"SIGPROF", SIGPROF}, {"SIGWINCH", SIGWINCH},   {"SIGIO", SIGIO},     {"SIGPWR", SIGPWR},
    {"SIGSYS", SIGSYS},       {"SIGCLD", SIGCHLD},  {"SIGPOLL", SIGIO},       {"SIGIOT", SIGABRT},  {"SIG_DFL", 0},
    {"SIG_IGN", 1},           {"NSIG", number_count}};

bool fill(Module* module) {
  module_add_functions(module, functions);
  module_add_functions(module, mask_functions);
  module_add_functions(module, timer_functions);
  for (const Name& n : names) module_set(module, n.name, small_int(n.number));
  module_set(module, "SIGRTMIN", small_int(SIGRTMIN));
  module_set(module, "SIGRTMAX", small_int(SIGRTMAX));
  add_timer_constants(module);
  Ref interrupt = make_native_function(default_int_def, Undefined, "_signal");
  module_set(module, "default_int_handler", Ref::borrow(interrupt).take());
  for (int number = 1; number < number_count; ++number) {
    struct sigaction now = {};
    if (sigaction(number, nullptr, &now) != 0) continue;
    // At this point a handler of SIGINT is the runtime's own.
    handlers[number].set(now.sa_handler == SIG_DFL   ? default_action()
                         : now.sa_handler == SIG_IGN ? ignore_action()
                         : number == SIGINT          ? Ref::borrow(interrupt).take()
                                                     : None);
  }
  run_signal_handler = run_handler;
  has_signal_handler = has_handler;
  return true;
}

}  // namespace

bool signal_number(Value v, int& out) {
  int64_t number;
  if (!to_index_int64(v, number)) return false;
  if (number < 1 || number >= number_count) return raise_false(exc::ValueError, "signal number out of range");
  out = int(number);
  return true;
}

bool checked(int result) {
  if (result < 0) {
    int error = errno;
    if (safepoint()) (void)raise_os_error(error);
    return false;
  }
  return safepoint();
}

}  // namespace py::signals

namespace py::native {
extern const ModuleDef module__usignal;
const ModuleDef module__usignal = {"_signal", py::signals::fill, false};
}  // namespace py::native
