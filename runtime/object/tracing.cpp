// sys.settrace and sys.setprofile (Python/sysmodule.c, call_trampoline): events of functions. Lines are told by code that
// compiler/lowering adds where the program's text speaks of a trace function, calls of built-in functions by what it adds
// where the text speaks of a profile function.
//
// While a thread is traced its safepoint word keeps the bit safepoint_traced, so that untraced programs pay nothing.
#include "runtime/object/tracing.hpp"

#include "runtime/object/heap.hpp"
#include "runtime/object/operators.hpp"
#include "runtime/object/traceback.hpp"

namespace py {

// A function whose entry was reported; its return will be.
struct TracedFrame {
  Frame* frame;
  Value object, local_trace, result;     // owned
  uint32_t line;                         // the last one told; 0: none
  TracedFrame* outer;
};

static void update_request() {
  ThreadState* t = this_thread;
  if (!t->trace.is_none() || !t->profile.is_none()) request_safepoint(t, safepoint_traced);
  else safepoint_request.fetch_and(~uint32_t{safepoint_traced}, std::memory_order_relaxed);
}
void set_trace_function(Value function) {
  Value old = std::exchange(this_thread->trace, incref(function));
  decref(old);
  update_request();
}
void set_profile_function(Value function) {
  Value old = std::exchange(this_thread->profile, incref(function));
  decref(old);
  update_request();
}

// What the trace function returned (owned), or Error; a failing one is switched off.
static Value report(Value function, Value frame, const char* event, Value argument, void (*switch_off)(Value)) {
  Ref keep = Ref::borrow(function), name = object_value(intern(event));
  this_thread->inside_trace_function = true;
  Value result = call(function, frame, name, argument);
  this_thread->inside_trace_function = false;
  if (result.is_error()) switch_off(None);
  return result;
}

static bool begin_tracing(Frame* frame) {
  ThreadState* t = this_thread;
  Ref object = make_frame_object(frame);
  Ref local = None;
  if (!t->trace.is_none()) {
    local = report(t->trace, object, "call", None, set_trace_function);
    if (local.is_error()) return false;
  }
  if (!t->profile.is_none()) {
    Ref r = report(t->profile, object, "call", None, set_profile_function);
    if (r.is_error()) return false;
  }
  auto* entry = static_cast<TracedFrame*>(allocate_buffer(sizeof(TracedFrame)));
  if (!entry) return false;
  *entry = {frame, object.take(), local.take(), None, frame->position ? frame_line(frame->code, frame->position) : 0, t->traced_frames};
  t->traced_frames = entry;
  return true;
}

bool trace_call(Frame* frame) {
  if (this_thread->inside_trace_function) return true;
  Ref thrown = fetch_error();            // into a generator, which has not seen it yet
  if (!begin_tracing(frame)) return false;
  if (!thrown.is_undefined()) restore_error(thrown.take());
  return true;
}

static TracedFrame* entry_of(Frame* frame) {
  TracedFrame* entry = this_thread->traced_frames;
  return entry && entry->frame == frame ? entry : nullptr;
}

// Tells the trace function of a frame that trace_call() was told of, and takes another from it. false: it raised.
static bool trace_event(TracedFrame* entry, const char* event, Value argument) {
  if (entry->local_trace.is_none() || this_thread->trace.is_none() || this_thread->inside_trace_function) return true;
  entry->object.as<FrameObject>()->position = entry->frame->position;
  Ref next = report(entry->local_trace, entry->object, event, argument, set_trace_function);
  if (next.is_error()) return false;
  if (!next.get().is_none()) decref(std::exchange(entry->local_trace, next.take()));
  return true;
}

bool trace_new_line(Frame* frame, bool once_more) {
  TracedFrame* entry = entry_of(frame);
  uint32_t line = frame_line(frame->code, frame->position);
  if (!entry || (line == entry->line && !once_more)) return true;
  entry->line = line;
  return trace_event(entry, "line", None);
}

void trace_exception(Frame* frame) {
  TracedFrame* entry = entry_of(frame);
  if (!entry || entry->local_trace.is_none()) return;
  Ref exception = fetch_error();
  Ref traceback = exception.as<Exception>()->traceback.get();
  Ref argument = tuple_of(value_of(*type_of(exception)), exception, traceback.is_undefined() ? None : traceback.get());
  if (argument.is_error()) return;
  if (trace_event(entry, "exception", argument)) restore_error(exception.take());
}

void trace_value(Frame* frame, Value value) {
  TracedFrame* entry = entry_of(frame);
  if (entry) decref(std::exchange(entry->result, incref(value)));
}

void trace_return(Frame* frame) {
  TracedFrame* entry = this_thread->traced_frames;
  if (!entry || entry->frame != frame) return;
  this_thread->traced_frames = entry->outer;
  Value pending = fetch_error();         // the function may be leaving with an exception
  entry->object.as<FrameObject>()->position = frame->position;
  bool failed = false;
  Value result = pending.is_undefined() ? entry->result : None;
  if (!entry->local_trace.is_none() && !this_thread->trace.is_none()) {
    Ref r = report(entry->local_trace, entry->object, "return", result, set_trace_function);
    failed = r.is_error();
  }
  if (!failed && !this_thread->profile.is_none()) {
    Ref r = report(this_thread->profile, entry->object, "return", result, set_profile_function);
    failed = r.is_error();
  }
  if (failed) write_unraisable(None);    // the result is already on its way to the caller
  if (!pending.is_undefined()) restore_error(pending);
  decref(entry->object);
  decref(entry->local_trace);
  decref(entry->result);
  free_buffer(entry);
}

// ---- calls of built-in functions (Python/ceval.c, C_TRACE) ----

struct ProfiledCall : Object {
  Value callee;                          // owned; a NativeFunction or MethodDescriptor
};

static bool profile_event(Value frame, const char* event, Value callee) {
  if (this_thread->profile.is_none()) return true;     // the call has ended it
  Ref r = report(this_thread->profile, frame, event, callee, set_profile_function);
  return !r.is_error();
}

static Value profiled_call(Value self, const Value* args, uint32_t n, Tuple* kwnames) {
  Ref callee = Ref::borrow(self.as<ProfiledCall>()->callee);
  if (is_exactly(callee, method_descriptor_type)) {
    if (n == 0) return call(callee, args, n, kwnames);
    callee = method_descriptor_type.descriptor_get(callee, args[0], type_of(args[0]));
    if (callee.is_error()) return Error;
    ++args, --n;
  }
  Frame* running = this_thread->frame;
  TracedFrame* entry = entry_of(running);
  Ref frame = entry ? Ref::borrow(entry->object) : Ref(make_frame_object(running));
  frame.as<FrameObject>()->position = running->position;
  if (!profile_event(frame, "c_call", callee)) return Error;
  Ref result = call(callee, args, n, kwnames);
  if (!result.is_error()) return profile_event(frame, "c_return", callee) ? result.take() : Error;
  Value pending = fetch_error();
  if (profile_event(frame, "c_exception", callee)) restore_error(pending);
  else decref(pending);
  return Error;
}

static const GetSetDef profiled_call_getsets[] = {     // for messages that name the callee
    {"__qualname__", [](Value self) { return get_attribute(self.as<ProfiledCall>()->callee, dunder::qualname); }, nullptr},
    {"__module__", [](Value self) { return get_attribute(self.as<ProfiledCall>()->callee, dunder::module); }, nullptr},
    {},
};

static constinit Type profiled_call_type{{.name = "builtin_function_or_method",
                                          .instance_size = sizeof(ProfiledCall),
                                          .base = &object_type,
                                          .dealloc = [](Object* o) {
                                            decref(static_cast<ProfiledCall*>(o)->callee);
                                            free_object(o);
                                          },
                                          .call = profiled_call,
                                          .getsets = profiled_call_getsets}};

Value profiled_callee(Value callee) {
  ThreadState* t = this_thread;
  bool builtin = is_exactly(callee, native_function_type) || is_exactly(callee, method_descriptor_type);
  if (!builtin || t->profile.is_none() || t->inside_trace_function) return incref(callee);
  auto* wrapper = allocate<ProfiledCall>(&profiled_call_type);
  if (!wrapper) return Error;
  wrapper->callee = incref(callee);
  return object_value(wrapper);
}

}  // namespace py
