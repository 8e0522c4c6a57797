// The clocks of the time module, and sleep().
#include <cerrno>
#include <cmath>
#include <iterator>

#include "portalis/parking_lot.hpp"
#include "runtime/modules/time/time_internal.hpp"
#include "runtime/object/heap.hpp"
#include "runtime/object/str.hpp"
#include "runtime/platform/platform.hpp"
#include "runtime/platform/process_calls.hpp"
#include "runtime/types/simple_namespace.hpp"

namespace py::time {

bool to_nanoseconds(Value v, int64_t& out) {
  constexpr double billion = 1e9;
  if (is_float(v)) {
    double d = float_value(v);
    if (d != d) return (void)raise(exc::ValueError, "Invalid value NaN (not a number)"), false;
    double ns = std::ceil(d * billion);
    if (std::fabs(ns) >= 0x1p63) return (void)raise(exc::OverflowError, "timestamp out of range for platform time_t"), false;
    out = static_cast<int64_t>(ns);
    return true;
  }
  Ref n = to_index(v);
  if (n.is_error()) return false;
  int64_t seconds;
  if (int_to_int64(n, seconds) != IntFit::fits || __builtin_mul_overflow(seconds, int64_t{1000000000}, &out)) {
    (void)raise(exc::OverflowError, "timestamp too large to convert to C _PyTime_t");
    return false;
  }
  return true;
}

namespace {

namespace platform = portalis::platform;

template <int64_t (*clock)()>
Value nanoseconds(const Value*, uint32_t) { return make_int(clock()); }

// Nanoseconds to seconds rounded once (multiplying by 1e-9 would round twice).
template <int64_t (*clock)()>
Value seconds(const Value*, uint32_t) { return make_float(static_cast<double>(clock()) / 1e9); }

Value sleep(const Value* args, uint32_t) {
  int64_t span;
  if (!to_nanoseconds(args[0], span)) return Error;
  if (span < 0) return raise(exc::ValueError, "sleep length must be non-negative");
  if (span == 0) {
    BlockingRegion region;
    platform::yield();
    return None;
  }
  portalis::Deadline deadline = portalis::Deadline::after_ns(span);
  while (portalis::sleep_until(deadline, true) == portalis::WaitResult::Interrupted) {
    if (!safepoint_slow()) return Error;
  }
  return safepoint() ? None : Error;
}

struct ClockInfo { const char *name, *implementation; bool monotonic, adjustable; };
constexpr ClockInfo clocks[] = {
    {"monotonic", "clock_gettime(CLOCK_MONOTONIC)", true, false},
    {"perf_counter", "clock_gettime(CLOCK_MONOTONIC)", true, false},
    {"process_time", "clock_gettime(CLOCK_PROCESS_CPUTIME_ID)", true, false},
    {"thread_time", "clock_gettime(CLOCK_THREAD_CPUTIME_ID)", true, false},
    {"time", "clock_gettime(CLOCK_REALTIME)", false, true},
};

Value get_clock_info(const Value* args, uint32_t) {
  Str* name = as_str(args[0]);
  if (!name) return raise(exc::TypeError, "get_clock_info() argument 1 must be str, not %A", args[0]);
  for (const ClockInfo& c : clocks) {
    if (!str_equal_ascii(name, c.name)) continue;
    Ref fields = make_dict(), nothing = make_tuple(nullptr, 0), text = make_str(c.implementation), resolution = make_float(1e-9);
    Dict* d = fields.as<Dict>();
    dict_set(d, intern("implementation"), text);
    dict_set(d, intern("monotonic"), boolean(c.monotonic));
    dict_set(d, intern("adjustable"), boolean(c.adjustable));
    dict_set(d, intern("resolution"), resolution);
    return call_unpacked(value_of(simple_namespace_type), nothing, fields);
  }
  return raise(exc::ValueError, "unknown clock");
}

// clock_gettime() and its like, for the clocks every target has; their numbers are Linux's.
struct NumberedClock {
  const char* name;
  int64_t (*read)();
};
constexpr NumberedClock numbered[] = {{"CLOCK_REALTIME", platform::wall_clock}, {"CLOCK_MONOTONIC", platform::now},
                                      {"CLOCK_PROCESS_CPUTIME_ID", platform::process_time}, {"CLOCK_THREAD_CPUTIME_ID", platform::thread_time}};

// Those the system has besides.
struct SystemClock {
  const char* name;
  int number;
};
constexpr SystemClock more[] = {{"CLOCK_MONOTONIC_RAW", 4}, {"CLOCK_BOOTTIME", 7}, {"CLOCK_TAI", 11}};

bool clock_argument(Value v, int& out) {
  Ref n = to_index(v);
  if (n.is_error()) return false;
  int64_t clock;
  IntFit fit = int_to_int64(n, clock);
  if (fit == IntFit::too_big || clock > INT32_MAX) return (void)raise(exc::OverflowError, "signed integer is greater than maximum"), false;
  if (fit == IntFit::too_small || clock < INT32_MIN) return (void)raise(exc::OverflowError, "signed integer is less than minimum"), false;
  out = static_cast<int>(clock);
  return true;
}
bool is_numbered(int clock) { return clock >= 0 && clock < static_cast<int>(std::size(numbered)); }

bool read_numbered(Value number, int64_t& out) {
  int clock;
  if (!clock_argument(number, clock)) return false;
  if (is_numbered(clock)) return out = numbered[clock].read(), true;
  return platform::read_clock(clock, out) == 0 || ((void)raise_os_error(errno), false);
}
Value clock_gettime(const Value* args, uint32_t) {
  int64_t ns;
  return read_numbered(args[0], ns) ? make_float(static_cast<double>(ns) / 1e9) : Error;
}
Value clock_gettime_ns(const Value* args, uint32_t) {
  int64_t ns;
  return read_numbered(args[0], ns) ? make_int(ns) : Error;
}
Value clock_getres(const Value* args, uint32_t) {
  int clock;
  int64_t ns = 1;
  if (!clock_argument(args[0], clock)) return Error;
  if (!is_numbered(clock) && platform::clock_resolution(clock, ns) < 0) return raise_os_error(errno);
  return make_float(static_cast<double>(ns) / 1e9);
}

}  // namespace

void add_clock_numbers(Module* module) {
  for (size_t i = 0; i < std::size(numbered); ++i) module_set(module, numbered[i].name, small_int(static_cast<int64_t>(i)));
  for (const SystemClock& c : more) {
    int64_t now;
    if (platform::read_clock(c.number, now) == 0) module_set(module, c.name, small_int(c.number));
  }
}

const NativeDef clock_functions[] = {
    PY_NOARGS("time", seconds<platform::wall_clock>),
    PY_NOARGS("time_ns", nanoseconds<platform::wall_clock>),
    PY_NOARGS("monotonic", seconds<platform::now>),
    PY_NOARGS("monotonic_ns", nanoseconds<platform::now>),
    PY_NOARGS("perf_counter", seconds<platform::now>),
    PY_NOARGS("perf_counter_ns", nanoseconds<platform::now>),
    PY_NOARGS("process_time", seconds<platform::process_time>),
    PY_NOARGS("process_time_ns", nanoseconds<platform::process_time>),
    PY_NOARGS("thread_time", seconds<platform::thread_time>),
    PY_NOARGS("thread_time_ns", nanoseconds<platform::thread_time>),
    PY_ONE("clock_gettime", clock_gettime),
    PY_ONE("clock_gettime_ns", clock_gettime_ns),
    PY_ONE("clock_getres", clock_getres),
    PY_ONE("sleep", sleep),
    PY_ONE("get_clock_info", get_clock_info),
    {},
};

}  // namespace py::time
