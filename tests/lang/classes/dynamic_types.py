# Classes made and changed at run time: type(), methods added and removed, __class__ and __bases__ assigned, caches refreshed.
def method(self): return f"{type(self).__name__}.method {self.v}"


A = type("A", (), {"v": 1, "method": method, "__init__": lambda self, v=None: self.__dict__.update(v=v) if v else None, "__doc__": "made"})
B = type("B", (A,), {"v": 2})
print(A().method(), B(5).method(), A.__doc__, B.__doc__, A.__module__, [c.__name__ for c in B.__mro__])
b = B()
for step in range(9):
    match step:
        case 1: B.method = lambda self: "replaced on B"
        case 2: b.method = lambda: "on the instance"
        case 3: del b.method
        case 4: del B.method
        case 5: A.method = lambda self: "replaced on A"
        case 6: A.__getattr__ = lambda self, n: f"dynamic {n}"
        case 7: B.__str__ = lambda self: "str of B"
        case 8: b.__class__ = type("C", (A,), {"method": lambda self: "class changed"})
    print(step, b.method(), getattr(b, "missing", "no missing"), str(b)[:10])


def call_often(o): return [o.m() for _ in range(3)]


class D:
    def m(self): return "first"


d = D()
print(call_often(d))
D.m = lambda self: "second"
print(call_often(d))
D.m = staticmethod(lambda: "static")
print(call_often(d))
D.m = classmethod(lambda cls: cls.__name__)
print(call_often(d))
D.m = property(lambda self: lambda: "via property")
print(call_often(d))
d.__dict__["m"] = lambda: "shadowed"
print(call_often(d))
del D.m
print(call_often(d))


class E: pass
class F: x = "F"
class G: x = "G"
class H(E, F): pass


h = H()
print(h.x)
H.__bases__ = (E, G)
print(h.x, H.__mro__[2].__name__)
E.x = "E now"
print(h.x)
del E.x
print(h.x)
for name in ("__len__", "__call__", "__add__", "__eq__", "__hash__", "__iter__", "__bool__", "__contains__"):
    setattr(H, name, {"__len__": lambda s: 3, "__call__": lambda s, *a: a, "__add__": lambda s, o: ("add", o), "__eq__": lambda s, o: True, "__hash__": lambda s: 7, "__iter__": lambda s: iter("it"), "__bool__": lambda s: False, "__contains__": lambda s, o: o == 1}[name])
print(len(h), h(1, 2), h + 1, h == 5, hash(h), list(h), bool(h), 1 in h, 2 in h)
for name in ("__len__", "__call__", "__add__", "__iter__", "__contains__"): delattr(H, name)
for f in (lambda: len(h), lambda: h(), lambda: h + 1, lambda: list(h), lambda: 1 in h):
    try:
        print(f())
    except TypeError as e:
        print(e)


def make(n):
    class Local:
        number = n
        def get(self): return n, self.number, __class__.__qualname__
    Local.__name__ = f"Local{n}"
    return Local


L1, L2 = make(1), make(2)
print(L1().get(), L2().get(), L1.__name__, L1 is L2, isinstance(L1(), L2), L1.__qualname__)
Point = type("Point", (tuple,), {"x": property(lambda s: s[0]), "__new__": lambda cls, *a: tuple.__new__(cls, a)})
print(Point(1, 2).x, Point(3, 4) + (5,), Point(1) == (1,), type(Point(1)[:]).__name__)
