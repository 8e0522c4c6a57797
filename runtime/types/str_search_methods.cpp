// Methods of str that look for a substring: find and its kin, startswith, replace, removeprefix.
#include "runtime/object/few_units.hpp"
#include "runtime/object/quick_ways.hpp"
#include "runtime/object/str_copy.hpp"
#include "runtime/types/str_methods.hpp"
#include "runtime/types/text_arguments.hpp"

#include <cstring>

namespace py {
namespace {

// self[start:end] has `part` at its start or end (CPython's tailmatch).
bool tail_match(const Str* s, const Str* part, int64_t start, int64_t end, bool at_end) {
  if (end > s->length) end = s->length;
  if (end - part->length < start) return false;
  if (part->length == 0) return true;
  if (part->kind() > s->kind()) return false;
  int64_t at = at_end ? end - part->length : start;
  if (part->kind() == s->kind())
    return std::memcmp(s->data1() + at * s->kind(), part->data1(), static_cast<size_t>(part->length * part->kind())) == 0;
  for (int64_t i = 0; i < part->length; ++i)
    if (s->at(at + i) != part->at(i)) return false;
  return true;
}

Value tail_method(const char* name, const Value* args, uint32_t n, bool at_end) {
  Str* s = self_str(args);
  int64_t start, end;
  if (!search_arguments(name, args + 1, n - 1, s->length, start, end)) return Error;
  if (Str* part = as_str(args[1])) return boolean(tail_match(s, part, start, end, at_end));
  Tuple* choices = as_tuple(args[1]);
  if (!choices) return raise(exc::TypeError, "%s first arg must be str or a tuple of str, not %T", name, args[1]);
  for (int64_t i = 0; i < choices->length; ++i) {
    Str* part = as_str(choices->items()[i]);
    if (!part) return raise(exc::TypeError, "tuple for %s must only contain str, not %T", name, choices->items()[i]);
    if (tail_match(s, part, start, end, at_end)) return True;
  }
  return False;
}

// -2: error pending.
int64_t search(const char* name, const Value* args, uint32_t n, bool from_right) {
  Str* s = self_str(args);
  int64_t start, end;
  if (!search_arguments(name, args + 1, n - 1, s->length, start, end)) return -2;
  Str* needle = plain_str_argument(args[1]);
  if (!needle) return -2;
  if (end - start < needle->length) return -1;
  return from_right ? str_rfind(s, needle, start, end) : str_find(s, needle, start, end);
}

// One character by another in ASCII text, wherever it is.
[[gnu::noinline]] Value replace_byte(Str* s, uint8_t old, uint8_t fresh) {
  const int64_t length = s->length;
  const uint8_t* in = s->data1();
  if (find_units(in, length, &old, 1, 1) < 0) return unchanged(s);
  Str* result = allocate_narrow(length, true);
  if (!result) return Error;
  uint8_t* out = result->data();
  for (int64_t i = 0; i < length; ++i) out[i] = in[i] == old ? fresh : in[i];
  return object_value(result);
}

// In ASCII texts, whose result's length is known once the hits are counted. from->length > 0. Undefined: the result is a single
// character, of which there is one object each.
[[gnu::noinline]] Value replace_ascii(Str* s, Str* from, Str* to, int64_t max) {
  if (from->length == 1 && to->length == 1 && max >= s->length && s->length > 1) return replace_byte(s, from->data1()[0], to->data1()[0]);
  const uint8_t* in = s->data1();
  auto find_from = [&](int64_t at) { return find_units(in + at, s->length - at, from->data1(), from->length, 1); };
  // Where the first hits are, each from the end of the one before, so that these are looked for only once.
  constexpr int64_t most_kept = 32;
  int64_t kept[most_kept], kept_count = 0, end = 0;
  auto keep = [&](int64_t at) {
    kept[kept_count++] = at - end;
    end = at + from->length;
    return kept_count < most_kept && kept_count < max;
  };
  if (quick_ways && from->length >= fewest_units && from->length <= most_few_units) {
    each_of_few(in, s->length, from->data1(), from->length, keep);
  } else {
    for (int64_t skipped = find_from(0); skipped >= 0 && keep(end + skipped);) skipped = find_from(end);
  }
  if (kept_count == 0) return unchanged(s);
  int64_t hits = kept_count, grown, length = s->length;
  if (hits == most_kept) hits += count_units(in + end, length - end, from->data1(), from->length, 1, max - hits);
  if (__builtin_mul_overflow(hits, to->length - from->length, &grown) || grown > PTRDIFF_MAX / 2 - length) return raise_no_memory();
  length += grown;
  if (length == 0) return object_value(empty_str());
  if (length == 1) return Undefined;
  Str* result = allocate_narrow(length, true);
  if (!result) return Error;
  uint8_t* out = result->data();
  const uint8_t* limit = narrow_limit(result);
  auto copy = [&](const uint8_t* what, int64_t n) {
    if (n) std::memcpy(out, what, static_cast<size_t>(n));
    out += n;
  };
  int64_t done = 0;
  auto replace_next = [&](int64_t skipped) {
    copy(in + done, skipped);
    if (to->length) out = put_narrow(out, limit, to);
    done += skipped + from->length;
  };
  for (int64_t i = 0; i < kept_count; ++i) replace_next(kept[i]);
  for (hits -= kept_count; hits > 0; --hits) replace_next(find_from(done));
  copy(in + done, s->length - done);
  return object_value(result);
}

[[gnu::noinline]] Value replace_all(Str* s, Str* from, Str* to, int64_t max) {
  if (max < 0) max = INT64_MAX;
  if (max == 0 || s->length < from->length || str_equal(from, to)) return unchanged(s);
  StrBuilder out;
  if (from->length == 0) {
    for (int64_t i = 0; i <= s->length; ++i) {
      if (i < max) out.append(to);
      if (i < s->length) out.append(s->at(i));
    }
    return out.finish();
  }
  if (s->is_ascii() && from->is_ascii() && to->is_ascii()) {
    Value replaced = replace_ascii(s, from, to, max);
    if (!replaced.is_undefined()) return replaced;
  }
  Needle needle(from, s->kind());
  if (!needle.units) return unchanged(s);
  int kind = s->kind();
  int64_t done = 0;
  for (int64_t left = max; left > 0; --left) {
    int64_t i = find_units(s->data1() + done * kind, s->length - done, needle.units, needle.length, kind);
    if (i < 0) break;
    out.append(s, done, done + i);
    out.append(to);
    done += i + needle.length;
  }
  if (done == 0) return unchanged(s);
  out.append(s, done, s->length);
  return out.finish();
}

}  // namespace

namespace str_methods {

Value find(const Value* args, uint32_t n) {
  int64_t i = search("find", args, n, false);
  return i == -2 ? Error : small_int(i);
}

Value rfind(const Value* args, uint32_t n) {
  int64_t i = search("rfind", args, n, true);
  return i == -2 ? Error : small_int(i);
}

Value index(const Value* args, uint32_t n) {
  int64_t i = search("index", args, n, false);
  return i >= 0 ? small_int(i) : i == -2 ? Error : raise(exc::ValueError, "substring not found");
}

Value rindex(const Value* args, uint32_t n) {
  int64_t i = search("rindex", args, n, true);
  return i >= 0 ? small_int(i) : i == -2 ? Error : raise(exc::ValueError, "substring not found");
}

Value count(const Value* args, uint32_t n) {
  Str* s = self_str(args);
  int64_t start, end;
  if (!search_arguments("count", args + 1, n - 1, s->length, start, end)) return Error;
  Str* needle = plain_str_argument(args[1]);
  if (!needle) return Error;
  return small_int(end - start < needle->length ? 0 : str_count(s, needle, start, end, -1));
}

Value startswith(const Value* args, uint32_t n) { return tail_method("startswith", args, n, false); }
Value endswith(const Value* args, uint32_t n) { return tail_method("endswith", args, n, true); }

// What is seldom is a call at the end, for which nothing has to be kept.
[[gnu::noinline]] static Value replace_any(const Value* args, uint32_t n) {
  Str* from = str_argument(args[1], "replace", "1");
  Str* to = from ? str_argument(args[2], "replace", "2") : nullptr;
  int64_t max = -1;
  if (!to || (n > 3 && !size_argument(args[3], max))) return Error;
  return replace_all(self_str(args), from, to, max);
}

Value replace(const Value* args, uint32_t n) {
  auto is_plain = [](Value v) { return is_exactly(v, str_type) && v.as<Str>()->is_ascii(); };
  if (quick_ways && n == 3 && is_plain(args[0]) && is_plain(args[1]) && is_plain(args[2]) && args[1].as<Str>()->length > 0) {
    Value replaced = replace_ascii(args[0].as<Str>(), args[1].as<Str>(), args[2].as<Str>(), INT64_MAX);
    if (!replaced.is_undefined()) [[likely]] return replaced;
  }
  return replace_any(args, n);
}

Value removeprefix(const Value* args, uint32_t) {
  Str *s = self_str(args), *part = str_argument(args[1], "removeprefix", "");
  if (!part) return Error;
  return tail_match(s, part, 0, s->length, false) ? str_slice(s, part->length, s->length) : unchanged(s);
}

Value removesuffix(const Value* args, uint32_t) {
  Str *s = self_str(args), *part = str_argument(args[1], "removesuffix", "");
  if (!part) return Error;
  return tail_match(s, part, 0, s->length, true) ? str_slice(s, 0, s->length - part->length) : unchanged(s);
}

}  // namespace str_methods
}  // namespace py
