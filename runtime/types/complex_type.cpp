// The type complex: arithmetic, text, construction (Objects/complexobject.c).
#include <cerrno>
#include <cmath>

#include "runtime/object/deprecation.hpp"
#include "runtime/object/heap.hpp"
#include "runtime/object/str.hpp"
#include "runtime/types/float_internal.hpp"
#include "runtime/types/format_spec.hpp"

namespace py {

Value make_complex(double real, double imag) {
  Complex* c = allocate<Complex>(&complex_type);
  c->real = real;
  c->imag = imag;
  return object_value(c);
}

bool is_complex(Value v) { return v.is_object() && has_flag(v, kind_complex); }
Complex* as_complex(Value v) { return is_exactly(v, complex_type) ? v.as<Complex>() : payload(v).as<Complex>(); }

// What v.__complex__() gives, checked; Undefined when there is none.
static Value complex_by_method(Value v) {
  static Str* const name = intern("__complex__");
  Ref result = call_special(v, name);
  if (result.is_error() || result.is_undefined()) return result.take();
  if (!is_complex(result)) return raise(exc::TypeError, "__complex__ returned non-complex (type %T)", result.get());
  if (!is_exactly(result, complex_type) && !warn_strict_subclass("__complex__", "complex", result)) return Error;
  return result.take();
}

bool to_complex(Value v, double& real, double& imag) {
  imag = 0;
  if (!is_complex(v) && !is_float(v) && !is_int(v)) {
    Ref result = complex_by_method(v);
    if (result.is_error()) return false;
    if (!result.is_undefined()) {
      real = as_complex(result)->real;
      imag = as_complex(result)->imag;
      return true;
    }
  }
  if (!is_complex(v)) return to_double(v, real);
  real = as_complex(v)->real;
  imag = as_complex(v)->imag;
  return true;
}

bool complex_quotient(double ar, double ai, double br, double bi, double& real, double& imag) {
  double size_r = std::fabs(br), size_i = std::fabs(bi);
  if (size_r >= size_i) {
    if (size_r == 0) return false;
    double ratio = bi / br, denominator = br + bi * ratio;
    real = (ar + ai * ratio) / denominator;
    imag = (ai - ar * ratio) / denominator;
  } else if (size_i >= size_r) {
    double ratio = br / bi, denominator = br * ratio + bi;
    real = (ar * ratio + ai) / denominator;
    imag = (ai * ratio - ar) / denominator;
  } else {
    real = imag = std::nan("");
  }
  return true;
}

namespace {

void multiply_into(double& r, double& i, double br, double bi) {
  double real = r * br - i * bi;
  i = r * bi + i * br;
  r = real;
}

// Integer powers up to 100 by squaring, as CPython does.
bool integer_power(double ar, double ai, long n, double& real, double& imag) {
  unsigned long m = n < 0 ? -static_cast<unsigned long>(n) : static_cast<unsigned long>(n);
  double r = 1, i = 0, pr = ar, pi = ai;
  for (unsigned long mask = 1; mask && m >= mask; mask <<= 1) {
    if (m & mask) multiply_into(r, i, pr, pi);
    multiply_into(pr, pi, pr, pi);
  }
  if (n >= 0) {
    real = r;
    imag = i;
    return true;
  }
  return complex_quotient(1, 0, r, i, real, imag);
}

}  // namespace

Value complex_power(double ar, double ai, double br, double bi) {
  double real, imag;
  bool zero_error = false;
  errno = 0;
  if (bi == 0 && br == std::floor(br) && std::fabs(br) <= 100.0) {
    zero_error = !integer_power(ar, ai, static_cast<long>(br), real, imag);
  } else if (ar == 0 && ai == 0) {
    zero_error = bi != 0 || br < 0;
    real = imag = 0;
  } else {
    double size = std::hypot(ar, ai), angle = std::atan2(ai, ar);
    double length = std::pow(size, br), phase = angle * br;
    if (bi != 0) {
      length /= std::exp(angle * bi);
      phase += bi * std::log(size);
    }
    zero_error = std::isinf(phase);                      // as the C library's cos reports it to CPython
    real = length * std::cos(phase);
    imag = length * std::sin(phase);
  }
  if (zero_error) return raise(exc::ZeroDivisionError, "0.0 to a negative or complex power");
  if (std::isinf(real) || std::isinf(imag)) return raise(exc::OverflowError, "complex exponentiation");
  return make_complex(real, imag);
}

namespace {

// 1 done, 0 no number, -1 error.
int operand(Value v, double& real, double& imag) {
  if (is_exactly(v, complex_type) || is_complex(v)) {
    Complex* c = as_complex(v);
    real = c->real;
    imag = c->imag;
    return 1;
  }
  imag = 0;
  return float_operand(v, real);
}

using Operation = Value (*)(double, double, double, double);
template <Operation operation>
Value complex_binary(Value a, Value b) {
  double ar, ai, br, bi;
  int ok = operand(a, ar, ai);
  if (ok > 0) ok = operand(b, br, bi);
  return ok > 0 ? operation(ar, ai, br, bi) : ok == 0 ? NotImplemented : Error;
}

Value add_parts(double ar, double ai, double br, double bi) { return make_complex(ar + br, ai + bi); }
Value subtract_parts(double ar, double ai, double br, double bi) { return make_complex(ar - br, ai - bi); }
Value multiply_parts(double ar, double ai, double br, double bi) {
  return make_complex(ar * br - ai * bi, ar * bi + ai * br);
}
Value divide_parts(double ar, double ai, double br, double bi) {
  double real, imag;
  if (!complex_quotient(ar, ai, br, bi, real, imag)) return raise(exc::ZeroDivisionError, "complex division by zero");
  return make_complex(real, imag);
}
Value power_slot(Value a, Value b, Value modulus) {
  if (!modulus.is_none()) return raise(exc::ValueError, "complex modulo");
  return complex_binary<complex_power>(a, b);
}

Value itself(Value v) { return is_exactly(v, complex_type) ? incref(v) : make_complex(as_complex(v)->real, as_complex(v)->imag); }
Value negative_slot(Value v) { return make_complex(-as_complex(v)->real, -as_complex(v)->imag); }
Value absolute_slot(Value v) {
  Complex* c = as_complex(v);
  double size = std::hypot(c->real, c->imag);
  if (std::isinf(size) && std::isfinite(c->real) && std::isfinite(c->imag))
    return raise(exc::OverflowError, "absolute value too large");
  return make_float(size);
}
Truth truth_slot(Value v) { return as_complex(v)->real != 0 || as_complex(v)->imag != 0; }
int64_t hash_slot(Value v) {
  Complex* c = as_complex(v);
  uint64_t h = static_cast<uint64_t>(hash_double(c->real, v)) + 1000003u * static_cast<uint64_t>(hash_double(c->imag, v));
  return static_cast<int64_t>(h) == -1 ? -2 : static_cast<int64_t>(h);
}

Value compare_slot(Value a, Value b, Compare op) {
  if (op != Compare::eq && op != Compare::ne) return NotImplemented;
  Complex* c = as_complex(a);
  bool same;
  if (is_complex(b)) same = c->real == as_complex(b)->real && c->imag == as_complex(b)->imag;
  else if (is_float(b)) same = c->imag == 0 && c->real == float_value(b);
  else if (is_int(b)) same = c->imag == 0 && c->real == c->real && int_compare_double(b, c->real) == 0;
  else return NotImplemented;
  return boolean(same == (op == Compare::eq));
}

Value repr_slot(Value v) {
  Complex* c = as_complex(v);
  FloatStyle style{.kind = 'r'};
  std::string text;
  if (c->real == 0 && !std::signbit(c->real)) {
    append_float(text, c->imag, style);
    return make_str(text + "j");
  }
  text = "(";
  append_float(text, c->real, style);
  size_t at = text.size();
  append_float(text, c->imag, style);
  if (text[at] != '-') text.insert(at, 1, '+');
  return make_str(text + "j)");
}

// [ws] ["("] real [sign imag "j"] [")"] and the forms with one part only.
bool parse_complex(std::string_view s, double& real, double& imag) {
  auto strip = [&] {
    while (!s.empty() && (s.front() == ' ' || (s.front() >= 9 && s.front() <= 13))) s.remove_prefix(1);
    while (!s.empty() && (s.back() == ' ' || (s.back() >= 9 && s.back() <= 13))) s.remove_suffix(1);
  };
  strip();
  if (!s.empty() && s.front() == '(') {
    if (s.back() != ')' || s.size() < 2) return false;
    s = s.substr(1, s.size() - 2);
    strip();
  }
  real = imag = 0;
  auto is_j = [&](size_t at) { return at < s.size() && (s[at] | 32) == 'j'; };
  // A part without digits ("+j") stands for one.
  auto unit = [&](size_t at, double& d) -> size_t {
    size_t n = at < s.size() && (s[at] == '+' || s[at] == '-') ? 1 : 0;
    d = n && s[at] == '-' ? -1.0 : 1.0;
    return n;
  };
  double first;
  size_t at = parse_float_prefix(s, first);
  if (at == 0) {
    at = unit(0, first);
    if (!is_j(at)) return false;
    imag = first;
    return at + 1 == s.size();
  }
  if (is_j(at)) {
    imag = first;
    return at + 1 == s.size();
  }
  real = first;
  if (at == s.size()) return true;
  if (s[at] != '+' && s[at] != '-') return false;
  size_t used = parse_float_prefix(s.substr(at), imag);
  if (used == 0) used = unit(at, imag);
  at += used;
  return is_j(at) && at + 1 == s.size();
}

Value complex_from_text(Type* cls, Str* text) {
  std::string clean = ascii_number_text(text);
  double real, imag;
  if (!remove_underscores(clean)) return raise(exc::ValueError, "could not convert string to complex: %R", object_value(text));
  if (!parse_complex(clean, real, imag))
    return raise(exc::ValueError, "complex() arg is a malformed string");
  Value result = make_complex(real, imag);
  return cls == &complex_type ? result : make_wrapped(cls, result);
}

bool is_number(Value v) {
  const NumberSlots& slots = type_of(v)->number;
  return is_int(v) || is_float(v) || is_complex(v) || slots.to_float || slots.index;
}

Value conjugate(const Value* args, uint32_t) { return make_complex(as_complex(args[0])->real, -as_complex(args[0])->imag); }
Value method_itself(const Value* args, uint32_t) { return itself(args[0]); }
Value getnewargs(const Value* args, uint32_t) {
  Ref real = make_float(as_complex(args[0])->real), imag = make_float(as_complex(args[0])->imag);
  return tuple_of(real, imag);
}
Value format_method(const Value* args, uint32_t) {
  Str* spec = as_str(args[1]);
  if (!spec) return raise(exc::TypeError, "__format__() argument must be str, not %A", args[1]);
  return format_complex(args[0], spec);
}
Value get_real(Value self) { return make_float(as_complex(self)->real); }
Value get_imag(Value self) { return make_float(as_complex(self)->imag); }

const NativeDef complex_methods[] = {
    PY_NOARGS("conjugate", conjugate),
    PY_NOARGS("__complex__", method_itself),
    PY_NOARGS("__getnewargs__", getnewargs),
    PY_ONE("__format__", format_method),
    {},
};
const GetSetDef complex_getsets[] = {{"real", get_real, nullptr}, {"imag", get_imag, nullptr}, {}};

}  // namespace

Value complex_create(Type* cls, const Value* args, uint32_t n, Tuple* kwnames) {
  static constexpr NativeDef def = PY_KEYWORDS("complex", nullptr, "real=, imag=");
  Value bound[2];
  if (!bind_arguments(def, args, n, kwnames, bound)) return Error;
  Value r = bound[0].is_undefined() ? small_int(0) : bound[0], i = bound[1];
  if (cls == &complex_type && is_exactly(r, complex_type) && i.is_undefined()) return incref(r);
  if (Str* text = as_str(r)) {
    if (!i.is_undefined()) return raise(exc::TypeError, "complex() can't take second arg if first is a string");
    return complex_from_text(cls, text);
  }
  if (!i.is_undefined() && as_str(i)) return raise(exc::TypeError, "complex() second arg can't be a string");
  Ref converted;
  bool real_is_complex = is_complex(r);
  if (!is_exactly(r, complex_type) && !is_exact_float(r) && !is_exact_int(r)) {
    converted = Ref(complex_by_method(r));
    if (converted.is_error()) return Error;
    if (!converted.is_undefined()) {
      r = converted;
      real_is_complex = true;
    }
  }
  if (!is_number(r)) return raise(exc::TypeError, "complex() first argument must be a string or a number, not '%T'", r);
  if (!i.is_undefined() && !is_number(i)) return raise(exc::TypeError, "complex() second argument must be a number, not '%T'", i);
  double rr, ri = 0, ir = 0, ii = 0;
  if (real_is_complex) {
    rr = as_complex(r)->real;
    ri = as_complex(r)->imag;
  } else if (!to_double(r, rr)) {
    return Error;
  }
  bool imag_is_complex = !i.is_undefined() && is_complex(i);
  if (imag_is_complex) {
    ir = as_complex(i)->real;
    ii = as_complex(i)->imag;
  } else if (!i.is_undefined() && !to_double(i, ir)) {
    return Error;
  }
  if (imag_is_complex) rr -= ii;
  double imag = i.is_undefined() ? ri : real_is_complex ? ir + ri : ir;
  Value result = make_complex(rr, imag);
  return cls == &complex_type ? result : make_wrapped(cls, result);
}

constinit Type complex_type{{
    .name = "complex",
    .instance_size = sizeof(Complex),
    .flags = type_is_base | kind_complex,
    .base = &object_type,
    .doc = "Create a complex number from a real part and an optional imaginary part.\n\nThis is equivalent to (real + "
           "imag*1j) where imag defaults to 0.",
    .create = complex_create,
    .dealloc = free_object,
    .repr = repr_slot,
    .hash = hash_slot,
    .compare = compare_slot,
    .truth = truth_slot,
    .number = {.add = complex_binary<add_parts>,
               .subtract = complex_binary<subtract_parts>,
               .multiply = complex_binary<multiply_parts>,
               .true_divide = complex_binary<divide_parts>,
               .power = power_slot,
               .negative = negative_slot,
               .positive = itself,
               .absolute = absolute_slot},
    .methods = complex_methods,
    .getsets = complex_getsets,
}};

}  // namespace py
