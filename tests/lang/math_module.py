# The math module: values, special values and errors.
import math

inf, nan = math.inf, math.nan
args = [0.0, -0.0, 1.0, -1.0, 0.5, -0.5, 2.0, 3.7, -3.7, 10, 100.25, 1e-10, 1e10, 1e300, inf, -inf, nan, True, 10**400, "x", None]

def short(value):                              # math_digits.py shows all digits
    if isinstance(value, tuple):
        return tuple(map(short, value))
    return float("%.13g" % value) if isinstance(value, float) else value


for name in ("acos acosh asin asinh atan atanh cbrt ceil cos cosh degrees erf erfc exp exp2 expm1 fabs floor gamma isfinite isinf isnan lgamma log log10 log1p log2 "
             "modf frexp radians sin sinh sqrt tan tanh trunc ulp isqrt factorial").split():
    f = getattr(math, name)
    for x in args:
        if name == "factorial" and isinstance(x, int) and x > 1000:
            continue
        try:
            print(name, x if x != 10**400 else "big", short(f(x)) if x != 10**400 else str(f(x))[:30])
        except Exception as e:
            print(name, type(e).__name__, e)
pairs = [(0.0, 1.0), (1, 0), (-1, 0.5), (2, 0.5), (5.5, 2), (-5.5, 2), (inf, 2), (2, inf), (nan, 1), (0, -1), (10, 400), (1e300, 1e10), (7, -3)]
for name in "atan2 copysign fmod nextafter pow remainder hypot log isclose ldexp gcd lcm comb perm".split():
    f = getattr(math, name)
    for a, b in pairs:
        try:
            print(name, a, b, short(f(a, b)))
        except Exception as e:
            print(name, a, b, type(e).__name__, e)
print(math.fsum([0.1] * 10), math.fsum([1e100, 1.0, -1e100]), math.fsum([]), math.fsum([1, 2, 3]), math.fsum([1e-16, 1, 1e16]), math.fsum([inf, 1]))
print(math.prod([1, 2, 3.5]), math.prod([]), math.prod([2], start=5), math.prod(range(1, 30)))
print(math.gcd(), math.gcd(12, 18, 27), math.gcd(2**100 * 3, 6**50), math.gcd(-4, 6), math.lcm(4, 6, 10), math.lcm(), math.lcm(0, 3), math.lcm(-4, 6))
print(math.comb(200, 100), math.comb(5, 7), math.comb(10**20, 3), math.perm(10, 3), math.perm(6), math.perm(3, 5), math.factorial(25), math.factorial(100) % 10**30, math.isqrt(10**41), math.isqrt(2**64 - 1))
print(math.hypot(3, 4), math.hypot(1, 2, 3, 4), math.hypot(), math.hypot(-5), math.hypot(1e308, 1e308), math.hypot(1e-320, 1e-320), math.dist((1, 2, 3), (4, 6, 3)), math.dist([0.1], [0.7]))
print(math.log(2**1000), math.log2(2**1000), math.log10(10**300), math.log(10**400), math.log(8, 2), math.log(100, 10), math.log(10**500, 10**250))
print(math.pi, math.e, math.tau, math.inf, math.nan, math.nextafter(1, 2), math.nextafter(0, 1), math.ulp(1.0), math.ulp(1e300), math.modf(-2.25), math.frexp(10), math.ldexp(0.5, 4))
for f in (lambda: math.fsum([1e308, 1e308]), lambda: math.fsum([inf, -inf]), lambda: math.dist([1], [1, 2]), lambda: math.comb(-1, 2), lambda: math.perm(-1), lambda: math.log(), lambda: math.log(1, 2, 3), lambda: math.sqrt(),
          lambda: math.sqrt(1, 2), lambda: math.isclose(1), lambda: math.isclose(1, 2, rel_tol=-1), lambda: math.gcd(1.5), lambda: math.factorial(-1), lambda: math.isqrt(-1), lambda: math.ldexp(1, 1.5), lambda: math.log(10, 1),
          lambda: math.prod(5), lambda: math.atan2(1), lambda: math.trunc("x"), lambda: math.sqrt(x=1)):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)


class Weird:
    def __floor__(self):
        return "floored"

    def __ceil__(self):
        return "ceiled"

    def __trunc__(self):
        return "truncated"

    def __float__(self):
        return 2.25

    def __index__(self):
        return 9


w = Weird()
print(math.floor(w), math.ceil(w), math.trunc(w), math.sqrt(w), math.isqrt(w), math.gcd(w, 6), math.factorial(w))
