# super(): with and without arguments, in every kind of function, and its error texts.
class Base:
    tag = "base"

    def m(self, x=0): return ("Base.m", x)

    @classmethod
    def c(cls): return ("Base.c", cls.__name__)

    @staticmethod
    def s(): return "Base.s"

    @property
    def p(self): return "Base.p"

    def __getitem__(self, k): return ("Base[]", k)

    def __len__(self): return 3

    def __repr__(self): return "<base>"


class Derived(Base):
    tag = "derived"

    def m(self, x=0):
        return super().m(x + 1), super(Derived, self).m(x + 2)

    @classmethod
    def c(cls): return "D", super().c()

    @staticmethod
    def s(): return "D", super(Derived, Derived).s()

    @property
    def p(self): return "D", super().p

    def __getitem__(self, k): return super().__getitem__(k)

    def __len__(self): return super().__len__() + 1

    def closures(self):
        def inner():
            return __class__.__name__
        def inner2(me):
            return super().tag, super().m(9)
        gen = (super(Derived, self).tag for _ in range(2))
        return inner(), inner2(self), list(gen), (lambda me: super().tag)(self), [super(__class__, self).tag for _ in "a"]

    def noargs():
        return super().tag

    def deleted(self):
        del self
        return super().tag

    def rebound(self):
        self = Other()
        return super().tag

    def star(*args):
        return super().tag

    def cell(self):
        f = lambda: self
        return super().tag, f().tag

    def attr_chain(self):
        s = super()
        return type(s).__name__, s.__thisclass__.__name__, s.__self__ is self, s.__self_class__.__name__

    def missing(self):
        return super().nothing

    def setting(self):
        super().value = 5


class Other:
    pass


class Third(Derived):
    tag = "third"


d, t = Derived(), Third()
print(d.m(), d.c(), d.s(), d.p, d["k"], len(d))
print(t.m(), Third.c(), t.p, len(t))
print(d.closures())
for name in ("deleted", "rebound", "star", "cell", "attr_chain", "missing", "setting"):
    try:
        print(name, getattr(d, name)())
    except (TypeError, RuntimeError, AttributeError) as e:
        print(name, type(e).__name__, e)
try:
    Derived.noargs()
except RuntimeError as e:
    print(e)


def outside(self):
    return super().tag


Other.outside = outside
for act in (lambda: Other().outside(), lambda: super(), lambda: super(Derived, Other()), lambda: super(Derived, Base()),
            lambda: super(1, 2), lambda: super(Third, d).m(), lambda: super(int).real):
    try:
        print(act())
    except (TypeError, RuntimeError, AttributeError) as e:
        print(type(e).__name__, e)
unbound = super(Derived)
print(repr(unbound), unbound.__get__(d, Derived).m(5), unbound.__self__, repr(super(Derived, d)))
print(super(Derived, Third).c(), super(Derived, t).tag, super(Third, t).tag)


class Late(Base):
    pass


def m(self, x=0):
    return "late", super(Late, self).m(x)


Late.m = m
print(Late().m(4))


class Init(Base):
    def __init__(self, *a, **k):
        super().__init__()
        self.a, self.k = a, k

    def __init_subclass__(cls, **kw):
        super().__init_subclass__(**kw)
        cls.seen = True

    def __setattr__(self, n, v):
        super().__setattr__(n, (v, "set"))

    def __getattribute__(self, n):
        return super().__getattribute__(n)

    def __eq__(self, o):
        return super().__eq__(o) if isinstance(o, str) else True

    def __hash__(self):
        return super().__hash__() & 0


print(Init(1, z=2).a, Init(z=2).k, Init() == 3, Init() == "x", hash(Init()))


class Sub(Init):
    class Nested:
        def f(self): return super().__repr__().split(" ")[0]
    print("in body", __qualname__)


print(Sub.seen, Sub.Nested().f())


class IntSub(int):
    def __add__(self, o): return "sum", super().__add__(o)
    def __pow__(self, *a): return super().__pow__(*a)
    def __str__(self): return "IntSub" + super().__str__()
    def __repr__(self): return "I" + super().__repr__()


print(IntSub(3) + 4, IntSub(2) ** 5, pow(IntSub(2), 5, 7), str(IntSub(3)), [IntSub(3)], f"{IntSub(9)} {IntSub(9):d}")
