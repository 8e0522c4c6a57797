// sub(), split() and expand(): texts put together from what lies between matches and what takes their place.
#include <cstring>

#include "runtime/modules/regex/regex.hpp"
#include "runtime/object/containers.hpp"
#include "runtime/object/operators.hpp"
#include "runtime/object/str.hpp"
#include "runtime/object/text.hpp"
#include "runtime/types/str_methods.hpp"

namespace py::regex {

namespace {

// A str or a bytes that grows.
class Joined {
 public:
  explicit Joined(bool is_text) : is_text_(is_text) {}
  void append(const Subject& subject, int64_t start, int64_t end) {
    if (subject.text()) text_.append(subject.text(), start, end);
    else bytes_.append({static_cast<const char*>(subject.units.data) + start, static_cast<size_t>(end - start)});
  }
  // A str or bytes, which is the item of that number among those CPython joins. False: it is of the other kind; TypeError pending.
  bool append(Value piece, int64_t number) {
    if (Str* s = is_text_ ? as_str(piece) : nullptr) return text_.append(s), true;
    if (Bytes* b = is_text_ ? nullptr : as_bytes(piece)) return bytes_.append({reinterpret_cast<const char*>(b->data()), static_cast<size_t>(b->length)}), true;
    const char* expected = is_text_ ? "sequence item %l: expected str instance, %T found" : "sequence item %l: expected a bytes-like object, %T found";
    return (void)raise(exc::TypeError, expected, number, piece), false;
  }
  Value finish() { return is_text_ ? text_.finish() : make_bytes(bytes_.data, static_cast<int64_t>(bytes_.size)); }

 private:
  bool is_text_;
  StrBuilder text_;
  Text bytes_;
};

// A replacement without references to groups: the text itself; Undefined: it is a template.
Value literal_of(Value replacement) {
  if (Str* s = as_str(replacement)) return str_find_char(s, '\\', 0, s->length) < 0 ? replacement : Undefined;
  Bytes* b = as_bytes(replacement);
  return b && !std::memchr(b->data(), '\\', static_cast<size_t>(b->length)) ? replacement : Undefined;
}

// What a function gives for each match; join() words the TypeError for what is neither text nor None.
Value replace_by_calls(Walk& walk, Value function, int64_t limit, int64_t& count) {
  Values pieces;
  int64_t last = 0;
  while ((limit <= 0 || count < limit) && walk.next()) {
    Ref match = walk.match(), given = match.is_error() ? Error : call(function, match);
    if (given.is_error()) return Error;
    Value between = last < walk.marks.start() ? walk.subject.slice(last, walk.marks.start()) : Undefined;
    if (between.is_error() || (!between.is_undefined() && !pieces.push(between))) return Error;
    if (!given.get().is_none() && !pieces.push(given.take())) return Error;
    last = walk.marks.end();
    ++count;
  }
  if (walk.failed) return Error;
  if (last < walk.subject.units.length) {
    Value rest = walk.subject.slice(last, walk.subject.units.length);
    if (rest.is_error() || !pieces.push(rest)) return Error;
  }
  Ref list = make_list_owned(pieces.data(), pieces.size());
  pieces.forget();
  if (walk.subject.text()) return str_join(empty_str(), list);
  Value join[] = {make_bytes("", 0), list};
  Ref separator(join[0]);
  return bytes_methods::join(join, 1);
}

}  // namespace

Value replace_matches(Value pattern, Value replacement, Value string, int64_t limit, int64_t& count) {
  count = 0;
  Walk walk(pattern, string);
  if (walk.failed) return Error;
  bool is_text = pattern_of(pattern)->is_text;
  if (type_of(replacement)->call) return replace_by_calls(walk, replacement, limit, count);
  Ref literal = Ref::borrow(literal_of(replacement)), pieces;
  if (literal.is_undefined()) {
    Ref parse = helpers.parse_template.get();
    pieces = Ref(call(parse, replacement, pattern));
    if (pieces.is_error()) return Error;
  }
  Joined out(is_text);
  int64_t last = 0;
  while ((limit <= 0 || count < limit) && walk.next()) {
    out.append(walk.subject, last, walk.marks.start());
    if (!literal.is_undefined()) {
      if (!out.append(literal, walk.marks.start() > last)) return Error;
    } else {
      Tuple* parts = pieces.as<Tuple>();
      for (int64_t i = 0; i < parts->length; ++i) {
        Value part = parts->items()[i];
        if (!part.is_small_int()) {
          if (!out.append(part, i)) return Error;
        } else if (const int64_t* bounds = walk.marks.data() + 2 * part.small_int(); bounds[1] >= 0) {
          out.append(walk.subject, bounds[0], bounds[1]);
        }
      }
    }
    last = walk.marks.end();
    ++count;
  }
  if (walk.failed) return Error;
  if (count == 0 && (is_exactly(string, str_type) || is_exactly(string, bytes_type))) return incref(string);
  out.append(walk.subject, last, walk.subject.units.length);
  return out.finish();
}

Value split_at_matches(Value pattern, Value string, int64_t limit) {
  Walk walk(pattern, string);
  Values pieces;
  int64_t last = 0, count = 0;
  while ((limit <= 0 || count < limit) && walk.next()) {
    Value before = walk.subject.slice(last, walk.marks.start());
    if (before.is_error() || !pieces.push(before)) return Error;
    for (uint32_t i = 1; i <= program_of(pattern).groups; ++i) {
      Value group = walk.group(i, None);
      if (group.is_error() || !pieces.push(group)) return Error;
    }
    last = walk.marks.end();
    ++count;
  }
  if (walk.failed) return Error;
  Value rest = walk.subject.slice(last, walk.subject.units.length);
  if (rest.is_error() || !pieces.push(rest)) return Error;
  Value list = make_list_owned(pieces.data(), pieces.size());
  pieces.forget();
  return list;
}

Value expand_template(Value match, Value pieces) {
  Match* m = match_of(match);
  Subject subject;
  if (!subject.take(m->pattern, m->string)) return Error;
  Joined out(pattern_of(m->pattern)->is_text);
  Tuple* parts = pieces.as<Tuple>();
  for (int64_t i = 0; i < parts->length; ++i) {
    Value part = parts->items()[i];
    if (!part.is_small_int()) {
      if (!out.append(part, i)) return Error;
      continue;
    }
    int64_t start = m->marks[2 * part.small_int()], end = m->marks[2 * part.small_int() + 1];
    if (end < 0) continue;
    fit_bounds(subject.units.length, start, end);
    out.append(subject, start, end);
  }
  return out.finish();
}

}  // namespace py::regex
