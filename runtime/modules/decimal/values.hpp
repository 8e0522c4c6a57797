// What a Decimal and a Context of stdlib/decimal.py hold, for C++: see numbers.hpp.
#pragma once

#include "runtime/modules/decimal/numbers.hpp"
#include "runtime/object/object.hpp"

namespace py::decimal {

// Classes of stdlib/decimal.py and where it keeps the context of each thread; immortal or kept here.
struct Known {
  Slot decimal, context;
  Slot signals;                          // tuple of classes in the order of Signal
  Slot roundings;                        // tuple of names in the order of Rounding; the last is ROUND_05UP
  Slot current;                          // threading.local: `context`
};
extern Known known;

inline Type* decimal_type() { return known.decimal.peek().as<Type>(); }
bool read(Value v, Number& out);         // a Decimal that is a number, or an int; false for others
Value make(const Number& n);
// What a context asks for: (prec, Emin, the highest exponent, rounding, flags, traps); None when it is not of the usual kind.
// A Context makes another whenever it is changed.
Value settings(const Value* args, uint32_t n);
struct Settings;
// Those of the calling thread's context, valid until the next safepoint; null where it has none of the usual kind.
// `rounding`: instead of the context's, unless None.
const Settings* current_settings(Value rounding, Precision& out);
// The Decimal, when what happened is noted in the context's flags; None when one of the signals is trapped.
Value finish(const Number& n, const Settings* settings, const Precision& precision);

void ready_settings();

}  // namespace py::decimal
