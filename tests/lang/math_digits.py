# The math module to the last digit, which is the C library's.
# test: needs=digits
import math

inf, nan = math.inf, math.nan
args = [0.0, -0.0, 1.0, -1.0, 0.5, -0.5, 2.0, 3.7, -3.7, 10, 100.25, 1e-10, 1e10, 1e300, inf, -inf, nan, True, 10**400, "x", None]
for name in ("acos acosh asin asinh atan atanh cbrt ceil cos cosh degrees erf erfc exp exp2 expm1 fabs floor gamma isfinite isinf isnan lgamma log log10 log1p log2 "
             "modf frexp radians sin sinh sqrt tan tanh trunc ulp isqrt factorial").split():
    f = getattr(math, name)
    for x in args:
        if name == "factorial" and isinstance(x, int) and x > 1000:
            continue
        try:
            print(name, x if x != 10**400 else "big", f(x) if x != 10**400 else str(f(x))[:30])
        except Exception as e:
            print(name, type(e).__name__, e)
pairs = [(0.0, 1.0), (1, 0), (-1, 0.5), (2, 0.5), (5.5, 2), (-5.5, 2), (inf, 2), (2, inf), (nan, 1), (0, -1), (10, 400), (1e300, 1e10), (7, -3)]
for name in "atan2 copysign fmod nextafter pow remainder hypot log isclose ldexp gcd lcm comb perm".split():
    f = getattr(math, name)
    for a, b in pairs:
        try:
            print(name, a, b, f(a, b))
        except Exception as e:
            print(name, a, b, type(e).__name__, e)
