// TextIOWrapper: making one, writing, flushing, positions. Reading is in io_text_read.cpp, methods in io_text_methods.cpp.
#include "runtime/modules/io/text.hpp"

#include <cstring>

#include "runtime/types/text_arguments.hpp"

namespace py::io {
namespace {

bool pass_on(TextIO* t) {
  if (t->pending->size == 0) return true;
  Value buffer = t->buffer.peek();
  if (is_buffered(buffer)) {
    bool ok = buffered_write(buffer.as<Buffered>(), reinterpret_cast<uint8_t*>(t->pending->data), static_cast<int64_t>(t->pending->size));
    t->pending->size = 0;
    return ok;
  }
  Ref bytes = make_bytes(t->pending->data, static_cast<int64_t>(t->pending->size));
  t->pending->size = 0;
  if (bytes.is_error()) return false;
  Ref done = call_stream(buffer, "write", bytes);
  return !done.is_error();
}

bool flush_buffer(TextIO* t) {
  Value buffer = t->buffer.peek();
  if (is_buffered(buffer) && is_exactly(buffer.as<Buffered>()->raw.peek(), file_io_type)) return buffered_flush(buffer.as<Buffered>());
  Ref done = call_stream(buffer, "flush");
  return !done.is_error();
}

int64_t buffer_tell(TextIO* t) {
  Ref at = call_stream(t->buffer.peek(), "tell");
  int64_t n;
  return at.is_error() || !to_index_int64(at, n) ? -1 : n;
}

int unit_size(Encoding e) {
  if (e >= Encoding::utf16 && e <= Encoding::utf16_be) return 2;
  return e >= Encoding::utf32 && e <= Encoding::utf32_be ? 4 : 1;
}

// How many bytes of the chunk the first `chars` characters of the decoded text came from.
int64_t bytes_of(TextIO* t, int64_t chars) {
  const uint8_t* p = reinterpret_cast<const uint8_t*>(t->chunk->data);
  int64_t size = static_cast<int64_t>(t->chunk->size) - t->undecoded, at = 0;
  int unit = unit_size(t->encoding);
  bool big = t->encoding == Encoding::utf16_be || t->encoding == Encoding::utf32_be;
  auto ascii_at = [&](int64_t i, char c) {
    return i + unit <= size && p[big ? i + unit - 1 : i] == static_cast<uint8_t>(c) && (unit == 1 || p[big ? i + unit - 2 : i + 1] == 0);
  };
  // A byte order mark stands for no character.
  if (t->initial_encoding == Encoding::utf8_sig && size >= 3 && std::memcmp(p, "\xef\xbb\xbf", 3) == 0) at = 3;
  if (t->initial_encoding == Encoding::utf16 && size >= 2 && (p[0] | p[1] << 8) == (big ? 0xfffe : 0xfeff)) at = 2;
  if (t->initial_encoding == Encoding::utf32 && size >= 4 && p[big ? 2 : 1] == 0xfe && p[big ? 3 : 0] == 0xff) at = 4;
  for (; chars > 0 && at < size; --chars) {
    if (t->translate && ascii_at(at, '\r') && ascii_at(at + unit, '\n')) {
      at += 2 * unit;
    } else if (t->encoding == Encoding::utf8) {
      at += p[at] < 0x80 ? 1 : p[at] < 0xe0 ? 2 : p[at] < 0xf0 ? 3 : 4;
    } else if (unit == 2) {
      at += (p[big ? at : at + 1] & 0xfc) == 0xd8 ? 4 : 2;
    } else {
      at += unit;
    }
  }
  return at;
}

}  // namespace

bool check_open(TextIO* t) {
  Value buffer = t->buffer.peek();
  if (buffer.is_undefined()) return (void)raise(exc::ValueError, "underlying buffer has been detached"), false;
  if (is_buffered(buffer)) {
    Value raw = buffer.as<Buffered>()->raw.peek();
    if (is_exactly(raw, file_io_type)) {
      if (raw.as<FileIO>()->fd < 0) (void)raise_closed();
      return raw.as<FileIO>()->fd >= 0;
    }
  }
  Truth closed = stream_closed(buffer);
  if (closed > 0) (void)raise_closed();
  return closed == 0;
}

void drop_decoded(TextIO* t) {
  t->chunk->size = 0;
  t->undecoded = 0;
  t->decoded.set(Undefined);
  t->decoded_at = 0;
}

bool flush_locked(TextIO* t) { return pass_on(t) && flush_buffer(t); }

bool text_flush(TextIO* t) {
  StreamGuard guard(t->mutex, object_value(t));
  return guard.ok && flush_locked(t);
}

bool write_locked(TextIO* t, Str* s) {
  bool has_newline = (t->line_buffering || t->written_newline[0]) && str_find_char(s, '\n', 0, s->length) >= 0;
  bool flushes = t->line_buffering && (has_newline || str_find_char(s, '\r', 0, s->length) >= 0);
  Ref translated;
  if (has_newline && t->written_newline[0]) {
    StrBuilder out;
    for (int64_t i = 0; i < s->length; ++i) {
      if (s->at(i) == '\n') out.append_ascii(t->written_newline);
      else out.append(s->at(i));
    }
    translated = out.finish();
    if (translated.is_error()) return false;
    s = translated.as<Str>();
  }
  size_t before = t->pending->size;
  if (!encode_to(*t->pending, t->encoding, s, t->errors)) {
    t->pending->size = before;           // nothing of what cannot be encoded is written
    return false;
  }
  // The byte order mark is written once.
  if (t->encoding == Encoding::utf16) t->encoding = Encoding::utf16_le;
  if (t->encoding == Encoding::utf32) t->encoding = Encoding::utf32_le;
  if (t->encoding == Encoding::utf8_sig) t->encoding = Encoding::utf8;
  if (!t->decoded.peek().is_undefined()) drop_decoded(t);
  if (t->pending->size >= static_cast<size_t>(default_buffer_size) || flushes || t->write_through) {
    if (!pass_on(t)) return false;
  }
  return !(flushes || t->write_through) || flush_buffer(t);
}

int64_t tell_locked(TextIO* t) {
  if (!t->telling) return (void)raise(exc::OSError, "telling position disabled by next() call"), -1;
  Truth seekable = stream_truth(t->buffer.peek(), "seekable");
  if (seekable == 0) (void)raise_unsupported("underlying stream is not seekable");
  if (seekable <= 0 || !flush_locked(t)) return -1;
  int64_t at = buffer_tell(t);
  if (at < 0 || t->decoded.peek().is_undefined()) return at;
  return at - static_cast<int64_t>(t->chunk->size) + bytes_of(t, t->decoded_at);
}

int64_t seek_locked(TextIO* t, Value cookie, int64_t whence) {
  static Str* const seek = intern("seek");
  Truth seekable = stream_truth(t->buffer.peek(), "seekable");
  if (seekable == 0) (void)raise_unsupported("underlying stream is not seekable");
  if (seekable <= 0) return -1;
  int64_t position;
  if (whence < 0 || whence > 2) return (void)raise(exc::ValueError, "invalid whence (%l, should be 0, 1 or 2)", whence), -1;
  if (!size_argument(cookie, position)) return -1;
  if (whence != 0 && position != 0)
    return (void)raise_unsupported(whence == 1 ? "can't do nonzero cur-relative seeks" : "can't do nonzero end-relative seeks"), -1;
  if (whence == 1 && (position = tell_locked(t)) < 0) return -1;
  if (position < 0) return (void)raise(exc::ValueError, "negative seek position %l", position), -1;
  if (!flush_locked(t)) return -1;
  Value args[] = {t->buffer.peek(), Undefined, small_int(whence == 2 ? 2 : 0)};
  Ref target = make_int(position);
  args[1] = target;
  Ref result = call_method(seek, args, 3);
  int64_t at;
  if (result.is_error() || !to_index_int64(result, at)) return -1;
  drop_decoded(t);
  t->telling = true;
  if (at == 0) t->encoding = t->initial_encoding;
  return at;
}

bool newline_argument(Value newline, TextIO* t, bool shows_repr) {
  Str* s = newline.is_undefined() || newline.is_none() ? nullptr : as_str(newline);
  if (!newline.is_undefined() && !newline.is_none() && !s)
    return (void)raise(exc::TypeError, "newline must be str or None, not %T", newline), false;
  std::string_view text = !s ? "" : s->is_ascii() ? s->ascii() : "?";
  if (s && text != "" && text != "\n" && text != "\r" && text != "\r\n")
    return (void)raise(exc::ValueError, shows_repr ? "illegal newline value: %R" : "illegal newline value: %S", newline), false;
  t->universal = !s || text.empty();
  t->translate = !s;
  auto put = [](char* out, std::string_view from) {
    std::memcpy(out, from.data(), from.size());
    out[from.size()] = 0;
  };
  put(t->terminator, text);
  put(t->written_newline, text == "\n" ? "" : text);
  return true;
}

bool set_encoding(TextIO* t, Value encoding, Value errors) {
  if (!errors.is_undefined() && !errors.is_none()) {
    Text name;
    append_utf8(name, as_str(errors));
    if (name.size >= sizeof t->errors) return (void)raise(exc::LookupError, "unknown error handler name '%U'", as_str(errors)), false;
    if (name.size) std::memcpy(t->errors, name.data, name.size);
    t->errors[name.size] = 0;
    t->errors_name.set(incref(errors));
  }
  if (encoding.is_undefined() || encoding.is_none()) return true;
  Text name;
  append_utf8(name, as_str(encoding));
  Encoding e = find_encoding(name.view());
  if (e == Encoding::unknown) return (void)raise(exc::LookupError, "unknown encoding: %U", as_str(encoding)), false;
  t->encoding = t->initial_encoding = e;
  t->encoding_name.set(incref(encoding));
  return true;
}

Value allocate_text(Type* cls) {
  Object* o = allocate_instance(cls);
  if (!o) return Error;
  TextIO* t = static_cast<TextIO*>(o);
  for (Slot* slot : {&t->buffer, &t->encoding_name, &t->errors_name, &t->mode, &t->decoded}) slot->init(Undefined);
  t->pending = new Text;
  t->chunk = new Text;
  t->telling = true;
  return object_value(t);
}

bool init_text(TextIO* t, Value buffer, Value encoding, Value errors, Value newline, bool line_buffering, bool write_through) {
  if (!newline_argument(newline, t, false)) return false;
  Ref default_encoding = make_str("UTF-8"), strict = make_str("strict");
  bool no_encoding = encoding.is_undefined() || encoding.is_none();
  if (Str* s = no_encoding ? nullptr : as_str(encoding); s && str_equal_ascii(s, "locale")) no_encoding = true;
  if (!set_encoding(t, no_encoding ? default_encoding.get() : encoding, errors.is_undefined() || errors.is_none() ? strict.get() : errors)) return false;
  Truth readable = stream_truth(buffer, "readable");
  Truth writable = readable < 0 ? -1 : stream_truth(buffer, "writable");
  if (writable < 0) return false;
  t->can_read = readable, t->can_write = writable;
  t->line_buffering = line_buffering;
  t->write_through = write_through;
  t->buffer.set(incref(buffer));
  drop_decoded(t);
  if (writable) {
    link_stream(t);
    // Appending to something: its byte order mark is there already.
    bool marked = t->encoding == Encoding::utf16 || t->encoding == Encoding::utf32 || t->encoding == Encoding::utf8_sig;
    Truth seekable = marked ? stream_truth(buffer, "seekable") : 0;
    if (seekable > 0 && !readable) {
      if (buffer_tell(t) > 0)
        t->encoding = t->encoding == Encoding::utf16 ? Encoding::utf16_le : t->encoding == Encoding::utf32 ? Encoding::utf32_le : Encoding::utf8;
    }
    if (error_pending()) return false;
  }
  return true;
}

Value make_text(Type* cls, Value buffer, Value encoding, Value errors, Value newline, bool line_buffering, bool write_through) {
  Ref t = allocate_text(cls);
  return !t.is_error() && init_text(t.as<TextIO>(), buffer, encoding, errors, newline, line_buffering, write_through) ? t.take() : Error;
}

}  // namespace py::io
