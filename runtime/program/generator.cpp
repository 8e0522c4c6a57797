// Resuming generators, delegation (`yield from`) and the generator type.
#include "runtime/program/generator.hpp"

#include <new>

#include "runtime/object/containers.hpp"
#include "runtime/object/cycles.hpp"
#include "runtime/object/functions.hpp"
#include "runtime/object/traceback.hpp"
#include "runtime/object/tracing.hpp"

namespace py {

Generator* new_generator(Function* function, const Code& code, Object* module) {
  auto* gen = static_cast<Generator*>(allocate_unfilled(&generator_type, sizeof(Generator)));
  gen->body = nullptr;
  gen->frame.back = nullptr;
  gen->frame.code = &code;
  gen->frame.position = 0;
  gen->frame.traced = false;
  gen->frame.function = function;
  gen->frame.module = module;
  gen->handling_base.outer = nullptr;
  gen->handling_base.exception = Undefined;
  gen->handling_top = &gen->handling_base;
  gen->inbox = None;
  gen->outbox = gen->delegate = Undefined;
  gen->function = incref(object_value(function));
  new (&gen->name) Slot(function->name.get());   // undefined: as the code has it
  new (&gen->qualname) Slot(function->qualname.get());
  gen->locals = nullptr;
  gen->local_count = 0;
  gen->running.store(0, std::memory_order_relaxed);
  gen->started = gen->finished = false;
  return gen;
}

// Frees the coroutine's frame. The except blocks it stands in end on its own chain, not on this thread's.
static void drop_body(Generator* gen) {
  if (!gen->body) return;
  gen->local_count = 0;
  Handling* handling = std::exchange(this_thread->handling, gen->handling_top);
  std::exchange(gen->body, nullptr).destroy();
  this_thread->handling = handling;
}

void convert_stop_iteration() {
  if (!error_matches(exc::StopIteration)) return;
  Ref stop = fetch_error();
  (void)raise(exc::RuntimeError, "generator raised StopIteration");
  Ref error = fetch_error();
  Exception* e = error.as<Exception>();
  e->cause.set(incref(stop));
  e->context.set(stop.take());
  e->suppress_context.store(true, std::memory_order_relaxed);
  restore_error(error.take());
}

// True if it was free. Alone, no other thread can come in between.
static bool start_running(Generator* gen) {
  if (threads_alive()) return !gen->running.exchange(1, std::memory_order_acquire);
  if (gen->running.load(std::memory_order_relaxed)) return false;
  gen->running.store(1, std::memory_order_relaxed);
  return true;
}

// sys.settrace: each step is a call. false: the trace function raised, which ends the generator.
static bool begin_traced_step(Generator* gen) {
  if (this_thread->trace.is_none() && this_thread->profile.is_none()) return true;
  gen->frame.traced = true;
  if (trace_call(&gen->frame)) return true;
  decref(std::exchange(gen->inbox, None));
  gen->finished = true;
  gen->outbox = Error;
  return false;
}
static bool is_traced() { return safepoint_request.load(std::memory_order_relaxed) & safepoint_traced; }
static void end_traced_step(Generator* gen) {
  if (!gen->finished) trace_value(&gen->frame, gen->outbox);
  trace_return(&gen->frame);
  gen->frame.traced = false;
}

// An exception thrown in before the first step: nothing of the body runs.
static void fail_at_beginning(Generator* gen) {
  (void)add_traceback(&gen->frame);
  gen->finished = true;
  gen->outbox = Error;
}

static Value run(Generator* gen, ThreadState* thread, Value sent, Value& result);

static bool nests_too_deep(const ThreadState* thread) {
  return too_deep(thread->depth + 1) || reinterpret_cast<uintptr_t>(__builtin_frame_address(0)) < thread->stack_limit;
}

// A generator that stands at a `yield from` of another: that one is resumed in its place, and what it yields goes to whoever
// resumes the outer one. Its body hears only of the end, which Delegation::step() finds in the outbox. Not traced.
[[gnu::always_inline]] static inline bool resume_delegate(Generator* gen, ThreadState* thread, Value sent) {
  auto* inner = gen->delegate.as<Generator>();
  Value outcome = Undefined, v;
  if (inner->started && !inner->finished && !threads_alive() && !inner->running.load(std::memory_order_relaxed) && !nests_too_deep(thread)) [[likely]] {
    inner->running.store(1, std::memory_order_relaxed);
    v = run(inner, thread, sent, outcome);
  } else {
    v = resume_generator(inner, sent, outcome);
  }
  bool yielded = !v.is_undefined() && !v.is_error();
  gen->outbox = yielded ? v : v.is_error() ? Error : outcome;
  if (!yielded) gen->inbox = Undefined;
  return yielded;
}

Value resume_generator(Generator* gen, Value sent, Value& result) {
  if (!start_running(gen)) {
    if (sent.is_error()) clear_error();
    else decref(sent);
    return raise(exc::ValueError, "generator already executing");
  }
  auto leave = [&](Value v) {
    gen->running.store(0, std::memory_order_release);
    return v;
  };
  if (gen->finished) {
    result = None;
    if (sent.is_error()) return leave(Error);
    decref(sent);
    return leave(Undefined);
  }
  if (!gen->started && !sent.is_error() && !sent.is_none()) {
    decref(sent);
    return leave(raise(exc::TypeError, "can't send non-None value to a just-started generator"));
  }
  ThreadState* thread = this_thread;
  if (nests_too_deep(thread)) {
    gen->started = true;
    if (sent.is_error()) clear_error();
    else decref(sent);
    recursion_error("");
    return leave(Error);
  }
  return run(gen, thread, sent, result);
}

// The generator is not finished, and `running` is set; it is not any more in the end.
[[gnu::noinline]] static Value run(Generator* gen, ThreadState* thread, Value sent, Value& result) {
  const bool begins = !gen->started;
  gen->started = true;
  ++thread->depth;
  gen->frame.back = thread->frame;
  thread->frame = &gen->frame;
  Handling* outside = thread->handling;
  thread->handling = gen->handling_top;
  if (sent.is_error()) {                 // chained to what the generator itself handles, not to what its caller does
    gen->handling_base.outer = nullptr;
    Ref thrown = fetch_error();
    (void)raise_value(thrown);
  }
  gen->handling_base.outer = outside;

  bool plain = !is_traced();
  if (plain && is_exactly(gen->delegate, generator_type) && !sent.is_error()) {
    if (!resume_delegate(gen, thread, sent)) gen->body.resume();
  } else {
    gen->inbox = sent;
    if (plain || begin_traced_step(gen)) [[likely]] {
      if (begins && sent.is_error()) fail_at_beginning(gen);
      else gen->body.resume();
    }
  }
  if (gen->frame.traced) [[unlikely]] end_traced_step(gen);

  thread = this_thread;
  gen->handling_top = thread->handling;
  thread->handling = gen->handling_base.outer;
  thread->frame = gen->frame.back;
  gen->frame.back = nullptr;
  --thread->depth;

  Value out = std::exchange(gen->outbox, Undefined);
  if (gen->finished) {
    drop_body(gen);
    if (out.is_error()) {
      convert_stop_iteration();
    } else {
      result = out;
      out = Undefined;
    }
  }
  gen->running.store(0, std::memory_order_release);
  return out;
}

Value generator_next(Value self) {
  Value result;
  Value v = resume_generator(self.as<Generator>(), None, result);
  if (!v.is_undefined()) return v;
  if (result.is_none()) return Undefined;
  Ref value = result;
  return raise_stop_iteration(value);
}

// ---- delegation ----
Delegation::Delegation(Generator* gen, Value iterator_owned) : gen_(gen) {
  if (iterator_owned.is_error()) {
    value_ = Error;
    return;
  }
  gen_->delegate = iterator_owned;
}

Delegation::~Delegation() {
  decref(std::exchange(gen_->delegate, Undefined));
  decref(value_);
}

// The value a StopIteration brings; Error for any other pending exception.
static Value stop_iteration_value() {
  static Str* const n_value = intern("value");
  if (!error_matches(exc::StopIteration)) return Error;
  Ref stop = fetch_error();
  return get_attribute(stop, n_value);
}

// Throws the pending exception into the delegate. Undefined: it is over, the outcome is in `outcome`.
static Value throw_into(Value delegate, Value& outcome) {
  static Str *const n_close = intern("close"), *const n_throw = intern("throw");
  if (error_matches(exc::GeneratorExit)) {
    Ref exit = fetch_error();
    Ref close = get_attribute_or_undefined(delegate, n_close);
    Ref closed = close.is_undefined() || close.is_error() ? Ref() : Ref(call(close));
    outcome = Error;
    if (close.is_error() || closed.is_error()) return Undefined;
    restore_error(exit.take());
    return Undefined;
  }
  if (is_exactly(delegate, generator_type)) {
    Value v = resume_generator(delegate.as<Generator>(), Error, outcome);
    return v;
  }
  Ref exception = fetch_error();
  Ref method = get_attribute_or_undefined(delegate, n_throw);
  if (method.is_undefined()) restore_error(exception.take());
  if (method.is_undefined() || method.is_error()) {
    outcome = Error;
    return Undefined;
  }
  return call(method, exception);
}

bool Delegation::step() {
  if (value_.is_error()) return false;   // iter() failed
  static Str* const n_send = intern("send");
  Value delegate = gen_->delegate, outcome = Undefined, v;
  Value sent = std::exchange(sent_, None);
  if (sent.is_undefined()) {             // resume_delegate() was there before
    outcome = std::exchange(gen_->outbox, Undefined);
    v = outcome.is_error() ? Error : Undefined;
  } else if (sent.is_error()) {
    v = throw_into(delegate, outcome);
  } else if (is_exactly(delegate, generator_type)) {
    const bool sends = !sent.is_none();
    v = resume_generator(delegate.as<Generator>(), sent, outcome);
    // Under a trace function CPython goes by way of send() and __next__, and tells of what they raise.
    if (v.is_undefined() && gen_->frame.traced && (sends || !outcome.is_none())) {
      Ref returned = std::exchange(outcome, Undefined);
      v = raise_stop_iteration(returned);
    }
  } else if (sent.is_none()) {
    v = type_of(delegate)->next(delegate);
    if (v.is_undefined()) outcome = None;
  } else {
    Ref held = sent;
    v = call_method(delegate, n_send, held);
  }
  if (v.is_error()) {
    v = Undefined;
    if (gen_->frame.traced && error_matches(exc::StopIteration)) trace_exception(&gen_->frame);
    outcome = stop_iteration_value();
  }
  value_ = v.is_undefined() ? outcome : v;
  return !v.is_undefined();
}

// ---- methods ----
static Value finished_as_stop(Value v, Value result) {
  if (!v.is_undefined()) return v;
  Ref value = result;
  return raise_stop_iteration(value);
}

static Value generator_send(const Value* args, uint32_t) {
  Value result, v = resume_generator(args[0].as<Generator>(), incref(args[1]), result);
  return finished_as_stop(v, result);
}

static Value generator_throw(const Value* args, uint32_t n) {
  // throw(type[, value[, traceback]]) or throw(exception)
  Ref exception = Ref::borrow(args[1]);
  if (Type* cls = as_type(args[1]); cls && is_subtype(cls, &exc::BaseException)) {
    if (n > 2 && !args[2].is_none() && is_subtype(type_of(args[2]), cls)) exception = Ref::borrow(args[2]);
    else exception = Ref(n > 2 && !args[2].is_none() ? call(args[1], args[2]) : call(args[1]));
    if (exception.is_error()) return Error;
    if (!has_flag(exception, kind_exception)) {            // its __new__ made something else
      (void)raise(exc::TypeError, "calling %R should have returned an instance of BaseException, not %T", args[1], exception.get());
      exception = fetch_error();
    }
  } else if (!has_flag(args[1], kind_exception)) {
    return raise(exc::TypeError, "exceptions must be classes or instances deriving from BaseException, not %T", args[1]);
  } else if (n > 2 && !args[2].is_none()) {
    return raise(exc::TypeError, "instance exception may not have a separate value");
  }
  if (n > 3 && !args[3].is_none() && !is_exactly(args[3], traceback_type)) {
    return raise(exc::TypeError, "throw() third argument must be a traceback object");
  }
  if (n > 3 && !args[3].is_none()) exception.as<Exception>()->traceback.set(incref(args[3]));
  restore_error(exception.take());       // its context is what is handled inside, see resume_generator()
  Value result, v = resume_generator(args[0].as<Generator>(), Error, result);
  return finished_as_stop(v, result);
}

static Value close_generator(Generator* gen) {
  if (!gen->started && !gen->running.load(std::memory_order_acquire) && !is_traced()) {   // a trace function hears of what is thrown in
    gen->started = gen->finished = true;
    drop_body(gen);
    return None;
  }
  if (gen->finished) return None;
  restore_error(call(value_of(exc::GeneratorExit)));
  Value result = Undefined, v = resume_generator(gen, Error, result);
  if (v.is_undefined()) {
    decref(result);
    return None;
  }
  if (v.is_error()) {
    if (!error_matches(exc::GeneratorExit) && !error_matches(exc::StopIteration)) return Error;
    clear_error();
    return None;
  }
  decref(v);
  return raise(exc::RuntimeError, "generator ignored GeneratorExit");
}

static Value generator_close(const Value* args, uint32_t) { return close_generator(args[0].as<Generator>()); }

static Value get_name(Value self) {
  Value v = self.as<Generator>()->name.get();
  return v.is_undefined() ? object_value(intern(self.as<Generator>()->frame.code->name)) : v;
}
static Value get_qualname(Value self) {
  Value v = self.as<Generator>()->qualname.get();
  return v.is_undefined() ? make_str(self.as<Generator>()->frame.code->qualname) : v;
}
static Value generator_repr(Value self) {
  Ref qualname = get_qualname(self);
  return format_text("<generator object %S at %p>", qualname.get(), reinterpret_cast<void*>(self.bits));
}

static Value generator_self(Value self) { return incref(self); }

static void generator_finalize(Object* self) {
  auto* gen = static_cast<Generator*>(self);
  if (gen->finished || (!gen->started && !is_traced())) return;
  Ref pending = fetch_error();
  Ref closed = close_generator(gen);
  if (closed.is_error()) write_unraisable(object_value(self));
  if (!pending.is_undefined()) restore_error(pending.take());
}

static void generator_dealloc(Object* self) {
  auto* gen = static_cast<Generator*>(self);
  drop_body(gen);
  decref(gen->function);
  decref(gen->inbox);
  decref(gen->outbox);
  gen->name.set(Undefined);
  gen->qualname.set(Undefined);
  free_object(self);
}

static void generator_traverse(Object* self, Visitor& visitor) {
  auto* gen = static_cast<Generator*>(self);
  for (Value v : {gen->function, gen->inbox, gen->outbox, gen->delegate}) visitor.visit(v);
  for (uint32_t i = 0; i < gen->local_count; ++i) {
    if (gen->locals[i]) visitor.visit(gen->locals[i]->get());
  }
}
static void generator_clear(Object* self) {
  auto* gen = static_cast<Generator*>(self);
  if (gen->running.load(std::memory_order_acquire)) return;
  gen->started = gen->finished = true;
  drop_body(gen);
}

static Truth set_text(Slot& slot, const char* attribute, Value value) {
  if (value.is_undefined() || !as_str(value)) return (void)raise(exc::TypeError, "%s must be set to a string object", attribute), -1;
  slot.set(incref(value));
  return 0;
}
static Truth set_name(Value self, Value value) { return set_text(self.as<Generator>()->name, "__name__", value); }
static Truth set_qualname(Value self, Value value) { return set_text(self.as<Generator>()->qualname, "__qualname__", value); }
static Value get_running(Value self) { return boolean(self.as<Generator>()->running.load(std::memory_order_relaxed)); }
static Value get_suspended(Value self) {
  Generator* gen = self.as<Generator>();
  return boolean(gen->started && !gen->finished && !gen->running.load(std::memory_order_relaxed));
}
static Value get_delegate(Value self) {
  Value delegate = self.as<Generator>()->delegate;
  return delegate.is_undefined() ? None : incref(delegate);
}
static Value get_code(Value self) {
  static Str* const n_code = intern("__code__");
  return get_attribute(self.as<Generator>()->function, n_code);
}
// A picture of the frame as it is now.
static Value get_frame(Value self) {
  Generator* gen = self.as<Generator>();
  if (gen->finished) return None;
  Ref frame = make_frame_object(&gen->frame), locals = make_dict();
  if (frame.is_error() || locals.is_error()) return Error;
  const Code& code = *gen->frame.code;
  auto show = [&](const char* name, uint32_t index, bool captured) {
    if (index >= gen->local_count || !gen->locals[index]) return;
    Ref value = Ref::borrow(*gen->locals[index]);
    if (captured && is_exactly(value, cell_type)) value = Ref(value.as<Cell>()->value.get());
    if (!value.is_undefined()) dict_set(locals.as<Dict>(), intern(name), value);
  };
  uint32_t captured_parameters = 0;
  for (uint32_t i = 0; i < code.local_count; ++i) {
    bool captured = captured_parameters < code.cell_count && std::string_view(code.names[i]) == code.cell_names[captured_parameters];
    captured_parameters += captured;
    show(code.names[i], i, captured);
  }
  for (uint32_t i = captured_parameters; i < code.cell_count; ++i) {
    show(code.cell_names[i], code.local_count + i - captured_parameters, true);
  }
  frame.as<FrameObject>()->locals.set(locals.take());
  return frame.take();
}

static const NativeDef generator_methods[] = {
    PY_ONE("send", generator_send), PY_RANGE("throw", generator_throw, 1, 3), PY_NOARGS("close", generator_close), {}};
static const GetSetDef generator_getsets[] = {
    {"__name__", get_name, set_name},   {"__qualname__", get_qualname, set_qualname}, {"gi_running", get_running, nullptr},
    {"gi_suspended", get_suspended, nullptr}, {"gi_yieldfrom", get_delegate, nullptr}, {"gi_code", get_code, nullptr},
    {"gi_frame", get_frame, nullptr},   {}};

constinit Type generator_type{{.name = "generator",
                               .instance_size = sizeof(Generator),
                               .flags = type_has_weakrefs,
                               .dealloc = generator_dealloc,
                               .traverse = generator_traverse,
                               .clear = generator_clear,
                               .finalize = generator_finalize,
                               .repr = generator_repr,
                               .iter = generator_self,
                               .next = generator_next,
                               .methods = generator_methods,
                               .getsets = generator_getsets}};

}  // namespace py
