// Printing exceptions as CPython 3.11's interpreter does: chains, groups with margins, notes, SyntaxError blocks
// (Python/pythonrun.c, print_exception_recursive and what it calls).
#include "runtime/object/traceback.hpp"

#include "runtime/object/containers.hpp"
#include "runtime/object/module.hpp"

namespace py {

static constexpr int max_group_width = 15, max_group_depth = 10;

struct Printer {
  Text& out;
  const TracebackOptions& options;
  int depth = 0;                         // of exception groups
  bool need_close = false;
  Values seen;                           // exceptions of the chain already printed

  void indent(Text& to) { for (int i = 0; i < 2 * depth; ++i) to.append(' '); }
  void margin() {
    indent(out);
    if (depth) out.append("| ");
  }
  void print(Value exception);
  void chained(Value exception, const char* message);
  void single(Value exception);
  void group(Value exception);
};

// str(v), or the fallback when that fails.
static void append_str(Text& out, Value v, const char* fallback) {
  Ref text = str(v);
  if (text.is_error()) {
    clear_error();
    out.append(fallback);
    return;
  }
  append_utf8(out, as_str(text));
}

static void append_class_name(Text& out, Type* t) {
  Ref module = get_attribute_or_undefined(object_value(t), dunder::module), qualname = get_attribute_or_undefined(object_value(t), dunder::qualname);
  clear_error();
  Str* m = module.is_error() || module.is_undefined() ? nullptr : as_str(module);
  if (!m) {
    out.append("<unknown>.");
  } else if (!m->is_ascii() || (m->ascii() != "builtins" && m->ascii() != "__main__")) {
    append_utf8(out, m);
    out.append('.');
  }
  Str* q = qualname.is_error() || qualname.is_undefined() ? nullptr : as_str(qualname);
  if (q) append_utf8(out, q);
  else out.append("<unknown>");
}

// ---- SyntaxError ----

static int64_t int_or(Value v, int64_t otherwise) {
  int64_t n;
  return is_int(v) && int_to_int64(v, n) == IntFit::fits ? n : otherwise;
}

static void print_error_text(Text& out, std::string_view text, int64_t offset, int64_t end_offset, std::string_view indent) {
  int64_t carets = end_offset > 0 && end_offset > offset ? end_offset - offset : 1;
  --offset;
  while (!text.empty() && (text[0] == ' ' || text[0] == '\t' || text[0] == '\f')) {
    text.remove_prefix(1);
    --offset;
  }
  if (!text.empty() && text.back() == '\n') text.remove_suffix(1);
  if (offset > static_cast<int64_t>(text.size())) offset = static_cast<int64_t>(text.size());
  for (size_t newline; (newline = text.find('\n')) != text.npos && static_cast<int64_t>(newline) < offset;) {
    text.remove_prefix(newline + 1);
    offset -= static_cast<int64_t>(newline) + 1;
  }
  out.append(indent);
  out.append("    ");
  out.append(text);
  out.append('\n');
  if (offset < 0) return;
  out.append(indent);
  out.append("    ");
  for (int64_t i = 0; i < offset; ++i) out.append(' ');
  for (int64_t i = 0; i < carets; ++i) out.append('^');
  out.append('\n');
}

// Prints the place; the message that goes with it replaces str(exception).
static void print_syntax_error_place(Text& out, SyntaxErrorObject* e, std::string_view indent) {
  Ref filename = e->filename.get(), line = e->line.get(), offset = e->offset.get(), text = e->text.get(), end_line = e->end_line.get(),
      end_offset = e->end_offset.get();
  if (!is_int(line)) return;
  out.append(indent);
  out.append("  File \"");
  if (filename.get().is_none()) out.append("<string>");
  else append_str(out, filename, "<string>");
  out.append("\", line ");
  out.append_int(int_or(line, 0));
  out.append('\n');
  Str* s = as_str(text);
  if (!s) return;
  Text source;
  append_utf8(source, s);
  auto size = static_cast<int64_t>(source.size);
  int64_t end = int_or(end_offset, -1);
  if (int_or(end_line, 0) > int_or(line, 0)) end = size;
  if (end > size) end = size;
  print_error_text(out, source.view(), int_or(offset, -1), end, indent);
}

// ---- one exception ----

static void print_notes(Text& out, Value exception, std::string_view indent) {
  Ref notes = get_attribute_or_undefined(exception, dunder::notes);
  if (notes.is_error()) return clear_error();
  if (notes.is_undefined()) return;
  if (!type_of(notes)->get_item || as_dict(notes)) {      // no sequence
    Ref text = repr(notes);
    out.append(indent);
    if (text.is_error()) clear_error(), out.append("<__notes__ repr() failed>");
    else append_utf8(out, as_str(text));
    out.append('\n');
    return;
  }
  Values items;
  if (!collect(items, notes)) return clear_error();
  for (int64_t i = 0; i < items.size(); ++i) {
    Text note;
    append_str(note, items[i], "<note str() failed>");
    std::string_view rest = note.view();
    for (;;) {
      size_t end = rest.find('\n');
      out.append(indent);
      out.append(rest.substr(0, end));
      out.append('\n');
      if (end == rest.npos) break;
      rest.remove_prefix(end + 1);
    }
  }
}

static void print_message(Text& out, Value exception, bool suggestions, std::string_view indent) {
  bool syntax = is_subtype(type_of(exception), &exc::SyntaxError) && !exception.as<SyntaxErrorObject>()->line.peek().is_none();
  if (syntax) print_syntax_error_place(out, exception.as<SyntaxErrorObject>(), indent);
  out.append(indent);
  append_class_name(out, type_of(exception));
  Text message;
  if (syntax) {
    Ref m = exception.as<SyntaxErrorObject>()->message.get();
    append_str(message, m, "<exception str() failed>");
  } else {
    append_str(message, exception, "<exception str() failed>");
  }
  if (message.size) {
    out.append(": ");
    out.append(message.view());
  }
  if (suggestions) append_suggestion(out, exception);
  out.append('\n');
  print_notes(out, exception, indent);
}

void print_exception_only(Text& out, Value exception, bool suggestions) { print_message(out, exception, suggestions, {}); }

void print_traceback_lines(Text& out, Value traceback, int64_t limit, std::string_view indent);

void Printer::single(Value exception) {
  Text prefix;
  indent(prefix);
  if (depth) prefix.append("| ");
  Ref traceback = exception.as<Exception>()->traceback.get();
  if (!traceback.is_undefined() && options.limit) {
    bool is_group = is_subtype(type_of(exception), &exc::BaseExceptionGroup);
    indent(out);
    if (depth) out.append(is_group && depth == 1 ? "+ " : "| ");
    out.append(is_group ? "Exception Group Traceback (most recent call last):\n" : "Traceback (most recent call last):\n");
    print_traceback_lines(out, traceback, options.limit, prefix.view());
  }
  print_message(out, exception, options.suggestions, prefix.view());
}

// ---- groups and chains ----

void Printer::group(Value exception) {
  if (depth > max_group_depth) {
    margin();
    out.append("... (max_group_depth is ");
    out.append_int(max_group_depth);
    out.append(")\n");
    return;
  }
  if (depth == 0) depth = 1;
  single(exception);
  Ref members = exception.as<GroupObject>()->exceptions.get();
  Tuple* t = members.as<Tuple>();
  int64_t n = t->length <= max_group_width ? t->length : max_group_width + 1;
  need_close = false;
  for (int64_t i = 0; i < n; ++i) {
    bool last = i == n - 1, truncated = i >= max_group_width;
    if (last) need_close = true;
    indent(out);
    out.append(i == 0 ? "+-" : "  ");
    out.append("+---------------- ");
    if (truncated) out.append("...");
    else out.append_int(i + 1);
    out.append(" ----------------\n");
    ++depth;
    if (truncated) {
      margin();
      out.append("and ");
      out.append_int(t->length - max_group_width);
      out.append(t->length - max_group_width == 1 ? " more exception\n" : " more exceptions\n");
    } else {
      print(t->items()[i]);
    }
    if (last && need_close) {
      indent(out);
      out.append("+------------------------------------\n");
      need_close = false;
    }
    --depth;
  }
  if (depth == 1) depth = 0;
}

void Printer::chained(Value exception, const char* message) {
  bool close = need_close;
  print(exception);
  need_close = close;
  margin();
  out.append('\n');
  margin();
  out.append(message);
  margin();
  out.append('\n');
}

void Printer::print(Value exception) {
  RecursionGuard guard(" while printing an exception");
  if (!guard.ok) return clear_error();
  (void)seen.push(incref(exception));
  auto unseen = [this](Value v) {
    for (int64_t i = 0; i < seen.size(); ++i) {
      if (seen[i].same(v)) return false;
    }
    return true;
  };
  if (options.chain) {
    auto* e = exception.as<Exception>();
    Ref cause = e->cause.get(), context = e->context.get();
    if (!cause.is_undefined()) {
      if (unseen(cause)) chained(cause, "The above exception was the direct cause of the following exception:\n");
    } else if (!context.is_undefined() && !e->suppress_context.load(std::memory_order_relaxed)) {
      if (unseen(context)) chained(context, "During handling of the above exception, another exception occurred:\n");
    }
  }
  if (is_subtype(type_of(exception), &exc::BaseExceptionGroup)) group(exception);
  else single(exception);
}

void print_exception(Text& out, Value exception, const TracebackOptions& options) {
  Value pending = fetch_error();         // str() of an exception may raise and catch
  Printer printer{out, options, 0, false, {}};
  printer.print(exception);
  if (!pending.is_undefined()) restore_error(pending);
}

}  // namespace py
