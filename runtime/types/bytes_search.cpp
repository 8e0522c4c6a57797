// Methods of bytes and bytearray that look for a part: find and its kin, startswith, replace, removeprefix.
#include <cstring>

#include "runtime/object/str.hpp"
#include "runtime/object/text.hpp"
#include "runtime/types/bytes.hpp"
#include "runtime/types/text_arguments.hpp"

namespace py {
namespace {

// What find() and `in` look for: bytes, or an int that stands for one byte.
bool needle_argument(Value v, BytesView& view, uint8_t& one) {
  if (is_bytes_like(v)) return view.argument(v);
  if (!is_int(v) && !type_of(v)->number.index) {
    (void)raise(exc::TypeError, "argument should be integer or bytes-like object, not '%T'", v);
    return false;
  }
  if (!byte_argument(v, one)) return false;
  view.data = &one;
  view.size = 1;
  return true;
}

struct Search {
  BytesView self, needle;
  uint8_t one;
  int64_t start, end;
  bool prepare(const char* name, const Value* args, uint32_t n) {
    return self.own(args[0]) && search_arguments(name, args + 1, n - 1, self.size, start, end) && needle_argument(args[1], needle, one);
  }
};

// -2: error pending.
int64_t search(const char* name, const Value* args, uint32_t n, bool from_right) {
  Search s;
  if (!s.prepare(name, args, n)) return -2;
  int64_t length = s.end - s.start;
  if (length < s.needle.size) return -1;
  int64_t i = from_right ? rfind_units(s.self.data + s.start, length, s.needle.data, s.needle.size, 1)
                         : find_units(s.self.data + s.start, length, s.needle.data, s.needle.size, 1);
  return i < 0 ? -1 : i + s.start;
}

bool tail_match(const BytesView& self, const BytesView& part, int64_t start, int64_t end, bool at_end) {
  if (end > self.size) end = self.size;
  if (end - part.size < start) return false;
  int64_t at = at_end ? end - part.size : start;
  return part.size == 0 || std::memcmp(self.data + at, part.data, static_cast<size_t>(part.size)) == 0;
}

Value tail_method(const char* name, const Value* args, uint32_t n, bool at_end) {
  BytesView self;
  int64_t start, end;
  if (!self.own(args[0]) || !search_arguments(name, args + 1, n - 1, self.size, start, end)) return Error;
  if (Tuple* choices = as_tuple(args[1])) {
    for (int64_t i = 0; i < choices->length; ++i) {
      BytesView part;
      if (!part.argument(choices->items()[i])) return Error;
      if (tail_match(self, part, start, end, at_end)) return True;
    }
    return False;
  }
  if (!is_bytes_like(args[1])) return raise(exc::TypeError, "%s first arg must be bytes or a tuple of bytes, not %T", name, args[1]);
  BytesView part;
  return part.argument(args[1]) ? boolean(tail_match(self, part, start, end, at_end)) : Error;
}

std::string_view piece(const BytesView& v, int64_t start, int64_t end) {
  return {reinterpret_cast<const char*>(v.data) + start, static_cast<size_t>(end - start)};
}

}  // namespace

namespace bytes_methods {

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
  return i >= 0 ? small_int(i) : i == -2 ? Error : raise(exc::ValueError, "subsection not found");
}

Value rindex(const Value* args, uint32_t n) {
  int64_t i = search("rindex", args, n, true);
  return i >= 0 ? small_int(i) : i == -2 ? Error : raise(exc::ValueError, "subsection not found");
}

Value count(const Value* args, uint32_t n) {
  Search s;
  if (!s.prepare("count", args, n)) return Error;
  int64_t length = s.end - s.start;
  if (length < s.needle.size) return small_int(0);
  return small_int(s.needle.size == 0 ? length + 1 : count_units(s.self.data + s.start, length, s.needle.data, s.needle.size, 1, -1));
}

Value startswith(const Value* args, uint32_t n) { return tail_method("startswith", args, n, false); }
Value endswith(const Value* args, uint32_t n) { return tail_method("endswith", args, n, true); }

Value replace(const Value* args, uint32_t n) {
  BytesView self, from, to;
  int64_t max = -1;
  if (!from.argument(args[1]) || !to.argument(args[2]) || (n > 3 && !size_argument(args[3], max)) || !self.own(args[0])) return Error;
  if (max < 0) max = INT64_MAX;
  Text out;
  int64_t done = 0;
  if (from.size == 0) {
    for (; done <= self.size; ++done) {
      if (done < max) out.append(piece(to, 0, to.size));
      if (done < self.size) out.append(static_cast<char>(self.data[done]));
    }
    return make_bytes_like(args[0], out.data, static_cast<int64_t>(out.size));
  }
  for (; max > 0; --max) {
    int64_t i = find_units(self.data + done, self.size - done, from.data, from.size, 1);
    if (i < 0) break;
    out.append(piece(self, done, done + i));
    out.append(piece(to, 0, to.size));
    done += i + from.size;
  }
  out.append(piece(self, done, self.size));
  return make_bytes_like(args[0], out.data, static_cast<int64_t>(out.size));
}

Value removeprefix(const Value* args, uint32_t) {
  BytesView self, part;
  if (!part.argument(args[1]) || !self.own(args[0])) return Error;
  int64_t skipped = tail_match(self, part, 0, self.size, false) ? part.size : 0;
  return make_bytes_like(args[0], self.data + skipped, self.size - skipped);
}

Value removesuffix(const Value* args, uint32_t) {
  BytesView self, part;
  if (!part.argument(args[1]) || !self.own(args[0])) return Error;
  return make_bytes_like(args[0], self.data, self.size - (tail_match(self, part, 0, self.size, true) ? part.size : 0));
}

}  // namespace bytes_methods
}  // namespace py
