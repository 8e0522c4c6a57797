// concurrent.futures.wait(). Definition: Lib/concurrent/futures/_base.py of CPython 3.11.
#include "portalis/event.hpp"
#include "runtime/modules/futures/futures.hpp"
#include "runtime/types/struct_sequence.hpp"

namespace py {

using portalis::Deadline;
using portalis::MutexLock;

bool collect_futures(Values& out, Value iterable) {
  // A dict, since a set keeps no order and equal futures count once.
  Values given;
  if (!collect(given, iterable)) return false;
  Ref unique = make_dict();
  if (unique.is_error()) return false;
  for (int64_t i = 0; i < given.size(); ++i) {
    if (dict_set(unique.as<Dict>(), given[i], None) < 0) return false;
  }
  if (!dict_snapshot(unique.as<Dict>(), DictPart::keys, out)) return false;
  for (int64_t i = 0; i < out.size(); ++i) {
    if (!as_future(out[i])) return raise_false(exc::AttributeError, "'%T' object has no attribute '_condition'", out[i]);
  }
  return true;
}

namespace {

enum class When : uint8_t { first_completed, first_exception, all_completed, invalid };

When parse_when(Value v) {
  Str* text = v.is_undefined() ? nullptr : as_str(v);
  if (v.is_undefined()) return When::all_completed;
  if (!text || !text->is_ascii()) return When::invalid;
  if (text->ascii() == "FIRST_COMPLETED") return When::first_completed;
  if (text->ascii() == "FIRST_EXCEPTION") return When::first_exception;
  if (text->ascii() == "ALL_COMPLETED") return When::all_completed;
  return When::invalid;
}

class Countdown final : public FutureWaiter {
 public:
  Countdown(When when, int64_t pending) : when_(when), pending_(pending) {}
  void ended(FutureObject*, bool failed) override {
    if (when_ == When::first_completed || (failed && when_ == When::first_exception)) event.set();
    discount(1);
  }
  void discount(int64_t n) {
    if (pending_.fetch_sub(n, std::memory_order_acq_rel) == n) event.set();
  }
  portalis::Event event;

 private:
  const When when_;
  std::atomic<int64_t> pending_;
};

// As CPython counts them: a cancelled future is done for wait() once its executor has taken note.
bool is_settled(FutureObject* f) { return f->state == FutureState::cancelled_and_notified || f->state == FutureState::finished; }

Value split(Values& futures) {
  Ref done = make_set(), rest = make_set();
  for (int64_t i = 0; i < futures.size(); ++i) {
    FutureObject* f = as_future(futures[i]);
    bool settled;
    {
      MutexLock lock(f->mutex);
      settled = is_settled(f);
    }
    if (set_add(settled ? done : rest, futures[i]) < 0) return Error;
  }
  Value fields[] = {done.take(), rest.take()};
  return make_struct_sequence(done_and_not_done_type(), fields);
}

}  // namespace

Type* done_and_not_done_type() {
  // A struct sequence, not a named tuple as in CPython: making one of those takes the Python half of collections.
  static const char* const fields[] = {"done", "not_done", nullptr};
  static Type* const type = make_struct_sequence_type("DoneAndNotDoneFutures", "DoneAndNotDoneFutures(done, not_done)", fields, 2);
  return type;
}

Value wait_for_futures(const Value* args, uint32_t n, Tuple* kwnames) {
  static constexpr Signature signature{"wait", {"fs", "timeout", "return_when"}, 3, 1, 3, false};
  Value given[3];
  if (!bind(signature, args, n, kwnames, given)) return Error;
  Values futures;
  if (!collect_futures(futures, given[0])) return Error;
  When when = parse_when(given[2]);
  Countdown waiter(when, futures.size());
  int64_t settled = 0;
  bool failed = false;
  for (int64_t i = 0; i < futures.size(); ++i) {
    FutureObject* f = as_future(futures[i]);
    MutexLock lock(f->mutex);
    if (is_settled(f)) {
      ++settled;
      failed |= f->state == FutureState::finished && !f->exception.peek().is_none();
    } else {
      add_waiter(f, &waiter);
    }
  }
  bool at_once = settled == futures.size() || (when == When::first_completed && settled) || (when == When::first_exception && failed);
  Truth waited = 1;
  if (!at_once) {
    if (when == When::invalid) {
      waited = raise_truth(exc::ValueError, "Invalid return condition: %R", given[2]);
    } else {
      waiter.discount(settled);
      Deadline deadline = Deadline::never();
      waited = deadline_from(given[1], deadline)
                   ? wait_interruptibly("futures to be done", [&] { return waiter.event.wait_until(deadline, true); })
                   : -1;
    }
  }
  for (int64_t i = 0; i < futures.size(); ++i) remove_waiter(as_future(futures[i]), &waiter);
  return waited < 0 ? Error : split(futures);
}

}  // namespace py
