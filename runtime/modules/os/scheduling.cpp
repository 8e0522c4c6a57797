// os: priorities, sessions, groups and scheduling of processes.
#include <cerrno>
#include <vector>

#include "runtime/modules/os/os_internal.hpp"
#include "runtime/object/containers.hpp"
#include "runtime/platform/process_calls.hpp"
#include "runtime/types/codec.hpp"
#include "runtime/types/container_support.hpp"
#include "runtime/types/struct_sequence.hpp"

namespace py::os {
namespace {

namespace platform = portalis::platform;

// ---- priorities ----
Value getpriority(const Value* args, uint32_t) {
  int which, who, priority;
  if (!int_argument(args[0], which) || !int_argument(args[1], who)) return Error;
  return platform::get_priority(which, static_cast<unsigned>(who), priority) < 0 ? raise_os_error(errno) : small_int(priority);
}
Value setpriority(const Value* args, uint32_t) {
  int which, who, priority;
  if (!int_argument(args[0], which) || !int_argument(args[1], who) || !int_argument(args[2], priority)) return Error;
  return none_if_ok(checked([&] { return platform::set_priority(which, static_cast<unsigned>(who), priority); }));
}
Value nice(const Value* args, uint32_t) {
  int by, now;
  if (!int_argument(args[0], by)) return Error;
  return platform::change_niceness(by, now) < 0 ? raise_os_error(errno) : small_int(now);
}

// ---- sessions, groups, users ----
template <auto call>
Value of_number(const Value* args, uint32_t) {
  int number;
  return int_argument(args[0], number) ? checked([&] { return call(number); }) : Error;
}

Value getgroups(const Value*, uint32_t) {
  std::vector<unsigned> groups;
  Ref count = checked([&] {
    int n = platform::user_groups(nullptr, 0);
    if (n <= 0) return n;
    groups.resize(static_cast<size_t>(n));
    return platform::user_groups(groups.data(), n);
  });
  if (count.is_error()) return Error;
  Ref list = make_list(nullptr, 0);
  for (int64_t i = 0; i < count.get().small_int(); ++i) list_append(list.as<List>(), small_int(groups[static_cast<size_t>(i)]));
  return list.take();
}

Value getlogin(const Value*, uint32_t) {
  char name[256];
  return platform::login_name(name, sizeof name) < 0 ? raise_os_error(errno) : decode_file_name(name);
}

template <auto call>
Value three_ids(const Value*, uint32_t) {
  platform::Ids ids;
  if (call(ids) < 0) return raise_os_error(errno);
  return tuple_of(small_int(ids.real), small_int(ids.effective), small_int(ids.saved));
}

// ---- scheduling ----
// sched_param takes its one field, where other struct sequences take a sequence.
Value make_parameter(Type* cls, const Value* args, uint32_t n, Tuple* kwnames) {
  static constexpr NativeDef def = PY_KEYWORDS("sched_param", nullptr, "sched_priority");
  Value priority;
  if (!bind_arguments(def, args, n, kwnames, &priority)) return Error;
  Value owned = incref(priority);
  return make_struct_sequence(cls, &owned);
}

Type* parameter_type() {
  static const char* const fields[] = {"sched_priority", nullptr};
  static Type* const type = [] {
    Type* made = make_struct_sequence_type("posix.sched_param", "Currently has only one field: sched_priority\n\n  sched_priority\n    A scheduling parameter.", fields, 1);
    made->create = make_parameter;
    return made;
  }();
  return type;
}

bool parameter_argument(Value v, int& priority) {
  if (type_of(v) != parameter_type()) return (void)raise(exc::TypeError, "must have a sched_param object"), false;
  int64_t n;
  Ref index = to_index(struct_sequence_field(v, 0));
  if (index.is_error()) return false;
  if (int_to_int64(index, n) != IntFit::fits) return (void)raise(exc::OverflowError, "Python int too large to convert to C long"), false;
  if (n > INT32_MAX || n < INT32_MIN) return (void)raise(exc::OverflowError, "sched_priority out of range"), false;
  priority = static_cast<int>(n);
  return true;
}

Value sched_getparam(const Value* args, uint32_t) {
  int process, priority;
  if (!int_argument(args[0], process)) return Error;
  if (platform::scheduling_priority(process, priority) < 0) return raise_os_error(errno);
  Value values[] = {small_int(priority)};
  return make_struct_sequence(parameter_type(), values);
}
Value sched_setparam(const Value* args, uint32_t) {
  int process, priority;
  if (!int_argument(args[0], process) || !parameter_argument(args[1], priority)) return Error;
  return none_if_ok(checked([&] { return platform::set_scheduling_priority(process, priority); }));
}
Value sched_setscheduler(const Value* args, uint32_t) {
  int process, policy, priority;
  if (!int_argument(args[0], process) || !int_argument(args[1], policy) || !parameter_argument(args[2], priority)) return Error;
  return none_if_ok(checked([&] { return platform::set_scheduling(process, policy, priority); }));
}
Value sched_rr_get_interval(const Value* args, uint32_t) {
  int process;
  double seconds;
  if (!int_argument(args[0], process)) return Error;
  return platform::time_slice(process, seconds) < 0 ? raise_os_error(errno) : make_float(seconds);
}

Value sched_setaffinity(const Value* args, uint32_t) {
  int process;
  Values items;
  std::vector<int> numbers;
  if (!int_argument(args[0], process) || !collect(items, args[1])) return Error;
  for (int64_t i = 0; i < items.size(); ++i) {
    int64_t n;
    if (!is_int(items[i])) return raise(exc::TypeError, "expected an iterator of ints, but iterator yielded %R", value_of(*type_of(items[i])));
    IntFit fit = int_to_int64(items[i], n);
    if (fit == IntFit::too_big) return raise(exc::OverflowError, "Python int too large to convert to C long");
    if (fit == IntFit::too_small || n < 0) return raise(exc::ValueError, "negative CPU number");
    if (n >= INT32_MAX) return raise(exc::OverflowError, "CPU number too large");
    numbers.push_back(static_cast<int>(n));
  }
  return none_if_ok(checked([&] { return platform::set_processors(process, numbers.data(), numbers.size()); }));
}

constexpr NativeDef functions[] = {
    PY_KEYWORDS("getpriority", getpriority, "which, who"), PY_KEYWORDS("setpriority", setpriority, "which, who, priority"), PY_ONE("nice", nice),
    PY_ONE("getsid", of_number<platform::session_of>), PY_KEYWORDS("getpgid", of_number<platform::group_of>, "pid"),
    PY_NOARGS("getgroups", getgroups), PY_NOARGS("getlogin", getlogin), PY_NOARGS("getresuid", three_ids<platform::user_ids>),
    PY_NOARGS("getresgid", three_ids<platform::group_ids>), PY_ONE("sched_getscheduler", of_number<platform::scheduling_policy>),
    PY_ONE("sched_getparam", sched_getparam), PY_RANGE("sched_setparam", sched_setparam, 2, 2),
    PY_RANGE("sched_setscheduler", sched_setscheduler, 3, 3),
    PY_KEYWORDS("sched_get_priority_max", of_number<platform::highest_priority>, "policy"),
    PY_KEYWORDS("sched_get_priority_min", of_number<platform::lowest_priority>, "policy"),
    PY_ONE("sched_rr_get_interval", sched_rr_get_interval), PY_RANGE("sched_setaffinity", sched_setaffinity, 2, 2), {},
};

}  // namespace

bool add_scheduling(Module* os) {
  module_add_functions(os, functions);
  module_add_type(os, *parameter_type());
  return true;
}

}  // namespace py::os
