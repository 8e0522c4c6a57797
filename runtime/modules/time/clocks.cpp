// The clocks of the time module, and sleep().
#include <cmath>

#include "portalis/parking_lot.hpp"
#include "runtime/modules/time/time_internal.hpp"
#include "runtime/object/heap.hpp"
#include "runtime/object/str.hpp"
#include "runtime/platform/platform.hpp"

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

// types.SimpleNamespace as far as get_clock_info() needs it: attributes and a repr.
struct Namespace : Object { Value fields; };             // owned Dict
Value namespace_repr(Value self) {
  StrBuilder out;
  out.append_ascii("namespace(");
  int64_t at = 0;
  Value key, value;
  for (bool first = true; dict_next(self.as<Namespace>()->fields.as<Dict>(), at, key, value); first = false) {
    if (!first) out.append_ascii(", ");
    out.append(as_str(key));
    out.append('=');
    Ref text = repr(value);
    if (text.is_error()) return Error;
    out.append(as_str(text));
  }
  out.append(')');
  return out.finish();
}
template <int index>
Value namespace_field(Value self) {
  static Str* const names[] = {intern("implementation"), intern("monotonic"), intern("adjustable"), intern("resolution")};
  return dict_get(self.as<Namespace>()->fields.as<Dict>(), names[index]);
}
const GetSetDef namespace_getsets[] = {
    {"implementation", namespace_field<0>, nullptr}, {"monotonic", namespace_field<1>, nullptr},
    {"adjustable", namespace_field<2>, nullptr},     {"resolution", namespace_field<3>, nullptr}, {},
};
constinit Type namespace_type{{
    .name = "types.SimpleNamespace",
    .instance_size = sizeof(Namespace),
    .base = &object_type,
    .repr = namespace_repr,
    .getsets = namespace_getsets,
}};

Value get_clock_info(const Value* args, uint32_t) {
  Str* name = as_str(args[0]);
  if (!name) return raise(exc::TypeError, "get_clock_info() argument 1 must be str, not %T", args[0]);
  for (const ClockInfo& c : clocks) {
    if (!str_equal_ascii(name, c.name)) continue;
    type_ready(namespace_type);
    Namespace* n = allocate<Namespace>(&namespace_type);
    n->fields = make_dict();
    Dict* d = n->fields.as<Dict>();
    Ref text = make_str(c.implementation), resolution = make_float(1e-9);
    dict_set(d, intern("implementation"), text);
    dict_set(d, intern("monotonic"), boolean(c.monotonic));
    dict_set(d, intern("adjustable"), boolean(c.adjustable));
    dict_set(d, intern("resolution"), resolution);
    make_immortal(n);                                    // a handful per program; kept for good
    return object_value(n);
  }
  return raise(exc::ValueError, "unknown clock");
}

}  // namespace

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
    PY_ONE("sleep", sleep),
    PY_ONE("get_clock_info", get_clock_info),
    {},
};

}  // namespace py::time
