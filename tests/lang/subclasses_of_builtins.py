class A:
    def __init__(self): self.d = {}
    def __getattr__(self, n):
        if n.startswith("x"): return n
        raise AttributeError(n)
a = A(); print(a.xyz, hasattr(a, "q"), getattr(a, "q", 5))
class Prox:
    def __init__(self, o): object.__setattr__(self, "_o", o)
    def __getattribute__(self, n):
        if n == "__class__": return int
        return getattr(object.__getattribute__(self, "_o"), n)
p = Prox("abc"); print(p.upper(), isinstance(p, int))
class V:
    def __get__(self, o, t=None): return "nd"
class U:
    v = V()
u = U(); print(u.v); u.__dict__["v"] = 1; print(u.v)
class Num(int):
    def __add__(self, o): return Num(int(self) + int(o))
    def __hash__(self): return 7
print(Num(3) + 4, type(Num(3) + 4), hash(Num(3)), Num(3) * 2, type(Num(3) * 2), sum([Num(1), Num(2)]), Num(5) > 3, -Num(2), abs(Num(-3)), Num(7) // 2, f"{Num(5):03d}", "%d" % Num(4), range(Num(3)), str(Num(9)), int(Num(8)), Num.from_bytes(b"\x01", "big"), type(Num.from_bytes(b"\x01", "big")))
class Tup(tuple):
    @property
    def x(self): return self[0]
    __slots__ = ()
t = Tup((1, 2)); print(t.x, *t, t == (1, 2), {t: 1}[(1, 2)], t[0:1], sorted([Tup((2,)), Tup((1,))]))
import collections, enum, dataclasses
PT = collections.namedtuple("PT", "x y"); q = PT(1, y=2); print(q, q.x, q._replace(x=5), q._asdict())
@dataclasses.dataclass(order=True)
class DC:
    a: int
    b: list = dataclasses.field(default_factory=list)
print(DC(1), DC(1) == DC(1), DC(1) < DC(2))
class Color(enum.Enum):
    RED = 1
    GREEN = 2
print(Color.RED, Color(2), Color["RED"].name, list(Color), repr(Color.GREEN))
class FE(frozenset): pass
print(FE([1]) | {2}, hash(FE([1])) == hash(frozenset([1])))
class B2(bytes): pass
print(B2(b"ab") + b"c", B2(b"x")[0])
class St(str):
    def __new__(cls, s): return super().__new__(cls, s.upper())
print(St("a") + "b", "-".join([St("q")]), St("k").lower(), {"K": 1}[St("k")], St("a") in "xAx", "x".replace("x", St("y")))
class Ls(list):
    __slots__ = ("tag",)
l = Ls([3, 1]); l.tag = 1; l.sort(); print(l, l.tag, l + [1], type(l + [1]), l[:1])
import weakref
class W: pass
w = W(); r = weakref.ref(w); print(r() is w); del w; print(r())
class Slot2:
    __slots__ = ("a", "__dict__")
s = Slot2(); s.a = 1; s.b = 2; print(s.__dict__, s.a)
def deco(c): c.extra = 1; return c
@deco
class Dec: pass
print(Dec.extra)
