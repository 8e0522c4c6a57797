// Collecting diagnostics and printing them, in the compiler's own style and in CPython's.
#include "compiler/source/diagnostic.hpp"

#include <algorithm>

#include "compiler/source/source_file.hpp"

namespace portalis {

namespace {

constexpr std::string_view kBold = "\033[1m";
constexpr std::string_view kRed = "\033[1;31m";
constexpr std::string_view kYellow = "\033[1;33m";
constexpr std::string_view kCyan = "\033[1;36m";
constexpr std::string_view kReset = "\033[0m";

std::string paint(std::string_view text, std::string_view color, bool on) {
  if (!on) return std::string(text);
  return std::string(color) + std::string(text) + std::string(kReset);
}

const std::string& path_of(const Diagnostic& d) { return d.file != nullptr ? d.file->path() : d.path; }

bool starts_code_point(char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\f'; }

// The source line without its indentation, and under it the carets. Tabs are kept in the caret line
// so that it lines up on any terminal.
void write_excerpt(std::string& out, const Diagnostic& d, bool color) {
  std::string_view line = d.file->line(d.span.line);
  std::size_t skip = 0;
  while (skip < line.size() && is_blank(line[skip])) ++skip;
  std::string_view shown = line.substr(skip);
  while (!shown.empty() && is_blank(shown.back())) shown.remove_suffix(1);
  if (shown.empty()) return;
  out += "    ";
  out += shown;
  out += '\n';
  if (d.span.col < skip) return;
  std::size_t first = std::min<std::size_t>(d.span.col, line.size());
  std::size_t last = d.span.end_line == d.span.line ? d.span.end_col : d.exception.empty() ? line.size() : first;  // as CPython: one caret
  std::string pad = "    ";
  for (std::size_t i = skip; i < first; ++i) {
    if (starts_code_point(line[i])) pad += line[i] == '\t' ? '\t' : ' ';
  }
  std::string carets = "^";
  for (std::size_t i = first + 1; i < last; ++i) {
    if (i >= line.size() || starts_code_point(line[i])) carets += '^';
  }
  out += pad + paint(carets, kRed, color) + "\n";
}

void write_extras(std::string& out, const Diagnostic& d, const RenderOptions& options) {
  if (!d.help.empty()) out += "  " + paint("help", kCyan, options.color) + ": " + d.help + "\n";
  for (const std::string& note : d.notes) out += "  " + paint("note", kCyan, options.color) + ": " + note + "\n";
}

std::string render_like_cpython(const Diagnostic& d, const RenderOptions& options) {
  std::string out;
  if (options.show_code) {
    // Above, so that the last line stays CPython's.
    out += paint("error[" + d.code + "]", kRed, options.color) + ": `portalis explain " + d.code + "` says more\n";
  }
  const std::string& path = path_of(d);
  if (!path.empty()) {
    out += "  File \"" + path + "\"";
    if (d.span.line != 0) out += ", line " + std::to_string(d.span.line);
    out += "\n";
    if (d.file != nullptr && d.span.line != 0) write_excerpt(out, d, options.color);
  }
  bool warning = d.severity == Severity::Warning;
  out += paint(d.exception, warning ? kYellow : kRed, options.color) + ": " + paint(d.message, kBold, options.color) + "\n";
  write_extras(out, d, options);
  return out;
}

}  // namespace

void DiagnosticSink::append(DiagnosticSink&& other) {
  for (Diagnostic& d : other.diagnostics_) add(std::move(d));
  other.diagnostics_.clear();
  other.error_count_ = 0;
}

void DiagnosticSink::sort() {
  auto before = [](const Diagnostic& a, const Diagnostic& b) {
    if (int order = path_of(a).compare(path_of(b)); order != 0) return order < 0;
    if (a.span.line != b.span.line) return a.span.line < b.span.line;
    return a.span.col < b.span.col;
  };
  std::stable_sort(diagnostics_.begin(), diagnostics_.end(), before);
}

std::string render(const Diagnostic& d, const RenderOptions& options) {
  if (!d.exception.empty()) return render_like_cpython(d, options);
  std::string out;
  if (!path_of(d).empty()) {
    std::string place = path_of(d);
    if (d.span.line != 0) place += ":" + std::to_string(d.span.line) + ":" + std::to_string(d.span.col + 1);
    out += paint(place, kBold, options.color) + ": ";
  }
  bool warning = d.severity == Severity::Warning;
  std::string label = warning ? "warning" : "error";
  if (!d.code.empty()) label += "[" + d.code + "]";
  out += paint(label, warning ? kYellow : kRed, options.color) + ": " + d.message + "\n";
  if (d.file != nullptr && d.span.line != 0) write_excerpt(out, d, options.color);
  write_extras(out, d, options);
  return out;
}

std::string render_all(const DiagnosticSink& sink, const RenderOptions& options) {
  std::string out;
  for (const Diagnostic& d : sink.diagnostics()) {
    if (!out.empty()) out += '\n';
    out += render(d, options);
  }
  return out;
}

}  // namespace portalis
