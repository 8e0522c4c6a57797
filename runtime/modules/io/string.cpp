// StringIO: a text stream in memory.
//
// While text is only appended and not yet looked at it collects in a StrBuilder; anything else works on the array
// of code points it is turned into.
#include <cstdlib>
#include <vector>

#include "runtime/modules/io/text.hpp"
#include "runtime/object/heap.hpp"
#include "runtime/types/text_arguments.hpp"

namespace py::io {
namespace {

struct Content {
  StrBuilder builder;                    // in use while `collecting`; the position is at its end
  bool collecting = true;
  std::vector<uint32_t> points;
};

struct StringIO : Object {
  Content* content;                      // null: closed
  int64_t at;
  TextIO* rules;                         // newline rules, in the form TextIOWrapper has them
};

StringIO* self_of(const Value* args) { return args[0].as<StringIO>(); }

bool check_open(StringIO* s) {
  if (!s->content) (void)raise(exc::ValueError, "I/O operation on closed file");
  return s->content != nullptr;
}

// Leaves collecting. False: no memory.
bool settle(StringIO* s) {
  Content& c = *s->content;
  if (!c.collecting) return true;
  Ref text = c.builder.finish();
  if (text.is_error()) return false;
  Str* str = text.as<Str>();
  c.points.resize(static_cast<size_t>(str->length));
  for (int64_t i = 0; i < str->length; ++i) c.points[static_cast<size_t>(i)] = str->at(i);
  c.collecting = false;
  return true;
}

int64_t size_of(const StringIO* s) { return static_cast<int64_t>(s->content->points.size()); }

Value take(StringIO* s, int64_t n) {
  int64_t left = size_of(s) - s->at;
  if (left < 0) left = 0;
  if (n >= 0 && n < left) left = n;
  Value v = make_str_units(s->content->points.data() + (left > 0 ? s->at : 0), 4, left);
  s->at += left;
  return v;
}

// Appends or overwrites at the position, with newline translation. False: error.
bool put(StringIO* s, Str* text) {
  Ref translated;
  if (s->rules->universal) {
    translated = translate_newlines(text, s->rules->translate, s->rules->newlines_seen);
    if (translated.is_error()) return false;
    text = translated.as<Str>();
  }
  const char* newline = s->rules->written_newline;
  Content& c = *s->content;
  bool at_end = c.collecting || s->at == size_of(s);
  auto write_point = [&](uint32_t p) {
    if (c.collecting) {
      c.builder.append(p);
    } else if (at_end) {
      c.points.push_back(p);
    } else {
      if (s->at >= size_of(s)) c.points.resize(static_cast<size_t>(s->at) + 1);
      c.points[static_cast<size_t>(s->at)] = p;
    }
    ++s->at;
  };
  if (c.collecting && !newline[0]) {
    c.builder.append(text);
    s->at += text->length;
    return true;
  }
  for (int64_t i = 0; i < text->length; ++i) {
    if (text->at(i) != '\n' || !newline[0]) write_point(text->at(i));
    else for (const char* p = newline; *p; ++p) write_point(static_cast<uint8_t>(*p));
  }
  return true;
}

Value create(Type* cls, const Value*, uint32_t, Tuple*) {
  Object* o = allocate_instance(cls);
  if (!o) return Error;
  StringIO* s = static_cast<StringIO*>(o);
  s->content = new Content;
  s->rules = static_cast<TextIO*>(std::calloc(1, sizeof(TextIO)));
  return object_value(o);
}

Truth init(Value self, const Value* args, uint32_t n, Tuple* kwnames) {
  static constexpr NativeDef definition = PY_KEYWORDS("StringIO", nullptr, "initial_value=, newline=");
  Value given[2];
  if (!bind_arguments(definition, args, n, kwnames, given)) return -1;
  StringIO* s = self.as<StringIO>();
  Value line_feed = latin1_char('\n');
  if (!newline_argument(given[1].is_undefined() ? line_feed : given[1], s->rules, true)) return -1;
  bool has_text = !given[0].is_undefined() && !given[0].is_none();
  if (has_text && !as_str(given[0])) return (void)raise(exc::TypeError, "initial_value must be str or None, not %T", given[0]), -1;
  ObjectLock lock(s);
  delete s->content;
  s->content = new Content;
  s->at = 0;
  if (has_text && (!put(s, as_str(given[0])) || !settle(s))) return -1;
  s->at = 0;
  return 0;
}

void dealloc(Object* self) {
  delete static_cast<StringIO*>(self)->content;
  std::free(static_cast<StringIO*>(self)->rules);
  free_object(self);
}

Value read(const Value* args, uint32_t n) {
  int64_t size = -1;
  if (n > 1 && !size_or_none(args[1], size)) return Error;
  StringIO* s = self_of(args);
  ObjectLock lock(s);
  return check_open(s) && settle(s) ? take(s, size) : Error;
}

Value line(StringIO* s, int64_t limit) {
  ObjectLock lock(s);
  if (!check_open(s) || !settle(s)) return Error;
  const std::vector<uint32_t>& points = s->content->points;
  const TextIO* rules = s->rules;
  size_t start = static_cast<size_t>(s->at), end = points.size();
  bool any = rules->universal && !rules->translate;
  for (size_t i = start; i < points.size(); ++i) {
    uint32_t c = points[i], next = i + 1 < points.size() ? points[i + 1] : 0;
    bool pair = c == '\r' && next == '\n';
    bool stops = any ? c == '\n' || c == '\r'
               : rules->terminator[0] == '\r' ? (rules->terminator[1] ? pair : c == '\r') : c == '\n';
    if (!stops) continue;
    end = i + 1 + (pair && (any || rules->terminator[1]));
    break;
  }
  int64_t n = end > start ? static_cast<int64_t>(end - start) : 0;
  return take(s, limit >= 0 && limit < n ? limit : n);
}

Value readline(const Value* args, uint32_t n) {
  int64_t limit = -1;
  return n > 1 && !size_or_none(args[1], limit) ? Error : line(self_of(args), limit);
}

Value next_line(Value self) {
  Ref text = line(self.as<StringIO>(), -1);
  return text.is_error() ? Error : text.as<Str>()->length == 0 ? Undefined : text.take();
}

Value write(const Value* args, uint32_t) {
  Str* text = as_str(args[1]);
  if (!text) return raise(exc::TypeError, "string argument expected, got '%T'", args[1]);
  StringIO* s = self_of(args);
  ObjectLock lock(s);
  return check_open(s) && put(s, text) ? small_int(text->length) : Error;
}

Value getvalue(const Value* args, uint32_t) {
  StringIO* s = self_of(args);
  ObjectLock lock(s);
  if (!check_open(s)) return Error;
  Content& c = *s->content;
  if (!c.collecting) return make_str_units(c.points.data(), 4, size_of(s));
  Value text = c.builder.finish();
  if (!text.is_error()) c.builder.append(text.as<Str>());
  return text;
}

Value seek(const Value* args, uint32_t n) {
  int64_t position, whence = 0;
  if (!size_argument(args[1], position) || (n > 2 && !size_argument(args[2], whence))) return Error;
  StringIO* s = self_of(args);
  ObjectLock lock(s);
  if (!check_open(s)) return Error;
  if (whence < 0 || whence > 2) return raise(exc::ValueError, "Invalid whence (%l, should be 0, 1 or 2)", whence);
  if (whence == 0 && position < 0) return raise(exc::ValueError, "Negative seek position %l", position);
  if (whence != 0 && position != 0) return raise(exc::OSError, "Can't do nonzero cur-relative seeks");
  if (!settle(s)) return Error;
  s->at = whence == 0 ? position : whence == 1 ? s->at : size_of(s);
  return make_int(s->at);
}

Value tell(const Value* args, uint32_t) { return check_open(self_of(args)) ? make_int(self_of(args)->at) : Error; }

Value truncate(const Value* args, uint32_t n) {
  StringIO* s = self_of(args);
  int64_t size = s->at;
  if (n > 1 && !args[1].is_none() && !size_argument(args[1], size)) return Error;
  ObjectLock lock(s);
  if (!check_open(s)) return Error;
  if (size < 0) return raise(exc::ValueError, "Negative size value %l", size);
  if (!settle(s)) return Error;
  if (size < size_of(s)) s->content->points.resize(static_cast<size_t>(size));
  return make_int(size);
}

Value close(const Value* args, uint32_t) {
  StringIO* s = self_of(args);
  ObjectLock lock(s);
  delete std::exchange(s->content, nullptr);
  return None;
}

Value yes(const Value* args, uint32_t) { return check_open(self_of(args)) ? True : Error; }
Value flush(const Value*, uint32_t) { return None; }       // also when closed, as in CPython

constexpr NativeDef methods[] = {
    PY_RANGE("read", read, 0, 1), PY_RANGE("readline", readline, 0, 1), PY_ONE("write", write), PY_NOARGS("getvalue", getvalue),
    PY_RANGE("seek", seek, 1, 2), PY_NOARGS("tell", tell), PY_RANGE("truncate", truncate, 0, 1), PY_NOARGS("close", close),
    PY_NOARGS("readable", yes), PY_NOARGS("writable", yes), PY_NOARGS("seekable", yes), PY_NOARGS("flush", flush), {},
};

Value newlines(Value self) {
  uint8_t seen = self.as<StringIO>()->rules->newlines_seen;
  if (!self.as<StringIO>()->rules->universal || seen == 0) return None;
  Ref pair = make_str("\r\n");
  Value kinds[3];
  int64_t n = 0;
  if (seen & 1) kinds[n++] = latin1_char('\r');
  if (seen & 2) kinds[n++] = latin1_char('\n');
  if (seen & 4) kinds[n++] = pair;
  return n == 1 ? incref(kinds[0]) : make_tuple(kinds, n);
}

constexpr GetSetDef getsets[] = {
    {"closed", [](Value self) { return boolean(!self.as<StringIO>()->content); }, nullptr},
    {"line_buffering", [](Value) { return False; }, nullptr},
    {"newlines", newlines, nullptr},
    {},
};

}  // namespace

constinit Type string_io_type{{
    .name = "_io.StringIO", .instance_size = sizeof(StringIO), .flags = type_is_base, .base = &text_io_base_type,
    .doc = "Text I/O implementation using an in-memory buffer.", .create = create, .init = init, .dealloc = dealloc,
    .next = next_line, .methods = methods, .getsets = getsets}};

}  // namespace py::io
