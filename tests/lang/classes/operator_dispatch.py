# Binary operators: order of attempts, reflected methods, subclasses first, NotImplemented, in-place forms.
import operator as op

calls = []


def maker(name, result):
    def method(self, other, *rest):
        calls.append(f"{type(self).__name__}.{name}")
        return result
    return method


names = ["add", "sub", "mul", "truediv", "floordiv", "mod", "pow", "lshift", "rshift", "and", "or", "xor", "matmul", "divmod"]
symbols = {"add": "+", "sub": "-", "mul": "*", "truediv": "/", "floordiv": "//", "mod": "%", "pow": "**", "lshift": "<<",
           "rshift": ">>", "and": "&", "or": "|", "xor": "^", "matmul": "@"}
functions = {n: getattr(op, n + "_" if n in ("and", "or") else n) for n in symbols}
functions["divmod"] = divmod


class Full: pass
class Refl: pass
class Never: pass
class Plain: pass


for n in names:
    setattr(Full, f"__{n}__", maker(f"__{n}__", "L" + n))
    setattr(Refl, f"__r{n}__", maker(f"__r{n}__", "R" + n))
    setattr(Never, f"__{n}__", maker(f"__{n}__", NotImplemented))
    setattr(Never, f"__r{n}__", maker(f"__r{n}__", NotImplemented))


class SubNever(Never):
    __radd__ = maker("__radd__", "sub radd")
    __rsub__ = Never.__rsub__


def attempt(f, a, b):
    calls.clear()
    try:
        r = f(a, b)
    except TypeError as e:
        r = f"TypeError: {e}"
    return r, list(calls)


for n in names:
    f = functions[n]
    print(n, attempt(f, Full(), Refl()), attempt(f, Plain(), Refl()), attempt(f, Refl(), Plain()))
    print("  ", attempt(f, Never(), Never()), attempt(f, Never(), Refl()), attempt(f, 1, Never()))
print(attempt(op.add, Never(), SubNever()), attempt(op.sub, Never(), SubNever()), attempt(op.add, SubNever(), Never()))


class InPlace:
    def __init__(self): self.log = []

    def __iadd__(self, o): self.log.append(("iadd", o)); return self

    def __isub__(self, o): return NotImplemented

    def __sub__(self, o): return ("sub", o)

    def __imul__(self, o): return "replaced"

    def __matmul__(self, o): return ("mm", o)


x = y = InPlace()
x += 1
x += "two"
print(x is y, x.log)
x -= 5
print(x)
x = y
x *= 2
print(x)
x = y
x @= 3
print(x)
x = y
for code in ("//=", "%=", "<<="):
    try:
        if code == "//=": x //= 2
        elif code == "%=": x %= 2
        else: x <<= 2
    except TypeError as e:
        print(e)
try:
    x **= 2
except TypeError as e:
    print(e)
try:
    x ** 2
except TypeError as e:
    print(e)
try:
    pow(x, 2, 3)
except TypeError as e:
    print(e)


class Unary:
    def __neg__(self): return "neg"
    def __pos__(self): return "pos"
    def __invert__(self): return "inv"
    def __abs__(self): return "abs"
    def __round__(self, n=None): return ("round", n)
    def __trunc__(self): return 7
    def __floor__(self): return "floor"
    def __ceil__(self): return "ceil"
    def __complex__(self): return 1 + 2j
    def __float__(self): return 2.5
    def __int__(self): return 3
    def __index__(self): return 4


import math
u = Unary()
print(-u, +u, ~u, abs(u), round(u), round(u, 2), math.trunc(u), math.floor(u), math.ceil(u), complex(u), float(u), int(u), bin(u))
for f in (op.neg, op.pos, op.invert, abs, round, float, int, complex, math.floor, op.index):
    try:
        print(f(Plain()))
    except TypeError as e:
        print(e)


class BadTypes:
    def __float__(self): return 1
    def __int__(self): return "x"
    def __index__(self): return 1.5
    def __bool__(self): return 1
    def __len__(self): return -1
    def __hash__(self): return "h"
    def __str__(self): return 5
    def __repr__(self): return None
    def __complex__(self): return 1
    def __iter__(self): return 5
    def __contains__(self, x): return [x]
    def __format__(self, s): return 3
    def __bytes__(self): return "s"


b = BadTypes()
for f in (float, int, op.index, bool, len, hash, str, repr, complex, iter, lambda v: 3 in v, format, bytes, lambda v: [1][v]):
    try:
        print(f(b))
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)
