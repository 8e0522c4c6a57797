# What a class and its instances carry: names, docs, dicts, annotations, bases, and what may be assigned.
def show(act):
    try:
        print(act())
    except Exception as e:
        print(type(e).__name__, e)


class A:
    """Doc of A."""
    x: int = 1
    y: "str"
    z = 2

    def m(self):
        """doc of m"""

    class Inner:
        def deep(self):
            def local(): pass
            return local


print(A.__name__, A.__qualname__, A.__module__, A.__doc__, A.__annotations__, A.__bases__, A.__base__, A.__mro__)
print(A.m.__name__, A.m.__qualname__, A.m.__doc__, A.Inner.__qualname__, A.Inner.deep.__qualname__, A.Inner().deep().__qualname__)
print([k for k in A.__dict__ if not k.startswith("__")], sorted(k for k in vars(A) if k.startswith("__")), type(A.__dict__).__name__)
print(repr(A), repr(A.Inner), str(A), f"{A}", A().m.__func__ is A.m, A.m is A.__dict__["m"])
A.__name__ = "Renamed"
print(A, A.__name__, A.__qualname__)
A.__qualname__ = "Q.ual"
print(A, A())
A.__module__ = "elsewhere"
print(A)
A.__doc__ = "new doc"
print(A.__doc__)
show(lambda: setattr(A, "__name__", 5))
show(lambda: setattr(A, "__name__", "a\0b"))
show(lambda: setattr(A, "__qualname__", None))
show(lambda: delattr(A, "__name__"))
show(lambda: setattr(A, "__dict__", {}))
show(lambda: A.__dict__.__setitem__("x", 1))
show(lambda: setattr(int, "__name__", "x"))
show(lambda: setattr(A, "__class__", int))
print(type(A()).__name__, A().__class__ is A, A.__class__, type(type(A)))


class B:
    pass


print(B.__doc__, B().__doc__, B.__annotations__, "__annotations__" in B.__dict__)
b = B()
b.one = 1
b.__dict__["two"] = 2
print(vars(b), b.two, b.__dict__ is vars(b), list(b.__dict__.items()))
del b.__dict__["one"]
show(lambda: b.one)
b.__class__ = type("C2", (), {"extra": "from C2"})
print(b.extra, b.two, type(b).__name__)
show(lambda: vars(5))
show(lambda: dir(5)[:2])
print([n for n in dir(b) if not n.startswith("__")], [n for n in dir(A) if not n.startswith("__")])


class Counter:
    count = 0
    items = []

    def inc(self):
        self.count += 1
        self.items.append(self.count)
        type(self).count += 10


c1, c2 = Counter(), Counter()
c1.inc(), c1.inc(), c2.inc()
print(c1.count, c2.count, Counter.count, Counter.items, c1.__dict__, c2.__dict__)


class Body:
    print("executing", __name__, __qualname__, __module__)
    for i in range(3):
        locals()["v%d" % i] = i * i if False else i
    n = [i for i in range(3)]
    if n:
        cond = "yes"
    else:
        other = "no"
    try:
        q = undefined
    except NameError as e:
        q = str(e)
    del i
    with open("/dev/null") as f:
        opened = f.closed
    def helper(): return "helper called"
    val = helper()
    lam = lambda self: "lam"
    (w, *rest), t = (1, 2, 3), 4
    import math as m
    from os import path as p


print(Body.n, Body.cond, Body.q, Body.opened, Body.val, Body().lam(), Body.w, Body.rest, Body.t, Body.m.pi > 3, hasattr(Body, "i"))
T = type("T", (Body,), dict(z=1, __doc__="d", f=classmethod(lambda c: c.__name__)))
print(T.z, T.__doc__, T.f(), T.__module__, T.__qualname__)
show(lambda: type("T", (), {}, k=1))
show(lambda: type("T"))
show(lambda: type("T", ()))
show(lambda: type(1, (), {}))
show(lambda: type("T", [], {}))
show(lambda: type("T", (), []))
show(lambda: type())
show(lambda: A(1))
show(lambda: A(x=1))
show(lambda: object(1))
show(lambda: B.__new__(int))
show(lambda: object.__new__())
show(lambda: object.__new__(5))
show(lambda: int.__new__(str))
show(lambda: object.__init__(B(), 1))
show(lambda: B().__init__(1))
