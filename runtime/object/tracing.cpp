// sys.settrace and sys.setprofile (Python/sysmodule.c, call_trampoline): 'call' and 'return' events of functions.
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
  Value object, local_trace;             // owned
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

bool trace_call(Frame* frame) {
  ThreadState* t = this_thread;
  if (t->inside_trace_function) return true;
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
  *entry = {frame, object.take(), local.take(), t->traced_frames};
  t->traced_frames = entry;
  return true;
}

void trace_return(Frame* frame) {
  TracedFrame* entry = this_thread->traced_frames;
  if (!entry || entry->frame != frame) return;
  this_thread->traced_frames = entry->outer;
  Value pending = fetch_error();         // the function may be leaving with an exception
  entry->object.as<FrameObject>()->position = frame->position;
  bool failed = false;
  if (!entry->local_trace.is_none()) {
    Ref r = report(entry->local_trace, entry->object, "return", None, set_trace_function);
    failed = r.is_error();
  }
  if (!failed && !this_thread->profile.is_none()) {
    Ref r = report(this_thread->profile, entry->object, "return", None, set_profile_function);
    failed = r.is_error();
  }
  if (failed) write_unraisable(None);    // the result is already on its way to the caller
  if (!pending.is_undefined()) restore_error(pending);
  decref(entry->object);
  decref(entry->local_trace);
  free_buffer(entry);
}

}  // namespace py
