// The states of a Future; the type's methods are in future_methods.cpp.
#include "runtime/modules/futures/future.hpp"

#include <algorithm>
#include <cstdlib>

#include "runtime/modules/futures/future_text.hpp"

namespace py {

using portalis::Deadline;
using portalis::MutexLock;
using portalis::WaitResult;

FutureBody::~FutureBody() { free(more_waiters); }

Value make_future() {
  auto* future = make_instance<FutureObject>(&future_type);
  return future ? object_value(future) : Error;
}

// ---- waiters ----

void add_waiter(FutureObject* f, FutureWaiter* waiter) {
  if (!f->waiter) {
    f->waiter = waiter;
    return;
  }
  if (f->more_count == f->more_capacity) {
    f->more_capacity = f->more_capacity ? f->more_capacity * 2 : 4;
    f->more_waiters = static_cast<FutureWaiter**>(realloc(f->more_waiters, f->more_capacity * sizeof(FutureWaiter*)));
    if (!f->more_waiters) abort();
  }
  f->more_waiters[f->more_count++] = waiter;
}

void remove_waiter(FutureObject* f, FutureWaiter* waiter) {
  MutexLock lock(f->mutex);
  if (f->waiter == waiter) {
    f->waiter = nullptr;
    return;
  }
  auto* end = f->more_waiters + f->more_count;
  f->more_count = uint32_t(std::remove(f->more_waiters, end, waiter) - f->more_waiters);
}

namespace {

void tell_waiters(FutureObject* f, bool failed) {
  if (f->waiter) f->waiter->ended(f, failed);
  for (uint32_t i = 0; i < f->more_count; ++i) f->more_waiters[i]->ended(f, failed);
}

// ---- ending ----

void invoke_callbacks(FutureObject* f) {
  // They stay in the list, as in CPython. Nothing is added to it any more once the future is done.
  for (int64_t i = 0; i < f->callbacks.size(); ++i) run_done_callback(f, f->callbacks[i]);
}

bool raise_invalid_state(FutureObject* f, FutureState state) {
  Ref text = repr(object_value(f));
  return text.is_error() ? false : raise_false(invalid_state_error_type, "%s: %S", state_name(state), text.get());
}

bool finish(FutureObject* f, Slot& slot, Value value, bool failed, std::atomic<int64_t>** idle) {
  FutureState before;
  {
    MutexLock lock(f->mutex);
    before = f->state;
    if (!f->is_done()) {
      slot.put(incref(value));           // was None
      f->state = FutureState::finished;
      if (idle && f->callbacks.size() == 0) std::exchange(*idle, nullptr)->fetch_add(1, std::memory_order_release);
      tell_waiters(f, failed);
      f->changed.notify_all();
    }
  }
  if (before >= FutureState::cancelled) return raise_invalid_state(f, before);
  invoke_callbacks(f);
  return true;
}

}  // namespace

void run_done_callback(FutureObject* f, Value callback) {
  Value self = object_value(f);
  Ref result = call(callback, self);
  if (!result.is_error()) return;
  if (!error_matches(exc::Exception)) return;   // KeyboardInterrupt and the like stay pending
  Ref exception = fetch_error();
  Ref text = repr(self);
  if (text.is_error()) return clear_error();
  Text message;
  message.append("exception calling callback for ");
  append_utf8(message, as_str(text));
  Ref line = message.to_str();
  log_failure("error", line, exception);
}

Truth future_set_running(FutureObject* f) {
  FutureState state;
  {
    MutexLock lock(f->mutex);
    state = f->state;
    if (state == FutureState::pending) {
      f->state = FutureState::running;
      return 1;
    }
    if (state == FutureState::cancelled) {
      f->state = FutureState::cancelled_and_notified;
      tell_waiters(f, false);
      return 0;
    }
  }
  Ref message = make_text("Future %llu in unexpected state: %s", static_cast<unsigned long long>(reinterpret_cast<uintptr_t>(f)), state_name(state));
  log_failure("critical", message, Undefined);
  return raise_truth(exc::RuntimeError, "Future in unexpected state");
}

bool future_set_result(FutureObject* f, Value result, std::atomic<int64_t>** idle) { return finish(f, f->result, result, false, idle); }

bool future_set_exception(FutureObject* f, Value exception, std::atomic<int64_t>** idle) {
  return finish(f, f->exception, exception, true, idle);
}

bool future_cancel(FutureObject* f) {
  {
    MutexLock lock(f->mutex);
    if (f->state == FutureState::running || f->state == FutureState::finished) return false;
    if (f->is_cancelled()) return true;
    f->state = FutureState::cancelled;
    f->changed.notify_all();
  }
  invoke_callbacks(f);
  return true;
}

// ---- waiting ----

// 1 done, 0 deadline passed, -1 exception.
Truth future_wait(FutureObject* f, Deadline deadline) {
  return wait_interruptibly("the result of a future", [&] {
    MutexLock lock(f->mutex);
    while (!f->is_done()) {
      if (deadline == Deadline::at_ns(0)) return WaitResult::TimedOut;
      WaitResult waited = f->changed.wait_until(f->mutex, deadline, true);
      if (waited != WaitResult::Done && !f->is_done()) return waited;
    }
    return WaitResult::Done;
  });
}

Value future_result(FutureObject* f, Deadline deadline) {
  Truth done = future_wait(f, deadline);
  if (done < 0) return Error;
  if (!done) return raise_plain(exc::TimeoutError);
  if (!safepoint()) return Error;        // what the worker let go of is ours to count
  if (f->is_cancelled()) return raise_plain(cancelled_error_type);
  Ref exception = f->exception.get();
  if (exception.get().is_none()) return f->result.get();
  return raise_statement(exception);
}

}  // namespace py
