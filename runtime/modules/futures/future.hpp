// concurrent.futures.Future. Definition: Lib/concurrent/futures/_base.py of CPython 3.11.
//
// Any thread may call any method. State, result and exception change only with the future's mutex held; no Python
// code runs under it. Callbacks run in the thread that finishes or cancels the future, in the order of registration.
#pragma once

#include "portalis/condvar.hpp"
#include "runtime/modules/threading/support.hpp"
#include "runtime/object/containers.hpp"

namespace py {

enum class FutureState : uint8_t { pending, running, cancelled, cancelled_and_notified, finished };

struct FutureObject;

// Someone who wants to be told when futures end; called with the future's mutex held, must not lock a future.
class FutureWaiter {
 public:
  virtual void ended(FutureObject* future, bool failed) = 0;

 protected:
  ~FutureWaiter() = default;
};

struct FutureBody {
  portalis::RawMutex mutex;
  portalis::Condvar changed;
  FutureState state = FutureState::pending;       // guarded by mutex, as all below
  Slot result{None}, exception{None};
  Values callbacks;
  FutureWaiter* waiter = nullptr;                 // the usual single waiter
  FutureWaiter** more_waiters = nullptr;          // and others
  uint32_t more_count = 0, more_capacity = 0;

  ~FutureBody();
};
struct FutureObject : Object, FutureBody {
  using Body = FutureBody;
  bool is_done() const { return state >= FutureState::cancelled; }
  bool is_cancelled() const { return state == FutureState::cancelled || state == FutureState::cancelled_and_notified; }
};

extern Type future_type, futures_error_type, cancelled_error_type, invalid_state_error_type;

inline FutureObject* as_future(Value v) {
  return v.is_object() && is_subtype(type_of(v), &future_type) ? v.as<FutureObject>() : nullptr;
}
Value make_future();

// 1 it runs now, 0 it had been cancelled, -1 RuntimeError.
Truth future_set_running(FutureObject* future);
// false: InvalidStateError. `idle`: raised by one, and made null, before anyone can see the result, unless callbacks are to
// be run first.
bool future_set_result(FutureObject* future, Value result, std::atomic<int64_t>** idle = nullptr);
bool future_set_exception(FutureObject* future, Value exception, std::atomic<int64_t>** idle = nullptr);
bool future_cancel(FutureObject* future);                            // false: too late
// The result, owned, or Error with the future's exception, CancelledError or TimeoutError.
Value future_result(FutureObject* future, portalis::Deadline deadline);

// With the future's mutex held.
void add_waiter(FutureObject* future, FutureWaiter* waiter);
// Takes the mutex itself.
void remove_waiter(FutureObject* future, FutureWaiter* waiter);

// Logs by logging.getLogger("concurrent.futures").critical() or .error(), if the program has module logging. Otherwise what
// logging's last resort would do: writes to sys.stderr, followed by the traceback of `exception` unless that is Undefined.
void log_failure(const char* level, Value message, Value exception);

}  // namespace py
