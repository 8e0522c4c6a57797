from abc import ABC, abstractmethod, ABCMeta
class Ab(ABC):
    @abstractmethod
    def f(self): ...
    @property
    @abstractmethod
    def p(self): ...
try: Ab()
except TypeError as e: print(e)
class Im(Ab):
    def f(self): return 1
try: Im()
except TypeError as e: print(e)
class Im2(Im):
    p = 3
print(Im2().f(), Ab.__abstractmethods__ == {"f", "p"}, isinstance(Im2(), Ab))
Ab.register(int); print(isinstance(3, Ab), issubclass(int, Ab))
import copy
class Pt:
    def __init__(s, x, y): s.x = x; s.y = y
    def __eq__(s, o): return (s.x, s.y) == (o.x, o.y)
p = Pt(1, [2]); q = copy.copy(p); r = copy.deepcopy(p); print(p == q, q.y is p.y, r.y is p.y, r == p)
class SlotPt:
    __slots__ = ("x",)
s = SlotPt(); s.x = 4; print(copy.copy(s).x, copy.deepcopy([s])[0].x)
print(p.__reduce_ex__(2)[1:3])
class E(Exception):
    def __init__(self, a, b): super().__init__(a, b); self.b = b
e2 = copy.copy(E(1, 2)); print(e2.args, e2.b)
class X:
    def __eq__(self, o): return NotImplemented
    def __lt__(self, o): return NotImplemented
print(X() == X(), X() != 1)
try: X() < X()
except TypeError as e: print(e)
class R1:
    def __radd__(self, o): return "r1"
class R2(R1):
    def __radd__(self, o): return "r2"
print(R1() + R2() if False else 1 + R2(), [] + [1])
class A1:
    def __add__(self, o): return "a1"
class A2(A1):
    def __radd__(self, o): return "a2r"
print(A1() + A2(), A2() + A1())
class It:
    def __init__(self): self.n = 0
    def __iter__(self): return self
    def __next__(self):
        self.n += 1
        if self.n > 3: raise StopIteration
        return self.n
print(list(It()), sum(It()), 2 in It(), max(It()), tuple(It()), [*It()], dict(zip(It(), "abc")))
class GI:
    def __getitem__(self, i):
        if i > 2: raise IndexError
        return i * 10
print(list(GI()), 20 in GI(), list(reversed([1, 2])))
class CM:
    def __enter__(self): return "in"
    def __exit__(self, t, v, tb): print(t, v); return True
with CM() as c: print(c); raise ValueError("sup")
class Len:
    def __len__(self): return -1
for f in (lambda: len(Len()), lambda: bool(Len()), lambda: hash(type("H", (), {"__hash__": lambda s: "x"})()), lambda: repr(type("H", (), {"__repr__": lambda s: 1})()), lambda: str(type("H", (), {"__str__": lambda s: 1})()), lambda: bool(type("H", (), {"__bool__": lambda s: 1})()), lambda: iter(type("H", (), {"__iter__": lambda s: 1})()), lambda: [1][type("H", (), {"__index__": lambda s: "x"})()], lambda: int(type("H", (), {"__int__": lambda s: "x"})()), lambda: format(1, 2), lambda: f"{object():>3}", lambda: type("H", (), {"__init__": lambda s: 1})(), lambda: type("H", (), {"__contains__": None})().__contains__, lambda: 1 in type("H", (), {"__contains__": None})(), lambda: type("H", (), {"__hash__": None})().__hash__()):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
class Cell:
    def m(self): return __class__
    def n(self): return super().__repr__()[:5]
print(Cell().m(), Cell().n())
class Dflt:
    x: int = 3
    y: str
print(Dflt.__annotations__, Dflt.__dict__["__doc__"], Dflt.__doc__, "x" in dir(Dflt()), sorted(k for k in vars(Dflt) if not k.startswith("__")))
o = type("O", (), {})(); o.b = 1; o.a = 2; del o.b; o.b = 3; print(vars(o), o.__dict__ is o.__dict__)
o.__dict__ = {"z": 1}; print(o.z, hasattr(o, "a"))
class CP:
    @classmethod
    @property
    def cp(cls): return cls.__name__
print(CP.cp)
class Meta(type):
    def __instancecheck__(c, o): return o == 5
    def __subclasscheck__(c, s): return s is int
    def __iter__(c): return iter([1, 2])
    def __len__(c): return 9
    def __contains__(c, x): return x == 1
    def __getattr__(c, n): return "meta" + n
    @property
    def mp(c): return "mp"
class WM(metaclass=Meta): pass
print(isinstance(5, WM), isinstance(6, WM), issubclass(int, WM), list(WM), len(WM), 1 in WM, WM.foo, WM.mp)
import types
ns = types.SimpleNamespace(a=1, b="x"); print(ns, ns == types.SimpleNamespace(a=1, b="x"))
C3 = types.new_class("C3", (Pt,), {}, lambda n: n.update(k=1)); print(C3, C3.k)
m = types.ModuleType("mod", "doc"); m.x = 1; print(m.__name__, m.__doc__, m.x)
try: m.nope
except AttributeError as e: print(e)
print(types.FunctionType, types.MethodType, type(len) is types.BuiltinFunctionType, types.MappingProxyType({"a": 1}))
bm = types.MethodType(lambda s: s, 4); print(bm(), bm.__self__)
print(object.__repr__.__qualname__, int.__dict__["__add__"].__objclass__, str.upper.__name__, Pt.__eq__.__name__, type.__mro__, bool.__bases__, int.__doc__ is not None)
def gen():
    try: yield 1
    finally: print("fin")
g = gen(); next(g); g.close()
class K(KeyError): pass
try: raise K("a")
except LookupError as e: print(repr(e), str(e))
x = OSError(); x.errno = 5; print(x.errno, OSError.__mro__[1], IOError is OSError, EnvironmentError is OSError)
class OE(OSError):
    def __init__(self, a): super().__init__(a, "msg"); self.q = a
print(OE(2), OE(2).q, OE(2).errno)
print(ValueError.__base__, Exception.__subclasses__()[0].__name__ != "")
try:
    try: raise ValueError(1)
    finally:
        raise TypeError(2)
except TypeError as e: print(repr(e.__context__))
def nest():
    try: raise ValueError("v")
    except ValueError:
        try: raise KeyError("k")
        except KeyError: pass
        raise
try: nest()
except ValueError as e: print(e, e.__context__)
