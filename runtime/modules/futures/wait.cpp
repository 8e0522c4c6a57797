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

namespace {

const char* const pair_fields[] = {"done", "not_done", nullptr};

Value pair_as_dict(const Value* args, uint32_t) {
  Ref dict = make_dict();
  for (int i = 0; i < 2; ++i) {
    dict_set(dict.as<Dict>(), intern(pair_fields[i]), struct_sequence_field(args[0], i));
  }
  return dict.take();
}

Value pair_replace(const Value* args, uint32_t n, Tuple* kwnames) {
  Value items[] = {struct_sequence_field(args[0], 0), struct_sequence_field(args[0], 1)};
  for (int64_t i = 0; kwnames && i < kwnames->length; ++i) {
    Str* name = as_str(kwnames->items()[i]);
    if (name == intern("done")) items[0] = args[n + i];
    else if (name == intern("not_done")) items[1] = args[n + i];
    else return raise(exc::ValueError, "Got unexpected field names: ['%U']", name);
  }
  Value owned[] = {incref(items[0]), incref(items[1])};
  return make_struct_sequence(done_and_not_done_type(), owned);
}

Type* make_pair_type() {
  static constexpr NativeDef methods[] = {PY_NOARGS("_asdict", pair_as_dict), PY_RAW("_replace", pair_replace)};
  Type* type = make_struct_sequence_type("DoneAndNotDoneFutures", "DoneAndNotDoneFutures(done, not_done)", pair_fields, 2);
  Dict* names = type->dict.peek().as<Dict>();
  for (const NativeDef& def : methods) {
    Ref method = make_method_descriptor(type, def);
    dict_set(names, intern(def.name), method);
  }
  Ref fields = tuple_of(object_value(intern("done")), object_value(intern("not_done"))), defaults = make_dict();
  dict_set(names, intern("_fields"), fields);
  dict_set(names, intern("_field_defaults"), defaults);
  return type;
}

}  // namespace

// A struct sequence with what else a named tuple has: a real one would take the Python half of collections.
Type* done_and_not_done_type() {
  static Type* const type = make_pair_type();
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
