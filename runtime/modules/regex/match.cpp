// re.Match.
#include "runtime/modules/regex/regex.hpp"
#include "runtime/object/class.hpp"
#include "runtime/object/containers.hpp"
#include "runtime/object/heap.hpp"
#include "runtime/object/operators.hpp"
#include "runtime/object/str.hpp"
#include "runtime/types/container_support.hpp"

namespace py::regex {

Value make_match(Value pattern, Value string, int64_t pos, int64_t endpos, const int64_t* marks) {
  const Program& program = program_of(pattern);
  uint32_t bounds = 2 * (program.groups + 1);
  auto* m = allocate<Match>(&match_type, bounds * sizeof(int64_t));
  m->pattern = incref(pattern);
  m->string = incref(string);
  m->pos = pos;
  m->endpos = endpos;
  m->last_closed = marks[program.last_closed()];
  for (uint32_t i = 0; i < bounds; ++i) m->marks[i] = marks[i];
  return object_value(m);
}

namespace {

// The number of a group given by number or name; -1: error pending.
int64_t group_number(Match* m, Value group) {
  int64_t number = -1;
  if (group.is_small_int()) {
    number = group.small_int();
  } else if (has_index(group)) {
    if (!to_index_int64(group, number, true)) return -1;
  } else if (as_str(group) || as_bytes(group)) {
    Ref found = dict_get(pattern_of(m->pattern)->names.as<Dict>(), group);
    if (found.is_error()) return -1;
    if (!found.is_undefined()) number = found.get().small_int();
  }
  if (number >= 0 && number <= program_of(m->pattern).groups) return number;
  return (void)raise(exc::IndexError, "no such group"), -1;
}

Value piece(Match* m, int64_t number, Value otherwise) {
  int64_t start = m->marks[2 * number], end = m->marks[2 * number + 1];
  if (end < 0) return incref(otherwise);
  if (Str* s = as_str(m->string)) return str_slice(s, start, end);
  Subject subject;
  if (!subject.take(m->pattern, m->string)) return Error;
  fit_bounds(subject.units.length, start, end);          // a bytearray may have changed since
  return subject.slice(start, end);
}
Value piece(Match* m, Value group) {
  int64_t number = group_number(m, group);
  return number < 0 ? Error : piece(m, number, None);
}

Value group(const Value* args, uint32_t n) {             // n counts the match
  Match* m = match_of(args[0]);
  if (n == 1) return piece(m, int64_t{0}, None);
  if (n == 2) return piece(m, args[1]);
  Ref tuple = object_value(allocate_tuple(n - 1));
  for (uint32_t i = 1; i < n; ++i) {
    Value v = piece(m, args[i]);
    if (v.is_error()) return Error;
    tuple.as<Tuple>()->items()[i - 1] = v;
  }
  return tuple.take();
}

Value groups(const Value* args, uint32_t) {
  Match* m = match_of(args[0]);
  uint32_t n = program_of(m->pattern).groups;
  Value otherwise = args[1].is_undefined() ? None : args[1];
  Ref tuple = object_value(allocate_tuple(n));
  for (uint32_t i = 0; i < n; ++i) {
    Value v = piece(m, int64_t{i} + 1, otherwise);
    if (v.is_error()) return Error;
    tuple.as<Tuple>()->items()[i] = v;
  }
  return tuple.take();
}

Value group_dict(const Value* args, uint32_t) {
  Match* m = match_of(args[0]);
  Ref result = dict_copy(pattern_of(m->pattern)->names.as<Dict>()), names = to_list(result);
  if (names.is_error()) return Error;
  for (int64_t i = 0; i < list_size(names.as<List>()); ++i) {
    Ref name = list_get(names.as<List>(), i), number = dict_get(result.as<Dict>(), name);
    Ref v = piece(m, number.get().small_int(), args[1].is_undefined() ? None : args[1]);
    if (v.is_error() || dict_set(result.as<Dict>(), name, v) < 0) return Error;
  }
  return result.take();
}

Value span_of(Match* m, int64_t number) { return tuple_of(make_int(m->marks[2 * number]), make_int(m->marks[2 * number + 1])); }

enum class Bound { start, end, span };
template <Bound bound>
Value bound_of(const Value* args, uint32_t n) {
  Match* m = match_of(args[0]);
  int64_t number = n == 1 ? 0 : group_number(m, args[1]);
  if (number < 0) return Error;
  return bound == Bound::span ? span_of(m, number) : make_int(m->marks[2 * number + (bound == Bound::end)]);
}

Value expand(const Value* args, uint32_t) {
  Ref parse = helpers.parse_template.get(), pieces = call(parse, args[1], match_of(args[0])->pattern);
  return pieces.is_error() ? Error : expand_template(args[0], pieces);
}
Value itself(const Value* args, uint32_t) { return incref(args[0]); }
Value class_getitem(const Value* args, uint32_t) { return make_generic_alias(args[0], args[1]); }

constexpr NativeDef methods[] = {
    PY_RANGE("group", group, 0, 255), PY_KEYWORDS("groups", groups, "default="), PY_KEYWORDS("groupdict", group_dict, "default="),
    PY_RANGE("start", bound_of<Bound::start>, 0, 1), PY_RANGE("end", bound_of<Bound::end>, 0, 1),
    PY_RANGE("span", bound_of<Bound::span>, 0, 1), PY_KEYWORDS("expand", expand, "template"),
    PY_NOARGS("__copy__", itself), PY_ONE("__deepcopy__", itself),
    {"__class_getitem__", class_getitem, Arity::one, 1, 1, nullptr, NativeDef::class_method, nullptr, nullptr}, {},
};

Value last_index(Value self) {
  int64_t last = match_of(self)->last_closed;
  return last < 0 ? None : make_int(last);
}
Value last_group(Value self) {
  Match* m = match_of(self);
  Value names = pattern_of(m->pattern)->names;
  Ref all = to_list(names);
  if (all.is_error()) return Error;
  for (int64_t i = 0; i < list_size(all.as<List>()); ++i) {
    Ref name = list_get(all.as<List>(), i), number = dict_get(names.as<Dict>(), name);
    if (number.get().same(make_int(m->last_closed))) return name.take();
  }
  return None;
}
Value regs(Value self) {
  Match* m = match_of(self);
  uint32_t n = program_of(m->pattern).groups + 1;
  Ref tuple = object_value(allocate_tuple(n));
  for (uint32_t i = 0; i < n; ++i) tuple.as<Tuple>()->items()[i] = span_of(m, i);
  return tuple.take();
}

constexpr GetSetDef getsets[] = {
    {"re", [](Value self) { return incref(match_of(self)->pattern); }, nullptr},
    {"string", [](Value self) { return incref(match_of(self)->string); }, nullptr},
    {"pos", [](Value self) { return make_int(match_of(self)->pos); }, nullptr},
    {"endpos", [](Value self) { return make_int(match_of(self)->endpos); }, nullptr},
    {"lastindex", last_index, nullptr}, {"lastgroup", last_group, nullptr}, {"regs", regs, nullptr}, {},
};

}  // namespace

constinit Type match_type{{
    .name = "re.Match", .instance_size = sizeof(Match), .flags = 0, .base = &object_type,
    .doc = "The result of re.match() and re.search().\nMatch objects always have a boolean value of True.",
    .dealloc = [](Object* o) {
      decref(static_cast<Match*>(o)->pattern);
      decref(static_cast<Match*>(o)->string);
      free_object(o);
    },
    .repr = [](Value self) {
      constexpr int64_t shown_at_most = 50;
      Match* m = match_of(self);
      Ref span = span_of(m, 0), text = piece(m, int64_t{0}, None), shown = text.is_error() ? Error : repr(text);
      if (shown.is_error()) return Error;
      if (shown.as<Str>()->length > shown_at_most) shown = Ref(str_slice(shown.as<Str>(), 0, shown_at_most));
      return format_text("<re.Match object; span=%R, match=%S>", span.get(), shown.get());
    },
    .get_item = [](Value self, Value key) { return piece(match_of(self), key); },
    .methods = methods, .getsets = getsets}};

}  // namespace py::regex
