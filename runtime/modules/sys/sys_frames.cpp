// sys: frames and tracing.
#include "runtime/modules/sys/sys_internal.hpp"
#include "runtime/object/registry.hpp"
#include "runtime/object/traceback.hpp"
#include "runtime/object/tracing.hpp"

namespace py::sys {
namespace {

Value get_frame(const Value* args, uint32_t n) {
  int depth = 0;
  if (n && !int_argument(args[0], depth)) return Error;
  const Frame* frame = this_thread->frame;
  for (; depth > 0 && frame; --depth) frame = frame->back;
  return frame ? make_frame_object(frame) : raise(exc::ValueError, "call stack is not deep enough");
}

// Other threads' frames are on their stacks: they are looked at while those threads stand still.
Value current_frames(const Value*, uint32_t) {
  Ref frames = make_dict();
  if (frames.is_error()) return Error;
  WorldStop stopped;
  for (ThreadState* t = all_threads; t; t = t->next) {
    if (!t->frame) continue;
    Ref ident = make_int_unsigned(t->ident), frame = make_frame_object(t->frame);
    if (dict_set(frames.as<Dict>(), ident, frame) < 0) return Error;
  }
  return frames.take();
}

Value set_trace(const Value* args, uint32_t) {
  set_trace_function(args[0]);
  return None;
}
Value get_trace(const Value*, uint32_t) { return incref(this_thread->trace); }
Value set_profile(const Value* args, uint32_t) {
  set_profile_function(args[0]);
  return None;
}
Value get_profile(const Value*, uint32_t) { return incref(this_thread->profile); }

}  // namespace

const NativeDef frame_functions[] = {
    PY_RANGE("_getframe", get_frame, 0, 1),
    PY_NOARGS("_current_frames", current_frames),
    PY_ONE("settrace", set_trace),
    PY_NOARGS("gettrace", get_trace),
    PY_ONE("setprofile", set_profile),
    PY_NOARGS("getprofile", get_profile),
    {},
};

}  // namespace py::sys
