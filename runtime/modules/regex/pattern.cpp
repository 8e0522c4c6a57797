// re.Pattern, and the scanner that finditer() goes on with.
#include "runtime/modules/regex/regex.hpp"
#include "runtime/object/class.hpp"
#include "runtime/object/containers.hpp"
#include "runtime/object/heap.hpp"
#include "runtime/object/operators.hpp"
#include "runtime/object/str.hpp"
#include "runtime/object/text.hpp"
#include "runtime/types/container_support.hpp"
#include "runtime/types/text_arguments.hpp"

namespace py::regex {

constinit Helpers helpers;

bool Subject::take(Value pattern, Value string) {
  bool wants_text = pattern_of(pattern)->is_text;
  if (Str* s = as_str(string)) {
    if (!wants_text) return (void)raise(exc::TypeError, "cannot use a bytes pattern on a string-like object"), false;
    text_ = s;
    units = {s->data1(), s->kind(), s->length};
    return true;
  }
  if (!is_bytes_like(string)) return (void)raise(exc::TypeError, "expected string or bytes-like object, got '%T'", string), false;
  if (wants_text) return (void)raise(exc::TypeError, "cannot use a string pattern on a bytes-like object"), false;
  if (!bytes_.argument(string)) return false;
  units = {bytes_.data, 1, bytes_.size};
  return true;
}
Value Subject::slice(int64_t start, int64_t end) const {
  if (text_) return str_slice(text_, start, end);
  return make_bytes(static_cast<const uint8_t*>(units.data) + start, end - start);
}

void Walk::start(int64_t first, int64_t last) {
  failed = !subject.take(pattern, string);
  fit_bounds(subject.units.length, first, last);
  pos = at_ = first;
  endpos = last;
}
bool Walk::next() {
  if (failed) return false;
  Found found = find_match(program_of(pattern), subject.units, at_, endpos, Where::anywhere, moved_, marks.data());
  if (found != Found::yes) return failed = found == Found::error, false;
  at_ = marks.end();
  moved_ = marks.start() == at_;
  return true;
}
Value Walk::groups(Value otherwise) const {
  uint32_t n = program_of(pattern).groups;
  Ref tuple = object_value(allocate_tuple(n));
  for (uint32_t i = 0; i < n; ++i) {
    Value piece = group(i + 1, otherwise);
    if (piece.is_error()) return Error;
    tuple.as<Tuple>()->items()[i] = piece;
  }
  return tuple.take();
}

namespace {

// Optional bounds behind the string. False: error pending.
bool bounds_of(const Value* args, int64_t& pos, int64_t& endpos) {
  pos = 0;
  endpos = INT64_MAX;
  return (args[1].is_undefined() || size_argument(args[1], pos)) && (args[2].is_undefined() || size_argument(args[2], endpos));
}
bool limit_of(Value v, int64_t& limit) {
  limit = 0;
  return v.is_undefined() || size_argument(v, limit);
}

template <Where where>
Value match_function(const Value* args, uint32_t) { return match_method(args[0], args + 1, where); }

Value sub(const Value* args, uint32_t) {
  int64_t limit, count;
  return limit_of(args[3], limit) ? replace_matches(args[0], args[1], args[2], limit, count) : Error;
}
Value subn(const Value* args, uint32_t) {
  int64_t limit, count;
  Ref text = limit_of(args[3], limit) ? replace_matches(args[0], args[1], args[2], limit, count) : Error;
  return text.is_error() ? Error : tuple_of(text, make_int(count));
}
Value split(const Value* args, uint32_t) {
  int64_t limit;
  return limit_of(args[2], limit) ? split_at_matches(args[0], args[1], limit) : Error;
}
Value find_all(const Value* args, uint32_t) { return find_all_matches(args[0], args + 1); }
Value scanner(const Value* args, uint32_t) { return make_scanner(args[0], args + 1); }
Value find_iter(const Value* args, uint32_t) {
  static Str* const search = intern("search");
  Ref made = make_scanner(args[0], args + 1);
  Ref next = made.is_error() ? Error : get_attribute(made, search);
  return next.is_error() ? Error : make_callable_iterator(next, None);
}
Value itself(const Value* args, uint32_t) { return incref(args[0]); }
Value class_getitem(const Value* args, uint32_t) { return make_generic_alias(args[0], args[1]); }

constexpr NativeDef pattern_methods[] = {
    PY_KEYWORDS("match", match_function<Where::here>, "string, pos=, endpos="),
    PY_KEYWORDS("fullmatch", match_function<Where::whole>, "string, pos=, endpos="),
    PY_KEYWORDS("search", match_function<Where::anywhere>, "string, pos=, endpos="),
    PY_KEYWORDS("findall", find_all, "string, pos=, endpos="), PY_KEYWORDS("finditer", find_iter, "string, pos=, endpos="),
    PY_KEYWORDS("scanner", scanner, "string, pos=, endpos="), PY_KEYWORDS("sub", sub, "repl, string, count="),
    PY_KEYWORDS("subn", subn, "repl, string, count="), PY_KEYWORDS("split", split, "string, maxsplit="),
    PY_NOARGS("__copy__", itself), PY_ONE("__deepcopy__", itself),
    {"__class_getitem__", class_getitem, Arity::one, 1, 1, nullptr, NativeDef::class_method, nullptr, nullptr}, {},
};
constexpr GetSetDef pattern_getsets[] = {
    {"pattern", [](Value self) { return incref(pattern_of(self)->source); }, nullptr},
    {"flags", [](Value self) { return make_int(pattern_of(self)->flags); }, nullptr},
    {"groups", [](Value self) { return make_int(program_of(self).groups); }, nullptr},
    {"groupindex", [](Value self) { return make_mapping_proxy(pattern_of(self)->names); }, nullptr}, {},
};

Value pattern_repr(Value self) {
  constexpr int64_t unicode_flag = 32, shown_at_most = 200;
  Pattern* p = pattern_of(self);
  Ref source = repr(p->source);
  if (source.is_error()) return Error;
  Str* text = source.as<Str>();
  if (text->length > shown_at_most) source = Ref(str_slice(text, 0, shown_at_most));
  int64_t flags = p->is_text ? p->flags & ~unicode_flag : p->flags;
  if (flags == 0) return format_text("re.compile(%S)", source.get());
  Ref show = helpers.show_flags.get(), names = call(show, make_int(flags));
  return names.is_error() ? Error : format_text("re.compile(%S, %S)", source.get(), names.get());
}
int64_t pattern_hash(Value self) {
  Ref key = tuple_of(pattern_of(self)->source, make_int(pattern_of(self)->flags));
  return hash(key);
}
Value pattern_compare(Value self, Value other, Compare op) {
  if ((op != Compare::eq && op != Compare::ne) || !is_exactly(other, pattern_type)) return NotImplemented;
  Pattern *a = pattern_of(self), *b = pattern_of(other);
  Truth same = a == b ? 1 : a->flags == b->flags && a->is_text == b->is_text ? equal(a->source, b->source) : 0;
  return same < 0 ? Error : boolean((same == 1) == (op == Compare::eq));
}

// ---- the scanner ----

struct Scanner : Object {
  Value pattern, string;                 // owned
  int64_t pos, endpos;                   // as given
  int64_t at;                            // these two change, under the object's lock
  bool moved;
};

// Another thread may get the same match; each move of the position is one that a match led to.
template <Where where>
Value scan(const Value* args, uint32_t) {
  auto* s = args[0].as<Scanner>();
  Subject subject;
  Marks marks(program_of(s->pattern));
  if (!subject.take(s->pattern, s->string)) return Error;
  int64_t pos = s->pos, endpos = s->endpos, at;
  bool moved;
  fit_bounds(subject.units.length, pos, endpos);
  {
    ObjectLock lock(s);
    at = s->at;
    moved = s->moved;
  }
  if (at < 0) return None;
  Found found = find_match(program_of(s->pattern), subject.units, at, endpos, where, moved, marks.data());
  if (found == Found::error) return Error;
  {
    ObjectLock lock(s);
    s->at = found == Found::yes ? marks.end() : -1;
    s->moved = found == Found::yes && marks.start() == marks.end();
  }
  return found == Found::yes ? make_match(s->pattern, s->string, pos, endpos, marks.data()) : None;
}
constexpr NativeDef scanner_methods[] = {PY_NOARGS("match", scan<Where::here>), PY_NOARGS("search", scan<Where::anywhere>), {}};
constexpr GetSetDef scanner_getsets[] = {{"pattern", [](Value self) { return incref(self.as<Scanner>()->pattern); }, nullptr}, {}};

}  // namespace

Value match_method(Value pattern, const Value* args, Where where) {
  Subject subject;
  int64_t pos, endpos;
  if (!bounds_of(args, pos, endpos) || !subject.take(pattern, args[0])) return Error;
  fit_bounds(subject.units.length, pos, endpos);
  Marks marks(program_of(pattern));
  switch (find_match(program_of(pattern), subject.units, pos, endpos, where, false, marks.data())) {
    case Found::yes: return make_match(pattern, args[0], pos, endpos, marks.data());
    case Found::no: return None;
    default: return Error;
  }
}

Value find_all_matches(Value pattern, const Value* args) {
  int64_t pos, endpos;
  if (!bounds_of(args, pos, endpos)) return Error;
  Walk walk(pattern, args[0], pos, endpos);
  uint32_t groups = program_of(pattern).groups;
  Ref empty = walk.failed ? Undefined : walk.subject.slice(0, 0);
  Values found;
  while (walk.next()) {
    Value item = groups > 1 ? walk.groups(empty) : walk.group(groups, empty);
    if (item.is_error() || !found.push(item)) return Error;
  }
  if (walk.failed) return Error;
  Value list = make_list_owned(found.data(), found.size());
  found.forget();
  return list;
}

Value make_scanner(Value pattern, const Value* args) {
  Subject subject;
  int64_t pos, endpos;
  if (!bounds_of(args, pos, endpos) || !subject.take(pattern, args[0])) return Error;
  Scanner* s = allocate<Scanner>(&scanner_type);
  s->pattern = incref(pattern);
  s->string = incref(args[0]);
  s->pos = pos;
  s->endpos = endpos;
  fit_bounds(subject.units.length, pos, endpos);
  s->at = pos;
  s->moved = false;
  return object_value(s);
}

constinit Type pattern_type{{
    .name = "re.Pattern", .instance_size = sizeof(Pattern), .flags = type_has_weakrefs, .base = &object_type,
    .doc = "Compiled regular expression object.",
    .dealloc = [](Object* o) {
      auto* p = static_cast<Pattern*>(o);
      decref(p->source);
      decref(p->names);
      delete p->program;
      free_object(o);
    },
    .repr = pattern_repr, .hash = pattern_hash, .compare = pattern_compare, .methods = pattern_methods, .getsets = pattern_getsets}};

constinit Type scanner_type{{
    .name = "_sre.SRE_Scanner", .instance_size = sizeof(Scanner), .flags = 0, .base = &object_type,
    .dealloc = [](Object* o) {
      decref(static_cast<Scanner*>(o)->pattern);
      decref(static_cast<Scanner*>(o)->string);
      free_object(o);
    },
    .methods = scanner_methods, .getsets = scanner_getsets}};

}  // namespace py::regex
