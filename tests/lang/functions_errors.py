def f(a, b, /, c, d=4, *args, e, g=6, **kw): return (a, b, c, d, args, e, g, kw)
print(f(1, 2, 3, e=5), f(1, 2, c=3, e=5, z=1), f(1, 2, 3, 4, 5, 6, e=7))
def t(fn, *a, **k):
    try: print(fn(*a, **k))
    except TypeError as e: print(e)
t(f); t(f, 1); t(f, 1, 2, 3); t(f, 1, b=2, c=3, e=1); t(f, 1, 2, 3, c=4, e=1)
def g(a, b, c): pass
t(g); t(g, 1); t(g, 1, 2); t(g, 1, 2, 3, 4); t(g, 1, 2, 3, d=4); t(g, 1, a=2, b=3); t(g, **{"a": 1, "zz": 2})
def h(a, b=2): pass
t(h, 1, 2, 3); t(h)
def k(*, x, y): pass
t(k); t(k, 1); t(k, x=1); t(k, 1, x=1, y=2)
def k2(a, *, x): pass
t(k2, 1, 2, x=1); t(k2, 1, 2, 3)
def n0(): pass
t(n0, 1); t(n0, x=1)
def po(a, /): pass
t(po, a=1)
class C:
    def m(self, a): return a
    @classmethod
    def c(cls, a): return cls, a
    @staticmethod
    def s(a): return a
t(C().m); t(C.m); t(C.m, 1); t(C().c); t(C.s); t(C().m, 1, 2)
print(C().c(1), C.c(2), C.s(3), C().s(4), C().m.__func__ is C.m, C.c)
print(f.__name__, f.__qualname__, f.__defaults__, f.__kwdefaults__, f.__code__.co_varnames, f.__code__.co_argcount, f.__module__, f.__doc__)
f.attr = 3; print(f.attr, f.__dict__, hasattr(f, "nope"))
def outer():
    x = 1
    def inner(): return x
    return inner
i = outer(); print(i.__closure__[0].cell_contents, i.__qualname__, i.__code__.co_freevars, i.__code__.co_name)
#
try: f(**5)
except TypeError as e: print(e)
try: g(1, **{"a": 1}, **{"a": 2})
except TypeError as e: print(e)
def ann(x: int, y: "str" = 3) -> bool: "docstring"; return True
print(ann.__annotations__, ann.__doc__)
ann.__defaults__ = (9,); t(ann); ann.__name__ = "renamed"; print(ann)  if False else print(ann.__name__)
import functools
@functools.wraps(ann)
def wr(*a): return a
print(wr.__wrapped__ is ann, wr.__name__, wr.__doc__)
print(len.__name__, len, [].append.__name__, str.join, int.__add__, (1).__add__.__self__, type(len), type([].append), type(str.join), type(int.__add__), type((1).__add__), dict.fromkeys.__self__, type.__call__, object.__init__, type(C().m), type(lambda: 0), type(C.__dict__["c"]), type(property()), dict.__dict__["fromkeys"] is not None)
class E1(Exception): pass
e = E1(1, 2); print(repr(e), str(e), e.args, E1(), str(E1()), repr(E1("a")), str(KeyError("k")), repr(KeyError("k")))
try:
    try: 1 / 0
    except ZeroDivisionError as z: raise E1("x") from z
except E1 as e: print(repr(e.__cause__), e.__suppress_context__, repr(e.__context__))
try:
    try: 1 / 0
    except ZeroDivisionError as z: undefined_name
except NameError as e: print(e, e.name, repr(e.__context__))
for bad in (1, int, None):
    try: raise bad
    except TypeError as e: print(e)
try: raise E1 from 5
except TypeError as e: print(e)
try:
    try: raise ValueError
    except 5: pass
except TypeError as e: print(e)
try: raise
except RuntimeError as e: print(e)
e = OSError(2, "No such", "file.txt"); print(repr(e), e, e.errno, e.filename, type(e).__name__, e.args)
print(OSError(1, 2), OSError("x"), OSError(2, "a", "b", None, "c"), isinstance(OSError(17, "x"), FileExistsError))
e = StopIteration(5); print(e.value, SystemExit(3).code, SystemExit().code, ImportError("m", name="n", path="p").name)
print(SyntaxError("msg", ("f.py", 3, 4, "text")), UnicodeDecodeError("utf-8", b"\xff", 0, 1, "bad"), UnicodeEncodeError("ascii", "\u1234", 0, 1, "bad"))
e.add_note("n1"); print(e.__notes__)
eg = ExceptionGroup("g", [ValueError(1), TypeError(2), ExceptionGroup("h", [ValueError(3), KeyError(4)])])
m, r = eg.split(ValueError); print(repr(m), repr(r), eg.subgroup(lambda x: isinstance(x, KeyError)), str(eg), eg.message, len(eg.exceptions))
try: raise eg
except* ValueError as v: print("V", repr(v))
except* TypeError as v: print("T", repr(v))
except* KeyError as v: print("K", repr(v))
try:
    try: raise eg
    except* ValueError: raise OSError("new")
except BaseException as b: print(repr(b))
for a in (("m", []), ("m", [1]), (1, [ValueError()]), ("m", 5), ("m",)):
    try: ExceptionGroup(*a)
    except Exception as x: print(type(x).__name__, x)
print(BaseExceptionGroup("x", [ValueError()]).__class__, BaseExceptionGroup("x", [KeyboardInterrupt()]).__class__)
try: ExceptionGroup("x", [KeyboardInterrupt()])
except TypeError as e: print(e)
import sys
def depth():
    return sys._getframe().f_code.co_name, sys._getframe(1).f_code.co_name, sys._getframe().f_lineno
print(depth(), sys.version_info[:2], sys.version_info.major, sys.maxsize, sys.byteorder, sys.implementation.name, sys.float_info.max, sys.flags.optimize)
try: int("x")
except ValueError: print(sys.exc_info()[0], sys.exception())
print(sys.exc_info(), sys.getrecursionlimit())
print(int | str, int | None, list[int], dict[str, int] | None, isinstance(1, int | str), isinstance("a", (int, (str,))), isinstance(None, int | None), (int | str) == (str | int), type(int | str))
