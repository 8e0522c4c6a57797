# classes bodies: compared with CPython.
class Meta(type):
    @classmethod
    def __prepare__(mcs, name, bases, **kw):
        print("prepare", name, [b.__name__ for b in bases], kw)
        return {"injected": 1}

    def __new__(mcs, name, bases, ns, **kw):
        print("new", sorted(k for k in ns))
        return super().__new__(mcs, name, bases, ns)

    def __init__(cls, name, bases, ns, **kw):
        super().__init__(name, bases, ns)


class M(metaclass=Meta, option=1):
    """Doc of M."""
    x: int = injected
    y: "str"

    def who(self):
        return __class__


print(M.__doc__, M.__annotations__, M.x, M().who() is M, M.__module__, M.__qualname__)


class Base:
    def __init_subclass__(cls, /, tag=None, **kw):
        super().__init_subclass__(**kw)
        cls.tag = tag

    def hello(self):
        return "base"

    @classmethod
    def make(cls):
        return cls.__name__

    @staticmethod
    def st(a):
        return a * 2

    @property
    def prop(self):
        return "prop"

    @prop.setter
    def prop(self, v):
        print("set", v)


class Derived(Base, tag="t"):
    def hello(self):
        return "derived " + super().hello() + " " + super(Derived, self).hello()

    make2 = classmethod(lambda cls: super(Derived, cls).make())


d = Derived()
print(d.hello(), Derived.tag, Derived.make(), Derived.make2(), d.st(4), d.prop)
d.prop = 5


class Desc:
    def __set_name__(self, owner, name):
        print("set_name", owner.__name__, name)

    def __get__(self, obj, kind=None):
        return (obj is None, kind.__name__)


class Has:
    d = Desc()


print(Has.d, Has().d)


def factory(n):
    class Local:
        value = n

        def get(self):
            return n + self.value

    return Local


print(factory(3)().get(), factory(4).__qualname__)


class Slots:
    __slots__ = ("a", "b")


s = Slots()
s.a = 1
try:
    s.c = 1
except AttributeError as e:
    print(e)
try:
    s.b
except AttributeError as e:
    print(e)


class Ops:
    def __init__(self, v):
        self.v = v

    def __add__(self, o):
        return Ops(self.v + (o.v if isinstance(o, Ops) else o))

    __radd__ = __add__

    def __iadd__(self, o):
        self.v += 100
        return self

    def __eq__(self, o):
        return self.v == o.v

    def __hash__(self):
        return hash(self.v)

    def __repr__(self):
        return f"Ops({self.v})"

    def __call__(self, *a, **k):
        return (self.v, a, k)

    def __contains__(self, x):
        return x == self.v

    def __len__(self):
        return 3

    def __getattr__(self, name):
        return name * 2

    def __bool__(self):
        return self.v > 0


o = Ops(1)
print(o + 1, 1 + o, sum([o, o], Ops(0)), o(1, k=2), 1 in o, len(o), o.zz, bool(Ops(0)), o == Ops(1), {o: 1}[Ops(1)])
o += 1
print(o)
T = type("T", (Base,), {"z": 1}, tag=9)
print(T.__name__, T.z, T.tag, T.__mro__[1].__name__)


class Diamond:
    class X:
        def f(self):
            return ["X"]

    class Y(X):
        def f(self):
            return ["Y"] + super().f()

    class Z(X):
        def f(self):
            return ["Z"] + super().f()

    class W(Y, Z):
        def f(self):
            return ["W"] + super().f()


print(Diamond.W().f(), [c.__name__ for c in Diamond.W.__mro__])
try:
    class Bad(Base, Base):
        pass
except TypeError as e:
    print(e)
try:
    class Bad2(5):
        pass
except TypeError as e:
    print(e)
