// The lines of a traceback: file, line and function, the source line, and the carets under it (PEP 657;
// Python/traceback.c: tb_displayline, print_error_location_carets).
#include <cstdio>
#include <cstring>

#include "runtime/object/module.hpp"
#include "runtime/object/traceback.hpp"

namespace py {

static bool read_whole_file(const char* path, Text& out) {
  FILE* f = std::fopen(path, "rb");
  if (!f) return false;
  char buffer[8192];
  size_t n;
  while ((n = std::fread(buffer, 1, sizeof buffer, f)) > 0) out.append({buffer, n});
  std::fclose(f);
  return true;
}

bool source_line(const SourceText* source, std::string_view file, uint32_t line, Text& out) {
  std::string_view text;
  Text from_file;
  if (source && source->text) {
    text = {source->text, source->length};
  } else {
    Text path;
    path.append(file);
    path.append('\0');
    if (file.empty() || file[0] == '<' || !read_whole_file(path.data, from_file)) return false;
    text = from_file.view();
  }
  for (uint32_t n = 1; !text.empty(); ++n) {
    size_t end = text.find('\n');
    std::string_view current = text.substr(0, end);
    if (n == line) {
      if (!current.empty() && current.back() == '\r') current.remove_suffix(1);
      out.append(current);
      return true;
    }
    if (end == text.npos) break;
    text.remove_prefix(end + 1);
  }
  return false;
}

// Code points in the first `bytes` bytes of UTF-8 text.
static int64_t characters(std::string_view text, size_t bytes) {
  int64_t n = 0;
  for (size_t i = 0; i < bytes && i < text.size(); ++i) n += (text[i] & 0xc0) != 0x80;
  return n;
}

void append_carets(Text& out, const Position& p, std::string_view line, std::string_view indent) {
  size_t leading = line.find_first_not_of(" \t\f");
  auto stripped = static_cast<int64_t>(leading == line.npos ? line.size() : leading);
  if (p.column == 0xffff || p.end_column == 0xffff) return;
  int64_t start = characters(line, p.column), end, length = characters(line, line.size());
  bool anchored = false;
  int64_t anchor_start = -1, anchor_end = -1;
  if (p.line == p.end_line) {
    end = characters(line, p.end_column);
    anchored = p.anchor_start != 0 || p.anchor_end != 0;
    if (anchored) {
      anchor_start = characters(line, p.anchor_start);
      anchor_end = characters(line, p.anchor_end);
    }
  } else {                               // up to the last character of the first line
    size_t last = line.find_last_not_of(" \t\f");
    end = last == line.npos ? 0 : characters(line, last + 1);
  }
  if (end - start == length - stripped && !anchored) return;   // the whole line: carets would say nothing
  out.append(indent);
  for (int64_t at = stripped - 4; at < end; ++at) {
    if (at < start) out.append(' ');
    else if (anchored) out.append(anchor_start <= at && at < anchor_end ? '^' : '~');
    else out.append('^');
  }
  out.append('\n');
}

void print_entry(Text& out, const Code* code, uint32_t position, std::string_view indent) {
  uint32_t number = frame_line(code, position);
  out.append(indent);
  out.append("  File \"");
  append_utf8(out, absolute_file(code->source->file));
  out.append("\", line ");
  out.append_int(number);
  out.append(", in ");
  out.append(code->name);
  out.append('\n');
  Text line;
  if (!source_line(code->source, code->source->file, number, line)) return;
  std::string_view text = line.view();
  size_t stripped = text.find_first_not_of(" \t\f");
  if (stripped == text.npos) stripped = text.size();
  out.append(indent);
  out.append("    ");
  out.append(text.substr(stripped));
  out.append('\n');
  if (code->positions && code->positions[position].line) append_carets(out, code->positions[position], text, indent);
}

static constexpr int64_t repeat_cutoff = 3;

static void print_repeated(Text& out, int64_t count, std::string_view indent) {
  if (count <= repeat_cutoff) return;
  out.append(indent);
  out.append("  [Previous line repeated ");
  out.append_int(count - repeat_cutoff);
  out.append(count - repeat_cutoff == 1 ? " more time]\n" : " more times]\n");
}

void print_traceback_lines(Text& out, Value traceback, int64_t limit, std::string_view indent) {
  int64_t depth = 0;
  auto next_of = [](Value tb) { return tb.as<Traceback>()->next.peek(); };
  for (Value tb = traceback; !tb.is_undefined(); tb = next_of(tb)) ++depth;
  Value tb = traceback;
  int64_t shown = limit < 0 ? -limit : limit;
  if (limit < 0) {
    for (; depth > shown; --depth) tb = next_of(tb);
  }
  const Traceback* last = nullptr;
  int64_t count = 0;
  for (int64_t printed = 0; !tb.is_undefined() && printed < shown; tb = next_of(tb), ++printed) {
    auto* entry = tb.as<Traceback>();
    if (!last || std::strcmp(last->code->source->file, entry->code->source->file) != 0 || traceback_line(last) != traceback_line(entry) ||
        std::strcmp(last->code->name, entry->code->name) != 0) {
      print_repeated(out, count, indent);
      count = 0;
    }
    last = entry;
    if (++count <= repeat_cutoff) print_entry(out, entry->code, entry->position, indent);
  }
  print_repeated(out, count, indent);
}

void print_traceback(Text& out, Value traceback, int64_t limit) { print_traceback_lines(out, traceback, limit, {}); }

}  // namespace py
