// str % values and bytes % values (printf-style formatting).
//
// One formatter for both: a bytes format is read, and its result collected, as Latin-1 text. The differences are
// what %s, %c and %r mean and how keys are looked up. Rules and messages: CPython's unicode_format_arg() and
// _PyBytes_FormatEx().
#include <charconv>
#include <climits>
#include <string>

#include "runtime/object/buffer.hpp"
#include "runtime/object/operators.hpp"
#include "runtime/types/format_spec.hpp"
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
    constexpr uint64_t each = 0x0101010101010101u;
    const uint8_t* text = format_->data1();
    for (int64_t i = at_; i < n; i += 8) {               // literal text is mostly short
      uint64_t word = i + 8 <= n ? load_word(text + i) : load_few(text + i, static_cast<size_t>(n - i));
      uint64_t differing = word ^ each * '%';
      uint64_t hit = (differing - each) & ~differing & each * 0x80;   // the lowest bit is exact
      if (hit) return i + __builtin_ctzll(hit) / 8;
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

Value percent_format(Value format, Value arguments) {
  PercentFormatter formatter(as_str(format), arguments, false);
  StrBuilder out;
  return formatter.run(out) ? out.finish() : Error;
}

Value percent_format_bytes(const uint8_t* format, int64_t length, Value arguments) {
  Ref text = make_str_latin1(format, length);
  if (text.is_error()) return Error;
  PercentFormatter formatter(text.as<Str>(), arguments, true);
  StrBuilder out;
  return formatter.run(out) ? out.finish() : Error;
}

}  // namespace py
