// Module _signal: what a thread blocks and waits for, and signals sent to one thread.
#include <sys/syscall.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <ctime>

#include "portalis/parking_lot.hpp"
#include "runtime/modules/signal/signal_internal.hpp"
#include "runtime/modules/threading/thread.hpp"
#include "runtime/object/containers.hpp"
#include "runtime/platform/platform.hpp"
#include "runtime/types/struct_sequence.hpp"

namespace py::signals {
namespace {

bool eq_uint(Value number, uint64_t n) {
  Ref other = make_int_unsigned(n);
  Ref same = eq(number, other);
  return same.get().is_true();
}

bool int_signal(Value v, int& out) {
  int64_t number;
  if (!to_index_int64(v, number)) return false;
  out = int(number);
  return true;
}

bool to_set(Value iterable, sigset_t& out) {
  sigemptyset(&out);
  Values numbers;
  if (!collect(numbers, iterable)) return false;
  for (int64_t i = 0; i < numbers.size(); ++i) {
    int64_t number;
    if (!to_index_int64(numbers[i], number)) return false;
    if (number < 1 || number > 64) {
      return raise_false(exc::ValueError, "signal number %l out of range [1; 64]", number);
    }
    sigaddset(&out, int(number));
  }
  return true;
}

Value from_set(const sigset_t& mask) {
  Ref result = make_set();
  for (int number = 1; number <= 64; ++number) {
    if (sigismember(&mask, number) == 1 && set_add(result, small_int(number)) < 0) return Error;
  }
  return result.take();
}

Value change_mask(const Value* args, uint32_t) {
  int64_t how;
  sigset_t wanted, before;
  if (!to_index_int64(args[0], how) || !to_set(args[1], wanted)) return Error;
  if (int error = pthread_sigmask(int(how), &wanted, &before)) return raise_os_error(error);
  return safepoint() ? from_set(before) : Error;   // what was blocked may have come in
}

Value pending(const Value*, uint32_t) {
  sigset_t mask;
  return sigpending(&mask) == 0 ? from_set(mask) : raise_os_error(errno);
}

Value wait_for(const Value* args, uint32_t) {
  sigset_t wanted;
  if (!to_set(args[0], wanted)) return Error;
  int number = 0, error;
  {
    BlockingRegion blocking;
    error = sigwait(&wanted, &number);
  }
  return error ? raise_os_error(error) : small_int(number);
}

// None when the time is over.
Value wait_info(Value signals, portalis::Deadline deadline) {
  sigset_t wanted;
  if (!to_set(signals, wanted)) return Error;
  siginfo_t info;
  for (;;) {
    timespec left = {};
    if (!deadline.is_never()) {
      int64_t ns = std::max(deadline.ns() - portalis::monotonic_ns(), int64_t{0});
      left = {time_t(ns / 1000000000), long(ns % 1000000000)};
    }
    int number, error;
    {
      BlockingRegion blocking;
      number = deadline.is_never() ? sigwaitinfo(&wanted, &info) : sigtimedwait(&wanted, &info, &left);
      error = errno;
    }
    if (number >= 0) break;
    if (error == EAGAIN) return None;
    if (error != EINTR) return raise_os_error(error);
    if (!safepoint()) return Error;
  }
  static const char* const fields[] = {"si_signo", "si_code", "si_errno", "si_pid", "si_uid", "si_status", "si_band", nullptr};
  static Type* const type = make_struct_sequence_type("signal.struct_siginfo", "struct_siginfo", fields, 7);
  Value values[] = {small_int(info.si_signo), small_int(info.si_code),   small_int(info.si_errno), small_int(info.si_pid),
                    small_int(info.si_uid),   small_int(info.si_status), make_int(info.si_band)};
  return make_struct_sequence(type, values);
}

Value wait_info_for_ever(const Value* args, uint32_t) { return wait_info(args[0], portalis::Deadline::never()); }
Value wait_info_until(const Value* args, uint32_t) {
  double seconds;
  if (!seconds_from(args[1], seconds)) return Error;
  if (seconds < 0) return raise(exc::ValueError, "timeout must be non-negative");
  return wait_info(args[0], portalis::Deadline::after_seconds(seconds));
}

// Idents are the runtime's own, so the thread is looked up.
Value kill_thread(const Value* args, uint32_t) {
  Ref ident = to_index(args[0]);
  int number;
  if (ident.is_error() || !int_signal(args[1], number)) return Error;
  uint64_t native_id = 0;
  if (eq_uint(ident, this_thread->ident)) {
    native_id = portalis::platform::current_native_id();
  } else {
    Ref threads = live_threads();
    if (threads.is_error()) return Error;
    List* list = threads.as<List>();
    for (int64_t i = 0; i < list_size(list) && !native_id; ++i) {
      Ref thread = list_get(list, i);
      ThreadLife* life = thread.as<ThreadObject>()->life.load(std::memory_order_acquire);
      if (!life || !eq_uint(ident, life->ident)) continue;
      life->running.wait();
      native_id = life->native_id;
    }
  }
  if (!native_id) return raise_os_error(ESRCH);
  return checked(int(syscall(SYS_tgkill, getpid(), pid_t(native_id), number))) ? None : Error;
}

Value pause_thread(const Value*, uint32_t) {
  (void)portalis::sleep_until(portalis::Deadline::never(), true);
  return safepoint() ? None : Error;
}

Value valid(const Value*, uint32_t) {
  sigset_t mask;
  sigfillset(&mask);
  return from_set(mask);
}

}  // namespace

const NativeDef mask_functions[] = {PY_RANGE("pthread_sigmask", change_mask, 2, 2),
                                    PY_NOARGS("sigpending", pending),
                                    PY_ONE("sigwait", wait_for),
                                    PY_ONE("sigwaitinfo", wait_info_for_ever),
                                    PY_RANGE("sigtimedwait", wait_info_until, 2, 2),
                                    PY_RANGE("pthread_kill", kill_thread, 2, 2),
                                    PY_NOARGS("pause", pause_thread),
                                    PY_NOARGS("valid_signals", valid),
                                    {}};

}  // namespace py::signals
