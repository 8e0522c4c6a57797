// Natural numbers to and from digits in a base. Powers of two are bit copies; other bases work in chunks of
// one word's worth, and split large numbers in halves by powers of the base so that the cost follows
// multiplication and division.
#include <vector>

#include "runtime/types/magnitude_words.hpp"

namespace py::magnitude {

namespace {

constexpr char lower_digits[] = "0123456789abcdefghijklmnopqrstuvwxyz";

// The largest power of base below 2^64 and its exponent.
struct Chunk {
  uint64_t value = 1;
  unsigned length = 0;
  explicit Chunk(unsigned base) {
    if (base == 10) {
      value = 10'000'000'000'000'000'000u;
      length = 19;
      return;
    }
    for (uint64_t next; !__builtin_mul_overflow(value, base, &next); value = next) ++length;
  }
};

void append_power_of_two(std::string& out, View v, unsigned bits) {
  size_t length = (bit_length(v) + bits - 1) / bits;
  size_t start = out.size();
  out.resize(start + length);
  for (size_t i = 0; i < length; ++i) {
    size_t bit = i * bits;
    uint64_t word = v[bit / 32];
    if (bit / 32 + 1 < v.count) word |= static_cast<uint64_t>(v[bit / 32 + 1]) << 32;
    out[start + length - 1 - i] = lower_digits[word >> (bit % 32) & ((1u << bits) - 1)];
  }
}

// The last `length` digits of n, or those up to its first one, before `end`; where they begin.
template <class Base>
char* write_word(char* end, uint64_t n, unsigned length, bool all, Base base) {
  for (unsigned i = 0; i < length && (all || n); ++i, n /= base) *--end = lower_digits[n % base];
  return end;
}

// Writes exactly `width` characters ending at `end`; v must fit.
void write_quadratic(char* end, size_t width, View v, unsigned base, const Chunk& chunk) {
  Natural rest(v);
  const WordDivisor divisor(chunk.value);
  char* p = end;
  while (!rest.is_zero()) {
    uint64_t part = divide_by_word(rest.data(), rest, divisor);
    rest.trim();
    // A base known to the compiler is divided by through multiplication.
    p = base == 10 ? write_word(p, part, chunk.length, !rest.is_zero(), std::integral_constant<unsigned, 10>())
                   : write_word(p, part, chunk.length, !rest.is_zero(), base);
  }
  char* begin = end - width;
  while (p > begin) *--p = '0';
}

constexpr size_t split_digits = 60;                      // below this many digits the quadratic way is quicker

// powers[k] = base^(chunk.length * 2^k)
void write_split(char* end, size_t width, View v, unsigned base, const Chunk& chunk, const std::vector<Natural>& powers,
                 size_t level) {
  if (v.count < split_digits || level == 0) return write_quadratic(end, width, v, base, chunk);
  size_t low_width = chunk.length << (level - 1);
  if (low_width >= width || compare(v, powers[level - 1]) < 0) {
    size_t low = low_width < width ? low_width : width;
    write_split(end, low, v, base, chunk, powers, level - 1);
    if (low < width) std::memset(end - width, '0', width - low);
    return;
  }
  Natural high, low;
  divide(v, powers[level - 1], high, low);
  write_split(end, low_width, low, base, chunk, powers, level - 1);
  write_split(end - low_width, width - low_width, high, base, chunk, powers, level - 1);
}

std::vector<Natural> make_powers(const Chunk& chunk, size_t levels) {
  std::vector<Natural> powers;
  for (size_t k = 0; k < levels; ++k) powers.push_back(k == 0 ? Natural(chunk.value) : multiply(powers[k - 1], powers[k - 1]));
  return powers;
}

unsigned digit_value(char c) {
  return c <= '9' ? static_cast<unsigned>(c - '0') : static_cast<unsigned>((c | 32) - 'a' + 10);
}

Natural read_quadratic(std::string_view digits, unsigned base, const Chunk& chunk) {
  Natural r;
  r.resize(2 * (digits.size() / chunk.length + 1));
  size_t words = 0, at = 0;
  for (size_t end = digits.size() % chunk.length; end <= digits.size(); end += chunk.length) {
    uint64_t part = 0;
    if (base == 10) {
      for (; at < end; ++at) part = part * 10 + static_cast<unsigned>(digits[at] - '0');
    } else {
      for (; at < end; ++at) part = part * base + digit_value(digits[at]);
    }
    if (uint64_t carry = multiply_words(r.data(), r.data(), words, chunk.value, part)) store_word(r.data() + 2 * words++, carry);
  }
  r.resize(2 * words);
  r.trim();
  return r;
}

Natural read_split(std::string_view digits, unsigned base, const Chunk& chunk, const std::vector<Natural>& powers, size_t level) {
  if (level == 0 || digits.size() < chunk.length * split_digits) return read_quadratic(digits, base, chunk);
  size_t low_width = chunk.length << (level - 1);
  if (digits.size() <= low_width) return read_split(digits, base, chunk, powers, level - 1);
  Natural high = read_split(digits.substr(0, digits.size() - low_width), base, chunk, powers, level - 1);
  Natural low = read_split(digits.substr(digits.size() - low_width), base, chunk, powers, level - 1);
  return add(multiply(high, powers[level - 1]), low);
}

size_t levels_for(size_t width, const Chunk& chunk) {
  size_t levels = 0;
  while ((static_cast<size_t>(chunk.length) << levels) < width) ++levels;
  return levels;
}

}  // namespace

size_t decimal_digits_at_least(View v) {
  size_t bits = bit_length(v);
  return bits == 0 ? 1 : static_cast<size_t>(static_cast<double>(bits - 1) * 0.30102999566398) + 1;
}

void append_text(std::string& out, View v, int base) {
  if (v.is_zero()) {
    out += '0';
    return;
  }
  unsigned b = static_cast<unsigned>(base);
  if (std::has_single_bit(b)) return append_power_of_two(out, v, static_cast<unsigned>(std::countr_zero(b)));
  Chunk chunk(b);
  // Room for every digit and at most a few leading zeros, which are cut off afterwards.
  size_t chunks = static_cast<size_t>(static_cast<double>(bit_length(v)) / (std::bit_width(chunk.value) - 1)) + 1;
  size_t width = chunks * chunk.length;
  size_t levels = v.count < split_digits ? 0 : levels_for(width, chunk);
  std::vector<Natural> powers = make_powers(chunk, levels);
  size_t start = out.size();
  out.resize(start + width);
  write_split(out.data() + start + width, width, v, b, chunk, powers, levels);
  size_t zeros = 0;
  while (out[start + zeros] == '0') ++zeros;
  out.erase(start, zeros);
}

Natural from_text(std::string_view digits, int base) {
  unsigned b = static_cast<unsigned>(base);
  Chunk chunk(b);
  if (std::has_single_bit(b)) {
    unsigned bits = static_cast<unsigned>(std::countr_zero(b));
    Natural r;
    size_t n = (digits.size() * bits + 31) / 32;
    r.resize(n);
    std::memset(r.data(), 0, n * sizeof(Digit));
    size_t bit = 0;
    for (size_t i = digits.size(); i-- > 0; bit += bits) {
      uint64_t d = static_cast<uint64_t>(digit_value(digits[i])) << (bit % 32);
      r.data()[bit / 32] |= static_cast<Digit>(d);
      if (d >> 32) r.data()[bit / 32 + 1] |= static_cast<Digit>(d >> 32);
    }
    r.trim();
    return r;
  }
  size_t levels = digits.size() < chunk.length * split_digits ? 0 : levels_for(digits.size(), chunk);
  return read_split(digits, b, chunk, make_powers(chunk, levels), levels);
}

}  // namespace py::magnitude
