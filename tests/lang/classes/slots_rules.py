# __slots__: storage, inheritance, __dict__ and __weakref__, defaults and error texts.
import weakref


def show(act):
    try:
        print(act())
    except (TypeError, AttributeError, ValueError) as e:
        print(type(e).__name__, e)


class P:
    __slots__ = ("x", "y")

    def __init__(self, x, y): self.x, self.y = x, y


p = P(1, 2)
print(p.x, p.y, P.__slots__, type(P.x).__name__, repr(P.x), P.x.__name__, P.x.__get__(p))
show(lambda: setattr(p, "z", 1))
show(lambda: p.z)
show(lambda: p.__dict__)
show(lambda: weakref.ref(p))
del p.x
show(lambda: p.x)
show(lambda: delattr(p, "x"))
p.x = 5
print(p.x, hasattr(p, "x"), hasattr(p, "__dict__"))
show(lambda: P.x.__get__(3))
show(lambda: P.x.__set__(3, 4))


class Q(P):
    __slots__ = ("z", "__dict__")


q = Q(1, 2)
q.z, q.w = 3, 4
print(q.x, q.z, q.w, q.__dict__)


class R(P):
    pass


r = R(1, 2)
r.any = 3
print(r.__dict__, r.x, weakref.ref(r)() is r)


class S:
    __slots__ = "only"


s = S()
s.only = 1
show(lambda: setattr(s, "o", 1))
print(s.only, S.__slots__)


class W:
    __slots__ = ("a", "__weakref__")


w = W()
print(weakref.ref(w)() is w)


class Private:
    __slots__ = ("__hidden",)

    def __init__(self): self.__hidden = 7

    def get(self): return self.__hidden


print(Private().get(), [n for n in dir(Private) if "hidden" in n])
show(lambda: type("Bad", (), {"__slots__": ("x",), "x": 1}))
show(lambda: type("Bad", (), {"__slots__": ("1x",)}))
show(lambda: type("Bad", (), {"__slots__": (1,)}))
show(lambda: type("Bad", (int,), {"__slots__": ("x",)}))
show(lambda: type("Bad", (tuple,), {"__slots__": ("x",)}))
show(lambda: type("Bad", (), {"__slots__": ("__dict__", "__dict__")}))
show(lambda: type("Bad", (R,), {"__slots__": ("__dict__",)}))
show(lambda: type("Bad", (R,), {"__slots__": ("__weakref__",)}))
show(lambda: type("Two", (P, S), {}))
print(type("Fine", (P, type("Empty", (), {"__slots__": ()})), {"__slots__": ()}).__mro__[1].__name__)


class Doc:
    __slots__ = {"x": "the x", "y": "the y"}


print(Doc.__slots__, Doc.x.__doc__)
d = Doc()
d.y = 2
show(lambda: d.x)


class Shadow(P):
    __slots__ = ("x",)


h = Shadow(1, 2)
print(h.x, h.y)
show(lambda: P.x.__get__(h))


class Mixed(list):
    __slots__ = ("name",)


m = Mixed([1, 2])
m.name = "n"
print(m, m.name, len(m))
show(lambda: setattr(m, "other", 1))


class G:
    __slots__ = tuple(n for n in "ab")

    def __getattr__(self, n): return "fallback " + n


g = G()
print(g.a, g.c)
g.a = 1
print(g.a)
p2, p3 = P(1, 2), R(1, 2)
show(lambda: setattr(p2, "__class__", S))
show(lambda: setattr(p2, "__class__", R))


class P2:
    __slots__ = ("x", "y")


p2.__class__ = P2
print(type(p2).__name__, p2.x, p2.y)
