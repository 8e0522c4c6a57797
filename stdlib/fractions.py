"""Exact rational numbers. The behaviour is that of CPython 3.11's fractions module."""
import math
import numbers
import operator

__all__ = ["Fraction"]


def _digits(text):
    """Whether text is digits, with single underscores between them."""
    return bool(text) and all(part.isdecimal() for part in text.split("_"))


def _parse(text):
    """(numerator, denominator) of '3/4', '-1.25' or '1e-3', or None."""
    body = text.strip()
    negative = body[:1] == "-"
    if body[:1] in ("+", "-"):
        body = body[1:]
    whole, slash, below = body.partition("/")
    if slash:
        if not _digits(whole) or not _digits(below):
            return None
        numerator, denominator = int(whole), int(below)
    else:
        mantissa, mark, power = body.replace("E", "e").partition("e")
        left, point, right = mantissa.partition(".")
        if not (left or right) or (left and not _digits(left)) or (right and not _digits(right)):
            return None
        unsigned = power[1:] if power[:1] in ("+", "-") else power
        if mark and not _digits(unsigned):
            return None
        numerator, denominator = int((left + right).replace("_", "")), 10 ** len(right.replace("_", ""))
        exponent = int(power) if mark else 0
        if exponent >= 0:
            numerator *= 10 ** exponent
        else:
            denominator *= 10 ** -exponent
    return (-numerator if negative else numerator), denominator


def _reduced(numerator, denominator, cls=None):
    if denominator < 0:
        numerator, denominator = -numerator, -denominator
    shared = math.gcd(numerator, denominator)
    made = object.__new__(Fraction if cls is None else cls)
    made._numerator, made._denominator = numerator // shared, denominator // shared
    return made


class Fraction(numbers.Rational):
    """A rational number in lowest terms; immutable."""

    __slots__ = ("_numerator", "_denominator")

    def __new__(cls, numerator=0, denominator=None):
        if denominator is None:
            if type(numerator) is int:
                pair = numerator, 1
            elif isinstance(numerator, numbers.Rational):
                pair = numerator.numerator, numerator.denominator
            elif isinstance(numerator, float) or (not isinstance(numerator, str) and hasattr(numerator, "as_integer_ratio")):
                pair = numerator.as_integer_ratio()
            elif isinstance(numerator, str):
                pair = _parse(numerator)
                if pair is None:
                    raise ValueError("Invalid literal for Fraction: %r" % numerator)
            else:
                raise TypeError("argument should be a string or a Rational instance")
        elif isinstance(numerator, numbers.Rational) and isinstance(denominator, numbers.Rational):
            pair = (numerator.numerator * denominator.denominator, denominator.numerator * numerator.denominator)
        else:
            raise TypeError("both arguments should be Rational instances")
        if pair[1] == 0:
            raise ZeroDivisionError("Fraction(%s, 0)" % pair[0])
        return _reduced(*pair, cls)

    @classmethod
    def from_float(cls, f):
        if not isinstance(f, (float, numbers.Integral)):
            raise TypeError("%s.from_float() only takes floats, not %r (%s)" % (cls.__name__, f, type(f).__name__))
        return _reduced(*f.as_integer_ratio(), cls)

    @classmethod
    def from_decimal(cls, dec):
        return _reduced(*dec.as_integer_ratio(), cls)

    @property
    def numerator(self):
        return self._numerator

    @property
    def denominator(self):
        return self._denominator

    def as_integer_ratio(self):
        return self._numerator, self._denominator

    def limit_denominator(self, max_denominator=1000000):
        if max_denominator < 1:
            raise ValueError("max_denominator should be at least 1")
        if self._denominator <= max_denominator:
            return Fraction(self)
        p0, q0, p1, q1 = 0, 1, 1, 0
        n, d = self._numerator, self._denominator
        while True:
            a = n // d
            if q0 + a * q1 > max_denominator:
                break
            p0, q0, p1, q1 = p1, q1, p0 + a * p1, q0 + a * q1
            n, d = d, n - a * d
        k = (max_denominator - q0) // q1
        if 2 * d * (q0 + k * q1) <= self._denominator:
            return _reduced(p1, q1)
        return _reduced(p0 + k * p1, q0 + k * q1)

    def __repr__(self):
        return "%s(%s, %s)" % (self.__class__.__name__, self._numerator, self._denominator)

    def __str__(self):
        return str(self._numerator) if self._denominator == 1 else "%s/%s" % (self._numerator, self._denominator)

    def __pow__(self, other):
        if not isinstance(other, numbers.Rational):
            return float(self) ** other
        if other.denominator != 1:
            return float(self) ** float(other)
        power = other.numerator
        if power >= 0:
            return _reduced(self._numerator ** power, self._denominator ** power)
        if self._numerator == 0:
            raise ZeroDivisionError("Fraction(%s, 0)" % self._denominator ** -power)
        return _reduced(self._denominator ** -power, self._numerator ** -power)

    def __rpow__(self, other):
        if self._denominator == 1 and self._numerator >= 0:
            return other ** self._numerator
        if isinstance(other, numbers.Rational):
            return Fraction(other.numerator, other.denominator) ** self
        return other ** float(self)

    def __pos__(self):
        return _reduced(self._numerator, self._denominator)

    def __neg__(self):
        return _reduced(-self._numerator, self._denominator)

    def __abs__(self):
        return _reduced(abs(self._numerator), self._denominator)

    def __int__(self):
        return int(self.__trunc__())

    def __trunc__(self):
        return -(-self._numerator // self._denominator) if self._numerator < 0 else self._numerator // self._denominator

    def __floor__(self):
        return self._numerator // self._denominator

    def __ceil__(self):
        return -(-self._numerator // self._denominator)

    def __round__(self, ndigits=None):
        if ndigits is None:
            floor, rest = divmod(self._numerator, self._denominator)
            twice = 2 * rest
            if twice == self._denominator:
                return floor + floor % 2
            return floor + (twice > self._denominator)
        scale = 10 ** abs(ndigits)
        return Fraction(round(self * scale), scale) if ndigits > 0 else Fraction(round(self / scale) * scale)

    def __hash__(self):
        modulus = 2 ** 61 - 1
        try:
            size = hash(hash(abs(self._numerator)) * pow(self._denominator, -1, modulus))
        except ValueError:
            size = 314159
        value = size if self._numerator >= 0 else -size
        return -2 if value == -1 else value

    def __eq__(self, other):
        if isinstance(other, numbers.Rational):
            return self._numerator == other.numerator and self._denominator == other.denominator
        if isinstance(other, complex) and other.imag == 0:
            other = other.real
        if isinstance(other, float):
            if math.isnan(other) or math.isinf(other):
                return 0.0 == other
            return self == Fraction.from_float(other)
        return NotImplemented

    def _ordered(self, other, test):
        if isinstance(other, numbers.Rational):
            return test(self._numerator * other.denominator, self._denominator * other.numerator)
        if isinstance(other, float):
            if math.isnan(other) or math.isinf(other):
                return test(0.0, other)
            return test(self, Fraction.from_float(other))
        return NotImplemented

    def __lt__(self, other):
        return self._ordered(other, operator.lt)

    def __gt__(self, other):
        return self._ordered(other, operator.gt)

    def __le__(self, other):
        return self._ordered(other, operator.le)

    def __ge__(self, other):
        return self._ordered(other, operator.ge)

    def __bool__(self):
        return bool(self._numerator)

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self

    def __reduce__(self):
        return self.__class__, (self._numerator, self._denominator)


def _divided(a, b):
    below = a.denominator * b.numerator
    if below == 0:
        raise ZeroDivisionError("Fraction(%s, 0)" % (a.numerator * b.denominator))
    return _reduced(a.numerator * b.denominator, below)


def _whole(a, b):
    return (a.numerator * b.denominator) // (a.denominator * b.numerator)


def _rest(a, b):
    below = a.denominator * b.denominator
    return _reduced((a.numerator * b.denominator) % (b.numerator * a.denominator), below)


def _install(name, exact, fallback):
    def forward(a, b):
        if isinstance(b, (int, Fraction)):
            return exact(a, b)
        if isinstance(b, float):
            return fallback(float(a), b)
        return fallback(complex(a), b) if isinstance(b, complex) else NotImplemented

    def backward(b, a):
        if isinstance(a, numbers.Rational):
            return exact(a, b)
        if isinstance(a, numbers.Real):
            return fallback(float(a), float(b))
        return fallback(complex(a), complex(b)) if isinstance(a, numbers.Complex) else NotImplemented
    setattr(Fraction, f"__{name}__", forward)
    setattr(Fraction, f"__r{name}__", backward)


for _name, _exact, _fallback in (
        ("add", lambda a, b: _reduced(a.numerator * b.denominator + b.numerator * a.denominator, a.denominator * b.denominator),
         operator.add),
        ("sub", lambda a, b: _reduced(a.numerator * b.denominator - b.numerator * a.denominator, a.denominator * b.denominator),
         operator.sub),
        ("mul", lambda a, b: _reduced(a.numerator * b.numerator, a.denominator * b.denominator), operator.mul),
        ("truediv", _divided, operator.truediv), ("floordiv", _whole, operator.floordiv), ("mod", _rest, operator.mod),
        ("divmod", lambda a, b: (_whole(a, b), _rest(a, b)), divmod)):
    _install(_name, _exact, _fallback)
Fraction.__abstractmethods__ = frozenset()
