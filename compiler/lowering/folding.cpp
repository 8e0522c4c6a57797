// Constant folding after CPython's ast_opt.c: what is a constant there is one here, made once and the same object each time.
// The limits on texts and tuples are those of CPython, so that a program that multiplies by much too much gets its
// MemoryError where it runs. Ints go up to 127 bits (CPython: 128), floats have no `%`, `//` and few powers.
#include "compiler/lowering/folding.hpp"

#include <algorithm>
#include <cmath>
#include <complex>

namespace portalis::lowering {

using ast::Operator;
using ir::Constant;

namespace {

using Int = __int128;

constexpr size_t kLongestText = 4096;
constexpr size_t kMostItems = 256;
constexpr size_t kMostItemsInAll = 1024;     // of tuples in tuples

std::optional<Int> integer_of(const Constant& c) {
  if (c.kind != Constant::integer || c.text.size() > 38) return {};
  bool negative = c.text[0] == '-';
  Int n = 0;
  for (char digit : std::string_view(c.text).substr(negative)) n = n * 10 + (digit - '0');
  return negative ? -n : n;
}

Constant constant_of(Int n) {
  std::string digits;
  bool negative = n < 0;
  for (auto rest = static_cast<unsigned __int128>(negative ? -n : n); rest || digits.empty(); rest /= 10) digits += static_cast<char>('0' + static_cast<int>(rest % 10));
  if (negative) digits += '-';
  std::reverse(digits.begin(), digits.end());
  return {.kind = Constant::integer, .text = digits};
}

Constant constant_of(double d) { return {.kind = Constant::real, .number = d}; }

int bits(Int n) {
  int count = 0;
  for (auto rest = static_cast<unsigned __int128>(n < 0 ? -n : n); rest; rest >>= 1) ++count;
  return count;
}

// The value of an int or float that a double has without rounding.
std::optional<double> exact_double(const Constant& c) {
  if (c.kind == Constant::real) return c.number;
  if (std::optional<Int> n = integer_of(c); n && bits(*n) <= 53) return static_cast<double>(*n);
  return {};
}

std::optional<Constant> power(const Constant& a, const Constant& b) {
  std::optional<Int> base = integer_of(a), exponent = integer_of(b);
  if (base && exponent && *exponent >= 0) {
    Int times = std::min<Int>(*exponent, 128);       // 0 and 1 alone would let it be more
    if (bits(*base) * times > 127) return {};
    Int result = 1;
    for (Int i = 0; i < times; ++i) result *= *base;
    return constant_of(result);
  }
  std::optional<double> x = exact_double(a), y = exact_double(b);
  if (!x || !y || !(*x > 0)) return {};
  double result = std::pow(*x, *y);
  return std::isfinite(result) ? std::optional(constant_of(result)) : std::nullopt;
}

std::optional<Constant> on_integers(Operator op, Int a, Int b) {
  Int result;
  switch (op) {
    case Operator::Add: return __builtin_add_overflow(a, b, &result) ? std::nullopt : std::optional(constant_of(result));
    case Operator::Sub: return __builtin_sub_overflow(a, b, &result) ? std::nullopt : std::optional(constant_of(result));
    case Operator::Mult: return bits(a) + bits(b) > 127 ? std::nullopt : std::optional(constant_of(a * b));
    case Operator::LShift: return b < 0 || b > 127 || bits(a) + b > 127 ? std::nullopt : std::optional(constant_of(a * (Int{1} << static_cast<int>(b))));
    case Operator::RShift: return b < 0 ? std::nullopt : std::optional(constant_of(a >> static_cast<int>(std::min<Int>(b, 127))));
    case Operator::BitOr: return constant_of(a | b);
    case Operator::BitXor: return constant_of(a ^ b);
    case Operator::BitAnd: return constant_of(a & b);
    case Operator::FloorDiv:
    case Operator::Mod: {
      if (b == 0) return {};
      bool down = a % b != 0 && (a < 0) != (b < 0);
      return constant_of(op == Operator::Mod ? a % b + (down ? b : 0) : a / b - down);
    }
    default: return {};
  }
}

std::optional<Constant> on_floats(Operator op, double a, double b) {
  double result;
  switch (op) {
    case Operator::Add: result = a + b; break;
    case Operator::Sub: result = a - b; break;
    case Operator::Mult: result = a * b; break;
    case Operator::Div: result = b == 0 ? NAN : a / b; break;
    default: return {};
  }
  return std::isnan(result) ? std::nullopt : std::optional(constant_of(result));   // whose sign a literal would not have
}

// 1 + 2j among others, the number itself.
std::optional<Constant> on_complex(Operator op, const Constant& a, const Constant& b) {
  auto number = [](const Constant& c) -> std::optional<std::complex<double>> {
    if (c.kind == Constant::complex) return std::complex(c.number, c.imaginary);
    return exact_double(c);
  };
  std::optional<std::complex<double>> x = number(a), y = number(b);
  if (!x || !y) return {};
  std::complex<double> result;
  switch (op) {
    case Operator::Add: result = *x + *y; break;
    case Operator::Sub: result = *x - *y; break;
    case Operator::Mult: result = {x->real() * y->real() - x->imag() * y->imag(), x->real() * y->imag() + x->imag() * y->real()}; break;
    default: return {};
  }
  if (std::isnan(result.real()) || std::isnan(result.imag())) return {};
  return Constant{.kind = Constant::complex, .number = result.real(), .imaginary = result.imag()};
}

bool is_text(const Constant& c) { return c.kind == Constant::string || c.kind == Constant::bytes; }

// Characters of a string are its bytes of UTF-8 that do not go on with one.
size_t length(const Constant& c) {
  if (c.kind == Constant::bytes) return c.text.size();
  return static_cast<size_t>(std::count_if(c.text.begin(), c.text.end(), [](char byte) { return (byte & 0xc0) != 0x80; }));
}

size_t items_in_all(const Constant& c, const ir::Module& module) {
  size_t count = c.items.size();
  for (uint32_t item : c.items) count += items_in_all(module.constants[item], module);
  return count;
}

std::optional<Constant> repeated(const Constant& c, Int times, const ir::Module& module) {
  Constant result{.kind = c.kind};
  size_t size = is_text(c) ? length(c) : c.items.size();
  if (size == 0) return result;
  if (times < 0 || times > static_cast<Int>((is_text(c) ? kLongestText : kMostItems) / size)) return {};
  if (!is_text(c) && times && items_in_all(c, module) > kMostItemsInAll / static_cast<size_t>(times)) return {};
  for (Int i = 0; i < times; ++i) {
    result.text += c.text;
    result.items.insert(result.items.end(), c.items.begin(), c.items.end());
  }
  return result;
}

}  // namespace

std::optional<Constant> folded(Operator op, const Constant& a, const Constant& b, const ir::Module& module) {
  auto is_sequence = [](const Constant& c) { return is_text(c) || c.kind == Constant::tuple; };
  if (op == Operator::Pow) return power(a, b);
  std::optional<Int> m = integer_of(a), n = integer_of(b);
  if (m && n && op != Operator::Div) return on_integers(op, *m, *n);
  if (is_sequence(a) && n && op == Operator::Mult) return repeated(a, *n, module);
  if (m && is_sequence(b) && op == Operator::Mult) return repeated(b, *m, module);
  if (is_sequence(a) && a.kind == b.kind && op == Operator::Add) {
    Constant result = a;
    result.text += b.text;
    result.items.insert(result.items.end(), b.items.begin(), b.items.end());
    return result;
  }
  if (a.kind == Constant::complex || b.kind == Constant::complex) return on_complex(op, a, b);
  std::optional<double> x = exact_double(a), y = exact_double(b);
  return x && y ? on_floats(op, *x, *y) : std::nullopt;
}

std::optional<Constant> folded(ast::UnaryOperator op, const Constant& a) {
  Constant result = a;
  bool number = a.kind == Constant::integer || a.kind == Constant::real || a.kind == Constant::complex;
  if (op == ast::UnaryOperator::UAdd && number) return result;
  if (op == ast::UnaryOperator::Invert && integer_of(a)) return constant_of(~*integer_of(a));
  if (op != ast::UnaryOperator::USub || !number) return {};
  if (a.kind == Constant::integer) {
    if (a.text != "0") result.text = a.text[0] == '-' ? a.text.substr(1) : "-" + a.text;
    return result;
  }
  result.number = -a.number;
  if (a.kind == Constant::complex) result.imaginary = -a.imaginary;
  return result;
}

}  // namespace portalis::lowering
