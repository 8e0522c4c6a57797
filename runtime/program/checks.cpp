// The end of a program whose own invariants do not hold.
#include "runtime/program/checks.hpp"

#include <cstdio>
#include <cstdlib>

#include "runtime/object/traceback.hpp"

namespace py {

void check_failed(const char* invariant) {
  std::fprintf(stderr, "portalis: internal error: this does not hold: %s\nThis is a bug in Portalis; please report it with the program.\n", invariant);
  for (const Frame* frame = this_thread ? this_thread->frame : nullptr; frame; frame = frame->back) {
    const Code& code = *frame->code;
    std::fprintf(stderr, "  File \"%s\", line %u, in %s\n", code.source ? code.source->file : "?", frame_line(frame->code, frame->position), code.qualname);
  }
  std::abort();
}

}  // namespace py
