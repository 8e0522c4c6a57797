// Diagnostics: what the compiler has to tell its user, collected as values and printed at the end.
//
// Every diagnostic carries a stable code ("P0101") with a page docs/errors/P0101.md. Messages are
// lowercase without a full stop, except those that repeat CPython's words. A diagnostic that stands
// for an exception CPython would raise at compile time names it in `exception` and is printed as
// CPython prints it.
//
// Ownership: `file` is borrowed and must outlive the diagnostic. Thread-safety: a sink belongs to
// one thread; append() merges the sinks of several.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "compiler/source/span.hpp"

namespace portalis {

class SourceFile;

enum class Severity : std::uint8_t { Error, Warning };

struct Diagnostic {
  std::string code;  // "P0101"
  Severity severity = Severity::Error;
  const SourceFile* file = nullptr;  // null: no source line is shown
  std::string path = {};             // shown instead when `file` is null; may be empty
  Span span;                         // span.line == 0: about the file as a whole
  std::string message;
  std::string help = {};  // what would work; may be empty
  std::vector<std::string> notes = {};
  std::string exception = {};  // "SyntaxError", "IndentationError", "TabError" or empty
};

class DiagnosticSink {
 public:
  void add(Diagnostic diagnostic) {
    if (diagnostic.severity == Severity::Error) ++error_count_;
    diagnostics_.push_back(std::move(diagnostic));
  }
  void append(DiagnosticSink&& other);

  bool has_errors() const { return error_count_ != 0; }
  std::size_t error_count() const { return error_count_; }
  const std::vector<Diagnostic>& diagnostics() const { return diagnostics_; }

  // By file, then by position; equal positions keep the order they were added in.
  void sort();

 private:
  std::vector<Diagnostic> diagnostics_;
  std::size_t error_count_ = 0;
};

struct RenderOptions {
  bool color = false;
  // Also say "error[P0101]" above a CPython-like SyntaxError, so that `portalis explain` is found.
  bool show_code = true;
};

// One diagnostic as text, several lines, ending in a newline:
//
//     app.py:3:7: error[P0301]: module `foo` is not available
//         import foo
//                ^~~
//       help: ...
//
// or, when `exception` is set, as CPython prints an uncaught SyntaxError:
//
//       File "app.py", line 3
//         x = = 1
//             ^
//     SyntaxError: invalid syntax
std::string render(const Diagnostic& diagnostic, const RenderOptions& options = {});

// All of a sink's diagnostics, in order, separated by blank lines.
std::string render_all(const DiagnosticSink& sink, const RenderOptions& options = {});

}  // namespace portalis
