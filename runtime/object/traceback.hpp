// Tracebacks and frames as Python objects, and printing exceptions the way CPython 3.11 does.
#pragma once

#include "runtime/object/exceptions.hpp"
#include "runtime/object/text.hpp"

namespace py {

// A frame as Python sees it: a snapshot, since the real Frame lives on the C++ stack.
struct FrameObject : Object {
  const Code* code;
  uint32_t position;
  Slot back;                             // FrameObject or None
  Slot locals;                           // Dict
  Slot trace;                            // f_trace
  Value module;                          // owned
};
Value make_frame_object(const Frame* frame);             // with all that are below it; owned
Value frame_of_traceback(Traceback* tb);                 // owned
uint32_t frame_line(const Code* code, uint32_t position);
inline uint32_t traceback_line(const Traceback* tb) { return frame_line(tb->code, tb->position); }

// ---- printing (traceback_print.cpp and its siblings); all append UTF-8 to `out`, and none raises ----
int64_t traceback_limit();               // what sys.tracebacklimit says, as a limit below
struct TracebackOptions {
  int64_t limit = traceback_limit();     // entries shown: the last ones if negative; 0: no traceback
  bool chain = true;
  bool suggestions = true;               // "Did you mean: ..."
};
// What sys.excepthook writes for an uncaught exception: traceback, chain, notes, groups.
void print_exception(Text& out, Value exception, const TracebackOptions& options = {});
// "  File ..., line n, in f" and source lines with carets of a Traceback chain.
void print_traceback(Text& out, Value traceback, int64_t limit = INT64_MAX);
// "ValueError: message" with notes; for SyntaxError the source block. Without traceback.
void print_exception_only(Text& out, Value exception, bool suggestions = true);
// One entry: file, line, name, then the source line if it can be found.
void print_entry(Text& out, const Code* code, uint32_t position, std::string_view indent = {});
// The line of ^ and ~ under a source line, indented by 4 as the stripped line is; nothing when it would say nothing.
void append_carets(Text& out, const Position& p, std::string_view line, std::string_view indent = {});
// The source line n (from 1) of a file, without its line end; empty when it cannot be had. `source` may be null.
bool source_line(const SourceText* source, std::string_view file, uint32_t line, Text& out);
// " Did you mean: 'x'?" for NameError, AttributeError and ImportError; nothing when no name is near.
void append_suggestion(Text& out, Value exception);


// ---- reports (report.cpp) ----
void write_stderr(std::string_view utf8);                // through sys.stderr when there is one
void write_descriptor_2(std::string_view utf8);          // past all streams
// "Exception ignored in: ..." with the traceback, as sys.unraisablehook's default writes it.
void print_unraisable(Value exception, Value where, Value message);
// What sys.unraisablehook is called with (modules/sys_hooks.cpp).
extern Value (*make_unraisable_arguments)(Value exception, Value where, Value message);
// write_unraisable() with words of its own before the object ("Exception ignored in thread started by").
void write_unraisable_with(Value where, Value message);

}  // namespace py
