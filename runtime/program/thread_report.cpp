// The report on all threads. It takes no lock and writes past sys.stderr: what it describes may be stuck anywhere.
#include "runtime/program/thread_report.hpp"

#include <cstring>

#include "runtime/object/error.hpp"
#include "runtime/object/operators.hpp"
#include "runtime/object/registry.hpp"
#include "runtime/object/text.hpp"
#include "runtime/object/traceback.hpp"

namespace py {
namespace {

void append_name(Text& out, const ThreadState* thread, bool is_first) {
  Ref name = thread->current_thread.is_object() ? get_attribute_or_undefined(thread->current_thread, intern("name")) : Undefined;
  if (name.is_error()) clear_error();
  if (Str* text = name.is_error() || name.is_undefined() ? nullptr : as_str(name)) append_utf8(out, text);
  else out.append(is_first ? "MainThread" : "a thread");
}

void append_stack(Text& out, const Frame* innermost) {
  Text reversed;                         // pointers to the frames, innermost first
  size_t depth = 0;
  for (const Frame* frame = innermost; frame; frame = frame->back, ++depth) {
    std::memcpy(reversed.make_room(sizeof frame), &frame, sizeof frame);
    reversed.size += sizeof frame;
  }
  while (depth-- > 0) {
    const Frame* frame;
    std::memcpy(&frame, reversed.data + depth * sizeof frame, sizeof frame);
    print_entry(out, frame->code, frame->position);
  }
}

}  // namespace

void report_threads(const char* why) {
  Ref pending = fetch_error();           // looking at names must not disturb it
  Text out;
  out.append(why);
  out.append('\n');
  for (ThreadState* thread = all_threads; thread; thread = thread->next) {
    out.append("\nThread ");
    append_name(out, thread, !thread->next);       // the list has the newest first
    if (thread->waiting_for) {
      out.append(", which waits for ");
      out.append(thread->waiting_for);
    }
    out.append(" (most recent call last):\n");
    append_stack(out, thread->frame);
  }
  write_descriptor_2(out.view());
  if (!pending.is_undefined()) restore_error(pending.take());
}

}  // namespace py
