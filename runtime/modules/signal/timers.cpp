// Module _signal: alarm and interval timers.
#include <sys/time.h>
#include <unistd.h>

#include <cerrno>
#include <cmath>
#include <csignal>
#include <cstring>

#include "runtime/modules/signal/signal_internal.hpp"

namespace py::signals {
namespace {

Type timer_error_type{{.name = "signal.itimer_error",
                       .flags = type_is_base | type_has_dict | kind_exception,
                       .base = &exc::OSError}};

Value raise_timer_error() {
  int number = errno;
  Ref text = make_text("%s", strerror(number)), exception = call(value_of(timer_error_type), small_int(number), text);
  return exception.is_error() ? Error : raise_value(exception);
}

Value alarm_after(const Value* args, uint32_t) {
  int64_t seconds;
  return to_index_int64(args[0], seconds) ? make_int(int64_t(::alarm(unsigned(seconds)))) : Error;
}

bool to_span(Value v, timeval& out) {
  double seconds = 0;
  if (is_given(v) && !seconds_from(v, seconds)) return false;
  // Rounded up, so that a short span does not become none.
  auto microseconds = int64_t(std::ceil(seconds * 1e6));
  out.tv_sec = microseconds / 1000000;
  out.tv_usec = microseconds % 1000000;
  if (out.tv_usec < 0) {
    out.tv_usec += 1000000;
    --out.tv_sec;
  }
  return true;
}

Value from_timer(const itimerval& timer) {
  Ref left = make_float(double(timer.it_value.tv_sec) + double(timer.it_value.tv_usec) * 1e-6);
  Ref interval = make_float(double(timer.it_interval.tv_sec) + double(timer.it_interval.tv_usec) * 1e-6);
  return tuple_of(left, interval);
}

Value set_timer(const Value* args, uint32_t n) {
  int64_t which;
  itimerval wanted = {}, before = {};
  if (!to_index_int64(args[0], which) || !to_span(args[1], wanted.it_value)) return Error;
  if (n > 2 && !to_span(args[2], wanted.it_interval)) return Error;
  if (::setitimer(__itimer_which_t(which), &wanted, &before) != 0) return raise_timer_error();
  return from_timer(before);
}

Value get_timer(const Value* args, uint32_t) {
  int64_t which;
  itimerval now = {};
  if (!to_index_int64(args[0], which)) return Error;
  return ::getitimer(__itimer_which_t(which), &now) == 0 ? from_timer(now) : raise_timer_error();
}

}  // namespace

const NativeDef timer_functions[] = {
    PY_ONE("alarm", alarm_after), PY_RANGE("setitimer", set_timer, 2, 3), PY_ONE("getitimer", get_timer), {}};

void add_timer_constants(Module* module) {
  module_set(module, "ITIMER_REAL", small_int(ITIMER_REAL));
  module_set(module, "ITIMER_VIRTUAL", small_int(ITIMER_VIRTUAL));
  module_set(module, "ITIMER_PROF", small_int(ITIMER_PROF));
  module_set(module, "SIG_BLOCK", small_int(SIG_BLOCK));
  module_set(module, "SIG_UNBLOCK", small_int(SIG_UNBLOCK));
  module_set(module, "SIG_SETMASK", small_int(SIG_SETMASK));
  type_ready(timer_error_type);
  module_set(module, "ItimerError", value_of(timer_error_type));
}

}  // namespace py::signals
