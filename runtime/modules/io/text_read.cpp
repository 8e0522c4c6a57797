// Reading text: chunks of bytes are decoded, newlines translated, and characters handed out.
#include <cstring>

#include "runtime/modules/io/text.hpp"
#include "runtime/types/bytes.hpp"

namespace py::io {
namespace {

// Appends bytes from the buffer below to the chunk. The number, 0 at the end, -1 error. `all`: everything there is.
int64_t read_bytes(TextIO* t, bool all) {
  Value buffer = t->buffer.peek();
  if (is_buffered(buffer) && !all) return buffered_read_some(buffer.as<Buffered>(), *t->chunk, default_buffer_size);
  Ref part;
  if (all) {
    part = call_stream(buffer, "read");
  } else {
    static Str *const read1 = intern("read1"), *const read = intern("read");
    Ref method = get_attribute_or_undefined(buffer, read1);
    if (method.is_error()) return -1;
    part = method.is_undefined() ? call_method(buffer, read, small_int(default_buffer_size)) : call(method, small_int(default_buffer_size));
  }
  if (part.is_error()) return -1;
  if (!is_bytes_like(part)) return (void)raise(exc::TypeError, "underlying %s() should have returned a bytes-like object, not '%T'", all ? "read" : "read1", part.get()), -1;
  BytesView view;
  if (!view.argument(part)) return -1;
  t->chunk->append({reinterpret_cast<const char*>(view.data), static_cast<size_t>(view.size)});
  return view.size;
}

// Decodes what the chunk has not yet been decoded of, and adds it to `decoded`. False: error.
bool decode_chunk(TextIO* t, bool final) {
  StrBuilder out;
  int64_t start = static_cast<int64_t>(t->chunk->size) - t->undecoded, consumed;
  const uint8_t* data = reinterpret_cast<const uint8_t*>(t->chunk->data) + start;
  if (!decode_some(out, t->encoding, data, t->undecoded, t->errors, final, consumed)) return false;
  Ref text = out.finish();
  if (text.is_error()) return false;
  Str* s = text.as<Str>();
  bool pairs = t->universal || (t->terminator[0] == '\r' && t->terminator[1]);
  if (pairs && !final && s->length > 0 && s->at(s->length - 1) == '\r') {
    // Whether a \n follows is not known yet: the \r stays undecoded.
    consumed -= t->encoding >= Encoding::utf32 && t->encoding <= Encoding::utf32_be ? 4 : t->encoding >= Encoding::utf16 && t->encoding <= Encoding::utf16_be ? 2 : 1;
    text = str_slice(s, 0, s->length - 1);
    s = text.as<Str>();
  }
  t->undecoded -= consumed;
  if (t->universal) {
    text = translate_newlines(s, t->translate, t->newlines_seen);
    if (text.is_error()) return false;
    s = text.as<Str>();
  }
  Value before = t->decoded.peek();
  if (!before.is_undefined()) text = str_concat(before.as<Str>(), s);
  if (text.is_error()) return false;
  t->decoded.set(text.take());
  return true;
}

// More characters into `decoded`: 1 if there are any, 0 at the end, -1 error.
Truth read_chunk(TextIO* t, bool all = false) {
  Value decoded = t->decoded.peek();
  if (!decoded.is_undefined() && t->decoded_at == decoded.as<Str>()->length) {
    // All handed out: what remains of the chunk is its undecoded end.
    size_t left = static_cast<size_t>(t->undecoded);
    if (left) std::memmove(t->chunk->data, t->chunk->data + t->chunk->size - left, left);
    t->chunk->size = left;
    t->decoded.set(Undefined);
    t->decoded_at = 0;
  }
  for (;;) {
    int64_t had = t->decoded.peek().is_undefined() ? 0 : t->decoded.peek().as<Str>()->length;
    int64_t got = read_bytes(t, all);
    if (got < 0) return -1;
    t->undecoded += got;
    if (t->undecoded == 0) return 0;
    if (!decode_chunk(t, got == 0 || all)) return -1;
    if (t->decoded.peek().as<Str>()->length > had) return 1;
    if (got == 0 || all) return 0;
  }
}

// Hands out decoded[decoded_at:end].
Value take(TextIO* t, int64_t end) {
  Value v = str_slice(t->decoded.peek().as<Str>(), t->decoded_at, end);
  t->decoded_at = end;
  return v;
}

}  // namespace

int64_t find_line_end(const TextIO* t, Str* s, int64_t from) {
  if (t->universal && !t->translate) {
    for (int64_t i = from; i < s->length; ++i) {
      uint32_t c = s->at(i);
      if (c == '\n') return i + 1;
      if (c == '\r') return i + 1 < s->length && s->at(i + 1) == '\n' ? i + 2 : i + 1;
    }
    return -1;
  }
  uint32_t first = t->translate || !t->terminator[0] ? '\n' : static_cast<uint8_t>(t->terminator[0]);
  for (int64_t i = from;; ++i) {
    i = str_find_char(s, first, i, s->length);
    if (i < 0) return -1;
    if (t->translate || !t->terminator[0] || !t->terminator[1]) return i + 1;
    if (i + 1 < s->length && s->at(i + 1) == '\n') return i + 2;
  }
}

Value read_locked(TextIO* t, int64_t n) {
  StrBuilder out;
  if (n < 0) {
    Value decoded = t->decoded.peek();
    if (!decoded.is_undefined()) {
      out.append(decoded.as<Str>(), t->decoded_at, decoded.as<Str>()->length);
      t->decoded_at = decoded.as<Str>()->length;
    }
    Truth more = read_chunk(t, true);
    if (more < 0) return Error;
    if (more > 0) {
      Str* s = t->decoded.peek().as<Str>();
      if (out.length() == 0) return take(t, s->length);
      out.append(s, t->decoded_at, s->length);
      t->decoded_at = s->length;
    }
    return out.finish();
  }
  while (out.length() < n) {
    Value decoded = t->decoded.peek();
    if (decoded.is_undefined() || t->decoded_at == decoded.as<Str>()->length) {
      Truth more = read_chunk(t);
      if (more < 0) return Error;
      if (more == 0) break;
      decoded = t->decoded.peek();
    }
    Str* s = decoded.as<Str>();
    int64_t missing = n - out.length(), end = s->length - t->decoded_at > missing ? t->decoded_at + missing : s->length;
    if (out.length() == 0 && end - t->decoded_at == n) return take(t, end);
    out.append(s, t->decoded_at, end);
    t->decoded_at = end;
  }
  return out.finish();
}

Value readline_locked(TextIO* t, int64_t limit) {
  StrBuilder out;
  for (;;) {
    Value decoded = t->decoded.peek();
    if (decoded.is_undefined() || t->decoded_at == decoded.as<Str>()->length) {
      Truth more = read_chunk(t);
      if (more < 0) return Error;
      if (more == 0) return out.finish();
      decoded = t->decoded.peek();
    }
    Str* s = decoded.as<Str>();
    int64_t found = find_line_end(t, s, t->decoded_at), end = found < 0 ? s->length : found;
    bool full = limit >= 0 && end - t->decoded_at >= limit - out.length();
    if (full) end = t->decoded_at + limit - out.length();
    if (out.length() == 0 && (found >= 0 || full)) return take(t, end);
    out.append(s, t->decoded_at, end);
    t->decoded_at = end;
    if (found >= 0 || full) return out.finish();
  }
}

}  // namespace py::io
