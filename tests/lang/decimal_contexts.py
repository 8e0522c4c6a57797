# Contexts of decimals: copies, attributes, classes derived from Context, one for each thread; and the kinds of Decimal.
import copy, decimal, threading, weakref
from decimal import *
c = getcontext()
d = copy.deepcopy(c)
print(d, d is c, copy.copy(c))
c.prec = 10
print(Decimal(1) / 3, d.prec)
d.flags[Inexact] = True
print(copy.deepcopy(d))
try: vars(c)
except TypeError as e: print(type(e))
try: c.other = 1
except AttributeError as e: print(e)
try: weakref.ref(c)
except TypeError as e: print(e)
try: c._nothing
except AttributeError as e: print(e)
class Sub(Context):
    pass
s = Sub(prec=5)
s.remembered = s.prec
print(s.prec, s.remembered)
setcontext(s)
print(Decimal(1) / 3, getcontext() is s)
with localcontext() as l:
    l.prec = 20
    print(Decimal(1) / 3, Decimal("1e-3") + 1)
print(Decimal(2) / 3)
def work():
    print(getcontext().prec, Decimal(2) / 3)
t = threading.Thread(target=work); t.start(); t.join()
f, n, inf = Decimal("1.5"), Decimal("nan"), Decimal("-inf")
for v in (f, n, inf, Decimal("sNaN12"), Decimal(0), Decimal("-0.00")):
    print(v, repr(v), v.as_tuple(), v.is_nan(), v.is_finite(), v.is_infinite(), v.is_zero(), bool(v), v.is_signed(), v.is_qnan(), v.is_snan())
    print(copy.copy(v), copy.deepcopy(v))
print(f.copy_negate(), inf.copy_abs(), n.copy_sign(f))
setcontext(Context(prec=28))
print(Decimal((0, (1, 2), -1)), Decimal((1, (), "F")), Decimal((0, (7,), "n")))
print(Decimal(10) ** 3 // 7, divmod(Decimal(7), 2), Decimal(2).sqrt(), Decimal(7) % -3, +f, -f, abs(inf))
print(sum(map(Decimal, range(10)), Decimal()), max(f, inf), hash(f) == hash(1.5), f"{f:.3f}", f.adjusted(), f.quantize(Decimal("0.001")))
