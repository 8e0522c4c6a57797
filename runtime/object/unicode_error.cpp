// UnicodeDecodeError, UnicodeEncodeError, UnicodeTranslateError (Objects/exceptions.c).
#include <cstddef>
#include <cstdio>

#include "runtime/object/exceptions.hpp"

#pragma GCC diagnostic ignored "-Winvalid-offsetof"

namespace py {

// parameters: a letter for each argument: 's' str, 'b' bytes-like, 'i' int.
static Truth init_fields(Value self, const char* function, const Value* args, uint32_t n, Tuple* kwnames, const char* parameters,
                         std::initializer_list<Slot*> fields) {
  if (exception_init(self, args, n, kwnames) < 0) return -1;
  if (n != fields.size()) {
    (void)raise(exc::TypeError, "function takes exactly %d arguments (%d given)", static_cast<int>(fields.size()), static_cast<int>(n));
    return -1;
  }
  uint32_t i = 0;
  for (Slot* field : fields) {
    Value v = args[i];
    if (parameters[i] == 's' && !as_str(v)) {
      (void)raise(exc::TypeError, "argument %d must be str, not %A", static_cast<int>(i + 1), v);
      return -1;
    }
    if (parameters[i] == 'i') {
      Ref index = to_index(v);
      if (index.is_error()) return -1;
      field->set(index.take());
    } else if (parameters[i] == 'b' && !as_bytes(v)) {
      Ref copy = call(value_of(bytes_type), v);
      if (copy.is_error()) return -1;
      field->set(copy.take());
    } else {
      field->set(incref(v));
    }
    ++i;
  }
  return 0;
}

Truth unicode_decode_init(Value self, const Value* args, uint32_t n, Tuple* kwnames) {
  auto* e = self.as<UnicodeErrorObject>();
  return init_fields(self, "UnicodeDecodeError", args, n, kwnames, "sbiis", {&e->encoding, &e->object, &e->start, &e->end, &e->reason});
}
Truth unicode_encode_init(Value self, const Value* args, uint32_t n, Tuple* kwnames) {
  auto* e = self.as<UnicodeErrorObject>();
  return init_fields(self, "UnicodeEncodeError", args, n, kwnames, "ssiis", {&e->encoding, &e->object, &e->start, &e->end, &e->reason});
}
Truth unicode_translate_init(Value self, const Value* args, uint32_t n, Tuple* kwnames) {
  auto* e = self.as<UnicodeErrorObject>();
  return init_fields(self, "UnicodeTranslateError", args, n, kwnames, "siis", {&e->object, &e->start, &e->end, &e->reason});
}

struct Range { int64_t start, end; };
static Range range_of(UnicodeErrorObject* e) {
  Range r{0, 0};
  Ref start = e->start.get(), end = e->end.get();
  if (is_int(start)) (void)int_to_int64(start, r.start);
  if (is_int(end)) (void)int_to_int64(end, r.end);
  return r;
}

Value unicode_decode_str(Value self) {
  auto* e = self.as<UnicodeErrorObject>();
  Ref encoding = e->encoding.get(), object = e->object.get(), reason = e->reason.get();
  Bytes* bytes = as_bytes(object);
  if (!bytes) return make_str("");
  Range r = range_of(e);
  if (r.start >= 0 && r.start < bytes->length && r.end == r.start + 1) {
    char byte[8];
    std::snprintf(byte, sizeof byte, "0x%02x", bytes->data()[r.start]);
    return format_text("'%S' codec can't decode byte %s in position %l: %S", encoding.get(), byte, r.start, reason.get());
  }
  return format_text("'%S' codec can't decode bytes in position %l-%l: %S", encoding.get(), r.start, r.end - 1, reason.get());
}

static void escape(uint32_t c, char (&out)[16]) {
  std::snprintf(out, sizeof out, c < 0x100 ? "\\x%02x" : c < 0x10000 ? "\\u%04x" : "\\U%08x", c);
}
Value unicode_encode_str(Value self) {
  auto* e = self.as<UnicodeErrorObject>();
  Ref encoding = e->encoding.get(), object = e->object.get(), reason = e->reason.get();
  Str* s = as_str(object);
  if (!s) return make_str("");
  Range r = range_of(e);
  if (r.start >= 0 && r.start < s->length && r.end == r.start + 1) {
    char c[16];
    escape(s->at(r.start), c);
    return format_text("'%S' codec can't encode character '%s' in position %l: %S", encoding.get(), c, r.start, reason.get());
  }
  return format_text("'%S' codec can't encode characters in position %l-%l: %S", encoding.get(), r.start, r.end - 1, reason.get());
}
Value unicode_translate_str(Value self) {
  auto* e = self.as<UnicodeErrorObject>();
  Ref object = e->object.get(), reason = e->reason.get();
  Str* s = as_str(object);
  if (!s) return make_str("");
  Range r = range_of(e);
  if (r.start >= 0 && r.start < s->length && r.end == r.start + 1) {
    char c[16];
    escape(s->at(r.start), c);
    return format_text("can't translate character '%s' in position %l: %S", c, r.start, reason.get());
  }
  return format_text("can't translate characters in position %l-%l: %S", r.start, r.end - 1, reason.get());
}
const MemberDef unicode_error_members[] = {{"encoding", offsetof(UnicodeErrorObject, encoding), false},
                                           {"object", offsetof(UnicodeErrorObject, object), false},
                                           {"start", offsetof(UnicodeErrorObject, start), false},
                                           {"end", offsetof(UnicodeErrorObject, end), false},
                                           {"reason", offsetof(UnicodeErrorObject, reason), false},
                                           {}};

}  // namespace py
