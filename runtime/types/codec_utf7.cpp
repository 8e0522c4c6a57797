// The encoding utf-7 (RFC 2152; Objects/unicodeobject.c: PyUnicode_DecodeUTF7Stateful, _PyUnicode_EncodeUTF7): ASCII, and runs of
// UTF-16 in base64 between + and whatever is no base64 (a - there is swallowed).
#include <cstring>

#include "runtime/types/codec_errors.hpp"

namespace py {
namespace {

constexpr char alphabet[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

int base64_value(uint32_t c) {
  const char* at = c && c < 0x80 ? std::strchr(alphabet, static_cast<char>(c)) : nullptr;
  return at ? static_cast<int>(at - alphabet) : -1;
}

// What the encoder leaves as it is: the sets D and O of the RFC, and white space.
bool stands_for_itself(uint32_t c) {
  if (c < 0x20) return c == '\t' || c == '\n' || c == '\r';
  return c < 0x7f && c != '+' && c != '\\' && c != '~';
}

class Utf7Decoder {
 public:
  Utf7Decoder(StrBuilder& out, const DecodeErrors& errors, bool final, int64_t& at) : out_(out), errors_(errors), final_(final), at_(at) {}

  bool run() {
    while (at_ < errors_.size) {
      uint8_t b = errors_.data[at_];
      if (b == '+') {
        if (!final_ && is_cut_off()) return true;
        if (!shifted()) return false;
      } else if (b < 0x80) {
        out_.append(b);
        ++at_;
      } else if (!fail(at_, at_ + 1, "unexpected special character")) {
        return false;
      }
    }
    return true;
  }

 private:
  bool fail(int64_t start, int64_t end, const char* reason) { return errors_.handle(out_, start, end, reason, at_); }

  // Does the base64 that begins here go on with the next piece, perhaps?
  bool is_cut_off() const {
    int64_t end = at_ + 1;
    while (end < errors_.size && base64_value(errors_.data[end]) >= 0) ++end;
    return end == errors_.size;
  }

  bool shifted() {
    int64_t start = at_++;
    if (at_ < errors_.size && errors_.data[at_] == '-') return out_.append('+'), ++at_, true;
    if (at_ < errors_.size && base64_value(errors_.data[at_]) < 0) return fail(start, at_ + 1, "ill-formed sequence");
    uint32_t buffer = 0, surrogate = 0;
    int bits = 0;
    for (int value; at_ < errors_.size && (value = base64_value(errors_.data[at_])) >= 0; ++at_) {
      buffer = buffer << 6 | static_cast<uint32_t>(value);
      bits += 6;
      if (bits < 16) continue;
      bits -= 16;
      put_unit(buffer >> bits, surrogate);
      buffer &= (1u << bits) - 1;
    }
    if (at_ == errors_.size) {
      if (surrogate || bits >= 6 || buffer) return fail(start, at_, "unterminated shift sequence");
      return true;
    }
    if (bits >= 6) return fail(start, at_ + 1, "partial character in shift sequence");
    if (buffer) return fail(start, at_ + 1, "non-zero padding bits in shift sequence");
    uint8_t after = errors_.data[at_];
    if (surrogate && after < 0x80) out_.append(surrogate);
    at_ += after == '-';
    return true;
  }

  // A lone surrogate stays one; the first of two waits for the other.
  void put_unit(uint32_t unit, uint32_t& surrogate) {
    if (surrogate && (unit & 0xfc00) == 0xdc00) {
      out_.append(0x10000 + ((surrogate & 0x3ff) << 10 | (unit & 0x3ff)));
      surrogate = 0;
      return;
    }
    if (surrogate) out_.append(surrogate);
    surrogate = (unit & 0xfc00) == 0xd800 ? unit : 0;
    if (!surrogate) out_.append(unit);
  }

  StrBuilder& out_;
  const DecodeErrors& errors_;
  const bool final_;
  int64_t& at_;
};

}  // namespace

bool decode_utf7(StrBuilder& out, const DecodeErrors& errors, bool final, int64_t& at) { return Utf7Decoder(out, errors, final, at).run(); }

void encode_utf7(Text& out, Str* s) {
  uint32_t buffer = 0;
  int bits = 0;
  bool shifted = false;
  auto put_bits = [&](int least) {
    for (; bits >= least; bits -= 6) out.append(alphabet[(bits >= 6 ? buffer >> (bits - 6) : buffer << (6 - bits)) & 63]);
  };
  auto put_unit = [&](uint32_t unit) {
    buffer = buffer << 16 | unit;
    bits += 16;
    put_bits(6);
  };
  for (int64_t i = 0; i < s->length; ++i) {
    uint32_t c = s->at(i);
    if (stands_for_itself(c)) {
      if (shifted) {
        put_bits(1);
        bits = 0;
        if (c == '-' || base64_value(c) >= 0) out.append('-');
        shifted = false;
      }
      out.append(static_cast<char>(c));
    } else if (c == '+' && !shifted) {
      out.append("+-");
    } else {
      if (!shifted) out.append('+');
      shifted = true;
      if (c >= 0x10000) put_unit(0xd7c0 + (c >> 10)), c = 0xdc00 | (c & 0x3ff);
      put_unit(c);
    }
  }
  put_bits(1);
  if (shifted) out.append('-');
}

}  // namespace py
