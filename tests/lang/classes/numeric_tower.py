# A number class with the full set of operators: mixed arithmetic, coercion by NotImplemented, hashing, formatting, rounding.
from math import gcd
import operator


class Q:
    __slots__ = ("n", "d")

    def __new__(cls, n=0, d=1):
        if isinstance(n, Q) and d == 1: return n
        if isinstance(n, str):
            n, _, d = n.partition("/")
            n, d = int(n), int(d or 1)
        if not (isinstance(n, int) and isinstance(d, int)): raise TypeError(f"Q of {type(n).__name__} and {type(d).__name__}")
        if d == 0: raise ZeroDivisionError(f"Q({n}, 0)")
        g = gcd(n, d) * (-1 if d < 0 else 1)
        self = super().__new__(cls)
        self.n, self.d = n // g, d // g
        return self

    def __repr__(self): return f"Q({self.n}, {self.d})" if self.d != 1 else f"Q({self.n})"
    def __str__(self): return f"{self.n}/{self.d}" if self.d != 1 else str(self.n)
    def __hash__(self): return hash(self.n) if self.d == 1 else hash((self.n, self.d))
    def __bool__(self): return self.n != 0
    def __float__(self): return self.n / self.d
    def __int__(self): return int(self.n / self.d) if abs(self.n) < 2 ** 50 else self.n // self.d
    __trunc__ = __int__
    def __floor__(self): return self.n // self.d
    def __ceil__(self): return -(-self.n // self.d)
    def __round__(self, nd=None):
        if nd is None:
            f, r = divmod(self.n, self.d)
            return f + (r * 2 > self.d or r * 2 == self.d and f & 1)
        return Q(round(self * 10 ** nd), 10 ** nd)
    def __complex__(self): return complex(float(self))
    def __format__(self, spec): return format(float(self), spec) if spec and spec[-1] in "fge" else format(str(self), spec)
    def __neg__(self): return Q(-self.n, self.d)
    def __pos__(self): return self
    def __abs__(self): return Q(abs(self.n), self.d)
    def __index__(self):
        if self.d != 1: raise TypeError(f"{self} is no whole number")
        return self.n

    def _both(f):
        def forward(a, b):
            if isinstance(b, int): b = Q(b)
            if isinstance(b, Q): return f(a, b)
            if isinstance(b, float): return getattr(operator, f.__name__)(float(a), b)
            return NotImplemented
        def reverse(b, a):
            if isinstance(a, int): return f(Q(a), b)
            if isinstance(a, float): return getattr(operator, f.__name__)(a, float(b))
            return NotImplemented
        return forward, reverse

    def add(a, b): return Q(a.n * b.d + b.n * a.d, a.d * b.d)
    def sub(a, b): return Q(a.n * b.d - b.n * a.d, a.d * b.d)
    def mul(a, b): return Q(a.n * b.n, a.d * b.d)
    def truediv(a, b): return Q(a.n * b.d, a.d * b.n)
    def floordiv(a, b): return (a.n * b.d) // (a.d * b.n)
    def mod(a, b): return a - b * (a // b)
    __add__, __radd__ = _both(add)
    __sub__, __rsub__ = _both(sub)
    __mul__, __rmul__ = _both(mul)
    __truediv__, __rtruediv__ = _both(truediv)
    __floordiv__, __rfloordiv__ = _both(floordiv)
    __mod__, __rmod__ = _both(mod)
    def __divmod__(self, o): return self // o, self % o
    def __pow__(self, e, m=None):
        if m is not None: return NotImplemented
        if isinstance(e, int): return Q(self.n ** e, self.d ** e) if e >= 0 else Q(self.d ** -e, self.n ** -e)
        return float(self) ** float(e)
    def __rpow__(self, b): return b ** float(self)
    def _cmp(op):
        def compare(a, b):
            if isinstance(b, int): b = Q(b)
            if isinstance(b, Q): return op(a.n * b.d, b.n * a.d)
            if isinstance(b, float): return op(float(a), b)
            return NotImplemented
        return compare
    __eq__, __lt__, __le__, __gt__, __ge__ = map(_cmp, (operator.eq, operator.lt, operator.le, operator.gt, operator.ge))


a, b = Q(3, 4), Q("-5/6")
print(a + b, a - b, a * b, a / b, a // b, a % b, divmod(a, b), a ** 3, a ** -2, b ** 2, -a, +b, abs(b), a + 1, 1 + a, 2 - a, 2 * a, 1 / a, 7 // a, 7 % a, a + 0.5, 0.5 - a, 2 ** a, a ** 0.5)
print(a == Q(6, 8), a == 0.75, Q(4) == 4, 4 == Q(8, 2), a < 1, 1 > a, a <= b, b < -0.5, a != b, hash(Q(4)) == hash(4), {Q(2): "two"}[2], sorted([a, b, 0, 1, Q(1, 2)]), max(a, b), sum([a, b, 1]), min(0.8, a))
print(int(Q(7, 2)), float(a), bool(Q(0)), bool(b), round(Q(5, 2)), round(Q(7, 2)), round(Q(22, 7), 2), complex(a), f"{a} {a:>8} {a:.3f} {a!r}", [a, b], "%s" % a, range(Q(3)), [10, 20, 30][Q(1)], hex(Q(255)))
import math
print(math.floor(b), math.ceil(b), math.trunc(Q(-7, 2)), math.sqrt(Q(1, 4)), math.fsum([a, b]), Q(Q(1, 2)) is not None, Q(1, -2), Q(0, 5), Q("12"), 3 < Q(10, 3) < 4)
a += Q(1, 4)
a *= 3
a -= 0
print(a, type(a).__name__)
for f in (lambda: Q(1, 0), lambda: a / 0, lambda: a + "x", lambda: "x" + a, lambda: [1] * Q(1, 2), lambda: Q(1.5), lambda: a < "x", lambda: pow(a, 2, 3), lambda: a @ a, lambda: a << 1, lambda: ~a, lambda: "abc"[Q(1, 2)], lambda: a // 0, lambda: Q(1, 2) ** "x", lambda: setattr(a, "z", 1), lambda: [1, 2] * Q(2), lambda: None + a, lambda: a & 1):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
