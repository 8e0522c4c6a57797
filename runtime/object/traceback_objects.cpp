// The types traceback and frame (Python/traceback.c, Objects/frameobject.c).
#include <new>

#include "runtime/object/functions.hpp"
#include "runtime/object/heap.hpp"
#include "runtime/object/module.hpp"
#include "runtime/object/traceback.hpp"
#include "runtime/object/tracing.hpp"

namespace py {

uint32_t frame_line(const Code* code, uint32_t position) {
  uint32_t line = code->positions ? code->positions[position].line : 0;
  return line ? line : code->first_line;
}

// ---- traceback ----

static Value make_traceback(const Code* code, uint32_t position, Object* module, Value next_owned) {
  auto* tb = static_cast<Traceback*>(allocate_unfilled(&traceback_type, sizeof(Traceback)));
  new (&tb->next) Slot(next_owned);
  new (&tb->frame) Slot;
  tb->code = code;
  tb->position = position;
  tb->module = module ? incref(object_value(module)) : Undefined;
  return object_value(tb);
}

Value add_traceback(Frame* frame) {
  Value pending = this_thread->pending;
  if (pending.is_undefined()) return Error;
  auto* e = pending.as<Exception>();
  // The old one moves into the new: its reference need not wait for readers, whom the exception keeps it alive for.
  Value inner = e->traceback.exchange(Undefined);
  e->traceback.set(make_traceback(frame->code, frame->position, frame->module, inner));
  if (frame->traced) [[unlikely]] trace_exception(frame);
  return Error;
}

Value frame_of_traceback(Traceback* tb) {
  Value known = tb->frame.get();
  if (!known.is_undefined()) return known;
  Frame frame{.back = nullptr, .code = tb->code, .position = tb->position, .traced = false, .function = nullptr,
              .module = tb->module.is_undefined() ? nullptr : tb->module.object()};
  Value fresh = make_frame_object(&frame);
  if (!fresh.is_error()) tb->frame.set(incref(fresh));
  return fresh;
}
static Truth set_next(Value self, Value value) {
  if (value.is_undefined() || (!value.is_none() && !is_exactly(value, traceback_type))) {
    if (value.is_undefined()) (void)raise(exc::TypeError, "can't delete tb_next attribute");
    else (void)raise(exc::TypeError, "expected traceback object or None, got '%T'", value);
    return -1;
  }
  for (Value v = value; !v.is_none() && !v.is_undefined(); v = v.as<Traceback>()->next.peek()) {
    if (!v.same(self)) continue;
    (void)raise(exc::ValueError, "traceback loop detected");
    return -1;
  }
  self.as<Traceback>()->next.set(value.is_none() ? Undefined : incref(value));
  return 0;
}
static const GetSetDef traceback_getsets[] = {
    {"tb_frame", [](Value self) { return frame_of_traceback(self.as<Traceback>()); }, nullptr},
    {"tb_lineno", [](Value self) { return small_int(traceback_line(self.as<Traceback>())); }, nullptr},
    {"tb_lasti", [](Value self) { return small_int(self.as<Traceback>()->position * 2); }, nullptr},
    {"tb_next", [](Value self) { return slot_or_none(self.as<Traceback>()->next); }, set_next},
    {},
};
// The entries of an exception that nobody looked at go one after the other, without calls in calls.
static void traceback_dealloc(Object* o) {
  for (;;) {
    auto* tb = static_cast<Traceback*>(o);
    Object* next = tb->next.peek().is_object() ? tb->next.peek().object() : nullptr;
    bool alone = next && tb->frame.peek().is_undefined() && owner_of(next) == this_owner && next->local == 1 && is_unique(next);
    if (alone) {
      next->local = 0;
    } else {
      tb->next.drop();
      tb->frame.drop();
    }
    decref(tb->module);
    free_object(o);
    if (!alone) return;
    o = next;
  }
}
constinit Type traceback_type{{.name = "traceback",
                               .instance_size = sizeof(Traceback),
                               .base = &object_type,
                               .dealloc = traceback_dealloc,
                               .traverse = [](Object* o, Visitor& v) {
                                 auto* tb = static_cast<Traceback*>(o);
                                 v.visit(tb->next);
                                 v.visit(tb->frame);
                               },
                               .clear = [](Object* o) {
                                 static_cast<Traceback*>(o)->next.set(Undefined);
                                 static_cast<Traceback*>(o)->frame.set(Undefined);
                               },
                               .getsets = traceback_getsets}};

// ---- frame ----

Value make_frame_object(const Frame* frame) {
  FrameObject *innermost = nullptr, *above = nullptr;
  for (const Frame* f = frame; f; f = f->back) {
    auto* o = allocate<FrameObject>(&frame_type);
    o->code = f->code;
    o->position = f->position;
    o->module = f->module ? incref(object_value(f->module)) : Undefined;
    new (&o->back) Slot(None);
    new (&o->locals) Slot;
    new (&o->trace) Slot(None);
    if (above) above->back.init(object_value(o));
    else innermost = o;
    above = o;
  }
  return innermost ? object_value(innermost) : None;
}
static FrameObject* frame(Value v) { return v.as<FrameObject>(); }

static Value get_globals(Value self) {
  Value m = frame(self)->module;
  return m.is_undefined() ? make_dict() : incref(object_value(module_globals(m.object())));
}
// A module's locals are its globals, a suspended generator's are shown by it; those of other functions are in registers,
// where only locals() in the function sees them.
static Value get_locals(Value self) {
  const Code* code = frame(self)->code;
  if (std::string_view(code->name) == "<module>") return get_globals(self);
  Value shown = frame(self)->locals.get();
  return !shown.is_undefined() ? shown : raise(exc::NotImplementedError, "f_locals of %s: a compiled function keeps no dict of its variables; call locals() in it", code->qualname);
}
static Value frame_repr(Value self) {
  auto* f = frame(self);
  return format_text("<frame at %p, file '%U', line %d, code %s>", reinterpret_cast<void*>(self.bits), absolute_file(f->code->source->file),
                     static_cast<int>(frame_line(f->code, f->position)), f->code->name);
}
static Truth set_trace(Value self, Value value) {
  frame(self)->trace.set(value.is_undefined() ? None : incref(value));
  return 0;
}
static const GetSetDef frame_getsets[] = {
    {"f_code", [](Value self) { return code_object(*frame(self)->code); }, nullptr},
    {"f_lineno", [](Value self) { return small_int(frame_line(frame(self)->code, frame(self)->position)); }, nullptr},
    {"f_lasti", [](Value self) { return small_int(frame(self)->position * 2); }, nullptr},
    {"f_back", [](Value self) { return frame(self)->back.get(); }, nullptr},
    {"f_globals", get_globals, nullptr},
    {"f_locals", get_locals, nullptr},
    {"f_builtins", [](Value) { return incref(object_value(builtins_dict())); }, nullptr},
    {"f_trace", [](Value self) { return frame(self)->trace.get(); }, set_trace},
    {},
};
static const NativeDef frame_methods[] = {PY_NOARGS("clear", [](const Value*, uint32_t) { return None; }), {}};
constinit Type frame_type{{.name = "frame",
                           .instance_size = sizeof(FrameObject),
                           .base = &object_type,
                           .dealloc = [](Object* o) {
                             auto* f = static_cast<FrameObject*>(o);
                             for (Slot* s : {&f->back, &f->locals, &f->trace}) s->drop();
                             decref(f->module);
                             free_object(o);
                           },
                           .traverse = [](Object* o, Visitor& v) {
                             auto* f = static_cast<FrameObject*>(o);
                             for (Slot* s : {&f->back, &f->locals, &f->trace}) v.visit(*s);
                           },
                           .repr = frame_repr,
                           .methods = frame_methods,
                           .getsets = frame_getsets}};

}  // namespace py
