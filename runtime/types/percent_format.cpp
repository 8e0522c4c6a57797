// str % values and bytes % values (printf-style formatting).
//
// One formatter for both: a bytes format is read, and its result collected, as Latin-1 text. The differences are
// what %s, %c and %r mean and how keys are looked up. Rules and messages: CPython's unicode_format_arg() and
// _PyBytes_FormatEx().
#include <charconv>
#include <climits>
#include <cmath>
#include <string>

#include "runtime/object/buffer.hpp"
#include "runtime/object/operators.hpp"
#include "runtime/object/quick_ways.hpp"
#include "runtime/types/format_spec.hpp"
#include "runtime/types/float_internal.hpp"
#include "runtime/types/int_internal.hpp"
#include "runtime/types/percent_format.hpp"
#include "runtime/types/str_methods.hpp"

namespace py {
namespace {

struct Directive {
  bool left = false, plus = false, blank = false, alternate = false, zero = false;
  int64_t width = -1, precision = -1;
  uint32_t type = 0;
};

constexpr uint64_t each = 0x0101010101010101u;
// Where the lowest c is among eight bytes; 8: nowhere.
inline int64_t place_in(uint64_t eight, uint8_t c) {
  uint64_t differing = eight ^ each * c;
  uint64_t hit = (differing - each) & ~differing & each * 0x80;   // the lowest bit is exact
  return hit ? __builtin_ctzll(hit) / 8 : 8;
}

// How far a format is done, and how many arguments are used.
struct Progress {
  int64_t at = 0, used = 0;
  size_t size = 0;                       // of what came of it
};

// Most formats are short ASCII text with %s of such texts, %s or %d of small ints and %f of floats, perhaps with a width: made without
// looking ahead, with nothing to be widened or grown, short pieces as whole words. Stops at the first that is something else.
class FormatStart {
 public:
  Progress run(const Str* format, const Value* items, int64_t count) {
    const uint8_t* text = format->data1();
    const int64_t n = format->length, whole = (n + 7) & ~int64_t{7};
    uint8_t *to = data, *const limit = data + room;      // where there is room for a word more
    int64_t at = 0, used = 0;
    while (at < n && to <= limit) {
      const uint64_t eight = at + 8 <= whole ? load_word(text + at) : load_few(text + at, static_cast<size_t>(n - at));
      int64_t literal = place_in(eight, '%');
      if (literal > n - at) literal = n - at;
      store_word(to, eight);
      to += literal;
      at += literal;
      if (literal == 8 || at == n) continue;
      if (to > limit || at + 1 == n || used == count) break;
      uint8_t type = text[at + 1];
      const Value v = items[used];
      if ((type >= '1' && type <= '9') || type == '.' || type == 'f') {
        const int64_t size = number(to, limit, text + at + 1, text + n, v);
        if (size == 0) break;
        while (text[at] != 'f' && text[at] != 'd') ++at;
        ++at;
        to += size;
        ++used;
        continue;
      }
      if (type == 's' && is_exactly(v, str_type)) {
        const Str* s = v.as<Str>();
        if (!s->is_ascii() || s->length > limit - to) break;
        if (s->length <= 8) store_word(to, load_word(s->data1()));
        else std::memcpy(to, s->data1(), static_cast<size_t>(s->length));
        to += s->length;
      } else if ((type == 's' || type == 'd') && v.is_small_int() && static_cast<uint64_t>(v.small_int()) < below_short) {
        size_t length;
        store_word(to, short_digits(static_cast<uint64_t>(v.small_int()), length));
        to += length;
      } else {
        break;
      }
      at += 2;
      ++used;
    }
    return {at, used, static_cast<size_t>(to - data)};
  }
  static constexpr size_t room = 120;
  uint8_t data[room + 8];

 private:
  // [width][.digits]f of a float, [width]d of a small int, all within limits that mean no long text; 0: it is something else. `from` is
  // behind the percent sign.
  [[gnu::noinline]] static int64_t number(uint8_t* to, const uint8_t* limit, const uint8_t* from, const uint8_t* end, Value v) {
    constexpr int64_t longest = 40, most_decimals = 15;
    if (limit - to < longest) return 0;
    auto read = [&] {
      int64_t n = 0;
      for (; from < end && *from >= '0' && *from <= '9' && n <= longest; ++from) n = n * 10 + (*from - '0');
      return n;
    };
    const int64_t width = read();
    const bool precise = from < end && *from == '.';
    int64_t precision = 6;
    if (precise) ++from, precision = read();
    if (from == end || width > longest || precision > most_decimals) return 0;
    char* const text = reinterpret_cast<char*>(to);
    char* text_end;
    if (*from == 'f' && is_exact_float(v)) {
      const double d = float_value(v);
      if (!(std::fabs(d) < 1e15)) return 0;
      text_end = double_to_decimal(text, text + longest, d, std::chars_format::fixed, static_cast<int>(precision));
    } else if (*from == 'd' && !precise && v.is_small_int()) {
      text_end = std::to_chars(text, text + longest, v.small_int()).ptr;
    } else {
      return 0;
    }
    const int64_t size = text_end - text, space = width - size;
    if (space <= 0) return size;
    std::memmove(text + space, text, static_cast<size_t>(size));
    std::memset(text, ' ', static_cast<size_t>(space));
    return width;
  }
};

class PercentFormatter {
 public:
  PercentFormatter(Str* format, Value arguments, bool bytes) : format_(format), bytes_(bytes), arguments_(arguments) {
    if (Tuple* tuple = as_tuple(arguments)) {
      tuple_ = tuple, count_ = tuple->length;
    } else {
      bool text = bytes ? as_bytes(arguments) || has_flag(arguments, kind_bytearray) || as_str(arguments) : as_str(arguments) != nullptr;
      mapping_ = !text && type_of(arguments)->get_item;
    }
  }

  void resume(const Progress& done) { at_ = done.at, used_ = done.used; }

  bool run(StrBuilder& out) {
    while (at_ < format_->length) {
      int64_t next = next_percent();
      if (next > at_) out.append(format_, at_, next);
      at_ = next + 1;
      if (next < format_->length && !directive(out)) return false;
    }
    bool unused = !mapping_ && (tuple_ ? used_ < count_ : used_ == 0);
    if (unused) (void)raise(exc::TypeError, bytes_ ? "not all arguments converted during bytes formatting" : "not all arguments converted during string formatting");
    return !unused;
  }

 private:
  // Where the next directive begins, or the length.
  int64_t next_percent() const {
    const int64_t n = format_->length;
    if (format_->kind() != 1) {
      int64_t found = str_find_char(format_, '%', at_, n);
      return found < 0 ? n : found;
    }
    const uint8_t* text = format_->data1();
    for (int64_t i = at_; i < n; i += 8) {               // literal text is mostly short
      uint64_t word = i + 8 <= n ? load_word(text + i) : load_few(text + i, static_cast<size_t>(n - i));
      const int64_t place = place_in(word, '%');
      if (place < 8) return i + place;
    }
    return n;
  }

  bool fail(Type& type, const char* message) {
    (void)raise(type, message);
    return false;
  }

  // The next character; at the end "incomplete format".
  bool take(uint32_t& c) {
    if (at_ >= format_->length) return fail(exc::ValueError, "incomplete format");
    c = format_->at(at_++);
    return true;
  }

  Value next_argument() {                // owned
    if (!keyed_.is_undefined()) {
      if (keyed_used_) return raise(exc::TypeError, "not enough arguments for format string");
      keyed_used_ = true;
      return incref(keyed_);
    }
    if (tuple_ ? used_ < count_ : used_ == 0) {
      Value v = tuple_ ? tuple_->items()[used_] : arguments_;
      ++used_;
      return incref(v);
    }
    return raise(exc::TypeError, "not enough arguments for format string");
  }

  bool read_key() {
    if (!mapping_) return fail(exc::TypeError, "format requires a mapping");
    int64_t start = at_;
    for (int depth = 1; depth > 0; ++at_) {
      if (at_ >= format_->length) return fail(exc::ValueError, "incomplete format key");
      depth += format_->at(at_) == '(' ? 1 : format_->at(at_) == ')' ? -1 : 0;
    }
    Ref key = bytes_ ? make_bytes(format_->data1() + start, at_ - 1 - start) : str_slice(format_, start, at_ - 1);
    if (key.is_error()) return false;
    keyed_ = get_item(arguments_, key);
    keyed_used_ = false;
    return !keyed_.is_error();
  }

  // Digits or '*' into n, which stays as it is when there are none; c is the character after them.
  bool read_number(uint32_t& c, int64_t& n, int64_t limit, const char* too_big) {
    if (c == '*') {
      Ref v = next_argument();
      if (v.is_error()) return false;
      if (!is_int(v)) return fail(exc::TypeError, "* wants int");
      if (int_to_int64(v, n) != IntFit::fits || n > limit || n < -limit - 1)
        return fail(exc::OverflowError, limit == INT_MAX ? "Python int too large to convert to C int" : "Python int too large to convert to C ssize_t");
      return take(c);
    }
    if (c >= '0' && c <= '9') n = 0;
    for (; c >= '0' && c <= '9';) {
      if (n > (limit - (c - '0')) / 10) return fail(exc::ValueError, too_big);
      n = n * 10 + (c - '0');
      if (!take(c)) return false;
    }
    return true;
  }

  bool parse(Directive& d) {
    uint32_t c;
    if (!take(c)) return false;
    if (c == '(' && (!read_key() || !take(c))) return false;
    for (;; ) {
      if (c == '-') d.left = true;
      else if (c == '+') d.plus = true;
      else if (c == ' ') d.blank = true;
      else if (c == '#') d.alternate = true;
      else if (c == '0') d.zero = true;
      else break;
      if (!take(c)) return false;
    }
    if (!read_number(c, d.width, INT64_MAX, "width too big")) return false;
    if (d.width < -1) d.left = true, d.width = d.width == INT64_MIN ? INT64_MAX : -d.width;
    if (!memory_for(d.width)) return false;
    if (c == '.') {
      d.precision = 0;
      if (!take(c) || !read_number(c, d.precision, INT_MAX, bytes_ ? "prec too big" : "precision too big")) return false;
      if (d.precision < 0) d.precision = 0;
    }
    if ((c == 'h' || c == 'l' || c == 'L') && !take(c)) return false;
    d.type = c;
    return true;
  }

  // Texts and small ints without flags: most directives there are. false: it is something else.
  bool plain_directive(StrBuilder& out) {
    if (at_ >= format_->length || !keyed_.is_undefined() || !(tuple_ ? used_ < count_ : used_ == 0)) return false;
    uint32_t type = format_->at(at_);
    Value v = tuple_ ? tuple_->items()[used_] : arguments_;
    if (type == 's' && !bytes_ && is_exactly(v, str_type)) {
      out.append(v.as<Str>());
    } else if ((type == 'd' || (type == 's' && !bytes_)) && v.is_small_int()) {
      char digits[24];
      size_t length;
      if (static_cast<uint64_t>(v.small_int()) < below_short) {
        store_word(reinterpret_cast<uint8_t*>(digits), short_digits(static_cast<uint64_t>(v.small_int()), length));
      } else {
        length = static_cast<size_t>(std::to_chars(digits, digits + sizeof digits, v.small_int()).ptr - digits);
      }
      out.append_ascii({digits, length});
    } else {
      return false;
    }
    ++used_;
    ++at_;
    return true;
  }

  bool directive(StrBuilder& out) {
    if (plain_directive(out)) return true;
    if (at_ < format_->length && format_->at(at_) == '%') return out.append('%'), ++at_, true;
    Directive d;
    if (!parse(d)) return false;
    Ref v = next_argument();
    if (v.is_error()) return false;
    switch (d.type) {
      case 's': case 'r': case 'a': case 'b':
        if (d.type == 'b' && !bytes_) break;
        return text(out, d, v);
      case 'd': case 'i': case 'u': case 'o': case 'x': case 'X': return integer(out, d, v);
      case 'e': case 'E': case 'f': case 'F': case 'g': case 'G': return real(out, d, v);
      case 'c': return character(out, d, v);
    }
    char code[16];
    int digits = 0;
    for (int shift = 20; shift >= 0; shift -= 4)
      if (digits > 0 || d.type >> shift || shift == 0) code[digits++] = "0123456789abcdef"[d.type >> shift & 15];
    code[digits] = 0;
    (void)raise(exc::ValueError, "unsupported format character '%c' (0x%s) at index %l",
                d.type >= 32 && d.type < 127 ? static_cast<int>(d.type) : bytes_ ? static_cast<int>(d.type) : '?', code, at_ - 1);
    return false;
  }

  void padded(StrBuilder& out, const Directive& d, const Str* s, int64_t length) {
    int64_t space = d.width - length;
    if (!d.left) out.append_repeated(' ', space);
    out.append(s, 0, length);
    if (d.left) out.append_repeated(' ', space);
  }

  bool text(StrBuilder& out, const Directive& d, Value v) {
    Ref s;
    if (d.type == 'r' && !bytes_) s = repr(v);
    else if (d.type == 'a' || d.type == 'r') s = ascii(v);
    else if (!bytes_) s = is_exactly(v, str_type) ? incref(v) : str(v);
    else s = raw_bytes(v);
    if (s.is_error()) return false;
    Str* piece = as_str(s);
    padded(out, d, piece, d.precision >= 0 && d.precision < piece->length ? d.precision : piece->length);
    return true;
  }

  // The bytes of v as Latin-1 text.
  Value raw_bytes(Value v) {
    Ref converted = Ref::borrow(v);
    if (!as_bytes(v) && !is_bytes_like(v)) {
      static Str* const bytes_name = intern("__bytes__");
      converted = call_special(v, bytes_name);
      if (converted.is_undefined())
        return raise(exc::TypeError, "%%b requires a bytes-like object, or an object that implements __bytes__, not '%T'", v);
      if (converted.is_error()) return Error;
      if (!as_bytes(converted)) return raise(exc::TypeError, "__bytes__ returned non-bytes (type %T)", converted.get());
    }
    Buffer buffer;
    return get_buffer(converted, buffer) ? make_str_latin1(buffer.data, buffer.size) : Error;
  }

  bool character(StrBuilder& out, const Directive& d, Value v) {
    Ref one;
    if (bytes_) {
      Bytes* raw = as_bytes(v);
      Buffer buffer;
      if (raw || has_flag(v, kind_bytearray)) {
        if (!get_buffer(v, buffer)) return false;
        if (buffer.size != 1) return fail(exc::TypeError, "%%c requires an integer in range(256) or a single byte");
        one = latin1_char(buffer.data[0]);
      }
    } else if (Str* s = as_str(v)) {
      if (s->length != 1) return fail(exc::TypeError, "%%c requires int or char");
      one = Ref::borrow(object_value(s));
    }
    if (one.is_undefined()) {
      if (!is_int(v) && !type_of(v)->number.index)
        return fail(exc::TypeError, bytes_ ? "%%c requires an integer in range(256) or a single byte" : "%%c requires int or char");
      int64_t c;
      if (!to_index_int64(v, c, true)) return false;
      if (c < 0 || c > (bytes_ ? 255 : 0x10ffff)) return fail(exc::OverflowError, bytes_ ? "%%c arg not in range(256)" : "%%c arg not in range(0x110000)");
      one = make_str_code_point(static_cast<uint32_t>(c));
    }
    padded(out, d, as_str(one), 1);
    return true;
  }

  // Sign and prefix, zeros up to the width, digits.
  void number(StrBuilder& out, const Directive& d, std::string_view sign, std::string_view prefix, std::string_view digits, int64_t zeros) {
    int64_t length = static_cast<int64_t>(sign.size() + prefix.size() + digits.size()) + zeros, space = d.width - length;
    if (d.zero && !d.left && space > 0) zeros += space, space = 0;
    if (!d.left) out.append_repeated(' ', space);
    out.append_ascii(sign);
    out.append_ascii(prefix);
    out.append_repeated('0', zeros);
    out.append_ascii(digits);
    if (d.left) out.append_repeated(' ', space);
  }

  bool integer(StrBuilder& out, const Directive& d, Value v) {
    bool decimal = d.type == 'd' || d.type == 'i' || d.type == 'u';
    Ref n;
    if (is_int(v)) {
      n = Ref::borrow(v);
    } else {
      bool number_like = is_float(v) || type_of(v)->number.index || (decimal && (type_of(v)->number.to_int || type_of(v)->number.to_float));
      n = !number_like ? Undefined : decimal ? int_from_object(v) : is_float(v) ? Undefined : to_index(v);
      if (n.is_error() && error_matches(exc::TypeError)) clear_error(), n = Ref();
      if (n.is_error()) return false;
      if (n.is_undefined()) {
        (void)raise(exc::TypeError, decimal ? "%%%c format: a real number is required, not %T" : "%%%c format: an integer is required, not %T",
                    static_cast<int>(d.type), v);
        return false;
      }
    }
    int base = decimal ? 10 : d.type == 'o' ? 8 : 16;
    std::string digits;
    if (!append_int(digits, plain_int(n), base)) return false;
    bool negative = digits[0] == '-';
    if (negative) digits.erase(0, 1);
    if (d.type == 'X')
      for (char& c : digits) c = c >= 'a' ? static_cast<char>(c - 32) : c;
    std::string_view prefix = !d.alternate ? "" : d.type == 'x' ? "0x" : d.type == 'X' ? "0X" : d.type == 'o' ? "0o" : "";
    if (d.precision > INT_MAX - 3 - static_cast<int64_t>(digits.size())) return fail(exc::OverflowError, "precision too large");
    int64_t zeros = d.precision - static_cast<int64_t>(digits.size());
    number(out, d, negative ? "-" : d.plus ? "+" : d.blank ? " " : "", prefix, digits, zeros > 0 ? zeros : 0);
    return true;
  }

  bool real(StrBuilder& out, const Directive& d, Value v) {
    double value;
    if (is_float(v)) {
      value = float_value(v);
    } else if (!to_double(v, value)) {
      if (bytes_ && error_matches(exc::TypeError)) {
        clear_error();
        (void)raise(exc::TypeError, "float argument required, not %T", v);
      }
      return false;
    }
    std::string digits;
    append_float(digits, value, {.kind = static_cast<char>(d.type), .precision = d.precision < 0 ? 6 : d.precision, .alternate = d.alternate});
    bool negative = digits[0] == '-';
    if (negative) digits.erase(0, 1);
    number(out, d, negative ? "-" : d.plus ? "+" : d.blank ? " " : "", "", digits, 0);
    return true;
  }

  Str* format_;
  bool bytes_;
  Value arguments_;
  Tuple* tuple_ = nullptr;
  int64_t count_ = 0, used_ = 0, at_ = 0;
  bool mapping_ = false, keyed_used_ = false;
  Ref keyed_;                            // what %(key) found
};

}  // namespace

// What is seldom is a call at the end, for which nothing has to be kept.
[[gnu::noinline]] static Value finish_format(Value format, Value arguments, const FormatStart& start, const Progress& done) {
  PercentFormatter formatter(as_str(format), arguments, false);
  StrBuilder out;
  if (done.size) out.append_ascii({reinterpret_cast<const char*>(start.data), done.size});
  formatter.resume(done);
  return formatter.run(out) ? out.finish() : Error;
}

Value percent_format(Value format, Value arguments) {
  FormatStart start;
  Progress done;
  if (const Str* text = as_str(format); quick_ways && text->is_ascii()) {
    const Tuple* tuple = as_tuple(arguments);
    const int64_t count = tuple ? tuple->length : 1;
    done = start.run(text, tuple ? tuple->items() : &arguments, count);
    if (done.at == text->length && done.used == count) return make_str_ascii(reinterpret_cast<const char*>(start.data), done.size);
  }
  return finish_format(format, arguments, start, done);
}

Value percent_format_bytes(const uint8_t* format, int64_t length, Value arguments) {
  Ref text = make_str_latin1(format, length);
  if (text.is_error()) return Error;
  PercentFormatter formatter(text.as<Str>(), arguments, true);
  StrBuilder out;
  return formatter.run(out) ? out.finish() : Error;
}

}  // namespace py
