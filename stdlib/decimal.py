"""Decimal arithmetic (the General Decimal Arithmetic Specification). The behaviour is that of CPython 3.11's decimal
module. A Decimal is a sign, an int coefficient, an exponent, and a kind: finite, infinite, or quiet or signaling NaN.
The usual cases, with numbers of up to 38 digits, are answered by methods in C++, which _decimal_core puts in the place of those
here and which call them for the others.
"""
import math
import numbers
import threading
import _decimal_core
from collections import namedtuple
from collections.abc import MutableMapping
from _types import set_dotted_name
from _decimal_text import format_decimal, parse, scientific

__all__ = ["Decimal", "Context", "DecimalTuple", "DefaultContext", "BasicContext", "ExtendedContext", "DecimalException",
           "Clamped", "InvalidOperation", "DivisionByZero", "Inexact", "Rounded", "Subnormal", "Overflow", "Underflow",
           "FloatOperation", "DivisionImpossible", "InvalidContext", "ConversionSyntax", "DivisionUndefined",
           "ROUND_DOWN", "ROUND_HALF_UP", "ROUND_HALF_EVEN", "ROUND_CEILING", "ROUND_FLOOR", "ROUND_UP",
           "ROUND_HALF_DOWN", "ROUND_05UP", "setcontext", "getcontext", "localcontext", "MAX_PREC", "MAX_EMAX", "MIN_EMIN",
           "MIN_ETINY", "HAVE_THREADS", "HAVE_CONTEXTVAR"]

ROUND_DOWN = "ROUND_DOWN"
ROUND_HALF_UP = "ROUND_HALF_UP"
ROUND_HALF_EVEN = "ROUND_HALF_EVEN"
ROUND_CEILING = "ROUND_CEILING"
ROUND_FLOOR = "ROUND_FLOOR"
ROUND_UP = "ROUND_UP"
ROUND_HALF_DOWN = "ROUND_HALF_DOWN"
ROUND_05UP = "ROUND_05UP"
_decimal_core.set_roundings((ROUND_HALF_EVEN, ROUND_HALF_UP, ROUND_HALF_DOWN, ROUND_DOWN, ROUND_UP, ROUND_CEILING, ROUND_FLOOR, ROUND_05UP))
_roundings = (ROUND_CEILING, ROUND_FLOOR, ROUND_UP, ROUND_DOWN, ROUND_HALF_UP, ROUND_HALF_DOWN, ROUND_HALF_EVEN, ROUND_05UP)
HAVE_THREADS = HAVE_CONTEXTVAR = True
MAX_PREC = MAX_EMAX = 999999999999999999
MIN_EMIN = -MAX_EMAX
MIN_ETINY = MIN_EMIN - (MAX_PREC - 1)
_PREC_KEPT = 100                         # digits up to which a context keeps its limit as a number
_BITS_KNOWN = 200
_POWERS = [10 ** n for n in range(62)]   # of 10, for numbers of less than _BITS_KNOWN bits

DecimalTuple = namedtuple("DecimalTuple", "sign digits exponent", module="decimal")


class DecimalException(ArithmeticError):
    pass


class Clamped(DecimalException):
    pass


class InvalidOperation(DecimalException):
    pass


class ConversionSyntax(InvalidOperation):
    pass


class DivisionImpossible(InvalidOperation):
    pass


class DivisionUndefined(InvalidOperation, ZeroDivisionError):
    pass


class InvalidContext(InvalidOperation):
    pass


class DivisionByZero(DecimalException, ZeroDivisionError):
    pass


class Inexact(DecimalException):
    pass


class Rounded(DecimalException):
    pass


class Subnormal(DecimalException):
    pass


class Overflow(Inexact, Rounded):
    pass


class Underflow(Inexact, Rounded, Subnormal):
    pass


class FloatOperation(DecimalException, TypeError):
    pass


_signals = (InvalidOperation, FloatOperation, DivisionByZero, Overflow, Underflow, Subnormal, Inexact, Rounded, Clamped)
# The order in which repr() lists them.
_listed = (Clamped, InvalidOperation, DivisionByZero, Inexact, FloatOperation, Overflow, Rounded, Subnormal, Underflow)
_SignalDict = type(MutableMapping)("SignalDict", (_decimal_core.SignalDictMixin, MutableMapping), {"__module__": "abc"})


def _assign(signals, given):
    """Gives all signals the values in a mapping of them."""
    if not isinstance(given, _SignalDict):
        if not isinstance(given, dict):
            raise TypeError("argument must be a signal dict")
        if len(given) != len(_signals):
            raise KeyError("invalid signal dict")
    for signal, on in list(given.items()):
        signals[signal] = on


def _as_mapping(given):
    """What Context() takes for flags and traps, as a mapping: a list has the signals that are set."""
    if not isinstance(given, list):
        return given
    for signal in given:
        _no_signals[signal]
    return {signal: signal in given for signal in _signals}


class Context:
    """Precision, rounding, limits, and which signals raise."""

    __slots__ = ("prec", "rounding", "Emin", "Emax", "capitals", "clamp", "flags", "traps", "_limit", "_highest", "_settings")

    def __init__(self, prec=None, rounding=None, Emin=None, Emax=None, capitals=None, clamp=None, flags=None, traps=None):
        base = DefaultContext
        self.prec = base.prec if prec is None else prec
        self.rounding = base.rounding if rounding is None else rounding
        self.Emin = base.Emin if Emin is None else Emin
        self.Emax = base.Emax if Emax is None else Emax
        self.capitals = base.capitals if capitals is None else capitals
        self.clamp = base.clamp if clamp is None else clamp
        object.__setattr__(self, "flags", _SignalDict())
        if flags is not None:
            self.flags = _as_mapping(flags)
        object.__setattr__(self, "traps", _SignalDict())
        self.traps = base.traps if traps is None else _as_mapping(traps)
        self._renew()

    def __setattr__(self, name, value):
        if name == "rounding":
            if value not in _roundings:
                raise TypeError("valid values for rounding are:\n  [" + ", ".join(_roundings[:4]) + ",\n   "
                                + ", ".join(_roundings[4:7]) + ",\n   ROUND_05UP]")
        elif name in ("prec", "Emin", "Emax", "capitals", "clamp"):
            if not isinstance(value, int):
                raise TypeError("an integer is required")
            low, high, text = {"prec": (1, MAX_PREC, "[1, MAX_PREC]"), "Emin": (MIN_EMIN, 0, "[MIN_EMIN, 0]"),
                               "Emax": (0, MAX_EMAX, "[0, MAX_EMAX]"), "capitals": (0, 1, "[0, 1]"),
                               "clamp": (0, 1, "[0, 1]")}[name]
            if not low <= value <= high:
                raise ValueError(("valid values for %s are %s" if high == 1 else "valid range for %s is %s") % (name, text))
        elif name in ("flags", "traps"):
            return _assign(getattr(self, name), value)
        elif type(self) is Context:
            raise AttributeError("'decimal.Context' object has no attribute '%s'" % name)
        object.__setattr__(self, name, value)
        if name not in ("capitals", "clamp") and hasattr(self, "traps"):   # which is set last
            self._renew()

    def _renew(self):
        """Keeps what _finish() and the methods in C++ look at."""
        object.__setattr__(self, "_limit", 10 ** min(self.prec, _PREC_KEPT))
        object.__setattr__(self, "_highest", self.Emax - self.prec + 1)
        object.__setattr__(self, "_settings", _decimal_core.settings(self.prec, self.Emin, self._highest, self.rounding, self.flags, self.traps))

    def _for_result(self):
        """A context that rounds to the nearest number, as functions do, and notes in the flags of this one what happened."""
        nearest = self.copy()
        object.__setattr__(nearest, "flags", self.flags)
        nearest.rounding = ROUND_HALF_EVEN
        return nearest

    def __repr__(self):
        return ("Context(prec=%d, rounding=%s, Emin=%d, Emax=%d, capitals=%d, clamp=%d, flags=[%s], traps=[%s])"
                % (self.prec, self.rounding, self.Emin, self.Emax, self.capitals, self.clamp,
                   ", ".join(s.__name__ for s in _listed if self.flags[s]),
                   ", ".join(s.__name__ for s in _listed if self.traps[s])))

    def copy(self):
        return Context(self.prec, self.rounding, self.Emin, self.Emax, self.capitals, self.clamp, self.flags, self.traps)

    __copy__ = copy

    def __reduce__(self):
        return type(self), (self.prec, self.rounding, self.Emin, self.Emax, self.capitals, self.clamp,
                            [s for s in _signals if self.flags[s]], [s for s in _signals if self.traps[s]])

    def clear_flags(self):
        self.flags = _no_signals

    def clear_traps(self):
        self.traps = _no_signals

    def Etiny(self):
        return self.Emin - self.prec + 1

    def Etop(self):
        return self.Emax - self.prec + 1

    def _signal(self, condition, result=None):
        """Notes the condition; raises it when its signal is trapped, else gives the result."""
        signal = InvalidOperation if issubclass(condition, InvalidOperation) else condition
        self.flags[signal] = True
        if self.traps[signal]:
            raise signal([condition])
        return result

    def _signal_all(self, conditions):
        """Notes all of them before one is raised."""
        for condition in conditions:
            self.flags[condition] = True
        trapped = [signal for signal in _signals if signal in conditions and self.traps[signal]]
        if trapped:
            raise trapped[0](trapped)

    def create_decimal(self, num="0"):
        value = Decimal(num, self)
        if value._kind:
            return value
        return _finish(value._sign, value._int, value._exp, self)

    def create_decimal_from_float(self, f):
        return Decimal.from_float(f)._plus(self)

    def plus(self, a):
        return _must(a)._plus(self)

    def minus(self, a):
        return _must(a)._negated(self)

    def abs(self, a):
        return _must(a)._absolute(self)

    def add(self, a, b):
        return _must(a)._add(_must(b), self)

    def subtract(self, a, b):
        return _must(a)._subtract(_must(b), self)

    def multiply(self, a, b):
        return _must(a)._multiply(_must(b), self)

    def divide(self, a, b):
        return _must(a)._divide(_must(b), self)

    def divide_int(self, a, b):
        return _must(a)._divmod(_must(b), self)[0]

    def remainder(self, a, b):
        return _must(a)._divmod(_must(b), self)[1]

    def divmod(self, a, b):
        return _must(a)._divmod(_must(b), self)

    def power(self, a, b, modulo=None):
        return _must(a)._power(_must(b), self) if modulo is None else pow(_must(a), b, modulo)

    def sqrt(self, a):
        return _must(a).sqrt(self)

    def exp(self, a):
        return _must(a).exp(self)

    def ln(self, a):
        return _must(a).ln(self)

    def log10(self, a):
        return _must(a).log10(self)

    def quantize(self, a, b):
        return _must(a).quantize(_must(b), None, self)

    def compare(self, a, b):
        return _must(a).compare(_must(b), self)

    def normalize(self, a):
        return _must(a).normalize(self)

    def to_sci_string(self, a):
        return scientific(_must(a), False, self.capitals)


def _must(value):
    made = _convert(value)
    if made is NotImplemented:
        raise TypeError("conversion from %s to Decimal is not supported" % type(value).__name__)
    return made


def _length(coefficient):
    """How many digits it has: 0 has one."""
    bits = coefficient.bit_length()
    if bits >= _BITS_KNOWN:
        return len(str(coefficient))
    digits = bits * 1233 >> 12                      # log10(2), a little too small: right or one too few
    return digits + (coefficient >= _POWERS[digits]) or 1


def _rounds_up(sign, quotient, remainder, divisor, rounding):
    """Whether quotient + remainder/divisor, with remainder not 0, rounds away from zero."""
    if rounding == ROUND_DOWN:
        return False
    if rounding == ROUND_UP:
        return True
    if rounding == ROUND_CEILING:
        return not sign
    if rounding == ROUND_FLOOR:
        return bool(sign)
    if rounding == ROUND_05UP:
        return quotient % 5 == 0
    twice = 2 * remainder
    if twice != divisor:
        return twice > divisor
    return rounding == ROUND_HALF_UP or (rounding == ROUND_HALF_EVEN and quotient % 2 == 1)


def _shift_right(sign, coefficient, count, rounding):
    """(coefficient / 10**count rounded, whether digits other than 0 were lost)."""
    if count > _length(coefficient) + 1:
        quotient, remainder, divisor = 0, 1 if coefficient else 0, 10
    else:
        divisor = 10 ** count
        quotient, remainder = divmod(coefficient, divisor)
    if remainder and _rounds_up(sign, quotient, remainder, divisor, rounding):
        quotient += 1
    return quotient, remainder != 0


def _finish(sign, coefficient, exponent, context):
    """The Decimal nearest to what was computed that the context can represent."""
    if coefficient < context._limit and context.Emin <= exponent <= context._highest:
        return _make(sign, coefficient, exponent)
    tiny = context.Etiny()
    if coefficient == 0:
        highest = context.Etop() if context.clamp else context.Emax
        clamped = min(max(exponent, tiny), highest)
        if clamped != exponent:
            context._signal(Clamped)
        return _make(sign, 0, clamped)
    digits = _length(coefficient)
    adjusted = exponent + digits - 1
    subnormal = adjusted < context.Emin
    lowest = max(adjusted - context.prec + 1, tiny)
    inexact = rounded = False
    if exponent < lowest:
        coefficient, inexact = _shift_right(sign, coefficient, lowest - exponent, context.rounding)
        exponent, rounded = lowest, True
        if coefficient and _length(coefficient) > context.prec:
            coefficient //= 10
            exponent += 1
    if coefficient and exponent + _length(coefficient) - 1 > context.Emax:
        return _overflow(sign, context)
    conditions = []
    if subnormal:
        conditions += [Underflow, Subnormal] if inexact else [Subnormal]
    if rounded:
        conditions.append(Rounded)
    if inexact:
        conditions.append(Inexact)
    if not coefficient:
        conditions.append(Clamped)
    elif context.clamp and exponent > context.Etop():
        conditions.append(Clamped)
        coefficient *= 10 ** (exponent - context.Etop())
        exponent = context.Etop()
    context._signal_all(conditions)
    return _make(sign, coefficient, exponent)


def _overflow(sign, context):
    context._signal_all([Overflow, Inexact, Rounded])
    away = context.rounding in (ROUND_HALF_UP, ROUND_HALF_EVEN, ROUND_HALF_DOWN, ROUND_UP)
    if away or (context.rounding == ROUND_CEILING and not sign) or (context.rounding == ROUND_FLOOR and sign):
        return _make(sign, 0, 0, "F")
    return _make(sign, 10 ** context.prec - 1, context.Etop())


def _make(sign, coefficient, exponent, kind=None):
    made = object.__new__(Decimal)
    made._sign, made._int, made._exp, made._kind = sign, coefficient, exponent, kind
    return made


def _convert(other):
    if isinstance(other, Decimal):
        return other
    if isinstance(other, int):
        return _make(int(other < 0), abs(int(other)), 0)
    return NotImplemented


class Decimal:
    """A decimal floating point number; immutable."""

    __slots__ = ("_sign", "_int", "_exp", "_kind", "__weakref__")   # _kind: None, "F" infinite, "n" NaN, "N" sNaN

    def __new__(cls, value="0", context=None):
        self = object.__new__(cls)
        if isinstance(value, str):
            parts = parse(value)
            if parts is None:
                (context or getcontext())._signal(ConversionSyntax)
                parts = 0, 0, 0, "n"
        elif isinstance(value, Decimal):
            parts = value._sign, value._int, value._exp, value._kind
        elif isinstance(value, int):
            parts = int(value < 0), abs(int(value)), 0, None
        elif isinstance(value, float):
            current = context or getcontext()
            current._signal(FloatOperation)
            exact = Decimal.from_float(value)
            parts = exact._sign, exact._int, exact._exp, exact._kind
        elif isinstance(value, (list, tuple)):
            parts = _from_tuple(value)
        else:
            raise TypeError("conversion from %s to Decimal is not supported" % type(value).__name__)
        self._sign, self._int, self._exp, self._kind = parts
        return self

    @classmethod
    def from_float(cls, f):
        if isinstance(f, int):
            return cls(f)
        if not isinstance(f, float):
            raise TypeError("argument must be int or float")
        if f != f:
            made = _make(int(math.copysign(1.0, f) < 0), 0, 0, "n")
        elif f in (math.inf, -math.inf):
            made = _make(int(f < 0), 0, 0, "F")
        else:
            numerator, denominator = abs(f).as_integer_ratio()
            power = denominator.bit_length() - 1
            made = _make(int(math.copysign(1.0, f) < 0), numerator * 5 ** power, -power)
        return made if cls is Decimal else cls(made)

    # ---- what it is ----

    def is_nan(self):
        return self._kind in ("n", "N")

    def is_qnan(self):
        return self._kind == "n"

    def is_snan(self):
        return self._kind == "N"

    def is_infinite(self):
        return self._kind == "F"

    def is_finite(self):
        return not self._kind

    def is_signed(self):
        return self._sign == 1

    def is_zero(self):
        return not self._kind and not self._int

    def is_canonical(self):
        return True

    def is_normal(self, context=None):
        return not self._kind and self._int != 0 and self.adjusted() >= (context or getcontext()).Emin

    def is_subnormal(self, context=None):
        return not self._kind and self._int != 0 and self.adjusted() < (context or getcontext()).Emin

    def adjusted(self):
        return 0 if self._kind else self._exp + _length(self._int) - 1

    def as_tuple(self):
        if self._kind == "F":
            return DecimalTuple(self._sign, (0,), "F")
        digits = () if self._kind and not self._int else tuple(map(int, str(self._int)))
        return DecimalTuple(self._sign, digits, self._kind or self._exp)

    def as_integer_ratio(self):
        if self._kind:
            if self._kind == "F":
                raise OverflowError("cannot convert Infinity to integer ratio")
            raise ValueError("cannot convert NaN to integer ratio")
        numerator, denominator = self._int, 1
        if self._exp >= 0:
            numerator *= 10 ** self._exp
        else:
            denominator = 10 ** -self._exp
        shared = math.gcd(numerator, denominator)
        return (-numerator if self._sign else numerator) // shared, denominator // shared

    def __bool__(self):
        return bool(self._kind) or self._int != 0

    def __repr__(self):
        return "Decimal('%s')" % self

    def __str__(self):
        return scientific(self, False, getcontext().capitals)

    def to_eng_string(self, context=None):
        return scientific(self, True, (context or getcontext()).capitals)

    def __format__(self, specifier, context=None):
        return format_decimal(self, specifier, context or getcontext())

    def __reduce__(self):
        return type(self), (str(self),)

    def __copy__(self):
        return self if type(self) is Decimal else type(self)(self)

    def __deepcopy__(self, memo):
        return self.__copy__()

    # ---- comparing ----

    def _order(self, other):
        """-1, 0 or 1; neither is a NaN."""
        a, b = (-1 if self._sign else 1), (-1 if other._sign else 1)
        if self._kind or other._kind:
            mine, others = a * bool(self._kind), b * bool(other._kind)
            return (mine > others) - (mine < others)
        if not self._int or not other._int:
            mine, others = a * bool(self._int), b * bool(other._int)
            return (mine > others) - (mine < others)
        if a != b:
            return a
        mine, others = self.adjusted(), other.adjusted()
        if mine == others:
            low = min(self._exp, other._exp)
            mine, others = self._int * 10 ** (self._exp - low), other._int * 10 ** (other._exp - low)
        return a * ((mine > others) - (mine < others))

    def _compared(self, other, ordering, test):
        if type(other) is Decimal or type(other) is int:
            other = _convert(other)
        elif isinstance(other, float):
            context = getcontext()
            if ordering:
                context._signal(FloatOperation)
            else:
                context.flags[FloatOperation] = True
            other = Decimal.from_float(other)
        elif isinstance(other, numbers.Rational) and not isinstance(other, int):
            if self._kind:
                other = _make(0, 0, 0)
            else:
                self = _make(self._sign, self._int * other.denominator, self._exp)
                other = Decimal(other.numerator)
        elif isinstance(other, complex) and not ordering and other.imag == 0:
            other = Decimal.from_float(other.real)
        else:
            other = _convert(other)
        if other is NotImplemented:
            return other
        if (self._kind or other._kind) and (self.is_nan() or other.is_nan()):
            if ordering or self._kind == "N" or other._kind == "N":
                getcontext()._signal(InvalidOperation)
            return False
        return test(self._order(other))

    def __eq__(self, other):
        return self._compared(other, False, lambda order: order == 0)

    def __lt__(self, other):
        return self._compared(other, True, lambda order: order < 0)

    def __le__(self, other):
        return self._compared(other, True, lambda order: order <= 0)

    def __gt__(self, other):
        return self._compared(other, True, lambda order: order > 0)

    def __ge__(self, other):
        return self._compared(other, True, lambda order: order >= 0)

    def __hash__(self):
        if self._kind:
            if self._kind == "N":
                raise TypeError("Cannot hash a signaling NaN value")
            return object.__hash__(self) if self._kind == "n" else (-314159 if self._sign else 314159)
        modulus = 2 ** 61 - 1
        power = pow(10, self._exp, modulus) if self._exp >= 0 else pow(pow(10, -1, modulus), -self._exp, modulus)
        value = self._int * power % modulus
        value = -value if self._sign else value
        return -2 if value == -1 else value

    def compare(self, other, context=None):
        other = _must(other)
        nan = self._nan(other, context or getcontext())
        return nan if nan is not None else Decimal(self._order(other))

    def max(self, other, context=None):
        return self._extreme(_must(other), 1, context or getcontext())

    def min(self, other, context=None):
        return self._extreme(_must(other), -1, context or getcontext())

    def _extreme(self, other, wanted, context):
        if self.is_nan() or other.is_nan():
            if self._kind == "n" and not other.is_nan():
                return other._plus(context)
            if other._kind == "n" and not self.is_nan():
                return self._plus(context)
            return self._nan(other, context)
        order = self._order(other)
        if order == 0:
            order = (self._sign < other._sign) - (self._sign > other._sign)
            if order == 0:
                order = (self._exp > other._exp) - (self._exp < other._exp)
                order = -order if self._sign else order
        return (self if order * wanted >= 0 else other)._plus(context)

    def same_quantum(self, other, context=None):
        other = _must(other)
        if self._kind or other._kind:
            return (self.is_nan() and other.is_nan()) or (self.is_infinite() and other.is_infinite())
        return self._exp == other._exp

    # ---- arithmetic ----

    def _nan(self, other, context):
        """The NaN an operation on self and other gives, or None when neither is one."""
        for operand in (self, other):
            if operand is not None and operand._kind == "N":
                context._signal(InvalidOperation)
                return _make(operand._sign, operand._int, 0, "n")
        for operand in (self, other):
            if operand is not None and operand._kind == "n":
                return operand
        return None

    def _invalid(self, context, condition=InvalidOperation):
        return context._signal(condition, _make(0, 0, 0, "n"))

    def _plus(self, context):
        nan = self._nan(None, context)
        if nan is not None or self._kind:
            return nan or self
        sign = self._sign if self._int or context.rounding == ROUND_FLOOR else 0
        return _finish(sign, self._int, self._exp, context)

    def _negated(self, context):
        nan = self._nan(None, context)
        if nan is not None:
            return nan
        if self._kind:
            return self.copy_negate()
        sign = 1 - self._sign if self._int else int(context.rounding == ROUND_FLOOR)
        return _finish(sign, self._int, self._exp, context)

    def _absolute(self, context):
        return self._negated(context) if self._sign else self._plus(context)

    def _add(self, other, context):
        if self._kind or other._kind:
            nan = self._nan(other, context)
            if nan is not None:
                return nan
            if self._kind and other._kind and self._sign != other._sign:
                return self._invalid(context)
            return self if self._kind else other
        exponent = min(self._exp, other._exp)
        if not self._int and not other._int:
            sign = self._sign if self._sign == other._sign else int(context.rounding == ROUND_FLOOR)
            return _finish(sign, 0, exponent, context)
        if not self._int or not other._int:
            full, zero = (other, self) if not self._int else (self, other)
            lowest = max(exponent, full._exp - context.prec - 1)
            coefficient = full._int * 10 ** (full._exp - lowest) if lowest < full._exp else full._int
            return _finish(full._sign, coefficient, min(lowest, full._exp), context)
        high, low = (self, other) if self._exp >= other._exp else (other, self)
        a, b, low_exp = high._int, low._int, low._exp
        if high._exp > low_exp:
            # A number far below the other's last digit only matters for rounding.
            reach = high._exp + min(-1, _length(a) - context.prec - 2)
            if _length(b) + low_exp - 1 < reach:
                b, low_exp = 1, reach
            a *= 10 ** (high._exp - low_exp)
        total = (-a if high._sign else a) + (-b if low._sign else b)
        sign = int(total < 0) if total else int(context.rounding == ROUND_FLOOR)
        return _finish(sign, abs(total), low_exp, context)

    def _subtract(self, other, context):
        nan = self._nan(other, context) if self._kind or other._kind else None
        return nan if nan is not None else self._add(other.copy_negate(), context)

    def _multiply(self, other, context):
        sign = self._sign ^ other._sign
        if self._kind or other._kind:
            nan = self._nan(other, context)
            if nan is not None:
                return nan
            if not self or not other:
                return self._invalid(context)
            return _make(sign, 0, 0, "F")
        return _finish(sign, self._int * other._int, self._exp + other._exp, context)

    def _divide(self, other, context):
        sign = self._sign ^ other._sign
        if self._kind or other._kind:
            nan = self._nan(other, context)
            if nan is not None:
                return nan
            if self._kind:
                return self._invalid(context) if other._kind else _make(sign, 0, 0, "F")
            context._signal(Clamped)
            return _make(sign, 0, context.Etiny())
        if not other._int:
            if not self._int:
                return self._invalid(context, DivisionUndefined)
            return context._signal(DivisionByZero, _make(sign, 0, 0, "F"))
        ideal = self._exp - other._exp
        if not self._int:
            return _finish(sign, 0, ideal, context)
        shift = max(_length(other._int) - _length(self._int) + context.prec + 1, 0)
        exponent = ideal - shift
        quotient, remainder = divmod(self._int * 10 ** shift, other._int)
        if remainder:
            if quotient % 5 == 0:
                quotient += 1                       # sticky: never looks like a tie or exact
        else:
            while exponent < ideal and quotient % 10 == 0:
                quotient //= 10
                exponent += 1
        return _finish(sign, quotient, exponent, context)

    def _divmod(self, other, context):
        nan = self._nan(other, context)
        if nan is not None:
            return nan, nan
        sign = self._sign ^ other._sign
        if self._kind:
            invalid = self._invalid(context)
            return (invalid if other._kind else _make(sign, 0, 0, "F")), invalid
        if other._kind:
            return _make(sign, 0, 0), self._plus_keeping_sign(context)
        if not other._int:
            if not self._int:
                invalid = self._invalid(context, DivisionUndefined)
                return invalid, invalid
            context.flags[InvalidOperation] = context.flags[DivisionByZero] = True
            raised = [s for s in (InvalidOperation, DivisionByZero) if context.traps[s]]
            if raised:
                raise raised[0](raised)
            return _make(sign, 0, 0, "F"), _make(0, 0, 0, "n")
        exponent = min(self._exp, other._exp)
        if self.adjusted() - other.adjusted() > context.prec:
            invalid = self._invalid(context, DivisionImpossible)
            return invalid, invalid
        if other.adjusted() - self.adjusted() > 1:
            return _make(sign, 0, 0), self._plus_keeping_sign(context)
        quotient, rest = divmod(self._int * 10 ** (self._exp - exponent), other._int * 10 ** (other._exp - exponent))
        if quotient >= 10 ** context.prec:
            invalid = self._invalid(context, DivisionImpossible)
            return invalid, invalid
        return _make(sign, quotient, 0), _finish(self._sign, rest, exponent, context)

    def _plus_keeping_sign(self, context):
        return _finish(self._sign, self._int, self._exp, context)

    def _remainder(self, other, context):
        nan = self._nan(other, context)
        if nan is not None:
            return nan
        if self._kind:
            return self._invalid(context)
        if not other._kind and not other._int:
            return self._invalid(context, InvalidOperation if self._int else DivisionUndefined)
        return self._divmod(other, context)[1]

    def _power(self, other, context):
        nan = self._nan(other, context)
        if nan is not None:
            return nan
        if not other:
            return self._invalid(context) if not self else _make(0, 1, 0)
        whole = not other._kind and other == other.to_integral_value()
        odd = whole and int(other) % 2 == 1
        sign = int(bool(self._sign and odd))
        if self._sign and self and not whole:
            return self._invalid(context)
        if not self:
            return _make(sign, 0, 0, "F" if other._sign else None)
        if self._kind:
            return _make(sign, 0, 0, None if other._sign else "F")
        size = self.copy_abs()
        if other._kind:
            order = size._order(_make(0, 1, 0))
            if order == 0:
                return _finish(0, 10 ** (context.prec - 1), 1 - context.prec, context)
            return _make(0, 0, 0, "F" if (order > 0) != bool(other._sign) else None)
        if whole:
            count = abs(int(other))
            if count * abs(self.adjusted() or 1) > 4 * (context.Emax + context.prec) and self._int != 1:
                bigger = (self.adjusted() >= 0) != bool(other._sign)
                return _overflow(sign, context) if bigger else _finish(sign, 1, context.Etiny() - 2, context)
            coefficient, exponent = _power_of(self._int, self._exp, count, context.prec + 4 + _length(count))
            if other._sign:
                result = _make(0, 1, 0)._divide(_make(sign, coefficient, exponent), context)
                return result
            return _finish(sign, coefficient, exponent, context)
        wide = context.copy()
        wide.clear_traps()
        root = size.sqrt(context) if other == _make(0, 5, -1) else None
        wide.prec = context.prec + 10 + max(0, other.adjusted()) + _length(abs(self.adjusted()) + 1)
        exact = (other._multiply(size.ln(wide), wide)).exp(wide)
        if root is not None and root._multiply(root, wide) == size:
            exact = root
        coefficient, exponent = exact._int, exact._exp
        pad = context.prec - _length(coefficient)
        if pad > 0:                                 # powers that are not whole are given with all digits
            coefficient, exponent = coefficient * 10 ** pad, exponent - pad
        context._signal(Inexact)
        context._signal(Rounded)
        return _finish(0, coefficient, exponent, context)

    def sqrt(self, context=None):
        context = context or getcontext()
        nan = self._nan(None, context)
        if nan is not None:
            return nan
        if self._kind and not self._sign:
            return self
        if not self:
            return _finish(self._sign, 0, self._exp // 2, context)
        if self._sign:
            return self._invalid(context)
        exponent, coefficient = self._exp, self._int
        ideal = exponent // 2
        if exponent % 2:
            coefficient, exponent = coefficient * 10, exponent - 1
        shift = max(context.prec + 1 - (_length(coefficient) + 1) // 2, 0)
        coefficient *= 100 ** shift
        root = math.isqrt(coefficient)
        exponent = exponent // 2 - shift
        if root * root == coefficient:
            while exponent < ideal and root % 10 == 0:
                root //= 10
                exponent += 1
        elif root % 5 == 0:
            root += 1
        return _finish(0, root, exponent, context._for_result())

    def exp(self, context=None):
        context = context or getcontext()
        nan = self._nan(None, context)
        if nan is not None:
            return nan
        if self._kind:
            return _make(0, 0, 0) if self._sign else self
        if not self:
            return _make(0, 1, 0)
        if self.adjusted() > _length(context.Emax) + 2:
            return _finish(0, 1, context.Etiny() - 2, context) if self._sign else _overflow(0, context)
        digits = context.prec + 8 + max(0, self.adjusted())
        scale = 10 ** digits
        value = _scaled(self, digits)
        ten = _ln_scaled(10, 1, digits)
        power, value = divmod(value, ten)
        halvings = 16
        value //= 2 ** halvings
        total = term = scale
        n = 1
        while term:
            term = term * value // (scale * n)
            total += term
            n += 1
        for _ in range(halvings):
            total = total * total // scale
        if total % 5 == 0:
            total += 1
        return _nearest(0, total, power - digits, context)

    def ln(self, context=None):
        context = context or getcontext()
        special = self._log_special(context)
        if special is not None:
            return special
        if self == 1:
            return _make(0, 0, 0)
        return self._log(context, False)

    def log10(self, context=None):
        context = context or getcontext()
        special = self._log_special(context)
        if special is not None:
            return special
        if str(self._int).rstrip("0") == "1":
            return _finish(int(self.adjusted() < 0), abs(self.adjusted()), 0, context)
        return self._log(context, True)

    def _log_special(self, context):
        nan = self._nan(None, context)
        if nan is not None:
            return nan
        if not self:
            return _make(1, 0, 0, "F")
        if self._sign:
            return self._invalid(context)
        return self if self._kind else None

    def _log(self, context, base_ten):
        digits = context.prec + 12
        size = _length(self._int)
        while True:
            scale = 10 ** digits
            power = self._exp + size
            value = _ln_scaled(self._int, 10 ** size, digits) + power * _ln_scaled(10, 1, digits)
            if base_ten:
                value = value * scale // _ln_scaled(10, 1, digits)
            if _length(abs(value)) >= context.prec + 6:
                break
            digits += context.prec + 6 - _length(abs(value)) + 4
        sign, value = int(value < 0), abs(value)
        if value % 5 == 0:
            value += 1
        return _nearest(sign, value, -digits, context)

    def fma(self, other, third, context=None):
        context = context or getcontext()
        other, third = _must(other), _must(third)
        wide = context.copy()
        wide.prec, wide.Emax, wide.Emin = MAX_PREC, MAX_EMAX, MIN_EMIN
        return self._multiply(other, wide if not (self._kind or other._kind) else context)._add(third, context)

    def normalize(self, context=None):
        context = context or getcontext()
        result = self._plus_keeping_sign(context) if not self._kind else self._plus(context)
        if result._kind:
            return result
        if not result._int:
            return _make(result._sign, 0, 0)
        coefficient, exponent = result._int, result._exp
        while coefficient % 10 == 0 and exponent < context.Emax:
            coefficient //= 10
            exponent += 1
        return _make(result._sign, coefficient, exponent)

    def _rescaled(self, exponent, rounding):
        if exponent <= self._exp or not self._int:
            shift = self._exp - exponent if self._int else 0
            return _make(self._sign, self._int * 10 ** shift, exponent)
        return _make(self._sign, _shift_right(self._sign, self._int, exponent - self._exp, rounding)[0], exponent)

    def quantize(self, exp, rounding=None, context=None):
        context = context or getcontext()
        exp = _must(exp)
        if self._kind or exp._kind:
            nan = self._nan(exp, context)
            if nan is not None:
                return nan
            return self if self._kind and exp._kind else self._invalid(context)
        if not context.Etiny() <= exp._exp <= context.Emax or (self._int and self.adjusted() - exp._exp + 1 > context.prec):
            return self._invalid(context)
        result = self._rescaled(exp._exp, rounding or context.rounding)
        if result._int and (result.adjusted() > context.Emax or _length(result._int) > context.prec):
            return self._invalid(context)
        conditions = [] if exp._exp <= self._exp or not self._int else [Inexact, Rounded] if result._order(self) else [Rounded]
        if result._int and result.adjusted() < context.Emin:
            conditions.append(Subnormal)
        result = _finish(result._sign, result._int, result._exp, context)
        context._signal_all(conditions)
        return result

    def to_integral_value(self, rounding=None, context=None):
        context = context or getcontext()
        nan = self._nan(None, context)
        if nan is not None:
            return nan
        return self if self._kind or self._exp >= 0 else self._rescaled(0, rounding or context.rounding)

    to_integral = to_integral_value

    def to_integral_exact(self, rounding=None, context=None):
        context = context or getcontext()
        result = self.to_integral_value(rounding, context)
        if not self._kind and self._exp < 0:
            if result != self:
                context._signal(Inexact)
            context._signal(Rounded)
        return result

    def scaleb(self, other, context=None):
        context = context or getcontext()
        other = _must(other)
        nan = self._nan(other, context)
        if nan is not None:
            return nan
        if other._kind or other._exp != 0:
            return self._invalid(context)
        return self if self._kind else _finish(self._sign, self._int, self._exp + int(other), context)

    def copy_abs(self):
        return _make(0, self._int, self._exp, self._kind)

    def copy_negate(self):
        return _make(1 - self._sign, self._int, self._exp, self._kind)

    def copy_sign(self, other, context=None):
        return _make(_must(other)._sign, self._int, self._exp, self._kind)

    def conjugate(self):
        return self

    canonical = conjugate
    real = property(conjugate)
    imag = property(lambda self: _make(0, 0, 0))

    # ---- operators ----

    def __pos__(self):
        return self._plus(getcontext())

    def __neg__(self):
        return self._negated(getcontext())

    def __abs__(self):
        return self._absolute(getcontext())

    def __int__(self):
        if self._kind:
            if self._kind == "F":
                raise OverflowError("cannot convert Infinity to integer")
            raise ValueError("cannot convert NaN to integer")
        size = self._int * 10 ** self._exp if self._exp >= 0 else self._int // 10 ** -self._exp
        return -size if self._sign else size

    __trunc__ = __int__

    def __float__(self):
        if self._kind == "N":
            raise ValueError("cannot convert signaling NaN to float")
        return float("-nan" if self._sign and self._kind else "nan") if self._kind == "n" else float(str(self))

    def __complex__(self):
        return complex(float(self))

    def __floor__(self):
        return int(self if self._kind else self._rescaled(0, ROUND_FLOOR))

    def __ceil__(self):
        return int(self if self._kind else self._rescaled(0, ROUND_CEILING))

    def __round__(self, ndigits=None):
        if ndigits is None:
            if self._kind:
                return int(self)
            return int(self._rescaled(0, ROUND_HALF_EVEN))
        if not isinstance(ndigits, int):
            raise TypeError("optional arg must be an integer")
        return self.quantize(_make(0, 1, -ndigits), ROUND_HALF_EVEN)

    def __pow__(self, other, modulo=None):
        other = _convert(other)
        if other is NotImplemented:
            return other
        if modulo is None:
            return self._power(other, getcontext())
        modulo = _convert(modulo)
        if modulo is NotImplemented:
            return modulo
        numbers_given = (self, other, modulo)
        if any(n._kind or n != n.to_integral_value() for n in numbers_given) or other._sign or not modulo:
            return self._invalid(getcontext())
        value = pow(abs(int(self)), int(other), abs(int(modulo)))
        return _make(int(bool(self._sign and int(other) % 2)), value, 0)

    def __rpow__(self, other, modulo=None):
        other = _convert(other)
        return other if other is NotImplemented else other._power(self, getcontext())


def _operator(name, operation):
    def forward(self, other):
        other = _convert(other)
        return other if other is NotImplemented else operation(self, other, getcontext())

    def backward(self, other):
        other = _convert(other)
        return other if other is NotImplemented else operation(other, self, getcontext())
    for dunder, function in ((f"__{name}__", forward), (f"__r{name}__", backward)):
        function.__name__ = dunder
        setattr(Decimal, dunder, function)


_operator("add", Decimal._add)
_operator("sub", Decimal._subtract)
_operator("mul", Decimal._multiply)
_operator("truediv", Decimal._divide)
_operator("floordiv", lambda a, b, context: a._whole_quotient(b, context))
_operator("mod", Decimal._remainder)
_operator("divmod", Decimal._divmod)


def _whole_quotient(self, other, context):
    nan = self._nan(other, context)
    if nan is not None:
        return nan
    if self._kind:
        return self._invalid(context) if other._kind else _make(self._sign ^ other._sign, 0, 0, "F")
    if not other._kind and not other._int and self._int:
        return context._signal(DivisionByZero, _make(self._sign ^ other._sign, 0, 0, "F"))
    return self._divmod(other, context)[0]


Decimal._whole_quotient = _whole_quotient


def _from_tuple(value):
    if len(value) != 3:
        raise ValueError("argument must be a sequence of length 3")
    sign, digits, exponent = value
    if sign not in (0, 1):
        raise ValueError("sign must be an integer with the value 0 or 1")
    for digit in digits:
        if not isinstance(digit, int) or not 0 <= digit <= 9:
            raise ValueError("coefficient must be a tuple of digits")
    coefficient = int("".join(map(str, digits)) or "0")
    if exponent in ("F", "n", "N"):
        return sign, 0 if exponent == "F" else coefficient, 0, exponent
    if not isinstance(exponent, int):
        raise ValueError("string argument in the third position must be 'F', 'n' or 'N'")
    return sign, coefficient, exponent, None


def _power_of(coefficient, exponent, count, digits):
    """coefficient**count to at least `digits` digits, exactly when that is not longer than a few times as many."""
    if _length(coefficient) * count <= 4 * digits + 64:
        return coefficient ** count, exponent * count
    result, result_exp = 1, 0
    for bit in bin(count)[2:]:
        result, result_exp = result * result, result_exp * 2
        if bit == "1":
            result, result_exp = result * coefficient, result_exp + exponent
        extra = _length(result) - digits - 8
        if extra > 0:
            result, result_exp = result // 10 ** extra, result_exp + extra
    return result, result_exp


def _scaled(value, digits):
    shift = value._exp + digits
    size = value._int * 10 ** shift if shift >= 0 else value._int // 10 ** -shift
    return -size if value._sign else size


def _ln_scaled(numerator, denominator, digits):
    """ln(numerator / denominator) * 10**digits, about: halve to near 1, then the series of artanh."""
    guard = digits + 10
    scale = 10 ** guard
    twos = numerator.bit_length() - denominator.bit_length()
    if twos >= 0:
        denominator <<= twos
    else:
        numerator <<= -twos
    result = _artanh(numerator - denominator, numerator + denominator, scale)
    if twos:
        result += twos * _artanh(1, 3, scale)
    return result // 10 ** 10


def _artanh(numerator, denominator, scale):
    """2 * artanh(numerator / denominator) * scale."""
    term = numerator * scale // denominator
    square = numerator * numerator * scale // (denominator * denominator)
    total, n = 0, 1
    while term and term != -1:
        total += term // n
        term = term * square // scale
        n += 2
    return 2 * total


def _nearest(sign, coefficient, exponent, context):
    """_finish with ROUND_HALF_EVEN, as the transcendental functions round."""
    return _finish(sign, coefficient, exponent, context._for_result())


def _first_context():
    made = object.__new__(Context)
    made.prec, made.rounding, made.Emin, made.Emax, made.capitals, made.clamp = 28, ROUND_HALF_EVEN, -999999, 999999, 1, 0
    object.__setattr__(made, "flags", _SignalDict())
    object.__setattr__(made, "traps", _SignalDict())
    made.traps = _as_mapping([DivisionByZero, Overflow, InvalidOperation])
    made._renew()
    return made


_current = threading.local()
_decimal_core.set_classes(Decimal, Context, _signals, _current)
_no_signals = _SignalDict()
DefaultContext = _first_context()
BasicContext = Context(prec=9, rounding=ROUND_HALF_UP, flags=[],
                       traps=[DivisionByZero, Overflow, InvalidOperation, Clamped, Underflow])
ExtendedContext = Context(prec=9, rounding=ROUND_HALF_EVEN, flags=[], traps=[])
for _name in ("__new__", "__str__", "__eq__", "__ne__", "__lt__", "__le__", "__gt__", "__ge__", "__add__", "__radd__", "__sub__", "__rsub__",
              "__mul__", "__rmul__", "__truediv__", "__rtruediv__", "quantize"):
    _decimal_core.take_over(_name)


def getcontext():
    try:
        return _current.context
    except AttributeError:
        _current.context = DefaultContext.copy()
        return _current.context


def setcontext(context, /):
    if not isinstance(context, Context):
        raise TypeError("optional argument must be a context")
    if context in (DefaultContext, BasicContext, ExtendedContext):
        context = context.copy()
        context.clear_flags()
    _current.context = context


class _Local:
    def __init__(self, context):
        self._context = context

    def __enter__(self):
        self._saved = getcontext()
        setcontext(self._context)
        return self._context

    def __exit__(self, kind, error, traceback):
        setcontext(self._saved)


def localcontext(ctx=None, **settings):
    context = (getcontext() if ctx is None else ctx).copy()
    for name, value in settings.items():
        if name not in ("prec", "rounding", "Emin", "Emax", "capitals", "clamp", "flags", "traps"):
            raise TypeError(f"{name!r} is an invalid keyword argument for this function")
        setattr(context, name, _as_mapping(value) if name in ("flags", "traps") else value)
    return _Local(context)


numbers.Number.register(Decimal)
set_dotted_name(Decimal, "decimal.Decimal")
set_dotted_name(Context, "decimal.Context")
